"""A package is published only when frictionless and the standard's profile find it valid."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files as program_files
from pathlib import Path

import jsonschema_rs
from frictionless import Error, Report, validate

from tally.check.formats import one_line
from tally.package.addresses import DESCRIPTOR

_SHOWN = 10  # faults
_LONGEST = 240  # characters of what is wrong with one


class InvalidPackageError(ValueError):
    """A package that is not valid; the message says so, then one fault a line."""


def require_valid(name: str, files: Mapping[str, bytes]) -> None:
    """Raise InvalidPackageError, with file, row and field of each fault, if there is any."""
    faults = [*_profile_faults(files[DESCRIPTOR]), *_table_faults(_report(files))]
    if faults:
        left = [f"and {len(faults) - _SHOWN} more"] if len(faults) > _SHOWN else []
        lines = (f"{name}: not valid:", *map(one_line, faults[:_SHOWN]), *left)
        raise InvalidPackageError("\n  ".join(lines))


def contents_key(files: Mapping[str, bytes]) -> str:
    """A name for all that validity depends on: the descriptor holds the hash of every table."""
    judges = version("frictionless").encode(), _profile_text()
    return sha256(b"\0".join((files[DESCRIPTOR], *judges))).hexdigest()


def _report(files: Mapping[str, bytes]) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        for name in (DESCRIPTOR, *(name for name in files if name.endswith(".csv"))):
            Path(folder, name).write_bytes(files[name])
        path = str(Path(folder, DESCRIPTOR))
        report: Report = validate(path, type="package", limit_errors=100)
    return report


def _table_faults(report: Report) -> Iterator[str]:
    yield from (_fault(DESCRIPTOR, error) for error in report.errors)
    for task in report.tasks:
        yield from (_fault(str(task.place), error) for error in task.errors)


def _fault(file: str, error: Error) -> str:
    """Such as: targets.csv: row 7 ('taicang/gdp/…'): verdict 'kept': constraint "enum" is …"""
    said = error.to_descriptor()
    if "rowNumber" not in said:
        return f"{file}: {said['message']:.{_LONGEST}}"
    row = f"row {said['rowNumber']} ({said['cells'][0]!r:.80})"
    field = f"{said['fieldName']} {said['cell']!r:.80}" if "cell" in said else ""
    return ": ".join(filter(None, (file, row, field, f"{said['note']:.{_LONGEST}}")))


def _profile_faults(descriptor: bytes) -> Iterator[str]:
    for error in _validator().iter_errors(json.loads(descriptor)):
        at = "/".join(map(str, error.instance_path))
        yield f"{DESCRIPTOR}: {at}: {error.message:.{_LONGEST}}"


@cache
def _validator() -> jsonschema_rs.Draft7Validator:
    return jsonschema_rs.Draft7Validator(json.loads(_profile_text()), validate_formats=True)


@cache
def _profile_text() -> bytes:
    """The profile of Data Package 2.0; see profiles/README.md."""
    return program_files("tally.package").joinpath("profiles/datapackage-2.0.json").read_bytes()
