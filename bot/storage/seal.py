"""Secrets at rest: sealed with a key from the environment, bound to whom they belong, ready for rotation."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select, update

from bot.errors import ConfigError, StorageError
from bot.storage.tables import installs, websub

if TYPE_CHECKING:  # loaded where something is sealed or opened: a bot without stored tokens needs none of it
    from cryptography.fernet import MultiFernet

# A key is stretched, not strengthened, so it must be random already: 32 random bytes are 43 characters of base64.
LEAST_CHARACTERS = 32
HOW = "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"


class Sealer:
    """Seals with the first key, opens with any; every owner (`bind`) has a key of its own derived from them.

    So a row copied to another workspace's place does not open, and keys are rotated by putting the new one in
    front, running `reseal`, and then leaving the old one out. No method shows a key or a text in an error.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        """Raises ConfigError when there is no key, or one too short to be random."""
        if not keys:
            raise ConfigError(f"Secrets need a key to be stored. {HOW}")
        if short := [number for number, key in enumerate(keys, 1) if len(key) < LEAST_CHARACTERS]:
            raise ConfigError(f"Key {short[0]} for secrets is shorter than {LEAST_CHARACTERS} characters. {HOW}")
        import cryptography.fernet
        import cryptography.hazmat.primitives.kdf.hkdf  # noqa: F401  # both once, before the first secret

        self._keys = tuple(key.encode() for key in keys)

    def __repr__(self) -> str:
        return f"Sealer({len(self._keys)} keys)"

    def seal(self, text: str, bind: str) -> bytes:
        """`text` as a blob that only opens for the same `bind`, for example a workspace id."""
        return self._box(bind).encrypt(text.encode())

    def open(self, blob: bytes, bind: str) -> str:
        """The text that was sealed. Raises StorageError when the key or the owner is another one."""
        from cryptography.fernet import InvalidToken

        try:
            return self._box(bind).decrypt(blob).decode()
        except InvalidToken as error:
            raise _unopened(bind) from error

    def rotate(self, blob: bytes, bind: str) -> bytes:
        """The same secret under the first key. Raises StorageError as `open` does."""
        from cryptography.fernet import InvalidToken

        try:
            return self._box(bind).rotate(blob)
        except InvalidToken as error:
            raise _unopened(bind) from error

    def _box(self, bind: str) -> MultiFernet:
        from cryptography.fernet import Fernet, MultiFernet

        return MultiFernet([Fernet(_derived(key, bind)) for key in self._keys])


def reseal(db: Connection, sealer: Sealer) -> int:
    """Bring every stored secret under the sealer's first key; how many there are. One transaction: all or none."""
    done = 0
    for row in db.execute(select(installs.c.workspace_id, installs.c.sealed)).all():
        blob = sealer.rotate(row.sealed, row.workspace_id)
        db.execute(update(installs).where(installs.c.workspace_id == row.workspace_id).values(sealed=blob))
        done += 1
    for row in db.execute(select(websub.c.source_id, websub.c.sealed)).all():
        blob = sealer.rotate(row.sealed, websub_bind(row.source_id))
        db.execute(update(websub).where(websub.c.source_id == row.source_id).values(sealed=blob))
        done += 1
    return done


@dataclass(frozen=True, slots=True)
class Standing:
    """How the stored secrets stand to the keys: `unopened` names whose no key opens, never a secret."""

    first: int = 0
    older: int = 0
    unopened: tuple[str, ...] = ()


def standing(db: Connection, keys: Sequence[str]) -> Standing:
    """Which key opens what is stored; changes nothing. Raises ConfigError as Sealer does."""
    first, every = (Sealer(keys[:1]), Sealer(keys)) if keys else (None, None)
    own = older = 0
    unopened = []
    for blob, bind in _stored(db):
        if first is not None and _opens(first, blob, bind):
            own += 1
        elif every is not None and _opens(every, blob, bind):
            older += 1
        else:
            unopened.append(bind)
    return Standing(own, older, tuple(unopened))


def _opens(sealer: Sealer, blob: bytes, bind: str) -> bool:
    try:
        sealer.open(blob, bind)
    except StorageError:
        return False
    return True


def _stored(db: Connection) -> list[tuple[bytes, str]]:
    """Every sealed secret, and what it is bound to."""
    tokens = db.execute(select(installs.c.sealed, installs.c.workspace_id)).all()
    hubs = db.execute(select(websub.c.sealed, websub.c.source_id)).all()
    return [(row.sealed, row.workspace_id) for row in tokens] + [
        (row.sealed, websub_bind(row.source_id)) for row in hubs
    ]


def websub_bind(source_id: int) -> str:
    """What a WebSub secret is bound to."""
    return f"websub:{source_id}"


def _derived(key: bytes, bind: str) -> bytes:
    """Fernet key for one owner (RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"aipolicy-bot seal 1\x00" + bind.encode())
    return base64.urlsafe_b64encode(derive.derive(key))


def _unopened(bind: str) -> StorageError:
    return StorageError(
        f"A stored secret of {bind} does not open with the keys we have. "
        "Put the key it was sealed with back (behind the new one), or install again."
    )
