"""The machine's reading beside the curator's: where they differ, and whether it is up to date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from tally.check.places import at
from tally.extract import SURE, Claim
from tally.records.archive import Archived
from tally.records.machine import as_entered
from tally.records.model import Observation, Target
from tally.records.problem import Problem

Record = Observation | Target
_INDICATOR = re.compile(r"(?<=^  indicator: ).*$", re.MULTILINE)


def stale_problems(archived: Archived) -> Iterator[Problem]:
    """Whether extracted.yml is what extraction gives today; which indicator a name belongs to is
    for the vocabulary to say, whatever the file says."""
    if archived.extracted_file is None or archived.source.reading is None:
        return
    place, written = archived.extracted_file
    fresh = archived.scan.extracted
    if _INDICATOR.sub("", written) != _INDICATOR.sub("", fresh):
        line = _first_difference(written, fresh)
        message = "the file is not what extraction gives now"
        help_ = "write it anew with: tally reread"
        yield Problem(place._replace(line=line), "stale", message, help_)


def _first_difference(one: str, other: str) -> int:
    lines = zip_longest(one.split("\n"), other.split("\n"))
    return next((number for number, (a, b) in enumerate(lines, 1) if a != b), 1)


def by_number(claims: Sequence[Claim]) -> Mapping[int, Sequence[Claim]]:
    """Claims by the offset in the reading text where their number begins."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.number_span[0], []).append(claim)
    return found


def disagreement_problems(record: Record, claims: Sequence[Claim]) -> Iterator[Problem]:
    """Where the machine reads a curated number as something else: an error where it is sure, else
    for a second look. A curator who has looked acknowledges it, with the reason, in the data."""
    readings = [list(_differences(record, claim)) for claim in claims]
    least = min(readings, key=len, default=[])
    differing = {field for field, _, _ in least}
    sure = max((claim.confidence for claim in claims), default=0) >= SURE
    for field, ours, theirs in least:
        if field not in record.acknowledged:
            yield _disagreement(record, field, ours, theirs, sure=sure)
    for field in record.acknowledged.keys() - differing - {"status"}:
        if claims:
            message = f"the machine reads the {field} as it is entered"
            place = at(record, "acknowledged")
            yield Problem(place, "disagreement", message, f"remove {field} there", "warning")


def _disagreement(record: Record, field: str, ours: str, theirs: str, *, sure: bool) -> Problem:
    assert record.figure is not None
    message = f"the machine reads {theirs} for the {field} of {record.figure.value:f}, not {ours}"
    help_ = f"look again; where the entry is right, say why in acknowledged: {{{field}: …}}"
    place = at(record.figure if field == "measure" else record, field)
    return Problem(place, "disagreement", message, help_, "error" if sure else "warning")


def _differences(record: Record, claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Each field that a claim has otherwise: its name, the record's value, the machine's."""
    promised = isinstance(record, Target)
    when, time = ("due", record.due) if isinstance(record, Target) else ("period", record.period)
    measure = as_entered(claim.measure, claim.unit, claim.name)
    if record.figure and measure != record.figure.measure:
        yield "measure", record.figure.measure, measure
    if claim.indicator and claim.indicator != record.indicator:
        yield "indicator", str(record.indicator), claim.indicator
    if claim.period and claim.period != time:
        yield when, time, claim.period
    if claim.kind != "background" and (claim.kind == "target") != promised:
        yield when, "a target" if promised else "a report", f"a {claim.kind}"
