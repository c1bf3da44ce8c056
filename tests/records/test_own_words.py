"""Figures under their own words: what no shared indicator fits, published without comparisons."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.charts.glance import glance_sketch
from tally.check.check import check
from tally.derive import judge_all, open_ledgers
from tally.package.files import editions
from tally.package.preferred import preferred_ids
from tally.package.tables import observation_rows, target_rows
from tally.records.load import load
from tally.records.model import Dataset, Localized
from tally.site.library import gather
from tally.site.links import permanent
from tally.site.views.explore import explore_rows
from tests.support.trees import FILES, REPORT, write_tree

TEXT = "2020年，全市有古树名木1200株。2021年，古树名木达到1300株以上。\n"
NAMED = "  id: ancient-trees\n  theme: society\n"
OWN = f"""\
- name: {{zh: 古树名木}}
{NAMED}  period: 2020
  source: report-2021
  quote: 全市有古树名木1200株
  figures:
    - {{measure: level, value: 1200, unit: 株}}
"""
PROMISE = f"""\
- name: {{zh: 古树名木, en: Ancient and notable trees}}
{NAMED}  due: 2021
  source: report-2021
  quote: 古树名木达到1300株以上
  figures:
    - {{measure: level, comparator: ge, value: 1300, unit: 株}}
"""
UNIT = "- {id: 株, name: {zh: 株, en: trees}, family: count, factor: 1, base: 株}\n"


def tree(folder: Path, own: str = OWN, promise: str = PROMISE) -> Path:
    observations, targets = "testshire/observations/society.yml", "testshire/targets/society.yml"
    return write_tree(
        folder,
        {
            "testshire/sources/report-2021/report.txt": REPORT + TEXT,
            "vocabulary/units.yml": FILES["vocabulary/units.yml"] + UNIT,
            observations: FILES[observations] + own,
            targets: FILES[targets] + promise,
        },
    )


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return load(tree(tmp_path)).datasets.datasets["testshire"]


def test_its_id_is_its_own_and_it_says_what_it_is_called(dataset: Dataset) -> None:
    (found,) = [row for row in dataset.observations if row.own]
    assert found.id == "testshire/ancient-trees/2020/level"
    assert found.own is not None
    assert (found.own.name.zh, found.own.name.en) == ("古树名木", "古树名木")
    (promised,) = [row for row in dataset.targets if row.own]
    assert promised.id == "testshire/ancient-trees/2021/level/target"
    assert promised.theme == "society"


def test_check_finds_nothing_wrong(tmp_path: Path) -> None:
    assert check(tree(tmp_path)) == ()


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (OWN.replace("ancient-trees", "gdp"), "gdp is an indicator of the vocabulary"),
        (OWN.replace("ancient-trees", "milestone"), "figures cannot be called milestone"),
        (OWN.replace("theme: society", "theme: trees"), "there is no theme trees"),
        (OWN.replace("theme: society", "theme: economy"), "belongs to the theme economy"),
        (OWN.replace(NAMED, ""), "id"),
        (OWN.replace("{zh: 古树名木}", "{en: Trees}"), "zh"),
        (OWN.replace("{zh: 古树名木}", "{zh: 粮食产量}"), "the quote has no word of 粮食产量"),
        (OWN.replace("- name: {zh: 古树名木}\n  id", "- id"), "name"),
        (OWN.replace("  period", "  indicator: gdp\n  period"), "name"),
        (OWN.replace("1200, unit", "1201, unit"), "1201 is not in the quote"),
    ],
)
def test_what_is_wrong_with_it_is_told(tmp_path: Path, own: str, said: str) -> None:
    found = [problem.message for problem in check(tree(tmp_path, own, ""))]
    assert any(said in message for message in found), found


def test_tables_leave_the_indicator_empty_and_fill_the_name(tmp_path: Path) -> None:
    datasets = load(tree(tmp_path)).datasets
    ledgers = tuple(open_ledgers(datasets).values())
    *_, edition = editions(datasets, judge_all(ledgers), preferred_ids(ledgers))
    rows = [*observation_rows(edition), *target_rows(edition)]
    named = [
        (row["indicator"], row["indicator_name_zh"], row["indicator_name_en"], row["theme"])
        for row in rows
        if "ancient-trees" in str(row["id"])
    ]
    assert named == [
        (None, "古树名木", None, "society"),
        (None, "古树名木", "Ancient and notable trees", "society"),
    ]
    (observed,) = [row for row in rows if row["id"] == "testshire/ancient-trees/2020/level"]
    assert observed["preferred"] is True


def test_it_stands_in_explore_and_is_linked_where_its_source_states_it(tmp_path: Path) -> None:
    library = gather(load(tree(tmp_path)).datasets)
    rows = {row.id: row for row in explore_rows(library)}
    assert rows["testshire/ancient-trees/2021/level/target"].name[1] == "Ancient and notable trees"
    assert rows["testshire/ancient-trees/2020/level"].name == ("古树名木", "古树名木")
    record = library.by_id["testshire/ancient-trees/2020/level"]
    assert permanent(record, library) == (
        "sources/testshire/report-2021/#testshire/ancient-trees/2020/level"
    )


def test_it_enters_no_list_of_indicators_and_no_verdict(tmp_path: Path) -> None:
    library = gather(load(tree(tmp_path)).datasets)
    assert "ancient-trees" not in {one.id for one in library.indicators}
    outlook = library.outlooks["testshire/ancient-trees/2021/level/target"]
    assert (outlook.verdict.code, outlook.outcomes) == ("pending", ())


def test_its_promise_is_a_mark_in_the_picture_of_all_promises(tmp_path: Path) -> None:
    library = gather(load(tree(tmp_path)).datasets)
    sketch = glance_sketch(library.areas[0], library.outlooks.values(), Localized("站", "Site"))
    assert sketch is not None
    assert "古树名木" in str(sketch)
