"""How numbers are written on a page."""

from __future__ import annotations

from decimal import Decimal


def scaled(value: Decimal, factor: Decimal) -> Decimal:
    """`value × factor` with the significant digits of `value`."""
    product = (value * factor).normalize()
    stated = len(value.as_tuple().digits)
    exponent = product.adjusted() - stated + 1
    return product.quantize(Decimal(1).scaleb(exponent)) if product else Decimal(0)
