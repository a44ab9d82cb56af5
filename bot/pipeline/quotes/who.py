"""Who words mean: names in full, pronouns, noun phrases."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from bot.pipeline import lexicon as lex
from bot.pipeline import names
from bot.pipeline import people as persons
from bot.pipeline.names import Gender
from bot.pipeline.quotes import heads, verbs, voice
from bot.pipeline.quotes import tokens as tk
from bot.pipeline.quotes.definite import definite
from bot.pipeline.quotes.state import Speaker, State, named_in, speaker_for
from bot.pipeline.quotes.tokens import WORD, Token
from bot.pipeline.roles import role_right

Range = tuple[int, int]


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
    if i == j and _is_time(state, tokens[i][0]):
        return None
    word = tokens[i][0].lower()
    if i == j and state.language == "fr" and "-" in word:
        word = word.rpartition("-")[2]
    if i == j and word in verbs.SUBJECT_PRONOUNS[state.language]:
        return pronoun(state, word, start)
    french = state.language == "fr" and word in verbs.DETERMINERS  # Sa présidente, Son homologue, Le chef
    named = named_in(state, start, end)
    owner = _is_owner(text, named, end) if named else i < j and tokens[i][0].endswith(("'s", "’s"))
    served = named is not None and state.language != "en" and _is_served(state, named, start)
    if served:
        named, owner = None, True
    agent = (
        i < j
        and any(tokens[n][0] in _SERVING for n in range(i + 1, j + 1))
        and _FOR_ANOTHER.search(text, start, named.start if named else tokens[j][1]) is not None
    )
    owner = owner or agent
    if named is None or owner:
        titled = i < j and tokens[j][0].islower() and names.is_role(tokens[j][0])  # Acme vice president, Jane Doe, said
        apposed = owner or french or titled or not tk.is_name_word(tokens[i][0])
        named = _apposed(state, tokens, j + 1, after) if apposed else None
    if named is None and not owner and tokens[i][0][0].isupper():
        named = _inside_role(state, start)
    if named is None and not owner and (names.is_role(tokens[i][0]) or after) and tokens[i][0][0].isupper():
        named = _behind_title(state, tokens, i)
    if named is None and i == j and tokens[i][0] in lex.DEMONYMS:
        named = _named_ahead(state, tokens, i)
    if named is not None:
        return speaker_for(state, named)
    behind_name = i > 0 and tokens[i - 1][0] == ","  # Jane Doe, director of litigation for Acme said
    if (behind_name or (not after and tokens[i][0][0].isupper())) and (
        held := owner_of_role(state, start, end)
    ) is not None:
        return held  # Jane Doe, Head of Trust and Safety at Acme, said: read at `Safety`
    while j > i and tokens[j][0] in lex.CALENDAR:  # an Acme press release Tuesday
        j, end = j - 1, tokens[j - 1][2]
    words = [token[0] for token in tokens[i : j + 1]]
    if j > i and tk.is_name_word(words[0]) and not french:  # Trump in his speech: what follows is not part of the name
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
    if len(words) == 2 and words[0] in _OF_HIM_OR_HER:  # heißt es in ihrer Stellungnahme
        return pronoun(state, _OF_HIM_OR_HER[words[0]], start)
    if not (_speaks(state, words) if state.language == "en" else voice.may_speak(words, state.language, after)):
        return None
    last = words[-1].rstrip("'’")
    if last.endswith(("’s", "'s")):
        last = last[:-2]
    if tk.is_name_word(last) and last not in lex.BODY_WORDS:
        gender: Gender = names.gender_of("", words[-2]) if len(words) > 1 else ""
        full = None if agent else state.people.fullest(last, start, gender)
        if full is not None and (len(words) == 1 or words[-2].rstrip(".") in _TITLED or not tk.is_name_word(words[-2])):
            return speaker_for(state, full, bare=True)
    name_start = start
    first = words[0].lower()
    if state.language == "en" and (body := heads.issuer(words)):  # a statement from Acme
        name_start = tokens[i + body][1]
        return Speaker(text[name_start:end], name_start, end, False, "", True)
    if len(words) > 1 and (
        ((first == "the" or (state.language == "fr" and words[0] in ("le", "la", "les"))) and tk.is_name_word(words[1]))
        or (state.language == "de" and (first in _DATIVE or (first == "der" and _led_by(tokens, i) in _TAKES_DATIVE)))
    ):
        name_start = tokens[i + 1][1]
    if (
        state.language == "fr" and first in verbs.DETERMINERS and not served
    ):  # le libéral roumain Dragos Doe: only names are capitals
        begins = next((n for n, w in enumerate(words) if n and all(v[0].isupper() for v in words[n:])), len(words))
        if (
            begins <= len(words) - 2
            and words[begins - 1].lower() not in verbs.PREPOSITIONS
            and not any(w in lex.BODY_WORDS for w in words[begins:])
        ):
            name_start = tokens[i + begins][1]
            return Speaker(text[name_start:end], name_start, end, True)
    if state.language == "en" and first == "the" and len(words) == heads.ARTICLE_AND_NOUN:
        before = heads.described(state, words[1])
        if before is not None:
            return before
    meant = definite(state, [w.lower() for w in words], start, titled=len(words) > 1 and words[1][0].isupper())
    if meant is not None:
        return meant
    name = text[name_start:end].rstrip("'’")
    if not any(c.isalpha() for c in name) or len(name) > 160:
        return None
    person = _looks_human(words)
    if person and state.language != "en" and words[0].lower() in verbs.DETERMINERS:
        person = any(names.is_role(w) or w.lower() in _PERSON_NOUNS for w in words[1:])  # Le Sommet is nobody
    if person and len(words) == 1 and not spoke and names.key(words[0].rstrip("'’")) not in state.people.by_last:
        person = False  # any word may begin a sentence with a capital
    return Speaker(name, name_start, name_start + len(name), person, "", not person)


def _is_time(state: State, word: str) -> bool:
    """A weekday or month that is nobody's name: `He Tuesday said` is not said by Tuesday, `May said` may be by May."""
    if not word[0].isupper():
        return False
    word = word.removesuffix("'s").removesuffix("’s")
    return (
        word in lex.CALENDAR
        and (word in lex.WEEKDAYS or word not in lex.GIVEN)
        and names.key(word) not in state.people.by_last
    )


# Articles that do not stand before a subject: heißt es in dem Beschluss, laut der Behörde.
_DATIVE = frozenset({"dem", "den", "des", "einem", "einer", "eines", "diesem", "dieser"})
_OF_HIM_OR_HER = {"ihrer": "sie", "ihrem": "sie", "seiner": "er", "seinem": "er"}
_TAKES_DATIVE = frozenset({"in", "laut", "von", "aus", "zufolge"})


def _led_by(tokens: list[Token], i: int) -> str:
    return tokens[i - 1][0].lower() if i else ""


def _is_owner(text: str, named: persons.Named, end: int) -> bool:
    """`Prime Minister Jane Doe's office`: what she owns speaks, not she."""
    return named.end + 3 < end and text[named.end : named.end + 2] in ("'s", "’s")


_SERVED = re.compile(r"(?:\b(?:de|du|des|von|vom|der|für|pour)|\bd['’])\s?$")


def _is_served(state: State, named: persons.Named, start: int) -> bool:
    """`un porte-parole de Jeanne Doe`: who speaks for her; no `ministre de la Culture Jeanne Doe`, her own role."""
    begins = named.role_start if named.role_start >= 0 else named.start
    return begins > start + 5 and _SERVED.search(state.text, start, begins) is not None


# `a spokesperson for Attorney General Jane Doe`, right before her name: who speaks for her, not she.
_FOR_ANOTHER = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|lawyers?|attorneys?|aides?|advis[eo]rs?|counsel|representatives?|ally|allies"
    r"|friends?|critics?) (?:for|to|of) (?:(?:the|former|then) )?(?:[A-Z][\w.'’-]* ){0,6}$"
)


_SERVING = frozenset({"for", "to", "of"})
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
    if (
        len(words) > 1
        and state.language == "en"
        and any(word.endswith("ing") and before in verbs.PREPOSITIONS for before, word in pairwise(words))
    ):
        return False  # any city department from using cameras
    if state.language != "en" or names.key(first) in state.people.by_last:
        return True
    if (low in _NOBODY and not verbs.is_article(low, "en")) or (
        low.endswith("ly") and len(low) > 4 and low not in ("family", "assembly", "italy")
    ):
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
    if comma < len(tokens) and tokens[comma][0] == "(":  # the secretary of the Workers Union (WU), Jane Doe, said
        comma = next((n + 1 for n in range(comma, min(comma + 6, len(tokens))) if tokens[n][0] == ")"), comma)
        if comma < len(tokens) and tokens[comma][3] == WORD:  # le député (Les Républicains) Jean Doe
            at = bisect_left(state.starts, tokens[comma][1])
            return state.people.named[at] if state.starts[at : at + 1] == [tokens[comma][1]] else None
    if comma + 1 >= len(tokens) or tokens[comma][0] != ",":
        return None
    start = tokens[comma + 1][1]
    named = named_in(state, start, start + (60 if state.language == "en" else 140), first=True)
    if named is None:
        return None
    begins = named.role_start if named.role_start >= 0 else named.start
    text_before = state.text[start:begins].strip()
    if state.language != "en" and _is_second_role(state.text[start : named.start]):
        begins = start  # der Vorsitzende, der Beauftragte für Datenschutz Dr. Jean Doe, …
    if (
        begins > start + 6
        or text_before in ("comme", "wie", "avec", "mit", "dont")
        or text_before.rstrip(".") in lex.SEVERAL  # the lawmakers, Sens. Jane Doe and Tom Roe, wrote
        or not (after or _CLOSED.match(state.text, named.end))
    ):
        return None
    return named


def _is_second_role(words: str) -> bool:
    return (
        "," not in words
        and words[:3].lower() in ("der", "die", "le ", "la ")
        and any(map(names.is_role, words.split()))
    )


_CLOSED = re.compile(r"(?: \([^()\n]{1,40}\))?[,:]")  # la rapporteure, Jeanne Doe (LFI), a déclaré


def owner_of_role(state: State, start: int, end: int) -> Speaker | None:
    """The person behind whose name a role stands at `start:end`: `Jane Doe, Acme’s head of policy`."""
    n = bisect_left(state.starts, start) - 1
    one = state.people.named[n] if n >= 0 else None
    if one is None or one.end > start or start - one.end > _LONGEST_ROLE:
        return None
    ends = one.role_end
    if ends < 0 and one.role_start >= 0 and state.language == "en" and state.text[one.end : one.end + 2] == ", ":
        ends = role_right(state.text, one.end)[1]  # Rep. Jane Doe, chair of the Committee on Science and Technology
    return speaker_for(state, one) if ends >= end else None


_LONGEST_ROLE = 160  # characters


def _inside_role(state: State, at: int) -> persons.Named | None:
    """The person in whose role the words stand: `Minister for Data and Technology, Jane Doe`, read at `Technology`."""
    n = bisect_left(state.starts, at)
    one = state.people.named[n] if n < len(state.starts) else None
    return one if one is not None and 0 <= one.role_start <= at else None


_AHEAD = 4  # tokens


def _named_ahead(state: State, tokens: list[Token], i: int) -> persons.Named | None:
    """`Australian fielding coach Jane Doe`: the person a demonym and plain words lead up to."""
    for n in range(i + 1, min(i + _AHEAD, len(tokens))):
        word, start, _, kind = tokens[n]
        at = bisect_left(state.starts, start)
        if at < len(state.starts) and state.starts[at] == start:
            return state.people.named[at]
        if kind != WORD or word[0].isupper() or word in verbs.ENGLISH or word in verbs.PREPOSITIONS or word in verbs.BE:
            return None
    return None


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


_FOR_A_BODY = re.compile(r"(?:an?|the|one) (?:[a-z-]+ ){0,2}spokes(?:man|woman|person)\b")
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
    if word == "it" and state.salient and _FOR_A_BODY.match(state.salient[-1].name):
        return state.salient[-1]  # a spokesman for the ministry said; it added
    if word in ("it", "es", "who"):
        things = [one for one in state.salient[-4:] if not one.person] + ([state.thing] if state.thing else [])
        if not things and word == "it":  # Acme said …; it added: any word with a capital may be a person's name
            things = [one for one in state.salient[-4:] if " " not in one.name and not is_known(state, one)]
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
