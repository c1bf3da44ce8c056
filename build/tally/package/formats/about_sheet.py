"""The lines of the workbook's first sheet, which explains the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from tally.package.about import facts, good_to_know, held, sizes
from tally.package.edition import Edition
from tally.package.tables import Table


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet: its cells from the left, and how it looks; prose is one cell that
    goes on over the columns beside it."""

    cells: tuple[str, ...] = ()
    style: Literal["title", "header", "text", "prose", "wrapped"] = "text"


def about_lines(
    edition: Edition,
    tables: Mapping[str, Table],
    sheets: Mapping[str, Table],
    site_url: str | None,
) -> Iterator[Line]:
    """Title, particulars, what to know, the sheets with what they hold, and every column."""
    yield Line((edition.title.zh,), "title")
    yield Line((edition.title.en,), "title")
    yield Line((edition.description.zh,), "prose")
    yield Line((edition.description.en,), "prose")
    yield Line()
    for label, text in facts(edition, site_url):
        yield Line((label.zh, label.en, text))
    yield from _section("须知", "Good to know")
    for rule in good_to_know(edition):
        yield Line((rule.zh,), "prose")
        yield Line((rule.en,), "prose")
    yield from _section("工作表", "Sheets")
    for name, title, rows in sizes(sheets):
        yield Line((name, title.zh, title.en, f"{rows} 行 rows"))
    yield from _columns(tables)


def _columns(tables: Mapping[str, Table]) -> Iterator[Line]:
    yield from _section("列", "Columns")
    yield Line(("table", "column", "名称 / title", "说明", "description"), "header")
    for name, table in tables.items():
        for column in table.spec.columns:
            title, text = column.title, held(column)
            cells = (name, column.name, f"{title.zh} / {title.en}", text.zh, text.en)
            yield Line(cells, "wrapped")


def _section(zh: str, en: str) -> Iterator[Line]:
    yield Line()
    yield Line((f"{zh} / {en}",), "header")
