"""Growth of many indicators at once: last year's beside this year's target, by their gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from tally.charts.captions import bare_promise
from tally.charts.design import Design, Picture, Row
from tally.charts.facts import Fact, observed, promised
from tally.charts.measures import FULL_WIDTH, TITLE_SIZE, balanced, text_width, wrapped
from tally.charts.model import Sketch
from tally.charts.panel import noted
from tally.charts.words import capital, sourced
from tally.derive.ledger import Ledger
from tally.derive.model import Outlook
from tally.records.model import Localized
from tally.terms import Measure, Period
from tally.words.periods import period_words
from tally.words.tables import called, joined, phrase

_ROW, _LINE = 46, 15  # pixels: a row with its words in one line, a line more
_WORDS = -13  # from the middle of a row
_MORE, _LESS = frozenset({"ge", "gt"}), frozenset({"le", "lt"})
# What a promise asks for against the year before: by whether its number is more (1), the same or
# less (-1), and by its wording. A bound on the other side leaves open what is asked.
_AGAINST = ("higher", "no-lower", "same", "about", "no-higher", "lower", "floor", "open")
_ASKED = {
    **{(1, wording): "higher" for wording in ("eq", "approx", "range", "ge", "gt")},
    **{(-1, wording): "lower" for wording in ("eq", "approx", "range", "le", "lt")},
    **{(-1, wording): "floor" for wording in ("ge", "gt")},
    **{(0, "eq"): "same", (0, "approx"): "about", (0, "range"): "about"},
    **{(0, "ge"): "no-lower", (0, "gt"): "higher", (0, "le"): "no-higher", (0, "lt"): "lower"},
}


@dataclass(frozen=True, slots=True)
class Pair:
    """An indicator's promise beside its growth of the year before."""

    name: Localized
    target: Fact
    before: Fact

    @property
    def gap(self) -> Fraction:
        return self.target.value - self.before.value

    @property
    def asked(self) -> str:
        """What is asked for against the year before, a key of `_AGAINST`."""
        if self.before.is_bound or self.target.figure is None:
            return "open"
        sign = (self.gap > 0) - (self.gap < 0)
        return _ASKED.get((sign, str(self.target.figure.comparator)), "open")

    def said(self, ledger: Ledger) -> Localized:
        reached, asked = (
            bare_promise(f, ledger.vocabulary.units) for f in (self.before, self.target)
        )
        return phrase("chart.from_to", before=reached, target=asked)


def growth_sketch(
    ledger: Ledger, outlooks: Iterable[Outlook], due: Period, site: Localized
) -> Sketch | None:
    """The growth dot plot of the targets due in one year; None for fewer than two of them.

    A row is an indicator whose growth is promised and was reported for the year before. Rows
    are sorted by how much more is promised than was reached.
    """
    pairs = [pair for outlook in outlooks if (pair := _pair(outlook, ledger, due))]
    if len(pairs) < 2:
        return None
    pairs.sort(key=lambda pair: (pair.gap, pair.name.zh))
    title, source = (
        _title(pairs, due),
        sourced(f.source for p in pairs for f in (p.target, p.before)),
    )
    years = (period_words(fact.period) for fact in (pairs[0].before, pairs[0].target))
    return Sketch(
        kind="growth",
        title=title,
        description=joined(
            "list.part",
            [phrase("chart.of", name=pair.name, words=pair.said(ledger)) for pair in pairs],
        ),
        columns=(phrase("column.indicator"), *years),
        rows=tuple((pair.name, pair.before.words, pair.target.words) for pair in pairs),
        picture=partial(_picture, pairs, ledger, title, (source, site)),
        figures=len(pairs),
        source=source,
    )


def _pair(outlook: Outlook, ledger: Ledger, due: Period) -> Pair | None:
    """The promise and the growth of the year before, as it stands now."""
    target, baseline = outlook.target, outlook.baseline
    if target.due != due or target.figure is None or target.figure.measure != "growth":
        return None
    if baseline is None or baseline.figure.measure != "growth" or target.indicator is None:
        return None
    fact = next(fact for _, fact in promised(outlook, ledger) if fact.is_target)
    best = ledger.find(baseline.indicator, baseline.period, baseline.figure.measure)
    standing = next(
        (o for o in best if ledger.base(o.figure) == ledger.base(baseline.figure)), baseline
    )
    return Pair(ledger.indicator(target.indicator).name, fact, observed(standing, ledger))


def _picture(
    pairs: list[Pair], ledger: Ledger, title: Localized, notes: Iterable[Localized], lang: str
) -> Picture:
    names = [wrapped(p.name[lang], _room(p.said(ledger)[lang])) for p in pairs]
    lines = max(map(len, names))
    shift = _WORDS - (lines - 1) * _LINE
    data: dict[str, list[Row]] = {
        "facts": [row for n, pair in enumerate(pairs) for row in _facts(n, pair, lang)],
        "rules": [row for n, pair in enumerate(pairs) for row in _rules(n, pair)],
        "names": [
            {"row": n, "label": line, "tone": "muted", "dx": 0, "align": "left"}
            | {"dy": shift + (rank + lines - len(name)) * _LINE}
            for n, name in enumerate(names)
            for rank, line in enumerate(name)
        ],
        "said": [
            {"row": n, "label": pair.said(ledger)[lang], "tone": "ink"}
            | {"dx": 0, "dy": _WORDS, "align": "right"}
            for n, pair in enumerate(pairs)
        ],
        "notes": [noted(notes, lang)],
    }
    ends = {("low" in row, "high" in row) for row in data["facts"] if "accepts" in row}
    bands = {"between": (True, True), "above": (True, False), "below": (False, True)}
    layers = (*(name for name, both in bands.items() if both in ends), "rules", "marks")
    head = capital(phrase("chart.measured", name=called(Measure.GROWTH), unit="%"))
    return Picture(
        Design("growth", (("step", _ROW + _LINE * (lines - 1)), ("layers", layers))),
        {"title": balanced(title[lang], FULL_WIDTH, TITLE_SIZE), "panel": head[lang]},
        data,
    )


def _room(said: str) -> float:
    return FULL_WIDTH - text_width(said) - 12


def _facts(row: int, pair: Pair, lang: str) -> Iterator[Row]:
    for fact in (pair.before, pair.target):
        says = phrase("chart.measured", name=pair.name, unit=fact.note)[lang]
        base = {"row": row, "period": fact.period, "mark": fact.mark, "says": says}
        ends = {"low": fact.low, "high": fact.high} if fact.is_target else {}
        own = {name: float(end) for name, end in ends.items() if end is not None}
        accepts = {"accepts": True} if fact.is_target else {}
        for n, value in enumerate(fact.ends or (fact.value,)):
            yield {**base, "value": float(value), **({} if n else {**accepts, **own})}


def _rules(row: int, pair: Pair) -> Iterator[Row]:
    before, target = float(pair.before.value), float(pair.target.value)
    yield {"row": row, "rule": "distance", "value": before, "x2": target}
    for fact in (pair.before, pair.target):
        if fact.ends:
            low, high = map(float, fact.ends)
            kind = "range" if fact.is_target else "within"
            yield {"row": row, "rule": kind, "value": low, "x2": high}


def _title(pairs: list[Pair], due: Period) -> Localized:
    """How many promises ask for more growth than the year before had, as much, or less."""
    said = [
        phrase(f"against.{key}", n=str(count))
        for key in _AGAINST
        if (count := sum(pair.asked == key for pair in pairs))
    ]
    year, every = period_words(due), joined("list.clause", said)
    return phrase("chart.growth", year=year, n=str(len(pairs)), words=every)
