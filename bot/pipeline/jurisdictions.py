"""Jurisdictions: codes, names and flags for readers, and the words that stand for them in a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from bot.pipeline.data.bodies import BODIES
from bot.pipeline.data.demonyms import DEMONYMS, NAMES_OF_PARTS
from bot.pipeline.data.place_words import NOT_PLACES, SHARED_BODIES, WORDS
from bot.pipeline.data.places import COUNTRIES, PARTS
from bot.pipeline.phrases import Hit, Lexicon, Words
from bot.pipeline.text import word_set

Kind = Literal["name", "adj", "city", "actor", "body", "none"]

_ORGANISATIONS: Final = {
    "EU": ("European Union", "Europäische Union", "EU"),
    "UN": ("United Nations", "Vereinte Nationen", "UN"),
    "X-COE": ("Council of Europe", "Europarat", "CoE"),
    "X-OECD": ("OECD", "OECD", "OECD"),
    "X-G7": ("G7", "G7", "G7"),
    "X-G20": ("G20", "G20", "G20"),
    "X-AU": ("African Union", "Afrikanische Union", "AU"),
    "X-ASEAN": ("ASEAN", "ASEAN", "ASEAN"),
    "X-UNESCO": ("UNESCO", "UNESCO", "UNESCO"),
    "X-ITU": ("ITU", "ITU", "ITU"),
    "X-ISO": ("ISO", "ISO", "ISO"),
    "X-GLOBAL": ("Worldwide", "Weltweit", "Global"),
}

_ENGLISH: dict[str, str] = {code: names[0] for code, names in _ORGANISATIONS.items()}
_GERMAN: dict[str, str] = {code: names[1] for code, names in _ORGANISATIONS.items()}
_FRENCH: dict[str, str] = {}
for _row in COUNTRIES.splitlines():
    _code, _en, _de, _fr = _row.split("|")
    _ENGLISH[_code], _GERMAN[_code], _FRENCH[_code] = _en, _de, _fr
for _row in PARTS.splitlines():
    _code, _en = _row.split("|")
    _ENGLISH[_code] = _en

# Cities that are also parts of a country: in a text they are the city, or the government that sits there.
_CITY_PARTS = word_set(
    "DE-BE DE-HH DE-HB CN-BJ CN-SH IN-DL ES-MD KR-11 JP-13 CH-ZH CH-GE BE-BRU AU-VIC AE-DU AE-AZ BR-RJ"
)
# Names that are words of their own, or more often a person's.
_NOT_READ = word_set(
    "Island Maurice Dominique Chili Jordan Chad Réunion Jersey Guinée Mali Grenade Niger Man Rom Inde Irak Montserrat "
    "Sint Liban Togo Jordanie Tchad Washington"
)
# “Sixty countries endorse …” acts for none of them alone.
_SPELLED = word_set(
    "ten dozen twelve fifteen sixteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozens"
)
_UNACCENTED: Final = {"É": "E", "Î": "I"}  # as French papers write them: Emirats, Egypte
_SHORT: Final = 4  # letters up to which a name in capitals may be an abbreviation of something else
_TINY = word_set("JE GG BL MF WF PM CC CX NF NU TK SJ YT RE")

# England's, Scotland's and Wales's flags are tag sequences (Unicode Technical Standard 51).
_TAG_FLAGS = {"GB-ENG": "gbeng", "GB-SCT": "gbsct", "GB-WLS": "gbwls"}
_GLOBE = "\U0001f310"


class Place(NamedTuple):
    """A jurisdiction as the text names it. `kind` says how: by name, by demonym, by a city, by a body or person.

    `actor` is a body or person of that place alone, `body` one that other places have under the same name.
    """

    code: str
    kind: Kind


def known(code: str) -> bool:
    """Whether `code` is one of ours: ISO 3166-1, ISO 3166-2 for the parts we know, EU, UN, X-…"""
    return code in _ENGLISH


def name(code: str, language: str = "en") -> str:
    """What readers see: `name("US-CA") == "California"`; an unknown code stays as it is."""
    if language == "de" and code in _GERMAN:
        return _GERMAN[code]
    return _ENGLISH.get(code, code)


def short(code: str) -> str:
    """The shortest clear label: US, UK, EU, California, OECD."""
    if code in _ORGANISATIONS:
        return _ORGANISATIONS[code][2]
    return {"GB": "UK", "US": "US", "AE": "UAE"}.get(code) or _ENGLISH.get(code, code)


def flag(code: str) -> str:
    """Emoji flag; parts of a country wear the country's, bodies without one a globe, an unknown code nothing."""
    if code in _TAG_FLAGS:
        return "\U0001f3f4" + "".join(chr(0xE0000 + ord(char)) for char in _TAG_FLAGS[code]) + "\U000e007f"
    if code.startswith("X-"):
        return _GLOBE if code in _ENGLISH else ""
    country = code[:2]
    if country not in _ENGLISH:
        return ""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in country)


def country(code: str) -> str:
    """The country a part belongs to: US for US-CA; the code itself otherwise."""
    return code[:2] if "-" in code and not code.startswith("X-") else code


def codes() -> tuple[str, ...]:
    """Every code, bodies first, then countries and parts by code."""
    return (*_ORGANISATIONS, *sorted(code for code in _ENGLISH if code not in _ORGANISATIONS))


def resolve(typed: str) -> str | None:
    """The code a person means by `DE`, `germany`, `California`, `G7`, `us-ca`; None when nothing fits."""
    wanted = " ".join(typed.split()).casefold()
    if wanted.upper() in _ENGLISH:
        return wanted.upper()
    code = _BY_NAME.get(wanted)
    if code is None and not wanted.startswith("x-"):
        code = "X-" + wanted.upper() if "X-" + wanted.upper() in _ENGLISH else None
    return code


def find(words: Words) -> list[Hit[Place]]:
    """Every place the text names, in reading order. Codes are never read from text: “IN” and “IT” are words."""
    return [hit for hit in _lexicon().find(words) if hit.value.code]


def single_words() -> dict[str, Place]:
    """Words that alone stand for a jurisdiction, as written: `Dutch`, `Ofcom`, `California`."""
    found: dict[str, Place] = {}
    for phrase, place in _phrases():
        word = phrase.removeprefix("=")
        if place.code and phrase[0] == "=" and " " not in word:
            found.setdefault(word, place)
    return found


def _phrases() -> Iterator[tuple[str, Place]]:
    for code, english in _ENGLISH.items():
        if code in _ORGANISATIONS or code in _CITY_PARTS or code in _TINY:
            continue
        spellings = {english, _GERMAN.get(code, english), _FRENCH.get(code, english)}
        for spelling in sorted(spellings):
            if spelling not in _NOT_READ:
                yield "=" + spelling, Place(code, "name")
                if spelling[0] in "ÉÎ":
                    yield "=" + _UNACCENTED[spelling[0]] + spelling[1:], Place(code, "name")
                if len(spelling) > _SHORT:
                    yield "=" + spelling.upper(), Place(code, "name")
    yield from _in_other_forms()
    for code, kinds in WORDS.items():
        for kind, phrases in kinds.items():
            for phrase in filter(None, phrases.split("|")):
                yield phrase, Place(code, _KINDS[kind])
    for kind, bodies in (("actor", BODIES), ("body", SHARED_BODIES)):
        for code, phrases in bodies.items():
            for phrase in phrases.split("|"):
                yield phrase, Place(code, _KINDS[kind])
    for count in (*map(str, range(10, 200)), *_SPELLED):
        for word in ("countries", "nations", "states sign", "governments"):
            yield f"{count} {word}", Place("X-GLOBAL", "actor")
    for phrase in ("tech companies sign", "companies sign", "ai companies sign", "tech firms sign", "tech giants sign"):
        for rest in ("accord", "up", "pledge", "commitments", "declaration"):
            yield f"{phrase} {rest}", Place("X-GLOBAL", "actor")
    for phrase in NOT_PLACES.split("|"):
        yield phrase, Place("", "none")


def _in_other_forms() -> Iterator[tuple[str, Place]]:
    """Names of parts in German and French, German genitives (“Kenias”), and what is of a place in three languages."""
    for code, spelling in (*_GERMAN.items(), *_parts()):
        if code in _ORGANISATIONS or code in _TINY or spelling in _NOT_READ:
            continue
        if "-" in code:
            yield "=" + spelling, Place(code, "name")
        if spelling[-1] not in "sßxz" and ("-" not in code or code.startswith("DE-")):
            yield f"={spelling}s", Place(code, "name")
    for row in DEMONYMS.splitlines():
        code, english, german_stem, french = row.split("|")
        if english:
            yield "=" + english, Place(code, "adj")
            if english[-1] in "ini":
                yield f"={english}s", Place(code, "adj")
        if german_stem:
            yield german_stem + "*", Place(code, "adj")
        for form in filter(None, french.split(",")):
            yield form, Place(code, "adj")
            if form[-1] not in "sx":
                yield form + "s", Place(code, "adj")


def _parts() -> Iterator[tuple[str, str]]:
    for row in NAMES_OF_PARTS.splitlines():
        code, names = row.split("|")
        for name in names.split(","):
            yield code, name


_KINDS: Final[dict[str, Kind]] = {"name": "name", "adj": "adj", "city": "city", "actor": "actor", "body": "body"}
_BY_NAME: Final[dict[str, str]] = {}
for _names in (_FRENCH, _GERMAN, _ENGLISH):
    for _code, _spelling in _names.items():
        _BY_NAME[_spelling.casefold()] = _code
for _code, _kinds in WORDS.items():
    for _spelling in filter(None, _kinds.get("name", "").split("|")):
        _BY_NAME[_spelling.removeprefix("=").casefold()] = _code
_BY_NAME["georgia"] = "GE"  # the state is typed US-GA
_BY_NAME["uk"] = "GB"
_BY_NAME["international"] = "X-GLOBAL"


@cache
def _lexicon() -> Lexicon[Place]:
    """Made when a text is first read: who only shows places (an idle bot) does without its megabytes."""
    return Lexicon(_phrases())
