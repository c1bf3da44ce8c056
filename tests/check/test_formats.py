"""Problems as text, as GitHub annotations and as JSON."""

from __future__ import annotations

import json

from tally.check.formats import as_github, as_json, as_text
from tally.records.model import Place
from tally.records.problem import Problem

ERROR = Problem(
    Place("datasets/kunshan/targets/economy.yml", 12, 23),
    "quote-number",
    "25 is not in the quote 城镇登记失业率控制在2.5%以内",
    "the quote says 2.5; correct the value, or quote the sentence that says 25",
)
WARNING = Problem(
    Place("datasets/a,b.yml", 3, 4), "conflict", "100%\n::error::x", "look", "warning"
)


def test_text_is_a_line_and_its_help_for_each_problem_and_ends_with_a_count() -> None:
    assert as_text([ERROR]) == (
        "datasets/kunshan/targets/economy.yml:12:23: error[quote-number]: "
        "25 is not in the quote 城镇登记失业率控制在2.5%以内\n"
        "  help: the quote says 2.5; correct the value, or quote the sentence that says 25\n"
        "1 error in 1 file\n"
    )


def test_the_count_tells_errors_and_warnings_apart() -> None:
    assert as_text([]) == "no errors\n"
    assert as_text([ERROR, ERROR, WARNING]).endswith("\n2 errors, 1 warning in 2 files\n")
    assert as_text([WARNING]).endswith("\nno errors, 1 warning in 1 file\n")


def test_control_characters_of_data_do_not_reach_the_terminal() -> None:
    hostile = Problem(Place("\n::f.yml"), "schema", "\x1b[31mred\nline", "\u202ehelp")
    assert as_text([hostile]) == (
        " ::f.yml:1:1: error[schema]:  [31mred line\n  help:  help\n1 error in 1 file\n"
    )


def test_github_annotations_name_file_line_and_column_and_escape_the_rest() -> None:
    lines = as_github([ERROR, WARNING]).splitlines()
    assert lines[0].startswith("::error file=datasets/kunshan/targets/economy.yml,line=12,col=23,")
    assert "title=tally quote-number::25 is not in the quote" in lines[0]
    assert lines[1] == (
        "::warning file=datasets/a%2Cb.yml,line=3,col=4,title=tally conflict::"
        "100%25%0A::error::x (look)"
    )
    assert lines[2] == "1 error, 1 warning in 2 files"


def test_json_holds_every_field() -> None:
    assert json.loads(as_json([ERROR])) == [
        {
            "file": "datasets/kunshan/targets/economy.yml",
            "line": 12,
            "column": 23,
            "severity": "error",
            "code": "quote-number",
            "message": ERROR.message,
            "help": ERROR.help,
        }
    ]


def test_an_end_is_said_where_there_is_one() -> None:
    ended = Problem(Place("f.yml", 1, 2), "yaml", "m", "h", end=Place("f.yml", 1, 5))
    assert "endLine=1,endColumn=5" in as_github([ended])
    assert json.loads(as_json([ended]))[0]["end_column"] == 5
