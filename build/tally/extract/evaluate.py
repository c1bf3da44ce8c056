"""How well extraction reads: claims held against passages annotated by hand.

A gold folder holds `<stem>.txt` with `<stem>.jsonl`, one object for each number: `start`,
`number_text`, `name`, `value`, `unit`, `measure`, `comparator`, `kind`, `period`; where they
apply `value_high`, `direction`, `optional` (neither rewarded nor punished), `period_alt`
(other periods to accept) and `shared_span` (one number, several indicators).
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path

import msgspec

from tally.extract.claim import Claim
from tally.extract.confidence import Example
from tally.extract.extract import extract_claims
from tally.text import LARGEST_REPORT, TextError, decode, read_regular, read_text

ATTRIBUTES = ("name", "measure", "kind", "period", "comparator")
# Names are free text: they agree when this share of their characters runs alike.
NAME_LIKENESS = 0.6
_MOST_DIGITS = 24

_SCALES = {"万亿": Decimal(10) ** 12, "亿": Decimal(10) ** 8, "万": Decimal(10) ** 4}
_MARKS = re.compile(r"[“”（）()、，\s]|的")


class NoGoldError(ValueError):
    """A folder without any annotated text."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated number of a document."""

    start: int
    number_text: str
    name: str
    value: Decimal
    unit: str
    measure: str
    comparator: str
    kind: str
    period: str | None = None
    value_high: Decimal | None = None
    direction: str | None = None
    optional: bool = False
    period_alt: tuple[str, ...] = ()
    quote: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.number_text)


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold number with the claim that found it, and the attributes that disagree."""

    gold: Gold
    claim: Claim
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """One document: what was found, missed and made up. Optional numbers are left out."""

    document: str
    pairs: tuple[Pair, ...]
    missed: tuple[Gold, ...]
    invented: tuple[Claim, ...]

    @property
    def precision(self) -> float:
        return _ratio(len(self.pairs), len(self.pairs) + len(self.invented))

    @property
    def recall(self) -> float:
        return _ratio(len(self.pairs), len(self.pairs) + len(self.missed))

    @property
    def f1(self) -> float:
        found = 2 * len(self.pairs)
        return _ratio(found, found + len(self.missed) + len(self.invented))

    def accuracy(self, attribute: str) -> float:
        """The share of the numbers found whose attribute is right."""
        return _ratio(sum(attribute not in p.wrong for p in self.pairs), len(self.pairs))

    @property
    def all_right(self) -> float:
        """The share of the numbers found with every attribute right."""
        right = sum(not set(p.wrong) & set(ATTRIBUTES) for p in self.pairs)
        return _ratio(right, len(self.pairs))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of a gold folder, document by document."""

    scores: tuple[Score, ...]

    @property
    def total(self) -> Score:
        return Score(
            "all",
            tuple(p for s in self.scores for p in s.pairs),
            tuple(m for s in self.scores for m in s.missed),
            tuple(i for s in self.scores for i in s.invented),
        )

    @property
    def examples(self) -> list[list[Example]]:
        """For each document the signs of its claims, and whether all five fields are right."""
        return [[(p.claim.signs, _is_right(p)) for p in one.pairs] for one in self.scores]

    @property
    def judged(self) -> list[tuple[float, bool]]:
        """The confidence of each claim, and whether it is right; one made up is not."""
        found = [(p.claim.confidence, _is_right(p)) for s in self.scores for p in s.pairs]
        return found + [(claim.confidence, False) for s in self.scores for claim in s.invented]


def _is_right(pair: Pair) -> bool:
    return not set(pair.wrong) & set(ATTRIBUTES)


def evaluate(gold_dir: Path) -> Evaluation:
    """Score every annotated document of a folder; raises NoGoldError when there is none."""
    texts = sorted(p for p in gold_dir.glob("*.txt") if p.with_suffix(".jsonl").exists())
    if not texts:
        raise NoGoldError(f"{gold_dir} holds no .txt with a .jsonl beside it")
    return Evaluation(tuple(_document(path) for path in texts))


def _document(path: Path) -> Score:
    try:
        reading = read_text(decode(read_regular(path, LARGEST_REPORT)))
    except TextError as error:
        raise ValueError(f"{path}: {error}") from error
    gold = read_gold(path.with_suffix(".jsonl"), reading.raw)
    return score(path.stem, gold, extract_claims(reading))


def read_gold(path: Path, text: str) -> tuple[Gold, ...]:
    """The records that annotate a text; one that is broken raises ValueError with its place."""
    lines = read_regular(path, LARGEST_REPORT).removeprefix(BOM_UTF8).split(b"\n")
    return tuple(
        _gold(f"{path}:{number}", line, text)
        for number, line in enumerate(lines, 1)
        if line.strip()
    )


def _gold(place: str, line: bytes, text: str) -> Gold:
    try:
        gold = msgspec.json.decode(line, type=Gold)
        if not all(map(_is_stated, (gold.value, gold.value_high or gold.value))):
            raise ValueError("a number that no report can state")
        _refuse_misplaced(gold, text)
    except (ValueError, msgspec.DecodeError) as error:
        raise ValueError(f"{place}: not a gold record: {error}") from error
    return gold


def _refuse_misplaced(gold: Gold, text: str) -> None:
    if not gold.number_text:
        raise ValueError("number_text is empty")
    if gold.start >= 0 and text.startswith(gold.number_text, gold.start):
        return
    there = text[max(0, gold.start) : max(0, gold.end)]
    places = [match.start() for match in re.finditer(re.escape(gold.number_text), text)]
    nearest = min(places, key=lambda place: abs(place - gold.start), default=None)
    said = "it is nowhere in the text" if nearest is None else f"the nearest is at {nearest}"
    raise ValueError(f"{gold.number_text!r} is not at {gold.start}, where {there!r} is; {said}")


def _is_stated(value: Decimal) -> bool:
    return value.is_finite() and value.adjusted() < _MOST_DIGITS


def score(document: str, gold: Iterable[Gold], claims: Iterable[Claim]) -> Score:
    """Match claims to gold numbers and compare them."""
    left = list(claims)
    pairs, missed = [], []
    for wanted in sorted(gold, key=lambda g: (g.optional, g.start)):
        found = _best(wanted, left)
        if found is None:
            missed += [] if wanted.optional else [wanted]
            continue
        left.remove(found)
        pairs += [] if wanted.optional else [Pair(wanted, found, disagreements(wanted, found))]
    return Score(document, tuple(pairs), tuple(missed), tuple(left))


def _best(gold: Gold, claims: list[Claim]) -> Claim | None:
    """The claim at the same place with the same value; of several the likest name."""
    near = [c for c in claims if c.start < gold.end and gold.start < c.end and _equal(gold, c)]
    return max(near, key=lambda c: likeness(gold.name, c.name), default=None)


def _equal(gold: Gold, claim: Claim) -> bool:
    unit, factor = _unit(gold.unit)
    own, scale = _unit(claim.unit)
    if unit != own or abs(gold.value) * factor != abs(claim.value) * scale:
        return False
    high, found = gold.value_high, claim.value_high
    return high is None or found is None or high * factor == found * scale


def _unit(unit: str) -> tuple[str, Decimal]:
    for scale, factor in _SCALES.items():
        if unit.startswith(scale):
            return unit[len(scale) :], factor
    return unit.replace("％", "%"), Decimal(1)


def disagreements(gold: Gold, claim: Claim) -> tuple[str, ...]:
    """The attributes of a matched pair that differ."""
    checks = {
        "name": likeness(gold.name, claim.name) >= NAME_LIKENESS,
        "measure": gold.measure == claim.measure,
        "kind": gold.kind == claim.kind,
        "period": claim.period in (gold.period, *gold.period_alt),
        "comparator": gold.comparator == claim.comparator,
        "direction": gold.direction == claim.direction or claim.measure == "level",
        "value_high": gold.value_high == claim.value_high,
    }
    return tuple(attribute for attribute, right in checks.items() if not right)


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0 to 1; marks and 的 do not count."""
    first, second = _MARKS.sub("", one), _MARKS.sub("", other)
    return 1.0 if first == second else SequenceMatcher(None, first, second, False).ratio()


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
