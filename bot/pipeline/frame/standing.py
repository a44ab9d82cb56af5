"""How a place stands in a sentence: it acts, is compared with, suffers the act, or is where somebody comes from."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot.pipeline import jurisdictions
from bot.pipeline.frame import american
from bot.pipeline.frame.story import Story
from bot.pipeline.jurisdictions import Place
from bot.pipeline.phrases import Hit, Words
from bot.pipeline.text import word_set

ACTING: Final = ("actor", "body")
"""Kinds of a body or person."""
STRONG, WEAK, _DATED = 0.6, 0.2, 0.06  # acts; stands by; the place of a dateline
# Before a place: it is compared with, came earlier, or suffers the act.
_COMPARING = word_set(
    "like unlike than following mirrors mirroring echoing echoes after inspired beyond versus vs wie nach comme"
)
_SUFFERING = word_set("through via on to from against toward towards into outside gegen contre vers")
_CALLED_ON = word_set("urge urges urged ask asks asked tell tells told press pressed lobby lobbies call")
# After a place: its people or companies, not the place itself.
_PEOPLE = word_set(
    "tech technology company companies firm firms startup startups start chipmaker chipmakers giant giants users user "
    "developer developers based citizens consumers rival rivals app apps chatbot chatbots model models billionaire "
    "nationals national citizens men group groups "
    "actor actress author authors artist artists musicians publishers publisher investors entrepreneur researchers "
    "scientists university mother father family parents couple resident residents teen pastor lawyer lawyers "
    "student students man woman teenager newspaper newspapers media lab labs buyers customers "
    "unternehmen unternehmens konzern konzerns konzerne firma firmen software anbieter softwareunternehmen techkonzern "
    "techkonzerne tochter entreprises entreprise société sociétés "
    "owned backed born made headquartered listed linked speaking hacker hackers supplier suppliers maker makers "
    "manufacturer manufacturers conglomerate creators writers singers singer performers photographers schoolchildren "
    "schoolgirls voters store stores shop shops readers viewers platform platforms website websites tool tools "
    "products goods "
    "bürger bürgerinnen nutzer nutzerinnen künstler autoren verlage startup hersteller modelle anbieters "
    "utilisateurs citoyens artistes auteurs éditeurs géant géants pousse pousses modèle modèles plateforme plateformes"
)
# “On the sidelines of France's summit” is a place to meet; “breaches EU privacy laws” names what is broken.
_AT = word_set("at of for before during since from ahead in")
# “Talks with China”, “pressure from the US”: another's part in it.
_TALKING = word_set(
    "talks negotiations negotiation discussions tension tensions trade relations pressure competition rivalry war race "
    "compared imports support help complaints criticism"
)
_MEETINGS = word_set("summit conference forum gipfel sommet")
_BREAKING = word_set(
    "violate violates violated violating violation violations breach breaches breached breaching break breaks broke "
    "flout flouts under comply against with of"
)
_LAWS = word_set("law laws rules act acts statute statutes gdpr dsgvo rgpd")
# “Senator X of Delaware”, “a California Democrat”: where a member of the federal legislature is from.
_OFFICES = word_set("state governor commonwealth legislature department people university house assembly city general")
_SEATS = word_set("democrat republican congressman congresswoman")
_CHARGED = word_set("charged indicted arrested sentenced convicted")
# “Hamburger Gericht”, “OLG Köln”: a court of the country, in whatever city it sits.
_COURTS_OF_A_CITY = word_set("gericht landgericht oberlandesgericht amtsgericht verwaltungsgericht olg lg ag vg ovg")
_SUING = word_set("sue sues sued suing lawsuit suit")
_RIVALS = frozenset({"CN", "RU", "IR", "KP"})
_EXAMPLES = word_set(
    "lead example footsteps path model playbook approach precedent steps ambitions rise military access dominance"
)
COURTS = word_set("judge judges court jury circuit")
# Bodies and acts of some state, its name unsaid: “the Government plans to help UK developers”.
OF_A_STATE = word_set(
    "governor legislature "
    "government parliament parliamentary ministers minister ministry cabinet lawmakers legislators assembly senate "
    "regulator watchdog authority commissioner police court courts judge tribunal bill chancellor deputies mps "
    "regierung kabinett ministerium gericht behörde gouvernement ministre tribunal députés"
)
_CAUCASUS = word_set("tbilisi caucasus armenia azerbaijan moldova yerevan baku georgian")
_GEORGIAN_STATE = word_set(
    "atlanta kemp lawmakers peach senate house bill state gov governor county commissioners u.s. federal statehouse "
    "legislature legislators states alabama florida tennessee carolina iowa utah texas california"
)


class Standing(NamedTuple):
    """A place as it is named once."""

    code: str
    strength: float  # 1 acts, below `STRONG` stands by
    hit: Hit[Place]


def standings(words: Words, story: Story) -> list[Standing]:
    """Every place of headline or text in reading order."""
    found: list[Standing] = []
    for hit in jurisdictions.find(words):
        code = hit.value.code
        if words.gaps[hit.last][:1] == "$":
            continue  # US$620
        if words is story.body and _in_dateline(words, hit):
            if story.sentence(hit.start) >= 0:
                found.append(Standing(code, _DATED, hit))
            continue
        if code.startswith("DE-") and _sits_there(words, hit):
            code = "DE"
        if code in ("GE", "US-GA") and words.lows[hit.first] == "georgia":
            code = _which_georgia(story)
        if hit.value.kind == "body" and found and _is_anothers(found[-1], hit, code):
            continue
        strength = _strength(words, hit)
        if code == "US" and american.is_washington_state(words, hit, found[-1].code if found else ""):
            code, strength = "US-WA", 1.0
        found.append(Standing(code, strength, hit))
    return found


def _is_anothers(before: Standing, hit: Hit[Place], code: str) -> bool:
    """“The Colombian Congress”: the body of the state whose adjective stands before it."""
    near = before.hit.value.kind == "adj" and before.hit.last == hit.first - 1
    return near and jurisdictions.country(before.code) != jurisdictions.country(code)


def _sits_there(words: Words, hit: Hit[Place]) -> bool:
    around = (*words.lows[max(0, hit.first - 1) : hit.first], *words.lows[hit.last + 1 : hit.last + 2])
    return not _COURTS_OF_A_CITY.isdisjoint(around)


def _which_georgia(story: Story) -> str:
    around = {*story.title.lows, *story.body.lows[:150]}
    if not _CAUCASUS.isdisjoint(around):
        return "GE"
    return "GE" if _GEORGIAN_STATE.isdisjoint(around) else "US-GA"


def _in_dateline(words: Words, hit: Hit[Place]) -> bool:
    """LONDON (Reuters) - , BRUSSELS, March 13 —, SINGAPORE: Berlin (dpa) – : a place only."""
    if hit.value.kind not in ("city", "name") or hit.first > 3:
        return False
    if hit.first == 0 and words.text[hit.end : hit.end + 2] == ": " and words.text[hit.start : hit.end].isupper():
        return True
    following = words.text[hit.end : hit.end + 40]
    head = following[:30]
    return any(
        mark in head for mark in (" — ", " – ", " - ", "—", "(Reuters)", "(AP)", "(dpa)", "(AFP)", "/PRNewswire")
    )


def _strength(words: Words, hit: Hit[Place]) -> float:
    lows, kind = words.lows, hit.value.kind
    strength = {"actor": 1.0, "body": 1.0, "name": 1.0, "adj": 0.9, "city": 0.65, "none": 0.0}[kind]
    if kind in ("name", "city") and american.is_paper(words, hit):
        return 0.05
    before = hit.first - 1
    while before >= 0 and lows[before] in ("the", "its", "new", "der", "die", "das", "l", "la", "le", "les"):
        before -= 1
    previous = lows[before] if before >= 0 and words.joined(before) else ""
    if previous in _COMPARING and lows[max(0, before - 1)] != "more":  # “more than 60 countries” are no comparison
        strength *= 0.25
    elif previous in _SUFFERING and kind not in ACTING:
        strength *= 0.35
    elif previous in ("with", "from") and not _TALKING.isdisjoint(lows[max(0, before - 2) : before]):
        strength *= 0.4
    elif previous == "for" and kind == "name" and hit.value.code in _RIVALS:
        strength *= 0.4  # chips bound for China
    elif previous in _CALLED_ON:
        strength *= 0.8
    elif previous == "of" and lows[max(0, before - 2) : before] == ["home", "state"]:
        return 0.1  # “my home state of Georgia”
    elif previous == "of" and hit.value.code.startswith("US-") and _is_a_person(words, before - 1):
        return 0.1
    elif previous == "in" and not _CHARGED.isdisjoint(lows[max(0, before - 1) : before]):
        return 0.25
    elif previous == "in" and not COURTS.isdisjoint(lows[max(0, before - 4) : before]):
        return 0.25  # a federal court in New York: where it sits
    elif previous in ("in", "at", "à", "en") and kind == "city" and lows[before - 1] not in OF_A_STATE:
        if _SUING.isdisjoint(lows[max(0, before - 8) : before]):  # “sued the firm in Tokyo”: before its courts
            strength *= 0.5
    elif previous in ("university", "r", "d"):  # University of California; Ted Cruz (R-Texas)
        return 0.05
    after = hit.last + 1
    following = lows[after : after + 3]
    if following[:1] == ["s"] and not _EXAMPLES.isdisjoint(following[1:3]):
        return 0.25  # states follow California's lead
    if kind not in ACTING and (
        (previous in _AT and not _MEETINGS.isdisjoint(lows[after : after + 5]))
        or (previous in _BREAKING and not _LAWS.isdisjoint(lows[after : after + 6]))
    ):
        return 0.3
    if kind in ("name", "city") and following[:1] in (["federal"], ["district"]) and not COURTS.isdisjoint(following):
        return 0.1  # filed in Texas federal court: the seat of a court
    if hit.value.code.startswith("US-") and following and following[0] in _SEATS:
        return 0.1
    if following and kind not in ACTING:
        if following[0] in ("ai", "s"):
            following = following[1:]
            after += 1
        if following[:1] == ["national"] and words.text[words.starts[after]].isupper():
            return strength  # “Taiwan's National Science Council”: no nationals
        if following and following[0] in _PEOPLE and words.gaps[hit.last][:1] in (" ", "-", "‑", "’", "'"):
            strength *= 0.12
    return strength


def _is_a_person(words: Words, index: int) -> bool:
    """“Senator Cruz of Texas”, “Ted Lieu of California”: a name before “of”, not “State” or “Governor”."""
    if index < 0:
        return False
    low = words.lows[index]
    return words.slice(index, index)[0].isupper() and low not in OF_A_STATE and low not in _OFFICES
