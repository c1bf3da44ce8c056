"""Words that a curator chooses: left out, promised without a number; and what goes with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tally.records.load import Loaded
from tally.records.spans import occurrences
from tally.review.desk import decisions as d
from tally.review.desk.sheet import Sheet, State
from tally.review.files import Files, text_of, with_entries
from tally.terms import RelationTo, SourceReview
from tally.write import Edit, Scalar, Value, edited, entry_text, listed_under

_AROUND = 12
"""Characters on each side of a number within which the words that leave it out are looked for."""
_BREAKS = "，。；：、！？,;:\n（）()“”"


def left_out(loaded: Loaded, sheet: Sheet, decision: d.LeaveOut) -> Iterator[Files]:
    """The ways to leave a number out, that with the fewest words first; raises DecisionError."""
    path = f"{sheet.folder}/source.yml"
    spans = [sheet.span(decision.quote)] if decision.quote else _around(sheet, decision.number)
    for start, end in spans:
        words = sheet.text[start:end]
        if _hides_a_figure(sheet, words, decision.number):
            continue
        item: dict[str, Scalar] = {"text": words, "reason": decision.reason}
        item |= {"note": decision.note} if decision.note else {}
        made = listed_under(path, text_of(loaded.root, path), "left_out", [item])
        yield {path: made.encode()}


def _around(sheet: Sheet, number: int) -> Iterator[tuple[int, int]]:
    """Spans that hold a number and stand once in the text, growing by whole pieces."""
    try:
        item = sheet.item_at(number)
    except KeyError:
        raise d.DecisionError("no number begins there any more: load the page again") from None
    text = sheet.text
    start, end = item.start, item.end
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    while end < high and text[end] not in _BREAKS:
        end += 1
    yield from _if_once(text, item.start, end)
    while start > low and text[start - 1] not in _BREAKS:
        start -= 1
    yield from _if_once(text, start, end)
    yield from _if_once(text, low, high)


def _if_once(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    if words.strip() and text.count(words) == 1 and "\n" not in words:
        yield start, end


def _hides_a_figure(sheet: Sheet, words: str, number: int) -> bool:
    """Whether the words hold a number that is entered, or another that nobody has decided on."""
    spans = occurrences(words, sheet.text)
    return any(
        item.state != State.LEFT_OUT
        and item.start != number
        and start < item.end
        and item.start < end
        for start, end in spans
        for item in sheet.items
    )


def promised(loaded: Loaded, sheet: Sheet, decision: d.Milestone | d.Relation) -> Files:
    """A promise without a number as an entry; raises DecisionError."""
    quote = sheet.text[slice(*sheet.span(decision.quote))].strip()
    fields: dict[str, Value] = {"area": sheet.area} if sheet.area else {}
    shared: dict[str, Value] = {
        "due": decision.due,
        "source": sheet.archived.source.id,
        "quote": quote,
    }
    if isinstance(decision, d.Milestone):
        title = {"zh": decision.zh, "en": decision.en}
        fields = {"milestone": title, "theme": decision.theme, **fields, **shared}
        theme = decision.theme
    else:
        indicator = loaded.datasets.vocabulary.indicators.get(decision.indicator)
        if indicator is None:
            raise d.DecisionError(f"{decision.indicator} is no indicator: choose one")
        theme = indicator.theme
        fields = {
            "indicator": decision.indicator,
            **fields,
            **shared,
            "relation": _relation(decision),
        }
    return with_entries(loaded.root, {}, [(sheet.file("targets", theme), entry_text(fields))])


def _relation(decision: d.Relation) -> Mapping[str, str]:
    told = {"measure": str(decision.measure), "comparator": str(decision.comparator)}
    if decision.to == RelationTo.AREA:
        return {**told, "area": decision.area}
    return {**told, "to": decision.to}


def new_indicator(loaded: Loaded, decision: d.NewIndicator) -> Files:
    """An indicator more at the end of its theme's file; raises DecisionError."""
    if decision.theme not in loaded.datasets.vocabulary.themes:
        raise d.DecisionError(f"{decision.theme} is no theme of the vocabulary")
    fields: dict[str, Value] = {
        "id": decision.id,
        "name": {"zh": decision.zh, "en": decision.en},
        "definition": {"zh": decision.definition_zh, "en": decision.definition_en},
        "theme": decision.theme,
        "unit_family": decision.unit_family,
        "direction": decision.direction,
        "aliases": [],
    }
    path = f"vocabulary/indicators/{decision.theme}.yml"
    return with_entries(loaded.root, {}, [(path, entry_text(fields))])


def completed(loaded: Loaded, sheet: Sheet) -> Files:
    """The source as one of which every number is accounted for; check says where that is not so."""
    path, places = f"{sheet.folder}/source.yml", sheet.archived.source.places
    if "review" not in places:
        raise d.DecisionError("this source is complete already")
    edit = Edit(places["review"], SourceReview.COMPLETE)
    return {path: edited(path, text_of(loaded.root, path), [edit]).encode()}
