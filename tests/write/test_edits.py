"""Values changed in place: what was asked for, and nothing else of the file."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tally.records.model import Place
from tally.write import Edit, WriteError, edited, with_field

FILE = """\
# ours
- indicator: gdp   # the whole
  quote: "增长5%: 4250亿元"
  figures:
    - {measure: level, value: 4250, unit: 亿元, stated: 4250亿元}
    - measure: growth
      value: 5.10
- indicator: index
  series:
    beijing: {2016: 106.9, 2017: 106.8}
  note: >-
    # folded,
    and long

# the end
"""


def at(line: int, words: str | int) -> Place:
    """Where words stand in a line of the file, or a column of it."""
    own = FILE.splitlines()[line - 1] if isinstance(words, str) else ""
    column = own.index(words) + 1 if isinstance(words, str) else words
    return Place("datasets/x/y.yml", line, column)


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (Edit(at(5, "4250,"), Decimal(4260)), (5, "- {measure: level, value: 4260, unit: 亿元, ")),
        (Edit(at(5, "亿元,"), "%"), (5, 'unit: "%", stated')),
        (Edit(at(5, "4250,"), "ge", "comparator"), (5, "level, comparator: ge, value: 4250, unit")),
        (Edit(at(7, "5.10"), Decimal("5.0")), (7, "      value: 5.0")),
        (Edit(at(7, "5.10"), "ge", "comparator"), (7, "      comparator: ge")),
        (Edit(at(10, "106.8}"), Decimal("106.80")), (10, "{2016: 106.9, 2017: 106.80}")),
        (Edit(at(3, '"'), "a: b # c"), (3, '  quote: "a: b # c"')),
        (Edit(at(2, "gdp"), "gdp]}\n- x"), (2, '- indicator: "gdp]}\\n- x"   # the whole')),
    ],
    ids=lambda one: str(one.value) if isinstance(one, Edit) else None,
)
def test_one_value_changes_and_no_other_line(edit: Edit, line: tuple[int, str]) -> None:
    made = edited("y.yml", FILE, [edit])
    number, expected = line
    assert expected in made.splitlines()[number - 1]
    added = 1 if edit.field and number == 7 else 0
    assert made.splitlines()[number + added :] == FILE.splitlines()[number:]
    assert made.splitlines()[: number - 1] == FILE.splitlines()[: number - 1]


def test_several_edits_of_a_line_go_in_together() -> None:
    edits = [Edit(at(5, "4250,"), Decimal("42600.5")), Edit(at(5, "4250亿元}"), "42600.5亿元")]
    assert "value: 42600.5, unit: 亿元, stated: 42600.5亿元}" in edited("y.yml", FILE, edits)


@pytest.mark.parametrize(
    "edit",
    [
        Edit(at(5, "250,"), Decimal(1)),
        Edit(at(99, 1), Decimal(1)),
        Edit(at(5, "亿元,"), "gdp", "unit"),
        Edit(at(11, ">-"), "a new note"),
    ],
    ids=["beside a value", "behind the end", "a field that is there", "a folded text"],
)
def test_what_cannot_be_changed_by_itself_is_refused(edit: Edit) -> None:
    with pytest.raises(WriteError):
        edited("y.yml", FILE, [edit])


@pytest.mark.parametrize(("line", "before"), [(2, "- indicator: index"), (8, "\n# the end")])
def test_a_field_goes_behind_all_that_an_entry_has(line: int, before: str) -> None:
    made = with_field(
        "y.yml", FILE, at(line, 3), "outcome", {"verdict": "met", "locator": "第二段"}
    )
    assert f"  outcome: {{verdict: met, locator: 第二段}}\n{before}" in made


def test_a_field_that_is_there_or_an_entry_that_is_not_is_refused() -> None:
    for line, column, field in ((2, 3, "quote"), (3, 3, "outcome"), (2, 1, "outcome")):
        with pytest.raises(WriteError):
            with_field("y.yml", FILE, at(line, column), field, "x")
