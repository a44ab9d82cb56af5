"""What happens to a promise after a try, as pure rules: failure in, next state with its reason out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bot.errors import AccessRevoked, ChannelLost, Doubtful, MessageLost, PayloadRefused, TryLater
from bot.model import Promise, PromiseState

HOUR, DAY = 3600.0, 86400.0
BACKOFF_MOST = 900.0  # seconds between two tries while a platform is away
WAIT_MOST = HOUR  # a platform's own Retry-After is believed up to this
PROBE_FIRST, PROBE_MOST = 600.0, 6 * HOUR  # a lost channel is tried again at these distances
LOST_GRACE = 7 * DAY  # after which a lost channel is gone; `retry` brings it back
GIVE_UP = 3 * DAY  # for which a platform may be away before its managers have to say `retry`
DOUBT_GIVE_UP = DAY  # for which we wait to be allowed to look
BUG_TRIES = 8  # a failure we do not know is ours; after some ten minutes it must not block its channel any longer
LOOK_AFTER = 5.0  # a request that left may still be on its way: seconds before the first look

Scope = Literal["", "channel", "workspace", "everywhere"]


@dataclass(frozen=True, slots=True)
class Next:
    """What becomes of a promise: its state, when it is tried again, and who else is concerned."""

    state: PromiseState
    reason: str
    wait: float = 0.0  # seconds until the next try
    pause: Scope = ""  # who waits as long as this promise does
    lost: Scope = ""  # who cannot be reached at all
    doubtful: bool = False
    plain: int = 0
    tell: bool = False  # managers have to know


def backoff(attempts: int, key: str) -> float:
    """Seconds before try `attempts` + 1: 2, 4, 8 ... 900, spread by a quarter so that channels do not march in step."""
    spread = (sum(key.encode()) % 101) / 400  # 0 to 0.25, the same for the same promise
    return float(min(BACKOFF_MOST, 2.0 ** min(attempts, 20)) * (1 + spread))


def after(error: BaseException, promise: Promise, *, age: float, since_try: float = 0.0, lost_for: float = 0.0) -> Next:
    """The rule for one failure.

    Args:
        error: what the sender raised, at sending or looking; anything but a DeliveryError is a fault of ours.
        promise: as it was taken; `attempts` counts this try, `doubtful` tells whether this try was a look.
        age: seconds since the promise was made.
        since_try: seconds since the post that may have arrived left.
        lost_for: seconds since its channel was first found lost.
    """
    reason = getattr(error, "reason", "") or type(error).__name__
    wait = backoff(promise.attempts, promise.id)
    base = Next("later", reason, wait, doubtful=promise.doubtful, plain=promise.plain)
    match error:
        case TryLater():
            return _wait(error, promise, base, age, since_try)
        case Doubtful() | TimeoutError():
            if promise.kind in ("edit", "delete"):  # doing these twice is doing them once
                return base
            return replace(base, doubtful=True, wait=max(wait, LOOK_AFTER))
        case PayloadRefused() if promise.plain == 0:
            return replace(base, wait=0.0, plain=1, doubtful=False)
        case PayloadRefused():
            return replace(base, state="dead", doubtful=False, tell=True)
        case MessageLost() if promise.kind in ("edit", "delete", "note"):
            return replace(base, state="dropped", reason="message-gone", doubtful=False)
        case MessageLost():  # the thread it belongs into is gone: that is no reason to keep the news to ourselves
            return replace(base, state="dead", doubtful=False, tell=True)
        case ChannelLost() if lost_for > LOST_GRACE:
            return replace(base, state="dead", lost="channel", tell=True)
        case ChannelLost():
            return replace(base, wait=probe(promise.attempts), pause="channel", lost="channel", tell=True)
        case AccessRevoked():
            return replace(base, wait=probe(promise.attempts), pause="workspace", lost="workspace", tell=True)
    posts = promise.kind not in ("edit", "delete")
    if promise.attempts >= BUG_TRIES:
        return replace(base, state="dead", doubtful=promise.doubtful or posts, tell=True)
    return replace(base, doubtful=promise.doubtful or posts, wait=max(wait, LOOK_AFTER))


def _wait(error: TryLater, promise: Promise, base: Next, age: float, since_try: float) -> Next:
    wait = base.wait if error.after is None else min(max(error.after, 0.0), WAIT_MOST)
    if promise.doubtful and since_try > DOUBT_GIVE_UP:
        return replace(base, state="dead", reason=f"cannot tell whether it arrived ({base.reason})", tell=True)
    if age > GIVE_UP:
        return replace(base, state="dead", tell=True)
    return replace(base, wait=wait, pause="everywhere" if error.everywhere else "channel")


def probe(attempts: int) -> float:
    """Seconds before a lost channel or workspace is tried again."""
    return float(min(PROBE_MOST, PROBE_FIRST * 2.0 ** min(max(attempts - 1, 0), 10)))


def may_repeat(since_try: float | None, repeat_seconds: float) -> bool:
    """Whether sending a doubtful message again only gives the first one back.

    Only within the platform's window, and never when the clock went backwards in between.
    """
    return since_try is not None and 0 <= since_try < repeat_seconds
