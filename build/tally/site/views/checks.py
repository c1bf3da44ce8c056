"""Cross-checks and conflicts, as their page tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tally.derive import CROSS_CHECKS, CrossCheck, Finding
from tally.derive.model import Conflict
from tally.site import routes
from tally.site.library import Library, grouped
from tally.site.links import permanent
from tally.site.routes import Lang
from tally.site.views.areas import area_name, several
from tally.site.views.figures import period_label
from tally.site.views.promises import Linked
from tally.terms import Severity, complete
from tally.words import pick, say
from tally.words.figures import worded
from tally.words.sentences import said_in

CONFLICTS = "conflicts"
_SAME = "two-sources"
_ROWS = 40  # of what differs, that a page holds
Row = Conflict | Finding

SEVERITIES = complete(
    Severity, (Severity.DIFFERS, Severity.ROUNDING, Severity.UNKNOWN, Severity.CONSISTENT)
)


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding, with the figures it compared."""

    severity: Severity
    subject: str
    route: str
    period: str
    text: str
    figures: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class CheckView:
    """One kind of comparison with how many findings of each severity, and the findings."""

    id: str
    name: str
    explanation: str
    counts: tuple[tuple[Severity, str, int], ...]
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Different values for one thing, in the order in which they were published."""

    kind: str
    subject: str
    route: str
    period: str
    measure: str
    figures: tuple[Linked, ...]


def checks_view(library: Library, lang: Lang) -> tuple[CheckView, ...]:
    """Every kind of cross-check with what it found, those that differ first; where there are
    several areas it is only counted, as each has a page for what differs."""
    shown = () if several(library) else SEVERITIES
    return tuple(
        check_view(check, library.findings, shown, library, lang) for check in CROSS_CHECKS
    )


def checked_view(area: str, library: Library, lang: Lang) -> Mapping[str, Any]:
    """What an area's page of checks shows: the conflicts and each cross-check with what differs;
    where that is more than the page holds, where it stands. What two sources say of one figure is
    told as a conflict only."""
    own = [finding for finding in library.findings if _area(finding, library) == area]
    every = (check_view(check, own, (), library, lang) for check in CROSS_CHECKS)
    elsewhere = apart(area, library)
    here = {} if elsewhere else differing(area, library)
    return {
        **part_view(here.get(CONFLICTS, ()), library, lang),
        "elsewhere": {
            name: Linked(
                say("comparison.all", lang, n=sum(map(len, pages))), routes.checks(area, name)
            )
            for name, pages in elsewhere.items()
        },
        "checks": [
            replace(one, findings=part_view(here.get(one.id, ()), library, lang)["findings"])
            for one in every
            if one.counts
        ],
    }


def part_view(rows: Sequence[Row], library: Library, lang: Lang) -> Mapping[str, Any]:
    """A page's rows of what differs: of conflicts or of a cross-check."""
    return {
        "rows": [conflict_view(one, library, lang) for one in rows if isinstance(one, Conflict)],
        "findings": tuple(
            finding_view(one, library, lang) for one in rows if isinstance(one, Finding)
        ),
    }


def apart(area: str, library: Library) -> Mapping[str, Sequence[Sequence[Row]]]:
    """What of an area differs, page by page, where it is more than one page holds."""
    found = differing(area, library)
    if sum(map(len, found.values())) <= _ROWS:
        return {}
    return {
        name: [rows[start : start + _ROWS] for start in range(0, len(rows), _ROWS)]
        for name, rows in found.items()
    }


def differing(area: str, library: Library) -> Mapping[str, Sequence[Row]]:
    """What of an area differs: conflicts first, then by cross-check."""
    every: tuple[Row, ...] = (*library.conflicts, *library.findings)
    own = (one for one in every if _area(one, library) == area and _section(one))
    return grouped(own, _section)


def _section(row: Row) -> str:
    """What a row of that which differs stands under; empty for what does not differ."""
    if isinstance(row, Conflict):
        return CONFLICTS
    return row.check if row.severity == Severity.DIFFERS and row.check != _SAME else ""


def checked_places(library: Library, lang: Lang) -> tuple[Linked, ...]:
    """The areas where figures differ, with how many comparisons do; none where there is only one
    area."""
    differ = (one for one in library.findings if one.severity == Severity.DIFFERS)
    return _places(differ, "", library, lang)


def disputed_places(library: Library, lang: Lang) -> tuple[Linked, ...]:
    """The areas that have conflicts, with how many; none where there is only one area."""
    return _places(library.conflicts, f"#{CONFLICTS}", library, lang)


def _places(rows: Iterable[Row], anchor: str, library: Library, lang: Lang) -> tuple[Linked, ...]:
    found = Counter(_area(one, library) for one in rows) if several(library) else Counter[str]()
    return tuple(
        Linked(area_name(area, library, lang), f"{routes.checks(area)}{anchor}", str(found[area]))
        for area in library.ledgers
        if found[area]
    )


def _area(row: Row, library: Library) -> str:
    if isinstance(row, Conflict):
        return row.observations[0].area
    return library.by_id[row.inputs[0]].area


def check_view(
    check: CrossCheck,
    findings: Iterable[Finding],
    shown: Collection[Severity],
    library: Library,
    lang: Lang,
) -> CheckView:
    found = [finding for finding in findings if finding.check == check.id]
    counts = Counter(finding.severity for finding in found)
    ordered = sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))
    return CheckView(
        id=check.id,
        name=say(f"cross_check.{check.id}.name", lang),
        explanation=say(f"cross_check.{check.id}.explanation", lang),
        counts=tuple((s, say(f"severity.{s}", lang), counts[s]) for s in SEVERITIES if counts[s]),
        findings=tuple(finding_view(f, library, lang) for f in ordered if f.severity in shown),
    )


def finding_view(finding: Finding, library: Library, lang: Lang) -> FindingView:
    return FindingView(
        severity=finding.severity,
        subject=_name(finding.indicator, finding.inputs[0], library, lang),
        route=routes.series(_area(finding, library), finding.indicator),
        period=period_label(finding.period, lang),
        text=said_in(lang, finding.text, library.vocabulary),
        figures=_figures(finding.inputs, library, lang),
    )


def conflicts_view(library: Library, lang: Lang) -> tuple[ConflictView, ...]:
    """Figures that cannot all hold; all of them stay published. Where there are several areas they
    stand on the page of each."""
    shown = () if several(library) else library.conflicts
    return tuple(conflict_view(conflict, library, lang) for conflict in shown)


def conflict_view(conflict: Conflict, library: Library, lang: Lang) -> ConflictView:
    ids = tuple(observation.id for observation in conflict.observations)
    return ConflictView(
        kind=say(f"conflict_kind.{conflict.kind}", lang),
        subject=_name(conflict.indicator, ids[0], library, lang),
        route=routes.series(conflict.observations[0].area, conflict.indicator),
        period=period_label(conflict.period, lang),
        measure=say(f"measure.{conflict.measure}", lang),
        figures=_figures(ids, library, lang),
    )


def _figures(ids: tuple[str, ...], library: Library, lang: Lang) -> tuple[Linked, ...]:
    links = []
    for figure_id in ids:
        record = library.by_id.get(figure_id)
        if record is None or record.figure is None:
            continue
        text = worded(record.figure, library.vocabulary.units, lang, "cell")
        source = pick(library.source_of(record).title, lang)
        links.append(Linked(text, permanent(record, library), source))
    return tuple(links)


def _name(indicator_id: str, figure_id: str, library: Library, lang: Lang) -> str:
    """What is compared: the indicator, with the area of the figure where there are several."""
    known = library.vocabulary.indicators.get(indicator_id)
    area = area_name(library.by_id[figure_id].area, library, lang)
    name = pick(known.name, lang) if known else indicator_id
    return f"{area} · {name}" if area else name
