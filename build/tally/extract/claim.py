"""What extraction finds: one figure with its name, period, kind, quote and place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal

from tally.terms import Basis, Comparator, Kind, Measure, StatedDirection, Status, Strength

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure that a text states.

    `start` and `end` are code-point offsets of the number with its unit in the raw text;
    `number_span` and `quote_span` are offsets in the reading text. `value` is as written;
    a decline keeps its magnitude and has `direction` "down". `rule` names what read it,
    `signs` are what its confidence follows from.
    """

    start: int
    end: int
    number_text: str
    quote: str
    name: str
    indicator: str | None
    value: Decimal
    value_high: Decimal | None
    unit: str
    measure: Measure
    comparator: Comparator
    kind: Kind
    period: str | None
    direction: StatedDirection | None
    status: Status | None
    confidence: float
    rule: str
    number_span: Span
    quote_span: Span
    basis: Basis | None = None
    strength: Strength | None = None
    signs: tuple[str, ...] = ()

    def to_json(self, file: str) -> str:
        """One line of JSON, keys in the published order, decimals as written; `file` is the
        one that the claim was read in."""
        pairs = [(key, _json(getattr(self, key))) for key in JSON_KEYS]
        pairs.append(("file", _json(file)))
        return "{" + ", ".join(f'"{key}": {value}' for key, value in pairs) + "}"


JSON_KEYS = (
    "start", "end", "number_text", "quote", "name", "indicator", "value", "value_high", "unit",
    "measure", "comparator", "kind", "period", "direction", "status", "confidence", "rule",
    "basis", "strength",
)  # fmt: skip


def plain(value: Decimal) -> str:
    """A decimal without an exponent, digits as written: 5.10 stays 5.10."""
    return f"{value:f}"


def _json(value: object) -> str:
    return plain(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
