"""Areas side by side: what each promises of an indicator, what it reported, what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from tally.derive.timeline import before
from tally.records.model import Indicator, Target
from tally.records.periods import is_year
from tally.site import routes
from tally.site.library import Library
from tally.site.links import permanent
from tally.site.routes import Lang
from tally.site.views.areas import place_name
from tally.site.views.figures import period_label, promise_text, remarks
from tally.site.views.promises import Linked
from tally.terms import Measure, VerdictCode
from tally.words import word
from tally.words.figures import worded


@dataclass(frozen=True, slots=True)
class Judged:
    """A promise whose year is over: its words, and what became of it."""

    promise: Linked
    verdict: VerdictCode
    verdict_label: str
    derived: bool


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One area: the newest promise, the result of the year before, and that year's promise."""

    area: str
    name: str
    route: str
    promise: Linked | None
    result: Linked | None
    judged: Judged | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One measure of an indicator in all its areas: promises due in `due`, by the number that they
    state, largest first; then areas that promise nothing of it. `before` is the year before."""

    measure: Measure
    measure_label: str
    due: str
    due_label: str
    before_label: str
    rows: tuple[ComparedRow, ...]


def comparison(indicator: Indicator, library: Library, lang: Lang) -> Comparison | None:
    """All areas by the measure that most of them speak of, in its newest year."""
    found = measure_of(indicator, library)
    due = newest_year(indicator, found, library) if found else None
    if found is None or due is None:
        return None
    areas = sorted(
        library.areas_of(indicator.id),
        key=lambda area: _stated(_promised(indicator, area, due, found, library), library),
        reverse=True,
    )
    return Comparison(
        measure=found,
        measure_label=word(found, lang),
        due=due,
        due_label=period_label(due, lang),
        before_label=period_label(before(due), lang),
        rows=tuple(_row(indicator, area, due, found, library, lang) for area in areas),
    )


def measure_of(indicator: Indicator, library: Library) -> Measure | None:
    """The measure that most areas have a promise of, else a figure."""
    promised = _measures((t.area, _measure(t)) for t in library.targets.get(indicator.id, ()))
    observed = _measures(
        (o.area, o.figure.measure) for o in library.observations.get(indicator.id, ())
    )
    counts = promised or observed
    return max(counts, key=lambda one: counts[one], default=None)


def _measures(pairs: Iterable[tuple[str, Measure | None]]) -> Counter[Measure]:
    return Counter(measure for _, measure in dict.fromkeys(pairs) if measure)


def _measure(target: Target) -> Measure | None:
    said = target.figure or target.relation
    return said.measure if said else None


def newest_year(indicator: Indicator, measure: Measure, library: Library) -> str | None:
    """The last year that something is promised for, else the one after the last reported."""
    due = [t.due for t in library.targets.get(indicator.id, ()) if _measure(t) is measure]
    seen = [
        o.period
        for o in library.observations.get(indicator.id, ())
        if o.figure.measure is measure and is_year(o.period)
    ]
    years = filter(is_year, due)
    return max(years, default=str(int(max(seen)) + 1) if seen else None)


def _promised(
    indicator: Indicator, area: str, due: str, measure: Measure, library: Library
) -> Target | None:
    own = library.promised(indicator.id, area)
    return next((t for t in own if t.due == due and _measure(t) is measure), None)


def _stated(target: Target | None, library: Library) -> tuple[int, Decimal]:
    """What to sort by: the number in the unit's base, a decline below zero; then promises
    without a number, then none."""
    figure = target.figure if target else None
    if figure is None:
        return (1 if target else 0), Decimal(0)
    unit = library.vocabulary.units.get(figure.unit)
    value = figure.value * (unit.factor if unit else 1)
    return 2, -value if figure.direction == "down" else value


def _row(
    indicator: Indicator, area: str, due: str, measure: Measure, library: Library, lang: Lang
) -> ComparedRow:
    last = before(due)
    observed = library.ledgers[area].find(indicator.id, last, measure)
    earlier = _promised(indicator, area, last, measure, library)
    result = next(iter(observed), None)
    text = worded(result.figure, library.vocabulary.units, lang, "cell") if result else ""
    marks = " ".join(remarks(result, lang)) if result else ""
    return ComparedRow(
        area=area,
        name=place_name(area, library, lang),
        route=routes.series(area, indicator.id),
        promise=_linked(_promised(indicator, area, due, measure, library), library, lang),
        result=Linked(text, permanent(result), marks) if result else None,
        judged=_judged(earlier, library, lang) if earlier else None,
    )


def _linked(target: Target | None, library: Library, lang: Lang) -> Linked | None:
    if target is None:
        return None
    marks = " ".join(remarks(target, lang))
    return Linked(promise_text(target, library, lang), permanent(target), marks)


def _judged(target: Target, library: Library, lang: Lang) -> Judged | None:
    verdict = library.outlooks[target.id].verdict
    promise = _linked(target, library, lang)
    if promise is None:
        return None
    return Judged(promise, verdict.code, word(verdict.code, lang), verdict.inference == "derived")
