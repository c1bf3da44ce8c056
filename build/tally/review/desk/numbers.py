"""Numbers that a curator accepts, as entries: what the machine reads, or what is corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tally.extract import Claim
from tally.propose.draft import Draft, drafted
from tally.records.load import Loaded
from tally.records.model import Vocabulary
from tally.review.accept import Asked, sound_among
from tally.review.better import said_better
from tally.review.desk import decisions as d
from tally.review.desk.sheet import Item, Record, Sheet, State
from tally.review.files import Files, with_entries
from tally.review.statement import Statement, entry_of, statements, widened
from tally.terms import Comparator, Kind, Measure, Review
from tally.write import Edit, Scalar, Value

_OF_FIGURE = (
    "value", "value_high", "unit", "measure", "comparator", "direction", "basis", "strength"
)  # fmt: skip
_ACKNOWLEDGED = ("indicator", "period", "measure", "status")
_ENDS = "。；\n"


def accepted(loaded: Loaded, sheet: Sheet, decision: d.Accept) -> Iterator[Files]:
    """The ways to enter numbers, that with the shortest quotes first; raises DecisionError."""
    items = [_item(sheet, start) for start in decision.numbers]
    vocabulary = loaded.datasets.vocabulary
    open_ = [
        _corrected(_claim(sheet, item), decision.corrected) for item in items if not item.record
    ]
    if not decision.own:
        _require_known(open_, vocabulary)
    elif decision.own.theme not in vocabulary.themes:
        raise d.DecisionError(f"{decision.own.theme} is no theme of the vocabulary")
    edits = list(_confirmed([item.record for item in items if item.record], decision.corrected))
    confirmed = drafted(loaded.root, Draft(sheet.archived.source.dataset, edits=edits))
    if len(open_) > 1:
        yield with_entries(loaded.root, confirmed, _sound_among(open_, loaded, sheet))
        return
    narrow = _statements(open_, sheet, decision, vocabulary)
    wide = [] if decision.quote else [widened(one, sheet.text) for one in narrow]
    for way in (narrow, wide):
        entries = [_entry(one, vocabulary, sheet, decision) for one in way]
        whole = [entry for entry in entries if entry is not None]
        if len(whole) == len(entries) and (whole or confirmed):
            yield with_entries(loaded.root, confirmed, whole)


def _sound_among(claims: Sequence[Claim], loaded: Loaded, sheet: Sheet) -> list[tuple[str, str]]:
    """Of several numbers those that check has nothing against, as entries: the others stay open.

    Raises DecisionError where none is left.
    """
    source = sheet.archived.source
    asked = Asked(source.dataset, source.id, review=Review.REVIEWED)
    worse = said_better(claims)
    best = [claim for claim in claims if claim not in worse]
    made = list(statements(best, sheet.text, loaded.datasets.vocabulary.indicators))
    drafts, refused = sound_among(made, loaded, sheet.archived, asked)
    if refused and not drafts:
        raise d.DecisionError(refused[0].why)
    return [(draft.path, draft.text) for draft in drafts]


def _item(sheet: Sheet, start: int) -> Item:
    try:
        item = sheet.item_at(start)
    except KeyError:
        raise d.DecisionError("no number begins there any more: load the page again") from None
    if item.state == State.LEFT_OUT:
        raise d.DecisionError("this number is left out in source.yml: remove it there first")
    return item


def _confirmed(records: Iterable[Record], corrected: d.Corrected) -> Iterator[Edit]:
    """What makes an entry one that a person has read, with what is corrected in it."""
    for record in {record.place: record for record in records}.values():
        if record.review == Review.REVIEWED and not corrected.fields():
            raise d.DecisionError(f"it is entered already, at {record.place}: load the page again")
        for name, value in corrected.fields().items():
            if value is None:
                raise d.DecisionError(f"remove {name} at {record.place} by hand")
            yield _edit(
                record, "due" if name == "period" and "due" in record.places else name, value
            )
        if record.review == Review.EXTRACTED:
            yield Edit(record.places["review"], Review.REVIEWED)


def _edit(record: Record, name: str, value: Scalar) -> Edit:
    """A field of an entry, or of its figure, as corrected; one it lacks goes before another."""
    of_figure = record.figure is not None and name in _OF_FIGURE
    places = record.figure.places if record.figure and of_figure else record.places
    if name in places:
        return Edit(places[name], value)
    return Edit(places["value" if of_figure else "source"], value, name)


def _claim(sheet: Sheet, item: Item) -> Claim:
    """What the machine reads at a number; where it reads nothing, the number alone."""
    if item.claim:
        return item.claim
    reading, text = sheet.archived.source.reading, sheet.text
    numbers = sheet.archived.scan.numbers
    stated = next((n for n in numbers if n.start < item.end and item.start < n.end), None)
    if reading is None or stated is None:
        raise d.DecisionError("this is no number with a value: leave it out")
    begin = max(text.rfind(mark, 0, item.start) for mark in _ENDS) + 1
    ends = [at for mark in _ENDS if (at := text.find(mark, item.end)) >= 0]
    quote = begin, min(ends, default=len(text))
    return Claim(
        *reading.raw_span(item.start, item.end), text[item.start : item.end], text[slice(*quote)],
        "", None, stated.value, stated.high, stated.units[0] if stated.units else "",
        Measure.LEVEL, Comparator.EQ, Kind.ACTUAL, None, None, None, 0, "by hand",
        (item.start, item.end), quote,
    )  # fmt: skip


def _corrected(claim: Claim, corrected: d.Corrected) -> Claim:
    given = dict(corrected.fields())
    if "unit" in given:
        given["unit"] = given["unit"] or ""
    return replace(claim, **given)


def _require_known(claims: Iterable[Claim], vocabulary: Vocabulary) -> None:
    for claim in claims:
        if claim.indicator not in vocabulary.indicators:
            name = claim.indicator or claim.name or "what it counts"
            raise d.DecisionError(
                f"{name} is no indicator: choose one, name it in its own words, or leave it out"
            )
        if claim.kind == Kind.BACKGROUND:
            raise d.DecisionError("background is no figure of the area: leave it out")
        if claim.period is None:
            raise d.DecisionError("its period is not known: give it")


def _statements(
    claims: Sequence[Claim], sheet: Sheet, decision: d.Accept, vocabulary: Vocabulary
) -> list[Statement]:
    """What the claims state, each quoted by its clause, or by the words that were chosen."""
    if decision.quote:
        quote = sheet.span(decision.quote)
        return [Statement((claim,), quote, whole=True) for claim in claims]
    if decision.own:
        return [Statement((claim,), _clause(claim)) for claim in claims]
    return list(statements(claims, sheet.text, vocabulary.indicators))


def _clause(claim: Claim) -> tuple[int, int]:
    starts, ends = zip(claim.quote_span, claim.number_span, strict=True)
    return min(starts), max(ends)


def _entry(
    one: Statement, vocabulary: Vocabulary, sheet: Sheet, decision: d.Accept
) -> tuple[str, str] | None:
    """The file and the text of an entry; None where its words do not hold its numbers."""
    own = decision.own
    named: Mapping[str, Value] | None = None
    if own:
        name = {"zh": own.zh, **({"en": own.en} if own.en else {})}
        named = {"name": name, "theme": own.theme, "id": own.id}
    more = _acknowledged(decision, one.first.kind)
    text = entry_of(one, sheet.area, sheet.archived, vocabulary, Review.REVIEWED, named, more)
    theme = own.theme if own else vocabulary.indicators[one.first.indicator or ""].theme
    folder = "observations" if one.first.kind == Kind.ACTUAL else "targets"
    return None if text is None else (sheet.file(folder, theme), text)


def _acknowledged(decision: d.Accept, kind: Kind) -> Mapping[str, Value]:
    """What a curator says to the fields that the machine reads otherwise."""
    if decision.why is None:
        return {}
    why = {"zh": decision.why.zh, "en": decision.why.en}
    fields = [name for name in _ACKNOWLEDGED if name in decision.corrected.fields()]
    due = {"period": "period" if kind == Kind.ACTUAL else "due"}
    return {"acknowledged": {due.get(name, name): why for name in fields}} if fields else {}
