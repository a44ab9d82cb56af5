"""Who a role without a name means: `the minister`, `la ministre de la Culture`, `der Digitalminister`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from bot.pipeline import lexicon as lex
from bot.pipeline import names
from bot.pipeline import people as persons
from bot.pipeline.names import Gender
from bot.pipeline.quotes import verbs
from bot.pipeline.quotes.state import Speaker, State, speaker_for


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


_ARTICLES = frozenset({"the", "der", "die", "dem", "den", "le", "la", "l", "l'", "l’"})
_LONGEST_REFERENCE = 10  # words
_APOSTROPHES = ("'", "’")
_ELISION = re.compile(r"^[ld]['’](?=\w)")


def _apart(words: list[str]) -> list[str]:
    """Elided articles as words of their own: `l’eurodéputé`, `chargée de l’industrie`."""
    if not any(word[1:2] in _APOSTROPHES for word in words):
        return words
    return [piece for word in words for piece in ((word[:2], word[2:]) if _ELISION.match(word) else (word,))]


_SMALL = verbs.PREPOSITIONS | verbs.DETERMINERS | _ARTICLES | frozenset({"d'", "d’", "and", "und", "et"})
_STOPS_HEAD = verbs.PREPOSITIONS | frozenset({"d'", "d’"}) | frozenset({"and", "or", "who", "und", "et"})


_GERMAN_ENDINGS = tuple(lex.GERMAN_ROLE_ENDINGS)


@lru_cache(maxsize=1024)
def _spelled_out(role: str) -> str:
    words = _apart(role.lower().replace(".", " ").replace(",", " ").split())
    words += [word.removeprefix(whole) for word in words for whole in _GERMAN_WHOLES if word.startswith(whole)]
    words += [
        ending
        for word in words
        if word.endswith(_GERMAN_ENDINGS)
        for ending in lex.GERMAN_ROLE_ENDINGS
        if word.endswith(ending) and word != ending
    ]
    return " ".join([*words, *(other for word in words for other in _ALSO.get(word, ()))])


_GERMAN_WHOLES = ("bundes", "landes", "vize", "ex-", "eu-")  # Bundesdigitalminister is the Digitalminister too

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


def definite(state: State, words: list[str], at: int, titled: bool) -> Speaker | None:
    """`the minister`: the last person named before whose role has that word."""
    words = _apart(words)
    if words[0] not in _ARTICLES or not 2 <= len(words) <= _LONGEST_REFERENCE:
        return None
    stop = next(
        (
            n
            for n, word in enumerate(words)
            if n and (word in _STOPS_HEAD or (state.language == "de" and word in ("der", "des")))
        ),
        len(words),
    )
    wanted = set(words[1:stop])
    called_anew = state.language == "en" and (words[stop - 1] in _ANEW or any(map(_AGE.fullmatch, wanted)))
    called_anew = called_anew and not any(word in state.people.by_last for word in words[1 : stop - 1])  # the Doe actor
    if called_anew and stop == len(words) and not _matches(state, words[stop - 1], wanted, at):
        return _named_just_now(state, at)  # Jane Doe sang. The veteran performer said
    if not names.is_role(words[stop - 1]) or any(word[-1] == "s" and word[:-1] in lex.ROLE_HEADS for word in wanted):
        return None
    wanted.update(word for word in words[stop:] if word not in _SMALL)
    head = words[stop - 1]
    matches = _matches(state, head, wanted, at)
    if not matches and state.language == "en":  # the Democratic governor: what a role beside a name leaves out
        bare = wanted - _ALLEGIANCES
        matches = _matches(state, head, bare, at) if bare != wanted else matches
    if not matches and state.language == "de":
        matches = _compound(state, head, wanted, at)
    if not matches and state.language == "de" and head.endswith(_CALLED_AGAIN):
        return _just_spoken_of(state, "she" if head.endswith("in") else "he")  # die SPD-Politikerin
    if not matches and state.language != "en":
        anew = _called_anew(state, words[0], head)
        if anew is not None:
            return anew
    if not matches and state.language == "en" and stop == len(words) > _ARTICLE_AND_HEAD:
        beside = _beside(state, words[1:-1], at)
        if beside is not None:
            return beside
    if not matches:
        compound = state.language == "de" and words[stop - 1] not in lex.ROLE_HEADS  # der Bundesdigitalminister
        return _only_one(state, at) if titled and (stop > 2 or compound) else None
    if len(matches) > 1:  # the minister is no prime minister where there is another
        plain = {name: one for name, one in matches.items() if _RANKS.isdisjoint(one.role.lower().split())}
        matches = plain if len(plain) == 1 and _RANKS.isdisjoint(wanted) else matches
    if len(matches) > 1:  # of several senators it is the one just spoken of
        last = next((one for one in reversed(state.salient[-_RECENT:]) if one.person), None)
        return last if last is not None and last.name in matches else None
    named = next(iter(matches.values()))
    return speaker_for(state, state.people.fullest(named.name, named.start, named.gender) or named)


# What newspapers call somebody a second time, where no role does: the Ohio Republican, the 77-year-old, the star.
_ANEW = frozenset(
    {
        "republican",
        "democrat",
        "conservative",
        "liberal",
        "progressive",
        "performer",
        "singer",
        "rapper",
        "legend",
        "star",
    }
    | {"musician", "actor", "actress", "artist", "icon", "beatle", "billionaire", "tycoon", "mogul", "entrepreneur"}
    | {"congressman", "congresswoman", "lawmaker", "legislator", "parliamentarian"}
    | {"native", "veteran", "politician", "heavyweight", "frontman", "songwriter", "comedian", "novelist", "laureate"}
)
_AGE = re.compile(r"\d{2}-year-old")
_ALLEGIANCES = frozenset(word.lower() for word in lex.DEMONYMS) | {
    *(
        "democrat",
        "republican",
        "progressive",
        "independent",
        "socialist",
        "green",
        "incumbent",
        "first-term",
        "sitting",
    )
}
_CALLED_AGAIN = ("politiker", "politikerin", "chef", "chefin")  # whoever was just spoken of: der Behördenchef


_HE_OR_SHE: dict[str, Gender] = {"der": "he", "die": "she", "le": "he", "la": "she"}


def _named_just_now(state: State, at: int) -> Speaker | None:
    """The person a text names who spoke or was the subject last; where nobody was yet, the one named last."""
    recent = [one for one in state.salient[-_JUST_NOW:] if one.person]
    if recent:
        return recent[-1] if recent[-1].name in state.people.starts else None
    before = bisect_left(state.starts, at) - 1
    return speaker_for(state, state.people.named[before]) if before >= 0 else None


_ARTICLE_AND_HEAD = 2
_BESIDE = 60  # characters in front of a name


def _beside(state: State, fields: list[str], at: int) -> Speaker | None:
    """`the Acme leader`, where only `Acme lawmaker Jane Doe` was spoken of: the body stood in front of the name."""
    found: dict[str, Speaker] = {}
    for one in (*state.salient[-_RECENT:], _named_just_now(state, at)):
        named = state.people.starts.get(one.name) if one is not None and one.person else None
        if one is None or not named or one.name in found:
            continue
        ahead = state.text[max(0, named[0] - _BESIDE) : named[0]].rpartition(". ")[2]
        if set(_WORD.findall(ahead.lower())).issuperset(fields):
            found[one.name] = one
    return next(iter(found.values())) if len(found) == 1 else None


_WORD = re.compile(r"[\w’'-]+")


def _called_anew(state: State, article: str, head: str) -> Speaker | None:
    """`die Obfrau`, right after a woman was named without a role: a new word for her."""
    gender = _HE_OR_SHE.get(article, "")
    last = next((one for one in reversed(state.salient[-_JUST_NOW:]) if one.person), None)
    if (
        last is None
        or not gender
        or last.name not in state.people.starts
        or last.gender not in ("", gender)
        or last.name in state.people.roles
    ):
        return None
    return last if names.is_role(head) else None


_JUST_NOW = 2  # speakers and subjects


def _compound(state: State, head: str, wanted: set[str], at: int) -> dict[str, persons.Named]:
    """`die Datenschutzbeauftragte` is the `Beauftragte für Datenschutz`: German writes field and role as one word."""
    ending = max((one for one in lex.GERMAN_ROLE_ENDINGS if head.endswith(one) and head != one), key=len, default="")
    if not ending:
        return {}
    field = head.removesuffix(ending).rstrip("s-")
    return {
        name: one
        for name, one in _matches(state, ending, {ending} | (wanted - {head}), at).items()
        if field in one.role.lower()
    }


_RANKS = frozenset({"prime", "vice", "deputy", "first", "premier", "première", "former", "shadow"})


def _matches(state: State, head: str, wanted: set[str], at: int) -> dict[str, persons.Named]:
    """The people named before `at` whose roles have all the wanted words; the only one named after it, failing that."""
    before: dict[str, persons.Named] = {}
    later: dict[str, persons.Named] = {}
    for name, one in _by_role(state).get(head, ())[:_MOST_OF_A_KIND]:
        found = before if one.start < at else later
        if name not in found and wanted <= set(_spelled_out(one.role).split()):
            found[name] = one
    return before or (later if len(later) == 1 else {})


def _just_spoken_of(state: State, gender: Gender) -> Speaker | None:
    for one in reversed(state.salient[-_RECENT:]):
        if one.person and (not gender or one.gender in ("", gender)):
            return one
    return None


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
