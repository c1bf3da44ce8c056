"""How well the machine reads: precision and recall on annotated passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tally.extract.evaluate import ATTRIBUTES, Evaluation, Score


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One document, or all of them together; shares are in percent with one decimal."""

    document: str
    numbers: int
    precision: str
    recall: str
    f1: str
    attributes: tuple[tuple[str, str], ...]
    all_right: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """The rows, the total last."""

    rows: tuple[ReadingRow, ...]
    total: ReadingRow


@dataclass(frozen=True, slots=True)
class BandRow:
    """A band of confidence: how many claims of unseen documents, what part of all, how right."""

    band: str
    claims: int
    part: str
    right: str


def band_rows(found: Sequence[Mapping[str, Any]]) -> tuple[BandRow, ...]:
    """The bands that cross-validation gave, the surest first."""
    total = sum(row["claims"] for row in found)
    return tuple(
        BandRow(
            band=str(row["band"]).replace("-", "–"),
            claims=row["claims"],
            part=_percent(row["claims"] / total),
            right=_percent(row["right"]),
        )
        for row in reversed(found)
    )


def reading_view(evaluation: Evaluation) -> ReadingView:
    rows = tuple(reading_row(score) for score in evaluation.scores)
    return ReadingView(rows, reading_row(evaluation.total))


def reading_row(score: Score) -> ReadingRow:
    return ReadingRow(
        document=score.document,
        numbers=len(score.pairs) + len(score.missed),
        precision=_percent(score.precision),
        recall=_percent(score.recall),
        f1=_percent(score.f1),
        attributes=tuple((name, _percent(score.accuracy(name))) for name in ATTRIBUTES),
        all_right=_percent(score.all_right),
    )


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"
