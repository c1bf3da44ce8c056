"""Where quotes stand in a text that is asked for many of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count, islice

_FEW = 20_000_000  # characters that are read through before it is worth to know all pairs
_LOOKED_UP = 16  # pairs of a quote: among so many, one is rare enough
_NOWHERE = array("I")


@dataclass(frozen=True)
class Concordance:
    """A text, and the offsets at which each pair of its characters stands.

    To search all of a long report for each of its thousands of quotes takes as long as to
    read the data files; the rarest pair of a quote leads to the few places it can stand at. For
    the first quotes a search is quicker than to find all pairs.
    """

    text: str = ""
    _asked: Iterator[int] = field(default_factory=count, repr=False, compare=False)

    @cached_property
    def pairs(self) -> Mapping[str, array[int]]:
        pairs: dict[str, array[int]] = {}
        text = self.text
        for at in range(len(text) - 1):
            pair = text[at : at + 2]
            if pair not in pairs:
                pairs[pair] = array("I")
            pairs[pair].append(at)
        return pairs

    def starts(self, quote: str) -> tuple[int, ...]:
        """Where a quote stands: none, one, or the first two offsets."""
        few = next(self._asked) * len(self.text) < _FEW
        candidates = self._searched(quote) if few else self._candidates(quote)
        found = (at for at in candidates if self.text.startswith(quote, at))
        return tuple(islice(found, 2))

    def _searched(self, quote: str) -> Iterator[int]:
        at = self.text.find(quote)
        while at >= 0:
            yield at
            at = self.text.find(quote, at + 1)

    def _candidates(self, quote: str) -> Iterator[int]:
        """Where a quote may stand, by the rarest of its pairs."""
        if len(quote) < 2:
            return self._searched(quote)
        ahead = range(min(len(quote) - 1, _LOOKED_UP))
        by_pair = ((self.pairs.get(quote[by : by + 2], _NOWHERE), by) for by in ahead)
        offsets, by = min(by_pair, key=lambda found: len(found[0]))
        return (at - by for at in offsets if at >= by)
