"""What a page does to its text is undone: broken lines, page numbers, running heads, emphasis."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.claims import claims_of

TEXT = (Path(__file__).parent / "gold" / "county_report_2024.txt").read_text(encoding="utf-8")
HEAD = "临江县政府工作报告（2024年）"


def read(text: str) -> list[tuple[str, str, str, str | None]]:
    blanks = str.maketrans("", "", "\n\f \u3000")
    return [
        (c.number_text.translate(blanks), c.name, c.kind, c.period) for c in claims_of("", text)
    ]


def cut(text: str, width: int, indent: str = "") -> list[str]:
    """The lines of a page that is so wide."""
    paragraphs = [indent + line for line in text.split("\n")]
    return [p[at : at + width] for p in paragraphs for at in range(0, max(1, len(p)), width)]


def paged(between: Callable[[int], list[str]]) -> str:
    lines = cut(TEXT, 28)
    pages = [lines[at : at + 9] for at in range(0, len(lines), 9)]
    return "\n".join(line for n, page in enumerate(pages, 1) for line in (*page, *between(n)))


@pytest.mark.parametrize("width", [18, 22, 28, 33, 40])
@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
def test_a_page_of_any_width_reads_as_its_paragraphs(width: int, indent: str) -> None:
    assert read("\n".join(cut(TEXT, width, indent))) == read(TEXT)


@pytest.mark.parametrize(
    "between",
    [
        lambda n: [f"— {n} —"],
        lambda n: [f"- {n} -"],
        lambda n: [str(n)],
        lambda n: ["", str(n), ""],
        lambda n: [f"第 {n} 页 共 40 页"],
        lambda n: [f"{n}/40"],
        lambda n: [f"- {n} -", "", HEAD, ""],
    ],
    ids=["dashes", "hyphens", "bare", "between empty lines", "of so many", "slash", "running head"],
)
def test_what_stands_between_pages_is_passed_over(between: Callable[[int], list[str]]) -> None:
    assert read(paged(between)) == read(TEXT)


def test_a_form_feed_ends_no_sentence() -> None:
    assert read(TEXT.replace("，", "，\f", 9).replace("地区生产", "地区\f生产")) == read(TEXT)


def test_marks_of_emphasis_are_in_no_name() -> None:
    (claim,) = claims_of("2022年，**全市地区生产总值**增长*5%*。", "{}")
    assert (claim.name, claim.value) == ("地区生产总值", 5)
    assert read("## " + TEXT.replace("。", "。**", 3)) == read(TEXT)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2010年，全县投资完成\n17.9亿元，增长8.1%。", ["17.9", "8.1"]),
        ("2010年，全县坚持稳中求进，固定资产投资完成\n\n9.3亿元，增长21%。", ["9.3", "21"]),
        ("2010年，投资17.9\n亿元，增长8.\n1%，收入达到4800\n万元。", ["17.9", "8.1", "4800"]),
    ],
)
def test_a_number_is_put_together_again(text: str, figures: list[str]) -> None:
    assert [str(claim.value) for claim in claims_of("", text)] == figures
