"""A comparison as text for a terminal, as Markdown for a pull request, and as JSON.

All that comes from the data is hostile: control characters never reach a terminal, and no
character of it means anything to Markdown or HTML.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from tally.diff.model import CHANGE_KINDS, Change, Comparison, FieldChange, Record

_SHOWN_BEHIND_VALUES = ("unit", "comparator", "direction", "related_indicator", "title_en")
_MOST_IN_MARKDOWN = 500
_PLAIN = frozenset(" ,%-/，。；：、（）％—“”")


def as_text(comparison: Comparison) -> str:
    """One block for each change, then the counts."""
    blocks = [_text_block(change) for change in comparison.changes]
    return "".join(f"{block}\n" for block in (*blocks, counts_of(comparison)))


def as_markdown(comparison: Comparison) -> str:
    """The counts, then a table with one row for each field that changed."""
    named = f"{code(comparison.old.name)} → {code(comparison.new.name)}"
    rows = [row for change in comparison.changes for row in markdown_rows(change)]
    return "\n".join([f"**{counts_of(comparison)}** {named}", *table("figure", rows)]) + "\n"


def table(heading: str, rows: Sequence[str], most: int = _MOST_IN_MARKDOWN) -> list[str]:
    """The lines of a table of changes, after an empty one; of too many rows the number."""
    if not rows:
        return []
    lines = ["", f"| | {heading} | field | old | new |", "| --- | --- | --- | --- | --- |"]
    lines += rows[:most]
    return lines + (["", f"… and {len(rows) - most} more rows."] if len(rows) > most else [])


def as_json(comparison: Comparison) -> str:
    """`{old, new, counts, changes}`; a change has kind, record, id, old_id, fields, figure."""
    return (
        json.dumps(
            {
                "old": {"name": comparison.old.name, "problems": comparison.old.problems},
                "new": {"name": comparison.new.name, "problems": comparison.new.problems},
                "counts": {kind: comparison.count(kind) for kind in CHANGE_KINDS},
                "changes": [_json_change(change) for change in comparison.changes],
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def counts_of(comparison: Comparison) -> str:
    """How many records of each kind of change, in words."""
    counts = {kind: comparison.count(kind) for kind in CHANGE_KINDS}
    told = [f"{number} {kind}" for kind, number in counts.items() if number]
    return ", ".join(told) if told else "no figure changed"


def _text_block(change: Change) -> str:
    lines = [f"{change.kind:<8}{_visible(_heading(change))}"]
    lines += [
        f"        {field.field}: {_visible(_or_nothing(field.old))} → "
        f"{_visible(_or_nothing(field.new))}"
        for field in change.fields
    ]
    return "\n".join(lines)


def _heading(change: Change) -> str:
    if change.kind == "moved" and change.old and change.new:
        return f"{change.old.id} → {change.new.id}"
    if change.kind == "changed":
        return change.record.id
    return f"{change.record.id}: {_summary(change.record)}"


def _summary(record: Record) -> str:
    """A record in one line: 5-6 % range, from gwr-2021."""
    told = record.fields.get
    if record.kind == "definition":
        return " ".join(filter(None, (told("name_zh") or told("title_zh"), told("name_en"))))
    values = "-".join(filter(None, (told("value"), told("value_high"))))
    words = " ".join(filter(None, (values, *map(told, _SHOWN_BEHIND_VALUES))))
    return f"{words}, from {told('source', '')}"


def markdown_rows(change: Change) -> list[str]:
    """A row of a Markdown table for each field of a record that changed."""
    if change.kind in ("added", "removed"):
        ends = ("", code(_summary(change.record)))
        old, new = ends if change.kind == "added" else ends[::-1]
        return [_row(change.kind, code(change.record.id), "", old, new)]
    shown = code(change.record.id)
    moved = (
        [("id", change.old.id, change.record.id)] if change.kind == "moved" and change.old else []
    )
    fields = [*moved, *((field.field, field.old, field.new) for field in change.fields)]
    return [_row(change.kind, shown, name, code(old), code(new)) for name, old, new in fields]


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def code(text: str) -> str:
    """Text as code in Markdown, every character that could mean something as an entity.

    Entities are no Markdown; code keeps @names and #1 from becoming links.
    """
    if not text:
        return ""
    safe = (c if c.isalnum() or c in _PLAIN else f"&#{ord(c)};" for c in _visible(text))
    return f"<code>{''.join(safe)}</code>"


def _visible(text: str) -> str:
    """Text without characters that steer a terminal or hide: these as their escapes."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text
    )


def _or_nothing(text: str) -> str:
    return text or "(nothing)"


def _json_change(change: Change) -> Mapping[str, object]:
    return {
        "kind": change.kind,
        "record": change.record.kind,
        "id": change.record.id,
        "old_id": change.old.id if change.old else None,
        "fields": [_json_field(field) for field in change.fields],
        "figure": dict(change.record.fields),
    }


def _json_field(field: FieldChange) -> Mapping[str, str]:
    return {"field": field.field, "old": field.old, "new": field.new}
