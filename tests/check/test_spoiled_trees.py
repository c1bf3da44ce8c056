"""One thing spoiled in a valid tree: the check tells it once, at its place."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tally.check.check import check
from tally.records.problem import Problem
from tests.support.trees import FILES, change, tell_outcome, write_tree
from tests.support.trees import REPORT as REPORT_TEXT

ECONOMY = "testshire/observations/economy.yml"
CRIME = "testshire/observations/society.yml"
GROWTH = "testshire/targets/economy.yml"
SOCIETY = "testshire/targets/society.yml"
SOURCE = "testshire/sources/report-2021/source.yml"
DATASET = "testshire/dataset.yml"
REPORT = "testshire/sources/report-2021/report.txt"
INDICATORS = "vocabulary/indicators/economy.yml"


def found(root: Path, severity: str = "error") -> list[Problem]:
    return [problem for problem in check(root) if problem.severity == severity]


def place_of(problem: Problem) -> str:
    return str(problem.place).removeprefix("datasets/")


def test_the_valid_tree_has_nothing_wrong(tmp_path: Path) -> None:
    assert check(write_tree(tmp_path)) == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "place", "code", "message", "help_"),
    [
        # A changed digit, unit or word of a figure
        (SOCIETY, "value: 2.5", "value: 25", "6:47", "quote-number",
         "25 is not in the quote 城镇登记失业率控制在2.5%以内",
         "the quote says 2.5; correct the value, or quote the sentence that says 25"),
        (ECONOMY, "value: 4250", "value: 4260", "6:31", "quote-number", "4260 is not in", "4250"),
        (ECONOMY, "value: 4250", "value: 4250.0", "6:31", "quote-number", "4250.0 is not", "4250"),
        (ECONOMY, "value: 7.0", "value: 7.1", "19:32", "quote-number",
         "7.1% is not what stated says: 7.0%", "look at the source again"),
        (ECONOMY, "stated: 7.0%", "stated: 7.1%", "19:32", "quote-number",
         "7.0% is not what stated says: 7.1%", "look at the source again"),
        (ECONOMY, "stated: 7.0%", "stated: 与上年持平", "19:32", "quote-number",
         "7.0% is not what stated says: 与上年持平", "look at the source again"),
        (ECONOMY, "unit: 亿元", "unit: 元", "6:43", "quote-number", "4250亿元, not 4250元", "unit"),
        (ECONOMY, "value: 1923,", "value: 1923, stated: 1923座,", "13:45", "quote-number",
         "the quote says the number already", "remove stated"),
        (ECONOMY, "value: 1923,", "value: 1923, occurrence: 2,", "13:49", "quote-number",
         "does not hold 1923 2 times", "count again"),
        (CRIME, ", direction: down", "", "6:32", "direction", "a decline of 8.6", "add direction"),
        (ECONOMY, "value: 5,", "value: 5, direction: down,", "7:46", "direction", "states none",
         "remove"),
        (GROWTH, "comparator: ge, ", "", "6:32", "quote-comparator", "does not say eq", "ge"),
        (GROWTH, "comparator: ge", "comparator: le", "6:37", "quote-comparator", "say le", "ge"),
        (ECONOMY, "level, value: 4250", "level, comparator: approx, value: 4250", "6:36",
         "quote-comparator", "does not say approx", "comparator: eq"),
        # Quotes
        (ECONOMY, "新建5G基站1923座", "建成5G基站1923座", "11:10", "quote-source",
         "the quote is not in report-2021", "新建5G基站1923座"),
        (ECONOMY, "  quote: 新建5G基站1923座", "  locator: p. 2", "11:12", "quote-source",
         "is kept here", "put a quote"),
        (ECONOMY, "  locator: section 1", "  quote: 增长7.0%", "17:10", "quote-source",
         "is not kept here", "put a locator"),
        (SOCIETY, "quote: 实现体育场主体结构封顶", "quote: 实现", "16:10", "quote-source",
         "stands more than once", "lengthen"),
        # Units, periods, themes
        (CRIME, 'measure: growth, value: 8.6, unit: "%"', 'measure: level, value: 8.6, unit: "%"',
         "6:42", "unit", "no unit of the level of incidents", "count"),
        (ECONOMY, "period: 2021", "period: 2023", "15:11", "period", "cannot report on 2023", ""),
        (GROWTH, "due: 2021", "due: 2020", "2:8", "period", "cannot promise 2020", ""),
        (CRIME, "period: 2020", "period: 2020-13", "2:11", "period", "2020-13", "2016-2020"),
        # Sources
        (SOURCE, "{text: 5G, reason: code}", "{text: 6G, reason: code}", "12:12", "coverage",
         "does not hold 6G", "remove"),
        (SOURCE, "text: 5G,", "text: 基站,", "12:12", "coverage", "no number in 基站", "remove"),
        # YAML that reads differently than it looks
        (ECONOMY, "value: 4250", "value: no", "6:31", "schema", "value is a number", "false"),
        (ECONOMY, "value: 4250", "value: 12:30", "6:31", "schema", "this is 12:30", "base 60"),
        (ECONOMY, "value: 4250", "value: 2021-01-11", "6:31", "schema", "2021-01-11", "a date"),
        (ECONOMY, "unit: 亿元", "unit: no", "6:43", "schema", "unit is text", '"no"'),
        (ECONOMY, "value: 4250", "value: &v 4250", "6:31", "yaml", "an anchor: &v", "write"),
        (ECONOMY, "value: 4250", "value: !!int 4250", "6:31", "yaml", "a tag", "without it"),
        (ECONOMY, "value: 4250", "value: 4250, value: 4250", "6:37", "yaml", "twice", "keep one"),
        (ECONOMY, "    - {measure: level, value: 4250", "\t- {measure: level, value: 4250", "6:1",
         "yaml", "a tab", "spaces"),
        (ECONOMY, "value: 4250", "valu: 4250", "6:24", "schema", "unknown field valu", "value?"),
        (ECONOMY, "unit: 亿元", "unit: 亿圆", "6:43", "reference", "no unit 亿圆", "亿元?"),
    ],
)  # fmt: skip
def test_one_spoiled_place_is_one_error_there(
    tmp_path: Path, path: str, old: str, new: str, place: str, code: str, message: str, help_: str
) -> None:
    root = write_tree(tmp_path)
    change(root, path, old, new)
    problems = [problem for problem in found(root) if problem.place.path.endswith(".yml")]
    assert [(place_of(p), p.code) for p in problems] == [(f"{path}:{place}", code)]
    [problem] = problems
    assert message in problem.message
    assert help_ in problem.help


@pytest.mark.parametrize(
    ("path", "content", "place", "code"),
    [
        (ECONOMY, "\ufeff" + FILES[ECONOMY], "1:1", "yaml"),
        (ECONOMY, FILES[ECONOMY].encode()[:-14], "19:48", "yaml"),
        (ECONOMY, FILES[ECONOMY].encode().partition("座".encode())[0] + "座".encode()[:2], "11:20",
         "yaml"),
        (ECONOMY, b"\x89PNG\r\n\x1a\n\0\0", "3:1", "yaml"),
        (ECONOMY, b"", "1:1", "schema"),
        ("testshire/dataset.yml", None, "1:1", "file"),
        ("vocabulary/units.yml", None, "1:1", "file"),
        (REPORT, None, "1:1", "file"),
        (REPORT, b"\0\0\0", "1:1", "file"),
    ],
    ids=["bom", "truncated", "cut-character", "binary", "empty", "missing", "missing-units",
         "missing-text", "binary-text"],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_one_error_in_it(
    tmp_path: Path, path: str, content: str | bytes | None, place: str, code: str
) -> None:
    problems = [p for p in found(write_tree(tmp_path, {path: content})) if p.code != "source-hash"]
    assert [(place_of(p), p.code) for p in problems] == [(f"{path}:{place}", code)]


@pytest.mark.parametrize("quote", ["新建5G基站1932座", "建成5G基站1923座", "新建5G基站1923 座"])
def test_a_number_whose_quote_is_wrong_is_not_called_forgotten_too(
    tmp_path: Path, quote: str
) -> None:
    root = write_tree(tmp_path)
    change(root, ECONOMY, "新建5G基站1923座", quote)
    assert [(place_of(p), p.code) for p in found(root)] == [(f"{ECONOMY}:11:10", "quote-source")]


def test_an_altered_source_is_told_with_what_rested_on_the_words_that_are_gone(
    tmp_path: Path,
) -> None:
    root = write_tree(tmp_path)
    change(root, REPORT, "1923座", "1932座")
    told = {(place_of(problem), problem.code) for problem in found(root)}
    assert {(f"{SOURCE}:8:9", "source-hash"), (f"{ECONOMY}:11:10", "quote-source")} <= told


def test_where_something_is_wrong_it_is_no_news_that_the_machine_reads_it_otherwise(
    tmp_path: Path,
) -> None:
    root = write_tree(tmp_path)
    change(root, CRIME, "period: 2020", "period: 2023")
    assert [problem.code for problem in check(root)] == ["period"]


def test_errors_of_all_files_come_in_one_run_in_order(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, SOCIETY, "value: 2.5", "value: 2.6")
    change(root, ECONOMY, "value: 1923", "value: 1932")
    change(root, GROWTH, "comparator: ge", "comparator: gt")
    places = [problem.place for problem in found(root)]
    assert [place.path for place in places] == [f"datasets/{p}" for p in (ECONOMY, GROWTH, SOCIETY)]
    assert places == sorted(places)


QUOTE = "quote: 全市实现地区生产总值4250亿元"
WRONG = (ECONOMY, "value: 1923", "value: 1932", "13:31", "quote-number")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # What describes an area says nothing of its figures, nor does its absence
        ((DATASET, "version: 1.0.0", "version: one", "5:10", "schema"), WRONG),
        ((DATASET, "version: 1.0.0", "version: &v 1.0.0", "5:10", "yaml"), WRONG),
        (("vocabulary/areas.yml", "id: testshire", "id: shire", "", ""), WRONG),
        # A source is read without what only describes it, and with some of its left_out
        ((SOURCE, "kind: work-report", "kind: report", "1:7", "schema"), WRONG),
        ((SOURCE, "zh: 试验市政府工作报告, ", "", "2:8", "schema"), WRONG),
        ((SOURCE, "text: 2020年", "text: 3020年", "10:12", "coverage"),
         (ECONOMY, "value: 4250", "value: no", "6:31", "schema")),
        ((SOURCE, "{text: 5G, reason: code}", "{text: 5G, reason: cod}", "12:24", "schema"), WRONG),
        # A figure that is none leaves the others of its entry, and the entry's own words
        ((ECONOMY, "value: 4250", "value: no", "6:31", "schema"),
         (ECONOMY, "value: 5,", "value: 6,", "7:32", "quote-number")),
        ((ECONOMY, "value: 4250", "value: no", "6:31", "schema"),
         (ECONOMY, QUOTE, "quote: 全市达到地区生产总值4250亿元", "4:10", "quote-source")),
        ((ECONOMY, "unit: 亿元", "unit: 亿圆", "6:43", "reference"),
         (ECONOMY, "value: 5,", "value: 6,", "7:32", "quote-number")),
        ((ECONOMY, "unit: 亿元", "unit: 亿圆", "6:43", "reference"),
         (ECONOMY, "growth, value: 5", "growt, value: 5", "7:17", "schema")),
        ((ECONOMY, "value: 1923", "value: true", "13:31", "schema"),
         (ECONOMY, "quote: 新建5G", "quote: 建成5G", "11:10", "quote-source")),
        # An entry that is no record is held against its source all the same
        ((ECONOMY, "indicator: base-stations-5g", "indicator: stations-6g", "8:14", "reference"),
         WRONG),
        ((ECONOMY, "indicator: base-stations-5g", "indicator: 5G基站", "8:14", "schema"), WRONG),
        ((CRIME, "period: 2020", "perod: 2020", "2:3", "schema"),
         (CRIME, ", direction: down", "", "6:32", "direction")),
        ((SOCIETY, "theme: society", "theme: sport", "13:10", "reference"),
         (SOCIETY, "quote: 实现体育场", "quote: 完成体育场", "16:10", "quote-source")),
    ],
)  # fmt: skip
def test_a_slip_does_not_hide_another(
    tmp_path: Path, first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    root = write_tree(tmp_path)
    for path, old, new, *_ in (first, second):
        change(root, path, old, new)
    told = {(place_of(problem), problem.code) for problem in found(root)}
    expected = {(f"{path}:{place}", code) for path, _, _, place, code in (first, second) if place}
    assert expected <= told
    assert len({place for place, _ in told if not place.startswith(REPORT)}) == 2


def test_what_became_of_a_milestone_that_is_no_record_is_held_against_its_source(
    tmp_path: Path,
) -> None:
    root = write_tree(tmp_path)
    change(root, SOCIETY, "theme: society", "theme: sport")
    tell_outcome(root, "verdict: met, source: report-2021, quote: 主体结构已经封顶")
    told = [(place_of(problem), problem.code) for problem in found(root)]
    assert told == [(f"{SOCIETY}:13:10", "reference"), (f"{SOCIETY}:18:55", "quote-source")]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (DATASET, "version: 1.0.0", "version: one"),
        (SOURCE, "{text: 5G, reason: code}", "{text: 5G, reason: cod}"),
        (SOURCE, "left_out:", "left_out: none\nnote:"),
        (SOURCE, "kind: work-report", "kind: report"),
        (ECONOMY, "value: 4250", "value: no"),
        (ECONOMY, "value: 1923", "value: no"),
        (ECONOMY, "source: bulletin-2021", "sorce: bulletin-2021"),
        (ECONOMY, "  locator: section 1\n", ""),
        (SOCIETY, "to: gdp", "to: GDP"),
        ("vocabulary/units.yml", "family: percent", "family: [percent]"),
        ("vocabulary/themes.yml", "id: society", "id: Society"),
    ],
)
def test_what_follows_from_a_slip_is_not_told_beside_it(
    tmp_path: Path, path: str, old: str, new: str
) -> None:
    root = write_tree(tmp_path)
    change(root, path, old, new)
    assert {problem.code for problem in check(root)} == {"schema"}
    assert {problem.place.path for problem in check(root)} == {f"datasets/{path}"}


def test_a_number_that_takes_its_neighbours_place_is_caught(tmp_path: Path) -> None:
    text = "各位代表：2020年，经济、新建5G基站分别下降78%和74%。\n"
    entry = (
        "- indicator: {name}\n  period: 2020\n  source: report-2021\n"
        "  quote: 经济、新建5G基站分别下降78%和74%\n"
        '  figures:\n    - {{measure: growth, value: {value}, unit: "%", direction: down}}\n'
    )
    root = write_tree(
        tmp_path,
        {
            REPORT: text,
            SOURCE: FILES[SOURCE].partition("left_out")[0]
            + "left_out:\n  - {text: 2020年, reason: year}\n  - {text: 5G, reason: code}\n",
            ECONOMY: entry.format(name="gdp", value=78)
            + entry.format(name="base-stations-5g", value=74),
            CRIME: "[]\n",
            GROWTH: None,
            SOCIETY: None,
            "testshire/corrections.yml": None,
        },
    )
    assert found(root) == []
    change(root, ECONOMY, "value: 74", "value: 78")
    places = {place_of(p) for p in found(root) if p.code == "quote-number"}
    assert f"{ECONOMY}:12:32" in places


@pytest.mark.parametrize(
    ("path", "old", "new", "place", "code", "message"),
    [
        (ECONOMY, 'value: 7.0, unit: "%", stated: 7.0%', 'value: 1700, unit: "%", stated: 1700%',
         "19:32", "plausible", "more than 1000 %"),
        (ECONOMY, ", stated: 7.0%", "", "19:32", "quote-number", "stands alone"),
        (SOURCE, "  - {text: 5G, reason: code}", "  - {text: 5G, reason: code}\n"
         "  - {text: 4250亿元, reason: background}", "13:12", "coverage", "is published"),
    ],
)  # fmt: skip
def test_what_may_be_right_is_a_warning(
    tmp_path: Path, path: str, old: str, new: str, place: str, code: str, message: str
) -> None:
    root = write_tree(tmp_path)
    change(root, path, old, new)
    assert found(root) == []
    [problem] = found(root, "warning")
    assert (place_of(problem), problem.code) == (f"{path}:{place}", code)
    assert message in problem.message


@pytest.mark.parametrize(
    ("kind", "raw", "reading", "told"),
    [
        ("repairs", "各位玳表", "各位代表", False),
        ("repairs", "４250亿元", "4250亿元", False),
        ("repairs", "4256亿元", "4250亿元", True),
        ("year_corrections", "2022年的目标", "2021年的目标", False),
        ("year_corrections", "2022年，全市实现地区生产总值4256", "2020年，全市实现地区生产总值4250",
         True),
        ("year_corrections", "20222年的目标", "2021年的目标", True),
    ],
)  # fmt: skip
def test_a_repair_that_changes_a_number_is_refused(
    tmp_path: Path, kind: str, raw: str, reading: str, told: bool
) -> None:
    reason = "reason: {zh: 损坏, en: Damaged}"
    entry = f"{kind}:\n  - {{raw: {raw}, reading: {reading}, {reason}}}\n"
    source = FILES[SOURCE].replace("left_out:\n", f"{entry}left_out:\n")
    root = write_tree(tmp_path, {REPORT: REPORT_TEXT.replace(reading, raw), SOURCE: source})
    problems = [(p.severity, p.code, place_of(p)) for p in check(root)]
    assert problems == ([("error", "repair", f"{SOURCE}:10:11")] if told else [])


def test_a_figure_that_the_words_call_preliminary_is_not_entered_as_if_it_were_not(
    tmp_path: Path,
) -> None:
    expected = {path: FILES[path].replace("全市实现", "全市预计实现") for path in (REPORT, ECONOMY)}
    root = write_tree(tmp_path, expected)
    told = [(place_of(p), p.code, p.message) for p in found(root)]
    message = "the words call {} preliminary, the entry nothing"
    assert told == [(f"{ECONOMY}:1:3", "quote-status", message.format(of)) for of in (4250, 5)]
    change(root, ECONOMY, "上年增长5%\n", "上年增长5%\n  status: preliminary\n")
    assert found(root) == []


def test_a_number_that_nothing_accounts_for_is_told_where_the_source_has_it(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, SOURCE, "  - {text: 5G, reason: code}\n", "")
    [problem] = found(root)
    assert (place_of(problem), problem.code) == (f"{REPORT}:2:34", "coverage")
    assert "5 is neither published nor left out" in problem.message


def test_a_part_of_a_number_left_out_is_not_the_number_left_out(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    (root / REPORT).write_text(f"{REPORT_TEXT}新建公园35座。", "utf-8")
    digest = hashlib.sha256((root / REPORT).read_bytes()).hexdigest()
    change(root, SOURCE, hashlib.sha256(REPORT_TEXT.encode()).hexdigest(), digest)
    change(root, SOURCE, "left_out:\n", "left_out:\n  - {text: 公园3, reason: name}\n")
    [problem] = found(root)
    assert "35 is neither published nor left out" in problem.message


def test_numbers_are_not_called_forgotten_while_entries_cannot_be_read(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, ECONOMY, "indicator: base-stations-5g", "indicator: base-stations-6g")
    assert [p.code for p in found(root)] == ["reference"]


def test_two_archived_sources_that_differ_are_a_conflict(tmp_path: Path) -> None:
    later = "testshire/sources/later-2021"
    text = FILES[REPORT].replace("4250亿元", "4260亿元")
    entry = FILES[ECONOMY].partition("- indicator: base")[0]
    again = entry.replace("report-2021", "later-2021").replace("4250", "4260")
    root = write_tree(tmp_path, {ECONOMY: FILES[ECONOMY] + again})
    folder = root / later
    folder.mkdir()
    folder.joinpath("report.txt").write_text(text, "utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = FILES[SOURCE].replace("SHA256", digest).replace("2021-01", "2021-02")
    folder.joinpath("source.yml").write_text(source, "utf-8")
    conflicts = [p for p in found(root, "warning") if p.code == "conflict"]
    assert [place_of(p) for p in conflicts] == [f"{ECONOMY}:25:31"]
    assert "later-2021 says 4260亿元, report-2021 says 4250亿元" in conflicts[0].message
