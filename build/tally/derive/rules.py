"""Which outcomes keep a promise, by the rows of `rules.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from tally.derive.interval import EVERYTHING, Interval, around, point
from tally.derive.rulebook import ABOUT_OF_STEP, RELATION_RULES, RULES, Edge, RelationRule, Rule
from tally.derive.stated import about, high_value_of, in_words, stated, value_of
from tally.records.model import Figure, Relation, Unit
from tally.terms import Comparator, Direction, Measure, RelationTo

Edges = Mapping[Edge, Interval]


def rule_for(comparator: Comparator, direction: Direction) -> Rule:
    """The row that judges a wording for an indicator with this direction."""
    return _BY_WORDING[comparator, direction]


def wording_of(figure: Figure) -> Comparator:
    """The comparator of a figure's signed value: a fall of 10% or more is −10% or less."""
    return (
        _MIRRORED.get(figure.comparator, figure.comparator)
        if _falls(figure)
        else (figure.comparator)
    )


def relation_rule(relation: Relation) -> RelationRule:
    """The row for what a promise is relative to."""
    to = relation.to if relation.to in tuple(RelationTo) else "indicator"
    growth = relation.measure == Measure.GROWTH
    return next(rule for rule in RELATION_RULES if rule.to == to and rule.growth in (growth, None))


def accepted_figures(
    rule: Rule, figure: Figure, unit: Unit, step: Fraction | None = None
) -> Interval:
    """The outcomes that keep a promised figure, in the base unit; `step` as in `tolerance`."""
    value = value_of(figure, unit)
    low, high = sorted((value, high_value_of(figure, unit)))
    edges: Edges = {
        "value": Interval(low, high),
        "beyond": Interval(low, high, low_open=True, high_open=True),
        "rounded": point(value) if in_words(figure, unit) else _rounded(figure, unit),
        "about": around(value, tolerance(figure, unit, step)),
    }
    return accepted(rule, edges)


def _rounded(figure: Figure, unit: Unit) -> Interval:
    """All that rounds to a number as it is written."""
    return stated(replace(figure, comparator=Comparator.EQ), unit)


def accepted(rule: Rule, edges: Edges) -> Interval:
    """What a row accepts, from where each kind of its edges lies."""
    low = edges[rule.low] if rule.low else EVERYTHING
    high = edges[rule.high] if rule.high else EVERYTHING
    return Interval(low.low, high.high, low.low_open, high.high_open)


def tolerance(figure: Figure, unit: Unit, step: Fraction | None = None) -> Fraction:
    """How far from an about-promise an outcome may be, in the base unit (`about` of the table).

    `step` is how far the promise goes beyond the year before, where that is known.
    """
    widest = about(figure, unit)
    return min(widest, step * ABOUT_OF_STEP) if step else widest


def _falls(figure: Figure) -> bool:
    return figure.direction == "down"


_MIRRORED: Mapping[Comparator, Comparator] = {
    Comparator.GE: Comparator.LE,
    Comparator.GT: Comparator.LT,
    Comparator.LE: Comparator.GE,
    Comparator.LT: Comparator.GT,
}
_BY_WORDING: Mapping[tuple[Comparator, Direction], Rule] = {
    (rule.comparator, direction): rule for rule in RULES for direction in rule.directions
}
