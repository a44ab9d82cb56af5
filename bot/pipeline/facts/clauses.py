"""A sentence cut to the words that carry it: still verbatim, still reading on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.model import Mention, Span
from bot.pipeline.facts import earlier, openings
from bot.pipeline.text import word_set


class Clause(NamedTuple):
    """A slice of a sentence that may become a fact."""

    start: int
    end: int
    background: bool
    dangling: bool  # opens with a word that points at something said before


_WHO = (
    r"(?:he|she|it|they|we|who|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}"
    r"|(?:the|a|an|its|his|her|one|some|state|local|federal|senior|court|police)(?: [\w’'-]+){0,4}"
    r"|police|officials|authorities|prosecutors|investigators|witnesses|lawyers|reports?|sources)"
)
_SAID = (
    r"(?:said|says|say|added|adds|told|reported|reports|wrote|writes|announced|noted|explained|claimed|revealed|"
    r"confirmed|tweeted|according to|testified|recalled)"
)
# “hospital spokeswoman Kelley Luckstein”, “CNN affiliate WCVB”: words without a verb or a conjunction among them.
_SOURCE = (
    r"(?!(?:as|which|who|that|and|but|or|while|although|though|because|so|when|where|if)\b)"
    r"(?:(?![a-z]{3,}ed\b|(?:is|are|was|were|has|have|had|it|he|she|they|said)\b)[\w.’'&-]{1,30}[ \u00a0]){0,7}"
    r"(?![a-z]{3,}ed\b)[\w.’'&-]{1,30}"
)
# “, police said on Tuesday”, “, he told CNN”, “, according to court papers”: neutral sources only, see `_NEUTRAL`.
_TRAILING_SAID = re.compile(
    rf",[ \u00a0](?:{_WHO}[ \u00a0]{_SAID}|{_SOURCE}[ \u00a0](?:said|reported|reports|announced|confirmed)|"
    rf"{_SAID}[ \u00a0]{_WHO}|according to)(?:[ \u00a0][^,“”\"]{{0,80}})?(?:,[ "
    rf"\u00a0][^,“”\"]{{0,60}})?$"
)
# One of these is in every such ending.
_SAYING = (
    "said", "say", "add", "told", "report", "wrote", "writes", "announced", "noted", "explained", "claimed", "revealed",
    "confirmed", "tweeted", "according to", "testified", "recalled",
)  # fmt: skip
_ASIDE = re.compile(
    r"[ \u00a0](?:--|[–—])[ \u00a0]|[—]|;[ \u00a0]|,[ \u00a0](?:which|who|whose|whom|where|adding|saying|noting|"
    r"calling|"
    r"making|leaving|marking|citing|amid|although|though|while|as|with|including|because|despite|following|"
    r"after|when|"
    r"building|bringing|giving|sparking|prompting|raising|describing|arguing|warning|claiming|insisting|telling|"
    r"but|and|"
    r"so|even|since|whereas|thus|such as|like|meaning|allowing|causing|killing|forcing|ending|setting|using|"
    r"having|being|"
    r"according|the|a|an|one|some|just|wobei|während|ce qui)\b"
)
# Where a clause that only says when or why begins, without a comma; what stands before it is whole without it.
_SUBORDINATE = re.compile(
    r"[ \u00a0](?:before|when|although|though|whereas|nachdem|bevor|après|avant)"
    r"[ \u00a0]"
)
_SUBORDINATING = ("before", "when", "though", "whereas", "nachdem", "bevor", "après", "avant")
# “to tell applicants when …”: what is told, not when it happened.
_ASKED = re.compile(r"\b(?:tell|told|know|knew|see|decide|determine|say|explain|disclose|learn|ask|show|find out)\w*\b")
# “on 1 August, twenty days after …”, “shortly before …”: a measure of what follows, which does not stand alone.
_MEASURED = re.compile(
    r"[ \u00a0](?:(?:only|just|about|nearly|some) )?"
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|several|few|zwei|drei|"
    r"deux|trois)"
    r"[ \u00a0](?:second|minute|hour|day|week|month|year|Tag|Woche|Monat|Jahr|jour|semaine|an)(?:s|e|n|en)?$"
    r"|\b(?:best|worst|ever|most|least|first|last|next|latest|biggest|largest|highest|lowest|shortly|soon|only|right|"
    r"just|long|immediately|directly|well|even|"
    r"(?:only|just) (?:hours|days|weeks|months|years)|kurz|mois|peu)$"
)
_DASH = re.compile(r"[ \u00a0](?:--|[–—])[ \u00a0]|—")
_SERIES = re.compile(r";[ \u00a0](?:and|or|und|oder|et|ou)\b")
_EXAMPLES = ("including", "such as")
# “signatories, including three members, have ratified it”: an aside in the middle, before its verb.
_GOES_ON = re.compile(
    r"[^,;.“”\"]{0,120},[ \u00a0](?:have|has|had|is|are|was|were|will|would|can|could|may|might|must|shall|should|"
    r"do|does|did|hat|haben|ist|sind|wird|werden|a|ont|est|sont)\b"
)
# A second main clause with a subject of its own.
_COORDINATE = re.compile(
    r",[ \u00a0](?:and|but|und|aber|et|mais)[ \u00a0](?=(?:the|a|an|some|about|more|nearly|when|after|"
    r"[A-Z0-9£$€])[\w£$€’'.,]*[ \u00a0])|;[ \u00a0](?=\S)"
)
_NAMED = re.compile(r"(?:(?:the|when|after|as)[ \u00a0])?[A-Z0-9£$€]")
_LOWER_JOINER = re.compile(r"(?:and|but|or|so|yet)[ \u00a0]")
_CONJUNCTION = re.compile(r"(?:and|but|or|so|yet|which|who)\b")
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|should|did|does|said|says|[a-z]{2,}ed|"
    r"won|led|"
    r"fell|rose|made|took|came|went|got|gave|found|held|left|lost|met|paid|put|ran|saw|sent|set|shot|sold|spent|"
    r"spoke|stood|"
    r"told|thought|wrote|began|became|brought|built|bought|caught|chose|drew|drove|fought|flew|grew|hit|kept|knew|"
    r"lay|let|"
    r"sang|sat|shook|sank|slept|struck|swept|taught|threw|wore|cost|plans|wants|makes|takes|goes|comes|"
    r"begins|seeks|"
    r"bans|sets|requires|allows|wird|wurde|hat|est|sont|a été)\b"
)
_WHILES = ("while", "whereas", "während", "tandis")
_WHILE = re.compile(r",[ \u00a0](?:while|whereas|während|tandis que)[ \u00a0](?=\S)")
_AFTER_INSTRUMENT = re.compile(
    r"[ \u00a0](?:signed|issued|published|passed|adopted|approved|proposed|introduced|unveiled|requiring|banning|"
    r"that|which|to|by|with|between)\b"
)
_FEWEST = 5  # words of a fact
LONGEST = 72  # words; longer clauses are lists or transcripts
_CLOSED = ".,;:- \u00a0–—"
# Who speaks for the record: leaving these out changes nothing; leaving a critic, a suspect or a study out would.
_NEUTRAL = re.compile(
    r"\b(?:police|officials?|authorities|spokes(?:man|woman|person)|state media|news agency|agency|department|"
    r"ministry|"
    r"officers?|office|company|website|affiliate|CNN|BBC|Reuters|Associated Press|AP|AFP|Post|Times|Mail|News|"
    r"managers?|"
    r"organi[sz]ers|producers|doctors|forecasters|[Mm]inister|[Gg]overnor|Gov\.|[Mm]ayor|[Ss]heriff|[Cc]hief|"
    r"Commissioner|"
    r"Adm\.|Gen\.|Lt\.|Sgt\.|Capt\.|[Cc]oroner|commission|committee|government|court heard|inquest|[A-Z]{2,5} said)"
)
_ATTRIBUTION = re.compile(
    r"\b(?:said|says|say|according to|told|claimed|claims|alleged|alleges|alleging|argued|argues|warned|suggested|"
    r"suggests|"
    r"believes?)\b"
)
_REFERENCE = re.compile(r"[ \u00a0]\((?:[Ss]ee|[Vv]oir|[Ss]iehe|[Ss]\.):? [^()\n]{1,60}\)$")  # (see Annex 2)
_BUT = re.compile(r"(?:,|[–—]|--)[ \u00a0](?:but|aber|mais)\b")
_CONCEDES = re.compile(r"\b(?:may|might|could|kann|könnte|mag|peut|pourrait)\b")
_EXAMPLE = ("For example", "For instance")
_MODAL = re.compile(r"\b(?:will|would|may|might|can|could|must|should|shall|not|never|no)\b")


def clauses(text: str, sentence: Span, instruments: tuple[Mention, ...] = (), *, place: int = 9) -> Iterator[Clause]:
    """The clauses of one sentence that may stand alone, each cut to its essential words.

    `place`: of the sentence in the article; the first is never cut beyond its attribution (its words are the densest:
    0.13 content units a word against 0.03 further down in tests/quality/facts), and the first two are never background.
    `instruments`: mentions of
    laws and agreements inside the sentence, from which a pointing sentence can be entered.
    """
    start, end = sentence.start, sentence.end
    near = min(end, start + 120)
    dateline = openings.DATELINE.match(text, start, near) if openings.DATELINE_ENDS.search(text, start, near) else None
    if dateline and dateline.end() > start:
        start = dateline.end()
    said = text[start:end]
    cut = _WHILE.search(text, start, end) if any(map(said.__contains__, _WHILES)) else None
    if cut and _words(text, start, cut.start()) >= _FEWEST and _words(text, cut.end(), end) >= _FEWEST + 2:
        left, right = Span(start, cut.start()), Span(cut.end(), end)
        if earlier.OPENING.match(text, right.start, right.end) or earlier.OPENING.match(text, left.start, left.end):
            yield from _clause(text, left, instruments, place)
            yield from _clause(text, right, instruments, place)
            return
    yield from _clause(text, Span(start, end), instruments, place)


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _clause(text: str, part: Span, instruments: tuple[Mention, ...], place: int) -> Iterator[Clause]:
    start, end = part.start, part.end
    background = False
    words = text[start:end]
    elsewhere = any(map(words.__contains__, openings.ELSEWHERES))
    labelled = text.find(":", start, start + openings.LONGEST_LABEL) >= 0
    for _ in range(3):
        parallel = openings.PARALLEL.match(text, start, end) or (
            elsewhere and openings.ELSEWHERE.match(text, start, end)
        )
        background = background or bool(parallel)
        joins = text.find(",", start, start + openings.LONGEST_JOINER) >= 0
        found = (
            (openings.JOINER.match(text, start, end) if joins else None)
            or (openings.LABEL.match(text, start, end) if labelled else None)
            or openings.POINTING_PHRASE.match(text, start, end)
            or openings.JOINER_WORDS.match(text, start, end)
        )
        if found is None or found.end() == start:
            break
        if found.re is openings.LABEL and openings.SUBJECTLESS.match(text, found.end(), end):
            return
        if found[0].startswith(_EXAMPLE) and _CONCEDES.search(text, found.end(), end):
            return  # “For example, a small firm could …”: imagined
        if found.re is openings.POINTING_PHRASE and not _FINITE.search(text, found.end(), end):
            break  # “At the close its value was $349 billion, just behind …”: no phrase before a clause
        if _words(text, found.end(), end) < _FEWEST:
            return  # what is left without the joiner is too short to stand
        start = found.end()
    background = background and place > 1
    credit = openings.AGENCY.search(text, max(start, end - 40), end) if text[end - 1] == ")" else None
    end = _closed(text, start, credit.start() if credit else end)
    if text[end - 1 : end] == ")" and (reference := _REFERENCE.search(text, max(start, end - _TAIL), end)):
        end = _closed(text, start, reference.start())
    while start < end and text[start] in " \u00a0,;:-–—•·▪‣◦●■*":
        start += 1
    joined = _LOWER_JOINER.match(text, start, end)
    start = joined.end() if joined else start
    if (
        openings.PRONOUN.match(text, start, end)
        or openings.LATE_POINTER.match(text, start, end)
        or openings.LATE_POINTER_DE.match(text, start, end)
    ):
        for mention in instruments:
            span = mention.slice.span
            inside = start < span.start and span.end < end and _AFTER_INSTRUMENT.match(text, span.end, end)
            if inside and _words(text, span.start, end) >= _FEWEST + 3 and _FINITE.search(text, span.end, end):
                yield Clause(span.start, _unattributed(text, span.start, end), background, False)
                return
        yield Clause(start, end, background, True)
        yield from _second(text, start, end, background)
        return
    whole = place == 0 and text.count(" ", start, end) < LONGEST
    for cut in (_unattributed(text, start, end),) if whole else _ends(text, start, end):
        yield Clause(start, cut, background, False)


def _second(text: str, start: int, end: int, background: bool) -> Iterator[Clause]:
    """The later main clauses of a sentence that points back, where they open with a name."""
    for match in _COORDINATE.finditer(text, start + 30, end):
        rest = text[match.end() : end]
        joined = _CONJUNCTION.match(rest)
        if joined or openings.PRONOUN.match(rest) or openings.LATE_POINTER.match(rest) or not _NAMED.match(rest):
            continue
        if (
            len(rest.split()) >= _FEWEST + 1
            and _balanced(rest)
            and _FINITE.search(rest)
            and _has_main_verb(text[start : match.start()])
        ):
            yield Clause(match.end(), _unattributed(text, match.end(), end), background, False)


def _unattributed(text: str, start: int, end: int) -> int:
    """Where the clause ends without a neutral attribution behind it: the longest of its `_ends`."""
    low = max(start, end - 200)
    tail = text[low:end]
    said = _TRAILING_SAID.search(text, low, end) if any(map(tail.__contains__, _SAYING)) else None
    if said and _NEUTRAL.search(text, said.start(), end) and _whole(text, start, said.start()):
        return _closed(text, start, said.start())
    return end


def _ends(text: str, start: int, end: int) -> list[int]:
    """Where the clause may end, longest first: whole, without a neutral attribution, without its last asides."""
    end = _unattributed(text, start, end)
    part = text[start:end]
    turns = "but" in part or "aber" in part or "mais" in part
    found = [end]
    for match in _ASIDE.finditer(text, start, end):
        cut = _closed(text, start, match.start())
        tail = text[match.start() : min(end, match.start() + _TAIL)]
        if match[0].strip()[:1] in "-–—" and len(_DASH.findall(text, start, match.start())) % 2:
            continue  # the second of two dashes: the verb of what they part comes after it
        if turns and _BUT.search(text, match.start(), end) and _CONCEDES.search(text, start, match.start()):
            continue  # they may like the idea, but it is not theirs to decide: the first half alone says the reverse
        if match[0].endswith(_EXAMPLES) and _GOES_ON.match(text, match.end(), end):
            continue  # the aside closes, and the verb it stood before comes after it
        if match[0].endswith((" and", "\u00a0and")) and not _FINITE.search(
            text, match.end(), min(end, match.end() + 90)
        ):
            continue  # the last of a list
        if match[0].endswith(_LISTING) and _in_list(text, start, match.start(), end):
            continue  # between the parts of a list
        if match[0].strip()[:1] == "," and _figured(text, start, match.start(), end):
            continue  # a short rest that holds the day or the sum
        if match[0][0] == ";" and _SERIES.search(text, match.start(), end):
            continue  # a list whose parts are told apart by semicolons
        if _whole(text, start, cut) and (not _ATTRIBUTION.search(tail) or _NEUTRAL.search(tail)):
            found.append(cut)
    found.extend(
        _closed(text, start, match.start())
        for match in (_SUBORDINATE.finditer(text, start, end) if any(map(part.__contains__, _SUBORDINATING)) else ())
        if _whole(text, start, match.start())
        and not _figured(text, start, match.start(), end)
        and not _MODAL.search(text, start, match.start())
        and not (match[0].strip() == "when" and _ASKED.search(text, max(start, match.start() - 40), match.start()))
        and not _MEASURED.search(text, max(start, match.start() - 40), match.start())
    )
    found.sort(reverse=True)
    return found[:MOST_ENDS]


def _figured(text: str, start: int, at: int, end: int) -> bool:
    """Whether what a cut at `at` would take away is short and holds the figure, or tells of what was done."""
    if end - at >= _SHORT_REST or not _FIGURE.search(text, at, end):
        return False
    return text.startswith(", which ", at) or not _FIGURE.search(text, start, at)


def _in_list(text: str, start: int, at: int, end: int) -> bool:
    """Whether a cut at the comma at `at`, before “and” or “as well as”, parts a list told item by item."""
    if text.startswith(", as", at):
        return text.startswith(", as well as", at) and text.find(", ", at + 2, end) >= 0
    before = text.rfind(", ", start, at)
    if before < 0:
        return False
    item = text[before + 2 : at]
    if _ACTION.match(item) and text.startswith(", and ", at) and _ACTION.match(text, at + 6, end):
        return True  # “protecting their data, limiting its use, and requiring a notice”
    if _NO_ITEM.match(item) or len(item.split()) > _LONGEST_ITEM:
        return False
    if not _FINITE.search(item, item.find(" ") + 1):
        return True
    earlier_one = text.rfind(", ", start, before)
    return earlier_one >= 0 and item[:1].isupper() and text[earlier_one + 2 : earlier_one + 3].isupper()


_ACTION = re.compile(r"[a-z]{2,}ing\b")
_LISTING = (" and", "\u00a0and", " as", "\u00a0as")
_LONGEST_ITEM = 12  # words
# What begins an aside between commas, not an item of a list.
_NO_ITEM = re.compile(
    r"(?:which|who|whose|whom|where|when|after|before|in|on|at|with|without|by|from|under|since|as|while|including|"
    r"such|for|to|of|because|although|though|despite|during|according|an?|and|but|that|following|citing|saying|"
    r"\d{4}|[a-z]+ing|[a-z]+ed[ \u00a0](?:by|in|on|to|for|with|at|from|as|last|that))\b"
)
_FIGURE = re.compile(r"\d|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")
_SHORT_REST = 75  # code points
_TAIL = 70  # code points of an aside in which an attribution is looked for


def _whole(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is long enough, closed, and has a main verb of its own."""
    part = text[start:end]
    words = part.split()
    if (
        len(words) < SHORTEST_REST
        or not _balanced(part)
        or words[-1].endswith("ing")
        or words[-1].lower() in _OPEN_ENDS
    ):
        return False
    if "not only" in part:
        return False
    if _SUBORDINATOR.match(part):
        part = part.partition(", ")[2]  # the main clause, which must have begun
    claims = list(_CLAIMS.finditer(part))
    if claims and not _has_main_verb(_INFINITIVE.sub("", part[claims[-1].end() :])):
        return False
    return _has_main_verb(part)


def _has_main_verb(part: str) -> bool:
    """Whether a verb is left for the main clause when relative clauses and participles have taken theirs."""
    verbs = len(_FINITE.findall(part))
    return verbs > len(_RELATIVE.findall(part)) + len(_REDUCED.findall(part)) and (
        verbs > 2 or verbs > len(_ADJECTIVE.findall(part))
    )


_SUBORDINATOR = re.compile(
    r"(?:As|When|While|After|Before|Because|Although|Though|If|Since|Once|Until|Even|Despite|With|Whether|Under|"
    r"For|By|From|During|Through|Amid|Between|Among|Asked|Speaking|"
    r"Nach|Wenn|Weil|Obwohl|Während|Bevor|Après|Avant|"
    r"Malgré|Lorsque|Quand|[A-Z][a-z]{2,}(?:ed|ing)|"
    r"Written|Built|Held|Led|Made|Born|Taken|Given|Seen|Known|Drawn|Sent|Brought|Driven|Shown|To)\b|"
    r"(?:In|On|At)\b(?=[^,]{0,80}, )"
)
# “whether the review, to be led by two officials”: no verb of its own yet.
_CLAIMS = re.compile(r"\bwhether |, (?:saying|adding|arguing|warning|claiming|noting|insisting|stating) (?:that )?")
_INFINITIVE = re.compile(r"\bto[ \u00a0](?:be[ \u00a0])?[a-z]+")


_OPEN_ENDS = word_set(
    "to of in for at by with from and or but that than as on into about over the a an is was were are be not"
)
# “, sponsored by two members”: a participle that looks like a verb in the past.
_REDUCED = re.compile(
    r",[ \u00a0](?:[a-z]{2,}ed|led|held|made|sent|set|built|told|won)"
    r"[ \u00a0](?:by|in|on|to|for|with|at|from|as|last)\b"
)
_RELATIVE = re.compile(r"\b(?:who|which|that|whose)\b")
# “Wall Street's guaranteed source”, “in combined sales”: a participle before its noun.
_ADJECTIVE = re.compile(
    r"(?:['’]s|['’](?=[ \u00a0])|\b(?:the|an?|its|his|her|their|of|in|for|with|by|from|to|newly|recently|more|most))"
    r"[ \u00a0][a-z]{2,}ed[ \u00a0][a-z]|\b(?:dated|titled|entitled|aged)\b"
)
SHORTEST_REST = 7  # words that must be left after an aside is cut
MOST_ENDS = 5  # ends tried for one sentence


def _balanced(part: str) -> bool:
    return (
        part.count("(") == part.count(")")
        and part.count("“") == part.count("”")
        and part.count('"') % 2 == 0
        and part.count("‘") <= part.count("’")
    )


_SHORTENED = re.compile(r"(?:\b[A-Za-z]\.)[A-Za-z]\.$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr)\.$")


def _closed(text: str, start: int, end: int) -> int:
    """The end without closing stops and blanks; a stop that belongs to an abbreviation stays."""
    while end > start and text[end - 1] in _CLOSED:
        if text[end - 1] == "." and end - start > 3 and _SHORTENED.search(text[max(start, end - 8) : end]):
            break
        end -= 1
    return end
