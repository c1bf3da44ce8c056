"""The colours of charts, by what they stand for, in a light and a dark theme.

The hues are Okabe and Ito's, darkened or lightened until text in them has a contrast of 4.5 on its
ground. A drawing names a role, `var(--chart-target)`, so one picture serves both themes; a file
that stands alone has the light theme's colours instead (`plain_colours`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """One role in both themes."""

    light: str
    dark: str


PALETTE: Mapping[str, Colour] = {
    "paper": Colour("#fdfdfb", "#16181b"),
    "ink": Colour("#1b1c1e", "#e6e5e1"),
    "muted": Colour("#55585e", "#a7aab0"),
    "grid": Colour("#e2e2db", "#30343a"),
    "reported": Colour("#0067a3", "#56b4e9"),
    "target": Colour("#8a4a7d", "#dca0c8"),
    "derived": Colour("#6b6e75", "#9a9da4"),
    "other": Colour("#96610a", "#e0a83a"),
    "met": Colour("#007a5a", "#3cc79c"),
    "missed": Colour("#c04a00", "#ff9a5c"),
}
_VARIABLE = re.compile(r"var\(--chart-([a-z]+)\)")


def colour(role: str) -> str:
    """How a drawing names a colour: a custom property, which the page's stylesheet knows."""
    return f"var(--chart-{role})"


def plain_colours(svg: str) -> str:
    """The same drawing in fixed light colours, for programs that know no custom properties."""
    return _VARIABLE.sub(lambda match: PALETTE[match[1]].light, svg)
