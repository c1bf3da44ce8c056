"""The table of everything: one row for each figure, for scripts and, in part, without them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tally.package.preferred import own_preferred, preferred_ids
from tally.records.model import Target
from tally.site.format import scaled
from tally.site.library import Library, Record
from tally.site.links import home_of
from tally.site.routes import LANGS, Lang
from tally.site.views.areas import place_name
from tally.site.views.figures import measure_of, period_label, period_of, promise_text
from tally.site.views.promises import VERDICTS, subject, theme_name
from tally.terms import Kind, Measure, Period, Review, TargetType, Term
from tally.words import pick, word

FACETS = ("area", "theme", "indicator", "kind", "measure", "period", "verdict", "review")
FILTERS = (*FACETS, "source")
COLUMNS = (
    *("name", "area", "period", "text", "kind", "measure"),
    *("verdict", "theme", "source", "review"),
)
MILESTONE, OWN = "", "*"
"""What stands for the indicator of a promise that has none, and of what is under its own words."""
_CODES: Mapping[str, tuple[Term, ...]] = {
    "kind": (Kind.ACTUAL, Kind.TARGET),
    "measure": (*Measure, *TargetType),
    "verdict": VERDICTS,
    "review": tuple(Review),
}
Choices = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class ExploreRow:
    """A figure; what it can be filtered by is a code, the same in all languages.

    `source` is a dataset and a source of it, `verdict` is empty for what is no promise. `name` and
    `text` are in each language, in their order; `value` is the figure in its base unit, to sort
    by; `home` is the page that holds it, at `#id`. `preferred` is the one to use where several
    sources report the same, or a promise is told again.
    """

    area: str
    theme: str
    indicator: str
    kind: str
    measure: str
    period: Period
    verdict: str
    review: str
    source: str
    preferred: bool
    name: tuple[str, ...]
    text: tuple[str, ...]
    value: Decimal | None
    id: str
    home: str


def explore_row(record: Record, library: Library, preferred: bool) -> ExploreRow:
    """One figure, promise or milestone."""
    promised = isinstance(record, Target)
    return ExploreRow(
        area=record.area,
        theme=_theme(record, library),
        indicator=OWN if record.own else record.indicator or MILESTONE,
        kind=Kind.TARGET if promised else Kind.ACTUAL,
        measure=measure_of(record),
        period=period_of(record),
        verdict=library.outlooks[record.id].verdict.code if promised else "",
        review=record.review,
        source=f"{library.source_of(record).dataset}/{record.evidence.source}",
        preferred=preferred,
        name=tuple(_name(record, library, lang) for lang in LANGS),
        text=tuple(_text(record, library, lang) for lang in LANGS),
        value=_value(record, library),
        id=record.id,
        home=home_of(record, library),
    )


def explore_rows(library: Library) -> list[ExploreRow]:
    """All rows: by theme and indicator as the vocabulary has them, what has none of its own last;
    of an indicator figures, then promises, each latest first, then by area and the level before
    its growth."""
    areas = {area: place for place, area in enumerate(library.ledgers)}
    measures = {measure: place for place, measure in enumerate(_CODES["measure"])}
    themes = {theme: place for place, theme in enumerate(library.vocabulary.themes)}
    indicators = {one.id: place for place, one in enumerate(library.indicators)}
    records = sorted(
        library.by_id.values(), key=lambda r: (areas.get(r.area, 0), measures[measure_of(r)])
    )
    records.sort(key=lambda r: _recency(period_of(r)), reverse=True)

    def place(record: Record) -> tuple[int, int, bool]:
        theme = themes.get(_theme(record, library), len(themes))
        indicator = indicators.get(record.indicator or "", len(indicators))
        return theme, indicator, isinstance(record, Target)

    best = preferred_ids(library.areas) | own_preferred(
        one for dataset in library.every_dataset for one in dataset.observations
    )
    again = {id_ for ids in library.told_again.values() for id_ in ids}

    def counts(record: Record) -> bool:
        return record.id not in again if isinstance(record, Target) else record.id in best

    return [explore_row(one, library, counts(one)) for one in sorted(records, key=place)]


def choices(rows: Sequence[ExploreRow], library: Library, lang: Lang) -> Choices:
    """For each filter the codes that occur, in their order, and what each is called."""
    used = {name: {getattr(row, name) for row in rows} for name in FILTERS}
    periods = sorted(used["period"], key=_recency, reverse=True)
    called: Choices = {
        **{name: _said(terms, lang) for name, terms in _CODES.items()},
        "area": {area: place_name(area, library, lang) for area in library.ledgers},
        "indicator": {one.id: pick(one.name, lang) for one in library.indicators},
        "theme": {code: theme_name(code, library, lang) for code in library.vocabulary.themes},
        "period": {code: period_label(code, lang) for code in periods},
        "source": {
            f"{source.dataset}/{source.id}": pick(source.title, lang)
            for source in library.sources.values()
        },
    }
    unnamed = dict.fromkeys((MILESTONE, OWN), "")
    return {
        name: {
            code: label for code, label in {**called[name], **unnamed}.items() if code in used[name]
        }
        for name in FILTERS
    }


def varying(rows: Sequence[ExploreRow]) -> tuple[str, ...]:
    """The columns that do not say the same in every row."""

    def varies(column: str) -> bool:
        if column in ("name", "text"):
            return True
        return len({getattr(row, column) for row in rows}) > 1

    return tuple(column for column in COLUMNS if varies(column))


def _said(terms: Iterable[Term], lang: Lang) -> Mapping[str, str]:
    return {term: word(term, lang) for term in terms}


def _recency(period: Period) -> tuple[bool, date, date]:
    """Whole years come first."""
    return period.is_year, period.end, period.start


def _name(record: Record, library: Library, lang: Lang) -> str:
    if isinstance(record, Target):
        return subject(record, library, lang)
    if record.own:
        return pick(record.own.name, lang)
    known = library.vocabulary.indicators.get(record.indicator)
    return pick(known.name, lang) if known else record.indicator


def _text(record: Record, library: Library, lang: Lang) -> str:
    return "" if isinstance(measure_of(record), TargetType) else promise_text(record, library, lang)


def _theme(record: Record, library: Library) -> str:
    if isinstance(record, Target):
        return record.theme
    if record.own:
        return record.own.theme
    known = library.vocabulary.indicators.get(record.indicator)
    return known.theme if known else ""


def _value(record: Record, library: Library) -> Decimal | None:
    figure = record.figure
    unit = library.vocabulary.units.get(figure.unit) if figure else None
    if figure is None or unit is None:
        return None
    amount = scaled(figure.value, unit.factor)
    return -amount if figure.direction == "down" else amount
