"""What lies on the desk: each number of a source with what the machine reads in it, and what has
become of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tally.extract import Claim
from tally.records.archive import Archived
from tally.records.load import Loaded
from tally.records.model import Dataset, Observation, Target
from tally.records.scan import Scan
from tally.records.spans import Spans, occurrences
from tally.review.desk.decisions import DecisionError
from tally.terms import Review

Record = Observation | Target


class State(StrEnum):
    """What has become of a number."""

    OPEN = "open"
    EXTRACTED = "extracted"
    ENTERED = "entered"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class Item:
    """A number of the reading text, at `start:end`; `claim` is what the machine reads there, None
    where it reads nothing; `record` the entry that holds it."""

    start: int
    end: int
    state: State
    claim: Claim | None
    record: Record | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A source on the desk: its numbers in the order of the text."""

    archived: Archived
    dataset: Dataset
    items: tuple[Item, ...]

    @property
    def text(self) -> str:
        """The reading text."""
        return self.archived.text

    @property
    def area(self) -> str | None:
        """The area that an entry must name; None where the dataset has only one."""
        return self.archived.source.area if len(self.dataset.areas) > 1 else None

    @property
    def folder(self) -> str:
        """The folder of the source, below datasets/."""
        return f"{self.archived.source.dataset}/sources/{self.archived.source.id}"

    def file(self, kind: str, theme: str) -> str:
        """The file, below datasets/, that entries of a kind and a theme go to."""
        return f"{self.archived.source.dataset}/{kind}/{theme}.yml"

    def span(self, span: tuple[int, int]) -> tuple[int, int]:
        """A stretch of the text without the blanks at its ends; raises DecisionError."""
        start, end = span
        if not 0 <= start < end <= len(self.text) or not self.text[start:end].strip():
            raise DecisionError("no words are chosen")
        words = self.text[start:end]
        return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())

    def item_at(self, start: int) -> Item:
        """The number that begins there; raises KeyError."""
        for item in self.items:
            if item.start == start:
                return item
        raise KeyError(start)


def sheet_of(loaded: Loaded, dataset: str, source: str) -> Sheet:
    """A source on the desk; raises KeyError where there is none of that name."""
    archived, own = loaded.archive[dataset][source], loaded.datasets.datasets[dataset]
    every: tuple[Record, ...] = (*own.observations, *own.targets)
    records = [one for one in every if _states(one, source)]
    left_out = [s for e in archived.source.left_out for s in occurrences(e.text, archived.text)]
    items = _items(archived.scan, records, Spans.of(left_out))
    return Sheet(archived, own, tuple(items))


def _states(record: Record, source: str) -> bool:
    evidence = record.evidence
    return bool(record.entered and record.figure and evidence.source == source and evidence.span)


def _items(scan: Scan, records: Sequence[Record], left_out: Spans) -> Iterator[Item]:
    claims = scan.claims
    spans = [(number.start, number.end) for number in scan.tokens]
    read = Spans.of(spans)
    spans += [claim.number_span for claim in claims if not read.touch(*claim.number_span)]
    claim_at = {at: claim for claim in reversed(claims) for at in range(*claim.number_span)}
    record_at = {at: record for record in records for at in range(*_span(record))}
    for start, end in sorted(spans):
        claim = next((claim_at[at] for at in range(start, end) if at in claim_at), None)
        record = next((record_at[at] for at in range(start, end) if at in record_at), None)
        yield Item(start, end, _state(record, left_out.touch(start, end)), claim, record)


def _span(record: Record) -> tuple[int, int]:
    span = record.evidence.span
    return (span.number_start, span.number_end) if span else (0, 0)


def _state(record: Record | None, left_out: bool) -> State:
    if record:
        return State.EXTRACTED if record.review == Review.EXTRACTED else State.ENTERED
    return State.LEFT_OUT if left_out else State.OPEN
