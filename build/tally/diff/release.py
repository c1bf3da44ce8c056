"""A release: the version each dataset is due, what still stands in its way, and its notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tally.diff.corrections import missing_corrections
from tally.diff.formats import as_markdown, code
from tally.diff.model import Comparison
from tally.diff.versions import due_versions, numbers_of
from tally.records.load import Loaded
from tally.write import Edit


@dataclass(frozen=True, slots=True)
class Release:
    """`due` are the versions of datasets that say a lower one; `lacking` what their corrections.yml
    lacks; `notes` tell what changed, in Markdown."""

    due: Mapping[str, str]
    lacking: Mapping[str, str]
    notes: str

    @property
    def ready(self) -> bool:
        return not self.due and not self.lacking


def release(comparison: Comparison) -> Release:
    """What a release of the new state, after the old one, still needs, and what it says."""
    loaded = comparison.new.loaded
    datasets = loaded.datasets.datasets if loaded else {}
    due = {
        name: version
        for name, version in due_versions(comparison).items()
        if numbers_of(datasets[name].version) < numbers_of(version)
    }
    versions = [f"- {code(name)} {due.get(name, one.version)}" for name, one in datasets.items()]
    notes = "\n".join(["Versions:", "", *versions, "", as_markdown(comparison)])
    return Release(due, missing_corrections(comparison), notes)


def raised(loaded: Loaded, due: Mapping[str, str], day: str) -> Mapping[str, Sequence[Edit]]:
    """The edits of each dataset.yml that give the datasets their versions and the day."""
    found = {}
    for name, version in due.items():
        dataset = loaded.datasets.datasets[name]
        edits = [Edit(dataset.places["version"], version)]
        if dataset.updated < day:
            edits.append(Edit(dataset.places["updated"], day))
        found[f"{name}/dataset.yml"] = edits
    return found
