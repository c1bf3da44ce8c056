"""The columns: the contract of the published tables, and what they say of themselves."""

from __future__ import annotations

import pytest

from tally.package.columns import TableSpec, table_specs

# What was promised of these two tables, in its order.
OBSERVATIONS = [
    "id",
    "area",
    "indicator",
    "indicator_name_zh",
    "indicator_name_en",
    "period",
    "measure",
    "comparator",
    "value",
    "value_high",
    "unit",
    "value_base",
    "unit_base",
    "direction",
    "status",
    "source",
    "quote",
    "start",
    "end",
    "locator",
    "provenance",
    "review",
    "note",
]
TARGETS = [
    *("due" if name == "period" else name for name in OBSERVATIONS),
    *[
        "type",
        "title_zh",
        "title_en",
        "related_indicator",
        "baseline",
        "outcome",
        "verdict",
        "inference",
    ],
    *[
        "accepted_low",
        "accepted_high",
        "accepted_low_open",
        "accepted_high_open",
        "strength",
        "basis",
    ],
]
# Every other column of the first edition, which somebody may read.
PUBLISHED = {
    "indicators": "id name_zh name_en definition_zh definition_en theme unit_family direction "
    "aliases related codes former_ids growth_basis part_of change_of observations targets",
    "observations": "basis note_en value_high_base stated theme period_start period_end "
    "confidence period_type preferred",
    "targets": "verdict_reason_zh verdict_reason_en verdict_derived verdict_inputs kept_zh "
    "kept_en borderline note_en value_high_base stated theme due_start due_end confidence "
    "outcome_source outcome_quote outcome_start outcome_end outcome_locator outcome_date "
    "outcome_note_zh outcome_note_en",
    "sources": "id area kind title_zh title_en publisher_zh publisher_en published year "
    "language url provenance sha256 text received_zh received_en note_zh note_en repairs "
    "observations targets",
    "areas": "id name_zh name_en code within level from to became",
    "units": "id name_zh name_en family factor base",
}
SPECS = list(table_specs().values())


def names(table: str) -> list[str]:
    return [column.name for column in table_specs()[table].columns]


def test_the_published_tables_are_these_in_this_order() -> None:
    assert list(table_specs()) == [
        *("indicators", "observations", "targets"),
        *("sources", "areas", "units"),
    ]


@pytest.mark.parametrize(
    ("table", "promised"), [("observations", OBSERVATIONS), ("targets", TARGETS)]
)
def test_a_table_begins_with_the_promised_columns(table: str, promised: list[str]) -> None:
    assert names(table)[: len(promised)] == promised


@pytest.mark.parametrize(("table", "columns"), PUBLISHED.items(), ids=PUBLISHED)
def test_no_published_column_is_gone(table: str, columns: str) -> None:
    assert set(columns.split()) - set(names(table)) == set()


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
