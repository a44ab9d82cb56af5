"""The policy frame of an article: jurisdictions, instrument, stage, topic, each with the words that prove it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.model import Frame, Label, Mention, Scalar, Slice, Span
from bot.pipeline import jurisdictions, measures, taxonomy
from bot.pipeline import text as texts
from bot.pipeline.data import french_words, german_words, world_pairs, world_words
from bot.pipeline.data.deed_words import ACTORS
from bot.pipeline.data.instrument_pairs import INSTRUMENT_PAIRS
from bot.pipeline.data.instrument_words import INSTRUMENTS, NOT_INSTRUMENTS
from bot.pipeline.data.topic_pairs import TOPIC_PAIRS
from bot.pipeline.data.topic_words import NOT_TOPICS, TOPICS
from bot.pipeline.frame import background, claims, compounds, learned, roundup, stages, where
from bot.pipeline.frame.pairs import Pairs
from bot.pipeline.frame.story import Story
from bot.pipeline.frame.weigh import Proofs, Weighed, label, lexicon, read_in, weigh
from bot.pipeline.phrases import Hit, Lexicon, Words
from bot.pipeline.text import word_set

_TOPICS: Final = lexicon(TOPICS, world_words.TOPICS, absorbing=NOT_TOPICS)
_TOPIC_PAIRS: Final = Pairs((*TOPIC_PAIRS, *world_pairs.TOPIC_PAIRS))
_INSTRUMENTS: Final = lexicon(INSTRUMENTS, world_words.INSTRUMENTS, absorbing=NOT_INSTRUMENTS)
_INSTRUMENT_PAIRS: Final = Pairs((*INSTRUMENT_PAIRS, *world_pairs.INSTRUMENT_PAIRS))
_NOT_FRENCH: Final = "par rapport|en rapport avec|selon les rapports|rapports avec|mise en avant|mis en avant"
_OWN_TOPICS: Final = {"de": lexicon(german_words.TOPICS), "fr": lexicon(french_words.TOPICS)}
_OWN_INSTRUMENTS: Final = {
    "de": lexicon(german_words.INSTRUMENTS),
    "fr": lexicon(french_words.INSTRUMENTS, absorbing=_NOT_FRENCH),
}

# Least score for a value to be said at all: one plain word in the first sentence, or a fitting one in the headline.
_LEAST_TOPIC, _LEAST_INSTRUMENT = 2.0, 2.0
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
    given = _given(hints or {})
    story = Story(title, text)
    cited = (*measures.find_in(story.title, origin="title"), *measures.find_in(story.body))
    if not given and roundup.is_one(story):
        # News of several measures: no label is the story's own.
        return Frame(jurisdictions=_hinted_places(hints or {}) or where.named(story))
    also = [*_by_number(cited), *compounds.laws(story)]
    tables = read_in(language, _INSTRUMENTS, _INSTRUMENT_PAIRS, _OWN_INSTRUMENTS)
    instruments = weigh(story, *tables, discount=_unless_denied, also=also)
    acting, named_too = where.find(story, cited, source_jurisdiction)
    others = background.aside(story.body, named_too, frozenset(one.id for one in acting), "states" in story.title.lows)
    checked = claims.is_check(story.title.text)  # the acts it names are the claim's
    likely = learned.likely(story) if language == "en" else {}
    instrument = given.get("instrument") or (
        None
        if checked
        else learned.preferred(
            _instrument(story, instruments), instruments, likely.get("instrument", learned.NOTHING), learned.TRUST_KIND
        )
    )
    stage = given.get("stage") or (
        None
        if checked
        else stages.find(
            story, instrument.id if instrument else "", language, others, likely.get("stage", learned.NOTHING)
        )
        or _implied(instrument)
    )
    if stage and stage.id == "struck_down" and "instrument" not in given:
        instrument = next((label(one) for one in instruments if one.id == "court"), instrument)  # only courts do that
    topics = _topics(story, instrument.id if instrument else "", language)
    topic = given.get("topic") or learned.preferred(
        label(topics[0]) if topics else None, topics, likely.get("topic", learned.NOTHING)
    )
    return Frame(
        jurisdictions=_hinted_places(hints or {}) or acting,
        instrument=instrument,
        stage=stage,
        topic=topic,
        topics_also=_also(topics, topic),
        background=_background(story, instruments, instrument),
        measures=_own_measures(story, cited),
    )


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


# What structured sources call their documents: the Federal Register's `type`, GOV.UK's `content_store_document_type`.
_TYPES: Final[dict[str, dict[str, str]]] = {
    "RULE": {"instrument": "regulation", "stage": "passed"},
    "PRORULE": {"instrument": "regulation", "stage": "proposed"},
    "PRESDOCU": {"instrument": "executive_order", "stage": "signed"},
    "open_consultation": {"stage": "consultation"},
    "call_for_evidence": {"stage": "consultation"},
    "open_call_for_evidence": {"stage": "consultation"},
    "guidance": {"instrument": "guidance"},
    "detailed_guide": {"instrument": "guidance"},
    "statutory_guidance": {"instrument": "guidance"},
    "independent_report": {"instrument": "report"},
    "research": {"instrument": "report"},
    "impact_assessment": {"instrument": "report"},
}


def _given(hints: Mapping[str, Scalar]) -> dict[str, Label]:
    """Labels from data; explicit ids win over what the document type implies."""
    given: dict[str, Label] = {}
    kind = str(hints.get("type") or "")
    for field, id in _TYPES.get(kind, {}).items():
        given[field] = _labelled(id, kind)
    for field, among in (
        ("stage", taxonomy.STAGES),
        ("instrument", taxonomy.INSTRUMENTS),
        ("topic", taxonomy.TOPICS),
    ):
        value = str(hints.get(field) or "")
        if value in among:
            given[field] = _labelled(value, value)
    return given


def _hinted_places(hints: Mapping[str, Scalar]) -> tuple[Label, ...]:
    codes = [code.strip() for code in str(hints.get("jurisdiction") or "").split(",")]
    return tuple(_labelled(code, code) for code in codes if jurisdictions.known(code))


def _labelled(id: str, words: str) -> Label:
    return Label(id, (Slice(words, Span(0, len(words)), "metadata"),))


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


# What an instrument is mostly about, where words alone leave it open.
_TOPIC_FACTORS: Final[dict[str, dict[str, float]]] = {
    "funding": {"infrastructure_investment": 1.35},
    "trade_control": {"chips_trade": 1.3},
    "enforcement": {"privacy_data": 1.15, "biometrics_policing": 1.04},  # what a data protection authority acts on
    "treaty": {"international_governance": 1.2},
}


# “AI law to protect voice actors”: of a law on one use, the words for laws say less than those for the use.
_WHOLE, _PART = "comprehensive_regulation", 0.6


# What a law for all uses says of itself; without such words, “AI bill” is only what any bill on AI is called.
_FOR_ALL_USES: Final = (
    "high-risk|risk-based|comprehensive|sweeping|framework|preempt*|pre-empt*|moratorium|patchwork|state ai laws"
    "|governance|=AI Act|basic act|state laws|rulebook|landmark|broad|wide-ranging|nationwide|national|sandbox*"
    "|regulators|governments|states|transparency|package|dozen*|bills on|government's ai"
)
_HORIZONTAL: Final = Lexicon((phrase, _WHOLE) for phrase in _FOR_ALL_USES.split("|"))
_NAMED_PART = 0.42  # of the score of the words for laws
_ALONE = 0.6  # of the score of the use the text names most
_HEADED = 0.75  # of the best score: an act that the headline names outright, where the best stands in the text alone
_TEXTS: Final = word_set("strategy guidance report standard executive_order treaty declaration regulation law")
_KIN: Final = {  # uses that one bill is often about together
    frozenset(("copyright_ip", "deepfakes_content")),
    frozenset(("children_companions", "deepfakes_content")),
    frozenset(("rights_discrimination", "labour_skills")),
    frozenset(("biometrics_policing", "privacy_data")),
}
_OUTRIGHT = 3.0  # table weight of words that name a use outright
_ANY_BILL = word_set("bill bills law laws legislation rules regulation regulations ordinance measure order guidance")


_LISTED = 0.6


_ON_IMAGES, _OF_MINORS = "deepfakes_content", "children_companions"
_COMPANIONS = word_set("chatbot chatbots companion companions bots school schools")


def _of_images(story: Story, ranked: list[Weighed]) -> list[Weighed]:
    """“Deepfake images of minors” are images first; chatbots and schools are the children's."""
    if ranked and ranked[0].id == _OF_MINORS and _COMPANIONS.isdisjoint(story.title.lows):
        for one in ranked[1:]:
            if one.id == _ON_IMAGES and one.proof.origin == "title" and one.strongest >= _OUTRIGHT:
                return [one, *(other for other in ranked if other is not one)]
    return ranked


def _unless_listed(words: Words, hit: Hit[Proofs], id: str) -> float:
    """“Questions about privacy, intellectual property, energy and jobs”: one of many things says little."""
    before = words.gaps[hit.first - 1] if hit.first else ""
    after = words.gaps[hit.last] if hit.last < len(words) - 1 else ""
    return _LISTED if before[:1] == "," and after[:1] == "," else 1.0


def _topics(story: Story, instrument: str, language: str) -> list[Weighed]:
    tables = read_in(language, _TOPICS, _TOPIC_PAIRS, _OWN_TOPICS)
    ranked = weigh(story, *tables, discount=_unless_listed, factors=_TOPIC_FACTORS.get(instrument))
    ranked = _of_images(story, [one for one in ranked if one.score >= _LEAST_TOPIC])
    if ranked and ranked[0].id == _WHOLE:
        for one in ranked[1:]:
            if one.proof.origin == "title" and one.strongest >= 3.5 and one.score >= _PART * ranked[0].score:
                ranked.remove(one)
                ranked.insert(0, one)
                return ranked
        said = ranked[0].proof.text.lower().split()
        whole = _HORIZONTAL.find(story.title) or _regulates_all(story.title) or _says_it_is_whole(story)
        if not _ANY_BILL.isdisjoint(said) and not whole:
            parts = [one for one in ranked[1:] if one.strongest >= _OUTRIGHT and one.id != "frontier_safety"]
            strangers = [one for one in parts[1:] if frozenset((one.id, parts[0].id)) not in _KIN]
            alone = parts and (not strangers or strangers[0].score < _ALONE * parts[0].score)
            if alone and parts[0].score >= _NAMED_PART * ranked[0].score:  # a bill on many uses is for all
                ranked.remove(parts[0])
                ranked.insert(0, parts[0])
    return ranked


_NARROWING = word_set("in for by use performers actors chatbots models companions hiring pricing therapy toys")


def _regulates_all(words: Words) -> bool:
    """“Bill regulating artificial intelligence”: not “regulating AI in hiring”, “regulate AI performers”."""
    lows = words.lows
    for at, low in enumerate(lows[:-1]):
        if low.startswith("regulat") and lows[at + 1] in ("ai", "artificial"):
            after = at + (3 if lows[at + 1] == "artificial" else 2)
            return after >= len(lows) or lows[after] not in _NARROWING
    return False


def _says_it_is_whole(story: Story) -> bool:
    return any(0 <= story.sentence(hit.start) <= 2 for hit in _HORIZONTAL.find(story.body))


# “Governor sets up panel” by an order that the text names: the order is the act.
_HEADS_OF_STATE: Final = word_set("trump biden president " + ACTORS["executive"])


def _ordered(story: Story, ranked: list[Weighed]) -> Weighed | None:
    if ranked[0].id != "institution" or _HEADS_OF_STATE.isdisjoint(story.title.lows):
        return None
    for one in ranked[1:]:
        if one.id == "executive_order" and one.strongest >= _OUTRIGHT:
            return one if one.proof.origin == "title" or story.sentence(one.proof.span.start) <= 1 else None
    return None


def _instrument(story: Story, ranked: list[Weighed]) -> Label | None:
    if not ranked or ranked[0].score < _LEAST_INSTRUMENT:
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
