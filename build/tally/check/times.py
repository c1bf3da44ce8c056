"""The time of an entry, held to the times that the words around its quote name.

A report says once of which time a stretch speaks: in the statement, in its paragraph, or in the
headings above. A year that none of these names, and that the document does not speak of by
itself, is another one than the words say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tally.check.places import at
from tally.extract import Claim
from tally.extract.numerals import years_counted
from tally.records.archive import Archived
from tally.records.model import Observation, Source, Target
from tally.records.problem import Problem
from tally.terms import DocumentType

Record = Observation | Target

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_COUNTED = "[一二两三四五六七八九十]|[1-9]"
_BACK = re.compile(rf"(?:过去|近|前|这)?({_COUNTED})年(?:来|间|以来|累计|工作)|年均")
_AHEAD = re.compile(rf"(?:今后|未来|接下来)({_COUNTED})年")
_PLAN = re.compile("十([一二三四五六])五")
_FIRST_PLAN = 2006  # the eleventh five-year plan; one follows the other
_BESIDE = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2, "次年": 1}
_AVERAGED = 5
_LONGEST_HEADING = 40
_HEADINGS = 3


def time_problems(record: Record, archived: Archived, claims: Sequence[Claim]) -> Iterator[Problem]:
    """Whether the period of a record, or when it is due, is one that the words speak of; `claims`
    are what the machine reads of its number."""
    span = record.evidence.span
    if span is None:
        return
    promised = isinstance(record, Target)
    field, time = ("due", record.due) if isinstance(record, Target) else ("period", record.period)
    spoken = spoken_year(archived.source)
    around = _around(archived.text, span.quote_start, span.quote_end)
    told = sorted(
        _years(claim.period for claim in claims if claim.period)
        | ({spoken} if promised else _reported(archived.source, spoken) if not claims else set())
    )
    known = {*told, *_named(around, spoken)}
    if unknown := sorted(_years([time]) - known):
        message = f"nothing around the quote speaks of {', '.join(map(str, unknown))}"
        said = ", ".join(map(str, told)) or "none"
        help_ = f"the words are about {said}: correct the {field}, or quote the words that name it"
        yield Problem(at(record, field), "quote-period", message, help_)


def spoken_year(source: Source) -> int:
    """The year that a document calls this one."""
    return source.year or int(source.published[:4])


def _reported(source: Source, spoken: int) -> set[int]:
    """The years that a document reports on where it does not say so."""
    return {spoken - 1} if source.kind == DocumentType.WORK_REPORT else {spoken - 1, spoken}


def _years(times: Iterable[str]) -> set[int]:
    return {int(year) for time in times for year in _YEAR.findall(time)}


def _around(text: str, start: int, end: int) -> str:
    """The paragraphs that a quote stands in, with the headings above them."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    above = [line.strip() for line in text[:first].split("\n")]
    headings = [line for line in reversed(above) if _is_heading(line)][:_HEADINGS]
    return "\n".join((*headings, text[first : last if last >= 0 else len(text)]))


def _is_heading(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_HEADING and not line.endswith(("。", "；", "，"))


def _named(text: str, spoken: int) -> Iterator[int]:
    """The years that words name, as a document of the year `spoken` means them."""
    yield from map(int, _YEAR.findall(text))
    for plan in _PLAN.findall(text):
        first = _FIRST_PLAN + 5 * (years_counted(plan) - 1)
        yield from (first, first + 4)
    for match in _BACK.finditer(text):
        yield from (spoken - (years_counted(match[1]) if match[1] else _AVERAGED), spoken - 1)
    for match in _AHEAD.finditer(text):
        yield from (spoken, spoken + years_counted(match[1]) - 1)
    yield from (spoken + by for word, by in _BESIDE.items() if word in text)
