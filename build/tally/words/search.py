"""What people type for what reports call otherwise: `search.yml` of the program, and the site's own
beside its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

from tally.words.tables import WordsError, brought_folder, parsed_table

Group = Sequence[str]
_FILE = "search.yml"
_TABLES = ("same", "near", "ignored", "endings")


def search_words() -> Mapping[str, tuple[Group, ...]]:
    """The groups of each table, the site's own after the program's.

    Raises WordsError for a table that is unknown, and for a group that is no list of words.
    """
    brought = brought_folder()
    roots: tuple[Traversable, ...] = (files("tally.words"), *([brought] if brought else ()))
    read = [_read(root / _FILE) for root in roots if (root / _FILE).is_file()]
    return {name: tuple(group for own in read for group in own.get(name, ())) for name in _TABLES}


def _read(path: Traversable) -> Mapping[str, Sequence[Group]]:
    tables = parsed_table(path)
    for name, groups in tables.items():
        if name not in _TABLES:
            raise WordsError(f"{path}: no table is called {name}; there are {', '.join(_TABLES)}")
        if not isinstance(groups, list):
            raise WordsError(f"{path}: {name} is a list of groups of words, such as [bus, coach]")
        for group in groups:
            _require_words(group, name, path)
    return tables  # type: ignore[return-value]  # as was just seen


def _require_words(group: object, name: str, path: Traversable) -> None:
    if not isinstance(group, list) or not all(isinstance(word, str) for word in group):
        raise WordsError(f"{path}: {name}: {group!r} is no group of words; quote what is no word")
