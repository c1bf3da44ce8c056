"""The record model: what the data files say, as frozen typed objects that know their place.

`place` is where a record begins (for a figure: its value, for an extracted one: its claim);
`places` holds the place of each field's value, for messages; of an indicator also that of
each item of its lists, as `aliases.0`.
The words are those of SDMX and of the W3C Web Annotation model where these have one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from tally.terms import (
    AreaLevel,
    Basis,
    Comparator,
    CorrectionKind,
    Direction,
    DocumentType,
    GrowthBasis,
    Measure,
    Provenance,
    Review,
    SourceReview,
    StatedDirection,
    Status,
    Strength,
    TargetType,
    VerdictCode,
)
from tally.text import ReadingText


class Place(NamedTuple):
    """Where something stands: a file (relative, with /), a line and a column, both from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


Places = Mapping[str, Place]


def _no_places() -> Places:
    return {}


@dataclass(frozen=True, slots=True)
class Localized:
    """A text in Chinese and in English, and in what further languages it has been written.

    `text[lang]` is what a reader of that language is shown: where it has no such wording, the
    English one; `text.spoken(lang)` is the language it then is in.
    """

    zh: str
    en: str
    more: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, lang: str) -> str:
        if lang == "zh":
            return self.zh
        return next((text for code, text in self.more if code == lang), self.en)

    def spoken(self, lang: str) -> str:
        """The language in which a reader of `lang` is shown the text."""
        return lang if lang in ("zh", *dict(self.more)) else "en"

    @classmethod
    def of(cls, wordings: Mapping[str, str]) -> Localized:
        """From a text by language, Chinese and English among them."""
        more = tuple((code, text) for code, text in wordings.items() if code not in ("zh", "en"))
        return cls(wordings["zh"], wordings["en"], more)


# --- vocabulary -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as reports write it; `value × factor` is the value in the unit `base`.

    `forms` are other ways a text may write it: 百分点 for 个百分点, 元 (after 每月) for 元/月.
    `one` is its English name after the number 1, where that differs.
    """

    id: str
    name: Localized
    family: str
    factor: Decimal
    base: str
    forms: tuple[str, ...]
    place: Place
    places: Places = field(default_factory=_no_places, compare=False, repr=False)
    one: str = ""


# Ratios and indices are no words behind a number: 3∶1, 106.9 (上年=100).
_NOT_BEHIND = frozenset(("ratio", "index"))


def names_of(units: Iterable[Unit]) -> frozenset[str]:
    """All ways a text may write these units behind a number."""
    return frozenset(
        name for unit in units if unit.family not in _NOT_BEHIND for name in (unit.id, *unit.forms)
    )


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that indicators are grouped under, in the order of the file."""

    id: str
    name: Localized
    description: Localized
    place: Place
    places: Places = field(default_factory=_no_places, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Area:
    """A place that reports: `code` is its GB/T 2260 division code.

    `since` and `until` are the days (or months, or years) between which it was that place, None
    where there is no such end; `became` names the areas that followed it. No series runs across
    such a cut.
    """

    id: str
    name: Localized
    code: str
    within: str | None
    place: Place
    since: str | None = None
    until: str | None = None
    became: tuple[str, ...] = ()
    places: Places = field(default_factory=_no_places, compare=False, repr=False)

    @property
    def level(self) -> AreaLevel:
        """Its level, by how many pairs of its code are not 00."""
        filled = sum(self.code[at : at + 2] != "00" for at in (0, 2, 4))
        return tuple(AreaLevel)[filled]


@dataclass(frozen=True, slots=True)
class Indicator:
    """A concept that is measured.

    `unit_families` are those of its level, the usual one first; figures in different ones are
    never set against each other (进出口总额 in 亿美元 and in 亿元). `direction` says which way is
    better, or `none` where that is not for us to say. `codes` maps a standard (sdg, nbs, wb) to
    a code.
    `growth_basis` is `real` where growth is reported at constant prices, so that it does not
    follow from two levels. `part_of` names the indicator this one is a part of (its level is
    never above the whole's); `change_of` the stock whose yearly net change this one is.
    """

    id: str
    name: Localized
    definition: Localized
    theme: str
    unit_families: tuple[str, ...]
    direction: Direction
    aliases: tuple[str, ...]
    related: tuple[str, ...]
    codes: Mapping[str, str]
    former_ids: tuple[str, ...]
    place: Place
    growth_basis: GrowthBasis = GrowthBasis.NOMINAL
    part_of: str | None = None
    change_of: str | None = None
    places: Places = field(default_factory=_no_places, compare=False, repr=False)


# --- sources --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Repair:
    """A damaged place of a source, or a wrong year: raw words, their reading, and why."""

    raw: str
    reading: str
    reason: Localized
    place: Place


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the reading text whose numbers are no figures, wherever they stand."""

    text: str
    reason: str
    note: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Source:
    """A document: kept exactly as received (`reading` is set), or cited only.

    `dataset` is the one it stands in; `area` the place it is of, None where it is of several.
    `published` is an ISO date of any precision (2021, 2021-01, 2021-01-11); `year` is the
    year the document speaks from. `url` is an official address, never that of a copy.
    """

    id: str
    dataset: str
    area: str | None
    kind: DocumentType
    title: Localized
    publisher: Localized
    published: str
    year: int | None
    url: str | None
    note: Localized | None
    place: Place
    received: Localized | None = None
    sha256: str | None = None
    text_path: str | None = None
    language: str = "zh"
    review: SourceReview = SourceReview.COMPLETE
    reading: ReadingText | None = None
    repairs: tuple[Repair, ...] = ()
    year_corrections: tuple[Repair, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    places: Places = field(default_factory=_no_places, compare=False, repr=False)

    @property
    def archived(self) -> bool:
        """Whether the text is kept, so that figures can be read back from it."""
        return self.text_path is not None

    @property
    def provenance(self) -> Provenance:
        return Provenance.VERIFIED if self.archived else Provenance.CITED


@dataclass(frozen=True, slots=True)
class Span:
    """Where a figure stands in an archived source: the quote and the number in the reading
    text, and the number in the raw file; all are code-point offsets, end exclusive."""

    quote_start: int
    quote_end: int
    number_start: int
    number_end: int
    raw_start: int
    raw_end: int


# --- records --------------------------------------------------------------------------------


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
    base_period: str | None = None
    places: Places = field(default_factory=_no_places, compare=False, repr=False)


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
    places: Places = field(default_factory=_no_places, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a record rests on: a source, with a quote (text kept) or a locator (text not kept)."""

    source: str
    quote: str | None
    locator: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Observation:
    """A reported figure for an indicator, an area and a period.

    `in_series`: it is a cell of a series, which says its number once and nothing else of it.
    """

    id: str
    area: str
    indicator: str
    period: str
    figure: Figure
    status: Status | None
    evidence: Evidence
    provenance: Provenance
    review: Review
    note: Localized | None
    place: Place
    in_series: bool = False
    confidence: Decimal | None = None
    places: Places = field(default_factory=_no_places, compare=False, repr=False)


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
    places: Places = field(default_factory=_no_places, compare=False, repr=False)


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
    due: str
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
    places: Places = field(default_factory=_no_places, compare=False, repr=False)

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
    places: Places = field(default_factory=_no_places, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Contributor:
    """Someone who made the dataset; `role` as in Data Package v2."""

    title: str
    role: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """One folder of `datasets/`, one data package: what is stated of one area or of many."""

    id: str
    areas: tuple[str, ...]
    title: Localized
    description: Localized
    publisher: Localized
    licence: str
    version: str
    created: str
    updated: str
    keywords: tuple[str, ...]
    contributors: tuple[Contributor, ...]
    sources: Mapping[str, Source]
    observations: tuple[Observation, ...]
    targets: tuple[Target, ...]
    corrections: tuple[Correction, ...]
    place: Place
    places: Places = field(default_factory=_no_places, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What things mean, shared by all sources; each mapping is in the order of its files."""

    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)

    @property
    def unit_names(self) -> frozenset[str]:
        """All ways a text may write a unit behind a number."""
        return names_of(self.units.values())


@dataclass(frozen=True, slots=True)
class Datasets:
    """Everything under `datasets/`."""

    vocabulary: Vocabulary
    datasets: Mapping[str, Dataset]
