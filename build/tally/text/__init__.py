"""Room text: the bytes of a document to its reading text, with the way back."""

from tally.text.decode import TextError, decode
from tally.text.edits import Edit, EditNotFoundError
from tally.text.reading import ReadingText, read_text
from tally.text.unseen import ODD_BLANK, UNSEEN, named

__all__ = [
    "ODD_BLANK",
    "UNSEEN",
    "Edit",
    "EditNotFoundError",
    "ReadingText",
    "TextError",
    "decode",
    "named",
    "read_text",
]
