"""An entry of a list file as lines: a field a line, a figure a line, quotes only if need be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from tally.extract.claim import plain
from tally.extract.drafts import quoted

Scalar: TypeAlias = str | Decimal
Flow: TypeAlias = Mapping[str, Scalar] | Mapping[str, Mapping[str, Scalar]]
Value: TypeAlias = Scalar | Flow | Sequence[Scalar] | Sequence[Mapping[str, Scalar]]

_WIDEST = 100
# Words that YAML takes for themselves: no mark of its grammar, at neither end a blank.
_BARE = re.compile(r"[A-Za-z0-9\u3400-\u9fff“‘（《](?:[^\x00-\x20:#,\[\]{}]| (?=[^\s#]))*")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
# Years, a day and a version, which the readers of data files take for what they look like.
_YEARS = re.compile(r"[0-9]{4}(?:-[0-9]{4})?|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]+(?:\.[0-9]+){2}")
# What YAML, or a reader of it, takes for a number, a truth, a time or nothing.
_MEANT = re.compile(
    r"[-+.0-9][\x00-\x7f]*|y|n|yes|no|on|off|true|false|null|nan|inf", re.IGNORECASE
)


def entry_text(fields: Mapping[str, Value]) -> str:
    """A list entry of these fields, in their order, `- ` before the first."""
    lines = [line for name, value in fields.items() for line in field_lines(name, value)]
    return "\n".join(("- " if i == 0 else "  ") + line for i, line in enumerate(lines)) + "\n"


def field_lines(name: str, value: Value) -> Iterator[str]:
    """The lines of a field: a map on one if it fits, of a list of maps each on its own."""
    if isinstance(value, (str, Decimal)):
        yield f"{name}: {scalar_text(value)}"
    elif isinstance(value, Mapping):
        whole = f"{name}: {flow(value)}"
        if len(whole) <= _WIDEST:
            yield whole
        else:
            yield f"{name}:"
            yield from (f"  {key}: {_within(one)}" for key, one in value.items())
    elif all(isinstance(one, Mapping) for one in value) and value:
        yield f"{name}:"
        yield from (f"  - {flow(one)}" for one in value if isinstance(one, Mapping))
    else:
        yield f"{name}: [{', '.join(scalar_text(s) for s in value if not isinstance(s, Mapping))}]"


def flow(value: Flow) -> str:
    """A map on one line, and maps within it."""
    return "{" + ", ".join(f"{key}: {_within(one)}" for key, one in value.items()) + "}"


def _within(value: Scalar | Mapping[str, Scalar]) -> str:
    return flow(value) if isinstance(value, Mapping) else scalar_text(value)


def scalar_text(value: Scalar) -> str:
    """A value as a data file writes it, quoted where it could be read as something else."""
    if isinstance(value, Decimal):
        return plain(value)
    if _YEARS.fullmatch(value) or (_ID.fullmatch(value) and not _MEANT.fullmatch(value)):
        return value
    bare = _BARE.fullmatch(value) and not _MEANT.fullmatch(value) and value.isprintable()
    return value if bare else quoted(value)
