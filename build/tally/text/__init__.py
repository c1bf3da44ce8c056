"""Room text: the bytes of a document to its reading text, with the way back."""

from tally.text.decode import TextError, decode
from tally.text.edits import Edit, EditNotFoundError
from tally.text.reading import ReadingText, read_text

__all__ = ["Edit", "EditNotFoundError", "ReadingText", "TextError", "decode", "read_text"]
