"""Runs of capitals in German, where every noun has one, and in French, where a party stands before a name."""

from __future__ import annotations

import re

from msgspec.structs import replace

from bot.model import Span
from bot.pipeline import lexicon as lex
from bot.pipeline.names import Run, is_given, is_role, key

# How German nouns and adjectives end that stand in front of another noun, and family names do not.
_NOUN_OR_ADJECTIVE = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|ion|ionen|tät|täten|ismus|nis|nisse|form|system|systeme|gesetz|"
    r"recht|rechte|ment|mente|thek|zeug|werk|wesen|paket|markt|dienst|"
    r"(?:isch|lich|ig|al|ell|bar|sam|los|iv|är|haft|end|iert)(?:e|en|er|es|em)|ale[nrsm]?|"
    r"(?:neu|alt|groß|klein|hoh|deutsch|frei|offen|digital|ander|erst|zweit|dritt)(?:e|en|er|es|em))$"
)
_COMPOUND = re.compile(r"^[A-ZÄÖÜ]{2,}-|-[a-zäöü]")  # KI-Anwendung, EU-weit
_PARTICLES = frozenset({"de", "da", "van", "bin", "ibn", "al", "el"})


_SPEAKS = (
    r"(?:sag|erklär|beton|warn|kritisier|forder|mein|schreib|schrieb|fragt|sprach|spricht|wirft|warf|erzählt|räumt|"
    r"sieht|teilt|lobt|rät|ruft)\w{0,3}"
)


_SPEAKING = re.compile(rf"\b(?:{_SPEAKS}|so) (?=([A-ZÄÖÜ][\w-]{{1,40}}))|\b([A-ZÄÖÜ][\w-]{{1,40}}) {_SPEAKS}\b")


def speaking(text: str) -> frozenset[str]:
    """Capitalised words that stand beside a verb of speech somewhere: Weng, where a text has `sagte Weng`."""
    return frozenset(match[1] or match[2] for match in _SPEAKING.finditer(text))


def maybe_german_name(name: str) -> bool:
    """Whether a run no first name or title vouches for may be a name: `Shufen Weng`, not `Nutzung der Texte`."""
    words = name.split()
    if any(word[0].islower() and word not in _PARTICLES for word in words):
        return False
    return not any(_NOUN_OR_ADJECTIVE.search(word.lower()) or _COMPOUND.search(word) for word in words)


PARTY_BEHIND = re.compile(  # Ada Monk (SPD), Ada Monk von den Linken
    r" (?:von (?:der|den) )?\(?(?:CDU|CSU|CDU/CSU|SPD|FDP|AfD|BSW|Linken?|Grünen?|Piraten|ÖVP|SPÖ|FPÖ|NEOS|Neos|SVP|SP|"
    r"GLP|Mitte|Freien|Volt|LR|LFI|PS|PCF|RN|UDI|UC|EELV|SER|CRCE|RE|Renew|PPE|S&D|EPP|EVP|MoDem|Renaissance|Horizons|"
    r"Écologistes|EPR|PVV|PLR|NPD|PLQ|CAQ|QS)\b"
)
_OBJECT = re.compile(r"(?<!van)(?<!von) (?:den|der|des|dem|das) .*")
_LINKS = frozenset({"vom", "von", "zum", "zur", "den", "der", "des"})


def _without_object(run: Run) -> Run:
    """`bricht Ada Monk den Fall herunter`: an article behind a name begins other words, but in `von der Leyen`."""
    cut = _OBJECT.search(run.name)
    return run if cut is None else replace(run, name=run.name[: cut.start()], name_end=run.name_start + cut.start())


def before_body(chunk: str) -> str:
    """`Ada Monk von der Gesellschaft`: a run up to the link behind a first name and a family name."""
    party = chunk.find(" von de")
    if party > 0 and PARTY_BEHIND.match(chunk, party):
        return chunk[:party]
    words = chunk.split()
    for n in range(2, len(words) - 1):
        if words[n] in _LINKS and is_given(words[n - 2]) and words[n - 1][0].isupper() and not is_given(words[n - 1]):
            return chunk[: chunk.index(f" {words[n]} ")]
    return chunk


def without_owned(run: Run) -> Run:
    """`Ada Monks Plattform Z`: only the owner is the person, without the genitive ending."""
    run = _without_object(run)
    words = run.name.split()
    if len(words) < 3 or not is_given(words[0]) or is_given(words[1]) or words[1][-1] != "s" or len(words[1]) < 4:
        return run
    name = run.name[: run.name.index(words[1], len(words[0])) + len(words[1]) - 1]
    return replace(run, name=name, name_end=run.name_start + len(name))


def party_ahead(chunk: str) -> int:
    """Length of the party before a name in a run: `PS Laure Morin`, where `la conseillère` leads it in."""
    first, _, rest = chunk.partition(" ")
    return len(first) + 1 if first.isupper() and 2 <= len(first) <= _PARTY and is_given(rest.partition(" ")[0]) else 0


_PARTY = 4  # letters: PS, LFI, EELV


def without_party(text: str, run: Run) -> Run:
    """`la sénatrice Horizons Laure Morin`, `explique à Nord Livres Laure Morin`: only the name is hers.

    Between a role and the first name stands the party; between `à` and the speaker whoever is told.
    """
    words = run.name.split()
    given = next((n for n, word in enumerate(words[:-1]) if n and is_given(word)), 0)
    if not given or is_given(words[0]):
        return run
    before = text[max(0, run.name_start - 30) : run.name_start].split()
    if not before or not (before[-1] == "à" or any(is_role(word) for word in before[-2:])):
        return run
    skipped = run.name.index(words[given], len(words[0]))
    return replace(
        run, start=run.name_start + skipped, name_start=run.name_start + skipped, name=run.name[skipped:], sure=True
    )


_OVER_FIELD = re.compile(  # der Hessische Beauftragte für Datenschutz und Informationsfreiheit (HBDI) Prof. Dr. |
    r"\b[Dd](?:er|ie)\s((?:[A-ZÄÖÜ][\w-]{1,40}\s){1,3}(?:für|der|des|von|im)\s(?:[\w-]{2,40}\s){0,5}[A-ZÄÖÜ][\w-]{1,40})\s"
    r"(?:\([^()\n]{2,12}\)\s)?(?:Prof\.\s)?(?:Dr\.\s)?$"
)
_LONGEST_ROLE = 130  # characters


def role_over_field(text: str, start: int) -> Span | None:
    """A German role with its field in front of a title and a name that begin at `start`."""
    floor = max(0, start - _LONGEST_ROLE)
    if text.find("er ", floor, start) < 0 and text.find("ie ", floor, start) < 0:
        return None
    match = _OVER_FIELD.search(text, floor, start)
    if match is None or not any(is_role(word) for word in match[1].split()[:3]):
        return None
    return Span(match.start(1), match.end(1))


def with_place(text: str, run: Run, speakers: frozenset[str]) -> Run:
    """`Julia Willie Hamburg`: a place behind a name is her family name where it speaks alone: `sagte Hamburg`."""
    place = _PLACE_BEHIND.match(text, run.name_end)
    if place is None or place[1] not in lex.PLACES or place[1] not in speakers:
        return run
    end = place.end()
    return replace(run, name=text[run.name_start : end], name_end=end)


_PLACE_BEHIND = re.compile(r" ([A-ZÄÖÜ][\w-]{2,30})\b")


def without_noun(run: Run, alone: set[str]) -> Run:
    """`hat Ada Monk Tempo angemahnt`: a noun behind the name, where `Monk` alone is called by name elsewhere."""
    words = run.name.split()
    if len(words) != 3 or not is_given(words[0]) or is_given(words[1]) or words[1][0].islower():
        return run
    if key(words[1]) not in alone or key(words[2]) in alone:
        return run
    name = run.name[: run.name.index(words[2], len(words[0]) + len(words[1])) - 1]
    return replace(run, name=name, name_end=run.name_start + len(name))
