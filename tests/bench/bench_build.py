"""How long the site takes: cold, with charts cached, after a change, with 2,000 indicators.

Others may share the machine: of builds after a change, and with charts cached, the middle one of
three counts.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice, product
from pathlib import Path
from statistics import median

from tests.conftest import build_site, copy_repository
from tests.support.trees import FILES, write_tree

REPORT = "testshire/sources/report-2021/report.txt"
SOURCE = "testshire/sources/report-2021/source.yml"
ENTRIES = (
    "vocabulary/indicators/economy.yml",
    "testshire/observations/economy.yml",
    "testshire/targets/economy.yml",
)
INDICATORS = 2000
YEARS = range(2016, 2021)
SYLLABLES = (
    "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁"
    "律吕调阳云腾致雨露结为霜金生丽水玉出昆冈"
)
ENTRY = """\
- id: series-{n}
  name: {{zh: {name}, en: Output of {n}}}
  definition: {{zh: {name}的总额, en: The whole output of {n}}}
  theme: economy
  unit_family: money-cny
  direction: up
  aliases: []
"""
OBSERVATION = """\
- indicator: series-{n}
  period: {year}
  source: report-2021
  quote: {name}{value}亿元
  figures:
    - {{measure: level, value: {value}, unit: 亿元}}
"""
TARGET = """\
- indicator: series-{n}
  due: 2021
  source: report-2021
  quote: {name}增长{growth}%以上
  figures:
    - {{measure: growth, comparator: ge, value: {growth}, unit: "%"}}
"""


def many_indicators(folder: Path) -> None:
    """A datasets folder where each of INDICATORS has five figures and a target."""
    added: dict[str, list[str]] = {path: [FILES[path]] for path in (REPORT, SOURCE, *ENTRIES)}
    added[SOURCE].extend(f"  - {{text: {year}年, reason: year}}\n" for year in YEARS[:-1])
    names = islice(product(SYLLABLES, SYLLABLES), INDICATORS)
    for n, name in enumerate("".join(pair) + "产值" for pair in names):
        for path, text in _of_one(n, name):
            added[path].append(text)
    write_tree(folder, {path: "".join(parts) for path, parts in added.items()})


def _of_one(n: int, name: str) -> Iterator[tuple[str, str]]:
    vocabulary, observations, targets = ENTRIES
    growth = n % 9 + 1
    yield vocabulary, ENTRY.format(n=n, name=name)
    for year in YEARS:
        value = 100 + n + 7 * (year - YEARS[0])
        yield REPORT, f"{year}年，{name}{value}亿元。\n"
        yield observations, OBSERVATION.format(n=n, name=name, year=year, value=value)
    yield REPORT, f"2021年，{name}增长{growth}%以上。\n"
    yield targets, TARGET.format(n=n, name=name, growth=growth)


def seconds(root: Path) -> float:
    """How long one build takes, by a Python that keeps what it compiled, as it does by itself."""
    start = time.perf_counter()
    build_site(root, root / "site", PYTHONDONTWRITEBYTECODE="")
    return time.perf_counter() - start


def middle(root: Path, change: Callable[[Path], None] | None = None) -> float:
    """How long the middle one of three builds takes, each after such a change."""
    times = []
    for _ in range(3):
        if change:
            change(root)
        times.append(seconds(root))
    return median(times)


def largest_page(site: Path) -> float:
    """The kilobytes of the largest page of an indicator."""
    return max(page.stat().st_size for page in site.glob("areas/*/*/index.html")) / 1000


def correct_a_figure(root: Path) -> None:
    """Correct the first figure of a cited source in the real dataset: a value, with its words."""
    file = root / "datasets" / "kunshan" / "observations" / "economy.yml"
    text = file.read_text("utf-8")
    line = next(one for one in text.splitlines() if "stated:" in one)
    value = re.findall(r"value: ([\d.]+)", line)[0]
    other = f"{value[:-1]}{(int(value[-1]) + 1) % 10}"
    file.write_text(text.replace(line, line.replace(value, other), 1), "utf-8")


def main() -> None:
    """Print the rows."""
    with tempfile.TemporaryDirectory() as folder:
        real = copy_repository(Path(folder, "real"))
        print(f"the real site, cold | {seconds(real):.1f} s |")
        print(f"the real site, charts cached | {seconds(real):.1f} s |")
        corrected = middle(real, correct_a_figure)
        print(f"the real site, one figure corrected | {corrected:.1f} s | < 5 s")
        many = copy_repository(Path(folder, "many"))
        shutil.rmtree(many / "datasets")
        many_indicators(many)
        print(f"2,000 indicators, cold | {seconds(many):.1f} s | < 150 s")
        print(f"2,000 indicators, charts cached | {middle(many):.1f} s | < 20 s")
        print(f"largest indicator page | {largest_page(many / 'site'):.0f} kB | < 40 kB")


main()
