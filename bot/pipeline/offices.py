"""Offices of several parts: two fields, a body named before or behind, a line that is only a signature."""

from __future__ import annotations

import re

from bot.pipeline import lexicon as lex
from bot.pipeline.names import is_role
from bot.pipeline.text import word_set

LONGEST_BODY = 60  # characters
LEADS_TO_ROLE = word_set(
    "said says told wrote writes added adds argued argues explained "
    "explains noted notes warned warns asked asks the a an"
)
NO_FIELD = LEADS_TO_ROLE | word_set(
    "of for in at on by to with from and or but that "
    "which who as when while after before his her its their our my your "
    "new then now also not le la les un une der die das ein eine"
)


_NO_BODY = frozenset({"US", "UK", "EU", "UN", "UAE", "USA", "DC", "NYC", "LA", "TV", "AI"})
FIELDS = word_set(  # what offices are for, as they stand in titles
    "Science Technology Innovation Business Trade Industry Commerce Enterprise Energy Climate Environment Food Rural "
    "Agriculture Fisheries Forestry Water Health Education Skills Culture Media Sport Sports Tourism Arts Heritage "
    "Communications Information Electronics Broadcasting Telecommunications Digital Data Home Interior Justice "
    "Security Defence Defense Foreign Development Finance Treasury Economy Economic Labour Labor Employment Work "
    "Pensions Welfare Family Families Youth Women Children Equality Equalities Housing Communities Transport "
    "Infrastructure Planning Railways Consumer Competition Research Universities Space Cyber Privacy Transparency "
    "Safety Ethics Policy Legal Government Public Regulatory Strategy Constitutional Mainland Administration "
    "Democratic Financial Technical"
)


SMALL_FIELDS = frozenset(map(str.lower, FIELDS))
_FIELD_AND = 2  # words of `Science and`
_LISTED = re.compile(r"\b(?:[A-Z][a-z]{2,20}, ){1,3}$")  # Science, Innovation and Technology Secretary
_OFFICES = re.compile(r"\b(?:(?:[A-Z][a-z]+ ){0,2}[A-Z][\w-]{2,20}, ){1,2}$")
_LONGEST_LIST = 60  # characters


def joined_before(text: str, words: list[tuple[str, int]], begin: int) -> int:
    """`Science and` Technology Secretary; `Chief Justice and` President of the Supreme Court: one person's title."""
    index = next((n for n, (_, at) in enumerate(words) if at >= begin), len(words))
    if index > _FIELD_AND and words[index - 1][0] == "the" and words[index - 3][0] in FIELDS:
        index -= 1  # Communications and the Digital Economy Secretary
    if index < _FIELD_AND or words[index - 1][0] not in ("and", "&"):
        return begin
    before = words[index - 2][0]
    senator = text[begin].isupper() and is_role(text[begin : begin + 24].split(None, 1)[0])  # on Energy and Senator Doe
    if not senator and (before in FIELDS or (before in SMALL_FIELDS and text[begin].islower())):
        begin = words[index - 2][1]
        index -= 2
        while index and (
            words[index - 1][0] in FIELDS
            or words[index - 1][0] in SMALL_FIELDS
            or words[index - 1][0] in ("Shadow", "Chief", "Union", "Deputy")
        ):
            index -= 1
            begin = words[index][1]
        listed = _LISTED.search(text, max(0, begin - _LONGEST_LIST), begin)
        return listed.start() if listed and all(one in FIELDS for one in listed[0][:-2].split(", ")) else begin
    if before[0].isupper() and before not in lex.GIVEN and is_role(before) and text[begin].isupper():
        index -= 2
        while index and words[index - 1][0][0].isupper() and words[index - 1][0].lower() in lex.ROLE_PARTS:
            index -= 1
        if not index or words[index - 1][0].lower() not in ("the", "a", "an"):
            begin = words[index][1]
            more = _OFFICES.search(text, max(0, begin - _LONGEST_LIST), begin)  # Chairman, President and CEO
            return more.start() if more and all(is_role(one.split()[-1]) for one in more[0][:-2].split(", ")) else begin
    return begin


_SHORT_FORM = re.compile(
    r"(?<![\w’'-])([A-Z][\w’'-]*(?: (?:(?:of|for|and|the|on|&) (?:the )?)?[A-Z][\w’'-]*){1,7}) \(([A-Z]{2,7})\) $"
)
_LONGEST_BODY_AND_FORM = 90  # characters


def body_and_short_form(text: str, start: int) -> int:
    """Where a body with its short form begins in front of a role: `Food and Drug Administration (FDA)` Commissioner."""
    match = _SHORT_FORM.search(text, max(0, start - _LONGEST_BODY_AND_FORM), start)
    if match is None:
        return start
    words = match[1].split()
    for n, word in enumerate(words):  # In Delhi Acme Freedom Party (AFP): the words whose first letters those are
        if word[0].isupper() and "".join(one[0] for one in words[n:] if one[0].isupper()) == match[2]:
            return match.start() + len(" ".join(words[:n])) + (n > 0)
    return start


def behind_places(text: str, start: int) -> int:
    """`across England and Wales | Acme lawyer Jane Doe`: the second of two places is no part of the role."""
    before = text[max(0, start - 40) : start].split()
    place = text[start : start + 40].partition(" ")[0]
    return start + len(place) + 1 if len(before) > 1 and {before[-2], place} <= lex.PLACES else start


_BODY_TITLE = re.compile(r"([A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,5}((?: [a-z][\w-]+){1,5})),\s$")


def body_title(text: str, begins: int, start: int) -> re.Match[str] | None:
    """A body and an office in small letters that fill the sentence up to the name: `Acme chief executive, Jane Doe`."""
    match = _BODY_TITLE.fullmatch(text, begins, start)
    if match is None or match[1].split(maxsplit=1)[0] in lex.OPENERS:
        return None
    office = match[2].split()
    fits = all(word in lex.ROLE_PARTS or word in lex.ROLE_HEADS for word in office) and office[-1] in lex.ROLE_HEADS
    return match if fits else None


_SIGNED = re.compile(r"(?: ?[–—|-]{1,2} |\n{1,2})((?:(?!\.(?:\s|$))[^\n!?“”\"|]){3,90})(?=\n|$)")


def role_signed(text: str, start: int, end: int) -> int:
    """Where the role ends in a line that is only `Jane Doe – Head of Policy, Example Council`; -1 if it is none."""
    if start and text[start - 1] != "\n":
        return -1
    match = _SIGNED.match(text, end)
    return match.end() if match and any(is_role(word.rstrip(",")) for word in match[1].split()[:6]) else -1


_LONGEST_PLAIN_FIELD = 2  # words


def field_ahead(words: list[str], count: int) -> bool:
    """`law` professor at the Example University: a plain field may stand before a head that a place of work follows."""
    return (
        count <= _LONGEST_PLAIN_FIELD
        and all(word.isalpha() and word.islower() and word not in NO_FIELD for word in words[:count])
        and words[count + 1 : count + 2] in (["at"], ["of"], ["for"], ["with"])
        and len(words) > count + 2
        and any(word[0].isupper() for word in words[count + 2 : count + 4])
    )


BODY_BEHIND = re.compile(r",\s((?:[A-Z][\w&’'-]*)(?:\s(?:[A-Z][\w&’'-]*|of|for|the|and|in|on|&)){0,9})(?=[,;.])")
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z]")


def is_one(words: str) -> bool:
    """Whether words behind a bare office are the body it belongs to, and no other person or office."""
    if any(is_role(word) for word in words.split()):
        return False
    return is_body(words) or (" " not in words and _CAMEL.search(words) is not None)


def is_body(words: str) -> bool:
    if len(words) > LONGEST_BODY:
        return False
    return any(
        word in lex.BODY_WORDS or (1 < len(word) <= 6 and word.isupper() and word not in _NO_BODY and word.isalpha())
        for word in words.split()
    )


_FIELD_ENDS = re.compile(r"\b(?:on|of|for) (?:the )?([A-Z][\w’'-]+)$")
_MORE_FIELDS = re.compile(
    r"((?:, [A-Z][\w’'-]+){0,4}),? (?:and|&) (?:the )?([A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,2}(?=[,.;]| \()"
)
_MORE = FIELDS | word_set("Urban Rural Social Human International Veterans Homeland Entrepreneurship Natural Regional")


def more_fields(text: str, start: int, end: int) -> int:
    """Where a list of fields ends that a comma cut: `the Committee on Banking | , Housing, and Urban Affairs`."""
    if text[end : end + 2] != ", " or _FIELD_ENDS.search(text, max(start, end - 60), end) is None:
        return end
    match = _MORE_FIELDS.match(text, end)
    if match is None or match[2] not in _MORE or any(one not in _MORE for one in match[1].split(", ")[1:]):
        return end
    return match.end()
