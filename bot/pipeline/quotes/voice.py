"""The subject of a German or French sentence, by a positive sign: a person, a role, a body, a document that speaks.

Word order tells too little there: German puts anything before the verb and writes every noun with a capital.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from bot.pipeline import lexicon as lex
from bot.pipeline.names import is_role, key
from bot.pipeline.quotes import able, subjects, verbs
from bot.pipeline.quotes import tokens as tk
from bot.pipeline.quotes.state import State
from bot.pipeline.quotes.tokens import WORD, Token
from bot.pipeline.text import word_set

Range = tuple[int, int]

_NOMINATIVE = {
    "de": word_set(
        "der die das ein eine sein seine ihr ihre dieser diese dieses unser unsere mehrere viele einige beide"
    ),
    "fr": word_set("le la les l' l’ un une ce cet cette ces son sa ses leur leurs plusieurs des deux trois"),
}
_OBLIQUE = word_set(
    "dem den des einem einen eines ihrer ihrem ihren ihres seiner seinem seinen seines unserer unserem unseren keinem "
    "diesem diesen jedem jeden welchem welchen du au aux"
)
_ADJECTIVES = 3  # lower-case words between an article and its noun
_FRENCH_BEFORE_NOUN = word_set(
    "nouveau nouvelle nouveaux nouvelles ancien ancienne jeune jeunes grand grande grands grandes premier première "
    "même mêmes autre autres futur future principal principale haut haute vice petit petite deux trois quatre"
)
_LEADING = verbs.PREPOSITIONS | word_set(
    "gegenüber wie laut wegen trotz statt anstatt angesichts aufgrund dank neben innerhalb außerhalb gemäß "
    "einschließlich hinsichtlich bezüglich zwischen ohne um bis ab samt seitens nebst mithilfe devant derrière sauf "
    "excepté durant dès près selon d'après d’après après avant depuis pendant malgré vers hors comme parmi voire "
    "auprès face grâce concernant suivant outre jusque envers via d' d’"
)
_PRONOUNS = {"de": frozenset({"er", "sie"}), "fr": frozenset({"il", "elle", "ils", "elles"})}
_CUT = frozenset({".", ";", ":", "!", "?"})


def subject(state: State, tokens: list[Token], lo: int, hi: int, verb: int = -1) -> Range | None:
    """The words that may be the subject and can speak; None where nothing can.

    The first such words, or those right beside the verb of speech at `verb`.
    """
    first: Range | None = None
    # Die Branche wächst, sagte Doe: one comma right before the verb parts what is told from who tells it
    told = verb > lo and tokens[verb - 1][0] == "," and sum(tokens[n][0] == "," for n in range(lo, verb)) == 1
    for found in subjects_in(state, tokens, lo, hi):
        if verb < 0 or found[0] == verb + 1:
            return found
        if state.language == "de":
            if found[0] <= lo + 1 and not told:
                return found  # German verbs stand second: what begins the sentence is their subject
        elif found[1] < verb and _up_to(tokens, found[1] + 1, verb, state.language):
            return found
        first = first or found
    return first


def _up_to(tokens: list[Token], i: int, verb: int, language: str) -> bool:
    """Whether only auxiliaries, pronouns and an adverb stand between a subject and its verb."""
    if verb - i > _MOST_BETWEEN:
        return False
    return all(
        tokens[n][3] == WORD
        and (
            tokens[n][0].lower() in verbs.AUXILIARIES[language]
            or tokens[n][0].lower() in verbs.SKIPPED
            or tokens[n][0].lower() in _BETWEEN
            or tokens[n][0].endswith("ment")
        )
        for n in range(i, verb)
    )


_MOST_BETWEEN = 4  # tokens
_BETWEEN = word_set("lui leur en y ne pas d’emblée d'emblée vite très bien donc enfin ainsi notamment même jugé dit")


def subjects_in(state: State, tokens: list[Token], lo: int, hi: int) -> Iterator[Range]:
    """Every place in the tokens where words stand that may be a subject and can speak."""
    if lo >= hi:
        return
    lo = subjects.after_dateline(tokens, lo, hi)
    if lo >= hi:
        return
    named = _names(state, tokens[lo][1], tokens[hi - 1][2])
    language = state.language
    past = led = -1
    inside = False
    for i in range(lo, hi):
        word, start, _, kind = tokens[i]
        if word in ("(", ")"):
            inside = word == "("
        if kind != WORD or start < past or inside:
            continue
        if start in named:
            end = past = named[start]
            last = next((n for n in range(i, hi) if tokens[n][2] >= end), hi - 1)
            if i - 2 == led and tokens[i - 1][0] == ",":
                continue  # devant le président, Jean Doe
            if not is_led_in(tokens, i, lo, language) and not _owns(tokens, last, hi, language):
                yield i, last
            continue
        low = word.lower()
        if low in _PRONOUNS[language]:
            if low != "sie" or i == lo or not tokens[i - 1][0][0].isupper():
                yield i, i
            continue
        found = _phrase(state, tokens, i, lo, hi)
        if found is None or (i <= led and found[0] == found[1]):
            continue
        joined = i - 2 == led and tokens[i - 1][0] in ("et", "und", "ou", "oder")  # par trois ministres et deux élus
        if joined or is_led_in(tokens, i, lo, language):
            led = found[1]
        else:
            yield found


def is_name_end(state: State, tokens: list[Token], i: int) -> bool:
    """Whether the name of a person the article knows ends at token `i`."""
    return i >= 0 and tokens[i][3] == WORD and key(tokens[i][0]) in state.people.by_last


def _names(state: State, start: int, end: int) -> dict[int, int]:
    """Where people are named between two places, by where the name or the role in front of it begins."""
    found: dict[int, int] = {}
    n = bisect_left(state.starts, start)
    while n < len(state.starts) and state.starts[n] < end:
        one = state.people.named[n]
        found[one.start] = one.end
        if one.role_start >= start:
            found[one.role_start] = one.end
        n += 1
    return found


def _phrase(state: State, tokens: list[Token], i: int, lo: int, hi: int) -> Range | None:
    """The noun phrase at `i`, when its noun can speak."""
    word = tokens[i][0]
    low = word.lower()
    language = state.language
    elided = language == "fr" and low[:2] in ("l'", "l’") and len(low) > 2
    if elided:
        if not able.french(word[2:]):
            return None
    elif low in _NOMINATIVE[language]:
        head = _head(tokens, i + 1, hi, language)
        if head is None or not (able.german if language == "de" else able.french)(tokens[head][0]):
            return None
    elif not _bare(state, tokens, i, lo, language):
        return None
    if language == "fr":
        return (i, french_end(tokens, i, hi) if elided or low in _NOMINATIVE["fr"] else _capitals_end(tokens, i, hi))
    if key(word) in state.people.by_last and low not in _NOMINATIVE["de"]:
        return i, i
    return without_hearer(tokens, (i, german_end(tokens, i, hi)))


_HEARERS = re.compile(
    r"(?:zeitung|nachrichtenagentur|presse-agentur|presseagentur|magazin|blatt|rundschau|redaktion|presse|sender)$"
)


def without_hearer(tokens: list[Token], found: Range) -> Range:
    """`sagte die Ministerin der Deutschen Presse-Agentur`: who is told is no part of who speaks."""
    for n in range(found[0] + 1, found[1]):
        if tokens[n][0] in ("der", "dem") and _HEARERS.search(tokens[found[1]][0].lower()):
            return found[0], n - 1
    return found


_OTHER_VERBS = word_set(
    "fait font met mettent mis voit voient vu prend prennent pris tient tiennent tenu reste restent vient viennent "
    "venu devient deviennent rend rendent donne donnent ouvre ouvrent lit lisent sait savent vise visent compte "
    "comptent porte portent passe passent trouve trouvent présente présentent participe participent constitue "
    "constituent dispose disposent bénéficie concerne concernent prévoit prévoient permet permettent impose imposent "
    "instaure"
)
_AFTER_VERB = word_set("un une le la les l' l’ des son sa ses leur leurs ce cet cette ces que qu' qu’")
_FRENCH_LINKS = word_set("de du des d' d’ à au aux la le les l' l’ en pour et")
_LONGEST = 12  # tokens of a noun phrase


_GERMAN_LINKS = word_set("der des für von vom im in zur zum bei am")


def german_end(tokens: list[Token], i: int, hi: int) -> int:
    """The last token of the German noun phrase at `i`: its nouns, and those a genitive or a preposition adds."""
    last = i
    n = i
    seen = tokens[i][0][0].isupper() and tokens[i][0].lower() not in _NOMINATIVE["de"]
    lower = 0  # adjectives since the last noun or link
    while n + 1 < min(hi, i + _LONGEST):
        word, _, _, kind = tokens[n + 1]
        if kind != WORD:
            break
        n += 1
        if word[0].isupper() or word in able.LOWER_CASE:
            if seen and able.never(word):
                break
            last, seen, lower = n, True, 0
        elif seen and (word not in _GERMAN_LINKS and not (lower and word.endswith(("en", "er", "es", "em")))):
            break
        else:
            lower += 1
            if lower > _ADJECTIVES:
                break
    return last


def _capitals_end(tokens: list[Token], i: int, hi: int) -> int:
    while i + 1 < hi and tokens[i + 1][3] == WORD and tokens[i + 1][0][0].isupper():
        i += 1
    return i


def french_end(tokens: list[Token], i: int, hi: int) -> int:
    """The last token of the French noun phrase that begins at `i`: up to a mark, a verb, or what leads away."""
    last = i
    for n in range(i + 1, min(hi, i + _LONGEST)):
        word, _, _, kind = tokens[n]
        low = word.lower()
        if kind != WORD or low in verbs.AUXILIARIES["fr"] or low in verbs.FINITE["fr"] or low in able.TIMES:
            break
        if low in _FRENCH_LINKS or low in _FRENCH_BEFORE_NOUN:
            continue
        if low in _LEADING or low in verbs.CLAUSE_WORDS or low in verbs.SKIPPED or low in verbs.SUBJECT_PRONOUNS["fr"]:
            break
        if (low in verbs.FRENCH and low not in able.NOUNS_TOO) or low in _OTHER_VERBS:
            break
        if low[:2] in ("d'", "d’") and _INFINITIVE.search(low[2:]):
            break  # deux députés d’avoir diffusé
        following = tokens[n + 1][0].lower() if n + 1 < hi else ""
        if (
            word[0].islower()
            and n > i + 1
            and following in _AFTER_VERB
            and tokens[n - 1][0].lower() not in _FRENCH_LINKS
        ):
            break  # l’article du texte instaure une présomption
        last = n
    return last


def _head(tokens: list[Token], i: int, hi: int, language: str) -> int | None:
    """The noun behind an article: German capitals tell it, French puts it first."""
    n = i
    while n < min(hi, i + _ADJECTIVES + 1) and tokens[n][3] == WORD:
        word = tokens[n][0]
        if language == "fr":
            if word.lower() not in _FRENCH_BEFORE_NOUN:
                return n
        elif word in able.LOWER_CASE:
            return n
        elif word[0].isupper():
            while n + 1 < hi and tokens[n + 1][3] == WORD and tokens[n + 1][0][0].isupper():
                if is_role(tokens[n][0]) or able.german(tokens[n][0]):
                    break  # das Unternehmen Acme
                n += 1
            return n
        n += 1
    return None


def _bare(state: State, tokens: list[Token], i: int, lo: int, language: str) -> bool:
    """A word without an article that can be a subject: an acronym, a company, German plurals, French names."""
    word = tokens[i][0]
    if not word[0].isupper() or word in lex.OPENERS or able.never(word):
        return False
    if word in _COMPANIES or key(word) in state.people.by_last:
        return True
    if language == "de" and i > lo and tokens[i - 1][0].lower() in _PREDICATE:
        return False  # Ich bin Informatiker
    if language == "de":
        return able.german(word)
    return (i > lo or word.isupper()) and tk.is_name_word(word)


_PREDICATE = word_set("bin ist sind war waren wird werden wurde wurden als wie")
_COMPANIES = word_set(
    "OpenAI Meta Google Microsoft Apple Amazon Anthropic Nvidia Mistral Deepl DeepL SAP Siemens Twitter X xAI TikTok "
    "ByteDance Alphabet Facebook Instagram Clearview Palantir Bitkom Verdi Brüssel Berlin Paris Bruxelles Washington "
    "Peking Bercy Matignon"
)


def is_led_in(tokens: list[Token], i: int, lo: int, language: str) -> bool:
    """Whether a preposition, a genitive or a dative leads the words at `i` in, so that they are no subject."""
    if language == "de" and tokens[i][0].lower() in _GENITIVE and i > lo and _is_noun(tokens, i - 1):
        return True
    p = i - 1
    if language == "fr" and p >= lo and _INFINITIVE.search(tokens[p][0]) and tokens[p][0] not in _NO_INFINITIVE:
        return True  # avant de prévenir les Européens
    steps = 0
    while p >= lo and tokens[p][3] == WORD and steps <= _ADJECTIVES:
        low = tokens[p][0].lower()
        if low in _LEADING or low in _OBLIQUE or low[:2] in ("d'", "d’"):
            return True
        if low in _NOMINATIVE[language]:
            if low in _GENITIVE and language == "de" and p > lo and _is_noun(tokens, p - 1):
                return True
            p -= 1
            return p >= lo and tokens[p][0].lower() in _LEADING
        if not (steps < _ADJECTIVES and tokens[p][0][0].islower() and low.endswith(_INFLECTED[language])):
            return False
        if low.rpartition("’")[2] in verbs.BY_LANGUAGE[language]:
            return False  # comme l’explique la CNIL
        p -= 1
        steps += 1
    return False


_INFINITIVE = re.compile(r"^[a-zéèêàçâîôû]{2,}(?:er|ir|re)$")
_NO_INFINITIVE = word_set("notre votre autre premier dernier hier entre contre notre titre livre outre sinon encore")
_GENITIVE = frozenset({"der"})
_INFLECTED = {"de": ("en", "er", "em", "es"), "fr": ("e", "es", "al", "if", "ien")}


def _is_noun(tokens: list[Token], i: int) -> bool:
    return tokens[i][3] == WORD and tokens[i][0][0].isupper() and tokens[i][0] not in lex.OPENERS


def _owns(tokens: list[Token], last: int, hi: int, language: str) -> bool:
    """`Elon Musks Plattform`: the name owns what follows."""
    return (
        language == "de"
        and tokens[last][0].endswith("s")
        and last + 1 < hi
        and tokens[last + 1][3] == WORD
        and tokens[last + 1][0][0].isupper()
    )


def may_speak(words: list[str], language: str, sure: bool) -> bool:
    """Whether words that are no known name can be somebody. `sure`: they stand right behind a verb of speech."""
    first = words[0]
    low = first.lower()
    if (low in _LEADING and low not in ("von", "van", "de")) or low in verbs.CLAUSE_WORDS:
        return False
    if len(words) == 1:
        if able.never(first) or first in lex.OPENERS:
            return False
        if first[0].isupper():
            return True
        return first[1:2] in "'’" and able.french(first[2:]) if language == "fr" else False
    nouns = [word for word in words if word[0].isupper() or word in able.LOWER_CASE] if language == "de" else words
    if language == "de":
        if not nouns:
            return False
        if first[0].islower() and low not in _NOMINATIVE["de"] and low not in _OBLIQUE and not low.endswith(("n", "e")):
            return False
        if low in _NOMINATIVE["de"] or low in _OBLIQUE or first[0].islower():
            return any(able.german(noun) for noun in nouns[:4]) or (sure and not able.never(nouns[0]))
        if able.never(first):
            return False
        return any(able.german(noun) for noun in nouns[:3]) or not any(w[0].islower() for w in words)
    pieces = [word[2:] if word[1:2] in ("'", "’") else word for word in words]
    if low in _NOMINATIVE["fr"] or low in _OBLIQUE or first[1:2] in ("'", "’"):
        return any(able.french(word) for word in pieces[:4] if word.lower() not in _NOMINATIVE["fr"]) or (
            sure and not able.never(pieces[1] if low in _NOMINATIVE["fr"] else pieces[0])
        )
    return not able.never(first) and (first[0].isupper() or able.french(pieces[0]) or is_role(pieces[0]))
