"""What forms call their fields: in words, and no word twice."""

from __future__ import annotations

import pytest

from bot.commands import COMMANDS, Arg, choices
from bot.render.slack_text import MOST_TITLE
from bot.speech import LOCALES, speech


@pytest.mark.parametrize(
    ("arg", "label", "hint"),
    [
        (Arg("at", "time", "Time of day, for example 09:00"), "Time of day", "For example 09:00"),
        (Arg("kind", "word", "Kind of source, when it is not a feed"), "Kind of source", "When it is not a feed"),
        (Arg("cadence", "choice", "How often"), "How often", ""),
        (Arg("most", "count", "Stories at most"), "How many at most", "Stories at most"),
        (Arg("address", "url", "Address of the feed"), "Address", "Address of the feed"),
    ],
)
def test_a_hint_does_not_say_its_label_again(arg: Arg, label: str, hint: str) -> None:
    assert choices.field(arg, speech("en")) == (label, hint)


def test_a_hint_in_german_neither() -> None:
    at = next(arg for arg in COMMANDS["digest schedule"].args if arg.name == "at")
    assert choices.field(at, speech("de")) == ("Uhrzeit", "Zum Beispiel 09:00")


@pytest.mark.parametrize("locale", LOCALES)
def test_titles_fit_slack_whole(locale: str) -> None:
    say = speech(locale)
    for path in choices.TITLES:
        assert path in COMMANDS
        assert len(choices.title(COMMANDS[path], say)) <= MOST_TITLE, path
