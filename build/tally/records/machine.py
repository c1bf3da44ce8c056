"""What only the machine has read: claims of extracted.yml as figures to publish, so marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from tally.extract import ABOVE, identify
from tally.records import entries, ids
from tally.records.archive import Archived
from tally.records.model import (
    Evidence,
    Observation,
    Source,
    Span,
    Target,
    Vocabulary,
)
from tally.records.spans import Spans, occurrences
from tally.records.strict_yaml import Map
from tally.terms import (
    Comparator,
    Kind,
    Measure,
    Period,
    Provenance,
    Review,
    Status,
    TargetType,
    is_period,
)

Record = Observation | Target
_DOUBLING = "番"


def as_entered(measure: Measure, unit: str, name: str = "") -> Measure:
    """The measure that data files give what the machine reads: to it 翻一番 is a ratio, here it
    is growth; and what stands above the nation's growth is a gap."""
    if name.endswith(ABOVE):
        return Measure.GAP
    return Measure.GROWTH if unit == _DOUBLING else measure


def unreviewed(
    archived: Archived, curated: Sequence[Record], vocabulary: Vocabulary, taken: set[str]
) -> Iterator[Record]:
    """The machine's claims that no curated figure and no left_out covers, as records; `curated`
    are the records of this source.

    Left out are claims about nothing the vocabulary knows, and those whose id is `taken`; the
    ids given are added to it, to exact numbers first (突破3000亿元、达到3120亿元).
    """
    covered = Spans.of((*_reviewed_spans(curated), *_excused_spans(archived)))
    for entry in sorted(archived.extracted, key=_is_vague):
        span = _span(archived, entry)
        if span is None or covered.touch(span.number_start, span.number_end):
            continue
        record = _record(archived.source, entry, span, vocabulary)
        if record and record.id not in taken:
            taken.add(record.id)
            yield record


def _is_vague(entry: Map) -> bool:
    return str(entry.get("comparator", Comparator.EQ)) != Comparator.EQ


def _reviewed_spans(curated: Iterable[Record]) -> Iterator[tuple[int, int]]:
    for record in curated:
        span = record.evidence.span
        if record.figure and span:
            yield span.number_start, span.number_end


def _excused_spans(archived: Archived) -> Iterator[tuple[int, int]]:
    """Wherever words of left_out stand in the reading text."""
    for entry in archived.source.left_out:
        yield from occurrences(entry.text, archived.text)


def _span(archived: Archived, entry: Map) -> Span | None:
    """The places of a claim; None when it does not fit the text (a stale file)."""
    reading = archived.source.reading
    start, end = int(entry["start"]), int(entry["end"])
    if reading is None or not 0 <= start < end <= len(reading.raw):
        return None
    number_start, number_end = reading.reading_span(start, end)
    quote_start = reading.text.find(entry["quote"], max(0, number_end - len(entry["quote"])))
    quote_end = quote_start + len(entry["quote"])
    if not 0 <= quote_start <= number_start < number_end <= quote_end:
        return None
    return Span(quote_start, quote_end, number_start, number_end, start, end)


def _record(source: Source, entry: Map, span: Span, vocabulary: Vocabulary) -> Record | None:
    indicator = identify(entry["name"], vocabulary.aliases)
    written = str(entry.get("period"))
    known = indicator in vocabulary.indicators and entry["unit"] in vocabulary.units
    if not known or not is_period(written) or entry["kind"] == Kind.BACKGROUND:
        return None
    stated, area, period = entries.figure(entry), source.area or "", Period(written)
    figure = replace(stated, measure=as_entered(stated.measure, stated.unit, entry["name"]))
    common: dict[str, Any] = {
        "area": area,
        "indicator": indicator,
        "figure": figure,
        "evidence": Evidence(source.id, entry["quote"], None, span),
        "provenance": Provenance.VERIFIED,
        "review": Review.EXTRACTED,
        "note": None,
        "place": entry.place,
        "confidence": entry["confidence"],
        "places": entry.values_at,
    }
    if entry["kind"] == Kind.ACTUAL:
        name = ids.observation_id(area, str(indicator), period, figure.measure, figure.basis)
        return Observation(
            id=name, period=period, status=entries.maybe(Status, entry.get("status")), **common
        )
    return Target(
        id=ids.target_id(
            area, str(indicator), period, figure.measure, figure.basis, figure.strength
        ),
        due=period,
        type=TargetType.FIGURE,
        theme=vocabulary.indicators[str(indicator)].theme,
        relation=None,
        title=None,
        kept=None,
        borderline=False,
        **common,
    )
