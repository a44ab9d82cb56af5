"""Who a verb belongs to: the subject of a speech verb, and the main subject of a sentence, as token ranges."""

from __future__ import annotations

from bot.pipeline import lexicon as lex
from bot.pipeline import names
from bot.pipeline.quotes import noun_phrases, verbs
from bot.pipeline.quotes import tokens as tk
from bot.pipeline.quotes.tokens import MARK, QUOTE, WORD, Token
from bot.pipeline.text import word_set

Range = tuple[int, int]


_ADVERBIAL = word_set("in on at during by through im am bei beim dans en lors")
_BEFORE_NOUN = word_set(
    "the a an his her its their our my your no any this these those every each der die das ein of for at in on with by "
    "from about over into during between"
)


_REFLEXIVES = word_set("se s' s’ s'est s’est s'était s’était sont étaient")


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
    if lower in verbs.REFLEXIVE and known is verbs.FRENCH:
        return i > 0 and tokens[i - 1][0].lower() in _REFLEXIVES
    if lower in verbs.PASSIVE_HEARER and i > 0:
        k = i - 1
        while k > 0 and tokens[k][0].lower() in verbs.SKIPPED:
            k -= 1
        if tokens[k][0].lower() in verbs.BE or tokens[k][0].endswith(("n’t", "n't")):
            return False
    return True


def bare(tokens: list[Token], i: int) -> str:
    return tokens[i][0].lower()


def of_verb(tokens: list[Token], v: int, lo: int, language: str) -> Range | None:
    """The subject of the verb at `v`, looked for to its left and not before token `lo`."""
    j = v - 1
    while (
        j >= lo
        and tokens[j][3] == WORD
        and (
            (tokens[j][0] in verbs.SKIPPED or (j == lo and bare(tokens, j) in verbs.SKIPPED and tokens[j][0] != "Will"))
            or bare(tokens, j) in verbs.BE
            or bare(tokens, j) in verbs.AUXILIARIES[language]
            or bare(tokens, j) == "to"
            or tk.is_adverb(tokens[j][0])
        )
    ):
        j -= 1
    if j < lo:
        return None
    if j > lo and tokens[j][0] in lex.WEEKDAYS and _is_subject_end(tokens, j - 1, language):
        j -= 1  # He Tuesday said
    word, _, _, kind = tokens[j]
    lower = word.lower()
    fronted = word == "," or kind == QUOTE or (language == "de" and word in lex.OPENERS)  # Dazu erklärt Doe: ...
    inverted = _inverted(tokens, v, language) if fronted else None
    if inverted is not None:
        return inverted
    if kind == QUOTE:
        return None
    if kind == WORD and lower == "and" and (relative := _relative(tokens, j, lo)) is not None:
        j, lower = relative, "who"  # Doe, who represents the class and described
    elif kind == WORD and lower == "and" and language == "en":
        for w in range(j - 1, max(lo, j - _LONGEST_CLAUSE), -1):  # Doe noted that the rest is open and argued that
            if tokens[w][0] == "that" and w - 1 > lo and bare(tokens, w - 1) in verbs.ENGLISH:
                return of_verb(tokens, w - 1, lo, language)
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
            or bare(tokens, j - 1) in verbs.SUBJECT_PRONOUNS[language]
        )
    ):
        return of_verb(tokens, j, lo, language)  # which Will claims affirmed ...
    if kind == WORD and lower not in verbs.CLAUSE_WORDS and lower not in ("this", "these", "it's"):
        found = noun_phrases.phrase_left(tokens, j, lo, language)
        if (word in lex.CALENDAR or found) and (j if found is None else found[0]) - 2 >= lo:
            # Beck has in the past described ...; Obama on Monday said ...: step over the adverbial
            before = (j if found is None else found[0]) - 1
            if bare(tokens, before) in _ADVERBIAL or (word in lex.CALENDAR and found is None):
                return of_verb(
                    tokens,
                    before + (word in lex.CALENDAR and bare(tokens, before) not in _ADVERBIAL),
                    lo,
                    language,
                )
        if found and _whole(tokens, found):
            return found
        if found and bare(tokens, found[0]) in ("who", "which", "that"):
            return None
    if (kind == MARK and word in (",", "-", "–", "—", ")")) or kind == WORD or _is_party(tokens, j):
        return main(tokens, lo, v, language)
    return None


_LONGEST_CLAUSE = 30  # tokens of what somebody noted, up to the next verb of speech
_LONGEST_RELATIVE = 12  # tokens


def _relative(tokens: list[Token], conjunction: int, lo: int) -> int | None:
    """Where `who` stands, when the verb behind `and` is the second one of its clause; None when no clause is open."""
    for k in range(conjunction - 1, max(lo, conjunction - _LONGEST_RELATIVE) - 1, -1):
        if tokens[k][3] != WORD:
            return None
        if tokens[k][0] == "who":
            return k
    return None


def _is_party(tokens: list[Token], j: int) -> bool:
    """`Jane Doe, D-Wash. told`: a full stop that only shortens a state's name."""
    return j > 0 and tokens[j][0] == "." and tokens[j - 1][0][:2] in ("D-", "R-", "I-")


def _is_subject_end(tokens: list[Token], i: int, language: str) -> bool:
    """Whether a subject may end at token `i`, right before a weekday: a pronoun or a name."""
    word, _, _, kind = tokens[i]
    return kind == WORD and (word.lower() in verbs.SUBJECT_PRONOUNS[language] or tk.is_name_word(word))


_INVERTING = word_set("said says wrote writes added argued explained noted sagte erklärte sagt dit déclare explique")


def _inverted(tokens: list[Token], v: int, language: str) -> Range | None:
    """`And the rules, said Smith, who chairs the panel, do not ...`: the subject stands behind the verb."""
    if v + 1 >= len(tokens) or tokens[v + 1][3] != WORD or (language == "en" and bare(tokens, v) not in _INVERTING):
        return None
    found = noun_phrases.phrase_right(tokens, v + 1, len(tokens), language)
    if found is None or not any(tk.is_name_word(tokens[n][0]) for n in range(found[0], found[1] + 1)):
        return None
    after = tokens[found[1] + 1] if found[1] + 1 < len(tokens) else None
    owned = language == "en" and any(tokens[n][0].endswith(("'s", "’s")) for n in range(found[0], found[1]))
    if owned and after is not None and after[3] == QUOTE:
        return None  # said Smith's donations “call it into question”
    return found if after is None or after[0] in (",", ".", "who", ";", "(", ":") or after[3] == QUOTE else None


def _antecedent(tokens: list[Token], k: int, lo: int, language: str) -> Range | None:
    found = noun_phrases.phrase_left(tokens, k, lo, language)
    if found is None:
        return None
    # “Smith, a senator from Ohio, who ...”: step over an apposition to the name
    if found[0] - 1 >= lo and tokens[found[0] - 1][0] == "," and bare(tokens, found[0]) in ("a", "an", "the"):
        before = noun_phrases.phrase_left(tokens, found[0] - 2, lo, language)
        if before and tk.is_name_word(tokens[before[1]][0]):
            return before
    return found


def _whole(tokens: list[Token], found: Range) -> bool:
    """Not a bare fragment like a lone participle."""
    i, j = found
    lower = tokens[j][0].lower()
    return not (
        i == j
        and tokens[j][0][0].islower()
        and (
            (lower.endswith(("ing", "ed")) and lower not in ("king",))
            or (
                lower in verbs.DETERMINERS
                and lower not in ("one", "some", "many", "others", "another", "both", "all", "this", "that")
            )
        )
    )


_LEADS_AWAY = (
    verbs.PREPOSITIONS
    | verbs.CLAUSE_WORDS
    | frozenset({"asked", "speaking", "according", "given", "told", "pressed", "unless", "until", "once"})
)


def after_dateline(tokens: list[Token], lo: int, hi: int) -> int:
    """Where the sentence begins behind `MANCHESTER, N.H. -` or `BRUSSELS (Reuters) —`."""
    first = tokens[lo][0] if lo < hi else ""
    if len(first) > 2 and first.isupper():
        for k in range(lo + 1, min(lo + 9, hi)):
            if tokens[k][0] in ("-", "–", "—", "--"):
                return k + 1
    return lo


_PLACING = word_set("here there elsewhere back early late later shortly soon only just")  # Here in Columbia, ...
_TIMES = word_set(
    "week month year day night morning afternoon evening earlier later today yesterday weekend hours days weeks"
)


def _after_time(tokens: list[Token], lo: int, hi: int) -> int:
    """Where the sentence begins behind `Earlier Wednesday,` or `Two weeks later,`."""
    time = False
    for k, (word, _, _, kind) in enumerate(tokens[lo : min(lo + 6, hi)], lo):
        if word == ",":
            return k + 1 if time else lo
        if kind != WORD or (low := word.lower()) in verbs.BE:
            return lo
        time = time or word in lex.CALENDAR or low in _TIMES
    return lo


_GROUPS = word_set(
    "pac group nonprofit non-profit charity organisation organization coalition company firm startup start-up union "
    "association lobby campaign network alliance institute foundation"
)
_LONGEST_NAME = 7  # tokens of a body's name
_UP_TO_GROUP = 7  # tokens of `a well-funded super PAC`


def _body_apposed(tokens: list[Token], i: int, hi: int) -> Range | None:
    """`Leading the Future, a super PAC backed by ..., called`: a body whose name reads like the start of a phrase."""
    if i >= hi or not tokens[i][0][0].isupper():
        return None
    comma = i
    for n in range(i, min(i + _LONGEST_NAME, hi)):
        if tokens[n][0] == ",":
            comma = n
            break
    words = [tokens[n][0] for n in range(i, comma)]
    if len(words) < 2 or any(tokens[n][3] != WORD for n in range(i, comma)):
        return None
    if not all(w[0].isupper() or w[0].isdigit() or w in ("the", "of", "for", "and", "our", "to") for w in words):
        return None
    if not (words[-1][0].isupper() or words[-1].isdigit()) or comma + 2 >= hi or bare(tokens, comma + 1) not in _A:
        return None
    for n in range(comma + 2, min(comma + 2 + _UP_TO_GROUP, hi)):
        low = bare(tokens, n)
        if tokens[n][3] != WORD or low in verbs.PREPOSITIONS or low in verbs.CLAUSE_WORDS:
            return None
        if low in _GROUPS:
            head = n + 1 < hi and (  # a company lawyer is no company
                tokens[n + 1][3] == MARK
                or bare(tokens, n + 1) in verbs.PREPOSITIONS | verbs.CLAUSE_WORDS
                or bare(tokens, n + 1).endswith(("ed", "ing"))
            )
            closed = head and any(tokens[m][0] == "," for m in range(n + 1, hi))
            return (i, comma - 1) if closed else None
    return None


_A = frozenset({"a", "an", "the"})


_JOINING = frozenset({"and", "but", "so", "yet", "und", "aber", "et", "mais"})


def main(tokens: list[Token], lo: int, hi: int, language: str) -> Range | None:
    """The main subject of a sentence: its first noun phrase that no preposition or conjunction leads in."""
    i = _after_time(tokens, after_dateline(tokens, lo, hi), hi)
    body = _body_apposed(tokens, i, hi)
    if body is not None:
        return body
    fallback: Range | None = None
    while i < hi:
        word, _, _, kind = tokens[i]
        lower = word.lower()
        if kind != WORD:
            i += 1
            continue
        if lower in verbs.SUBJECT_PRONOUNS[language] and lower not in ("who", "you"):
            return (i, i + (i + 1 < hi and names.is_mr_he(word, tokens[i + 1][0])))
        if i + 1 < hi and (tokens[i + 1][0] == "," if word in lex.OPENERS else _is_day(tokens, i)):
            i += 2
            continue
        if lower in _JOINING or lower in verbs.SKIPPED or (lower.endswith("ly") and not tk.is_name_word(word)):
            i += 1
            continue
        if (
            (lower in _LEADS_AWAY and not verbs.is_article(lower, language))
            or (lower in _PLACING and i + 1 < hi and bare(tokens, i + 1) in verbs.PREPOSITIONS)
            or (lower.endswith(("ing", "ed")) and i == lo and not tk.is_name_word(word))
            or (i == lo and lower.endswith("ing") and word not in lex.GIVEN)
        ):
            # skip the phrase: to the comma, but remember what stands in it
            k = i + 1
            pronouns = verbs.SUBJECT_PRONOUNS[language]
            while k < hi and tokens[k][0] != "," and tokens[k][3] != QUOTE:
                if (low := tokens[k][0].lower()) in pronouns and low not in ("who", "you", "it"):
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
            if tk.is_name_word(word) and not _possessive(tokens, i, hi, language):
                found = _name_at(tokens, i, hi)
                return _behind_brackets(tokens, found[1], hi) or found
            end = i
            while end + 1 < hi and tokens[end + 1][3] == WORD:
                low = tokens[end + 1][0].lower()
                if low == "and" and _one_name(tokens, i, end, hi):
                    end += 2
                    continue
                if (
                    end > i
                    and low.endswith("ed")
                    and "-" not in low
                    and tokens[end + 1][0].islower()
                    and not tk.is_adverb(tokens[end][0])
                ):
                    break  # a verb no list has: the former president showed ...
                if (
                    low in verbs.BE
                    or _is_third_person(tokens, end + 1, hi)
                    or low in verbs.FINITE[language]
                    or low in verbs.SKIPPED
                    or (low in verbs.ENGLISH and low not in verbs.DOUBTFUL)
                    or low in verbs.CLAUSE_WORDS
                ):
                    break
                if low in verbs.PREPOSITIONS and low not in _OF[language]:
                    break
                end += 1
                if end - i > 10:
                    break
            return (i, end)
        i += 1
    return fallback


def _is_day(tokens: list[Token], i: int) -> bool:
    """`on Monday, September 23, the hearing called for`"""
    return tokens[i][0] in lex.CALENDAR and tokens[i + 1][0].isdigit()


def _is_third_person(tokens: list[Token], i: int, hi: int) -> bool:
    """`the order directs Minister Jane Doe`, `the company sells its`: a word in s before an article or a name."""
    word = tokens[i][0]
    if not word.islower() or not word.endswith("s") or word.endswith(("ss", "us", "is")) or i + 1 >= hi:
        return False
    if word.removesuffix("s") in lex.ROLE_HEADS or tokens[i + 1][3] != WORD:
        return False
    return tk.is_name_word(tokens[i + 1][0]) or bare(tokens, i + 1) in _A or bare(tokens, i + 1) in _OWN


_OWN = frozenset({"its", "his", "her", "their"})


_OF = {
    "en": frozenset({"of", "for", "at", "from", "in", "with"}),
    "de": frozenset({"of", "für", "von", "vom"}),
    "fr": frozenset({"de", "du", "des", "à", "au", "aux"}),
}


def _possessive(tokens: list[Token], i: int, hi: int, language: str) -> bool:
    """French `Son homologue`, not Mr. Son."""
    return language == "fr" and bare(tokens, i) in verbs.DETERMINERS and i + 1 < hi and tokens[i + 1][0].islower()


def _one_name(tokens: list[Token], i: int, end: int, hi: int) -> bool:
    """`the secretary of the Metal and Workers Union`: behind a role, `and` joins the words of one body's name."""
    return (
        end + 2 < hi
        and tk.is_name_word(tokens[end][0])
        and tokens[end + 2][3] == WORD
        and tk.is_name_word(tokens[end + 2][0])
        and any(bare(tokens, n) in lex.ROLE_HEADS and bare(tokens, n + 1) == "of" for n in range(i, end))
    )


def _name_at(tokens: list[Token], i: int, hi: int) -> Range:
    end = i
    while (
        end + 1 < hi
        and tokens[end + 1][3] == WORD
        and (
            tk.is_name_word(tokens[end + 1][0])
            or tokens[end + 1][0] in lex.PARTICLES
            or bare(tokens, end + 1) in lex.ROLE_HEADS
            or bare(tokens, end + 1).removesuffix("s") in lex.ROLE_HEADS
            or (bare(tokens, end + 1) in lex.ROLE_PARTS and bare(tokens, end + 1) != "then")
            or tokens[end + 1][0] == "of"
            or _is_district(tokens, end + 1, hi)
            or (tokens[end + 1][0] == "and" and noun_phrases.is_inside_body(tokens, end + 1, i, hi))
        )
    ):
        end += 1
    while end > i and tokens[end][0] in ("of", "de", "la", "e", "y", "and"):
        end -= 1
    return (i, end)


def _is_district(tokens: list[Token], i: int, hi: int) -> bool:
    """`Cavite | 2nd | District Rep. Jane Doe`"""
    return i + 1 < hi and tokens[i][0][0].isdigit() and bare(tokens, i + 1) == "district"


def _behind_brackets(tokens: list[Token], end: int, hi: int) -> Range | None:
    """`Acme Freedom Party (AFP) lawmaker Jane Doe`: who stands behind the short form of the body's name."""
    role = end + 4
    if role + 1 >= hi or tokens[end + 1][0] != "(" or tokens[end + 3][0] != ")" or not tokens[end + 2][0].isupper():
        return None
    found = _name_at(tokens, role, hi) if tokens[role][3] == WORD and names.is_role(tokens[role][0]) else None
    return found if found and found[1] > role and tk.is_name_word(tokens[found[1]][0]) else None


def _last_before_verb(tokens: list[Token], lo: int, hi: int, language: str) -> Range | None:
    """`At the rally Trump ...`: the noun phrase right before the first plain verb, when no comma helps."""
    for k in range(lo, hi):
        if tokens[k][3] == WORD and (bare(tokens, k) in verbs.ENGLISH or bare(tokens, k) in verbs.BE) and k > lo:
            found = noun_phrases.simple_left(tokens, k - 1, lo, language)
            if found and (
                tk.is_name_word(tokens[found[1]][0]) or bare(tokens, found[0]) in verbs.SUBJECT_PRONOUNS[language]
            ):
                return found
    return None
