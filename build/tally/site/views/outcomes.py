"""What became of milestones: where on the page of a source it is told, and what is shown there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tally.records.model import Evidence, Outcome, Source, Target
from tally.site.library import Library
from tally.site.links import Repository, in_source
from tally.site.routes import Lang
from tally.site.views.figures import FigureView, figure_view
from tally.words import say


@dataclass(frozen=True, slots=True)
class Told:
    """The outcome of a milestone, as something that rests on a source beside its figures.

    No record has an id of this form: a source may both promise a thing and tell its outcome.
    """

    target: Target
    outcome: Outcome
    figure: None = None

    @property
    def id(self) -> str:
        return f"outcome/{self.target.id}"

    @property
    def evidence(self) -> Evidence:
        return self.outcome.evidence


def told_of(target: Target) -> Told | None:
    """What became of a milestone, where that is known."""
    return Told(target, target.outcome) if target.outcome else None


def told_in(source: Source, library: Library) -> tuple[Told, ...]:
    """The outcomes that a source tells, in the order of the files."""
    found = (told_of(target) for target in library.settling.get(source.id, ()))
    return tuple(told for told in found if told)


def told_view(told: Told, library: Library, repository: Repository, lang: Lang) -> FigureView:
    """The milestone as the source of its outcome tells of it: the verdict in place of the title."""
    outcome, source = told.outcome, library.sources[told.evidence.source]
    as_told = replace(
        told.target,
        evidence=outcome.evidence,
        provenance=source.provenance,
        note=outcome.note,
        place=outcome.place,
    )
    view = figure_view(as_told, library, repository, lang)
    verdict = say(f"verdict_code.{outcome.verdict}", lang)
    where = in_source(source, told.evidence, told.id)
    return replace(view, id=told.id, text=verdict, sentence=where)
