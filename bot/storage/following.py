"""Begin, change and stop following, with what a channel is owed from before."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, update

from bot.model import Card, Channel, Person
from bot.pipeline import relevance, rules
from bot.storage import audit, follows, news, planning, promises
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
