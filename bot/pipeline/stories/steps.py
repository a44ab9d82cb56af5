"""Which step of which measure an article tells: two steps of one law are two stories of one dossier."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from bot.pipeline import measures
from bot.pipeline.data.named_measures import NAMED
from bot.pipeline.text import word_set

# Step -> how headlines say it, tried in this order: what is blocked or repealed has been passed and signed before.
# Stage names are those of the taxonomy; `passed` is told apart by its chamber.
_STEPS: Final = (
    ("repealed", r"repeal\w*|rescind\w*|revok\w*|scraps?|scrapped|withdraws?|withdrawn|aufgehoben"),
    ("struck_down", r"struck down|strikes? down|injunction|block(?:s|ed)|halts?|unconstitutional|overturn\w*|stoppt"),
    ("rejected", r"veto\w*|reject(?:s|ed)|vot(?:es?|ed) down|shot down|voted against|abgelehnt|lehnt\b.*\bab"),
    (
        "delayed",
        r"delay\w*|postpon\w*|pauses?|paused|stop the clock|push(?:es|ed) back|verschieb\w*|verschoben|aufschub",
    ),
    ("enforced", r"fin(?:es|ed)\b|penalt\w+|settle\w*|investigat\w+|probes?|charged|sanction\w*|bußgeld|geldstrafe"),
    ("in_force", r"(?:takes?|took|taking) effect|(?:into|in) force|now appl(?:y|ies)|start(?:s|ed)? to apply|in kraft"),
    (
        "signed",
        r"sign(?:s|ed|ing)\b|(?:into|becomes?|is|now) law|enact\w*|ratif\w+|promulgat\w+|royal assent"
        r"|unterzeichnet|unterschreibt",
    ),
    (
        "passed",
        r"pass(?:es|ed|age)\b|adopt(?:s|ed|ion)\b|approv(?:es|ed|al)\b|votes? (?:for|to|in favou?r)|clear(?:s|ed)\b"
        r"|sen(?:ds|t) .{0,40}\bto (?:the )?(?:president|governor)"
        r"|beschließt|verabschiedet|billigt|stimmt",
    ),
    ("advanced", r"advanc(?:es|ed)|committee|provisional(?:ly)?|trilogue|second reading|negotiating position"),
    ("consultation", r"consult\w*|seeks? (?:comments?|input|views)|call for evidence|public comment|requests? for"),
    ("proposed", r"propos\w+|introduc\w+|tabl(?:es|ed)|draft\w*|presents?|unveils?|entwurf|vorschlag"),
)
_STEP: Final = re.compile("|".join(f"(?P<{name}>\\b(?:{words}))" for name, words in _STEPS), re.IGNORECASE)
_ORDER: Final = {name: place for place, (name, _) in enumerate(_STEPS)}
_CHAMBERS: Final = (
    (
        "lower",
        re.compile(r"\b(lower house|house of representatives|House\b|Assembly|Commons|Bundestag|Lok Sabha)"),
    ),
    ("upper", re.compile(r"\b(upper house|Senate|Lords|Bundesrat|Seanad|Rajya Sabha)")),
)
# A text without a digit and without the first word of a known name holds no measure: most headlines end here.
_OPENERS: Final = frozenset(
    re.split(r"[^\w]", name.lstrip("=").lower())[0].rstrip("*") for name, _ in NAMED
) - word_set("the a an of")
_WORD: Final = re.compile(r"[^\W_]+")
_DIGIT: Final = re.compile(r"\d")
# Bills and orders are numbered one by one: two numbers of one series are two measures.
_NUMBERED: Final = re.compile(r"^(eo|com|law|bill|pl|iso|20\d\d|[a-z]{1,2})[ /]\S*\d")
_BILLS: Final = word_set("sb hb ab hf sf ld lb hr")  # of one legislature: SB 243 and AB 1064 are two bills
_PROCEDURE: Final = word_set(
    "repealed struck_down rejected delayed in_force signed passed advanced consultation proposed"
)


def measures_in(text: str) -> tuple[str, ...]:
    """Tokens of the measures a text cites, for example `sb 1047`, `2024/1689`, in reading order."""
    if not _DIGIT.search(text) and _OPENERS.isdisjoint(_WORD.findall(text.lower())):
        return ()
    return tuple(dict.fromkeys(str(mention.data["id"]) for mention in measures.find(text)))


def step(title: str) -> str:
    """The step a headline tells (`passed:lower`, `signed`, ...), or empty. The latest step it names counts."""
    found = {match.lastgroup for match in _STEP.finditer(title) if match.lastgroup}
    if not found:
        return ""
    first = min(found, key=_ORDER.__getitem__)
    if first == "passed":
        chambers = [name for name, pattern in _CHAMBERS if pattern.search(title)]
        if len(chambers) == 1:
            return f"passed:{chambers[0]}"
    return first


def different_steps(one: str, other: str) -> bool:
    """Whether two steps cannot be one event: different stages of procedure, or two chambers."""
    if not one or not other or one == other:
        return False
    stages = one.partition(":"), other.partition(":")
    if stages[0][0] == stages[1][0]:
        return bool(stages[0][2] and stages[1][2])
    return stages[0][0] in _PROCEDURE and stages[1][0] in _PROCEDURE


def different_measures(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two headlines name two measures of one numbered series and none in common: SB 53 and SB 1047."""
    if not one or not other or not set(one).isdisjoint(other):
        return False
    return not _series(one).isdisjoint(_series(other))


def _series(tokens: Collection[str]) -> set[str]:
    found = {match[1] for token in tokens if (match := _NUMBERED.match(token))}
    return {"bill" if name in _BILLS else name for name in found}
