"""A comparison as a comment on a pull request: what a reviewer wants to see first, bounded.

What is gone, which verdicts turn, the other figures, names and definitions; the problems that are
new; and what corrections.yml lacks. All that comes from the data is code, in which nothing means
anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tally.check.check import problems_of
from tally.diff.corrections import missing_corrections
from tally.diff.formats import code, counts_of, markdown_rows, table
from tally.diff.model import Change, Comparison
from tally.records.problem import Problem, news

MARK = "<!-- tally: what changes -->"
"""The first line of the comment, by which it is found again."""
_MOST_ROWS = 60
_MOST_PROBLEMS = 30
_LONGEST_CELL = 400
_LONGEST = 60_000  # GitHub takes 65,536 characters


def as_review(comparison: Comparison) -> str:
    """The comment, at most 60,000 characters and a last line."""
    parts = [MARK, f"**{counts_of(comparison)}**", *_changed(comparison), *_problems(comparison)]
    text = "\n".join([*parts, *_corrections(comparison)]) + "\n"
    if len(text) <= _LONGEST:
        return text
    whole = text[:_LONGEST].rpartition("\n")[0]
    fence = "\n```" if whole.count("\n```") % 2 else ""
    return f"{whole}{fence}\n\n… cut here: run tally diff for the rest\n"


def _changed(comparison: Comparison) -> Iterator[str]:
    figures = [c for c in comparison.changes if c.record.kind != "definition"]
    gone = [c for c in figures if c.kind == "removed"]
    turned = [c for c in figures if _turn(c)]
    told = {c.record.id for c in (*gone, *(c for c in turned if len(c.fields) == 1))}
    rest = [c for c in figures if c.record.id not in told]
    defined = [c for c in comparison.changes if c.record.kind == "definition"]
    yield from _section("Gone", "figure", _rows(gone))
    yield from _section("Verdicts that turn", "promise", [_turn(c) for c in turned])
    yield from _section("Figures", "figure", _rows(rest))
    yield from _section("Names, definitions and sources", "definition", _rows(defined))


def _section(title: str, heading: str, rows: Sequence[str]) -> list[str]:
    return ["", f"### {title}", *table(heading, rows, _MOST_ROWS)] if rows else []


def _rows(changes: Sequence[Change]) -> list[str]:
    return [row for change in changes for row in markdown_rows(change)]


def _turn(change: Change) -> str:
    """The row of a promise whose verdict is another now; empty where it is the same."""
    for field in change.fields:
        if field.field == "verdict":
            cells = (code(change.record.id), field.field, code(field.old), code(field.new))
            return f"| {change.kind} | {' | '.join(cells)} |"
    return ""


def _problems(comparison: Comparison) -> Iterator[str]:
    """The problems that the old state has not."""
    old, new = comparison.old.loaded, comparison.new.loaded
    if old is None or new is None:
        return
    found = news(problems_of(old), problems_of(new))
    if found:
        yield from ("", "### New problems", "")
        yield from map(_problem, found[:_MOST_PROBLEMS])
    if len(found) > _MOST_PROBLEMS:
        yield f"- … and {len(found) - _MOST_PROBLEMS} more"


def _problem(problem: Problem) -> str:
    place, message = code(str(problem.place)), code(problem.message[:_LONGEST_CELL])
    said = f"{problem.severity}[{problem.code}]: {message}"
    return f"- {place} {said}<br>{code(problem.help[:_LONGEST_CELL])}"


def _corrections(comparison: Comparison) -> Iterator[str]:
    """What is to be pasted, as code that nothing in it ends."""
    for dataset, entries in missing_corrections(comparison).items():
        yield from ("", f"### {code(f'datasets/{dataset}/corrections.yml')} lacks", "")
        yield "A release asks for it; a pull request may go in without."
        yield from ("", "```yaml", entries.replace("`", "'").rstrip(), "```")
