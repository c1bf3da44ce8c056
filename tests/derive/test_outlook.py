"""Each promise beside its baseline, its outcome and its pace, and what levels and growth imply."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tally.derive import Outlook, Quantity, changes, implied_levels, judge
from tally.derive.interval import Interval, point
from tally.records.model import (
    Correction,
    Observation,
    Target,
)
from tally.terms import Direction
from tally.words.sentences import said
from tests.support.records import (
    LATER,
    PLACE,
    both,
    dataset,
    indicator,
    ledger_of,
    milestone,
    observation,
    target,
    vocabulary,
)


def look(
    promise: Target, rows: list[Observation], direction: Direction = "up", **extra: object
) -> Outlook:
    words = vocabulary(indicator("x", direction, **extra))
    return judge(ledger_of(dataset(rows, [promise]), words))[promise.id]


def test_the_baseline_is_the_year_before_in_the_same_terms_from_the_same_source() -> None:
    rows = [
        observation("x", "2020", "growth 4.0%", LATER, "final"),
        observation("x", "2020", "growth 5%"),
        observation("x", "2020", "level 4250亿元"),
        observation("x", "2019", "growth 6.1%"),
    ]
    found = look(target("x", "growth ≥6%"), rows)
    assert found.baseline == rows[1]
    assert found.baselines == (rows[1], rows[0], rows[2])


def test_a_promise_without_any_earlier_figure_has_no_baseline() -> None:
    found = look(target("x", "growth ≥6%"), [])
    assert (found.baseline, found.weaker) == (None, False)


# fmt: off
WEAKER = [
    # promise, year before, direction, weaker
    ("level ≤2.5%", "level 1.77%", "down", True),
    ("level ≤1.5%", "level 1.77%", "down", False),
    ("level >400家", "level >500家", "up", True),
    ("level >400家", "level 300家", "up", False),
    ("level 250亿元", "level 250亿元", "up", False),
    ("growth ≈3%", "growth 7%", "up", True),
    ("level 250亿元", "level >200亿元", "up", False),
    ("level ≤2.5%", "level 1.77%", "none", False),
    ("growth ≥6%", "level 4250亿元", "up", False),
    ("rank 5位", "rank 3位", "up", True),
]
# fmt: on


@pytest.mark.parametrize(("promised", "reached", "direction", "weaker"), WEAKER)
def test_a_promise_of_less_than_was_reached_is_weaker(
    promised: str, reached: str, direction: Direction, weaker: bool
) -> None:
    rows = [observation("x", "2020", reached)]
    assert look(target("x", promised), rows, direction).weaker is weaker


def test_what_is_weighed_is_the_outcome_in_the_terms_of_the_promise() -> None:
    rows = [observation("x", "2021", "growth 7.8%", LATER)]
    found = look(target("x", "growth ≥6%"), rows)
    assert found.weighed == Quantity(point(Fraction("7.8")), "%")


def test_where_nothing_is_reported_nothing_is_weighed() -> None:
    assert look(target("x", "growth ≥6%"), []).weighed is None


def test_a_derived_outcome_is_weighed_as_an_interval() -> None:
    rows = [
        observation("x", "2020", "level 100亿元"),
        observation("x", "2021", "level >110亿元", LATER),
    ]
    found = look(target("x", "growth ≥6%"), rows)
    assert found.derived is not None
    assert found.weighed == found.derived.quantity
    assert found.weighed.interval.high is None


def test_a_part_of_the_year_gives_the_pace() -> None:
    rows = [
        observation("x", "2021-01--2021-03", "level 40亿元", LATER),
        observation("x", "2021-01--2021-06", "level 60亿元", LATER),
        observation("x", "2021-04--2021-12", "level 90亿元", LATER),
    ]
    found = look(target("x", "level 100亿元"), rows)
    assert found.verdict.code == "pending"
    assert found.pace is not None
    assert found.pace.elapsed == Fraction(1, 2)
    assert found.pace.reached == Interval(Fraction("59.5"), Fraction("60.5"), high_open=True)
    assert found.pace.inputs == (rows[1].id,)


def test_the_first_years_of_a_promised_total_give_the_pace() -> None:
    rows = [observation("x", str(year), "level 20家", LATER) for year in (2021, 2022, 2024)]
    found = look(target("x", "cumulative 100家", due="2021-2025"), rows)
    assert found.pace is not None
    assert (found.pace.reached, found.pace.elapsed) == (point(40), Fraction(2, 5))


@pytest.mark.parametrize("promised", ["growth ≥6%", "level 100亿元"])
def test_without_reports_on_a_part_there_is_no_pace(promised: str) -> None:
    assert look(target("x", promised), []).pace is None


def test_a_level_and_its_growth_imply_the_level_before() -> None:
    rows = [
        observation("x", "2022", "level 250亿元", LATER),
        observation("x", "2022", "growth 8.4%", LATER),
        observation("x", "2022", "growth 9.9%"),
    ]
    ledger = ledger_of(dataset(rows), vocabulary(indicator("x")))
    (found,) = implied_levels(ledger, "x")
    assert (found.period, found.measure, found.real) == ("2021", "level", False)
    assert found.quantity.interval == Interval(
        Fraction("249.5") * 10**8 / Fraction("1.0845"),
        Fraction("250.5") * 10**8 / Fraction("1.0835"),
        low_open=True,
        high_open=True,
    )
    assert found.inputs == (rows[0], rows[1])
    how = said(found.how, ledger.vocabulary)
    assert how.en == (
        "2022: RMB 25.0 billion after +8.4% implies about RMB 23.1 billion the year before"
    )
    assert how.zh == "2022年为250亿元、增长8.4%，倒推上年约为231亿元"


def test_a_level_implied_by_real_growth_is_marked() -> None:
    rows = [observation("x", "2020", "level 4250亿元"), observation("x", "2020", "growth 5%")]
    words = vocabulary(indicator("x", growth_basis="real"))
    (found,) = implied_levels(ledger_of(dataset(rows), words), "x")
    assert found.real
    assert "at the later year’s prices" in said(found.how, words).en


def test_targets_with_unknown_indicators_or_units_are_left_to_check() -> None:
    promises = [target("gone", "growth ≥6%"), milestone("stadium")]
    assert list(judge(ledger_of(dataset([], promises), vocabulary()))) == [promises[1].id]


def test_changes_are_the_latest_first_and_name_their_record() -> None:
    row = observation("x", "2020", "growth 5%")
    entries = [
        Correction(date, kind, id_, "1", "2", both("why"), "us", "1.0.0", PLACE)  # type: ignore[arg-type]
        for date, kind, id_ in (
            ("2026-01-01", "revision", row.id),
            ("2026-03-01", "correction", "kunshan/gone/2020/level"),
        )
    ]
    found = changes(dataset([row], corrections=entries))
    assert [change.correction.date for change in found] == ["2026-03-01", "2026-01-01"]
    assert [change.record for change in found] == [None, row]
    assert [change.ours for change in found] == [True, False]
