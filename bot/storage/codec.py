"""Nouns to JSON text and back, for columns that hold a whole value."""

from __future__ import annotations

import threading
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")

# msgspec learns a dataclass the first time it reads one, and crashes the process when two threads have it learn the
# same one at once (0.22, tests/integration/test_codec_threads.py): so it learns under a lock, once per type.
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}
_building = threading.Lock()
_encoder = msgspec.json.Encoder(order="deterministic")


def dump(value: object) -> str:
    """JSON text of a dataclass, mapping or sequence; keys in a fixed order, so equal values give equal text."""
    return _encoder.encode(value).decode()


def load(kind: type[T], text: str | bytes) -> T:
    """Read `dump`'s text as `kind`. Raises msgspec.ValidationError when the text is of another shape."""
    decoder = _decoders.get(kind)
    if decoder is None:
        with _building:
            decoder = _decoders.setdefault(kind, msgspec.json.Decoder(kind))
    return cast(T, decoder.decode(text))


def load_any(text: str | bytes) -> Any:
    """Read JSON text whose shape is open, for example settings."""
    return msgspec.json.decode(text)
