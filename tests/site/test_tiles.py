"""The provinces as tiles: each where people look for it, with what was chosen in words."""

from __future__ import annotations

import pytest

from tally.records.model import Observation, Target
from tally.site.library import Library
from tally.site.views.tiles import CHOICES, places, tile_map
from tally.terms import Period
from tests.support.areas import told_in
from tests.support.records import LATER, indicator, observation, target

GDP = indicator("gdp")
CODES = {"hebei": "130000", "shanxi": "140000", "kunshan": "320583"}


def told(promise: str, result: str, earlier: str) -> list[Observation | Target]:
    return [
        observation("gdp", "2020", result, LATER),
        target("gdp", promise),
        target("gdp", earlier, due="2020"),
    ]


def library() -> Library:
    made = {
        "hebei": told("growth ≥6%", "growth 5%", "growth 7%"),
        "shanxi": told("growth ≈6%", "growth 7%", "growth ≥6%"),
        "kunshan": told("growth 5%", "growth 6%", "growth 6%"),
    }
    return told_in(GDP, made, CODES)


def test_no_two_provinces_stand_in_one_place_and_all_34_have_one() -> None:
    found = [(place["row"], place["column"]) for place in places().values()]
    assert (len(found), len(set(found))) == (34, 34)


def test_provinces_have_a_tile_each_in_their_place_and_no_other_area_has() -> None:
    found = tile_map(library().across(GDP)[0], Period("2021"), library(), "zh")
    assert found
    assert [(one.name, one.route, one.row, one.column) for one in found.tiles] == [
        ("山西", "areas/shanxi/", 3, 4),
        ("河北", "areas/hebei/", 4, 5),
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", [("6%左右", "+7%", "达成"), ("6%以上", "+5%", "未达成")]),
        ("en", [("about 6%", "+7%", "met"), ("at least 6%", "+5%", "missed")]),
    ],
)
def test_a_tile_says_promise_result_and_verdict_in_words(
    lang: str, said: list[tuple[str, str, str]]
) -> None:
    found = tile_map(library().across(GDP)[0], Period("2021"), library(), lang)
    assert found
    every = [[one.told[key] for key in CHOICES] for one in found.tiles]
    assert [tuple(words.text for words in own if words) for own in every] == said


def test_a_site_without_provinces_has_no_tiles() -> None:
    alone = told_in(GDP, {"kunshan": told("growth 5%", "growth 6%", "growth 6%")}, CODES)
    every = library().across(GDP)[0]
    assert tile_map(every, Period("2021"), alone, "zh") is None


def test_what_an_area_does_not_say_is_not_invented() -> None:
    made = {
        "hebei": told("growth ≥6%", "growth 5%", "growth 7%"),
        "shanxi": [target("gdp", "growth 6%")],
    }
    known = told_in(GDP, made, CODES)
    found = tile_map(known.across(GDP)[0], Period("2021"), known, "zh")
    assert found
    assert found.tiles[0].told["result"] is None
    assert found.tiles[0].told["kept"] is None
