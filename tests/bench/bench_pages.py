"""What pages weigh: with the areas there are, and with a hundred.

To the real datasets places are added that promise and report three indicators each year, as the
provinces do; so lists are as long as a hundred areas make them, and every other page is a real one.
"""

from __future__ import annotations

import gzip
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.conftest import ROOT, build_site, link_program

AREAS = 100
YEARS = range(2008, 2027)
INDICATORS = ("gdp", "retail-sales", "consumer-prices")
COMPARATORS = ("eq", "approx", "ge")
PAGES: Mapping[str, str] = {
    "home": "",
    "area": "areas/guangdong/",
    "area's promises": "areas/guangdong/targets/",
    "series": "areas/guangdong/gdp/",
    "indicator": "indicators/gdp/",
    "areas in a year": "indicators/gdp/growth/2025/",
    "areas in all years": "indicators/gdp/growth/",
    "areas": "areas/",
    "indicators": "indicators/",
    "targets": "targets/",
    "theme": "themes/economy/",
    "sources": "sources/",
    "source of many areas": "sources/provinces/nbs-gdp-index-2025/",
    "explore": "explore/",
    "data": "data/",
    "index": "all/",
}
BAR, PACKED_BAR = 60, 14  # kB
DATASET = """\
title: {zh: 更多地区, en: More places}
description: {zh: 量页面用, en: To weigh pages}
areas: [AREAS]
publisher: {zh: 测试, en: Tests}
keywords: [tests]
licence: CC-BY-4.0
version: 1.0.0
created: "2026-01-01"
updated: "2026-01-01"
contributors: [{title: Tests, role: author}]
"""
SOURCE = """\
- id: {area}-{year}
  kind: work-report
  area: {area}
  title: {{zh: "{year}年报告", en: "Report of {year}"}}
  publisher: {{zh: 测试, en: Tests}}
  published: "{year}-01-10"
  year: {year}
"""
PROMISE = """\
- {{indicator: {indicator}, area: {area}, due: {year}, source: {area}-{year}, locator: 正文,
   figures: [{{measure: growth, comparator: {comparator}, value: {value}, unit: "%",
              stated: "{value}%"}}]}}
"""
RESULT = """\
- {{indicator: {indicator}, area: {area}, period: {year}, source: {area}-{after}, locator: 正文,
   figures: [{{measure: growth, value: {value}, unit: "%", stated: "{value}%"}}]}}
"""


def with_more(root: Path, count: int) -> Path:
    """The repository with `count` further places in its datasets."""
    shutil.copytree(ROOT / "datasets", root / "datasets")
    names = [f"place-{n}" for n in range(count)]
    areas = root / "datasets" / "vocabulary" / "areas.yml"
    lines = (
        f'- {{id: {name}, name: {{zh: 地方{n}, en: Place {n}}}, code: "90{n + 1:02}00"}}\n'
        for n, name in enumerate(names)
    )
    areas.write_text(areas.read_text("utf-8") + "".join(lines), "utf-8")
    folder = root / "datasets" / "places"
    for path, text in _files(names):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return link_program(root)


def _files(names: list[str]) -> Iterator[tuple[str, str]]:
    yield "dataset.yml", DATASET.replace("AREAS", ", ".join(names))
    yield (
        "sources/cited.yml",
        "".join(SOURCE.format(area=name, year=year) for name in names for year in YEARS),
    )
    for number, name in enumerate(names):
        told = [
            {
                **{"indicator": one, "area": name, "year": year, "after": year + 1},
                **{
                    "value": 3 + (number + year) % 6,
                    "comparator": COMPARATORS[(number + year) % 3],
                },
            }
            for one in INDICATORS
            for year in YEARS
        ]
        yield f"targets/{name}.yml", "".join(PROMISE.format(**one) for one in told)
        known = (one for one in told if one["year"] != YEARS[-1])
        yield f"observations/{name}.yml", "".join(RESULT.format(**one) for one in known)


def weighed(site: Path, areas: int) -> None:
    """Print a row for each page, in the language in which it is heavier."""
    for name, path in PAGES.items():
        texts = [(site / lang / path / "index.html").read_bytes() for lang in ("", "en")]
        most = max(len(text) for text in texts) / 1000
        packed = max(len(gzip.compress(text, mtime=0)) for text in texts) / 1000
        bars = f"< {BAR} kB, < {PACKED_BAR} kB"
        print(f"{name}, {areas} areas: HTML, gzipped | {most:.1f} kB, {packed:.1f} kB | {bars}")


def main() -> None:
    """Print the rows."""
    (ROOT / ".cache").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="tally-pages-") as folder:
        now = build_site(ROOT, Path(folder, "now"))
        areas = sum(one.is_dir() for one in (now / "areas").iterdir())
        weighed(now, areas)
        root = with_more(Path(folder, "more"), AREAS - areas)
        (root / ".cache").symlink_to(ROOT / ".cache")
        weighed(build_site(root, Path(folder, "site")), AREAS)


if __name__ == "__main__":
    main()
