"""What a curator can decide, as the page sends it: each is checked before anything follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

import msgspec

from tally.terms import (
    Basis,
    Comparator,
    Kind,
    LeftOutReason,
    Measure,
    StatedDirection,
    Status,
    Strength,
)

Words = Annotated[str, msgspec.Meta(max_length=2_000)]
Span = tuple[int, int]


class DecisionError(ValueError):
    """Why nothing follows from a decision; the message is for the curator."""


class Corrected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a claim says once a person has corrected it: what is not given stays as it was read,
    what is empty says nothing any more."""

    indicator: Words | None = None
    period: Words | None = None
    value: Words | None = None
    value_high: Words | None = None
    unit: Words | None = None
    measure: Words | None = None
    comparator: Words | None = None
    kind: Words | None = None
    status: Words | None = None
    direction: Words | None = None
    basis: Words | None = None
    strength: Words | None = None

    def fields(self) -> Mapping[str, Any]:
        """The fields that are given, numbers and members of closed lists as such; None for one
        that is emptied. Raises DecisionError."""
        given = ((name, getattr(self, name)) for name in self.__struct_fields__)
        return {name: _read(name, words) for name, words in given if words is not None}


_READ: Mapping[str, Callable[[str], Any]] = {
    "value": Decimal, "value_high": Decimal, "measure": Measure, "comparator": Comparator,
    "kind": Kind, "status": Status, "direction": StatedDirection, "basis": Basis,
    "strength": Strength,
}  # fmt: skip


def _read(name: str, words: str) -> Any:
    if not words:
        return None
    try:
        return _READ.get(name, str)(words)
    except (ValueError, InvalidOperation):
        raise DecisionError(f"{words} is no {name.replace('_', ' ')}") from None


class Why(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why what is corrected is right although the machine reads it otherwise."""

    zh: Words
    en: Words


class OwnWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a figure that no indicator fits is called."""

    zh: Words
    theme: Words
    id: Words
    en: Words = ""


class Accept(msgspec.Struct, frozen=True, tag="accept", forbid_unknown_fields=True):
    """Numbers, by where they begin, are what the machine reads, or what is corrected; those that
    the machine has entered are confirmed. `quote` narrows the words, `own` names the figure by
    its source's words, `why` goes into `acknowledged`."""

    numbers: Annotated[tuple[int, ...], msgspec.Meta(min_length=1, max_length=100)]
    corrected: Corrected = Corrected()
    quote: Span | None = None
    own: OwnWords | None = None
    why: Why | None = None


class LeaveOut(msgspec.Struct, frozen=True, tag="leave-out", forbid_unknown_fields=True):
    """A number is no figure, for a reason; `quote` is the words that say so, if chosen."""

    number: int
    reason: LeftOutReason
    quote: Span | None = None
    note: Words = ""


class Milestone(msgspec.Struct, frozen=True, tag="milestone", forbid_unknown_fields=True):
    """Words promise that something will be done."""

    quote: Span
    zh: Words
    en: Words
    theme: Words
    due: Words


class Relation(msgspec.Struct, frozen=True, tag="relation", forbid_unknown_fields=True):
    """Words promise something relative to something else: an indicator, `previous`, `assigned`, or
    the same indicator of an `area`."""

    quote: Span
    indicator: Words
    due: Words
    measure: Measure
    comparator: Comparator
    to: Words
    area: Words = ""


class NewIndicator(msgspec.Struct, frozen=True, tag="indicator", forbid_unknown_fields=True):
    """The vocabulary lacks an indicator."""

    id: Words
    zh: Words
    en: Words
    definition_zh: Words
    definition_en: Words
    theme: Words
    unit_family: Words
    direction: Literal["up", "down", "none"]


class Complete(msgspec.Struct, frozen=True, tag="complete", forbid_unknown_fields=True):
    """Every number is entered or left out."""


Decision = Accept | LeaveOut | Milestone | Relation | NewIndicator | Complete


def read_decision(data: bytes) -> Decision:
    """A decision as the page sends it, JSON with its kind in `type`; raises DecisionError."""
    try:
        decision: Decision = msgspec.json.decode(data, type=Decision)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DecisionError(f"no decision: {error}") from error
    return decision
