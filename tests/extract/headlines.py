"""`python -m tests.extract.headlines DIR [--half 0|1] [--out TABLE.csv]`: do whole reports give
their headline figures?

DIR holds reports as ``…/<area>/<year>.txt``. For each report the table has the headline figures of
the year before and the targets of its own year, as extraction reads them. Printed below are the
shares found and every doubt, each an example of a kind of fault:

hole
    a report without the figure, with what was read of the indicator instead.
line
    a growth out of line with all others, or two values for one figure.
base
    a level that does not meet the one of the year before and its growth.

``--half`` reads only one half of the documents, by a digest of their names: mend with one half,
and measure what was mended with the other, which nobody has read.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tally.cli.extract import known_vocabulary
from tally.extract import Claim, extraction
from tally.text import decode, read_text

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Headline:
    """A figure that each report states; `lag` is how many years before its own it is of."""

    indicator: str
    measure: str
    kind: str
    lag: int


HEADLINES = (
    Headline("gdp", "growth", "target", 0),
    Headline("gdp", "growth", "actual", 1),
    Headline("gdp", "level", "actual", 1),
    Headline("general-public-budget-revenue", "growth", "target", 0),
    Headline("general-public-budget-revenue", "growth", "actual", 1),
    Headline("fixed-asset-investment", "growth", "actual", 1),
    Headline("retail-sales", "growth", "actual", 1),
)
_COLUMNS = ("area", "year", "indicator", "measure", "kind", "period", "value", "unit", "quote")
# Growth beyond this is out of line; a level may be so far from last year's and its growth.
_FASTEST, _APART = 30, 0.12


@dataclass(frozen=True)
class Report:
    """One report: where it lies, the year it speaks from, and its claims on headline indicators."""

    path: Path
    year: int
    claims: tuple[Claim, ...]

    @property
    def area(self) -> str:
        return self.path.parent.name

    def given(self, one: Headline) -> list[Claim]:
        """The claims that state a headline figure."""
        period = str(self.year - one.lag)
        wanted = (one.indicator, one.measure, one.kind, period)
        return [c for c in self.claims if (c.indicator, c.measure, c.kind, c.period) == wanted]

    def instead(self, one: Headline) -> str:
        """What was read of the indicator where its headline figure is missing."""
        found = [c for c in self.claims if c.indicator == one.indicator and c.unit == "%"]
        return "; ".join(f"{c.kind} {c.period} {c.measure} {c.number_text}" for c in found[:3])


def of_half(path: Path, half: int | None) -> bool:
    """Whether a report belongs to a half of all; None takes all."""
    digest = hashlib.sha256(f"{path.parent.name}/{path.name}".encode()).digest()
    return half is None or digest[0] % 2 == half


def read(path: Path, aliases: Mapping[str, str]) -> Report:
    """A report with its claims on headline indicators."""
    found = extraction(read_text(decode(path.read_bytes())), aliases=aliases)
    wanted = {one.indicator for one in HEADLINES}
    claims = tuple(claim for claim in found.claims if claim.indicator in wanted)
    return Report(path, found.year or 0, claims)


def holes(reports: Sequence[Report]) -> Iterator[str]:
    """Reports without a headline figure."""
    for report in reports:
        for one in HEADLINES:
            if not report.given(one):
                yield (
                    f"hole {one.indicator} {one.measure} {one.kind} {report.path}:"
                    f" {report.instead(one)}"
                )


def out_of_line(reports: Sequence[Report]) -> Iterator[str]:
    """Growth that is out of line, and figures with two values."""
    for report in reports:
        for one in HEADLINES:
            found = report.given(one)
            values = {claim.value for claim in found if claim.unit == "%"}
            if one.measure == "growth" and any(value > _FASTEST for value in values):
                yield f"line {one.indicator} {report.path}: {sorted(values)}"
            elif one.kind == "actual" and len(values) > 1:
                quotes = " / ".join(claim.quote[-40:] for claim in found)
                yield f"line {one.indicator} {report.path}: {sorted(values)} {quotes}"


def _amount(claims: Sequence[Claim]) -> float | None:
    """An amount in 亿元."""
    scale = {"亿元": 1.0, "万亿元": 1e4, "万元": 1e-4}
    found = [float(c.value) * scale[c.unit] for c in claims if c.unit in scale]
    return max(found, default=None)


def off_base(reports: Sequence[Report]) -> Iterator[str]:
    """Levels of GDP that do not meet the one of the year before and its growth."""
    level, growth = HEADLINES[2], HEADLINES[1]
    known = {(r.path.parent, r.year): r for r in reports}
    for (area, year), report in known.items():
        before, now = known.get((area, year - 1)), _amount(report.given(level))
        base = _amount(before.given(level)) if before else None
        grown = [float(claim.value) for claim in report.given(growth)]
        if base and now and grown and abs(now / base - 1 - max(grown) / 100) > _APART:
            yield f"base gdp {report.path}: {base:g} and {max(grown):g}% are not {now:g}"


def table(reports: Sequence[Report]) -> Iterator[Sequence[object]]:
    """The rows of the table of headline figures."""
    for report in reports:
        for one in HEADLINES:
            for c in report.given(one):
                yield (
                    report.area, report.year, c.indicator, c.measure, c.kind, c.period,
                    c.value, c.unit, c.quote,
                )  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the reports, write the table, print shares and doubts."""
    parser = argparse.ArgumentParser(description="Headline figures of whole reports")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--out", type=Path)
    given = parser.parse_args(arguments)
    paths = [p for p in sorted(given.folder.rglob("[0-9]*.txt")) if of_half(p, given.half)]
    aliases = known_vocabulary(ROOT / "datasets").aliases
    reports = [read(path, aliases) for path in paths]
    if given.out:
        with given.out.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([_COLUMNS, *table(reports)])
    for doubt in (*holes(reports), *out_of_line(reports), *off_base(reports)):
        print(doubt)
    for one in HEADLINES:
        share = sum(bool(report.given(one)) for report in reports) / max(1, len(reports))
        print(f"{one.indicator} {one.measure} {one.kind}: {share:.3f} of {len(reports)} reports")
    return 0


if __name__ == "__main__":
    sys.exit(main())
