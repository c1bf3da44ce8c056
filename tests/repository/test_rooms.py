"""Each room of the program imports only from rooms before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "build" / "tally"
ORDER = (
    *("text", "terms", "extract", "records", "derive", "words", "check"),
    *("write", "package", "charts", "diff", "site", "start", "corpus", "propose", "review", "cli"),
)


def imported_rooms(module: Path) -> Iterator[str]:
    """The rooms that a module imports from."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        yield from (name.split(".")[1] for name in names if name.startswith("tally."))


def test_every_room_has_its_place_in_the_order() -> None:
    rooms = {module.parent.name for module in PROGRAM.glob("*/__init__.py")}
    assert rooms == set(ORDER)


@pytest.mark.parametrize("room", ORDER)
def test_a_room_imports_only_from_rooms_before_it(room: str) -> None:
    allowed = set(ORDER[: ORDER.index(room) + 1])
    wrong = {
        (module.name, other)
        for module in (PROGRAM / room).rglob("*.py")
        for other in imported_rooms(module)
        if other not in allowed
    }
    assert wrong == set()
