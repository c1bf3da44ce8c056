"""What looks like a number and is none: 425O亿元, l0%, 5。1%. It is told, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tally.extract.quantities import UNIT, Quantity

_DIGIT = "[0-9OoIl|]"
_SLIP = re.compile(
    rf"(?<![0-9A-Za-z.])(?={_DIGIT}{{0,12}}[0-9])(?={_DIGIT}{{0,12}}[OoIl|])"
    rf"{_DIGIT}{{1,14}}(?:\.{_DIGIT}{{1,6}})?(?=[百千万亿]{{0,2}}(?:{UNIT}))"
    rf"|(?<![0-9.])[0-9]{{1,6}}[。·，][0-9]{{1,3}}(?=%|[万亿]{{1,2}}(?:{UNIT}))"
    rf"|(?<![0-9.])[0-9]{{1,6}}\.[。.][0-9]{{1,4}}(?=%|[万亿]{{0,2}}(?:{UNIT}))"
)
_ANY = re.compile(r"[OoIl|]|[0-9][。·，][0-9]|\.[。.][0-9]")


def slips(text: str) -> Iterator[Quantity]:
    """The places of a compact text where a number is spoiled, as quantities that are not read."""
    if not _ANY.search(text):
        return
    for match in _SLIP.finditer(text):
        yield Quantity(*match.span(), Decimal(0), "", "unread")
