"""The verdict table: each wording of a promise against outcomes on either side of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tally.derive import Outlook, Verdict, judge
from tally.derive.rulebook import RULES
from tally.records.model import (
    Indicator,
    Localized,
    Observation,
    Target,
)
from tally.terms import DECIDED, Comparator, Direction, VerdictCode
from tally.words.sentences import said
from tests.support.records import (
    LATER,
    both,
    dataset,
    indicator,
    ledger_of,
    milestone,
    observation,
    outcome,
    relation,
    source,
    target,
    vocabulary,
)


def why(verdict: Verdict, *indicators: Indicator) -> Localized:
    """The reason in words."""
    return said(verdict.reason, vocabulary(*(indicators or (indicator("x"), indicator("gdp")))))


def only(promise: Target, rows: list[Observation], *indicators: Indicator) -> Outlook:
    """The outlook of one promise about the indicator x (and others)."""
    words = vocabulary(*(indicators or (indicator("x"),)))
    extra = {row.evidence.source for row in rows} - {"gwr-2021", LATER}
    sources = [source(id_, "2022-03-01", "news") for id_ in sorted(extra)]
    return judge(ledger_of(dataset(rows, [promise], sources), words))[promise.id]


def reported(direction: Direction, promised: str, outcome: str) -> Outlook:
    rows = [observation("x", "2021", outcome, LATER)]
    return only(target("x", promised), rows, indicator("x", direction))


# fmt: off
STATED = [
    # promise, direction, outcome, verdict
    # --- at least: the number itself is enough, bounds are not rounded
    ("growth ≥6%", "up", "growth 7.8%", "met"),
    ("growth ≥6%", "up", "growth 6%", "met"),
    ("growth ≥6%", "up", "growth 5.9%", "missed"),
    ("growth ≥6%", "none", "growth 7.8%", "met"),
    ("growth ≥6%", "up", "growth -2%", "missed"),
    # --- more than: the number itself is not enough
    ("level >400家", "up", "level 401家", "met"),
    ("level >400家", "up", "level 400家", "missed"),
    ("level >400家", "up", "level >400家", "met"),
    # --- at most
    ("level ≤2.5%", "down", "level 2.5%", "met"),
    ("level ≤2.5%", "down", "level 1.77%", "met"),
    ("level ≤2.5%", "down", "level 2.6%", "missed"),
    # --- less than
    ("level <2.5%", "down", "level 2.4%", "met"),
    ("level <2.5%", "down", "level 2.5%", "missed"),
    # --- a plain number
    ("level 250亿元", "up", "level 250亿元", "met"),
    ("level 250亿元", "up", "level 249.6亿元", "met"),
    ("level 250亿元", "up", "level 249.4亿元", "missed"),
    ("level 250亿元", "up", "level 300亿元", "met"),
    ("level 2000座", "up", "level 1999座", "missed"),
    ("level 2.4万人", "up", "level 23500人", "met"),
    ("level 30亿元", "down", "level 25亿元", "met"),
    ("level 30亿元", "down", "level 31亿元", "missed"),
    ("level 40万平方米", "none", "level 40.2万平方米", "met"),
    ("level 40万平方米", "none", "level 38万平方米", "missed"),
    ("level 40万平方米", "none", "level 42万平方米", "undecidable"),
    # --- about: 5% of the number, or half a unit of its last digit
    ("growth ≈6%", "up", "growth 5.5%", "met"),
    ("growth ≈6%", "up", "growth 5.4%", "missed"),
    ("growth ≈6%", "up", "growth 9.1%", "met"),
    ("growth ≈4.5%", "up", "growth 4.3%", "met"),
    ("growth ≈4.5%", "up", "growth 4.2%", "missed"),
    ("level ≈80%", "none", "level 76%", "met"),
    ("level ≈80%", "none", "level 75%", "missed"),
    ("level ≈80%", "none", "level 85%", "missed"),
    ("growth ≈3%", "down", "growth 3.5%", "met"),
    ("growth ≈3%", "down", "growth 3.6%", "missed"),
    # --- a range
    ("growth 5~6%", "up", "growth 5%", "met"),
    ("growth 5~6%", "up", "growth 8%", "met"),
    ("growth 5~6%", "up", "growth 4.9%", "missed"),
    ("growth 2~3%", "down", "growth 3.1%", "missed"),
    ("growth 2~3%", "none", "growth 3%", "met"),
    ("growth 2~3%", "none", "growth 3.1%", "missed"),
    # --- a promised decline
    ("growth ≥-10%", "down", "growth -12%", "met"),
    ("growth ≥-10%", "down", "growth -9%", "missed"),
    ("growth -10%", "down", "growth -10.4%", "met"),
    # --- a rank is better when smaller
    ("rank 3位", "up", "rank 2位", "met"),
    ("rank 3位", "up", "rank 4位", "missed"),
    # --- outcomes that are intervals
    ("growth ≥6.5%", "up", "growth 7%", "met"),
    ("growth ≥6.8%", "up", "growth 7%", "undecidable"),
    ("level ≥10000亿元", "up", "level >1万亿元", "met"),
    ("level 9500亿元", "up", "level >9000亿元", "undecidable"),
    ("level ≤500家", "down", "level >500家", "missed"),
    ("level ≥80%", "up", "level ≈80%", "undecidable"),
    # --- the same in another unit
    ("level 250亿元", "up", "level 2496000万元", "met"),
    ("growth ≥50%", "up", "growth 1.2倍", "met"),
]
# fmt: on


@pytest.mark.parametrize(("promised", "direction", "outcome", "code"), STATED)
def test_a_reported_outcome_is_judged_by_the_wording_of_the_promise(
    promised: str, direction: Direction, outcome: str, code: str
) -> None:
    assert reported(direction, promised, outcome).verdict.code == code


def test_every_row_of_the_rule_is_exercised_by_the_table() -> None:
    used = {reported(d, p, o).verdict.rule for p, d, o, _ in STATED}  # type: ignore[arg-type]
    assert used == {rule.id for rule in RULES}


# fmt: off
DERIVED = [
    # promise, figures (indicator period figure), verdict
    ("growth ≈6%", ["2020 level 428亿元", "2021 level 466.9亿元"], "met"),
    ("growth ≈3%", ["2020 level 9000.8亿元", "2021 level >1万亿元"], "met"),
    ("growth ≈10%", ["2020 level 750亿元", "2021 level 776亿元"], "missed"),
    ("growth ≥9.1%", ["2020 level 428亿元", "2021 level 467亿元"], "undecidable"),
    ("growth ≈3%", ["2020 level >9000亿元", "2021 level 9500亿元"], "undecidable"),
    ("growth ≈6%", ["2020 level 428亿元", "2022 level 500亿元", "2022 growth 7%"], "met"),
    ("level 250亿元", ["2022 level 250亿元", "2022 growth 8.4%"], "missed"),
    ("level 230亿元", ["2022 level 250亿元", "2022 growth 8.4%"], "met"),
    ("level 250亿元", ["2020 level 225亿元", "2021 growth 16%"], "met"),
    ("level 53.5%", ["2020 level 53.0%", "2021 change 0.7个百分点"], "met"),
    ("change ≥500家", ["2020 level 1000家", "2021 level 1600家"], "met"),
    ("share 53.5%", ["2020 share 53%", "2021 change -0.2个百分点"], "missed"),
]
# fmt: on


def stated_in(years: list[str], name: str = "x") -> list[Observation]:
    """Figures of 2020 stand in the report that promises; later ones in the next."""
    split = (text.split(" ", 1) for text in years)
    return [
        observation(name, year, said, "gwr-2021" if year < "2021" else LATER)
        for year, said in split
    ]


@pytest.mark.parametrize(("promised", "figures", "code"), DERIVED)
def test_an_outcome_nobody_states_follows_from_other_figures(
    promised: str, figures: list[str], code: str
) -> None:
    verdict = only(target("x", promised), stated_in(figures)).verdict
    assert (verdict.code, verdict.inference) == (code, "derived")


def test_a_derived_verdict_names_its_inputs_and_both_numbers() -> None:
    rows = stated_in(["2020 level 428亿元", "2021 level 466.9亿元"])
    verdict = only(target("x", "growth ≈6%"), rows).verdict
    assert verdict.inputs == ("kunshan/x/2021/level/gwr-2022", "kunshan/x/2020/level")
    assert (
        why(verdict).en
        == "RMB 46.69 billion on RMB 42.8 billion is +9.1%; growth of about 6% was promised"
    )
    assert why(verdict).zh == "466.9亿元比上年的428亿元增长9.1%；承诺增长6%左右"


def test_a_net_addition_follows_from_the_stock_of_two_years() -> None:
    stock = indicator("stock", unit_families=("count",))
    added = indicator("added", unit_families=("count",), change_of="stock")
    rows = [
        observation("stock", "2020", "level >2000家"),
        observation("stock", "2022", "level 2744家", LATER),
        observation("added", "2022", "level 436家", LATER),
    ]
    verdict = only(target("added", "level >400家"), rows, stock, added).verdict
    assert (verdict.code, verdict.inference) == ("missed", "derived")
    assert why(verdict).en == (
        "2,308 (2,744 minus 436 added in 2022) minus more than 2,000 the year before is "
        "less than 308; more than 400 was promised"
    )


def test_what_follows_may_decide_where_a_report_leaves_it_open() -> None:
    rows = stated_in(["2021 level >9000亿元", "2022 level 10000亿元", "2022 growth 2.0%"])
    verdict = only(target("x", "level 9500亿元"), rows).verdict
    assert (verdict.code, verdict.inference) == ("met", "derived")


def test_growth_at_constant_prices_never_follows_from_levels() -> None:
    rows = stated_in(["2020 level 4250亿元", "2021 level 4748亿元"])
    real = indicator("x", growth_basis="real")
    verdict = only(target("x", "growth ≥6%"), rows, real).verdict
    assert verdict.code == "undecidable"
    assert "constant prices" in why(verdict).en


def test_a_level_is_not_taken_back_by_growth_at_constant_prices() -> None:
    rows = stated_in(["2022 level 5006.7亿元", "2022 growth 1.8%"])
    verdict = only(target("x", "level 4000亿元"), rows, indicator("x", growth_basis="real")).verdict
    assert verdict.code == "pending"


def test_a_level_promised_with_only_growth_reported_is_undecidable() -> None:
    verdict = only(target("x", "level 250亿元"), stated_in(["2021 growth 9%"])).verdict
    assert (verdict.code, verdict.inference) == ("undecidable", None)
    assert "+9%" in why(verdict).en


def test_a_level_promised_with_only_real_growth_reported_says_no_more_than_that() -> None:
    rows = stated_in(["2020 level 225亿元", "2021 growth 9%"])
    verdict = only(target("x", "level 250亿元"), rows, indicator("x", growth_basis="real")).verdict
    assert verdict.code == "undecidable"
    assert "only +9% was reported, which does not say" in why(verdict).en


def test_a_promise_nobody_reports_on_is_pending() -> None:
    verdict = only(target("x", "level 250亿元"), stated_in(["2020 level 225亿元"])).verdict
    assert verdict.code == "pending"
    assert why(verdict).en == "2021: no figure has been found; RMB 25.0 billion was promised"


def test_a_milestone_is_pending_until_its_outcome_is_told() -> None:
    assert only(milestone("stadium"), []).verdict.code == "pending"


@pytest.mark.parametrize("code", DECIDED)
def test_a_milestone_has_the_verdict_that_a_curator_has_read(code: VerdictCode) -> None:
    found = only(milestone("stadium", outcome=outcome(code)), [])
    assert (found.verdict.code, found.verdict.rule) == (code, "milestone")
    assert (found.outcome, found.outcomes, found.verdict.inputs) == (None, (), ())


@pytest.mark.parametrize(
    ("date", "note", "zh", "en"),
    [
        (
            None,
            None,
            "编者据《title of gwr-2022》判定",
            "a curator’s reading of “title of gwr-2022”",
        ),
        (
            "2021-11-30",
            None,
            "判定（办成于2021-11-30）",
            "of “title of gwr-2022” (done 2021-11-30)",
        ),
        (None, "topped {out}", "判定：topped {out}", "“title of gwr-2022”: topped {out}"),
        ("2021", "so", "判定（办成于2021）：so", "“title of gwr-2022” (done 2021): so"),
    ],
)
def test_the_reason_of_a_milestone_names_the_source_the_day_and_the_note(
    date: str | None, note: str | None, zh: str, en: str
) -> None:
    promise = milestone("stadium", outcome=outcome("met", date, note))
    reason = why(only(promise, []).verdict)
    assert reason.zh.endswith(zh)
    assert reason.en.endswith(en)


def test_the_source_of_a_promise_is_no_witness_of_its_outcome() -> None:
    rows = [observation("x", "2021", "growth 7%")]
    assert only(target("x", "growth ≥6%"), rows).verdict.code == "pending"


def test_what_only_the_machine_has_read_decides_nothing() -> None:
    rows = [observation("x", "2021", "growth 7%", LATER, review="extracted")]
    assert only(target("x", "growth ≥6%"), rows).verdict.code == "pending"
    promise = replace(target("x", "growth ≥6%"), review="extracted")
    verdict = only(promise, [observation("x", "2021", "growth 7%", LATER)]).verdict
    assert (verdict.code, verdict.rule) == ("pending", "unreviewed")


def test_a_final_outcome_is_used_over_a_preliminary_one() -> None:
    rows = [
        observation("x", "2021", "level 4700亿元", LATER, "preliminary"),
        observation("x", "2021", "level 4748.06亿元", "bureau", "final"),
    ]
    found = only(target("x", "level 4720亿元"), rows)
    assert found.verdict.code == "met"
    assert found.outcome == rows[1]
    assert found.outcomes == (rows[1], rows[0])


def test_sources_of_equal_standing_with_opposite_verdicts_leave_it_undecidable() -> None:
    rows = [observation("x", "2021", said, by) for said, by in
            (("growth 5%", "one"), ("growth 7%", "two"))]  # fmt: skip
    verdict = only(target("x", "growth ≥6%"), rows).verdict
    assert verdict.code == "undecidable"
    assert set(verdict.inputs) == {row.id for row in rows}


def test_sources_of_equal_standing_that_agree_on_the_verdict_decide() -> None:
    rows = [observation("x", "2021", said, by) for said, by in
            (("growth 7%", "one"), ("growth 8%", "two"))]  # fmt: skip
    assert only(target("x", "growth ≥6%"), rows).verdict.code == "met"


def test_baselines_with_opposite_verdicts_leave_a_derived_one_undecidable() -> None:
    rows = [
        observation("x", "2020", "level 100亿元"),
        observation("x", "2020", "level 110亿元", "paper"),
        observation("x", "2021", "level 112亿元", LATER),
    ]
    promise = target("x", "growth ≥10%")
    paper = source("paper", "2021-03-01", "news", publisher=both("another publisher"))
    ledger = ledger_of(dataset(rows, [promise], [paper]), vocabulary(indicator("x")))
    verdict = judge(ledger)[promise.id].verdict
    assert verdict.code == "undecidable"
    assert "opposite" in why(verdict).en


def test_about_never_accepts_standing_still() -> None:
    rows = stated_in(["2020 share 3.7%", "2021 share 3.75%"])
    assert only(target("x", "share ≈3.9%"), rows).verdict.code == "missed"


def test_about_accepts_more_than_half_of_the_promised_step() -> None:
    rows = stated_in(["2020 share 3.7%", "2021 share 3.83%"])
    assert only(target("x", "share ≈3.9%"), rows).verdict.code == "met"


# fmt: off
RELATIVE = [
    # own growth, growth of the economy, direction, verdict
    ("growth 9.1%", "growth 7.8%", "up", "met"),
    ("growth 6.9%", "growth 7.8%", "up", "met"),
    ("growth 6.7%", "growth 7.8%", "up", "missed"),
    ("growth 9.1%", "growth 7.8%", "none", "missed"),
    ("growth 7.0%", "growth 7.8%", "none", "met"),
    ("growth >5%", "growth 7.8%", "up", "undecidable"),
]
# fmt: on


@pytest.mark.parametrize(("own", "other", "direction", "code"), RELATIVE)
def test_in_step_is_within_a_percentage_point_of_the_other_growth(
    own: str, other: str, direction: Direction, code: str
) -> None:
    rows = [observation("x", "2021", own, LATER), observation("gdp", "2021", other, LATER)]
    found = only(relation("x", "gdp"), rows, indicator("x", direction), indicator("gdp"))
    assert found.verdict.code == code


def test_in_step_is_pending_while_nothing_is_reported() -> None:
    assert (
        only(relation("x", "gdp"), [], indicator("x"), indicator("gdp")).verdict.code == "pending"
    )


def test_in_step_is_undecidable_while_only_one_side_is_reported() -> None:
    rows = [observation("x", "2021", "growth 9%", LATER)]
    found = only(relation("x", "gdp"), rows, indicator("x"), indicator("gdp"))
    assert found.verdict.code == "undecidable"


# fmt: off
STABLE = [
    (["2020 level 850亿美元", "2021 level >1000亿美元"], "up", "met"),
    (["2020 level 850亿美元", "2021 level 820亿美元"], "up", "met"),
    (["2020 level 850亿美元", "2021 level 800亿美元"], "up", "missed"),
    (["2020 level 850亿美元", "2021 level 900亿美元"], "none", "missed"),
    (["2020 level 850亿美元", "2021 growth 5.0%"], "none", "met"),
    (["2020 level 850亿美元", "2021 level 5800亿元"], "up", "undecidable"),
]
# fmt: on


@pytest.mark.parametrize(("figures", "direction", "code"), STABLE)
def test_stable_is_within_five_percent_of_the_year_before(
    figures: list[str], direction: Direction, code: str
) -> None:
    promise = relation("x", "previous", "level")
    assert only(promise, stated_in(figures), indicator("x", direction)).verdict.code == code


# fmt: off
STABLE_MEANS = [
    ("up", "承诺保持稳定（与上年相差不超过5%，增加也算）",
     "to remain stable (within 5% of the year before; more counts too) was promised"),
    ("down", "承诺保持稳定（与上年相差不超过5%，减少也算）",
     "to remain stable (within 5% of the year before; less counts too) was promised"),
    ("none", "承诺保持稳定（与上年相差不超过5%）",
     "to remain stable (within 5% of the year before) was promised"),
]
# fmt: on


@pytest.mark.parametrize(("direction", "zh", "en"), STABLE_MEANS)
def test_the_reason_says_what_counts_as_stable(direction: Direction, zh: str, en: str) -> None:
    rows = [observation("x", "2021", "growth 17.5%", LATER)]
    reason = only(relation("x", "previous", "level"), rows, indicator("x", direction))
    assert why(reason.verdict).zh.endswith(zh)
    assert why(reason.verdict).en.endswith(en)


@pytest.mark.parametrize(
    ("comparator", "zh", "en"),
    [
        (
            "approx",
            "与地区生产总值增长基本同步",
            "growth about in step with gross domestic product",
        ),
        ("ge", "不低于地区生产总值增长", "growth at least that of gross domestic product"),
    ],
)
def test_a_relation_names_the_other_in_running_text(
    comparator: Comparator, zh: str, en: str
) -> None:
    name = Localized("地区生产总值", "Gross domestic product")
    promise = relation("x", "gdp", comparator=comparator)
    known = indicator("x"), indicator("gdp", name=name)
    found = only(promise, [], *known)
    assert why(found.verdict, *known) == Localized(
        f"尚未见到2021年的公布数；承诺{zh}", f"2021: no figure has been found; {en} was promised"
    )


def test_what_a_curator_notes_of_a_figure_stands_in_the_reason_that_uses_it() -> None:
    note = Localized("原文未写年份。", "The report does not say the year.")
    rows = [observation("x", "2021", "growth 7%", LATER, note=note)]
    reason = why(only(target("x", "growth ≥6%"), rows).verdict)
    assert reason.zh == "2021年公布增长7%（原文未写年份）；承诺增长6%以上"
    rows = [
        observation("x", "2020", "level 100家"),
        observation("x", "2021", "level 107家", LATER, note=note),
    ]
    derived = why(only(target("x", "growth ≥6%"), rows).verdict)
    assert "is +7% (The report does not say the year); growth of at least" in derived.en
    stable = why(only(relation("x", "previous", "level"), rows).verdict)
    assert "（原文未写年份）" in stable.zh


def test_a_promise_that_only_rounding_keeps_is_told_to_be() -> None:
    for reported_, told in (("level 249.6亿元", True), ("level 250亿元", False)):
        rows = [observation("x", "2021", reported_, LATER)]
        found = only(target("x", "level 250亿元"), rows).verdict
        assert (found.code, "四舍五入" in why(found).zh) == ("met", told)
