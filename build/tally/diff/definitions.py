"""What the figures rest on, as records to compare: names, definitions, sources with repairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tally.diff.model import Record
from tally.package.cells import Row, as_text
from tally.package.rows import area_row, indicator_row, source_row, unit_row
from tally.records.model import Dataset, Datasets, LeftOut, Repair, Source, Theme, Vocabulary

# Columns that say how much rests on a definition, not what it is.
_COUNTS = frozenset(("observations", "targets"))


def definitions_of(datasets: Datasets) -> Mapping[str, Record]:
    """Every definition of a folder of datasets, by its address."""
    found = {record.id: record for record in _of_vocabulary(datasets.vocabulary)}
    for name, dataset in datasets.datasets.items():
        found |= {record.id: record for record in _of_dataset(name, dataset)}
    return found


def _of_vocabulary(vocabulary: Vocabulary) -> Iterator[Record]:
    for indicator in vocabulary.indicators.values():
        yield _record("indicators", indicator.id, indicator_row(indicator, 0, 0))
    for unit in vocabulary.units.values():
        yield _record("units", unit.id, unit_row(unit))
    for area in vocabulary.areas.values():
        yield _record("areas", area.id, area_row(area))
    for theme in vocabulary.themes.values():
        yield _record("themes", theme.id, _theme_row(theme))


def _of_dataset(name: str, dataset: Dataset) -> Iterator[Record]:
    yield _record("datasets", name, _dataset_row(dataset))
    for source in dataset.sources.values():
        row = {**source_row(source, 0, 0), **_repairs(source)}
        yield _record(f"sources/{name}", source.id, row)


def _record(folder: str, name: str, row: Row) -> Record:
    fields = {column: as_text(cell) for column, cell in row.items() if column not in _COUNTS}
    return Record("definition", f"{folder}/{name}", fields)


def _theme_row(theme: Theme) -> Row:
    return {
        "name_zh": theme.name.zh,
        "name_en": theme.name.en,
        "description_zh": theme.description.zh,
        "description_en": theme.description.en,
    }


def _dataset_row(dataset: Dataset) -> Row:
    return {
        "title_zh": dataset.title.zh,
        "title_en": dataset.title.en,
        "description_zh": dataset.description.zh,
        "description_en": dataset.description.en,
        "publisher_zh": dataset.publisher.zh,
        "publisher_en": dataset.publisher.en,
        "licence": dataset.licence,
        "version": dataset.version,
    }


def _repairs(source: Source) -> Row:
    """How a text is made readable, and what of it is no figure."""
    return {
        "repairs": _joined(source.repairs),
        "year_corrections": _joined(source.year_corrections),
        "left_out": "; ".join(map(_left_out, source.left_out)),
    }


def _joined(repairs: Sequence[Repair]) -> str:
    return "; ".join(f"{repair.raw} → {repair.reading}" for repair in repairs)


def _left_out(entry: LeftOut) -> str:
    return f"{entry.text} ({entry.reason})"
