"""Which parts of an article's text are not its prose: repeated headline, related links, bylines, footers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from bot.model import Span
from bot.pipeline import text as texts

Kind = Literal["headline", "related", "empty", "footer", "byline", "caption", "notice", "promotion", "preamble"]


class Block(NamedTuple):
    """A stretch of text that is not prose, and why."""

    kind: Kind
    span: Span


# The commonest labels over link blocks, read on news pages of several content systems.
_RELATED = re.compile(
    r"(?:also read|read also|read more|read next|read (?:the )?full (?:story|article)|more to read|more stories|"
    r"related(?: (?:stories|story|articles?|coverage|content|posts?|news|links?|topics?|reading|documents))?|"
    r"see (?:also|more)|recommended(?: (?:for you|reading|stories|articles))?|(?:you )?(?:may|might) (?:also )?like|"
    r"you (?:may|might) also (?:like|be interested in)|more (?:on this(?: story)?|from .{2,40}|like this|news|"
    r"coverage)|"
    r"trending(?: (?:now|stories))?|most (?:read|popular|viewed|shared)|up next|further reading|don['’]t miss|"
    r"editors?['’]s? (?:picks?|choice)|top stories|latest (?:news|stories|articles|posts)|in case you missed it|"
    r"popular (?:now|stories|posts)|what to read next|share this (?:article|story)?|tags?|topics|"
    r"lesen sie (?:auch|mehr)|mehr (?:zum thema|dazu|lesen)|auch interessant|weiterlesen|das könnte sie auch "
    r"interessieren|"
    r"à lire (?:aussi|également)|lire (?:aussi|également|la suite)|sur le même sujet|voir aussi|articles? liés?|"
    r"lea también|te puede interesar|leggi anche|lees ook)",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:no (?:related )?(?:stories|articles|posts|results|comments|content)(?: (?:were )?(?:found|available|"
    r"yet))?)\.?",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,30}){1,3}(?:/\S{0,200})?", re.IGNORECASE)
_NOTICE = re.compile(
    r"(?:©|\(c\) ?\d{4}|copyright\b|all rights reserved|tous droits réservés|alle rechte vorbehalten|"
    r"(?:please )?(?:(?:sign up|subscribe|register|log in)(?: (?:to|for|now|here|today|and|or|with|via|below)\b|$|"
    r"[^\w ])|follow us\b|follow @|follow [\w. ]{2,40} on |"
    r"share (?:this(?: (?:story|article|page|post|video|link|on|via|with)\b|$)|(?:on|via)\b)|click here|tap here|"
    r"join (?:our|the (?:conversation|discussion))|download (?:our|the) app|get the latest|get our|"
    r"scroll (?:down|to continue)|story continues|article continues|continue "
    r"reading|"
    r"already a subscriber|this (?:story|article|post|material) (?:was|is|has been|may not|originally|first)|"
    r"(?:have|got) (?:a|you) (?:a )?(?:tip|story|news tip)|contact (?:the author|us)|email the (?:author|reporter)|"
    r"send (?:tips|us)|support (?:our|independent) journalism|view comments|show comments|leave a comment|"
    r"\d+ (?:comments|shares|min(?:ute)?s? read)|comments? (?:are closed|\(\d+\))|reading time|listen to this|"
    r"print this(?: (?:story|article|page)|$)|back to top\b|skip to|playback (?:is not|unsupported)|"
    r"the views expressed|opinions expressed|editor['’]?s['’]? note|editor['’]s? note|correction:|disclaimer|"
    r"reporting by|editing by|additional reporting|writing by|our standards:|"
    r"we(?: are|['’]re) (?:now |currently )?hiring\b|jobs? (?:of the (?:week|day)|board|alerts?)\b|now hiring\b|"
    r"wir stellen ein\b|stellenanzeige|stellenangebot|offres? d['’]emploi|nous recrutons\b|"
    r"inscrivez-vous|abonnez-vous))",
    re.IGNORECASE,
)
# Words that stand alone or nearly so over what is no prose, and that also begin sentences: “Sponsored by Senator …”.
_LABELS = texts.word_set("advertisement advertising sponsored loading newsletter anzeige publicité abonnieren")
_LABEL_WORDS = 5  # a label is no longer, and ends like no sentence
_BYLINE = re.compile(
    r"(?i:(?:story |words |written |posted |reported |published |report )?by:?|von|par|por)\s+"
    r"(?:the )?[A-Z\u00c0-\u00de][\w.'’-]*(?:[ ,&|/·•-]+(?:and |und |et |in |for |of |the )?[\w.'’@-]+){0,14}",
)
_DATELINE = re.compile(
    r"(?:(?:published|updated|last (?:updated|modified)|posted|first published|veröffentlicht|stand|publié|mis à "
    r"jour)\b.{0,80}"
    r"|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec)[a-z]*\.?"
    r"(?: \d{1,2})?(?:,? \d{4})(?:.{0,30}\b(?:am|pm|[a-z]{2,4}t|utc|gmt))?"
    r"|\d{1,2}[:.]\d{2} ?(?:am|pm)?,? ?(?:[a-z]{3,4})?(?:,? .{0,30}\d{4})?)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:file )?(?:photo|photograph|image|picture|illustration|foto|bild)s?(?: credit| courtesy)?\s?(?:by\b|:|/).*"
    r"|(?:credit|caption|pictured|video)s?\s?:.*"
    r"|.{0,300}\((?:ap photo|photo by|photo:|image:|getty|reuters/|afp|file photo|photo credit|"
    r"credit:)[^)]{0,120}\)\.?(?: \([^)]{0,40}\))?"
    r"|.{0,300}(?:/|via |©\s?)(?:getty images?|afp|reuters|ap|shutterstock|epa|alamy|bloomberg)(?:[ /].{0,40})?"
    r"|(?:associated press|getty images?|reuters|afp|shutterstock|alamy|epa|ap photo)\.?)",
    re.IGNORECASE | re.DOTALL,
)
# How agencies end their press releases: what they are and how to reach them, whatever the news is.
_PORTRAITS = ("The Federal Trade Commission works to promote competition", "The Federal Trade Commission works with")
# Who wrote an opinion piece, told in its last line: `The writer is a professor at …`, `Jane Doe is a fellow at …`.
_AUTHOR = re.compile(
    r"(?:(?:The|This) (?:writer|author|columnist)s?|(?:(?:Dr|Prof|Sir)\.? )?(?:[A-Z][\w.’'-]+ ){2,4}?)"
    r"\s?(?:is|are|was|teaches)\s(?:(?:an?|the) )?(?:(?!(?:of|to|for|in|on|by|from) )[\w’'-]+ ){0,6}?"
    r"(?:professors?|fellows?|lecturers?|columnists?|authors?|researchers?|scholars?|journalists?|writers?|economists?)\b"
    r"[^“”\"\n.]*\b(?:at|of|with|for|in|and)\b[^“”\"\n]*\."
)
_WRITER = re.compile(
    r"The (?:writer|author)s? (?:(?:is|are|was|were)(?! \w+ing\b)|teaches|chairs|leads|runs)\b[^“”\"\n]*"
)
_LEAST_ESSAY = 2  # lines above an author's line
_LAST_LINES = 4  # one of them may be an author's
_NOTES = re.compile(r"notes? (?:to|for) (?:the )?editors?", re.IGNORECASE)
_LONGEST_LABEL = 100  # code points, marks and blanks around it counted
# How newsletters and speeches begin.
_GREETING = re.compile(
    r"\s*(?:(?:good (?:morning|afternoon|evening)|happy \w+day|hello|hi there|hi|hey|greetings|hallo|moin|servus|grüezi"
    r"|guten (?:morgen|tag|abend)|bonjour|salut|bonsoir)"
    r"(?:\s?[,.!:;–—]|\s?-(?=\s)|\s+(?:and|from|to|everyone|all|readers?|friends|folks|team|aus|und|à|et|zusammen|allerseits|tous"
    r"|toutes)\b)"
    r"|dear (?:(?:all|everyone|colleagues?|subscribers?|members|followers|listeners|fellow)\b"
    r"|(?:\w{1,12} )?(?:readers?|friends)\b)"
    r"|liebe (?:leser|leserin|leserinnen|freunde|freundinnen|abonnent\w{0,6}|kolleg\w{0,6}|alle|hörer\w{0,6})\b"
    r"|sehr geehrte\b|ch[eè]re?s (?:lect\w{3,8}|abonné\w{0,3}|ami\w{0,2}|collègues|toutes|tous)\b"
    r"|welcome (?:back )?to\b|(?:herzlich )?willkommen (?:zurück )?(?:zu|bei|beim)\b|bienvenue (?:dans|à)\b)",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 60  # words; longer lines are prose
_LONGEST_LINE = 400  # code points; longer lines are prose
_FIRST_WORD = re.compile(r"[^\W_]+(?:['’]t)?")
_DIGIT = re.compile(r"\d")
# The first words of the labels and notices above: a line that opens with another word is not looked at further.
_RELATED_STARTS = texts.word_set(
    "also read more related see recommended you may might trending most up further don't don’t editor editors "
    "editor’s top latest in "
    "popular what share tag tags topics lesen mehr auch weiterlesen das à lire sur voir article articles lea te "
    "leggi lees"
)
_NOTICE_STARTS = texts.word_set(
    "c copyright all tous alle please sign subscribe register log follow share click tap join download the get "
    "advertisement "
    "advertising sponsored scroll story article continue already this have got contact email send support view "
    "show leave "
    "comment comments reading listen print back skip loading playback opinions editor editors correction "
    "disclaimer reporting "
    "editing additional writing our abonnieren newsletter anzeige publicité inscrivez abonnez we we’re we're job "
    "jobs now wir stellenanzeige stellenangebot offre offres nous"
)
# Of these, the ones that never open a sentence of an article: they leave the body of a page too.
_PROMOTION_STARTS = texts.word_set(
    "sign subscribe follow share click tap advertisement advertising sponsored scroll skip loading abonnieren "
    "newsletter anzeige "
    "publicité inscrivez abonnez download print back"
)
_QUOTED = re.compile('[“”"«»„]')
_CAPTION_STARTS = texts.word_set(
    "file photo photos photograph photographs image images picture pictures illustration foto bild credit "
    "caption pictured "
    "video videos associated getty reuters afp shutterstock alamy epa ap"
)
# News agencies' and tabloids' openings, found inside the first line of articles stored as one line.
_PREAMBLE = re.compile(
    r"\s*(?:By\s?\.?\s(?:[A-Z][\w.'’-]*(?:,? (?:and |for |in )?[A-Z][\w.'’-]*){0,8})?\s?\.?\s{0,3})?"
    r"(?:(?:PUBLISHED|UPDATED|CREATED|Published|Last updated|Updated)\s?:\s?\.?\s?\d{1,2}:\d{2}[^|"
    r"\n]{0,50}?\d{4}\s?\.?\s?\|?\s?\.?\s{0,3}){1,3}"
)
_LINE = re.compile(r"[^\n]+")
_SPACES = re.compile(r"[\s\u00a0]+")
_LINKS_IN_A_BLOCK = 12  # more lines than this under one label are the article again
_LINK_WORDS = 25  # a linked headline is shorter
_PROSE_ENDS = (".", ".”", '."', ".’", "!”", "?”", ".)", "。", ";", ",")
_EDGES = " \t\u00a0•·*|–—-:>»"


def greets(text: str) -> bool:
    """Whether a text or a sentence begins by greeting its readers: no news is told in that sentence."""
    return _GREETING.match(text) is not None


def folded(text: str) -> str:
    """The words of a line for comparison: lower case, single spaces, no marks at the ends."""
    return _SPACES.sub(" ", text).strip(" \u00a0\"'“”‘’.:|–—-*").lower()


def _is_link(line: str) -> bool:
    """A line that may be the text of a link: short, not a finished sentence."""
    return line.count(" ") < _LINK_WORDS and not line.endswith(_PROSE_ENDS)


@lru_cache(maxsize=3)
def blocks(text: str, title: str = "") -> tuple[Block, ...]:
    """Everything in `text` that is not prose of the article, in reading order, never overlapping.

    Whole lines only, except the preamble of articles stored as one line. `title` is the article's headline: lines
    that repeat it are found wherever they stand, unless the text is that one line. Linear in the text.
    """
    lines = _lines(text)
    found: list[Block] = []
    headline = folded(title) if title.count(" ") < 22 else ""  # longer ones are sentences of the text
    if lines and (preamble := _PREAMBLE.match(text, 0, 600)) and preamble.end() > 0:
        found.append(Block("preamble", Span(0, preamble.end())))
    index = 0
    opening = headline.partition(" ")[0]
    near_end = len(lines) - _LAST_LINES
    while index < len(lines):
        span, line, kind, notes = lines[index]
        if notes and index:
            found += [Block("notice", line.span) for line in lines[index:]]
            break
        if len(lines) == 1:
            kind = None
        elif headline and opening in line.lower():
            kind = _titled_kind(lines[index], headline)
        if kind is None and index >= near_end and _of_author(lines, index):
            kind = "notice"
        if kind is None:
            index += 1
            continue
        if kind == "related":
            last = _last_link(lines, index, headline)
            found.append(Block("related", Span(span.start, lines[last].span.end)))
            index = last + 1
            continue
        if kind == "footer" and found and index and index + 1 == len(lines):
            _take_outlet_name(lines, index, found)
        if not (found and span.start < found[-1].span.end):
            found.append(Block(kind, span))
        index += 1
    return tuple(found)


def _of_author(lines: tuple[_Line, ...], index: int) -> bool:
    """The last line of an essay, when it tells who wrote it."""
    if index + _LAST_LINES < len(lines) or index < _LEAST_ESSAY:
        return False
    line = lines[index].text
    if line.count(" ") >= _LONGEST_CAPTION or any(later.kind is None for later in lines[index + 1 :]):
        return False
    return bool(_WRITER.fullmatch(line.strip(_EDGES + ".")) or _AUTHOR.fullmatch(line))


class _Line(NamedTuple):
    span: Span
    text: str
    kind: Kind | None  # whatever the headline is
    notes: bool  # it is the label over notes to editors


@lru_cache(maxsize=2)  # the same lines are asked for with the headline and without it
def _lines(text: str) -> tuple[_Line, ...]:
    """The lines of a text that are not blank, each without the white space around it."""
    found = []
    for match in _LINE.finditer(text):
        span = texts.trim(text, Span(*match.span()))
        if span.start < span.end:
            line = text[span.start : span.end]
            short = len(line) < _LONGEST_LABEL
            found.append(_Line(span, line, _kind(line), short and _NOTES.fullmatch(line.strip(_EDGES)) is not None))
    return tuple(found)


def _titled_kind(line: _Line, headline: str) -> Kind | None:
    if headline and len(line.text) < 2 * len(headline) + 20 and folded(line.text) == headline:
        return "headline"
    return line.kind


def _kind(line: str) -> Kind | None:
    """What a whole line is, if it is not prose."""
    if line.startswith(_PORTRAITS):
        return "notice"
    length = len(line)
    spaces = line.count(" ")
    if length > _LONGEST_LINE or spaces >= _LONGEST_CAPTION:
        return None
    bare = line.strip(_EDGES)
    if not bare:
        return "notice"
    first = _FIRST_WORD.match(bare)
    word = first[0].lower() if first else ""
    if spaces < _LINK_WORDS and word in _RELATED_STARTS:
        label = _RELATED.match(bare)
        if label and label.end() == len(bare):
            return "related"
        if label and bare[label.end() :].lstrip()[:1] in (":", "|", "–", "»", "›") and _is_link(line):
            return "promotion"
    if word == "no" and _NOTHING.fullmatch(bare):
        return "empty"
    if not spaces and _DOMAIN.fullmatch(bare):
        return "footer"
    told = word in _NOTICE_STARTS or not word or word.isdigit()
    if spaces < 45 and told and (_is_label(bare) if word in _LABELS else _NOTICE.match(bare)):
        return "promotion" if spaces < 25 and word in _PROMOTION_STARTS and not _QUOTED.search(line) else "notice"
    if spaces < 16 and (_BYLINE.fullmatch(bare) or (_DIGIT.search(bare) and _DATELINE.fullmatch(bare))):
        return "byline"
    if (word in _CAPTION_STARTS or _credits(line[-60:].lower())) and _CAPTION.fullmatch(bare):
        return "caption"
    return None


def _is_label(line: str) -> bool:
    """Whether a line that opens with the word of a label is one: a few words that make no sentence."""
    return line.count(" ") < _LABEL_WORDS and (
        line.endswith(("...", "…")) or not line.endswith((*_PROSE_ENDS, "!", "?"))
    )


def _credits(tail: str) -> bool:
    """Whether a line's end may credit a picture."""
    named = "getty" in tail or "afp" in tail or "reuters" in tail or "/ap" in tail or "via ap" in tail
    return (
        named or ")" in tail or "shutterstock" in tail or "epa" in tail or "alamy" in tail or "bloomberg" in tail
    )  # written out, which is three times as fast as any pattern or loop


def _last_link(lines: tuple[_Line, ...], label: int, headline: str) -> int:
    """Index of the last line that belongs to the link block under the label."""
    last = label
    for index in range(label + 1, min(len(lines), label + 1 + _LINKS_IN_A_BLOCK)):
        kind = _titled_kind(lines[index], headline)
        if kind in ("related", "empty", "footer") or not (_is_link(lines[index].text) or kind == "headline"):
            break
        last = index
    return last


def _take_outlet_name(lines: tuple[_Line, ...], index: int, found: list[Block]) -> None:
    """An outlet's name alone on the line above its address belongs to the footer."""
    span, line, _, _ = lines[index - 1]
    if span.start >= found[-1].span.end and line.count(" ") < 5 and _is_link(line):
        found.append(Block("footer", span))


def spans(text: str, title: str = "") -> tuple[Span, ...]:
    """Where `text` is not prose: facts and quotes never come from there. In reading order, never overlapping."""
    return tuple(block.span for block in blocks(text, title))
