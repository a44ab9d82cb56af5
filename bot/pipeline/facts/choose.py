"""Which clauses of an article become its key facts: by what they cover, how concrete they are, where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple

from bot.model import Fact, Mention, Slice, Span
from bot.pipeline import boilerplate
from bot.pipeline.facts import earlier, idle, rulings, telling
from bot.pipeline.facts.clauses import LONGEST, Clause, clauses
from bot.pipeline.facts.content import VAGUE, stems
from bot.pipeline.facts.prose import lower_case, prose, raised
from bot.pipeline.facts.scan import READ, day

MOST = 5  # facts of an article
FEWEST = 3  # from here on, when the budget is spent, only what is counted, dated or bound is taken
BUDGET = 75  # words the first facts share; the measure of REALSumm's content units
_SENTENCES = 20  # sentences looked at; coverage is the same with 16, 20, 24 and 32

# Settled on 59 articles: 20 of tests/quality/facts, and 39 web pages and news texts with 419 units of their own.
# 4,000 settings around these cover 1.03 to 1.13 of what the first three sentences of the 39 do; so do the longest whole
# clause of each sentence in reading order, an exact knapsack, and a scorer learned over 33 features. None stands out.
_SLOPE = 1.8  # how fast a sentence's worth falls with its place
_FLOOR = 0.15  # what is left of it at the end
_WORD_SLOPE = 0.4  # the same for the worth of a word
_POWER = 0.7  # of how often a word comes: 0 counts every word once, 1 every time
_BACKGROUND = 0.5  # what a clause about earlier things is worth against one about the story
_DIGIT = 2.5  # what a number is worth against a word
_UNIT = 1_000_000  # worths are kept as whole numbers of it
_COST = 4  # words that every clause costs beside its own, or the shortest would always win
_BROKEN = 0.2  # the least that a clause is worth when only its beginning fits the budget
_DIGITS = re.compile(r"\d")
_CONCRETENESS = 0.12  # what the kinds of mention below add together
_CONCRETE = {
    "money": 1.0, "vote": 1.0, "percentage": 0.6, "count": 0.6, "date": 0.5, "person": 0.5, "instrument": 0.5,
    "organisation": 0.4, "place": 0.4,
}  # fmt: skip
_TELLING = frozenset(_CONCRETE) - {"organisation"}
_HARD = frozenset({"money", "vote", "percentage", "date"})
_RULING = 3.0  # what a court's own words for its decision are worth against a plain told clause
_LONGEST_PAIR = 42  # words of two sentences shown as one fact
_POINTS = re.compile(r"(?:It|They|He|She|This|These|Its|Their|His|Her|Es|Er|Sie|Il|Elle|Ils|Elles)[ \u00a0]")
# What a law or a decision does: a sentence that points at it is worth its words.
_RULES = re.compile(
    r"\b(?:asks?|obliges?|orders?|lets|allows?|gives?|covers?|appl(?:y|ies)|calls on|exempts?|creates?|limits?|"
    r"forbids?|protects?|entitles?|will|would)\b"
)
_LONGEST_DEK = 30  # words
_UNDATED = 0.5  # worth, below the lead, of what has no number, no day and nothing done with effect
_PLAIN = 1.06  # what a clause must be worth that is taken when the budget is spent: something counted, dated or bound
_WEAK = 0.3  # what is worth less against a plain told clause is shown only for want of others
_NEW = 3  # words beside the headline's and the vague ones: a clause with no more tells the headline again
_GENERIC_BOUND = 0.6  # worth of “The law takes effect in May” against the same of a law named
_GENERIC_SUBJECT = re.compile(
    r"(?:The|Recent|New|Such|Many|Some|Most|Several) (?:[a-z]+ )?(?:agreement|deal|pact|partnership|bill|measure|"
    r"law|legislation|ruling|"
    r"proposal|move|decision|announcement|statement|plan|report|study|order|document|actions?|steps|efforts|"
    r"changes|news|"
    r"initiative|program|programme|framework|guidance|rules?|vote|effort|idea|issue|case|lawsuit|complaint)\b"
)
_NAMES = re.compile(r"(?<=[ (“])(?:[A-Z][a-zà-ÿ]+|(?!AI\b)[A-Z]{2,}|[A-Z]\.[A-Z]\.)|\d")
_NAMED = re.compile(r"(?<=[ (“])(?:[A-Z][a-zà-ÿ]+|[A-Z]{2,})|^[A-Z][\w'’-]*[ \u00a0][A-Z]")
_OBJECT = re.compile(
    r"\b(?:him|them|her(?=$|[,;]|[ \u00a0](?:an?|the|to|in|on|at|of|and|for|as|that|from|out|with|by)\b))\b"
)
_LOOSE = frozenset({"him", "her", "his", "their", "them", "they", "he", "she"})


class _Candidate(NamedTuple):
    clause: Clause
    place: int  # of its sentence
    stems: frozenset[str]
    length: int  # words
    prior: float
    mentions: tuple[Mention, ...]
    weak: bool  # a hook, or a newsroom on its own work: only where the article has nothing else


def choose(
    title: str,
    text: str,
    mentions: tuple[Mention, ...],
    *,
    taken: tuple[Span, ...] = (),
    published: datetime | date | None = None,
) -> tuple[Fact, ...]:
    """Two to five key facts of an article, verbatim; fewer when it has not that many, one weak one rather than none.

    Args:
        title: its headline, or nothing; a sentence that only says it again is no fact.
        text: its body; every fact is a slice of it.
        mentions: what `extract` found in `text`.
        taken: spans shown already (the pulled quote); facts do not come from there.
        published: when the article appeared; dates well before it are told as background.

    Facts about the story come first, in reading order as far as they fill 75 words; background comes last, the
    latest told first. Linear in the text.
    """
    text = text[:READ]
    if _is_sentence(title):
        title = ""  # the article's own first sentence stands in for a headline it does not have
    lower = lower_case(text)
    candidates = _candidates(title, raised(text) if lower else text, mentions, taken, day(published), lower)
    argues = idle.argues(title, text)
    if argues or idle.preaches(text):
        checked = [one for one in candidates if not one.weak and idle.checkable(text, one.clause, one.mentions)]
        if argues or len(checked) > 1:
            candidates = checked
    chosen = _greedy([candidate for candidate in candidates if not candidate.weak])
    if not chosen:
        weak = [candidate for candidate in candidates if candidate.weak]
        chosen = _greedy(weak)[:1]
    return tuple(_ordered(text, chosen))


def _candidates(
    title: str,
    text: str,
    mentions: tuple[Mention, ...],
    taken: tuple[Span, ...],
    published: date | None,
    lower: bool,
) -> list[_Candidate]:
    blocked = sorted((*boilerplate.spans(text, title), *taken), key=lambda span: span.start)
    inside = sorted(mentions, key=lambda mention: mention.slice.span.start)
    starts = [mention.slice.span.start for mention in inside]
    title_stems = frozenset(stems(title))
    found: list[_Candidate] = []
    told = list(islice(prose(text, blocked, lower=lower), _SENTENCES))
    dek = _is_dek(text, told, title_stems)
    for index, sentence in enumerate(told):
        place = max(0, index - dek)
        held = tuple(inside[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)])
        instruments = tuple(mention for mention in held if mention.kind == "instrument")
        before = len(found)
        for clause in clauses(text, sentence, instruments, place=place):
            candidate = _candidate(text, clause, place, held, title_stems, published, lower)
            if candidate:
                found.append(candidate._replace(weak=True) if dek and not index else candidate)
        if len(found) > before and index + 1 < len(told) and _is_whole(text, (whole := found[before]).clause, sentence):
            span = _with_next(text, whole, sentence, told[index + 1])
            if span is not None:
                held = tuple(inside[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
                hard = any(one.kind in _HARD and one.slice.span.start > sentence.end for one in held)
                if hard or telling.binds(part := text[sentence.end : span.end]) or _RULES.search(part):
                    both = Clause(span.start, span.end, False, False)
                    candidate = _candidate(text, both, place, held, title_stems, published, lower)
                    if candidate:
                        found.append(candidate)
    for span in rulings.holdings(text):
        held = tuple(inside[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
        candidate = _candidate(text, Clause(span.start, span.end, False, False), 0, held, frozenset(), published, lower)
        if candidate:
            found.append(candidate._replace(prior=_RULING, weak=False))
    return found


def _is_whole(text: str, clause: Clause, sentence: Span) -> bool:
    """Whether nothing of its sentence stands behind a clause but the stop."""
    return clause.end >= sentence.end - 2 and text[clause.end : sentence.end] in (".", " .")


def _with_next(text: str, whole: _Candidate, sentence: Span, following: Span) -> Span | None:
    """A clause with the sentence behind it, where that one points at it (“It takes effect in May”); both short."""
    if whole.weak or whole.clause.background or not _POINTS.match(text, following.start):
        return None
    end = following.end - (text[following.end - 1] == ".")
    end -= text[end - 1] == " "
    if "\n" in text[sentence.end : following.start] or len(text[whole.clause.start : end].split()) > _LONGEST_PAIR:
        return None
    return Span(whole.clause.start, end)


def _is_dek(text: str, told: list[Span], title_stems: frozenset[str]) -> bool:
    """Whether the first sentence is a dek: a paragraph of its own before the lead, which says the headline in full."""
    if len(told) < 2 or len(title_stems) < 3:
        return False
    first, second = told[0], told[1]
    if "\n" not in text[first.end : second.start] or len(text[first.start : first.end].split()) > _LONGEST_DEK:
        return False
    before, after = (len(title_stems.intersection(stems(text[span.start : span.end]))) for span in (first, second))
    return 2 * after >= len(title_stems) and 3 * before <= after + 1


def _is_sentence(title: str) -> bool:
    """Whether a title is a sentence out of a text rather than a headline."""
    words = len(title.split())
    return words > 22 or (words >= 12 and title.rstrip().endswith("."))


def _candidate(
    text: str,
    clause: Clause,
    place: int,
    held: tuple[Mention, ...],
    title_stems: frozenset[str],
    published: date | None,
    lower: bool,
) -> _Candidate | None:
    if clause.dangling:
        return None
    start, end = clause.start, clause.end
    part = text[start:end]
    told = part.split()
    length = len(told)
    if not 5 <= length <= LONGEST or _unbalanced(part):
        return None
    words = frozenset(stems(part))
    mine = tuple([one for one in held if start <= one.slice.span.start and one.slice.span.end <= end])
    kinds = {one.kind for one in mine}
    if len(title_stems) >= 3 and words <= title_stems:
        return None  # the headline itself
    if (
        place < 3
        and len(title_stems) >= 3
        and not kinds & _TELLING
        and 2 * len(words & title_stems) >= len(title_stems)
        and len(words - title_stems - VAGUE) <= _NEW
    ):
        return None  # the headline again, with nothing new in it
    prior = 1.0 + _CONCRETENESS * sum(_CONCRETE.get(kind, 0.0) for kind in kinds)
    different = telling.words_of(part)
    worth, weak = telling.judged(part, kinds, first=not place, words=told, held=different)
    if not worth:
        return None
    prior *= worth
    if place > 2 and worth <= 1.0 and idle.plain(idle.signs(different), kinds):
        prior *= _UNDATED
    if _GENERIC_SUBJECT.match(part):
        prior *= _GENERIC_BOUND if kinds & _HARD or telling.binds(part) else 0.4
    named = lower or _NAMES.search(part, 1) is not None
    if not named and not any(mention.kind != "instrument" for mention in mine):
        prior *= 0.6  # nobody named, nothing counted
    if not clause.background and place > 1:
        dates = [(mention.slice.span.start - clause.start, mention) for mention in mine if mention.kind == "date"]
        if earlier.tells(part, dates, published, told):
            clause = clause._replace(background=True)
    if clause.background:
        prior *= _BACKGROUND
    loose = not _LOOSE.isdisjoint(different)
    if loose and not named:
        prior *= 0.7
    if loose and (whom := _OBJECT.search(part)) and not _NAMED.search(part, 0, whom.start()):
        prior *= 0.5  # “The clerk gave him a sandwich”
    return _Candidate(clause, place, words, length, prior, mine, weak or prior < _WEAK)


def _unbalanced(part: str) -> bool:
    """Whether a quotation begins or ends outside of a clause."""
    return part.count("“") != part.count("”") or part.count('"') % 2 != 0 or ("``" in part) != ("''" in part)


def _weights(candidates: list[_Candidate]) -> dict[str, int]:
    """What each word is worth: more when it stands early and comes again. Whole numbers: their sums have no order."""
    told: dict[int, set[str]] = {}
    for candidate in candidates:
        told.setdefault(candidate.place, set()).update(candidate.stems)
    weights: dict[str, float] = {}
    for place, words in told.items():
        worth = 1.0 / (1.0 + _WORD_SLOPE * place)
        for word in words:
            weights[word] = weights.get(word, 0.0) + worth
    return {
        word: round(_UNIT * worth**_POWER * (1.0 if word.isalpha() or not _DIGITS.search(word) else _DIGIT))
        for word, worth in weights.items()
    }


def _greedy(candidates: list[_Candidate]) -> list[_Candidate]:
    """Take what adds most per word until five are taken; the first ones must fit 75 words together."""
    weights = _weights(candidates)
    priors = [
        candidate.prior * (_FLOOR + (1.0 - _FLOOR) / (1.0 + _SLOPE * candidate.place)) / (candidate.length + _COST)
        for candidate in candidates
    ]
    worths = [sum(map(weights.__getitem__, candidate.stems)) for candidate in candidates]  # of words no fact holds yet
    covered: set[str] = set()
    chosen: list[_Candidate] = []
    left = list(range(len(candidates)))
    words = 0
    while left and len(chosen) < MOST:
        full = words >= BUDGET and len(chosen) >= FEWEST
        best = -1
        most = 0.0
        for index in left:
            if full and not candidates[index].clause.background and candidates[index].prior < _PLAIN:
                continue
            gain = worths[index] * priors[index]
            length = candidates[index].length
            if words < BUDGET < words + length:
                gain *= max(_BROKEN, (BUDGET - words) / length)
            if gain > most:
                best, most = index, gain
        if best < 0:
            break
        taken = candidates[best]
        chosen.append(taken)
        words += taken.length
        left = _others(candidates, left, taken)
        new = taken.stems - covered
        covered |= new
        for index in left:
            worths[index] -= sum(map(weights.__getitem__, candidates[index].stems & new))
    return chosen


def _others(candidates: list[_Candidate], left: list[int], taken: _Candidate) -> list[int]:
    """Those that are no other reading of the clause taken, and do not say the same."""
    start, end, words = taken.clause.start, taken.clause.end, taken.stems
    size = len(words)
    return [
        index
        for index in left
        if not ((other := candidates[index]).clause.start < end and start < other.clause.end)
        and len(other.stems & words) < 0.6 * min(len(other.stems), size)
    ]


def _ordered(text: str, chosen: list[_Candidate]) -> list[Fact]:
    """The story in reading order as far as it fills the budget, then the rest of it, then background from the end."""
    story = [candidate for candidate in chosen if not candidate.clause.background and not candidate.weak]
    background = [candidate for candidate in chosen if candidate.clause.background]
    words = 0
    first: list[_Candidate] = []
    later: list[_Candidate] = []
    for candidate in story:
        (first if words < BUDGET else later).append(candidate)
        words += candidate.length
    first.sort(key=lambda candidate: candidate.clause.start)
    background.sort(key=lambda candidate: -candidate.clause.start)
    weak = [candidate for candidate in chosen if candidate.weak and not candidate.clause.background]
    return [_fact(text, candidate) for candidate in (*first, *later, *weak, *background)]


def _fact(text: str, candidate: _Candidate) -> Fact:
    clause = candidate.clause
    return Fact(
        Slice(text[clause.start : clause.end], Span(clause.start, clause.end)),
        _why(candidate),
        clause.background,
        candidate.mentions,
    )


def _why(candidate: _Candidate) -> str:
    """What earned the place, in a few words."""
    kinds = {mention.kind for mention in candidate.mentions}
    reasons = [
        name
        for name, wanted in (
            ("money", {"money"}),
            ("vote", {"vote"}),
            ("number", {"count", "percentage"}),
            ("who", {"person", "organisation"}),
            ("where", {"place"}),
            ("when", {"date"}),
            ("instrument", {"instrument"}),
        )
        if kinds & wanted
    ]
    return ", ".join(reasons) or "what happened"
