"""The version that a dataset is due, by what changed in it since one that was published.

major: something is gone that a program may rely on: the id of a figure or of a source.
minor: something was added.
patch: what was there says something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from enum import IntEnum

from tally.diff.model import Change, Comparison, State
from tally.terms import Review


class Step(IntEnum):
    """Which place of a version goes up."""

    MAJOR = 0
    MINOR = 1
    PATCH = 2
    NONE = 3


def due_versions(comparison: Comparison) -> Mapping[str, str]:
    """The least version of each dataset of the new state; the old one where nothing changed, its
    own where the dataset is new. Empty where one of the states is a package."""
    old, new = comparison.old.loaded, comparison.new.loaded
    if old is None or new is None:
        return {}
    homes = datasets_of(comparison)
    steps: dict[str, set[Step]] = defaultdict(set)
    for change in comparison.changes:
        if home := homes.get(change.record.id):
            steps[home].add(_step(change))
    before = {name: one.version for name, one in old.datasets.datasets.items()}
    return {
        name: next_version(before[name], min(steps[name], default=Step.NONE))
        if name in before
        else dataset.version
        for name, dataset in new.datasets.datasets.items()
    }


def next_version(version: str, step: Step) -> str:
    """The version after one, by the place that goes up; those behind it begin anew."""
    if step == Step.NONE:
        return version
    numbers = numbers_of(version)
    raised = (*numbers[:step], numbers[step] + 1, 0, 0)
    return ".".join(map(str, raised[:3]))


def numbers_of(version: str) -> tuple[int, ...]:
    """A version as numbers, to compare it with another."""
    return tuple(map(int, version.split(".")))


def _step(change: Change) -> Step:
    """Which place of the version a change raises. What only the machine had read was never
    promised to stay; that a dataset says another version is no change of it."""
    if change.kind == "added":
        return Step.MINOR
    if change.kind == "changed":
        return Step.NONE if {one.field for one in change.fields} <= {"version"} else Step.PATCH
    read_only = change.old is not None and change.old.fields.get("review") == Review.EXTRACTED
    return Step.PATCH if read_only else Step.MAJOR


def datasets_of(comparison: Comparison) -> Mapping[str, str]:
    """The dataset that each record, source and description of both states is of, by its id."""
    return {**_homes(comparison.old), **_homes(comparison.new)}


def _homes(state: State) -> dict[str, str]:
    found: dict[str, str] = {}
    if state.loaded is None:
        return found
    for name, dataset in state.loaded.datasets.datasets.items():
        found |= {one.id: name for one in dataset.observations}
        found |= {one.id: name for one in dataset.targets}
        found |= {f"sources/{name}/{source}": name for source in dataset.sources}
        found[f"datasets/{name}"] = name
    return found
