"""WebSub end to end: a feed names its hub, the bot subscribes, a signed push is posted long before the next look."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.sources.schedule import Bounds
from bot.storage import hubs
from bot.storage import sources as source_steps
from bot.storage.tables import sources, websub
from tests.feeds_world import Item, page, rss
from tests.loopback import Origin
from tests.running import Standing, free_port, running, settings, until
from tests.websub_hub import Hub

RULES = Item(
    "rules",
    "Ministry publishes draft rules for AI models in hospitals",
    "The health ministry published draft rules for artificial intelligence in hospitals.",
    (
        "The health ministry published draft rules on Monday for artificial intelligence in hospitals.",
        "“A doctor must be able to say no to a machine,” said Health Minister Lena Vogt. Comments close on 4 May.",
    ),
)
COURT = Item(
    "court",
    "Court halts facial recognition law in Lyon",
    "A court suspended the city's law on facial recognition by artificial intelligence.",
    (
        "An administrative court on Tuesday suspended the city's law on facial recognition cameras that use "
        "artificial intelligence.",
        "“The law names no purpose and no end,” said Judge Marc Petit. The city has 30 days to appeal.",
    ),
    "Tue, 03 Mar 2026 10:00:00 GMT",
)


def publish(origin: Origin, hub: Hub, items: list[Item]) -> bytes:
    """The feed with a link to its hub, as the Recommendation wants it (Atom links inside RSS)."""
    links = f"<atom:link rel='hub' href='{hub.url}'/><atom:link rel='self' href='{origin.url('/news.xml')}'/>"
    body = rss(origin, "Gazette", items).decode()
    body = body.replace("<rss ", "<rss xmlns:atom='http://www.w3.org/2005/Atom' ").replace(
        "<title>", f"{links}<title>", 1
    )
    origin.serve("/news.xml", body.encode())
    for item in items:
        origin.serve(f"/{item.slug}", page("Gazette", item), content_type="text/html")
    return body.encode()


async def subscribed(bot: Standing, origin: Origin, hub: Hub) -> int:
    """Follow the feed until its first card is posted, ask the hub, and let it check."""
    await bot.follow("slack")
    source_id = await bot.choose(origin.url("/news.xml"))
    await until(lambda: bot.sender("slack").posts)
    await bot.subscribe()
    assert [one["hub.topic"] for one in hub.asked] == [origin.url("/news.xml")]
    assert await hub.check() == (200, "c-1")
    return source_id


async def test_a_signed_push_is_posted_long_before_the_next_look(tmp_path: Path) -> None:
    port = free_port()
    found = settings(
        tmp_path, PORT=port, AIPOLICY_PUBLIC_URL=f"http://127.0.0.1:{port}/", AIPOLICY_POLL_MIN_SECONDS=3600
    )
    async with Origin() as origin, running(found, web=True) as bot:
        hub = Hub(origin)
        publish(origin, hub, [RULES])
        source_id = await subscribed(bot, origin, hub)
        looks = len(origin.asked_for("/news.xml"))
        body = publish(origin, hub, [COURT, RULES])
        assert await hub.push(body) == 202
        await until(lambda: len(bot.sender("slack").posts) == 2)
        assert bot.sender("slack").shown() == [RULES.title, COURT.title]
        assert len(origin.asked_for("/news.xml")) == looks + 1

        due = await bot.store.read(source_steps.next_due)
        assert due is not None
        assert due > time.time() + Bounds().longest, "polling stays, as the safety net, at the longest interval"
        assert await bot.store.read(hubs.pushed, [source_id], time.time()) == {source_id}


async def test_what_is_not_signed_or_not_asked_for_changes_nothing(tmp_path: Path) -> None:
    port = free_port()
    found = settings(
        tmp_path, PORT=port, AIPOLICY_PUBLIC_URL=f"http://127.0.0.1:{port}", AIPOLICY_POLL_MIN_SECONDS=3600
    )
    async with Origin() as origin, running(found, web=True) as bot:
        hub = Hub(origin)
        publish(origin, hub, [RULES])
        await subscribed(bot, origin, hub)
        looks = len(origin.asked_for("/news.xml"))
        body = publish(origin, hub, [COURT, RULES])
        callback = hub.asked[-1]["hub.callback"]
        assert await hub.push(body, secret="a guess") == 202  # whoever guesses learns nothing
        assert await hub.push(body, callback=callback[:-1] + ("a" if callback[-1] != "a" else "b")) == 404
        assert await hub.push(body, callback=f"http://127.0.0.1:{port}/websub/99/{callback.rsplit('/', 1)[1]}") == 404
        assert await hub.check(topic="https://elsewhere.example/feed") == (404, "")
        assert await hub.check(mode="unsubscribe") == (404, "")
        assert await hub.push(b"x" * 5_000_000) == 413
        assert len(origin.asked_for("/news.xml")) == looks
        assert len(bot.sender("slack").posts) == 1


async def test_the_secret_and_the_callback_are_sealed_at_rest(tmp_path: Path) -> None:
    port = free_port()
    found = settings(tmp_path, PORT=port, AIPOLICY_PUBLIC_URL=f"http://127.0.0.1:{port}")
    async with Origin() as origin, running(found, web=True) as bot:
        hub = Hub(origin)
        publish(origin, hub, [RULES])
        await subscribed(bot, origin, hub)
        asked = hub.asked[-1]
        assert len(asked["hub.secret"]) >= 32
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("bot.db*"))
    assert asked["hub.topic"].encode() in kept
    assert asked["hub.secret"].encode() not in kept
    assert asked["hub.callback"].rsplit("/", 1)[1].encode() not in kept


async def test_leases_are_renewed_and_given_up_feeds_are_not(tmp_path: Path) -> None:
    port = free_port()
    found = settings(tmp_path, PORT=port, AIPOLICY_PUBLIC_URL=f"http://127.0.0.1:{port}")
    async with Origin() as origin, running(found, web=True) as bot:
        hub = Hub(origin)
        publish(origin, hub, [RULES])
        source_id = await subscribed(bot, origin, hub)
        assert await bot.websub.ask_due() == 0
        age = 0.8 * hub.lease_seconds  # as if most of the lease had passed
        await bot.store.run(
            lambda db: db.execute(
                websub.update().values(asked_at=websub.c.asked_at - age, lease_until=websub.c.lease_until - age)
            )
        )
        assert await bot.websub.ask_due() == 1
        assert await bot.store.read(hubs.pushed, [source_id], time.time()) == {source_id}, "pushes go on meanwhile"
        assert await bot.websub.ask_due() == 0
        assert await hub.check() == (200, "c-1")
        (standing,) = await bot.store.read(hubs.standings)
        assert standing.lease_until is not None
        assert standing.lease_until > time.time() + 0.9 * hub.lease_seconds
        await bot.store.run(source_steps.unchoose, "slack:W", source_id)
        assert await bot.store.read(hubs.standings) == ()


async def test_a_denied_subscription_leaves_polling_as_it_is(tmp_path: Path) -> None:
    port = free_port()
    found = settings(tmp_path, PORT=port, AIPOLICY_PUBLIC_URL=f"http://127.0.0.1:{port}")
    async with Origin() as origin, running(found, web=True) as bot:
        hub = Hub(origin)
        publish(origin, hub, [RULES])
        source_id = await subscribed(bot, origin, hub)
        assert await hub.check(mode="denied") == (200, "")
        assert await hub.push(b"<rss/>") == 404
        assert await bot.store.read(hubs.pushed, [source_id], time.time()) == frozenset()
        (standing,) = await bot.store.read(hubs.standings)
        assert standing.state == "denied"
        assert await bot.websub.ask_due() == 0, "asked again a day later, not at once"


async def test_a_hub_that_cannot_be_reached_costs_nothing_but_its_pushes(tmp_path: Path) -> None:
    found = settings(tmp_path, AIPOLICY_PUBLIC_URL="https://bot.example")
    async with Origin() as origin, running(found) as bot:
        hub = Hub(origin)
        publish(origin, hub, [RULES])
        origin.serve(hub.path, b"", status=500)
        await bot.follow("slack")
        await bot.choose(origin.url("/news.xml"))
        await until(lambda: bot.sender("slack").posts)
        assert await bot.websub.ask_due() == 1
        assert await bot.websub.ask_due() == 0
        (standing,) = await bot.store.read(hubs.standings)
        assert standing.state == "asked"


@pytest.mark.parametrize("missing", ["AIPOLICY_SECRET_KEYS", "AIPOLICY_PUBLIC_URL"])
async def test_without_an_address_or_a_key_nothing_is_asked(tmp_path: Path, missing: str) -> None:
    given = {"AIPOLICY_PUBLIC_URL": "https://bot.example", missing: ""}
    async with Origin() as origin, running(settings(tmp_path, **given)) as bot:
        hub = Hub(origin)
        publish(origin, hub, [RULES])
        await bot.follow("slack")
        await bot.choose(origin.url("/news.xml"))
        await until(lambda: bot.sender("slack").posts)
        assert bot.websub is None
        assert await bot.store.read(hubs.standings) == ()


async def test_a_feed_that_changes_its_hub_is_asked_anew(tmp_path: Path) -> None:
    found = settings(tmp_path, AIPOLICY_PUBLIC_URL="https://bot.example")
    async with Origin() as origin, running(found) as bot:
        hub = Hub(origin)
        publish(origin, hub, [RULES])
        await bot.follow("slack")
        source_id = await bot.choose(origin.url("/news.xml"))
        await until(lambda: bot.sender("slack").posts)
        await bot.subscribe()
        other = Hub(origin, "/other-hub")
        publish(origin, other, [COURT, RULES])
        await bot.look_at(source_id)
        await until(lambda: len(bot.sender("slack").posts) == 2)
        await bot.subscribe()
        assert len(hub.asked) == len(other.asked) == 1
        assert hub.asked[0]["hub.secret"] != other.asked[0]["hub.secret"]
        at = await bot.store.read(lambda db: db.execute(sources.select()).one())
        assert datetime.fromtimestamp(at.ok_at, UTC)
