"""The rows of `rules.yml`, as the objects that judge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from importlib.resources import files
from typing import Any, Literal

import yaml

from tally.terms import Comparator, Direction, VerdictCode

Edge = Literal["value", "beyond", "rounded", "about"]


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
    """A kind of thing that a promise is relative to, and how far apart `about` may be: in
    percentage points, or in percent of that other number."""

    id: str
    to: Literal["indicator", "previous"]
    compared: Literal["points", "percent"]
    about: Fraction


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
    return RelationRule(id_, row["to"], row["compared"], Fraction(row["about"]))


ABOUT_SHARE = Fraction(_TABLES["about"]["share"], 100)
ABOUT_OF_STEP = Fraction(_TABLES["about"]["of_step"])
RULES = tuple(_rule(id_, row) for id_, row in _TABLES["wordings"].items())
RELATION_RULES = tuple(_relation(id_, row) for id_, row in _TABLES["relations"].items())
OUTCOMES: tuple[str, ...] = tuple(_TABLES["outcomes"])
