"""What the schema found, said plainly and with its place."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from itertools import islice
from typing import Any, TypeAlias

from tally.records.meant import FIELDS, amount_meant, bound_meant, period_meant
from tally.records.model import Place
from tally.records.problem import Problem, repeated
from tally.records.strict_yaml import Ambiguous, Document, Items, Map, other_reading

# A jsonschema.ValidationError that came out of a validator, so that every field is set.
Error: TypeAlias = Any
# The id of the indicator that a name or an alias belongs to.
IdOf: TypeAlias = Callable[[str], str | None]
_Said = Iterator[tuple[Place, str, str]]
_TYPE_WORDS = {
    "object": "fields",
    "array": "a list",
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
}
_MISPLACED = {
    "value_high": "only a figure whose comparator is range has it",
    "indicator": "a milestone has none",
    "strength": "only a promise has one",
    "outcome": "only a milestone has one; the outcome of a number is entered in observations/",
}
_INDICATOR_FIELDS = ("indicator", "to")
_LONGEST_SHOWN = 40
_MOST_UNKNOWN = 50  # fields of an entry that may be misspelt
# How like a known word must be to be the one that was meant, and to be that beyond doubt.
_NEAR, _NEARER = 0.6, 0.75
_MARK = re.compile("[:：︰﹕]")
_FIELD = re.compile("[a-z_]+")
_DIGITS = re.compile("[-0-9., ]+")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:, ?[0-9]{3})+(?:\.[0-9]+)?")


def problems_of(error: Error, document: Document, id_of: IdOf) -> Iterator[Problem]:
    """The problems that one schema error stands for; `id_of` knows indicators by their names."""
    say = _SAY.get(str(error.validator), _say_generally)
    if say in _OF_FIELDS and not isinstance(error.instance, dict):
        return  # that it should be a map of fields is said already
    is_period = isinstance(error.schema, dict) and error.schema.get("format") == "period"
    meant = _indicator_meant(error, id_of)
    for place, message, help_ in say(error, document):
        said = f"the id is {meant}" if meant else help_
        yield Problem(place, "period" if is_period else "schema", message, said)


def _indicator_meant(error: Error, id_of: IdOf) -> str | None:
    """The id of the indicator that is given by its name or an alias where the id is due."""
    is_name = error.validator == "pattern" and _field(error) in _INDICATOR_FIELDS
    return id_of(error.instance) if is_name else None


def _place(document: Document, path: Iterable[str | int], *, of_key: bool = False) -> Place:
    """Where the value at a path stands, or its key."""
    node: Any = document.root
    place = node.place if isinstance(node, Map | Items) else Place(document.path)
    for step in path:
        at_key = of_key and isinstance(node, Map)
        place = (node.keys_at if at_key else node.values_at)[step]
        node = node[step]
    return place


def _here(error: Error, document: Document) -> Place:
    if "propertyNames" in error.absolute_schema_path:
        return _place(document, [*error.absolute_path, error.instance], of_key=True)
    return _place(document, error.absolute_path)


def _field(error: Error) -> str:
    """The field an error is about, for a message."""
    path = ["the file", *error.absolute_path]
    name = [step for step in path if isinstance(step, str)][-1]
    return f"an entry of {name}" if isinstance(path[-1], int) else name


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "a map of fields"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def _described(schema: Any, name: str | None = None) -> str:
    """The description of a schema, or of one of its properties, as a help."""
    found = schema if name is None else schema.get("properties", {}).get(name, {})
    description = found.get("description", "") if isinstance(found, Mapping) else ""
    return f"{name}: {description}" if name and description else str(description)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# --- one function for each keyword -------------------------------------------------------------


def _say_type(error: Error, document: Document) -> _Said:
    place, value = _here(error, document), error.instance
    wanted = error.validator_value
    allowed = [wanted] if isinstance(wanted, str) else list(wanted)
    words = " or ".join(_TYPE_WORDS[name] for name in allowed)
    if value is None and document.root is None:
        or_none = "; write [] for an empty list" if "array" in allowed else ""
        yield place, "the file is empty", f"it holds {words}{or_none}"
        return
    message = f"{_field(error)} is {words}, and this is {_shown(value)}"
    help_ = _type_help(value, allowed, error.schema.get("pattern", ""))
    yield place, message, help_ or _described(error.schema)


def _type_help(value: Any, allowed: list[str], pattern: str) -> str:
    if "number" in allowed or "integer" in allowed:
        if isinstance(value, Ambiguous):
            return (
                f"YAML may read {value} as {other_reading(value)}; write the number in plain digits"
            )
        if isinstance(value, str) and (
            digits := _without_commas(unicodedata.normalize("NFKC", value))
        ):
            return f"a number takes no comma; write {digits}"
        if isinstance(value, str) and (amount := amount_meant(value)):
            return f"write {amount[0]}, and its unit beside it: unit: {_quoted(amount[1])}"
        if isinstance(value, str) and (help_ := _half_width_help(value)):
            return help_
        if isinstance(value, str):
            return "write the number in plain digits, without quotes, commas or its unit"
        return ""
    if isinstance(value, Decimal | Ambiguous) and not re.search(pattern, _written(value)):
        return ""  # quotes would not help
    if "string" in allowed and isinstance(value, Ambiguous):
        reading = other_reading(value)
        return f"YAML may read {value} as {reading}; put it in quotes: {_quoted(value)}"
    if "string" in allowed and not isinstance(value, dict | list) and value is not None:
        return f"put it in quotes: {_quoted(_shown(value))}"
    if "array" in allowed and isinstance(value, dict):
        return "begin each entry with '- '; its other fields stand two blanks deeper"
    if "object" in allowed:
        return "write it as fields: a name, a colon, a blank and a value each"
    return ""


def _half_width_help(text: str) -> str:
    """How a text reads that was typed with full-width digits or letters; empty when it was not."""
    folded = unicodedata.normalize("NFKC", text)
    if folded == text or not folded.isascii():
        return ""
    return f"it holds full-width or other special characters; write {_shown(folded)}"


def _say_unknown_field(error: Error, document: Document) -> _Said:
    entry, known = error.instance, list(error.schema["properties"])
    cut = _cut_by_commas(entry, known)
    for field, rest in cut.items():
        whole = f"{_written(entry[field])}{''.join(rest.values())}"
        if isinstance(entry[field], Decimal) and _DIGITS.fullmatch(whole):
            place = _place(document, [*error.absolute_path, field])
            help_ = (
                f"write {_without_commas(whole) or 'a point before decimals, and no other mark'}"
            )
            yield place, f"a number takes no comma: {whole}", help_
        else:
            first = next(iter(rest))
            place = _place(document, [*error.absolute_path, first], of_key=True)
            yield place, f"unknown field {_shown(first)}", _comma_help(whole)
    told = {name for rest in cut.values() for name in rest}
    for name in entry:
        if name not in known and name not in told:
            place = _place(document, [*error.absolute_path, name], of_key=True)
            help_ = _unknown_field_help(name, entry[name], known)
            yield place, f"unknown field {_shown(name)}", help_


def _cut_by_commas(entry: Map, known: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    """Fields whose text or number a comma ends within { }: what follows it by the name that it
    is taken for, as written."""
    cut: dict[str, dict[str, str]] = defaultdict(dict)
    field, end = "", Place("")
    for name, value in entry.items():
        at = entry.keys_at[name]
        gap = at.column - end.column if at.line == end.line else 0
        is_rest = gap in (1, 2) and (value is None or not _FIELD.fullmatch(name))
        if is_rest and name not in known and not _meant(name, known):
            cut[field][name] = "," + " " * (gap - 1) + name
            end = _behind(at, name)
        else:
            field, end = name, _behind(entry.values_at[name], value)
    return cut


def _comma_help(text: str) -> str:
    help_ = "within { } a text that holds a comma goes in double quotes"
    return f"{help_}: {_quoted(text)}" if len(text) <= _LONGEST_SHOWN else help_


def _behind(place: Place, value: Any) -> Place:
    """Where a plain scalar ends that begins at a place."""
    return place._replace(column=place.column + len(_written(value)))


def _written(value: Any) -> str:
    """A plain scalar as the file has it; empty for what is none, or no text or number."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value if isinstance(value, str) else ""


def _without_commas(number: str) -> str:
    """A number whose thousands are set off by commas, in plain digits; empty when it is none."""
    return re.sub(", ?", "", number) if _THOUSANDS.fullmatch(number) else ""


def _unknown_field_help(name: str, value: Any, known: list[str]) -> str:
    meant = _meant(name, known)
    if meant and value is None and (mark := _MARK.search(name)):
        if mark.group() == ":":
            return f"put a blank behind the colon: {meant}: {_shown(name[mark.end() :].strip())}"
        return f"put a half-width colon and a blank in place of {mark.group()} behind {meant}"
    return f"did you mean {meant}?" if meant else f"the fields here are {', '.join(known)}"


def _meant(name: str, known: Iterable[str], cutoff: float = _NEAR) -> str | None:
    """The field that a name was meant for: misspelt, in capitals, or with its value stuck to it."""
    known = list(known)
    word = _MARK.split(unicodedata.normalize("NFKC", name), maxsplit=1)[0].strip().casefold()
    swapped = (other for other in known if sorted(other) == sorted(word))
    near = get_close_matches(word, known, n=1, cutoff=cutoff)
    if word not in known and FIELDS.get(word) in known:
        return FIELDS[word]
    return word if word in known else next(swapped, near[0] if near else None)


def _absent(error: Error, names: Iterable[str]) -> list[str]:
    """Those of the names that a map lacks, without those meant by a field it should not have."""
    known = error.schema.get("properties", error.instance)
    unknown = islice((name for name in error.instance if name not in known), _MOST_UNKNOWN)
    meant = {_meant(name, known) for name in unknown}
    return [name for name in names if name not in error.instance and name not in meant]


def _say_missing(error: Error, document: Document) -> _Said:
    absent = _absent(error, error.validator_value)
    if absent:
        verb = "is" if len(absent) == 1 else "are"
        helps = (_described(error.schema, name) or f"add {name}" for name in absent)
        yield _here(error, document), f"{_listed(absent)} {verb} missing", " ".join(helps)


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _say_dependent(error: Error, document: Document) -> _Said:
    for name, needed in error.validator_value.items():
        if name in error.instance:
            for other in _absent(error, needed):
                place = _place(document, [*error.absolute_path, name], of_key=True)
                message = f"{name} goes with {other}, which is missing"
                yield place, message, _described(error.schema, other)


def _say_choice(error: Error, document: Document) -> _Said:
    names = [alternative["required"][0] for alternative in error.validator_value]
    present = [name for name in names if name in error.instance]
    if not present and any(_meant(name, names, _NEARER) for name in error.instance):
        return
    message = f"{' and '.join(present)} are both here" if present else f"{names[0]} is missing"
    yield _here(error, document), message, f"an entry holds one of {', '.join(names)}"


def _say_enum(error: Error, document: Document) -> _Said:
    allowed = [str(value) for value in error.validator_value if value is not None]
    value = error.instance
    near = get_close_matches(str(value), allowed, n=1, cutoff=_NEARER)
    if (bound := bound_meant(str(value))) in allowed:
        yield _here(error, document), f"{_field(error)} cannot be {_shown(value)}", f"write {bound}"
        return
    help_ = f"did you mean {near[0]}?" if near else f"it is one of {', '.join(allowed)}"
    yield _here(error, document), f"{_field(error)} cannot be {_shown(value)}", help_


def _say_form(error: Error, document: Document) -> _Said:
    if error.instance == "" and "minLength" in error.schema:
        return  # that it is empty is said already
    message = f"{_field(error)} is not in the right form: {_shown(error.instance)}"
    meant = period_meant(str(error.instance)) if error.schema.get("format") == "period" else None
    help_ = f"write {meant}" if meant else _half_width_help(str(error.instance))
    yield _here(error, document), message, help_ or _described(error.schema)


def _say_empty(error: Error, document: Document) -> _Said:
    fault = f"too short: {_shown(error.instance)}" if error.instance else "empty"
    yield _here(error, document), f"{_field(error)} is {fault}", _described(error.schema)


def _say_too_long(error: Error, document: Document) -> _Said:
    length, most = len(error.instance), error.validator_value
    message = f"{_field(error)} is {length} characters long, and {most} are allowed"
    yield _here(error, document), message, _described(error.schema)


def _say_repeated(error: Error, document: Document) -> _Said:
    at = [_place(document, [*error.absolute_path, i]) for i in range(len(error.instance))]
    for item, place, first in repeated(zip(map(str, error.instance), at, strict=True)):
        message = f"{_field(error)} holds {_shown(item)} twice, first in line {first.line}"
        yield place, message, "keep one of the two"


def _say_misplaced(error: Error, document: Document) -> _Said:
    for name in error.validator_value["required"]:
        place = _place(document, [*error.absolute_path, name], of_key=True)
        yield place, f"{name} does not belong here", _MISPLACED[name]


def _say_generally(error: Error, document: Document) -> _Said:
    message = f"{_field(error)} cannot be {_shown(error.instance)}"
    yield _here(error, document), message, _described(error.schema)


_SAY: Mapping[str, Callable[[Error, Document], _Said]] = {
    "type": _say_type,
    "additionalProperties": _say_unknown_field,
    "required": _say_missing,
    "dependentRequired": _say_dependent,
    "oneOf": _say_choice,
    "enum": _say_enum,
    "const": _say_form,
    "pattern": _say_form,
    "format": _say_form,
    "minLength": _say_empty,
    "maxLength": _say_too_long,
    "minItems": _say_empty,
    "minProperties": _say_empty,
    "uniqueItems": _say_repeated,
    "not": _say_misplaced,
}
_OF_FIELDS = (_say_unknown_field, _say_missing, _say_dependent, _say_choice, _say_misplaced)
