"""Claims of a source entered in bulk: in goes what `tally check` has nothing to say against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tally.extract import Claim
from tally.records.archive import EXTRACTED, Archived
from tally.records.load import Loaded
from tally.records.machine import claims_of, extracted_text
from tally.records.model import Observation, Target
from tally.records.spans import Spans, occurrences
from tally.review.statement import Statement, entry_of, statements, unit_of, widened
from tally.review.trial import Draft, drafted, objections
from tally.terms import Comparator, Kind

_NOT_FOUND = "the number is not written so in its sentence"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which claims of a source are to go in: `at_least` is the lowest confidence."""

    dataset: str
    source: str
    at_least: float = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """A claim that cannot go in, and why."""

    claim: Claim
    why: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What goes in: the files to write, by their path below datasets/; and what does not."""

    files: Mapping[str, bytes]
    accepted: tuple[Claim, ...]
    refused: tuple[Refused, ...]


def accept(loaded: Loaded, asked: Asked) -> Acceptance:
    """The files of a dataset with the open claims of a source entered as `review: extracted`.

    Open is a claim whose number no entry and no words of left_out hold. Raises KeyError when
    there is no such source, WriteError when a file cannot take entries, OSError.
    """
    archived = loaded.archive[asked.dataset][asked.source]
    vocabulary = loaded.datasets.vocabulary
    claims = claims_of(archived.source, vocabulary)
    open_ = list(_open(claims, loaded, archived, asked))
    held = {c.start: why for c in open_ if (why := _why_not(c, loaded, asked))}
    held |= _said_better([c for c in open_ if c.start not in held])
    fit = [claim for claim in open_ if claim.start not in held]
    refused = [Refused(c, held[c.start]) for c in open_ if c.start in held]
    made = list(statements(fit, archived.text, vocabulary.indicators))
    sound, more = _sound(made, loaded, archived, asked)
    files = {path: text.encode() for path, text in drafted(loaded.root, sound).items()}
    fresh = extracted_text(archived.source, claims)
    if archived.extracted_file and archived.extracted_file[1] != fresh:
        files[f"{asked.dataset}/sources/{asked.source}/{EXTRACTED}"] = fresh.encode()
    accepted = tuple(claim for draft in sound for claim in draft.statement.claims)
    order = sorted((*refused, *more), key=lambda one: one.claim.start)
    return Acceptance(files, accepted, tuple(order))


def _why_not(claim: Claim, loaded: Loaded, asked: Asked) -> str | None:
    vocabulary = loaded.datasets.vocabulary
    if claim.indicator not in vocabulary.indicators:
        return f"{claim.name} is no indicator of the vocabulary"
    if claim.kind == Kind.BACKGROUND:
        return "it is background, no figure of the area"
    if claim.confidence < asked.at_least:
        return f"its confidence is {claim.confidence:.2f}"
    if claim.period is None:
        return "its period is not known"
    if unit_of(claim, vocabulary.units) is None:
        return f"{claim.unit or 'no unit'} is not in vocabulary/units.yml"
    return None


def _said_better(claims: Sequence[Claim]) -> Mapping[int, str]:
    """The claims that another of the same thing says better: an exact number before a vague one
    (突破3000亿元、达到3120亿元), the first of equals."""
    same: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        face = claim.measure, claim.basis, claim.strength
        same[claim.kind, claim.indicator, claim.period, face].append(claim)
    return {
        worse.start: f"{best.number_text} says the same of {best.period}"
        for group in same.values()
        for best in [min(group, key=lambda claim: claim.comparator != Comparator.EQ)]
        for worse in group
        if worse is not best
    }


def _open(
    claims: Sequence[Claim], loaded: Loaded, archived: Archived, asked: Asked
) -> Iterator[Claim]:
    dataset = loaded.datasets.datasets[asked.dataset]
    records: Sequence[Observation | Target] = (*dataset.observations, *dataset.targets)
    spans = [
        (span.number_start, span.number_end)
        for record in records
        if record.entered and record.evidence.source == asked.source
        if (span := record.evidence.span)
    ]
    spans += [s for e in archived.source.left_out for s in occurrences(e.text, archived.text)]
    covered = Spans.of(spans)
    return (claim for claim in claims if not covered.touch(*claim.number_span))


def _sound(
    made: Sequence[Statement], loaded: Loaded, archived: Archived, asked: Asked
) -> tuple[list[Draft], list[Refused]]:
    """The statements that go in, as entries, and the claims that do not.

    One that something is said against is tried with all its words; then without the figure.
    """
    refused: list[Refused] = []
    pending = list(made)
    while True:
        drafts, unwritten = _drafts(pending, loaded, archived, asked)
        against = objections(loaded.root, asked.dataset, asked.source, drafts)
        for one in unwritten:
            against[one] = {claim.start: _NOT_FOUND for claim in one.claims}
        if not against:
            return drafts, refused
        pending = [
            again for one in pending for again in _again(one, against.get(one), archived, refused)
        ]


def _again(
    one: Statement, against: Mapping[int, str] | None, archived: Archived, refused: list[Refused]
) -> Iterator[Statement]:
    """What to try in place of a statement; what is given up goes to `refused`."""
    if not against:
        yield one
    elif not one.whole:
        yield widened(one, archived.text)
    else:
        lost = [claim for claim in one.claims if claim.start in against]
        refused.extend(Refused(claim, against[claim.start]) for claim in lost)
        rest = one.without(lost)
        if rest.claims:
            yield rest


def _drafts(
    pending: Sequence[Statement], loaded: Loaded, archived: Archived, asked: Asked
) -> tuple[list[Draft], list[Statement]]:
    """The statements as entries of their files, and those whose words hold no such number."""
    vocabulary = loaded.datasets.vocabulary
    areas = loaded.datasets.datasets[asked.dataset].areas
    area = archived.source.area if len(areas) > 1 else None
    drafts, unwritten = [], []
    for one in pending:
        text = entry_of(one, area, archived, vocabulary.units)
        kind = "observations" if one.first.kind == Kind.ACTUAL else "targets"
        theme = vocabulary.indicators[one.first.indicator or ""].theme
        path = f"{asked.dataset}/{kind}/{theme}.yml"
        if text is None:
            unwritten.append(one)
        else:
            drafts.append(Draft(one, path, text))
    return drafts, unwritten
