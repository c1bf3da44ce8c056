"""How fast extraction reads, and that its time grows with the length and nothing else.

A long report is made of the annotated passages of tests/extract/gold, with prose between them so
that there is a number for every eighty characters or so, as in a real one. Times are those of
the processor, the better of two, since other work may share the machine.
"""

from __future__ import annotations

import time
from pathlib import Path

from tally.extract import extract_claims
from tally.text import read_text

GOLD = Path(__file__).parents[1] / "extract" / "gold"
LENGTH = 400_000
PROSE = "坚持稳中求进工作总基调，统筹推进各项重点工作，办好群众身边的实事，让发展成果惠及全体人民。"
HOSTILE = {
    "a million digits": "1",
    "a million brackets": "（",
    "a million numerals": "一",
    "a million listed numbers": "1、",
    "a million list marks": "、",
}
MILLION = 1_000_000


def seconds(text: str) -> float:
    """The time it takes to read a text and extract its claims."""
    return min(_once(text) for _ in range(2))


def _once(text: str) -> float:
    start = time.process_time()
    extract_claims(read_text(text))
    return time.process_time() - start


def report(length: int) -> str:
    """A made-up report of so many characters."""
    lines = [line for path in sorted(GOLD.glob("*.txt")) for line in path.open(encoding="utf-8")]
    passages = "".join(line + PROSE * (3 * len(line) // len(PROSE)) + "\n" for line in lines)
    return (passages * (length // len(passages) + 1))[:length]


def main() -> None:
    """Print one line for each figure: name, measured, bar."""
    seconds(report(LENGTH // 10))
    whole = seconds(report(LENGTH))
    print(f"extraction with reading | {LENGTH / whole:,.0f} characters/s | > 250,000")
    growth = whole / seconds(report(LENGTH // 4))
    print(f"a report four times as long | {growth:.1f} times the time | < 5")
    for name, unit in HOSTILE.items():
        long, short = unit * (MILLION // len(unit)), unit * (MILLION // len(unit) // 4)
        growth = seconds(long) / seconds(short)
        print(f"{name}, against a quarter of it | {growth:.1f} times the time | < 6")


if __name__ == "__main__":
    main()
