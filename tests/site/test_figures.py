"""A figure as pages show it."""

from __future__ import annotations

import pytest

from tally.site.views.figures import located


@pytest.mark.parametrize(
    ("locator", "zh", "en"),
    [
        ("正文", "正文", "main text"),
        ("表，第1行", "表，第1行", "table, first row"),
        ("综合", "综合", '<i lang="zh">综合</i>'),
        ("工作回顾，首段", "工作回顾，首段", '<i lang="zh">工作回顾</i>, first paragraph'),
        ("Table 1 <b>", "Table 1 &lt;b&gt;", "Table 1 &lt;b&gt;"),
    ],
)  # fmt: skip
def test_a_usual_place_is_said_in_the_pages_language_and_a_heading_in_its_own(
    locator: str, zh: str, en: str
) -> None:
    assert (located(locator, "zh"), located(locator, "en")) == (zh, en)


def test_a_figure_with_a_quote_needs_no_place() -> None:
    assert located(None, "en") is None
