"""The data files below `datasets/`, as records."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from tally.records import entries
from tally.records.archive import Archived, read_sources
from tally.records.context import Context
from tally.records.files import Files
from tally.records.machine import unreviewed
from tally.records.model import (
    Correction,
    Dataset,
    Datasets,
    Evidence,
    Localized,
    Observation,
    Place,
    Target,
    Vocabulary,
)
from tally.records.problem import Problem, in_order, repeated
from tally.records.references import report_unknown
from tally.records.remnants import Remnant
from tally.records.statements import read_observations, read_targets
from tally.records.strict_yaml import Map
from tally.records.vocabulary import indicators_by_name, read_vocabulary

_VOCABULARY = "vocabulary"
_FOLDERS = frozenset(("sources", "observations", "targets"))
_FILES = ("dataset.yml", "corrections.yml")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be read, and what was wrong.

    Records refer only to what is there: one that names an unknown indicator, unit or source
    is reported and left out. `incomplete` names the kinds of files of which something was.
    `archive` holds each dataset's sources with the numbers they state.

    Two things are there to be checked only: `undescribed`, the datasets whose
    dataset.yml cannot be used, and `remnants`, by dataset, of entries that are no records.
    `unread` names the kinds of files of which nobody knows what they hold, `unsound` is what the
    entries rest on, by dataset, of which something is wrong.
    """

    root: Path
    datasets: Datasets
    problems: tuple[Problem, ...]
    incomplete: frozenset[str]
    archive: Mapping[str, Mapping[str, Archived]]
    undescribed: Mapping[str, Dataset] = field(default_factory=dict)
    remnants: Mapping[str, Sequence[Remnant]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    unsound: Mapping[str, Sequence[Evidence]] = field(default_factory=dict)


def load(root: Path, only: Container[str] | None = None, kept: Path | None = None) -> Loaded:
    """Read the folder `datasets/`, or of its datasets `only` some. A broken file never stops the
    others; nothing is raised. What was read in sources stays in `kept`, where that is a folder.

    Places are relative to the folder that holds `root`: datasets/taicang/dataset.yml:1:1.
    """
    files = Files(Path(os.path.normpath(root.absolute())))
    root = files.root
    if not root.is_dir():
        missing = Problem(
            Place(root.name), "file", "there is no such folder", "name the folder of the datasets"
        )
        return Loaded(root, Datasets(Vocabulary(), {}), (missing,), frozenset(), {})
    vocabulary = read_vocabulary(files, root / _VOCABULARY)
    files.id_of = indicators_by_name(vocabulary)
    folders = [path for path in files.named_folders(root) if path.name != _VOCABULARY]
    if only is not None:
        folders = [path for path in folders if path.name in only]
    contexts = [_context(files, path, vocabulary, kept) for path in folders]
    read = {context.dataset: _read_dataset(context) for context in contexts}
    described = {name: dataset for name, (dataset, sound) in read.items() if sound}
    _report_shared_sources(files, contexts)
    return Loaded(
        root,
        Datasets(vocabulary, described),
        in_order(files.problems),
        frozenset(files.incomplete),
        unread=frozenset(files.unread),
        archive={context.dataset: context.sources for context in contexts},
        undescribed={name: dataset for name, (dataset, sound) in read.items() if not sound},
        remnants={context.dataset: context.remnants for context in contexts},
        unsound={context.dataset: context.unsound for context in contexts},
    )


def _context(files: Files, folder: Path, vocabulary: Vocabulary, kept: Path | None) -> Context:
    found: dict[str, Archived] = {}
    described = files.single(folder / "dataset.yml", "dataset")
    areas = entries.areas_of(described, folder.name)
    for archived in read_sources(files, folder, areas, vocabulary, kept):
        first = found.setdefault(archived.source.id, archived)
        if first is not archived:
            message = (
                f"the source {archived.source.id} is here twice, first at {first.source.place}"
            )
            files.report_at(archived.source.place, "duplicate", message, "keep one of the two")
            files.incomplete.add("source")
    return Context(files, folder, vocabulary, areas, found, described)


def _read_dataset(context: Context) -> tuple[Dataset, bool]:
    """A dataset, and whether it is described by a dataset.yml that can be used."""
    files, folder = context.files, context.folder
    _report_strays(files, folder)
    entry = context.described
    observations, targets = _with_unreviewed(
        context,
        read_observations(context),
        read_targets(context),
    )
    known = {o.id for o in observations} | {t.id for t in targets}
    corrections = _read_corrections(files, folder / "corrections.yml", known)
    sound = entry is not None and _areas_are_known(context, entry)
    if entry is not None:
        _report_licence(files, entry)
    dataset = replace(
        entries.dataset(entry, context.dataset) if entry else _undescribed(context),
        sources={name: archived.source for name, archived in context.sources.items()},
        observations=observations,
        targets=targets,
        corrections=corrections,
    )
    return dataset, sound


def _undescribed(context: Context) -> Dataset:
    """A dataset of which nothing is known but its name."""
    nothing = Localized("", "")
    return Dataset(
        id=context.dataset,
        areas=context.areas,
        title=nothing,
        description=nothing,
        publisher=nothing,
        licence="",
        version="",
        created="",
        updated="",
        keywords=(),
        contributors=(),
        sources={},
        observations=(),
        targets=(),
        corrections=(),
        place=Place(context.files.shown(context.folder / "dataset.yml")),
    )


def _report_licence(files: Files, entry: Map) -> None:
    """A licence is named as the list of SPDX does, so that catalogues know it."""
    licence = str(entry["licence"])
    try:
        known = canonicalize_license_expression(licence)
    except InvalidLicenseExpression:
        known = None
    if known != licence:
        help_ = f"write {known}" if known else "use an id of spdx.org/licenses, such as CC-BY-4.0"
        message = f"SPDX has no licence {licence}"
        files.report_at(entry.values_at["licence"], "reference", message, help_)


def _areas_are_known(context: Context, entry: Map) -> bool:
    known = context.vocabulary.areas
    unknown = [(number, area) for number, area in enumerate(context.areas) if area not in known]
    for number, area in unknown:
        place = entry["areas"].values_at[number] if "areas" in entry else entry.place
        report_unknown(context.files, place, "area", area, known, "areas")
    return not unknown


def _report_shared_sources(files: Files, contexts: Iterable[Context]) -> None:
    """The id of a source is its own on the whole site."""
    every = ((one.source.id, one.source.place) for c in contexts for one in c.sources.values())
    for name, place, first in repeated(every):
        message = f"another dataset has a source {name}, at {first}"
        help_ = f"call this one otherwise; in a panel the id ends in its area: {name}-jiangsu"
        files.report_at(place, "duplicate", message, help_)


def _with_unreviewed(
    context: Context, observations: tuple[Observation, ...], targets: tuple[Target, ...]
) -> tuple[tuple[Observation, ...], tuple[Target, ...]]:
    """The curated records, then what only the machine has read."""
    curated: tuple[Observation | Target, ...] = (*observations, *targets)
    taken = {record.id for record in curated}
    by_source: defaultdict[str, list[Observation | Target]] = defaultdict(list)
    for record in curated:
        by_source[record.evidence.source].append(record)
    found = [
        record
        for name, archived in context.sources.items()
        for record in unreviewed(archived, by_source[name], context.vocabulary, taken)
    ]
    more_observations = (record for record in found if isinstance(record, Observation))
    more_targets = (record for record in found if isinstance(record, Target))
    return (*observations, *more_observations), (*targets, *more_targets)


def _report_strays(files: Files, folder: Path) -> None:
    for path in files.folders(folder, others=_FILES):
        if path.name not in _FOLDERS:
            names = ", ".join(sorted(_FOLDERS))
            files.report(path, "file", "nothing reads this folder", f"folders here are {names}")


def _read_corrections(files: Files, path: Path, known: set[str]) -> tuple[Correction, ...]:
    if not os.path.lexists(path):
        return ()
    found = tuple(map(entries.correction, files.entries(path, "corrections")))
    _report_repeated(files, found)
    for correction in found:
        if correction.figure not in known:
            place = correction.places["figure"]
            report_unknown(files, place, "figure", correction.figure, known, "figures")
    return found


def _report_repeated(files: Files, corrections: Iterable[Correction]) -> None:
    """A figure is corrected once a day: a second such entry is the first, pasted again."""
    dated = (((one.figure, one.date, one.kind), one.place) for one in corrections)
    for (figure, _, kind), place, first in repeated(dated):
        message = f"the {kind} of {figure} is here twice, first at {first}"
        files.report_at(place, "duplicate", message, "keep one of the two")
