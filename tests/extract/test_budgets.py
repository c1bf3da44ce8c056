"""Budgets that are set and set anew: what was planned for the year, under one name."""

from __future__ import annotations

import pytest

from tests.support.claims import claims_of, readings


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("一般公共预算收入由年初预算20亿元调整为18亿元。", "一般公共预算收入"),
        ("一般公共预算支出由年初预算的20亿元调增至22亿元。", "一般公共预算支出"),
        ("财政支出预算由年初的20亿元调整为22亿元。", "财政支出预算"),
        ("部门支出预算从20亿元调减到18亿元。", "部门支出预算"),
    ],
)
def test_a_budget_and_what_it_became_are_set_for_the_same_year(sentence: str, name: str) -> None:
    read = [(c.name, c.measure, c.kind, c.period) for c in claims_of(sentence)]
    assert read == [(name, "level", "target", "2023")] * 2


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("政府性基金收入预算调整为15亿元。", ["target"]),
        ("一般公共预算收入年初预算为20亿元，完成19亿元。", ["target", "actual"]),
        ("一般公共预算收入完成19亿元，超年初预算1亿元。", ["actual", "actual"]),
        ("产业结构继续调整，技改投资调整为2亿元。", ["actual"]),
    ],
)
def test_only_what_was_set_is_a_target(sentence: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in claims_of(sentence)] == kinds


def test_a_start_that_is_no_budget_is_of_the_year_before() -> None:
    found = claims_of("全县贷款余额由年初的20亿元增加到25亿元。")
    assert [(claim.kind, claim.period) for claim in found] == [
        ("actual", "2022"),
        ("actual", "2023"),
    ]


def test_by_how_much_a_budget_was_cut_is_a_change() -> None:
    assert readings("全年项目支出调减2亿元。") == ["项目支出 ↓2亿元 change eq"]
