"""Parts of the bot, each made from the settings and not started: what reads sources, what posts, what listens."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot import home, platforms
from bot.commands import Services
from bot.config import Settings
from bot.errors import ConfigError
from bot.metrics import Metrics
from bot.poll import Poller
from bot.sources.addresses import parse_allowed
from bot.sources.children import Children
from bot.sources.chooser import Chooser
from bot.sources.http import Door
from bot.sources.robots import Robots
from bot.sources.schedule import Bounds
from bot.storage.planning import Limits
from bot.storage.store import Store


def chosen_platforms(settings: Settings, wanted: Sequence[str]) -> tuple[str, ...]:
    """The platforms to run: those asked for, else those with a token.

    Raises:
        ConfigError: one was asked for that has no token.
    """
    for name in wanted:
        if name not in platforms.PLATFORMS:
            raise ConfigError(f"There is no platform {name}. There are {', '.join(platforms.PLATFORMS)}.")
        if name != "console" and name not in settings.platforms:
            raise ConfigError(f"{name} has no token yet. README.md says how to get one; it goes into .env.")
    return tuple(wanted) or settings.platforms


def sealer(settings: Settings) -> Any:
    """Seals tokens of workspaces; None without keys."""
    from bot.storage.seal import Sealer

    keys = [key.get_secret_value() for key in settings.secret_keys]
    return Sealer(keys) if keys else None


# ------------------------------------------------------------------ reading


def door(settings: Settings, allow: str = "") -> Door:
    """The way out to sources; `allow` opens further addresses besides the settings' own."""
    allowed = ", ".join(part for part in (settings.fetch_allow, allow) if part)
    return Door(allowed=parse_allowed(allowed), contact=settings.contact, at_once=settings.concurrency)


def poller(
    settings: Settings,
    store: Store,
    door: Door,
    children: Children,
    *,
    worker: str,
    clock: Callable[[], datetime],
    websub: Any = None,
) -> Poller:
    """What reads sources."""
    keys = {
        "congress": settings.congress_key.get_secret_value(),
        "openstates": settings.openstates_key.get_secret_value(),
        "legiscan": settings.legiscan_key.get_secret_value(),
    }
    robots = Robots(door)
    return Poller(
        store,
        door,
        children,
        bounds=Bounds(shortest=settings.poll_min_seconds, longest=settings.poll_max_seconds),
        limits=Limits(settings.first_posts, settings.posts_per_poll, settings.posts_per_source_hour),
        keys={name: value for name, value in keys.items() if value},
        worker=worker,
        at_once=settings.concurrency,
        may_fetch=lambda url: robots.allows(url, clock()),
        chooser=Chooser(settings.chooser_url, settings.chooser_model, settings.chooser_key.get_secret_value())
        if settings.chooser_url
        else None,
        notice=websub.notice if websub else None,
    )


def websub(
    settings: Settings,
    store: Store,
    door: Door,
    *,
    clock: Callable[[], datetime],
    look: Callable[[int], Awaitable[None]],
) -> Any:
    """Subscribes to hubs, where they can reach us and a secret can be kept; else None: polling finds everything."""
    seals = sealer(settings)
    if not settings.public_url or seals is None:
        return None
    from bot.web.websub import WebSub

    return WebSub(store, door, seals, settings.public_url, clock, look)


# ------------------------------------------------------------------ people


def platform(
    name: str,
    settings: Settings,
    services: Services,
    *,
    console: Mapping[str, Any],
    ready: Callable[[], Awaitable[Any]],
    finished: Callable[[], None],
) -> Any:
    """A platform; `console` are further ConsoleOptions, `ready` and `finished` are the terminal's too."""
    kind = platforms.load(name)
    if name == "console":
        from bot.platforms.console import ConsoleOptions

        options = ConsoleOptions(workspace=home.workspace(settings), **console)
        return kind(options, services, ready=ready, finished=finished)
    if name == "slack":
        from bot.platforms.slack_workspaces import SlackOptions

        app_token = settings.slack_app_token.get_secret_value()
        return kind(
            SlackOptions(
                bot_token=settings.slack_bot_token.get_secret_value(),
                app_token=app_token,
                signing_secret=settings.slack_signing_secret.get_secret_value(),
                client_id=settings.slack_client_id,
                client_secret=settings.slack_client_secret.get_secret_value(),
                api_url=settings.slack_api_url,
                mode="socket" if app_token else "http",
                sealer=sealer(settings),
            ),
            services,
        )
    from bot.platforms.discord import DiscordOptions

    return kind(
        DiscordOptions(
            token=settings.discord_token.get_secret_value(),
            api_url=settings.discord_api_url,
            gateway_url=settings.discord_gateway_url,
            shards=settings.discord_shards,
        ),
        services,
    )


def web(settings: Settings, services: Services, metrics: Metrics, *, slack: Any = None, websub: Any = None) -> Any:
    """The web part: health and metrics, and what is set up of Slack's HTTP door, hubs and the archive."""
    from bot.web.server import Web

    made = Web(services, metrics, host=settings.host, port=settings.port)
    if slack is not None and settings.slack_signing_secret.get_secret_value():
        made.add(_slack_routes(settings, services, slack))
    if websub:
        made.add(websub.routes())
    if settings.archive != "off":
        from bot.web import archive

        shown = archive.Archive(services.store, services.clock, settings.archive, public_url=settings.public_url)
        made.add(archive.routes(shown))
    return made


def _slack_routes(settings: Settings, services: Services, slack: Any) -> Any:
    """Slack's HTTP door: events where there is no Socket Mode, and installing by OAuth."""
    from bot.web import slack as slack_web

    return slack_web.routes(
        slack_web.SlackHttp(
            signing_secret=settings.slack_signing_secret.get_secret_value(),
            dispatch=slack.dispatch,
            store=services.store,
            clock=services.clock,
            installed=slack.installed,
            client_id=settings.slack_client_id,
            client_secret=settings.slack_client_secret.get_secret_value(),
            sealer=sealer(settings),
            public_url=settings.public_url,
            api_url=settings.slack_api_url,
        )
    )


def watching(settings: Settings, services: Services, metrics: Metrics) -> Any:
    """Health and metrics alone, for a process without the web part."""
    from bot.web.server import Web

    return Web(services, metrics, host=settings.host, port=settings.metrics_port)
