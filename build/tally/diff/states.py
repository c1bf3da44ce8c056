"""Names of states to states: a folder of datasets, a data package, or a git revision."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from tally.derive import judge_all, open_ledgers
from tally.diff.compare import COMPARED
from tally.diff.definitions import definitions_of
from tally.diff.model import Record, RecordKind, State, StateError
from tally.diff.packages import package_tables
from tally.diff.revisions import unpack_revision
from tally.package.cells import Row, as_text
from tally.package.formats.csv_table import restored
from tally.package.rows import observation_row, target_row
from tally.records.load import Loaded, load
from tally.records.model import Vocabulary

_TABLES: Mapping[str, RecordKind] = {"observations.csv": "observation", "targets.csv": "target"}
_INDICATORS = "indicators.csv"
# Columns without which a table is another one.
_NEEDED = {
    "observations.csv": ("id", "value"),
    "targets.csv": ("id", "value"),
    _INDICATORS: ("id",),
}
_AGAIN = "take it from the package again"
_LONGEST_CELL = 1_000_000


def open_state(name: str, where: Path) -> State:
    """The state that a name stands for, seen from the folder `where`; raises StateError.

    In this order: a package (a folder with observations.csv, folders of these, a ZIP or a
    datapackage.json), a folder of datasets (with vocabulary/, or with datasets/ in it), a git
    revision.
    """
    if not name:
        raise StateError("a name is empty: name a folder, a package or a git revision")
    path = where / name
    try:
        tables = package_tables(path) if path.exists() else []
    except OSError as error:
        raise StateError(f"{name}: {error.strerror}") from error
    if tables:
        return _state_of_tables(name, tables)
    root = _datasets_in(path)
    if root is not None:
        return state_of(name, root)
    return _state_of_revision(name, where)


def _datasets_in(path: Path) -> Path | None:
    for root in (path, path / "datasets"):
        if (root / "vocabulary").is_dir():
            return root
    return None


def _state_of_revision(name: str, where: Path) -> State:
    with tempfile.TemporaryDirectory(prefix="tally-diff-") as folder:
        root = _datasets_in(unpack_revision(name, where, Path(folder)))
        if root is None:
            raise StateError(f"{name}: this revision has no datasets/vocabulary/")
        return state_of(name, root)


def state_of(name: str, root: Path) -> State:
    """The state of a folder of datasets."""
    loaded = load(root)
    vocabulary = loaded.datasets.vocabulary
    records = {record.id: record for record in _records(loaded)}
    errors = sum(problem.severity == "error" for problem in loaded.problems)
    definitions = definitions_of(loaded.datasets)
    return State(name, records, _renamed(vocabulary), errors, definitions, loaded)


def _records(loaded: Loaded) -> Iterator[Record]:
    vocabulary = loaded.datasets.vocabulary
    outlooks = judge_all(open_ledgers(loaded.datasets).values())
    for dataset in loaded.datasets.datasets.values():
        for observation in dataset.observations:
            yield _record("observation", observation_row(observation, vocabulary))
        for target in dataset.targets:
            yield _record("target", target_row(target, vocabulary, outlooks[target.id]))


def _record(kind: RecordKind, row: Row) -> Record:
    fields = {name: as_text(row.get(name)) for name in COMPARED[kind]}
    return Record(kind, as_text(row["id"]), fields)


def _renamed(vocabulary: Vocabulary) -> dict[str, str]:
    return {
        former: indicator.id
        for indicator in vocabulary.indicators.values()
        for former in indicator.former_ids
    }


def _state_of_tables(name: str, packages: list[Mapping[str, bytes]]) -> State:
    records: dict[str, Record] = {}
    renamed: dict[str, str] = {}
    for tables in packages:
        for table, kind in _TABLES.items():
            records |= _unrepeated(
                name, table, map(partial(_read, kind), _rows(name, table, tables))
            )
        for row in _rows(name, _INDICATORS, tables):
            renamed.update((former, row["id"]) for former in row.get("former_ids", "").split())
    return State(name, records, renamed)


def _read(kind: RecordKind, row: Mapping[str, str]) -> Record:
    fields = {name: row[name] for name in COMPARED[kind] if name in row}
    return Record(kind, row["id"], fields)


def _unrepeated(name: str, table: str, records: Iterable[Record]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for record in records:
        if found.setdefault(record.id, record) is not record:
            raise StateError(f"{name}: {table}: {record.id} is here twice; {_AGAIN}")
    return found


def _rows(name: str, table: str, tables: Mapping[str, bytes]) -> Iterator[dict[str, str]]:
    """The rows of a table, with the texts as they were before they were guarded."""
    if table not in tables:
        raise StateError(f"{name}: {table} is missing; {_AGAIN}")
    csv.field_size_limit(_LONGEST_CELL)
    try:
        text = io.StringIO(_text(name, table, tables[table]), newline="")
        reader = csv.DictReader(text, strict=True)
        for column in _NEEDED[table]:
            if column not in (reader.fieldnames or ()):
                raise StateError(f"{name}: {table} has no column {column}; {_AGAIN}")
        for row in reader:
            if not row["id"] or None in row or None in row.values():
                where = f"{name}: {table}:{reader.line_num}"
                raise StateError(f"{where}: a row has no id, or not as many cells as columns")
            yield {column: restored(cell) for column, cell in row.items()}
    except csv.Error as error:
        raise StateError(f"{name}: {table} cannot be read: {error}; {_AGAIN}") from error


def _text(name: str, table: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "this is not UTF-8 text, as when a spreadsheet has saved it anew"
        raise StateError(f"{name}: {table}:{line}: {message}; {_AGAIN}") from error
