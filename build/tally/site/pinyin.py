"""The pinyin of names. What was spelled is kept between builds: the dictionary that tells it takes
longer to load than the pages that need it take to make, and a change seldom brings a new name."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import msgspec

from tally.site.kept import keep, read_kept

Syllables = tuple[str, ...]
_SPELLED: dict[str, Syllables] = {}
_NEW: set[str] = set()
_FILE = "pinyin.json"


def syllables(text: str) -> Syllables:
    """The syllables of a text, without tones; what is not Chinese stays as it is, in one piece."""
    known = _SPELLED.get(text)
    if known is None:
        from pypinyin import lazy_pinyin

        known = _SPELLED[text] = tuple(lazy_pinyin(text))
        _NEW.add(text)
    return known


def recall(folder: Path) -> None:
    """Take what an earlier build spelled by the same dictionary."""
    known = read_kept(folder, _key())
    if known:
        _SPELLED.update(msgspec.json.decode(known[_FILE], type=dict[str, Syllables]))


def remember(folder: Path) -> None:
    """Keep what this build spelled, if anything is new."""
    if _NEW:
        keep(folder, _key(), {_FILE: msgspec.json.encode(_SPELLED)})
        _NEW.clear()


def _key() -> str:
    return f"pypinyin-{version('pypinyin')}"
