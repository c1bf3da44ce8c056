"""Writing a site of one's own, and bringing it up to date: nothing of a person's is overwritten.

`.tally.json` remembers each file as the program wrote it last. One that is still so may be
written anew; one that a person changed or removed stays, and is named.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec
from packaging.version import InvalidVersion, Version

from tally.records.model import Localized
from tally.start.own import OwnSiteError, check_name, program_version, site_files
from tally.start.settle import move_in, write_new
from tally.text import LARGEST_DATA, read_regular, replace_files

RECORD = ".tally.json"
ASIDE = ".cache/init"
"""Where the new text of a file lies that a person changed, to compare."""


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `.tally.json` remembers: the program's version, the names, and the SHA-256 of each file
    as the program wrote it last."""

    version: str
    zh: str
    en: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What became of the files of a site, by their paths."""

    before: str
    now: str
    changed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    yours: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


def write_site(folder: Path, name: Localized) -> int:
    """Write a site into a folder that is new or empty (a `.git` may be there); how many files.

    Raises OwnSiteError when something else is in it.
    """
    target = folder.resolve()
    if os.path.lexists(target) and not target.is_dir():
        raise OwnSiteError(f"{folder} is a file: name a new folder")
    there = sorted(one.name for one in target.iterdir()) if target.is_dir() else []
    if set(there) - {".git"}:
        raise OwnSiteError(_occupied(folder, there))
    files = site_files(name)
    files[RECORD] = _record(name, files)
    if not there:
        move_in(target, files)
    else:
        for path, data in files.items():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            write_new(target / path, data)
    return len(files)


def upgrade_site(folder: Path) -> Upgrade:
    """Bring a site up to date with this program; raises OwnSiteError when it cannot be.

    The new text of a file that a person changed is put below `ASIDE`, to compare.
    """
    written = _read(folder)
    name = Localized(written.zh, written.en)
    fresh = site_files(name)
    upgrade = compare(folder, fresh, written)
    replaced = {folder / path: fresh[path] for path in (*upgrade.changed, *upgrade.new)}
    replaced |= {folder / ASIDE / path: fresh[path] for path in upgrade.yours}
    for path in replaced:
        if not path.parent.resolve().is_relative_to(folder.resolve()):
            raise OwnSiteError(f"{path} leads out of {folder}: nothing was written")
    for path in replaced:
        path.parent.mkdir(parents=True, exist_ok=True)
    replace_files({**replaced, folder / RECORD: _record(name, fresh)})
    return upgrade


def compare(folder: Path, fresh: Mapping[str, bytes], written: Written) -> Upgrade:
    """What each file needs, to be as this program writes it."""
    found: dict[str, list[str]] = {}
    for path, data in fresh.items():
        if kind := _need(folder / path, _hash(data), written.files.get(path)):
            found.setdefault(kind, []).append(path)
    unused = [path for path in written.files if path not in fresh and (folder / path).is_file()]
    kinds = {kind: tuple(paths) for kind, paths in found.items()}
    return Upgrade(written.version, program_version(), unused=tuple(unused), **kinds)


def _need(path: Path, fresh: str, before: str | None) -> str | None:
    """What is to be done with a file; None where it needs nothing that it has not had."""
    if fresh == before:
        return None
    if not os.path.lexists(path):
        return "removed" if before else "new"
    now = _hash(read_regular(path, LARGEST_DATA)) if _is_plain(path) else None
    if now == fresh:
        return None
    return "changed" if now == before and before else "yours"


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _occupied(folder: Path, there: list[str]) -> str:
    if RECORD in there:
        return f"{folder} is a site already: to bring it up to date, tally init {folder} --upgrade"
    first = next(one for one in there if one != ".git")
    return f"{folder} holds {first}: name a new or an empty folder; nothing was written"


def _record(name: Localized, files: Mapping[str, bytes]) -> bytes:
    hashes = {path: _hash(data) for path, data in files.items()}
    written = Written(program_version(), name.zh, name.en or name.zh, hashes)
    return msgspec.json.format(msgspec.json.encode(written), indent=1) + b"\n"


def _read(folder: Path) -> Written:
    path = folder / RECORD
    if not path.is_file():
        raise OwnSiteError(f"{folder} has no {RECORD}: it is no site that tally init wrote")
    try:
        written = msgspec.json.decode(read_regular(path, LARGEST_DATA), type=Written)
        later = Version(written.version) > Version(program_version())
        check_name(written.zh), check_name(written.en)
    except (msgspec.DecodeError, InvalidVersion, UnicodeDecodeError, OwnSiteError) as error:
        raise OwnSiteError(f"{path}: {error}; put back the one that was committed") from error
    if later:
        raise OwnSiteError(
            f"{folder} was written by version {written.version}, and this is {program_version()}: "
            "install that version or a later one"
        )
    return written


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
