"""A promise beside its baseline and its outcome, with the verdict in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tally.derive.model import (
    Outlook,
)
from tally.derive.reasons import derived_words
from tally.records.model import Observation, Target
from tally.site.library import Library
from tally.site.links import Repository, in_source, permanent
from tally.site.routes import LANGS, Lang
from tally.site.views.areas import area_name
from tally.site.views.figures import FigureView, figure_view, measure_label, period_label
from tally.site.views.outcomes import Told, told_of
from tally.terms import Comparator, Period, TargetType, VerdictCode
from tally.words import pick, say, word
from tally.words.figures import SIGNED, movement, worded
from tally.words.sentences import said_in

VERDICTS = tuple(VerdictCode)


@dataclass(frozen=True, slots=True)
class Linked:
    """A short text that leads somewhere."""

    text: str
    route: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PromiseView:
    """One row of the targets table; the keys are what it can be filtered and sorted by.

    `label` is the measure, where the promise's words do not say it; `revised` is what replaced
    the baseline later; `doubt` is what of the outcome a curator inferred; `other_words` are those
    that a reader may look for it by.
    """

    area: str
    area_name: str
    figure: FigureView
    label: str
    subject: str
    subject_route: str
    theme: str
    theme_name: str
    kind: TargetType
    wording: Comparator | TargetType
    verdict: VerdictCode
    verdict_label: str
    reason: str
    derived: bool
    doubt: str
    weaker: bool
    baseline: Linked | None
    revised: Linked | None
    outcome: Linked | None
    kept: str | None
    borderline: bool
    sort_value: str
    other_words: str


def promise_view(
    target: Target, library: Library, repository: Repository, lang: Lang
) -> PromiseView:
    """A target with what bears on it."""
    outlook = library.outlooks[target.id]
    figure = figure_view(target, library, repository, lang)
    return PromiseView(
        area=target.area,
        area_name=area_name(target.area, library, lang),
        figure=figure,
        label=label(target, library, lang),
        subject=subject(target, library, lang),
        subject_route=permanent(target, library) if target.indicator is None else figure.home,
        theme=target.theme,
        theme_name=theme_name(target.theme, library, lang),
        kind=target.type,
        wording=wording(target),
        verdict=outlook.verdict.code,
        verdict_label=word(outlook.verdict.code, lang),
        reason=as_sentence(said_in(lang, outlook.verdict.reason, library.vocabulary)),
        derived=outlook.verdict.inference == "derived",
        doubt=_doubt(outlook, lang),
        weaker=outlook.weaker,
        baseline=_linked(outlook.baseline, library, lang),
        revised=_linked(outlook.revised, library, lang),
        outcome=_outcome(outlook, library, lang),
        kept=pick(target.kept, lang) if target.kept else None,
        borderline=target.borderline,
        sort_value=f"{target.figure.value:f}" if target.figure else "",
        other_words=other_words(target, library, lang),
    )


def label(target: Target, library: Library, lang: Lang) -> str:
    """The measure of a promise; empty where its words say it, or a level is meant, as usual:
    增长6%以上, 第1位, 保持稳定, 2.5%以内."""
    figure = target.figure
    if figure is None or figure.measure in ("rank", "level"):
        return ""
    moves = figure.measure in SIGNED and figure.comparator != "eq"
    if moves or movement(figure, library.vocabulary.units) == "rank":
        return ""
    return measure_label(target, lang)


def as_sentence(reason: str) -> str:
    """The reason as it stands alone, in English with a capital."""
    return reason[:1].upper() + reason[1:]


def other_words(target: Target, library: Library, lang: Lang) -> str:
    """The name in the other languages, and an indicator's aliases."""
    known = library.vocabulary.indicators.get(target.indicator or "")
    aliases = known.aliases if known else ()
    named = [subject(target, library, other) for other in LANGS if other != lang]
    return " ".join((*named, *aliases))


def subject(target: Target, library: Library, lang: Lang) -> str:
    """Whom or what the promise is about: the indicator, or the milestone itself."""
    if target.indicator is None:
        return pick(target.title, lang) if target.title else target.id
    if target.own:
        return pick(target.own.name, lang)
    known = library.vocabulary.indicators.get(target.indicator)
    return pick(known.name, lang) if known else target.indicator


def theme_name(theme: str, library: Library, lang: Lang) -> str:
    known = library.vocabulary.themes.get(theme)
    return pick(known.name, lang) if known else theme


def wording(target: Target) -> Comparator | TargetType:
    """How the promise is worded: its comparator, or what kind of promise it is without one."""
    return target.figure.comparator if target.figure else target.type


def tally(targets: Iterable[Target], library: Library) -> dict[VerdictCode, int]:
    """How many promises have each verdict, in the order in which verdicts are shown."""
    counts = Counter(library.outlooks[target.id].verdict.code for target in targets)
    return {code: counts[code] for code in VERDICTS}


def told_at(targets: Iterable[Target], library: Library) -> Mapping[VerdictCode, str]:
    """The page that tells the first promise of each verdict, of promises in their order there."""
    pages: dict[VerdictCode, str] = {}
    for target in targets:
        pages.setdefault(library.outlooks[target.id].verdict.code, library.stands[target.id])
    return pages


def derived_counts(targets: Iterable[Target], library: Library) -> Mapping[VerdictCode, int]:
    """How many of the promises with each verdict have it by inference."""
    verdicts = (library.outlooks[target.id].verdict for target in targets)
    counts = Counter(one.code for one in verdicts if one.inference == "derived")
    return {code: counts[code] for code in VERDICTS}


def record(targets: Sequence[Target], library: Library, lang: Lang) -> str:
    """How promises ended, in a sentence: of those whose outcome is known how many were kept, of
    how many years, and how many verdicts are inferred; empty where none is due in a year."""
    judged, derived = tally(targets, library), derived_counts(targets, library)
    years = sorted({t.due for t in targets if t.due.is_year})
    if not years:
        return ""
    span = period_label(Period.of_years(years[0].start.year, years[-1].end.year), lang)
    return say(
        "place.summary",
        lang,
        span=span,
        total=len(targets),
        known=judged[VerdictCode.MET] + judged[VerdictCode.MISSED],
        met=_so_many(judged, derived, VerdictCode.MET, lang),
        missed=_so_many(judged, derived, VerdictCode.MISSED, lang),
    )


def _so_many(
    judged: Mapping[VerdictCode, int],
    derived: Mapping[VerdictCode, int],
    code: VerdictCode,
    lang: Lang,
) -> str:
    key = "place.part" if derived[code] else "place.all"
    return say(key, lang, n=judged[code], of=derived[code], verdict=word(code, lang))


def _linked(observation: Observation | None, library: Library, lang: Lang) -> Linked | None:
    if observation is None:
        return None
    text = worded(observation.figure, library.vocabulary.units, lang, "cell")
    period = period_label(observation.period, lang)
    return Linked(text, permanent(observation, library), period)


def _doubt(outlook: Outlook, lang: Lang) -> str:
    """That a curator inferred the period of a figure on which the outcome rests."""
    rows = outlook.derived.inputs if outlook.derived else (outlook.outcome,)
    inferred = any(row.period_inferred for row in rows if row)
    return say("record.period_inferred", lang) if inferred else ""


def _outcome(outlook: Outlook, library: Library, lang: Lang) -> Linked | None:
    """The outcome in the terms of the promise, as reported or else as derived; for a milestone
    who tells it."""
    told = told_of(outlook.target)
    if told:
        return _teller(told, library, lang)
    if outlook.outcome is None and outlook.derived is not None:
        return _derived(outlook, library, lang)
    return _linked(outlook.outcome, library, lang)


def _derived(outlook: Outlook, library: Library, lang: Lang) -> Linked | None:
    """A derived outcome, which leads to the first figure it follows from."""
    ledger = library.ledgers[outlook.target.area]
    found, words = outlook.derived, derived_words(outlook, ledger)
    if found is None or words is None:
        return None
    period = period_label(found.period, lang)
    text = said_in(lang, words, library.vocabulary, "cell")
    return Linked(text, permanent(found.inputs[0], library), period)


def _teller(told: Told, library: Library, lang: Lang) -> Linked:
    """What kind of source tells an outcome, and of when; with the day on which it was done."""
    source = library.sources[told.evidence.source]
    kind = say(f"document_type.{source.kind}", lang)
    return Linked(
        f"{kind} {source.published}",
        in_source(source, told.evidence, told.id),
        told.outcome.date or "",
    )
