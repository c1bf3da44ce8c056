"""How well the machine reads: precision and recall on annotated passages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from tally.extract.evaluate import ATTRIBUTES, Score, evaluate
from tally.site.kept import kept_files, key_of

_KEPT = "view.json"


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


def kept_reading(gold: Path | None, kept: Path) -> ReadingView | None:
    """The scores on a gold folder, or nothing where there is none; kept between builds, as they
    follow from the annotated passages and the program alone."""
    if gold is None or not gold.is_dir():
        return None
    made = kept_files(kept, key_of(gold), lambda: {_KEPT: msgspec.json.encode(reading_view(gold))})
    return msgspec.json.decode(made[_KEPT], type=ReadingView)


def reading_view(gold: Path) -> ReadingView:
    """The scores on a gold folder; raises NoGoldError."""
    scores = evaluate(gold)
    return ReadingView(
        tuple(reading_row(score) for score in scores.scores), reading_row(scores.total)
    )


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
