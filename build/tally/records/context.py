"""What the entries of a dataset refer to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tally.records.archive import Archived
from tally.records.files import Files
from tally.records.model import Evidence, Vocabulary
from tally.records.remnants import Remnant
from tally.records.strict_yaml import Map


@dataclass(frozen=True, slots=True)
class Context:
    """What the entries of a dataset refer to; `folder` is its own, `described` its dataset.yml.

    `remnants` takes what is left of those that cannot be records, `unsound` what those rest on of
    which anything is wrong.
    """

    files: Files
    folder: Path
    vocabulary: Vocabulary
    areas: tuple[str, ...]
    sources: Mapping[str, Archived]
    described: Map | None = None
    remnants: list[Remnant] = field(default_factory=list)
    unsound: list[Evidence] = field(default_factory=list)

    @property
    def dataset(self) -> str:
        return self.folder.name

    def area_of(self, entry: Map) -> str:
        """The area an entry speaks of: it names one where the dataset has several."""
        return str(entry.get("area", self.areas[0]))
