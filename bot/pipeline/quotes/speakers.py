"""Who says each quoted segment: rules over the sentence, then over the sentences around it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache

from bot.model import Span
from bot.pipeline import lexicon as lex
from bot.pipeline import names
from bot.pipeline import people as persons
from bot.pipeline.names import Gender
from bot.pipeline.people import People
from bot.pipeline.quotes import subjects, verbs
from bot.pipeline.quotes import tokens as tk
from bot.pipeline.quotes.blocks import Turn
from bot.pipeline.quotes.marks import Segment
from bot.pipeline.quotes.tokens import MARK, QUOTE, WORD, Paragraph, Token

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, resolved as far as the article allows."""

    name: str
    start: int  # where `name` stands in the text
    end: int
    person: bool = False
    gender: Gender = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """One segment with its speaker. `attribution` covers the words that attribute it, when there are some."""

    segment: Segment
    speaker: Speaker | None
    attribution: Span | None = None
    how: str = ""  # after, before, sentence, carried: how the speaker was found


@dataclass(slots=True)
class _State:
    """What the reading so far knows: who spoke, who was the subject, most recent last."""

    people: People
    text: str
    language: str
    known: frozenset[str]
    starts: list[int] = field(default_factory=list)
    salient: list[Speaker] = field(default_factory=list)
    learned: dict[str, Gender] = field(default_factory=dict)  # by name, from the pronouns that followed it
    many: list[Speaker] = field(default_factory=list)  # groups: three economists
    thing: Speaker | None = None  # the last subject that is no person
    last: Speaker | None = None  # speaker of the segment before
    announcement: Span | None = None  # its words, when it ends in a colon
    announced: Speaker | None = None  # the last paragraph ended with `she said:`
    open: bool = False  # the last segment was left open at the paragraph's end


def turns(text: str, found: tuple[Turn, ...], people: People) -> tuple[Said, ...]:
    """The turns of a transcript with the people their labels name."""
    said: list[Said] = []
    for turn in found:
        label = text[turn.label.start : turn.label.end]
        last = label.split()[-1]
        full = people.fullest(last.title() if last.isupper() else last, turn.label.start)
        speaker = (
            Speaker(full.name, full.start, full.end, True, full.gender)
            if full
            else Speaker(label, turn.label.start, turn.label.end, True)
        )
        said.append(Said(turn.segment, speaker, turn.label, "before"))
    return tuple(said)


def attribute(
    text: str, spans: tuple[Span, ...], segments: tuple[Segment, ...], people: People, language: str
) -> tuple[Said, ...]:
    """Every segment with its speaker, in reading order."""
    state = _State(people, text, language, verbs.BY_LANGUAGE[language], [one.start for one in people.named])
    by_paragraph: dict[int, list[Segment]] = {}
    for segment in segments:
        by_paragraph.setdefault(segment.paragraph, []).append(segment)
    found: list[Said] = []
    before = 0  # where the segments of the paragraph before begin in `found`
    for index, span in enumerate(spans):
        here = by_paragraph.get(index, [])
        if not here and not any(near in by_paragraph for near in range(index - 1, index + _REACH)):
            state.open, state.announced, state.announcement = False, None, None
            continue
        paragraph = tk.read(text, span, here, state.known)
        signed = _signature(state, paragraph) if not here and len(found) > before else None
        if signed is not None:
            for n in range(before, len(found)):
                if found[n].how == "carried":
                    found[n] = Said(found[n].segment, signed, Span(span.start, span.end), "signed")
            state.last = signed
            _remember(state, signed)
            continue
        before = len(found)
        found += _paragraph(state, paragraph, here)
    return tuple(found)


_REACH = 3  # paragraphs before a quotation that are read for who it may be about
_WINDOW = 120  # tokens on each side of a quotation that count as its sentence: no real one is longer
_ACCORDING = {"according": 2, "laut": 1, "selon": 1, "d'après": 1, "d’après": 1, "pour": 1}  # words up to the name
_DASHES = frozenset("-–—―")
_LONGEST_SIGNATURE = 14  # tokens


def _signature(state: _State, paragraph: Paragraph) -> Speaker | None:
    """The name under a set-off quotation: a paragraph that is only `— Jane Doe, director`."""
    tokens = paragraph.tokens
    if not 2 <= len(tokens) <= _LONGEST_SIGNATURE or tokens[0][0] not in _DASHES:
        return None
    found = tk.phrase_right(tokens, 1, len(tokens), state.language)
    if found is None or not tk.is_name_word(tokens[found[0]][0]):
        return None
    return _resolve(state, tokens, found)


def _paragraph(state: _State, paragraph: Paragraph, here: list[Segment]) -> list[Said]:
    tokens = paragraph.tokens
    found: list[Said] = []
    place = 0
    spoke_here: Speaker | None = None
    carried = state.last if state.open else None
    subject_since: Speaker | None = None  # subject of a sentence without quotation after the last segment
    for lo, hi in paragraph.lines:
        in_line = []
        while place < len(here) and paragraph.quotes[place] < hi:
            in_line.append(place)
            place += 1
        if not in_line:
            subject = _note(state, tokens, lo, hi)
            if subject is not None:
                subject_since = subject
            continue
        line_speaker: Speaker | None = None
        for n in in_line:
            k = paragraph.quotes[n]
            said = _in_sentence(state, tokens, k, lo, hi, here[n], line_speaker)
            if said is None:
                speaker, words = None, None
                if carried is not None:
                    speaker = carried
                elif line_speaker is not None:
                    speaker = line_speaker
                elif subject_since is not None and (spoke_here is None or subject_since.person):
                    speaker = subject_since
                elif spoke_here is not None:
                    speaker = spoke_here
                elif state.announced is not None:
                    speaker, words = state.announced, state.announcement
                elif subject_since is not None:
                    speaker = subject_since
                else:
                    speaker = state.last
                said = Said(here[n], speaker, words, "carried")
            found.append(said)
            if said.speaker is not None:
                line_speaker = spoke_here = said.speaker
                state.last = said.speaker
                if said.how != "carried":
                    _remember(state, said.speaker)
            carried = said.speaker if not here[n].closed else None
            subject_since = None
    if tokens:
        state.announced = state.announcement = None
        if here:
            state.open = not here[-1].closed
        else:
            state.open = False
        if tokens[-1][0] == ":":
            lo, hi = paragraph.lines[-1]
            lo = max(lo, hi - _WINDOW)
            state.announced, state.announcement = _announced(state, tokens, lo, hi)
            state.announced = state.announced or subject_since or spoke_here
        elif subject_since is not None and (subject_since.person or not here):
            state.announced = subject_since
    return found


def _remember(state: _State, speaker: Speaker) -> None:
    state.salient.append(speaker)


def _note(state: _State, tokens: list[Token], lo: int, hi: int) -> Speaker | None:
    """Read a sentence without quotation: who is it about, who speaks in it."""
    speaker: Speaker | None = None
    hi = min(hi, lo + _WINDOW)
    for v in range(lo, hi):
        if tokens[v][3] == WORD and tokens[v][0] in state.known and subjects.is_speech(tokens, v, state.known):
            if tokens[v][0] in verbs.DOUBTFUL or tokens[v][0].endswith("ing") or (v > lo and tokens[v - 1][0] == "to"):
                continue
            found = subjects.of_verb(tokens, v, lo, state.language)
            if found:
                speaker = _resolve(state, tokens, found)
                break
    if speaker is None:
        found = subjects.main(tokens, lo, hi, state.language)
        if found is None:
            return None
        speaker = _resolve(state, tokens, found, spoke=False)
        if speaker is None:
            return None
        if not speaker.person:
            state.thing = speaker
        if speaker.plural and tokens[found[1]][0].endswith("s") and speaker.name[0].islower():
            state.many.append(speaker)
        if not speaker.person or not _known(state, speaker):
            return None
    _remember(state, speaker)
    return speaker


def _known(state: _State, speaker: Speaker) -> bool:
    """A person the article names, or a definite one (`the judge`), rather than any capitalised word."""
    if speaker.name[0].islower():
        return speaker.name.split()[0] in ("the", "a", "an", "one", "his", "her", "another")
    return names.key(names.family_name(speaker.name)) in state.people.by_last


def _announced(state: _State, tokens: list[Token], lo: int, hi: int) -> tuple[Speaker | None, Span | None]:
    """Who a sentence that ends in a colon gives the floor to, and the words that do it."""
    for v in range(hi - 1, lo, -1):
        if subjects.is_speech(tokens, v, state.known) and tokens[v][0] not in verbs.DOUBTFUL:
            found = subjects.of_verb(tokens, v, lo, state.language)
            speaker = _resolve(state, tokens, found) if found else None
            if found and speaker:
                return speaker, Span(tokens[found[0]][1], tokens[v][2]) if found[0] < v else None
    found = subjects.main(tokens, lo, hi, state.language)
    return (_resolve(state, tokens, found, spoke=False) if found else None), None


def _in_sentence(
    state: _State, tokens: list[Token], k: int, lo: int, hi: int, segment: Segment, line_speaker: Speaker | None
) -> Said | None:
    known, language = state.known, state.language
    lo, hi = max(lo, k - _WINDOW), min(hi, k + _WINDOW)
    close = _right_before(state, tokens, k, lo)
    if close is not None:
        return Said(segment, close[0], close[1], "before")
    after = subjects.after_quote(tokens, k, hi, known, language)
    if after:
        speaker = _same_sentence(state, tokens, after[0], lo, k) or _resolve(state, tokens, after[0], after=True)
        if speaker:
            end = tokens[after[2]][2]
            named = _named_in(state, tokens[after[0][0]][1], end)
            if named is not None and after[0][1] == after[2]:
                end = min(end, named.end)
            return Said(segment, speaker, Span(tokens[after[1]][1], end), "after")
    # before: the nearest speech verb to the left
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
            found = _participle_subject(state, tokens, v, lo)
            if found is None and line_speaker is not None:
                return Said(segment, line_speaker, None, "sentence")
        else:
            found = subjects.of_verb(tokens, v, _clause_start(tokens, v, lo), language) or subjects.of_verb(
                tokens, v, lo, language
            )
        if found is None:
            inverted = (
                tk.phrase_right(tokens, v + 1, k, language)
                if v == lo or tokens[v - 1][3] == QUOTE or tokens[v - 1][0] in ",:"
                else None
            )
            if inverted and language != "en":
                found = inverted
        if found:
            speaker = _same_sentence(state, tokens, found, lo, found[0]) or _resolve(state, tokens, found)
            if speaker:
                return Said(
                    segment, speaker, Span(tokens[found[0]][1], tokens[v][2]) if found[0] <= v else None, "before"
                )
        elif line_speaker is not None:
            return Said(segment, line_speaker, None, "sentence")
    # postposed and inverted: “...” if it fails, said the minister.
    for v in range(k + 2, hi - 1):
        if tokens[v - 1][0] == "," and subjects.is_speech(tokens, v, known) and not tokens[v][0].endswith("ing"):
            found = tk.phrase_right(tokens, v + 1, hi, language)
            if found and found[0] == v + 1:
                speaker = _resolve(state, tokens, found, after=True)
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
                    speaker = _resolve(state, tokens, found)
                    if speaker:
                        return Said(segment, speaker, Span(tokens[found[0]][1], tokens[v][2]), "after")
    for v in range(lo, hi):
        step = (
            _ACCORDING.get(tokens[v][0].lower(), 0) if v != lo or language != "en" or tokens[v][0] == "According" else 0
        )
        if tokens[v][0].lower() == "pour" and v != lo:
            continue
        if step and v + step < hi:
            found = tk.phrase_right(tokens, v + step, hi, language)
            if found:
                speaker = _resolve(state, tokens, found)
                if speaker:
                    return Said(segment, speaker, Span(tokens[v][1], tokens[found[1]][2]), "sentence")
    if line_speaker is not None:
        return Said(segment, line_speaker, None, "sentence")
    if k > lo and not (k == lo + 1 and tokens[lo][3] == MARK):
        found = subjects.main(tokens, lo, k, language)
        if found:
            speaker = _resolve(state, tokens, found, spoke=False)
            if speaker and (speaker.person or tokens[k - 1][0] in (":", ",")):
                return Said(segment, speaker, None, "sentence")
    return None


def _right_before(state: _State, tokens: list[Token], k: int, lo: int) -> tuple[Speaker, Span] | None:
    """`Smith said that “…”`, `Smith wrote, “…”`: a finite verb touches the quotation, so nothing behind it counts."""
    v = k - 1
    if v > lo and tokens[v][0] == ":":
        label = tk.phrase_left(tokens, v - 1, lo, state.language)
        begins = label is not None and (
            label[0] == lo or tokens[label[0] - 1][3] == MARK or tokens[label[0] - 1][0] == "From"
        )
        if label is not None and begins and not subjects.is_speech(tokens, v - 1, state.known):
            speaker = _resolve(state, tokens, label)  # - Jane Doe: “...”; From the report: “...”
            if speaker and (speaker.name[0].isupper() or tokens[label[0] - 1][0] == "From"):
                return speaker, Span(tokens[label[0]][1], tokens[label[1]][2])
    if v > lo and tokens[v][0] in ("that", ",", ":"):
        v -= 1
    if (
        v <= lo
        or not subjects.is_speech(tokens, v, state.known)
        or tokens[v][0].endswith("ing")
        or tokens[v - 1][0] == "to"
    ):
        return None
    if tokens[v][0].lower() in verbs.DOUBTFUL and not _verb_like(tokens, v, lo, state.language):
        return None
    found = subjects.of_verb(tokens, v, _clause_start(tokens, v, lo), state.language)
    if found is None or found[1] < v - 4:
        return None
    speaker = _same_sentence(state, tokens, found, lo, found[0]) or _resolve(state, tokens, found)
    return (speaker, Span(tokens[found[0]][1], tokens[v][2])) if speaker else None


def _same_sentence(state: _State, tokens: list[Token], found: Range, lo: int, stop: int) -> Speaker | None:
    """`When Smith arrived, he said`: a pronoun means the person its own sentence begins with, if they agree."""
    word = tokens[found[0]][0].lower()
    if found[0] != found[1] or (word not in _HE and word not in _SHE) or stop <= lo:
        return None
    wanted: Gender = "he" if word in _HE else "she"
    first = subjects.main(tokens, lo, stop, state.language)
    if first is not None and first != found and tokens[first[0]][3] == WORD:
        speaker = _resolve(state, tokens, first, spoke=False)
        if (
            speaker
            and speaker.person
            and _known(state, speaker)
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
            ):
                return i + 1
    return lo


def _verb_like(tokens: list[Token], v: int, lo: int, language: str) -> bool:
    """A word that is noun or verb counts as a verb right behind a pronoun or a name, or before `that` or a mark."""
    if v - 1 < lo:
        return False
    before = tokens[v - 1][0]
    low = before.lower()
    if low in verbs.DETERMINERS or before.endswith(("’s", "'s")) or low in verbs.PREPOSITIONS:
        return False
    following = tokens[v + 1] if v + 1 < len(tokens) else None
    if low in verbs.SUBJECT_PRONOUNS[language]:
        return True
    if following is not None and (following[3] == QUOTE or following[0] in (",", ":", "that")):
        return True
    return tk.is_name_word(before) or low in ("who", "also") or (low in ("and", "to") and tokens[v][0].endswith("ed"))


def _participle_subject(state: _State, tokens: list[Token], v: int, lo: int) -> Range | None:
    """`Smith said X, adding “Y”`: the subject of the finite speech verb before, else the main subject."""
    for w in range(v - 1, lo - 1, -1):
        if tokens[w][3] == QUOTE:
            return None
        if (
            subjects.is_speech(tokens, w, state.known)
            and not tokens[w][0].endswith("ing")
            and tokens[w][0].lower() not in verbs.DOUBTFUL
        ):
            found = subjects.of_verb(tokens, w, lo, state.language)
            if found:
                return found
    return subjects.main(tokens, lo, v, state.language)


# --------------------------------------------------------------------------- who is meant


_PLURAL = frozenset({"they", "we", "sie", "ils", "elles", "nous"})


def _resolve(
    state: _State, tokens: list[Token], found: Range, after: bool = False, spoke: bool = True
) -> Speaker | None:
    """Who the words at `found` mean. `after`: an apposition may follow; `spoke`: a speech verb goes with them."""
    i, j = found
    start, end = tokens[i][1], tokens[j][2]
    text = state.text
    word = tokens[i][0].lower()
    if i == j and state.language == "fr" and "-" in word:
        word = word.rpartition("-")[2]
    if i == j and word in verbs.SUBJECT_PRONOUNS[state.language]:
        return _pronoun(state, word, start)
    named = _named_in(state, start, end)
    if named is None and tokens[i][0].lower() in verbs.DETERMINERS | {word} and not tk.is_name_word(tokens[i][0]):
        named = _apposed(state, tokens, j + 1, after)
    if named is not None:
        return _person(state, named)
    words = [tokens[n][0] for n in range(i, j + 1)]
    if tk.is_name_word(words[0]):  # Trump in his speech: what follows the name is not part of it
        cut = next(
            (n for n, w in enumerate(words) if n and w.lower() in verbs.PREPOSITIONS - {"of", "for"}), len(words)
        )
        if cut < len(words):
            words, end = words[:cut], tokens[i + cut - 1][2]
    last = words[-1].rstrip("'’")
    if last.endswith(("’s", "'s")):
        last = last[:-2]
    if tk.is_name_word(last) and last not in lex.BODY_WORDS:
        gender: Gender = names.gender_of("", words[-2]) if len(words) > 1 else ""
        full = state.people.fullest(last, start, gender)
        if full is not None and (
            len(words) == 1 or words[-2].rstrip(".") in lex.COURTESY | lex.OFFICE or not tk.is_name_word(words[-2])
        ):
            return _person(state, full)
    name_start = start
    if words[0].lower() in ("the",) and len(words) > 1 and tk.is_name_word(words[1]):
        name_start = tokens[i + 1][1]
    meant = _definite(state, [w.lower() for w in words], start)
    if meant is not None:
        return meant
    name = text[name_start:end].rstrip("'’")
    if not any(c.isalpha() for c in name) or len(name) > 160:
        return None
    person = _looks_person(words)
    if person and len(words) == 1 and not spoke and names.key(words[0].rstrip("'’")) not in state.people.by_last:
        person = False  # any word may begin a sentence with a capital
    return Speaker(name, name_start, name_start + len(name), person, "", not person)


_PERSON_NOUNS = lex.ROLE_HEADS | frozenset(["man", "woman", "mother", "father", "wife", "husband", "son", "daughter"])


def _looks_person(words: list[str]) -> bool:
    cut = next((n for n, w in enumerate(words) if n and w.lower() in verbs.PREPOSITIONS), len(words))
    words = words[:cut]
    last = words[-1].rstrip("'’")
    if words[0].lower() in (
        "every",
        "each",
        "no",
        "any",
        "some",
        "many",
        "most",
        "all",
        "two",
        "three",
        "these",
        "those",
        "both",
        "other",
    ):
        return False
    if last[0].isupper() and len(words) <= 3 and all(w[0].isupper() for w in words):
        return not any(
            w in lex.BODY_WORDS or w in lex.PLACES or (w.isupper() and len(w) > 1 and "." not in w) for w in words
        )
    return last.lower() in _PERSON_NOUNS


def _apposed(state: _State, tokens: list[Token], comma: int, after: bool) -> persons.Named | None:
    """The person named right behind a noun phrase: `said the bill's sponsor, Jane Doe`, `Her rival, Jane Doe, said`."""
    if comma + 1 >= len(tokens) or tokens[comma][0] != ",":
        return None
    start = tokens[comma + 1][1]
    named = _named_in(state, start, start + 60, first=True)
    if named is None or named.start > start + 6 or not (after or state.text[named.end : named.end + 1] == ","):
        return None
    return named


_STOPS_HEAD = verbs.PREPOSITIONS | frozenset({"and", "or", "who", "und", "et"})


@lru_cache(maxsize=1024)
def _spelled_out(role: str) -> str:
    return role.lower().replace("sen.", "senator").replace("gov.", "governor").replace("rep.", "congressman")


def _definite(state: _State, words: list[str], at: int) -> Speaker | None:
    """`the minister`: the last person named before whose role has that word."""
    if words[0] not in ("the", "der", "die", "le", "la") or not 2 <= len(words) <= 4:
        return None
    stop = next((n for n, word in enumerate(words) if n and word in _STOPS_HEAD), len(words))
    wanted = set(words[1:stop])
    if words[stop - 1] not in lex.ROLE_HEADS:
        return None
    matches: dict[str, persons.Named] = {}
    for name, known in state.people.roles.items():
        for one in known:
            if one.start < at and wanted <= set(_spelled_out(one.role).split()):
                matches[name] = state.people.fullest(one.name, one.start, one.gender) or one
                break
        if len(matches) > 1:
            return None
    if len(matches) != 1:
        return None
    return _person(state, next(iter(matches.values())))


def _named_in(state: _State, start: int, end: int, first: bool = False) -> persons.Named | None:
    at = bisect_left(state.starts, start)
    best: persons.Named | None = None
    while at < len(state.starts) and state.starts[at] < end:
        one = state.people.named[at]
        if one.end <= end + 2:
            if best is None or not first:
                best = one
            if first:
                break
        at += 1
    return best


def _person(state: _State, named: persons.Named) -> Speaker:
    full = state.people.fullest(named.name, named.start, named.gender)
    chosen = full if full is not None and len(full.name) >= len(named.name) else named
    gender = named.gender or chosen.gender or state.learned.get(chosen.name, "")
    return Speaker(chosen.name, chosen.start, chosen.end, True, gender)


_HE = frozenset({"he", "er", "il"})
_SHE = frozenset({"she", "elle"})


def _pronoun(state: _State, word: str, at: int) -> Speaker | None:
    if word in ("i", "ich", "je", "you", "man", "on"):
        return None
    wanted: Gender = "he" if word in _HE else "she" if word in _SHE else ""
    if wanted:
        for speaker in reversed(state.salient):
            if speaker.person and (not speaker.gender or speaker.gender == wanted):
                return _learn(state, speaker, wanted)
        before = bisect_left(state.starts, at)
        for n in range(before - 1, -1, -1):
            one = state.people.named[n]
            if not one.gender or one.gender == wanted:
                return _person(state, one)
        return None
    if word == "sie":
        for speaker in reversed(state.salient):
            if speaker.gender != "he":
                return speaker
        return None
    if word in ("they", "we", "wir", "nous", "ils", "elles"):
        groups = [one for one in state.salient[-6:] if not one.person] + state.many[-1:]
        if groups:
            return max(groups, key=lambda one: one.start)
    if word in ("it", "es", "who"):
        things = [one for one in state.salient[-4:] if not one.person] + ([state.thing] if state.thing else [])
        if things:
            return max(things, key=lambda one: one.start)
    return state.salient[-1] if state.salient and word not in ("it", "es") else None


def _learn(state: _State, speaker: Speaker, gender: Gender) -> Speaker:
    if speaker.gender:
        return speaker
    state.learned[speaker.name] = gender
    return Speaker(speaker.name, speaker.start, speaker.end, True, gender)
