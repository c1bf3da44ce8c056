"""Room diff: what changed between two states of the data, figure by figure."""

from tally.diff.compare import compare
from tally.diff.formats import FORMATS
from tally.diff.model import Change, Comparison, FieldChange, State, StateError
from tally.diff.states import open_state

__all__ = [
    "FORMATS",
    "Change",
    "Comparison",
    "FieldChange",
    "State",
    "StateError",
    "compare",
    "open_state",
]
