"""Sources, and where a figure stands in one."""

from __future__ import annotations

from dataclasses import dataclass, field

from tally.records.model.base import Localized, Place, Places, no_places
from tally.terms import (
    DocumentType,
    Provenance,
    SourceReview,
)
from tally.text import ReadingText


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
class Original:
    """The file that a source's text was taken from, kept as received, and its hash."""

    file: str
    sha256: str
    places: Places = field(default_factory=no_places, compare=False, repr=False)


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
    original: Original | None = None
    language: str = "zh"
    review: SourceReview = SourceReview.COMPLETE
    reading: ReadingText | None = None
    repairs: tuple[Repair, ...] = ()
    year_corrections: tuple[Repair, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    places: Places = field(default_factory=no_places, compare=False, repr=False)

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
