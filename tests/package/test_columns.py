"""The columns: the contract of the published tables, and what they say of themselves."""

from __future__ import annotations

import pytest

from tally.package.columns import TableSpec, table_specs

# fmt: off
OBSERVATIONS = [
    "id", "area", "indicator", "indicator_name_zh", "indicator_name_en", "period", "measure",
    "comparator", "value", "value_high", "unit", "value_base", "unit_base", "direction", "status",
    "source", "quote", "start", "end", "locator", "provenance", "review", "note",
]
TARGETS = [
    *("due" if name == "period" else name for name in OBSERVATIONS),
    "type", "title_zh", "title_en", "related_indicator", "baseline", "outcome", "verdict",
]
# fmt: on
SPECS = list(table_specs().values())


def names(table: str) -> list[str]:
    return [column.name for column in table_specs()[table].columns]


def test_the_published_tables_are_these_in_this_order() -> None:
    assert list(table_specs()) == ["indicators", "observations", "targets", "sources", "units"]


@pytest.mark.parametrize(
    ("table", "promised"), [("observations", OBSERVATIONS), ("targets", TARGETS)]
)
def test_a_table_begins_with_the_promised_columns(table: str, promised: list[str]) -> None:
    assert names(table)[: len(promised)] == promised


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_every_column_is_explained_in_both_languages(spec: TableSpec) -> None:
    for column in spec.columns:
        texts = (column.title, column.description, *column.values.values())
        assert all(text.zh and text.en for text in texts), column.name


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_no_column_stands_twice(spec: TableSpec) -> None:
    listed = [column.name for column in spec.columns]
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_keys_and_references_name_columns_that_exist(spec: TableSpec) -> None:
    assert set(spec.key) <= set(names(spec.name))
    for reference in spec.references:
        assert set(reference.columns) <= set(names(spec.name))
        assert set(reference.to) == set(table_specs()[reference.table].key)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_a_unit_column_is_a_column_of_the_same_table(spec: TableSpec) -> None:
    named = {column.unit_column for column in spec.columns} - {None}
    assert named <= set(names(spec.name))


def test_asking_for_an_unknown_column_is_an_error() -> None:
    with pytest.raises(KeyError, match="colour"):
        table_specs()["units"].column("colour")
