"""Round-ups: one text with the news of many measures, of which no label is the story's own."""

from __future__ import annotations

import re
from typing import Final

from bot.pipeline import boilerplate
from bot.pipeline.frame.story import Story
from bot.pipeline.phrases import Lexicon

_IN_TITLE: Final = (
    "round-up|roundup|round up|weekly|this week in|week in review|month in review|news digest|daily digest"
    "|policy digest"
    "|newsletter|news brief|news briefs|daily brief|daily briefing|morning briefing|policy monitor|recap"
    "|legislative update"
    "|law update|policy update|regulatory update|regulation update|regulation updates|legislation update"
    "|litigation update"
    "|monthly update|top stories|in brief|key developments|and more news|wochenrückblick|wochenschau|kurzmeldungen"
    "|nachrichtenüberblick|revue de presse|l'actu de la semaine|l'essentiel de la semaine|hebdo|en bref"
    "|this week's news"
    "|things you missed|you may have missed|you might have missed|catch up quick|week that was|what happened this week"
    "|things to know this week|ai policy weekly"
)
_IN_TEXT: Final = (
    "in today's edition|in today's newsletter|highlights this week|this week's highlights|top stories this week"
    "|in this issue|in this edition|in this week's issue|in this week's edition|this week's roundup"
    "|welcome to this week's"
    "|here are this week's|in this week's newsletter|in diesem newsletter|themen dieser woche|dans ce numéro"
    "|au sommaire de cette"
)
_TITLES: Final[Lexicon[str]] = Lexicon((phrase, "title") for phrase in _IN_TITLE.split("|"))
_TEXTS: Final = tuple(_IN_TEXT.split("|"))
_OPENING: Final = 400  # code points of the text in which it says what it is
_ITEMS: Final = 3  # parts of a headline that lists its news
_MARKS: Final = ("; ", " · ", " • ", " | ", " // ", " / ")
_LEAST: Final = 3  # words of one item
# “CALIFORNIA. The governor …”, “BRUSSELS — The Commission …”: a text whose paragraphs open so reports from many desks.
_LABELLED: Final = re.compile(r"^[ \t]*([A-ZÀ-Þ][A-ZÀ-Þ.&’' -]{2,30}[A-ZÀ-Þ])(?:\.|:| [—–]) ", re.MULTILINE)


def is_one(story: Story) -> bool:
    """Whether headline or opening call the text a round-up, or the headline lists several news."""
    if any(not _is_topic_of_headline(story, hit.end) for hit in _TITLES.find(story.title)):
        return True
    opening = story.body.text[:_OPENING].lower().replace("’", "'")
    if any(phrase in opening for phrase in _TEXTS):
        return True
    if boilerplate.greets(story.body.text) and _has_desks(story.body.text):
        return True
    title = story.title.text
    return any(
        sum(len(part.split()) >= _LEAST for part in title.split(mark)) >= _ITEMS for mark in _MARKS if mark in title
    )


def _is_topic_of_headline(story: Story, end: int) -> bool:
    """“Colorado AI law update: session offers chance for revisions”: one piece of news with a label before it."""
    label, colon, headline = story.title.text[end:].partition(":")
    updates = story.title.text[:end].lower().endswith("update")
    return updates and bool(colon) and not label.strip() and len(headline.split()) > _LEAST and "," not in headline


def _has_desks(text: str) -> bool:
    """Whether at least three paragraphs open with labels of their own."""
    return len({match[1] for match in _LABELLED.finditer(text)}) >= _ITEMS
