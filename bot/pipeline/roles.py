"""The role written beside a name: in front of it, behind it, or the body a person belongs to."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.model import Span
from bot.pipeline import lexicon as lex
from bot.pipeline.names import RUN, is_given, is_role
from bot.pipeline.offices import (
    BODY_BEHIND,
    FIELDS,
    LEADS_TO_ROLE,
    LONGEST_BODY,
    NO_FIELD,
    body_title,
    field_ahead,
    is_body,
    is_one,
    joined_before,
    more_fields,
)
from bot.pipeline.text import word_set

_APPOSITION = re.compile(
    r"(?:\s[A-Z]{2,3})?\s?(?:\([^()]{1,40}\))?,\s(?:(?:who is|who was)\s)?"
    r"((?:the|a|an|one of the|der|die|eine?|le|la|une?)\s)?"
    r"((?:[^,.;:“”\"()\n]|(?<=\b[A-Z])\.(?=[ A-Z])){3,140})"
)
_WHO_LEADS = re.compile(  # Jane Doe, who directs tech policy at the Example Foundation, said
    r",\s(who (?:directs|leads|heads|chairs|runs|oversees|co-leads|co-chairs|founded|co-founded|represents|teaches"
    r"|studies|researches|sponsored|authored|wrote|drafted|introduced)\s[^,.;:“”\"()\n—–]{3,90})(?=[,.])"
)
_ROLE_COMMA = re.compile(
    r"(?:\b(?:the|(?-i:An?)|said an?|its|his|her|their|der|die|eine?|le|la|une?|sa|son|ihre?|seine?|dessen"
    r"|deren)|[’']s)\s"
    r"((?:[^\s,.;:“”\"]{1,30}\s){0,11}[^\s,.;:“”\"]{1,30}),\s$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 120  # characters of `the secretary of the Workers Union, ` in front of a name
_TIMES = frozenset({"year", "week", "month", "day", "time"})
_BEFORE_ROLE = re.compile(r"[^\s]+")
_GROUP_END = re.compile(r"\s(?:who|which|that|said|says|told|has|had|is|was|and|avec|qui|dont|et\sà)\s")
_ARTICLES = frozenset({"Le", "La", "Les", "Den", "Dem"})
_PHRASE_ENDS = re.compile('[.,;:“”"()\n—–!?]')
_INITIAL = re.compile(r"\b[A-Z]$")
_ELIDED = re.compile(r"[ld]['’](?=\w)")
_HYPHENED = lex.ROLE_HEADS | {"general", "elect"}


def role_left(text: str, start: int, inside: bool) -> int:
    """Where the role that ends right before `start` begins; `start` itself when there is none.

    `inside`: the run already holds an office, so words like `former` may simply be added to it.
    """
    floor = max(0, start - 100)
    lead = text[floor:start]
    if not inside:  # most names have no role in front: one look at the word there tells
        words_left = lead.rsplit(None, 1)
        word = words_left[-1] if words_left else ""
        lower = _ELIDED.sub("", word.lower(), count=1)
        if not (lower in lex.ROLE_HEADS or lower in lex.ROLE_PARTS or "-" in lower or is_role(word)):
            return start
    marks = [mark.start() for mark in _PHRASE_ENDS.finditer(lead)]
    while len(marks) and lead[marks[-1]] == "." and _INITIAL.search(lead, max(0, marks[-1] - 4), marks[-1]):
        marks.pop()
    cut = marks[-1] if marks else -1
    words = [(m.group(), floor + m.start()) for m in _BEFORE_ROLE.finditer(text[floor:start], max(0, cut + 1))]
    head = inside
    begin = start
    for word, at in reversed(words):
        elided = _ELIDED.match(word)
        if elided:
            word, at = word[elided.end() :], at + elided.end()
        lower = word.lower()
        if lower in lex.ROLE_HEADS or is_role(word):
            head = True
        elif (
            (lower in lex.ROLE_PARTS and word != "Then")
            or ("-" in lower and lower.rsplit("-", 1)[-1] in _HYPHENED)
            or (
                (word[0].isupper() or word[1:2].isupper())  # eSafety Commissioner
                and head
                and word not in lex.OPENERS
                and word not in lex.CALENDAR
                and word not in _ARTICLES
                and "’s" not in word
                and "'s" not in word
            )
            or (lower in ("of", "for") and head and begin < start)
            or (head and _ORDINAL.fullmatch(lower) and text[begin : begin + 8].lower() == "district")
        ):
            pass
        else:
            break
        begin = at
        if elided and head:
            break
    if words and (inside or (head and begin < start)):
        begin = joined_before(text, words, begin)
    if not head or begin == start or _is_verb(text, begin, start):
        return start
    begin = _field_before(words, begin)
    # never begin with a preposition
    while begin < start:
        match = _BEFORE_ROLE.match(text, begin)
        if match and match.group() in ("of", "for"):
            begin = match.end() + 1
        else:
            break
    return begin


_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_LONGEST_LOWER_FIELD = 3  # words


def _field_before(words: list[tuple[str, int]], begin: int) -> int:
    """`said legal ethics` expert: plain words between a speech verb or an article and the head belong to the role."""
    index = next((n for n, (_, at) in enumerate(words) if at >= begin), len(words))
    for back in range(1, _LONGEST_LOWER_FIELD + 1):
        if index - back - 1 < 0:
            return begin
        word, at = words[index - back]
        if not word.isalpha() or not word.islower() or word.endswith("ly") or word in NO_FIELD:
            return begin
        if words[index - back - 1][0] in LEADS_TO_ROLE:
            return at
    return begin


_ARTICLE_BEFORE = re.compile(r"\b(?:le|la|un|une|du|au|ce|cette)\s$", re.IGNORECASE)


def _is_verb(text: str, begin: int, start: int) -> bool:
    """`« … », juge Karim Doe`: judges, says he; a judge would have an article."""
    return text[begin:start].strip() == "juge" and not _ARTICLE_BEFORE.search(text, max(0, begin - 8), begin)


_TITLE_WORD = r"(?:[A-Z][\w’'&-]*|of|for|and|the|to|at|in|&)"
_TITLE_LINE = re.compile(rf"(?:The |the )?({_TITLE_WORD}(?:,? {_TITLE_WORD}){{0,15}}),\s$")
_LONGEST_TITLE = 130  # characters
_LINE_START = re.compile(r"(?:^|[\n.!?:;”\"])[ \t]*(?=\S)")


def title_before(text: str, start: int) -> Span | None:
    """A title that fills the sentence up to the name: `Secretary of State for Science and Technology, Peter Kyle`."""
    if text[start - 2 : start] != ", ":
        return None
    floor = max(0, start - _LONGEST_TITLE)
    begins = max((mark.end() for mark in _LINE_START.finditer(text, floor, start)), default=floor)
    match = _TITLE_LINE.fullmatch(text, begins, start) or body_title(text, begins, start)
    if match is None or not any(is_role(word.rstrip(",")) for word in match[1].split()):
        return None
    return Span(match.start(1), match.end(1))


_ARTICLE_INSIDE = re.compile(r"(?<=\s)(?:the|an?|der|die|eine?|le|la|une?)\s")
_BEGINS_INSIDE = re.compile(
    r"(?<=\s)(?:the|an?|der|die|eine?|le|la|une?|its|his|her|their)\s|(?<=\w)['’]s\s|(?<=s)['’]\s"
)


def _told_first(words: str) -> bool:
    """Whether other words stand before the role's own article: `Zeitung sagte die Leiterin`."""
    article = _ARTICLE_INSIDE.search(words)
    return article is not None and not any(is_role(word) for word in words[: article.start()].split())


def role_comma(text: str, start: int) -> Span | None:
    """Where `science adviser` stands in `his science adviser, ` right before the name at `start`."""
    if text[max(0, start - 2) : start - 1] != "," and text[start - 1 : start] != "\n":
        return None
    before = _ROLE_COMMA.search(text, max(0, start - _LONGEST_LEAD), start)
    if (
        before
        and before[1].split()[0] not in _TIMES
        and not _told_first(before[1])
        and any(is_role(word) for word in before[1].split()[:4])
    ):
        return Span(before.start(1), before.end(1))
    if before:  # the board was told by the director, Jane Doe: the role begins at the last article before its head
        begins = before.start(1)
        for article in _BEGINS_INSIDE.finditer(text, begins, before.end(1)):
            if not any(is_role(word) for word in text[begins : article.start()].split()):
                begins = article.end()
        words = text[begins : before.end(1)].split()
        if begins > before.start(1) and any(is_role(word) for word in words[:4]):
            return Span(begins, before.end(1))
    return None


_TAKEN_UP = re.compile(
    r"\b(?:becoming|being (?:named|appointed|elected)|appointed|serving as)\s(?:the\s)?"
    r"((?:[^\s,.;:“”\"]{1,30}\s){0,9}[^\s,.;:“”\"]{1,30}),\s$"
)


def role_taken_up(text: str, start: int) -> Span | None:
    """`since becoming Canada’s first AI minister, ` right before the name at `start`: the role is of who is named."""
    match = _TAKEN_UP.search(text, max(0, start - _LONGEST_LEAD), start)
    if match is None or not any(is_role(word) for word in match[1].split()):
        return None
    return Span(*match.span(1))


def _one_field(before: list[str], following: list[str]) -> bool:
    """`Director of Policy | Research at the Acme Institute`: capitals around `and` behind a head are one field."""
    head = next((n for n, word in enumerate(before) if is_role(word)), -1)
    if following[:1] == ["the"]:  # for Trade and the Digital Economy
        following = following[1:2] if following[1:2] and following[1] in FIELDS else []
    return (
        head >= 0
        and bool(following)
        and before[-1][0].isupper()
        and following[0][0].isupper()
        and any(word in ("of", "for") for word in before[head + 1 :])
        and not is_given(following[0])
    )


def _second_role(phrase: str, end: re.Match[str]) -> bool:
    """`co-founder and CEO of Cohere` is one role, and so is a head with two fields; `director and said` is not."""
    if end.group().strip() != "and":
        return False
    if _one_field(phrase[: end.start()].split(), phrase[end.end() :].split(maxsplit=2)):
        return True
    following = phrase[end.end() :].split()[:4]
    return any(is_role(word) for word in following[:2]) or (
        phrase[:1].isupper() and _NOT_IN_ROLES.isdisjoint(following) and any(is_role(word) for word in following)
    )


_SAYS_LAST = re.compile(r"\s(?:said|says|told|wrote|writes|added|stated|commented|comments)$")  # director said: “…”
_LONG_ENOUGH = 60  # characters of a role that need nothing more to be placed
_FINITE = frozenset({"said", "says", "told", "has", "had", "is", "was"})
_MOST_BEFORE_HEAD = 9  # words of a role up to and with its head
_NOT_IN_ROLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "that", "who", "said", "says", "told"})


def _before_head(words: list[str], closed: bool) -> bool:
    """Whether words without an article may stand before the head of a role: `ACLU senior legislative` counsel.

    `closed`: a mark ends the role, so it stands alone and nearly any word fits behind the body's name.
    """
    if closed and words and words[0][0].isupper() and _NOT_IN_ROLES.isdisjoint(words):
        return True
    return all(word.lower() in lex.ROLE_PARTS or word[0].isupper() or word.endswith(("’s", "'s")) for word in words)


_FRENCH_PARTICIPLE = re.compile(
    r"^(?:\w+(?:é|ée|és|ées)|dit|écrit|répondu|promis|conclu|soutenu|reconnu|averti|réagi|fait)$"
)


def _names_another(words: list[str]) -> bool:
    """`Jane Doe, le sénateur PCF Pierre Roe`: the words behind the role's head are another person's name."""
    adjective = False  # indien Nadir Roe
    for word, following in pairwise(words):
        if word.lower() in _JOINS:
            return False
        if (adjective or is_given(word)) and word[0].isupper() and following[0].isupper():
            return True
        adjective = word.islower() and word.endswith(_ADJECTIVE)
    return False


_JOINS = word_set("of for at in the and de du des à au aux la le les der des für von vom im bei et und &")


def role_right(text: str, end: int) -> tuple[str, int]:
    """The role in an apposition right after a name: `Jane Doe, director of the centre, ...`."""
    match = _APPOSITION.match(text, end)
    if match is None:
        return "", -1
    work = _WHO_LEADS.match(text, end)
    if work is not None:
        return work[1].rstrip(), end + 2 + len(work[1].rstrip())
    phrase = match[2]
    cut = next((end for end in _GROUP_END.finditer(phrase) if not _second_role(phrase, end)), None)
    if cut:
        if match[1] and cut.group().strip() in _FINITE:
            return "", -1  # with Jane Doe, the president said: a new clause
        phrase = phrase[: cut.start()]
    phrase = _SAYS_LAST.sub("", phrase)
    if len(phrase) > _LONG_ENOUGH:  # Secretary of the Department for Trade | within the Ministry of ...
        phrase = phrase.partition(" within ")[0]
    words = phrase.split()
    if (match[1] or "").lower() == "a " and words and _FRENCH_PARTICIPLE.search(words[0]):
        return "", -1  # Jeanne Doe, a déclaré
    several = match[1] == "one of the "
    for count, word in enumerate(words[:_MOST_BEFORE_HEAD]):
        bare = word.lower().rstrip("s") if several and word.lower() not in lex.ROLE_HEADS else word.lower()
        if bare in lex.ROLE_HEADS or is_role(word):
            start = match.start(2)
            closed = text[start + len(phrase) : start + len(phrase) + 1] in (",", ".")
            if not match[1] and not _before_head(words[:count], closed) and not field_ahead(words, count):
                return "", -1
            if _names_another(words[count + 1 :]):
                return "", -1
            end = start + len(phrase.rstrip())
            end = more_fields(text, start, end)
            if not match[1] and count == len(words) - 1 and (body := BODY_BEHIND.match(text, end)) and is_one(body[1]):
                end = body.end()  # Jane Doe, Secretary, Ministry of Labour, said
            return text[start:end], end
        if word.lower() in ("of", "in", "at", "for", "with", "on", "by", "to", "from"):
            break
    return "", -1


# `ministre de la` Culture Rachida Dati; `directeur de l’Agence nationale` Vincent Strubel.
_LINKS = frozenset(
    {"de", "du", "des", "la", "à", "au", "aux", "chargé", "chargée", "délégué", "déléguée"}
    | {"of", "for", "the", "and", "&"}  # Minister of State (MoS) for Trade & Technology
)
_ADJECTIVE = tuple(
    ending + number
    for ending in (
        *("nel", "nal", "al", "ale", "elle", "aire", "ieur", "ieure", "ique", "ien", "ienne", "if", "ive", "ste"),
        *("éen", "éenne", "ais", "aise", "ène"),
    )
    for number in ("", "s")
)
_LONGEST_FIELD = 90  # characters of a role with its field, in front of the name


def with_field(text: str, start: int, chunk: str) -> tuple[int, int] | None:
    """A role that leads over its field to a name: where the role begins, and where the name does in `chunk`.

    `chunk` is the run of capitalised words at `start`: the name, or the end of the field with the name. French roles,
    and English ones with words no run goes over: `Minister of State (MoS) for Trade & Technology Jane Doe`.
    """
    before = text[max(0, start - 24) : start].rsplit(None, 1)
    last = before[-1] if before else ""
    if last.lower() in _GERMAN_ARTICLES:
        german = _german_noun(chunk)
        return (start, german) if german else None
    linked = (last in _LINKS and last != "the") or last[-1:] in ("'", "’")
    if (linked and chunk.count(" ") < 2) or not (linked or last.endswith(_ADJECTIVE)):
        return None
    words = chunk.split()
    begin = None if any(is_role(word) for word in words) else _role_over_field(text, start)
    if begin is None:
        return None
    skipped = 0
    if linked:
        given = next((n for n in range(1, len(words) - 1) if is_given(words[n])), 0)
        skipped = given or (len(words) - 2 if len(words) > 2 else 0)
        if not skipped or words[skipped].islower():
            return None
    return begin, sum(len(word) + 1 for word in words[:skipped])


_GERMAN_ARTICLES = frozenset({"der", "die", "ein", "eine", "dem", "den", "des", "einem", "einer"})
_AGENT = re.compile(
    r"(?:er|erin|ist|istin|ent|entin|ant|antin|or|orin|eur|eurin|oge|ogin|mann|frau|arzt|ärztin|^Linken?|^Grünen?"
    r"|^Liberalen?|^Konservativen?|demokrat|demokratin)$"
)


def _german_noun(chunk: str) -> int:
    """How far the noun of `der Verleger Tom Doe` reaches; 0 when none stands before the name."""
    words = chunk.split()
    given = next((n for n in range(1, len(words) - 1) if is_given(words[n])), 0)
    nouns = words[:given]
    if not given or given > 2 or is_given(words[0]) or not _AGENT.search(nouns[-1]) or nouns[-1] in lex.BODY_WORDS:
        return 0
    return sum(len(word) + 1 for word in nouns)


def _role_over_field(text: str, start: int) -> int | None:
    lead = text[max(0, start - _LONGEST_FIELD) : start]
    marks = [mark.end() for mark in _PHRASE_ENDS.finditer(lead) if mark.group() not in "()"]
    floor = max(0, start - _LONGEST_FIELD) + (marks[-1] if marks else 0)
    for match in reversed(list(_BEFORE_ROLE.finditer(text, floor, start))):
        word = match.group()
        elided = _ELIDED.match(word)
        bare = word[elided.end() :] if elided else word
        if bare.lower() in lex.ROLE_HEADS:
            head = match.start() + (elided.end() if elided else 0)
            return head if elided else role_left(text, head, True)
        if not (
            bare[0].isupper()
            or bare[0] == "("
            or elided
            or bare in _LINKS
            or bare in lex.ROLE_PARTS
            or bare.endswith(_ADJECTIVE)
        ):
            return None
    return None


_COPULA = re.compile(r"\s(?:is|was|ist|war|est|était)\s((?:the|a|an|die|der|la|le)\s)?([^,.;:“”\"()\n]{3,120})")


def role_told(text: str, end: int) -> Span | None:
    """What a sentence says somebody is: `Jane Doe is the director of the centre.`"""
    match = _COPULA.match(text, end)
    if match is None:
        return None
    phrase = match[2]
    cut = _GROUP_END.search(phrase)
    phrase = (phrase[: cut.start()] if cut else phrase).rstrip()
    for word in phrase.split()[:4]:
        if is_role(word):
            return Span(match.start(2), match.start(2) + len(phrase))
        if word.lower() not in lex.ROLE_PARTS and not word[0].isupper():
            return None
    return None


_MEMBER = re.compile(r",?\s(?:of|from|at|with|vom|von der|von|bei|de|du|de la|de l['’])\s(?:the\s)?(?=[A-Z])")
_OWNED = re.compile(
    r"\b(?!The\s)([A-Z][\w&-]*(?:\.\w+)*(?:\s(?:of|for|the|and)?\s?[A-Z][\w&-]*(?:\.\w+)*){0,5})['’]s\s$"
)
_GERMAN_FIELD = re.compile(  # Gesellschaft für Recht, Institut für Geschichte und Zukunft der Arbeit
    r"\sfür\s[A-ZÄÖÜ][\w-]{2,40}(?:\sund\s[A-ZÄÖÜ][\w-]{2,40})?(?:\sde[rs]\s[A-ZÄÖÜ][\w-]{2,40})?"
)


def body_of(text: str, start: int, end: int) -> Span | None:
    """The body a name belongs to: `Jane Doe of the Workers Union`, `the CWU's Jane Doe`."""
    member = _MEMBER.match(text, end)
    run = RUN.match(text, member.end()) if member else None
    if run and is_body(run.group()):
        field = _GERMAN_FIELD.match(text, run.end())
        return Span(run.start(), field.end() if field else run.end())
    owner = _OWNED.search(text, max(0, start - LONGEST_BODY), start)
    if owner and is_body(owner[1]):
        return Span(*owner.span(1))
    return None
