"""Settings: all mistakes at once, by name, in people's words, and never a secret."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from bot import config
from bot.errors import ConfigError


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine that runs the tests takes part."""
    for name in config.names():
        monkeypatch.delenv(name, raising=False)


def test_defaults_need_nothing() -> None:
    settings = config.load(None)
    assert settings.platforms == ()
    assert settings.database_url.startswith("sqlite:///")


def test_every_mistake_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "PORT": "seventy",
        "AIPOLICY_ZONE": "Mars/Olympus",
        "SLACK_BOT_TOKEN": "abc-secret-value",
        "DATABASE_URL": "mysql://root@localhost/news",
        "AIPOLICY_FETCH_ALOW": "10.0.0.0/8",
        "AIPOLICY_FETCH_ALLOW": "not-a-range",
        "AIPOLICY_PUBLIC_URL": "example",
        "AIPOLICY_SECRET_KEYS": "short",
    }.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError) as caught:
        config.load(None)
    text = str(caught.value)
    for name in (
        "PORT",
        "AIPOLICY_ZONE",
        "SLACK_BOT_TOKEN",
        "DATABASE_URL",
        "AIPOLICY_FETCH_ALLOW",
        "AIPOLICY_PUBLIC_URL",
    ):
        assert f"- {name} " in text, name
    assert "Did you mean AIPOLICY_FETCH_ALLOW?" in text
    assert "abc-secret-value" not in text
    assert "short" not in text


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"),
        ({"SLACK_CLIENT_ID": "1.2"}, "SLACK_CLIENT_SECRET"),
        ({"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s"}, "AIPOLICY_SECRET_KEYS"),
        ({"AIPOLICY_POLL_MIN_SECONDS": "3600", "AIPOLICY_POLL_MAX_SECONDS": "60"}, "AIPOLICY_POLL_MIN_SECONDS"),
    ],
)
def test_settings_that_need_each_other(monkeypatch: pytest.MonkeyPatch, given: dict[str, str], says: str) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError, match=says):
        config.load(None)


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://bot.example.org", True),
        ("http://localhost:8080", True),
        ("http://bot.localhost", True),
        ("http://127.0.0.1:8080/", True),
        ("http://[::1]:8080", True),
        ("http://bot.example.org", False),
        ("http://10.0.0.7", False),
        ("http://localhost.example.org", False),
        ("http://[broken", False),
        ("ftp://bot.example.org", False),
    ],
)
def test_a_public_address_is_encrypted_unless_it_is_this_machine(url: str, taken: bool) -> None:
    _, wrong = config.parse({"AIPOLICY_PUBLIC_URL": url})
    assert ("AIPOLICY_PUBLIC_URL" not in wrong) is taken
    if not taken:
        assert "begin" in wrong["AIPOLICY_PUBLIC_URL"]
        assert "https://" in wrong["AIPOLICY_PUBLIC_URL"]


def test_a_range_that_is_none_reads_as_one_sentence() -> None:
    _, wrong = config.parse({"AIPOLICY_FETCH_ALLOW": "foo, 10.0.0.0/8"})
    assert wrong["AIPOLICY_FETCH_ALLOW"] == (
        "AIPOLICY_FETCH_ALLOW holds foo, which is neither a range of addresses (10.0.0.0/8) nor a host with its port "
        "(feeds.example.org:8080)."
    )


def test_a_file_is_read_and_secrets_do_not_print(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("SLACK_BOT_TOKEN=xoxb-canary\nSLACK_APP_TOKEN=xapp-canary\nDISCORD_TOKEN=canary\n")
    settings = config.load(file)
    assert settings.platforms == ("slack", "discord")
    assert "canary" not in repr(settings)
    assert "canary" not in str(asdict(settings))
    assert settings.discord_token.get_secret_value() == "canary"


def test_the_environment_goes_before_the_file_and_empty_is_not_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / ".env"
    file.write_text("PORT=8001\nAIPOLICY_ZONE=Europe/Berlin\nAIPOLICY_LOCALE=\n")
    monkeypatch.setenv("PORT", "8002")
    monkeypatch.setenv("AIPOLICY_ZONE", "")
    settings = config.load(file)
    assert (settings.port, settings.zone, settings.locale) == (8002, "Europe/Berlin", "en")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("PORT", "70000", "PORT is not a whole number from 0 to 65535."),
        ("AIPOLICY_CONCURRENCY", "many", "AIPOLICY_CONCURRENCY is not a whole number from 1 to 256."),
        ("AIPOLICY_CONCURRENCY", "2.5", "AIPOLICY_CONCURRENCY is not a whole number from 1 to 256."),
        ("AIPOLICY_ARCHIVE", "Open", "AIPOLICY_ARCHIVE is one of off, local, public."),
        ("AIPOLICY_LOCALE", "xx", "AIPOLICY_LOCALE is one of en, de."),
    ],
)
def test_what_a_value_should_have_been(monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError) as caught:
        config.load(None)
    assert says in str(caught.value)


def test_every_default_is_a_value_that_may_be_given() -> None:
    settings, wrong = config.parse(config.defaults())
    assert wrong == {}
    assert repr(settings) == repr(config.load(None))
