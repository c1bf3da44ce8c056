"""Room diff: what changed between two states of the data, figure by figure."""

from collections.abc import Callable, Mapping

from tally.diff.compare import compare
from tally.diff.corrections import missing_corrections
from tally.diff.formats import as_json, as_markdown, as_text, code
from tally.diff.model import Change, Comparison, FieldChange, State, StateError
from tally.diff.release import Release, raised, release
from tally.diff.review import as_review
from tally.diff.states import open_state, state_of
from tally.diff.versions import Step, due_versions, next_version, numbers_of

FORMATS: Mapping[str, Callable[[Comparison], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "review": as_review,
    "json": as_json,
}

__all__ = [
    "FORMATS",
    "Change",
    "Comparison",
    "FieldChange",
    "Release",
    "State",
    "StateError",
    "Step",
    "as_markdown",
    "code",
    "compare",
    "due_versions",
    "missing_corrections",
    "next_version",
    "numbers_of",
    "open_state",
    "raised",
    "release",
    "state_of",
]
