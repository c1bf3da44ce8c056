"""Room write: the one writer of YAML that people own, in the layout that a person would choose."""

from tally.write.entry import Value, entry_text
from tally.write.listed import WriteError, appended

__all__ = ["Value", "WriteError", "appended", "entry_text"]
