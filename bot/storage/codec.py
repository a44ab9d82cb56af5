"""Nouns to JSON text and back, for columns that hold a whole value."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_encoder = msgspec.json.Encoder(order="deterministic")


def dump(value: object) -> str:
    """JSON text of a dataclass, mapping or sequence; keys in a fixed order, so equal values give equal text."""
    return _encoder.encode(value).decode()


def load(kind: type[T], text: str | bytes) -> T:
    """Read `dump`'s text as `kind`. Raises msgspec.ValidationError when the text is of another shape."""
    return msgspec.json.decode(text, type=kind)


def load_any(text: str | bytes) -> Any:
    """Read JSON text whose shape is open, for example settings."""
    return msgspec.json.decode(text)
