"""A report as it is read: its headings, and the pages that a long one is cut into."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.records.model import Evidence, Span
from tally.site.links import in_source, sentence
from tally.site.reports import Heading, heading_of, parts_of
from tally.text import read_text
from tests.support.records import observation, source

PLAIN = "我们把要做的事一件一件做好，做一件成一件，年底再来对照。" * 30
SECTIONS = [f"（{n}）抓好第{n}件大事\n{PLAIN}" for n in "一二三四五六七八九"]
REPORT = "\n".join(SECTIONS * 2)


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        ("（一）指导思想", Heading(2, opening=False, entry="（一）指导思想")),
        ("一、过去一年的工作", Heading(2, opening=False, entry="一、过去一年的工作")),
        ("多措并举护航企业。办好十件事。", Heading(3, opening=True, entry="多措并举护航企业")),
        ("（二）强化担当。办好十件事。", Heading(2, opening=True, entry="（二）强化担当")),
        (
            "（三）坚持从实际出发、因地制宜，全力做好各项工作，取得了明显的成效。办好事。",
            Heading(2, opening=True, entry="（三）坚持从实际出发、因地制宜"),
        ),
        ("各位代表！开局关系全局。", None),
        ("各位代表：", None),
        ("今后五年，我们要这样做，也要那样做，一直做下去。", None),
        ("启动建设全省首批两宗“一地两用”项目。办好十件事。", None),
    ],
)
def test_what_serves_as_a_heading(paragraph: str, heading: Heading | None) -> None:
    assert heading_of(paragraph) == heading


def test_a_short_report_has_one_page() -> None:
    assert [one.start for one in parts_of(SECTIONS[0])] == [0]


def test_a_long_report_is_cut_evenly_where_headings_begin() -> None:
    parts = parts_of(REPORT)
    lengths = [b.start - a.start for a, b in pairwise(parts)]
    assert len(parts) == -(-len(REPORT) // 9_000) > 1
    assert all(REPORT[one.start] == "（" for one in parts)
    assert max(lengths) - min(lengths) <= 2 * len(SECTIONS[0])


def test_a_page_would_rather_begin_with_a_division() -> None:
    text = "\n".join([*SECTIONS[:7], *SECTIONS[:8]])
    assert text[parts_of(text)[1].start :].startswith("（一）")


def test_what_leads_up_to_a_heading_stays_with_it() -> None:
    halves = ["\n".join(SECTIONS[:7]), "重点抓好以下工作：", "\n".join(SECTIONS[:7])]
    text = "\n".join(halves)
    assert [text[one.start :][:4] for one in parts_of(text)][1] == "重点抓好"


@given(st.text("（一）。！：\n文字", max_size=30_000).map(lambda text: text * 40))
def test_pages_begin_one_after_the_other(text: str) -> None:
    starts = [one.start for one in parts_of(text)]
    assert starts[0] == 0
    assert starts == sorted(set(starts))


def test_a_statement_leads_to_the_page_that_its_number_stands_on() -> None:
    kept = source("gwr-2021", text_path="report.txt", reading=read_text(REPORT, []))
    start = parts_of(REPORT)[1].start
    span = Span(start - 9, start + 9, start, start + 2, start, start + 2)
    figure = replace(
        observation("gdp", "2020", "level 1亿元"), evidence=Evidence("gwr-2021", "w", None, span)
    )
    assert sentence(figure, kept) == f"sources/kunshan/gwr-2021/2/#{figure.id}"
    assert in_source(kept, figure.evidence, "x") == "sources/kunshan/gwr-2021/#x"
