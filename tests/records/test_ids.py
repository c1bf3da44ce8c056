"""Ids of figures and of milestones."""

from __future__ import annotations

import pytest

from tally.records.ids import milestone_id, observation_id, slug_of, target_id, wish_id
from tally.terms import Basis, Measure, Strength


def test_ids_name_area_indicator_period_and_measure() -> None:
    assert observation_id("kunshan", "gdp", "2020", Measure.LEVEL) == "kunshan/gdp/2020/level"
    assert target_id("kunshan", "gdp", "2021", Measure.GROWTH) == "kunshan/gdp/2021/growth/target"
    assert milestone_id("k", "stadium", "2021") == "k/milestone/stadium/2021/target"


@pytest.mark.parametrize(
    ("basis", "strength", "id_"),
    [
        (None, Strength.EXPECTED, "k/gdp/2021/growth/target"),
        (None, Strength.AMBITION, "k/gdp/2021/growth/target/ambition"),
        (None, Strength.MINIMUM, "k/gdp/2021/growth/target/minimum"),
        (Basis.LIKE_FOR_LIKE, Strength.EXPECTED, "k/gdp/2021/growth/like-for-like/target"),
        (Basis.REAL, Strength.AMBITION, "k/gdp/2021/growth/real/target/ambition"),
    ],
)
def test_a_promise_is_named_by_its_basis_and_its_strength_too(
    basis: Basis | None, strength: Strength, id_: str
) -> None:
    assert target_id("k", "gdp", "2021", Measure.GROWTH, basis, strength) == id_


def test_a_reported_figure_is_named_by_its_basis_too() -> None:
    name = observation_id("k", "revenue", "2022", Measure.GROWTH, Basis.AS_COLLECTED)
    assert name == "k/revenue/2022/growth/as-collected"


def test_a_wish_is_named_by_its_indicator_and_when_it_is_due() -> None:
    assert wish_id("k", "cpi", "2023") == "k/cpi/2023/wish/target"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Kunshan Football Stadium topped out", "kunshan-football-stadium-topped-out"),
        ("S1 line: 'on schedule'", "s1-line-on-schedule"),
        ("Café & Bar", "cafe-bar"),
        ("</script>", "script"),
        ("昆山", "untitled"),
    ],
)
def test_a_slug_is_lower_case_words_joined_by_hyphens(title: str, slug: str) -> None:
    assert slug_of(title) == slug
