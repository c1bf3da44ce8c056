"""A source's page: its citation, and either its text to read or the figures cited from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath
from urllib.parse import urlencode

from tally.records.model import Source, Unit
from tally.site import routes
from tally.site.library import Library, Record, grouped
from tally.site.links import Repository, entry, home_of, permanent
from tally.site.reports import part_route, part_span, parts_of
from tally.site.routes import Lang
from tally.site.views.areas import place_name
from tally.site.views.figures import (
    FigureView,
    figure_view,
    measure_label,
    period_label,
    period_of,
    promise_text,
    remarks,
)
from tally.site.views.lists import SourceRow, source_row
from tally.site.views.outcomes import Told, told_in, told_view
from tally.site.views.promises import Linked, subject
from tally.site.views.reader import Mended, Paragraph, mended, paragraphs
from tally.terms import Comparator, Measure, Period, Review
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
class PanelRow:
    """One area of a panel: its figures by their names there, one a period, and where they stand in
    the data files."""

    name: str
    route: str
    cells: tuple[tuple[str, str] | None, ...]
    file: str
    line: str | None


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure of an indicator in the areas that a source tells of: a row an area, a column a
    period. Where all numbers are exact they stand without their `unit`."""

    subject: str
    measure: str
    unit: str
    periods: tuple[str, ...]
    rows: tuple[PanelRow, ...]


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
    original: str
    issuer: str
    sha256: str | None
    raw_route: str
    raw_file: str
    paragraphs: tuple[Paragraph, ...]
    parts: tuple[Linked, ...]
    part: int
    mended: tuple[Mended, ...]
    tips: dict[str, Tip]
    extracted: bool
    cited: tuple[Cited, ...]
    panels: tuple[Panel, ...]
    query: str
    line: str | None
    place: str


def source_view(
    source: Source, library: Library, repository: Repository, lang: Lang, part: int = 0
) -> SourceView:
    """The source with every record that rests on it, and what it tells of milestones; of a long
    report one page."""
    records, told = records_of(source, library), told_in(source, library)
    reading = source.reading
    low, high = part_span(source, part)
    wide = not source.archived and source.area is None
    shown = () if wide else records
    cited = () if source.archived else _cited(source, shown, told, library, repository, lang)
    return SourceView(
        row=source_row(source, len(records), library, lang),
        note=pick(source.note, lang) if source.note else None,
        received=pick(source.received, lang) if source.received else None,
        url=source.url,
        original=source.title.zh,
        issuer=source.publisher.zh,
        sha256=source.sha256,
        raw_route=routes.raw_source(source.dataset, source.id),
        raw_file=raw_file(source),
        paragraphs=tuple(
            one for one in paragraphs(source, (*records, *told)) if low <= one.span[0] < high
        ),
        parts=tuple(_parts(source)),
        part=part,
        mended=tuple(
            one for one in (mended(source, reading) if reading else ()) if low <= one.start < high
        ),
        tips={one.id: tip(one, library, lang) for one in (*records, *told)},
        extracted=any(one.review == Review.EXTRACTED for one in records),
        cited=cited,
        panels=tuple(_panels(source, records, library, repository, lang)) if wide else (),
        query=urlencode({"source": f"{source.dataset}/{source.id}"}, safe="/"),
        line=repository.line(source.place),
        place=f"{source.place.path}:{source.place.line}",
    )


def _parts(source: Source) -> Iterator[Linked]:
    """The pages of a long report, each by its first heading."""
    cut = parts_of(source.reading.text) if source.reading else ()
    for number, one in enumerate(cut if len(cut) > 1 else ()):
        yield Linked(str(number + 1), part_route(source, number), one.entry or "")


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
        return Tip(permanent(record.target, library), label, "actual")
    name = name_of(record, library, lang)
    kind = "target" if hasattr(record, "due") else "actual"
    return Tip(permanent(record, library), f"{name} · {promise_text(record, library, lang)}", kind)


def name_of(record: Record, library: Library, lang: Lang) -> str:
    if record.own:
        return pick(record.own.name, lang)
    indicator = library.vocabulary.indicators.get(record.indicator or "")
    if indicator:
        return pick(indicator.name, lang)
    return record.indicator or (subject(record, library, lang) if hasattr(record, "due") else "")  # type: ignore[arg-type]


def _panels(
    source: Source,
    records: Sequence[Record],
    library: Library,
    repository: Repository,
    lang: Lang,
) -> Iterator[Panel]:
    """The figures of a source that tells of many areas, of which a row each would be too many."""
    for (name, measure, *_), own in _alike(records, library, lang).items():
        periods = tuple(sorted({period_of(record) for record in own}))
        areas = grouped(own, lambda record: record.area)
        unit = _shared_unit(own, library)
        rows = (
            _panel_row(source, periods, told, unit, library, repository, lang)
            for told in areas.values()
        )
        called = pick(unit.name, lang) if unit else ""
        yield Panel(
            name, measure, called, tuple(period_label(one, lang) for one in periods), tuple(rows)
        )


def _shared_unit(records: Sequence[Record], library: Library) -> Unit | None:
    """The unit of exact numbers, where all have the same."""
    figures = [record.figure for record in records]
    exact = all(one and one.comparator == Comparator.EQ and not one.basis for one in figures)
    units = {one.unit for one in figures if one}
    return library.vocabulary.units.get(units.pop()) if exact and len(units) == 1 else None


def _told(record: Record, unit: Unit | None, library: Library, lang: Lang) -> str:
    figure = record.figure
    said = promise_text(record, library, lang)
    if figure and unit:
        said = f"{'−' if figure.direction == 'down' else ''}{figure.value:f}"
    return " ".join((said, *remarks(record, lang)))


def _alike(
    records: Sequence[Record], library: Library, lang: Lang
) -> Mapping[tuple[str, str, bool, int], Sequence[Record]]:
    """The figures that can share a panel: of one name and measure, promised or reported, and of an
    area and period one each."""
    panels: defaultdict[tuple[str, str, bool, int], list[Record]] = defaultdict(list)
    seen = Counter[tuple[object, ...]]()
    for record in records:
        kind = name_of(record, library, lang), measure_label(record, lang), hasattr(record, "due")
        cell = (*kind, record.area, period_of(record))
        panels[*kind, seen[cell]].append(record)
        seen[cell] += 1
    return panels


def _panel_row(
    source: Source,
    periods: Sequence[Period],
    records: Sequence[Record],
    unit: Unit | None,
    library: Library,
    repository: Repository,
    lang: Lang,
) -> PanelRow:
    first, said = records[0], {period_of(record): record for record in records}
    cells = (said.get(period) for period in periods)
    return PanelRow(
        name=place_name(first.area, library, lang),
        route=home_of(first, library),
        cells=tuple(
            (entry(one, source), _told(one, unit, library, lang)) if one else None for one in cells
        ),
        file=f"{PurePath(first.place.path).name}:{first.place.line}",
        line=repository.line(first.place),
    )


def _cited(
    source: Source,
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
                CitedFigure(figure_view(record, library, repository, lang), entry(record, source))
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
