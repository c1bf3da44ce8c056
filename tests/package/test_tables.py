"""Records to rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tally.package import tables
from tally.package.cells import as_text, converted
from tally.package.columns import table_specs
from tally.package.rows import indicator_row
from tally.package.tables import (
    ColumnError,
    UnwritableTextError,
    indicator_rows,
    observation_rows,
    source_rows,
    tables_of,
    target_rows,
    unit_rows,
)
from tally.records.model import (
    Evidence,
    Span,
)
from tally.terms import GrowthBasis
from tests.package.samples import QUOTE, rows_by_id, sample_dataset, sample_edition
from tests.support import records as made

EDITION = sample_edition()
OBSERVATIONS = rows_by_id(observation_rows(EDITION))
TARGETS = rows_by_id(target_rows(EDITION))


@pytest.mark.parametrize(
    ("figure", "column", "cell"),
    [
        ("gdp/2020/level", "value", Decimal(4250)),
        ("gdp/2020/level", "value_base", Decimal(425_000_000_000)),
        ("gdp/2020/level", "unit_base", "元"),
        ("gdp/2020/level", "quote", QUOTE),
        ("gdp/2020/level", "start", 671),
        ("gdp/2020/level", "end", 677),
        ("gdp/2020/level", "provenance", "verified"),
        ("gdp/2020/level", "note", "初步核算"),
        ("gdp/2020/level", "note_en", "first estimate"),
        ("gdp/2020/level", "indicator_name_en", "Gross domestic product"),
        ("gdp/2020/growth", "status", "preliminary"),
        ("gdp/2016-2020/level", "comparator", "gt"),
        ("gdp/2016-2020/level", "period_start", date(2016, 1, 1)),
        ("gdp/2016-2020/level", "period_end", date(2020, 12, 31)),
        ("gdp/2016-2020/level", "period_type", "years"),
        ("gdp/2020/level", "period_type", "year"),
        ("gdp/2020/level", "preferred", True),
        ("gdp/2021/growth/gwr-2022", "locator", "table 3"),
        ("gdp/2021/growth/gwr-2022", "quote", None),
        ("gdp/2021/growth/gwr-2022", "start", None),
        ("gdp/2021/growth/gwr-2022", "provenance", "cited"),
        ("trade/2020H1/growth", "value", Decimal("3.5")),
        ("trade/2020H1/growth", "direction", "down"),
        ("jobless/2020/level", "comparator", "range"),
        ("jobless/2020/level", "value_high", Decimal("2.5")),
        ("jobless/2020/level", "value_high_base", Decimal("2.5")),
        ("jobless/2020/level", "theme", "people"),
    ],
)
def test_an_observation_row_says(figure: str, column: str, cell: object) -> None:
    assert OBSERVATIONS[f"kunshan/{figure}"].get(column) == cell


@pytest.mark.parametrize(
    ("target", "column", "cell"),
    [
        ("gdp/2021/growth", "type", "figure"),
        ("gdp/2021/growth", "comparator", "ge"),
        ("gdp/2021/growth", "due_end", date(2021, 12, 31)),
        ("gdp/2021/growth", "baseline", "kunshan/gdp/2020/growth"),
        ("gdp/2021/growth", "outcome", "kunshan/gdp/2021/growth/gwr-2022"),
        ("gdp/2021/growth", "verdict", "met"),
        ("gdp/2021/growth", "verdict_inputs", "kunshan/gdp/2021/growth/gwr-2022"),
        ("jobless/2021/level", "verdict", None),
        ("income/2021/growth", "type", "relation"),
        ("income/2021/growth", "measure", "growth"),
        ("income/2021/growth", "related_indicator", "gdp"),
        ("income/2021/growth", "value", None),
        ("income/2021/growth", "unit", None),
        ("trade/2021/level", "related_indicator", "trade"),
        ("milestone/stadium/2021", "type", "milestone"),
        ("milestone/stadium/2021", "indicator", None),
        ("milestone/stadium/2021", "title_en", "milestone/stadium/2021"),
        ("milestone/stadium/2021", "kept_en", "seen"),
        ("milestone/stadium/2021", "borderline", False),
        ("milestone/stadium/2021", "verdict", None),
        ("milestone/stadium/2021", "outcome_source", None),
        ("milestone/library/2021", "verdict", "met"),
        ("milestone/library/2021", "outcome", None),
        ("milestone/library/2021", "outcome_source", "gwr-2022"),
        ("milestone/library/2021", "outcome_quote", None),
        ("milestone/library/2021", "outcome_locator", "p. 2"),
        ("milestone/library/2021", "outcome_date", "2021-11"),
        ("milestone/library/2021", "outcome_note_en", "opened"),
    ],
)
def test_a_target_row_says(target: str, column: str, cell: object) -> None:
    assert TARGETS[f"kunshan/{target}/target"].get(column) == cell


@pytest.mark.parametrize(
    ("target", "column", "cell"),
    [
        ("gdp/2021/growth", "inference", "stated"),
        ("gdp/2021/growth", "strength", "expected"),
        ("gdp/2021/growth", "basis", None),
        ("gdp/2021/growth", "accepted_low", Decimal(6)),
        ("gdp/2021/growth", "accepted_low_open", False),
        ("gdp/2021/growth", "accepted_high", None),
        ("gdp/2021/growth", "accepted_high_open", None),
        ("jobless/2021/level", "inference", None),
        ("jobless/2021/level", "accepted_low", None),
        ("jobless/2021/level", "accepted_high", Decimal("2.5")),
        ("income/2021/growth", "accepted_low", Decimal("6.8")),
        ("income/2021/growth", "unit_base", "%"),
        ("income/2021/growth", "strength", "expected"),
        ("milestone/stadium/2021", "strength", None),
        ("milestone/stadium/2021", "accepted_low", None),
    ],
)
def test_a_target_row_says_what_is_accepted(target: str, column: str, cell: object) -> None:
    assert TARGETS[f"kunshan/{target}/target"][column] == cell


@pytest.mark.parametrize(
    ("figure", "unit", "low"),
    [
        ("growth ≥1.5倍", "倍", Decimal("1.5")),
        ("level ≥40亿元", "元", Decimal(4_000_000_000)),
        ("level ≥3‰", "%", Decimal("0.3")),
    ],
)
def test_what_is_accepted_is_in_the_base_unit_of_the_row(
    figure: str, unit: str, low: Decimal
) -> None:
    dataset = made.dataset(targets=[made.target("gdp", figure)])
    (row,) = target_rows(sample_edition(dataset=dataset))
    assert (row["unit_base"], row["accepted_low"]) == (unit, low)


@pytest.mark.parametrize("table", table_specs())
def test_a_column_that_nothing_fills_is_refused_by_name(
    table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = table_specs()[table]
    idle = replace(spec, columns=(*spec.columns, replace(spec.columns[0], name="colour")))
    monkeypatch.setattr(tables, "table_specs", lambda: {**table_specs(), table: idle})
    with pytest.raises(ColumnError, match=rf"^{table}\.colour is declared .* nothing fills it$"):
        tables_of(EDITION)


@pytest.mark.parametrize("table", table_specs())
def test_a_filled_column_that_is_not_declared_is_refused_by_name(
    table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = table_specs()[table]
    *kept, last = spec.columns
    short = replace(spec, columns=tuple(kept))
    monkeypatch.setattr(tables, "table_specs", lambda: {**table_specs(), table: short})
    with pytest.raises(ColumnError, match=rf"^{table}\.{last.name} is filled, and .* declare it$"):
        tables_of(EDITION)


def test_a_target_whose_outcome_is_unknown_has_a_reason_but_no_verdict() -> None:
    row = TARGETS["kunshan/jobless/2021/level/target"]
    assert row["verdict"] is None
    assert row["verdict_reason_en"]


def test_the_quote_that_tells_an_outcome_has_its_place_in_the_raw_file() -> None:
    told = Evidence(made.REPORT, "已开放", None, Span(10, 13, 10, 13, 70, 75))
    promise = made.milestone("library", outcome=made.outcome("met", evidence=told))
    (row,) = target_rows(sample_edition(dataset=made.dataset(targets=[promise])))
    assert (row["outcome_quote"], row["outcome_start"], row["outcome_end"]) == ("已开放", 70, 75)


def test_written_digits_stay() -> None:
    assert as_text(OBSERVATIONS["kunshan/gdp/2020/growth"]["value"]) == "5.10"


def test_indicators_are_those_in_use_with_their_counts() -> None:
    counts = {r["id"]: (r["observations"], r["targets"]) for r in indicator_rows(EDITION)}
    assert counts == {"gdp": (4, 1), "income": (0, 1), "trade": (1, 1), "jobless": (1, 1)}


def test_an_indicator_that_is_only_compared_with_is_there_too() -> None:
    dataset = made.dataset(targets=[made.relation("income", "gdp")])
    assert [row["id"] for row in indicator_rows(sample_edition(dataset=dataset))] == [
        "gdp",
        "income",
    ]


@pytest.mark.parametrize(
    ("unit_family", "growth_basis", "cell"),
    [
        ("money-cny", "nominal", "nominal"),
        ("money-usd", "real", "real"),
        ("count", "nominal", None),
        ("persons", "nominal", None),
        ("percent", "nominal", None),
        ("ratio", "real", "real"),
    ],
)
def test_only_what_has_a_price_grows_at_current_prices(
    unit_family: str, growth_basis: GrowthBasis, cell: str | None
) -> None:
    indicator = made.indicator("x", unit_families=(unit_family,), growth_basis=growth_basis)
    assert indicator_row(indicator, 1, 0)["growth_basis"] == cell


def test_lists_in_an_indicator_row_are_joined() -> None:
    row = indicator_rows(EDITION)[0]
    assert (row["aliases"], row["codes"]) == ("GDP|经济增长", "wb:NY.GDP.MKTP.CN")
    assert (row["related"], row["former_ids"]) == ("income", "gross-product")


def test_units_are_those_in_use_and_their_base_units() -> None:
    assert [row["id"] for row in unit_rows(EDITION)] == ["元", "亿元", "%"]


def test_sources_tell_what_rests_on_them() -> None:
    counts = [
        (r["id"], r["provenance"], r["observations"], r["targets"]) for r in source_rows(EDITION)
    ]
    assert counts == [("gwr-2021", "verified", 5, 6), ("gwr-2022", "cited", 1, 0)]


def test_every_row_has_every_column_and_no_other() -> None:
    for table in tables_of(EDITION).values():
        expected = [column.name for column in table.spec.columns]
        assert all(list(row) == expected for row in table.rows)


@pytest.mark.parametrize(
    ("rows", "table"),
    [
        (observation_rows, "observations"),
        (target_rows, "targets"),
        (indicator_rows, "indicators"),
        (source_rows, "sources"),
        (unit_rows, "units"),
    ],
)
def test_nothing_a_row_says_is_lost_for_want_of_a_column(rows: object, table: str) -> None:
    known = {column.name for column in tables_of(EDITION)[table].spec.columns}
    assert all(set(row) <= known for row in rows(EDITION))  # type: ignore[operator]


def test_required_cells_are_never_empty() -> None:
    for table in tables_of(EDITION).values():
        required = [column.name for column in table.spec.columns if column.required]
        assert all(row[name] not in (None, "") for row in table.rows for name in required)


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d of it"])
def test_text_that_no_file_can_hold_is_refused_with_its_row(text: str) -> None:
    with pytest.raises(UnwritableTextError, match="observations: kunshan/gdp/2020/level: quote"):
        tables_of(sample_edition(dataset=sample_dataset(text)))


@pytest.mark.parametrize(
    ("value", "factor", "expected"),
    [
        ("4250", "100000000", "425000000000"),
        ("42.5", "10000", "425000"),
        ("5.10", "1", "5.1"),
        ("0.5", "0.1", "0.05"),
        ("0", "10000", "0"),
        ("126.06", "1000000000000", "126060000000000"),
    ],
)
def test_conversion_writes_plain_numbers(value: str, factor: str, expected: str) -> None:
    assert as_text(converted(Decimal(value), Decimal(factor))) == expected


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (Decimal("5.10"), "5.10"),
        (Decimal("4.25E+11"), "425000000000"),
        (date(2020, 1, 31), "2020-01-31"),
        ("字", "字"),
    ],
)
def test_a_cell_as_text(cell: object, text: str) -> None:
    assert as_text(cell) == text  # type: ignore[arg-type]
