"""Clean text, paragraphs, sentences, words and language; every span counts code points of the given text."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from bot.model import Span

LONG: Final = 2_000  # code points of texts that are worth a table of letters


def is_wide(text: str) -> bool:
    """Whether a text has characters beyond the first 65,536: pictures, and letters that hardly any text has."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def _class(wanted: Callable[[str], bool]) -> str:
    runs: list[str] = []
    begun = -1
    for code in range(0x10001):
        if code < 0x10000 and wanted(chr(code)):
            begun = code if begun < 0 else begun
        elif begun >= 0:
            runs.append(f"\\u{begun:04x}-\\u{code - 1:04x}")
            begun = -1
    return "".join(runs)


@cache
def near(pattern: str) -> re.Pattern[str]:
    """A pattern for texts that are not wide, its classes of letters and of digits told by tables: a third faster.

    Made at first use: who only reads headlines (an idle bot) does without its memory.
    """
    if r"[^\W_]" in pattern:
        pattern = pattern.replace(r"[^\W_]", f"[{_class(str.isalnum)}]")
    return re.compile(pattern.replace(r"[\d]", f"[{_class(str.isdecimal)}]") if r"[\d]" in pattern else pattern)


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as one string, as a set."""
    return frozenset(words.split())


# --------------------------------------------------------------------------- characters nobody sees

_COMBINING = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # on any letter
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    f"\U0001d173-\U0001d17a\U000e0000-\U000e0fff]|[{_COMBINING}]{{5}}"
)
_PILE = re.compile(f"[{_COMBINING}]+")
_SPACE_LIKE = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029\u2800")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINED_SCRIPTS = re.compile("[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
_PICTURE = re.compile("[\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\u20e3\U0001f000-\U0001faff©®#*0-9]")
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u1800-\u18af]")
_FLAG = "\U0001f3f4"  # black flag: begins the tag sequences of England, Scotland, Wales
_MARKS_IN_A_ROW = 4  # Vietnamese and pointed Hebrew need at most three; more is decoration over other lines


def _kept(text: str, at: int, right_to_left: bool) -> str:
    """What is shown in place of the suspect character at `at`: itself, a space, U+FFFD or nothing."""
    char = text[at]
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    if char in _SPACE_LIKE:
        return " "
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"  # half a pair cannot be encoded
    if char == "\u200d":  # joiner: emoji families, and letters of joined scripts
        emoji = bool(before and after) and _PICTURE.match(before) and _PICTURE.match(after)
        return char if emoji or _JOINED_SCRIPTS.match(before) else ""
    if char == "\u200c":
        return char if _JOINED_SCRIPTS.match(before) and _JOINED_SCRIPTS.match(after) else ""
    if char in "\u200e\u200f\u061c":
        return char if right_to_left else ""
    if "\ufe00" <= char <= "\ufe0f":
        return char if _PICTURE.match(before) or _IDEOGRAPH.match(before) or _JOINED_SCRIPTS.match(before) else ""
    if "\U000e0100" <= char <= "\U000e01ef" or "\u180b" <= char <= "\u180f":
        return char if _IDEOGRAPH.match(before) else ""
    return ""


def display(text: str) -> str:
    """The text as it may be shown: nothing reorders, hides or breaks it.

    Removed are control characters, bidirectional overrides, embeddings and isolates, zero-width characters,
    stray tags and variation selectors, and piles of combining marks; half surrogates become U+FFFD. Honest
    right-to-left text, joined emoji, flags and Chinese, Japanese and Korean stay as they are. Evidence keeps
    pointing into the original, so this is the last step before a renderer.
    """
    if text.isascii() and text.isprintable():
        return text
    if not _SUSPECT.search(text):
        return text
    right_to_left = _RIGHT_TO_LEFT.search(text) is not None
    out: list[str] = []
    done = 0
    for match in _SUSPECT.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        out.append(text[done:start])
        done = end
        if end - start > 1:  # a pile of marks: keep the first few, drop the rest
            out.append(text[start : start + _MARKS_IN_A_ROW])
            if more := _PILE.match(text, done):
                done = more.end()
        elif "\U000e0020" <= text[start] <= "\U000e007f":
            tags = start
            while tags < len(text) and "\U000e0020" <= text[tags] <= "\U000e007f":
                tags += 1
            whole = start > 0 and text[start - 1] == _FLAG and text[tags - 1] == "\U000e007f" and tags - start <= 7
            out.append(text[start:tags] if whole else "")
            done = tags
        else:
            out.append(_kept(text, start, right_to_left))
    out.append(text[done:])
    shown = "".join(out)
    return shown if shown == text else display(shown)  # what stood between them gone, marks may make a pile


def clean(raw: str) -> str:
    """Plain text of a title or summary: HTML entities undone once, hidden characters gone, white space folded."""
    return " ".join(display(html.unescape(raw) if "&" in raw else raw).split())


# --------------------------------------------------------------------------- paragraphs

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+|\r")
_LINE = re.compile(r"[^\n]+")


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends; empty spans collapse to their start."""
    start, end = span.start, span.end
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


_BREAK = re.compile(r"\n(?<!\n\n)(?!\n)")


def _wrapped(text: str) -> bool:
    """True if lines were broken at a width: most single line breaks stand in the middle of a sentence."""
    breaks = middle = done = 0
    last = len(text) - 1
    for match in _BREAK.finditer(text):
        at = match.start()
        if done < at < last:
            breaks += 1
            middle += text[at + 1].islower() and text[at - 1] not in ".!?:"
            done = at + 2  # a line of one letter stands in the middle of nothing
    return breaks >= 3 and middle * 3 >= breaks


@lru_cache(maxsize=2)  # every stage reads the same article
def paragraphs(text: str) -> tuple[Span, ...]:
    """Paragraphs in reading order, without white space around them.

    A blank line always divides. A single line break does too, except inside text wrapped at a width or
    where the next line goes on in lower case.
    """
    found: list[Span] = []
    wrapped = "\n" in text and _wrapped(text)
    start = 0
    for match in _blank_lines(text):
        _add_lines(text, start, match.start(), wrapped, found)
        start = match.end()
    _add_lines(text, start, len(text), wrapped, found)
    return tuple(found)


def _blank_lines(text: str) -> Iterator[re.Match[str]]:
    if "\r" in text:
        yield from _BLANK_LINE.finditer(text)
        return
    at = text.find("\n")  # far faster than the pattern, and breaks are few
    while at >= 0:
        match = _BLANK_LINE.match(text, at)
        if match is not None:
            yield match
        at = text.find("\n", match.end() if match is not None else at + 1)


def _continues(text: str, line: Span, following: Span) -> bool:
    return (
        text[following.start].islower()
        and text[line.end - 1] not in ".!?:"
        and not text.startswith(("www.", "http"), following.start)
    )


def _add_lines(text: str, start: int, end: int, wrapped: bool, found: list[Span]) -> None:
    if text.find("\n", start, end) < 0:
        span = trim(text, Span(start, end))
        if span.start < span.end:
            found.append(span)
        return
    pending: Span | None = None
    for line in _LINE.finditer(text, start, end):
        span = trim(text, Span(*line.span()))
        if span.start == span.end:
            continue
        goes_on = (
            pending is not None and pending.end - pending.start >= 40 and (wrapped or _continues(text, pending, span))
        )
        if pending is not None and goes_on:
            pending = Span(pending.start, span.end)
            continue
        if pending is not None:
            found.append(pending)
        pending = span
    if pending is not None:
        found.append(pending)


# --------------------------------------------------------------------------- sentences

OPENING = "\"'“‘„‚«‹([{"
CLOSING = "\"'”’“‘»›)]}"
# A run of stops is looked at from its first one only: a megabyte of dots before a letter ends nothing, once.
_END = re.compile(r"[.!?…。！？](?<![.!?…。！？]{2})[.!?…。！？]*(?:[\"'”’“‘)\]}]{1,3}|[ \u00a0\u202f]?[»›])?(?=\s|$)")
_ANY_END = re.compile(f"{_END.pattern}|[。！？]")
_TITLES = word_set(
    "mr mrs ms mx dr prof profs sen sens rep reps gov govs lt col gen maj capt sgt cpl cmdr adm rev hon pres "
    "supt insp det st messrs mme mlle mlles mm me pr sr fr vs v no nos art arts sec secs para paras fig cf ca "
    "approx est ed eds vol nr abs ziff hrsg dipl ing geb bzw ggf sog evtl inkl exkl usw z b u a d h s o vgl "
    "tel ebd str al ex éd env av bd chap adj atty asst dir hr fn p pp mio mrd tsd zzgl abzgl einschl gem"
)
# Titles that no company, hour or degree is followed by inside a sentence: “at 2:30 p.m. Sen. Hawley”.
_PERSONS_TITLES = word_set(
    "mr mrs ms dr sen sens rep reps gov govs gen col lt maj sgt prof rev senator senators representative "
    "representatives governor mayor president judge justice"
)
_BEFORE_A_PERSON = word_set("inc corp ltd bros jr sr esq phd etc a.m p.m am pm")
_HOURS = word_set("a.m p.m")
# What an hour goes on with, in capitals: a day, a month, a zone; anything else begins a sentence.
_AFTER_AN_HOUR = re.compile(
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|"
    r"Nov|Dec)[a-z]*\b|[A-Z]{2,4}\b|(?:Eastern|Central|Mountain|Pacific|Greenwich|London|Local|Brussels|Paris|Beijing|"
    r"Tokyo)\b|\d"
)
_SHORT = word_set(
    "inc corp ltd co bros jr esq phd etc dept assn univ ave blvd rd a.m p.m am pm e.g i.e u.s u.k u.n e.u d.c "
    "l.a jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ala ariz ark "
    "calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex "
    "va vt wash wis wyo ont alta sask n.y n.j n.c s.c n.h n.m n.d s.d r.i w.va"
)
_SHORTENED = _TITLES | _BEFORE_A_PERSON | _HOURS | _SHORT
_STARTERS = word_set(
    "the a an it its he she they we i you this that these those there in on at by for from with after before "
    "during but and or so yet if when while as although though since because however meanwhile also his her "
    "their our my what who how why where last next no not one two some many most several according despite "
    "under über der die das ein eine er sie es wir im am bei nach mit auch doch aber und le la les un une il "
    "elle ils elles nous ce cette ces dans en pour par mais selon depuis"
)
_MONTHS = word_set(
    "januar februar märz april mai juni juli august september oktober november dezember jänner jahrhundert"
)
# “in der 20. Legislaturperiode”, “vom 3. Senat”: a number behind an article or preposition that asks for an ordinal.
_GERMAN_ORDINAL = re.compile(r"\b(?:der|die|das|dem|den|des|im|am|zum|zur|vom|beim|ab|seit) \d{1,2}(?=$|\.)")
_MARKS_INSIDE = re.compile(r"[\"'“”‘’«»„‚()\[\]]")
_DOTTED = re.compile(r"(?:[a-zà-ÿ]\.)+[a-zà-ÿ]{1,2}")
_WORD_AFTER = re.compile(r"[\s\"'“”‘’«»„‚‹›()\[\]*•–—-]*([^\W_][\w.'’-]*)")
_SPEECH_AFTER = re.compile(
    r"\s+(?:(?:the|a|an|one|[A-Z][\w.'’-]*)\s){1,5}?(?:said|says|asked|asks|added|wrote|told|shouted|replied|wondered|joked|tweeted)\b"
)
_LOOK_BACK = 40  # longest word we look at before a full stop, in characters


def _ends(text: str, match: re.Match[str], stop: int) -> bool:
    """Whether the mark at `match` ends a sentence; `stop` is where the paragraph ends."""
    at, after = match.span()
    if after >= stop:
        return True
    if after == at + 1 and text[at] == "." and text[after + 1 : after + 2].isupper():  # the plain case, and most are
        edge = text.rfind(" ", max(0, at - _LOOK_BACK), at)
        if edge >= 0 and at - edge > 2 and (word := text[edge + 1 : at]).isalpha() and word.lower() not in _SHORTENED:
            return True
    following = _WORD_AFTER.match(text, after, min(stop, after + 80))
    word = following[1] if following else ""
    marks = match.group()
    if word[:1].islower():
        return False
    if marks[0] in "。！？":
        return True
    if marks[0] in "!?…" or marks.startswith(".."):
        return not (marks[-1] in CLOSING and _SPEECH_AFTER.match(text, after, min(stop, after + 100)))
    if marks[-1] in CLOSING:
        return not _SPEECH_AFTER.match(text, after, min(stop, after + 100))
    written = _word_before(text, at)
    token = written.lower()
    if not token:
        return True
    if written == "no" and word[:1].isupper() and word[1:].islower():
        return True  # Only Smith voted no. Jones said ...; of a number, a digit or capitals follow
    low = word.lower()
    starter = low in _STARTERS and low != "i"
    if token.isdigit():
        return not (
            len(token) <= 2 and (low in _MONTHS or (not starter and _GERMAN_ORDINAL.search(text, max(0, at - 12), at)))
        )
    if token in _TITLES:
        return (
            starter
            and token in ("no", "st", "me", "p", "a", "s", "fig", "al", "est", "ex", "u", "o", "b", "h", "d")
            and len(word) > 1
        )
    if token in _BEFORE_A_PERSON and low.rstrip(".") in _PERSONS_TITLES:
        return True
    if token in _HOURS:
        return starter or not _AFTER_AN_HOUR.match(word)
    if token in _SHORT or (len(token) == 1 and token.isalpha()) or _DOTTED.fullmatch(token):
        return starter and text[after + 1 : after + 2] != "("
    return True


def _word_before(text: str, at: int) -> str:
    """The word that ends right at `at`, without blanks, quotation marks and brackets; empty if none does."""
    near = text[max(0, at - _LOOK_BACK) : at]
    if not near or near[-1].isspace():
        return ""
    return _MARKS_INSIDE.split(near.rsplit(None, 1)[-1])[-1]


@lru_cache(maxsize=2)
def sentences(text: str) -> tuple[Span, ...]:
    """Sentences in reading order, without white space around them; a paragraph break always ends one.

    Knows titles and abbreviations of English, German and French, initials, `U.S.`, decimal numbers, and that
    `“Why?” Smith asked` is one sentence. Work grows linearly with the text.
    """
    found: list[Span] = []
    end = _END if text.isascii() or not ("。" in text or "！" in text or "？" in text) else _ANY_END
    for paragraph in paragraphs(text):
        start, stop = paragraph.start, paragraph.end
        for match in end.finditer(text, start, stop):
            if _ends(text, match, stop):
                start += text[start] == " "
                span = trim(text, Span(start, match.end()))
                if span.start < span.end:
                    found.append(span)
                start = match.end()
        if start < stop:
            span = trim(text, Span(start, stop))
            if span.start < span.end:
                found.append(span)
    return tuple(found)


# --------------------------------------------------------------------------- words

_WORD = re.compile(r"[^\W_]+(?:['’.\-&][^\W_]+)*")
_ASCII_WORD = re.compile(r"[0-9A-Za-z][0-9A-Za-z]*(?:['.\-&][0-9A-Za-z]+)*")  # faster


def words(text: str) -> tuple[str, ...]:
    """Words and numbers as written, with inner apostrophes, hyphens and points: `don’t`, `AI-made`, `3.5`, `U.S`."""
    return tuple((_ASCII_WORD if text.isascii() else _WORD).findall(text))


_DIGITS = re.compile(r"[\d]\d*")  # the first one apart: it is looked for fast


@lru_cache(maxsize=2)
def digits(text: str) -> tuple[tuple[int, int], ...]:
    """Where runs of digits start and end, in reading order."""
    pattern = _DIGITS if len(text) < LONG or is_wide(text) else near(_DIGITS.pattern)
    return tuple([match.span() for match in pattern.finditer(text)])


# --------------------------------------------------------------------------- language

# The commonest function words of each language; the ones several share count for each of them.
_FUNCTION_WORDS = {
    "en": "the of and to in is that for it was on with as are be by at have from this has not they which",
    "de": "der die und das den von zu mit sich ist im für nicht auf ein eine dem des auch es an werden aus er",
    "fr": "le la les de des et un une est dans que qui pour sur au par pas plus du ne ce avec sont aux "
    "nous sa ses cette ont été mais selon",
    "es": "el la los las de que y en un una por con para del se no su es al lo como más pero sus",
    "it": "il la di che e un una per non con del della sono nel alla dei gli le da ha più anche si come",
    "pt": "o a os as de que e em um uma para com do da no na não por mais dos se ao foi como",
    "nl": "de het een en van ik te dat die in niet op is aan met voor er zijn maar om ook als bij nog",
    "sv": "och i att det som en på är av för med till den har de inte om ett men var jag sig från kan så",
    "da": "og i at det er en til af den på de med for ikke der som et har om var men sig kan fra",
    "no": "og i det er en til av på som for med at de har ikke den et om var men seg kan fra ble",
    "fi": "ja on ei että se oli hän joka mutta ovat kun myös sen tai ole niin kuin mukaan olisi vuoden jo vain",
    "pl": "i w na z się nie do że jest to o jak po za od przez dla ale tym co tak był może oraz",
    "cs": "a v se na je že s z do o i to k ve pro za by ale po jako jsou od které jeho není také být bude",
    "ro": "de și în a la cu pe din că nu un o se mai pentru care este prin sunt fi au dar sau ca",
    "hu": "a az és hogy nem is egy ez van meg de már csak volt el mint kell vagy még azt lehet szerint",
    "tr": "ve bir bu da de için ile olarak çok daha olan en gibi ise ama var kadar sonra göre değil ancak",
    "id": "yang dan di dari untuk dengan pada ini itu tidak dalam akan adalah juga oleh ke sebagai telah karena bisa",
    "ca": "de la que i el en a les els un una per amb del és no dels al com més però va aquest ha seva",
}
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {
    word: tuple(code for code, listed in _FUNCTION_WORDS.items() if word in listed.split())
    for listed in _FUNCTION_WORDS.values()
    for word in listed.split()
}
# Languages side by side in one number, so that a sample is counted for all of them by adding up.
_LANE = 0xFFFF
_LANES = {code: 16 * number for number, code in enumerate(_FUNCTION_WORDS)}
_LANES_OF = {word: sum(1 << _LANES[code] for code in codes) for word, codes in _LANGUAGES_OF.items()}
_SCRIPTS = (
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\uac00-\ud7af\u1100-\u11ff]"), "ko"),
    (re.compile("[\u3400-\u9fff]"), "zh"),
    (re.compile("[\u0400-\u052f]"), "ru"),
    (re.compile("[\u0600-\u06ff]"), "ar"),
    (re.compile("[\u0590-\u05ff]"), "he"),
    (re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), "el"),
    (re.compile("[\u0900-\u097f]"), "hi"),
    (re.compile("[\u0980-\u09ff]"), "bn"),
    (re.compile("[\u0b80-\u0bff]"), "ta"),
    (re.compile("[\u0e00-\u0e7f]"), "th"),
    (re.compile("[\u10a0-\u10ff]"), "ka"),
    (re.compile("[\u0530-\u058f]"), "hy"),
)
# One look for any of these scripts: most texts that are not ASCII only have curly marks or accents.
_NOT_LATIN = re.compile("[" + "".join(pattern.pattern[1:-1] for pattern, _ in _SCRIPTS) + "]")
SEEN = 3000  # characters read from the start; enough to tell languages, and a bound on the work
# How German and French write AI.
_MARKS = ((re.compile(r"\bKI\b"), "de"), (re.compile(r"\b[ld]['’]IA\b"), "fr"))
_LATIN_WORD = re.compile(r"[a-zà-ɏșț][a-zà-ɏșț]*")  # the first letter apart: it is looked for fast


def language(text: str, words: Iterable[str] | None = None) -> str:
    """Two-letter code of the language the text is written in; `en` when nothing tells otherwise.

    Decided by script, then by the share of common function words in the first 3,000 characters. Another
    Latin-script language must clearly beat English, so a headline full of names stays English. `words` are those of
    the beginning in lower case, where they are known.
    """
    sample = text[:SEEN]
    if not sample.isascii() and _NOT_LATIN.search(sample):
        foreign = [(len(pattern.findall(sample)), code) for pattern, code in _SCRIPTS]
        most, code = max(foreign)
        letters = sum(map(str.isalpha, sample))
        if foreign[0][0] * 10 > letters:
            return "ja"  # kana decide even among many ideographs
        if most * 3 > letters:
            if code == "ru" and re.search("[іїєґІЇЄҐ]", sample):
                return "uk"
            if code == "ar" and re.search("[پچژگ]", sample):
                return "fa"
            return code
    told = _LATIN_WORD.findall(sample.lower()) if words is None else words
    total = sum(filter(None, map(_LANES_OF.get, told)))
    scores = {code: total >> lane & _LANE for code, lane in _LANES.items()}
    best = max(scores, key=lambda code: scores[code])
    if scores["en"] == 0 and scores[best] < 3:
        for mark, code in _MARKS:  # a headline has few function words
            if scores[code] == scores[best] and mark.search(sample):
                return code
    if best == "en" or scores[best] < max(3, 1.25 * scores["en"] + 1):
        return "en"
    return best
