"""What the search is given to find: names first, each area's figures in a file of its own."""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tally.site.catalogue import FILE, FOLDER, documents, files
from tally.site.library import Library
from tally.site.machine_files import compact_json
from tally.words import WordsError, bring, search_words


@pytest.fixture(scope="module")
def made(whole_library: Library) -> Mapping[str, Any]:
    return dict(files(whole_library))


@pytest.fixture(scope="module")
def names(made: Mapping[str, Any]) -> Mapping[str, Any]:
    known: Mapping[str, Any] = made[FILE]
    return known


@pytest.fixture(scope="module")
def figures(whole_library: Library, made: Mapping[str, Any]) -> Mapping[str, Any]:
    """The figures of each area by indicator."""
    return {area: made[f"{FOLDER}figures/{area}.json"] for area in whole_library.ledgers}


def test_every_area_indicator_theme_and_page_has_a_name(
    whole_library: Library, names: Mapping[str, Any]
) -> None:
    assert [row[0] for row in names["areas"]] == list(whole_library.ledgers)
    assert [row[0] for row in names["indicators"]] == [one.id for one in whole_library.indicators]
    told = {one.theme for one in whole_library.indicators}
    themes = [theme for theme in whole_library.vocabulary.themes if theme in told]
    assert [row[0] for row in names["themes"]] == themes
    assert {"targets/", "methodology/"} <= {row[0] for row in names["pages"]}


def test_every_source_and_milestone_is_a_document(whole_library: Library) -> None:
    kinds = [str(row[0]) for row in documents(whole_library)]
    assert kinds.count("s") == len(whole_library.sources)
    assert kinds.count("t") == sum(target.type == "milestone" for target in whole_library.promises)


def test_an_indicator_knows_the_areas_that_tell_of_it(
    whole_library: Library, names: Mapping[str, Any]
) -> None:
    areas = list(whole_library.ledgers)
    for *_, bits in names["indicators"]:
        assert int(bits, 16) > 0
    for one, row in zip(whole_library.indicators, names["indicators"], strict=True):
        told = [area for place, area in enumerate(areas) if int(row[-1], 16) >> place & 1]
        assert told == list(whole_library.areas_of(one.id))


def test_figures_of_an_area_that_read_alike_stand_once(figures: Mapping[str, Any]) -> None:
    for own in figures.values():
        for rows in own.values():
            read = [tuple(row[1:]) for row in rows]
            assert len(read) == len(set(read))


def test_the_figure_of_the_latest_year_comes_first(
    whole_library: Library, figures: Mapping[str, Any]
) -> None:
    for area, own in figures.items():
        for indicator, rows in own.items():
            told = whole_library.observed(indicator, area)
            amounts = [o for o in told if o.figure.measure not in ("growth", "change")]
            years = [o.period for o in amounts if o.period.is_year]
            if years:
                assert rows[0][4] == max(years), (area, indicator)


def test_every_value_that_is_stated_can_be_found(
    whole_library: Library, figures: Mapping[str, Any]
) -> None:
    for area, own in figures.items():
        for indicator, rows in own.items():
            listed = {f"{area}/{indicator}/{row[0]}" for row in rows}
            told = whole_library.observed(indicator, area)
            assert {o.figure.value for o in told if o.id in listed} == {
                o.figure.value for o in told
            }


def test_names_are_light_and_no_file_of_figures_is_heavy(made: Mapping[str, Any]) -> None:
    """500 indicators would weigh twice what these do; scripts come to some 10 kB."""
    weights = {path: len(gzip.compress(compact_json(one).encode())) for path, one in made.items()}
    assert weights.pop(FILE) < 25_000
    assert max(weights.values()) < 40_000


def grouped(names: Mapping[str, Any], table: str) -> Sequence[Sequence[str]]:
    groups: Sequence[Sequence[str]] = names[table]
    return groups


@pytest.mark.parametrize("table", ["same", "near"])
def test_groups_are_of_use_folded_and_name_a_word_once(
    names: Mapping[str, Any], table: str
) -> None:
    for group in grouped(names, table):
        assert len(group) > 1
        assert len(group) == len(set(group))
        assert all(word == word.strip().lower() for word in group)


def test_a_site_adds_words_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "search.yml").write_text("near:\n  - [摩天轮, 公园]\n", "utf-8")
    bring(tmp_path)
    try:
        assert ["摩天轮", "公园"] in search_words()["near"]
        assert len(search_words()["same"]) > 50
    finally:
        bring(None)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("nearly: [[a, b]]", "no table is called nearly"),
        ("near: 房价", "is a list of groups of words"),
        ("near:\n  - [on, 开]", "is no group of words; quote what is no word"),
        ("near: [", "search.yml"),
    ],
)
def test_words_that_cannot_be_used_are_refused(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "search.yml").write_text(written, "utf-8")
    bring(tmp_path)
    try:
        with pytest.raises(WordsError, match=told):
            search_words()
    finally:
        bring(None)
