"""The table of an indicator's figures: a row for a statement, shared by those that agree."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tally.site.views.figure_table import figure_table
from tally.site.views.figures import FigureView

ORDER = ("level", "growth")


def stated(place: str, period: str, measure: str, text: str, remark: str = "") -> FigureView:
    """A figure as a page shows it; what the table does not look at is left empty."""
    return FigureView(
        id=f"{place}/{measure}",
        measure=measure,
        measure_label=measure.upper(),
        period=period,
        period_label=period,
        text=text,
        restated=None,
        remarks=(remark,) if remark else (),
        quoted=None,
        locator=None,
        source_title="",
        source_short="",
        source_note="",
        sentence="",
        home="",
        place=place,
        file="",
        line=None,
        form=None,
        note=None,
        target=False,
        unreviewed=False,
    )


def read(figures: Sequence[FigureView]) -> list[tuple[str, list[str], list[list[str]]]]:
    """Each row: its period, what its cells say, and the ids of each statement."""
    return [
        (
            period.label,
            [f"{measure} {figure.text}" for measure, figure in row.cells.items()],
            [[figure.id for figure in statement] for statement in row.statements],
        )
        for period in figure_table(figures, ORDER).periods
        for row in period.rows
    ]


@pytest.mark.parametrize(
    ("figures", "rows"),
    [
        pytest.param([], [], id="no figure, no row"),
        pytest.param(
            [stated("a", "2020", "level", "7"), stated("a", "2020", "growth", "5%")],
            [("2020", ["level 7", "growth 5%"], [["a/level", "a/growth"]])],
            id="what one entry states stands in one row",
        ),
        pytest.param(
            [stated("a", "2020", "level", "7"), stated("b", "2020", "level", "7")],
            [("2020", ["level 7"], [["a/level"], ["b/level"]])],
            id="entries that agree share a row",
        ),
        pytest.param(
            [stated("a", "2020", "level", "7"), stated("b", "2020", "level", "8")],
            [("2020", ["level 7"], [["a/level"]]), ("2020", ["level 8"], [["b/level"]])],
            id="entries that differ stand apart",
        ),
        pytest.param(
            [stated("a", "2020", "level", "7", "final"), stated("b", "2020", "level", "7")],
            [("2020", ["level 7"], [["a/level"]]), ("2020", ["level 7"], [["b/level"]])],
            id="a preliminary figure and a final one stand apart",
        ),
        pytest.param(
            [stated("a", "2020", "level", "7"), stated("b", "2019", "level", "7")],
            [("2020", ["level 7"], [["a/level"]]), ("2019", ["level 7"], [["b/level"]])],
            id="periods stand apart, in the order of the figures",
        ),
        pytest.param(
            [stated("a", "2020", "level", "7"), stated("a", "2020", "level", "8")],
            [("2020", ["level 7"], [["a/level"]]), ("2020", ["level 8"], [["a/level"]])],
            id="no figure is lost where an entry states a measure twice",
        ),
    ],
)
def test_figures_are_rows(
    figures: list[FigureView], rows: list[tuple[str, list[str], list[list[str]]]]
) -> None:
    assert read(figures) == rows


@pytest.mark.parametrize(("remark", "remarked"), [("final", True), ("", False)])
def test_a_table_says_whether_it_needs_a_column_for_remarks(remark: str, remarked: bool) -> None:
    figures = [stated("a", "2020", "level", "7", remark), stated("b", "2019", "level", "8")]
    assert figure_table(figures, ORDER).remarked is remarked


def test_columns_are_the_measures_there_are_in_the_order_given() -> None:
    figures = [stated("a", "2020", "growth", "5%"), stated("a", "2020", "level", "7")]
    assert list(figure_table(figures, ("rank", *ORDER)).measures.items()) == [
        ("level", "LEVEL"),
        ("growth", "GROWTH"),
    ]
