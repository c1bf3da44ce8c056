"""Records made by hand, for tests of rooms that take records.

Figures are written as a report would: `figure("growth ≥6%")`, `figure("level 4250亿元")`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from tally.derive import Ledger, open_ledgers
from tally.records.model import (
    Area,
    Correction,
    Dataset,
    Datasets,
    Evidence,
    Figure,
    Indicator,
    Localized,
    Observation,
    Outcome,
    Place,
    Relation,
    Source,
    Target,
    Unit,
    Vocabulary,
)
from tally.terms import (
    Basis,
    Comparator,
    Direction,
    DocumentType,
    Measure,
    Period,
    Status,
    TargetType,
    VerdictCode,
)

PLACE = Place("made-by-hand.yml")
AREA = "kunshan"
REPORT, LATER = "gwr-2021", "gwr-2022"

_SIGNS: dict[str, Comparator] = {
    "": Comparator.EQ, "≈": Comparator.APPROX, "≥": Comparator.GE,
    ">": Comparator.GT, "≤": Comparator.LE, "<": Comparator.LT,
}  # fmt: skip
_FIGURE = re.compile(
    r"(\w+) ([≈≥>≤<]?)(-?)([\d.]+)(?:~([\d.]+))?(\D[^ ]*)(?: on ([\w-]+))?(?: since (\d+))?"
)
_UNITS = (
    ("元", "yuan", "money-cny", 1, "元"),
    ("万元", "ten thousand yuan", "money-cny", 10**4, "元"),
    ("亿元", "hundred million yuan", "money-cny", 10**8, "元"),
    ("万亿元", "trillion yuan", "money-cny", 10**12, "元"),
    ("亿美元", "hundred million US dollars", "money-usd", 10**8, "美元"),
    ("美元", "US dollars", "money-usd", 1, "美元"),
    ("%", "per cent", "percent", 1, "%"),
    ("个百分点", "percentage points", "percent", 1, "%"),
    ("‰", "per mille", "percent", Decimal("0.1"), "%"),
    ("倍", "times", "ratio", 1, "倍"),
    ("比", "to 1", "ratio", 1, "倍"),
    ("家", "organisations", "count", 1, "家"),
    ("座", "structures", "count", 1, "座"),
    ("人", "persons", "persons", 1, "人"),
    ("万人", "ten thousand persons", "persons", 10**4, "人"),
    ("平方米", "square metres", "area", 1, "平方米"),
    ("万平方米", "ten thousand square metres", "area", 10**4, "平方米"),
    ("位", "places", "rank", 1, "位"),
    ("番", "doublings", "doublings", 1, "番"),
    ("点", "points", "index", 1, "点"),
)
_ONE = {"个百分点": "percentage point", "人": "person", "位": "place", "番": "doubling"}


def both(text: str) -> Localized:
    """The same text in both languages."""
    return Localized(text, text)


UNITS = {
    id_: Unit(
        id_, Localized(id_, name), family, Decimal(factor), base, (), PLACE, one=_ONE.get(id_, "")
    )
    for id_, name, family, factor, base in _UNITS
}


def figure(text: str) -> Figure:
    """`<measure> [≈≥>≤<][-]<value>[~<high>]<unit> [on <basis>] [since <year>]`; a minus is a
    stated decline."""
    match = _FIGURE.fullmatch(text)
    assert match, text
    measure, sign, minus, value, high, unit, basis, since = match.groups()
    return Figure(
        measure=Measure(measure),
        comparator=Comparator.RANGE if high else _SIGNS[sign],
        value=Decimal(value),
        value_high=Decimal(high) if high else None,
        unit=unit,
        direction="down" if minus else None,
        occurrence=1,
        place=PLACE,
        basis=Basis(basis) if basis else None,
        base_period=Period(since) if since else None,
    )


def indicator(id_: str, direction: Direction = "up", **extra: object) -> Indicator:
    """An indicator named by its id."""
    fields: dict[str, object] = {
        "id": id_,
        "name": both(id_),
        "definition": both(f"what {id_} means"),
        "theme": "economy",
        "unit_families": ("money-cny",),
        "direction": direction,
        "aliases": (),
        "related": (),
        "codes": {},
        "former_ids": (),
        "place": PLACE,
        **extra,
    }
    return Indicator(**fields)  # type: ignore[arg-type]


def source(
    id_: str, published: str = "2021-01-11", kind: DocumentType = "work-report", **extra: object
) -> Source:
    """A source; archived when `text_path` is given."""
    fields: dict[str, object] = {
        "id": id_,
        "dataset": AREA,
        "area": AREA,
        "kind": kind,
        "title": both(f"title of {id_}"),
        "publisher": both("government"),
        "published": published,
        "year": int(published[:4]),
        "url": None,
        "note": None,
        "place": PLACE,
        **extra,
    }
    return Source(**fields)  # type: ignore[arg-type]


def observation(
    indicator_id: str,
    period: str,
    stated: str,
    source_id: str = REPORT,
    status: Status | None = None,
    **extra: object,
) -> Observation:
    """A reported figure; from the archived report unless another source is named."""
    said = figure(stated)
    basis = f"/{said.basis}" if said.basis else ""
    plain = f"{AREA}/{indicator_id}/{period}/{said.measure}{basis}"
    archived = source_id == REPORT
    fields: dict[str, object] = {
        "id": plain if archived else f"{plain}/{source_id}",
        "area": AREA,
        "indicator": indicator_id,
        "period": Period(period),
        "figure": said,
        "status": status,
        "evidence": Evidence(source_id, stated if archived else None, None, None),
        "provenance": "verified" if archived else "cited",
        "review": "reviewed",
        "note": None,
        "place": PLACE,
        **extra,
    }
    return Observation(**fields)  # type: ignore[arg-type]


def target(
    indicator_id: str, stated: str, due: str = "2021", source_id: str = REPORT, **extra: object
) -> Target:
    """A promised figure."""
    said = figure(stated)
    path = f"{indicator_id}/{due}/{said.measure}"
    promise = _target(path, due, source_id, indicator_id, said)
    return replace(promise, **extra)  # type: ignore[arg-type]


def relation(
    indicator_id: str,
    to: str,
    measure: str = "growth",
    comparator: Comparator = "approx",
    due: str = "2021",
    area: str | None = None,
) -> Target:
    """A promised relation; to that of another area where `to` is `area`."""
    said = Relation(Measure(measure), comparator, to, PLACE, area)
    return _target(f"{indicator_id}/{due}/{measure}", due, REPORT, indicator_id, None, said)


def wish(indicator_id: str, words: str, due: str = "2021") -> Target:
    """A promise that sets no standard."""
    promise = _target(f"{indicator_id}/{due}/wish", due, REPORT, indicator_id, None)
    return replace(promise, type=TargetType.WISH, title=both(words))


def milestone(slug: str, due: str = "2021", outcome: Outcome | None = None) -> Target:
    """A promise without a number, and what became of it."""
    promise = _target(f"milestone/{slug}/{due}", due, REPORT, None, None)
    return replace(promise, outcome=outcome)


def outcome(
    verdict: VerdictCode, date: str | None = None, note: str | None = None, **extra: object
) -> Outcome:
    """What became of a milestone, as the later report tells it unless `evidence` is given."""
    fields: dict[str, object] = {
        "verdict": verdict,
        "evidence": Evidence(LATER, None, "p. 2", None),
        "date": date,
        "note": both(note) if note else None,
        "place": PLACE,
        **extra,
    }
    return Outcome(**fields)  # type: ignore[arg-type]


def _type(said: Figure | None, relative: Relation | None) -> TargetType:
    if said:
        return TargetType.FIGURE
    return TargetType.RELATION if relative else TargetType.MILESTONE


def _target(
    path: str,
    due: str,
    source_id: str,
    indicator_id: str | None,
    said: Figure | None,
    relative: Relation | None = None,
) -> Target:
    return Target(
        id=f"{AREA}/{path}/target",
        area=AREA,
        due=Period(due),
        type=_type(said, relative),
        theme="economy",
        indicator=indicator_id,
        figure=said,
        relation=relative,
        title=None if indicator_id else both(path),
        kept=None if indicator_id else both("seen"),
        borderline=False,
        evidence=Evidence(source_id, "words", None, None),
        provenance="verified",
        review="reviewed",
        note=None,
        place=PLACE,
    )


def vocabulary(*indicators: Indicator) -> Vocabulary:
    """A vocabulary of these indicators and a handful of units."""
    return Vocabulary({one.id: one for one in indicators}, UNITS)


def ledger_of(made: Dataset, words: Vocabulary) -> Ledger:
    """The ledger of a dataset of one area."""
    area = made.areas[0]
    areas = {area: Area(area, both(area.title()), "999999", None, PLACE)}
    return open_ledgers(Datasets(replace(words, areas=areas), {made.id: made}))[area]


def dataset(
    observations: Iterable[Observation] = (),
    targets: Iterable[Target] = (),
    sources: Iterable[Source] = (),
    corrections: Iterable[Correction] = (),
) -> Dataset:
    """A dataset; the report of 2021 (archived) and that of 2022 (cited) are always there."""
    known = [
        source(REPORT, text_path="sources/gwr-2021/report.txt"),
        source(LATER, "2022-01-10"),
        *sources,
    ]
    return Dataset(
        id=AREA,
        areas=(AREA,),
        title=both("Kunshan"),
        description=both("what became of it"),
        publisher=both("Tally"),
        licence="CC-BY-4.0",
        version="1.0.0",
        created="2026-11-22",
        updated="2026-11-22",
        keywords=(),
        contributors=(),
        sources={one.id: one for one in known},
        observations=tuple(observations),
        targets=tuple(targets),
        corrections=tuple(corrections),
        place=PLACE,
    )
