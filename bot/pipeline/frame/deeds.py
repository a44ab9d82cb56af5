"""Deeds as proofs of stages: who does what to what, and how far that brings a measure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from bot.pipeline.data import deed_words as data
from bot.pipeline.frame.clause import Clause, at_verbs
from bot.pipeline.frame.weigh import Proofs
from bot.pipeline.inflection import forms
from bot.pipeline.phrases import Hit, Words
from bot.pipeline.text import word_set

_LEADING: Final = 4  # words before a planned verb in which its plan is named
_READ: Final = 90  # words of a text that are read; deeds after the first sentences are told as background
_WISHING = frozenset(form for verb in data.WISHING.split() for form in forms(verb))
_CONSIDERING = frozenset(form for verb in data.CONSIDERING.split() for form in forms(verb))
_PROPOSING = frozenset(forms("propose"))
_FINAL, _POSITION = word_set(data.FINAL), word_set(data.POSITION)
_EARLY, _READING = word_set(data.EARLY_READING), word_set(data.READING)
_TENTATIVE = word_set("draft proposal proposals proposed entwurf vorschlag proposition projet")
_BILLS = word_set(
    "bill bills act law laws legislation draft proposal amendment gesetz gesetzes entwurf gesetzentwurf "
    "vorlage loi projet durchführungsgesetz"
)
_BILL_ENDINGS: Final = ("gesetz", "gesetzes", "entwurf", "entwurfs", "entwürfe")
_STRIPPING = word_set("strip strike remove delete kill drop striking stripping removing deleting")
_RELIEF = word_set(data.OBJECTS["relief"])
_VOID_REQUESTS = word_set("call calls plea pleas demand demands request requests bid appeal claim claims")
_BEFORE_COURTS = word_set("eilantrag klage berufung revision verfassungsbeschwerde lawsuit injunction recours requête")
_REQUESTS = word_set(data.OBJECTS["request"])
_CHANGES = word_set("change changes amendment amendments reform reforms revision position mandate")
_OF_A_COMPANY = word_set(
    "meta google openai x xai grok chatgpt deepseek tiktok microsoft apple amazon anthropic clearview replika "
    "worldcoin whatsapp facebook instagram telegram linkedin snapchat nvidia perplexity mistral alibaba tencent"
)
_DELAYS = word_set("delay delaying postponement postponing pause pausing deferral deferring reprieve extension")
_REPEALS = word_set("repeal repealing repeals rescission rollback")
_NOMINAL = word_set(
    "signing adoption passage approval vote release publication launch ratification repeal delay pause postponement"
)
# A deed; one without its doer, such as “was approved 369 to 22”; one that its maker plans; one that is meant.
_PLAIN, _UNSAID, _WEAK, _INTENDED = 4.0, 2.4, 2.4, 1.6
_REFUSED = 3.4
_AGAINST_IT = word_set("as by in over on again for after when")
_OPEN = word_set("has have hasn haven hasn't haven't")  # “has not signed”
_WEIGHTS: Final = {("exclude", "rejected"): 2.0, ("back", "signed"): 2.6}


class Deeds(NamedTuple):
    """Deeds of a text as proofs of stages, and the words whose meaning they settle: no table reads these again."""

    hits: list[Hit[Proofs]]
    settled: frozenset[int]


class _Deed(NamedTuple):
    clause: Clause
    actor: str  # a kind of `deed_words.ACTORS`, or empty
    object: str  # a kind of `deed_words.OBJECTS`, or empty
    resolved: bool  # voted, agreed or decided


def read(words: Words, language: str) -> Deeds:
    """The deeds of headline or text. Every word costs a bounded number of look-ups; only the beginning is read."""
    hits: list[Hit[Proofs]] = []
    settled: set[int] = set()
    for index in at_verbs(words, _READ, language):
        clause = Clause(words, index, language)
        deed = clause.deed()
        told = _outcome(clause, deed) if deed else None
        if told is None:
            continue
        stage, weight = told
        settled.update((index, clause.end_of_verb, clause.governor))
        if deed == "sign":  # “signed it into law”
            near = range(index + 1, min(index + 5, len(words) - 1))
            settled.update(at + 1 for at in near if words.lows[at] == "into" and words.lows[at + 1] == "law")
        if stage:
            # “Postpones signing”, “signs repeal”: the noun after it names what is done to, not a second deed.
            settled.update(at for at in range(index + 1, min(index + 5, len(words))) if words.lows[at] in _NOMINAL)
            settled.update(at for at in range(index + 1, min(index + 6, len(words))) if words.lows[at] in _RELIEF)
            first = clause.actor_at if clause.actor_at >= 0 and 0 <= index - clause.actor_at <= 3 else index
            last = clause.end_of_verb
            hits.append(Hit(((stage, weight),), first, last, words.starts[first], words.ends[last]))
    return Deeds(hits, frozenset(settled))


def _outcome(clause: Clause, deed: str) -> tuple[str, float] | None:
    """The stage with its weight; an empty one where the words settle that there is none; None where unclear."""
    manner = clause.manner()
    passive = manner != "planned" and clause.is_passive()
    actor = clause.by() if passive else clause.who()
    object = clause.undergoes() if passive else clause.onto()
    if not object and not actor:
        object = clause.undergoes()  # “Deadline moved back a year”
    one = _Deed(clause, actor, object, manner == "resolved")
    if manner == "denied":
        return _denied(one, deed)
    if manner == "planned":
        return _planned(one, deed)
    stage = _STAGE_OF[deed](one)
    if stage is None:
        return None
    unsaid = not actor and stage == "passed" and (passive or clause.is_foreign)
    weight = _UNSAID if unsaid else _WEIGHTS.get((deed, stage), _PLAIN)
    return stage, weight * clause.nearness()


def _denied(one: _Deed, deed: str) -> tuple[str, float] | None:
    """“Did not pass” is a rejection, “will not delay” and a governor's “has not signed” are nothing at all."""
    if one.actor == "court" and deed in ("block", "delay", "repeal"):
        return "enforced", _PLAIN * one.clause.nearness()  # “court refuses to halt law”
    if deed not in ("adopt", "sign") or "yet" in one.clause.around():
        return "", 0.0
    if one.actor == "executive" and not _OPEN.isdisjoint(one.clause.before()[-3:]):
        return "", 0.0  # a governor may sign still; states that have not signed have refused
    if not (one.object or one.actor or one.clause.is_measure()):
        return None
    return "rejected", _REFUSED * one.clause.nearness()


def _planned(one: _Deed, deed: str) -> tuple[str, float]:
    """What a maker says it will do with its own measure; wishes of others are nothing."""
    near = one.clause.nearness()
    leading = one.clause.before()[-_LEADING:]
    if not _CONSIDERING.isdisjoint(leading):
        return "announced", _WEAK * near  # “weighs pausing”
    if not _PROPOSING.isdisjoint(leading):
        return "proposed", _REFUSED * near  # “proposes to delay”
    if not _is_bare(one):
        return "", 0.0
    if deed in ("adopt", "sign"):
        return "announced", _INTENDED * near
    if deed in ("delay", "repeal") and one.object in ("measure", "start", "clause"):
        return ("delayed" if deed == "delay" else "repealed"), _WEAK * near
    return "", 0.0


def _is_bare(one: _Deed) -> bool:
    """“Commerce Department to rescind rule”: nothing but its own maker stands before the plan."""
    before = one.clause.before()
    if ("to" not in before and "will" not in before) or not _WISHING.isdisjoint(before):
        return False
    makers = ("agency", "executive", "cabinet", "")
    return len(before) <= 6 and one.clause.who() in makers and not one.clause.is_measure()


def _undone(one: _Deed) -> str | None:
    """“Approves one-year delay of AI law”, “signs bill repealing”: what is adopted delays or ends an act."""
    ahead = one.clause.ahead()[:6]
    stage = "delayed" if not _DELAYS.isdisjoint(ahead) else "repealed" if not _REPEALS.isdisjoint(ahead) else None
    if stage is None or one.object not in ("measure", "clause", "start", "relief", ""):
        return None
    if one.actor == "chamber" and _FINAL.isdisjoint(one.clause.around()):
        return "advanced"
    return stage if one.actor else None


def _adopted(one: _Deed) -> str | None:
    around, actor = one.clause.around(), one.actor
    if "dass" in one.clause.ahead()[:3]:
        return "announced"  # “beschloss, dass die Schweiz die Konvention ratifizieren soll”
    if "rulemaking" in one.clause.ahead()[:6]:
        return "proposed"
    undone = _undone(one) if actor != "court" else None
    if undone is not None:
        return undone
    if "amendment" in one.clause.ahead()[:4] and not _STRIPPING.isdisjoint(one.clause.ahead()[:9]):
        return "rejected"
    if actor == "court":
        return "enforced"
    if not actor and one.clause.is_measure():
        actor = one.clause.chamber_ahead()
        if not actor:
            return "passed"
    if actor == "chamber":
        both = not _FINAL.isdisjoint(around) or one.clause.names_both_chambers()
        return "passed" if both else "advanced"
    if actor == "assembly":
        return "passed" if "loi" in around and around.isdisjoint(_TENTATIVE | _POSITION | _EARLY) else "advanced"
    if actor in ("legislature", "states"):
        early = not _READING.isdisjoint(around) and not _EARLY.isdisjoint(around)
        return "advanced" if early or not _POSITION.isdisjoint(around) else "passed"
    if actor == "executive":
        return "signed" if one.object == "measure" else None
    if actor == "cabinet":
        return "proposed" if _has_bill(one) else None
    if actor == "agency" and one.object in ("measure", "clause"):
        if not _TENTATIVE.isdisjoint(around):
            return "proposed"
        return None if around & {"plan", "strategy"} else "passed"
    return None


def _backed(one: _Deed) -> str | None:
    if one.actor == "court":
        return "enforced"
    if one.actor == "states":
        return "signed" if one.object == "measure" else None
    if one.actor == "legislature" and not _CHANGES.isdisjoint(one.clause.ahead()[:5]):
        return "advanced"  # “Council backs changes to the regulation”
    return "advanced" if one.actor == "chamber" and one.object in ("measure", "clause", "start") else None


def _signed(one: _Deed) -> str | None:
    if _undone(one) == "delayed":
        return "delayed"
    return "signed" if one.object == "measure" or one.clause.is_measure() else None


def _rejected(one: _Deed) -> str | None:
    if one.actor == "court":
        asked = one.object != "measure" or not _REQUESTS.isdisjoint(one.clause.ahead()[:8])
        return "enforced" if asked else "struck_down"
    if one.actor == "cabinet" and not _AGAINST_IT.isdisjoint(one.clause.ahead()[:1]):
        return "advanced"  # “Government defeated as peers back amendment”: the bill goes on
    if one.object == "relief":  # “rejects a delay of the act”: it stays as it is
        return "rejected" if one.actor in ("chamber", "legislature") else "announced"
    if one.object == "request" and not one.actor and not _BEFORE_COURTS.isdisjoint(one.clause.around()):
        return "enforced"  # “Eilantrag gegen Meta abgelehnt”
    if one.object == "request" and not _VOID_REQUESTS.isdisjoint(one.clause.ahead()[:4]):
        return ""
    if one.object in ("measure", "clause") or one.actor in ("chamber", "legislature"):
        return "rejected"
    return None


def _repealed(one: _Deed) -> str | None:
    if one.actor == "court" and one.object in ("measure", "clause", "sanction"):
        return "struck_down"
    if one.object not in ("measure", "clause"):
        return None
    if one.resolved and one.actor == "chamber":
        return "advanced"
    return "rejected" if not _TENTATIVE.isdisjoint(one.clause.ahead()[:5]) else "repealed"


def _delayed(one: _Deed) -> str | None:
    if one.actor == "agency" and not _OF_A_COMPANY.isdisjoint(one.clause.ahead()[:3]):
        return "enforced"  # “authority suspends Meta's AI policy”
    if one.object not in ("measure", "clause", "start"):
        return None
    if one.actor == "court":
        return "struck_down"
    if one.resolved and one.actor == "chamber":
        return "advanced"
    return "delayed"


def _blocked(one: _Deed) -> str | None:
    if one.actor == "court":
        return "enforced" if one.object == "request" else "struck_down"
    if one.actor in ("executive", "chamber", "legislature") and one.object in ("measure", "clause", "request"):
        return "rejected"
    return None


def _ruled(one: _Deed) -> str | None:
    return "enforced" if one.actor == "court" else None


def _presented(one: _Deed) -> str | None:
    return "proposed" if _has_bill(one) else "announced"


def _has_bill(one: _Deed) -> bool:
    around = one.clause.around()
    return not _BILLS.isdisjoint(around) or any(low.endswith(_BILL_ENDINGS) for low in around)


def _always(stage: str) -> Callable[[_Deed], str | None]:
    def told(one: _Deed) -> str | None:
        return stage

    return told


_STAGE_OF: Final[dict[str, Callable[[_Deed], str | None]]] = {
    "adopt": _adopted,
    "back": _backed,
    "sign": _signed,
    "reject": _rejected,
    "repeal": _repealed,
    "delay": _delayed,
    "block": _blocked,
    "deny": _ruled,
    "uphold": _ruled,
    "present": _presented,
    "propose": _always("proposed"),
    "announce": _always("announced"),
    "enforce": _always("enforced"),
    "drop": _always("enforced"),
    "yield": _always(""),
    "exclude": _always("rejected"),
}
