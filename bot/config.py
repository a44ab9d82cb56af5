"""Settings from the environment and `.env`; the only file that names a variable."""

from __future__ import annotations

import difflib
import ipaddress
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from dotenv import dotenv_values
from sqlalchemy.engine import make_url

from bot.errors import BotError, ConfigError
from bot.sources.addresses import parse_allowed
from bot.speech import LOCALES
from bot.storage.store import normalise


class Secret:
    """A value that neither prints nor logs."""

    __slots__ = ("_value",)

    def __init__(self, value: str = "") -> None:
        self._value = value

    def get_secret_value(self) -> str:
        """The value itself."""
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __repr__(self) -> str:
        return "'**********'" if self._value else "''"


_NO_SECRET = Secret()


def _keys(keys: tuple[Secret, ...]) -> str:
    whole = all(re.fullmatch(r"[A-Za-z0-9_-]{43}=", key.get_secret_value()) for key in keys)
    return "" if whole else "is not made of keys as `aipolicy key` prints them, with a comma between"


def _bot_token(token: Secret) -> str:
    right = token.get_secret_value().startswith(("xoxb-", "xoxe."))
    return "" if right else "is not a bot token: it begins with xoxb- (OAuth & Permissions page)"


def _app_token(token: Secret) -> str:
    right = token.get_secret_value().startswith("xapp-")
    return "" if right else "is not an app-level token: it begins with xapp- (Basic Information page)"


def _database(url: str) -> str:
    try:
        normalise(url)
    except BotError as error:
        return str(error).removeprefix("DATABASE_URL ").removesuffix(".")
    return ""


def _allowed(ranges: str) -> str:
    try:
        parse_allowed(ranges)
    except BotError as error:
        return str(error).removeprefix("AIPOLICY_FETCH_ALLOW ").removesuffix(".")
    return ""


def _web(url: str) -> str:
    return "" if re.match(r"https?://[^\s/]+", url) else "is not a web address: it begins with https://"


def _public(url: str) -> str:
    """People, Slack and hubs reach it from outside: in clear text only this machine itself may be meant."""
    if words := _web(url):
        return words
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return "is not a web address: it begins with https://"
    here = host == "localhost" or host.endswith(".localhost") or _loopback(host)
    if url.startswith("https://") or here:
        return ""
    return "must begin with https://, because links, sign-ins and pushes go over it; http:// is for localhost only"


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _gateway(url: str) -> str:
    return "" if re.match(r"wss?://[^\s/]+", url) else "is not a gateway address: it begins with wss://"


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "is not a time zone: write it like Europe/Berlin or America/New_York"
    return ""


def _locale(name: str) -> str:
    return "" if name in LOCALES else f"is one of {', '.join(LOCALES)}"


def setting(
    default: Any,
    variable: str,
    meaning: str,
    *,
    least: int | None = None,
    most: int | None = None,
    check: Callable[[Any], str] | None = None,
    shown: bool = True,
) -> Any:
    """One setting: the variable it is read from, and the line about it in `.env.example` and in the README.

    Args:
        least, most: bounds of a number, both included.
        check: says what is wrong with a value that was given, as the end of a sentence; empty when nothing is.
    """
    about = {"variable": variable, "meaning": meaning, "least": least, "most": most, "check": check}
    return field(default=default, metadata=about, repr=shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting."""

    # --- where things are kept
    database_url: str = setting(
        "sqlite:///data/aipolicy.db",
        "DATABASE_URL",
        "Where everything is kept: sqlite:///file or postgresql://user:password@host/name",
        check=_database,
        shown=False,
    )
    secret_keys: tuple[Secret, ...] = setting(
        (),
        "AIPOLICY_SECRET_KEYS",
        "Keys that seal stored tokens, newest first, comma between; `aipolicy key` makes one",
        check=_keys,
    )
    retention_days: int = setting(
        0,
        "AIPOLICY_RETENTION_DAYS",
        "Empty the text of articles older than this many days; 0 keeps all",
        least=0,
        most=36500,
    )

    ledger_days: int = setting(
        0,
        "AIPOLICY_LEDGER_DAYS",
        "Forget what happened to addresses more than this many days ago; 0 keeps all, and `why` knows all",
        least=0,
        most=36500,
    )

    # --- Slack
    slack_bot_token: Secret = setting(
        _NO_SECRET, "SLACK_BOT_TOKEN", "Slack bot token, begins with xoxb-", check=_bot_token
    )
    slack_app_token: Secret = setting(
        _NO_SECRET, "SLACK_APP_TOKEN", "Slack app-level token for Socket Mode, begins with xapp-", check=_app_token
    )
    slack_signing_secret: Secret = setting(
        _NO_SECRET, "SLACK_SIGNING_SECRET", "Slack signing secret, for HTTP events instead of Socket Mode"
    )
    slack_client_id: str = setting("", "SLACK_CLIENT_ID", "Slack client id, to install in many workspaces by OAuth")
    slack_client_secret: Secret = setting(_NO_SECRET, "SLACK_CLIENT_SECRET", "Slack client secret that goes with it")
    slack_api_url: str = setting(
        "https://slack.com/api/", "SLACK_API_URL", "Base address of Slack's Web API", check=_web
    )

    # --- Discord
    discord_token: Secret = setting(_NO_SECRET, "DISCORD_TOKEN", "Discord bot token, from the application's Bot page")
    discord_api_url: str = setting(
        "", "DISCORD_API_URL", "Base address of Discord's API, empty for Discord itself", check=_web
    )
    discord_gateway_url: str = setting(
        "", "DISCORD_GATEWAY_URL", "Address of Discord's gateway, empty to ask Discord", check=_gateway
    )
    discord_shards: int = setting(
        0, "DISCORD_SHARDS", "Gateway shards; 0 lets Discord say how many", least=0, most=1024
    )

    # --- reading sources
    contact: str = setting(
        "", "AIPOLICY_CONTACT", "Address in the User-Agent that a site's owner can write to (mail or web page)"
    )
    fetch_allow: str = setting(
        "",
        "AIPOLICY_FETCH_ALLOW",
        "Private ranges and ports that may be fetched: 10.0.0.0/8, 127.0.0.1:8080; empty = public only",
        check=_allowed,
    )
    poll_min_seconds: int = setting(
        300, "AIPOLICY_POLL_MIN_SECONDS", "Never ask a source more often than this (seconds)", least=1, most=86400
    )
    poll_max_seconds: int = setting(
        21600, "AIPOLICY_POLL_MAX_SECONDS", "Ask every source at least this often (seconds)", least=60, most=604800
    )
    concurrency: int = setting(16, "AIPOLICY_CONCURRENCY", "Sources fetched at once, at most", least=1, most=256)
    first_posts: int = setting(
        5, "AIPOLICY_FIRST_POSTS", "Cards a channel gets from the first reading of a source, at most", least=0, most=50
    )
    posts_per_poll: int = setting(
        10,
        "AIPOLICY_POSTS_PER_POLL",
        "Cards a channel gets from one poll, at most; the rest goes to the digest",
        least=1,
        most=100,
    )
    posts_per_source_hour: int = setting(
        20,
        "AIPOLICY_POSTS_PER_SOURCE_HOUR",
        "Cards a channel gets from one source in an hour, at most; the rest goes to the digest",
        least=1,
        most=1000,
    )
    sources_per_workspace: int = setting(
        500, "AIPOLICY_SOURCES_PER_WORKSPACE", "Sources a workspace may choose, at most", least=1, most=100000
    )
    congress_key: Secret = setting(_NO_SECRET, "CONGRESS_API_KEY", "Key for api.congress.gov sources")
    openstates_key: Secret = setting(_NO_SECRET, "OPENSTATES_API_KEY", "Key for Open States sources")
    legiscan_key: Secret = setting(_NO_SECRET, "LEGISCAN_API_KEY", "Key for LegiScan sources")

    # --- web
    host: str = setting("127.0.0.1", "AIPOLICY_HOST", "Interface the web part listens on")
    port: int = setting(8080, "PORT", "Port the web part listens on", least=0, most=65535)
    metrics_port: int = setting(
        0,
        "AIPOLICY_METRICS_PORT",
        "Port for /healthz, /readyz and /metrics in processes without the web part; 0 = none",
        least=0,
        most=65535,
    )
    archive: Literal["off", "local", "public"] = setting(
        "local", "AIPOLICY_ARCHIVE", "Archive pages: off, local (this machine only) or public"
    )
    public_url: str = setting(
        "",
        "AIPOLICY_PUBLIC_URL",
        "Address people reach the web part at, for links, OAuth and WebSub; begins with https://",
        check=_public,
    )

    # --- optional summariser
    chooser_url: str = setting(
        "",
        "AIPOLICY_CHOOSER_URL",
        "OpenAI-compatible endpoint that may choose among proven slices; empty = off",
        check=_web,
    )
    chooser_key: Secret = setting(_NO_SECRET, "AIPOLICY_CHOOSER_KEY", "Its key")
    chooser_model: str = setting("", "AIPOLICY_CHOOSER_MODEL", "Its model name")

    # --- manners
    locale: str = setting("en", "AIPOLICY_LOCALE", "Language a new workspace begins with: en or de", check=_locale)
    zone: str = setting(
        "UTC", "AIPOLICY_ZONE", "Time zone a new workspace begins with, e.g. Europe/Berlin", check=_zone
    )
    log_level: Literal["debug", "info", "warning", "error"] = setting(
        "info", "AIPOLICY_LOG_LEVEL", "How much is logged: debug, info, warning, error"
    )
    log_format: Literal["auto", "text", "json"] = setting(
        "auto", "AIPOLICY_LOG_FORMAT", "Log lines as text or json; auto is text on a terminal, json elsewhere"
    )
    log_file: str = setting(
        "",
        "AIPOLICY_LOG_FILE",
        "Write the log to this file; empty = standard error (on the terminal platform: data/aipolicy.log)",
    )

    def secrets(self) -> tuple[str, ...]:
        """Every value that must never be shown: tokens, keys, and the database's password."""
        found: list[str] = [make_url(self.database_url).password or ""]
        for one in fields(self):
            value = getattr(self, one.name)
            many = value if isinstance(value, tuple) else (value,)
            found += [secret.get_secret_value() for secret in many if isinstance(secret, Secret)]
        return tuple(one for one in found if one)

    @property
    def platforms(self) -> tuple[str, ...]:
        """The platforms that have a token."""
        slack = self.slack_bot_token.get_secret_value() or self.slack_client_id
        discord = self.discord_token.get_secret_value()
        return tuple(name for name, value in (("slack", slack), ("discord", discord)) if value)


def names() -> dict[str, str]:
    """Variable name to its one line of meaning, in the order they are declared."""
    return {one.metadata["variable"]: one.metadata["meaning"] for one in fields(Settings)}


def defaults() -> dict[str, str]:
    """Variable name to its default, as it is written in the environment."""
    found = {}
    for one in fields(Settings):
        value = one.default.get_secret_value() if isinstance(one.default, Secret) else one.default
        found[one.metadata["variable"]] = "" if value == () else str(value)
    return found


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


def _said(secret: Secret) -> bool:
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


def _value(one: Field[Any], kind: Any, given: object) -> Any:
    """What was given, as the type that the setting has. Raises msgspec's ValidationError."""
    if kind is Secret:
        return Secret(str(given))
    if kind == tuple[Secret, ...]:
        return tuple(Secret(part.strip()) for part in str(given).split(",") if part.strip())
    bounds = msgspec.Meta(ge=one.metadata["least"], le=one.metadata["most"])
    return msgspec.convert(given, Annotated[kind, bounds] if kind is int else kind, strict=False)


def _wanted(one: Field[Any], kind: Any) -> str:
    if kind is int:
        return f"is not a whole number from {one.metadata['least']} to {one.metadata['most']}"
    return f"is one of {', '.join(getattr(kind, '__args__', ()))}"


def parse(given: Mapping[str, object]) -> tuple[Settings, dict[str, str]]:
    """Settings from values by variable, those that are empty or not there by default; what is wrong, by variable.

    A wrong value is never shown, and its default stands in, so that everything else is looked at too.
    """
    wrong: dict[str, str] = {}
    values: dict[str, Any] = {}
    kinds = get_type_hints(Settings)
    for one in fields(Settings):
        name, check = one.metadata["variable"], one.metadata["check"]
        if given.get(name, "") in ("", None):
            continue
        try:
            value = _value(one, kinds[one.name], given[name])
        except msgspec.ValidationError:
            wrong[name] = f"{name} {_wanted(one, kinds[one.name])}."
            continue
        if check and (words := check(value)):
            wrong[name] = f"{name} {words}."
        else:
            values[one.name] = value
    return Settings(**values), wrong


def load(env_file: str | Path | None = ".env") -> Settings:
    """Read the settings: from the environment, and from a file what the environment does not say.

    Raises:
        ConfigError: with every mistake on a line of its own, by name; never a secret's value.
    """
    mistakes = []
    given: dict[str, object] = {}
    try:
        given |= dotenv_values(env_file, encoding="utf-8") if env_file else {}
    except (UnicodeDecodeError, OSError) as error:
        mistakes.append(f"{env_file} cannot be read: {error}.")
    given |= {name: value for name, value in os.environ.items() if value}
    mistakes += unknown(name for name in {*given, *os.environ} if not name.startswith("AIPOLICY_TEST_"))
    settings, wrong = parse(given)
    mistakes += [*wrong.values(), *together(settings, frozenset(wrong))]
    if mistakes:
        raise ConfigError("The settings are not right:\n" + "\n".join(f"  - {line}" for line in mistakes))
    return settings
