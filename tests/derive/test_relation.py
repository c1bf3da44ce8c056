"""Promises relative to another area, to the year before, to a task, or to nothing at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tally.derive import Outlook, judge_all, open_ledgers
from tally.records.model import Area, Datasets, Localized, Observation, Target
from tally.terms import Comparator, Direction
from tally.words.sentences import said
from tests.support.records import (
    LATER,
    PLACE,
    dataset,
    indicator,
    observation,
    relation,
    source,
    target,
    vocabulary,
    wish,
)

WORDS = replace(
    vocabulary(indicator("x")),
    areas={
        "china": Area("china", Localized("全国", "China"), "000000", None, PLACE),
        "kunshan": Area("kunshan", Localized("昆山", "Kunshan"), "320583", "china", PLACE),
    },
)


def look(
    promise: Target,
    rows: list[Observation],
    national: list[Observation] | None = None,
    direction: Direction = Direction.UP,
    *others: Target,
) -> Outlook:
    """The outlook of a promise, beside the nation's figures where there are any."""
    words = replace(WORDS, indicators={"x": indicator("x", direction)})
    made = {"kunshan": dataset(rows, [promise, *others], [source("tasks-2021", kind="plan")])}
    if national is not None:
        moved = [replace(row, area="china") for row in national]
        made["china"] = replace(dataset(moved), id="china", areas=("china",))
    return judge_all(open_ledgers(Datasets(words, made)).values())[promise.id]


def to_nation(measure: str, comparator: str) -> Target:
    return relation("x", "area", measure, Comparator(comparator), area="china")


# fmt: off
AREAS = [
    # measure, comparator, direction, own, the nation's, verdict, what is accepted from or up to
    ("growth", "gt", "up", "growth 6.2%", "growth 6.0%", "met", "6"),
    ("growth", "gt", "up", "growth 6.0%", "growth 6.0%", "missed", "6"),
    ("growth", "ge", "up", "growth 6.0%", "growth 6.0%", "met", "6"),
    ("growth", "approx", "up", "growth 5.1%", "growth 6.0%", "met", "5"),
    ("growth", "approx", "up", "growth 4.9%", "growth 6.0%", "missed", "5"),
    ("level", "lt", "down", "level 4.9%", "level 5.1%", "met", "5.1"),
    ("level", "lt", "down", "level 5.3%", "level 5.1%", "missed", "5.1"),
    ("level", "approx", "up", "level 96家", "level 100家", "met", "95"),
    ("level", "approx", "up", "level 94家", "level 100家", "missed", "95"),
]
# fmt: on


@pytest.mark.parametrize(
    ("measure", "comparator", "direction", "own", "nation", "verdict", "end"), AREAS
)
def test_a_promise_is_held_against_the_same_figure_of_the_area_it_names(
    measure: str,
    comparator: str,
    direction: Direction,
    own: str,
    nation: str,
    verdict: str,
    end: str,
) -> None:
    rows = [observation("x", "2021", own, LATER)]
    national = [observation("x", "2021", nation, LATER, id="china/x/2021")]
    found = look(to_nation(measure, comparator), rows, national, Direction(direction))
    assert (found.verdict.code, found.verdict.inference) == (verdict, "stated")
    assert found.verdict.inputs == (rows[0].id, "china/x/2021")
    assert found.accepted is not None
    ends = {found.accepted.interval.low, found.accepted.interval.high} - {None}
    low = min(float(one) for one in ends if one is not None)
    assert low == pytest.approx(float(end), rel=0.011)


def test_the_reason_names_the_other_area_and_both_figures() -> None:
    rows = [observation("x", "2021", "growth 6.2%", LATER)]
    national = [observation("x", "2021", "growth 6.0%", LATER)]
    found = look(to_nation("growth", "gt"), rows, national)
    why = said(found.verdict.reason, WORDS)
    assert why.zh == "2021年增长6.2%，全国增长6.0%；承诺高于全国增长"
    assert why.en == "2021: +6.2%, and +6.0% for China; growth above that of China was promised"


@pytest.mark.parametrize("national", [None, []])
def test_without_the_figure_of_the_other_area_nothing_is_decided(
    national: list[Observation] | None,
) -> None:
    promise = to_nation("growth", "gt")
    rows = [observation("x", "2021", "growth 6.2%", LATER)]
    found = look(promise, rows, national)
    assert (found.verdict.code, found.accepted) == ("undecidable", None)
    assert look(promise, [], national).verdict.code == "pending"


# fmt: off
STEADY = [
    # comparator, growth of the year before, of the year, verdict
    ("approx", "6.0", "5.2", "met"),
    ("approx", "6.0", "4.9", "missed"),
    ("gt", "6.0", "6.1", "met"),
    ("gt", "6.0", "6.0", "missed"),
    ("ge", "6.0", "6.0", "met"),
]
# fmt: on


@pytest.mark.parametrize(("comparator", "before", "now", "verdict"), STEADY)
def test_growth_is_held_against_that_of_the_year_before_in_points(
    comparator: str, before: str, now: str, verdict: str
) -> None:
    promise = relation("x", "previous", "growth", Comparator(comparator))
    rows = [
        observation("x", "2020", f"growth {before}%"),
        observation("x", "2021", f"growth {now}%", LATER),
    ]
    found = look(promise, rows)
    assert (found.verdict.code, found.verdict.rule) == (verdict, "steady")


def test_a_task_from_above_is_undecidable_until_its_number_is_known() -> None:
    promise = relation("x", "assigned", "level", Comparator.GE)
    rows = [observation("x", "2021", "level 520家", LATER)]
    assert look(promise, rows).verdict.code == "undecidable"
    assert look(promise, []).verdict.code == "undecidable"
    task = target("x", "level ≥500家", source_id="tasks-2021", id="kunshan/x/2021/task")
    found = look(promise, rows, None, Direction.UP, task)
    assert (found.verdict.code, found.verdict.rule) == ("met", "assigned")
    assert found.accepted is not None
    why = said(found.verdict.reason, WORDS)
    assert why.zh == "2021年公布520家；承诺500家以上（任务数见《title of tasks-2021》）"


def test_of_two_tasks_that_differ_neither_is_taken() -> None:
    promise = relation("x", "assigned", "level", Comparator.GE)
    tasks = [
        target("x", f"level ≥{n}家", source_id="tasks-2021", id=f"kunshan/x/{n}") for n in (5, 6)
    ]
    rows = [observation("x", "2021", "level 5家", LATER)]
    assert look(promise, rows, None, Direction.UP, *tasks).verdict.code == "undecidable"


@pytest.mark.parametrize("rows", [[], [observation("x", "2021", "growth 6%", LATER)]])
def test_a_wish_is_always_undecidable(rows: list[Observation]) -> None:
    found = look(wish("x", "to stay within a reasonable range"), rows)
    assert (found.verdict.code, found.verdict.rule, found.accepted) == ("undecidable", "wish", None)
    why = said(found.verdict.reason, WORDS)
    assert why.zh == "原文没有给出可以核对的标准"
