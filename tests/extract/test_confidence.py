"""Confidence is measured: weights are fitted to annotated passages, and bands are counted."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from click.testing import CliRunner

from tally.cli.commands import cli
from tally.extract.confidence import (
    SURE,
    bands,
    calibration,
    caution_of,
    confidence,
    cross_validated,
    fitted,
)
from tests.support.claims import claims_of

GOLD = Path(__file__).parent / "gold"


def test_signs_that_go_with_mistakes_get_less() -> None:
    examples = [*[(("good",), True)] * 60, *[(("bad",), False)] * 30, *[(("bad",), True)] * 10]
    weights = fitted(examples)
    assert weights["good"] > 0 > weights["bad"]


def test_a_claim_of_an_uncertain_year_is_trusted_less() -> None:
    sure = claims_of("地区生产总值增长5%。")[0].confidence
    unsure = claims_of("地区生产总值增长5%。", "{}")[0].confidence
    assert sure >= 0.9 > unsure


def test_confidence_is_a_share() -> None:
    assert 0 < confidence(("year uncertain", "never seen")) < confidence(("year certain",)) < 1


def test_bands_tell_how_many_claims_and_how_many_are_right() -> None:
    rows = calibration([(0.5, False), (0.95, True), (0.97, True), (0.93, False), (0.91, True)])
    assert [(band, claims, round(right, 2)) for band, claims, _, right in rows] == [
        ("0.0-0.6", 1, 0.0),
        ("0.9-1.0", 4, 0.75),
    ]


def test_sure_claims_of_unseen_documents_are_right_and_are_most() -> None:
    found = bands()
    sure = next(row for row in found if row["band"] == "0.9-1.0")
    assert sure["right"] >= 0.97
    assert sure["claims"] >= 0.6 * sum(row["claims"] for row in found)


def test_scores_are_lowered_until_the_sure_are_right() -> None:
    right, wrong = [(3.0, True)] * 95, [(2.4, False)] * 5
    assert caution_of(right) == 0
    lowered = caution_of(right + wrong)
    assert 1 / (1 + math.exp(lowered - 2.4)) < SURE <= 1 / (1 + math.exp(lowered - 3.0))


def test_a_document_is_scored_by_weights_of_the_others() -> None:
    alike = [[(("seen",), True)] * 20 for _ in range(4)]
    scored = cross_validated([*alike, [(("own",), False)] * 20])
    own = [score for score, right in scored if not right]
    assert min(own) > 0  # nothing was known of its sign


def test_the_bands_are_printed_with_an_evaluation() -> None:
    printed = CliRunner().invoke(cli, ["evaluate", str(GOLD)]).stdout
    assert "confidence" in printed
    assert "0.9-1.0" in printed


def test_weights_can_be_made_again() -> None:
    printed = CliRunner().invoke(cli, ["evaluate", str(GOLD), "--calibrate"]).stdout
    assert "tally evaluate GOLD_DIR --calibrate" in printed
    assert "  year certain: " in printed


@pytest.mark.parametrize(
    ("sentence", "basis", "strength"),
    [
        ("财政收入同口径增长5%。", "like-for-like", None),
        ("财政收入自然口径下降2%。", "as-collected", None),
        ("扣除留抵退税因素后，财政收入增长2%。", "adjusted", None),
        ("我们力争出口增长9%。", None, "ambition"),
        ("出口增长9%。", None, None),
    ],
)
def test_what_a_growth_is_counted_on_and_how_firm_a_promise_is_go_to_their_own_keys(
    sentence: str, basis: str | None, strength: str | None
) -> None:
    (claim,) = claims_of(sentence)
    assert (claim.basis, claim.strength) == (basis, strength)
