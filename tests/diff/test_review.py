"""What a reviewer is told of a pull request, and what a release asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.check.check import check
from tally.diff import Comparison, Step, as_review, compare, next_version, open_state, release
from tally.diff.review import MARK
from tally.records.model import Place
from tally.records.problem import Problem, news
from tests.support.hostile import HOSTILE
from tests.support.trees import FILES, change, write_tree

ECONOMY = "testshire/observations/economy.yml"
SOCIETY = "testshire/targets/society.yml"
CORRECTIONS = "testshire/corrections.yml"
BULLETIN = 'value: 7.0, unit: "%", stated: 7.0%'
MISSED = 'value: 5.0, unit: "%", stated: 5.0%'
ADDED = """\
- indicator: gdp
  period: 2019
  source: bulletin-2021
  locator: section 2
  figures:
    - {measure: growth, value: 6.1, unit: "%", stated: 6.1%}
"""


@pytest.fixture
def trees(tmp_path: Path) -> tuple[Path, Path]:
    """A tree, and the same to change."""
    return write_tree(tmp_path / "old"), write_tree(tmp_path / "new")


def review(trees: tuple[Path, Path]) -> str:
    return as_review(compared(trees))


def compared(trees: tuple[Path, Path]) -> Comparison:
    return compare(*(open_state(str(root.parent), Path()) for root in trees))


def test_a_comment_begins_with_its_mark_and_says_when_nothing_changed(
    trees: tuple[Path, Path],
) -> None:
    assert review(trees) == f"{MARK}\n**no figure changed**\n"


def test_what_is_gone_stands_before_verdicts_figures_and_names(trees: tuple[Path, Path]) -> None:
    change(trees[1], ECONOMY, BULLETIN, MISSED)
    change(trees[1], SOCIETY, FILES[SOCIETY][FILES[SOCIETY].index("- milestone") :], "")
    change(trees[1], "vocabulary/units.yml", "en: yuan}", "en: yuan CNY}")
    told = review(trees)
    headings = [line for line in told.splitlines() if line.startswith("### ")]
    assert headings[:4] == [
        "### Gone",
        "### Verdicts that turn",
        "### Figures",
        "### Names, definitions and sources",
    ]
    turned = told.split("### Verdicts that turn")[1].split("###")[0]
    assert "<code>met</code> | <code>missed</code>" in turned


def test_only_problems_that_are_new_are_told(trees: tuple[Path, Path]) -> None:
    for root in trees:
        change(root, ECONOMY, "value: 1923,", "value: 1932,")
    change(
        trees[1],
        ECONOMY,
        "- indicator: gdp\n  period: 2020",
        "\n\n- indicator: gdp\n  period: 2020",
    )
    assert "New problems" not in review(trees)
    change(trees[1], SOCIETY, "value: 2.5", "value: 25")
    told = review(trees).split("### New problems")[1].split("\n### ")[0]
    assert told.count("\n- ") == 1
    assert "error[quote-number]" in told


def test_what_corrections_lack_can_be_pasted_and_then_lacks_no_more(
    trees: tuple[Path, Path],
) -> None:
    change(trees[1], ECONOMY, BULLETIN, MISSED)
    told = review(trees)
    block = told.split("```yaml\n")[1].split("```")[0]
    assert "figure: testshire/gdp/2021/growth/bulletin-2021" in block
    change(trees[1], "testshire/dataset.yml", "version: 1.0.0", "version: 1.0.1")
    file = trees[1] / CORRECTIONS
    file.write_text(file.read_text("utf-8") + block, "utf-8")
    assert not [p for p in check(trees[1]) if p.severity == "error"]
    assert "lacks" not in review(trees)
    assert release(compared(trees)).ready


def test_what_only_the_machine_had_read_asks_for_no_correction(trees: tuple[Path, Path]) -> None:
    for root in trees:
        change(
            root, ECONOMY, "  locator: section 1\n", "  locator: section 1\n  review: extracted\n"
        )
    change(trees[1], ECONOMY, BULLETIN, MISSED)
    assert "lacks" not in review(trees)


def test_hostile_words_stay_words_and_a_comment_stays_bounded(trees: tuple[Path, Path]) -> None:
    entries = "".join(
        f"- id: hostile-{n}\n  kind: news\n  title: {{zh: {HOSTILE!r}, en: x}}\n"
        .replace(repr(HOSTILE), '"' + HOSTILE.replace("\\", "\\\\").replace('"', '\\"') * 4 + '"')
        + f'  publisher: {{zh: x, en: "```{n}"}}\n  published: 2020\n'
        for n in range(300)
    )  # fmt: skip
    cited = trees[1] / "testshire/sources/cited.yml"
    cited.write_text(cited.read_text("utf-8") + entries, "utf-8")
    told = review(trees)
    assert len(told) < 65_000
    for mark in ("<img", "<script", "](", "{{"):
        assert mark not in told


@pytest.mark.parametrize(
    ("version", "step", "following"),
    [
        ("1.2.3", Step.MAJOR, "2.0.0"),
        ("1.2.3", Step.MINOR, "1.3.0"),
        ("1.2.3", Step.PATCH, "1.2.4"),
        ("1.2.3", Step.NONE, "1.2.3"),
        ("0.9.9", Step.PATCH, "0.9.10"),
    ],
)
def test_a_version_goes_up_at_its_place(version: str, step: Step, following: str) -> None:
    assert next_version(version, step) == following


VALUE = (ECONOMY, BULLETIN, MISSED)
MORE = (ECONOMY, FILES[ECONOMY], FILES[ECONOMY] + ADDED)
LESS = (SOCIETY, FILES[SOCIETY][FILES[SOCIETY].index("- milestone") :], "")
TITLE = ("testshire/sources/cited.yml", "zh: 试验市2021年统计公报", "zh: 2021年统计公报")
ITSELF = ("testshire/dataset.yml", "version: 1.0.0", "version: 1.0.1")


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        ([], None),
        ([ITSELF], None),
        ([VALUE], "1.0.1"),
        ([TITLE], "1.0.1"),
        ([MORE], "1.1.0"),
        ([MORE, TITLE], "1.1.0"),
        ([LESS], "2.0.0"),
        ([LESS, MORE], "2.0.0"),
    ],
    ids=["nothing", "its version", "a value", "a title", "more", "more and other", "less", "both"],
)
def test_the_version_due_follows_from_what_changed(
    trees: tuple[Path, Path], changes: list[tuple[str, str, str]], due: str | None
) -> None:
    for path, old, new in changes:
        change(trees[1], path, old, new)
    assert release(compared(trees)).due == ({} if due is None else {"testshire": due})


def warned(line: int, message: str, count: int = 1) -> Problem:
    return Problem(Place("a.yml", line), "plausible", message, "look", "warning", count=count)


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ([warned(1, "a")], [warned(9, "a")], 0),
        ([warned(1, "a")], [warned(1, "a"), warned(2, "a")], 1),
        ([warned(5, "9 more", 9)], [warned(6, "9 more", 9)], 0),
        ([warned(5, "9 more", 9)], [warned(6, "8 more", 8)], 0),
        ([warned(5, "9 more", 9)], [warned(6, "10 more", 10)], 1),
    ],
    ids=["moved", "again", "as many", "fewer", "more"],
)
def test_a_problem_is_new_only_where_it_was_not_there(
    before: list[Problem], now: list[Problem], told: int
) -> None:
    assert len(news(before, now)) == told
