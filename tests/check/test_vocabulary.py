"""Entries of the vocabulary that lead back to themselves, or take each other's names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.check.check import check
from tally.check.vocabulary import TAKEN
from tests.support.trees import FILES, write_tree

AREAS = "vocabulary/areas.yml"
ECONOMY = "vocabulary/indicators/economy.yml"
GDP, STATIONS = "- id: gdp\n", "- id: base-stations-5g\n"


def told(tmp_path: Path, path: str, text: str) -> list[tuple[str, str, str]]:
    problems = check(write_tree(tmp_path, {path: text}))
    return [(str(p.place).removeprefix(f"datasets/{path}:"), p.code, p.message) for p in problems]


@pytest.mark.parametrize(
    ("gdp", "stations", "place", "code", "message"),
    [
        ("part_of: gdp", "", "2:12", "reference", "gdp is part of itself: gdp → gdp"),
        ("part_of: base-stations-5g", "part_of: gdp", "10:12", "reference",
         "base-stations-5g → gdp → base-stations-5g"),
        ("change_of: gdp", "", "2:14", "reference", "gdp names itself"),
        ("related: [income, gdp]", "", "2:21", "reference", "gdp names itself"),
        ("former_ids: [gdp]", "", "2:16", "duplicate", "gdp is no former id"),
        ("former_ids: [old, income]", "", "2:21", "duplicate", "income is no former id"),
        ("former_ids: [old]", "former_ids: [old]", "10:16", "duplicate", "old is here twice"),
    ],
)  # fmt: skip
def test_indicators_do_not_lead_back_to_themselves_nor_share_ids(
    tmp_path: Path, gdp: str, stations: str, place: str, code: str, message: str
) -> None:
    text = FILES[ECONOMY].replace(GDP, f"{GDP}  {gdp}\n")
    text = text.replace(STATIONS, f"{STATIONS}  {stations}\n") if stations else text
    [(found_place, found_code, found)] = told(tmp_path, ECONOMY, text)
    assert (found_place, found_code) == (place, code)
    assert message in found


@pytest.mark.parametrize(
    ("alias", "first"), [("GDP", "7:13"), ("“经济”", "7:18"), ("地区生产总值", "2:9")]
)
def test_two_indicators_do_not_share_what_reports_call_them(
    tmp_path: Path, alias: str, first: str
) -> None:
    text = FILES[ECONOMY].replace("aliases: []", f"aliases: [基站, {alias}]")
    [(place, code, message)] = told(tmp_path, ECONOMY, text)
    assert (place, code) == ("14:17", "duplicate")
    assert message.endswith(f"first at datasets/vocabulary/indicators/economy.yml:{first}")


@pytest.mark.parametrize(
    ("entries", "problems"),
    [
        ("- {id: a, name: {zh: 甲, en: A}, code: '320000', within: a}\n", ["reference"]),
        (
            "- {id: a, name: {zh: 甲, en: A}, code: '320000', within: b}\n"
            "- {id: b, name: {zh: 乙, en: B}, code: '320500', within: a}\n",
            ["reference"],
        ),
        (
            "- {id: a, name: {zh: 甲, en: A}, code: '320000'}\n"
            "- {id: b, name: {zh: 乙, en: B}, code: '320000'}\n",
            ["duplicate"],
        ),
        (
            "- {id: a, name: {zh: 甲, en: A}, code: '000000'}\n"
            "- {id: b, name: {zh: 乙, en: B}, code: '000000'}\n",
            [],
        ),
    ],
)
def test_areas_do_not_lie_within_themselves_nor_share_a_code(
    tmp_path: Path, entries: str, problems: list[str]
) -> None:
    assert [code for _, code, _ in told(tmp_path, AREAS, FILES[AREAS] + entries)] == problems


UNITS = "vocabulary/units.yml"


@pytest.mark.parametrize(
    ("id_", "factor", "right"),
    [
        ("千元", "1000", None),
        ("千元", "100", "1000"),
        ("万亿元", "100000000", "1000000000000"),
        ("百万座", "10000", "1000000"),
        ("万亩", "1234", None),
        ("百分比", "0.1", None),
    ],
)
def test_a_unit_with_a_number_for_its_head_counts_as_it_says(
    tmp_path: Path, id_: str, factor: str, right: str | None
) -> None:
    of = "count, factor: {}, base: 座" if id_.endswith("座") else "money-cny, factor: {}, base: 元"
    entry = f"- {{id: {id_}, name: {{zh: 甲, en: A}}, family: {of.format(factor)}}}"
    problems = check(write_tree(tmp_path, {UNITS: f"{FILES[UNITS]}{entry}\n"}))
    place = f"datasets/{UNITS}:5:{entry.index(f'{factor},') + 1}"
    wanted = [] if right is None else [(place, "unit", f"write factor: {right}")]
    assert [(str(p.place), p.code, p.help) for p in problems] == wanted


@pytest.mark.parametrize("taken", TAKEN)
def test_an_indicator_is_not_called_as_another_page_of_an_area(tmp_path: Path, taken: str) -> None:
    own = FILES[ECONOMY].replace(GDP, f"- id: {taken}\n", 1)
    found = [one for one in told(tmp_path, ECONOMY, own) if "another page" in one[2]]
    assert found == [("1:7", "duplicate", f"{taken} is the address of another page of each area")]
    once = FILES[ECONOMY].replace(GDP, f"{GDP}  former_ids: [{taken}]\n", 1)
    assert [place for place, *_ in told(tmp_path, ECONOMY, once)] == ["2:16"]
