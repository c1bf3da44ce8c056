"""What a cell of a published table may hold, and how it is written as text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

Cell = str | int | Decimal | bool | date | None
Row = Mapping[str, Cell]


def as_text(cell: Cell) -> str:
    """A cell as every text format writes it: empty for nothing, numbers without an exponent."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return format(cell, "f")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def converted(value: Decimal, factor: Decimal) -> Decimal:
    """A value in another unit, with no more digits than it needs: 42.5 × 10000 is 425000."""
    product = (value * factor).normalize()
    return product.quantize(Decimal(1)) if product == product.to_integral_value() else product
