"""A chart with all that is said about it, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tally.charts.chart import Chart
from tally.site.routes import Lang
from tally.site.words import pick


@dataclass(frozen=True, slots=True)
class ChartView:
    """A drawing with its title, the same numbers as a table, and where to take it from."""

    id: str
    title: str
    drawing: Markup
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str
    file: str | None


def chart_view(chart: Chart, name: str, lang: Lang, file: str | None = None) -> ChartView:
    """The chart under an id that is unique in its page; `file` is its path in the site.

    The drawing is markup: the charts room escapes every text in it.
    """
    sketch = chart.sketch
    return ChartView(
        id=name,
        title=pick(sketch.title, lang),
        drawing=Markup(chart.html(lang, name)),
        columns=tuple(pick(column, lang) for column in sketch.columns),
        rows=tuple(tuple(pick(cell, lang) for cell in row) for row in sketch.rows),
        source=pick(sketch.source, lang),
        file=file,
    )
