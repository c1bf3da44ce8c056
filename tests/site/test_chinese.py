"""Chinese words on pages in English are marked as Chinese; Chinese pages stay as they are."""

from __future__ import annotations

import pytest

from tally.site.chinese import marked, marked_page


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("page 3", "page 3"),
        ("首段", '<i lang="zh">首段</i>'),
        ("“今年以来”段", '“<i lang="zh">今年以来”段</i>'),
        ("表，第1行", '<i lang="zh">表，第1行</i>'),
        ("各区市2023年GDP", '<i lang="zh">各区市2023年</i>GDP'),
        (
            "at least (以上), at most (以内)",
            'at least (<i lang="zh">以上</i>), at most (<i lang="zh">以内</i>)',
        ),
        ("下降8.6% is a decline", '<i lang="zh">下降</i>8.6% is a decline'),
        ("<b>&第", '&lt;b&gt;&amp;<i lang="zh">第</i>'),
    ],
)
def test_runs_of_chinese_are_marked_and_the_rest_is_escaped(text: str, html: str) -> None:
    assert marked(text, "en") == html


def test_a_page_in_chinese_is_only_escaped() -> None:
    assert marked("首段 & 第二段", "zh") == "首段 &amp; 第二段"
    assert marked_page("<p>首段</p>", "zh") == "<p>首段</p>"


def test_in_html_only_text_is_marked() -> None:
    html = '<p title="首段">首段 <code>unit: 亿元</code><!-- tally: 首段 --></p>'
    assert marked_page(html, "en") == (
        '<p title="首段"><i lang="zh">首段</i> <code>unit: <i lang="zh">亿元</i></code>'
        "<!-- tally: 首段 --></p>"
    )
