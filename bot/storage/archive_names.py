"""What the archive calls channels and editions in its addresses: their ids on this machine, sealed names in public."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # 6 MB that only a public archive needs
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

KEY_BYTES = 32


def fresh_key() -> str:
    """A new key as text, for `storage.archive.key`."""
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    return AESSIV.generate_key(KEY_BYTES * 8).hex()


class Names:
    """Turns ids into names for addresses and back. Without a key an id is its own name.

    A sealed name is the id under AES-SIV (RFC 5297): the same each time, so that a feed's address stays; nobody can
    read or guess one, and no table is needed to look it up.
    """

    def __init__(self, key: str = "") -> None:
        self._box: AESSIV | None = None
        if key:
            from cryptography.hazmat.primitives.ciphers.aead import AESSIV

            self._box = AESSIV(bytes.fromhex(key))

    def out(self, id: str) -> str:
        """The name of an id."""
        if self._box is None or not id:
            return id
        return base64.urlsafe_b64encode(self._box.encrypt(id.encode(), None)).decode().rstrip("=")

    def back(self, name: str) -> str:
        """The id of a name; empty for a name we never gave."""
        if self._box is None:
            return name
        from cryptography.exceptions import InvalidTag

        try:
            padded = name.encode("ascii") + b"=" * (-len(name) % 4)
            return self._box.decrypt(base64.b64decode(padded, altchars=b"-_", validate=True), None).decode()
        except (InvalidTag, binascii.Error, UnicodeError, ValueError):
            return ""
