"""The words of the desk, all languages, as its page reads them."""

from __future__ import annotations

from collections.abc import Mapping

from tally.terms import (
    Basis,
    Comparator,
    Kind,
    LeftOutReason,
    Measure,
    StatedDirection,
    Status,
    Strength,
    Term,
)  # fmt: skip
from tally.words.tables import LANGS, table, word

_PREFIX = "desk."
_LISTS: Mapping[str, type[Term]] = {
    "measure": Measure, "comparator": Comparator, "kind": Kind, "status": Status,
    "direction": StatedDirection, "basis": Basis, "strength": Strength, "reason": LeftOutReason,
}  # fmt: skip


def words() -> Mapping[str, Mapping[str, object]]:
    """By language: what the page says, by key, and the members of the closed lists with theirs."""
    return {
        lang: {
            "say": {
                key.removeprefix(_PREFIX): wording
                for key, wording in table(lang).items()
                if key.startswith(_PREFIX)
            },
            "terms": {
                name: {str(member): word(member, lang) for member in members}
                for name, members in _LISTS.items()
            },
        }
        for lang in LANGS
    }
