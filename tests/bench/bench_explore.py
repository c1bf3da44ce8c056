"""How the explorer feels with 20,000 and with 150,000 rows: opening, filtering, sorting, typing.

Rows are those of the real site, repeated with ids of their own. A step is timed in the page until
its rows have moved.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from playwright.sync_api import Page

from tally.records.load import load
from tally.site.explored import files_of, taken_line
from tally.site.library import Library, gather
from tally.site.views.explore import explore_rows
from tests.browser.find_browser import find_browser, running
from tests.browser.kinds import DESKTOP, PHONE
from tests.browser.serving import served
from tests.browser.weighing import answers
from tests.conftest import ROOT, build_site

SIZES = (20_000, 150_000)
# Does something and tells the milliseconds until the first row says something else.
MOVED = """([name, value]) => new Promise((done) => {
  const body = document.querySelector(".explorer tbody");
  const control = document.querySelector(`[data-explore] [name=${name}]`);
  const before = body.rows[0]?.textContent;
  const start = performance.now();
  new MutationObserver((_, watching) => {
    if (body.rows[0]?.textContent === before) return;
    watching.disconnect();
    requestAnimationFrame(() => done(performance.now() - start));
  }).observe(body, { childList: true, subtree: true, characterData: true });
  control.value = value;
  control.dispatchEvent(new Event(name === "q" ? "input" : "change", { bubbles: true }));
})"""
READY = "performance.now()"
STEPS = (
    ("a filter", "kind", "target", 100),
    ("another filter", "area", "sichuan", 100),
    ("a filter taken away", "kind", "", 100),
    ("sorted by name", "sort", "name", 1_000),
    ("sorted by figure", "sort", "-text", 1_000),
    ("an indicator typed", "q", "社零", 1_000),
    ("a number typed", "q", "4250", 3_000),
)


def many_rows(library: Library, count: int) -> dict[str, bytes]:
    """The files of the explorer for `count` rows."""
    real = sorted(islice(cycle(enumerate(explore_rows(library))), count), key=lambda one: one[0])
    rows = [replace(row, id=f"{row.id}/{n}") for n, (_, row) in enumerate(real)]
    lines = {record.id: taken_line(record, library) for record in library.by_id.values()}
    return dict(files_of(rows, library, [lines[row.id.rpartition("/")[0]] for row in rows]))


def measure(page: Page, site: str, name: str) -> None:
    """Print the rows of one number of rows on one screen."""
    with answers(page) as heard:
        page.goto(f"{site}explore/")
        page.locator(".explorer tbody tr").first.wait_for()
        shown = page.evaluate(READY)
        page.locator(".explorer--ready").wait_for()
        page.wait_for_load_state("networkidle")
    weight = sum(len(one.body()) for one in heard) / 1_000_000
    print(f"{name}: first rows | {shown / 1000:.2f} s | < 1 s")
    print(f"{name}: fetched before the first filter, unpacked | {weight:.2f} MB | < 2 MB")
    for step, control, value, bar in STEPS:
        took = page.evaluate(MOVED, [control, value])
        page.locator(".explorer:not([aria-busy])").wait_for()
        page.wait_for_timeout(300)
        print(f"{name}: {step} | {took:.0f} ms | < {bar} ms")


def main() -> None:
    """Build the site and measure its explorer."""
    library = gather(load(ROOT / "datasets").datasets)
    with tempfile.TemporaryDirectory() as folder, running(find_browser()) as browser:
        site = build_site(ROOT, Path(folder, "site"))
        for count in SIZES:
            for path, content in many_rows(library, count).items():
                (site / path).write_bytes(content)
            with served(site) as address:
                page = browser.new_page(viewport=DESKTOP)
                measure(page, address, f"{count:,} rows")
                page.close()
                page = browser.new_page(viewport=PHONE)
                measure(page, address, f"{count:,} cards on a phone")
                page.close()
        shutil.rmtree(site)


if __name__ == "__main__":
    main()
