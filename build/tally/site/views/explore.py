"""The table of everything: one row for each figure, for scripts and, in part, without them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, fields

from tally.package.cells import Row
from tally.package.formats.csv_table import csv_cell
from tally.package.rows import observation_row, target_row
from tally.records.model import (
    Target,
)
from tally.records.periods import is_period, parse_period
from tally.site.format import scaled
from tally.site.library import Library, Record
from tally.site.links import home_of
from tally.site.routes import LANGS, Lang
from tally.site.views.figures import measure_of, period_label, period_of, promise_text
from tally.site.views.promises import VERDICTS, subject, theme_name
from tally.terms import Kind, Measure, Review, TargetType, Term
from tally.words import pick, word

TAKEN_FILE = "assets/explore-taken.json"
COLUMNS = ("name", "period", "text", "kind", "measure", "theme", "source", "verdict", "review")
FILTERS = ("kind", "theme", "measure", "period", "source", "verdict", "review")
# What is taken away of a row: the columns of the published tables, of which `kind` tells
# which; a promise has its due period, a milestone its title.
TAKEN = (
    *("id", "kind", "area", "indicator", "name_zh", "name_en", "theme", "period", "type"),
    *("measure", "comparator", "value", "value_high", "unit", "value_base", "value_high_base"),
    *("unit_base", "direction", "stated", "related_indicator", "status"),
    *("source", "provenance", "review", "verdict"),
)
_CODES: Mapping[str, tuple[Term, ...]] = {
    "kind": (Kind.ACTUAL, Kind.TARGET),
    "measure": (*Measure, *TargetType),
    "verdict": VERDICTS,
    "review": tuple(Review),
}
Choices = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class ExploreRow:
    """A figure; what it can be filtered by is a code, the same in all languages.

    `source` is an area and a source of it, `verdict` is empty for what is no promise. `value` is
    the figure in its base unit, to sort by; `other` is its text in the other language, to be found
    by; `home` is the page that holds the figure, at `#id`.
    """

    name: str
    period: str
    text: str
    kind: str
    measure: str
    theme: str
    source: str
    verdict: str
    review: str
    value: float | None
    other: str
    id: str
    home: str


def explore_row(record: Record, library: Library, lang: Lang) -> ExploreRow:
    """One figure, promise or milestone."""
    promised = isinstance(record, Target)
    return ExploreRow(
        name=_name(record, library, lang),
        period=period_of(record),
        text=_text(record, library, lang),
        kind="target" if promised else "actual",
        measure=measure_of(record),
        theme=_theme(record, library),
        source=f"{library.source_of(record).dataset}/{record.evidence.source}",
        verdict=library.outlooks[record.id].verdict.code if promised else "",
        review=record.review,
        value=_value(record, library),
        other=" ".join(_text(record, library, other) for other in LANGS if other != lang),
        id=record.id,
        home=home_of(record),
    )


def explore_rows(library: Library, lang: Lang) -> list[ExploreRow]:
    """All rows: by theme and indicator as the vocabulary has them, what has none of its own last;
    of an indicator figures, then promises, each latest first and the level before its growth."""
    records = sorted(library.by_id.values(), key=lambda r: _CODES["measure"].index(measure_of(r)))
    records.sort(key=lambda r: _recency(period_of(r)), reverse=True)
    themes = {theme: place for place, theme in enumerate(library.vocabulary.themes)}
    indicators = {one.id: place for place, one in enumerate(library.indicators)}

    def place(record: Record) -> tuple[int, int, bool]:
        theme = themes.get(_theme(record, library), len(themes))
        indicator = indicators.get(record.indicator or "", len(indicators))
        return theme, indicator, isinstance(record, Target)

    return [explore_row(record, library, lang) for record in sorted(records, key=place)]


def choices(rows: Sequence[ExploreRow], library: Library, lang: Lang) -> Choices:
    """For each filter the codes that occur, in their order, and what each is called."""
    periods = sorted({row.period for row in rows}, key=_recency, reverse=True)
    called: Choices = {
        **{name: _said(terms, lang) for name, terms in _CODES.items()},
        "theme": {code: theme_name(code, library, lang) for code in library.vocabulary.themes},
        "period": {code: period_label(code, lang) for code in periods},
        "source": {
            f"{source.dataset}/{source.id}": pick(source.title, lang)
            for source in library.sources.values()
        },
    }
    return {name: _occurring(called[name], {getattr(r, name) for r in rows}) for name in FILTERS}


def table_file(lang: Lang) -> str:
    """Where the script finds the rows."""
    return f"assets/explore-{lang}.json"


def table(library: Library, lang: Lang) -> Mapping[str, object]:
    """The rows as columns of text, each text once: small to send, quick to read."""
    names = [field.name for field in fields(ExploreRow)]
    texts: dict[object, int] = {}
    coded = [
        [texts.setdefault(getattr(row, name), len(texts)) for name in names]
        for row in explore_rows(library, lang)
    ]
    return {"fields": names, "texts": list(texts), "rows": coded}


def taken(library: Library) -> Mapping[str, object]:
    """The lines of a CSV file that the script makes of the rows it shows: `head`, and `lines` by
    id. Cells are written as in the published tables, so that none can become a formula."""
    rows = {record.id: _published(record, library) for record in library.by_id.values()}
    lines = {key: [csv_cell(row.get(name)) for name in TAKEN] for key, row in rows.items()}
    return {"head": _line(TAKEN), "lines": {key: _line(cells) for key, cells in lines.items()}}


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


def _said(terms: Iterable[Term], lang: Lang) -> Mapping[str, str]:
    return {term: word(term, lang) for term in terms}


def _occurring(called: Mapping[str, str], used: Set[str]) -> Mapping[str, str]:
    return {code: label for code, label in called.items() if code in used}


def _recency(code: str) -> tuple[bool, str, str]:
    """Whole years come first; what names no period, which `tally check` reports, comes last."""
    if not is_period(code):
        return False, "", code
    period = parse_period(code)
    return period.kind == "year", period.end.isoformat(), period.start.isoformat()


def _name(record: Record, library: Library, lang: Lang) -> str:
    if isinstance(record, Target):
        return subject(record, library, lang)
    if record.own:
        return pick(record.own.name, lang)
    known = library.vocabulary.indicators.get(record.indicator)
    return pick(known.name, lang) if known else record.indicator


def _text(record: Record, library: Library, lang: Lang) -> str:
    return "" if isinstance(measure_of(record), TargetType) else promise_text(record, library, lang)


def _theme(record: Record, library: Library) -> str:
    if isinstance(record, Target):
        return record.theme
    if record.own:
        return record.own.theme
    known = library.vocabulary.indicators.get(record.indicator)
    return known.theme if known else ""


def _value(record: Record, library: Library) -> float | None:
    figure = record.figure
    unit = library.vocabulary.units.get(figure.unit) if figure else None
    if figure is None or unit is None:
        return None
    amount = float(scaled(figure.value, unit.factor))
    return -amount if figure.direction == "down" else amount
