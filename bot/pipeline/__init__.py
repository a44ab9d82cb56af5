"""Pure reading of articles: relevance, quotes, facts, frame, card. No clock, network, database or logging."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from bot.model import Article, DateAhead, Frame, Label, Reading, Slice, Span


def digest(article: Article) -> Reading:
    """Read one article: everything found in it, and what was chosen for its card.

    Linear in the text; the same article gives the same reading everywhere. Body slices count in `article.text`.
    """
    # Only children read articles; whoever imports a neighbour of this needs none of these lexicons (7 MB, .2 s).
    from bot.pipeline import boilerplate, facts, frame, phrases, quotes, relevance

    body = article.text
    language = _language(article.language, body or f"{article.title} {article.summary}")
    verdict = relevance.judge(
        article.title,
        body or article.summary,
        outlet=article.outlet,
        language=language,
        words=phrases.shared(body[: phrases.SHARED]) if body else None,
    )
    aside = boilerplate.spans(body, article.title)
    said = tuple(quote for quote in quotes.find(body, language) if not _within(quote.parts[0].span, aside))
    pull = quotes.pull(body, said, article.title, language)
    mentions = facts.extract(body, article.published, language)
    taken = tuple(part.span for part in pull.parts) if pull else ()
    found = frame.read(
        article.title,
        body or article.summary,
        language=language,
        hints=article.hints,
        source_jurisdiction=article.jurisdiction,
    )
    if relevance.tells_of_no_state(verdict) and not article.primary:
        found = replace(found, instrument=None, stage=None)
    ahead = facts.dates_ahead(body, article.published, language)
    if article.published is not None:
        found = _unless_ahead(found, tuple(one for one in ahead if one.on > article.published.date()))
    return Reading(
        headline=Slice(article.title, Span(0, len(article.title)), "title"),
        dek=Slice(article.summary, Span(0, len(article.summary)), "summary") if article.summary else None,
        verdict=verdict,
        quotes=said,
        pull=pull,
        facts=facts.choose(article.title, body, mentions, taken=taken, published=article.published),
        mentions=mentions,
        frame=found if body else _proven_by_summary(found),
        dates_ahead=ahead,
        language=language,
    )


# “Takes effect”, “tritt in Kraft”: said of today or of a day to come; “took effect” and “in force” only of what is.
_TO_COME = ("take", "come", "enter", "go", "tritt", "treten", "entre", "begin", "appl")


def _unless_ahead(frame: Frame, ahead: tuple[DateAhead, ...]) -> Frame:
    """A measure that takes effect on a day after the article's is final, and not in force yet."""
    stage = frame.stage
    if stage is None or stage.id != "in_force":
        return frame
    for proof in stage.evidence:
        for one in ahead:
            said = one.words.span
            here = proof.origin == "title" or (proof.span.start < said.end and said.start < proof.span.end)
            if one.kind == "effective" and here and proof.text.lower().startswith(_TO_COME):
                return replace(frame, stage=replace(stage, id="passed"))
    return frame


def _proven_by_summary(frame: Frame) -> Frame:
    """The frame of an article without a body: what reads as words of a body are words of its summary."""

    def renamed(labels: tuple[Label, ...]) -> tuple[Label, ...]:
        return tuple(
            replace(
                label,
                evidence=tuple(
                    Slice(one.text, one.span, "summary") if one.origin == "body" else one for one in label.evidence
                ),
            )
            for label in labels
        )

    def one_of(label: Label | None) -> Label | None:
        return renamed((label,))[0] if label else None

    return replace(
        frame,
        jurisdictions=renamed(frame.jurisdictions),
        instrument=one_of(frame.instrument),
        stage=one_of(frame.stage),
        topic=one_of(frame.topic),
        topics_also=renamed(frame.topics_also),
        background=renamed(frame.background),
    )


def _language(given: str, words: str) -> str:
    """The language the text is in: pages and feeds often name the one of their template instead.

    What is given counts unless the words are plainly in another language: in one that is told by its words, or in
    English where German or French is given. Languages nobody can tell by words stay what they are given as.
    """
    from bot.pipeline import phrases, text

    told = phrases.shared(words[: phrases.SHARED]) if len(words) >= _READ else None  # to be read by others, too
    found = text.language(words, told.lows[: bisect_right(told.ends, text.SEEN)] if told else None)
    code = given[:2].lower()
    if not code.isalpha() or (len(given) > 2 and given[2:3] not in ("-", "_")):
        return found
    enough = len(words) >= _TELLING
    return found if enough and found != code and (found != "en" or code in ("de", "fr")) else code


_READ = 1_000  # code points of a text whose words tell, however they are cut
_TELLING = 120  # characters of a text that are enough to contradict what is said about it


def _within(span: Span, places: tuple[Span, ...]) -> bool:
    return any(place.start <= span.start and span.end <= place.end for place in places)
