"""Which step of which measure an article tells: two steps of one law are two stories of one dossier."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from bot.pipeline import measure_titles, measures
from bot.pipeline.data.named_measures import NAMED
from bot.pipeline.stories.places import PLACES
from bot.pipeline.text import word_set

_INTO_LAW: Final = r"(?:into|becomes?|is|now) law\b|royal assent|(?:governor|president) (?:\w+ )?approve[sd]"
_TO_COURT: Final = r"tak(?:es?|ing) (?:[\w.,&’'-]+ ){1,6}to court|files? (?:[\w-]+ ){0,3}(?:(?:law)?suit|complaint)"
_THREATENS: Final = (
    r"cease[ -]and[ -]desist|legal (?:demand|threat|notice|warning)"
    r"|threat(?:en)?s? (?:to sue|of (?:a )?(?:law)?suit|legal action)"
    r"|demands? [\w.’'-]{1,30} (?:halts?|stops?|ceases?|removes?|deletes?)\b|mahnt .{1,40} ab$|abgemahnt"
)
_SUED: Final = (
    r"|(?:fac(?:es?|ing)|(?:hit|slapped) with|brings?) (?:[\w-]+ ){0,4}(?:law)?suits?\b"
    r"|lawsuit (?:accus|alleg|claim|say)"
)
# Step -> the words headlines say it with (`repeal*` stands for every word that begins so), then phrases of several
# words. Tried in this order: what is repealed or blocked has been passed and signed before. Names are the taxonomy's,
# and `enacted` and `sued`.
_STEPS: Final = (
    ("repealed", "repeal* rescind* revok* scrap scraps scrapped withdraw withdraws withdrawn aufgehoben", ""),
    (
        "struck_down",
        "injunction* block blocks blocked halts unlawful overturn* stoppt",
        "str(?:uck|ikes?) down",
    ),
    (
        "rejected",
        "veto* reject rejects rejected kills killed dies died expires expired stalls stalled abgelehnt scheitert",
        "vot(?:es?|ed) down|shot down|fail(?:s|ed) to (?:pass|clear|advance)",
    ),
    ("delayed", "delay* postpon* pause pauses paused verschieb* verschoben", "stop the clock|push(?:es|ed) back"),
    (
        "enforced",
        "fines fined penalt* settle* charged sanction* bußgeld geldstrafe",
        r"finali[sz]es? (?:\w+ ){0,2}order\b",
    ),
    ("investigated", "inquiry investigat* probe probes ermittelt ermittlungen", ""),
    ("threatened", "", _THREATENS),
    ("sued", "sues sued sue suing verklagt verklagen klagt klage", _TO_COURT + _SUED),
    ("in_force", "", "t(?:akes?|ook|aking) effect|in(?:to)? force|now appl(?:y|ies)|starts? to apply|in kraft"),
    ("enacted", "enact*", ""),
    ("signed", "sign signs signed signing ratif* promulgat* unterzeichn* unterschreib* unterschrieb*", _INTO_LAW),
    (
        "passed",
        "pass passes passed passage finali* notifies notified adopt adopts adopted adoption approve approves approved "
        "approval clears cleared billig* beschließ* verabschied* stimmt",
        "votes? (?:for|to|in favou?r)|sen(?:ds|t) .{1,40} to (?:the )?(?:president|governor)",
    ),
    ("advanced", "advances committee provisional* trilogue", "second reading|negotiating position"),
    ("consultation", "consult* request requests", "seeks? (?:comments?|input|views)|call for evidence|public comment"),
    ("amended", "rewrites rewrote amends guts", "waters? down|watered down|scales? back"),
    ("proposed", "propos* introduc* table tables tabled draft* present presents unveil unveils entwurf vorschlag", ""),
)
_RANK: Final = {name: rank for rank, (name, _, _) in enumerate(_STEPS)}
_NAMES: Final = tuple(name for name, _, _ in _STEPS)
_EXACT: Final = {word: _RANK[name] for name, words, _ in _STEPS for word in words.split() if word[-1] != "*"}
_BEGIN: Final = tuple(
    (word[:-1], _RANK[name]) for name, words, _ in _STEPS for word in words.split() if word[-1] == "*"
)
_BEGINNINGS: Final = tuple(word for word, _ in _BEGIN)
_PHRASES: Final = re.compile(
    "|".join(f"(?P<{name}>\\b(?:{phrases}))" for name, _, phrases in _STEPS if phrases),
    re.IGNORECASE,
)
# One word of every phrase, the rarest: without one of them no phrase is looked for.
_IN_PHRASES: Final = word_set(
    "fails failed down watered waters scales shot clock back effect force apply applies kraft law assent votes vote "
    "sends sent reading position comment comments input views evidence order desist legal threatens threat threats "
    "demands demand mahnt abgemahnt sign veto issue kündigt unterzeichnen court suit suits lawsuit lawsuits complaint "
    "governor president"
)
# What is only to be done: `Trump to sign order`, `urges Newsom to veto`, `kündigt Dekret an`.
_PLANNED: Final = re.compile(
    r"\b(?:to|will|would|may|might|could|should|can|must) (?:sign|veto|issue)\b"
    r"|\bkündigt\b.{1,60}(?:erlass|dekret|anordnung|verordnung|gesetz|veto)|\bwill\b.{1,60}\bunterzeichnen\b",
    re.IGNORECASE,
)
_UNDONE: Final = {"", "signed", "rejected", "proposed"}
_CHAMBERS: Final = (
    (
        "lower",
        re.compile(
            r"\b(lower house|house of representatives|(?<!White )House\b(?! (?:Bill|File|Resolution)\b)"
            r"|Assembly(?! Bill)|Commons|Bundestag|Lok Sabha)"
        ),
    ),
    ("upper", re.compile(r"\b(upper house|Senate(?! (?:Bill|File|Resolution)\b)|Lords|Bundesrat|Seanad|Rajya Sabha)")),
)
# What passes here has moved a step only; the whole chamber votes later.
_PART: Final = re.compile(r"\b(?:sub-?)?committees?\b|\bpanel\b|ausschuss", re.IGNORECASE)
_ENFORCED, _REJECTED = _RANK["enforced"], _RANK["rejected"]
_ENDS: Final = word_set(
    "kills killed dies died expires expired stalls stalled"
)  # of a bill: lost; of people and plans: no step
_BILL: Final = re.compile(
    r"\b(?:bills?|acts?|laws?|legislation|measures?|moratorium|resolution|proposals?|directive|regulation|amendment"
    r"|(?-i:[A-Z]{1,3})\.? ?\d{1,5})\b",
    re.IGNORECASE,
)
_MARKS: Final = ".,:;“”\"'’()"
# What makes it a case decided: `fines Google`, not `could face fines`.
_FINES: Final = re.compile(
    r"\b(?:fines (?-i:[A-Z€$£\d])|(?:hit|slapped) with .{0,30}\bfines|fined|penalt|settle|charged|sanction"
    r"|finali[sz]es?|bu(?:ß|ss)geld|geldstrafe)",
    re.IGNORECASE,
)
_EVERYDAY: Final = word_set("the a an of one big general no")  # a name that begins so is told by its next word
_OPENERS: Final = frozenset(
    next((word for word in re.findall(r"\w+", name.lower()) if word not in _EVERYDAY), "") for name, _ in NAMED
)
# Words a number follows in a citation, beside short words in capitals (SB, EO, ISO).
_CITING: Final = word_set(
    "bill file act law order no nr regulation directive decision resolution document verordnung richtlinie règlement "
    "legge ley loi décret decree section drucksache projeto lei"
)
_ASIDE: Final = word_set("after following like unlike joins joining to with against toward towards nach wie mit gegen")
_MOST_CAPITALS: Final = 5
# Bills and orders are numbered one by one: two numbers of one series are two measures.
_NUMBERED: Final = re.compile(r"^(eo|com|law|bill|pl|iso|20\d\d|[a-z]{1,3})[ /](?:(\d{3,4}-\d{1,3}$)|\S*\d)")
_BILLS: Final = word_set("sb hb ab hf sf ld lb hr")  # of one legislature: SB 243 and AB 1064 are two bills
_JUDGED: Final = {"struck_down", "rejected", "delayed", "enforced", "passed"}  # what a court may do, too
_PROCEDURE: Final = word_set(
    "repealed struck_down rejected delayed planned in_force enacted signed passed amended advanced consultation "
    "proposed"
)
_CONTENT: Final = {"delayed", "repealed"}  # what a law does to another one; an act may stand before it
_ACTS: Final = {"enacted", "signed", "passed", "proposed", "rejected"}
# A case opened, decided, and what a court says of a deal or a ban.
_CASE: Final = {"investigated", "threatened", "sued", "enforced", "approved_deal", "refused_deal", "enjoined"}
_COURT: Final = re.compile(r"\b(?:judges?|courts?|jury|jurors|richter(?:in)?|\w{0,12}gericht|juges?)\b", re.IGNORECASE)
_DEAL: Final = re.compile(r"\b(?:settlements?|deal|pact|accord|vergleich)\b|\bto settle\b", re.IGNORECASE)
_GRANTS: Final = re.compile(
    r"\b(?:approv\w{1,4}|bless\w{0,3}|green-?lights?|grants?|clears|signs off|oks|billigt|genehmigt)\b", re.IGNORECASE
)
_REFUSES: Final = re.compile(
    r"\b(?:reject\w{0,3}|halts|refus\w{1,3}|den(?:y|ies|ied)|blocks|pauses|delays|not pleased|shoved|questions|skewers"
    r"|slams|lehnt)\b",
    re.IGNORECASE,
)
# A document of a series, as standards bodies number theirs: AI 600-1, SP 800-53.
_DOCUMENT: Final = re.compile(r"\b([A-Z]{2,3})[ -](\d{3,4}-\d{1,3})\b(?![-–]\d)")
NO_STEP: Final = len(_STEPS)


class Hint(NamedTuple):
    """What one word of a headline says about steps and measures; remembered per word, so that reading is cheap."""

    rank: int = NO_STEP  # of the step the word names
    phrase: bool = False  # a phrase naming a step may hold it
    opens: bool = False  # it may begin the name of a measure
    number: bool = False
    citing: bool = False  # a number after it may be a citation
    place: str = ""  # state or country it names
    aside: bool = False  # the place after it is where something else happened: `after Indonesia`


def hint(word: str) -> Hint:
    """The hint of one word as written."""
    low = word.lower()
    if low.isalpha():
        rank = _EXACT.get(low, NO_STEP)
        if rank == NO_STEP and low.startswith(_BEGINNINGS):
            rank = next(place for beginning, place in _BEGIN if low.startswith(beginning))
        capitals = len(word) <= _MOST_CAPITALS and word.isupper()
        return Hint(
            rank,
            low in _IN_PHRASES,
            low in _OPENERS,
            False,
            capitals or low in _CITING,
            PLACES.get(word, ""),
            low in _ASIDE,
        )
    number = any(character.isdigit() for character in low)
    bare = word.replace("’", "'").removesuffix("'s")
    plain = bare.lower()
    return Hint(
        opens=plain in _OPENERS or (number and not low[0].isdigit()),
        number=number,
        citing=number or (len(word) <= _MOST_CAPITALS and word.isupper()),
        place=PLACES.get(bare, ""),
    )


def measures_in(text: str) -> tuple[str, ...]:
    """Tokens of the measures a text cites, for example `sb 1047`, `2024/1689`; documents of a series last."""
    found = [str(mention.data["id"]) for mention in measures.find(text)]
    found += [f"{match[1].lower()} {match[2]}" for match in _DOCUMENT.finditer(text)]
    return tuple(dict.fromkeys(found))


def written(token: str) -> str:
    """A measure as it is printed: `SB 77` for sb 77, and by its name where it has no number."""
    return measure_titles.number(token) if any(map(str.isdigit, token)) else measure_titles.title(token)


def name(rank: int) -> str:
    """The step of a hint's rank."""
    return _NAMES[rank]


def stage(step: str) -> str:
    """A step without its chamber or act: `passed` for `passed:lower`."""
    return step.partition("/")[0].partition(":")[0]


def step(title: str, rank: int, phrase: bool) -> str:
    """The step a headline tells (`passed:lower`, `signed`, ...), or empty; the latest one it names counts.

    `rank` is the least of its words' hints, `phrase` whether one of them may belong to a phrase.
    """
    if phrase:
        for match in _PHRASES.finditer(title):
            rank = min(rank, _RANK[str(match.lastgroup)])
    if rank == _REJECTED and _BILL.search(title) is None:  # people die, too
        rank = _without(title, _ENDS)
    if rank == _ENFORCED and _FINES.search(title) is None:
        rank = _without(title, {word for word in _words(title) if hint(word).rank == _ENFORCED})
    name = _NAMES[rank] if rank < NO_STEP else ""
    if phrase and name in _UNDONE and _PLANNED.search(title) is not None:
        return "planned"
    if not name:
        return ""
    if name in _JUDGED and _COURT.search(title):
        if _DEAL.search(title):
            return "refused_deal" if _REFUSES.search(title) else "approved_deal" if _GRANTS.search(title) else name
        if name == "struck_down":
            return "enjoined"
    if name in _CONTENT:
        return name + _act(title)
    if name == "passed" and _PART.search(title):
        return "advanced"
    if name == "passed":
        chambers = [chamber for chamber, pattern in _CHAMBERS if pattern.search(title)]
        if len(chambers) == 1:
            return f"passed:{chambers[0]}"
    return name


def _words(title: str) -> list[str]:
    return [word.strip(_MARKS) for word in title.split()]


def _without(title: str, words: Collection[str]) -> int:
    """Rank of a title's step by its words other than these."""
    return min([hint(word).rank for word in _words(title) if word not in words], default=NO_STEP)


def _act(title: str) -> str:
    """The act by which a law is delayed or repealed, when the headline tells it first: `Polis signs delay`."""
    for word in _words(title):
        if (rank := hint(word).rank) < NO_STEP:
            return f"/{_NAMES[rank]}" if _NAMES[rank] in _ACTS else ""
    return ""


def same_step(one: str, other: str) -> bool:
    """Whether two steps are one. A law is enacted by a parliament's vote or by a governor's hand."""
    return one == other or ("enacted" in (one, other) and {one, other} <= {"enacted", "signed", "passed"})


def different_steps(one: str, other: str) -> bool:
    """Whether two steps cannot be one event: different stages of procedure, or two chambers."""
    if not one or not other or one == other:
        return False
    (one, _, act), (other, _, other_act) = one.partition("/"), other.partition("/")
    if act or other_act:
        if one == other:
            return different_steps(act, other_act)
        return different_steps(act or one, other_act or other)
    stages = one.partition(":"), other.partition(":")
    if stages[0][0] == stages[1][0]:
        return bool(stages[0][2] and stages[1][2])
    names = {stages[0][0], stages[1][0]}
    if names <= {"struck_down", "rejected", "enjoined"}:  # a veto blocks a bill, and `stoppt` says either
        return False
    if names == {"approved_deal", "enforced"}:  # `Alsup signs off on book settlement`
        return False
    if same_step(*names):
        return False
    names = {"struck_down" if name == "enjoined" and not names <= _CASE else name for name in names}
    return names <= _PROCEDURE or names <= _CASE


def different_measures(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two headlines name two measures of one numbered series and none in common: SB 53 and SB 1047."""
    if not one or not other or not set(one).isdisjoint(other):
        return False
    return not _series(one).isdisjoint(_series(other))


def of_one_series(cited: Sequence[str]) -> list[str]:
    """The first measure a text cites, with those numbered in its series: which of them it is about is not known."""
    series = _series(cited[:1])
    return [one for number, one in enumerate(cited) if not number or (series and _series([one]) == series)]


def _series(tokens: Collection[str]) -> set[str]:
    found = {"document" if match[2] else match[1] for token in tokens if (match := _NUMBERED.match(token))}
    return {"bill" if name in _BILLS else name for name in found}
