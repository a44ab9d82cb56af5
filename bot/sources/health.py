"""What is wrong with a source, in people's words, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.pipeline import urls


@dataclass(frozen=True, slots=True)
class Trouble:
    """One reason a source fails: `what` follows its name in a sentence, `remedy` says what a manager can do."""

    reason: str
    what: str
    remedy: str
    lasting: bool = False  # will not mend itself: tell at once instead of after some tries


_TROUBLES = (
    Trouble(
        "http-401",
        "asks for a login (401)",
        "Look for a public feed of the same site with `sources add <page>`, or remove it.",
        True,
    ),
    Trouble(
        "http-402",
        "asks for payment (402)",
        "It lies behind a paywall: remove it, or add a feed you pay for, with its private address.",
        True,
    ),
    Trouble(
        "http-403",
        "refuses the bot (403)",
        "The site blocks readers like this one: ask it to admit the bot, or try `sources add <page>` for another feed.",
    ),
    Trouble(
        "http-404",
        "is not there any more (404)",
        "The address changed: run `sources add` with the site's home page to find the new one.",
    ),
    Trouble(
        "http-410",
        "was closed for good (410)",
        "The site says this feed ended: run `sources add` with its home page to find a successor, or remove it.",
        True,
    ),
    Trouble("http-429", "asks the bot to come less often (429)", "Nothing to do: the bot waits as long as asked."),
    Trouble("http-451", "is withheld for legal reasons (451)", "Remove it, or use another outlet.", True),
    Trouble(
        "http-4xx", "refuses the request", "Open the address in a browser; if it works there, report it to the site."
    ),
    Trouble("http-5xx", "has a fault of its own", "Nothing to do for now: the bot keeps trying, ever more slowly."),
    Trouble("http-503", "is overloaded or closed for maintenance (503)", "Nothing to do: the bot keeps trying."),
    Trouble(
        "moved",
        "has moved to another address for good",
        "Confirm the new address with `sources check`, or add it yourself.",
    ),
    Trouble(
        "stale",
        "has published nothing for far longer than usual",
        "Open its home page: if there is news, the feed was given up; look for the new one with `sources add <page>`.",
    ),
    Trouble(
        "empty",
        "answers, but holds no items",
        "Open the address in a browser; if it stays empty, look for another feed with `sources add <page>`.",
    ),
    Trouble(
        "malformed", "is not a feed that can be read", "Tell the site that its feed is broken; the bot keeps trying."
    ),
    Trouble(
        "html-not-feed",
        "answers with a web page instead of a feed",
        "The feed moved or a cookie wall stands in front of it: run `sources add` with this address to find the feed.",
    ),
    Trouble("not-json", "does not answer with JSON", "Check the address and the key; the bot keeps trying."),
    Trouble(
        "no-match",
        "is a list page on which no link fits the pattern any more",
        "The page was rebuilt: add it again with `sources add <page>` and confirm the new links.",
        True,
    ),
    Trouble(
        "no-key",
        "needs an access key that is not set",
        "Get a free key from the site and set it as described in docs/operating.md.",
        True,
    ),
    Trouble(
        "certificate",
        "has a certificate that is not valid",
        "The site must renew it; open the address in a browser to see what is wrong. The bot never reads past it.",
    ),
    Trouble(
        "tls",
        "cannot agree on a secure connection",
        "The site's encryption is out of date: try its address with http://, or tell the site.",
    ),
    Trouble(
        "dns",
        "has a host name that leads nowhere",
        "Check the spelling of the address; if the site is gone, remove the source.",
    ),
    Trouble("unreachable", "cannot be reached", "Nothing to do for now: the bot keeps trying."),
    Trouble("broken-off", "breaks the connection off", "Nothing to do for now: the bot keeps trying."),
    Trouble("timeout", "does not answer in time", "Nothing to do for now: the bot keeps trying, ever more slowly."),
    Trouble(
        "too-slow",
        "takes too long to send or to read",
        "Look for a smaller feed of the same site with `sources add <page>`.",
    ),
    Trouble(
        "too-big",
        "sends more than the bot takes (10 MiB)",
        "Look for a smaller feed of the same site with `sources add <page>`.",
        True,
    ),
    Trouble("truncated", "sends only part of its answer", "Nothing to do for now: the bot keeps trying."),
    Trouble("bad-coding", "sends bytes that cannot be unpacked", "Tell the site; the bot keeps trying."),
    Trouble("bad-http", "does not speak proper HTTP", "Tell the site; the bot keeps trying."),
    Trouble(
        "bad-redirect",
        "sends the bot round in circles or nowhere",
        "Open the address in a browser and add the one you end up at.",
    ),
    Trouble(
        "private-address",
        "leads into a private network",
        "If this is meant, an operator can open that address with AIPOLICY_FETCH_ALLOW.",
        True,
    ),
    Trouble(
        "bad-address",
        "has an address the bot does not fetch",
        "Use an http(s) address without user name; an operator can open other ports with AIPOLICY_FETCH_ALLOW.",
        True,
    ),
    Trouble(
        "robots",
        "asks robots not to read this page (robots.txt)",
        "The card is made from what the feed itself says.",
        True,
    ),
    Trouble(
        "parser",
        "could not be read: the reader of documents stopped",
        "The bot keeps trying; please report the address if it stays.",
    ),
)
TROUBLES = {trouble.reason: trouble for trouble in _TROUBLES}


def trouble(reason: str) -> Trouble:
    """The trouble behind a reason; `http-418` and other unlisted answers fall back to their class."""
    if found := TROUBLES.get(reason):
        return found
    if reason.startswith("http-") and reason[5:6] in ("4", "5"):
        family = TROUBLES[f"http-{reason[5]}xx"]
        return Trouble(reason, f"{family.what} ({reason[5:8]})", family.remedy)
    return TROUBLES["parser"]


_TELL_AFTER = 3  # failures in a row before managers hear of one that may mend itself
_TELL_AFTER_TIME = timedelta(hours=6)  # ... and it has lasted so long
_STALE_LEAST = timedelta(days=14)
_STALE_GAPS = 10  # usual gaps between two items without one


@dataclass(frozen=True, slots=True)
class Incident:
    """One thing to tell the managers, once. `key` is the same for as long as the trouble is."""

    key: str
    source_id: int
    reason: str
    message: str
    remedy: str
    over: bool = False  # the trouble has ended


def incident(
    source_id: int, name: str, reason: str, *, failures: int, since: datetime | None, now: datetime, moved_to: str = ""
) -> Incident | None:
    """What to tell about a failing source, or None while it may still be a bad minute.

    What cannot mend itself (410, a private address, a missing key) is told at once; the rest after three failures
    in a row over six hours.
    """
    found = trouble(reason)
    patient = failures < _TELL_AFTER or since is None or now - since < _TELL_AFTER_TIME
    if not reason or (patient and not found.lasting):
        return None
    place = f" It is now at {urls.host(moved_to)}." if moved_to else ""
    return Incident(f"source-{source_id}-{reason}", source_id, reason, f"{name} {found.what}.{place}", found.remedy)


def recovery(open_incident: Incident, name: str) -> Incident:
    """What to tell when the source of an incident answers well again."""
    return Incident(
        open_incident.key, open_incident.source_id, open_incident.reason, f"{name} can be read again.", "", over=True
    )


def stale(newest: datetime | None, usual_gap: timedelta | None, now: datetime) -> bool:
    """Whether a source that answers well has been silent for far longer than it usually is.

    Silence counts from two weeks on, and from ten usual gaps between two items on.
    """
    if newest is None:
        return False
    longest = max(_STALE_LEAST, _STALE_GAPS * usual_gap) if usual_gap else timedelta(days=60)
    return now - newest > longest
