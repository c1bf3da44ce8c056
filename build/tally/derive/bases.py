"""On which basis a growth is counted, and which of them answer each other."""

from __future__ import annotations

from collections.abc import Sequence

from tally.derive.ledger import Ledger
from tally.derive.rulebook import BASIS_RULES, BasisRule
from tally.records.model import Figure, Indicator, Observation, Relation
from tally.terms import Basis, GrowthBasis, Measure

_OF_LEVELS = (None, Basis.NOMINAL, Basis.AS_COLLECTED)


def basis_of(said: Figure | Relation, indicator: Indicator) -> Basis | None:
    """The basis a text says, else for growth (or an index of it) the one that the indicator's is
    always reported on."""
    if said.basis is not None or said.measure not in (Measure.GROWTH, Measure.INDEX):
        return said.basis
    return usual_basis(indicator)


def usual_basis(indicator: Indicator) -> Basis | None:
    """The basis that the growth of an indicator is always reported on."""
    return Basis.REAL if indicator.growth_basis == GrowthBasis.REAL else None


def follows_from_levels(basis: Basis | None) -> bool:
    """Whether growth on this basis (of `basis_of`) is that from one published level to the next."""
    return basis in _OF_LEVELS


def on_basis(
    ledger: Ledger, rows: Sequence[Observation], basis: Basis | None
) -> tuple[BasisRule, tuple[Observation, ...]] | None:
    """The figures that answer one on this basis (of `basis_of`), with the row of the table that
    says so; None where none does."""
    said = [(row, basis_of(row.figure, ledger.indicator(row.indicator))) for row in rows]
    for rule in BASIS_RULES:
        found = tuple(row for row, its in said if rule.fits(basis, its))
        if found:
            return rule, found
    return None
