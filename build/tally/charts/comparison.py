"""Areas side by side in one year: a row each, with its promise and what was reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from tally.charts.captions import bare_promise
from tally.charts.design import Design, Picture, Row
from tally.charts.facts import Fact, implied, observed, promised
from tally.charts.finding import promised as promise_words
from tally.charts.measures import FULL_WIDTH, TITLE_SIZE, balanced, text_width
from tally.charts.model import Sketch, same
from tally.charts.panel import noted
from tally.charts.scales import Axis, axis_for
from tally.charts.words import capital, sourced
from tally.derive.across import Across, Way, against, extent_of
from tally.derive.model import Outlook
from tally.derive.reasons import implied_words
from tally.records.model import Localized
from tally.terms import Comparator, Measure, Period, VerdictCode
from tally.words.periods import period_words
from tally.words.sentences import said
from tally.words.tables import called, joined, phrase

_ROWS = 3  # that are worth a drawing
_GAP = 10  # pixels between words and values
_MARK = 16  # pixels: the mark of a verdict, with the room before it
_WAYS: tuple[Way, ...] = ("higher", "same", "lower")


@dataclass(frozen=True, slots=True)
class Line:
    """One area: which places it can have among its peers (None: it is none of them, or there is no
    number), what it promises for the year as marks and in words, a result beside it, and what
    became of the promise, where that is known of any."""

    area: str
    name: Localized
    places: tuple[int, int] | None
    promises: tuple[Fact, ...]
    result: Fact | None
    words: Localized
    verdict: VerdictCode | None

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (*((self.result,) if self.result else ()), *self.promises)


def comparison_sketch(told: Across, year: Period, site: Localized) -> Sketch | None:
    """One face of an indicator in one year; None where fewer than three areas say something.

    Beside the promises stand the results of that year where any was judged, else those of the year
    before; where nothing is promised, the results alone.
    """
    places = told.places(year)
    lines = [_line(told, area, year, places.get(area)) for area in told.ordered(year)]
    if len(lines) < _ROWS:
        return None
    title = _title(told, year, lines)
    source = sourced(fact.source for one in lines for fact in one.facts)
    heads = (
        phrase("across.promise", year=period_words(year)),
        phrase("across.result", year=period_words(shown_year(told, year))),
    )
    asks = told.asks(year)
    key = phrase("across.key" if asks else "across.dots", promise=heads[0], result=heads[1])
    return Sketch(
        kind="comparison",
        title=title,
        description=joined("list.part", [_spoken(one) for one in lines]),
        columns=(phrase("targets.by.area"), *(heads if asks else heads[1:])),
        rows=tuple(_table_row(one, asks) for one in lines),
        picture=partial(
            _picture, told, lines, (title, key), (phrase("across.places"), source, site)
        ),
        figures=len(lines),
        source=source,
    )


def shown_year(told: Across, year: Period) -> Period:
    """Of which year results stand beside the promises for a year."""
    return year.before if told.asks(year) and not told.judged(year) else year


def _line(told: Across, area: str, year: Period, places: tuple[int, int] | None) -> Line:
    ledger, now = told.ledgers[area], told.of(area, year)
    facts = tuple(fact for one in now.promises for fact in targets_of(told, area, one))
    result = result_of(told, area, shown_year(told, year))
    numbered = [bare_promise(fact, ledger.vocabulary.units) for fact in facts]
    others = (promise_words(one, ledger) for one in now.promises if not one.target.figure)
    words = [*numbered, *(one for one in others if one)]
    if not told.asks(year) and result is not None:
        words = [result.words]
    return Line(
        area=area,
        name=ledger.vocabulary.areas[area].name,
        places=places,
        promises=facts,
        result=result,
        words=joined("list.clause", words),
        verdict=now.promise.verdict.code if told.judged(year) and now.promise else None,
    )


def targets_of(told: Across, area: str, outlook: Outlook) -> Iterator[Fact]:
    """What an area's promise is drawn as; nothing where it has no number."""
    return (fact for _, fact in promised(outlook, told.ledgers[area]) if fact.is_target)


def result_of(told: Across, area: str, year: Period) -> Fact | None:
    """What an area reached in a year, as reported or as it follows from other figures."""
    ledger, said_ = told.ledgers[area], told.of(area, year)
    if said_.result is not None:
        return observed(said_.result, ledger)
    if said_.derived is None:
        return None
    return implied(said_.derived, said(implied_words(said_.derived, ledger), ledger.vocabulary))


def _spoken(line: Line) -> Localized:
    notes = [fact.note for fact in (*line.promises, *((line.result,) if line.result else ()))]
    words = joined("list.clause", notes or [line.words])
    return phrase("chart.of", name=line.name, words=words)


def _table_row(line: Line, asks: bool) -> tuple[Localized, ...]:
    result = line.result.words if line.result else same("")
    return (line.name, line.words, result) if asks else (line.name, result)


def _title(told: Across, year: Period, lines: Sequence[Line]) -> Localized:
    """How promises ended; before that is known how their numbers stand to those of the year before;
    of results which are the ends of the order."""
    peers = [one for one in lines if one.area in told.peers]
    names: dict[str, Localized | str] = {"n": str(len(peers)), "name": told.indicator.name}
    names["year"] = period_words(year)
    level = told.face.measure == Measure.LEVEL
    measure = (
        same("") if level else phrase("across.title.measure", measure=called(told.face.measure))
    )
    names["measure"] = measure
    if not told.asks(year):
        ends = [phrase("chart.of", name=one.name, words=one.words) for one in (peers[0], peers[-1])]
        return phrase("across.title.results", **names, words=joined("list.clause", ends))
    counts = _verdicts(peers) if told.judged(year) else _changes(told, year, peers)
    key = "across.title.judged" if told.judged(year) else "across.title.promises"
    return phrase(
        key if counts else "across.title.bare", **names, words=joined("list.clause", counts)
    )


def _verdicts(lines: Sequence[Line]) -> list[Localized]:
    counts = Counter(line.verdict for line in lines)
    return [
        phrase("chart.count", words=called(code), n=str(counts[code]))
        for code in VerdictCode
        if counts[code]
    ]


def _changes(told: Across, year: Period, lines: Sequence[Line]) -> list[Localized]:
    ways = Counter(way[0] for one in lines if (way := change(told, one.area, year)))
    return [phrase(f"across.against.{way}", n=str(ways[way])) for way in _WAYS if ways[way]]


def change(told: Across, area: str, year: Period) -> tuple[Way, bool] | None:
    """How an area's promise stands to that for the year before, as `against` says; None where one
    has no number."""
    both = [told.of(area, one).promise for one in (year, year.before)]
    now, then = (one.target.figure if one else None for one in both)
    return against(now, then, told.ledgers[area]) if now and then else None


def _picture(
    told: Across,
    lines: Sequence[Line],
    words: tuple[Localized, Localized],
    notes: Iterable[Localized],
    lang: str,
) -> Picture:
    (title, key), axis = words, axis_of_facts(told, [fact for one in lines for fact in one.facts])
    facts = [row for n, one in enumerate(lines) for row in _facts(n, one, told, axis, lang)]
    rules = list(_rules(lines, axis, lang))
    verdicts = [{"row": n, "mark": str(one.verdict)} for n, one in enumerate(lines) if one.verdict]
    shown = {"band": any("low" in row for row in facts), "rules": bool(rules), "marks": bool(facts)}
    layers = tuple(name for name, there in {**shown, "verdicts": bool(verdicts)}.items() if there)
    grouped = any(abs(row["value"]) >= 10000 for row in facts)
    options = (("layers", layers), ("grouped", grouped))
    name = called(told.face.measure) if told.face.measure != "level" else told.indicator.name
    widths = [
        max(map(text_width, texts)) + _GAP
        for texts in (
            [places_words(one.places) for one in lines],
            [one.name[lang] for one in lines],
            [one.words[lang] for one in lines],
        )
    ]
    return Picture(
        Design("comparison", options),
        {
            "title": balanced(title[lang], FULL_WIDTH, TITLE_SIZE),
            "panel": [
                capital(phrase("chart.measured", name=name, unit=axis.name))[lang],
                key[lang],
            ],
            "named": round(widths[0]),
            "left": round(widths[0] + widths[1]),
            "right": round(FULL_WIDTH - widths[2] - (_MARK if verdicts else 0)),
        },
        {
            "facts": facts,
            "rules": rules,
            "places": [_label(n, one, places_words(one.places)) for n, one in enumerate(lines)],
            "names": [_label(n, one, one.name[lang]) for n, one in enumerate(lines)],
            "said": [_label(n, one, one.words[lang]) for n, one in enumerate(lines)],
            "verdicts": verdicts,
            "notes": [noted(notes, lang)],
        },
    )


def _label(row: int, line: Line, text: str) -> Row:
    return {"row": row, "area": line.area, "apart": line.places is None, "label": text}


def places_words(places: tuple[int, int] | None) -> str:
    """1, or 2–25 where the wordings leave the order open; empty for what has no place."""
    return "–".join(map(str, dict.fromkeys(places or ())))


def axis_of_facts(told: Across, facts: Sequence[Fact]) -> Axis:
    """In the unit that most figures are stated in."""
    units = next(iter(told.ledgers.values())).vocabulary.units
    stated = Counter(fact.figure.unit for fact in facts if fact.figure)
    unit = units[stated.most_common(1)[0][0] if stated else told.face.unit]
    largest = max((abs(fact.value) for fact in facts), default=Fraction(1))
    return axis_for(unit, units.get(unit.base, unit), largest, told.face.measure)


def _facts(row: int, line: Line, told: Across, axis: Axis, lang: str) -> Iterator[Row]:
    """The result, then the promise over it; a range has a mark at both its ends."""
    for fact in line.facts:
        says = phrase("chart.of", name=line.name, words=fact.note)[lang]
        base = {"row": row, "area": line.area, "mark": fact.mark, "says": says}
        if fact.figure and fact.is_target and fact.figure.comparator == Comparator.APPROX:
            about = extent_of(fact.figure, told.ledgers[line.area])
            ends = {"low": about.low, "high": about.high}
            base |= {k: axis.place(end, lang) for k, end in ends.items() if end is not None}
        for value in fact.ends or (fact.value,):
            yield {**base, "value": axis.place(value, lang)}


def _rules(lines: Sequence[Line], axis: Axis, lang: str) -> Iterator[Row]:
    for n, line in enumerate(lines):
        for fact in line.facts:
            if fact.ends:
                low, high = (axis.place(end, lang) for end in fact.ends)
                kind = "range" if fact.is_target else "within"
                yield {"row": n, "rule": kind, "value": low, "x2": high}
