"""The colours of charts, by what they stand for, in a light and a dark page.

The hues are Okabe and Ito's, darkened or lightened until text in them has a contrast of 4.5 on its
ground. A chart is drawn in the light colours, so that its file and its specification show the same
in every program; `recoloured` is the style sheet by which a page shows them in its own.
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


def colour(role: str) -> str:
    """The colour of a role, as it stands in specifications and files."""
    return PALETTE[role].light


def recoloured(scope: str) -> str:
    """Style rules that give the drawings inside a selector the colours of the page's theme:
    custom properties `--chart-<role>` in place of each light colour."""
    return "\n".join(
        f'{scope} [{name}="{pair.light}"]{{{name}:var(--chart-{role})}}'
        for role, pair in PALETTE.items()
        for name in ("fill", "stroke")
    )


def darkened(svg: str) -> str:
    """The same drawing in the colours of a dark page."""
    return _LIGHT.sub(lambda found: _DARK[found[0]], svg)


_DARK = {f'"{pair.light}"': f'"{pair.dark}"' for pair in PALETTE.values()}
_LIGHT = re.compile("|".join(_DARK))
