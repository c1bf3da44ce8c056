"""How often a claim is right in all five fields, by what is seen of it.

The weights are fitted, never asserted: `tally evaluate GOLD_DIR --calibrate` makes
words/confidence.yml from annotated passages (logistic regression on the signs below). What holds
for the passages fitted to holds less for others, so scores are lowered by a caution that
cross-validation over documents finds.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tally.extract.clock import Clock
from tally.extract.figures import Figure
from tally.extract.lexicon import table
from tally.extract.names import CANONICAL, FACES

Signs = tuple[str, ...]
Example = tuple[Signs, bool]
Weights = dict[str, float]
SURE = 0.9
"""From here on a claim of an unseen document is right in all it says 97 times of 100."""
# What cross-validation must give for sure claims: above 0.97, as documents differ from those seen.
_GOAL, _FOLDS = 0.975, 5

_TABLE = table("confidence")
_WEIGHTS: Weights = _TABLE["weights"]
# Nothing is ever quite certain, nor hopeless.
_LEAST, _MOST = 0.05, 0.99
_LONG_NAME, _SHORT_NAME = 14, 3
_MARGINS = (
    (6.0, "stage sure"),
    (3.0, "stage likely"),
    (1.0, "stage open"),
    (0.0, "stage doubtful"),
)
_ODD = re.compile("[，：；“”（）、0-9]")
_ROUNDS, _STEP, _SHRINK = 1500, 1.5, 0.001


def confidence(signs: Signs) -> float:
    """The share of claims with such signs that are right, 0 to 1, to two places."""
    share = _share(_score(_WEIGHTS, signs) - _TABLE["caution"])
    return round(min(_MOST, max(_LEAST, share)), 2)


def signs_of(figure: Figure, clock: Clock, margin: float, certain: bool) -> Signs:
    """What is seen of a claim: how it was named, dated and staged."""
    found = [
        f"rule {figure.rule}", f"measure {figure.measure}", f"kind {figure.kind}",
        "year certain" if certain else "year uncertain",
    ]  # fmt: skip
    return (*found, *_timed(figure, clock, margin), *_named(figure.name))


def _timed(figure: Figure, clock: Clock, margin: float) -> Iterator[str]:
    if clock.topic.stated or clock.own:
        yield "time stated"
    elif clock.topic.spans:
        yield "time of several years"
    if figure.period and "-" in figure.period:
        yield "period of several years"
    yield next(name for least, name in _MARGINS if margin >= least)
    if clock.lean:
        yield "clause agrees" if (clock.lean > 0) == (figure.kind == "target") else "clause differs"


def _named(name: str) -> Iterator[str]:
    if name in CANONICAL.values():
        yield "name known"
    elif FACES.last(name):
        yield "name has a face"
    if len(name) > _LONG_NAME or len(name) < _SHORT_NAME:
        yield "name of odd length"
    if _ODD.search(name):
        yield "name with marks"


def fitted(examples: Iterable[Example]) -> Weights:
    """Weights of the signs by logistic regression, drawn a little towards none."""
    counted = Counter(examples)
    signs = sorted({sign for found, _ in counted for sign in found})
    weights = dict.fromkeys(("any", *signs), 0.0)
    for _ in range(_ROUNDS):
        slope = dict.fromkeys(weights, 0.0)
        for (found, right), count in counted.items():
            miss = count * (right - _share(_score(weights, found)))
            for sign in ("any", *found):
                slope[sign] += miss
        for sign, rise in slope.items():
            shrink = 0.0 if sign == "any" else _SHRINK * weights[sign]
            weights[sign] += _STEP * (rise / counted.total() - shrink)
    return {sign: round(weight, 2) for sign, weight in weights.items()}


def cross_validated(documents: Sequence[Sequence[Example]]) -> list[tuple[float, bool]]:
    """Each example with its score by weights that are fitted without its document and its like."""
    found = []
    for fold in range(_FOLDS):
        rest = (one for at, each in enumerate(documents) if at % _FOLDS != fold for one in each)
        weights = fitted(rest)
        own = (one for each in documents[fold::_FOLDS] for one in each)
        found += [(_score(weights, signs), right) for signs, right in own]
    return found


def caution_of(scored: Sequence[tuple[float, bool]]) -> float:
    """The least that scores must be lowered by for the sure among them to be right."""
    steps = (step / 20 for step in range(60))
    return next((step for step in steps if _right_when_sure(scored, step) >= _GOAL), 3.0)


def _right_when_sure(scored: Sequence[tuple[float, bool]], caution: float) -> float:
    sure = [right for score, right in scored if _share(score - caution) >= SURE]
    return sum(sure) / len(sure) if sure else 1.0


def as_yaml(documents: Sequence[Sequence[Example]]) -> str:
    """The table of weights that annotated documents give, with how well it does on unseen ones."""
    scored = cross_validated(documents)
    caution = caution_of(scored)
    weights = fitted(one for each in documents for one in each)
    bands = calibration((_share(score - caution), right) for score, right in scored)
    rows = "".join(f"  {sign}: {weight}\n" for sign, weight in weights.items())
    told = "".join(
        f"  - {{band: {band}, claims: {claims}, mean: {mean:.3f}, right: {right:.3f}}}\n"
        for band, claims, mean, right in bands
    )
    return (
        "# Made by `tally evaluate GOLD_DIR --calibrate`; do not edit.\n"
        f"# From {len(scored)} figures of {len(documents)} annotated documents.\n"
        f"documents: {len(documents)}\ncaution: {caution}\nweights:\n{rows}"
        "# How often claims of documents that were not fitted to (cross-validation) are right.\n"
        f"bands:\n{told}"
    )


def bands() -> list[dict[str, Any]]:
    """For each band of confidence the claims of unseen documents, their mean, the share right."""
    return list(_TABLE["bands"])


def calibration(pairs: Iterable[tuple[float, bool]]) -> list[tuple[str, int, float, float]]:
    """For each band of confidence: how many claims, their mean confidence, the share right."""
    found = list(pairs)
    rows = []
    for low, high in ((0.0, 0.6), (0.6, 0.8), (0.8, SURE), (SURE, 1.01)):
        band = [(c, right) for c, right in found if low <= c < high]
        if band:
            mean = sum(c for c, _ in band) / len(band)
            share = sum(right for _, right in band) / len(band)
            rows.append((f"{low:.1f}-{min(high, 1):.1f}", len(band), mean, share))
    return rows


def _score(weights: Weights, signs: Signs) -> float:
    return sum(weights.get(sign, 0.0) for sign in ("any", *signs))


def _share(score: float) -> float:
    return 1 / (1 + math.exp(-score))
