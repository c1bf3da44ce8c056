"""Problems as SARIF, held to what SARIF 2.1.0 asks of the objects that we write."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tally.check.codes import explained
from tally.check.sarif import as_sarif
from tally.records.model import Place
from tally.records.problem import Code, Problem

PAGE = "https://example.org/tally/en/errors/"
ERROR = Problem(
    Place("datasets/kunshan/targets/economy.yml", 12, 23),
    "quote-number",
    "25 is not in the quote 城镇登记失业率控制在2.5%以内",
    "the quote says 2.5",
)
WARNING = Problem(Place("a,b.yml", 3, 4), "conflict", "100%\n::x", "look", "warning")
ENDED = Problem(Place("f.yml", 1, 2), "yaml", "m", "h", end=Place("f.yml", 1, 5))
ODD = Problem(Place("昆 山/100%#1.yml"), "schema", "m", "h")


def closed(required: tuple[str, ...] = (), **properties: object) -> dict[str, object]:
    """An object with no other properties, as all of SARIF's that we use are."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def listed(items: object) -> dict[str, object]:
    return {"type": "array", "items": items, "uniqueItems": True}


TEXT = {"type": "string"}
FROM_1 = {"type": "integer", "minimum": 1}
MESSAGE = closed(("text",), text=TEXT, markdown=TEXT)
RULE = closed(
    ("id",),
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    helpUri={"type": "string", "format": "uri", "pattern": "^https?://"},
)
REGION = closed(startLine=FROM_1, startColumn=FROM_1, endLine=FROM_1, endColumn=FROM_1)
REFERENCE = {"type": "string", "pattern": r"^(%[0-9A-F]{2}|[A-Za-z0-9_.~/,-])+$"}
PLACE = closed(artifactLocation=closed(uri=REFERENCE), region=REGION)
RESULT = closed(
    ("message",),
    ruleId=TEXT,
    level={"enum": ["none", "note", "warning", "error"]},
    message=MESSAGE,
    locations={"type": "array", "items": closed(physicalLocation=PLACE)},
)
RUN = closed(
    ("tool",),
    tool=closed(("driver",), driver=closed(("name",), name=TEXT, rules=listed(RULE))),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
LOG = closed(
    ("version", "runs"),
    **{"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN}},
)


def run_of(problems: list[Problem], page: str | None = None) -> Any:
    [run] = json.loads(as_sarif(problems, page))["runs"]
    return run


def rules_of(problems: list[Problem], page: str | None = None) -> Any:
    return run_of(problems, page)["tool"]["driver"]["rules"]


@pytest.mark.parametrize("page", [None, PAGE])
@pytest.mark.parametrize(
    "problems", [[], [ERROR], [ERROR, WARNING, ENDED, ODD]], ids=["none", "one", "several"]
)
def test_a_log_is_as_sarif_asks(problems: list[Problem], page: str | None) -> None:
    log = json.loads(as_sarif(problems, page))
    checker = Draft202012Validator(LOG, format_checker=FormatChecker())
    assert [error.message for error in checker.iter_errors(log)] == []


def test_each_code_that_was_found_is_a_rule_once() -> None:
    assert [rule["id"] for rule in rules_of([ERROR, WARNING, ERROR])] == [
        "quote-number",
        "conflict",
    ]


@pytest.mark.parametrize("code", get_args(Code))
def test_a_rule_explains_itself_as_the_table_of_codes_does(code: Code) -> None:
    said = explained()[code]
    [rule] = rules_of([Problem(Place("f.yml"), code, "m", "h")])
    assert rule["shortDescription"] == {"text": said.title.en}
    assert rule["fullDescription"] == {"text": said.meaning.en}
    assert rule["help"]["text"] == f"{said.meaning.en} {said.remedy.en}"
    for text in (said.meaning, said.remedy):
        assert text.en in rule["help"]["markdown"]
        assert text.zh in rule["help"]["markdown"]


def test_a_rule_leads_to_its_place_on_the_page_of_codes_where_that_is_known() -> None:
    assert [rule["helpUri"] for rule in rules_of([ERROR], PAGE)] == [f"{PAGE}#quote-number"]
    assert "helpUri" not in rules_of([ERROR])[0]


def test_results_name_rule_level_and_message() -> None:
    error, warning = run_of([ERROR, WARNING])["results"]
    assert (error["ruleId"], error["level"]) == ("quote-number", "error")
    assert (warning["ruleId"], warning["level"]) == ("conflict", "warning")
    assert error["message"]["text"] == f"{ERROR.message}. the quote says 2.5"


@pytest.mark.parametrize(
    ("problem", "uri", "region"),
    [
        (ERROR, ERROR.place.path, {"startLine": 12, "startColumn": 23}),
        (ENDED, "f.yml", {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 5}),
        (ODD, "%E6%98%86%20%E5%B1%B1/100%25%231.yml", {"startLine": 1, "startColumn": 1}),
    ],
)
def test_a_result_has_its_place(problem: Problem, uri: str, region: dict[str, int]) -> None:
    [result] = run_of([problem])["results"]
    [location] = result["locations"]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": uri}, "region": region}
