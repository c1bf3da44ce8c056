"""Problems as text for people, as annotations for GitHub and as JSON; SARIF is in its own file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from tally.check.sarif import as_sarif
from tally.records.problem import Problem


def as_text(problems: Sequence[Problem]) -> str:
    """A line for each problem with its help below, then the count."""
    return "".join(map(_block, problems)) + summary(problems) + "\n"


def _block(problem: Problem) -> str:
    said = f"{problem.place}: {problem.severity}[{problem.code}]: {problem.message}"
    return f"{one_line(said)}\n  help: {one_line(problem.help)}\n"


def summary(problems: Sequence[Problem]) -> str:
    """The count of what was found."""
    errors = sum(problem.count for problem in problems if problem.severity == "error")
    warnings = sum(problem.count for problem in problems) - errors
    if not problems:
        return "no errors"
    counts = _count(errors, "error") + (f", {_count(warnings, 'warning')}" if warnings else "")
    files = len({problem.place.path for problem in problems})
    return f"{counts} in {_count(files, 'file')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number or 'no'} {noun}s"


def one_line(text: str) -> str:
    """Text of unknown make in one line, without characters that steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows at the lines of a pull request, then the count."""
    lines = [
        f"::{p.severity} {_properties(p)}::{_escaped(f'{p.message} ({p.help})')}\n"
        for p in problems
    ]
    return "".join(lines) + summary(problems) + "\n"


def _properties(problem: Problem) -> str:
    place = problem.place
    values = {"file": place.path, "line": place.line, "col": place.column}
    if problem.end:
        values |= {"endLine": problem.end.line, "endColumn": problem.end.column}
    values["title"] = f"tally {problem.code}"
    return ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in values.items())


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects, one for each problem."""
    return json.dumps([_fields(p) for p in problems], ensure_ascii=False, indent=2) + "\n"


def _fields(problem: Problem) -> dict[str, object]:
    place, end = problem.place, problem.end
    fields: dict[str, object] = {
        "file": place.path,
        "line": place.line,
        "column": place.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "help": problem.help,
    }
    fields |= {"count": problem.count} if problem.count > 1 else {}
    return fields | ({"end_line": end.line, "end_column": end.column} if end else {})


FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "sarif": as_sarif,
    "json": as_json,
}
