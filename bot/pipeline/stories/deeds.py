"""Whom a headline says something was done to: sued, fined, investigated; and whether it tells of lawmaking or a case.

Two suits of one week read alike but for one name. So the party acted on is part of the event, whichever way the
headline says it: `X sues OpenAI`, `OpenAI sued by X`, `OpenAI faces inquiry`, `Klage gegen OpenAI`,
`enquête sur OpenAI`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from bot.pipeline.stories import claims, steps, tokens
from bot.pipeline.stories.places import PLACES
from bot.pipeline.text import word_set

# Verbs whose object is the party acted on: `sues OpenAI`, `verklagt OpenAI`, `poursuit OpenAI`.
_ACTIVE: Final = word_set("""
sue sues suing fines fining probe probes probing investigate investigates investigating raid raids raiding charges
charging sanction sanctions penalise penalises penalize penalizes accuse accuses accusing prosecute prosecutes indict
indicts subpoena subpoenas summon summons ban bans block blocks blocked banned restricts suspends
verklagt verklagen verklagte bestraft sperrt rügt sanctionne poursuit poursuivent assigne assignent accuse attaque
attaquent condamne perquisitionne
""")
# The same after the deed: `Getty sued Stability` tells whom, `OpenAI sued by authors` was told before.
_PARTICIPLES: Final = word_set("""
sued fined charged raided probed investigated sanctioned penalised penalized accused prosecuted indicted subpoenaed
summoned zahlen verklagt verurteilt bestraft gerügt poursuivi poursuivie condamné condamnée sanctionné sanctionnée
accusé accusée visé visée attaqué attaquée perquisitionné
""")
# German verbs that end a sentence: `OpenAI ... verklagt`; and words after which a capital letter makes no name.
_AT_THE_END: Final = word_set("verklagt verurteilt bestraft gerügt zahlen")
_GERMAN: Final = _AT_THE_END | word_set("verklagen verklagte sperrt rügt gegen bei für")
_SUFFERS: Final = word_set("""
face faces faced facing fights hit slapped under écope écopent droht drohen
""")
_SETTLES: Final = word_set("settle settles settled settling")
_PAYS: Final = word_set("pay pays paid zahlt paie")
# What is brought against a party, and may stand a few words from its name.
_CASES: Final = word_set("""
lawsuit lawsuits suit suits probe probes inquiry inquiries enquiry investigation investigations fine fines penalty
penalties charges complaint complaints case action proceedings raid raids settlement sanctions sanction subpoena claim
claims injunction litigation ruling
klage sammelklage klagen ermittlungen ermittlung ermittelt untersuchung verfahren bußgeld bussgeld geldbuße geldstrafe
strafe beschwerde razzia prüfverfahren vorgehen urteil
plainte plaintes enquête enquêtes amende amendes procès recours sanction action procédure perquisition perquisitions
""")
_TOWARDS: Final = word_set("against into of on at for with gegen bei für contre sur visant à chez")
_ALWAYS: Final = word_set("against gegen contre")  # whatever is said before it
_TAKES: Final = word_set("take takes taking took drag drags dragged")
_BEING: Final = word_set("""
is was are were be been being gets got again newly to will could may must not agrees agree offers wird wurde werden est
sont être a
""")
_OF: Final = word_set("of from")
_AND: Final = word_set("and & und et")
_SKIPPED: Final = word_set("the its a an le la les l' die der das den")
# What a party is called beside its name.
_KINDS: Final = word_set("""
maker parent owner founder founders ceo chief boss startup start-up giant giants developer creator unit arm subsidiary
operator chatbot app ai platform platforms company companies firm firms inc labs hersteller betreiber konzern mutter
entwickler anbieter fabricant éditeur société groupe data privacy antitrust copyright class federal state states big
tech social media technologies new us-based former parents family families teen teens authors artists lawsuit suit
probe case inquiry investigation complaint settlement fine fines charges amid user users
""")
_FEW, _SOME, _NAMED = 4, 7, 5  # words to skip before a name, between verb and case, and names of one run
LAWMAKING: Final = frozenset({"enacted", "signed", "passed", "advanced", "proposed", "in_force", "consultation"})
_CASE: Final = frozenset({"sued", "investigated", "enforced"})
_LAW_NOUNS: Final = word_set("""
bill bills law laws act acts legislation measure measures ordinance statute resolution directive regulation rules order
gesetz gesetze gesetzentwurf verordnung richtlinie loi lois projet règlement décret
""")
# Authorities of one country: a case of the one is no case of the other.
_AUTHORITIES: Final = {
    "ftc": "ftc", "doj": "doj", "sec": "sec", "fcc": "fcc", "nhtsa": "nhtsa", "cfpb": "cfpb", "eeoc": "eeoc",
    "fda": "fda", "cftc": "cftc", "ofcom": "ofcom", "ico": "ico", "cma": "cma", "fca": "fca", "asa": "asa",
    "cnil": "cnil", "arcom": "arcom", "bundeskartellamt": "kartellamt", "kartellamt": "kartellamt", "bafin": "bafin",
    "bfdi": "bfdi", "garante": "garante", "agcm": "agcm", "agcom": "agcom", "dpc": "dpc", "edpb": "edpb",
    "edps": "edps", "kftc": "kftc", "pipc": "pipc", "jftc": "jftc", "cac": "cac", "samr": "samr", "cci": "cci",
    "accc": "accc", "oaic": "oaic", "esafety": "esafety", "aepd": "aepd", "uodo": "uodo", "cade": "cade",
    "anpd": "anpd",
}  # fmt: skip


# Names that are words of their own unless written so, and bodies of one government.
_WRITTEN: Final = {
    "X": "xai", "Character": "characterai", "Pentagon": "US", "Defense": "US", "Defence": "US", "DoD": "US",
    "Trump": "US", "Administration": "US",
}  # fmt: skip
_LEAST_INITIALS, _MOST_INITIALS = 2, 4


# Those who sue, where a headline gives no name: parents are no authors.
_ACCUSERS: Final = {
    tokens.stem(word): row.split()[0]
    for row in (
        "parents parent family families mother mom mum father dad widow widower estate eltern familie mutter vater",
        "authors author writers writer novelists novelist autoren autor schriftsteller auteurs écrivains",
        "artists artist illustrators illustrator photographers photographer künstler fotografen artistes",
        "newspapers newspaper publishers publisher verlage zeitungen éditeurs journaux",
        "musicians musician labels label songwriters songwriter musiker",
        "shareholders shareholder investors investor aktionäre actionnaires",
        "users user consumers consumer customers customer nutzer verbraucherschützer utilisateurs",
        "workers worker employees employee drivers driver moderators moderator beschäftigte",
    )
    for word in row.split()
}
_COURTS: Final = word_set(
    "court courts judge judges jury jurors verdict trial gericht landgericht richter richterin juge"
)
_REGULATORS: Final = word_set("""
regulator regulators watchdog watchdogs authority commission eu brussels agency behörde datenschutzbehörde
aufsicht datenschützer wettbewerbshüter kommission eu-kommission autorité commission
""")
_SUING: Final = word_set(
    "sue sues sued suing lawsuit lawsuits suit verklagt verklagen klagen klage plainte poursuivent"
)
_BY: Final = word_set("by from von par")


def _roots(words: str) -> frozenset[str]:
    return frozenset(tokens.read(word).root for word in words.split())


_PURCHASES: Final = _roots(
    "acquire acquires acquiring acquisition buy buys buyout purchase takeover merger bid "
    "übernahme übernimmt rachat rachète"
)
_DEALS: Final = (
    ("blocked", _roots("blocks blocked bars vetoes forbids halts untersagt")),
    ("reviewed", _roots("reviews reviewing review probes investigates investigating scrutinises scrutinizes prüft")),
    ("done", _roots("completes completed closes closed finalises finalizes finalised finalized abgeschlossen")),
)


class _Word(NamedTuple):
    """One word of a headline, read once."""

    low: str
    name: str  # root of the party it may name; empty when it names none
    sure: bool  # a name by its form or by what is known: `OpenAI`, `Character.AI`, `Meta`
    capital: str  # its first letter, if a capital one


@lru_cache(maxsize=50_000)
def _read(word: str) -> _Word:
    bare = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    low, capital = bare.lower(), bare[:1] if bare[:1].isupper() and not bare.isupper() else ""
    if bare in _WRITTEN:
        return _Word(low, _WRITTEN[bare], True, capital)
    root, weight, _ = tokens.read(word)
    capital = capital if root else ""  # `Over` is no name in a headline all in capitals
    upper = sum(character.isupper() for character in bare)
    if root in claims.COMPANIES and upper:
        return _Word(low, claims.party(root), True, capital)
    if code := PLACES.get(bare, ""):
        return _Word(low, code, True, capital)
    if not upper or not root or weight < 1.0 or root in claims.DULL or low in _KINDS:
        return _Word(low, "", False, capital)
    sure = (upper > bool(capital) and not bare.isupper()) or "." in bare.strip(".")
    return _Word(low, root, sure, capital)


def signs(word: str) -> bool:
    """Whether a headline with this word may tell whom something was done to, or who is bought."""
    low = word.lower()
    if tokens.read(word).root in _PURCHASES:
        return True
    return low in _ACTIVE or low in _PARTICIPLES or low in _SETTLES or low in _CASES or low in _ALWAYS or low in _TAKES


@lru_cache(maxsize=8192)
def acted_on(title: str) -> frozenset[str]:
    """Roots of the parties something was done to by a headline, or codes of places: sued, fined, investigated, raided,
    accused, settled with. Empty when it names none.
    """
    told = [_read(word) for word in tokens.words(title)]
    if _all_capitals(told):  # then a capital letter makes no name
        told = [word if word.sure else word._replace(name="", capital="") for word in told]
    found: set[str] = set()
    case = -_SOME - 1  # where the last word for a case stands
    paid = any(word.low in _CASES or word.low in _SETTLES for word in told)
    ending = 0  # words before the last German verb that ends its sentence
    for place, word in enumerate(told):
        low = word.low
        if low in _CASES or low in _SETTLES:
            case = place
        if low in _ALWAYS or (low in _TOWARDS and place - case <= _FEW):
            found |= _after(told, place + 1)
        elif low in _PARTICIPLES:
            if low in _AT_THE_END and not _named_after(told, place):
                ending = place
            else:
                found |= _of_participle(told, place)
        elif low in _ACTIVE:
            found |= _after(told, place + 1)
        elif low in _SETTLES or (low in _PAYS and paid):
            found |= _before(told, place)
        elif low in _SUFFERS:
            if any(other.low in _CASES for other in told[place + 1 : place + 1 + _SOME]):
                found |= _before(told, place)
        elif low in _TAKES and "court" in [other.low for other in told[place + 2 : place + 2 + _SOME]]:
            found |= _after(told, place + 1)
    found.update(word.name for word in told[:ending] if word.sure)
    return frozenset(found)


def _all_capitals(told: Sequence[_Word]) -> bool:
    """Whether a headline writes all its words with capitals: `Parents Sue Robot Maker Over Harm`."""
    long = [word for word in told[1:] if len(word.low) > _FEW and word.low.isalpha()]
    return len(long) >= _FEW and all(word.capital for word in long)


def _of_participle(told: Sequence[_Word], place: int) -> set[str]:
    """Who was sued: named before `sued by`, after `sued` where a name follows."""
    return _named_after(told, place) or _before(told, place)


def _named_after(told: Sequence[_Word], place: int) -> set[str]:
    """The names after a participle that does not say what they were done by: none of `was sued OpenAI`."""
    passive = place > 0 and told[place - 1].low in _BEING
    return set() if passive else _after(told, place + 1)


def _after(told: Sequence[_Word], start: int) -> set[str]:
    """Names of the run that begins here, past an article and what the party is called."""
    found: list[_Word] = []
    skipped, listed = 0, False
    for word in told[start : start + _FEW + _NAMED]:
        if word.low in _AND and found:
            listed = True
            continue
        if (word.name or word.capital) and word.low not in _KINDS:
            if found and steps.hint(word.low).rank < steps.NO_STEP:
                break
            found.append(word)
        elif found and word.low in _KINDS:
            continue
        elif found or not (word.low in _SKIPPED or tokens.read(word.low).root or (skipped and word.low in _OF)):
            break  # a word such as `over` ends it
        else:
            skipped += 1
            if skipped > _FEW:
                break
    german = told[start - 1].low in _GERMAN  # all its nouns have capitals
    return _names([word for word in found if word.sure] if german else found, listed)


def _before(told: Sequence[_Word], place: int) -> set[str]:
    """Names of the run that ends here, past `is being` and what the party is called."""
    found: list[_Word] = []
    listed = False
    for word in reversed(told[max(0, place - _FEW - _NAMED) : place]):
        if word.low in _AND and found:
            listed = True
            continue
        if (word.name or word.capital) and word.low not in _KINDS:
            found.append(word)
        elif found or not (word.low in _BEING or word.low in _KINDS):
            break
    return _names(found[::-1], listed)


def _names(run: Sequence[_Word], listed: bool) -> set[str]:
    """The names of a run; where some are surely names, the others may be words in capitals. `listed`: they are two."""
    names = {word.name for word in run if word.sure} or {word.name for word in run}
    initials = "".join(word.capital for word in run).lower()
    if not listed and _LEAST_INITIALS <= len(initials) <= _MOST_INITIALS and len(initials) == len(run):
        names.add(initials)  # General Motors is GM elsewhere
    return names - {""}


@lru_cache(maxsize=8192)
def kind(title: str) -> str:
    """`law` for a headline of lawmaking, `case` for one of a case against somebody, empty for both or neither."""
    lows = [word.lower() for word in tokens.words(title)]
    told = {steps.name(rank) for low in lows if (rank := steps.hint(low).rank) < steps.NO_STEP}
    if told and told <= LAWMAKING and not _LAW_NOUNS.isdisjoint(lows):
        return "law"
    if told and told <= _CASE and acted_on(title):
        return "case"
    return ""


def authorities(words: Sequence[str]) -> frozenset[str]:
    """Authorities a headline names; where it names none, the states of the USA it names act."""
    return frozenset(found for word in words if (found := _AUTHORITIES.get(_read(word).low)))


@lru_cache(maxsize=8192)
def accusers(title: str) -> frozenset[str]:
    """What kinds of people sue by a headline, each by one word: `parents` for `OpenAI sued by mother of teenager`."""
    lows = [word.lower() for word in tokens.words(title)]
    place = next((place for place, low in enumerate(lows) if low in _SUING), -1)
    if place < 0:
        return frozenset()
    by = next((at for at, low in enumerate(lows[place:], place) if low in _BY), None)
    told = lows[by + 1 : by + 1 + _FEW] if by is not None else lows[:place]
    return frozenset(found for low in told if (found := accuser(tokens.stem(low))))


@lru_cache(maxsize=8192)
def judged(title: str) -> str:
    """Whether a `court` or an `authority` is named in a headline, the latter also by its country (`France fines X`);
    empty for both or neither.
    """
    words = tokens.words(title)
    told = {_read(word).low for word in words}
    court = not told.isdisjoint(_COURTS)
    authority = bool(words and words[0] in PLACES) or not told.isdisjoint(_AUTHORITIES.keys() | _REGULATORS)
    return "" if court is authority else "court" if court else "authority"


@lru_cache(maxsize=8192)
def deal(title: str) -> str:
    """How far the purchase of a company is by a headline: `made`, `reviewed`, `blocked`, `done`; empty without one."""
    roots = {tokens.read(word).root for word in tokens.words(title)}
    if roots.isdisjoint(_PURCHASES):
        return ""
    return next((name for name, some in _DEALS if not roots.isdisjoint(some)), "made")


def accuser(root: str) -> str:
    """The kind of people a word stands for, empty for any other word."""
    return _ACCUSERS.get(root, "")


def as_written(title: str, roots: Collection[str]) -> str:
    """Parties as their headline writes them, for people: `Character.AI, Meta` for their roots."""
    found: dict[str, str] = {}
    for word in tokens.words(title):
        bare = word.replace("’", "'").removesuffix("'s")
        name = _read(word).name or claims.party(tokens.read(word).root)
        if name in roots and not bare.islower():
            found.setdefault(name, bare)
    return ", ".join(found.values() or sorted(roots))
