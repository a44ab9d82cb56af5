"""Who a verb belongs to: the subject of a speech verb, and the main subject of a sentence, as token ranges."""

from __future__ import annotations

from bot.pipeline import lexicon as lex
from bot.pipeline.quotes import tokens as tk
from bot.pipeline.quotes import verbs
from bot.pipeline.quotes.tokens import MARK, QUOTE, WORD, Token
from bot.pipeline.text import word_set

Range = tuple[int, int]


_ADVERBIAL = word_set("in on at during by through im am bei beim dans en lors")
_BEFORE_NOUN = word_set(
    "the a an his her its their our my your no any this these those every each der die das ein of for at in on with by "
    "from about over into during between"
)


def is_speech(tokens: list[Token], i: int, known: frozenset[str]) -> bool:
    """Whether token `i` is a speech verb in the active voice."""
    word, _, _, kind = tokens[i]
    if kind != WORD:
        return False
    lower = word.lower().rstrip("'’")
    if lower not in known or (word[0].isupper() and (word in lex.GIVEN or (i > 0 and tokens[i - 1][3] == WORD))):
        return False
    if i > 0 and (
        (known is not verbs.FRENCH and tokens[i - 1][0].lower() in _BEFORE_NOUN)
        or tokens[i - 1][0].endswith(("’s", "'s"))
    ):
        return False
    if lower == "said" and i > 0 and tokens[i - 1][0] in ("be", "is"):
        return False
    if lower in verbs.PASSIVE_HEARER and i > 0:
        k = i - 1
        while k > 0 and tokens[k][0].lower() in verbs.SKIPPED:
            k -= 1
        if tokens[k][0].lower() in verbs.BE or tokens[k][0].endswith(("n’t", "n't")):
            return False
    return True


def _bare(tokens: list[Token], i: int) -> str:
    return tokens[i][0].lower()


def of_verb(tokens: list[Token], v: int, lo: int, language: str) -> Range | None:
    """The subject of the verb at `v`, looked for to its left and not before token `lo`."""
    j = v - 1
    while (
        j >= lo
        and tokens[j][3] == WORD
        and (
            (
                tokens[j][0] in verbs.SKIPPED
                or (j == lo and _bare(tokens, j) in verbs.SKIPPED and tokens[j][0] != "Will")
            )
            or _bare(tokens, j) in verbs.BE
            or _bare(tokens, j) in verbs.AUXILIARIES[language]
            or _bare(tokens, j) == "to"
            or (_bare(tokens, j).endswith("ly") and tokens[j][0][0].islower() and len(tokens[j][0]) > 4)
        )
    ):
        j -= 1
    if j < lo:
        return None
    word, _, _, kind = tokens[j]
    lower = word.lower()
    inverted = _inverted(tokens, v, language) if word == "," or kind == QUOTE else None
    if inverted is not None:
        return inverted
    if kind == QUOTE:
        return None
    if kind == WORD and lower in ("who", "which", "that"):
        k = j - 1
        if k >= lo and tokens[k][0] == ",":
            k -= 1
        if k >= lo:
            return _antecedent(tokens, k, lo, language)
        return None
    if (
        kind == WORD
        and j > lo
        and lower in verbs.DOUBTFUL
        and lower in verbs.ENGLISH
        and (
            (tk.is_name_word(tokens[j - 1][0]) and tokens[j - 1][3] == WORD)
            or _bare(tokens, j - 1) in verbs.SUBJECT_PRONOUNS[language]
        )
    ):
        return of_verb(tokens, j, lo, language)  # which Will claims affirmed ...
    if kind == WORD and lower not in verbs.CLAUSE_WORDS and lower not in ("this", "these", "it's"):
        found = tk.phrase_left(tokens, j, lo, language)
        if (word in lex.CALENDAR or found) and (j if found is None else found[0]) - 2 >= lo:
            # Beck has in the past described ...; Obama on Monday said ...: step over the adverbial
            before = (j if found is None else found[0]) - 1
            if _bare(tokens, before) in _ADVERBIAL or (word in lex.CALENDAR and found is None):
                return of_verb(
                    tokens,
                    before + (word in lex.CALENDAR and _bare(tokens, before) not in _ADVERBIAL),
                    lo,
                    language,
                )
        if found and _whole(tokens, found):
            return found
        if found and _bare(tokens, found[0]) in ("who", "which", "that"):
            return None
    if (kind == MARK and word in (",", "-", "–", "—", ")")) or kind == WORD:
        return main(tokens, lo, v, language)
    return None


_INVERTING = word_set("said says wrote writes added argued explained noted sagte erklärte sagt dit déclare explique")


def _inverted(tokens: list[Token], v: int, language: str) -> Range | None:
    """`And the rules, said Smith, who chairs the panel, do not ...`: the subject stands behind the verb."""
    if _bare(tokens, v) not in _INVERTING or v + 1 >= len(tokens) or tokens[v + 1][3] != WORD:
        return None
    found = tk.phrase_right(tokens, v + 1, len(tokens), language)
    if found is None or not any(tk.is_name_word(tokens[n][0]) for n in range(found[0], found[1] + 1)):
        return None
    after = tokens[found[1] + 1] if found[1] + 1 < len(tokens) else None
    return found if after is None or after[0] in (",", ".", "who", ";") or after[3] == QUOTE else None


def _antecedent(tokens: list[Token], k: int, lo: int, language: str) -> Range | None:
    found = tk.phrase_left(tokens, k, lo, language)
    if found is None:
        return None
    # “Smith, a senator from Ohio, who ...”: step over an apposition to the name
    if found[0] - 1 >= lo and tokens[found[0] - 1][0] == "," and _bare(tokens, found[0]) in ("a", "an", "the"):
        before = tk.phrase_left(tokens, found[0] - 2, lo, language)
        if before and tk.is_name_word(tokens[before[1]][0]):
            return before
    return found


def _whole(tokens: list[Token], found: Range) -> bool:
    """Not a bare fragment like a lone participle."""
    i, j = found
    lower = tokens[j][0].lower()
    return not (
        i == j
        and lower[0].islower()
        and (
            (lower.endswith(("ing", "ed")) and lower not in ("king",))
            or (
                lower in verbs.DETERMINERS
                and lower not in ("one", "some", "many", "others", "another", "both", "all", "this", "that")
            )
        )
    )


_LEADS_AWAY = (
    verbs.PREPOSITIONS | verbs.CLAUSE_WORDS | frozenset({"asked", "speaking", "according", "given", "told", "pressed"})
)


def _after_dateline(tokens: list[Token], lo: int, hi: int) -> int:
    """Where the sentence begins behind `MANCHESTER, N.H. -` or `BRUSSELS (Reuters) —`."""
    first = tokens[lo][0] if lo < hi else ""
    if len(first) > 2 and first.isupper():
        for k in range(lo + 1, min(lo + 9, hi)):
            if tokens[k][0] in ("-", "–", "—", "--"):
                return k + 1
    return lo


_TIMES = word_set(
    "week month year day night morning afternoon evening earlier later today yesterday weekend hours days weeks"
)


def _after_time(tokens: list[Token], lo: int, hi: int) -> int:
    """Where the sentence begins behind `Earlier Wednesday,` or `Two weeks later,`."""
    time = False
    for k in range(lo, min(lo + 6, hi)):
        if tokens[k][0] == ",":
            return k + 1 if time else lo
        if tokens[k][3] != WORD or _bare(tokens, k) in verbs.BE:
            return lo
        time = time or tokens[k][0] in lex.CALENDAR or _bare(tokens, k) in _TIMES
    return lo


def main(tokens: list[Token], lo: int, hi: int, language: str) -> Range | None:
    """The main subject of a sentence: its first noun phrase that no preposition or conjunction leads in."""
    i = _after_time(tokens, _after_dateline(tokens, lo, hi), hi)
    fallback: Range | None = None
    while i < hi:
        word, _, _, kind = tokens[i]
        lower = word.lower()
        if kind != WORD:
            i += 1
            continue
        if lower in verbs.SUBJECT_PRONOUNS[language] and lower not in ("who", "you"):
            return (i, i)
        if i + 1 < hi and tokens[i + 1][0] == "," and word in lex.OPENERS:
            i += 2
            continue
        if (
            lower in ("and", "but", "so", "yet", "und", "aber", "et", "mais")
            or lower in verbs.SKIPPED
            or (lower.endswith("ly") and not tk.is_name_word(word))
        ):
            i += 1
            continue
        if (
            lower in _LEADS_AWAY
            or (lower.endswith(("ing", "ed")) and i == lo and not tk.is_name_word(word))
            or (i == lo and lower.endswith("ing") and word not in lex.GIVEN)
        ):
            # skip the phrase: to the comma, but remember what stands in it
            k = i + 1
            while k < hi and tokens[k][0] != "," and tokens[k][3] != QUOTE:
                if _bare(tokens, k) in verbs.SUBJECT_PRONOUNS[language] and _bare(tokens, k) not in (
                    "who",
                    "you",
                    "it",
                ):
                    if fallback is None:
                        fallback = (k, k)
                elif (
                    fallback is None
                    and lower in verbs.CLAUSE_WORDS
                    and tk.is_name_word(tokens[k][0])
                    and tokens[k][3] == WORD
                ):
                    fallback = _name_at(tokens, k, hi)
                k += 1
            if k >= hi or tokens[k][3] == QUOTE:
                return _last_before_verb(tokens, i + 1, hi, language) or fallback
            i = k + 1
            continue
        if tk.is_name_word(word) or lower in verbs.DETERMINERS or lower[0].islower() or word in lex.OPENERS:
            if tk.is_name_word(word):
                return _name_at(tokens, i, hi)
            end = i
            while end + 1 < hi and tokens[end + 1][3] == WORD:
                low = _bare(tokens, end + 1)
                if end > i and low.endswith("ed") and not _bare(tokens, end).endswith("ly"):
                    break  # a verb no list has: the former president showed ...
                if (
                    low in verbs.BE
                    or low in verbs.SKIPPED
                    or (low in verbs.ENGLISH and low not in verbs.DOUBTFUL)
                    or low in verbs.CLAUSE_WORDS
                ):
                    break
                if low in verbs.PREPOSITIONS and low not in ("of", "for", "at", "from", "in", "with"):
                    break
                end += 1
                if end - i > 10:
                    break
            return (i, end)
        i += 1
    return fallback


def _name_at(tokens: list[Token], i: int, hi: int) -> Range:
    end = i
    while (
        end + 1 < hi
        and tokens[end + 1][3] == WORD
        and (
            tk.is_name_word(tokens[end + 1][0])
            or tokens[end + 1][0] in lex.PARTICLES
            or _bare(tokens, end + 1) in lex.ROLE_HEADS
            or (_bare(tokens, end + 1) in lex.ROLE_PARTS and _bare(tokens, end + 1) != "then")
            or tokens[end + 1][0] == "of"
        )
    ):
        end += 1
    while end > i and tokens[end][0] in ("of", "de", "la", "e", "y"):
        end -= 1
    return (i, end)


def _last_before_verb(tokens: list[Token], lo: int, hi: int, language: str) -> Range | None:
    """`At the rally Trump ...`: the noun phrase right before the first plain verb, when no comma helps."""
    for k in range(lo, hi):
        if tokens[k][3] == WORD and (_bare(tokens, k) in verbs.ENGLISH or _bare(tokens, k) in verbs.BE) and k > lo:
            found = tk._simple_left(tokens, k - 1, lo, language)
            if found and (
                tk.is_name_word(tokens[found[1]][0]) or _bare(tokens, found[0]) in verbs.SUBJECT_PRONOUNS[language]
            ):
                return found
    return None


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
        found = tk.phrase_right(tokens, b, hi, language)
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
        found = tk.phrase_right(tokens, a + 1, hi, language)  # an unlisted verb: exhorted the actress
        if found and _plausible(tokens, found, language) and (found[1] + 1 >= hi or tokens[found[1] + 1][3] != WORD):
            return found, start, found[1]
    if (
        lower in known
        and tokens[a][0][0].islower()
        and not lower.endswith("ing")
        and is_speech(tokens, a, known)
        and lower not in verbs.BASE
    ):
        b = a + 1
        while b < hi and tokens[b][3] == WORD and (tokens[b][0].lower().endswith("ly") and tokens[b][0][0].islower()):
            b += 1
        found = tk.phrase_right(tokens, b, hi, language)
        if found and _plausible(tokens, found, language):
            return found, start, found[1]
        return None
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
        speech = is_speech(tokens, v, known) and not word.lower().endswith("ing")
        if speech or (
            loose
            and word.endswith("ed")
            and _at_end(tokens, v, hi)
            and word[0].islower()
            and tokens[v - 1][0] not in ("the", "a", "an")
        ):
            subject = of_verb(tokens, v, a, language)
            if subject is not None and subject[0] > a + 3 and not any(tokens[n][3] != WORD for n in range(a, v)):
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


def _at_end(tokens: list[Token], v: int, hi: int) -> bool:
    """An unlisted verb counts as one of speech only when no object follows."""
    return v + 1 >= hi or tokens[v + 1][3] != WORD or _bare(tokens, v + 1) in verbs.PREPOSITIONS


def _who_is(
    tokens: list[Token], a: int, v: int, limit: int, known: frozenset[str], language: str, start: int
) -> tuple[Range, int, int] | None:
    """`Smith, who is the chair, said`: go on only inside a relative clause."""
    if tokens[v - 1][0].lower() not in ("who", "which", "that"):
        return None
    for w in range(v + 1, limit):
        if tokens[w][3] == QUOTE:
            return None
        if is_speech(tokens, w, known) and tokens[w - 1][0] == ",":
            subject = of_verb(tokens, w, a, language)
            return (subject, start, w) if subject and subject[0] <= a + 3 else None
    return None


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
