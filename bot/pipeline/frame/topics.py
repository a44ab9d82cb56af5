"""What it is about, by the words for uses of AI and for laws on all of them."""

from __future__ import annotations

from typing import Final

from bot.pipeline.data import french_words, german_words, world_pairs, world_words
from bot.pipeline.data.topic_pairs import TOPIC_PAIRS
from bot.pipeline.data.topic_words import NOT_TOPICS, TOPICS
from bot.pipeline.frame.pairs import Pairs
from bot.pipeline.frame.story import Story
from bot.pipeline.frame.weigh import Proofs, Tabled, Weighed, label, lexicon, read_in, weigh
from bot.pipeline.phrases import Hit, Lexicon, Words
from bot.pipeline.text import word_set

_TOPICS: Final = lexicon(TOPICS, world_words.TOPICS, absorbing=NOT_TOPICS)
_PAIRS: Final = Pairs((*TOPIC_PAIRS, *world_pairs.TOPIC_PAIRS))
_OWN: Final = {"de": lexicon(german_words.TOPICS), "fr": lexicon(french_words.TOPICS)}
_LEAST: Final = 2.0  # score for a value to be said at all: a plain word in the first sentence


def find(story: Story, instrument: str, language: str) -> Tabled:
    """What the tables say of the topic, given the id of the instrument."""
    ranked = _ranked(story, instrument, language)
    return Tabled(label(ranked[0]) if ranked else None, ranked)


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


def _ranked(story: Story, instrument: str, language: str) -> list[Weighed]:
    tables = read_in(language, _TOPICS, _PAIRS, _OWN)
    ranked = weigh(story, *tables, discount=_unless_listed, factors=_TOPIC_FACTORS.get(instrument))
    ranked = _of_images(story, [one for one in ranked if one.score >= _LEAST])
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
