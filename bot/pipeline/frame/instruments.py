"""What kind of act it is, by the words for acts in headline and text."""

from __future__ import annotations

from typing import Final

from bot.model import Label, Mention, Slice
from bot.pipeline.data import french_words, german_words, world_pairs, world_words
from bot.pipeline.data.deed_words import ACTORS
from bot.pipeline.data.instrument_pairs import INSTRUMENT_PAIRS
from bot.pipeline.data.instrument_words import INSTRUMENTS, NOT_INSTRUMENTS
from bot.pipeline.frame import compounds, stages
from bot.pipeline.frame.pairs import Pairs
from bot.pipeline.frame.story import Story
from bot.pipeline.frame.weigh import Proofs, Tabled, Weighed, label, lexicon, read_in, weigh
from bot.pipeline.phrases import Hit, Words
from bot.pipeline.text import word_set

_INSTRUMENTS: Final = lexicon(INSTRUMENTS, world_words.INSTRUMENTS, absorbing=NOT_INSTRUMENTS)
_PAIRS: Final = Pairs((*INSTRUMENT_PAIRS, *world_pairs.INSTRUMENT_PAIRS))
_NOT_FRENCH: Final = "par rapport|en rapport avec|selon les rapports|rapports avec|mise en avant|mis en avant"
_OWN: Final = {
    "de": lexicon(german_words.INSTRUMENTS),
    "fr": lexicon(french_words.INSTRUMENTS, absorbing=_NOT_FRENCH),
}
_LEAST: Final = 2.0  # score for a value to be said at all: a plain word in the first sentence


def find(story: Story, cited: tuple[Mention, ...], language: str) -> Tabled:
    """What the tables say of the story's own instrument; `cited` are the measures that headline and text name."""
    also = [*_by_number(cited), *compounds.laws(story)]
    ranked = weigh(story, *read_in(language, _INSTRUMENTS, _PAIRS, _OWN), discount=_unless_denied, also=also)
    return Tabled(_best(story, ranked), ranked)


# What kind of act a citation by number is: the first word of its token.
_KIND_OF_NUMBER: Final = {
    **dict.fromkeys(("sb", "hb", "ab", "hr", "s", "sf", "hf", "ld", "lb", "bill", "c-27"), "law"),
    "eo": "executive_order",
    **dict.fromkeys(("iso", "gb", "ieee"), "standard"),
}
_NUMBER_WEIGHT: Final = 2.6


def _by_number(cited: tuple[Mention, ...]) -> list[tuple[str, float, Slice]]:
    """“SB 53” proves a law where no word says so."""
    return [
        (_KIND_OF_NUMBER[kind], _NUMBER_WEIGHT, mention.slice)
        for mention in cited
        if mention.data["by"] == "number" and (kind := str(mention.data["id"]).split(" ")[0]) in _KIND_OF_NUMBER
    ]


# A law that provides for fines is no enforcement: “to impose fines”, “penalties could reach”, “fines of up to”.
_IMPOSING = word_set("impose imposing levy would could face faces facing risk risks")
_PROSPECTIVE = word_set("could can may would up reach range is run start")
# “AI legislation report”, “AI bill tracker”: the last noun of a compound says what it is.
_HEADS = word_set("report reports study studies tracker index survey summit forum conference debate expert experts")
# What is done under an order is not the order; nor is what is broken or got round.
_UNDER: Final = {
    "executive_order": word_set("under pursuant furtherance implementation implement implementing follows required"),
    "trade_control": word_set(
        "violation violations violating violate violated evade evading circumvent circumventing skirt skirting bypass "
        "breach breaching despite dodge"
    ),
}
_FAR_BACK: Final = 7  # words before it in which that is said
_DENYING = word_set(
    "without no not than instead ohne kein keine sans avoid avoids avoided avoiding escape escapes escaped escaping "
    "dodge dodges dodged dodging spared evade evades evaded nobody none entgeht entgehen évite évitent échappe"
)


def _unless_denied(words: Words, hit: Hit[Proofs], id: str) -> float:
    """“Without penalties”, “bill tracker”: the instrument is named because it is absent or is not the thing."""
    if words.lows[hit.last + 1 : hit.last + 2] and words.lows[hit.last + 1] in _HEADS and words.gaps[hit.last] == " ":
        return 0.25
    planned = id == "enforcement" and not _PROSPECTIVE.isdisjoint(words.lows[hit.last + 1 : hit.last + 3])
    if id in _UNDER and not _UNDER[id].isdisjoint(words.lows[max(0, hit.first - _FAR_BACK) : hit.first]):
        return 0.35
    index = hit.first - 1
    for _ in range(4):
        if index < 0 or not words.joined(index):
            break
        low = words.lows[index]
        if low in _DENYING:
            return 0.2
        planned = planned or (id == "enforcement" and (low in _IMPOSING or low in stages.RULE_MAKING))
        index -= 1
    return 0.3 if planned else 1.0


_TEXTS: Final = word_set("strategy guidance report standard executive_order treaty declaration regulation law")
_OUTRIGHT: Final = 3.0  # table weight of words that name an act outright
_HEADED: Final = 0.75  # of the best score: an act that the headline names outright, the best one in the text alone

# “Governor sets up panel” by an order that the text names: the order is the act.
_HEADS_OF_STATE: Final = word_set("trump biden president " + ACTORS["executive"])


def _ordered(story: Story, ranked: list[Weighed]) -> Weighed | None:
    if ranked[0].id != "institution" or _HEADS_OF_STATE.isdisjoint(story.title.lows):
        return None
    for one in ranked[1:]:
        if one.id == "executive_order" and one.strongest >= _OUTRIGHT:
            return one if one.proof.origin == "title" or story.sentence(one.proof.span.start) <= 1 else None
    return None


def _best(story: Story, ranked: list[Weighed]) -> Label | None:
    if not ranked or ranked[0].score < _LEAST:
        return None
    best = _ordered(story, ranked) or ranked[0]
    if best.proof.origin != "title":
        for one in ranked[1:]:
            if (
                one.id in _TEXTS
                and one.proof.origin == "title"
                and one.strongest >= _OUTRIGHT
                and one.score >= _HEADED * best.score
            ):
                return label(one)
    return label(best)
