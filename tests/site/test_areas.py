"""Two areas on one site: nothing of one stands among what the other reports and promises."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from tally.records.model import Correction, Dataset, Indicator
from tally.site.frame import Site
from tally.site.library import Library
from tally.site.links import Repository
from tally.site.render import render
from tally.site.routes import Lang
from tally.site.sheets import Sheet
from tally.site.views.areas import area_name
from tally.site.views.checks import checks_view, conflicts_view
from tally.site.views.everything import everything
from tally.site.views.home import changes, headlined, home_view
from tally.site.views.indicator import AreaPart, indicator_view
from tally.site.views.lists import ThemeView, source_rows, theme_views
from tally.site.views.targets import targets_view
from tests.support.areas import gathered, moved
from tests.support.records import (
    LATER,
    PLACE,
    both,
    dataset,
    indicator,
    milestone,
    observation,
    target,
    vocabulary,
)

REPOSITORY = Repository(None)
GDP, TRADE = indicator("gdp"), indicator("trade")


CHANGED = Correction(
    "2021-12-09", "revision", "kunshan/gdp/2020/level", "4200亿元", "4250亿元", both("why"), "us",
    "1.0.0", PLACE,
)  # fmt: skip


def kunshan() -> Dataset:
    return dataset(
        [
            observation("gdp", "2020", "level 4250亿元", status="preliminary"),
            observation("gdp", "2020", "growth 5%", status="preliminary"),
            observation("gdp", "2020", "level 4276亿元", LATER, "final"),
            observation("gdp", "2021", "growth 7.8%", LATER),
            observation("trade", "2020", "level 850亿美元"),
        ],
        [target("gdp", "growth ≥6%"), milestone("stadium")],
        corrections=[CHANGED],
    )


def taicang() -> Dataset:
    made = dataset(
        [
            observation("gdp", "2022", "level 1653亿元"),
            observation("gdp", "2022", "growth 2%"),
        ],
        [target("gdp", "growth ≈5%", due="2023"), milestone("bridge", due="2023")],
    )
    return moved(made, "taicang")


def both_areas() -> Library:
    return gathered(vocabulary(GDP, TRADE), kunshan(), taicang())


def one_area() -> Library:
    return gathered(vocabulary(GDP, TRADE), kunshan())


def parts(library: Library, one: Indicator, lang: Lang = "zh") -> tuple[AreaPart, ...]:
    return indicator_view(one, library, REPOSITORY, lang).parts


def theme(library: Library) -> ThemeView:
    (found,) = theme_views(library, REPOSITORY, "zh")
    return found


def figures_of(part: AreaPart) -> set[str]:
    rows = [row for period in part.figures.periods for row in period.rows]
    shown = {figure.id for row in rows for said in row.statements for figure in said}
    large = part.headline
    headlined = [large.main.id] if large else []
    beside = [large.change.id] if large and large.change else []
    return {*shown, *headlined, *beside, *(promise.figure.id for promise in part.promises)}


@pytest.mark.parametrize(("lang", "name"), [("zh", "taicang市"), ("en", "Taicang")])
def test_an_area_is_named_where_there_are_several(lang: Lang, name: str) -> None:
    assert area_name("taicang", both_areas(), lang) == name
    assert area_name("kunshan", one_area(), lang) == ""


def test_an_indicator_has_a_part_for_each_area_that_knows_it() -> None:
    library = both_areas()
    assert [part.name for part in parts(library, GDP)] == ["kunshan市", "taicang市"]
    assert [part.name for part in parts(library, TRADE)] == ["kunshan市"]
    assert [part.name for part in parts(one_area(), GDP)] == [""]


def test_a_part_holds_figures_and_promises_of_its_area_only() -> None:
    for part in parts(both_areas(), GDP):
        assert {id_.partition("/")[0] for id_ in figures_of(part)} == {part.area}


def test_each_area_has_its_own_headline_and_conflicts() -> None:
    said = [
        (part.headline.main.text, part.headline.change and part.headline.change.text,
         part.promises[0].figure.text, part.conflicts)
        for part in parts(both_areas(), GDP) if part.headline
    ]  # fmt: skip
    assert said == [
        ("4276亿元", "+5%", "增长6%以上", 1),
        ("1653亿元", "+2%", "增长5%左右", 0),
    ]


def test_a_theme_has_a_row_for_each_indicator_and_area_and_counts_indicators() -> None:
    found = theme(both_areas())
    rows = [
        (row.name, row.area_name, row.promise.figure.text if row.promise else "")
        for row in found.rows
    ]
    assert rows == [
        ("gdp", "kunshan市", "增长6%以上"),
        ("gdp", "taicang市", "增长5%左右"),
        ("trade", "kunshan市", ""),
    ]
    assert found.indicators == 2
    assert [one.area_name for one in found.milestones] == ["kunshan市", "taicang市"]


def test_home_counts_the_promises_of_each_area_in_its_own_main_period() -> None:
    areas = home_view((), both_areas(), REPOSITORY, "zh").areas
    assert [
        (one.name, one.promises.due, one.promises.total, one.promises.counts["met"])
        for one in areas
        if one.promises
    ] == [("kunshan市", "2021", 2, 1), ("taicang市", "2023", 2, 0)]
    assert [[(row.name, row.area) for row in one.rows] for one in areas] == [
        [("gdp", "kunshan")],
        [("gdp", "taicang")],
    ]
    assert [one.id for one in headlined(both_areas())] == ["gdp"]


def test_home_of_one_area_names_none() -> None:
    (only,) = home_view((), one_area(), REPOSITORY, "zh").areas
    assert (only.name, [row.area_name for row in only.rows]) == ("", [""])


def test_promises_are_listed_area_by_area_and_can_be_filtered_by_it() -> None:
    view = targets_view(both_areas(), REPOSITORY, "en")
    assert [(row.area_name, row.kind) for group in view["groups"] for row in group.rows] == [
        ("Kunshan", "figure"),
        ("Kunshan", "milestone"),
        ("Taicang", "figure"),
        ("Taicang", "milestone"),
    ]
    assert view["choices"]["area"] == [("kunshan", "Kunshan"), ("taicang", "Taicang")]
    assert "area" not in targets_view(one_area(), REPOSITORY, "en")["choices"]


def test_checks_and_changes_name_the_area() -> None:
    library = both_areas()
    (change,) = changes(library, "zh")
    assert change.subject == "kunshan市 · gdp · 2020年 · 数值"
    assert [one.subject for one in conflicts_view(library, "zh")] == ["kunshan市 · gdp"]
    found = [one.subject for check in checks_view(library, "zh") for one in check.findings]
    assert found
    assert all(subject.startswith("kunshan市 · ") for subject in found)


def page(library: Library, name: str) -> str:
    """A page as it is written, without its charts."""
    sheet = Sheet(f"{name}/", "zh", "", "t", "d", dict, "")
    themes = theme_views(library, REPOSITORY, "zh")
    shown: dict[str, dict[str, Any]] = {
        "home": {
            "site": Site("t", "", "", None),
            "view": home_view(themes, library, REPOSITORY, "zh"),
            "sparks": {},
        },
        "targets": {**targets_view(library, REPOSITORY, "zh"), "charts": [], "taken": None},
        "indicators": {"themes": themes},
        "theme": {"view": theme(library), "others": ()},
        "sources": {"rows": source_rows(library, "zh")},
        "all": everything(library, "zh"),
    }
    return str(render(f"{name}.html", f"{name}/", "zh", sheet=sheet, **shown[name]))


@pytest.mark.parametrize("name", ["home", "targets", "indicators", "theme", "sources", "all"])
def test_a_page_of_two_areas_names_both_and_has_no_id_twice(name: str) -> None:
    html = page(both_areas(), name)
    assert "kunshan市" in html
    assert "taicang市" in html
    assert [id_ for id_, n in Counter(re.findall(r' id="([^"]*)"', html)).items() if n > 1] == []


@pytest.mark.parametrize("name", ["home", "targets", "indicators", "theme", "sources", "all"])
def test_a_page_of_one_area_has_no_needless_label(name: str) -> None:
    html = page(one_area(), name)
    assert "kunshan市" not in re.sub(r"<h1.*?</h1>", "", html)
    assert "area=" not in html
