"""Quotes in their source, numbers in their quote; of records and of what became of milestones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tally.check.places import at
from tally.records.archive import Archived
from tally.records.model import Figure, Observation, Outcome, Place, Target, Unit, Vocabulary
from tally.records.problem import Problem
from tally.records.remnants import Remnant
from tally.records.trace import (
    Stated,
    find_figure,
    numbers_within,
    stated_numbers,
    unit_agrees,
    worded_numbers,
)
from tally.text import read_text

Record = Observation | Target
_SHOWN = 60
# Characters that a passage shares with a quote that was meant for it.
_LEAST_ALIKE = 4
# Marks that a person puts around words that are quoted.
_MARKS = "“”‘’\"'「」『』《》 "


def quote_problems(
    record: Record | Remnant, archived: Archived, vocabulary: Vocabulary
) -> Iterator[Problem]:
    """Whether a record's words stand in its source, and its number in the words."""
    yield from words_problems(record, archived)
    if record.figure and archived.source.archived:
        yield from _quoted_problems(record, record.figure, archived, vocabulary.units)
    elif record.figure and not (isinstance(record, Observation) and record.in_series):
        yield from _retyped_problems(record.figure, vocabulary)


def words_problems(said: Record | Remnant | Outcome, archived: Archived) -> Iterator[Problem]:
    """Whether words are quoted from a source whose text is kept, and stand in it once; of
    another it must be told where it says so."""
    name, quote = archived.source.id, said.evidence.quote
    if not archived.source.archived:
        if said.evidence.locator is None:
            message = f"the text of {name} is not kept here, so no quote can be checked"
            help_ = "put a locator in place of the quote: the section, table or page"
            yield Problem(at(said, "quote"), "quote-source", message, help_)
    elif quote is None:
        message = f"the text of {name} is kept here, so its words are needed"
        help_ = "put a quote in place of the locator"
        yield Problem(at(said, "locator"), "quote-source", message, help_)
    elif archived.source.reading and len(found := archived.words.starts(quote)) != 1:
        yield _quote_problem(said, quote, archived, len(found))


def _quoted_problems(
    record: Record | Remnant, figure: Figure, archived: Archived, units: Mapping[str, Unit]
) -> Iterator[Problem]:
    """The number of a quote is that of its figure, and is written once."""
    if figure.stated is not None:
        message = "the quote says the number already"
        place = at(figure, "stated")
        yield Problem(place, "quote-number", message, "remove stated: it is for cited sources")
    quote = record.evidence.quote
    if quote is None or record.evidence.span is not None:
        return
    found = archived.words.starts(quote)
    if len(found) == 1:
        numbers = numbers_within(archived.scan.numbers, found[0], found[0] + len(quote))
        yield _number_problem(figure, quote, numbers, units)


def _retyped_problems(figure: Figure, vocabulary: Vocabulary) -> Iterator[Problem]:
    """A cited source has no text to quote; its figures are typed twice instead."""
    if figure.stated is None:
        message = f"{_written(figure)} stands alone: the text of its source is not kept here"
        help_ = f"write it once more, as the source has it: stated: {_retyped(figure, vocabulary)}"
        yield Problem(figure.place, "quote-number", message, help_, severity="warning")
    else:
        # In the words of the source, which are read as those of a text that is kept.
        words = read_text(figure.stated).text
        numbers = (*stated_numbers(words, vocabulary.unit_names), *worded_numbers(words))
        if find_figure(figure, numbers, vocabulary.units) is None:
            written = f"{_written(figure)}{figure.unit}"
            message = f"{written} is not what stated says: {_short(figure.stated)}"
            help_ = "look at the source again, and correct whichever is wrong"
            yield Problem(figure.place, "quote-number", message, help_)


def _retyped(figure: Figure, vocabulary: Vocabulary) -> str:
    """Number and unit as a source may have them."""
    units, names = vocabulary.units, vocabulary.unit_names
    low, unit = f"{figure.value:f}", units[figure.unit]
    number = low if figure.value_high is None else f"{low}-{figure.value_high:f}"
    ways = [f"第{number}{figure.unit}"] if unit.family == "rank" else []
    ways += [number + form for form in (figure.unit, *unit.forms)]
    proven = (way for way in ways if find_figure(figure, stated_numbers(way, names), units))
    return next(proven, ways[0])


def _quote_problem(
    said: Record | Remnant | Outcome, quote: str, archived: Archived, count: int
) -> Problem:
    place = at(said, "quote")
    if count:
        message = f"the quote stands more than once in {archived.source.id}: {_short(quote)}"
        return Problem(place, "quote-source", message, "lengthen it until it stands only once")
    message = f"the quote is not in {archived.source.id}: {_short(quote)}"
    return Problem(place, "quote-source", message, _nearest(quote, archived.text))


def _nearest(quote: str, text: str) -> str:
    """What the source says where the quote leaves it."""
    if (bare := quote.strip(_MARKS)) != quote and bare and bare in text:
        return f"it stands there without the marks around it: {_short(bare)}"
    start, end = nearest_passage(quote, text)
    if start == end:
        return "copy the words from the reading text, as the page of the source shows it"
    return f"the nearest passage is: {_short(text[start:end])}"


def nearest_passage(quote: str, text: str) -> tuple[int, int]:
    """Where the text has words that begin or end as the quote does; nowhere is empty."""
    head = _longest(quote, text, from_start=True)
    tail = _longest(quote, text, from_start=False)
    if max(len(head), len(tail)) < _LEAST_ALIKE:
        return 0, 0
    if len(head) >= len(tail):
        start = text.find(head)
        return start, start + len(quote)
    end = text.find(tail) + len(tail)
    return max(0, end - len(quote)), end


def _longest(quote: str, text: str, *, from_start: bool) -> str:
    """The longest beginning (or end) of the quote that stands in the text."""
    low, high = 0, len(quote)
    while low < high:
        middle = (low + high + 1) // 2
        part = quote[:middle] if from_start else quote[len(quote) - middle :]
        low, high = (middle, high) if part in text else (low, middle - 1)
    return quote[:low] if from_start else quote[len(quote) - low :]


def _number_problem(
    figure: Figure, quote: str, numbers: Sequence[Stated], units: Mapping[str, Unit]
) -> Problem:
    written = _written(figure)
    same = [n for n in numbers if n.digits == f"{figure.value:f}" or n.value == figure.value]
    if not any(unit_agrees(figure.unit, number, units) for number in same) and same:
        message = f"the quote says {same[0].amount}, not {written}{figure.unit}: {_short(quote)}"
        help_ = "correct the unit, or quote the sentence that says so"
        return Problem(figure.places["unit"], "quote-number", message, help_)
    if figure.occurrence > 1 and same:
        place = figure.places["occurrence"]
        message = f"the quote does not hold {written} {figure.occurrence} times: {_short(quote)}"
        return Problem(place, "quote-number", message, "count again, from 1")
    message = f"{written} is not in the quote {_short(quote)}"
    return Problem(
        _wrong_end(figure, numbers), "quote-number", message, _said(figure, numbers, units)
    )


def _wrong_end(figure: Figure, numbers: Sequence[Stated]) -> Place:
    """The place of the value, or of the upper end when the lower one is right."""
    low_is_right = any(number.value == figure.value for number in numbers)
    return figure.places.get("value_high", figure.place) if low_is_right else figure.place


def _said(figure: Figure, numbers: Sequence[Stated], units: Mapping[str, Unit]) -> str:
    if not numbers:
        return "the quote holds no number; quote the sentence that does"
    alike = [number.number for number in numbers if unit_agrees(figure.unit, number, units)]
    said = ", ".join(dict.fromkeys(alike or [number.amount for number in numbers]))
    wanted = _written(figure)
    return f"the quote says {said}; correct the value, or quote the sentence that says {wanted}"


def _written(figure: Figure) -> str:
    low = f"{figure.value:f}"
    return low if figure.value_high is None else f"{low} to {figure.value_high:f}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


# --- one number, one figure --------------------------------------------------------------------


def shared_number_problems(
    records: Sequence[Record], archived: Archived, units: Mapping[str, Unit]
) -> Iterator[Problem]:
    """Figures that claim one number while another of their quote is claimed by none.

    Two indicators may share a number (均增长10%); but where a number of the same unit is left
    over, one of them has taken its neighbour's.
    """
    claims: dict[tuple[int, int], list[Record]] = defaultdict(list)
    for record in records:
        if record.figure and (span := record.evidence.span):
            claims[span.number_start, span.number_end].append(record)
    claimed = sorted(claims)
    for sharing in claims.values():
        if len(sharing) > 1:
            for record in sharing:
                yield from _left_over(record, archived, claimed, units)


def _left_over(
    record: Record,
    archived: Archived,
    claimed: Sequence[tuple[int, int]],
    units: Mapping[str, Unit],
) -> Iterator[Problem]:
    figure, span = record.figure, record.evidence.span
    if figure is None or span is None:
        return
    for number in numbers_within(archived.scan.numbers, span.quote_start, span.quote_end):
        taken = any(start < number.end and number.start < end for start, end in claimed)
        if not taken and unit_agrees(figure.unit, number, units):
            message = f"{_written(figure)} is claimed by another figure too"
            help_ = f"the quote also says {number.amount}, which nothing claims; is that the one?"
            yield Problem(figure.place, "quote-number", message, help_)
            return
