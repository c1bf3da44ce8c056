"""A growth answers another only on its own basis."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tally.derive import Outlook, conflicts, cross_check, judge, judge_all
from tally.records.model import Indicator, Observation, Target
from tally.terms import Strength
from tally.words.sentences import said
from tests.support.records import (
    LATER,
    dataset,
    indicator,
    ledger_of,
    observation,
    target,
    vocabulary,
)

ALIKE, COLLECTED = "on like-for-like", "on as-collected"
BOTH = [f"6.2% {ALIKE}", f"-4.8% {COLLECTED}"]


def reports(*growths: str, source: str = LATER) -> list[Observation]:
    return [observation("x", "2021", f"growth {growth}", source) for growth in growths]


def look(promise: Target, rows: list[Observation], one: Indicator | None = None) -> Outlook:
    words = vocabulary(one or indicator("x"))
    return judge(ledger_of(dataset(rows, [promise]), words))[promise.id]


# fmt: off
ON_BASES = [
    # promise, reports, verdict, what the reason says of the basis
    (f"growth ≥6% {ALIKE}", BOTH, "met", "公布同口径增长6.2%；承诺同口径增长6%以上"),
    (f"growth ≥6% {COLLECTED}", BOTH, "missed", "公布自然口径下降4.8%；承诺自然口径"),
    (f"growth ≥6% {ALIKE}", [f"7% {COLLECTED}"], "undecidable", "口径不同"),
    (f"growth ≥6% {ALIKE}", ["7%"], "met", "（公布数未说明口径）；承诺同口径"),
    (f"growth ≥6% {ALIKE}", ["7%", f"5% {ALIKE}"], "missed", "公布同口径增长5%；"),
    ("growth ≥6%", ["5%", f"7% {ALIKE}"], "missed", ""),
    ("growth ≥6%", [f"6.2% {ALIKE}"], "met", "同口径增长6.2%（承诺未说明口径）；承诺增长"),
    ("growth ≥6%", BOTH, "undecidable", "结论相反"),
    ("growth ≥4%", [f"6.2% {ALIKE}", f"4.8% {COLLECTED}"], "met", "承诺未说明口径"),
]
# fmt: on


@pytest.mark.parametrize(("promised", "growths", "verdict", "remark"), ON_BASES)
def test_a_promise_is_judged_by_what_is_counted_on_its_basis(
    promised: str, growths: list[str], verdict: str, remark: str
) -> None:
    found = look(target("x", promised), reports(*growths)).verdict
    assert found.code == verdict
    assert remark in said(found.reason, vocabulary(indicator("x"))).zh
    if not remark:
        assert "口径" not in said(found.reason, vocabulary(indicator("x"))).zh


def test_where_growth_is_always_real_a_nominal_one_answers_nothing() -> None:
    real = indicator("x", growth_basis="real")
    promise = target("x", "growth ≥6%")
    assert look(promise, reports("7% on nominal"), real).verdict.code == "undecidable"
    assert look(promise, reports("7% on real"), real).verdict.code == "met"
    assert look(target("x", "growth ≥6% on real"), reports("7%"), real).verdict.code == "met"


def test_growth_from_level_to_level_is_no_like_for_like_growth() -> None:
    rows = [
        observation("x", "2020", "level 100亿元"),
        observation("x", "2021", "level 110亿元", LATER),
    ]
    assert look(target("x", f"growth ≥6% {COLLECTED}"), rows).verdict.code == "met"
    assert look(target("x", f"growth ≥6% {ALIKE}"), rows).verdict.code == "undecidable"


def test_a_level_is_not_taken_back_by_a_like_for_like_growth() -> None:
    promise = target("x", "level ≥100亿元", "2020")
    later = [
        observation("x", "2021", "level 120亿元", LATER),
        observation("x", "2021", f"growth 5% {ALIKE}", LATER),
    ]
    assert look(promise, later).verdict.code == "pending"
    assert (
        look(promise, [later[0], observation("x", "2021", "growth 5%", LATER)]).verdict.code
        == "met"
    )


def test_years_on_different_bases_make_no_average() -> None:
    promise = target("x", "growth ≥6%", "2019-2020")
    rows = [
        observation("x", "2019", f"growth 9% {ALIKE}", LATER),
        observation("x", "2020", f"growth 9% {COLLECTED}", LATER),
    ]
    assert look(promise, rows).verdict.code == "pending"


def test_growths_on_two_bases_neither_conflict_nor_are_compared() -> None:
    rows = [*reports(f"6.2% {ALIKE}"), *reports(f"-4.8% {COLLECTED}", source="gwr-2021")]
    ledger = ledger_of(dataset(rows), vocabulary(indicator("x")))
    assert conflicts(ledger) == ()
    assert cross_check(ledger, {}) == ()


def test_several_targets_for_one_thing_have_each_their_verdict() -> None:
    floor = target("x", "growth ≥6%", id="kunshan/x/2021/growth/target")
    aim = target("x", "growth 7%", id="kunshan/x/2021/growth/target/ambition")
    assert aim.figure is not None
    aim = replace(aim, figure=replace(aim.figure, strength=Strength.AMBITION))
    words = vocabulary(indicator("x"))
    found = judge_all([ledger_of(dataset(reports("6.3%"), [floor, aim]), words)])
    assert [found[one.id].verdict.code for one in (floor, aim)] == ["met", "missed"]
    reason = said(found[aim.id].verdict.reason, words)
    assert reason.zh == "2021年公布增长6.3%；承诺力争增长7%"
