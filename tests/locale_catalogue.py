"""Collects every message people read into bot/locale, and compiles the translations: `make locale`.

Three kinds: literal messages in code and templates; messages that stand in tables (summaries, help, troubles);
and sentences told in English by lower layers, which `Speech.again` says in the reader's language (context `told`).
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from bot import catalog, editions
from bot.commands import COMMANDS, choices, explaining, governing, helping, logbook
from bot.commands.digests import WEEKDAYS
from bot.commands.slash import WHY, places
from bot.pipeline import edition, taxonomy
from bot.platforms import discord_tree
from bot.sources import health
from bot.speech import LOCALES, TOLD

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "bot" / "locale"
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
SPEAKERS = {"t", "say", "_say"}
OPERATORS = (
    "bot/__main__.py",
    "bot/batch.py",
    "bot/catalog/",
    "bot/config.py",
    "bot/doctor.py",
    "bot/parts.py",
    "bot/roles.py",
    "bot/single.py",
)
RAISED = {"UsageError", "NotAllowed", "SourceError", "SourceGone", "BotError", "_wrong"}
# Where sentences are told in plain English: file -> functions or names of tables; empty takes the whole file.
TOLD_IN: dict[str, frozenset[str]] = {
    "bot/commands/parse.py": frozenset({"unknown", "convert", "arguments", "_place"}),
    "bot/deliver/rules.py": frozenset({"_wait"}),
    "bot/errors.py": frozenset({"SYSTEM"}),
    "bot/editions.py": frozenset({"publish"}),
    "bot/pipeline/changes.py": frozenset(),
    "bot/pipeline/dossiers.py": frozenset({"why"}),
    "bot/pipeline/identity.py": frozenset({"decide", "decide_document", "_recognised"}),
    "bot/pipeline/relevance.py": frozenset({"reasons", "_NAMES", "_NO_STATE", "_NO_SUBJECT", "_decided"}),
    "bot/pipeline/rule_syntax.py": frozenset({"_MISPLACED", "_term", "_field", "_word"}),
    "bot/pipeline/stories/place.py": frozenset({"place", "_reasons"}),
    "bot/pipeline/stories/apart.py": frozenset({"apart", "_contradict"}),
    "bot/pipeline/stories/reasons.py": frozenset({"shared_words"}),
    "bot/opening.py": frozenset({"_page", "words"}),
    "bot/poll.py": frozenset({"_taken_back"}),
    "bot/storage/shelf.py": frozenset({"reread"}),
    "bot/storage/complaints.py": frozenset({"_sentences"}),
    "bot/storage/explaining.py": frozenset({"replay"}),
    "bot/storage/notices.py": frozenset({"_WORDS"}),
    "bot/storage/planning.py": frozenset({"_unwanted", "_judge", "_plan_trackers", "DIGEST_ONLY", "NOT_AT_ONCE"}),
    "bot/storage/settle.py": frozenset({"_notice"}),
    "bot/storage/splitting.py": frozenset({"split", "rejoin"}),
}
DATE_KINDS = tuple(editions.DATE_WORDS)  # in what changed on a card
RULE_FIELDS = ("topic", "stage", "instrument", "jurisdiction")  # in a mistake in a rule
Key = tuple[str, str]  # context, message


class Found:
    """Messages in the order they were met, each with the files it stands in."""

    def __init__(self) -> None:
        self.entries: dict[Key, tuple[str | tuple[str, str], set[str]]] = {}

    def add(self, message: str, where: str, *, many: str = "", told: bool = False) -> None:
        """One message; the same one again only adds a place."""
        if not message.strip():
            return
        key = (TOLD if told else "", message)
        known = self.entries.get(key)
        entry: str | tuple[str, str] = (message, many) if many else known[0] if known else message
        self.entries[key] = (entry, {*(known[1] if known else ()), where})


def _text(node: ast.AST) -> str | None:
    """A literal string, also one put together from neighbours."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _choices(node: ast.AST) -> Iterator[ast.AST]:
    """`a if x else b` is a and b; `"a" + x` is "a"."""
    if isinstance(node, ast.IfExp):
        yield from _choices(node.body)
        yield from _choices(node.orelse)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _choices(node.left)
        yield from _choices(node.right)
    else:
        yield node


def _speaker(function: ast.expr) -> tuple[bool, str]:
    """Whether a call says a message, and how: `t(…)`, `request.t(…)`, `speech(x)(…)`, `say.n(…)`."""
    if isinstance(function, ast.Attribute) and function.attr in ("n", "again"):
        inner, _ = _speaker(function.value)
        return inner, function.attr
    if isinstance(function, ast.Name):
        return function.id in SPEAKERS, ""
    if isinstance(function, ast.Attribute):
        own = isinstance(function.value, ast.Name) and function.value.id == "Reply"
        return function.attr in SPEAKERS and not own, ""
    if isinstance(function, ast.Call):
        made = function.func
        name = made.id if isinstance(made, ast.Name) else made.attr if isinstance(made, ast.Attribute) else ""
        return name in ("speech", "_speech", "say"), ""
    return False, ""


def template(node: ast.AST) -> str | None:
    """A literal, or an f-string as a message with named values."""
    plain = _text(node)
    if plain is not None:
        return plain.replace("{", "{{").replace("}", "}}")
    if not isinstance(node, ast.JoinedStr):
        return None
    out, names = "", []
    for value in node.values:
        if isinstance(value, ast.Constant):
            out += str(value.value).replace("{", "{{").replace("}", "}}")
            continue
        found = [each.id for each in ast.walk(value) if isinstance(each, ast.Name)]
        attributes = [each.attr for each in ast.walk(value) if isinstance(each, ast.Attribute)]
        name = re.sub(r"\W", "", (attributes or found or ["value"])[0]).strip("_") or "value"
        while name in names:
            name += "_"
        names.append(name)
        out += f"{{{name}}}"
    return out


def _sentence(text: str) -> bool:
    """Words of ours: with a blank between letters, outside of the values."""
    bare = re.sub(r"\{\w+\}", "X", text)
    return bool(re.search(r"[A-Za-z0-9X`”…:,.)] [A-Za-z0-9X`“”<(]", bare)) and bool(
        re.search(r"[a-z]{2}", re.sub(r"\{\w+\}", "", text))
    )


def _tell(found: Found, node: ast.AST, where: str) -> None:
    for choice in _choices(node):
        text = template(choice)
        if text is None:
            continue
        for line in text.split("\n"):
            if _sentence(line) and _literal(line) >= 5:
                found.add(line.strip(), where, told=True)


def _literal(text: str) -> int:
    return len(re.sub(r"\{\w+\}", "", text).strip())


def _docstrings(tree: ast.AST) -> set[int]:
    kinds = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, kinds) and node.body and isinstance(node.body[0], ast.Expr)
    }


def _named(node: ast.AST) -> str:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return node.name
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    return target.id if isinstance(target, ast.Name) else ""


def _logs(node: ast.Call) -> bool:
    """Lines for the log, patterns and documents are nothing people read."""
    function = node.func
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        return function.value.id in ("log", "re", "structlog", "audit")
    return False


def _told(found: Found, tree: ast.AST, where: str, names: frozenset[str]) -> None:
    docs = _docstrings(tree)

    def visit(node: ast.AST, inside: bool) -> None:
        inside = inside or not names or _named(node) in names
        if isinstance(node, ast.Call) and _logs(node):
            return
        if inside and isinstance(node, ast.Constant | ast.JoinedStr):
            if id(node) not in docs:
                _tell(found, node, where)
            return
        for child in ast.iter_child_nodes(node):
            visit(child, inside)

    visit(tree, False)


def from_code(found: Found) -> None:
    """Literal messages, and sentences that are raised or told."""
    for path in sorted((ROOT / "bot").rglob("*.py")):
        where = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            speaks, how = _speaker(node.func)
            if speaks and how == "n":
                one, many = _text(node.args[0]), _text(node.args[1])
                if not one or not many:
                    raise ValueError(f"{where}:{node.lineno} counts something that is not written out")
                found.add(one, where, many=many)
            elif speaks and not how:
                for choice in _choices(node.args[0]):
                    if text := _text(choice):
                        found.add(text, where)
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            if name in RAISED and not where.startswith(OPERATORS):
                for argument in node.args:
                    _tell(found, argument, where)
            for keyword in node.keywords:
                if keyword.arg == "remedy":
                    _tell(found, keyword.value, where)
        if where in TOLD_IN:
            _told(found, tree, where, TOLD_IN[where])


def from_templates(found: Found) -> None:
    """Messages of the archive's pages."""
    for path in sorted((ROOT / "bot" / "web" / "templates").glob("*.html")):
        where = path.relative_to(ROOT).as_posix()
        for _, _, message, _ in babel_extract(io.BytesIO(path.read_bytes()), ("t", "say"), (), {}):
            for text in (message,) if isinstance(message, str) else message:
                if text:
                    found.add(text, where)


def from_tables(found: Found) -> None:
    """Messages that stand in tables and are said by whoever reads the table."""
    for command in COMMANDS.values():
        found.add(command.summary, "COMMANDS")
        for arg in command.args:
            found.add(arg.help, "COMMANDS")
            if arg.name not in choices.FIELDS:
                found.add(arg.name.replace("_", " ").capitalize(), "COMMANDS")
    for trouble in health.TROUBLES.values():
        found.add(trouble.what, "TROUBLES", told=True)
        found.add(trouble.remedy, "TROUBLES", told=True)
        found.add(f"{{name}} {trouble.what}.", "TROUBLES", told=True)
    for words in (
        *(one.id.replace("_", " ") for one in taxonomy.STAGES.values()),
        *DATE_KINDS,
        *RULE_FIELDS,
        "research",
    ):
        found.add(words, "told words", told=True)
    found.add("fine", "Check")
    for words in (
        *explaining.STEPS.values(),
        *explaining.OUTCOMES.values(),
        *choices.CHOICES.values(),
        *choices.FIELDS.values(),
        *choices.TITLES.values(),
        *logbook.ACTIONS.values(),
        *governing.KINDS.values(),
        *editions.DATE_WORDS.values(),
        *(title for _, title, _ in edition.GROUPS),
        *(title for title, _ in helping.GROUPS),
        *(group.replace("_", " ") for group in catalog.GROUPS),
        *(day.title() for day in WEEKDAYS),
        "story",
        "dossier",
        "full",
        "teaser",
        "titles",
    ):
        found.add(words, "tables")
    where = places(COMMANDS)
    for group in dict.fromkeys(place[:2] for place in where.values() if len(place) == 3):
        found.add(discord_tree._about((group[0], group[1]), where), "Discord")
    for text in (*discord_tree.ROOTS.values(), discord_tree.PUBLIC_HELP, WHY):
        found.add(text, "Discord")


def collect() -> Found:
    """Every message."""
    found = Found()
    from_code(found)
    from_templates(found)
    from_tables(found)
    return found


def catalogue(locale: str) -> Catalog:
    """The catalogue of a language as it stands."""
    path = LOCALE / locale / "LC_MESSAGES" / "bot.po"
    if not path.exists():
        return Catalog(locale=locale)
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def updated(locale: str) -> Catalog:
    """The catalogue with every message of now: translations kept, what is gone left out, what is new left empty."""
    old = catalogue(locale)
    new = Catalog(locale=locale, project="aipolicy-bot", charset="utf-8", fuzzy=False)
    new.header_comment = "# Translations of the AI-policy bot; made by `make locale`, translated by people."
    for (context, message), (entry, where) in sorted(collect().entries.items()):
        known = old.get(message, context or None)
        string = known.string if known is not None and isinstance(known.id, str) == isinstance(entry, str) else ""
        if not isinstance(entry, str) and not string:
            string = ("",) * new.num_plurals
        new.add(entry, string, locations=[(place, None) for place in sorted(where)], context=context or None)
    return new


def po_text(catalogue: Catalog) -> bytes:
    """A catalogue as a .po file, without what changes by itself."""
    out = io.BytesIO()
    write_po(out, catalogue, width=120, omit_header=False, include_lineno=False, sort_output=False)
    return re.sub(
        rb'"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator): .*?\\n"\n', b"", out.getvalue()
    )


def mo_bytes(catalogue: Catalog) -> bytes:
    """A catalogue as gettext reads it."""
    out = io.BytesIO()
    catalogue.creation_date = catalogue.revision_date = BEGAN  # or the file would differ each time it is made
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> int:
    """Write the files; say what is still to be translated."""
    empty = 0
    for locale in LOCALES[1:]:
        folder = LOCALE / locale / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        text = po_text(updated(locale))
        (folder / "bot.po").write_bytes(text)
        whole = read_po(io.BytesIO(text), locale=locale)
        (folder / "bot.mo").write_bytes(mo_bytes(whole))
        for message in whole:
            if message.id and not all(message.string if isinstance(message.string, tuple) else (message.string,)):
                empty += 1
                sys.stdout.write(f"{locale}: no translation yet: {message.id!r}\n")
    return 1 if empty else 0


if __name__ == "__main__":
    sys.exit(main())
