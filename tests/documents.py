"""Writes the parts of the documents that follow from the code: `make docs`; a test checks that they are current."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from bot import config
from bot.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[1]

_GROUPS = {
    "DATABASE_URL": "Where things are kept",
    "SLACK_BOT_TOKEN": "Slack (README.md says how to get these)",
    "DISCORD_TOKEN": "Discord (README.md says how to get these)",
    "AIPOLICY_CONTACT": "Reading sources",
    "AIPOLICY_HOST": "The web part",
    "AIPOLICY_CHOOSER_URL": "Optional, off by default: let a language model choose among proven slices",
    "AIPOLICY_LOCALE": "Manners",
}


def env_example() -> str:
    """The text of .env.example."""
    lines = [
        "# Settings of the AI-policy bot. Copy this file to .env and fill in what you need.",
        "# A line that begins with # keeps its default. Without any token the bot runs as a demo in the terminal.",
    ]
    defaults = config.defaults()
    for name, meaning in config.names().items():
        if name in _GROUPS:
            lines += ["", f"# --- {_GROUPS[name]}"]
        lines += [f"# {meaning}", f"#{name}={defaults[name]}"]
    return "\n".join(lines) + "\n"


def settings_table() -> str:
    """The settings as a Markdown table."""
    rows = ["| setting | meaning | default |", "|---|---|---|"]
    for name, meaning in config.names().items():
        default = config.defaults()[name]
        rows.append(f"| `{name}` | {meaning} | {f'`{default}`' if default else ''} |")
    return "\n".join(rows)


def commands_table() -> str:
    """The commands as a Markdown table."""
    rows = ["| command | what it does | who |", "|---|---|---|"]
    for command in COMMANDS.values():
        usage = command.usage.replace("|", "\\|")
        rows.append(f"| `{usage}` | {command.summary} | {'managers' if command.who == 'manager' else 'anyone'} |")
    return "\n".join(rows)


def files_list() -> str:
    """docs/files.md: the first line of every module."""
    lines = ["# Where things are", "", "Made from the first line of each module by `make docs`.", ""]
    for path in sorted((ROOT / "bot").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if "migrations/versions" in name:
            continue
        first = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").splitlines()
        lines.append(f"- `{name}`: {first[0] if first else ''}")
    return "\n".join(lines) + "\n"


def between(text: str, mark: str, new: str) -> str:
    """`text` with what stands between the mark's two comments replaced."""
    begin, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    head, _, rest = text.partition(begin)
    _, _, tail = rest.partition(end)
    if not tail and end not in rest:
        raise ValueError(f"README.md has no {begin} … {end}")
    return f"{head}{begin}\n{new}\n{end}{tail}"


def documents() -> dict[Path, str]:
    """Every document that follows from the code, with the text it should have."""
    readme = ROOT / "README.md"
    text = readme.read_text("utf-8")
    text = between(text, "commands", commands_table())
    text = between(text, "settings", settings_table())
    return {
        readme: text,
        ROOT / ".env.example": env_example(),
        ROOT / "docs" / "files.md": files_list(),
    }


def main() -> None:
    for path, text in documents().items():
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            sys.stdout.write(f"wrote {path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
