"""The table of contents that Material shows beside a generated page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from mkdocs.structure.toc import AnchorLink

from tally.site.toc import contents_of


def told(links: Iterable[AnchorLink]) -> list[Any]:
    return [(one.title, one.url, told(one.children)) for one in links]


@pytest.mark.parametrize(
    ("html", "lang", "expected"),
    [
        pytest.param("<p>none</p><h2>no id</h2>", "zh", [], id="only headings with an id"),
        pytest.param(
            '<h1 id="top">A</h1><h2 id="b">B</h2><h3 id="c">C</h3><h2 class="x" id="d">D</h2>',
            "en",
            [("A", "#top", [("B", "#b", [("C", "#c", [])]), ("D", "#d", [])])],
            id="each below the nearest of a higher level",
        ),
        pytest.param(
            '<h2 id="b"><a href="x">B &lt;b&gt;</a> <small>aside</small></h2>',
            "en",
            [("B &lt;b&gt;", "#b", [])],
            id="without its markup, and escaped",
        ),
        pytest.param(
            '<span class="s" id="p5s1" role="heading" aria-level="3" data-toc="第一章">…</span>',
            "en",
            [('<i lang="zh">第一章</i>', "#p5s1", [])],
            id="a line of its own, marked as Chinese",
        ),
    ],
)
def test_contents_of_a_page(html: str, lang: str, expected: list[Any]) -> None:
    assert told(contents_of(html, lang)) == expected
