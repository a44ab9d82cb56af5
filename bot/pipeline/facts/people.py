"""People with their roles, as the people module finds them."""

from __future__ import annotations

from bot.model import Mention
from bot.pipeline import people
from bot.pipeline.facts.scan import Scan


def find(scan: Scan) -> tuple[Mention, ...]:
    """Every person, in reading order. Data: `name`, `last`, `role`."""
    return people.find(scan.text, scan.language)
