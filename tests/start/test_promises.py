"""Promises without a number are drafted by how they are worded."""

from __future__ import annotations

import pytest
import yaml

from tally.records.schema import validate
from tally.records.strict_yaml import parse
from tally.start.promises import promises, promises_yaml

HEAD = "政府工作报告\n——2022年1月8日\n2022年工作安排\n2022年，我们将做好以下工作。"


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.quote) for one in promises(f"{HEAD}\n{text}\n", 2022)]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("启动城西水厂扩建工程", "milestone"),
        ("完成人民路改造工程", "milestone"),
        ("确保新图书馆投入使用", "milestone"),
        ("力争环湖大道建成通车", "milestone"),
        ("争创国家园林城市", "milestone"),
        ("节能减排完成上级下达任务", "milestone"),
        ("居民收入与经济增长同步", "relation"),
        ("进出口总额保持稳定", "relation"),
        ("工业增加值增速高于全国平均水平", "relation"),
    ],
)
def test_a_promise_that_can_be_seen_to_be_kept_is_drafted(clause: str, kind: str) -> None:
    assert found(f"今年，{clause}。") == [(kind, clause)]


@pytest.mark.parametrize("clause", ["坚持稳中求进", "不断提升服务能力", "加强队伍建设"])
def test_a_manner_of_working_is_none(clause: str) -> None:
    assert found(f"今年，{clause}。") == []


def test_what_was_done_is_none() -> None:
    text = "政府工作报告\n——2022年1月8日\n2021年工作回顾\n2021年，启动城西水厂扩建工程。"
    assert list(promises(text, 2022)) == []


def test_a_clause_with_a_number_that_was_read_is_none() -> None:
    text = f"{HEAD}\n今年，完成5个小区改造工程。\n"
    at = text.index("5个")
    assert [one.quote for one in promises(text, 2022)] == ["完成5个小区改造工程"]
    assert list(promises(text, 2022, [(at, at + 2)])) == []


def test_a_draft_lacks_only_what_a_person_has_to_say() -> None:
    text = promises_yaml(promises(f"{HEAD}\n今年，启动城西水厂“扩建”工程。\n", 2022), "gwr-2022")
    finished = text.replace("theme: to be written", "theme: city").encode()
    document = parse("drafts.yml", finished)
    assert not validate(document, "targets").problems
    assert yaml.safe_load(text)[0]["due"] == 2022
