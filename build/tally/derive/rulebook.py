"""The rows of `rules.yml`, as the objects that judge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from importlib.resources import files
from typing import Any, Literal

import yaml

from tally.terms import Basis, Comparator, Direction, VerdictCode

Edge = Literal["value", "beyond", "rounded", "about"]
Other = Literal["indicator", "previous", "area", "assigned", "nothing"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording, the directions of indicator it applies to, and where what it accepts begins
    and ends; `above` is the verdict on more than that."""

    id: str
    comparator: Comparator
    directions: tuple[Direction, ...]
    low: Edge | None
    high: Edge | None
    above: VerdictCode


@dataclass(frozen=True, slots=True)
class RelationRule:
    """A kind of thing that a promise is relative to, for growth or for other measures (None: for
    all), and how far apart `about` may be: in points, or in percent of that other number."""

    id: str
    to: Other
    growth: bool | None
    compared: Literal["points", "percent"]
    about: Fraction


@dataclass(frozen=True, slots=True)
class BasisRule:
    """Which outcomes may answer a promise, by whether each says its basis, and which."""

    id: str
    promise: Literal["any", "said", "unsaid"]
    outcome: Literal["same", "said", "unsaid"]

    def fits(self, promise: Basis | None, outcome: Basis | None) -> bool:
        """Whether an outcome on one basis answers a promise on another by this row."""
        if self.promise != "any" and (promise is None) != (self.promise == "unsaid"):
            return False
        if self.outcome == "same":
            return promise == outcome
        return (outcome is None) == (self.outcome == "unsaid")


@dataclass(frozen=True, slots=True)
class YearsRule:
    """What an aim over several years counts, and which figures of single years it follows from."""

    id: str
    counts: Literal["average", "whole", "total"]
    growth: bool


_TABLES: Mapping[str, Any] = yaml.load(
    files(__package__).joinpath("rules.yml").read_text("utf-8"), Loader=yaml.CSafeLoader
)


def _rule(id_: str, row: Mapping[str, Any]) -> Rule:
    better = row.get("better")
    return Rule(
        id_,
        Comparator(row["comparator"]),
        tuple(Direction) if better is None else (Direction(better),),
        row.get("low"),
        row.get("high"),
        VerdictCode(row.get("above", VerdictCode.MISSED)),
    )


def _relation(id_: str, row: Mapping[str, Any]) -> RelationRule:
    compared, about = row.get("compared", "points"), Fraction(row.get("about", 0))
    growth = {"growth": True, "other": False}.get(row.get("of", ""))
    return RelationRule(id_, row["to"], growth, compared, about)


ABOUT_SHARE = Fraction(_TABLES["about"]["share"], 100)
ABOUT_OF_STEP = Fraction(_TABLES["about"]["of_step"])
RULES = tuple(_rule(id_, row) for id_, row in _TABLES["wordings"].items())
RELATION_RULES = tuple(_relation(id_, row) for id_, row in _TABLES["relations"].items())
BASIS_RULES = tuple(BasisRule(id_, **row) for id_, row in _TABLES["bases"].items())
YEARS_RULES = tuple(
    YearsRule(id_, row["counts"], row["from"] == "growth") for id_, row in _TABLES["years"].items()
)
OUTCOMES: tuple[str, ...] = tuple(_TABLES["outcomes"])
