"""Build a picture row by row; keeps the texts aside and puts tokens in their place."""

from __future__ import annotations

from dataclasses import dataclass, field

from tally.charts.grammar import LINES, SHAPES
from tally.charts.model import Frame, Panel, Picture, Row
from tally.records.model import Localized

_PAINTED = {name: rank for rank, name in enumerate(LINES)}


@dataclass(slots=True)
class Words:
    """The texts of one picture, each once, in the order of first use."""

    numbers: dict[Localized, int] = field(default_factory=dict)

    def token(self, text: Localized) -> str:
        return f"~{self.numbers.setdefault(text, len(self.numbers))}~"


@dataclass(slots=True)
class Canvas:
    """The layers of one panel while they are filled; x and y are values, dx and dy pixels."""

    frame: Frame
    words: Words
    tints: list[Row] = field(default_factory=list)
    lines: list[Row] = field(default_factory=list)
    shapes: list[Row] = field(default_factory=list)
    labels: list[Row] = field(default_factory=list)

    @property
    def foot(self) -> float:
        """Where the panel ends, in pixels from the top of the picture."""
        return self.frame.top + self.frame.height

    def tint(
        self, x: tuple[float, float], y: tuple[float, float], dx: float = 0, dy: float = 0
    ) -> None:
        """A soft area, wider by dx and dy on each side."""
        self.tints.append(_between(x, y, (-dx, dx), (dy, -dy)))

    def line(
        self,
        kind: str,
        x: tuple[float, float],
        y: tuple[float, float],
        dx: tuple[float, float] = (0, 0),
        dy: tuple[float, float] = (0, 0),
    ) -> None:
        """A line of a kind of `grammar.LINES`."""
        self.lines.append({"line": _known(kind, LINES), **_between(x, y, dx, dy)})

    def shape(
        self, fact: str, x: float, y: float, note: Localized | None, *, dx: float = 0, turn: int = 0
    ) -> None:
        """A mark of `grammar.SHAPES` and what it says when asked; `turn` is 90 where more is
        to the right."""
        place: dict[str, float | str] = {
            "x": x,
            "y": y,
            "dx": dx,
            "turn": turn,
            "note": self.words.token(note) if note else "",
        }
        self.shapes.append({"fact": _known(fact, SHAPES), **place})

    def label(
        self,
        text: Localized,
        x: float,
        y: float,
        *,
        dx: float = 0,
        dy: float = 0,
        align: str = "left",
        tone: str = "ink",
    ) -> None:
        """A text whose middle line stands dy below y; `tone` is a role of the palette."""
        place: dict[str, float | str] = {
            "x": x,
            "y": y,
            "dx": dx,
            "dy": dy,
            "align": align,
            "tone": tone,
        }
        self.labels.append({"text": self.words.token(text), **place})

    def panel(self) -> Panel:
        return Panel(
            self.frame,
            tuple(self.tints),
            tuple(sorted(self.lines, key=lambda row: _PAINTED[str(row["line"])])),
            tuple(self.shapes),
            tuple(self.labels),
        )


def picture(canvases: list[Canvas], words: Words, margins: tuple[int, int, int, int]) -> Picture:
    """The finished picture."""
    return Picture(tuple(canvas.panel() for canvas in canvases), tuple(words.numbers), margins)


def _between(
    x: tuple[float, float],
    y: tuple[float, float],
    dx: tuple[float, float],
    dy: tuple[float, float],
) -> dict[str, float]:
    return {
        "x": x[0], "x2": x[1], "y": y[0], "y2": y[1],
        "dx": dx[0], "dx2": dx[1], "dy": dy[0], "dy2": dy[1],
    }  # fmt: skip


def _known(name: str, table: object) -> str:
    if not isinstance(table, dict) or name not in table:
        raise ValueError(f"the grammar has no mark {name!r}")
    return name
