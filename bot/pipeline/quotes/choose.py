"""Choose the one quotation a card shows, or none: a bad one is worse."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from bot.model import Quote, Slice, Span
from bot.pipeline import text as texts
from bot.pipeline.quotes import bodies, heads, verbs
from bot.pipeline.quotes.plain import plain
from bot.pipeline.spoken import shown
from bot.pipeline.text import word_set

# Bounds and weights were set on 60 of the 150 articles of the development set of quotations (US politics,
# 2008-2016) by reading what was chosen, and checked on tests/quality/quotes.
_SHORTEST = 8  # words of a quotation that speaks for itself
_SHORTEST_SENTENCE = 6  # words of a whole sentence, taken when nothing better speaks
_SHORTEST_FRAGMENT = 10  # words of a piece that is not a whole sentence
_LONGEST = 90  # words; longer ones make no card
_ENOUGH = 60  # words of a longer one that are shown
_SENTENCE_INSIDE = re.compile(r"(?<=[a-zà-ÿ0-9)%][a-zà-ÿ0-9)%])[.!?](?=\s+[\"“‘]?[A-ZÀ-Þ])")
_TURN = re.compile(r"(?:But|However|Yet|Still|Even so|That said|At least|Nevertheless|Nonetheless)\b")
_TURNED = 3.0  # of the score
_NEXT = 160  # characters between the ends of a quotation and the next

_ROUND_UP_TITLE = re.compile(
    r"\b(?:newsletter|round-?up|daily digest|weekly digest|briefing|playbook|week in review|this week in|weekly wrap|"
    r"morning brief|links? of the (?:day|week)|what we(?:'|’)re reading|in brief|podcast|live (?:updates|blog)|"
    r"politics (?:live|latest)|(?:weekly|daily|monthly) (?:#|no\b|issue|update|brief|recap|report|news\b)|"
    r"the latest:|newswrap|presseschau|revue de presse)\b|\b(?:weekly|daily) ?#|#\d+\s*$",
    re.IGNORECASE,
)
_AGENCY_MARK = re.compile(r"^(?:GESAMT-?)?ROUNDUP(?: ?\d)?(?:/[^:\n]{1,40})?: ?")  # dpa: one story told whole
_ROUND_UP_TEXT = re.compile(
    r"(?:^|\n)\W{0,5}(?:good (?:morning|afternoon|evening)\b[^\n]{0,60}\b(?:welcome|newsletter|here)|"
    r"welcome (?:back )?to\b[^\n]{0,80}(?:newsletter|edition|digest|round-?up|briefing)|"
    r"in (?:today|this week)(?:'|’)s (?:newsletter|edition|issue|round-?up|digest)|(?:this|today(?:'|’)s) newsletter\b|"
    r"here(?:'|’)s (?:what|everything) (?:else )?(?:you|we)\b|thanks for (?:reading|subscribing)|"
    r"what we(?:'|’)re (?:reading|watching|following)|(?:top|other|more) (?:stories|headlines|news)\W*(?:\n|$))",
    re.IGNORECASE,
)
_CLOCK_LINE = re.compile(r"\W{0,5}\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?| Uhr)?(?: ?(?:[A-Z]{2,4}))?\W{0,5}$")
_LONGEST_CLOCK = 30  # code points of such a line
_LIVE = 2  # lines that are only a time of day make a live page
_ROUND_UP_REACH = 900  # characters at the start in which a newsletter says that it is one
_CAPTION = re.compile(
    r"^\W{0,5}(?:photo|image|picture|caption|file photo|credit|video|watch|bild|foto|crédit)\b|"
    r"getty images|/\s?ap\b|ap photo|reuters/|/\s?reuters|/\s?afp|shutterstock|file photo|photo(?:graph)? by|photo:|"
    r"picture:",
    re.IGNORECASE,
)
_CROWD = word_set(
    "crowd crowds protesters protestors demonstrators sign signs banner banners placard placards slogan motto "
    "chant chants supporters fans poster posters headline headlines shirt t-shirt hat hats caption label song "
    "lyrics sticker villain character narrator chatbot chatbots bot chatgpt grok copilot"
)
_SLOGAN = re.compile(
    r"\b(?:chant\w*|signs?\b(?! (?:the|a|an|into|off|on|up|of)\b)|banners?|placards?|slogans?|mottos?|sang|singing)\b",
    re.IGNORECASE,
)
_BEARER = re.compile(  # the banner outside the court read “…”
    r"\b(?:banners?|placards?|posters?|stickers?|billboards?|leaflets?|adverts?|advertisements?|headlines?|captions?|"
    r"t-shirts?|slogans?)\b[^.!?“”\"\n]{0,60}\b(?:read|reads|reading|said|says|saying|that|words)\W*$",
    re.IGNORECASE,
)
_BEARER_REACH = 120  # characters
_DANGLING = re.compile(
    r"^(?:it|that|this|they|them|he|she|these|those|there|so|and|but|or|because|which|who|such|his|her|their|its|"
    r"yes|no|"
    r"er|sie|es|das|dies|und|aber|il|elle|ils|c’est|c'est|cela|et|mais)\b",
    re.IGNORECASE,
)
_SUBSTANCE = re.compile(
    r"\b(?:AI|A\.I\.|artificial intelligence|algorithm\w*|model\w*|law\w*|bill\w*|act|rule\w*|regulat\w*|polic\w*|"
    r"govern\w*|safe\w*|risk\w*|right\w*|protect\w*|ban\w*|standard\w*|require\w*|must|should|need\w*|data|privacy|"
    r"innovation|security|transparen\w*|accountab\w*|court\w*|compan\w*|industr\w*|public|people|"
    r"KI|Gesetz\w*|Regel\w*|IA|loi\w*|droit\w*)\b"
)
_PROVISION = re.compile(  # what a bill or an amendment inserts, no speech
    r"(?:(?:Art(?:icle|ikel)?|Sec(?:tion)?|Chapter|Title|Titre|Annexe?|Absatz|Alinéa)\b\.?|§+)\s{0,2}"
    r"[\dIVXL][\w()-]{0,12}\s?[.:–—]\s|"
    r"[(]?(?:\d{1,3}|[a-z]{1,2}|[IVX]{1,4})[°).](?:\s|$)|[IVX]{1,5}\.?\s?[–—-]\s"
)
_INSERTS = re.compile(  # Section 4 is amended by inserting: “…”; L’article 3 est ainsi rédigé : « … »
    r"\b(?:amended|inserting|substitut\w+|read as follows|ainsi (?:rédigée?s?|modifiée?s?)|complétée?s?|insérée?s?|"
    r"gefasst|eingefügt|ersetzt)\b[^.!?“”«»„\"]{0,60}\Z",
    re.IGNORECASE,
)
_OPENS_ANOTHERS = "'\"‘“‚„‹«"  # words that begin with somebody else's: a letter or a chat read aloud
_WIRES = frozenset(  # what a newsroom writes is no statement
    {"Reuters", "AP", "Associated Press", "AFP", "Agence France-Presse", "Bloomberg", "Bloomberg News", "dpa", "ANSA"}
    | {"Xinhua", "Kyodo", "Jiji Press", "Yonhap", "PTI", "BBC", "CNN", "Guardian", "Financial Times", "New York Times"}
)
_POINTING = frozenset({"This", "That", "These", "Those", "this", "that", "these", "those", "It", "it"})
# Words put into somebody's mouth by a machine, and words somebody says were not said.
_FAKED = re.compile(
    r"\b(?:deep-?fakes?|voice clones?|clones?|imitations?|impersonations?|impersonat\w+|imitat\w+) "
    r"(?:of|from|by|von|des?|du)\b|\bcloned voice\b|"
    r"\b(?:fake|faked|doctored|fabricated|manipulated|AI[- ]generated|synthetic|bogus) (?:[a-z]+ ){0,2}"
    r"(?:audios?|videos?|clips?|posts?|calls?|robocalls?|messages?|statements?|quotes?|quotations?|letters?|tweets?|"
    r"recordings?|voices?|ads?)\b|\bfalsely (?:attributed|quoted|claim)|"
    r"\b(?:post|message|statement|words) attributed to\b|\bgefälscht\w* |\bfaux (?:enregistrement|message|discours)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:den(?:ied|ies|y|ying)|disavow(?:ed|s)|disput(?:ed|es))"
    r"(?: (?:that|saying|having said|he said|she said|ever saying))?\W*$|"
    r"\b(?:never|(?:did|does|do|has|have|had)(?: not|n['’]t)(?: ever)?) (?:sa(?:y|id)|claim(?:ed)?|wr(?:ite|ote|itten)|"
    r"call(?:ed)?)(?: (?:that|it|them|him|her))?\W*$",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(r"\b(?:never|(?:did|does|do|has|have|had)(?: not|n['’]t)) sa(?:y|id)\b", re.IGNORECASE)
_ASKED_FIRST = re.compile(  # When Jane asked, “…?” the chatbot replied: the answer is the news
    r"\b(?:When|Once|If|After|As|Every time)\b[^.!?“”\"\n]{1,80}\b(?:asks?|asked|wondered|typed|wrote)\b[,:]?\s?"
    r"[“\"‘']?$"
)
_ASKED_REACH = 110  # characters
_SENTENCE_REACH = 240  # characters before the words, in their sentence
_INSERTS_REACH = 100  # characters
_PHRASE = re.compile(  # a piece that hangs on the words before it
    r"(?:to|through|for|with|in|of|on|at|from|by|as|into|under|about|without|against|like|toward|towards|between|during|"
    r"within|across|despite|beyond|over|than|[a-z]+ing|who|whom|whose|which|that|where|when|because|"
    r"before|after|since|while|if|unless|until|and|or|but|nor|though|although|zu|um|für|mit|von|durch|pour|par|avec|sans|de|à|dans|sur)\s"
)
_WROTE = r"\b(?:wrote|written|said|warned|observed|remarked|argued|declared|put it|held|noted)\b"
_FOR_ANOTHER = re.compile(r"(?i)\bspokes(?:man|woman|person|people)\b|\bpress secretary\b|\brepresentatives? for\b")
_FILED = re.compile(r"\b(?:complaint|lawsuit|suit|filing|petition|indictment|motion|brief|source|document)\b")
_NAMELESS = re.compile(
    r"[Tt]he (?:company|firm|group|agency|organi[sz]ation|man|woman|senators?|lawmakers?|officials?)$"
)
_PAPERS = word_set(
    "communiqué rapport lettre courrier texte document décision arrêt avis site note tribune pétition mitteilung "
    "pressemitteilung bericht schreiben brief stellungnahme erklärung urteil beschluss bescheid entwurf gesetzentwurf "
    "antrag papier webseite website studie étude"
)
_PAPER = 2.0
_OLD = r"1[5-9]\d\d\b"
_WHERE = r"(?: (?:back|in|as|early|a|an|the|his|her|its|their|opinion|dissent|letter|essay|speech|book)){1,5}"
_CITED = (
    re.compile(  # Judge Doe wrote in 1936: “…”; In 1936, Judge Doe warned that “…”; as Justice Roe once put it, “…”
        rf"{_WROTE}{_WHERE} {_OLD}|\bIn {_OLD},?\s[^.!?,“”\"\n]{{0,40}}{_WROTE}|\b(?:once|famously) {_WROTE}"
    )
)
_CLOSED = r"[.,]?[”\"’»]{0,2}[.,]?\s"
_CASE = r"(?:[A-Z][^\s“”\"]*\s(?:(?:of|the|and|for|de|la|&)\s)?){1,12}v\.?\s[A-Z]"
_REPORTED = re.compile(  # “…” Doe v. Acme Corp., 81 F.2d 49, 56 (2d Cir. 1936)
    rf"{_CLOSED}(?:(?:\(?(?:See|Cf\.|Quoting|quoting|citing|In)\s)?{_CASE}"
    r"|\(?\d{1,4} (?:U\.S\.|F\.(?:2d|3d|4th)|S\. ?Ct\.|F\. Supp\.) )"
)
_SENTENCE_END = re.compile(r"[.!?\n]")
_CITED_REACH = 160  # characters before the words, in their sentence
_STOPS = re.compile(r"[\s\u00a0\u202f]?[\"'”’“«»]{1,2}[.,!?]")  # punctuation outside the marks
_MEANS = re.compile(r"\W{0,3}(?:means?|shall mean|refers? to|is defined|bezeichnet|désigne)\b")
_DEFINED = re.compile(
    r"(?:\b(?:case|decision|opinion|ruling|matter)s? (?:in which|where|that)|"
    r"\bterms?|\(the|defined as|known as|called|titled|entitled|named|slogan|motto|"
    r"under the (?:title|headline))\W{0,3}$",
    re.IGNORECASE,
)


def is_round_up(text: str, title: str) -> bool:
    """A newsletter or live page that strings many stories together: whose words are whose is not safe there."""
    if _ROUND_UP_TITLE.search(title) or _ROUND_UP_TEXT.search(text[:_ROUND_UP_REACH]):
        return True
    if text.count(":") + text.count(".") < _LIVE:
        return False
    short = (line for line in text.split("\n") if len(line) < _LONGEST_CLOCK)
    return sum(1 for _ in islice(filter(_CLOCK_LINE.match, short), _LIVE)) == _LIVE


def pull(text: str, quotes: tuple[Quote, ...], title: str = "", language: str = "en") -> Quote | None:
    """The quotation to show on a card, or None when none is good enough.

    It must have a named speaker and words that read on their own. Never chosen: words in marks that nobody
    says, titles, defined terms, slogans, captions, anything in a round-up. Among the rest a whole sentence of
    moderate length, near the top, by somebody with a role, about what the title is about, wins.
    """
    if language == "de":
        title = _AGENCY_MARK.sub("", title)
    if not quotes or is_round_up(text, title):
        return None
    wanted = {word.lower() for word in texts.words(title) if len(word) > 3}
    heard = plain(text)
    best: Quote | None = None
    best_score = 0.0
    for index, quote in enumerate(quotes):
        if heard is None:
            quote = _shortened(quote)
        read, one = (heard.text, heard.inside(quote)) if heard else (text, quote)
        score = _score(read, one, wanted, language, best_score)
        if language != "en" and _PAPERS.intersection(map(str.lower, quote.speaker.split()[:2])):
            score -= _PAPER  # le communiqué speaks only where nobody does
        if score > 0.0 and index + 1 < len(quotes) and _taken_back(quote, quotes[index + 1]):
            score -= _TURNED
        if score > best_score and not _is_barred(read, one):
            best, best_score = quote, score
    if best is not None and heard is None and language == "en":
        best = bodies.named(text, best, title)
    return best


def _shortened(quote: Quote) -> Quote:
    """A long statement by its first sentences, as many as a card holds; shorter ones as they are."""
    if sum(part.text.count(" ") for part in quote.parts) < _LONGEST:
        return quote
    kept: list[Slice] = []
    words = 0
    for part in quote.parts:
        count = len(part.text.split())
        if words + count > _ENOUGH:
            ends = [match.end() for match in _SENTENCE_INSIDE.finditer(part.text)]
            end = max(
                (
                    one
                    for one in ends
                    if words + len(part.text[:one].split()) <= _ENOUGH
                    and part.text[one - 1] != "?"
                    and not _TURN.match(part.text[one:].lstrip())
                ),
                default=0,
            )
            if end:
                kept.append(Slice(part.text[:end], Span(part.span.start, part.span.start + end)))
            elif not kept:
                return quote
            break
        kept.append(part)
        words += count
    return replace(quote, parts=tuple(kept), breaks=quote.breaks[: len(kept) - 1]) if kept else quote


def _taken_back(quote: Quote, following: Quote) -> bool:
    """`“AI has risks.” ⏎ “But we can meet them”`: alone it would say the reverse of what its speaker means."""
    return (
        following.speaker == quote.speaker
        and following.parts[0].span.start - quote.parts[-1].span.end < _NEXT
        and _TURN.match(following.parts[0].text) is not None
    )


def _is_barred(text: str, quote: Quote) -> bool:
    """Words that nobody says here and now, by what stands around them. Slow, so only asked of what would be pulled."""
    start, end = quote.parts[0].span.start, quote.parts[-1].span.end
    return bool(
        _INSERTS.search(text[max(0, start - _INSERTS_REACH) : start].rstrip(" \u00a0\u202f«»„“”\"'‘"))
        or _is_cited(text, start, end)
        or _is_aside(text, start, end)
        or (quote.attribution and _SLOGAN.search(quote.attribution.text))
        or _is_disowned(text, start, end)
        or (text[end - 1] == "?" and _ASKED_FIRST.search(text[max(0, start - _ASKED_REACH) : start]))
    )


def _is_disowned(text: str, start: int, end: int) -> bool:
    """Words that a fake says, or that somebody denies: what stands before them in their sentence, or right behind."""
    floor = max(0, start - _SENTENCE_REACH)
    floor = max(
        floor, text.rfind("\n", floor, start) + 1, *(text.rfind(stop, floor, start) + 1 for stop in (". ", "? ", "! "))
    )
    before = text[floor:start].rstrip(" \u00a0\u202f«»„“”\"'‘")
    stop = _SENTENCE_END.search(text, end + 1, end + _CITED_REACH)
    behind = text[end : stop.start()] if stop else text[end : end + _CITED_REACH]
    return bool(
        _FAKED.search(before)
        or _DENIED.search(before)
        or _NOT_SAID.search(behind)
        or _FAKED.match(behind.lstrip(' ,”"’»'))
    )


def _score(text: str, quote: Quote, wanted: set[str], language: str, least: float) -> float:
    """How good a pull quote its own words make it; 0 or less means never, or not more than `least`."""
    if not quote.speaker or quote.attribution is None:
        return 0.0
    start, end = quote.parts[0].span.start, quote.parts[-1].span.end
    words = shown(quote)
    said = texts.words(words)
    count = len(said)
    whole = words[:1].isupper() and (
        words.rstrip("\"'”’»")[-1:] in tuple(".!?…,") or _STOPS.match(text, end) is not None
    )
    if count < _SHORTEST_SENTENCE or (not whole and count < _SHORTEST_FRAGMENT) or count > _LONGEST:
        return 0.0
    if quote.speaker.partition(" ")[0] in _POINTING:
        return 0.0
    if (not whole and _PHRASE.match(words)) or _PROVISION.match(words) or words[0] in _OPENS_ANOTHERS:
        return 0.0
    if count < 14 and sum(word[0].isupper() for word in said) * 10 >= count * 7:
        return 0.0  # a title
    if count < _LONGEST_TITLE and words[0].isupper() and _is_title(said):
        return 0.0
    if not _person_like(quote):
        return 0.0
    if language == "en" and (not heads.tells(quote.speaker) or heads.is_text(quote.speaker, whole)):
        return 0.0
    score = 3.0
    if count >= _SHORTEST:
        score += 2.0
    if whole:
        score += 2.8
    if 12 <= count <= 45:
        score += 1.5
    elif count > 60:
        score -= 1.0
    if quote.role:
        score += 1.0
    if quote.speaker[0].isupper():
        score += 0.7
    score -= 2.0 * start / max(1, len(text))
    if score + _MOST_ADDED <= least:
        return 0.0
    score += min(1.5, 0.5 * len(wanted.intersection(map(str.lower, said))))
    score += min(1.0, 0.35 * len(_SUBSTANCE.findall(words)))
    if _FOR_ANOTHER.search(quote.role or quote.speaker):
        score -= 1.5
    if _NAMELESS.match(quote.speaker):
        score -= 1.0
    if quote.speaker[0].islower() and _FILED.search(quote.speaker):
        score -= 1.0
    if _DANGLING.match(words):
        score -= 1.3
    if words.endswith("?"):
        score -= 0.8
    return score


_LONGEST_TITLE = 40  # words
_SHORT_IN_TITLES = frozenset({"with", "from", "into", "that", "than", "over", "upon", "between", "through", "under"})


def _is_title(said: tuple[str, ...]) -> bool:
    """`Approval of a Five-Year Agreement with Acme to Provide ...`: every longer word has a capital."""
    longer = [word for word in said if len(word) > 3 and word.lower() not in _SHORT_IN_TITLES]
    return len(longer) > 3 and all(word[0].isupper() or word[0].isdigit() for word in longer)


_MOST_ADDED = 2.6  # for words of the headline and of substance, and a little for rounding


def _is_cited(text: str, start: int, end: int) -> bool:
    """Words of an older text: a court's opinion that cites another, an essay that cites a dead judge."""
    floor = max(0, start - _CITED_REACH)
    floor = max(floor, text.rfind("\n", floor, start) + 1, text.rfind(". ", floor, start) + 1)
    stop = _SENTENCE_END.search(text, end, end + _CITED_REACH)
    tail = "" if text[end - 1] in ".!?" or stop is None else text[end : stop.start()]
    return bool(_CITED.search(text, floor, start) or _CITED.search(tail) or _REPORTED.match(text, end))


def _is_aside(text: str, start: int, end: int) -> bool:
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if len(line) < 400 and _CAPTION.search(line):
        return True
    if _MEANS.match(text, end, end + 20) or _DEFINED.search(text, max(0, start - 24), max(0, start - 1)):
        return True
    if _BEARER.search(text, max(line_start, start - _BEARER_REACH), start):
        return True
    return line_start == 0 and line.rstrip()[-1:] not in tuple(".!?\"”’'»,“«‘‹›")


def _person_like(quote: Quote) -> bool:
    last = {word.lower().strip("'’") for word in quote.speaker.split()}
    if quote.speaker[0].islower() and quote.speaker.split()[0] not in verbs.DETERMINERS:
        return False
    if quote.speaker.removeprefix("The ").removeprefix("the ") in _WIRES:
        return False
    return not last & _CROWD and quote.speaker.lower() not in verbs.SUBJECT_PRONOUNS["en"]
