"""Of the promises without a number that curators entered for Kunshan, how many are drafted."""

from __future__ import annotations

from pathlib import Path

from tally.records.load import load
from tally.records.spans import Spans
from tally.start.promises import promises

DATASETS = Path(__file__).parents[3] / "datasets"


def test_of_the_seed_four_in_five_are_found_and_three_in_five_drafts_are_right() -> None:
    loaded = load(DATASETS)
    archived = loaded.archive["kunshan"]["gwr-2021"]
    dataset = loaded.datasets.datasets["kunshan"]
    own = [
        (record.figure, span)
        for record in (*dataset.targets, *dataset.observations)
        if record.evidence.source == "gwr-2021" and (span := record.evidence.span)
    ]
    read = [(span.number_start, span.number_end) for figure, span in own if figure]
    drafts = list(promises(archived.text, 2021, read))
    curated = {(span.quote_start, span.quote_end) for figure, span in own if not figure}
    drafted, entered = Spans.of(one.span for one in drafts), Spans.of(curated)
    assert sum(drafted.touch(*span) for span in curated) >= 0.8 * len(curated)
    assert sum(entered.touch(*one.span) for one in drafts) >= 0.6 * len(drafts)
