"""How well the machine reads the annotated passages: read and scored once, kept between builds."""

from __future__ import annotations

from pathlib import Path

import msgspec

from tally.extract.evaluate import evaluate
from tally.site.kept import kept_files, key_of
from tally.site.views.reading import ReadingView, reading_view

_KEPT = "view.json"


def kept_reading(gold: Path | None, kept: Path) -> ReadingView | None:
    """The scores on a gold folder, or nothing where there is none; kept between builds, as they
    follow from the annotated passages and the program alone. Raises NoGoldError."""
    if gold is None or not gold.is_dir():
        return None
    made = kept_files(kept, key_of(gold), lambda: {_KEPT: _scored(gold)})
    return msgspec.json.decode(made[_KEPT], type=ReadingView)


def _scored(gold: Path) -> bytes:
    return msgspec.json.encode(reading_view(evaluate(gold)))
