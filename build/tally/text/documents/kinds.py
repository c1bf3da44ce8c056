"""What kind of document bytes are, by how they begin; what no text can be had of says so."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

from tally.text import TextError

_HEAD = 4_096
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|div|meta)[\s>]", re.IGNORECASE)
_BLANK = b"\xef\xbb\xbf \t\r\n"
_MOST_PARTS = 5_000
_MOST_UNPACKED = 200_000_000

_REFUSED: Mapping[bytes, str] = {
    b"\xd0\xcf\x11\xe0": (
        "an old .doc file, or one under a password: open it in Word or WPS, and save it as .docx "
        "without a password"
    ),
    b"{\\rtf": "an RTF file: open it in Word or WPS, and save it as .docx",
    b"\x89PNG": "a picture: read its text with OCR, and give that as a .txt file",
    b"\xff\xd8\xff": "a picture: read its text with OCR, and give that as a .txt file",
    b"Rar!": "an archive: unpack it, and give the report in it",
    b"7z\xbc\xaf": "an archive: unpack it, and give the report in it",
    b"OFD": "an OFD file: open it in its reader, and save it as .pdf or .docx",
}


class DocumentError(TextError):
    """Why a document gives no text, and what to do; for the person who brought it."""


def kind_of(data: bytes) -> str | None:
    """`html`, `docx` or `pdf`; None for what is text already.

    Raises DocumentError for a kind that no text is taken of.
    """
    head = data[:_HEAD]
    for mark, told in _REFUSED.items():
        if head.startswith(mark):
            raise DocumentError(told)
    found = (kind for kind, matches in _KINDS.items() if matches(head))
    kind = next(found, None)
    if kind == "docx":
        _check_package(data)
    return kind


_KINDS: Mapping[str, Callable[[bytes], bool]] = {
    "pdf": lambda head: b"%PDF-" in head[:1024],
    "docx": lambda head: head.startswith(b"PK\x03\x04"),
    "html": lambda head: head.lstrip(_BLANK)[:1] == b"<" and _TAG.search(head) is not None,
}


def _check_package(data: bytes) -> None:
    """That a ZIP file is a DOCX which unpacks to what memory holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise DocumentError(
            "a broken .docx or ZIP file: fetch it again, or open it in Word or WPS and save it anew"
        ) from error
    names = {part.filename for part in parts}
    if "OFD.xml" in names:
        raise DocumentError(_REFUSED[b"OFD"])
    if "word/document.xml" not in names:
        raise DocumentError("a ZIP file that is no .docx: unpack it, and give the report in it")
    if any(part.flag_bits & 1 for part in parts):
        raise DocumentError("under a password: save it without one")
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise DocumentError(
            f"larger than {_MOST_UNPACKED:,} bytes when unpacked: save its text alone, as .docx"
        )
