"""The licence of the data by its SPDX id: its name, and the address of its text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence; `path` is where its text stands, when known."""

    name: str
    title: str
    path: str | None


_CC_BY = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)


def licence_of(name: str) -> Licence:
    """The licence of an SPDX id; an id that is not known here stands for itself."""
    return _CC_BY if name == _CC_BY.name else Licence(name, name, None)
