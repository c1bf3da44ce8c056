"""What differs between two states, figure by figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tally.diff.model import (
    CHANGE_KINDS,
    Change,
    Comparison,
    FieldChange,
    Record,
    RecordKind,
    State,
)

_STATED = (
    *("measure", "comparator", "value", "value_high", "unit", "direction", "basis"),
    "base_period",
)
_EVIDENCE = ("source", "quote", "locator", "provenance", "review")
COMPARED: Mapping[RecordKind, tuple[str, ...]] = {
    "observation": (
        *("indicator", "period", "period_inferred", *_STATED, "status"),
        *(*_EVIDENCE, "note", "note_en"),
    ),
    "target": (
        *("type", "indicator", "due", *_STATED, "strength", "related_indicator", "related_area"),
        *("title_zh", "title_en"),
        *("kept_zh", "kept_en", "borderline", *_EVIDENCE, "note", "note_en", "verdict"),
        *("outcome_source", "outcome_quote", "outcome_locator", "outcome_date"),
        *("outcome_note_zh", "outcome_note_en"),
    ),
}
# What makes two records with different ids the same statement.
_SAME_WORDS = ("source", "quote", "locator", "measure", "value", "value_high", "unit", "title_en")


def compare(old: State, new: State) -> Comparison:
    """Records by id; among those left, the same statement under another id has moved."""
    changes = [*_changes(old.records, new.records, new.renamed), *_definitions(old, new)]
    return Comparison(
        old, new, tuple(sorted(changes, key=lambda c: (CHANGE_KINDS.index(c.kind), c.record.id)))
    )


def _changes(
    old: Mapping[str, Record], new: Mapping[str, Record], renamed: Mapping[str, str]
) -> Iterator[Change]:
    for id_, record in new.items():
        if id_ in old and (fields := _fields(old[id_], record)):
            yield Change("changed", old[id_], record, fields)
    removed = {id_: row for id_, row in old.items() if id_ not in new}
    added = {id_: row for id_, row in new.items() if id_ not in old}
    moved = _moved(removed, added, renamed)
    yield from moved
    gone = {change.old.id for change in moved if change.old}
    come = {change.new.id for change in moved if change.new}
    yield from (Change("removed", row, None) for id_, row in removed.items() if id_ not in gone)
    yield from (Change("added", None, row) for id_, row in added.items() if id_ not in come)


def _definitions(old: State, new: State) -> Iterator[Change]:
    """What changed of the names and definitions, where both states tell all of theirs."""
    if old.definitions is not None and new.definitions is not None:
        names = {f"indicators/{was}": f"indicators/{now}" for was, now in new.renamed.items()}
        yield from _changes(old.definitions, new.definitions, names)


def _fields(old: Record, new: Record) -> tuple[FieldChange, ...]:
    """The compared columns that both tell and that read differently."""
    return tuple(
        FieldChange(name, old.fields[name], new.fields[name])
        for name in COMPARED.get(new.kind, tuple(new.fields))
        if name in old.fields and name in new.fields and old.fields[name] != new.fields[name]
    )


def _moved(
    removed: Mapping[str, Record], added: Mapping[str, Record], renamed: Mapping[str, str]
) -> list[Change]:
    changes = []
    left = dict(added)
    for row in removed.values():
        now = left.pop(_present_id(row.id, renamed), None)
        if now is not None:
            changes.append(Change("moved", row, now, _fields(row, now)))
    settled = {change.old.id for change in changes if change.old}
    before = _by_words(row for row in removed.values() if row.id not in settled)
    after = _by_words(left.values())
    return changes + [
        Change("moved", rows[0], after[key][0], _fields(rows[0], after[key][0]))
        for key, rows in before.items()
        if len(rows) == 1 and len(after.get(key, ())) == 1
    ]


def _present_id(id_: str, renamed: Mapping[str, str]) -> str:
    """The id that a figure has after its indicator was renamed: area/indicator/…; or that of the
    indicator itself."""
    if id_ in renamed:
        return renamed[id_]
    area, _, rest = id_.partition("/")
    indicator, _, tail = rest.partition("/")
    return f"{area}/{renamed.get(indicator, indicator)}/{tail}"


def _by_words(rows: Iterable[Record]) -> Mapping[tuple[str, ...], list[Record]]:
    found: defaultdict[tuple[str, ...], list[Record]] = defaultdict(list)
    for row in rows:
        if row.kind == "definition":
            continue
        words = tuple(row.fields.get(name, "") for name in _SAME_WORDS)
        found[row.kind, *words].append(row)
    return found
