"""Claims as YAML: the machine's own record of a source, and drafts for a curator to review."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from tally.extract.claim import JSON_KEYS, Claim, plain
from tally.extract.vocabulary import nearest

# Raised whenever the grammar reads differently, so that a record tells which one wrote it.
GRAMMAR_VERSION = "9"

_SPACES = "\u00a0\u3000"  # as wide as they look
_HEADER = """\
# Written by `tally reread`; do not edit. A curated entry for the same place stands over it.
# reading text sha256: {digest}
# grammar: {version}
"""


def extracted_yaml(reading_text: str, claims: Sequence[Claim]) -> str:
    """The text of a source's extracted.yml: same reading text, same bytes."""
    digest = hashlib.sha256(reading_text.encode()).hexdigest()
    header = _HEADER.format(digest=digest, version=GRAMMAR_VERSION)
    return header + ("".join(map(_record, claims)) or "[]\n")


def _record(claim: Claim) -> str:
    pairs = [f"{key}: {_scalar(key, claim)}" for key in JSON_KEYS if _stated(key, claim)]
    return "- " + "\n  ".join(pairs) + "\n"


def _stated(key: str, claim: Claim) -> bool:
    return getattr(claim, key) is not None or key in ("indicator", "period")


def _scalar(key: str, claim: Claim) -> str:
    value = getattr(claim, key)
    return plain(value) if key in ("value", "value_high") else quoted(value)


def quoted(value: object) -> str:
    """JSON strings are YAML strings, whatever stands in them; what cannot be seen is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() or c in _SPACES else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def drafts_yaml(
    claims: Iterable[Claim], source: str | None = None, aliases: Mapping[str, str] | None = None
) -> str:
    """Drafts of observations and targets, one entry for each statement, to review and paste.

    `source` is the id of the source they are from, which each entry then names. The name that
    the text gives is a comment, so that an entry with an indicator is valid as it stands; where
    it has none, and a name or one of the `aliases` of another is much like it, that one is told.
    """
    found = list(claims)
    observations = [c for c in found if c.kind == "actual"]
    targets = [c for c in found if c.kind == "target"]
    known = aliases or {}
    return _section("observations", "period", observations, source, known) + _section(
        "targets", "due", targets, source, known
    )


def _section(
    title: str, when: str, claims: Sequence[Claim], source: str | None, aliases: Mapping[str, str]
) -> str:
    entries = "".join(_entries(when, claims, source, aliases))
    return f"{title}:\n{entries}" if entries else f"{title}: []\n"


def _entries(
    when: str, claims: Sequence[Claim], source: str | None, aliases: Mapping[str, str]
) -> Iterator[str]:
    def statement(claim: Claim) -> tuple[object, ...]:
        return (claim.quote_span, claim.indicator or claim.name, claim.period)

    for _, group in groupby(claims, statement):
        figures = list(group)
        first = figures[0]
        near = None if first.indicator else nearest(first.name, aliases)
        asked = f": did you mean {near}?" if near else ""
        yield f"- indicator: {quoted(first.indicator)}  # {quoted(first.name)}{asked}\n"
        yield f"  {when}: {quoted(first.period)}\n"
        if source:
            yield f"  source: {source}\n"
        yield f"  quote: {quoted(first.quote)}\n"
        if first.status:
            yield f"  status: {first.status}\n"
        yield "  figures:\n" + "".join(f"  - {_figure(claim)}\n" for claim in figures)


def _figure(claim: Claim) -> str:
    pairs = [f"measure: {claim.measure}"]
    pairs += [f"comparator: {claim.comparator}"] if claim.comparator != "eq" else []
    pairs += [f"value: {plain(claim.value)}"]
    pairs += [f"value_high: {plain(claim.value_high)}"] if claim.value_high is not None else []
    pairs += [f"unit: {quoted(claim.unit)}"]
    pairs += ["direction: down"] if claim.direction else []
    return "{" + ", ".join(pairs) + "}"
