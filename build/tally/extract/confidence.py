"""How often a claim is right in all five fields, by what is seen of it.

The weights are fitted, never asserted: `tally evaluate GOLD_DIR --calibrate` makes
words/confidence.yml from annotated passages (logistic regression on the signs below).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from tally.extract.clock import Clock
from tally.extract.lexicon import table
from tally.extract.names import CANONICAL, FACES

Signs = tuple[str, ...]
Example = tuple[Signs, bool]

_TABLE = table("confidence")
_WEIGHTS: dict[str, float] = _TABLE["weights"]
# Nothing is ever quite certain, nor hopeless.
_LEAST, _MOST = 0.05, 0.99
_LONG_NAME, _SHORT_NAME = 14, 3
_SURE = 6.0
_ROUNDS, _STEP, _SHRINK = 500, 3.0, 0.001


def confidence(signs: Signs) -> float:
    """The share of claims with such signs that are right, 0 to 1, to two places."""
    score = sum(_WEIGHTS.get(sign, 0.0) for sign in ("any", *signs))
    return round(min(_MOST, max(_LEAST, _share(score))), 2)


def signs_of(rule: str, name: str, clock: Clock, margin: float, certain: bool) -> Signs:
    """What is seen of a claim: how it was named, dated and staged."""
    found = [f"rule {rule}", "year certain" if certain else "year uncertain"]
    if clock.topic.stated or clock.own:
        found.append("time stated")
    elif clock.topic.spans:
        found.append("time of several years")
    if margin >= _SURE:
        found.append("stage sure")
    if name in CANONICAL.values() or FACES.last(name):
        found.append("name has a face")
    if len(name) > _LONG_NAME or len(name) < _SHORT_NAME:
        found.append("name of odd length")
    return tuple(found)


def fitted(examples: Sequence[Example]) -> dict[str, float]:
    """Weights of the signs by logistic regression, drawn a little towards none."""
    signs = sorted({sign for found, _ in examples for sign in found})
    weights = dict.fromkeys(("any", *signs), 0.0)
    for _ in range(_ROUNDS):
        slope = dict.fromkeys(weights, 0.0)
        for found, right in examples:
            miss = right - _share(sum(weights[sign] for sign in ("any", *found)))
            for sign in ("any", *found):
                slope[sign] += miss
        for sign, rise in slope.items():
            shrink = 0.0 if sign == "any" else _SHRINK * weights[sign]
            weights[sign] += _STEP * (rise / len(examples) - shrink)
    return {sign: round(weight, 2) for sign, weight in weights.items()}


def as_yaml(weights: dict[str, float], documents: int, figures: int) -> str:
    """The table that holds the weights."""
    rows = "".join(f"  {sign}: {weight}\n" for sign, weight in weights.items())
    return (
        "# Made by `tally evaluate GOLD_DIR --calibrate`; do not edit.\n"
        f"# From {figures} figures of {documents} annotated documents.\n"
        f"weights:\n{rows}"
    )


def calibration(pairs: Iterable[tuple[float, bool]]) -> list[tuple[str, int, float, float]]:
    """For each band of confidence: how many claims, their mean confidence, the share right."""
    found = list(pairs)
    rows = []
    for low, high in ((0.0, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 1.01)):
        band = [(c, right) for c, right in found if low <= c < high]
        if band:
            mean = sum(c for c, _ in band) / len(band)
            rows.append(
                (
                    f"{low:.1f}-{min(high, 1):.1f}",
                    len(band),
                    mean,
                    sum(r for _, r in band) / len(band),
                )
            )
    return rows


def _share(score: float) -> float:
    return 1 / (1 + math.exp(-score))
