"""The files that the table of everything is read from, by assets/js/explore/.

`labels-<lang>.json` says what the codes are called, in their order; `codes.parquet` has for each
row the places of its codes, enough to filter and to count. What a row says (`texts.parquet`) and
its line of a CSV file (`lines.parquet`) are read by ranges, for the rows that are shown or taken.
The rows of all three are in one order.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tally.package.cells import Cell, Row
from tally.package.columns import ColumnType
from tally.package.formats.csv_table import csv_cell
from tally.package.formats.parquet_table import parquet_files
from tally.package.rows import observation_row, target_row
from tally.records.model import Target
from tally.site.library import Library, Record
from tally.site.routes import LANGS
from tally.site.views.explore import FACETS, MILESTONE, OWN, ExploreRow, choices, explore_rows

Types = Mapping[str, ColumnType]
FOLDER = "assets/explore/"
# What is taken away of a row: the columns of the published tables, of which `kind` tells
# which; a promise has its due period, a milestone its title.
TAKEN = (
    *("id", "kind", "area", "indicator", "name_zh", "name_en", "theme", "period", "type"),
    *("measure", "comparator", "value", "value_high", "unit", "value_base", "value_high_base"),
    *("unit_base", "direction", "stated", "related_indicator", "status"),
    *("source", "provenance", "review", "verdict"),
)
_GROUP = 2048  # rows of which the texts are read at once


def explored_files(library: Library) -> Mapping[str, bytes]:
    """The files by their paths."""
    rows = explore_rows(library)
    lines = {record.id: taken_line(record, library) for record in library.by_id.values()}
    return files_of(rows, library, [lines[row.id] for row in rows])


def files_of(
    rows: Sequence[ExploreRow], library: Library, lines: Sequence[str]
) -> Mapping[str, bytes]:
    """The same of any rows, each with its line of the CSV file."""
    called = {lang: choices(rows, library, lang) for lang in LANGS}
    texts = ("texts", *_texts(rows, called[LANGS[0]]["source"]))
    taken: list[Row] = [{"line": line} for line in lines]
    made = {
        **parquet_files([("codes", *_codes(rows, called[LANGS[0]]))]),
        **parquet_files([texts, ("lines", {"line": "string"}, taken)], _GROUP),
    }
    sizes = {name: len(content) for name, content in made.items()}
    labels = {
        f"{name}-{lang}.json": _json(shown)
        for lang in LANGS
        for name, shown in _labels(called[lang], rows, sizes).items()
    }
    parquet = {f"{name}.parquet": content for name, content in made.items()}
    return {f"{FOLDER}{name}": content for name, content in {**labels, **parquet}.items()}


def _labels(
    called: Mapping[str, Mapping[str, str]], rows: Sequence[ExploreRow], sizes: Mapping[str, int]
) -> Mapping[str, object]:
    """What is needed before anything is chosen, with how many rows each choice has; and the titles
    of sources, which are shown with the rows."""
    counts = {name: Counter(getattr(row, name) for row in rows) for name in FACETS}
    listed = {
        name: [[code, label, counts[name][code]] for code, label in called[name].items()]
        for name in FACETS
    }
    known = {"rows": len(rows), "bytes": sizes, "group": _GROUP, "head": _line(TAKEN)}
    return {
        "labels": {**listed, **known},
        "sources": [*map(list, called["source"].items())],
    }


def _codes(
    rows: Sequence[ExploreRow], called: Mapping[str, Mapping[str, str]]
) -> tuple[Types, list[Row]]:
    """Places among the choices; what has none of a kind, such as the verdict of a figure, has
    the place after the last."""
    places = {name: {code: at for at, code in enumerate(called[name])} for name in FACETS}

    def coded(row: ExploreRow) -> dict[str, Cell]:
        cells: dict[str, Cell] = {
            name: own.get(getattr(row, name), len(own)) for name, own in places.items()
        }
        return {**cells, "preferred": int(row.preferred)}

    types: Types = dict.fromkeys((*FACETS, "preferred"), "number")
    return types, [coded(row) for row in rows]


def _texts(rows: Sequence[ExploreRow], sources: Iterable[str]) -> tuple[Types, list[Row]]:
    """What rows say in each language; a name only where the indicator does not tell it; the place
    of the source."""
    named = [f"name_{lang}" for lang in LANGS]
    texts = [f"text_{lang}" for lang in LANGS]
    places = {source: at for at, source in enumerate(sources)}

    def written(row: ExploreRow) -> dict[str, Cell]:
        own = row.name if row.indicator in (MILESTONE, OWN) else (None,) * len(LANGS)
        cells: dict[str, Cell] = dict(zip((*named, *texts), (*own, *row.text), strict=True))
        return {"id": row.id, "source": places[row.source], **cells, "value": row.value}

    types: Types = {
        "id": "string",
        "source": "number",
        **dict.fromkeys((*named, *texts), "string"),
        "value": "number",
    }
    return types, [written(row) for row in rows]


def taken_line(record: Record, library: Library) -> str:
    """A row as a line of CSV, its cells written as in the published tables, so that none can
    become a formula."""
    row = _published(record, library)
    return _line(csv_cell(row.get(name)) for name in TAKEN)


def _published(record: Record, library: Library) -> Row:
    vocabulary = library.vocabulary
    if not isinstance(record, Target):
        row = observation_row(record, vocabulary)
        return {**row, "kind": "actual", **_names(row, "indicator_name")}
    row = target_row(record, vocabulary, library.outlooks[record.id])
    named = "indicator_name" if record.indicator else "title"
    return {**row, "kind": "target", "period": record.due, **_names(row, named)}


def _names(row: Row, column: str) -> Row:
    """In the languages that the published tables have columns for."""
    return {f"name_{lang}": row[f"{column}_{lang}"] for lang in ("zh", "en")}


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
