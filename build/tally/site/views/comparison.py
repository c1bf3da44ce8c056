"""Areas side by side: what each promises of an indicator, what it reported, what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tally.charts.comparison import change, places_words, shown_year
from tally.derive.across import Across, Said
from tally.derive.model import Derived, Outlook
from tally.derive.reasons import implied_words
from tally.records.model import Indicator
from tally.site import routes
from tally.site.library import Library, Record
from tally.site.links import permanent, sentence
from tally.site.routes import Lang
from tally.site.views.areas import place_name
from tally.site.views.figures import period_label, promise_text, remarks
from tally.site.views.promises import Linked
from tally.terms import Period, VerdictCode
from tally.words import pick, say, word
from tally.words.sentences import said_in


@dataclass(frozen=True, slots=True)
class Cited:
    """A figure or a promise in words, with what must be said beside it, and where its source says
    it, unless that is told on the page of its year; `number` is what to sort by."""

    text: str
    route: str
    remark: str
    unreviewed: bool
    source: str
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a promise."""

    code: VerdictCode
    label: str
    derived: bool


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One area: its places among its peers, its promises for the year and how they stand to those
    of the year before; beside them a result, the promise it is held against, and the verdict."""

    area: str
    name: str
    route: str
    places: str
    promises: tuple[Cited, ...]
    change: str
    result: Cited | None
    earlier: tuple[Cited, ...]
    judged: Judged | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One face of an indicator in all its areas in the year `due`. Results are those of `shown`,
    that year or, where what was promised for it is not known to have ended, the year before, then
    with what was promised for that."""

    label: str
    file: str
    due: Period
    due_label: str
    shown_label: str
    asks: bool
    judged: bool
    falling: bool
    rows: tuple[ComparedRow, ...]
    counts: tuple[tuple[VerdictCode, str, int, int], ...]
    unreviewed: int
    elsewhere: tuple[Linked, ...]


def comparison(indicator: Indicator, library: Library, lang: Lang) -> Comparison | None:
    """All areas by the face that has most promises, in its newest year; None where no two areas
    speak of one year."""
    faces = library.across(indicator)
    return compared_in(faces[0], faces[0].years[-1], library, lang) if faces else None


def compared_in(told: Across, year: Period, library: Library, lang: Lang) -> Comparison:
    """One face in one year."""
    places, shown = told.places(year), shown_year(told, year)
    rows = tuple(
        _row(told, area, year, places_words(places.get(area)), library, lang)
        for area in told.ordered(year)
    )
    promised = [one for area in told.areas(year) for one in told.of(area, year).promises]
    return Comparison(
        label=face_label(told, library, lang),
        file=f"{told.indicator.id}-{told.face.name}-{year}",
        due=year,
        due_label=period_label(year, lang),
        shown_label=period_label(shown, lang),
        asks=told.asks(year),
        judged=told.judged(year),
        falling=told.falling,
        rows=rows,
        counts=_counts(told, shown, lang),
        unreviewed=sum(one.target.review == "extracted" for one in promised),
        elsewhere=tuple(_elsewhere(told, year, library, lang)),
    )


def face_label(told: Across, library: Library, lang: Lang) -> str:
    """What is measured, and on which basis or in which family of units where these are not the
    usual ones: 增长 · 同口径; level · US dollars."""
    face = told.face
    parts = [word(face.measure, lang)]
    if face.basis and f"-{face.basis}" in face.name:
        parts.append(word(face.basis, lang))
    unit = library.vocabulary.units.get(face.unit)
    if unit and unit.family in face.name:
        parts.append(pick(unit.name, lang))
    return " · ".join(parts)


def _elsewhere(told: Across, year: Period, library: Library, lang: Lang) -> list[Linked]:
    """The other faces that have promises for the year: those on another basis stand apart."""
    return [
        Linked(
            face_label(other, library, lang),
            routes.compared(told.indicator.id, other.face.name, year),
            str(len(other.areas(year))),
        )
        for other in library.across(told.indicator)
        if other is not told and year in other.years and other.asks(year)
    ]


def _counts(
    told: Across, year: Period, lang: Lang
) -> tuple[tuple[VerdictCode, str, int, int], ...]:
    """How the promises of the peers for a year ended, and how many of each verdict are inferred."""
    promises = (told.of(area, year).promise for area in told.areas(year) if area in told.peers)
    verdicts = [one.verdict for one in promises if one]
    codes = [one.code for one in verdicts]
    derived = [one.code for one in verdicts if one.inference == "derived"]
    return tuple(
        (code, word(code, lang), codes.count(code), derived.count(code))
        for code in VerdictCode
        if code in codes
    )


def _row(
    told: Across, area: str, year: Period, places: str, library: Library, lang: Lang
) -> ComparedRow:
    shown = shown_year(told, year)
    now, then = told.of(area, year), told.of(area, shown)
    way = change(told, area, year)
    reworded = "" if way is None or way[1] else "-reworded"
    return ComparedRow(
        area=area,
        name=place_name(area, library, lang),
        route=routes.series(area, told.indicator.id),
        places=places,
        promises=tuple(_promise(one, library, lang) for one in now.promises),
        change=say(f"compared.change.{way[0]}{reworded}", lang) if way else "",
        result=_result(then, told, area, library, lang),
        earlier=tuple(replace(_promise(one, library, lang), source="") for one in then.promises)
        if shown != year
        else (),
        judged=_judged(then.promise, lang) if then.promise else None,
    )


def _result(said: Said, told: Across, area: str, library: Library, lang: Lang) -> Cited | None:
    if said.result is not None:
        return _cited(said.result, promise_text(said.result, library, lang), library, lang)
    return _implied(said.derived, told, area, library, lang) if said.derived else None


def _judged(outlook: Outlook, lang: Lang) -> Judged:
    verdict = outlook.verdict
    return Judged(verdict.code, word(verdict.code, lang), verdict.inference == "derived")


def _promise(outlook: Outlook, library: Library, lang: Lang) -> Cited:
    return _cited(outlook.target, promise_text(outlook.target, library, lang), library, lang)


def _cited(record: Record, text: str, library: Library, lang: Lang) -> Cited:
    source, figure = library.source_of(record), record.figure
    unit = library.vocabulary.units.get(figure.unit) if figure else None
    number = float(figure.value * unit.factor) if figure and unit else None
    return Cited(
        text=text,
        route=permanent(record, library),
        remark=" ".join(remarks(record, lang)),
        unreviewed=record.review == "extracted",
        source=sentence(record, source),
        number=-number if number is not None and figure and figure.direction == "down" else number,
    )


def _implied(derived: Derived, told: Across, area: str, library: Library, lang: Lang) -> Cited:
    """What follows from other figures; it leads to the first of them."""
    words = implied_words(derived, told.ledgers[area])
    text = said_in(lang, words, library.vocabulary, "cell")
    low, high = derived.quantity.interval.low, derived.quantity.interval.high
    ends = [float(end) for end in (low, high) if end is not None]
    first = _cited(derived.inputs[0], text, library, lang)
    return Cited(
        text,
        first.route,
        say("inference.derived", lang),
        first.unreviewed,
        first.source,
        sum(ends) / len(ends) if ends else None,
    )


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of an area's promise for one year: a verdict, or `told` where there is a result
    without a promise; in words that say it."""

    code: str
    text: str
    derived: bool


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One area over the years: how its promises ended, and how often it kept and missed them."""

    area: str
    name: str
    route: str
    cells: tuple[Ended | None, ...]
    met: int
    missed: int
    derived: int


@dataclass(frozen=True, slots=True)
class History:
    """One face over all its years, a row an area."""

    label: str
    file: str
    years: tuple[Period, ...]
    rows: tuple[HistoryRow, ...]


def history(told: Across, library: Library, lang: Lang) -> History:
    """Promise against result, areas × years: the higher level first, else in the vocabulary's
    order."""
    areas = sorted(told.ledgers, key=told.depth)
    return History(
        label=face_label(told, library, lang),
        file=f"{told.indicator.id}-{told.face.name}",
        years=told.years,
        rows=tuple(_history_row(told, area, library, lang) for area in areas),
    )


def _history_row(told: Across, area: str, library: Library, lang: Lang) -> HistoryRow:
    promises = [told.of(area, year).promise for year in told.years]
    verdicts = [one.verdict for one in promises if one]
    return HistoryRow(
        area=area,
        name=place_name(area, library, lang),
        route=routes.series(area, told.indicator.id),
        cells=tuple(_ended(told.of(area, year), lang) for year in told.years),
        met=sum(one.code == VerdictCode.MET for one in verdicts),
        missed=sum(one.code == VerdictCode.MISSED for one in verdicts),
        derived=sum(one.inference == "derived" for one in verdicts),
    )


def _ended(said: Said, lang: Lang) -> Ended | None:
    if said.promise is None:
        return Ended("told", say("compared.cell.told", lang), False) if said.reached else None
    verdict = said.promise.verdict
    words = say(f"compared.cell.{verdict.code}", lang)
    return Ended(str(verdict.code), words, verdict.inference == "derived")


def years_of(told: Across, shown: str = "") -> Sequence[tuple[str, str, bool]]:
    """The years of a face, newest first: year, address, whether it is that shown."""
    name, id_ = told.face.name, told.indicator.id
    return [(year, routes.compared(id_, name, year), year == shown) for year in told.years[::-1]]


def faces_of(
    indicator: Indicator, library: Library, lang: Lang, shown: Across | None = None
) -> Sequence[tuple[str, str, bool]]:
    """The faces of an indicator: label, address of the newest year, whether it is that shown."""
    return [
        (
            face_label(one, library, lang),
            routes.compared(indicator.id, one.face.name, one.years[-1]),
            one is shown,
        )
        for one in library.across(indicator)
    ]
