"""How claims are held against annotated numbers."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tally.extract import extract_claims
from tally.extract.evaluate import Gold, Score, evaluate, likeness, read_gold, score
from tally.text import read_text

TEXT = "临江市2024年政府工作报告\n一、2023年工作回顾\n固定资产投资增长9.3%，税收收入62.7亿元。"


def gold(number: str, **fields: Any) -> Gold:
    start = TEXT.index(number)
    record = {
        "name": "固定资产投资", "value": Decimal("9.3"), "unit": "%", "measure": "growth",
        "comparator": "eq", "kind": "actual", "period": "2023",
    }  # fmt: skip
    return Gold(start, number, **record | fields)


TAX: dict[str, Any] = {
    "name": "税收收入", "value": Decimal("62.7"), "unit": "亿元", "measure": "level",
}  # fmt: skip


def scored(*wanted: Gold) -> Score:
    return score("made", wanted, extract_claims(read_text(TEXT)))


def test_all_right_is_one() -> None:
    result = scored(gold("9.3%"), gold("62.7亿元", **TAX))
    assert (result.precision, result.recall, result.f1, result.all_right) == (1, 1, 1, 1)


def test_a_number_nobody_annotated_costs_precision() -> None:
    result = scored(gold("9.3%"))
    assert (result.precision, result.recall) == (0.5, 1)


def test_a_number_nobody_found_costs_recall() -> None:
    result = scored(
        gold("9.3%"), gold("62.7亿元", **TAX), gold("2024", value=Decimal(2024), unit="")
    )
    assert result.recall == pytest.approx(2 / 3)


def test_an_optional_number_is_neither_rewarded_nor_punished() -> None:
    result = scored(gold("9.3%"), gold("62.7亿元", **TAX | {"optional": True}))
    assert (len(result.pairs), result.precision, result.recall) == (1, 1, 1)


def test_units_agree_when_only_their_scale_differs() -> None:
    result = scored(
        gold("9.3%"), gold("62.7亿元", **TAX | {"value": Decimal(627000), "unit": "万元"})
    )
    assert result.f1 == 1


def test_another_value_is_no_match() -> None:
    assert scored(gold("9.3%", value=Decimal("9.4"))).pairs == ()


def test_another_period_is_accepted_where_the_annotation_says_so() -> None:
    strict, lenient = gold("9.3%", period="2022"), gold("9.3%", period="2022", period_alt=("2023",))
    assert scored(strict).accuracy("period") == 0
    assert scored(lenient).accuracy("period") == 1


@pytest.mark.parametrize("attribute", ["measure", "comparator", "kind"])
def test_a_wrong_attribute_is_counted(attribute: str) -> None:
    assert scored(gold("9.3%", **{attribute: "other"})).accuracy(attribute) == 0


def test_a_missing_direction_is_counted() -> None:
    assert "direction" in scored(gold("9.3%", direction="down")).pairs[0].wrong


def test_names_agree_by_likeness() -> None:
    assert likeness("“双一流”高校数", "双一流高校数") == 1
    assert likeness("粮食产量", "城镇新增就业") < 0.5


def test_a_folder_without_annotations_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no"):
        evaluate(tmp_path)


WRITTEN = {
    "start": 0, "number_text": "5.10%", "name": "税收收入", "value": 5.10, "unit": "%",
    "measure": "growth", "comparator": "eq", "kind": "actual",
}  # fmt: skip


MADE = "5.10%，税收收入增长5.10%"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "truncated"),
        ("[]", "Expected `object`, got `array`"),
        ("{}", "missing required field `start`"),
        (json.dumps(WRITTEN | {"start": "x"}), r"Expected `int`, got `str` - at `\$.start`"),
        (json.dumps(WRITTEN | {"value": None}), r"at `\$.value`"),
        (json.dumps(WRITTEN | {"value": [1]}), r"at `\$.value`"),
        (json.dumps(WRITTEN | {"period_alt": "2023"}), r"at `\$.period_alt`"),
        (json.dumps(WRITTEN | {"value": "1e99999999"}), "a number that no report can state"),
        (json.dumps(WRITTEN | {"value": "Infinity"}), "a number that no report can state"),
        (
            json.dumps(WRITTEN | {"start": 11}),
            "'5.10%' is not at 11, where '长5.10' is; the nearest is at 12",
        ),
        (
            json.dumps(WRITTEN | {"start": -5}),
            "'5.10%' is not at -5, where '' is; the nearest is at 0",
        ),
        (json.dumps(WRITTEN | {"start": 10**30}), "the nearest is at 12"),
        (
            json.dumps(WRITTEN | {"number_text": "5.1%"}),
            "where '5.10' is; it is nowhere in the text",
        ),
        (json.dumps(WRITTEN | {"number_text": ""}), "number_text is empty"),
    ],
)
def test_a_broken_annotation_is_told_with_its_place(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text(json.dumps(WRITTEN) + "\n" + line, "utf-8")
    with pytest.raises(ValueError, match=rf"broken\.jsonl:2: not a gold record: .*{said}"):
        read_gold(path, MADE)


def test_a_file_that_is_no_text_is_told_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "made.txt").write_bytes(b"\0\0")
    (tmp_path / "made.jsonl").write_text(json.dumps(WRITTEN), "utf-8")
    with pytest.raises(ValueError, match=r"made\.txt: "):
        evaluate(tmp_path)


def test_an_annotation_that_is_not_where_it_says_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "made.txt").write_text(MADE, "utf-8")
    (tmp_path / "made.jsonl").write_text(json.dumps(WRITTEN | {"start": 3}), "utf-8")
    with pytest.raises(ValueError, match=r"made\.jsonl:1: .*'5\.10%' is not at 3"):
        evaluate(tmp_path)


def test_annotations_in_another_encoding_are_told_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps(WRITTEN, ensure_ascii=False), "gb18030")
    with pytest.raises(ValueError, match=r"made\.jsonl:1: not a gold record: "):
        read_gold(path, MADE)


def test_a_byte_order_mark_before_annotations_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps(WRITTEN), "utf-8-sig")
    assert len(read_gold(path, MADE)) == 1


@pytest.mark.parametrize("value", ["5.10", '"5.10"'])
def test_a_value_keeps_its_digits(tmp_path: Path, value: str) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps(WRITTEN).replace("5.1,", f"{value},"), "utf-8")
    (read,) = read_gold(path, MADE)
    assert str(read.value) == "5.10"
