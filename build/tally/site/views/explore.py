"""The table of everything: one row for each figure, for scripts and, in part, without them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from tally.records.model import Target
from tally.site.format import scaled
from tally.site.library import Library, Record
from tally.site.links import home_of
from tally.site.routes import Lang
from tally.site.routes import source as source_page
from tally.site.views.figures import measure_of, period_label, period_of, promise_text
from tally.site.views.promises import subject, theme_name
from tally.site.words import pick, say

COLUMNS = ("name", "period", "text", "kind", "measure", "theme", "source", "verdict", "review")


@dataclass(frozen=True, slots=True)
class ExploreRow:
    """A figure in words; `value` is it in its base unit, to sort by.

    `outcome` is the code of the verdict; `home` and `reader` are the pages that hold the figure
    and its sentence, both at `#id`.
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
    outcome: str
    value: float | None
    id: str
    home: str
    reader: str


def explore_row(record: Record, library: Library, lang: Lang) -> ExploreRow:
    """One figure, promise or milestone."""
    source = library.source_of(record)
    outcome = library.outlooks[record.id].verdict.code if isinstance(record, Target) else ""
    return ExploreRow(
        name=_name(record, library, lang),
        period=period_label(period_of(record), lang),
        text="" if measure_of(record) == "milestone" else promise_text(record, library, lang),
        kind=say(f"kind.{'target' if outcome else 'actual'}", lang),
        measure=say(f"measure.{measure_of(record)}", lang),
        theme=theme_name(_theme(record, library), library, lang),
        source=pick(source.title, lang),
        verdict=say(f"verdict.{outcome}", lang) if outcome else "",
        review=say(f"review.{record.review}", lang),
        outcome=outcome,
        value=_value(record, library),
        id=record.id,
        home=home_of(record),
        reader=source_page(source.area, source.id),
    )


def explore_rows(library: Library, lang: Lang) -> list[ExploreRow]:
    """All rows: observations, then targets, each in the order of the files."""
    return [explore_row(record, library, lang) for record in library.by_id.values()]


def table_file(lang: Lang) -> str:
    """Where the script finds the rows."""
    return f"assets/explore-{lang}.json"


def table(library: Library, lang: Lang) -> Mapping[str, object]:
    """The rows as columns of text, each text once: small to send, quick to read."""
    rows = [asdict(row) for row in explore_rows(library, lang)]
    fields = list(ExploreRow.__dataclass_fields__)
    texts: dict[object, int] = {}
    coded = [[texts.setdefault(row[field], len(texts)) for field in fields] for row in rows]
    return {"fields": fields, "texts": list(texts), "rows": coded}


def choices(rows: list[ExploreRow], field: str) -> list[str]:
    """What a column can be filtered by, in the order of first appearance."""
    return list(dict.fromkeys(getattr(row, field) for row in rows if getattr(row, field)))


def _name(record: Record, library: Library, lang: Lang) -> str:
    if isinstance(record, Target):
        return subject(record, library, lang)
    known = library.vocabulary.indicators.get(record.indicator)
    return pick(known.name, lang) if known else record.indicator


def _theme(record: Record, library: Library) -> str:
    if isinstance(record, Target):
        return record.theme
    known = library.vocabulary.indicators.get(record.indicator)
    return known.theme if known else ""


def _value(record: Record, library: Library) -> float | None:
    figure = record.figure
    unit = library.vocabulary.units.get(figure.unit) if figure else None
    if figure is None or unit is None:
        return None
    amount = float(scaled(figure.value, unit.factor))
    return -amount if figure.direction == "down" else amount
