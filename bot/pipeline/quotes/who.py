"""Who words mean: names in full, pronouns, `the minister`; and what the reading so far remembers."""

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
from bot.pipeline.quotes import tokens as tk
from bot.pipeline.quotes import verbs
from bot.pipeline.quotes.tokens import Token

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
    bare: bool = False  # only a family name was written, so it may be a namesake


@dataclass(slots=True)
class State:
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
    by_role: dict[str, list[tuple[str, persons.Named]]] = field(default_factory=dict)  # people by words of their roles
    second: int = -1  # where a second person is first named; -1 before it was looked for
    open: bool = False  # the last segment was left open at the paragraph's end


_LEADS_OFF = verbs.PREPOSITIONS - {"of", "for"}
_TITLED = lex.COURTESY | lex.OFFICE


def is_known(state: State, speaker: Speaker) -> bool:
    """A person the article names, or a definite one (`the judge`), rather than any capitalised word."""
    first = speaker.name.split()[0]
    if speaker.name[0].islower() or first in ("His", "Her"):
        return first.lower() in ("the", "a", "an", "one", "his", "her", "another")
    return names.key(names.family_name(speaker.name)) in state.people.by_last


def resolve(state: State, tokens: list[Token], found: Range, after: bool = False, spoke: bool = True) -> Speaker | None:
    """Who the words at `found` mean. `after`: an apposition may follow; `spoke`: a speech verb goes with them."""
    i, j = found
    start, end = tokens[i][1], tokens[j][2]
    text = state.text
    word = tokens[i][0].lower()
    if i == j and state.language == "fr" and "-" in word:
        word = word.rpartition("-")[2]
    if i == j and word in verbs.SUBJECT_PRONOUNS[state.language]:
        return pronoun(state, word, start)
    named = named_in(state, start, end)
    if named is None and not tk.is_name_word(tokens[i][0]):
        named = _apposed(state, tokens, j + 1, after)
    if named is None and tokens[i][0][0].isupper():
        named = _inside_role(state, start)
    if named is None and (names.is_role(tokens[i][0]) or after) and tokens[i][0][0].isupper():
        named = _behind_title(state, tokens, i)
    if named is not None:
        return speaker_for(state, named)
    words = [tokens[n][0] for n in range(i, j + 1)]
    if tk.is_name_word(words[0]):  # Trump in his speech: what follows the name is not part of it
        cut = next(
            (
                n
                for n, w in enumerate(words)
                if n and w.lower() in _LEADS_OFF and not (w in lex.PARTICLES and tk.is_name_word(words[-1]))
            ),
            len(words),
        )
        if cut < len(words):
            words, end = words[:cut], tokens[i + cut - 1][2]
        cut = _verb_behind(words)  # Smith responded in a message: the verb is not part of the name
        if cut < len(words):
            words, end = words[:cut], tokens[i + cut - 1][2]
    if not _speaks(state, words):
        return None
    last = words[-1].rstrip("'’")
    if last.endswith(("’s", "'s")):
        last = last[:-2]
    if tk.is_name_word(last) and last not in lex.BODY_WORDS:
        gender: Gender = names.gender_of("", words[-2]) if len(words) > 1 else ""
        full = state.people.fullest(last, start, gender)
        if full is not None and (len(words) == 1 or words[-2].rstrip(".") in _TITLED or not tk.is_name_word(words[-2])):
            return speaker_for(state, full, bare=True)
    name_start = start
    if (
        (words[0].lower() == "the" or (state.language == "fr" and words[0].lower() in ("le", "la", "les")))
        and len(words) > 1
        and tk.is_name_word(words[1])
    ):
        name_start = tokens[i + 1][1]
    meant = _definite(state, [w.lower() for w in words], start, titled=len(words) > 1 and words[1][0].isupper())
    if meant is not None:
        return meant
    name = text[name_start:end].rstrip("'’")
    if not any(c.isalpha() for c in name) or len(name) > 160:
        return None
    person = _looks_human(words)
    if person and len(words) == 1 and not spoke and names.key(words[0].rstrip("'’")) not in state.people.by_last:
        person = False  # any word may begin a sentence with a capital
    return Speaker(name, name_start, name_start + len(name), person, "", not person)


_FINITE = verbs.BE | {"had", "has", "have"}


def _verb_behind(words: list[str]) -> int:
    """Index of the first finite verb behind a name, or how many words there are."""
    for n, word in enumerate(words[1:], 1):
        if word[0].islower() and (word in _FINITE or (word in verbs.ENGLISH and word not in verbs.DOUBTFUL)):
            return n
    return len(words)


_NOBODY = (
    frozenset({"there", "here", "nothing", "more", "most", "soon", "rather", "me", "my", "quick"})
    | verbs.PREPOSITIONS
    | verbs.CLAUSE_WORDS
)


def _speaks(state: State, words: list[str]) -> bool:
    """Whether words that are no known name could be somebody: `critics` may, `wrote to her` or `Hastily` may not."""
    first = words[0].rstrip("'’")
    low = first.lower()
    if state.language != "en" or names.key(first) in state.people.by_last:
        return True
    if low in _NOBODY or (low.endswith("ly") and len(low) > 4 and low not in ("family", "assembly", "italy")):
        return False
    if first[0].isupper() or low in verbs.DETERMINERS:
        return True
    if len(words) == 1:
        return low.endswith("s") or low in _PERSON_NOUNS or low in ("police", "staff", "counsel", "prosecution")
    if not _FINITE.isdisjoint(words):
        return False
    return not (low.endswith(("ed", "ing")) or low == "seen" or (low in verbs.ENGLISH and low not in verbs.DOUBTFUL))


_PERSON_NOUNS = lex.ROLE_HEADS | frozenset(["man", "woman", "mother", "father", "wife", "husband", "son", "daughter"])


def _looks_human(words: list[str]) -> bool:
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


def _apposed(state: State, tokens: list[Token], comma: int, after: bool) -> persons.Named | None:
    """The person named right behind a noun phrase: `said the bill's sponsor, Jane Doe`, `Her rival, Jane Doe, said`."""
    if comma + 1 >= len(tokens) or tokens[comma][0] != ",":
        return None
    start = tokens[comma + 1][1]
    named = named_in(state, start, start + 60, first=True)
    if named is None or named.start > start + 6 or not (after or state.text[named.end : named.end + 1] == ","):
        return None
    return named


def _inside_role(state: State, at: int) -> persons.Named | None:
    """The person in whose role the words stand: `Minister for Data and Technology, Jane Doe`, read at `Technology`."""
    n = bisect_left(state.starts, at)
    one = state.people.named[n] if n < len(state.starts) else None
    return one if one is not None and 0 <= one.role_start <= at else None


_LINKING = frozenset({"of", "for", "and", "the", "to", "&", ",", "at", "in"})
_LONGEST_TITLE = 18  # tokens


def _behind_title(state: State, tokens: list[Token], i: int) -> persons.Named | None:
    """The name a long title leads up to: `Minister for AI and Intellectual Property, Viscount Camrose, said`."""
    role = False
    for n in range(i, min(i + _LONGEST_TITLE, len(tokens))):
        word, start, end, _ = tokens[n]
        at = bisect_left(state.starts, start)
        if at < len(state.starts) and state.starts[at] <= (end + 1 if word.rstrip(".") in lex.COURTESY else start):
            return state.people.named[at] if role else None
        if word not in _LINKING and not word[0].isupper():
            return None
        role = role or names.is_role(word)
    return None


def _only_one(state: State, at: int) -> Speaker | None:
    """The one person named so far, when the article never says what they are: `the Technology Secretary`."""
    people = state.people
    first = next((one for one in people.named if not one.single), None)
    if first is None or first.start >= at or first.name in people.roles:
        return None
    if state.second < 0:
        family = names.family_name(first.name)
        state.second = next(
            (one.start for one in people.named if one.name != first.name and not (one.single and one.last == family)),
            len(state.text),
        )
    return speaker_for(state, first) if state.second >= at else None


_STOPS_HEAD = verbs.PREPOSITIONS | frozenset({"and", "or", "who", "und", "et"})


@lru_cache(maxsize=1024)
def _spelled_out(role: str) -> str:
    words = role.lower().replace(".", " ").replace(",", " ").split()
    words += [
        ending for word in words for ending in lex.GERMAN_ROLE_ENDINGS if word.endswith(ending) and word != ending
    ]
    return " ".join([*words, *(other for word in words for other in _ALSO.get(word, ()))])


# What else somebody with that title is called.
_ALSO = {
    "sen": ("senator", "lawmaker"),
    "senator": ("lawmaker",),
    "gov": ("governor",),
    "rep": ("representative", "congressman", "congresswoman", "lawmaker"),
    "representative": ("congressman", "congresswoman", "lawmaker"),
    "congressman": ("representative", "lawmaker"),
    "congresswoman": ("representative", "lawmaker"),
    "mp": ("lawmaker",),
    "mep": ("lawmaker",),
    "justice": ("judge",),
    "ceo": ("chief", "executive"),
    "prof": ("professor",),
    "adm": ("admiral",),
    "gen": ("general",),
}


def _definite(state: State, words: list[str], at: int, titled: bool) -> Speaker | None:
    """`the minister`: the last person named before whose role has that word."""
    if words[0] not in ("the", "der", "die", "le", "la") or not 2 <= len(words) <= 4:
        return None
    stop = next((n for n, word in enumerate(words) if n and word in _STOPS_HEAD), len(words))
    wanted = set(words[1:stop])
    if not names.is_role(words[stop - 1]):
        return None
    known = _by_role(state).get(words[stop - 1], ())
    matches: dict[str, persons.Named] = {}
    for name, one in known[:_MOST_OF_A_KIND]:
        if one.start < at and name not in matches and wanted <= set(_spelled_out(one.role).split()):
            matches[name] = one
    if not matches:
        compound = state.language == "de" and words[stop - 1] not in lex.ROLE_HEADS  # der Bundesdigitalminister
        return _only_one(state, at) if titled and (stop > 2 or compound) else None
    if len(matches) > 1:  # of several senators it is the one just spoken of
        last = next((one for one in reversed(state.salient[-_RECENT:]) if one.person), None)
        return last if last is not None and last.name in matches else None
    named = next(iter(matches.values()))
    return speaker_for(state, state.people.fullest(named.name, named.start, named.gender) or named)


_MOST_OF_A_KIND = 60  # ministers looked through for `the minister`: a bound on the work
_RECENT = 20  # speakers and subjects looked back through


def _by_role(state: State) -> dict[str, list[tuple[str, persons.Named]]]:
    """People by each word of their roles, made at first use."""
    if not state.by_role:
        for name, known in state.people.roles.items():
            for one in known:
                for word in set(_spelled_out(one.role).split()):
                    state.by_role.setdefault(word, []).append((name, one))
        state.by_role.setdefault("", [])
    return state.by_role


def named_in(state: State, start: int, end: int, first: bool = False) -> persons.Named | None:
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


def speaker_for(state: State, named: persons.Named, bare: bool = False) -> Speaker:
    full = state.people.fullest(named.name, named.start, named.gender)
    chosen = full if full is not None and len(full.name) >= len(named.name) else named
    gender = named.gender or chosen.gender or state.learned.get(chosen.name, "")
    return Speaker(chosen.name, chosen.start, chosen.end, True, gender, bare=bare or named.single)


HE = frozenset({"he", "er", "il"})
SHE = frozenset({"she", "elle"})


def pronoun(state: State, word: str, at: int) -> Speaker | None:
    if word in ("i", "ich", "je", "you", "man", "on"):
        return None
    wanted: Gender = "he" if word in HE else "she" if word in SHE else ""
    if wanted:
        for speaker in reversed(state.salient):
            if speaker.person and (not speaker.gender or speaker.gender == wanted):
                return _learn(state, speaker, wanted)
            other = _namesake(state, speaker, wanted) if speaker.bare else None
            if other is not None:
                return other
        before = bisect_left(state.starts, at)
        for n in range(before - 1, -1, -1):
            one = state.people.named[n]
            if not one.gender or one.gender == wanted:
                return speaker_for(state, one)
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


def _namesake(state: State, speaker: Speaker, wanted: Gender) -> Speaker | None:
    """Another of the same family name whom the pronoun fits: `Clinton` ... `she`, where a Mr. Clinton is named too."""
    for one in state.people.by_last.get(names.key(names.family_name(speaker.name)), ()):
        if not one.single and one.gender == wanted:
            return speaker_for(state, one)
    return None


def _learn(state: State, speaker: Speaker, gender: Gender) -> Speaker:
    if speaker.gender:
        return speaker
    state.learned[speaker.name] = gender
    return Speaker(speaker.name, speaker.start, speaker.end, True, gender)
