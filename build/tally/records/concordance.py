"""Where quotes stand in a text that is asked for many of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

_LOOKED_UP = 16  # pairs of a quote: among so many, one is rare enough
_NOWHERE = array("I")


@dataclass(frozen=True, slots=True)
class Concordance:
    """A text, and the offsets at which each pair of its characters stands.

    To search all of a long report for each of its thousands of quotes takes as long as to
    read the data files; the rarest pair of a quote leads to the few places it can stand at.
    """

    text: str = ""
    pairs: Mapping[str, array[int]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, text: str) -> Concordance:
        pairs: dict[str, array[int]] = {}
        for at in range(len(text) - 1):
            pair = text[at : at + 2]
            if pair not in pairs:
                pairs[pair] = array("I")
            pairs[pair].append(at)
        return cls(text, pairs)

    def starts(self, quote: str) -> tuple[int, ...]:
        """Where a quote stands: none, one, or the first two offsets."""
        candidates = self._candidates(quote) if len(quote) > 1 else range(len(self.text))
        found = (at for at in candidates if self.text.startswith(quote, at))
        return tuple(islice(found, 2))

    def _candidates(self, quote: str) -> Iterator[int]:
        """Where a quote of two characters or more may stand, by the rarest of its pairs."""
        ahead = range(min(len(quote) - 1, _LOOKED_UP))
        by_pair = ((self.pairs.get(quote[by : by + 2], _NOWHERE), by) for by in ahead)
        offsets, by = min(by_pair, key=lambda found: len(found[0]))
        return (at - by for at in offsets if at >= by)
