"""Cross-checks and conflicts, as their page tells them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tally.derive import CROSS_CHECKS, CrossCheck, Finding
from tally.derive.model import (
    Conflict,
)
from tally.site import routes
from tally.site.library import Library
from tally.site.links import permanent
from tally.site.routes import Lang
from tally.site.views.areas import area_name
from tally.site.views.figures import period_label
from tally.site.views.promises import Linked
from tally.terms import Severity, complete
from tally.words import pick, say
from tally.words.figures import worded
from tally.words.sentences import said_in

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
    """Every kind of cross-check, with what it found; those that differ first."""
    return tuple(check_view(check, library, lang) for check in CROSS_CHECKS)


def check_view(check: CrossCheck, library: Library, lang: Lang) -> CheckView:
    found = [finding for finding in library.findings if finding.check == check.id]
    counts = Counter(finding.severity for finding in found)
    ordered = sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))
    return CheckView(
        id=check.id,
        name=say(f"cross_check.{check.id}.name", lang),
        explanation=say(f"cross_check.{check.id}.explanation", lang),
        counts=tuple((s, say(f"severity.{s}", lang), counts[s]) for s in SEVERITIES if counts[s]),
        findings=tuple(finding_view(f, library, lang) for f in ordered),
    )


def finding_view(finding: Finding, library: Library, lang: Lang) -> FindingView:
    return FindingView(
        severity=finding.severity,
        subject=_name(finding.indicator, finding.inputs[0], library, lang),
        route=routes.indicator(finding.indicator),
        period=period_label(finding.period, lang),
        text=said_in(lang, finding.text, library.vocabulary),
        figures=_figures(finding.inputs, library, lang),
    )


def conflicts_view(library: Library, lang: Lang) -> tuple[ConflictView, ...]:
    """Figures that cannot all hold; all of them stay published."""
    return tuple(conflict_view(conflict, library, lang) for conflict in library.conflicts)


def conflict_view(conflict: Conflict, library: Library, lang: Lang) -> ConflictView:
    ids = tuple(observation.id for observation in conflict.observations)
    return ConflictView(
        kind=say(f"conflict_kind.{conflict.kind}", lang),
        subject=_name(conflict.indicator, ids[0], library, lang),
        route=routes.indicator(conflict.indicator),
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
        links.append(Linked(text, permanent(record), source))
    return tuple(links)


def _name(indicator_id: str, figure_id: str, library: Library, lang: Lang) -> str:
    """What is compared: the indicator, with the area of the figure where there are several."""
    known = library.vocabulary.indicators.get(indicator_id)
    area = area_name(library.by_id[figure_id].area, library, lang)
    name = pick(known.name, lang) if known else indicator_id
    return f"{area} · {name}" if area else name
