"""Data files against their JSON Schemas, with messages that name the line to change."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path
from typing import Any, Literal

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import extend

from tally.records.problem import Problem, in_order
from tally.records.remnants import Steps
from tally.records.schema_messages import IdOf, problems_of
from tally.records.strict_yaml import Ambiguous, Document, Items
from tally.records.urls import is_url
from tally.records.yaml_characters import MOST_TOLD
from tally.terms import is_date, is_period

_MOST_OF_ENTRY = 50  # errors of an entry, or of a file that is one

FileKind = Literal[
    "themes",
    "units",
    "areas",
    "indicators",
    "dataset",
    "source",
    "cited-sources",
    "observations",
    "targets",
    "corrections",
    "extracted",
]


@dataclass(frozen=True, slots=True)
class Validated:
    """What the schema says of a file: its problems, and the steps to the values that have some.

    Those to a map that lacks a field, or has an unknown one, are the steps to the map. `untold`
    are entries of a list that are wrong too, in what nobody looked.
    """

    problems: tuple[Problem, ...] = ()
    wrong: frozenset[Steps] = frozenset()
    untold: frozenset[int] = frozenset()

    @property
    def usable(self) -> bool:
        """Whether all that is wrong is within entries of a list."""
        return all(steps and isinstance(steps[0], int) for steps in self.wrong)

    def by_entry(self) -> Mapping[int | str, Sequence[Steps]]:
        """What is wrong in each entry of a list, by the steps from there."""
        found = defaultdict(list)
        for first, *rest in filter(None, self.wrong):
            found[first].append(tuple(rest))
        return found


def validate(document: Document, kind: FileKind, id_of: IdOf = lambda _name: None) -> Validated:
    """Hold a document against the schema of its kind; entries without problems can be used.

    `id_of` tells whoever gives an indicator's name where its id is due.

    A fast validator looks first, at all and then at each entry of a list; the one that says what
    is wrong is asked of those that are, or whose scalars may be dates, which only it can tell.
    Some `MOST_TOLD` wrong entries are told, the rest counted.
    """
    if not document.ambiguous and _fast_validator(kind).is_valid(document.root):
        return Validated()
    if isinstance(document.root, Items) and "items" in schema(kind):
        return _validated_entries(document, document.root, kind, id_of)
    return _told(document, _validator(kind).iter_errors(document.root), id_of)


def _told(document: Document, errors: Iterable[ValidationError], id_of: IdOf) -> Validated:
    """The problems of errors, as far as they are worth telling."""
    found = list(islice(errors, _MOST_OF_ENTRY))
    problems = (problem for error in found for problem in problems_of(error, document, id_of))
    told = tuple(dict.fromkeys(islice(problems, _MOST_OF_ENTRY)))
    return Validated(told, frozenset(tuple(error.absolute_path) for error in found))


def _validated_entries(
    document: Document, entries: Items, kind: FileKind, id_of: IdOf
) -> Validated:
    found: list[Validated] = []
    fast, untold = _fast_entry_validator(kind), []
    for number, entry in enumerate(entries):
        if not (document.ambiguous and _is_ambiguous(entry)) and fast.is_valid(entry):
            continue
        if len(found) >= MOST_TOLD:
            untold.append(number)
        elif (told := _told(document, _errors_of(entry, number, kind), id_of)).wrong:
            found.append(told)
    problems = [problem for one in found for problem in one.problems]
    if untold:
        message = f"this entry and {len(untold) - 1} more are wrong too"
        help_ = "put right those before it first"
        place = entries.values_at[untold[0]]
        problems.append(Problem(place, "schema", message, help_, count=len(untold)))
    return Validated(
        in_order(problems), frozenset().union(*(one.wrong for one in found)), frozenset(untold)
    )


def _errors_of(entry: Any, number: int, kind: FileKind) -> Iterator[ValidationError]:
    """What is wrong with an entry of a list, with the steps from the file's root."""
    for error in _entry_validator(kind).iter_errors(entry):
        error.path.appendleft(number)
        yield error


def _is_ambiguous(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_is_ambiguous, value.values()))
    if isinstance(value, list):
        return any(map(_is_ambiguous, value))
    return isinstance(value, Ambiguous)


@cache
def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file, its references to common definitions filled in."""
    filled: dict[str, Any] = _filled(_read(kind), _read("common")["$defs"])
    return filled


@cache
def _validator(kind: str) -> Draft202012Validator:
    return _Validator(schema(kind), format_checker=_FORMATS)


@cache
def _entry_validator(kind: str) -> Draft202012Validator:
    return _Validator(schema(kind)["items"], format_checker=_FORMATS)


@cache
def _fast_validator(kind: str) -> jsonschema_rs.Draft202012Validator:
    return _fast(schema(kind))


@cache
def _fast_entry_validator(kind: str) -> jsonschema_rs.Draft202012Validator:
    return _fast(schema(kind)["items"])


def _fast(content: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    formats = {"date": is_date, "period": is_period, "uri": is_url}
    return jsonschema_rs.Draft202012Validator(content, formats=formats, validate_formats=True)


@cache
def _read(kind: str) -> dict[str, Any]:
    text = _folder().joinpath(f"{kind}.schema.json").read_text("utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


def _folder() -> Traversable | Path:
    """`schemas/` of the checkout, or its copy in the installed package."""
    installed = resources.files("tally").joinpath("schemas")
    return installed if installed.is_dir() else Path(__file__).parents[3] / "schemas"


def _filled(node: Any, definitions: dict[str, Any]) -> Any:
    if isinstance(node, list):
        return [_filled(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    own = {key: _filled(value, definitions) for key, value in node.items() if key != "$ref"}
    if "$ref" not in node:
        return own
    target = _filled(definitions[node["$ref"].rpartition("/")[2]], definitions)
    both = [part["description"] for part in (own, target) if "description" in part]
    return {**target, **own, "description": " ".join(both)}


# --- the keywords that differ: a plain scalar may be a date or a period only where one is due ---


def _type(
    validator: Any, types: str | list[str], instance: Any, schema: dict[str, Any]
) -> Iterator[ValidationError]:
    allowed = [types] if isinstance(types, str) else types
    if isinstance(instance, Ambiguous):
        fits = "string" in allowed and "format" in schema
    else:
        fits = any(validator.is_type(instance, name) for name in allowed)
    if not fits:
        yield ValidationError(f"is not of type {', '.join(allowed)}")


def _pattern(
    validator: Any, pattern: str, instance: Any, schema: dict[str, Any]
) -> Iterator[ValidationError]:
    """As in JSON Schema, whose $ is the end and nothing before it; a format says the same more
    exactly."""
    if "format" in schema or not validator.is_type(instance, "string"):
        return
    if not re.search(pattern.replace("$", r"\Z"), instance):
        yield ValidationError(f"does not match {pattern}")


def _is_integer(_checker: Any, instance: Any) -> bool:
    return isinstance(instance, Decimal) and instance == instance.to_integral_value()


def _is_number(_checker: Any, instance: Any) -> bool:
    return isinstance(instance, Decimal)


_Validator: type[Draft202012Validator] = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {"type": _type, "pattern": _pattern},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer).redefine(
        "number", _is_number
    ),
)
_FORMATS = FormatChecker(formats=())
_FORMATS.checks("date")(lambda value: not isinstance(value, str) or is_date(value))
_FORMATS.checks("period")(lambda value: not isinstance(value, str) or is_period(value))
_FORMATS.checks("uri")(lambda value: not isinstance(value, str) or is_url(value))
