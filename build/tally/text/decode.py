"""Bytes to characters: the encodings Chinese reports come in."""

import codecs

from tally.text.garbled import cause_of_garbling

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class TextError(ValueError):
    """A file that is not text; the message is for the person who named the file."""


def decode(data: bytes) -> str:
    """Read bytes as text, with newlines as they stand.

    UTF-16 where its byte-order mark stands; else UTF-8, else GB18030 (which contains GBK and
    GB 2312). The mark of UTF-8 is a character of the file as any other, so that places in the
    text are places in the file. Raises TextError when the bytes are none of these, or are
    Chinese in another encoding, such as Big5, or were read in a wrong one before.
    """
    if data.startswith(_UTF_16_MARKS):
        return _decoded(data, "utf-16")
    if b"\0" in data:
        raise TextError("not a text file: it holds NUL bytes")
    try:
        return _readable(data.decode("utf-8"), is_utf_8=True)
    except UnicodeDecodeError as error:
        if _cut_at_the_end(data, error):
            raise TextError("the file ends in the middle of a UTF-8 character") from error
    return _readable(_decoded(data, "gb18030"), is_utf_8=False)


def _readable(text: str, is_utf_8: bool) -> str:
    cause = cause_of_garbling(text, is_utf_8)
    if cause:
        raise TextError(f"not readable: this looks like {cause}; save the original as UTF-8")
    return text


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
