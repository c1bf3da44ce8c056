"""The cells of tables in running text: side by side, or one to a line as pages give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tally.extract.quantities import UNIT

NUMBER = re.compile(r"([-−+]?)([0-9][0-9,]*(?:\.[0-9]+)?)(%?)(?![0-9])")
YEAR = re.compile(r"((?:19|20)[0-9]{2})年?")
_CELL = re.compile(r"[^\t|｜\u3000 ]+(?: [^\t|｜\u3000 ]+)*")
_WORD = re.compile("[^ \u3000]+")
LINE = re.compile(r"[^\n]+")
_ALONE = re.compile(r"^[ \t\u3000|｜]*[-−+]?[0-9][0-9,.]*%?[ \t\u3000|｜]*$", re.MULTILINE)
_UNIT_CELL = re.compile(rf"[百千万亿]{{0,2}}(?:{UNIT})|%|‰")
_EMPTY = frozenset(("-", "—", "--", "——", "…", "/"))
# A line that is longer, or has a stop, is prose; one with gaps holds cells of its own.
_WIDEST = 30
_BROKEN = re.compile("[。；，|｜\t]|  ")
FEWEST_CELLS, _FEWEST_SPACED = 2, 3
_HEADS = re.compile("[（(]|单位|绝对|年|增[长速幅]|比重|数$|额$|量$|值$|合计")
# One line may title the rows below it; two, or such words, begin another table.
_HEADED = re.compile("^表|[（(]|增长|指标|^[-−+]?[0-9]")
_FEWEST_NUMBERS = 2
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell and their place in the reading text."""

    text: str
    start: int

    @property
    def number(self) -> re.Match[str] | None:
        return NUMBER.fullmatch(self.text)

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def measured(self) -> bool:
        """Whether it holds a number that is no year."""
        return self.number is not None and not YEAR.fullmatch(self.text)


Row = Sequence[Cell]


def cells_of(line: re.Match[str], spaced: bool = False) -> Row:
    """The cells that stand side by side in a line; `spaced` where a single blank parts them."""
    cell = _WORD if spaced else _CELL
    return [Cell(m.group(), line.start() + m.start()) for m in cell.finditer(line.group())]


def spaced_lines(text: str) -> frozenset[int]:
    """Where the lines begin of tables whose cells single blanks part: a head and rows as wide."""
    found: set[int] = set()
    head = width = 0
    for match in LINE.finditer(text):
        words = match.group().split(" ")
        if len(words) < _FEWEST_SPACED or _BROKEN.search(match.group()):
            width = 0
        elif not any(map(NUMBER.fullmatch, words)):
            titled = _HEADS.search(match.group())
            head, width = (match.start(), len(words)) if titled else (0, 0)
        elif len(words) == width and _is_spaced(words):
            found |= {head, match.start()}
        else:
            width = 0
    return frozenset(found)


def _is_spaced(words: Sequence[str]) -> bool:
    """A name, perhaps a unit, and numbers."""
    first, _, *rest = words
    numbers = all(word in _EMPTY or NUMBER.fullmatch(word) for word in rest)
    return numbers and not NUMBER.fullmatch(first)


@dataclass(frozen=True, slots=True)
class Stack:
    """A table with one cell to a line: its head, its rows, how many lines title some of them."""

    head: Row
    rows: Sequence[Row]
    titles: int

    @property
    def span(self) -> tuple[int, int]:
        return self.head[0].start, self.rows[-1][-1].end


def stacks(text: str) -> Iterator[Stack]:
    """The tables of a text that have one cell to a line."""
    if sum(1 for _ in _ALONE.finditer(text)) < _FEWEST_NUMBERS:
        return
    for run in _runs(text):
        yield from _tables(run)


def _runs(text: str) -> Iterator[list[Cell]]:
    """Short lines that are neither prose nor rows of cells and follow one another."""
    run: list[Cell] = []
    for match in LINE.finditer(text):
        words = match.group().strip(" \t\u3000|｜")
        if len(words) > _WIDEST or _BROKEN.search(words):
            yield run
            run = []
        elif words:
            run.append(Cell(words, match.start() + match.group().index(words)))
    yield run


def _tables(run: list[Cell]) -> Iterator[Stack]:
    """Each table of a run; reading goes on behind it, or behind the numbers that made none."""
    at = 0
    while at < len(run):
        first = next((n for n in range(at, len(run)) if run[n].measured), len(run))
        behind = next((n for n in range(first, len(run)) if not _filled(run[n])), len(run))
        unit = first - at > 1 and bool(_UNIT_CELL.fullmatch(run[first - 1].text))
        label, width = first - 1 - unit, behind - first + 1 + unit
        found = _stack(run, at, label, width, unit)
        at = behind
        if found:
            yield found
            at = label + width * len(found.rows) + found.titles


def _stack(run: list[Cell], at: int, label: int, width: int, unit: bool) -> Stack | None:
    """The table whose first row begins at `label`, if its head stands above it."""
    if width < FEWEST_CELLS or label - at < width - 1:
        return None
    rows, titles = _rows(run, label, width, unit)
    head = run[label - width + 1 : label]
    if len(rows) < _FEWEST_ROWS or not any(_HEADS.search(cell.text) for cell in head):
        return None
    return Stack((Cell("", head[0].start), *head), rows, titles)


def _rows(run: list[Cell], at: int, width: int, unit: bool) -> tuple[list[Row], int]:
    """Rows of one width, and how many lines between them only title those below."""
    rows: list[Row] = []
    passed = titles = 0
    while at + width <= len(run):
        row = run[at : at + width]
        if _is_row(row, unit):
            rows.append(row)
            at, titles = at + width, passed
        elif passed == titles and not _filled(run[at + 1]) and not _HEADED.search(run[at].text):
            at, passed = at + 1, passed + 1
        else:
            break
    return rows, titles


def _is_row(row: Row, unit: bool) -> bool:
    words = row[: 1 + unit]
    return not any(map(_filled, words)) and all(map(_filled, row[len(words) :]))


def _filled(cell: Cell) -> bool:
    return cell.measured or cell.text in _EMPTY
