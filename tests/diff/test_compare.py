"""What differs between two states, figure by figure."""

from __future__ import annotations

import pytest

from tally.diff import Comparison, State, compare
from tally.diff.compare import COMPARED
from tally.diff.model import CHANGE_KINDS, Record

GDP = "kunshan/gdp/2020/level"
SAID = {
    "indicator": "gdp",
    "period": "2020",
    "measure": "level",
    "comparator": "eq",
    "value": "4250",
    "unit": "亿元",
    "source": "gwr-2021",
    "quote": "地区生产总值4250亿元",
}


def record(id_: str = GDP, **changes: str) -> Record:
    return Record("observation", id_, {**SAID, **changes})


def state(*records: Record, renamed: dict[str, str] | None = None) -> State:
    return State("a state", {row.id: row for row in records}, renamed or {})


def told(found: Comparison) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    return [
        (c.kind, c.record.id, [(f.field, f.old, f.new) for f in c.fields]) for c in found.changes
    ]


def test_equal_states_have_no_changes() -> None:
    assert compare(state(record()), state(record())).changes == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [("value", "4276.76"), ("unit", "万元"), ("comparator", "gt"), ("source", "x"), ("quote", "y")],
)
def test_a_changed_field_is_told_with_both_values(field: str, value: str) -> None:
    found = compare(state(record()), state(record(**{field: value})))
    assert told(found) == [("changed", GDP, [(field, SAID[field], value)])]


def test_written_digits_are_part_of_a_value() -> None:
    found = compare(state(record(value="5.1")), state(record(value="5.10")))
    assert told(found) == [("changed", GDP, [("value", "5.1", "5.10")])]


def test_a_column_that_one_state_does_not_have_is_not_compared() -> None:
    fields = {name: text for name, text in SAID.items() if name != "unit"}
    assert compare(state(Record("observation", GDP, fields)), state(record())).changes == ()


def test_records_come_and_go() -> None:
    old, new = record("kunshan/a/2020/level"), record("kunshan/b/2020/level", value="7")
    assert told(compare(state(old), state(new))) == [
        ("removed", old.id, []),
        ("added", new.id, []),
    ]


def test_the_same_words_under_another_id_have_moved() -> None:
    old, new = record(), record("kunshan/gdp/2019/level", period="2019")
    (change,) = compare(state(old), state(new)).changes
    assert (change.kind, change.old, change.new) == ("moved", old, new)
    assert [field.field for field in change.fields] == ["period"]


def test_a_renamed_indicator_moves_its_figures_even_where_they_changed() -> None:
    old = record("kunshan/output/2020/level", indicator="output")
    new = record(value="4276.76")
    (change,) = compare(state(old), state(new, renamed={"output": "gdp"})).changes
    assert change.kind == "moved"
    assert [field.field for field in change.fields] == ["indicator", "value"]


def test_what_may_have_moved_from_two_places_has_not() -> None:
    old = [record("kunshan/a/2020/level"), record("kunshan/b/2020/level")]
    found = compare(state(*old), state(record("kunshan/c/2020/level")))
    assert [change.kind for change in found.changes] == ["removed", "removed", "added"]


def test_a_target_is_never_an_observation_that_moved() -> None:
    target = Record("target", f"{GDP}/target", SAID)
    found = compare(state(record()), state(target))
    assert sorted(change.kind for change in found.changes) == ["added", "removed"]


def test_changes_are_counted_by_kind() -> None:
    found = compare(state(record()), state(record(value="1"), record("x/y/2020/rank", unit="位")))
    assert [found.count(kind) for kind in CHANGE_KINDS] == [0, 1, 0, 1]


def test_a_verdict_is_compared() -> None:
    old, new = (Record("target", GDP, {"verdict": verdict}) for verdict in ("", "met"))
    assert told(compare(state(old), state(new))) == [("changed", GDP, [("verdict", "", "met")])]


def test_compared_columns_are_published_ones() -> None:
    from tally.package.columns import table_specs

    for kind, names in COMPARED.items():
        published = {column.name for column in table_specs()[f"{kind}s"].columns}
        assert set(names) <= published
