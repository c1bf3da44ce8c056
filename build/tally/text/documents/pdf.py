"""A PDF to its text: lines that the page broke put together again, page numbers left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pypdfium2

from tally.text.documents.kinds import DocumentError

_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*[0-9]{1,4}[-—–－·\s]*|第\s*[0-9]+\s*页(?:[，,/\s]*共\s*[0-9]+\s*页)?"
)
_CHINESE = re.compile("[一-鿿]")
_ENDS = "。！？!?：:；;"
_FEWEST_A_PAGE = 20
_FULL = 0.85  # of the usual length of lines, from which one was broken by the page
_USUAL = 0.9  # of all lines are no longer than the usual length
_SCAN = (
    "a PDF without text, a scan: read it with OCR (such as ocrmypdf -l chi_sim), or give its text "
    "as a .txt file"
)
_UNREADABLE = (
    "a PDF whose fonts do not say which characters they show: print it to a new PDF, read it with "
    "OCR, or give its text as a .txt file"
)


def read_pdf(data: bytes) -> dict[str, str]:
    """The text of a PDF. Raises DocumentError: under a password, broken, a scan."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError as error:
        raise DocumentError(_told(str(error))) from error
    lines = [line for page in pages for line in _page_lines(page)]
    letters = "".join("".join(lines).split())
    if len(letters) < _FEWEST_A_PAGE * len(pages):
        raise DocumentError(_SCAN)
    if 4 * len(_CHINESE.findall(letters)) < len(letters):
        raise DocumentError(_UNREADABLE)
    return {"text": "".join(f"{line}\n" for line in _unbroken(lines))}


def _told(error: str) -> str:
    if "password" in error.lower():
        return "a PDF under a password: save it without one"
    return "a broken PDF: fetch it again, or print it to a new one"


def _page_lines(page: str) -> list[str]:
    """The lines of a page, but for the page number at either end."""
    # A soft hyphen that PDFium found at the end of a line is U+FFFE.
    lines = [line.strip() for line in page.replace("\ufffe", "").splitlines() if line.strip()]
    numbers = {n for n in (0, len(lines) - 1) if lines and _PAGE_NUMBER.fullmatch(lines[n])}
    return [line for n, line in enumerate(lines) if n not in numbers]


def _unbroken(lines: Sequence[str]) -> Iterator[str]:
    """Paragraphs: a line as long as is usual, and at no sentence's end, goes on in the next."""
    lengths = sorted(len(line) for line in lines)
    full = _FULL * lengths[int(_USUAL * (len(lengths) - 1))]
    paragraph = ""
    for line in lines:
        paragraph += line
        if len(line) < full or line[-1] in _ENDS:
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph
