"""The verdict rules as the methodology page shows them: the tables of `tally.derive.rules`."""

from __future__ import annotations

from dataclasses import dataclass

from tally.derive.rules import OUTCOMES, RELATION_RULES, RULES, TOLERANCE
from tally.site.routes import Lang
from tally.words import pick


@dataclass(frozen=True, slots=True)
class RulesView:
    """Wordings with what each accepts, the tolerance of about, and how outcomes are read."""

    rules: tuple[tuple[str, str, str], ...]
    tolerance: str
    outcomes: tuple[str, ...]


def rules_view(lang: Lang) -> RulesView:
    """Every row of the rule tables, with its id as an anchor."""
    rows = [
        *((rule.id, rule.wording, rule.accepts) for rule in RULES),
        *((rule.id, rule.wording, rule.accepts) for rule in RELATION_RULES),
    ]
    return RulesView(
        rules=tuple((id_, pick(said, lang), pick(accepts, lang)) for id_, said, accepts in rows),
        tolerance=pick(TOLERANCE, lang),
        outcomes=tuple(pick(text, lang) for text in OUTCOMES.values()),
    )
