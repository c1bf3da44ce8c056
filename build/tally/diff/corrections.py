"""What corrections.yml does not tell yet of the figures that changed since they were published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from tally.diff.model import Change, Comparison, Record
from tally.diff.versions import datasets_of, due_versions
from tally.records.load import Loaded
from tally.terms import CorrectionKind, Review
from tally.write import Value, entry_text

# What a figure says; a record that says another of these was published wrongly.
_SAID = frozenset(("value", "value_high", "unit", "comparator", "direction"))
_UNWRITTEN = "to be written"


def missing_corrections(comparison: Comparison) -> Mapping[str, str]:
    """The entries that corrections.yml lacks, by dataset, as text to paste.

    Lacking is an entry for a figure that a curator had entered, that says another amount now,
    and of which no correction has been added since.
    """
    old, new = comparison.old.loaded, comparison.new.loaded
    if old is None or new is None:
        return {}
    homes, versions = datasets_of(comparison), due_versions(comparison)
    told, datasets = {figure for figure, *_ in _told(new) - _told(old)}, new.datasets.datasets
    found: dict[str, list[str]] = defaultdict(list)
    for change in comparison.changes:
        home = homes.get(change.record.id, "")
        if home in datasets and _is_due(change) and change.record.id not in told:
            entry = _entry(change, versions[home], datasets[home].updated)
            found[home].append(entry_text(entry))
    return {home: "".join(entries) for home, entries in sorted(found.items())}


def _told(loaded: Loaded) -> set[tuple[str, str, str]]:
    corrections = (c for one in loaded.datasets.datasets.values() for c in one.corrections)
    return {(c.figure, c.date, c.new) for c in corrections if c.kind == CorrectionKind.CORRECTION}


def _is_due(change: Change) -> bool:
    if change.old is None or change.new is None or change.old.kind == "definition":
        return False
    was_reviewed = change.old.fields.get("review") == Review.REVIEWED
    return was_reviewed and any(field.field in _SAID for field in change.fields)


def _entry(change: Change, since: str, day: str) -> dict[str, Value]:
    assert change.old is not None
    return {
        "date": day,
        "kind": str(CorrectionKind.CORRECTION),
        "figure": change.record.id,
        "old": _amount(change.old, change),
        "new": _amount(change.record, change),
        "reason": {"zh": "待写", "en": _UNWRITTEN},
        "by": _UNWRITTEN,
        "since": since,
    }


def _amount(record: Record, change: Change) -> str:
    """What a record says: 4250亿元; with its wording where the number stayed: 6% (ge)."""
    told = record.fields.get
    values = "-".join(filter(None, (told("value"), told("value_high"))))
    worded = " ".join(filter(None, (told("comparator"), told("direction"))))
    renumbered = {field.field for field in change.fields} & {"value", "value_high", "unit"}
    return f"{values}{told('unit', '')}" + ("" if renumbered else f" ({worded})")
