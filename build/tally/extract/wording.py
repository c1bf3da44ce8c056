"""What the words beside each number of a text say of it: its bound, and whether it is a decline."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tally.extract.compact import compact
from tally.extract.groups import groups, members
from tally.extract.lead import read_lead
from tally.extract.measures import comparator_of
from tally.extract.noise import noise
from tally.extract.quantities import Quantity, quantities, unread
from tally.extract.sentences import sentences, statements
from tally.terms import Comparator


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words beside a number say of it."""

    comparator: Comparator
    down: bool


def wordings(text: str, units: frozenset[str] = frozenset()) -> Mapping[int, Wording]:
    """The wording of each number of a reading text, by the offset where the number begins.

    `units` are the names of the vocabulary's, which numbers may carry.
    """
    dense = compact(text)
    ahead = deque(q for q in quantities(dense.text, unread(units)) if noise(dense.text, q) is None)
    return {
        dense.places[start]: wording
        for sentence in sentences(dense.text)
        for span in statements(dense.text, sentence)
        for start, wording in _of_statement(dense.text, span, ahead)
    }


def _of_statement(
    text: str, span: tuple[int, int], ahead: deque[Quantity]
) -> Iterator[tuple[int, Wording]]:
    found = []
    while ahead and ahead[0].start < span[1]:
        found.append(ahead.popleft())
    for group in groups(text, span[0], members(text, found)):
        ranked = group.members[0].quantity.form in ("rank", "top")
        lead = read_lead(text[slice(*group.lead)], ranked)
        down = lead.change == "change_down" or bool(lead.against and not lead.above)
        for member in group.members:
            yield member.quantity.start, Wording(comparator_of(member, lead), down)
