"""The policy frame of an article: jurisdictions, instrument, stage, topic, each with the words that prove it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.model import Frame, Label, Mention, Scalar
from bot.pipeline import measures
from bot.pipeline import text as texts
from bot.pipeline.frame import background, claims, instruments, learned, roundup, stages, topics, where
from bot.pipeline.frame import hints as data
from bot.pipeline.frame.story import Story
from bot.pipeline.frame.weigh import Tabled, Weighed, label
from bot.pipeline.jurisdictions import Place
from bot.pipeline.phrases import Hit

# A further topic is shown when it comes this near to the first one.
_ALSO = 0.5
_MOST_ALSO = 2
_MOST_BACKGROUND = 4


def read(
    title: str,
    text: str,
    *,
    language: str = "",
    hints: Mapping[str, Scalar] | None = None,
    outlet: str = "",
    source_jurisdiction: str = "",
) -> Frame:
    """Read the frame off headline and text. Values without proof stay None or empty: never a guess.

    Args:
        hints: what a structured source says as data, and it wins: `stage`, `instrument`, `topic` (ids of the
            taxonomy), `jurisdiction` (codes divided by commas), `type` (RULE, PRORULE, PRESDOCU of the Federal
            Register; document types of GOV.UK). Unknown values are ignored.
        source_jurisdiction: code of a source that speaks for itself, used when the text names nobody.
        outlet: not read: an outlet's country is not the story's.
        language: of the text, found out where it is empty; English words are looked for in all three languages,
            apart from those that mean something else in this one.

    Never raises. Linear in the text.
    """
    language = language or texts.language(f"{title}\n{text}")
    given = data.labels(hints or {})
    story = Story(title, text)
    cited = _cited(story)
    if not given and roundup.is_one(story):
        # News of several measures: no label is the story's own.
        return Frame(jurisdictions=data.places(hints or {}) or where.named(story))
    acting, named_too = where.find(story, cited, source_jurisdiction)
    tables = _tables(story, cited, language, acting, named_too, given)
    likely = learned.likely(story, tables) if language in LEARNED else {}
    if stages.is_counted(story, tables["stage"].own):
        likely.pop("stage", None)
    told = {
        field: given.get(field) or learned.chosen(story, tabled, likely.get(field, learned.NOTHING))
        for field, tabled in tables.items()
    }
    if claims.is_check(story.title.text):  # the acts it names are the claim's
        told = {**told, "instrument": given.get("instrument"), "stage": given.get("stage")}
    instrument, stage, topic = told["instrument"], told["stage"], told["topic"]
    if stage and stage.id == "struck_down" and "instrument" not in given:  # only courts do that
        instrument = next((label(one) for one in tables["instrument"].ranked if one.id == "court"), instrument)
    return Frame(
        jurisdictions=data.places(hints or {}) or acting,
        instrument=instrument,
        stage=stage,
        topic=topic,
        topics_also=_also(tables["topic"].ranked, topic),
        background=_background(story, tables["instrument"].ranked, instrument),
        measures=_own_measures(story, cited),
    )


LEARNED: Final = ("en", "de", "fr")
"""Languages of the leads that the model was learned from."""


def tables(title: str, text: str, language: str) -> tuple[Story, dict[str, Tabled]]:
    """What the tables say of instrument, stage and topic before the learned model is asked; it is learned from this."""
    story = Story(title, text)
    cited = _cited(story)
    acting, named_too = where.find(story, cited)
    return story, _tables(story, cited, language, acting, named_too, {})


def _cited(story: Story) -> tuple[Mention, ...]:
    return (*measures.find_in(story.title, origin="title"), *measures.find_in(story.body))


def _tables(
    story: Story,
    cited: tuple[Mention, ...],
    language: str,
    acting: tuple[Label, ...],
    named_too: tuple[Hit[Place], ...],
    given: Mapping[str, Label],
) -> dict[str, Tabled]:
    others = background.aside(story.body, named_too, frozenset(one.id for one in acting), "states" in story.title.lows)
    instrument = instruments.find(story, cited, language)
    own = given.get("instrument") or instrument.own
    id = own.id if own else ""
    stage = stages.find(story, id, language, others)
    return {
        "instrument": instrument,
        "stage": stage._replace(own=stage.own or _implied(own)),
        "topic": topics.find(story, id, language),
    }


# A report that is told of is out, an investigation is under way: what the instrument's own words say of its stage.
_IMPLIED: Final[dict[str, str]] = {
    **dict.fromkeys(("report", "strategy", "funding", "institution", "guidance", "agreement", "court"), "announced"),
    "enforcement": "enforced",
}


def _implied(instrument: Label | None) -> Label | None:
    """The stage that an instrument has by being told of, where no verb says one."""
    if instrument is None or instrument.id not in _IMPLIED:
        return None
    return Label(_IMPLIED[instrument.id], instrument.evidence)


def _also(topics: list[Weighed], topic: Label | None) -> tuple[Label, ...]:
    if not topics or topic is None:
        return ()
    near = [one for one in topics if one.id != topic.id and one.score >= _ALSO * topics[0].score]
    return tuple(label(one) for one in near[:_MOST_ALSO])


def _background(story: Story, ranked: list[Weighed], own: Label | None) -> tuple[Label, ...]:
    """Other instruments the article names outright, in the order they come in the text."""
    others = [one for one in ranked if one.strongest >= 3.0 and (own is None or one.id != own.id)]
    shown = sorted(others[:_MOST_BACKGROUND], key=lambda one: (one.proof.origin != "title", one.proof.span.start))
    return tuple(label(one) for one in shown)


def _own_measures(story: Story, cited: tuple[Mention, ...]) -> tuple[str, ...]:
    """Tokens the headline or the first sentences cite; else those the text cites at least twice."""
    tokens: dict[str, int] = {}
    early: dict[str, None] = {}
    for mention in cited:
        token = str(mention.data["id"])
        tokens[token] = tokens.get(token, 0) + 1
        if mention.slice.origin == "title" or story.sentence(mention.slice.span.start) in (0, 1, 2):
            early[token] = None
    return tuple(early) or tuple(token for token, count in tokens.items() if count > 1)
