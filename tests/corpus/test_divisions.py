"""Which division a document is of."""

from __future__ import annotations

import pytest

from tally.corpus.divisions import division_of

HEAD = "——2021年1月5日在第十七届人民代表大会第五次会议上"


@pytest.mark.parametrize(
    ("said", "year", "code"),
    [
        pytest.param(["昆山市2021年政府工作报告"], 2021, "320583", id="a county by its name"),
        pytest.param(["江苏省/苏州市/昆山市.txt"], 2021, "320583", id="the smallest that is named"),
        pytest.param(
            ["2019.txt", "海口市市长 " + HEAD], 2019, "460100", id="the head, when no title"
        ),
        pytest.param(
            ["吉林省2020.txt", "吉林市"], 2020, "220000", id="the path outweighs the head"
        ),
        pytest.param(["吉林省吉林市"], 2020, "220200", id="a city called as its province"),
        pytest.param(
            ["海南藏族自治州.txt"], 2020, "632500", id="a name within a longer name is none"
        ),
        pytest.param(["南京市鼓楼区工作报告"], 2020, "320106", id="one of five, by its parent"),
        pytest.param(["徐州市鼓楼区工作报告"], 2020, "320302", id="another of five, by its parent"),
        pytest.param(["密云县政府工作报告"], 2012, "110228", id="a county that was"),
        pytest.param(["密云区政府工作报告"], 2020, "110118", id="the district that it became"),
        pytest.param(
            ["2013.txt", "第十二届全国人民代表大会第一次会议"], 2013, "000000", id="nation"
        ),
    ],
)
def test_the_place_that_is_named_is_found(said: list[str], year: int, code: str) -> None:
    found = division_of(said, year)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(["鼓楼区政府工作报告"], id="one of several of that name"),
        pytest.param(["宿迁市/2015.txt 宿州市政府工作报告"], id="path and title differ"),
        pytest.param(["2015.txt", "各位代表"], id="nothing is named"),
    ],
)
def test_where_it_is_not_certain_no_place_is_given(said: list[str]) -> None:
    assert division_of(said, 2020) is None
