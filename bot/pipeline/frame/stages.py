"""How far it is: the verb of the event, told apart from what is wished, planned, feared or denied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.model import Label, Slice
from bot.pipeline.data import french_words, german_words, world_pairs, world_words
from bot.pipeline.data.stage_pairs import STAGE_PAIRS
from bot.pipeline.data.stage_words import NOT_STAGES, STAGES
from bot.pipeline.frame import background, deeds, road
from bot.pipeline.frame.pairs import Pairs
from bot.pipeline.frame.story import Story
from bot.pipeline.frame.weigh import Finder, Proofs, Tabled, Weighed, label, lexicon, read_in, weigh
from bot.pipeline.phrases import Hit, Lexicon, Words
from bot.pipeline.text import word_set

_STAGES: Final = lexicon(STAGES, world_words.STAGES, absorbing=NOT_STAGES)
_OWN: Final = {"de": lexicon(german_words.STAGES), "fr": lexicon(french_words.STAGES)}
_PAIRS: Final = Pairs((*STAGE_PAIRS, *world_pairs.STAGE_PAIRS))
_LEAST = 2.0

# Within so many words before a stage word, these make it a plan, a wish or a denial.
_REACH = 5
_AHEAD = word_set("in_force consultation")  # “to publish its revised policy for public comment”
_FAR = 12  # “wird voraussichtlich noch in diesem Jahr in Kraft treten”
_NEAR = 2  # “no grace period”; not “NO FAKES Act moves forward”
_PLANNED = word_set(
    "will would could may might should to must can if unless until before when once wird soll könnte würde werden "
    "sollen wollen möchte möchten darf va vont pourrait pourraient devrait devraient doit doivent"
)
_WISHED = word_set(
    "demanding urge urges urged urging want wants wanted "
    "call calls called calling seek seeks sought ask asks asked demand "
    "demands consider considers considering mull mulls mulling weigh weighs weighing push pushes pushing threaten "
    "threatens threatened plan plans planned planning propose proposes proposed proposing aims expected fears fear "
    "back backs backed possible proposal proposals fordert fordern demande demandent against warn warns warned oppose "
    "opposes opposed potential discussing discuss discusses reject rejects rejected waiting awaiting awaits await "
    "awaited looks looking examining studying eyes eyeing discusses debate debates debating "
    "erwägt erwägen plant planen verlangt verlangen verlangte prüft prüfen diskutiert "
    "envisage envisagent songe songent songerait souhaite souhaitent veut veulent réclame réclament exige exigent "
    "appellent appels appel demandé demandaient"
)
# “Votes 99-1 to strip”, “agrees to delay”: the deed is done.
_RESOLVED = word_set(
    "vote votes voted agree agrees agreed deal agreement decide decides decided moves moved opts beschließt"
)
_AHEAD_OF_IT = word_set("to will ll")
_BRINGS_IN = word_set("introduce table file submit propose present unveil bring")
_DENIED = word_set("not no never without n't nor nicht kein keine pas sans t")
_AVERTING = word_set(
    "avoid avoids avoided avoiding escape escapes escaped escaping dodge dodges dodged dodging spared spares without "
    "nobody none entgeht entgehen évite évitent échappe"
)
# After a penalty word, these make it one that may come: “penalties could reach”, “fines of up to”.
_PROSPECTIVE = word_set("could can may would up reach range")
# “Finalizes new penalties”, “harsher fines”: a rule about penalties, applied to nobody yet.
RULE_MAKING: Final = word_set(
    "finalizes finalises finalized finalised harsher tougher stiffer introduces introduce proposes propose maximum "
    "set sets"
)
# “Trump postpones order”; and “House to vote”: between the two words of a pair stands what denies or delays it.
_UNSIGNED = word_set(
    "postpones postponed delays delayed drops dropped cancels canceled cancelled scraps shelves considers weighs mulls "
    "plans will may could to set drafts"
)
# “Critics call it unconstitutional”: what a court has not said.
_DISPUTING = word_set("critics argue argues argued arguing claim claims claimed call calls alleges alleging as")
_DRAFTED = word_set("draft drafts proposed")
_RELATIVE = word_set("which that")
_VOTES = word_set("advanced passed")
_NOUN_OF = word_set("executive court and the new its federal of state health presidential")
_ARTICLES = word_set("the a an its their his her this these those all any")  # “amendment to the act”: no infinitive
_LAWS = word_set("law laws act ban order rule rules ordinance statute")
_RULING = word_set(
    "court courts judge tribunal board commission panel jury office authority watchdog regulator ombudsman magistrate "
    "commissioner agency arbitrator justices circuit gericht"
)
# Verbs of motion: “sent to the governor” is done, “House to vote” is not.
_BACKWARDS = word_set("roll push pull cut dial hold walk claw scale turn bring give")
_MOTION = word_set(
    "sends send sent heads head headed goes go went moves moved forwards forwarded becomes became become "
    "first second third latest newest"
)
# Stages that only a finished act proves.
_DONE = word_set("repealed struck_down rejected delayed enforced in_force signed passed advanced consultation")

# A published standard or measure is a final text; a published strategy or bill is not.
_FINAL_WHEN_OUT = word_set("standard regulation")
_OUT = word_set("published publishes publish releases released release issues issued veröffentlicht publie publié")

# How well a stage goes with an instrument; 1 where nothing is said. Read off the taxonomy's definitions.
_FACTORS: Final[Mapping[str, Mapping[str, float]]] = {
    "court": {"enforced": 1.3, "struck_down": 1.4, "passed": 0.35, "signed": 0.3, "proposed": 0.4, "advanced": 0.4,
              "in_force": 0.5, "consultation": 0.5, "rejected": 0.5, "repealed": 0.6},
    "enforcement": {"enforced": 1.7, "announced": 0.5, "passed": 0.35, "signed": 0.6, "proposed": 0.5, "advanced": 0.4,
                    "in_force": 0.5, "struck_down": 0.7},
    "executive_order": {"signed": 1.6, "announced": 0.9, "passed": 0.3, "enforced": 0.4, "advanced": 0.4,
                        "proposed": 0.8},
    "law": {"enforced": 0.45, "announced": 0.6},
    "regulation": {"enforced": 0.5},
    "trade_control": {"enforced": 0.5, "advanced": 0.5, "passed": 1.4, "delayed": 1.6},
    "report": {"announced": 1.6, "consultation": 1.6, "passed": 0.4,
               "enforced": 0.5, "proposed": 0.5, "advanced": 0.4, "signed": 0.4,
               "delayed": 0.6, "rejected": 0.6, "in_force": 0.5},
    "institution": {"announced": 1.7, "passed": 0.65, "enforced": 0.5, "proposed": 0.6, "advanced": 0.4, "signed": 0.7},
    "strategy": {"announced": 1.7, "enforced": 0.4, "proposed": 0.6, "advanced": 0.5, "passed": 0.8, "signed": 0.7},
    "funding": {"announced": 1.7, "enforced": 0.4, "proposed": 0.6, "advanced": 0.5, "passed": 0.7, "signed": 0.8},
    "agreement": {"signed": 1.4, "enforced": 0.4, "passed": 0.5},
    "declaration": {"signed": 1.3, "enforced": 0.4, "passed": 1.1},
    "treaty": {"signed": 1.3, "enforced": 0.4},
    "guidance": {"enforced": 0.5, "announced": 1.2, "advanced": 0.6, "signed": 0.7},
    "standard": {"enforced": 0.4, "announced": 1.2, "advanced": 0.7},
}  # fmt: skip


# “Bill passes” over “The Senate passed the bill”: the headline does not say that it was one chamber of two.
_CHAMBERS: Final[Mapping[str, str]] = {
    "senate": "senate", "senators": "senate", "house": "house", "assembly": "house", "lords": "lords", "peers": "lords",
    "commons": "commons",
}  # fmt: skip
_WHOLE: Final = word_set(
    "both final finally legislature lawmakers legislators parliament congress council governor desk concurred concurs "
    "concurrence enacted law"
)
_TOLD: Final = 3  # sentences of the body in which the rest of a bill's road would be told


def _by_one_chamber(story: Story, done: list[tuple[str, float, Slice]]) -> bool:
    """Whether a headline's unnamed maker passed a bill that the text says one chamber let through, and no other."""
    passed = [proof for id, _, proof in done if id == "passed"]
    if not passed or any(proof.origin != "title" for proof in passed):
        return False
    if not any(id == "advanced" and proof.origin == "body" for id, _, proof in done):
        return False
    said = _early(story)
    return len(_chambers(said)) == 1 and _WHOLE.isdisjoint(said)


def _early(story: Story) -> set[str]:
    """The words of the headline and of the first sentences, where a bill's road would be told."""
    starts = zip(story.body.lows, story.body.starts, strict=True)
    return {*story.title.lows, *(low for low, start in starts if 0 <= story.sentence(start) < _TOLD)}


def _chambers(said: set[str]) -> set[str]:
    return {_CHAMBERS[low] for low in said if low in _CHAMBERS}


class _Unsettled:
    """A table without the words that a deed has settled the meaning of."""

    def __init__(self, table: Finder, settled: Mapping[int, frozenset[int]]) -> None:
        self._table, self._settled = table, settled

    def find(self, words: Words) -> list[Hit[Proofs]]:
        found = self._table.find(words)
        settled = self._settled[id(words)]
        if not settled:
            return found
        return [hit for hit in found if settled.isdisjoint(range(hit.first, hit.last + 1))]


def find(
    story: Story,
    instrument: str,
    language: str = "en",
    others: frozenset[int] = frozenset(),
) -> Tabled:
    """What the tables and deeds say of the stage; `others` are words of the body that speak of bystanders."""

    def of_news(words: Words, hit: Hit[Proofs], stage: str) -> float:
        left = _discount_in_german(words, hit, stage) if language == "de" else _discount(words, hit, stage)
        return left * background.weight(hit.first, words, others) if words is story.body else left

    told = {id(words): deeds.read(words, language) for words, _ in story.parts}
    settled = {key: found.settled for key, found in told.items()}
    done: list[tuple[str, float, Slice]] = []
    bill = not road.BILLS.isdisjoint(story.title.lows)
    for words, origin in story.parts:
        steps, walked = road.read(words, bill) if language == "en" else ([], frozenset())
        settled[id(words)] |= walked
        for step in steps:
            left = background.weight(step.first, words, others, deed=True) if origin == "body" else 1.0
            proof = story.slice(words.starts[step.first], words.ends[step.last], origin)
            done.append((step.stage, step.weight * left, proof))
        for hit in told[id(words)].hits:
            if walked.isdisjoint(range(hit.first, hit.last + 1)):
                stage, weight = hit.value[0]
                left = background.weight(hit.first, words, others, deed=True) if origin == "body" else 1.0
                done.append((stage, weight * left, story.slice(hit.start, hit.end, origin)))
    if _by_one_chamber(story, done):
        done = [("advanced" if id == "passed" else id, weight, proof) for id, weight, proof in done]
    tables = read_in(language, _STAGES, _PAIRS, _OWN)
    ranked = weigh(
        story,
        *(_Unsettled(table, settled) for table in tables),
        discount=of_news,
        factors=_FACTORS.get(instrument, {}),
        also=done,
    )
    return Tabled(_best(story, ranked, instrument), ranked)


def is_counted(story: Story, found: Label | None) -> bool:
    """Whether the text tells of both chambers that passed a bill: that is counted, not a matter of what is likely."""
    return found is not None and found.id == "passed" and len(_chambers(_early(story))) > 1


def _best(story: Story, ranked: list[Weighed], instrument: str) -> Label | None:
    if not ranked or ranked[0].score < _LEAST:
        return _by_nature(story, instrument)
    found = label(_farthest(story, ranked))
    if found.id == "delayed" and instrument == "court" and not _LAWS.isdisjoint(story.title.lows):
        return Label("struck_down", found.evidence)  # a court that puts a law on hold
    if found.id == "announced" and instrument in _FINAL_WHEN_OUT and _is_out(story, found):
        return Label("passed", found.evidence)
    return found


# A bill is a proposal until something more is told of it, an order of a president is signed, a study is out.
_BILLS: Final[Lexicon[str]] = Lexicon((phrase, "proposed") for phrase in ("bill", "bills", "proposal", "proposals"))
_NATURES: Final[Mapping[str, Lexicon[str]]] = {
    "law": _BILLS,
    "executive_order": Lexicon(
        (phrase, "signed")
        for phrase in ("executive order", "executive orders", "trump order", "trump's order", "president's order")
    ),
    "report": Lexicon(
        (phrase, "announced")
        for phrase in ("report", "study", "survey", "hearing", "audit", "auditor", "auditors", "gao")
    ),
    "strategy": Lexicon((phrase, "announced") for phrase in ("strategy", "action plan", "roadmap", "blueprint")),
    "institution": Lexicon((phrase, "announced") for phrase in ("task force", "council", "institute", "office")),
}
_DRAFTS = word_set("draft drafts leaked planned expected possible looming")


def _by_nature(story: Story, instrument: str) -> Label | None:
    """The stage that the kind of act implies, where headline or first sentence name it and nothing says more."""
    nature = _NATURES.get(instrument)
    if nature is None or not _DRAFTS.isdisjoint(story.title.lows):
        return None
    for words, origin in story.parts:
        for hit in nature.find(words):
            if origin == "title" or story.sentence(hit.start) == 0:
                return Label(hit.value, (story.slice(hit.start, hit.end, origin),))
    return None


# A story of a later step names the earlier ones as well.
_ROAD: Final = ("proposed", "advanced", "passed", "signed", "in_force")
_NEARLY = 0.6  # of the best score
# What undoes or stops an act is the news where the headline says it: the act's own steps are told as its past.
_UNDOING: Final = word_set("delayed rejected struck_down repealed")
_TURNING, _SAID = 0.7, 6.0  # of the best score; and what a plain word in the headline weighs, not wished or denied
# A draft that is open for comments is in consultation.
_OPEN: Final = word_set("proposed announced")
_ASKING, _OPENLY = 0.4, 0.25  # of the best score: not one that is planned or denied
_PUBLIC: Final = word_set(
    "public open comment comments feedback views input seeks invites asks öffentliche "
    "publique konsultation "
    "konsultationen verbändeanhörung stellung"
)
_UNTIL: Final = word_set("open opens opened opening until bis jusqu")  # “open for public comment until May 6”
_PLAIN = 2.5  # table weight of words that say a step outright
_MEANT = 2.4  # of a maker's word that it will undo its own act


def _farthest(story: Story, ranked: list[Weighed]) -> Weighed:
    """The best stage; on the road of a law, the last step that headline or first sentence says outright."""
    best = ranked[0]
    if best.id == _ROAD[-1] or (best.id not in _ROAD and best.id != "announced"):
        return best
    for one in ranked[1:]:
        if (
            one.id in _UNDOING
            and one.score >= max(_SAID, _TURNING * best.score)
            and one.strongest >= _MEANT
            and one.proof.origin == "title"
        ):
            return one
        if (
            one.id == "consultation"
            and best.id in _OPEN
            and not _PUBLIC.isdisjoint(said := one.proof.text.lower().split())
            and one.score >= (_ASKING if _UNTIL.isdisjoint(said) else _OPENLY) * best.score
            and (
                one.proof.origin == "title"
                or 0 <= story.sentence(one.proof.span.start) <= (1 if _UNTIL.isdisjoint(said) else 3)
            )
        ):
            return one
    if best.id not in _ROAD:
        return best
    for one in ranked[1:]:
        if (
            one.id in _ROAD
            and _ROAD.index(one.id) > _ROAD.index(best.id)
            and one.score >= (_NEARLY if _last(one, best) < _SOON else _ASKING) * best.score
            and one.strongest >= _PLAIN
            and not _within(one, best)
            and (one.proof.origin == "title" or story.sentence(one.proof.span.start) <= _last(one, best))
        ):
            best = one
    return best


def _last(one: Weighed, best: Weighed) -> int:
    """The sentence up to which a later step counts; “enacts” leaves open whether a governor has signed."""
    if one.id != "signed":
        return 0
    return _SOON if "enact" in best.proof.text.lower() else 1


_SOON: Final = 2


def _within(one: Weighed, other: Weighed) -> bool:
    """“Senate passes” says more than the “passes” in it."""
    inner, outer = one.proof, other.proof
    return inner.origin == outer.origin and outer.span.start <= inner.span.start < outer.span.end


def _is_out(story: Story, found: Label) -> bool:
    """The words say that the text itself came out, and nothing calls it a draft."""
    early = {*story.title.lows, *story.body.lows[:25]}
    return found.evidence[0].text.lower() in _OUT and "draft" not in early and "drafts" not in early


def _is_over(words: Words, hit: Hit[Proofs]) -> bool:
    """“In response to the consultation”, “consultation received 11,500 responses”, “a consultation will open”."""
    before, after = words.lows[max(0, hit.first - 4) : hit.first], words.lows[hit.last + 1 : hit.last + 6]
    if "from" in words.lows[max(0, hit.first - 2) : hit.last]:
        return True  # feedback from public consultations
    return not (_AFTER.isdisjoint(before) and _RECEIVED.isdisjoint(after))


_CHANGES = word_set("amendment amendments")
_PASSIVE = word_set("be been being is are was were get have has had to will would could may")
_AFTER = word_set(
    "response responses following after nach suite responding conclusion outcome results closed ahead before "
)
_RECEIVED = word_set(
    "revealed found showed received attracted heard closed ended concluded completed complete process responses "
    "response resulted will expected due"
)


def _discount_in_german(words: Words, hit: Hit[Proofs], stage: str) -> float:
    """The verb stands at the end: “will die Konvention des Europarats … ratifizieren”."""
    factor = _discount(words, hit, stage)
    if stage in _DONE and words.lows[hit.last].endswith("en"):
        for index in range(hit.first - 1, max(-1, hit.first - _FAR_BACK), -1):
            if not _STOPS.isdisjoint(words.gaps[index]):
                break
            if words.lows[index] in _GERMAN_PLANS:
                return min(factor, 0.18)
    return factor


_FAR_BACK: Final = 18  # words
_STOPS: Final = frozenset(".;:!?\n")
_GERMAN_PLANS = word_set(
    "will wollen soll sollen sollte sollten möchte möchten wird werden würde könnte kann muss dass"
)


def _discount(words: Words, hit: Hit[Proofs], stage: str) -> float:
    """A finished act that is only planned, wished for or denied proves little."""
    if stage == "announced" and "not" in words.lows[hit.first + 1 : hit.last]:
        return 0.2  # “will not require”
    if words.lows[hit.first] == "won" and words.lows[hit.first + 1 : hit.first + 2] == ["t"] and stage == "enforced":
        return 0.0  # “won't”
    if stage == "enforced" and not _DENIED.isdisjoint(words.lows[hit.first + 1 : hit.last]):
        return 0.1  # “regulator will not investigate”
    first = hit.first + (words.lows[hit.first] in _AHEAD_OF_IT)
    if stage == "proposed" and words.lows[first] in _BRINGS_IN and words.lows[max(0, first - 1)] in _AHEAD_OF_IT:
        return 0.2  # “India to introduce AI law”: not yet
    if stage not in _DONE:
        denied = stage == "proposed" and not _DENIED.isdisjoint(words.lows[max(0, hit.first - 3) : hit.first])
        return 0.2 if denied else 1.0
    if stage == "consultation" and _is_over(words, hit):
        return 0.2
    between = words.lows[hit.first + 1 : hit.last]
    if words.lows[hit.first] == "orders" and (
        words.gaps[hit.first - 1][:1] == "," or words.lows[hit.first - 1] in _NOUN_OF
    ):
        return 0.1  # laws, orders and guidance
    if words.lows[hit.first] == "rules" and stage == "enforced" and words.lows[hit.first - 1] not in _RULING:
        return 0.1  # AI rules that hinder
    if stage == "passed" and not _DRAFTED.isdisjoint(words.lows[max(0, hit.first - 1) : hit.last + 1]):
        return 0.1
    if stage == "signed" and not _UNSIGNED.isdisjoint(between):
        return 0.1
    if stage == "rejected" and words.lows[hit.first] in ("not", "won"):
        return 1.0  # “will not write rules”
    if stage == "rejected" and not _CHANGES.isdisjoint(words.lows[hit.last + 1 : hit.last + 5]):
        return 0.3  # “peers rejected the latest amendment”: the bill goes on
    if stage == "advanced" and words.lows[hit.last] == "back" and words.lows[hit.last - 1] in _BACKWARDS:
        return 0.1  # “Senate Democrats move to roll back”
    moved = words.lows[hit.first] in _MOTION
    if (
        stage in _VOTES
        and not moved
        and between[-1:] == ["to"]
        and _RESOLVED.isdisjoint(words.lows[hit.first : hit.last])
    ):
        return 0.18
    factor = (
        0.3 if stage == "enforced" and not _PROSPECTIVE.isdisjoint(words.lows[hit.last + 1 : hit.last + 3]) else 1.0
    )
    index = hit.first - 1
    if (
        words.lows[index : hit.first] == ["and"]
        and words.lows[hit.first].endswith("ed")
        and _PASSIVE.isdisjoint(words.lows[max(0, index - 5) : index])
    ):
        return factor  # “withdrew the proposed changes and agreed to …”: a predicate of its own
    if stage == "struck_down" and not _DISPUTING.isdisjoint(words.lows[max(0, index - _REACH) : hit.first]):
        return 0.2
    for _ in range(_FAR if stage in _AHEAD else _REACH):
        if index < 0 or not words.joined(index):
            break
        low = words.lows[index]
        if stage == "consultation" and low in ("to", "will"):
            return 1.0  # to take comments from May
        if low in _DENIED and not (low == "no" and hit.first - index > _NEAR):
            return 0.1
        if low in RULE_MAKING and stage == "enforced":
            return 0.2
        if low in _AVERTING and stage == "enforced":
            return 0.1
        if low in _RELATIVE and hit.first - index <= _NEAR:
            factor = min(factor, 0.4)
        if low in _RESOLVED:
            return 1.0
        if low in _WISHED:
            return 0.15
        if low in _PLANNED and not (low == "to" and words.lows[index + 1] in _ARTICLES):
            factor = min(factor, 0.18)
        index -= 1
    return factor
