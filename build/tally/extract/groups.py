"""Quantities that share their lead: 收入3万元、1.5万元, 分别增长4.2%、5%、5.4%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tally.extract.lexicon import alternation, table
from tally.extract.quantities import COUNTERS, Quantity

_WORDS = table("comparators")
_FACE = alternation(table("names")["faces"])
_AFTER = re.compile(
    rf"(?P<word>{alternation(w for ws in _WORDS['after'].values() for w in ws)}|(?<=倍)多)"
)  # fmt: skip
_AFTER_ROLE = {
    "多": "gt",
    **{word: role for role, words in _WORDS["after"].items() for word in words},
}
_BETWEEN = re.compile(
    rf"(?:、|和|与|及|以及|，)(?:{alternation(w for ws in _WORDS['before'].values() for w in ws)})?"
)
_PAIRED = re.compile(
    rf"分别[^，。；：]{{0,6}}$"
    rf"|(?:{_FACE})(?:和|与|及|、)[^，。；：、和与及]{{0,6}}(?:{_FACE})(?:是|为|达到?|完成)$"
)
_PAIR_WINDOW = 40
# 建成大棚3000个，11家企业入选名单: a count with its own noun begins anew.
_NOUN_BEHIND = re.compile(r"[^，。；：、！？（）\n0-9]")


class Member(NamedTuple):
    """A quantity with the comparator word behind it and the place where reading goes on."""

    quantity: Quantity
    after: str | None
    end: int


class Group(NamedTuple):
    """Quantities in one list; `lead` is the span of the words before the first."""

    lead: tuple[int, int]
    members: tuple[Member, ...]

    @property
    def end(self) -> int:
        return self.members[-1].end


def members(text: str, found: Iterable[Quantity]) -> list[Member]:
    """Quantities with the words behind them that say how close they are."""
    return [_member(text, quantity) for quantity in found]


def _member(text: str, quantity: Quantity) -> Member:
    match = _AFTER.match(text, quantity.end)
    if match is None or quantity.form == "rank":
        return Member(quantity, None, quantity.end)
    return Member(quantity, _AFTER_ROLE[match["word"]], match.end())


def groups(text: str, start: int, found: list[Member]) -> Iterator[Group]:
    """Lists of quantities, in order; `start` is where the statement begins."""
    position = start
    index = 0
    while index < len(found):
        last = index
        paired = _is_paired(text, position, found[index].quantity.start)
        while last + 1 < len(found) and _listed(text, found[last], found[last + 1], paired):
            last += 1
        run = _spread(found[index : last + 1])
        yield Group((position, found[index].quantity.start), run)
        position = run[-1].end
        index = last + 1


def _is_paired(text: str, start: int, number: int) -> bool:
    """水稻面积和产量分别为20万亩和11万吨, numbers of several things in their order."""
    return bool(_PAIRED.search(text, max(start, number - _PAIR_WINDOW), number))


def _listed(text: str, one: Member, other: Member, paired: bool) -> bool:
    between = text[one.end : other.quantity.start]
    if not _BETWEEN.fullmatch(between) or one.quantity.form != other.quantity.form:
        return False
    if paired and "，" not in between:
        return True
    units = one.quantity.unit.lstrip("万亿"), other.quantity.unit.lstrip("万亿")
    if not COUNTERS.issuperset(units):
        return _same_unit(*units)
    return not ("，" in between and _NOUN_BEHIND.match(text, other.end))


def _same_unit(one: str, other: str) -> bool:
    bare, full = one.lstrip("万亿"), other.lstrip("万亿")
    return bare == full or not bare or _same_points(bare, full)


def _same_points(unit: str, last: str) -> bool:
    """0.3个、0.8个百分点."""
    return unit == "个" and last in ("个百分点", "个点")


def _spread(run: list[Member]) -> tuple[Member, ...]:
    """A trailing comparator covers its list; a unit left out is that of the last member."""
    last = run[-1]
    return tuple(_completed(member, last) for member in run)


def _completed(member: Member, last: Member) -> Member:
    if member is last:
        return member
    quantity = member.quantity
    unit = last.quantity.unit if _elided(quantity.unit, last.quantity.unit) else quantity.unit
    return member._replace(quantity=quantity._replace(unit=unit), after=member.after or last.after)


def _elided(unit: str, last: str) -> bool:
    return (not unit.lstrip("万亿") and bool(last.lstrip("万亿"))) or _same_points(unit, last)
