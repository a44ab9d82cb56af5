"""All pictures anew: `make pictures`, or `python -m tests.pictures [slack|discord|web ...] [--into FOLDER]`."""

from __future__ import annotations

import argparse
import asyncio
import logging
from pathlib import Path

import structlog

from tests.pictures import discord, slack, web
from tests.pictures.files import FOLDER

DOORS = {"slack": slack.pictures, "discord": discord.pictures, "web": web.pictures}


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the pictures of docs/ anew.")
    parser.add_argument("doors", nargs="*", help=f"which of {', '.join(DOORS)}; all if none is named")
    parser.add_argument("--into", type=Path, default=FOLDER, help="folder the pictures are written to")
    given = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    given.into.mkdir(parents=True, exist_ok=True)
    for door in given.doors or DOORS:
        for old in given.into.glob(f"{door}-*.png"):
            old.unlink()
        asyncio.run(DOORS[door](given.into))


if __name__ == "__main__":
    main()
