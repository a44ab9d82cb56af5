"""Numbers and names of laws, orders and standards, each reduced to one token: “sb 1047”, “2024/1689”, “eo 14110”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.model import Mention, Origin, Slice, Span
from bot.pipeline.data.named_measures import NAMED
from bot.pipeline.phrases import Lexicon, Words
from bot.pipeline.text import digits, word_set

# Numbers are found first, then the characters around each are read: text without digits costs one scan.
_LONGEST_NUMBER = 6  # digits; more are read as several numbers
_BEFORE = 40  # code points read before a number
_AFTER = 24  # and after its first digit
_MOST_TRIED = 400  # numbers of one text that are compared with the forms; an article cites a few dozen at most

_BILLS = {
    "senate bill": "sb",
    "senate file": "sf",
    "house bill": "hb",
    "house file": "hf",
    "assembly bill": "ab",
    "legislative document": "ld",
    "legislative bill": "lb",
    "public act": "pa",
    "house resolution": "hr",
    "senate resolution": "sr",
}


class _Form(NamedTuple):
    pattern: re.Pattern[str]  # group n (or the groups it reads) holds the number
    token: Callable[[re.Match[str]], str]
    signs: tuple[str, ...]  # one of these is in every such citation: most are told by a look for them


def _bill(match: re.Match[str]) -> str:
    words = re.sub(r"[\s.\-]+", " ", match["kind"]).strip().lower()
    kind = _BILLS.get(words) or words.replace(" ", "")
    return f"{kind} {match['n'].lower()}"


# Each pattern is anchored by literal letters before the number and has no nested repetition.
# Sources: the citation forms of the US Congress and state legislatures, EUR-Lex, ISO, NIST, UN documents.
_FORMS = (
    _Form(  # SB 1047, S.B. 24-205, Assembly Bill No. 412, HF 4397
        re.compile(
            r"\b(?P<kind>(?:S|H|A)\. ?B\.|[SHA]B|HF|SF|LD|LB|ACR|SCR|[SHA]JR|HCR|[Ss]enate [Bb]ill|[Hh]ouse [Bb]ill"
            r"|[Aa]ssembly [Bb]ill|[Ss]enate [Ff]ile|[Hh]ouse [Ff]ile|Legislative Document|Legislative Bill)"
            r"[ \u00a0\-]?(?:[Nn]o\. ?)?(?P<n>(?:\d\d-)?\d{1,4}[A-Z]?)\b"
        ),
        _bill,
        ("B", "F", "LD", "R", "ill", "ile", "Document"),
    ),
    _Form(  # H.R. 1, S. 2714, H.Res. 66
        re.compile(
            r"\b(?P<kind>H\. ?R\.|HR|[HS]\. ?(?:J\. ?|Con\. ?)?Res\.|S\.)[ \u00a0]?(?P<n>\d{1,4})\b(?![.,]\d)(?!/)"
        ),
        lambda match: re.sub(r"[\s.]+", "", match["kind"]).lower() + " " + match["n"],
        ("R", "S."),
    ),
    _Form(  # New York prints S6953B/A6453B
        re.compile(r"\b(?P<kind>[SA])[ .\-]?(?P<n>\d{4,5}[A-D]?)\b"),
        lambda match: f"{match['kind'].lower()} {match['n'].lower()}",
        ("S", "A"),
    ),
    _Form(
        re.compile(
            r"\b(?:[Ee]xecutive [Oo]rder|E\. ?O\.|EO)[ \u00a0\-]?(?:[Nn]o\. ?)?"
            r"(?P<n>1\d{4}|[A-Z]-\d{1,3}-\d\d)\b"
        ),
        lambda match: f"eo {match['n'].lower()}",
        ("rder", "E.", "EO"),
    ),
    _Form(  # orders of governors: N-12-23, 2023-19
        re.compile(r"\b[Ee]xecutive [Oo]rder (?:[Nn]o\. ?)?(?P<n>(?:20)?\d\d-\d{1,3})\b"),
        lambda match: f"eo {match['n']}",
        ("xecutive",),
    ),
    _Form(
        re.compile(r"\bM-(?P<n>\d\d-\d\d)\b"),
        lambda match: f"m-{match['n']}",
        ("M-",),
    ),
    _Form(
        re.compile(r"\bPub(?:lic|\.) L(?:aw|\.)[ \u00a0](?:[Nn]o\. ?)?(?P<n>\d{2,3}[-–]\d{1,4})\b"),
        lambda match: f"pl {match['n'].replace('–', '-')}",
        ("Pub",),
    ),
    _Form(  # case of the Court of Justice; before the Canadian bills, which have no year
        re.compile(r"\b(?P<n>[CT][-‑–]\d{1,4}/\d\d)\b"),
        lambda match: re.sub("[‑–]", "-", match["n"]).lower(),
        ("C-", "C‑", "C–", "T-", "T‑", "T–"),
    ),
    _Form(
        re.compile(r"\b(?:Bill |projet de loi )?(?P<n>[CS]-\d{1,3})\b(?![/\d-])"),
        lambda match: match["n"].lower(),
        ("C-", "S-"),
    ),
    _Form(  # Regulation (EU) 2024/1689, Directive 2019/790/EU
        re.compile(
            r"(?:\((?:EU|UE|EC|CE|EG)\)|[Rr]egulation|[Dd]irective|[Vv]erordnung|[Rr]ichtlinie|[Rr]èglement|[Dd]ecision"
            r"|[Rr]egolamento|[Rr]eglamento)[ \u00a0](?:\((?:EU|UE|EC|CE|EG)\) ?)?(?:[Nn][or]\.? ?|n° ?)?"
            r"(?P<n>(?:19|20)\d\d/\d{1,4})\b"
        ),
        lambda match: match["n"],
        (
            "EU",
            "UE",
            "EC",
            "CE",
            "EG",
            "egulation",
            "irective",
            "erordnung",
            "ichtlinie",
            "èglement",
            "ecision",
            "egolamento",
            "eglamento",
        ),
    ),
    _Form(
        re.compile(r"\b(?P<n>2024/1689|2016/679|2022/2065|2022/1925|2019/790)\b"),
        lambda match: match["n"],
        ("2024/1689", "2016/679", "2022/2065", "2022/1925", "2019/790"),
    ),
    _Form(
        re.compile(r"\bCOM ?[/(](?P<y>20\d\d)[)/] ?(?P<n>\d{1,4})\b"),
        lambda match: f"com/{match['y']}/{match['n']}",
        ("COM",),
    ),
    _Form(
        re.compile(r"\b(?P<n>20\d\d/\d{4}[ ]?\([A-Z]{3}\))"), lambda match: match["n"].lower().replace(" ", ""), ("/",)
    ),
    _Form(
        re.compile(r"\bISO(?:/IEC)?(?: (?:TR|TS|DIS|FDIS))?[ \-](?P<n>\d{4,5})\b"),
        lambda match: f"iso {match['n']}",
        ("ISO",),
    ),
    _Form(re.compile(r"\bIEEE[ \-](?:P|Std )?(?P<n>\d{4})\b"), lambda match: f"ieee {match['n']}", ("IEEE",)),
    _Form(
        re.compile(r"\bNIST[ \-](?P<kind>AI|SP|IR)[ \-](?P<n>\d{3,4}(?:-\d{1,3})?)\b"),
        lambda match: f"nist {match['kind'].lower()} {match['n']}",
        ("NIST",),
    ),
    _Form(
        re.compile(r"\b(?:ETSI )?(?P<kind>EN|TS|TR) (?P<n>\d{3} \d{3})\b"),
        lambda match: f"{match['kind'].lower()} {match['n']}",
        ("EN ", "TS ", "TR "),
    ),
    _Form(
        re.compile(r"\bGB(?:/T)?[ \u00a0]?(?P<n>\d{4,5})(?:[-—–]\d{4})?\b"), lambda match: f"gb {match['n']}", ("GB",)
    ),
    _Form(re.compile(r"\bA/(?:RES/)?(?P<n>\d{2}/(?:L\.)?\d{1,3})\b"), lambda match: f"a/{match['n'].lower()}", ("A/",)),
    _Form(
        re.compile(r"\b(?:CETS|STCE)(?: No\.?| n°)? ?(?P<n>\d{3})\b"),
        lambda match: f"cets {match['n']}",
        ("CETS", "STCE"),
    ),
    _Form(
        re.compile(r"\b(?:PL|Bill|Projeto de Lei)(?: n[º°o]\.?)? ?(?P<n>\d{1,2}\.?\d{3}/20\d\d)\b"),
        lambda match: f"pl {match['n'].replace('.', '')}",
        ("PL", "Bill", "Projeto"),
    ),
    _Form(
        re.compile(r"\b(?:Drs\.|Drucksache) ?(?P<n>\d\d/\d{1,5})\b"),
        lambda match: f"drs {match['n']}",
        ("Dr",),
    ),
    _Form(
        re.compile(r"\b(?:[Ll]oi|[Dd]écret)(?: n°)? ?(?P<n>20\d\d-\d{1,4})\b"),
        lambda match: f"loi {match['n']}",
        ("oi", "écret"),
    ),
    _Form(
        re.compile(r"\b(?:Law|Legge|Ley|Act|Decree)(?: No\.| n\.| N°| nº)? ?(?P<n>\d{1,5}(?:/20\d\d(?:/QH\d\d)?)?)\b"),
        lambda match: f"law {match['n'].lower()}",
        ("Law", "Legge", "Ley", "Act", "Decree"),
    ),
    _Form(re.compile(r"\bBill (?:No\. )?(?P<n>\d{2,4})\b(?!/)"), lambda match: f"bill {match['n']}", ("Bill ",)),
    _Form(re.compile(r"\b(?P<n>\d:\d\d-(?:cv|cr|md|mc)-\d{4,5})\b"), lambda match: match["n"], ("-c", "-m")),
    _Form(re.compile(r"\b(?P<n>\d\d-(?:cv|cr|md)-\d{4,5})\b"), lambda match: match["n"], ("-c", "-m")),
    _Form(re.compile(r"\bRIN:? (?P<n>\d{4}-[A-Z]{2}\d\d)\b"), lambda match: f"rin {match['n'].lower()}", ("RIN",)),
    _Form(
        re.compile(r"\b(?P<n>[Ss]ection (?:230|702))\b"),
        lambda match: match["n"].lower(),
        ("ection",),
    ),
)

# The word before a number, where the number can be part of a citation; other numbers are passed over at once.
_CUES = word_set(
    "sb hb ab s.b. h.b. a.b. b. bill file no no. nº n° n. order eo e.o. o. h.r. r. hr s. ld lb hf sf acr scr sjr hjr "
    "ajr hcr res. document law l. regulation directive verordnung richtlinie règlement decision regolamento reglamento "
    "eu ue eg ec ce com iso iso/iec iec tr ts dis fdis ieee std ai sp ir etsi en gb gb/t cets stce pl drs. drucksache "
    "loi décret legge ley act decree nr nr. section rin rin: nis m c t"
)
# Right before the number, or right after its first digits, these belong to citations, too.
_TIGHT_BEFORE = frozenset("/-‑–)°º#:(")
_TIGHT_AFTER = ("/", "-", ":")

_NAMES: Lexicon[str] = Lexicon(NAMED)

# Words that say which union's or country's “AI Act” is meant; without one of them the bare name proves nothing.
_EUROPEAN = word_set(
    "eu europe european brussels commission mep meps europäische europäischen européen européenne ue bruxelles brüssel "
    "gpai"
)
_EU_AI_ACT = "2024/1689"
_BARE_AI_ACT = "ai act"


def find(text: str, *, origin: Origin = "body") -> tuple[Mention, ...]:
    """Instruments cited by number or by a well-known name, in reading order.

    Each mention has kind `instrument` and data {"id": token, "by": "number" | "name"}. Linear in the text.
    """
    words = Words(text)
    return find_in(words, origin=origin)


FIRSTS = _NAMES.firsts


def find_in(words: Words, *, origin: Origin = "body", spots: Sequence[int] | None = None) -> tuple[Mention, ...]:
    """`find` for a text whose words are known already; `spots` are those among `FIRSTS`, where they are known."""
    found: dict[tuple[int, int], tuple[str, str]] = {}
    covered = 0
    for start, end, token in _numbers(words.text):
        if start >= covered:
            found[(start, end)] = (token, "number")
            covered = end
    european: bool | None = None
    for hit in _NAMES.find(words, spots):
        token = hit.value
        if token == _BARE_AI_ACT:
            if european is None:
                european = not _EUROPEAN.isdisjoint(words.lows)
            if not european:
                continue
            token = _EU_AI_ACT
        found.setdefault((hit.start, hit.end), (token, "name"))
    return tuple(
        Mention("instrument", Slice(words.text[start:end], Span(start, end), origin), {"id": token, "by": by})
        for (start, end), (token, by) in sorted(found.items())
    )


@lru_cache(maxsize=4)  # facts and frame read the same article
def _numbers(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, token) of every citation by number; a place may be reported by its first digits only once."""
    found: list[tuple[int, int, str]] = []
    done = tried = 0
    for place, end in _numbers_of(text):
        if place < done or place == 0 or not _may_cite(text, place, end):
            continue
        tried += 1
        if tried > _MOST_TRIED:
            break
        low = max(done, place - _BEFORE)
        window = text[low : place + _AFTER]
        offset = place - low
        for form in _FORMS:
            if not any(map(window.__contains__, form.signs)):
                continue
            for match in form.pattern.finditer(window):
                if match.start() <= offset < match.end():
                    found.append((low + match.start(), low + match.end(), form.token(match)))
                    done = low + match.end()
                    break
            else:
                continue
            break
    return tuple(found)


def _numbers_of(text: str) -> Iterator[tuple[int, int]]:
    for start, end in digits(text):
        for place in range(start, end, _LONGEST_NUMBER):
            yield place, min(end, place + _LONGEST_NUMBER)


def _may_cite(text: str, place: int, end: int) -> bool:
    before = text[place - 1]
    if before in _TIGHT_BEFORE or before.isupper() or text.startswith(_TIGHT_AFTER, end):
        return True
    near = text[max(0, place - 14) : place]
    if "(" in near or ")" in near:
        near = near.replace("(", " ").replace(")", " ")
    words = near.rsplit(None, 1)
    return bool(words) and words[-1].lower() in _CUES


def canonical(words: str) -> str:
    """The token of one citation or name: `canonical("Senate Bill 1047") == "sb 1047"`; its lower case if unknown."""
    for mention in find(words):
        return str(mention.data["id"])
    low = " ".join(words.lower().split())
    return _EU_AI_ACT if low in {"ai act", "the ai act", "eu ai act"} else low
