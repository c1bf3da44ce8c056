"""Charts as PNG, for downloads and for the pictures that links are shown with.

The font comes with us, so that Chinese is never boxes and the bytes are the same everywhere.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files

import vl_convert

_SCALE = 2.0
_SIGNATURE, _PIXELS = b"\x89PNG\r\n\x1a\n", b"IDAT"


def png(svg: str) -> bytes:
    """A chart's SVG file as a picture of two pixels for each of its units."""
    register_font()
    return _repacked(vl_convert.svg_to_png(svg, scale=_SCALE))


def _repacked(drawing: bytes) -> bytes:
    """The same picture packed well: the engine packs for speed, three times as large."""
    chunks = list(_chunks(drawing))
    pixels = zlib.decompress(b"".join(body for kind, body in chunks if kind == _PIXELS))
    small = (_PIXELS, zlib.compress(pixels))
    head, *rest = [chunk for chunk in chunks if chunk[0] != _PIXELS]
    return _SIGNATURE + b"".join(_chunk(*chunk) for chunk in (head, small, *rest))


def _chunks(drawing: bytes) -> Iterator[tuple[bytes, bytes]]:
    start = len(_SIGNATURE)
    while start < len(drawing):
        length, kind = struct.unpack_from(">I4s", drawing, start)
        yield kind, drawing[start + 8 : start + 8 + length]
        start += 12 + length


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


@cache
def register_font() -> None:
    """Make the font known to the engine, once a process."""
    with as_file(files("tally.charts").joinpath("fonts")) as folder:
        vl_convert.register_font_directory(str(folder))
