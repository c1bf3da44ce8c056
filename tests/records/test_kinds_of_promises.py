"""What a report may say of one thing at once, as records: each number with an id of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.check.check import check
from tally.records.load import load
from tally.records.model import Dataset, Target
from tally.records.problem import Problem
from tally.terms import Basis, RelationTo, Strength, TargetType
from tests.support.trees import FILES, REPORT, write_tree

SAID = """\
2021年，港口吞吐量增长6.5%以上、力争7.5%。到2025年，数字经济规模翻一番、居民人均可支配收入翻两番。
2021年，物价运行在合理区间，粮食产量完成上级下达任务，居民收入增速高于全国。
2020年，一般公共预算收入同口径增长6.2%、自然口径下降4.8%。港口吞吐量增长一倍。
"""
INDICATOR = """\
- id: {id}
  name: {{zh: {zh}, en: {id}}}
  definition: {{zh: {zh}, en: what {id} is}}
  theme: society
  unit_family: money-cny
  direction: up
  aliases: []
"""
NAMES = {
    "prices": "物价", "grain": "粮食产量", "revenue": "一般公共预算收入", "digital": "数字经济规模",
    "port": "港口吞吐量",
}  # fmt: skip
UNITS = """\
- {id: 番, name: {zh: 番, en: doublings}, one: doubling, family: doublings, factor: 1, base: 番}
- {id: 倍, name: {zh: 倍, en: times}, family: ratio, factor: 1, base: 倍}
"""
FILE = {
    "targets": "testshire/targets/society.yml",
    "observations": "testshire/observations/society.yml",
}
HEAD = {"targets": "due: {when}", "observations": "period: {when}"}


def entry(kind: str, indicator: str, when: str, quote: str, rest: str) -> str:
    said = HEAD[kind].format(when=when)
    return (
        f"- indicator: {indicator}\n  {said}\n  source: report-2021\n  quote: {quote}\n  {rest}\n"
    )


def tree(folder: Path, kind: str, *entries: str) -> Path:
    """The valid tree with these sentences in its report, and these entries more."""
    indicators = "vocabulary/indicators/society.yml"
    areas, units = "vocabulary/areas.yml", "vocabulary/units.yml"
    more = "".join(INDICATOR.format(id=id_, zh=zh) for id_, zh in NAMES.items())
    nation = '- {id: china, name: {zh: 中国, en: China}, code: "000000"}\n'
    return write_tree(
        folder,
        {
            indicators: FILES[indicators] + more,
            areas: FILES[areas] + nation,
            units: FILES[units] + UNITS,
            "testshire/sources/report-2021/report.txt": REPORT + SAID,
            FILE[kind]: FILES[FILE[kind]] + "".join(entries),
        },
    )


def loaded(root: Path) -> Dataset:
    found = load(root)
    assert [problem.message for problem in found.problems] == []
    return found.datasets.datasets["testshire"]


def targets(root: Path, indicator: str) -> list[Target]:
    return [one for one in loaded(root).targets if one.indicator == indicator]


def errors(root: Path) -> list[Problem]:
    """What is wrong, but for numbers that the sentences hold and no entry here is about."""
    return [p for p in check(root) if p.severity == "error" and p.code != "coverage"]


TWO = "港口吞吐量增长6.5%以上、力争7.5%"
PLAIN = '- {measure: growth, comparator: ge, value: 6.5, unit: "%"}'
AMBITION = '- {measure: growth, value: 7.5, unit: "%", strength: ambition}'


@pytest.mark.parametrize("figures", [(PLAIN, AMBITION), (AMBITION, PLAIN)])
def test_a_target_and_the_aim_beyond_it_both_stand(
    tmp_path: Path, figures: tuple[str, ...]
) -> None:
    said = [entry("targets", "port", "2021", TWO, f"figures:\n    {one}") for one in figures]
    root = tree(tmp_path, "targets", *said)
    assert {one.id: one.figure.strength for one in targets(root, "port") if one.figure} == {
        "testshire/port/2021/growth/target": Strength.EXPECTED,
        "testshire/port/2021/growth/target/ambition": Strength.AMBITION,
    }
    assert errors(root) == []


def test_two_growths_that_are_counted_differently_both_stand(tmp_path: Path) -> None:
    figures = (
        "figures:\n"
        '    - {measure: growth, value: 6.2, unit: "%", basis: like-for-like}\n'
        '    - {measure: growth, value: 4.8, unit: "%", direction: down, basis: as-collected}'
    )
    quote = "一般公共预算收入同口径增长6.2%、自然口径下降4.8%"
    root = tree(tmp_path, "observations", entry("observations", "revenue", "2020", quote, figures))
    found = {o.id: o.figure.basis for o in loaded(root).observations if o.indicator == "revenue"}
    assert found == {
        "testshire/revenue/2020/growth/like-for-like": Basis.LIKE_FOR_LIKE,
        "testshire/revenue/2020/growth/as-collected": Basis.AS_COLLECTED,
    }
    assert errors(root) == []


@pytest.mark.parametrize(
    ("indicator", "quote", "value", "number"),
    [
        ("digital", "到2025年，数字经济规模翻一番", "1", "翻一番"),
        ("income", "居民人均可支配收入翻两番", "2", "翻两番"),
    ],
)
def test_a_doubling_is_read_back_and_names_what_it_counts_from(
    tmp_path: Path, indicator: str, quote: str, value: str, number: str
) -> None:
    figure = f"figures:\n    - {{measure: growth, value: {value}, unit: 番, base_period: 2020}}"
    root = tree(tmp_path, "targets", entry("targets", indicator, "2025", quote, figure))
    one = next(one for one in targets(root, indicator) if one.due == "2025")
    assert one.figure is not None
    assert one.figure.base_period == "2020"
    assert one.evidence.span is not None
    text = REPORT + SAID
    assert text[one.evidence.span.raw_start : one.evidence.span.raw_end] == number
    assert [problem for problem in check(root) if problem.code != "coverage"] == []


def test_growth_by_as_much_again_is_read_back(tmp_path: Path) -> None:
    figure = "figures:\n    - {measure: growth, value: 1, unit: 倍}"
    said = entry("observations", "port", "2020", "港口吞吐量增长一倍", figure)
    root = tree(tmp_path, "observations", said)
    assert errors(root) == []


@pytest.mark.parametrize(
    ("base", "message", "help_"),
    [
        ("", "1番 does not say from when it counts", "add base_period"),
        (", base_period: 2025", "growth to 2025 cannot count from 2025", "a time before it"),
    ],
)
def test_a_doubling_without_a_base_before_it_is_refused(
    tmp_path: Path, base: str, message: str, help_: str
) -> None:
    figure = f"figures:\n    - {{measure: growth, value: 1, unit: 番{base}}}"
    quote = "到2025年，数字经济规模翻一番"
    root = tree(tmp_path, "targets", entry("targets", "digital", "2025", quote, figure))
    (found,) = errors(root)
    assert (found.code, found.message) == ("period", message)
    assert help_ in found.help


@pytest.mark.parametrize(
    ("indicator", "quote", "to", "area", "related"),
    [
        ("income", "居民收入增速高于全国", "{area: china}", "china", RelationTo.AREA),
        ("grain", "粮食产量完成上级下达任务", "assigned", None, RelationTo.ASSIGNED),
        ("income", "居民收入增速高于全国", "gdp", None, "gdp"),
        ("income", "居民收入增速高于全国", "previous", None, RelationTo.PREVIOUS),
    ],
)
def test_a_relation_may_be_to_another_area_or_to_a_task_from_above(
    tmp_path: Path, indicator: str, quote: str, to: str, area: str | None, related: str
) -> None:
    rest = f"relation: {{measure: growth, comparator: gt, to: {to}, strength: minimum}}"
    root = tree(tmp_path, "targets", entry("targets", indicator, "2021", quote, rest))
    one = next(
        one
        for one in targets(root, indicator)
        if one.relation and one.relation.strength == "minimum"
    )
    assert one.relation is not None
    assert (one.relation.to, one.relation.area) == (related, area)
    assert one.id == f"testshire/{indicator}/2021/growth/target/minimum"
    assert errors(root) == []


@pytest.mark.parametrize(
    ("to", "message"),
    [
        ("{area: atlantis}", "there is no area atlantis"),
        ("{place: china}", "area is missing"),
        ("wealth", "there is no indicator wealth"),
    ],
)
def test_a_relation_to_what_is_not_there_is_refused(tmp_path: Path, to: str, message: str) -> None:
    rest = f"relation: {{measure: growth, comparator: gt, to: {to}}}"
    said = entry("targets", "income", "2022", "居民收入增速高于全国", rest)
    found = load(tree(tmp_path, "targets", said)).problems
    assert message in found[0].message


def test_a_wish_is_a_target_without_a_standard(tmp_path: Path) -> None:
    rest = "wish: {zh: 运行在合理区间, en: to stay within a reasonable range}"
    said = entry("targets", "prices", "2021", "物价运行在合理区间", rest)
    root = tree(tmp_path, "targets", said)
    (one,) = targets(root, "prices")
    assert (one.id, one.type) == ("testshire/prices/2021/wish/target", TargetType.WISH)
    assert one.title is not None
    assert one.title.en == "to stay within a reasonable range"
    assert errors(root) == []


@pytest.mark.parametrize(
    ("kind", "indicator", "quote", "figure", "message"),
    [
        ("targets", "gdp", "经济增长6%以上",
         '{measure: growth, comparator: ge, value: 6, unit: "%", strength: ambition}',
         "beside 6 the quote has no word for strength ambition"),
        ("targets", "port", TWO,
         '{measure: growth, comparator: ge, value: 6.5, unit: "%", strength: ambition}',
         "beside 6.5 the quote has no word for strength ambition"),
        ("observations", "port", "港口吞吐量增长一倍",
         "{measure: growth, value: 1, unit: 倍, basis: like-for-like}",
         "beside 1 the quote has no word for basis like-for-like"),
        ("observations", "revenue", "一般公共预算收入同口径增长6.2%、自然口径下降4.8%",
         '{measure: growth, value: 4.8, unit: "%", direction: down, basis: like-for-like}',
         "beside 4.8 the quote has no word for basis like-for-like"),
    ],
)  # fmt: skip
def test_strength_and_basis_are_said_by_the_quote(
    tmp_path: Path, kind: str, indicator: str, quote: str, figure: str, message: str
) -> None:
    said = entry(
        kind, indicator, "2021" if kind == "targets" else "2020", quote, f"figures:\n    - {figure}"
    )
    found = [
        one.message for one in errors(tree(tmp_path, kind, said)) if one.code == "quote-qualifier"
    ]
    assert found == [message]


def test_a_reported_number_has_no_strength(tmp_path: Path) -> None:
    figure = "figures:\n    - {measure: growth, value: 1, unit: 倍, strength: ambition}"
    said = entry("observations", "port", "2020", "港口吞吐量增长一倍", figure)
    (found,) = load(tree(tmp_path, "observations", said)).problems
    assert (found.message, found.help) == (
        "strength does not belong here", "only a promise has one",
    )  # fmt: skip


@pytest.mark.parametrize("id_", ["previous", "assigned", "area"])
def test_no_indicator_is_called_what_a_relation_may_be_to(tmp_path: Path, id_: str) -> None:
    path = "vocabulary/indicators/society.yml"
    text = FILES[path] + INDICATOR.format(id=id_, zh="粮食产量")
    (found,) = load(write_tree(tmp_path, {path: text})).problems
    assert found.message.startswith(f"an indicator cannot be called {id_}: ")


def test_a_source_under_review_may_hold_numbers_that_nothing_accounts_for(tmp_path: Path) -> None:
    path = "testshire/sources/report-2021/source.yml"
    files = {
        "testshire/sources/report-2021/report.txt": REPORT + SAID,
        path: FILES[path] + "review: in-progress\n",
    }
    assert [p for p in check(write_tree(tmp_path, files)) if p.severity == "error"] == []
