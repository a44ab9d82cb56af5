"""Content codings undone within bounds: gzip, deflate, br, zstd; never more bytes than asked for."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator

import brotli

from bot.errors import SourceError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ACCEPTED = "gzip, deflate, br, zstd"
_PIECE = 256 * 1024  # bytes decoded at once, so that a caller can pause in between
_MOST_LAYERS = 2
# Measured on feeds: 4 to 12 times, a sitemap 30 times. gzip reaches 1,030 times, brotli far more.
MOST_RATIO = 100
_RATIO_FROM = 1024 * 1024  # bytes decoded before the ratio counts
_ZLIB_MAGIC = b"\x1f\x8b"
_ZSTD_MAGICS = (
    b"\x28\xb5\x2f\xfd",
    *(bytes((first, 0x2A, 0x4D, 0x18)) for first in range(0x50, 0x60)),
)  # RFC 8878, 3.1
# Written as codings by servers that mean none: charsets and transfer encodings of mail.
_NO_CODING = frozenset({"", "identity", "none", "utf-8", "utf8", "binary", "8bit", "7bit"})
# Members of a gzip, frames of a zstd. `bgzip` makes one of every 64 kB: 160 within 10 MiB. Each costs a copy of what
# follows it, so half a million empty ones (10 MB) would take minutes.
_MOST_MEMBERS = 512


def pieces(body: bytes, coding: str, limit: int) -> Iterator[bytes]:
    """Decoded pieces of `body`, which was sent with this Content-Encoding.

    A body that claims gzip or zstd and is not is passed on as it is: servers often forget to take the header away.
    Raises SourceError `too-big` above `limit` bytes or a hundredfold growth, `truncated`, `bad-coding`.
    """
    layers = [name for name in (part.strip().lower() for part in coding.split(",")) if name not in _NO_CODING]
    if not layers and body[:2] == _ZLIB_MAGIC:
        layers = ["gzip"]  # a .xml.gz file, or a header lost on the way
    if len(layers) > _MOST_LAYERS:
        raise SourceError("The answer is packed in too many layers.", reason="bad-coding")
    for name in reversed(layers[1:]):
        body = b"".join(_bounded(_decoder(name, body), len(body), limit))
    yield from _bounded(_decoder(layers[0] if layers else "", body), len(body), limit)


def decoded(body: bytes, coding: str, limit: int) -> bytes:
    """All of it at once; see `pieces`."""
    return b"".join(pieces(body, coding, limit))


def _bounded(parts: Iterator[bytes], packed: int, limit: int) -> Iterator[bytes]:
    size = 0
    try:
        for part in parts:
            size += len(part)
            if size > limit or (size > _RATIO_FROM and size > packed * MOST_RATIO):
                raise SourceError(f"The answer unpacks to more than {min(size, limit):,} bytes.", reason="too-big")
            yield part
    except (zlib.error, brotli.error, zstd.ZstdError, EOFError) as error:
        raise SourceError("The answer is packed in a way that cannot be undone.", reason="bad-coding") from error


def _decoder(name: str, body: bytes) -> Iterator[bytes]:
    if name in ("gzip", "x-gzip"):
        return _gunzip(body) if body[:2] == _ZLIB_MAGIC else iter((body,))
    if name == "deflate":
        return _inflate(body)
    if name == "br":
        return _unbrotli(body)
    if name == "zstd":
        return _unzstd(body) if body[:4] in _ZSTD_MAGICS or not body else iter((body,))
    if name == "":
        return iter((body,))
    raise SourceError(f"The answer is packed as {name[:20]}, which we did not ask for.", reason="bad-coding")


def _gunzip(body: bytes) -> Iterator[bytes]:
    """One or more gzip members; what follows the last one is ignored, as gzip itself does."""
    for _ in range(_MOST_MEMBERS):
        unpack = zlib.decompressobj(wbits=31)
        yield from _inflated(unpack, body)
        body = unpack.unused_data
        if body[:2] != _ZLIB_MAGIC:
            return
        yield b""
    raise SourceError("The answer is packed in too many pieces.", reason="bad-coding")


def _inflate(body: bytes) -> Iterator[bytes]:
    """`deflate` means zlib's format; some servers send the bare stream."""
    wrapped = len(body) >= 2 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0
    return _inflated(zlib.decompressobj(wbits=15 if wrapped else -15), body)


def _inflated(unpack: zlib._Decompress, body: bytes) -> Iterator[bytes]:
    while not unpack.eof:
        part = unpack.decompress(body, _PIECE)
        body = unpack.unconsumed_tail
        if not part and not body:
            if unpack.eof:
                break
            raise SourceError("The answer breaks off in the middle.", reason="truncated")
        yield part


def _unbrotli(body: bytes) -> Iterator[bytes]:
    unpack = brotli.Decompressor()
    part = unpack.process(body, output_buffer_limit=_PIECE)
    yield part
    while not unpack.is_finished():
        if unpack.can_accept_more_data():
            raise SourceError("The answer breaks off in the middle.", reason="truncated")
        yield unpack.process(b"", output_buffer_limit=_PIECE)


def _unzstd(body: bytes) -> Iterator[bytes]:
    # 2**23 bytes is the largest window a browser accepts, RFC 9659.
    for _ in range(_MOST_MEMBERS):
        if not body:
            return
        unpack = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: 23})
        rest = body
        while not unpack.eof:
            part = unpack.decompress(rest, max_length=_PIECE)
            rest = b""
            if not part and unpack.needs_input:
                raise SourceError("The answer breaks off in the middle.", reason="truncated")
            yield part
        body = unpack.unused_data
        yield b""
    raise SourceError("The answer is packed in too many pieces.", reason="bad-coding")
