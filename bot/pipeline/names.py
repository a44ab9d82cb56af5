"""Names inside runs of capitalised words: where an office ends and a person begins."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from bot.pipeline import lexicon as lex

Gender = Literal["he", "she", ""]

_UPPER = (
    "A-Z\u00c0-\u00d6\u00d8-\u00de\u0104\u0106\u010c\u010e\u0118\u011a\u0130\u0141\u0143\u0150"
    "\u0158-\u015e\u0160\u0162\u0164\u0170\u0179\u017b\u017d"
)
# After the first capital: letters with inner marks, then a full stop if an initial or a short title ends there.
_REST = (
    r"\w*(?:(?:['’](?!s\b)|-)\w+)*"
    rf"(?:\.(?:(?<=\b[{_UPPER}]\.)(?:-?[{_UPPER}]\.){{0,3}}(?=[ \u00a0])|(?<=\bM\.)"
    r"|(?<=\b(?:Lt|Mr|Ms|Mx|Dr|St|Jr|Sr)\.)|(?<=\b(?:Sen|Rep|Gov|Gen|Col|Maj|Sgt|Adm|Rev|Hon|Mrs)\.)"
    r"|(?<=\b(?:Sens|Reps|Govs|Capt|Cmdr|Cllr|Pres|Prof|Atty|Asst)\.)|(?<=\bProfs\.)))?"
)
_LINK = (
    "(?:(?:de|da|di|do|du|del|della|der|den|des|van|von|vom|zu|zur|ter|ten|la|el|al|bin|ibn|ben|dos|of|the|for)"
    "[ \u00a0])"
)
RUN = re.compile(
    rf"[{_UPPER}](?<![\w’'@#./-].){_REST}(?:[ \u00a0]{_LINK}{{0,3}}(?:(?:al|el|as|ar|ad)-|[dl]['’])?[{_UPPER}]{_REST})*"
)
_BODIES = lex.BODY_WORDS - lex.GIVEN  # Bill is a first name
_LONGEST_RUN = 14  # tokens; longer runs are headlines in capitals
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "PhD", "MD"})


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """A name as it is compared: without case, one kind of apostrophe."""
    return word.lower().replace("’", "'")


@lru_cache(maxsize=4096)
def family_name(name: str) -> str:
    """`Ursula von der Leyen` is `Leyen`, `Robert Kennedy Jr.` is `Kennedy`, `Kim Min-seok` is `Kim`."""
    words = name.split()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    if len(words) == 2 and words[0] in lex.FAMILY_FIRST and _given_second(words[1]):
        return words[0]
    return words[-1] if words else ""


def _given_second(word: str) -> bool:
    """`Min-seok`, `Qiang`: the second half of a name whose family name comes first."""
    first, hyphen, rest = word.partition("-")
    return rest.islower() if hyphen else first not in lex.GIVEN and first not in lex.FAMILY_FIRST


def compatible(first: str, other: str) -> bool:
    """Whether two first names may be one person's: equal, an initial, or a short form (`Jen`, `Jennifer`)."""
    a, b = first.rstrip(".").lower(), other.rstrip(".").lower()
    return a == b or (a[:1] == b[:1] and (len(a) == 1 or len(b) == 1 or a.startswith(b[:3]) or b.startswith(a[:3])))


def gender_of(name: str, title: str = "") -> Gender:
    """What a courtesy title or the first name says about he or she; empty when nothing does."""
    bare = title.rstrip(".")
    if bare in lex.HE_TITLES or bare.lower() in lex.MANS_ROLES:
        return "he"
    if bare in lex.SHE_TITLES or bare.lower() in lex.WOMANS_ROLES:
        return "she"
    words = name.split()
    if len(words) > 1:
        for word in words[:-1]:
            first = word.split("-")[0] if "-" in word and word not in lex.GIVEN else word
            if first in lex.MALE and first not in lex.FEMALE:
                return "he"
            if first in lex.FEMALE and first not in lex.MALE:
                return "she"
            if len(first.rstrip(".")) > 1 and len(words) < 3:
                break
    return ""


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    bare = word.rstrip(".").lower()
    if bare in lex.ROLE_HEADS or word.rstrip(".") in lex.OFFICE or word in lex.SEVERAL:
        return True
    return bare.endswith(lex.GERMAN_ROLE_ENDINGS) or ("-" in bare and bare.rsplit("-", 1)[-1] in lex.ROLE_HEADS)


@lru_cache(maxsize=4096)
def _is_place(word: str) -> bool:
    return word in lex.PLACES or word in lex.CALENDAR or word in lex.DEMONYMS


_INITIALS = re.compile(r"(?!(?:U\.S|U\.K|U\.N|E\.U|D\.C|L\.A|N\.Y|A\.I)\.)[A-Z]\.(?:-?[A-Z]\.){0,2}")  # J.D. Vance
_NOT_A_NAME = re.compile(r"-(?:led|style|backed|based|era|born|like|owned|run|appointed|ally|friendly|made)$")


# Words for bodies and places that are common family names too: Wendy Hall, Rep. French Hill.
_FAMILIES = frozenset({"Hall", "Hill", "Park", "Day", "Law", "Lake", "Church", "Street", "Tower"})


def _is_body(name_words: list[str], titled: bool) -> bool:
    last = name_words[-1]
    if len(name_words) < 2 or last not in lex.BODY_WORDS:
        return False
    return last not in _FAMILIES or len(name_words) > 3 or not (titled or name_words[0] in lex.GIVEN)


_NEVER_IN_NAMES = frozenset(
    {
        "Than",
        "And",
        "Or",
        "Is",
        "Are",
        "Was",
        "Not",
        "With",
        "By",
        "At",
        "From",
        "As",
        "But",
        "If",
        "Why",
        "How",
        "What",
    }
    | {
        "When",
        "That",
        "Your",
        "My",
        "Our",
        "Its",
        "Their",
        "His",
        "Her",
        "Says",
        "Said",
        "Over",
        "After",
        "Into",
        "This",
    }
)

_HONOURS = frozenset({"OBE", "CBE", "MBE", "KBE", "DBE", "FRS", "KC", "QC", "MP", "MEP", "MSP", "AM", "AO"})

# Leads from an office to its field: Secretary of State, Chef der Bundesnetzagentur.
_OF_OFFICE = frozenset({"of", "for", "der", "des", "vom", "für", "du", "de", "von"})


def is_given(word: str) -> bool:
    """A known first name, or one of two: `Jean-Noël`."""
    return word in lex.GIVEN or word.partition("-")[0] in lex.GIVEN


class Run(msgspec.Struct, frozen=True):
    """A run of capitalised words, cut into what may be a role and what may be a name."""

    start: int
    name_start: int
    name_end: int
    name: str
    title: str
    role: bool  # an office stands before the name, inside the run
    sure: bool


def _middle(words: list[str], i: int) -> bool:
    """Whether `M.` is an initial, as in `Lina M. Khan`, rather than Monsieur."""
    if i == 0 or words[i] not in ("M.", "M"):
        return False
    before = words[i - 1]
    return before[0].isupper() and before not in lex.OPENERS and not is_role(before)


def _given_office(words: list[str], i: int) -> bool:
    """`Dean Ball`, `Dean W. Ball`: a first name that is an office too, before a family name alone."""
    return words[i] in lex.GIVEN and i + 2 == len(words) - bool(_INITIALS.fullmatch(words[i + 1]))


def is_mr_he(word: str, behind: str = "") -> bool:
    """`He Lifeng`, a family name: a pronoun has no capitalised word behind it, except in `He Tuesday said`."""
    return word == "He" and behind[:1].isupper() and behind[1:].islower() and behind not in lex.CALENDAR


@lru_cache(maxsize=8192)
def cut(chunk: str, opens: bool) -> Run | None:
    """The person inside one run: `Secretary of Commerce Gina Raimondo`, `Mike Pence of Indiana`; None if there is none.

    `opens` says that the run stands at the start of a sentence, where its first word may be capitalised for that
    reason only. Offsets count in `chunk`.
    """
    words = chunk.split()
    if len(words) > _LONGEST_RUN:
        return None
    tokens: list[tuple[int, int]] = []
    at = 0
    for word in words:
        at = chunk.index(word, at)
        tokens.append((at, at + len(word)))
        at += len(word)
    # Where does the name begin? After the last office, or at the first given name behind it.
    offices = [
        i for i, word in enumerate(words[:-1]) if word[:1].isupper() and is_role(word) and not _given_office(words, i)
    ]
    titles = [i for i, word in enumerate(words[:-1]) if word.rstrip(".") in lex.COURTESY and not _middle(words, i)]
    begin = 0
    while begin < len(words) and (
        (begin == 0 and words[0] in lex.WEEKDAYS and len(words) > 2)
        or (words[begin] in lex.OPENERS and words[begin] not in lex.GIVEN and not is_mr_he(*words[begin : begin + 2]))
        or words[begin].islower()
    ):
        begin += 1
    first = begin
    office = offices[-1] if offices else -1
    title = words[titles[-1]] if titles else ""
    if titles and titles[-1] >= office:
        first = titles[-1] + 1
    elif office >= begin:
        first = office + 1
        if first < len(words) and words[first] in _OF_OFFICE:
            # Secretary of State Hillary Clinton: the name is what is left after the portfolio
            given = next((i for i in range(first + 2, len(words)) if is_given(words[i])), 0)
            tail = len(words) - 2
            if words[first] not in ("de", "von"):  # Präsidentin von der Leyen
                first = given or (tail if tail > first + 1 else len(words))
            elif given:
                first = given
    else:
        while first < len(words) - 1 and (
            (
                words[first] not in lex.GIVEN
                and (
                    _is_place(words[first])
                    or words[first] in lex.BODY_WORDS
                    or (words[first].isupper() and len(words[first]) > 2 and not _INITIALS.fullmatch(words[first]))
                )
            )
            or words[first].islower()
        ):
            first += 1
    stop = first
    while stop < len(words):
        word = words[stop]
        if word in ("of", "for", "the") or (_is_place(word) and stop > first + 1):
            break
        stop += 1
    while stop > first + 2 and words[stop - 2].islower() and words[stop - 1].isupper() and len(words[stop - 1]) > 2:
        stop -= 2  # Jane Doe vom CCC
    while stop > first and (words[stop - 1].islower() or (stop > first + 1 and words[stop - 1] in _HONOURS)):
        stop -= 1
    if first >= len(words) or stop <= first:
        return None
    if opens and first == begin and stop - first > 2 and words[first] not in lex.GIVEN:
        # Neither Hillary Clinton ...: the capital belongs to the sentence, not to the name
        first = next((i for i in range(first + 1, stop - 1) if words[i] in lex.GIVEN), first)
    name_words = words[first:stop]
    if (len(name_words) == 1 and is_role(name_words[0])) or not _NEVER_IN_NAMES.isdisjoint(name_words[1:]):
        return None  # Attorneys General; More Important Than Winning
    if len([word for word in name_words if word[0].isupper()]) > 4 or _NOT_A_NAME.search(name_words[-1]):
        return None  # a headline in capitals; Trump-led
    if (
        any(word in lex.BODY_WORDS for word in name_words[1:-1])
        or _is_body(name_words, bool(titles or offices))
        or name_words[0] in _BODIES
    ):
        return None
    known = (
        name_words[0] in lex.GIVEN
        or (len(name_words) > 2 and len(name_words[1].rstrip(".")) == 1)
        or (len(name_words) > 1 and _INITIALS.fullmatch(name_words[0]) is not None)
    )
    has_role = office >= begin and not (titles and titles[-1] > office)
    if not has_role and not titles and not known and (_is_place(name_words[0]) or _is_place(name_words[-1])):
        return None
    if any(word in lex.CALENDAR and word not in lex.GIVEN for word in name_words[:1]):
        return None
    shouted = [len(word) > 1 and word.isupper() and "." not in word and word not in _SUFFIXES for word in name_words]
    if (not known and any(shouted)) or (shouted[-1] and not all(shouted)):
        return None  # CNN, NATO; Meta AI
    name_start, name_end = tokens[first][0], tokens[stop - 1][1]
    return Run(
        tokens[begin][0] if has_role else (tokens[titles[-1]][0] if titles else name_start),
        name_start,
        name_end,
        chunk[name_start:name_end],
        words[office] if has_role else title,
        has_role,
        bool(titles) or has_role or known,
    )
