"""A statement of a source: claims that one entry of the data files holds, and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from tally.check.measures import families
from tally.extract import Claim
from tally.records.archive import Archived
from tally.records.machine import as_entered
from tally.records.model import Figure, Indicator, Place, Vocabulary
from tally.records.trace import find_figure, numbers_within
from tally.terms import Comparator, Kind, Measure, Review, Strength
from tally.write import Value, entry_text

_CLAUSE_ENDS = "，,；;。\n"
_BASE_YEAR = re.compile(r"((?:19|20)[0-9]{2})年[^，。；]{0,12}$")
_RATIO = re.compile("[∶:：]1$")
# What a number without a unit is in: 城乡收入比降至2.2, 三次产业比重为4∶38∶58.
_UNWRITTEN = {Measure.RATIO: "∶1", Measure.SHARE: "%"}
_NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Statement:
    """Claims of one indicator, period and kind that one stretch of the text makes.

    `span` is that of its quote in the reading text; `whole` says that it is as long as it gets.
    """

    claims: tuple[Claim, ...]
    span: tuple[int, int]
    whole: bool = False

    @property
    def first(self) -> Claim:
        return self.claims[0]

    def without(self, claims: Sequence[Claim]) -> Statement:
        return replace(self, claims=tuple(c for c in self.claims if c not in claims))


def statements(
    claims: Sequence[Claim], text: str, indicators: Mapping[str, Indicator]
) -> Iterator[Statement]:
    """The claims as statements, each quoted by the clause that names its indicator."""
    for _, group in groupby(claims, _said_together):
        own = tuple(group)
        yield Statement(own, _narrow(own, text, indicators[own[0].indicator or ""]))


def widened(one: Statement, text: str) -> Statement:
    """The same with all its words, from the beginning of its line where they stand twice."""
    start, end = one.first.quote_span
    start, end = min(start, one.span[0]), max(end, one.span[1])
    if text.count(text[start:end]) > 1:
        start = text.rfind("\n", 0, start) + 1
    return replace(one, span=(start, end), whole=True)


def unit_of(claim: Claim, vocabulary: Vocabulary) -> str | None:
    """The vocabulary's unit of a claim: the one of that name, or one that is written so behind
    a number (万亿; ∶1 behind 2.27; 户 of enterprises), which its indicator may have; None where
    there is none."""
    measure = as_entered(claim.measure, claim.unit, claim.name)
    written = claim.unit or _UNWRITTEN.get(measure, "")
    written = "∶1" if _RATIO.search(claim.number_text) and not claim.unit else written
    named = [unit for unit in vocabulary.units.values() if unit.id == written]
    alike = [unit for unit in vocabulary.units.values() if written in unit.forms]
    indicator = vocabulary.indicators.get(claim.indicator or "")
    if indicator is None:
        found = named or (alike if len(alike) == 1 else [])
    else:
        allowed = families(measure, indicator)
        found = [unit for unit in (*named, *alike) if unit.family in allowed] or named
    return found[0].id if found else None


def _said_together(claim: Claim) -> tuple[object, ...]:
    return claim.kind, claim.indicator, claim.period, claim.quote_span, claim.status


def _narrow(claims: Sequence[Claim], text: str, indicator: Indicator) -> tuple[int, int]:
    """From the last clause that names the indicator to the end of that of the last number."""
    first, last = claims[0].number_span[0], claims[-1].number_span[1]
    begin, stop = claims[0].quote_span
    names = (claims[0].name, indicator.name.zh, *indicator.aliases)
    end = next((at for at in range(last, stop) if text[at] in _CLAUSE_ENDS), max(stop, last))
    for start in range(first, begin - 1, -1):
        begins = start == begin or text[start - 1] in _CLAUSE_ENDS
        words = text[start:end]
        if begins and any(name in words for name in names) and text.count(words) == 1:
            return start, end
    return min(begin, first), end


def entry_of(
    one: Statement,
    area: str | None,
    archived: Archived,
    vocabulary: Vocabulary,
    review: Review = Review.EXTRACTED,
    own: Mapping[str, Value] | None = None,
    more: Mapping[str, Value] | None = None,
) -> str | None:
    """The statement as an entry, under the `own` words of its source where it has these instead
    of an indicator, with `more` fields; None where its words do not hold its numbers."""
    found = [_figure(claim, one.span, archived, vocabulary) for claim in one.claims]
    figures = [figure for figure in found if figure is not None]
    if len(figures) < len(found):
        return None
    claim = one.first
    fields: dict[str, Value] = {**own} if own else {"indicator": claim.indicator or ""}
    fields |= {"area": area} if area else {}
    fields["period" if claim.kind == Kind.ACTUAL else "due"] = claim.period or ""
    fields |= {"source": archived.source.id, "quote": archived.text[slice(*one.span)].strip()}
    fields |= {"status": claim.status} if claim.status else {}
    fields |= more or {}
    fields |= {"review": review} if review != Review.REVIEWED else {}
    fields |= {"figures": figures}
    return entry_text(fields)


def _figure(
    claim: Claim, span: tuple[int, int], archived: Archived, vocabulary: Vocabulary
) -> Mapping[str, str | Decimal] | None:
    occurrence = _occurrence(claim, span, archived, vocabulary)
    if occurrence is None:
        return None
    measure = as_entered(claim.measure, claim.unit, claim.name)
    fields: dict[str, str | Decimal] = {"measure": measure}
    fields |= {"comparator": claim.comparator} if claim.comparator != Comparator.EQ else {}
    fields["value"] = claim.value
    fields |= {"value_high": claim.value_high} if claim.value_high is not None else {}
    fields["unit"] = unit_of(claim, vocabulary) or claim.unit
    fields |= {"direction": claim.direction} if claim.direction else {}
    stated = claim.strength or Strength.EXPECTED
    fields |= {"strength": stated} if stated != Strength.EXPECTED else {}
    fields |= {"basis": claim.basis} if claim.basis else {}
    fields |= {"occurrence": Decimal(occurrence)} if occurrence > 1 else {}
    if measure != claim.measure:
        fields |= _base(archived.text[span[0] : claim.number_span[0]])
    return fields


def _base(before: str) -> Mapping[str, str]:
    """From when a doubling counts, where the words before it say so: 比2020年翻一番."""
    year = _BASE_YEAR.search(before)
    return {"base_period": year[1]} if year else {}


def _occurrence(
    claim: Claim, span: tuple[int, int], archived: Archived, vocabulary: Vocabulary
) -> int | None:
    """Which of the equal numbers of its quote a claim's is, from 1."""
    numbers = numbers_within(archived.scan.numbers, *span)
    for count in range(1, len(numbers) + 1):
        stated = find_figure(_as_figure(claim, count, vocabulary), numbers, vocabulary.units)
        if stated is None:
            return None
        if stated.start < claim.number_span[1] and claim.number_span[0] < stated.end:
            return count
    return None


def _as_figure(claim: Claim, occurrence: int, vocabulary: Vocabulary) -> Figure:
    return Figure(
        measure=as_entered(claim.measure, claim.unit, claim.name),
        comparator=claim.comparator,
        value=claim.value,
        value_high=claim.value_high,
        unit=unit_of(claim, vocabulary) or claim.unit,
        direction=claim.direction,
        occurrence=occurrence,
        place=_NOWHERE,
    )
