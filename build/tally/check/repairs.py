"""Repairs restore words: no number of a source comes, goes or is another one behind them.

What stands beside the repaired words is read too, for a repair may join two numbers or change
what one counts. Correcting a year changes that year and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tally.records.model import Repair, Source
from tally.records.problem import Problem
from tally.records.spans import occurrences
from tally.records.trace import stated_numbers
from tally.text import Edit, read_text

LONGER_AT_MOST = 4
_AROUND = 12
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*[%‰]?")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_SCALE = re.compile("[十百千万亿]")
# What is left in place of characters that were lost.
_DAMAGE = re.compile("[?？\ufffd□■�]")

Told = tuple[str, str, bool]


def repair_problems(source: Source) -> Iterator[Problem]:
    """Repairs behind which a source states other numbers, or that add more than they restore;
    corrections of years that change more than years."""
    for repair in source.repairs:
        yield from _problems(repair, source, _of_repair)
    for correction in source.year_corrections:
        yield from _problems(correction, source, _of_correction)


def _problems(
    repair: Repair, source: Source, rule: Callable[[Repair, str, str], Told | None]
) -> Iterator[Problem]:
    for before, after in _readings(repair, source.reading.raw if source.reading else repair.raw):
        if told := rule(repair, before, after):
            message, help_, certain = told
            severity = "error" if certain else "warning"
            yield Problem(repair.place, "repair", message, help_, severity)  # type: ignore[arg-type]
            return


def _readings(repair: Repair, raw: str) -> Iterator[tuple[str, str]]:
    """What the text says around each place of a repair, without it and with it."""
    for start, end in occurrences(repair.raw, raw):
        around = raw[max(0, start - _AROUND) : end + _AROUND]
        yield read_text(around).text, read_text(around, [Edit(repair.raw, repair.reading)]).text


def _of_repair(repair: Repair, before: str, after: str) -> Told | None:
    if (was := _NUMBER.findall(before)) != (now := _NUMBER.findall(after)):
        return (
            f"the repair makes {_listed(now)} of the numbers {_listed(was)}",
            "a repair restores words and leaves every digit as it is",
            True,
        )
    if (was := _in_words(before)) != (now := _in_words(after)):
        message = f"the repair makes {_listed(now)} of the numbers in words {_listed(was)}"
        return message, "a repair adds, drops and changes no number", True
    if len(repair.reading) > len(repair.raw) + LONGER_AT_MOST:
        longer = len(repair.reading) - len(repair.raw)
        help_ = f"restore what was lost, at most {LONGER_AT_MOST} characters more than are there"
        return f"the reading is {longer} characters longer than the words it is for", help_, True
    if _SCALE.findall(read_text(repair.raw).text) != _SCALE.findall(repair.reading):
        message = f"{repair.reading} counts in other tens than {repair.raw}"
        help_ = "look again; nothing needs to change when 万 or 亿 itself was damaged"
        return message, help_, not _DAMAGE.search(repair.raw)
    return None


def _in_words(text: str) -> list[str]:
    """The numbers that a text states in Chinese figures."""
    return [f"{n.value.normalize():f}" for n in stated_numbers(text) if n.digits is None]


def _listed(numbers: list[str]) -> str:
    return ", ".join(numbers) or "none"


def _of_correction(correction: Repair, before: str, after: str) -> Told | None:
    if _YEAR.sub("", before) == _YEAR.sub("", after):
        return None
    message = f"{correction.reading} has more than another year than {correction.raw}"
    return message, "correct the year only; what else is damaged goes to repairs", True
