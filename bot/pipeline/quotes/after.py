"""Attribution right behind a quotation: `said Donelan`, `she said`, `Smith, the chair, said`."""

from __future__ import annotations

from bot.pipeline import lexicon as lex
from bot.pipeline.quotes import noun_phrases, subjects, verbs
from bot.pipeline.quotes import tokens as tk
from bot.pipeline.quotes.subjects import Range
from bot.pipeline.quotes.tokens import MARK, QUOTE, WORD, Token


def after_quote(
    tokens: list[Token], k: int, hi: int, known: frozenset[str], language: str
) -> tuple[Range, int, int] | None:
    """Attribution right behind the quotation at `k`: `said Donelan`, `she said`, `Smith, the chair, said`.

    Returns the subject and the token range of the attribution.
    """
    a = k + 1
    while a < hi and tokens[a][3] == MARK and tokens[a][0] in (",", "-", "–", "—", "--"):
        a += 1
    if a >= hi or tokens[a][3] != WORD:
        return None
    lower = tokens[a][0].lower()
    if lower in ("according", "laut", "selon"):
        b = a + 2 if lower == "according" else a + 1
        found = noun_phrases.phrase_right(tokens, b, hi, language)
        return (found, a, found[1]) if found else None
    if language == "de" and lower == "so":  # „…“, so Weber
        found = noun_phrases.phrase_right(tokens, a + 1, hi, language)
        return (found, a, found[1]) if found and _plausible(tokens, found, language) else None
    if language == "de" and lower in ("heißt", "hieß") and a + 3 < hi and tokens[a + 1][0] == "es":
        found = noun_phrases.phrase_right(tokens, a + 3, hi, language)  # heißt es in der Stellungnahme
        return (found, a, found[1]) if found else None
    start = a
    if language == "fr" and lower.rpartition("-")[2] in verbs.SUBJECT_PRONOUNS["fr"]:
        said = a + 1 if a + 1 < hi and tokens[a + 1][0].lower() in known else a
        return (a, a), a, said  # a-t-il ajouté, explique-t-elle
    while (
        a < hi
        and tokens[a][3] == WORD
        and (
            tokens[a][0].lower() in verbs.SKIPPED
            or tokens[a][0].lower() in verbs.AUXILIARIES[language]
            or tokens[a][0].lower() in ("as", "so", "wie", "comme")
            or lower == "was"
        )
    ):
        a += 1
    if a >= hi or tokens[a][3] != WORD:
        return None
    lower = tokens[a][0].lower()
    if (
        lower not in known
        and lower.endswith("ed")
        and tokens[k][0] in ",?!—–-"
        and a + 1 < hi
        and tokens[a][0][0].islower()
    ):
        found = noun_phrases.phrase_right(tokens, a + 1, hi, language)  # an unlisted verb: exhorted the actress
        if found and _plausible(tokens, found, language) and (found[1] + 1 >= hi or tokens[found[1] + 1][3] != WORD):
            return found, start, found[1]
    if (
        lower in known
        and tokens[a][0][0].islower()
        and not lower.endswith("ing")
        and subjects.is_speech(tokens, a, known)
        and lower not in verbs.BASE
    ):
        b = a + 1
        while b < hi and tokens[b][3] == WORD and tk.is_adverb(tokens[b][0]):
            b += 1
        found = noun_phrases.phrase_right(tokens, b, hi, language)
        if lower in _DONE_TO and found and _is_object(tokens, found):
            return None
        if found and _plausible(tokens, found, language) and not _goes_on(tokens, found[1] + 1, hi):
            return found, start, found[1]
        return None
    if language != "en" and tokens[k + 1][0] == "," and lower not in known and tokens[a][0].islower():
        b = a + 1
        while b < min(hi, a + 3) and tokens[b][0].lower() in _FILLERS:
            b += 1
        found = noun_phrases.phrase_right(
            tokens, b, hi, language
        )  # an unlisted verb: bringt es Ministerin Doe auf den Punkt
        if found and found[0] < found[1] and tk.is_name_word(tokens[found[1]][0]) and not _links(lower):
            return found, start, found[1]
    if lower.endswith("ing") and lower in known:
        return None
    if lower in (
        "and",
        "but",
        "or",
        "which",
        "that",
        "who",
        "to",
        "in",
        "on",
        "for",
        "while",
        "when",
        "because",
        "after",
        "before",
        "with",
        "is",
        "was",
        "are",
        "were",
        "from",
        "by",
        "at",
        "of",
        "if",
        "than",
        "about",
        "und",
        "et",
        "ou",
        "que",
        "dass",
        "where",
        "during",
        "without",
        "into",
    ):
        return None
    limit = min(hi, a + 40)
    loose = tokens[k][0] in ",?!—–-"
    for v in range(a, limit):
        word, _, _, kind = tokens[v]
        if kind == QUOTE:
            return None
        if kind == MARK and word in ":;":
            return None
        if kind != WORD or v == a:
            continue
        speech = subjects.is_speech(tokens, v, known) and not word.lower().endswith("ing")
        if speech or (
            loose
            and word.endswith("ed")
            and _at_end(tokens, v, hi)
            and word[0].islower()
            and tokens[v - 1][0] not in ("the", "a", "an")
        ):
            subject = subjects.of_verb(tokens, v, a, language)
            if subject is not None and subject[0] > a + 3 and _one_phrase(tokens, a, v):
                subject = (a, v - 1)
            if subject is None or subject[0] > a + 3:
                if not speech:
                    continue
                if word.lower() in verbs.DOUBTFUL:
                    continue
                return None
            if word.lower() in verbs.DOUBTFUL and subject[1] != v - 1 and tokens[v - 1][0] != ",":
                continue
            return subject, start, v
        following = tokens[v + 1][0] if v + 1 < hi else ""
        if (
            word.lower() in ("is", "was", "are", "were")
            and tokens[v - 1][0] != ","
            and not following.endswith("ed")
            and following.lower() not in known
        ):
            # a new clause, “...” Smith is ..., unless it is a relative one
            return _who_is(tokens, a, v, limit, known, language, start)
    return None


_MODALS = frozenset({"could", "would", "will", "should", "can", "may", "might", "must", "has", "had", "have"})


_FILLERS = frozenset({"es", "sich", "auch", "dazu", "weiter", "en", "aussi", "encore", "ainsi"})


def _links(word: str) -> bool:
    return (
        word in verbs.PREPOSITIONS or word in verbs.CLAUSE_WORDS or word in verbs.DETERMINERS or word in verbs.SKIPPED
    )


def _goes_on(tokens: list[Token], i: int, hi: int) -> bool:
    """`... said the candidate could win`: what follows the verb is its clause, not its subject."""
    return i < hi and (subjects.bare(tokens, i) in _MODALS or subjects.bare(tokens, i) in verbs.BE)


def _one_phrase(tokens: list[Token], a: int, v: int) -> bool:
    """Words only, marks in brackets aside: `the ministry's (MoC) spokeswoman Jane Doe said`."""
    bracket = False
    for word, _, _, kind in tokens[a:v]:
        if word in ("(", ")"):
            bracket = word == "("
        elif (kind != WORD or word in verbs.CLAUSE_WORDS) and not bracket and word not in ("and", "that"):
            return False
    return True


def _at_end(tokens: list[Token], v: int, hi: int) -> bool:
    """An unlisted verb counts as one of speech only when no object follows."""
    return v + 1 >= hi or tokens[v + 1][3] != WORD or subjects.bare(tokens, v + 1) in verbs.PREPOSITIONS


def _who_is(
    tokens: list[Token], a: int, v: int, limit: int, known: frozenset[str], language: str, start: int
) -> tuple[Range, int, int] | None:
    """`Smith, who is the chair, said`: go on only inside a relative clause."""
    if tokens[v - 1][0].lower() not in ("who", "which", "that"):
        return None
    for w in range(v + 1, limit):
        if tokens[w][3] == QUOTE:
            return None
        if subjects.is_speech(tokens, w, known) and tokens[w - 1][0] == ",":
            subject = subjects.of_verb(tokens, w, a, language)
            return (subject, start, w) if subject and subject[0] <= a + 3 else None
    return None


_DONE_TO = frozenset({"welcomed", "praised", "criticised", "criticized", "condemned", "denounced", "dismissed"})


def _is_object(tokens: list[Token], found: Range) -> bool:
    """`who has called it “…”, welcomed the vote`: what the verb is done to; no name, no role says who speaks."""
    words = [tokens[n][0] for n in range(found[0], found[1] + 1)]
    return words[0].lower() in verbs.DETERMINERS and not any(
        tk.is_name_word(word) or word.lower().removesuffix("s") in lex.ROLE_HEADS for word in words
    )


def _plausible(tokens: list[Token], found: Range, language: str) -> bool:
    first = tokens[found[0]][0]
    lower = first.lower()
    if lower in verbs.SUBJECT_PRONOUNS[language]:
        return lower != "you"
    if (
        lower in ("it", "that", "this", "there", "so", "what", "him", "her", "them", "me", "us")
        and found[0] == found[1]
    ):
        return False
    return tk.is_name_word(first) or lower in verbs.DETERMINERS or first[0].islower() or first in lex.OPENERS
