"""How the explorer feels with 20,000 rows: opening, filtering, sorting, scrolling."""

from __future__ import annotations

import json
import tempfile
import time
from itertools import islice, product
from pathlib import Path

from playwright.sync_api import Page, Route

from tests.browser.find_browser import find_browser, running
from tests.browser.kinds import DESKTOP, PHONE
from tests.browser.serving import served
from tests.conftest import ROOT, build_site

ROWS = 20_000
FRAMES = """async () => {
  const holder = document.querySelector(".tabulator-tableholder");
  const frames = [];
  let last = performance.now();
  for (let i = 0; i < 120; i += 1) {
    holder.scrollTop += 400;
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames.sort((a, b) => a - b)[113];
}"""


def many_rows(table: Path) -> str:
    """A table of ROWS rows made of the real ones, each with an id of its own."""
    coded = json.loads(table.read_text("utf-8"))
    fields, texts, real = coded["fields"], coded["texts"], coded["rows"]
    at = fields.index("id")
    rows = []
    for n, row in islice(product(range(ROWS), real), ROWS):
        rows.append([*row[:at], len(texts), *row[at + 1 :]])
        texts.append(f"{texts[row[at]]}/{n}")
    return json.dumps({"fields": fields, "texts": texts, "rows": rows})


def until_counted(page: Page, words: str) -> float:
    """The seconds until the count of rows holds these words; they must not hold before."""
    start = time.perf_counter()
    page.locator("output[data-count]", has_text=words).wait_for()
    return time.perf_counter() - start


def sort_by_figure(page: Page) -> float:
    """The seconds that it takes, by the head of the column or, on a phone, by the choice."""
    head = page.locator(".tabulator-col[tabulator-field=text]")
    start = time.perf_counter()
    if head.is_visible():
        head.click()
    else:
        page.locator("[name=sort]").select_option("text")
    page.locator(".tabulator-col[aria-sort=ascending]").wait_for(state="attached")
    return time.perf_counter() - start


def measure(page: Page, site: str, table: str, where: str) -> None:
    """Print the rows."""

    def answer(route: Route) -> None:
        route.fulfill(body=table, content_type="application/json")

    page.route("**/explore-zh.json", answer)
    page.goto(f"{site}explore/", wait_until="commit")
    print(f"20,000 {where}, opened | {until_counted(page, str(ROWS)):.1f} s | < 3 s")
    page.locator("[data-explore] [name=q]").fill("kunshan/gdp/2020/level/0")
    print(f"20,000 {where}, filtered | {until_counted(page, ' 1 '):.2f} s | < 1 s")
    page.locator("[data-explore] [name=q]").fill("")
    until_counted(page, f" {ROWS} ")
    print(f"20,000 {where}, sorted | {sort_by_figure(page):.2f} s | < 1 s")
    frame = page.evaluate(FRAMES)
    print(f"20,000 {where}, 95 of 100 frames of scrolling | {frame:.0f} ms | < 100 ms")


def main() -> None:
    """Build the site and measure its explorer."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(build_site(ROOT, Path(folder, "site"))) as site,
        running(find_browser()) as browser,
    ):
        table = many_rows(Path(folder, "site/assets/explore-zh.json"))
        measure(browser.new_page(viewport=DESKTOP), site, table, "rows")
        measure(browser.new_page(viewport=PHONE), site, table, "cards on a phone")


if __name__ == "__main__":
    main()
