"""The desk of a folder of datasets: what lies on it, decisions, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tally.check.coverage import progress
from tally.records.load import Loaded, load
from tally.records.model import Dataset, Source, Vocabulary
from tally.records.problem import Problem
from tally.review.desk.change import Trial, change_of
from tally.review.desk.decisions import DecisionError, read_decision
from tally.review.desk.sheet import Item, Record, Sheet, sheet_of
from tally.review.files import Files
from tally.text import replace_files

Told = Mapping[str, Any]
_MOST_STEPS = 500
"""Decisions that can be taken back, the last ones."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What a decision wrote, and what was there before; None where nothing was."""

    before: Mapping[str, bytes | None]
    after: Files


@dataclass(slots=True)
class Desk:
    """Sources below a folder of datasets; `wanted` are those to show, by dataset and source.

    What is read in their texts stays in the folder `kept`, so that a decision waits for no reading.
    """

    root: Path
    wanted: tuple[str, str]
    kept: Path | None = None
    _steps: list[_Step] = field(default_factory=list)
    _known: tuple[object, Sequence[Problem]] = (None, ())
    """What check said last, and of which files as they stood."""

    def sources(self) -> list[Told]:
        """The sources whose text is kept, each with how far it is."""
        loaded = load(self.root, {self.wanted[0]} if self.wanted[0] else None, self.kept)
        return list(_sources(loaded, self.wanted[1]))

    def sheet(self, dataset: str, source: str) -> Told:
        """A source as the page shows it; raises DecisionError where there is none."""
        return _told(*self._opened(dataset, source))

    def decide(self, dataset: str, source: str, data: bytes) -> Told:
        """Write what follows from a decision, and show the source anew.

        Raises DecisionError, WriteError, OSError; then nothing is written.
        """
        loaded, sheet = self._opened(dataset, source)
        decision, stand = read_decision(data), self._stand(dataset, source)
        trial = Trial(loaded, sheet, self.kept)
        were = self._known[1] if self._known[0] == stand else trial.problems_with({})
        change = change_of(trial, decision, were)
        before = {path: self._bytes(path) for path in change.files}
        if self._stand(dataset, source) != stand:
            raise DecisionError("the files were changed meanwhile: decide again")
        self._write(change.files)
        self._steps = [*self._steps[1 - _MOST_STEPS :], _Step(before, change.files)]
        self._known = self._stand(dataset, source), change.problems
        return self.sheet(dataset, source)

    def undo(self, dataset: str, source: str) -> Told:
        """Take the last decision back; raises DecisionError where a file was changed since."""
        if not self._steps:
            raise DecisionError("there is nothing to take back")
        step = self._steps[-1]
        for path, data in step.after.items():
            if self._bytes(path) != data:
                raise DecisionError(f"{path} was changed since: take it back by hand")
        self._write({path: data for path, data in step.before.items() if data is not None})
        for path in (path for path, data in step.before.items() if data is None):
            (self.root / path).unlink()
        self._steps.pop()
        return self.sheet(dataset, source)

    def _opened(self, dataset: str, source: str) -> tuple[Loaded, Sheet]:
        loaded = load(self.root, {dataset}, self.kept)
        archived = loaded.archive.get(dataset, {}).get(source)
        if archived is None or not archived.source.archived or not loaded.datasets.datasets:
            raise DecisionError(f"{dataset}/{source} is no source whose text is kept")
        return loaded, sheet_of(loaded, dataset, source)

    def _stand(self, dataset: str, source: str) -> object:
        """What tells whether a file of the dataset or the vocabulary has changed."""
        paths = (*(self.root / "vocabulary").rglob("*"), *(self.root / dataset).rglob("*.yml"))
        stats = ((str(path), path.stat()) for path in sorted(paths) if path.is_file())
        return source, [(path, stat.st_size, stat.st_mtime_ns) for path, stat in stats]

    def _bytes(self, path: str) -> bytes | None:
        there = self.root / path
        return there.read_bytes() if there.is_file() else None

    def _write(self, files: Files) -> None:
        for path in files:
            (self.root / path).parent.mkdir(exist_ok=True)
        replace_files({self.root / path: data for path, data in files.items()})


def _sources(loaded: Loaded, wanted: str) -> Iterator[Told]:
    units = loaded.datasets.vocabulary.unit_names
    for name, dataset in loaded.datasets.datasets.items():
        for archived in loaded.archive[name].values():
            source = archived.source
            if source.archived and wanted in ("", source.id):
                yield {
                    "dataset": name,
                    "source": source.id,
                    "title": _both(source.title),
                    **_progress(source, dataset, units),
                }


def _progress(source: Source, dataset: Dataset, units: frozenset[str]) -> Told:
    every: tuple[Record, ...] = (*dataset.observations, *dataset.targets)
    rests = [one for one in every if one.evidence.source == source.id]
    done = progress(source, rests, units)
    return {"reviewed": done.reviewed, "total": done.total, "review": str(source.review)}


def _told(loaded: Loaded, sheet: Sheet) -> Told:
    source, vocabulary = sheet.archived.source, loaded.datasets.vocabulary
    return {
        "dataset": source.dataset,
        "source": source.id,
        "title": _both(source.title),
        **_progress(source, sheet.dataset, vocabulary.unit_names),
        "text": sheet.text,
        "items": [_item(item) for item in sheet.items],
        "vocabulary": _vocabulary(vocabulary),
    }


def _item(item: Item) -> Told:
    claim = item.claim
    return {
        "start": item.start,
        "end": item.end,
        "state": str(item.state),
        "entry": str(item.record.place) if item.record else None,
        "record": item.record.id if item.record else None,
        "quote": claim.quote_span if claim else None,
        "claim": claim and {name: _plain(getattr(claim, name)) for name in _OF_CLAIM},
    }


_OF_CLAIM = (
    "name", "indicator", "value", "value_high", "unit", "measure", "comparator", "kind", "period",
    "status", "direction", "basis", "strength", "confidence",
)  # fmt: skip


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, float) else str(value)


def _vocabulary(vocabulary: Vocabulary) -> Told:
    return {
        "indicators": [
            {
                "id": one.id,
                "name": _both(one.name),
                "aliases": list(one.aliases),
                "theme": one.theme,
            }
            for one in vocabulary.indicators.values()
        ],
        "themes": [{"id": one.id, "name": _both(one.name)} for one in vocabulary.themes.values()],
        "units": list(vocabulary.units),
        "families": sorted({unit.family for unit in vocabulary.units.values()}),
        "areas": [{"id": one.id, "name": _both(one.name)} for one in vocabulary.areas.values()],
    }


def _both(name: Any) -> Told:
    return {"zh": name.zh, "en": name.en}
