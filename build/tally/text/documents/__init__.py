"""Documents as they arrive, web pages, DOCX and PDF, to the text that is kept and quoted."""

from tally.text.documents.kinds import DocumentError
from tally.text.documents.read import Document, read_document

__all__ = ["Document", "DocumentError", "read_document"]
