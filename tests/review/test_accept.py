"""`tally accept`: what the machine read goes in at once, and what cannot says why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tally.check.check import check
from tally.cli.accept import accept
from tally.records.files import Files
from tally.records.load import load
from tally.records.model import Dataset
from tally.records.vocabulary import read_vocabulary
from tally.review.better import repeats, words_of
from tally.review.statement import unit_of
from tests.support.claims import claims_of
from tests.support.trees import FILES, write_tree

SOURCE = "testshire/sources/report-2021/source.yml"
TEXT = """\
2020年，全市地区生产总值突破4000亿元、达到4250亿元，比上年增长5%。新建5G基站1923座。
城镇登记失业率为3%，违法犯罪警情下降8.6%。古树名木1200株。
2021年的目标是：地区生产总值增长6%以上，城镇登记失业率控制在2.5%以内。
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with datasets/ of which one source is in progress, and nothing entered."""
    source = FILES[SOURCE].split("left_out:")[0]
    write_tree(tmp_path, {
        "testshire/sources/report-2021/report.txt": TEXT,
        SOURCE: source + "review: in-progress\n",
        "testshire/observations/economy.yml": "# ours\n[]\n",
        "testshire/observations/society.yml": "[]\n",
        "testshire/targets/economy.yml": "[]\n",
        "testshire/targets/society.yml": "[]\n",
    })  # fmt: skip
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*options: str) -> Result:
    result = CliRunner().invoke(accept, ["testshire/report-2021", *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def dataset(here: Path) -> Dataset:
    return load(here / "datasets").datasets.datasets["testshire"]


def entered(here: Path) -> dict[str, str]:
    """The ids of the figures that entries state, with their review."""
    found = dataset(here)
    return {r.id: r.review for r in (*found.observations, *found.targets) if r.entered}


def test_what_goes_in_is_sound_and_stays_unreviewed(here: Path) -> None:
    assert run("--known").exit_code == 0
    found = entered(here)
    assert {"testshire/gdp/2020/level", "testshire/gdp/2021/growth/target"} <= found.keys()
    assert set(found.values()) == {"extracted"}
    assert [p for p in check(here / "datasets") if p.severity == "error"] == []


def test_an_entry_is_quoted_by_its_clause_in_the_file_of_its_theme(here: Path) -> None:
    run("--known")
    written = (here / "datasets/testshire/targets/society.yml").read_text("utf-8")
    assert (
        written
        == """\
# yaml-language-server: $schema=../../../schemas/targets.schema.json
- indicator: unemployment
  due: 2021
  source: report-2021
  quote: 城镇登记失业率控制在2.5%以内
  review: extracted
  figures:
    - {measure: level, comparator: le, value: 2.5, unit: "%"}
"""
    )
    economy = (here / "datasets/testshire/observations/economy.yml").read_text("utf-8")
    assert economy.startswith("# ours\n- indicator: gdp\n")


def test_an_exact_number_goes_before_a_vague_one(here: Path) -> None:
    result = run("--known")
    (gdp,) = [o for o in dataset(here).observations if o.id == "testshire/gdp/2020/level"]
    assert gdp.figure.value == 4250
    assert "1 that say the same again went to left_out" in result.output
    left_out = load(here / "datasets").archive["testshire"]["report-2021"].source.left_out
    assert [(e.text, e.reason) for e in left_out][-1:] == [
        ("全市地区生产总值突破4000亿元", "repeated")
    ]


@pytest.mark.parametrize(
    ("first", "second", "again"),
    [
        ("突破4000亿元", "达到4250亿元", True),
        ("超过4300亿元", "达到4250亿元", False),
        ("约4300亿元", "达到4250亿元", False),
        ("4250亿元", "达到4250亿元", True),
    ],
)
def test_only_what_an_exact_number_keeps_is_said_again(
    first: str, second: str, again: bool
) -> None:
    vague, exact = claims_of(f"2020年，全市地区生产总值{first}、{second}。")
    values = {vague: vague.value, exact: exact.value}
    assert repeats(vague, exact, values.get) == again


@pytest.mark.parametrize(
    ("number", "taken", "words"),
    [
        ("25公里", "30公里", "新建道路25公里"),
        ("30公里", "25公里", "改造管网30公里"),
        ("8座", "8座", "去年的桥梁8座"),
    ],
)
def test_words_to_leave_out_hold_no_other_figure(number: str, taken: str, words: str) -> None:
    text = "去年的桥梁8座，新建道路25公里，改造管网30公里。\n桥梁8座。"
    at, other = text.find(number), text.rfind(taken)
    claim = replace(claims_of("新建道路25公里。")[0], number_span=(at, at + len(number)))
    assert words_of(claim, text, [(other, other + len(taken))]) == words


@pytest.mark.usefixtures("here")
def test_what_cannot_go_in_says_why() -> None:
    assert "1200株" in run().output
    assert "古树名木 is no indicator of the vocabulary" in run().output
    assert "古树名木" not in run("--known").output


UNITS = """\
- {id: 元, name: {zh: 元, en: yuan}, family: money-cny, factor: 1, base: 元}
- {id: 亿元, name: {zh: 亿元, en: a}, family: money-cny, factor: 100000000, base: 元, forms: [亿]}
- {id: 倍, name: {zh: 倍, en: times}, family: ratio, factor: 1, base: 倍}
- {id: 比, name: {zh: 比, en: to 1}, family: ratio, factor: 1, base: 倍, forms: ["∶1", ":1"]}
"""


@pytest.mark.parametrize(
    ("number", "unit"),
    [("4250亿元", "亿元"), ("5000亿", "亿元"), ("2.27:1", "比"), ("2.27∶1", "比"), ("12株", None)],
)
def test_a_unit_is_the_one_that_is_written_so(
    tmp_path: Path, number: str, unit: str | None
) -> None:
    root = write_tree(tmp_path, {"vocabulary/units.yml": UNITS})
    vocabulary = read_vocabulary(Files(root), root / "vocabulary")
    (claim,) = claims_of(f"城乡居民收入比缩小到{number}。")
    assert unit_of(claim, vocabulary) == unit


def test_a_dry_run_writes_nothing(here: Path) -> None:
    before = {p: p.read_bytes() for p in here.rglob("*") if p.is_file()}
    assert "would go into" in run("--dry-run").output
    assert {p: p.read_bytes() for p in here.rglob("*") if p.is_file()} == before


def test_only_claims_of_the_confidence_asked_for_go_in(here: Path) -> None:
    assert run("--at-least", "1").output.count("its confidence is") > 3
    assert entered(here) == {}


def test_a_second_time_there_is_nothing_left_to_enter(here: Path) -> None:
    run("--known")
    before = {p: p.read_bytes() for p in here.rglob("*") if p.is_file()}
    assert run("--known").output.splitlines()[-1].startswith("0 figures went into 0 files")
    assert {p: p.read_bytes() for p in here.rglob("*") if p.is_file()} == before


def test_one_word_on_the_entry_is_a_person_s_confirmation(here: Path) -> None:
    run("--known")
    path = here / "datasets/testshire/targets/society.yml"
    path.write_text(path.read_text("utf-8").replace("review: extracted", "review: reviewed"))
    assert entered(here)["testshire/unemployment/2021/level/target"] == "reviewed"


def test_a_file_that_takes_no_entries_keeps_all_as_it_was(here: Path) -> None:
    path = here / "datasets/testshire/observations/society.yml"
    path.write_text("[{indicator: incidents, period: 2019, source: bulletin-2021, locator: a, "
                    "figures: [{measure: growth, value: 1, unit: '%'}]}]\n")  # fmt: skip
    before = {p: p.read_bytes() for p in here.rglob("*") if p.is_file()}
    assert run("--known").exit_code == 1
    assert {p: p.read_bytes() for p in here.rglob("*") if p.is_file()} == before


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", ["testshire", "testshire/none", "none/report-2021", "a/b/c", "/"])
def test_a_source_that_is_not_there_is_wrong_use(name: str) -> None:
    result = CliRunner().invoke(accept, [name])
    assert result.exit_code == 2
    assert "testshire/report-2021" in result.output
