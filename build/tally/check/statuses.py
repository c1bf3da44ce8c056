"""Whether a number is settled, held to the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tally.check.places import at
from tally.extract import Claim
from tally.records.model import Observation
from tally.records.problem import Problem
from tally.terms import Status

_SETTLED = re.compile("最终核实|最终核定|核实后|核定|决算|终核|最终数|修订后")
_ESTIMATED = re.compile("预计|预测|预期|初步|快报")
_SEEN = "status"


def status_problems(observation: Observation, claims: Sequence[Claim]) -> Iterator[Problem]:
    """Whether the words call a number preliminary or settled as its entry does; `claims` are what
    the machine reads of it."""
    quote, status = observation.evidence.quote, observation.status
    if observation.evidence.span is None or quote is None or _SEEN in observation.acknowledged:
        return
    said = _said(quote, claims)
    if status == Status.FINAL and not _SETTLED.search(quote):
        message = "the quote does not say that the number is settled"
        help_ = f"{_to_be(said)}; final is for words such as 最终核实 or 决算"
        yield Problem(at(observation, "status"), "quote-status", message, help_)
    elif status != Status.FINAL and status != said:
        value = f"{observation.figure.value:f}"
        message = f"the words call {value} {said or 'nothing'}, the entry {status or 'nothing'}"
        yield Problem(at(observation, "status"), "quote-status", message, _to_be(said))


def _said(quote: str, claims: Sequence[Claim]) -> Status | None:
    """What the words say, by the machine or, where it read nothing, by what stands there."""
    if claims:
        return next((claim.status for claim in claims if claim.status), None)
    return Status.PRELIMINARY if _ESTIMATED.search(quote) else None


def _to_be(status: Status | None) -> str:
    return f"write status: {status}" if status else "remove status"
