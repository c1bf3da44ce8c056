"""How fast extraction reads, and that its time grows with the length and nothing else.

A long report is made by repeating the annotated passages of tests/extract/gold.
"""

from __future__ import annotations

import time
from pathlib import Path

from tally.extract import extract_claims
from tally.text import read_text

GOLD = Path(__file__).parents[1] / "extract" / "gold"
LENGTH = 400_000
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
    start = time.perf_counter()
    extract_claims(read_text(text))
    return time.perf_counter() - start


def report(length: int) -> str:
    """A made-up report of so many characters."""
    passages = "\n".join(path.read_text("utf-8") for path in sorted(GOLD.glob("*.txt")))
    return (passages * (length // len(passages) + 1))[:length]


def main() -> None:
    """Print one line for each figure: name, measured, bar."""
    seconds(report(LENGTH // 10))
    whole = seconds(report(LENGTH))
    print(f"extraction with reading | {LENGTH / whole:,.0f} characters/s | > 200,000")
    growth = whole / seconds(report(LENGTH // 4))
    print(f"a report four times as long | {growth:.1f} times the time | < 5")
    for name, unit in HOSTILE.items():
        long, short = unit * (MILLION // len(unit)), unit * (MILLION // len(unit) // 4)
        growth = seconds(long) / seconds(short)
        print(f"{name}, against a quarter of it | {growth:.1f} times the time | < 6")


if __name__ == "__main__":
    main()
