"""A source's page: its citation, and either its text to read or the figures cited from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tally.records.model import Source
from tally.site import routes
from tally.site.library import Library, Record
from tally.site.links import Repository, permanent
from tally.site.routes import Lang
from tally.site.views.figures import FigureView, figure_view, promise_text
from tally.site.views.lists import SourceRow, source_row
from tally.site.views.promises import subject
from tally.site.views.reader import Mended, Paragraph, mended, paragraphs
from tally.site.words import pick


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """A figure of a source whose text is not kept."""

    subject: str
    figure: FigureView


@dataclass(frozen=True, slots=True)
class Tip:
    """What a mark in the text opens, and what is said about it."""

    route: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """All of a source's page."""

    row: SourceRow
    note: str | None
    received: str | None
    url: str | None
    sha256: str | None
    raw_route: str
    raw_file: str
    paragraphs: tuple[Paragraph, ...]
    mended: tuple[Mended, ...]
    tips: dict[str, Tip]
    cited: tuple[CitedFigure, ...]
    line: str | None
    place: str


def source_view(source: Source, library: Library, repository: Repository, lang: Lang) -> SourceView:
    """The source with every record that rests on it."""
    records = records_of(source, library)
    reading = source.reading
    cited = () if source.archived else _cited(records, library, repository, lang)
    return SourceView(
        row=source_row(source, len(records), lang),
        note=pick(source.note, lang) if source.note else None,
        received=pick(source.received, lang) if source.received else None,
        url=source.url,
        sha256=source.sha256,
        raw_route=routes.raw_source(source.area, source.id),
        raw_file=raw_file(source),
        paragraphs=paragraphs(source, records),
        mended=mended(source, reading) if reading else (),
        tips={record.id: tip(record, library, lang) for record in records},
        cited=cited,
        line=repository.line(source.place),
        place=f"{source.place.path}:{source.place.line}",
    )


def records_of(source: Source, library: Library) -> tuple[Record, ...]:
    """The figures and promises that rest on a source, in the order of the files."""
    return tuple(
        record
        for record in library.by_id.values()
        if record.area == source.area and record.evidence.source == source.id
    )


def raw_file(source: Source) -> str:
    """Where the site keeps the raw bytes of an archived source."""
    return f"{routes.raw_source(source.area, source.id)}{source.id}.txt"


def tip(record: Record, library: Library, lang: Lang) -> Tip:
    """The record behind a mark: 地区生产总值 · 4250亿元."""
    name = name_of(record, library, lang)
    kind = "target" if hasattr(record, "due") else "actual"
    return Tip(permanent(record), f"{name} · {promise_text(record, library, lang)}", kind)


def name_of(record: Record, library: Library, lang: Lang) -> str:
    indicator = library.vocabulary.indicators.get(record.indicator or "")
    if indicator:
        return pick(indicator.name, lang)
    return record.indicator or (subject(record, library, lang) if hasattr(record, "due") else "")  # type: ignore[arg-type]


def _cited(
    records: Sequence[Record], library: Library, repository: Repository, lang: Lang
) -> tuple[CitedFigure, ...]:
    return tuple(
        CitedFigure(name_of(r, library, lang), figure_view(r, library, repository, lang))
        for r in records
    )


@dataclass(frozen=True, slots=True)
class RawView:
    """The page of the raw text, paragraph by paragraph as it was received."""

    title: str
    route: str
    raw_file: str
    paragraphs: tuple[tuple[str, str], ...]


def raw_view(source: Source, lang: Lang) -> RawView:
    """The raw text, with the anchors of the reading text's paragraphs."""
    reading = source.reading
    rows: list[tuple[str, str]] = []
    if reading:
        for paragraph in paragraphs(source, ()):
            low, high = reading.raw_span(*paragraph.span)
            rows.append((paragraph.anchor, reading.raw[low:high]))
    route = routes.source(source.area, source.id)
    return RawView(pick(source.title, lang), route, raw_file(source), tuple(rows))
