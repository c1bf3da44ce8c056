"""Claims of a source entered in bulk: in goes what `tally check` has nothing to say against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path

from tally.extract import Claim
from tally.records.archive import EXTRACTED, Archived
from tally.records.load import Loaded
from tally.records.model import Observation, Target, Vocabulary
from tally.records.spans import Spans, occurrences
from tally.review.better import Base, repeats, said_better, words_of
from tally.review.files import text_of
from tally.review.statement import Statement, entry_of, statements, unit_of, widened
from tally.review.trial import Draft, drafted, objections
from tally.terms import Kind, LeftOutReason, Review
from tally.write import listed_under

_SAME = "{} says the same of {}"
_NOT_FOUND = "the number is not written so in its sentence"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which claims of a source are to go in, and as what: `at_least` is the lowest confidence,
    `review` says who has read them."""

    dataset: str
    source: str
    at_least: float = 0
    review: Review = Review.EXTRACTED


@dataclass(frozen=True, slots=True)
class Refused:
    """A claim that cannot go in, and why."""

    claim: Claim
    why: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What goes in: the files to write, by their path below datasets/; and what does not.

    `repeated` are claims that an accepted one makes too; the words of each go to `left_out`.
    """

    files: Mapping[str, bytes]
    accepted: tuple[Claim, ...]
    repeated: tuple[Claim, ...]
    refused: tuple[Refused, ...]


def accept(loaded: Loaded, asked: Asked) -> Acceptance:
    """The files of a dataset with the open claims of a source entered as `review: extracted`.

    Open is a claim whose number no entry and no words of left_out hold. Raises KeyError when
    there is no such source, WriteError when a file cannot take entries, OSError.
    """
    archived = loaded.archive[asked.dataset][asked.source]
    vocabulary = loaded.datasets.vocabulary
    claims = archived.scan.claims
    open_ = list(_open(claims, loaded, archived, asked))
    held = {claim: why for claim in open_ if (why := _why_not(claim, loaded, asked))}
    better = said_better([claim for claim in open_ if claim not in held])
    fit = [claim for claim in open_ if claim not in held and claim not in better]
    made = list(statements(fit, archived.text, vocabulary.indicators))
    sound, lost = sound_among(made, loaded, archived, asked)
    accepted = tuple(claim for draft in sound for claim in draft.statement.claims)
    again = _repeated(accepted, better, archived, partial(_in_base, vocabulary))
    held |= {one: _SAME.format(best.number_text, best.period) for one, best in better.items()}
    refused = [Refused(c, held[c]) for c in open_ if c in held and c not in again]
    files = dict(drafted(loaded.root, sound))
    folder = f"{asked.dataset}/sources/{asked.source}"
    if again:
        path = f"{folder}/source.yml"
        files[path] = _left_out(loaded.root, path, again.values())
    fresh = archived.scan.extracted
    if archived.extracted_file and archived.extracted_file[1] != fresh:
        files[f"{folder}/{EXTRACTED}"] = fresh.encode()
    order = sorted((*refused, *lost), key=lambda one: one.claim.start)
    return Acceptance(files, accepted, tuple(again), tuple(order))


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
    if unit_of(claim, vocabulary) is None:
        return f"{claim.unit or 'no unit'} is not in vocabulary/units.yml"
    return None


def _repeated(
    claims: Sequence[Claim], better: Mapping[Claim, Claim], archived: Archived, base: Base
) -> Mapping[Claim, str]:
    """The claims that one of those entered makes too, with words by which to leave them out."""
    taken = [claim.number_span for claim in claims]
    gone = [w for w, best in better.items() if best in claims and repeats(w, best, base)]
    found = ((claim, words_of(claim, archived.text, taken)) for claim in gone)
    return {claim: words for claim, words in found if words}


def _in_base(vocabulary: Vocabulary, claim: Claim) -> Decimal | None:
    unit = vocabulary.units.get(unit_of(claim, vocabulary) or "")
    return claim.value * unit.factor if unit else None


def _left_out(root: Path, path: str, words: Iterable[str]) -> bytes:
    """A source's entry with words more that are left out since they repeat a figure."""
    text = text_of(root, path)
    entries = [{"text": one, "reason": LeftOutReason.REPEATED} for one in dict.fromkeys(words)]
    return listed_under(path, text, "left_out", entries).encode()


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


def sound_among(
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
        text = entry_of(one, area, archived, vocabulary, asked.review)
        kind = "observations" if one.first.kind == Kind.ACTUAL else "targets"
        theme = vocabulary.indicators[one.first.indicator or ""].theme
        path = f"{asked.dataset}/{kind}/{theme}.yml"
        if text is None:
            unwritten.append(one)
        else:
            drafts.append(Draft(one, path, text))
    return drafts, unwritten
