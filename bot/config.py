"""Settings from the environment and `.env`; the only file that names a variable."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url

from bot.errors import BotError, ConfigError
from bot.sources.addresses import parse_allowed
from bot.speech import LOCALES
from bot.storage.store import normalise

Port = Annotated[int, Field(ge=0, le=65535)]  # 0: any free one


def _secret(text: str) -> SecretStr:
    return SecretStr(text)


class Settings(BaseSettings):
    """Every setting. The description is the line that stands in `.env.example` and in the README."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    # --- where things are kept
    database_url: str = Field(
        "sqlite:///data/aipolicy.db",
        repr=False,  # it may hold a password
        validation_alias="DATABASE_URL",
        description="Where everything is kept: sqlite:///file or postgresql://user:password@host/name",
    )
    secret_keys: Annotated[tuple[SecretStr, ...], NoDecode] = Field(
        (),
        validation_alias="AIPOLICY_SECRET_KEYS",
        description="Keys that seal stored tokens, newest first, comma between; `aipolicy key` makes one",
    )
    retention_days: int = Field(
        0,
        ge=0,
        le=36500,
        validation_alias="AIPOLICY_RETENTION_DAYS",
        description="Empty the text of articles older than this many days; 0 keeps all",
    )

    ledger_days: int = Field(
        0,
        ge=0,
        le=36500,
        validation_alias="AIPOLICY_LEDGER_DAYS",
        description="Forget what happened to addresses more than this many days ago; 0 keeps all, and `why` knows all",
    )

    # --- Slack
    slack_bot_token: SecretStr = Field(
        _secret(""), validation_alias="SLACK_BOT_TOKEN", description="Slack bot token, begins with xoxb-"
    )
    slack_app_token: SecretStr = Field(
        _secret(""),
        validation_alias="SLACK_APP_TOKEN",
        description="Slack app-level token for Socket Mode, begins with xapp-",
    )
    slack_signing_secret: SecretStr = Field(
        _secret(""),
        validation_alias="SLACK_SIGNING_SECRET",
        description="Slack signing secret, for HTTP events instead of Socket Mode",
    )
    slack_client_id: str = Field(
        "", validation_alias="SLACK_CLIENT_ID", description="Slack client id, to install in many workspaces by OAuth"
    )
    slack_client_secret: SecretStr = Field(
        _secret(""), validation_alias="SLACK_CLIENT_SECRET", description="Slack client secret that goes with it"
    )
    slack_api_url: str = Field(
        "https://slack.com/api/", validation_alias="SLACK_API_URL", description="Base address of Slack's Web API"
    )

    # --- Discord
    discord_token: SecretStr = Field(
        _secret(""), validation_alias="DISCORD_TOKEN", description="Discord bot token, from the application's Bot page"
    )
    discord_api_url: str = Field(
        "", validation_alias="DISCORD_API_URL", description="Base address of Discord's API, empty for Discord itself"
    )
    discord_gateway_url: str = Field(
        "", validation_alias="DISCORD_GATEWAY_URL", description="Address of Discord's gateway, empty to ask Discord"
    )
    discord_shards: int = Field(
        0, ge=0, le=1024, validation_alias="DISCORD_SHARDS", description="Gateway shards; 0 lets Discord say how many"
    )

    # --- reading sources
    contact: str = Field(
        "",
        validation_alias="AIPOLICY_CONTACT",
        description="Address in the User-Agent that a site's owner can write to (mail or web page)",
    )
    fetch_allow: str = Field(
        "",
        validation_alias="AIPOLICY_FETCH_ALLOW",
        description="Private ranges and ports that may be fetched: 10.0.0.0/8, 127.0.0.1:8080; empty = public only",
    )
    poll_min_seconds: int = Field(
        300,
        ge=1,
        le=86400,
        validation_alias="AIPOLICY_POLL_MIN_SECONDS",
        description="Never ask a source more often than this (seconds)",
    )
    poll_max_seconds: int = Field(
        21600,
        ge=60,
        le=604800,
        validation_alias="AIPOLICY_POLL_MAX_SECONDS",
        description="Ask every source at least this often (seconds)",
    )
    concurrency: int = Field(
        16, ge=1, le=256, validation_alias="AIPOLICY_CONCURRENCY", description="Sources fetched at once, at most"
    )
    first_posts: int = Field(
        5,
        ge=0,
        le=50,
        validation_alias="AIPOLICY_FIRST_POSTS",
        description="Cards a channel gets from the first reading of a source, at most",
    )
    posts_per_poll: int = Field(
        10,
        ge=1,
        le=100,
        validation_alias="AIPOLICY_POSTS_PER_POLL",
        description="Cards a channel gets from one poll, at most; the rest goes to the digest",
    )
    posts_per_source_hour: int = Field(
        20,
        ge=1,
        le=1000,
        validation_alias="AIPOLICY_POSTS_PER_SOURCE_HOUR",
        description="Cards a channel gets from one source in an hour, at most; the rest goes to the digest",
    )
    sources_per_workspace: int = Field(
        500,
        ge=1,
        le=100000,
        validation_alias="AIPOLICY_SOURCES_PER_WORKSPACE",
        description="Sources a workspace may choose, at most",
    )
    congress_key: SecretStr = Field(
        _secret(""), validation_alias="CONGRESS_API_KEY", description="Key for api.congress.gov sources"
    )
    openstates_key: SecretStr = Field(
        _secret(""), validation_alias="OPENSTATES_API_KEY", description="Key for Open States sources"
    )
    legiscan_key: SecretStr = Field(
        _secret(""), validation_alias="LEGISCAN_API_KEY", description="Key for LegiScan sources"
    )

    # --- web
    host: str = Field("127.0.0.1", validation_alias="AIPOLICY_HOST", description="Interface the web part listens on")
    port: Port = Field(8080, validation_alias="PORT", description="Port the web part listens on")
    metrics_port: Port = Field(
        0,
        validation_alias="AIPOLICY_METRICS_PORT",
        description="Port for /healthz, /readyz and /metrics in processes without the web part; 0 = none",
    )
    archive: Literal["off", "local", "public"] = Field(
        "local",
        validation_alias="AIPOLICY_ARCHIVE",
        description="Archive pages: off, local (this machine only) or public",
    )
    public_url: str = Field(
        "",
        validation_alias="AIPOLICY_PUBLIC_URL",
        description="Address people reach the web part at, for links, OAuth and WebSub; begins with https://",
    )

    # --- optional summariser
    chooser_url: str = Field(
        "",
        validation_alias="AIPOLICY_CHOOSER_URL",
        description="OpenAI-compatible endpoint that may choose among proven slices; empty = off",
    )
    chooser_key: SecretStr = Field(_secret(""), validation_alias="AIPOLICY_CHOOSER_KEY", description="Its key")
    chooser_model: str = Field("", validation_alias="AIPOLICY_CHOOSER_MODEL", description="Its model name")

    # --- manners
    locale: str = Field(
        "en", validation_alias="AIPOLICY_LOCALE", description="Language a new workspace begins with: en or de"
    )
    zone: str = Field(
        "UTC", validation_alias="AIPOLICY_ZONE", description="Time zone a new workspace begins with, e.g. Europe/Berlin"
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", validation_alias="AIPOLICY_LOG_LEVEL", description="How much is logged: debug, info, warning, error"
    )
    log_format: Literal["auto", "text", "json"] = Field(
        "auto",
        validation_alias="AIPOLICY_LOG_FORMAT",
        description="Log lines as text or json; auto is text on a terminal, json elsewhere",
    )
    log_file: str = Field(
        "",
        validation_alias="AIPOLICY_LOG_FILE",
        description="Write the log to this file; empty = standard error (on the terminal platform: data/aipolicy.log)",
    )

    @field_validator("secret_keys", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("secret_keys")
    @classmethod
    def _key(cls, value: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        for key in value:
            if not re.fullmatch(r"[A-Za-z0-9_-]{43}=", key.get_secret_value()):
                raise ValueError("is not made of keys as `aipolicy key` prints them, with a comma between")
        return value

    @field_validator("slack_bot_token")
    @classmethod
    def _bot_token(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not value.get_secret_value().startswith(("xoxb-", "xoxe.")):
            raise ValueError("is not a bot token: it begins with xoxb- (OAuth & Permissions page)")
        return value

    @field_validator("slack_app_token")
    @classmethod
    def _app_token(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not value.get_secret_value().startswith("xapp-"):
            raise ValueError("is not an app-level token: it begins with xapp- (Basic Information page)")
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        try:
            normalise(value)
        except BotError as error:
            raise ValueError(str(error).removeprefix("DATABASE_URL ")) from error
        return value

    @field_validator("fetch_allow")
    @classmethod
    def _allow(cls, value: str) -> str:
        try:
            parse_allowed(value)
        except BotError as error:
            raise ValueError(str(error)) from error
        return value

    @field_validator("public_url", "chooser_url", "slack_api_url", "discord_api_url")
    @classmethod
    def _web(cls, value: str) -> str:
        if value and not re.match(r"https?://[^\s/]+", value):
            raise ValueError("is not a web address: it begins with https://")
        return value

    @field_validator("discord_gateway_url")
    @classmethod
    def _gateway(cls, value: str) -> str:
        if value and not re.match(r"wss?://[^\s/]+", value):
            raise ValueError("is not a gateway address: it begins with wss://")
        return value

    @field_validator("zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError("is not a time zone: write it like Europe/Berlin or America/New_York") from error
        return value

    @field_validator("locale")
    @classmethod
    def _locale(cls, value: str) -> str:
        if value not in LOCALES:
            raise ValueError(f"is one of {', '.join(LOCALES)}")
        return value

    def secrets(self) -> tuple[str, ...]:
        """Every value that must never be shown: tokens, keys, and the database's password."""
        found: list[str] = [make_url(self.database_url).password or ""]
        for name in type(self).model_fields:
            value = getattr(self, name)
            many = value if isinstance(value, tuple) else (value,)
            found += [one.get_secret_value() for one in many if isinstance(one, SecretStr)]
        return tuple(one for one in found if one)

    @property
    def platforms(self) -> tuple[str, ...]:
        """The platforms that have a token."""
        slack = self.slack_bot_token.get_secret_value() or self.slack_client_id
        discord = self.discord_token.get_secret_value()
        return tuple(name for name, value in (("slack", slack), ("discord", discord)) if value)


def names() -> dict[str, str]:
    """Variable name to its one line of meaning, in the order they are declared."""
    return {str(f.validation_alias): f.description or "" for f in Settings.model_fields.values()}


def unknown(given: Iterable[str]) -> list[str]:
    """Sentences for names of variables that look like ours and are not."""
    ours = set(names())
    found = []
    for name in sorted(given):
        if name.startswith(("AIPOLICY_", "SLACK_", "DISCORD_")) and name not in ours:
            near = difflib.get_close_matches(name, ours, 1, 0.7)
            if near or name.startswith("AIPOLICY_"):
                hint = f" Did you mean {near[0]}?" if near else ""
                found.append(f"{name} is not a setting.{hint}")
    return found


def _said(secret: SecretStr) -> bool:
    return bool(secret.get_secret_value())


# Settings that need each other: the variables a rule reads, what is wrong, and what to say.
TOGETHER: tuple[tuple[tuple[str, ...], Callable[[Settings], bool], str], ...] = (
    (
        ("AIPOLICY_POLL_MIN_SECONDS", "AIPOLICY_POLL_MAX_SECONDS"),
        lambda s: s.poll_min_seconds > s.poll_max_seconds,
        "AIPOLICY_POLL_MIN_SECONDS is larger than AIPOLICY_POLL_MAX_SECONDS",
    ),
    (
        ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"),
        lambda s: _said(s.slack_bot_token) and not (_said(s.slack_app_token) or _said(s.slack_signing_secret)),
        "SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)",
    ),
    (
        ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"),
        lambda s: bool(s.slack_client_id) and not _said(s.slack_client_secret),
        "SLACK_CLIENT_ID needs SLACK_CLIENT_SECRET",
    ),
    (
        ("SLACK_CLIENT_ID", "AIPOLICY_SECRET_KEYS"),
        lambda s: bool(s.slack_client_id) and not s.secret_keys,
        "SLACK_CLIENT_ID needs AIPOLICY_SECRET_KEYS, because tokens of workspaces are kept sealed",
    ),
)


def together(settings: Settings, wrong: frozenset[str] = frozenset()) -> list[str]:
    """Sentences about settings that do not fit each other; rules that read one of the `wrong` variables keep silent."""
    return [f"{sentence}." for names, broken, sentence in TOGETHER if wrong.isdisjoint(names) and broken(settings)]


def _mistakes(error: ValidationError) -> dict[str, str]:
    """Variable name to a sentence about its value, which is never shown."""
    found = {}
    for problem in error.errors(include_input=False, include_url=False):
        name = str(problem["loc"][0])
        words = problem["msg"].removeprefix("Value error, ")
        if problem["type"] != "value_error":
            words = f"is wrong: {words[0].lower()}{words[1:]}"
        found[name] = f"{name} {words}."
    return found


def load(env_file: str | Path | None = ".env") -> Settings:
    """Read the settings.

    Raises:
        ConfigError: with every mistake on a line of its own, by name; never a secret's value.
    """
    mistakes = []
    wrong: dict[str, str] = {}
    settings = None
    try:
        given = {*os.environ, *(dotenv_values(env_file, encoding="utf-8") if env_file else ())}
        mistakes += unknown(name for name in given if not name.startswith("AIPOLICY_TEST_"))
        try:
            settings = Settings(_env_file=env_file)  # type: ignore[call-arg]  # pydantic-settings' own argument
        except ValidationError as error:
            wrong = _mistakes(error)
            mistakes += wrong.values()
            # Once more with defaults in place of what is wrong, so that the rest is looked at too.
            rest = {str(f.validation_alias): f.default for f in Settings.model_fields.values()}
            again: dict[str, Any] = {"_env_file": env_file, **{name: rest[name] for name in wrong}}
            settings = Settings(**again)
        mistakes += together(settings, frozenset(wrong))
    except (UnicodeDecodeError, OSError) as error:
        mistakes.append(f"{env_file} cannot be read: {error}.")
    if mistakes or settings is None:
        raise ConfigError("The settings are not right:\n" + "\n".join(f"  - {line}" for line in mistakes))
    return settings
