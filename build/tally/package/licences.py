"""The licence of the data by its SPDX id: its name, and the address of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence, and where its text stands."""

    name: str
    title: str
    path: str


# Licences that have a better address than their page at SPDX.
_KNOWN: Mapping[str, tuple[str, str]] = {
    "CC-BY-4.0": (
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
}


def licences_of(names: str) -> list[Licence]:
    """The licences of SPDX ids with commas between them, as a package of several areas has."""
    return [_licence(name) for name in names.split(", ")]


def _licence(name: str) -> Licence:
    title, path = _KNOWN.get(name, (name, f"https://spdx.org/licenses/{name}.html"))
    return Licence(name, title, path)
