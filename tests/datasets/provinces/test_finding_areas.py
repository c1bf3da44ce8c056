"""The search of the whole site, asked in Node: an area and an indicator in one query find the
series of that area, however they are typed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tally.site.catalogue import files
from tally.site.library import Library
from tally.site.machine_files import compact_json
from tests.support.finding import Answer, asked_in_node
from tests.support.queries import FIGURES, FIRST, NEAR, UNKNOWN, route_of


@pytest.fixture(scope="module")
def said(whole_library: Library, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Answer]:
    """The answers to all that is typed here."""
    folder = tmp_path_factory.mktemp("finding")
    for path, content in files(whole_library):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(compact_json(content), "utf-8")
    return asked_in_node(folder, [*{*FIRST, *FIGURES, *NEAR, *UNKNOWN}])


@pytest.mark.parametrize("typed", FIRST)
def test_what_is_typed_is_found_first(said: Mapping[str, Answer], typed: str) -> None:
    assert (said[typed].route, said[typed].near) == (route_of(FIRST[typed]), False)


@pytest.mark.parametrize("typed", FIGURES)
def test_the_figure_that_was_asked_for_is_shown(said: Mapping[str, Answer], typed: str) -> None:
    assert said[typed].figure.startswith(FIGURES[typed])
    assert said[typed].meant


@pytest.mark.parametrize("typed", NEAR)
def test_what_is_not_there_leads_to_what_is_nearest(said: Mapping[str, Answer], typed: str) -> None:
    assert (said[typed].route, said[typed].near) == (route_of(NEAR[typed]), True)


@pytest.mark.parametrize("typed", UNKNOWN)
def test_no_answer_is_made_up(said: Mapping[str, Answer], typed: str) -> None:
    assert said[typed].found == 0


def test_what_is_found_of_an_area_names_it(said: Mapping[str, Answer]) -> None:
    assert said["hebei gdp"].area == "Hebei"
    assert said["4250亿"].area == "Kunshan"
    assert said["GDP"].area == ""
