"""What keeps articles apart however similar they read: time, another measure, another step of the same one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from bot.pipeline.stories import claims, deeds, money, steps
from bot.pipeline.stories.places import DAILY, elsewhere, two_countries, two_states
from bot.pipeline.stories.signature import MARKS, Signature

DAY = 86_400.0
WINDOW = 5 * DAY  # between an article and the nearest one of its story
MEASURE_WINDOW = 21 * DAY  # the same, when both headlines name the same measure
HALF = 2 * DAY  # after that long, two articles must be twice as alike
MEASURE_HALF = 8 * DAY  # the same, when both tell the same step of the same measure
ELSEWHERE = 0.45  # when the headlines name places, and none in common
ELSEWHO = 0.3  # when the headlines name companies of the trade, and none in common
NOTHING_TELLING = 0.2  # when two articles with texts share only words that go through all AI policy
# Steps of which the headline says whose they are, or that are lawmaking and no case.
_CLAIMED = frozenset({"sued", "investigated", "enforced"}) | deeds.LAWMAKING
_COURT_AND_AUTHORITY = {"court", "authority"}
_OF_AUTHORITIES = frozenset({"investigated", "enforced"})
_BARE = 6  # words of a headline that may tell no event
_ENOUGH = 2  # telling terms that such a headline's article must share
_BELOW = 3  # terms more than the headline has words: there is a text below it
UNDATED_BARE = 0.85  # closeness of two bare headlines on something else than AI policy when a date is missing
UNDATED = 0.51  # closeness when a date is missing: as if two days lay between


_NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Facts:
    """What is known of a group of articles: first and last second, and the (measures, step) its headlines name."""

    first: float | None
    last: float | None
    named: list[tuple[frozenset[str], str]]
    places: list[frozenset[str]]
    claiming: list[Signature] = field(default_factory=list)  # whose headlines name amounts or parties
    alone: str = ""
    terms: list[Collection[str]] = field(default_factory=list)  # of each article, not yet in `_telling`
    below: bool = False  # whether there is a text below the headline
    bare: bool = False  # whether the headline alone tells no event
    companies: list[frozenset[str]] = field(default_factory=list)  # of the trade, that the headlines name
    leans: bool = False  # whether it is a headline without a text, on something else than AI policy
    _telling: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, article: Signature) -> Facts:
        """The facts of one article."""
        named = [(article.about, article.step)] if article.about or article.step else []
        claiming = (
            [article]
            if article.amounts
            or article.parties
            or article.deed
            or (article.step and steps.stage(article.step) in _CLAIMED)
            or _numbered(article)
            else []
        )
        places = [article.places] if article.places else []
        below = len(article.weights) > len(article.words) + _BELOW
        bare = len(article.words) <= _BARE and claims.says_little(article.words)
        named_here = _NONE if claims.COMPANIES.isdisjoint(article.weights) else claims.companies(article.words)
        companies = [named_here] if named_here else []
        leans = not below and not article.about and claims.AI.isdisjoint(article.weights)
        return cls(
            article.at,
            article.at,
            named,
            places,
            claiming,
            article.alone,
            [article.weights],
            below,
            bare,
            companies,
            leans,
        )

    def telling(self) -> set[str]:
        """Terms that may tell one event from another; put together when first asked for, which headlines seldom are."""
        for terms in self.terms:
            self._telling.update(terms)
        if self.terms:
            self._telling = {term for term in self._telling - claims.DULL if term[0] not in MARKS}
            self.terms = []
        return self._telling

    def take(self, other: Facts) -> None:
        """Take another group's facts in."""
        if other.first is not None and other.last is not None:
            self.first = other.first if self.first is None else min(self.first, other.first)
            self.last = other.last if self.last is None else max(self.last, other.last)
        if other.named:
            self.named += [pair for pair in other.named if pair not in self.named]
        if other.places:
            self.places += [some for some in other.places if some not in self.places]
        if other.claiming:
            self.claiming += other.claiming
        self.terms += other.terms
        if other._telling:
            self._telling |= other._telling
        self.below = self.below and other.below
        self.bare = self.bare and other.bare
        if other.companies:
            self.companies += [some for some in other.companies if some not in self.companies]
        self.leans = self.leans and other.leans

    def apart(self, other: Facts) -> str:
        """Why the two groups cannot be one story, as words for people; empty when they can."""
        if self.alone or other.alone:
            return self.alone or other.alone
        if (self.bare or other.bare) and len(self.telling() & other.telling()) < _ENOUGH:
            return "a headline that tells no event"
        if self.named and other.named:
            for measures, step in self.named:
                for others, other_step in other.named:
                    if steps.different_measures(measures, others):
                        return f"another measure: {_list(measures)}, not {_list(others)}"
                    if steps.different_steps(step, other_step):
                        return f"another step: {_words(step)}, not {_words(other_step)}"
        for places in self.places:
            for others_places in other.places:
                if two_states(places, others_places):
                    return "another state"
        if not (self.leans and other.leans) and self.another_country(other):
            return "another country"
        for one in self.claiming:
            for two in other.claiming:
                if why := _contradict(one, two):
                    return why
        gap = self.gap(other)
        if gap > WINDOW and (gap > MEASURE_WINDOW or not self._same_measure(other)):
            return f"{gap / DAY:.0f} days apart"
        return ""

    def gap(self, other: Facts) -> float:
        """Seconds between the two groups; nought when they overlap or a date is missing."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return 0.0
        return max(0.0, other.first - self.last, self.first - other.last)

    def another_country(self, other: Facts) -> bool:
        """Whether no headline here shares a country with one there, while each names exactly one."""
        pairs = [(one, two) for one in self.places for two in other.places]
        return bool(pairs) and all(two_countries(one, two) for one, two in pairs)

    def closeness(self, other: Facts) -> float:
        """Factor of the similarity: 1 at the same time and place. Reports of one event come together."""
        share = ELSEWHERE if any(elsewhere(one, two) for one in self.places for two in other.places) else 1.0
        if not (self.leans and other.leans) and any(
            elsewhere(one, two) for one in self.companies for two in other.companies
        ):
            share *= ELSEWHO
        if self.below and other.below and self.telling().isdisjoint(other.telling()) and not self._same_place(other):
            share *= NOTHING_TELLING
        if self.first is None or other.first is None:
            return (UNDATED_BARE if self.leans and other.leans else UNDATED) * share
        gap = self.gap(other)
        half = MEASURE_HALF if gap and self._same_step(other) else HALF
        return half / (half + gap) * share

    def _same_place(self, other: Facts) -> bool:
        return any(not (one & two) <= DAILY for one in self.places for two in other.places)

    def _same_step(self, other: Facts) -> bool:
        return any(
            step and steps.same_step(step, other_step) and not measures.isdisjoint(others)
            for measures, step in self.named
            for others, other_step in other.named
        )

    def _same_measure(self, other: Facts) -> bool:
        return any(not one.isdisjoint(two) for one, _ in self.named for two, _ in other.named)


def _list(measures: frozenset[str]) -> str:
    return ", ".join(steps.written(token) for token in sorted(measures)) or "none"


def _words(step: str) -> str:
    return step.replace("_", " ").replace(":", " in the ") + (" house" if ":" in step else "")


def _contradict(one: Signature, other: Signature) -> str:
    """Why two headlines tell of two acts: other people act, others are acted against, or other sums are at stake."""
    if (
        one.words[:-1] == other.words[:-1]
        and one.words[-1:] != other.words[-1:]
        and _numbered(one)
        and _numbered(other)
    ):
        return "another number of one series"
    same_money = bool(one.amounts and other.amounts) and not money.other_money(one.amounts, other.amounts)
    if one.parties and other.parties and not same_money and not (_speaks_of(one, other) or _speaks_of(other, one)):
        named, instead = _written(one, one.parties), _written(other, other.parties)
        return f"another party: {named}, not {instead}"
    # One case against two parties, of which each headline names one, is one story if each text names the other.
    if (
        one.against
        and other.against
        and one.against.isdisjoint(other.against)
        and not (_has(one, other.against) and _has(other, one.against))
    ):
        named, instead = _written(one, one.against), _written(other, other.against)
        return f"another party: {named}, not {instead}"
    if {deeds.kind(one.title), deeds.kind(other.title)} == {"law", "case"}:
        return "a case, not a law" if deeds.kind(one.title) == "case" else "a law, not a case"
    deal, others_deal = deeds.deal(one.title), deeds.deal(other.title)
    if deal and others_deal and deal != others_deal:
        return f"another stage of a purchase: {deal}, not {others_deal}"
    (kinds, sums), (others, others_sums) = money.stakes(one.title), money.stakes(other.title)
    if not kinds.isdisjoint(others):
        if money.other_money(sums, others_sums):
            return "another amount of money"
        if "penalty" in kinds & others and {deeds.judged(one.title), deeds.judged(other.title)} == _COURT_AND_AUTHORITY:
            return "a court, not an authority"
    if one.step == other.step == "sued":
        mine, theirs = claims.plaintiffs(one.title), claims.plaintiffs(other.title)
        if mine and theirs and mine.isdisjoint(theirs) and not (_has(other, mine) and _has(one, theirs)):
            return "another plaintiff"
        mine, theirs = deeds.accusers(one.title), deeds.accusers(other.title)
        if mine and theirs and mine.isdisjoint(theirs) and not (_tells(other, mine) and _tells(one, theirs)):
            return "another plaintiff"
    if one.step == other.step and one.step in _OF_AUTHORITIES:
        mine, theirs = _authorities(one), _authorities(other)
        if mine and theirs and mine.isdisjoint(theirs) and not (_has(other, mine) and _has(one, theirs)):
            return "another authority"
    if one.step == other.step == "proposed":
        mine, theirs = claims.proposers(one.title), claims.proposers(other.title)
        if mine and theirs and mine.isdisjoint(theirs) and not (_has(other, mine) or _has(one, theirs)):
            return "another sponsor"
    if (
        "enforced" in (one.step, other.step)
        and {one.step, other.step} <= {"enforced", ""}
        and money.other_money(one.amounts, other.amounts)
    ):
        return "another amount of money"
    return ""


def _written(article: Signature, parties: Collection[str]) -> str:
    return deeds.as_written(article.title, parties)


def _has(article: Signature, parties: Collection[str]) -> bool:
    """Whether an article mentions one of these, in headline, summary or lead."""
    mentioned = {claims.party(root) for root in article.weights}
    return not mentioned.isdisjoint(parties) or not article.places.isdisjoint(parties)


def _tells(article: Signature, kinds: Collection[str]) -> bool:
    """Whether an article mentions people of one of these kinds."""
    return any(deeds.accuser(root) in kinds for root in article.weights)


def _authorities(article: Signature) -> frozenset[str]:
    return deeds.authorities(article.words) or frozenset(place for place in article.places if place[:3] == "US-")


def _speaks_of(article: Signature, other: Signature) -> bool:
    """Whether an article mentions, in headline, summary or lead, a party of the other's headline."""
    return _has(article, other.parties)


def _numbered(article: Signature) -> bool:
    """Whether a headline ends in a number, as the issues of a newsletter do."""
    return bool(article.words) and article.words[-1].isdigit()
