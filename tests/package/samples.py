"""A small package with one of everything, and texts that mean harm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tally.derive import judge
from tally.package.edition import Edition, dataset_edition
from tally.package.preferred import preferred_ids
from tally.records.model import (
    Area,
    Contributor,
    Correction,
    Dataset,
    Evidence,
    Localized,
    Span,
    Theme,
    Vocabulary,
)
from tests.support import records as made

HOSTILE = (
    "=1+1",
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "x;=1+1",
    "x\n=1+1",
    " =1+1",
    "'=1+1",
    "</script><img src=x onerror=alert(1)>",
    'say "hello", and\r\ngo on',
    "]]>&amp;\u2028\u2029",
    "\x08\x1b",
    "000123",
    "x" * 40_000,
)

QUOTE = "全年预计实现地区生产总值4250亿元、比上年增长5%"
GDP = made.indicator(
    "gdp",
    name=Localized("地区生产总值", "Gross domestic product"),
    aliases=("GDP", "经济增长"),
    codes={"wb": "NY.GDP.MKTP.CN"},
    related=("income",),
    former_ids=("gross-product",),
    growth_basis="real",
)
INCOME = made.indicator("income")
TRADE = made.indicator("trade", direction="none")
JOBLESS = made.indicator("jobless", direction="down", unit_families=("percent",), theme="people")


def sample_vocabulary() -> Vocabulary:
    """Four indicators, two themes, one area."""
    place = made.PLACE
    return Vocabulary(
        indicators={one.id: one for one in (GDP, INCOME, TRADE, JOBLESS)},
        units=made.UNITS,
        themes={
            "economy": Theme("economy", Localized("经济", "Economy"), made.both("-"), place),
            "people": Theme("people", Localized("民生", "People"), made.both("-"), place),
        },
        areas={made.AREA: Area(made.AREA, Localized("昆山", "Kunshan"), "320583", None, place)},
    )


def sample_dataset(text: str | None = None) -> Dataset:
    """One of every kind of record; `text` stands where a text can, to see what it does."""
    note = made.both(text) if text else Localized("初步核算", "first estimate")
    span = Span(100, 125, 110, 116, 671, 677)
    stated = Evidence(made.REPORT, text or QUOTE, None, span)
    cited = Evidence(made.LATER, None, text or "table 3", None)
    dataset = made.dataset(
        observations=[
            made.observation("gdp", "2020", "level 4250亿元", evidence=stated, note=note),
            made.observation("gdp", "2020", "growth 5.10%", status="preliminary"),
            made.observation("gdp", "2016-2020", "level >4000亿元"),
            made.observation("gdp", "2021", "growth 7.8%", made.LATER, evidence=cited),
            made.observation("trade", "2020H1", "growth -3.5%"),
            made.observation("jobless", "2020", "level 2.1~2.5%"),
        ],
        targets=[
            made.target("gdp", "growth ≥6%"),
            made.target("jobless", "level ≤2.5%"),
            made.relation("income", "gdp"),
            made.relation("trade", "previous", "level"),
            made.milestone("stadium"),
            made.milestone("library", outcome=made.outcome("met", "2021-11", text or "opened")),
        ],
        corrections=[
            Correction(
                "2026-11-20",
                "correction",
                "kunshan/gdp/2020/level",
                "4205 亿元",
                "4250 亿元",
                made.both(text or "typing error"),
                text or "an editor",
                "1.0.0",
                made.PLACE,
            )
        ],
    )
    return replace(
        dataset,
        title=made.both(text) if text else Localized("昆山", "Kunshan"),
        keywords=(text or "GDP",),
        notes=(Localized(text or "注意", text or "Take care"),),
        contributors=(Contributor(text or "Tally", "author"),),
    )


def sample_edition(text: str | None = None, dataset: Dataset | None = None) -> Edition:
    """The sample as a package."""
    vocabulary = sample_vocabulary()
    dataset = dataset or sample_dataset(text)
    ledger = made.ledger_of(dataset, vocabulary)
    return dataset_edition(dataset, vocabulary, judge(ledger), preferred_ids([ledger]))


def rows_by_id(rows: object) -> Mapping[str, Mapping[str, object]]:
    """Rows of a table by their id."""
    return {row["id"]: row for row in rows}  # type: ignore[attr-defined]


def hostile_edition() -> Edition:
    """A package in which every hostile text is the quote and the note of some observation."""
    evil = [
        made.observation(
            "gdp",
            str(1950 + number),
            "level 1亿元",
            evidence=Evidence(made.REPORT, text, None, None),
            note=made.both(text),
        )
        for number, text in enumerate(HOSTILE)
    ]
    sample = sample_dataset()
    return sample_edition(dataset=replace(sample, observations=(*sample.observations, *evil)))
