"""What the schemas find, said with the place of the value to change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tally.records.schema import schema, validate
from tally.records.strict_yaml import parse

SCHEMAS = sorted(Path(__file__).parents[2].joinpath("schemas").glob("*.schema.json"))
KINDS = [path.name.removesuffix(".schema.json") for path in SCHEMAS]
OBSERVATION = """\
- indicator: gdp
  period: 2020
  source: gwr-2021
  quote: 地区生产总值4250亿元
  figures:
    - {measure: level, value: 4250, unit: 亿元}
"""
TARGET = """\
- indicator: gdp
  due: 2021
  source: gwr-2021
  quote: 增长6%以上
  figures:
    - {measure: growth, comparator: ge, value: 6, unit: "%"}
"""
MILESTONE = """\
- milestone: {zh: 封顶, en: Topped out}
  theme: culture
  due: 2021
  source: gwr-2021
  quote: 主体结构封顶
"""
OUTCOME = (
    MILESTONE
    + """\
  outcome:
    verdict: met
    source: gwr-2022
    quote: 主体结构已封顶
    date: 2021-11-30
"""
)
SOURCE = """\
kind: work-report
title: {zh: 报告, en: Report}
publisher: {zh: 政府, en: Government}
published: 2021-01-11
year: 2021
received: {zh: 收到, en: Received}
text: report.txt
sha256: {SHA}
""".replace("{SHA}", "a" * 64)
DATASET = """\
title: {zh: 甲, en: A}
description: {zh: 甲, en: A}
publisher: {zh: 甲, en: A}
licence: CC-BY-4.0
version: 1.0.0
created: 2021-02-01
updated: 2021-02-01
keywords: [a, b]
contributors:
  - {title: A, role: author}
"""
VALID = {
    "dataset": DATASET,
    "observations": OBSERVATION,
    "targets": TARGET,
    "source": SOURCE,
    "outcome": OUTCOME,
}
KIND_OF = {"outcome": "targets"}


def said(kind: str, text: str) -> list[tuple[str, str, str]]:
    kind = KIND_OF.get(kind, kind)
    found = validate(parse("f.yml", text.encode()), kind).problems  # type: ignore[arg-type]
    return [(str(p.place).removeprefix("f.yml:"), p.message, p.help) for p in found]


@pytest.mark.parametrize(("kind", "text"), [*VALID.items(), ("targets", MILESTONE)])
def test_what_is_right_has_no_problem(kind: str, text: str) -> None:
    assert said(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "old", "new", "place", "message", "help_"),
    [
        ("observations", "value: 4250", "value: no", "6:31", "value is a number", "as false"),
        ("observations", "value: 4250", "value: 12:30", "6:31", "this is 12:30", "in base 60"),
        ("observations", "value: 4250", "value: 2021-01-11", "6:31", "value is a number", "a date"),
        ("observations", "value: 4250", "value: 017", "6:31", "this is 017", "an octal number"),
        ("observations", "value: 4250", "value: 1_000", "6:31", "this is 1_000", "plain digits"),
        ("observations", "value: 4250", 'value: "4250"', "6:31", "value is a number", "quotes"),
        ("observations", "value: 4250", "value: 4250亿", "6:31", "value is a number", "its unit"),
        ("observations", "value: 4250", "value: true", "6:31", "this is true", ""),
        ("observations", "value: 4250", "value: ", "6:31", "this is nothing", ""),
        ("observations", "unit: 亿元", "unit: no", "6:43", "unit is text", 'in quotes: "no"'),
        ("observations", "unit: 亿元", "unit: 5", "6:43", "unit is text", 'in quotes: "5"'),
        ("observations", "quote: 地", "quote: 12:30 # ", "4:10", "quote is text", '"12:30"'),
        ("observations", "  source: gwr-2021\n", "", "1:3", "source is missing", "sources/"),
        ("observations", "period:", "perod:", "2:3", "unknown field perod", "mean period?"),
        ("observations", "period:", "2020: 1\n  period:", "2:3", "unknown field 2020", "fields"),
        ("observations", "quote: 地区生产总值4250亿元\n", "\n", "1:3", "is missing", "locator"),
        ("observations", "  quote:", "  locator: p. 1\n  quote:", "1:3", "are both here", "one of"),
        ("observations", "level", "levl", "6:17", "measure cannot be levl", "mean level?"),
        ("observations", "level", "zzzzzz", "6:17", "measure cannot be zzzzzz", "one of level,"),
        ("observations", "value: 4250,", "value: 4, value_high: 5,", "6:34", "not belong", "range"),
        ("observations", "value: 4250,", "comparator: range, value: 1,", "6:7", "value_high", ""),
        ("observations", "gdp", "GDP", "1:14", "not in the right form: GDP", "lower-case"),
        ("observations", "- indicator: gdp", "- indicator: [gdp]", "1:14", "this is a list", ""),
        ("targets", "- indicator: gdp\n  due", "- due", "1:3", "indicator is missing", "one of"),
        ("targets", "  figures:", "  kept: {zh: 甲, en: A}\n  figures:", "5:3", "goes with", ""),
        ("targets", "  figures:", "  outcome: {verdict: met, source: a, locator: b}\n  figures:",
         "5:3", "outcome does not belong here", "in observations/"),
        ("outcome", "verdict: met", "verdict: kept", "7:14", "cannot be kept", "one of met"),
        ("outcome", "verdict: met", "verdict: no", "7:14", "cannot be no", ""),
        ("outcome", "    verdict: met\n", "", "7:5", "verdict is missing", "undecidable"),
        ("outcome", "    source: gwr-2022\n", "", "7:5", "source is missing", "sources/"),
        ("outcome", "    quote: 主体结构已封顶\n", "", "7:5", "quote is missing", "locator"),
        ("outcome", "    date", "    locator: p. 2\n    date", "7:5", "are both here", "one of"),
        ("outcome", "2021-11-30", "2021-11-31", "10:11", "right form: 2021-11-31", "A day"),
        ("outcome", "    date", "    when", "10:5", "unknown field when", "date"),
        ("source", "text: report.txt", "text: ../../etc/passwd", "7:7", "not in the right", "name"),
        ("source", "text: report.txt", "text: .hidden", "7:7", "not in the right form", ""),
        ("source", "2021-01-11", "2021-02-30", "4:12", "right form: 2021-02-30", "A day"),
        ("source", "2021-01-11", "no", "4:12", "not in the right form: no", "A day"),
        # A comma within { } cuts text and numbers
        ("source", "en: Report}", "en: Report, 2021}", "2:29", "field 2021", '"Report, 2021"'),
        ("source", "en: Report}", "en: Plan, and more}", "2:27", "unknown", '"Plan, and more"'),
        ("source", "en: Report}", "en: Plan, a, b 2: c}", "2:27", "unknown field a", "quotes"),
        ("source", "zh: 报告", "zh: 建成1,234座", "2:17", "field 234座", '"建成1,234座"'),
        ("source", "en: Report}", 'en: "Report", more}', "2:31", "unknown field more", "zh, en"),
        ("source", "en: Report}", f"en: {'a' * 40}, b}}", "2:63", "unknown field b", "quotes"),
        ("observations", "4250,", "4,250,", "6:31", "takes no comma: 4,250", "write 4250"),
        ("observations", "4250,", "-1,234,567.50,", "6:31", "no comma: -1,234,5", "1234567.50"),
        ("observations", "4250,", "4, 250,", "6:31", "takes no comma: 4, 250", "write 4250"),
        ("observations", "4250,", "4，250,", "6:31", "value is a number", "comma; write 4250"),
        ("observations", "4250,", '"4,250",', "6:31", "value is a number", "comma; write 4250"),
        ("observations", "4250,", "4,25,", "6:31", "a number takes no comma: 4,25", "a point"),
        ("observations", "4250,", "1,4250,", "6:31", "takes no comma: 1,4250", "no other mark"),
        ("observations", "4250,", "4, a b,", "6:34", "unknown field a b", "double quotes"),
        ("dataset", "[a, b]", "[a, true]", "8:15", "is text, and this is true", '"true"'),
        ("dataset", "1.0.0", "1.0", "5:10", "version is text, and this is 1.0", "such as 1.0.0"),
        ("source", "zh: 报告", "zh: 2021-01-11", "2:13", "zh is text", '"2021-01-11"'),
        ("source", "zh: 报告", 'zh: " "', "2:13", "not in the right form", ""),
        ("observations", "value: 4250", "value: 1000000000000001", "6:31", "value cannot be 10000",
         "a large number keeps its unit"),
        ("dataset", "[a, b]", "[a, b, a]", "8:18", "keywords holds a twice, first in", "keep one"),
        ("dataset", "[a, b]", "[a, 5]", "8:15", "an entry of keywords is text", '"5"'),
        # One slip is told once, with what was meant
        ("observations", "value: 4250", "value:4250", "6:24", "value:4250", "blank behind the"),
        ("observations", "value: 4250", "value：4250", "6:24", "unknown field", "half-width colon"),
        ("outcome", "zh: 封顶, en", "zh：封顶, en", "1:15", "unknown field", "a half-width colon"),
        ("outcome", "zh: 封顶", "hz: 封顶", "1:15", "unknown field hz", "did you mean zh?"),
        ("outcome", "milestone:", "milstone:", "1:3", "field milstone", "did you mean milestone?"),
        ("observations", "figures:", "FIGURES:", "5:3", "field FIGURES", "did you mean figures?"),
        ("observations", "quote:", "qoute:", "4:3", "unknown field qoute", "did you mean quote?"),
        ("observations", "quote:", "note: {zh: 甲, en: A} #", "1:3", "quote is missing", "one of"),
        ("observations", "value: 4250", "value: ４250", "6:31", "this is ４250", "write 4250"),
        ("observations", "地区生产总值4250亿元", "地", "4:10", "quote is too short: 地", "stand"),
        ("observations", "地区生产总值4250亿元", '""', "4:10", "quote is empty", "The exact words"),
        ("observations", "period: 2020", "period: ２０20", "2:11", "right form", "write 2020"),
        ("observations", "gwr-2021", "gwr-2０21", "3:11", "right form", "write gwr-2021"),
        ("observations", "{measure: level, value: 4250, unit: 亿元}", "4250", "6:7",
         "an entry of figures is fields, and this is 4250", "a name, a colon"),
        ("observations", OBSERVATION, "- 4\n", "1:3", "an entry of the file is fields", "a name"),
        ("targets", TARGET, "- 地区生产总值\n", "1:3", "an entry of the file is fields", "a name"),
        ("observations", "- indicator", "  indicator", "1:3", "the file is a list", "'- '"),
        ("source", SOURCE, "", "1:1", "the file is empty", "it holds fields"),
        ("source", "year: 2021\nreceived: {zh: 收到, en: Received}\n", "", "1:1",
         "year and received are missing", "The year it speaks from"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_place(
    kind: str, old: str, new: str, place: str, message: str, help_: str
) -> None:
    text = VALID[kind]
    assert text.count(old) == 1
    found = said(kind, text.replace(old, new))
    assert [place for place, _, _ in found] == [place]
    assert message in found[0][1]
    assert help_ in found[0][2]


@pytest.mark.parametrize("period", ["2020-13", "2020-2016", "2021-01-11", "20", "last year"])
def test_a_period_that_is_none_has_its_own_code(period: str) -> None:
    text = OBSERVATION.replace("period: 2020", f"period: {period}")
    [problem] = validate(parse("f.yml", text.encode()), "observations").problems
    assert (problem.code, problem.place.line, problem.place.column) == ("period", 2, 11)


@pytest.mark.parametrize("data", ["", "# nothing yet\n", "gdp\n", "indicator: gdp\n"])
def test_a_file_that_is_no_list_says_what_it_should_hold(data: str) -> None:
    [(_, message, _)] = said("observations", data)
    assert "the file is" in message


def test_an_entry_beside_a_broken_one_can_be_used() -> None:
    broken = OBSERVATION.replace("level", "levl")
    checked = validate(parse("f.yml", (OBSERVATION + broken).encode()), "observations")
    assert checked.usable
    assert set(checked.by_entry()) == {1}


def test_an_unknown_field_of_the_files_own_map_leaves_nothing_to_use() -> None:
    assert not validate(parse("f.yml", (SOURCE + "more: 1\n").encode()), "source").usable


@pytest.mark.parametrize("path", SCHEMAS, ids=KINDS)
def test_a_schema_is_a_schema_and_names_itself(path: Path) -> None:
    content = json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(content)
    assert content["$id"] == path.name
    assert content["title"]
    assert content["description"]


def _objects(node: object) -> list[dict[str, object]]:
    if isinstance(node, list):
        return [found for item in node for found in _objects(item)]
    if not isinstance(node, dict):
        return []
    own = [node] if node.get("type") == "object" else []
    return own + [found for value in node.values() for found in _objects(value)]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "common"])
def test_every_field_of_every_schema_is_described_and_no_other_is_let_in(kind: str) -> None:
    objects = _objects(schema(kind))
    assert objects
    for found in objects:
        assert found["additionalProperties"] is False or "propertyNames" in found
        fields = found.get("properties", {})
        assert isinstance(fields, dict)
        assert [name for name, field in fields.items() if not field.get("description")] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "common"])
def test_the_examples_of_a_schema_are_right_by_it(kind: str) -> None:
    def walk(node: object) -> None:
        if isinstance(node, list):
            for item in node:
                walk(item)
        if isinstance(node, dict):
            for example in (
                node.get("examples", ()) if isinstance(node.get("examples"), list) else ()
            ):
                Draft202012Validator(node).validate(example)
            for value in node.values():
                walk(value)

    walk(schema(kind))


def test_the_fast_validator_and_the_telling_one_agree_on_every_kind_of_value() -> None:
    for value in ("4250", "5.10", "2020.0", "-1", '"x"', "[]", "{}", "true", "null"):
        for field in ("period: 2020", "value: 4250", "quote: 地区生产总值4250亿元"):
            text = OBSERVATION.replace(field, f"{field.partition(':')[0]}: {value}")
            quick = parse("f.yml", text.encode())
            # An ambiguous scalar elsewhere sends the same value to the validator that tells.
            slow = parse("f.yml", (text + OBSERVATION.replace("gdp", '"a"')).encode())
            slow = type(slow)(slow.path, slow.root, slow.problems, ambiguous=True)
            assert bool(validate(quick, "observations").problems) == bool(
                validate(slow, "observations").problems
            ), text
