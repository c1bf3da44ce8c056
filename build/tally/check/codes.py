"""What each code of the check means and how to put right what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from tally.records.entries import localized
from tally.records.model import Localized


@dataclass(frozen=True, slots=True)
class Explained:
    """A code with its title, what it means, and how to put it right."""

    code: str
    title: Localized
    meaning: Localized
    remedy: Localized


@cache
def explained() -> Mapping[str, Explained]:
    """Every code of the check, explained, in the order of `codes.yml`."""
    text = resources.files(__package__).joinpath("codes.yml").read_text("utf-8")
    table = yaml.load(text, Loader=yaml.CSafeLoader)
    return {
        code: Explained(
            code, localized(said["title"]), localized(said["meaning"]), localized(said["remedy"])
        )
        for code, said in table.items()
    }
