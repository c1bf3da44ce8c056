"""What became of a milestone: told by a source that is there and can know it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.check.check import check
from tests.support.trees import change, tell_outcome, write_tree

SOCIETY = "datasets/testshire/targets/society.yml"
CITED = "testshire/sources/cited.yml"
IN_BULLETIN = "verdict: met, source: bulletin-2021, locator: 第二段"
IN_REPORT = "verdict: met, source: report-2021, quote: 主体结构封顶"


def told(root: Path) -> list[tuple[str, str, str, str]]:
    return [
        (str(p.place).removeprefix(f"{SOCIETY}:"), p.code, p.message, p.help) for p in check(root)
    ]


@pytest.mark.parametrize(
    "said",
    [
        IN_BULLETIN,
        IN_REPORT,
        f"{IN_BULLETIN}, date: 2021-11-30, note: {{zh: 已封顶, en: Topped out}}",
        f"{IN_BULLETIN}, date: 2020",
        f"{IN_BULLETIN}, date: 2021-12-31",
        f"{IN_BULLETIN}, date: 2022-03-01".replace("met", "missed"),
        f"{IN_BULLETIN}, date: 2022".replace("met", "missed"),
        IN_BULLETIN.replace("met", "missed"),
        f"{IN_BULLETIN}, date: 2022-01".replace("met", "undecidable"),
    ],
)
def test_an_outcome_that_its_source_can_tell_is_right(tmp_path: Path, said: str) -> None:
    root = write_tree(tmp_path)
    tell_outcome(root, said)
    assert told(root) == []


@pytest.mark.parametrize(
    ("said", "place", "code", "message", "help_"),
    [
        (IN_BULLETIN.replace("-2021", "-2012"), "18:35", "reference",
         "there is no source bulletin-2012", "bulletin-2021?"),
        (IN_REPORT.replace("封顶", "完工"), "18:55", "quote-source",
         "the quote is not in report-2021: 主体结构完工", "主体结构封顶"),
        (IN_REPORT.replace("主体结构封顶", "实现"), "18:55", "quote-source",
         "stands more than once in report-2021", "lengthen"),
        (IN_REPORT.replace("quote: 主体结构封顶", "locator: p. 2"), "18:57", "quote-source",
         "the text of report-2021 is kept here", "put a quote"),
        (IN_BULLETIN.replace("locator: 第二段", "quote: 封顶"), "18:57", "quote-source",
         "the text of bulletin-2021 is not kept here", "put a locator"),
        (f"{IN_BULLETIN}, date: 2022-01", "18:70", "period",
         "2022-01 is after 2021, by whose end it was due", "done late is missed"),
        (f"{IN_BULLETIN}, date: 2021".replace("met", "missed"), "18:73", "period",
         "2021 is not after 2021, by whose end it was due", "done by then is met"),
        (f"{IN_REPORT}, date: 2021-02", "18:69", "period",
         "report-2021 was published 2021-01 and cannot tell of 2021-02", "another source"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_outcome_is_told_at_its_place(
    tmp_path: Path, said: str, place: str, code: str, message: str, help_: str
) -> None:
    root = write_tree(tmp_path)
    tell_outcome(root, said)
    [(found_place, found_code, found_message, found_help)] = told(root)
    assert (found_place, found_code) == (place, code)
    assert message in found_message
    assert help_ in found_help


def test_an_unknown_source_of_an_outcome_is_told_beside_that_of_its_promise(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    promise = "source: {}\n  quote: 实现体育场主体结构封顶"
    change(root, "testshire/targets/society.yml", *map(promise.format, ("report-2021", "nobody")))
    tell_outcome(root, IN_BULLETIN.replace("bulletin-2021", "nowhere"))
    assert [(place, code) for place, code, _, _ in told(root)] == [
        ("15:11", "reference"),
        ("18:35", "reference"),
    ]


def test_a_date_as_exact_as_a_source_that_is_dated_by_its_year_is_right(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, CITED, "published: 2022-03-01", "published: 2021")
    tell_outcome(root, f"{IN_BULLETIN}, date: 2021-11-30")
    assert told(root) == []
