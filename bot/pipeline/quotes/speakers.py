"""Who says each quoted segment of an article: sentence by sentence, then from the sentences around it."""

from __future__ import annotations

from bisect import bisect_left

from bot.model import Span
from bot.pipeline.people import People
from bot.pipeline.quotes import german_french, heads, noun_phrases, subjects, verbs, voice
from bot.pipeline.quotes import tokens as tk
from bot.pipeline.quotes.blocks import Turn
from bot.pipeline.quotes.marks import Segment
from bot.pipeline.quotes.sentence import WINDOW, Said, in_sentence
from bot.pipeline.quotes.state import Speaker, State, named_in, speaker_for
from bot.pipeline.quotes.tokens import WORD, Paragraph, Token
from bot.pipeline.quotes.who import is_known, resolve

_REACH = 3  # paragraphs before a quotation that are read for who it may be about
_DASHES = frozenset("-–—―")
_LONGEST_SIGNATURE = 14  # tokens
_LONGEST_BESIDE = 26  # tokens, the quotation counted as one
_SHORTEST_SAID = 4  # words


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
    state = State(people, text, language, verbs.BY_LANGUAGE[language], [one.start for one in people.named])
    by_paragraph: dict[int, list[Segment]] = {}
    for segment in segments:
        by_paragraph.setdefault(segment.paragraph, []).append(segment)
    found: list[Said] = []
    read = {near for n in by_paragraph for near in range(n - _REACH + 1, n + 2)}
    before = 0  # where the segments of the paragraph before begin in `found`
    for index, span in enumerate(spans):
        here = by_paragraph.get(index, [])
        if index not in read:
            state.open, state.announced, state.announcement = False, None, None
            continue
        paragraph = tk.read(text, span, here, state.known)
        signed = _signature(state, paragraph) if not here and len(found) > before else None
        if signed is not None:
            for n in range(before, len(found)):
                if found[n].how == "carried":
                    found[n] = Said(found[n].segment, signed, Span(span.start, span.end), "signed")
            state.last = signed
            state.salient.append(signed)
            continue
        before = len(found)
        found += _signed_beside(state, paragraph, here) or _paragraph(state, paragraph, here)
        if 0 < before < len(found):
            _onward(found, before)
    return tuple(Said(one.segment, None) if _is_term(text, one) else one for one in found)


def _is_term(text: str, said: Said) -> bool:
    """A word or three in marks that no verb gives to anybody: a term, a title, a word held at arm's length."""
    if said.attribution is not None or said.how not in ("carried", "sentence"):
        return False
    words = text[said.segment.start : said.segment.end]
    return words.count(" ") < _SHORTEST_SAID - 1 and not (words[:1].isupper() and words[-1:] in tuple(".!?…"))


def _onward(found: list[Said], first: int) -> None:
    """Words left open over paragraphs, named only at the end: `“One … ⏎ “Two,” said Jane Doe.`"""
    said = found[first]
    if said.how != "after" or said.speaker is None:
        return
    paragraph = said.segment.paragraph
    for n in range(first - 1, -1, -1):
        one = found[n]
        if one.segment.closed or one.how != "carried" or one.segment.paragraph != paragraph - 1:
            return
        found[n] = Said(one.segment, said.speaker, None, "onward")
        paragraph -= 1


def _signature(state: State, paragraph: Paragraph) -> Speaker | None:
    """The name under a set-off quotation: a paragraph that is only `— Jane Doe, director`."""
    tokens = paragraph.tokens
    if not 2 <= len(tokens) <= _LONGEST_SIGNATURE:
        return None
    if tokens[0][0] not in _DASHES:
        return _caption(state, tokens)
    found = noun_phrases.phrase_right(tokens, 1, len(tokens), state.language)
    if found is None or not tk.is_name_word(tokens[found[0]][0]):
        return None
    return resolve(state, tokens, found)


def _signed_beside(state: State, paragraph: Paragraph, here: list[Segment]) -> list[Said]:
    """`“We welcome it.” – Jane Doe, director of Acme`: a paragraph of one quotation and the name that signs it."""
    tokens = paragraph.tokens
    if len(here) != 1 or not 4 <= len(tokens) <= _LONGEST_BESIDE or paragraph.quotes[0] or not _ends(state, here[0]):
        return []
    if tokens[1][0] not in _DASHES or not tk.is_name_word(tokens[2][0]) or tokens[-1][0] in (".", ":", "?", "!"):
        return []
    at = bisect_left(state.starts, tokens[2][1])
    named = state.people.named[at] if at < len(state.starts) else None
    if named is None or named.start > tokens[2][2] + 1 or named.single:
        return []
    if any(tokens[n][0] in state.known and subjects.is_speech(tokens, n, state.known) for n in range(2, len(tokens))):
        return []
    speaker = speaker_for(state, named)
    state.last = speaker
    state.salient.append(speaker)
    state.open, state.announced, state.announcement = False, None, None
    return [Said(here[0], speaker, Span(tokens[1][1], tokens[-1][2]), "signed")]


def _ends(state: State, segment: Segment) -> bool:
    return segment.closed and state.text[segment.end - 1] in ".!?…"


def _caption(state: State, tokens: list[Token]) -> Speaker | None:
    """`Jane Doe, director of the centre`, without a dash: a full name and a role, no verb and no full stop."""
    at = bisect_left(state.starts, tokens[0][1])
    named = state.people.named[at] if at < len(state.starts) else None
    if named is None or named.start != tokens[0][1] or named.single or named.role_end < 0:
        return None
    if tokens[-1][0][-1] in ".:?!" or any(subjects.is_speech(tokens, n, state.known) for n in range(len(tokens))):
        return None
    return speaker_for(state, named)


def _paragraph(state: State, paragraph: Paragraph, here: list[Segment]) -> list[Said]:
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
                if carried is None and state.language != "en" and not _goes_on(state, tokens, k, lo, hi, here[n]):
                    pass
                elif carried is not None:
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
                    state.salient.append(said.speaker)
            carried = said.speaker if not here[n].closed else None
            subject_since = None
    if tokens and not (state.announced and not here and _is_heading(state.text, tokens)):
        state.announced = state.announcement = None
        if here:
            state.open = not here[-1].closed
        else:
            state.open = False
        if tokens[-1][0] == ":":
            lo, hi = paragraph.lines[-1]
            lo = max(lo, hi - WINDOW)
            state.announced, state.announcement = _announced(state, tokens, lo, hi)
            state.announced = state.announced or subject_since or spoke_here
        elif subject_since is not None and (subject_since.person or not here):
            state.announced = subject_since
    return found


def _is_heading(text: str, tokens: list[Token]) -> bool:
    """`ON THE NEW RULES`, between who speaks and the words."""
    return len(tokens) <= _LONGEST_HEADING and tokens[-1][3] == WORD and text[tokens[0][1] : tokens[-1][2]].isupper()


_LONGEST_HEADING = 8  # tokens


def _in_sentence(
    state: State, tokens: list[Token], k: int, lo: int, hi: int, segment: Segment, line_speaker: Speaker | None
) -> Said | None:
    if state.language == "en":
        return in_sentence(state, tokens, k, lo, hi, segment, line_speaker)
    lo, hi = max(lo, k - WINDOW), min(hi, k + WINDOW)
    found = german_french.in_sentence(state, tokens, k, lo, hi, segment, line_speaker)
    if found is None:
        return None
    return Said(segment, found.speaker, found.words if found.words.end else None, found.how)


def _goes_on(state: State, tokens: list[Token], k: int, lo: int, hi: int, segment: Segment) -> bool:
    """Whether words without a speaker in their sentence may be the last speaker's: no term in marks is."""
    alone = (hi - lo <= 2 or (k == lo and hi - k <= 2)) and _is_sentence(state.text, segment)
    return alone or german_french.is_reported(state, tokens, lo, hi) or (k > lo and tokens[k - 1][0] == ":")


def _is_sentence(text: str, segment: Segment) -> bool:
    """Whether quoted words end as a sentence does; a line in marks without a full stop is a heading."""
    return text[segment.end - 1] in ".!?…" or text[segment.outer_end : segment.outer_end + 1] in tuple(".!?…,")


def _note(state: State, tokens: list[Token], lo: int, hi: int) -> Speaker | None:
    """Read a sentence without quotation: who is it about, who speaks in it."""
    speaker: Speaker | None = None
    hi = min(hi, lo + WINDOW)
    if state.language != "en":
        return _note_subject(state, tokens, lo, hi)
    known = state.known
    for v, token in enumerate(tokens[lo:hi], lo):
        if token[0] in known and token[3] == WORD and subjects.is_speech(tokens, v, known):
            if tokens[v][0] in verbs.DOUBTFUL or tokens[v][0].endswith("ing") or (v > lo and tokens[v - 1][0] == "to"):
                continue
            found = subjects.of_verb(tokens, v, lo, state.language)
            if found:
                speaker = resolve(state, tokens, found)
                break
    if speaker is None:
        found = subjects.main(tokens, lo, hi, state.language)
        if found is None:
            return None
        speaker = resolve(state, tokens, found, spoke=False)
        if speaker is None:
            return None
        if not speaker.person:
            state.thing = speaker
        if speaker.plural and tokens[found[1]][0].endswith("s") and speaker.name[0].islower():
            state.many.append(speaker)
        if not speaker.person or not is_known(state, speaker):
            return None
    state.salient.append(speaker)
    return speaker


def _note_subject(state: State, tokens: list[Token], lo: int, hi: int) -> Speaker | None:
    speaker = german_french.speaker_of(state, tokens, lo, hi)
    if speaker is not None:
        state.salient.append(speaker)
        if not speaker.person:
            state.thing = speaker
    return speaker


def _announced(state: State, tokens: list[Token], lo: int, hi: int) -> tuple[Speaker | None, Span | None]:
    """Who a sentence that ends in a colon gives the floor to, and the words that do it."""
    if state.language != "en":
        found = voice.subject(state, tokens, lo, hi)
        speaker = resolve(state, tokens, found) if found else None
        return (speaker, Span(tokens[found[0]][1], tokens[hi - 1][2])) if found and speaker else (None, None)
    given = _given_to(state, tokens, lo, hi)
    if given is not None:
        return given
    for v in range(hi - 1, lo, -1):
        if subjects.is_speech(tokens, v, state.known) and tokens[v][0] not in verbs.DOUBTFUL:
            found = subjects.of_verb(tokens, v, lo, state.language)
            speaker = resolve(state, tokens, found) if found else None
            if found and speaker:
                return speaker, Span(tokens[min(found[0], v)][1], tokens[v if found[0] < v else found[1]][2])
    found = subjects.main(tokens, lo, hi, state.language)
    speaker = resolve(state, tokens, found, spoke=False) if found else None
    if (
        found
        and speaker
        and (is_known(state, speaker) or (not speaker.person and heads.tells(speaker.name)))
        and any(tokens[n][0] in _SAYS_NEXT for n in range(found[1] + 1, hi))
    ):
        return speaker, Span(tokens[found[0]][1], tokens[hi - 1][2])  # Jane Doe released the following statement:
    return speaker, None


_SAYS_NEXT = frozenset({"statement", "following", "comments", "comment", "says", "say", "remarks", "words", "writes"})


_TO = frozenset({"attributed", "attributable"})
_FROM = frozenset({"by", "from", "of"})
_ISSUED = frozenset(
    {"statement", "comment", "quote", "response", "reaction", "remarks", "comments", "message", "words"}
)


def _given_to(state: State, tokens: list[Token], lo: int, hi: int) -> tuple[Speaker, Span] | None:
    """`The following may be attributed to Jane Doe:`, `Statement by Jane Doe:`, the last words of the sentence."""
    for v in range(max(lo, hi - _LONGEST_GIVEN), hi - 2):
        word, leads = tokens[v][0].lower(), tokens[v + 1][0].lower()
        if word == "from" and v == lo and tokens[hi - 1][0] == ":":  # From the Teachers Association:
            found = noun_phrases.phrase_right(tokens, v + 1, hi - 1, state.language)
            speaker = resolve(state, tokens, found) if found is not None and found[1] == hi - 2 else None
            if speaker is not None and speaker.name[0].isupper():
                return speaker, Span(tokens[v][1], tokens[hi - 1][2])
        if (word in _TO and leads == "to") or (word in _ISSUED and leads in _FROM):
            one = named_in(state, tokens[v + 2][1], tokens[hi - 1][2])
            if one is not None and not any(subjects.is_speech(tokens, n, state.known) for n in range(v + 2, hi)):
                return speaker_for(state, one), Span(tokens[v][1], tokens[hi - 1][2])
    return None


_LONGEST_GIVEN = 24  # tokens
