"""The outline of a shape: read from the engine's path, put in its place, measured, written short.

Places are tenths of a pixel, finer than a screen shows. As whole numbers they can be written
relative to each other without drifting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Point = tuple[int, int]

_COMMAND = re.compile(r"([A-DF-Za-df-z])([^A-DF-Za-df-z]*)")  # an e is part of a number
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")


@dataclass(frozen=True, slots=True)
class Step:
    """A move (M), a line (L), a curve (C) or the way back to the start (Z), and its points."""

    command: str
    points: tuple[Point, ...]


Outline = tuple[Step, ...]


def outline_of(path: str, place: complex, turn: float = 0) -> Outline:
    """A path turned by `turn` degrees, a multiple of 90, and moved to `place` (x + yi)."""
    turned = 1j ** int(turn // 90)
    return tuple(
        Step(command, tuple(_tenths(place + point * turned) for point in points))
        for command, points in _absolute(path)
    )


def ends(outline: Outline) -> list[Point]:
    """All its points."""
    return [point for step in outline for point in step.points]


def written(outlines: Iterable[Outline]) -> str:
    """One path of all outlines; a line that begins where the last one ended goes on from there."""
    text, at, before = list[str](), (0, 0), ""
    for step in (step for outline in outlines for step in outline):
        if not (step.command == "M" and before in ("L", "C") and step.points[0] == at):
            text.append(_step(step, at))
            before = step.command
        at = step.points[-1] if step.points else at
    return "".join(text)


def number(tenths: int) -> str:
    """Tenths as short as they can be written: 12.5, 12, .5, -.5."""
    text = f"{tenths / 10:g}"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _absolute(path: str) -> Iterator[tuple[str, list[complex]]]:
    at = 0j
    for command, rest in _COMMAND.findall(path):
        numbers = [float(found) for found in _NUMBER.findall(rest)]
        if command == "h":
            points = [at + numbers[0]]
        elif command == "v":
            points = [at + numbers[0] * 1j]
        elif command in "MLCZ":
            points = [complex(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
        else:
            raise ValueError(f"a path has the command {command!r}, which drawings do without")
        at = points[-1] if points else at
        yield command if command in "MCZ" else "L", points


def _tenths(point: complex) -> Point:
    return round(point.real * 10), round(point.imag * 10)


def _step(step: Step, at: Point) -> str:
    if step.command == "Z":
        return "z"
    absolute = step.command + _numbers(step.points)
    if step.command == "M":
        return absolute
    (x, y), moved = at, step.points[-1]
    if step.command == "L" and moved[1] == y:
        return f"h{number(moved[0] - x)}"
    if step.command == "L" and moved[0] == x:
        return f"v{number(moved[1] - y)}"
    relative = step.command.lower() + _numbers((px - x, py - y) for px, py in step.points)
    return min(relative, absolute, key=len)


def _numbers(points: Iterable[Point]) -> str:
    """The numbers with a space where no sign keeps them apart."""
    return " ".join(number(n) for point in points for n in point).replace(" -", "-")
