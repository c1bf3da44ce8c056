"""What a cell of a published table may hold, and how it is written as text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction

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


def written(value: Fraction) -> Decimal:
    """An exact fraction as a decimal: all its digits where these end, else its first twelve."""
    context = Context(prec=28)
    exact = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    if Fraction(exact) != value:
        exact = Context(prec=12).divide(Decimal(value.numerator), Decimal(value.denominator))
    return _plain(exact)


def converted(value: Decimal, factor: Decimal) -> Decimal:
    """A value in another unit, with no more digits than it needs: 42.5 × 10000 is 425000."""
    return _plain(value * factor)


def _plain(value: Decimal) -> Decimal:
    """The same without an exponent or idle noughts."""
    bare = value.normalize()
    return bare.quantize(Decimal(1)) if bare == bare.to_integral_value() else bare
