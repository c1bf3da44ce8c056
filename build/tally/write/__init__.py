"""Room write: the one writer of YAML that people own, in the layout that a person would choose."""

from tally.write.edits import Edit, edited, with_field
from tally.write.entry import Scalar, Value, entry_text, scalar_text
from tally.write.listed import WriteError, appended, listed_under

__all__ = [
    "Edit",
    "Scalar",
    "Value",
    "WriteError",
    "appended",
    "edited",
    "entry_text",
    "listed_under",
    "scalar_text",
    "with_field",
]
