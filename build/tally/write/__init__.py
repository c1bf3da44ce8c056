"""Room write: the one writer of YAML that people own, in the layout that a person would choose."""

from tally.write.edits import Edit, edited, with_field
from tally.write.entry import Scalar, Value, entry_text
from tally.write.listed import WriteError, appended

__all__ = [
    "Edit",
    "Scalar",
    "Value",
    "WriteError",
    "appended",
    "edited",
    "entry_text",
    "with_field",
]
