"""A promise beside what was there before and what came of it, in the fewest words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tally.records.model import Localized, Observation, Target
from tally.site.links import Repository
from tally.site.routes import Lang
from tally.site.views.promises import PromiseView, promise_view
from tests.support.areas import gathered
from tests.support.records import (
    LATER,
    dataset,
    indicator,
    milestone,
    observation,
    relation,
    target,
    vocabulary,
)

NAME = Localized("进出口总额", "Total imports and exports")


def shown(promise: Target, rows: list[Observation], lang: Lang = "zh") -> PromiseView:
    """A promise about the indicator x, where the later report has what came of it."""
    words = vocabulary(indicator("x", name=NAME, aliases=("外贸", "Trade")), indicator("gdp"))
    library = gathered(words, dataset(rows, [promise]))
    return promise_view(promise, library, Repository(None), lang)


@pytest.mark.parametrize(
    ("promise", "zh", "en"),
    [
        (target("x", "growth ≥6%"), "", ""),
        (target("x", "growth ≈-6%"), "", ""),
        (target("x", "growth 6~7%"), "", ""),
        (target("x", "growth 6%"), "增长", "growth"),
        (target("x", "change 2个百分点"), "增减量", "change"),
        (target("x", "change 2位"), "", ""),
        (target("x", "rank 1位"), "", ""),
        (target("x", "level ≤2.5%"), "", ""),
        (target("x", "share 57%"), "占比", "share"),
        (relation("x", "previous", "level"), "", ""),
        (relation("x", "gdp"), "", ""),
        (milestone("stadium"), "", ""),
    ],
)
def test_the_measure_is_said_where_the_words_of_the_promise_do_not(
    promise: Target, zh: str, en: str
) -> None:
    assert (shown(promise, []).label, shown(promise, [], "en").label) == (zh, en)


EARLY = observation("x", "2020", "growth 5%", status="preliminary")
FINAL = observation("x", "2020", "growth 4.0%", LATER, "final")
ROUNDER = observation("x", "2020", "growth 5.0%", LATER, "final")


@pytest.mark.parametrize(
    ("rows", "baseline", "revised"),
    [
        pytest.param([], None, None, id="nothing is known of the year before"),
        pytest.param([EARLY], "+5%", None, id="only the report's own figure"),
        pytest.param([EARLY, FINAL], "+5%", "+4.0%", id="a final figure replaced it"),
        pytest.param([EARLY, ROUNDER], "+5%", None, id="a later figure says the same"),
        pytest.param([FINAL], "+4.0%", None, id="only the final figure"),
    ],
)
def test_what_replaced_the_baseline_stands_beside_it(
    rows: list[Observation], baseline: str | None, revised: str | None
) -> None:
    view = shown(target("x", "growth ≥6%"), rows)
    assert (view.baseline and view.baseline.text) == baseline
    assert (view.revised and view.revised.text) == revised


# fmt: off
OUTCOMES = [
    ("growth ≥6%", ["2021 growth 7.8%"], "+7.8%", False),
    ("growth ≈6%", ["2020 level 428亿元", "2021 level 466.9亿元"], "+9.1%", True),
    ("level 250亿元", ["2022 level 250亿元", "2022 growth 8.4%"], "231亿元", True),
    ("growth ≥6%", [], None, False),
    ("growth ≥6%", ["2021 level 250亿元"], None, False),
]
# fmt: on


@pytest.mark.parametrize(("promised", "figures", "outcome", "derived"), OUTCOMES)
def test_the_outcome_is_shown_in_the_terms_of_the_promise_derived_where_it_must_be(
    promised: str, figures: list[str], outcome: str | None, derived: bool
) -> None:
    rows = [observation("x", *said.split(" ", 1), LATER) for said in figures]
    view = shown(target("x", promised), rows)
    assert (view.outcome and view.outcome.text, view.derived) == (outcome, derived)


@pytest.mark.parametrize(
    ("figures", "promised"),
    [
        (["2021 growth 7.8%"], "growth ≥6%"),
        (["2020 level 9亿元", "2021 level 10亿元"], "growth ≥6%"),
    ],
)
def test_an_outcome_of_which_a_curator_inferred_the_year_says_so(
    figures: list[str], promised: str
) -> None:
    rows = [observation("x", *said.split(" ", 1), LATER) for said in figures]
    rows[-1] = replace(rows[-1], period_inferred=True)
    assert shown(target("x", promised), rows).doubt == "时期为推定"
    assert shown(target("x", promised), rows[:-1]).doubt == ""


def test_a_derived_outcome_of_a_relation_leads_to_a_figure_it_follows_from() -> None:
    rows = [
        observation("x", "2020", "level 850亿美元"),
        observation("x", "2021", "level >1000亿美元", LATER),
    ]
    outcome = shown(relation("x", "previous", "level"), rows).outcome
    assert outcome is not None
    assert (outcome.text, outcome.remark) == ("增长超过17.5%", "2021年")
    assert outcome.route == "areas/kunshan/x/#kunshan/x/2021/level/gwr-2022"


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "Total imports and exports 外贸 Trade"), ("en", "进出口总额 外贸 Trade")],
)
def test_a_promise_can_be_looked_for_by_its_other_names(lang: Lang, words: str) -> None:
    assert shown(target("x", "growth ≥6%"), [], lang).other_words == words
    assert shown(milestone("stadium"), [], lang).other_words == "milestone/stadium/2021"
