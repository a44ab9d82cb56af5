"""Completion while a person types: at most 25 (label, value) pairs for one kind of argument."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from zoneinfo import available_timezones

from bot.commands.services import Services
from bot.model import Channel, Source, Workspace
from bot.pipeline import jurisdictions, measure_titles, redact, taxonomy
from bot.storage import sources, suggest

MOST = 25
Pair = tuple[str, str]


async def complete(
    kind: str, typed: str, *, services: Services, workspace: Workspace, channel: Channel, locale: str = ""
) -> tuple[Pair, ...]:
    """What fits what was typed so far, best first.

    Args:
        kind: an ArgKind that is completed: source, topic, place, measure, rule, zone, story.
        locale: the asker's language; empty takes the workspace's.
    """
    language = (locale or workspace.locale)[:2]
    store = services.store
    match kind:
        case "source":
            chosen = await store.read(sources.chosen, workspace.id)
            pairs = [(one.name, _value(one.source)) for one in chosen]
        case "topic":
            pairs = [*_taxonomy(language), *_places(language)]
        case "place":
            pairs = list(_places(language))
        case "measure":
            seen = await store.read(suggest.measures, channel.id)
            pairs = [(measure_titles.title(token), token) for token in (*seen, *measure_titles.NAMES)]
        case "rule":
            pairs = [(f"{name}: {rule}", name) for name, rule in await store.read(suggest.rules, workspace.id)]
        case "zone":
            pairs = _zones(workspace.zone)
        case "story":
            pairs = list(await store.read(suggest.newest_stories, workspace.id))
        case _:
            pairs = []
    return narrow(pairs, typed)


def _value(source: Source) -> str:
    """What stands for a source: its address, or its number where that is too long or holds a secret."""
    plain = len(source.url) <= 100 and redact.address(source.url) == source.url
    return source.url if plain else str(source.id)


def narrow(pairs: Iterable[Pair], typed: str) -> tuple[Pair, ...]:
    """Pairs that fit the typed text: those that begin with it, then a word of which does, then those that hold it."""
    wanted = " ".join(typed.split()).casefold()
    ranked: list[tuple[int, int, Pair]] = []
    values: set[str] = set()
    for at, (label, value) in enumerate(pairs):
        if value in values or not label.strip() or not 0 < len(value) <= 100:
            continue
        rank = _rank(label.casefold(), value.casefold(), wanted)
        if rank is None:
            continue
        values.add(value)
        ranked.append((rank, at, (label if len(label) <= 100 else label[:99] + "…", value)))
    return tuple(pair for _, _, pair in sorted(ranked)[:MOST])


def _rank(label: str, value: str, wanted: str) -> int | None:
    if not wanted or value == wanted:
        return 0
    if label.startswith(wanted) or value.startswith(wanted):
        return 1
    if re.search(rf"\b{re.escape(wanted)}", label):
        return 2
    return 3 if wanted in label or wanted in value else None


@cache
def _taxonomy(language: str) -> tuple[Pair, ...]:
    ids = (*taxonomy.TOPICS, *taxonomy.STAGES, *taxonomy.INSTRUMENTS)
    return tuple((taxonomy.label(one, language), one) for one in ids)


@cache
def _places(language: str) -> tuple[Pair, ...]:
    return tuple((jurisdictions.name(code, language), code) for code in jurisdictions.codes())


def _zones(own: str) -> list[Pair]:
    return [(zone, zone) for zone in dict.fromkeys((own, "UTC", *sorted(available_timezones())))]
