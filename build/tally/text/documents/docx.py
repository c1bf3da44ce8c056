"""A DOCX file to its text: paragraphs as lines, the cells of a table apart by tabs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

import mammoth
from lxml import etree, html

from tally.text.documents.kinds import DocumentError

_BROKEN = "a .docx file that cannot be read: open it in Word or WPS, and save it anew"
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li")


def read_docx(data: bytes) -> dict[str, str]:
    """The text of a DOCX file, as it stands with all changes accepted. Raises DocumentError."""
    try:
        no_pictures = mammoth.images.img_element(lambda _: {})
        page = mammoth.convert_to_html(io.BytesIO(data), convert_image=no_pictures).value
    except (BadZipFile, ExpatError, KeyError, ValueError, RecursionError, OSError) as error:
        raise DocumentError(_BROKEN) from error
    text = "".join(f"{line}\n" for line in _lines(page) if line)
    if not text:
        raise DocumentError(
            "a .docx file without text, of pictures perhaps: read it with OCR, and give the text "
            "as a .txt file"
        )
    return {"text": text}


def _lines(page: str) -> Iterator[str]:
    if not page:
        return
    tree = html.fromstring(f"<div>{page}</div>")
    for element in tree.iter(*_BLOCKS, "tr"):
        within = {above.tag for above in element.iterancestors()}
        if element.tag == "tr" and "td" not in within:
            yield "\t".join(_words(cell) for cell in element.iter("td", "th"))
        elif element.tag != "tr" and "tr" not in within:
            yield _words(element)


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
