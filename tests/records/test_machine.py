"""What only the machine has read: published as such, until a curator covers the place."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tally.check.check import check
from tally.cli.commands import cli
from tally.records.load import Loaded, load
from tests.support.trees import FILES, change, write_tree

EXTRACTED = "testshire/sources/report-2021/extracted.yml"
ECONOMY = "testshire/observations/economy.yml"
GROWTH = "testshire/targets/economy.yml"
GDP_ENTRY, _, REST = FILES[ECONOMY].partition("- indicator: base-stations-5g")


def reread(root: Path) -> str:
    return CliRunner().invoke(cli, ["reread", str(root)], catch_exceptions=False).output


def extracted(loaded: Loaded) -> dict[str, str]:
    dataset = loaded.datasets.datasets["testshire"]
    records = [*dataset.observations, *dataset.targets]
    return {r.id: str(r.figure and r.figure.value) for r in records if r.review == "extracted"}


@pytest.fixture
def uncurated(tmp_path: Path) -> Path:
    """A tree whose gdp figures only the machine has read."""
    economy = "- indicator: base-stations-5g" + REST
    changes = {ECONOMY: economy, GROWTH: None, "testshire/corrections.yml": None}
    root = write_tree(tmp_path, changes)
    reread(root)
    return root


def test_claims_that_no_curator_covers_are_published_as_extracted(uncurated: Path) -> None:
    assert extracted(load(uncurated)) == {
        "testshire/gdp/2020/level": "4250",
        "testshire/gdp/2020/growth": "5",
        "testshire/gdp/2021/growth/target": "6",
    }


def test_an_extracted_record_has_its_confidence_and_its_place_in_the_source(
    uncurated: Path,
) -> None:
    dataset = load(uncurated).datasets.datasets["testshire"]
    [target] = [t for t in dataset.targets if t.review == "extracted"]
    assert target.confidence is not None
    assert 0 < target.confidence <= 1
    assert target.figure is not None
    assert target.figure.comparator == "ge"
    assert target.theme == "economy"
    span, reading = target.evidence.span, dataset.sources["report-2021"].reading
    assert span is not None
    assert reading is not None
    assert reading.raw[span.raw_start : span.raw_end] == "6%"
    assert reading.text[span.quote_start : span.quote_end] == target.evidence.quote
    assert target.place.path == f"datasets/{EXTRACTED}"


def test_numbers_that_only_the_machine_has_read_are_warnings(uncurated: Path) -> None:
    told = [(p.code, p.severity) for p in check(uncurated)]
    assert told.count(("coverage", "warning")) == 3
    assert ("coverage", "error") not in told


def test_a_curated_figure_stands_over_the_machines(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    reread(root)
    assert extracted(load(root)) == {}
    assert check(root) == ()


def test_words_left_out_are_not_published(uncurated: Path) -> None:
    source = "testshire/sources/report-2021/source.yml"
    change(
        uncurated, source, "left_out:\n", "left_out:\n  - {text: 4250亿元, reason: background}\n"
    )
    assert "testshire/gdp/2020/level" not in extracted(load(uncurated))


def test_rereading_what_is_up_to_date_writes_nothing(uncurated: Path) -> None:
    assert reread(uncurated) == ""
    assert not list(uncurated.rglob("*.new"))


@pytest.mark.parametrize(
    "path",
    [
        "vocabulary/indicators/economy.yml",
        "vocabulary/units.yml",
        "testshire/sources/report-2021/source.yml",
    ],
)
def test_while_what_it_is_made_from_cannot_be_read_the_record_stays_as_it_is(
    uncurated: Path, path: str
) -> None:
    before = (uncurated / EXTRACTED).read_bytes()
    (uncurated / path).write_text("- {id: [", "utf-8")
    assert "stale" not in {problem.code for problem in check(uncurated)}
    result = CliRunner().invoke(cli, ["reread", str(uncurated)])
    assert result.exit_code == 1
    assert f"{path}:" in result.output
    assert (uncurated / EXTRACTED).read_bytes() == before


def test_a_record_that_cannot_be_replaced_is_told_and_nothing_is_left_beside_it(
    uncurated: Path,
) -> None:
    (uncurated / EXTRACTED).unlink()
    (uncurated / EXTRACTED).mkdir()
    before = sorted(uncurated.rglob("*"))
    with pytest.raises(OSError, match=r"extracted\.yml"):
        CliRunner().invoke(cli, ["reread", str(uncurated)], catch_exceptions=False)
    assert sorted(uncurated.rglob("*")) == before


def test_a_folder_without_datasets_is_wrong_use_of_reread(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["reread", str(tmp_path)])
    assert (result.exit_code, "there is no vocabulary/" in result.output) == (2, True)


def test_a_broken_record_is_told_once_as_what_is_to_be_written_anew(uncurated: Path) -> None:
    text = (uncurated / EXTRACTED).read_text("utf-8")
    (uncurated / EXTRACTED).write_text(f"{text[:200]}\n<<<<<<< HEAD\n{text[200:]}", "utf-8")
    errors = [problem for problem in check(uncurated) if problem.severity == "error"]
    assert [problem.code for problem in errors] == ["stale"]


def test_an_edited_record_is_stale_at_the_first_line_that_differs(uncurated: Path) -> None:
    text = (uncurated / EXTRACTED).read_text("utf-8")
    change(uncurated, EXTRACTED, "value: 4250\n", "value: 4260\n")
    line = text[: text.index("value: 4250\n")].count("\n") + 1
    [stale] = [p for p in check(uncurated) if p.code == "stale"]
    assert str(stale.place) == f"datasets/{EXTRACTED}:{line}:1"
    assert "tally reread" in stale.help
    assert "wrote" in reread(uncurated)
    assert [p for p in check(uncurated) if p.code == "stale"] == []


@pytest.mark.parametrize("named", ["indicator: null", 'indicator: "none-such"'])
def test_which_indicator_a_name_is_follows_the_vocabulary_unasked(
    uncurated: Path, named: str
) -> None:
    path = uncurated / EXTRACTED
    path.write_text(path.read_text("utf-8").replace('indicator: "gdp"', named), "utf-8")
    assert "stale" not in {problem.code for problem in check(uncurated)}
    assert "testshire/gdp/2020/level" in extracted(load(uncurated))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("start: ", "start: 9999"),
        ('quote: "2020年', 'quote: "2019年'),
        ('name: "地区生产总值"', 'name: "某某总值"'),
        ('unit: "亿元"', 'unit: "亿圆"'),
        ('period: "2020"', 'period: "20"'),
        ('period: "2020"', "period: null"),
        ('kind: "actual"', 'kind: "background"'),
    ],
)
def test_a_claim_that_fits_nothing_is_not_published_and_nothing_is_raised(
    uncurated: Path, old: str, new: str
) -> None:
    path = uncurated / EXTRACTED
    head, found, tail = path.read_text("utf-8").partition("value: 4250")
    assert old in head + tail
    first = head.rindex("- start")
    rest = found + tail
    entry_end = rest.index("- start")
    entry = (head[first:] + rest[:entry_end]).replace(old, new)
    path.write_text(head[:first] + entry + rest[entry_end:], "utf-8")
    assert "testshire/gdp/2020/level" not in extracted(load(uncurated))
