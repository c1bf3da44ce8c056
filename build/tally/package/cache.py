"""Packages kept between builds: made again only when something they are made of changed."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from importlib.metadata import version
from pathlib import Path

from tally.package.edition import Edition
from tally.package.files import files_of
from tally.package.formats.json_text import json_bytes, json_table
from tally.package.tables import Table, tables_of

_MADE_WITH = ("duckdb", "xlsxwriter", "msgspec", "pyyaml")
_RECORDS = ("datasets", "vocabulary", "outlooks")


def cached_package_files(
    edition: Edition, folder: Path, site_url: str | None = None
) -> Mapping[str, bytes]:
    """`package_files`, read from `folder` where they are already; one file for each package."""
    tables = tables_of(edition)
    kept = folder / f"{edition.name}-{_fingerprint(edition, tables, site_url)}.zip"
    if kept.is_file():
        with zipfile.ZipFile(kept) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    files = files_of(edition, tables, site_url)
    _keep(files, kept)
    for former in folder.glob(f"{edition.name}-{'?' * 64}.zip"):
        if former != kept:
            former.unlink(missing_ok=True)
    return files


def _keep(files: Mapping[str, bytes], kept: Path) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    aside = tempfile.NamedTemporaryFile(dir=kept.parent, delete=False)  # noqa: SIM115
    with aside, zipfile.ZipFile(aside, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    Path(aside.name).replace(kept)


def _fingerprint(edition: Edition, tables: Mapping[str, Table], site_url: str | None) -> str:
    """A hash of all that the files follow from: records, metadata, address and program."""
    about = {f.name: getattr(edition, f.name) for f in fields(edition) if f.name not in _RECORDS}
    state = hashlib.sha256(json_bytes([about, site_url, _program()]))
    for table in tables.values():
        state.update(json_table(table))
    return state.hexdigest()


@cache
def _program() -> list[str]:
    """What makes the files: this room's own text and the libraries it writes with."""
    own = hashlib.sha256(b"".join(path.read_bytes() for path in _own_files())).hexdigest()
    return [own, *(version(name) for name in _MADE_WITH)]


def _own_files() -> Iterator[Path]:
    room = Path(__file__).parent
    yield from sorted(path for kind in ("*.py", "*.yml") for path in room.rglob(kind))
