"""What changed between two readings of one article, and whether it matters to readers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal

from bot.model import Card, Reading

ChangeKind = Literal["lead", "headline", "quote", "fact", "stage", "number", "date", "measure"]

# A digit or a spelled date, as far as it is the same in every style: "1,5" and "1.5" are two ways to write one number.
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS: Final = re.compile(r"[^\w%€$£]+")
# Units whose change is a change of the news itself, not of its wording.
_COUNTED: Final = frozenset({"money", "count", "percentage", "vote"})

# A headline that was replaced by, or begins with, the notice that its article was taken back.
_TAKEN_BACK: Final = re.compile(
    r"[\[(*»“\"]*(?:withdrawn|retracted|retraction|retracts|removed|deleted|unpublished|taken down"
    r"|zurückgezogen|gelöscht|entfernt|retiré|retirada?)(?:[\])*»“\"]|\s*[:–—|-]|\s*$|\s+(?:article|story|post|notice)\b)",
    re.IGNORECASE,
)
_NOTICE: Final = re.compile(
    r"\bth(?:is|e) (?:article|story|post|page|report|press release|publication|document) (?:has been|was|is) "
    r"(?:withdrawn|retracted|removed|deleted|taken down|unpublished)\b"
    r"|\bdieser (?:artikel|beitrag) wurde (?:zurückgezogen|gelöscht|entfernt)\b",
    re.IGNORECASE,
)
_NOTICE_WITHIN: Final = 200  # characters of a summary; further down such words may be about another text


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed: a line for the card, and whether it deserves a note in the thread.

    Material are a stage, a number and a date (issue 5): they change what readers act on.
    """

    kind: ChangeKind
    words: str
    material: bool = False


def between(before: Card | Reading, after: Card | Reading) -> tuple[Change, ...]:
    """Changes readers should see, in card order. Another blank, quotation mark, dash or case is no change.

    Two cards led by two articles are not compared word by word: the only change is who leads.
    """
    if isinstance(before, Card) and isinstance(after, Card) and before.article_id != after.article_id:
        return (Change("lead", f"now led by {after.outlet}"),)
    old = before.reading if isinstance(before, Card) else before
    new = after.reading if isinstance(after, Card) else after
    found: list[Change] = []
    if fold(old.headline.text) != fold(new.headline.text):
        found.append(Change("headline", f"headline was “{old.headline.text}”"))
    found += _stage(old, new)
    found += _numbers(old, new)
    found += _dates(old, new)
    if new.pull is not None and old.pull is not None and _quoted(old) != _quoted(new):
        gone = not any(fold(part.text) in _all_quoted(new) for part in old.pull.parts)
        found.append(Change("quote", "the quoted words were changed" if gone else "another quote was chosen"))
    elif old.pull is not None and new.pull is None:
        found.append(Change("quote", "the quote was taken out"))
    elif old.pull is None and new.pull is not None:
        found.append(Change("quote", "a quote was added"))
    if not any(change.kind == "number" for change in found) and _facts(old) != _facts(new):
        found.append(Change("fact", _count(len(_facts(new) - _facts(old)), len(_facts(old) - _facts(new)))))
    return tuple(found)


def is_withdrawn(title: str, summary: str = "") -> bool:
    """Whether a known article was taken back: its headline became, or now begins with, a notice that says so."""
    return bool(_TAKEN_BACK.match(title.strip()) or _NOTICE.search(f"{title}. {summary[:_NOTICE_WITHIN]}"))


def material(changes: Collection[Change]) -> bool:
    """Whether one of the changes deserves a note in the thread."""
    return any(change.material for change in changes)


def fold(text: str) -> str:
    """Words only: no case, marks, blanks or typographic variants, numbers kept."""
    return " ".join(_MARKS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).split())


def _stage(old: Reading, new: Reading) -> list[Change]:
    before, after = old.frame.stage, new.frame.stage
    if before is None or after is None or before.id == after.id:
        return []
    return [Change("stage", f"stage was {before.id.replace('_', ' ')}, is {after.id.replace('_', ' ')}", True)]


def _numbers(old: Reading, new: Reading) -> list[Change]:
    """Numbers that stood in the headline or the chosen facts and do not any more, with those that came instead."""
    before, after = _figures(old), _figures(new)
    gone = [shown for value, shown in before.items() if value not in after]
    come = [shown for value, shown in after.items() if value not in before]
    if not gone or not come:
        return []
    return [Change("number", f"{', '.join(gone)} became {', '.join(come)}", True)]


def _figures(reading: Reading) -> dict[str, str]:
    texts = [reading.headline.text, *(fact.slice.text for fact in reading.facts if not fact.background)]
    mentioned = [
        mention.slice.text for fact in reading.facts if not fact.background for mention in fact.mentions
        if mention.kind in _COUNTED
    ]  # fmt: skip
    return {
        match[0].replace(",", ".").rstrip("."): match[0]
        for text in (mentioned or texts)
        for match in _NUMBER.finditer(text)
    }


def _dates(old: Reading, new: Reading) -> list[Change]:
    found = []
    for kind in dict.fromkeys(ahead.kind for ahead in old.dates_ahead):
        before = {ahead.on for ahead in old.dates_ahead if ahead.kind == kind}
        after = {ahead.on for ahead in new.dates_ahead if ahead.kind == kind}
        if before and after and before.isdisjoint(after):
            words = f"{kind} was {min(before).isoformat()}, is {min(after).isoformat()}"
            found.append(Change("date", words, True))
    return found


def _quoted(reading: Reading) -> str:
    return " ".join(fold(part.text) for part in reading.pull.parts) if reading.pull else ""


def _all_quoted(reading: Reading) -> str:
    return " | ".join(fold(part.text) for quote in reading.quotes for part in quote.parts)


def _facts(reading: Reading) -> frozenset[str]:
    return frozenset(fold(fact.slice.text) for fact in reading.facts)


def _count(come: int, gone: int) -> str:
    if come and gone:
        return "a fact was changed" if come == gone == 1 else f"{max(come, gone)} facts were changed"
    if come:
        return "a fact was added" if come == 1 else f"{come} facts were added"
    return "a fact was taken out" if gone == 1 else f"{gone} facts were taken out"
