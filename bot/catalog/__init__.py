"""The source catalogue that ships, checked as it is read; and lists of sources in files of the same shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from bot.errors import UsageError
from bot.model import Scalar, Source
from bot.pipeline import jurisdictions, urls
from bot.sources import KINDS, opml
from bot.speech import LOCALES

GROUPS = (
    "government_regulator",
    "legislature",
    "standards_body",
    "think_tank_academia",
    "press",
    "newsletter",
    "law_firm",
    "tracker",
    "aggregator",
)
CARRIES = ("full", "part", "summary", "titles", "data")
_PLACE = re.compile(r"^(X-[A-Z0-9]{2,8}|[A-Z]{2}(-([A-Z0-9]{1,3}|\*))?)$")
_LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_ID = re.compile(r"^[a-z0-9][a-z0-9-]{1,40}$")
_FIELDS = frozenset(
    (
        "id",
        "name",
        "url",
        "kind",
        "place",
        "language",
        "carries",
        "only_ai",
        "starter",
        "unsure",
        "licence",
        "options",
        "note",
    )
)


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """One source of the catalogue.

    Attributes:
        jurisdiction: ISO 3166 code, `EU`, `UN`, `X-…`, or `US-*` for all states.
        carries: how much of an article its items hold, one of CARRIES.
        only_ai: everything it publishes is about AI.
        starter: part of the default set.
        unsure: nobody confirmed lately that the address answers.
    """

    id: str
    name: str
    url: str
    kind: str
    group: str
    jurisdiction: str = ""
    language: str = "en"
    carries: str = "summary"
    only_ai: bool = False
    starter: bool = False
    unsure: bool = False
    licence: str = ""
    note: str = ""
    options: Mapping[str, Scalar] = field(default_factory=dict)

    def source(self) -> Source:
        """As a source, not stored yet."""
        return Source(
            id=0,
            kind=self.kind,
            url=self.url,
            title=self.name,
            group=self.group,
            jurisdiction=self.jurisdiction.removesuffix("-*"),
            language=self.language,
            options=dict(self.options),
        )


@cache
def entries() -> tuple[CatalogEntry, ...]:
    """The whole catalogue, in the order of its files. Raises UsageError naming every mistake."""
    found: list[CatalogEntry] = []
    folder = resources.files(__name__) / "sources"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".yaml"):
            found += _checked(yaml.safe_load(file.read_text("utf-8")), file.name)
    return _without_doubles(found)


def starter() -> tuple[Source, ...]:
    """The default set, as sources."""
    return tuple(entry.source() for entry in entries() if entry.starter)


def search(words: str = "") -> tuple[CatalogEntry, ...]:
    """Entries in which every word occurs: in id, name, address, group, place or language. `starter` is a word too."""
    wanted = words.lower().split()
    return tuple(entry for entry in entries() if all(_says(entry, word) for word in wanted))


def read_list(path: Path) -> tuple[Source, ...]:
    """Sources of a file: addresses line by line, OPML, or YAML of the catalogue's shape (or just a list of addresses).

    Raises UsageError when it cannot be read, naming what is wrong.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        return opml.read(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text.") from error
    if path.suffix in (".yaml", ".yml"):
        return _from_yaml(text, path.name)
    lines = (
        line.partition("#")[0].strip() if line.lstrip().startswith("#") else line.strip() for line in text.splitlines()
    )
    return _from_addresses((line for line in lines if line), path.name)


def _from_yaml(text: str, name: str) -> tuple[Source, ...]:
    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise UsageError(f"{name} is not YAML: {error}") from error
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return _from_addresses(value, name)
    return tuple(entry.source() for entry in _without_doubles(_checked(value, name)))


def _from_addresses(lines: Iterable[str], name: str) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    wrong = []
    for line in lines:
        address = urls.absolute(line)
        if address:
            found.setdefault(address, Source(0, "feed", address))
        else:
            wrong.append(line[:80])
    if wrong:
        raise UsageError(f"{name} holds what is no web address: {', '.join(wrong[:5])}.")
    return tuple(found.values())


def _says(entry: CatalogEntry, word: str) -> bool:
    if word == "starter":
        return entry.starter
    if word.upper() == entry.jurisdiction or word == entry.language:
        return True
    if any(word in jurisdictions.name(entry.jurisdiction, each).lower().split() for each in LOCALES):
        return True
    return any(
        word in text.lower() for text in (entry.id, entry.name, entry.url, entry.group.replace("_", " "), entry.group)
    )


def _checked(value: Any, name: str) -> list[CatalogEntry]:
    """Entries of one file. Raises UsageError that names each mistake with its place."""
    if not isinstance(value, dict) or not isinstance(value.get("sources"), list):
        raise UsageError(f"{name} must hold `group:` and a list `sources:`.")
    wrong: list[str] = []
    found: list[CatalogEntry] = []
    default = value.get("group", "")
    for number, given in enumerate(value["sources"], 1):
        if not isinstance(given, dict):
            wrong.append(f"entry {number} is not a mapping")
            continue
        mistakes = _mistakes({"group": default, **given})
        where = given.get("id") or f"entry {number}"
        wrong += [f"{where}: {mistake}" for mistake in mistakes]
        if not mistakes:
            found.append(_entry({"group": default, **given}))
    if wrong:
        raise UsageError(f"{name}: " + "; ".join(wrong[:20]) + ".")
    return found


def _mistakes(given: Mapping[str, Any]) -> list[str]:
    wrong = [f"`{field}` is unknown" for field in given if field not in _FIELDS | {"group"}]
    if not _ID.match(str(given.get("id", ""))):
        wrong.append("`id` needs small letters, digits and hyphens")
    if not given.get("name"):
        wrong.append("`name` is missing")
    if not urls.absolute(str(given.get("url", ""))):
        wrong.append("`url` is no web address")
    if given.get("kind", "feed") not in KINDS:
        wrong.append(f"`kind` is one of {', '.join(sorted(KINDS))}")
    if given.get("group") not in GROUPS:
        wrong.append(f"`group` is one of {', '.join(GROUPS)}")
    if given.get("place") and not _PLACE.match(str(given["place"])):
        wrong.append("`place` is an ISO 3166 code, EU, UN or X-…")
    if not _LANGUAGE.match(str(given.get("language", "en"))):
        wrong.append("`language` is a BCP 47 tag")
    if given.get("carries", "summary") not in CARRIES:
        wrong.append(f"`carries` is one of {', '.join(CARRIES)}")
    wrong += [
        f"`{field}` is true or false"
        for field in ("only_ai", "starter", "unsure")
        if not isinstance(given.get(field, False), bool)
    ]
    if not isinstance(given.get("options", {}), dict):
        wrong.append("`options` is a mapping")
    return wrong


def _entry(given: Mapping[str, Any]) -> CatalogEntry:
    return CatalogEntry(
        id=str(given["id"]),
        name=str(given["name"]),
        url=str(given["url"]),
        kind=str(given.get("kind", "feed")),
        group=str(given["group"]),
        jurisdiction=str(given.get("place", "")),
        language=str(given.get("language", "en")),
        carries=str(given.get("carries", "summary")),
        only_ai=bool(given.get("only_ai", False)),
        starter=bool(given.get("starter", False)),
        unsure=bool(given.get("unsure", False)),
        licence=str(given.get("licence", "")),
        note=str(given.get("note", "")),
        options=dict(given.get("options", {})),
    )


def _without_doubles(found: Iterable[CatalogEntry]) -> tuple[CatalogEntry, ...]:
    """The entries as they are. Raises UsageError when an id or an address stands there twice."""
    ids: dict[str, CatalogEntry] = {}
    addresses: dict[str, str] = {}
    for entry in found:
        address = urls.key(entry.url)
        if entry.id in ids or address in addresses:
            raise UsageError(f"`{entry.id}` stands in the catalogue twice, as `{addresses.get(address, entry.id)}`.")
        ids[entry.id] = entry
        addresses[address] = entry.id
    return tuple(ids.values())
