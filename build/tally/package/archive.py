"""Many files as one: ZIP and SHA256SUMS, the same bytes on every machine and in every year."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from datetime import date

SUMS = "SHA256SUMS"
_UNIX = 3
_FIRST_ZIP_YEAR = 1980


def zip_bytes(files: Mapping[str, bytes], day: date) -> bytes:
    """The files, by name, all of one day and readable by everyone."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            archive.writestr(_entry(name, day), files[name])
    return out.getvalue()


def sha256_sums(files: Mapping[str, bytes]) -> str:
    """One line a file, as `sha256sum --check` reads it."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines)


def _entry(name: str, day: date) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (max(day.year, _FIRST_ZIP_YEAR), day.month, day.day, 0, 0, 0))
    entry.create_system = _UNIX
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
