"""Noun phrases beside a word: `the committee's chair Jane Doe`, `Department of Health and Human Services`."""

from __future__ import annotations

from bot.pipeline import lexicon as lex
from bot.pipeline.names import is_mr_he, is_role
from bot.pipeline.offices import FIELDS
from bot.pipeline.quotes import verbs
from bot.pipeline.quotes.tokens import MARK, QUOTE, WORD, Token, is_adverb, is_name_word
from bot.pipeline.text import word_set


def phrase_left(tokens: list[Token], j: int, lo: int, language: str) -> tuple[int, int] | None:
    """The noun phrase whose last token is `j`, as token indices; prepositions inside it are crossed."""
    span = simple_left(tokens, j, lo, language)
    steps = 0
    while span is not None and steps < 3:
        i = span[0]
        if i - 2 < lo or tokens[i - 1][0].lower() not in (
            "of",
            "for",
            "at",
            "from",
            "in",
            "with",
            "to",
            "on",
            "behind",
            "against",
            "about",
            "von",
            "vom",
            "für",
            "de",
            "du",
            "des",
            "bei",
            "der",
            "by",
            "under",
            "into",
            "over",
            "between",
            "inside",
        ):
            break
        wider = simple_left(tokens, i - 2, lo, language)
        if wider is None or tokens[wider[0]][0].lower() in verbs.SUBJECT_PRONOUNS[language]:
            break
        head = tokens[wider[1]][0]
        if (
            head.lower() in ("statement", "interview", "speech", "email", "tweet", "post")
            and tokens[wider[0] - 1][0].lower() in ("in", "at", "on")
            if wider[0] > lo
            else False
        ):
            break
        span = (wider[0], span[1])
        steps += 1
    return span


def simple_left(tokens: list[Token], j: int, lo: int, language: str) -> tuple[int, int] | None:
    if j < lo:
        return None
    word, _, _, kind = tokens[j]
    if kind == MARK and word == ")":
        k = j - 1
        while k > lo and j - k < 8 and tokens[k][0] != "(":
            k -= 1
        if tokens[k][0] != "(":
            return None
        return simple_left(tokens, k - 1, lo, language)
    if kind != WORD or word[0].isdigit():
        return None
    lower = word.lower()
    if lower in verbs.SUBJECT_PRONOUNS[language]:
        return (j, j)
    if lower in verbs.PREPOSITIONS or lower in verbs.CLAUSE_WORDS or lower in verbs.BE or lower in verbs.SKIPPED:
        return None
    i = j
    if is_name_word(word):
        while i - 1 >= lo and tokens[i - 1][3] == WORD:
            before = tokens[i - 1][0]
            if (
                is_name_word(before)
                or (
                    before in lex.PARTICLES
                    and i - 2 >= lo
                    and tokens[i - 2][3] == WORD
                    and is_name_word(tokens[i - 2][0])
                )
                or (before == "." and i - 2 >= lo)
            ):
                i -= 1
            elif before == "and" and (whole := bodies_left(tokens, i, j, lo)) < i:
                i = whole
            else:
                break
    elif not lower[0].islower() and lower not in verbs.DETERMINERS:
        return None
    # words before the head, down to a determiner
    steps = 0
    if lower in ("then", "now", "instead", "later") or (is_adverb(word) and i == j):
        return None
    while i - 1 >= lo and steps < 8 and tokens[i - 1][3] == WORD:
        before = tokens[i - 1][0]
        low = before.lower()
        if low in verbs.DETERMINERS:
            i -= 1
            if i - 1 >= lo and tokens[i - 1][0].lower() in (
                ("all", "both", "many", "some") if low in ("the", "these", "those") else ("the", "these", "those")
            ):
                i -= 1
            break
        if before.endswith(("’s", "'s", "s’", "s'")) or (before[0].isdigit() and word[0].islower() and i == j):
            i -= 1  # lawmakers from all 50 states
            steps += 1
            if low.isdigit() and i - 1 >= lo and tokens[i - 1][0].lower() == "all":
                i -= 1
            continue
        if (
            low in verbs.PREPOSITIONS
            or low in verbs.CLAUSE_WORDS
            or low in verbs.SUBJECT_PRONOUNS[language]
            or low in verbs.BE
            or low in verbs.SKIPPED
            or (low in verbs.ENGLISH and low not in verbs.DOUBTFUL)
            or before in lex.CALENDAR
            or before in lex.OPENERS
            or is_adverb(before)
            or before[0].isdigit()
        ):
            break
        i -= 1
        steps += 1
    return (i, j)


# Department of Health and Human Services; Food and Drug Administration: one body, though `and` parts other names.
_BODY_OF = word_set(
    "Department Ministry Committee Subcommittee Commission Office Institute Agency Bureau Board Council Center Centre "
    "School Faculty Association Federation Union Society Academy Organisation Organization Secretary Minister Chamber "
    "Directorate Division Court Coalition Alliance Campaign Institution Foundation Authority Administration Centers "
    "Centres Forum Network Commissioner Director Undersecretary Coordinator Ombudsman"
)
_BODY_ENDS = word_set(
    "Administration Commission Authority Agency Council Board Bureau Office Committee Subcommittee Department Ministry "
    "Institute Association Federation Foundation Centre Center Service Services Union Society Trust Fund Court "
    "Tribunal Alliance Coalition Network Academy Partnership Project Caucus Directorate Chamber Panel Commissioner"
)
_MOST_OF_BODY = 8  # tokens in front of `and`


def bodies_left(tokens: list[Token], i: int, j: int, lo: int) -> int:
    """Where the name of one body begins whose last words stand at `i:j`, behind `and`; `i` when it is no such name."""
    k = a = i - 2
    if a < lo or tokens[a][3] != WORD or not is_name_word(tokens[a][0]) or not _may_join(tokens, i, j):
        return i
    plain = a  # without the words before a comma
    while k - 1 >= lo and a - k < _MOST_OF_BODY:
        if tokens[k - 1][3] == WORD and is_name_word(tokens[k - 1][0]):
            k -= 1
            plain = k if plain == k + 1 else plain
        elif tokens[k - 1][0] == "," and k - 2 >= lo and tokens[k - 2][3] == WORD and is_name_word(tokens[k - 2][0]):
            k -= 2
        else:
            break
    before = k - 1 - (k - 1 > lo and tokens[k - 1][0] == "the")
    if before - 1 >= lo and tokens[before][0] in ("of", "for", "on") and tokens[before - 1][0] in _BODY_OF:
        return k
    if tokens[j][0] in _BODY_ENDS and _may_join(tokens, plain, a) and not _is_whole(tokens[a][0]):
        return plain
    return i


def is_inside_body(tokens: list[Token], i: int, lo: int, hi: int) -> bool:
    """Whether the `and` at token `i` stands inside the name of one body."""
    j = i + 1
    while j + 1 < hi and tokens[j + 1][3] == WORD and is_name_word(tokens[j + 1][0]):
        j += 1
    return tokens[i][0] == "and" and bodies_left(tokens, i + 1, j, lo) <= i


def _may_join(tokens: list[Token], i: int, j: int) -> bool:
    """Whether words may be part of a body's name: nobody's given name or office is among them."""
    return not any(
        tokens[n][0] in lex.GIVEN or tokens[n][0] in lex.OFFICE or (n < j and is_role(tokens[n][0]))
        for n in range(i, j + 1)
    )


def _is_whole(word: str) -> bool:
    return (word in lex.BODY_WORDS and word not in FIELDS) or word in lex.PLACES or word in lex.DEMONYMS


def body_goes_on(tokens: list[Token], i: int, j: int, hi: int) -> bool:
    """Whether a body's name goes on behind token `j`, over `and` or a comma: `the Department of Health | and Human`."""
    if j + 2 >= hi or tokens[j + 2][3] != WORD or not is_name_word(tokens[j + 2][0]) or tokens[j + 2][0] in lex.GIVEN:
        return False
    headed = any(tokens[n][0] in ("of", "for", "on") and tokens[n - 1][0] in _BODY_OF for n in range(i + 1, j + 1))
    if tokens[j + 1][0] == ",":
        return headed and tokens[j][0] in FIELDS and tokens[j + 2][0] in FIELDS
    if not is_name_word(tokens[j][0]) or tokens[j][0] in lex.GIVEN:
        return False
    if headed:
        return tokens[j][0] in FIELDS or tokens[j + 2][0] in FIELDS or tokens[j][0] in _OF_BODIES
    k = j + 2
    while k + 1 < hi and tokens[k + 1][3] == WORD and is_name_word(tokens[k + 1][0]):
        k += 1
    return (
        tokens[k][0] in _BODY_ENDS
        and _may_join(tokens, i, j)
        and _may_join(tokens, j + 2, k)
        and not _is_whole(tokens[j][0])
    )


def _has_field(tokens: list[Token], j: int, hi: int) -> bool:
    """`the Department | for Transport`, but not `the Commission | for the first time`."""
    field = j + 2 + (j + 3 < hi and tokens[j + 2][0] == "the")
    return tokens[j + 1][0] == "for" and tokens[j][0] in _BODY_OF and field < hi and is_name_word(tokens[field][0])


_OF_BODIES = frozenset({"Human", "Oversight", "Appropriations", "Ways", "Budget", "Judiciary", "Drug", "Exchange"})

_WRITTEN = frozenset(
    {"report", "study", "paper", "survey", "analysis", "review", "poll", "letter", "statement", "brief"}
)
_OBJECT_ARTICLES = frozenset({"das", "den", "dem", "ein", "einen", "einem"})
_NEVER_LAST = verbs.PREPOSITIONS | verbs.DETERMINERS


def phrase_right(tokens: list[Token], i: int, hi: int, language: str) -> tuple[int, int] | None:
    """The noun phrase that begins at token `i`, up to a mark, a verb or a preposition that leads away."""
    if i >= hi or tokens[i][3] != WORD:
        return None
    first = tokens[i][0]
    lower = first.lower()
    if lower in verbs.SUBJECT_PRONOUNS[language]:
        return (i, i + (i + 1 < hi and is_mr_he(first, tokens[i + 1][0])))
    if (
        lower in verbs.CLAUSE_WORDS
        or lower in verbs.BE
        or (lower in verbs.PREPOSITIONS and first not in ("von", "van") and not verbs.is_article(lower, language))
        or (first[0].isdigit() and not first.endswith(("old",)))
    ):
        return None
    j = i
    named = is_name_word(first)
    while j + 1 < hi and j - i < 16:
        word, _, _, kind = tokens[j + 1]
        if kind == MARK:
            if (
                word == "."
                and tokens[j + 1][1] == tokens[j][2]
                and j + 2 < hi
                and len(tokens[j][0]) <= 5
                and tokens[j][0][0].isupper()
            ):
                j += 1
                continue
            if word == "&" or (word == "," and body_goes_on(tokens, i, j, hi)):
                j += 1
                continue
            break
        if kind == QUOTE:
            break
        low = word.lower()
        if low == "and" and language == "en" and body_goes_on(tokens, i, j, hi):
            j += 2
            named = True
            continue
        if language == "de" and low in _OBJECT_ARTICLES:
            break  # kritisierte die Ministerin den Entwurf
        if language == "de" and low == "der" and named and _told_to(tokens, i, j):
            break  # sagte Doe der Agentur
        if language == "fr" and low in ("au", "aux") and not named and j + 2 < hi and tokens[j + 2][0][0].islower():
            j += 1  # la ministre déléguée au numérique
            continue
        if language == "fr" and low in ("de", "du", "des", "d'un", "d'une") and not (named and low != "du"):
            j += 1
            continue
        if low in ("of", "for", "at", "from", "with", "to", "behind") and not (
            named and low != "of" and not _has_field(tokens, j, hi)
        ):
            j += 1
            continue
        if low == "by" and tokens[j][0] in _WRITTEN and language == "en":
            j += 1  # a study by economists Jane Doe and Tom Roe
            continue
        if (
            (
                low in verbs.PREPOSITIONS
                or low in verbs.CLAUSE_WORDS
                or low in verbs.BE
                or low in verbs.SUBJECT_PRONOUNS[language]
            )
            and word not in lex.PARTICLES
            and low not in ("of",)
        ):
            break
        if (
            (word in lex.CALENDAR and tokens[j][0].lower() not in verbs.DETERMINERS)
            or is_adverb(word)
            or low in ("last", "earlier", "later", "recently", "again")
        ):
            break
        if (
            j > i
            and word[0].islower()
            and (
                low in verbs.SKIPPED
                or (low in verbs.ENGLISH and low not in verbs.DOUBTFUL and not low.endswith(("ing", "ed")))
            )
        ):
            break
        if is_name_word(word):
            named = True
        elif (
            named
            and word[0].islower()
            and word not in lex.PARTICLES
            and low not in lex.ROLE_HEADS
            and low not in ("of", "the")
            and tokens[j][0] not in ("of", "the")
            and not tokens[j][0].endswith(("'s", "’s"))
            and not _still_role(tokens, j + 1, hi)
        ):
            break
        j += 1
    while j > i and (tokens[j][0].lower() in _NEVER_LAST or (j > i + 1 and _is_participle(tokens[j][0]))):
        j -= 1  # a court document filed by ...
    return (i, j)


def _told_to(tokens: list[Token], i: int, j: int) -> bool:
    """Whether `der` behind token `j` begins the hearer: the phrase is a bare name, no role with its field."""
    words = [tokens[n][0] for n in range(i, j + 1)]
    if words[0].lower() in verbs.DETERMINERS or words[-1] in lex.PARTICLES:
        return False
    return not any(is_role(word) for word in words[-1:])


def _is_participle(word: str) -> bool:
    return (word[0].islower() and word.endswith(("ing", "ed")) and word in verbs.ENGLISH) or word in _MADE


_MADE = frozenset(
    {"filed", "seen", "obtained", "released", "published", "sent", "signed", "prepared", "issued", "named"}
)


def _still_role(tokens: list[Token], i: int, hi: int) -> bool:
    """Lower-case words after a capitalised one go on if a role follows: `White House press secretary ...`."""
    for k in range(i, min(i + 5, hi)):
        word, _, _, kind = tokens[k]
        if kind != WORD:
            return False
        if word.lower() in lex.ROLE_HEADS or word.lower().rstrip("s") in lex.ROLE_HEADS:
            return True
        if word.lower() in verbs.PREPOSITIONS or word.lower() in verbs.CLAUSE_WORDS:
            return False
    return False
