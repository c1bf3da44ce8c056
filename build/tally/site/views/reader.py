"""A source to read: its text in paragraphs and sentences, cut where something is marked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tally.records.model import Repair, Source
from tally.records.spans import occurrences
from tally.site.library import Record
from tally.site.reports import PARAGRAPH, Heading, heading_of
from tally.site.views.outcomes import Told
from tally.terms import LeftOutReason
from tally.text import ReadingText

Statement = Record | Told
_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’」』）]*|[^。！？]+$")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of the reading text that a record, or the outcome of a milestone, rests on."""

    start: int
    end: int
    record: Statement


@dataclass(frozen=True, slots=True)
class Mended:
    """A stretch that was repaired or whose year was corrected, with the raw words."""

    start: int
    end: int
    repair: Repair
    year: bool
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """The longest run of text under the same marks; `anchors` are the ids that begin here.

    `promise` is what has no number, so that all its words are marked: a promise, or an outcome.
    `begins` and `ends` tell where a repair does, of which a mark may cover a part.
    """

    text: str
    figure: Statement | None = None
    promise: Statement | None = None
    mended: Mended | None = None
    anchors: tuple[str, ...] = ()
    begins: bool = False
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its anchor, such as p4s2."""

    anchor: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `reposted` where it holds the words of whoever reposted the document."""

    anchor: str
    heading: Heading | None
    reposted: bool
    sentences: tuple[Sentence, ...]
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Marks:
    """The offsets at which a mark begins or ends, and what is marked from each to the next."""

    cuts: Sequence[int]
    figures: Mapping[int, Sequence[Statement]]
    mended: Mapping[int, Mended]
    anchors: Mapping[int, tuple[str, ...]]


def paragraphs(source: Source, records: Iterable[Statement]) -> tuple[Paragraph, ...]:
    """The reading text of an archived source with all its marks."""
    reading = source.reading
    if reading is None:
        return ()
    marks = _collect(records, mended(source, reading))
    reposted = [
        span
        for one in source.left_out
        if one.reason == LeftOutReason.REPOST
        for span in occurrences(one.text, reading.text)
    ]
    found = PARAGRAPH.finditer(reading.text)
    return tuple(
        _paragraph(number, match, marks, reposted) for number, match in enumerate(found, 1)
    )


def mended(source: Source, reading: ReadingText) -> tuple[Mended, ...]:
    """Where each repair and year correction stands in the reading text, in order."""
    found: list[tuple[int, int, Repair, bool]] = []
    both = [(r, False) for r in source.repairs] + [(r, True) for r in source.year_corrections]
    for repair, year in both:
        at = reading.raw.find(repair.raw)
        if at >= 0:
            start, end = reading.reading_span(at, at + len(repair.raw))
            found.append((start, end, repair, year))
    ordered = sorted(found, key=lambda item: item[0])
    return tuple(Mended(s, e, r, y, n) for n, (s, e, r, y) in enumerate(ordered, 1))


def _collect(records: Iterable[Statement], mended: Sequence[Mended]) -> _Marks:
    marked = sorted(_marked(records), key=lambda m: (m.start, m.end))
    spans = [*((m.start, m.end) for m in marked), *((m.start, m.end) for m in mended)]
    cuts = sorted({at for span in spans for at in span})
    figures: defaultdict[int, list[Statement]] = defaultdict(list)
    anchors: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for mark in marked:
        anchors[mark.start] += (mark.record.id,)
        for at in _within(cuts, mark.start, mark.end):
            figures[at].append(mark.record)
    repaired = {at: m for m in mended for at in _within(cuts, m.start, m.end)}
    return _Marks(cuts, figures, repaired, anchors)


def _within(cuts: Sequence[int], start: int, end: int) -> Sequence[int]:
    return cuts[bisect_left(cuts, start) : bisect_left(cuts, end)]


def _marked(records: Iterable[Statement]) -> Iterator[Marked]:
    for record in records:
        span = record.evidence.span
        if span is None:
            continue
        if record.figure is None:
            yield Marked(span.quote_start, span.quote_end, record)
        else:
            yield Marked(span.number_start, span.number_end, record)


def _paragraph(
    number: int, match: re.Match[str], marks: _Marks, reposted: Sequence[tuple[int, int]]
) -> Paragraph:
    text, start = match.group(), match.start()
    anchor = f"p{number}"
    sentences = tuple(
        Sentence(f"{anchor}s{n}", tuple(_pieces(m.group(), start + m.start(), marks)))
        for n, m in enumerate(_SENTENCE.finditer(text), 1)
    )
    foreign = any(low < match.end() and start < high for low, high in reposted)
    return Paragraph(
        anchor, None if foreign else heading_of(text), foreign, sentences, match.span()
    )


def _pieces(text: str, start: int, marks: _Marks) -> Iterator[Piece]:
    """Cut `text`, which stands at `start`, wherever a mark begins or ends."""
    end = start + len(text)
    inner = marks.cuts[bisect_right(marks.cuts, start) : bisect_left(marks.cuts, end)]
    for low, high in pairwise((start, *inner, end)):
        yield _piece(text[low - start : high - start], low, high, marks)


def _piece(text: str, low: int, high: int, marks: _Marks) -> Piece:
    """What is marked from the last cut before it holds for all of the piece."""
    before = bisect_right(marks.cuts, low) - 1
    cut = marks.cuts[before] if before >= 0 else -1
    over = marks.figures.get(cut, ())
    mend = marks.mended.get(cut)
    return Piece(
        text=text,
        figure=next((r for r in over if r.figure), None),
        promise=next((r for r in over if r.figure is None), None),
        mended=mend,
        anchors=marks.anchors.get(low, ()),
        begins=mend is not None and mend.start == low,
        ends=mend is not None and mend.end == high,
    )
