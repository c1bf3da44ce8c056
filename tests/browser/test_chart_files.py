"""Charts as files of their own, with the fonts of the machine that opens them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

# The words that stand outside their drawing by more than a pixel, and where.
OUTSIDE = """
() => {
  const drawing = document.querySelector("svg").getBoundingClientRect();
  return [...document.querySelectorAll("text")]
    .map((text) => [text.textContent, text.getBoundingClientRect()])
    .filter(([, box]) => box.left < drawing.left - 1 || box.right > drawing.right + 1)
    .map(([words, box]) => [words, box.left - drawing.left, box.right - drawing.right]);
}
"""


def test_no_words_of_a_chart_are_cut_at_its_edge(page: Page, built_site: Path) -> None:
    cut = {}
    for file in sorted(built_site.glob("charts/**/*.svg")):
        page.set_content(f"<!doctype html>{file.read_text('utf-8')}")
        cut[file.name] = page.evaluate(OUTSIDE)
    assert cut
    assert {name: words for name, words in cut.items() if words} == {}
