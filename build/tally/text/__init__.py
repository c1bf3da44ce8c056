"""Room text: the bytes of a document to its reading text, with the way back."""

from tally.text.decode import TextError, decode
from tally.text.edits import Edit, EditNotFoundError
from tally.text.files import (
    LARGEST_DATA,
    LARGEST_REPORT,
    UnfitFileError,
    read_regular,
    read_stream,
    replace_file,
    replace_files,
)
from tally.text.reading import ReadingText, read_text
from tally.text.unseen import ODD_BLANK, UNSEEN, named

__all__ = [
    "LARGEST_DATA",
    "LARGEST_REPORT",
    "ODD_BLANK",
    "UNSEEN",
    "Edit",
    "EditNotFoundError",
    "ReadingText",
    "TextError",
    "UnfitFileError",
    "decode",
    "named",
    "read_regular",
    "read_stream",
    "read_text",
    "replace_file",
    "replace_files",
]
