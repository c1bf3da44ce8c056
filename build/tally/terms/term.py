"""What a closed list is: an enumeration whose members say what they mean."""

from __future__ import annotations

from collections.abc import Container
from enum import StrEnum
from typing import Any, Self, TypeVar


class Term(StrEnum):
    """A member of a closed list: the word itself, as data files and tables write it, and
    `meaning`, one line in English that ends up in the schemas and so in editors."""

    meaning: str

    def __new__(cls, word: str, meaning: str = "") -> Self:
        term = str.__new__(cls, word)
        term._value_ = word
        term.meaning = meaning
        return term

    @classmethod
    def explained(cls) -> str:
        """What the list is and what its members mean: the description that schemas give it."""
        return f"{cls.__doc__} {'; '.join(f'{term}: {term.meaning}' for term in cls)}."


_Table = TypeVar("_Table", bound=Container[Any])


def complete(terms: type[Term], table: _Table) -> _Table:
    """A table, or an order, that has each member of a list, as it was given.

    Raises LackingTermError, by name, at import: before anything is read or built.
    """
    if lacking := [term for term in terms if term not in table]:
        names = ", ".join(f"{terms.__name__}.{term.name} ({term})" for term in lacking)
        raise LackingTermError(f"a table of {terms.__name__} has no row for {names}")
    return table


class LackingTermError(LookupError):
    """A member of a closed list of which a table says nothing."""
