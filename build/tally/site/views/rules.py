"""The verdict rules as the methodology page shows them: the rows of `tally/derive/rules.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from tally.derive.rulebook import (
    ABOUT_SHARE,
    BASIS_RULES,
    OUTCOMES,
    RELATION_RULES,
    RULES,
    YEARS_RULES,
)
from tally.site.routes import Lang
from tally.words import say


@dataclass(frozen=True, slots=True)
class RulesView:
    """Wordings with what each accepts, the tolerance of about, and how outcomes are read."""

    rules: tuple[tuple[str, str, str], ...]
    tolerance: str
    outcomes: tuple[str, ...]


def rules_view(lang: Lang) -> RulesView:
    """Every row of the rule tables, with its id as an anchor."""
    figures = [_row(rule.id, lang) for rule in RULES]
    relations = [_row(rule.id, lang, about=rule.about, n=rule.about) for rule in RELATION_RULES]
    bases = [_row(rule.id, lang) for rule in BASIS_RULES]
    years = [_row(rule.id, lang) for rule in YEARS_RULES]
    return RulesView(
        rules=(*figures, *relations, *bases, *years),
        tolerance=say("rule.tolerance", lang, share=ABOUT_SHARE * 100),
        outcomes=tuple(say(f"rule.outcome.{id_}", lang) for id_ in OUTCOMES),
    )


def _row(id_: str, lang: Lang, **values: object) -> tuple[str, str, str]:
    return id_, say(f"rule.{id_}.wording", lang), say(f"rule.{id_}.accepts", lang, **values)
