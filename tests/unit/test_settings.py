"""Settings: all mistakes at once, by name, in people's words, and never a secret."""

from __future__ import annotations

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


def test_a_file_is_read_and_secrets_do_not_print(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("SLACK_BOT_TOKEN=xoxb-canary\nSLACK_APP_TOKEN=xapp-canary\nDISCORD_TOKEN=canary\n")
    settings = config.load(file)
    assert settings.platforms == ("slack", "discord")
    assert "canary" not in repr(settings)
    assert "canary" not in str(settings.model_dump())
