"""The ways reports word an indicator, from the vocabulary of a datasets folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tally.extract import normal


def find_aliases(folder: Path) -> Mapping[str, str]:
    """Each name and alias with the id of its indicator; empty where there is no vocabulary.

    The names of the indicators come before aliases; a file that does not parse is passed
    over here, since `tally check` is what answers it.
    """
    names: dict[str, str] = {}
    aliases: dict[str, str] = {}
    for indicator in _indicators(folder / "datasets" / "vocabulary" / "indicators"):
        names[normal(str(indicator["name"]["zh"]))] = indicator["id"]
        words = map(str, indicator.get("aliases", ()))
        aliases.update((normal(word), indicator["id"]) for word in words)
    return aliases | names


def _indicators(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.yml")):
        yield from filter(_named, _entries(path))


def _entries(path: Path) -> list[Any]:
    try:
        entries = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, OSError, UnicodeDecodeError):
        return []
    return entries if isinstance(entries, list) else []


def _named(entry: Any) -> bool:
    known = isinstance(entry, dict) and isinstance(entry.get("name"), dict)
    return known and "zh" in entry["name"] and isinstance(entry.get("id"), str)
