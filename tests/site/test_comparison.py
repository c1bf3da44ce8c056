"""Areas side by side on pages: a year's table, and all years at once."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from tally.site.library import Library
from tally.site.render import render
from tally.site.sheets import Sheet
from tally.site.views.comparison import (
    compared_in,
    comparison,
    face_label,
    faces_of,
    history,
    years_of,
)
from tally.terms import Period
from tests.support.areas import told_in
from tests.support.records import LATER, indicator, observation, target

GDP = indicator("gdp")
YEAR = Period("2020")


def library(**extra: str) -> Library:
    """Promises for 2021 of more than, about and exactly; and what came of those for 2020."""
    made = {
        "kunshan": ("growth ≥6%", "growth 5%", "growth 7%"),
        "taicang": ("growth 6.5%", "growth 6%", "growth 6%"),
        "zhangjiagang": ("growth ≈6%", "growth 7%", "growth ≥8%"),
    }
    return told_in(
        GDP,
        {
            area: [
                observation("gdp", "2020", result, LATER),
                target("gdp", promise, **extra),
                target("gdp", earlier, due="2020"),
            ]
            for area, (promise, result, earlier) in made.items()
        },
    )


def test_areas_stand_side_by_side_in_the_newest_year_beside_what_the_last_one_brought() -> None:
    compared = comparison(GDP, library(), "zh")
    assert compared
    assert (compared.due, compared.label, compared.shown_label) == ("2021", "增长", "2020年")
    assert [
        (row.area, row.places, row.promises[0].text, row.change, row.result and row.result.text,
         row.earlier[0].text, row.judged and row.judged.code)
        for row in compared.rows
    ] == [
        ("taicang", "1–3", "+6.5%", "更高", "+6%", "+6%", "met"),
        ("kunshan", "1–3", "增长6%以上", "数字更低，措辞不同", "+5%", "+7%", "missed"),
        ("zhangjiagang", "1–3", "增长6%左右", "更低", "+7%", "增长8%以上", "missed"),
    ]  # fmt: skip


def test_a_year_whose_outcomes_are_known_counts_them_and_shows_its_own_results() -> None:
    one = library()
    (told,) = one.across(GDP)
    compared = compared_in(told, Period("2020"), one, "en")
    assert compared.shown_label == "2020"
    counts = [(str(code), n, derived) for code, _, n, derived in compared.counts]
    assert counts == [("met", 1, 0), ("missed", 2, 0)]
    assert [row.earlier for row in compared.rows] == [(), (), ()]


def test_unreviewed_promises_say_so_and_are_counted_apart() -> None:
    compared = comparison(GDP, library(review="extracted"), "en")
    assert compared
    assert compared.unreviewed == 3
    assert all(row.promises[0].unreviewed and row.promises[0].remark for row in compared.rows)


def test_what_lies_on_another_basis_is_a_face_of_its_own_that_the_year_names() -> None:
    apart = target("gdp", "growth 5% on nominal", id="kunshan/gdp/2021/growth/nominal/target")
    rows = {area: [target("gdp", "growth 6%"), apart] for area in ("kunshan", "taicang")}
    one = told_in(GDP, rows)
    told, other = one.across(GDP)
    assert face_label(other, one, "en") == "growth · at current prices"
    found = compared_in(told, Period("2021"), one, "zh")
    assert [(each.route, each.remark) for each in found.elsewhere] == [
        ("indicators/gdp/growth-nominal/2021/", "2")
    ]


def test_where_no_two_areas_speak_of_one_year_there_is_nothing_to_compare() -> None:
    told = {
        "kunshan": [target("gdp", "growth 6%")],
        "taicang": [target("gdp", "growth 6%", "2022")],
    }
    assert comparison(GDP, told_in(GDP, told), "zh") is None


def test_a_history_has_a_row_an_area_and_a_cell_a_year() -> None:
    one = library()
    (told,) = one.across(GDP)
    rows = history(told, one, "zh").rows
    assert [(row.area, [cell and cell.code for cell in row.cells], row.met, row.missed)
            for row in rows] == [
        ("kunshan", ["missed", "pending"], 0, 1),
        ("taicang", ["met", "pending"], 1, 0),
        ("zhangjiagang", ["missed", "pending"], 0, 1),
    ]  # fmt: skip


def shown(template: str, more: Mapping[str, object]) -> str:
    sheet = Sheet("indicators/gdp/growth/", "zh", "", "t", "d", dict, "")
    one = library()
    (told,) = one.across(GDP)
    given = {
        "indicator": {"text": "gdp", "route": "indicators/gdp/"},
        "faces": faces_of(GDP, one, "zh", told),
        "years": years_of(told, "2020"),
        "chart": None,
        "files": [],
        **more,
    }
    return str(render(template, sheet.url, "zh", sheet=sheet, **given))


def test_a_cell_of_the_history_leads_to_the_row_of_its_area_in_its_year() -> None:
    one = library()
    (told,) = one.across(GDP)
    whole = shown("history.html", {"history": history(told, one, "zh")})
    assert '<a class=mi href="2020/#kunshan">未达成</a>' in whole
    year = shown("compared.html", {"compared": compared_in(told, YEAR, one, "zh"), "whole": None})
    assert '<tr id="kunshan">' in year


@pytest.mark.parametrize("id_", ["gdp/2020/growth/target", "gdp/2020/growth/gwr-2022"])
def test_a_row_leads_to_its_promise_and_its_result(id_: str) -> None:
    one = library()
    (told,) = one.across(GDP)
    year = shown("compared.html", {"compared": compared_in(told, YEAR, one, "zh"), "whole": None})
    assert re.search(rf'href="[./]*/areas/kunshan/gdp/#kunshan/{id_}"', year)
