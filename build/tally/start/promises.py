"""Promises without a number that a report makes, milestones and relations, as drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

import yaml

from tally.extract.compact import compact
from tally.extract.drafts import quoted
from tally.extract.sentences import sentences
from tally.extract.setting import setting
from tally.extract.stages import stages
from tally.records.spans import Spans

_CLAUSE = re.compile(r"[^，,；;。！？\n：]+")
_LONGEST = 60
_TO_WRITE = "to be written"


@dataclass(frozen=True, slots=True)
class Promise:
    """A clause that promises, by the table `promises.yml`, and the year it is due; `span` is
    its place in the reading text."""

    kind: Literal["milestone", "relation"]
    quote: str
    due: int
    span: tuple[int, int]


def promises(text: str, year: int, read: Iterable[tuple[int, int]] = ()) -> Iterator[Promise]:
    """The promises of a reading text that speaks from `year`, in its order; none with a number
    that was `read`."""
    dense = compact(text)
    numbers = Spans.of(read)
    for staged in stages(dense.text, sentences(dense.text), setting(dense.text, year)):
        due = staged.stage.last
        if staged.stage.kind != "target" or staged.sentence.heading or due is None:
            continue
        for clause in _CLAUSE.finditer(dense.text, staged.sentence.start, staged.sentence.end):
            kind = _kind(clause.group())
            span = dense.span_before(*clause.span())
            if kind and not numbers.touch(*span):
                yield Promise(kind, text[slice(*span)].strip(), due, span)


def _kind(clause: str) -> Literal["milestone", "relation"] | None:
    if len(clause) > _LONGEST:
        return None
    rules = _rules()
    if rules["relation"].fullmatch(clause):
        return "relation"
    return "milestone" if rules["milestone"].fullmatch(clause) else None


@cache
def _rules() -> Mapping[str, re.Pattern[str]]:
    file = resources.files(__package__).joinpath("promises.yml")
    table = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {kind: re.compile("|".join(f"(?:{p})" for p in found)) for kind, found in table.items()}


def promises_yaml(found: Iterable[Promise], source: str) -> str:
    """Drafts of targets without a number, for a person to finish: what is left to say is
    `to be written`."""
    return "".join(_draft(one, source) for one in found)


def _draft(one: Promise, source: str) -> str:
    quote = quoted(one.quote)
    common = f"  due: {one.due}\n  source: {source}\n  quote: {quote}\n"
    if one.kind == "milestone":
        titled = f"- milestone: {{zh: {quote}, en: {_TO_WRITE}}}\n"
        return f"{titled}  theme: {_TO_WRITE}\n{common}"
    relation = f"relation: {{measure: growth, comparator: {_TO_WRITE}, to: {_TO_WRITE}}}"
    return f"- indicator: {_TO_WRITE}\n{common}  {relation}\n"
