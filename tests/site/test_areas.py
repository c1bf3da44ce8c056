"""Two areas on one site: nothing of one stands among what the other reports and promises."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from tally.records.model import Area, Correction, Dataset, Indicator
from tally.site.frame import Site
from tally.site.library import Library
from tally.site.links import Repository, permanent
from tally.site.paging import plan_of
from tally.site.render import render
from tally.site.routes import Lang
from tally.site.sheets import Sheet
from tally.site.views.areas import area_name
from tally.site.views.checks import (
    apart,
    checked_places,
    checked_view,
    checks_view,
    conflicts_view,
    disputed_places,
    part_view,
)
from tally.site.views.comparison import comparison
from tally.site.views.everything import everything, letters_view
from tally.site.views.home import changes, headlined, home_view
from tally.site.views.indicator import AreaPart, meaning, series_view
from tally.site.views.lists import ThemeView, source_rows, theme_views
from tally.site.views.place import alike, history, listed_places, place_view, year_rows
from tally.site.views.promises import Linked
from tally.site.views.targets import index_view, targets_view
from tally.terms import Period
from tests.support.areas import gathered, moved, told_in
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
    return tuple(
        series_view(one, area, library, REPOSITORY, lang).part for area in library.areas_of(one.id)
    )


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


def test_an_indicator_has_a_series_in_each_area_that_knows_it() -> None:
    library = both_areas()
    assert library.areas_of("gdp") == ("kunshan", "taicang")
    assert library.areas_of("trade") == ("kunshan",)
    assert library.areas_of("nothing") == ()


def test_a_series_names_its_area_and_leads_to_the_others_where_there_are_some() -> None:
    shown = series_view(GDP, "kunshan", both_areas(), REPOSITORY, "zh")
    assert shown.place
    assert (shown.place.text, shown.place.route) == ("kunshan市", "areas/kunshan/")
    assert [one.route for one in shown.elsewhere] == ["areas/taicang/gdp/"]
    alone = series_view(GDP, "kunshan", one_area(), REPOSITORY, "zh")
    assert (alone.place, alone.elsewhere) == (None, ())


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


def test_a_theme_counts_what_its_indicators_have_in_all_areas() -> None:
    found = theme(both_areas())
    assert [(row.name, row.areas, row.figures, row.promises) for row in found.counted] == [
        ("gdp", 2, 6, 2),
        ("trade", 1, 1, 0),
    ]
    assert (found.rows, found.milestones, found.indicators) == ((), (), 2)
    assert [(one.name, one.route, one.promises) for one in found.places] == [
        ("kunshan市", "areas/kunshan/targets/", 1),
        ("taicang市", "areas/taicang/targets/", 1),
    ]
    assert found.milestone_count == 2


def test_a_theme_of_one_area_has_its_figures() -> None:
    found = theme(one_area())
    assert [row.name for row in found.rows] == ["gdp", "trade"]
    assert (found.counted, len(found.milestones), found.milestone_count) == ((), 1, 1)


def test_home_shows_the_indicator_that_most_areas_promise_side_by_side() -> None:
    home = home_view((), both_areas(), REPOSITORY, "zh")
    assert home.place is None
    assert home.leading
    assert home.leading.route == "indicators/gdp/"
    assert [one.text for one in home.places] == ["kunshan市", "taicang市"]
    assert [one.id for one in headlined(both_areas())] == ["gdp"]


def test_home_of_one_area_is_that_areas() -> None:
    home = home_view((), one_area(), REPOSITORY, "zh")
    assert home.place
    assert home.place.promises
    assert [(row.name, row.area_name) for row in home.place.rows] == [("gdp", "")]
    assert (home.tiles, home.places) == (None, ())


def test_unreviewed_promises_are_counted_apart_in_the_index() -> None:
    unread = target("gdp", "growth 6%", review="extracted")
    one = told_in(GDP, {"kunshan": [unread], "taicang": [target("gdp", "growth 7%")]})
    assert [row.unreviewed for row in index_view(one, "zh")["areas"]] == [1, 0]
    assert "机器读取，未经人工核对" in page(one, "targets")
    assert "机器读取，未经人工核对" not in page(both_areas(), "targets")


def test_the_index_of_promises_counts_them_by_area_and_by_theme() -> None:
    view = index_view(both_areas(), "en")
    assert [(row.name, row.route, row.total, row.counts["met"]) for row in view["areas"]] == [
        ("Kunshan", "areas/kunshan/targets/", 2, 1),
        ("Taicang", "areas/taicang/targets/", 2, 0),
    ]
    assert [(row.total, row.route) for row in view["themes"]] == [(4, "themes/economy/")]
    (alone,) = index_view(one_area(), "en")["themes"]
    assert alone.route == "areas/kunshan/targets/?theme=economy#theme-economy"


def test_the_promises_of_an_area_are_its_own() -> None:
    library = both_areas()
    view = targets_view(library.spans["taicang"][0], 0, library, REPOSITORY, "en")
    rows = [row for group in view["groups"] for row in group.rows]
    assert [(row.area, row.kind) for row in rows] == [
        ("taicang", "figure"),
        ("taicang", "milestone"),
    ]


def many_years(first: int, last: int, each: int = 4) -> Library:
    promised = [
        target(one, "growth ≥6%", due=str(year))
        for year in range(first, last + 1)
        for one in ("gdp", "trade")
        for _ in range(each)
    ]
    unique = [replace(t, id=f"{t.id}/{n}") for n, t in enumerate(promised)]
    return gathered(vocabulary(GDP, TRADE), dataset([], [*unique, milestone("stadium")]))


def named(library: Library) -> list[str]:
    return [span.name for span in library.spans["kunshan"]]


def test_promises_of_many_years_stand_on_a_page_for_each_plan_milestones_on_the_first() -> None:
    library = many_years(2008, 2017)
    (area,) = library.areas
    assert named(library) == ["2016-2020", "2011-2015", "2006-2010"]
    groups = {
        span.name: [(group.mark, len(group.rows)) for group in view["groups"]]
        for span in library.spans[area.area]
        for part in range(len(span.parts))
        for view in [targets_view(span, part, library, REPOSITORY, "zh")]
    }
    assert groups["2011-2015"] == [(f"due-{year}", 8) for year in range(2015, 2010, -1)]
    assert len(library.spans["kunshan"][0].targets) == 17
    years = place_view(area, library, REPOSITORY, "zh").years
    assert years[1].route == "areas/kunshan/targets/?due=2017"
    assert years[-1].route == "areas/kunshan/targets/2006-2010/?due=2008"


def test_promises_that_one_page_holds_stand_on_one() -> None:
    (span,) = many_years(2016, 2016).spans["kunshan"]
    assert (span.name, len(span.parts), span.route()) == ("", 1, "areas/kunshan/targets/")


def test_a_plan_with_too_many_promises_for_a_page_has_one_for_each_year() -> None:
    library = many_years(2010, 2020, each=5)
    assert named(library) == [
        *("2020", "2019", "2018", "2017", "2016"),
        *("2011-2015", "2014", "2013", "2012", "2011", "2006-2010"),
    ]
    spans = {span.name: span for span in library.spans["kunshan"]}
    assert {t.due for t in spans["2011-2015"].targets} == {"2015"}
    assert [spans[name].route() for name in ("2020", "2019", "2011-2015")] == [
        "areas/kunshan/targets/",
        "areas/kunshan/targets/2019/",
        "areas/kunshan/targets/2011-2015/",
    ]


def test_a_year_with_too_many_promises_has_further_pages_of_its_own() -> None:
    (span,) = many_years(2021, 2021, each=40).spans["kunshan"]
    assert [len(part) for part in span.parts] == [10, 40, 31]
    assert [span.route(part) for part in range(3)] == [
        "areas/kunshan/targets/",
        "areas/kunshan/targets/2021/2/",
        "areas/kunshan/targets/2021/3/",
    ]


def test_the_pages_of_a_year_are_named_by_what_they_tell_and_count_the_whole() -> None:
    library = many_years(2021, 2021, each=40)
    (span,) = library.spans["kunshan"]
    view = targets_view(span, 1, library, REPOSITORY, "en")
    assert [(one.text, one.route) for one in view["parts"]] == [
        (str(part + 1), span.route(part)) for part in range(3)
    ]
    assert {one.remark for one in view["parts"]} == {"Economy"}
    assert (view["total"], sum(view["counts"].values()), view["part"]) == (81, 81, span.route(1))
    assert view["glance"] is None


def test_every_promise_of_an_area_stands_on_one_page_and_is_linked_there() -> None:
    library = many_years(2010, 2020, each=5)
    (area,) = library.areas
    shown = [t.id for span in library.spans["kunshan"] for t in span.targets]
    assert sorted(shown) == sorted(t.id for t in area.promises)
    (stadium,) = (t for t in area.promises if t.type == "milestone")
    assert permanent(stadium, library) == f"{library.stands[stadium.id]}#{stadium.id}"
    assert library.stands[stadium.id].startswith("areas/kunshan/targets/")


@pytest.mark.parametrize(
    ("due", "plan"),
    [("2010", "2006-2010"), ("2011", "2011-2015"), ("2021-2025", "2021-2025"),
     ("2026Q1", "2026-2030")],
)  # fmt: skip
def test_a_period_belongs_to_the_plan_that_it_ends_in(due: str, plan: str) -> None:
    assert plan_of(Period(due)) == plan


def test_a_place_tells_in_a_sentence_what_became_of_its_promises() -> None:
    library = both_areas()
    view = place_view(library.ledgers["kunshan"], library, REPOSITORY, "en")
    assert view.summary == "2021: 2 promises. The outcome is known for 1: 1 met, 0 missed."
    assert [one.figures for one in listed_places(library, "en")] == [5, 2]


def test_checks_and_changes_name_the_area() -> None:
    library = both_areas()
    (change,) = changes(library, "zh")
    assert change.subject == "kunshan市 · gdp · 2020年 · 数值"
    assert conflicts_view(library, "zh") == ()
    assert [one.route for one in disputed_places(library, "zh")] == [
        "areas/kunshan/checks/#conflicts"
    ]
    assert [one.findings for one in checks_view(library, "zh") if one.findings] == []
    assert [(one.text, one.route) for one in checked_places(library, "zh")] == [
        ("kunshan市", "areas/kunshan/checks/")
    ]
    own = checked_view("kunshan", library, "zh")
    assert [(one.subject, one.route) for one in own["rows"]] == [
        ("kunshan市 · gdp", "areas/kunshan/gdp/")
    ]
    assert apart("kunshan", library) == {}
    assert (checked_places(one_area(), "zh"), disputed_places(one_area(), "zh")) == ((), ())
    assert [one.subject for one in conflicts_view(one_area(), "zh")] == ["gdp"]
    assert any(check.findings for check in checks_view(one_area(), "zh"))


def test_what_differs_stands_on_pages_of_its_own_where_it_is_much() -> None:
    twice = [
        observation("gdp", str(year), f"level {year}{digit}亿元", *later)
        for year in range(1970, 2015)
        for digit, later in (("0", ()), ("5", (LATER,)))
    ]
    library = gathered(vocabulary(GDP, TRADE), dataset(twice), taicang())
    view = checked_view("kunshan", library, "en")
    assert (view["rows"], view["elsewhere"]["conflicts"].route) == (
        [],
        "areas/kunshan/checks/conflicts/",
    )
    parts = apart("kunshan", library)["conflicts"]
    shown = [part_view(rows, library, "en")["rows"] for rows in parts]
    assert [len(rows) for rows in shown] == [40, 5]
    assert len({row.period for rows in shown for row in rows}) == 45


def test_letters_that_are_on_another_page_have_their_place_on_the_first() -> None:
    many = [indicator(f"{letter}{n}") for letter in "abc" for n in range(60)]
    stated = [observation(one.id, "2020", "level 1亿元") for one in many]
    library = gathered(vocabulary(*many), dataset(stated))
    first, second = (letters_view(library, "en", n) for n in range(2))
    assert first["bar"] == [("a", ""), ("b", ""), ("c", "all/2/")]
    assert [list(view["letters"]) for view in (first, second)] == [["a", "b"], ["c"]]


def page(library: Library, name: str) -> str:
    """A page as it is written, without its charts."""
    sheet = Sheet(f"{name}/", "zh", "", "t", "d", dict, "")
    themes = theme_views(library, REPOSITORY, "zh")
    take = SimpleNamespace(csv="", promises_csv="", xlsx="", json="", citation=None, picture=None)
    many = len(library.areas) > 1
    shown: dict[str, dict[str, Any]] = {
        "home": {
            "site": Site("t", "", "", None),
            "view": home_view(themes, library, REPOSITORY, "zh"),
            "chart": None,
            "sparks": {},
        },
        "area": {
            "view": place_view(library.ledgers["kunshan"], library, REPOSITORY, "zh"),
            "sparks": {},
            "packages": [],
        },
        "series": {
            "view": series_view(GDP, "kunshan", library, REPOSITORY, "zh"),
            "charts": [],
            "take": take,
        },
        "promises": {
            **targets_view(library.spans["kunshan"][0], 0, library, REPOSITORY, "zh"),
            "charts": [],
            "taken": None,
        },
        "areas": {"places": listed_places(library, "zh")},
        "indicator": {
            "meaning": meaning(GDP, library, REPOSITORY, "zh"),
            "compared": comparison(GDP, library, "zh"),
            **dict.fromkeys(("chart", "whole")),
            **dict.fromkeys(("faces", "years"), ()),
            "areas": [Linked(f"{area}市", "", area) for area in library.areas_of("gdp")],
            "figures": True,
            "promises": True,
            "take": take,
        },
        "targets": {**index_view(library, "zh"), "taken": None},
        "indicators": {"themes": themes},
        "theme": {"view": theme(library), "others": (), "promises": "targets/"},
        "sources": {
            "rows": source_rows(library, "zh"),
            "places": listed_places(library, "zh") if many else (),
        },
        "all": everything(library, "zh"),
    }
    template = "home_many" if name == "home" and many else name
    return str(render(f"{template}.html", f"{name}/", "zh", sheet=sheet, **shown[name]))


@pytest.mark.parametrize(
    "name", ["home", "areas", "indicator", "targets", "theme", "sources", "all"]
)
def test_a_page_of_two_areas_names_both_and_has_no_id_twice(name: str) -> None:
    html = page(both_areas(), name)
    assert "kunshan市" in html
    assert "taicang市" in html
    assert [id_ for id_, n in Counter(re.findall(r' id="([^"]*)"', html)).items() if n > 1] == []


@pytest.mark.parametrize("name", ["area", "series", "promises"])
def test_a_page_of_an_area_tells_of_no_other(name: str) -> None:
    around = r'<h2 id="(?:around|elsewhere)">.*?</section>'  # what leads to other areas
    html = re.sub(around, "", page(both_areas(), name), flags=re.DOTALL)
    assert "taicang市" not in html
    assert [id_ for id_, n in Counter(re.findall(r' id="([^"]*)"', html)).items() if n > 1] == []
    assert "kunshan/gdp/2021/growth/target" in html or name == "area"


@pytest.mark.parametrize("name", ["home", "indicators", "theme", "sources", "all"])
def test_a_page_of_one_area_has_no_needless_label(name: str) -> None:
    html = page(one_area(), name)
    assert "kunshan市" not in re.sub(r"<h1.*?</h1>", "", html)
    assert "area=" not in html.replace("data-area=", "")


def test_a_part_of_a_year_follows_the_whole_year() -> None:
    due = ("2021", "2020", "2021-01--2021-09", "2016-2020")
    promised = [target("gdp", "growth 6%", due=one) for one in due]
    library = told_in(GDP, {"kunshan": promised})
    rows = year_rows(library.ledgers["kunshan"], library, "en")
    assert [row.name for row in rows][::2] == ["2021", "2020"]


def test_an_area_names_those_of_its_level_within_the_same_area() -> None:
    library = both_areas()
    assert alike("kunshan", library) == ("taicang",)
    view = place_view(library.ledgers["kunshan"], library, REPOSITORY, "en")
    assert [one.text for one in view.alike] == ["Taicang"]
    assert alike("kunshan", one_area()) == ()


def test_an_area_says_how_old_what_is_known_of_it_is() -> None:
    library = both_areas()
    view = place_view(library.ledgers["kunshan"], library, REPOSITORY, "en")
    assert view.age.startswith("The newest figures are for 2")
    assert max(one.published for one in (*view.reports, *view.sources)) in view.age


def test_an_area_that_was_renamed_says_when_and_what_it_became() -> None:
    known = Area("old", both("old"), "320583", None, PLACE, until="2020-01-01", became=("new",))
    assert list(history(known, "en")) == ["Until 2020-01-01."]
