"""All promises as one picture: a mark for each, by theme, in the order of their verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tally.charts.canvas import Canvas, Words, picture
from tally.charts.finding import promised
from tally.charts.model import Frame, Picture, Sketch, same
from tally.charts.placement import text_width
from tally.charts.plot import NARROW, WIDE, Size
from tally.charts.words import SAY, fill, joined, sourced
from tally.derive.ledger import Ledger
from tally.derive.model import (
    Outlook,
)
from tally.records.model import Localized, Theme
from tally.terms import VerdictCode

_ORDER = tuple(VerdictCode)
_PITCH, _LINE = 15.6, 18.0
_NAMES = 270.0
_BETWEEN = 8.0


@dataclass(frozen=True, slots=True)
class _Block:
    """The promises of one theme, sorted."""

    name: Localized
    outlooks: tuple[Outlook, ...]


def glance_sketch(ledger: Ledger, outlooks: Iterable[Outlook]) -> Sketch | None:
    """The verdicts of all promises, theme by theme; None where there are none."""
    outlooks = tuple(outlooks)
    if not outlooks:
        return None
    blocks = _blocks(outlooks, ledger)
    counts = Counter(outlook.verdict.code for outlook in outlooks)
    title = _title(len(outlooks), counts)
    return Sketch(
        kind="glance",
        title=title,
        description=joined([title, *(_spoken(block) for block in blocks)], "。", ". "),
        columns=(SAY["theme"], *(SAY[code] for code in _ORDER)),
        rows=tuple(_table_row(block) for block in blocks),
        wide=_draw(blocks, counts, ledger, WIDE),
        narrow=_draw(blocks, counts, ledger, NARROW),
        source=sourced(ledger.sources[o.target.evidence.source].title for o in outlooks),
    )


def _blocks(outlooks: tuple[Outlook, ...], ledger: Ledger) -> list[_Block]:
    """In the order of the vocabulary's themes; themes without promises are left out."""
    themes: Iterable[Theme] = ledger.vocabulary.themes.values()
    found = ((theme, [o for o in outlooks if o.target.theme == theme.id]) for theme in themes)
    return [_Block(theme.name, tuple(sorted(own, key=_rank))) for theme, own in found if own]


def _rank(outlook: Outlook) -> int:
    return _ORDER.index(outlook.verdict.code)


def _draw(
    blocks: list[_Block], counts: Counter[VerdictCode], ledger: Ledger, size: Size
) -> Picture:
    words = Words()
    start = 0.0 if size.stacked else _NAMES
    room = int((size.width - start) // _PITCH)
    lines = [-(-len(block.outlooks) // room) + size.stacked for block in blocks]
    height = 2 * _LINE + sum(lines) * _LINE + len(blocks) * _BETWEEN
    canvas = Canvas(Frame(0.0, size.width, height, (0, size.width), (height, 0)), words)
    _key(canvas, counts)
    y = 2 * _LINE
    for block, count in zip(blocks, lines, strict=True):
        canvas.label(block.name, 0, y)
        first = y + _LINE * size.stacked
        for index, outlook in enumerate(block.outlooks):
            x = start + (index % room + 0.5) * _PITCH
            y_of = first + index // room * _LINE
            canvas.shape(outlook.verdict.code, x, y_of, _note(outlook, ledger))
        y += count * _LINE + _BETWEEN
    return picture([canvas], words, (2, 8, 2, 2))


def _key(canvas: Canvas, counts: Counter[VerdictCode]) -> None:
    """What the marks mean, with how many there are of each, where there are any."""
    x = 0.0
    for code in _ORDER:
        if counts[code]:
            text = fill("{} {}", "{} {}", SAY[code], same(str(counts[code])))
            canvas.shape(code, x + _PITCH / 2, 0, None)
            canvas.label(text, x + _PITCH + 2, 0)
            x += _PITCH + text_width(text) + 14


def _note(outlook: Outlook, ledger: Ledger) -> Localized:
    target = outlook.target
    if target.title is not None:
        return fill("{}：{}", "{}: {}", target.title, SAY[outlook.verdict.code])
    name = ledger.indicator(target.indicator or "").name
    words = promised(outlook, ledger) or SAY["target"]
    return fill("{}，{}：{}", "{}, {}: {}", name, words, SAY[outlook.verdict.code])


def _title(total: int, counts: Counter[VerdictCode]) -> Localized:
    parts = [
        fill("{}{}项", "{} {}", SAY[code], same(str(counts[code])))
        for code in _ORDER
        if counts[code]
    ]
    said = joined(parts, "，", ", ")
    return fill("{}项承诺：{}", "{} promises: {}", same(str(total)), said)


def _spoken(block: _Block) -> Localized:
    counts = Counter(outlook.verdict.code for outlook in block.outlooks)
    parts = [
        fill("{}{}", "{} {}", SAY[code], same(str(counts[code]))) for code in _ORDER if counts[code]
    ]
    return fill("{}：{}", "{}: {}", block.name, joined(parts, "，", ", "))


def _table_row(block: _Block) -> tuple[Localized, ...]:
    counts = Counter(outlook.verdict.code for outlook in block.outlooks)
    return (block.name, *(same(str(counts[code])) for code in _ORDER))
