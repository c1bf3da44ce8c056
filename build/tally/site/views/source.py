"""A source's page: its citation, and either its text to read or the figures cited from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from tally.records.model import (
    Source,
)
from tally.site import routes
from tally.site.library import Library, Record
from tally.site.links import Repository, entry, permanent
from tally.site.routes import Lang
from tally.site.views.figures import FigureView, figure_view, promise_text
from tally.site.views.lists import SourceRow, source_row
from tally.site.views.outcomes import Told, told_in, told_view
from tally.site.views.promises import subject
from tally.site.views.reader import Mended, Paragraph, mended, paragraphs
from tally.terms import Measure
from tally.words import pick, say


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """A figure of a source whose text is not kept; `entry` is the short name by which other pages
    point to it there."""

    figure: FigureView
    entry: str | None


@dataclass(frozen=True, slots=True)
class Cited:
    """The figures that one entry of the data files gives, or the outcome of a milestone."""

    subject: str
    figures: tuple[CitedFigure, ...]


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
    cited: tuple[Cited, ...]
    query: str
    line: str | None
    place: str


def source_view(source: Source, library: Library, repository: Repository, lang: Lang) -> SourceView:
    """The source with every record that rests on it, and what it tells of milestones."""
    records, told = records_of(source, library), told_in(source, library)
    reading = source.reading
    cited = () if source.archived else _cited(records, told, library, repository, lang)
    return SourceView(
        row=source_row(source, len(records), library, lang),
        note=pick(source.note, lang) if source.note else None,
        received=pick(source.received, lang) if source.received else None,
        url=source.url,
        sha256=source.sha256,
        raw_route=routes.raw_source(source.dataset, source.id),
        raw_file=raw_file(source),
        paragraphs=paragraphs(source, (*records, *told)),
        mended=mended(source, reading) if reading else (),
        tips={one.id: tip(one, library, lang) for one in (*records, *told)},
        cited=cited,
        query=urlencode({"source": f"{source.dataset}/{source.id}"}, safe="/"),
        line=repository.line(source.place),
        place=f"{source.place.path}:{source.place.line}",
    )


def records_of(source: Source, library: Library) -> tuple[Record, ...]:
    """The figures and promises that rest on a source, in the order of the files."""
    return library.resting.get(source.id, ())


def raw_file(source: Source) -> str:
    """Where the site keeps the raw bytes of an archived source."""
    return f"{routes.raw_source(source.dataset, source.id)}{source.id}.txt"


def tip(record: Record | Told, library: Library, lang: Lang) -> Tip:
    """What is behind a mark: 地区生产总值 · 4250亿元; 体育场主体结构封顶 · 达成."""
    if isinstance(record, Told):
        verdict = say(f"verdict_code.{record.outcome.verdict}", lang)
        label = f"{subject(record.target, library, lang)} · {verdict}"
        return Tip(permanent(record.target), label, "actual")
    name = name_of(record, library, lang)
    kind = "target" if hasattr(record, "due") else "actual"
    return Tip(permanent(record), f"{name} · {promise_text(record, library, lang)}", kind)


def name_of(record: Record, library: Library, lang: Lang) -> str:
    if record.own:
        return pick(record.own.name, lang)
    indicator = library.vocabulary.indicators.get(record.indicator or "")
    if indicator:
        return pick(indicator.name, lang)
    return record.indicator or (subject(record, library, lang) if hasattr(record, "due") else "")  # type: ignore[arg-type]


def _cited(
    records: Sequence[Record],
    told: Sequence[Told],
    library: Library,
    repository: Repository,
    lang: Lang,
) -> tuple[Cited, ...]:
    """An entry's figures together, amounts before their growth; then what is told of milestones."""
    entries = [tuple(own) for _, own in groupby(records, key=lambda record: record.place)]
    figures = [
        Cited(
            name_of(own[0], library, lang),
            tuple(
                CitedFigure(figure_view(record, library, repository, lang), entry(record))
                for record in sorted(own, key=_face)
            ),
        )
        for own in entries
    ]
    outcomes = [
        Cited(
            subject(one.target, library, lang),
            (CitedFigure(told_view(one, library, repository, lang), None),),
        )
        for one in told
    ]
    return (*figures, *outcomes)


def _face(record: Record) -> int:
    faces = tuple(Measure)
    return faces.index(record.figure.measure) if record.figure else len(faces)


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
    route = routes.source(source.dataset, source.id)
    return RawView(pick(source.title, lang), route, raw_file(source), tuple(rows))
