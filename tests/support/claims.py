"""Claims of a sentence, in one line each, for tables of inputs and outputs."""

from __future__ import annotations

from tally.extract import Claim, extract_claims
from tally.text import read_text

REPORT = "临江市2024年政府工作报告\n一、2023年工作回顾\n{}\n"
PLAN_AHEAD = "临江市2024年政府工作报告\n二、2024年工作安排\n{}\n"


def claims_of(sentence: str, document: str = REPORT) -> tuple[Claim, ...]:
    """The claims of a sentence that stands in a document, by default in a review of 2023."""
    return extract_claims(read_text(document.format(sentence)))


def told(claim: Claim) -> str:
    """Name, value with unit, measure and comparator: 粮食产量 26.3万吨 level eq."""
    high = "" if claim.value_high is None else f"-{claim.value_high}"
    arrow = "↓" if claim.direction else ""
    figure = f"{claim.value}{high}{claim.unit}"
    return f"{claim.name} {arrow}{figure} {claim.measure} {claim.comparator}"


def readings(sentence: str, document: str = REPORT) -> list[str]:
    """What is read of a sentence, one line a claim."""
    return [told(claim) for claim in claims_of(sentence, document)]
