"""How far a figure is to be trusted over another for the same thing."""

from __future__ import annotations

from collections.abc import Mapping

from tally.records.model import Figure, Observation, Source
from tally.terms import Comparator, DocumentType

_WRITTEN_EXACTLY: Mapping[Comparator, int] = {
    Comparator.EQ: 0,
    Comparator.RANGE: 1,
    Comparator.APPROX: 1,
}
BOUND_ONLY = 2
_STATUS = {"final": 0, None: 1, "preliminary": 2}
_OFFICIAL = frozenset({"work-report", "plan", "bulletin", "yearbook", "statistics"})


def exactness(figure: Figure) -> int:
    """0 for a plain number, 1 for about and ranges, 2 for a bound, which says least."""
    return _WRITTEN_EXACTLY.get(figure.comparator, BOUND_ONLY)


def standing(row: Observation, sources: Mapping[str, Source]) -> tuple[int, ...]:
    """How far to trust a figure over another, smaller is better: exactness, no encyclopedia or
    forum, status, provenance, kind of source."""
    source = sources[row.evidence.source]
    return (
        exactness(row.figure),
        source.kind == DocumentType.OTHER,
        _STATUS[row.status],
        row.provenance != "verified",
        not is_official(source),
    )


def is_official(source: Source) -> bool:
    """Whether a source is a government's own word, or its statistics."""
    return source.kind in _OFFICIAL


def published(source: Source) -> str:
    """When a source came out, for sorting: a year or month alone counts as its end."""
    return source.published + "-12-31"[len(source.published) - 4 :]
