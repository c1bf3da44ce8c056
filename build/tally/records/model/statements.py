"""What sources state: figures, observations and targets, and what was corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tally.records.model.base import Localized, Place, Places, no_places
from tally.records.model.documents import Span
from tally.terms import (
    Basis,
    Comparator,
    CorrectionKind,
    Measure,
    Period,
    Provenance,
    Review,
    StatedDirection,
    Status,
    Strength,
    TargetType,
    VerdictCode,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as stated: `value` keeps its written digits; `value_high` ends a range.

    `occurrence` picks among equal numbers of one quote, from 1. `direction` is `down` where
    the text states a decline, whose magnitude `value` then is. `stated` is the number in the
    words of a source whose text is not kept. `strength` is a promise's; `basis` what growth is
    counted on, where the text says so; `base_period` what it counts from, where that is not the
    year before (翻一番 of 2025 counts from 2020).
    """

    measure: Measure
    comparator: Comparator
    value: Decimal
    value_high: Decimal | None
    unit: str
    direction: StatedDirection | None
    occurrence: int
    place: Place
    stated: str | None = None
    strength: Strength = Strength.EXPECTED
    basis: Basis | None = None
    base_period: Period | None = None
    places: Places = field(default_factory=no_places, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Relation:
    """A promise relative to something else, without a number of its own.

    `to` is an indicator id (in step with growth: growth approx gdp) or a member of RelationTo:
    the indicator's own value in the year before (remain stable: level approx previous), its
    value in another `area`, or what was assigned from above.
    """

    measure: Measure
    comparator: Comparator
    to: str
    place: Place
    area: str | None = None
    strength: Strength = Strength.EXPECTED
    basis: Basis | None = None
    places: Places = field(default_factory=no_places, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a record rests on: a source, with a quote (text kept) or a locator (text not kept)."""

    source: str
    quote: str | None
    locator: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Own:
    """What a figure that no shared indicator fits is called, in its dataset; the record's
    `indicator` is then an id of its own. `en` is None until somebody has it."""

    zh: str
    en: str | None
    theme: str
    dataset: str

    @property
    def name(self) -> Localized:
        """The name to show: the Chinese one where there is no other."""
        return Localized(self.zh, self.en or self.zh)


@dataclass(frozen=True, slots=True)
class Observation:
    """A reported figure for an indicator, an area and a period.

    `own` is set where it stands under its own words, which no indicator of the vocabulary fits.
    `in_series`: it is a cell of a series, which says its number once and nothing else of it.
    `period_inferred`: the source does not say the period, a curator concluded it.
    """

    id: str
    area: str
    indicator: str
    period: Period
    figure: Figure
    status: Status | None
    evidence: Evidence
    provenance: Provenance
    review: Review
    note: Localized | None
    place: Place
    in_series: bool = False
    period_inferred: bool = False
    confidence: Decimal | None = None
    acknowledged: Mapping[str, Localized] = field(default_factory=dict)
    own: Own | None = None
    places: Places = field(default_factory=no_places, compare=False, repr=False)

    @property
    def entered(self) -> bool:
        """Whether an entry of the data files states it; else it is a claim of extracted.yml."""
        return self.confidence is None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a milestone, as a curator reads it in a source.

    `evidence` is where the source says so, its span the whole quote. `date` is when it was
    done, in ISO form of any precision.
    """

    verdict: VerdictCode
    evidence: Evidence
    date: str | None
    note: Localized | None
    place: Place
    places: Places = field(default_factory=no_places, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Target:
    """A promise: a figure, a relation, a milestone or a wish, with the period it is due.

    A milestone has a `title`, what would count as `kept`, whether it is `borderline` (one
    public notice might not settle it), and its `outcome` once that is known; the others have
    an `indicator`, a wish a `title` too: what is wished. `theme` is the milestone's own or the
    indicator's.
    """

    id: str
    area: str
    due: Period
    type: TargetType
    theme: str
    indicator: str | None
    figure: Figure | None
    relation: Relation | None
    title: Localized | None
    kept: Localized | None
    borderline: bool
    evidence: Evidence
    provenance: Provenance
    review: Review
    note: Localized | None
    place: Place
    outcome: Outcome | None = None
    confidence: Decimal | None = None
    acknowledged: Mapping[str, Localized] = field(default_factory=dict)
    own: Own | None = None
    places: Places = field(default_factory=no_places, compare=False, repr=False)

    @property
    def entered(self) -> bool:
        """Whether an entry of the data files states it; else it is a claim of extracted.yml."""
        return self.confidence is None

    @property
    def promised(self) -> Figure | Relation | None:
        """The number or the relation that is promised, where it is one."""
        return self.figure or self.relation


@dataclass(frozen=True, slots=True)
class Correction:
    """A change after publication: our `correction`, or the source's own `revision`."""

    date: str
    kind: CorrectionKind
    figure: str
    old: str
    new: str
    reason: Localized
    by: str
    since: str
    place: Place
    places: Places = field(default_factory=no_places, compare=False, repr=False)
