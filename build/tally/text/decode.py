"""Bytes to characters: the encodings Chinese reports come in."""

import codecs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class TextError(ValueError):
    """A file that is not text; the message is for the person who named the file."""


def decode(data: bytes) -> str:
    """Read bytes as text, with newlines as they stand.

    A byte-order mark decides and is dropped; else UTF-8, else GB18030 (which contains
    GBK and GB 2312). Raises TextError when the bytes are none of these.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(data[len(bom) :], encoding)
    if b"\0" in data:
        raise TextError("not a text file: it holds NUL bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _cut_at_the_end(data, error):
            raise TextError("the file ends in the middle of a UTF-8 character") from error
    return _decoded(data, "gb18030")


def _cut_at_the_end(data: bytes, error: UnicodeDecodeError) -> bool:
    return (
        error.reason == "unexpected end of data"
        and error.start > len(data) // 2 > 0
        and not (data[: error.start].isascii())
    )


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise TextError(
            f"not text in UTF-8 or GB18030: byte {error.start} cannot be read; save it as UTF-8"
        ) from error
