"""One figure as pages show it, with everything that leads on from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from markupsafe import Markup

from tally.derive.reasons import relation_words
from tally.records.model import Evidence, Observation, Target
from tally.site import links
from tally.site.chinese import marked
from tally.site.library import Library, Record
from tally.site.links import Repository
from tally.site.routes import Lang
from tally.terms import Measure, Period, TargetType
from tally.words import pick, say, table, word
from tally.words.figures import worded
from tally.words.periods import said_period
from tally.words.restated import restated
from tally.words.sentences import said_in


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote in three parts, so that its number can be marked."""

    before: str
    number: str
    after: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure in words; addresses are routes below the language root unless they are None."""

    id: str
    measure: str
    measure_label: str
    period: Period
    period_label: str
    text: str
    restated: str | None
    remarks: tuple[str, ...]
    quoted: Quoted | None
    locator: Markup | None
    source_title: str
    source_short: str
    source_note: str
    sentence: str
    home: str
    place: str
    file: str
    line: str | None
    form: str | None
    note: str | None
    target: bool
    unreviewed: bool
    told_again: tuple[str, ...] = ()
    mail: str | None = None


def figure_view(record: Record, library: Library, repository: Repository, lang: Lang) -> FigureView:
    """The figure, relation or milestone of a record, ready to show."""
    source = library.source_of(record)
    figure = record.figure
    text, told = promise_text(record, library, lang), quoted(record.evidence)
    locator = located(record.evidence.locator, lang)
    sentence = f"{told.before}{told.number}{told.after}" if told else locator or ""
    return FigureView(
        id=record.id,
        measure=measure_of(record),
        measure_label=measure_label(record, lang),
        period=period_of(record),
        period_label=period_label(period_of(record), lang),
        text=text,
        restated=restated(figure, library.vocabulary.units, lang) if figure else None,
        remarks=remarks(record, lang),
        quoted=told,
        locator=locator,
        source_title=pick(source.title, lang),
        source_short=f"{say(f'document_type.{source.kind}', lang)} {source.published}",
        source_note=say(f"provenance.{record.provenance}", lang),
        sentence=links.sentence(record, source),
        home=links.permanent(record, library),
        place=f"{record.place.path}:{record.place.line}",
        file=f"{PurePath(record.place.path).name}:{record.place.line}",
        line=repository.line(record.place),
        form=repository.form(links.permanent(record, library), record.id),
        mail=repository.letter(record.id, text, sentence, lang),
        note=pick(record.note, lang) if record.note else None,
        target=isinstance(record, Target),
        unreviewed=record.review == "extracted",
        told_again=library.told_again.get(record.id, ()),
    )


def period_of(record: Record) -> Period:
    return record.due if isinstance(record, Target) else record.period


def period_label(period: Period, lang: Lang) -> str:
    """A period in words."""
    return said_period(period, lang)


def measure_of(record: Record) -> Measure | TargetType:
    """What is measured; for a promise without a measure what kind of promise it is."""
    if not isinstance(record, Target):
        return record.figure.measure
    said = record.figure or record.relation
    return said.measure if said else record.type


def measure_label(record: Record, lang: Lang) -> str:
    return word(measure_of(record), lang)


def promise_text(record: Record, library: Library, lang: Lang) -> str:
    """What the record says in the fewest words: a figure, a relation, or a milestone's title."""
    if record.figure:
        return worded(record.figure, library.vocabulary.units, lang, "cell")
    if isinstance(record, Target) and record.relation:
        words = relation_words(record.relation)
        return said_in(lang, words, library.vocabulary)
    if isinstance(record, Target) and record.title:
        return pick(record.title, lang)
    return ""


def remarks(record: Record, lang: Lang) -> tuple[str, ...]:
    """What must be said beside the value: preliminary, not yet reviewed."""
    said: list[str] = []
    if isinstance(record, Observation) and record.status:
        said.append(say(f"status.{record.status}", lang))
    if isinstance(record, Observation) and record.period_inferred:
        said.append(say("record.period_inferred", lang))
    if record.review == "extracted":
        said.append(say("review.extracted", lang))
    return tuple(said)


def located(locator: str | None, lang: Lang) -> Markup | None:
    """Where a source states something: a usual place in the page's language (正文, main text),
    a heading as it is written there."""
    if locator is None:
        return None
    places = (_place(part, lang) for part in locator.split("，"))
    return marked(say("list.clause", lang).join(places), lang)


def _place(part: str, lang: Lang) -> str:
    return table(lang).get(f"locator.{part}", part)


def quoted(evidence: Evidence) -> Quoted | None:
    """The quote around its number; a relation or milestone is marked whole."""
    if evidence.quote is None:
        return None
    span = evidence.span
    if span is None:
        return Quoted("", "", evidence.quote)
    start = span.number_start - span.quote_start
    end = span.number_end - span.quote_start
    text = evidence.quote
    return Quoted(text[:start], text[start:end], text[end:])
