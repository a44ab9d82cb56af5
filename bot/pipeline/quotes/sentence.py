"""The speaker of one quoted segment of an English text, from the sentence it stands in."""

from __future__ import annotations

import msgspec

from bot.model import Span
from bot.pipeline import lexicon as lex
from bot.pipeline.names import Gender, is_role
from bot.pipeline.quotes import after as behind
from bot.pipeline.quotes import claims, heads, noun_phrases, subjects, verbs
from bot.pipeline.quotes import tokens as tk
from bot.pipeline.quotes.marks import Segment
from bot.pipeline.quotes.state import Speaker, State, named_in, speaker_for
from bot.pipeline.quotes.tokens import MARK, QUOTE, WORD, Token
from bot.pipeline.quotes.who import HE, SHE, Range, is_known, owner_of_role, resolve
from bot.pipeline.text import word_set

WINDOW = 120  # tokens on each side of a quotation that count as its sentence: no real one is longer
_ACCORDING = 2  # tokens of `according to`


class Said(msgspec.Struct, frozen=True):
    """One segment with its speaker. `attribution` covers the words that attribute it, when there are some."""

    segment: Segment
    speaker: Speaker | None
    attribution: Span | None = None
    how: str = ""  # after, before, sentence, carried: how the speaker was found


def in_sentence(
    state: State, tokens: list[Token], k: int, lo: int, hi: int, segment: Segment, line_speaker: Speaker | None
) -> Said | None:
    known, language = state.known, state.language
    lo, hi = max(lo, k - WINDOW), min(hi, k + WINDOW)
    if _is_authors(state, tokens, k, lo, hi):
        return Said(segment, None, None, "before")
    close = claims.before(state, tokens, k, lo) or _right_before(state, tokens, k, lo)
    if close is not None:
        return Said(segment, close[0], close[1], "before")
    after = behind.after_quote(tokens, k, hi, known, language)
    if (
        after
        and (tokens[lo][0] in _FRONTING or state.text[segment.start].islower())
        and _begins_clause(tokens, after[2] + 1, hi)
        and any(subjects.is_speech(tokens, v, known) for v in range(lo, k))
    ):
        after = None  # While Doe warned of “…”, the minister said she would
    if after:
        speaker = _same_sentence(state, tokens, after[0], lo, k) or resolve(state, tokens, after[0], after=True)
        if speaker:
            end = tokens[after[2]][2]
            named = named_in(state, tokens[after[0][0]][1], end)
            if named is not None and after[0][1] == after[2]:
                end = min(end, named.end)
            return Said(segment, speaker, Span(tokens[after[1]][1], end), "after")
    # before: the nearest speech verb to the left; what only suggests yields to who said so in the same sentence
    suggested: Said | None = None
    for v in range(k - 1, lo - 1, -1):
        if tokens[v][3] == QUOTE and line_speaker is not None and not _verb_between(tokens, v, k, known):
            return Said(segment, line_speaker, None, "sentence")
        if tokens[v][3] != WORD or not subjects.is_speech(tokens, v, known):
            continue
        lower = tokens[v][0].lower()
        if lower in verbs.DOUBTFUL and not _verb_like(tokens, v, lo, language):
            continue
        if (
            lower.endswith("ing")
            or (v > lo and tokens[v - 1][0].lower() == "to")
            or (v > lo + 1 and tokens[v - 2][0].lower() == "to" and tokens[v - 1][0].lower() in verbs.SKIPPED)
        ):
            found = (
                _from_whom(tokens, v, lo, language)
                or _led_in(tokens, v, lo, language)
                or _participle_subject(state, tokens, v, lo)
            )
            if found is None and line_speaker is not None:
                return Said(segment, line_speaker, None, "sentence")
        else:
            start = lo if v > lo and tokens[v - 1][0] == "and" else _clause_start(tokens, v, lo)
            found = subjects.of_verb(tokens, v, start, language) or subjects.of_verb(tokens, v, lo, language)
        if found:
            speaker = _same_sentence(state, tokens, found, lo, found[0]) or resolve(state, tokens, found)
            if speaker:
                last = found[1] if found[0] > v else v
                led = Span(tokens[min(found[0], v)][1], tokens[last][2])
                here = Said(segment, speaker, led, "before")
                certain = is_known(state, speaker) and speaker.name[0].isupper()
                if suggested is None and lower in _SUGGESTING and not certain:
                    suggested = here
                elif suggested is None or (lower in _REPORTING and is_known(state, speaker)):
                    return here
        elif line_speaker is not None:
            return Said(segment, line_speaker, None, "sentence")
    if suggested is not None:
        return suggested
    # postposed and inverted: “...” if it fails, said the minister.
    for v in range(k + 2, hi - 1):
        if tokens[v - 1][0] == "," and subjects.is_speech(tokens, v, known) and not tokens[v][0].endswith("ing"):
            if tokens[v][0] in ("told", "tells"):  # Jane Doe, the top Republican on the panel, told reporters
                first = named_in(state, tokens[k + 1][1], tokens[v][1], first=True)
                if first is not None:
                    return Said(segment, speaker_for(state, first), Span(first.start, tokens[v][2]), "after")
                continue
            found = noun_phrases.phrase_right(tokens, v + 1, hi, language)
            if found and found[0] == v + 1:
                speaker = resolve(state, tokens, found, after=True)
                if speaker:
                    return Said(segment, speaker, Span(tokens[v][1], tokens[found[1]][2]), "after")
    # postposed: “..., the minister said.” at the end of the sentence
    for v in range(k + 2, hi):
        if tokens[v][3] == QUOTE:
            break
        if (
            subjects.is_speech(tokens, v, known)
            and tokens[v][0].lower() not in verbs.DOUBTFUL
            and not tokens[v][0].endswith("ing")
        ):
            c = v - 1
            while c > k and not (tokens[c][3] == MARK and tokens[c][0] == ","):
                c -= 1
            if c > k and v + 1 >= hi - 1:
                found = subjects.of_verb(tokens, v, c + 1, language)
                if found:
                    speaker = resolve(state, tokens, found)
                    if speaker:
                        return Said(segment, speaker, Span(tokens[found[0]][1], tokens[v][2]), "after")
    for v in range(lo, hi - _ACCORDING):
        if tokens[v][0] == "According" or (tokens[v][0] == "according" and v != lo):
            found = noun_phrases.phrase_right(tokens, v + _ACCORDING, hi, language)
            if found:
                speaker = resolve(state, tokens, found)
                if speaker:
                    return Said(segment, speaker, Span(tokens[v][1], tokens[found[1]][2]), "sentence")
    if line_speaker is not None:
        return Said(segment, line_speaker, None, "sentence")
    if k > lo and not (k == lo + 1 and tokens[lo][3] == MARK):
        found = subjects.main(tokens, lo, k, language)
        if found:
            speaker = resolve(state, tokens, found, spoke=False)
            led_in = tokens[k - 1][0] == "," or (tokens[k - 1][0] == ":" and _may_label(tokens, found))
            if speaker and (speaker.person or led_in):
                words = Span(tokens[found[0]][1], tokens[k - 1][2]) if tokens[k - 1][0] == ":" else None
                return Said(segment, speaker, words, "sentence")
    return None


def _is_authors(state: State, tokens: list[Token], k: int, lo: int, hi: int) -> bool:
    """`I answered: “…”`, `“…,” I said`: the words of whoever writes, whom no card names."""
    v = k - 1
    while v > lo and tokens[v][0] in ("that", ",", ":", "her", "him", "them"):
        v -= 1
    if v > lo and tokens[v - 1][0] == "I" and subjects.is_speech(tokens, v, state.known):
        return True
    return k + 2 < hi and tokens[k + 1][0] == "I" and subjects.is_speech(tokens, k + 2, state.known)


def _right_before(state: State, tokens: list[Token], k: int, lo: int) -> tuple[Speaker, Span] | None:
    """`Smith said that “…”`, `Smith wrote, “…”`: a finite verb touches the quotation, so nothing behind it counts."""
    v = k - 1
    if v > lo and tokens[v][0] == ":":
        label = noun_phrases.phrase_left(tokens, v - 1, lo, state.language)
        begins = label is not None and (
            label[0] == lo or tokens[label[0] - 1][3] == MARK or tokens[label[0] - 1][0] == "From"
        )
        if (
            label is not None
            and begins
            and _may_label(tokens, label)
            and not _verb_between(tokens, label[0] - 1, v, state.known)
        ):
            speaker = owner_of_role(state, tokens[label[0]][1], tokens[label[1]][2]) or resolve(state, tokens, label)
            # - Jane Doe: “...”; Jane Doe, head of policy: “...”; From the report: “...”
            if speaker and (speaker.name[0].isupper() or tokens[label[0] - 1][0] == "From"):
                return speaker, Span(tokens[label[0]][1], tokens[label[1]][2])
    if v > lo and tokens[v][0] in ("that", ",", ":"):
        v -= 1
        if tokens[v + 1][0] == "that":
            v = _over_time(state, tokens, v, lo)
    if (
        v <= lo
        or not subjects.is_speech(tokens, v, state.known)
        or tokens[v][0].endswith("ing")
        or tokens[v - 1][0] == "to"
    ):
        return None
    if tokens[v][0].lower() in verbs.DOUBTFUL and not _verb_like(tokens, v, lo, state.language):
        return None
    second = tokens[v - 1][0] == "and"
    found = subjects.of_verb(tokens, v, lo if second else _clause_start(tokens, v, lo), state.language)
    if found is None or (found[1] < v - 4 and not second):
        return None
    speaker = _same_sentence(state, tokens, found, lo, found[0]) or resolve(state, tokens, found)
    if speaker is not None and not speaker.person and tokens[v][0].lower() in _SUGGESTING:
        return None  # Jane Doe said the bill offers “…”
    if speaker is not None and state.language == "en" and not speaker.person and not heads.tells(speaker.name):
        first = subjects.main(tokens, lo, found[0], state.language)  # Jane Doe, during the signing of the order, stated
        better = resolve(state, tokens, first) if first else None
        if first and better and better.person and is_known(state, better):
            found, speaker = first, better
    return (speaker, Span(tokens[found[0]][1], tokens[v][2])) if speaker else None


_SUGGESTING = word_set(
    "suggest suggests suggested show shows showed indicate indicates indicated offer offers offered promise promises"
)
_REPORTING = word_set("said says told tells wrote writes argued argues claimed claims explained added noted")


def _may_label(tokens: list[Token], label: Range) -> bool:
    """`The minister: “…”` names a speaker; `The most obvious change of all: “…”` does not."""
    words = [tokens[n][0] for n in range(label[0], label[1] + 1)]
    if words[0].lower() not in verbs.DETERMINERS:
        return True
    last = words[-1]
    return len(words) > 1 and (is_role(last) or tk.is_name_word(last) or (len(words) == 2 and last in _DOCUMENTS))


_DOCUMENTS = word_set(
    "report statement letter bill law text memo court agency company ruling decision order judgment judgement study "
    "paper post tweet message note email article resolution declaration proposal draft"
)


_LONGEST_TIME = 5  # tokens of `on Tuesday`, `in a statement`, `this week`


def _over_time(state: State, tokens: list[Token], v: int, lo: int) -> int:
    """`Smith claimed on Tuesday that “…”`: where the verb that `that` belongs to stands; `v` when it is none."""
    for w in range(v, max(lo, v - _LONGEST_TIME), -1):
        if tokens[w][3] != WORD:
            return v
        if subjects.is_speech(tokens, w, state.known) and tokens[w][0].lower() not in verbs.DOUBTFUL:
            return w if w == v or subjects.bare(tokens, w + 1) in _TIME else v
    return v


_TIME = verbs.PREPOSITIONS - {"of", "for"} | {word.lower() for word in lex.CALENDAR} | {"this", "last", "earlier"}


def _same_sentence(state: State, tokens: list[Token], found: Range, lo: int, stop: int) -> Speaker | None:
    """`When Smith arrived, he said`: a pronoun means the person its own sentence begins with, if they agree."""
    word = tokens[found[0]][0].lower()
    if found[0] != found[1] or (word not in HE and word not in SHE) or stop <= lo:
        return None
    wanted: Gender = "he" if word in HE else "she"
    first = subjects.main(tokens, lo, stop, state.language)
    if first is not None and first != found and tokens[first[0]][3] == WORD:
        speaker = resolve(state, tokens, first, spoke=False)
        if (
            speaker
            and speaker.person
            and is_known(state, speaker)
            and (not speaker.gender or speaker.gender == wanted)
            and speaker.name[0].isupper()
        ):
            return speaker
    return None


def _verb_between(tokens: list[Token], a: int, b: int, known: frozenset[str]) -> bool:
    return any(subjects.is_speech(tokens, i, known) for i in range(a + 1, b))


def _clause_start(tokens: list[Token], v: int, lo: int) -> int:
    """The token after the last clause break before `v`: a quotation, a semicolon or `, and`."""
    for i in range(v - 1, lo, -1):
        if tokens[i][3] == QUOTE or tokens[i][0] in (";", ":"):
            return i + 1
        if tokens[i][0].lower() in ("and", "but", "while", "that", "as", "because") and i + 1 < v - 0 and i > lo:
            nxt = tokens[i + 1]
            if (
                nxt[3] == WORD
                and i + 1 < v
                and (tk.is_name_word(nxt[0]) or nxt[0].lower() in ("he", "she", "they", "it", "we", "i"))
                and not noun_phrases.is_inside_body(tokens, i, lo, v)
            ):
                return i + 1
    return lo


def _verb_like(tokens: list[Token], v: int, lo: int, language: str) -> bool:
    """A word that is noun or verb counts as a verb right behind a pronoun or a name, or before `that` or a mark."""
    if v - 1 < lo:
        return False
    b = v - 2 if tk.is_adverb(tokens[v - 1][0]) and v - 2 >= lo else v - 1  # additionally states
    before = tokens[b][0]
    low = before.lower()
    if low in verbs.DETERMINERS or before.endswith(("’s", "'s")) or low in verbs.PREPOSITIONS:
        return False
    following = tokens[v + 1] if v + 1 < len(tokens) else None
    if low in verbs.SUBJECT_PRONOUNS[language]:
        return True
    if following is not None and (following[3] == QUOTE or following[0] in (",", ":", "that")):
        return True
    return tk.is_name_word(before) or low in ("who", "also") or (low in ("and", "to") and tokens[v][0].endswith("ed"))


_PROMPTING = frozenset(
    {"leading", "led", "prompting", "prompted", "causing", "caused", "forcing", "forced", "pushing", "pushed"}
)


_FRONTING = frozenset({"While", "Although", "Though", "Whereas", "As", "After", "When", "Even", "Because", "Since"})


def _begins_clause(tokens: list[Token], i: int, hi: int) -> bool:
    """Whether what is said follows behind the verb: `it said the government should`, not `it said on Monday.`"""
    return i < hi and tokens[i][3] == WORD and tokens[i][0].lower() not in verbs.PREPOSITIONS


_FROM = frozenset({"from", "by"})


def _from_whom(tokens: list[Token], v: int, lo: int, language: str) -> Range | None:
    """`an order from Minister Jane Doe stating that “…”`: the one the letter, order or memo comes from."""
    found = noun_phrases.simple_left(tokens, v - 1, lo, language)
    if found is None or found[0] - 2 < lo or tokens[found[0] - 1][0] not in _FROM:
        return None
    return found if tokens[found[0] - 2][0].lower() in _DOCUMENTS else None


def _led_in(tokens: list[Token], v: int, lo: int, language: str) -> Range | None:
    """`with one of her ads asking “…”`, `leading the regulator to warn that “…”`: who does it stands right before."""
    if subjects.bare(tokens, v) in ("warning", "ruling", "saying", "finding", "feeling"):
        return None  # with a clear warning: a noun
    infinitive = v > lo and subjects.bare(tokens, v - 1) == "to"
    j = v - 2 if infinitive else v - 1
    wanted = _PROMPTING if infinitive else frozenset({"with"})
    for w in range(j - 1, max(lo - 1, j - 12), -1):
        if tokens[w][3] != WORD:
            return None
        if subjects.bare(tokens, w) in wanted:
            found = noun_phrases.phrase_right(tokens, w + 1, j + 1, language)
            return (w + 1, j) if found is not None else None
    return None


def _participle_subject(state: State, tokens: list[Token], v: int, lo: int) -> Range | None:
    """`Smith said X, adding “Y”`: the subject of the finite speech verb before, else the main subject."""
    for w in range(v - 1, lo - 1, -1):
        if tokens[w][3] == QUOTE:
            return None
        if (
            subjects.is_speech(tokens, w, state.known)
            and not tokens[w][0].endswith("ing")
            and tokens[w][0].lower() not in verbs.DOUBTFUL
            and (w == lo or tokens[w - 1][0] != "to")  # rejected the motion to dismiss
        ):
            found = subjects.of_verb(tokens, w, lo, state.language)
            if found:
                return found
    return subjects.main(tokens, lo, v, state.language)
