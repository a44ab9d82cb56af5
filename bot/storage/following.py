"""Begin, change and stop following, with what a channel is owed from before."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, update

from bot.model import Card, Channel, Person
from bot.pipeline import relevance, rules, urls
from bot.storage import audit, follows, keeping, news, planning, promises, sources
from bot.storage.follows import FollowSettings
from bot.storage.tables import promises as promise_table

LOOKED_AT = 300  # newest cards looked through for what a rule would have posted


def matching(db: Connection, workspace_id: str, rule: str, settings: FollowSettings, count: int) -> tuple[Card, ...]:
    """The newest cards a rule lets through, newest first."""
    judged = rules.parse(rule) if rule else None
    least = relevance.threshold(settings.strictness)
    found: list[Card] = []
    for card in news.latest(db, LOOKED_AT, workspace_id=workspace_id):
        if card.reading.verdict.score < least:
            continue
        if judged is None or judged.matches(planning.document(card)):
            found.append(card)
            if len(found) == count:
                break
    return tuple(found)


def begin(
    db: Connection,
    channel: Channel,
    person: Person,
    rule: str,
    settings: FollowSettings,
    *,
    old: int,
    now: float,
    instant: str = "",
) -> tuple[bool, int]:
    """Follow, and promise the `old` newest matching cards, oldest first. (new to it, cards promised)."""
    fresh = follows.save(db, channel, rule=rule, instant=instant, settings=settings, by=person.id, now=now)
    owed = 0
    for card in reversed(matching(db, channel.workspace_id, rule, settings, old) if old else ()):
        if planning.has_card(db, card.story_id, channel.id):
            continue
        promises.plan(
            db,
            channel_id=channel.id,
            workspace_id=channel.workspace_id,
            kind="card",
            about=card.story_id,
            now=now,
            trace=f"follow:{person.id}",
        )
        owed += 1
    audit.write(db, channel.workspace_id, person, "follow", f"{channel.name or channel.id}: {rule or 'all'}", now)
    return fresh, owed


def wishes(db: Connection, channel_id: str, *, zone: str, digest_only: bool) -> FollowSettings:
    """How a channel would get its cards under a new rule: as before, but digests only if that is asked for."""
    follow = follows.get(db, channel_id)
    settings = follow.settings if follow else FollowSettings(zone=zone)
    return replace(settings, digest_only=True) if digest_only else settings


def renew(
    db: Connection, channel: Channel, person: Person, rule: str, *, zone: str, digest_only: bool, old: int, now: float
) -> tuple[bool, int]:
    """Follow by a new rule, and keep how the channel gets its cards; else as `begin`."""
    follow = follows.get(db, channel.id)
    settings = replace(wishes(db, channel.id, zone=zone, digest_only=digest_only), backlog=old)
    instant = follow.instant if follow else ""
    return begin(db, channel, person, rule, settings, old=old, now=now, instant=instant)


def source_called(db: Connection, channel: Channel, words: str) -> str:
    """What a rule calls a source that a person named; empty if nothing here has that number or name.

    By number or address: the outlet its articles have. By name: the words, if a source of the workspace or an outlet
    of its newest stories has them in its name.
    """
    words = words.replace('"', " ").strip()
    if words.lstrip("#").isdecimal() or "://" in words:
        found = sources.find(db, channel.workspace_id, words)
        return (found[0].source.title or urls.host(found[0].source.url)) if len(found) == 1 else ""
    if not words:
        return ""
    rule = rules.parse(f'source:"{words}"')
    names = (*(one.name for one in sources.chosen(db, channel.workspace_id)), *keeping.told_by(db, channel))
    return words if any(rule.matches(rules.Document("", "", source=name)) for name in names) else ""


def change(
    db: Connection, /, channel: Channel, person: Person, now: float, **settings: object
) -> FollowSettings | None:
    """Change single settings of a follow; None if the channel does not follow."""
    follow = follows.get(db, channel.id)
    if follow is None:
        return None
    changed = replace(follow.settings, **settings)  # type: ignore[arg-type]  # names checked by the commands
    follows.save(db, channel, rule=follow.rule, instant=follow.instant, settings=changed, by=person.id, now=now)
    words = ", ".join(f"{name}={value}" for name, value in settings.items())
    audit.write(db, channel.workspace_id, person, "follow settings", f"{channel.name or channel.id}: {words}", now)
    return changed


def set_instant(db: Connection, channel: Channel, person: Person, instant: str, now: float) -> bool:
    """Change which cards come at once; False if the channel does not follow."""
    follow = follows.get(db, channel.id)
    if follow is None:
        return False
    follows.save(db, channel, rule=follow.rule, instant=instant, settings=follow.settings, by=person.id, now=now)
    audit.write(db, channel.workspace_id, person, "at once", f"{channel.name or channel.id}: {instant or 'all'}", now)
    return True


def stop(db: Connection, channel: Channel, person: Person, now: float) -> bool:
    """Stop following; what is promised already and not sent is let go with the reason."""
    if not follows.remove(db, channel.id):
        return False
    unsent = (promise_table.c.channel_id == channel.id) & promise_table.c.state.in_(promises.UNSENT)
    dropped = {"state": "dropped", "reason": "the channel stopped following"}
    db.execute(update(promise_table).where(unsent, promise_table.c.kind != "notice").values(**dropped))
    audit.write(db, channel.workspace_id, person, "unfollow", channel.name or channel.id, now)
    return True
