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
        names[normal(indicator["name"]["zh"])] = indicator["id"]
        aliases.update((normal(alias), indicator["id"]) for alias in indicator.get("aliases", ()))
    return aliases | names


def _indicators(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.yml")):
        try:
            yield from yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) or ()
        except (yaml.YAMLError, OSError, UnicodeDecodeError):
            continue
