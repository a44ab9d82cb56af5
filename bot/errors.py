"""Everything that can go wrong on purpose, as one tree; every message is a sentence a person can act on."""

from __future__ import annotations

# What operating systems say of a file or an address that cannot be used (POSIX `strerror`), so that it can be said
# again in the reader's language.
SYSTEM = (
    "Address already in use",
    "Cannot assign requested address",
    "Connection refused",
    "Device or resource busy",
    "Disk quota exceeded",
    "File name too long",
    "File too large",
    "Input/output error",
    "Is a directory",
    "No such file or directory",
    "No space left on device",
    "Not a directory",
    "Operation not permitted",
    "Permission denied",
    "Read-only file system",
    "Too many levels of symbolic links",
    "Too many open files",
)


class BotError(Exception):
    """Root of the tree. `str(error)` is what a person reads: which thing, why, what to do."""


class ConfigError(BotError):
    """One or more settings are wrong; the message names every one of them."""


class UsageError(BotError):
    """A command, rule or file was written in a way we cannot read; the message says how to write it."""


class NotAllowed(BotError):
    """The person may not do this; the message says who may."""


class SourceError(BotError):
    """A source could not be read this time.

    Attributes:
        reason: short machine word, the same in metrics, `status` and the ledger, for example
            `timeout`, `dns`, `private-address`, `too-big`, `html-not-feed`, `malformed`, `http-403`.
        remedy: what a manager can do about it, one sentence, may be empty.
        retry_after: seconds the origin asked us to wait, if it did.
    """

    def __init__(self, message: str, *, reason: str, remedy: str = "", retry_after: float | None = None) -> None:
        super().__init__(message)
        self.reason = reason
        self.remedy = remedy
        self.retry_after = retry_after


class SourceGone(SourceError):
    """The origin answered 410: the source is retired and its managers are told."""


class DeliveryError(BotError):
    """A message could not be delivered; the subclasses say which rule applies."""

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class TryLater(DeliveryError):
    """Nothing was posted and the platform asks to wait (429, 5xx before the post, unreachable)."""

    def __init__(self, message: str, *, reason: str, after: float | None = None, everywhere: bool = False) -> None:
        super().__init__(message, reason=reason)
        self.after = after  # seconds, when the platform named them
        self.everywhere = everywhere  # the limit holds for the whole platform, not for one channel


class Doubtful(DeliveryError):
    """The request left and no answer came: it may have been posted. Look before repeating."""


class PayloadRefused(DeliveryError):
    """The platform refused the content (400, invalid_blocks): send a plainer one."""


class ChannelLost(DeliveryError):
    """The bot cannot post there now (403, 404, channel_not_found, is_archived, not_in_channel)."""


class MessageLost(DeliveryError):
    """The message to edit or delete is not there any more."""


class AccessRevoked(DeliveryError):
    """The token was refused (invalid_auth, token_revoked, account_inactive): the whole workspace waits."""


class StorageError(BotError):
    """The database is locked, read-only, full, unreachable, or newer than this code."""
