"""How numbers are written on a page."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tally.site.format import scaled


@pytest.mark.parametrize(
    ("value", "factor", "expected"),
    [
        ("4250", 10**8, "4.250E+11"),
        ("1.5", 10**4, "1.5E+4"),
        ("0", 10**8, "0"),
        ("5.10", 1, "5.10"),
    ],
)
def test_conversion_invents_no_precision(value: str, factor: int, expected: str) -> None:
    converted = scaled(Decimal(value), Decimal(factor))
    assert converted == Decimal(expected)
    assert len(converted.as_tuple().digits) == len(Decimal(expected).as_tuple().digits)
