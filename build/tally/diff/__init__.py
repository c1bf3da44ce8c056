"""Room diff: what changed between two states of the data, figure by figure."""

from tally.diff.compare import compare
from tally.diff.formats import FORMATS, code
from tally.diff.model import Change, Comparison, FieldChange, State, StateError
from tally.diff.states import open_state, state_of

__all__ = [
    "FORMATS",
    "Change",
    "Comparison",
    "FieldChange",
    "State",
    "StateError",
    "code",
    "compare",
    "open_state",
    "state_of",
]
