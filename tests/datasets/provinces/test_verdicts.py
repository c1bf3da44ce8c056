"""Growth that the provinces promised and what came of it: how our verdicts differ from a count of
the numbers that the next reports state, taken at their face."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from tally.derive import Ledger, Outlook, judge_all, open_ledgers
from tally.records.load import load
from tally.records.model import Datasets, Figure, Observation, Target
from tally.terms import Comparator, Inference, Measure, Strength, TargetType

DATASETS = Path(__file__).parents[3] / "datasets"
BOUNDS = (Comparator.GE, Comparator.GT)


@pytest.fixture(scope="module")
def records() -> Datasets:
    return load(DATASETS, ("provinces", "nation")).datasets


@pytest.fixture(scope="module")
def ledgers(records: Datasets) -> Mapping[str, Ledger]:
    return open_ledgers(records)


@pytest.fixture(scope="module")
def outlooks(ledgers: Mapping[str, Ledger]) -> Mapping[str, Outlook]:
    return judge_all(ledgers.values())


@pytest.fixture(scope="module")
def promises(ledgers: Mapping[str, Ledger], outlooks: Mapping[str, Outlook]) -> list[Outlook]:
    """Of each report the growth it promises for its own year: what it expects, not the more that
    it would like."""
    found: dict[tuple[str, str], Outlook] = {}
    for area, ledger in ledgers.items():
        for target in ledger.promises if area != "china" else ():
            if target.indicator == "gdp" and is_yearly_growth(target, ledger):
                known = found.setdefault((area, target.due), outlooks[target.id])
                if known.target.promised.strength == Strength.AMBITION:
                    found[area, target.due] = outlooks[target.id]
    return list(found.values())


def is_yearly_growth(target: Target, ledger: Ledger) -> bool:
    source = ledger.sources[target.evidence.source]
    said = target.promised
    return (
        source.kind == "work-report"
        and said is not None
        and target.type != TargetType.WISH
        and said.measure in (Measure.GROWTH, Measure.GAP)
        and target.due == str(source.year) <= "2025"
    )


def told(outlook: Outlook, ledger: Ledger) -> Figure | None:
    """What the next report says of the year."""
    target = outlook.target
    rows = ledger.find("gdp", target.due, Measure.GROWTH)
    return next((row.figure for row in rows if next_report(row, ledger)), None)


def next_report(row: Observation, ledger: Ledger) -> bool:
    source = ledger.sources[row.evidence.source]
    return source.kind == "work-report" and source.year == int(row.period) + 1


def needed(outlook: Outlook, ledgers: Mapping[str, Ledger]) -> Decimal:
    """The least that a promise asks for: 左右 reaches half of the last digit written or a twentieth
    of the value, whichever is more; what is counted on the nation's growth adds to that."""
    target = outlook.target
    figure = target.figure
    own = figure.value if figure else Decimal(0)
    relative = target.promised is not None and target.promised.measure == Measure.GAP
    if relative or figure is None:
        nation = told(outlook, ledgers["china"])
        assert nation is not None
        own += nation.value
    if figure is not None and figure.comparator == Comparator.APPROX:
        digit = Decimal(1).scaleb(int(figure.value.as_tuple().exponent))
        own -= max(digit / 2, abs(figure.value) / 20)
    return own


def at_its_face(outlook: Outlook, ledgers: Mapping[str, Ledger]) -> str:
    """met, missed, or none where no number is told, or a bound that leaves it open."""
    found = told(outlook, ledgers[outlook.target.area])
    if found is None:
        return "none"
    value = -found.value if found.direction == "down" else found.value
    kept = value >= needed(outlook, ledgers)
    if not kept and found.comparator in BOUNDS:
        return "none"
    return "met" if kept else "missed"


# At its face, our verdict, how many, and why they differ.
COUNTED = {
    ("met", "met"): 318,
    ("met", "missed"): 4,  # about so much, and an exact index of the time or in agreement with it
    ("met", "undecidable"): 4,  # told more coarsely than promised
    ("missed", "met"): 4,  # a bare number, which is reached when rounded as it is written
    ("missed", "missed"): 170,
    ("missed", "undecidable"): 6,  # told more coarsely than promised
    ("none", "met"): 9,  # told by the statistics bureau's index alone
    ("none", "missed"): 13,
    ("none", "undecidable"): 3,  # told as a bound
    ("none", "pending"): 16,
}


def test_each_verdict_that_differs_from_the_numbers_at_their_face_is_of_a_kind_that_is_told(
    promises: list[Outlook], ledgers: Mapping[str, Ledger]
) -> None:
    pairs = Counter((at_its_face(one, ledgers), str(one.verdict.code)) for one in promises)
    assert pairs == COUNTED


def test_what_no_report_tells_is_derived(
    promises: list[Outlook], ledgers: Mapping[str, Ledger]
) -> None:
    untold = [one for one in promises if told(one, ledgers[one.target.area]) is None]
    decided = [one for one in untold if one.verdict.code in ("met", "missed")]
    assert {one.verdict.inference for one in decided} == {Inference.DERIVED}


@pytest.mark.parametrize(("year", "of_its_time", "newest"), [("2021", 25, 26), ("2023", 17, 17)])
def test_the_newest_index_may_turn_a_verdict_which_stands_beside_it(
    promises: list[Outlook], year: str, of_its_time: int, newest: int
) -> None:
    verdicts = [one.verdict for one in promises if one.target.due == year]
    assert len(verdicts) == 31
    assert sum(one.code == "met" for one in verdicts) == of_its_time
    assert sum((one.revised or one.code) == "met" for one in verdicts) == newest


def test_a_figure_of_its_time_that_was_revised_is_not_judged_by_the_revision(
    outlooks: Mapping[str, Outlook],
) -> None:
    found = outlooks["heilongjiang/gdp/2016/growth/target/gwr-2016-heilongjiang"].verdict
    assert (found.code, found.revised) == ("undecidable", "missed")


def test_the_notes_of_the_dataset_give_the_numbers_counted_here(records: Datasets) -> None:
    said = " ".join(note.en for note in records.datasets["provinces"].notes)
    ours = Counter[str]()
    face = Counter[str]()
    for (at_face, own), n in COUNTED.items():
        face[at_face] += n
        ours[own] += n
    assert f"{face['met']} were met, {face['missed']} missed, and {face['none']} have none" in said
    assert (
        f"{ours['met']} are met, {ours['missed']} missed, {ours['undecidable']} undecidable" in said
    )
