"""What follows from records: the objects this room hands to pages, charts and packages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tally.derive.interval import Interval
from tally.derive.sentence import Sentence
from tally.records.model import Observation, Target
from tally.terms import ConflictKind, Inference, Measure, Period, Severity, VerdictCode


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval with the base unit it is in (元, %, 家 …)."""

    interval: Interval
    unit: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A value nobody stated, with the observations it follows from.

    `how` says the arithmetic. `real` marks a level that follows from growth at
    constant prices: it is the earlier level at the later year's prices, not the published one.
    """

    indicator: str
    period: Period
    measure: Measure
    quantity: Quantity
    inputs: tuple[Observation, ...]
    how: Sentence
    real: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a promise was kept, as its wording allows, and why.

    `rule` is the id of the row of `rules.yml` that was used; `inputs` are the ids of
    the observations it rests on, none for a milestone, whose verdict a curator has read in a
    source. `inference`: whether a source states the outcome in the terms of the promise, or it
    is derived; None where neither gives one. `revised` is what the newest figure says, where one
    came out after that of its time, by which promises are judged; None where none did.
    """

    code: VerdictCode
    reason: Sentence
    rule: str
    inference: Inference | None = None
    inputs: tuple[str, ...] = ()
    revised: VerdictCode | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """How far a promised amount was reached part of the way: its share in percent, after
    `elapsed` of the time (0 to 1)."""

    reached: Interval
    elapsed: Fraction
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """A target beside all that bears on it.

    `baseline` is the previous period's figure in the target's own terms where there is one, and
    `revised` what stands now where that was revised since; `baselines` and `outcomes` are all
    candidates, the used one first. `outcome` is None when the verdict is derived or there is
    none. `accepted` holds the outcomes that keep the promise, as the rule that judges has it,
    whether or not one is known; None where the wording gives none, or the number that it is
    relative to is not known. `weighed` is what the outcome can be, as it was held against them.
    Both are in the base unit of the promise's own measure. `weaker`: the promise certainly asks
    for less than the baseline already was. `restates`: the promise that this one is again, so that
    it is not counted.
    """

    target: Target
    baseline: Observation | None
    baselines: tuple[Observation, ...]
    revised: Observation | None
    outcome: Observation | None
    outcomes: tuple[Observation, ...]
    derived: Derived | None
    accepted: Quantity | None
    weighed: Quantity | None
    pace: Pace | None
    weaker: bool
    verdict: Verdict
    restates: str | None = None


Outlooks = Mapping[str, Outlook]
"""By the id of their target."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different values for one thing: a `revision` (one publisher's later word) or a
    `disagreement`. Observations are in the order in which they were published."""

    kind: ConflictKind
    indicator: str
    period: Period
    measure: Measure
    observations: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a cross-check found: two numbers that bear on each other."""

    check: str
    severity: Severity
    indicator: str
    period: Period
    text: Sentence
    inputs: tuple[str, ...]
