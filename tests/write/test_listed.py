"""List files with entries more: everything that stands there stays as it is."""

from __future__ import annotations

import pytest

from tally.write import WriteError, appended, listed_under

NEW = "- a: 2\n  b: 3\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "# head\n- a: 2\n  b: 3\n"),
        ("# mine\n[]  # none yet\n", "# mine\n- a: 2\n  b: 3\n"),
        ("# mine\n- a: 1  # why\n", "# mine\n- a: 1  # why\n- a: 2\n  b: 3\n"),
        ("- a: 1\n\n# last\n", "- a: 1\n\n# last\n- a: 2\n  b: 3\n"),
        ("- a: 1", "- a: 1\n- a: 2\n  b: 3\n"),
        ("  - a: 1\n", "  - a: 1\n  - a: 2\n    b: 3\n"),
        ("- a: 1\r\n", "- a: 1\r\n- a: 2\r\n  b: 3\r\n"),
    ],
)
def test_entries_come_last_and_as_the_others_are_written(before: str, after: str) -> None:
    assert appended("x.yml", before, [NEW], "# head\n") == after


@pytest.mark.parametrize(
    "text", ["a: 1\n", "[{a: 1}]\n", "- a: 1\n b: 2\n", "- a: |\n   x\n  - y\n ?"]
)
def test_a_file_that_is_no_list_of_lines_is_left_alone(text: str) -> None:
    with pytest.raises(WriteError):
        appended("x.yml", text, [NEW])


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a: 1\nl: []\nb: 2\n", "a: 1\nl:\n  - {x: v}\nb: 2\n"),
        ("l: []  # none", "l:  # none\n  - {x: v}\n"),
        ("a: 1\n", "a: 1\nl:\n  - {x: v}\n"),
        ("l:\n- {x: z}  # ours\nb: 2\n", "l:\n- {x: z}  # ours\n- {x: v}\nb: 2\n"),
        ("l:\n    - x: z\n      w: 1\n", "l:\n    - x: z\n      w: 1\n    - {x: v}\n"),
        ("l: []\r\nb: 2\r\n", "l:\r\n  - {x: v}\r\nb: 2\r\n"),
    ],
)
def test_entries_go_to_the_end_of_a_list_of_a_map(text: str, after: str) -> None:
    assert listed_under("a.yml", text, "l", [{"x": "v"}]) == after


@pytest.mark.parametrize("text", ["- l\n", "l: x\n", "l: [{x: z}]\n", "l: [\n"])
def test_what_is_no_list_of_lines_takes_none(text: str) -> None:
    with pytest.raises(WriteError):
        listed_under("a.yml", text, "l", [{"x": "v"}])
