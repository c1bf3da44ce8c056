"""Ids of figures and of milestones."""

from __future__ import annotations

import pytest

from tally.records.ids import milestone_id, observation_id, slug_of, target_id


def test_ids_name_area_indicator_period_and_measure() -> None:
    assert observation_id("kunshan", "gdp", "2020", "level") == "kunshan/gdp/2020/level"
    assert target_id("kunshan", "gdp", "2021", "growth") == "kunshan/gdp/2021/growth/target"
    assert milestone_id("k", "stadium", "2021") == "k/milestone/stadium/2021/target"


def test_a_second_source_is_named_at_the_end() -> None:
    assert observation_id("k", "gdp", "2020", "level", "bulletin") == "k/gdp/2020/level/bulletin"
    assert target_id("k", "gdp", "2021", "growth", "plan") == "k/gdp/2021/growth/target/plan"


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
