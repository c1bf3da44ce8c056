"""What a proposal does to the data files, and the files as they then are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tally.records.model import Dataset, Place
from tally.text import LARGEST_DATA, read_regular
from tally.write import Edit, Value, appended, edited, entry_text, with_field


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry more of a list file, whose path is relative to the folder of datasets; `schema` is
    that of the file."""

    path: str
    schema: str
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Field:
    """A field more of the entry at a place."""

    place: Place
    name: str
    value: Value


@dataclass(frozen=True, slots=True)
class Draft:
    """A change of one dataset. `edits` change values, `fields` and `entries` add; `files` are new.

    `remarks` say what a person still has to look at.
    """

    dataset: str
    edits: Sequence[Edit] = ()
    fields: Sequence[Field] = ()
    entries: Sequence[Entry] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    remarks: Sequence[str] = ()


def drafted(root: Path, draft: Draft) -> Mapping[str, bytes]:
    """The files of a draft by their path below `root`; raises WriteError, OSError."""
    texts: dict[str, str] = {}

    def text_of(path: str) -> str:
        if path not in texts:
            there = (root / path).exists()
            data = read_regular(root / path, LARGEST_DATA, within=root) if there else b""
            texts[path] = data.decode("utf-8")
        return texts[path]

    # From the end of a file to its beginning, so that places stay what they are.
    for one in sorted(draft.fields, key=lambda one: one.place, reverse=True):
        path = _below(root, one.place)
        texts[path] = with_field(path, text_of(path), one.place, one.name, one.value)
    for path in dict.fromkeys(_below(root, edit.place) for edit in draft.edits):
        own = [edit for edit in draft.edits if _below(root, edit.place) == path]
        texts[path] = edited(path, text_of(path), own)
    for entry in draft.entries:
        path = entry.path
        entries = [entry_text(entry.fields)]
        texts[path] = appended(path, text_of(path), entries, _heading(entry))
    return {**{path: text.encode() for path, text in texts.items()}, **draft.files}


def raised(dataset: Dataset, version: str, day: str) -> list[Edit]:
    """The dataset's version and day, as they are with a change of its figures."""
    days = [] if dataset.updated >= day else [Edit(dataset.places["updated"], day)]
    return [Edit(dataset.places["version"], version), *days]


def _below(root: Path, place: Place) -> str:
    return place.path.removeprefix(f"{root.name}/")


def _heading(entry: Entry) -> str:
    up = "../" * (entry.path.count("/") + 1)
    return f"# yaml-language-server: $schema={up}schemas/{entry.schema}.schema.json\n"
