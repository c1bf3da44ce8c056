"""Git revisions: the folder datasets/ of a commit, written aside. No shell is involved.

Its tree is listed and each file's bytes are read as they were committed: no attribute, filter or
replacement of the repository has a say, no link is made, and no file leaves the folder.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tally.diff.model import StateError

_TIMEOUT = 120
_FILES = frozenset((b"100644", b"100755"))
_MOST_FILES = 100_000
_MOST_BYTES = 500_000_000
_ENVIRONMENT = {"GIT_NO_REPLACE_OBJECTS": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}


@dataclass(frozen=True, slots=True)
class _Blob:
    """A file of a commit: its object, its size and its path."""

    name: bytes
    size: int
    path: PurePosixPath


def unpack_revision(name: str, where: Path, into: Path) -> Path:
    """Write datasets/ of a revision of the repository around `where`; raises StateError."""
    top = _git(where, "rev-parse", "--show-toplevel")
    if top is None:
        raise StateError(f"{name}: no data there, and {where} is in no git repository")
    root = Path(os.fsdecode(top.rstrip(b"\n")))
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    if commit is None:
        raise StateError(f"{name}: no folder of datasets, no data package and no git revision")
    listed = _git(root, "ls-tree", "-r", "-l", "-z", commit.decode().strip(), "--", "datasets/")
    blobs = list(_blobs(name, listed or b""))
    if not blobs:
        raise StateError(f"{name}: this revision has no datasets/")
    asked = b"".join(blob.name + b"\n" for blob in blobs)
    answer = _git(root, "cat-file", "--batch", given=asked)
    if answer is None:
        raise StateError(f"{name}: the files of this revision cannot be read")
    _write(name, blobs, answer, into)
    return into


def _blobs(name: str, listed: bytes) -> Iterator[_Blob]:
    """The regular files of a listed tree; raises StateError when they are too much, or lead out."""
    count = total = 0
    for entry in filter(None, listed.split(b"\0")):
        described, _, path = entry.partition(b"\t")
        mode, _, blob, size = described.split()
        if mode not in _FILES:
            continue  # a link or a submodule, of which nothing is read
        count, total = count + 1, total + int(size)
        if count > _MOST_FILES or total > _MOST_BYTES:
            raise StateError(f"{name}: the datasets of this revision are too large")
        yield _Blob(blob, int(size), _safe(name, path))


def _safe(name: str, path: bytes) -> PurePosixPath:
    found = PurePosixPath(os.fsdecode(path))
    if found.is_absolute() or ".." in found.parts or "\\" in str(found):
        raise StateError(f"{name}: a file of this revision leads out of it: {found!s}")
    return found


def _write(name: str, blobs: list[_Blob], answer: bytes, into: Path) -> None:
    """Each answer of git is a line that ends in the size, the bytes, and a line feed."""
    at = 0
    for blob in blobs:
        begins = answer.find(b"\n", at) + 1
        if begins == 0 or answer[at : begins - 1].split()[1:] != [b"blob", b"%d" % blob.size]:
            raise StateError(f"{name}: {blob.path!s} cannot be read from git")
        target = into / blob.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(answer[begins : begins + blob.size])
        at = begins + blob.size + 1


def _git(where: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git prints; None when it fails."""
    environment: Mapping[str, str] = {**os.environ, **_ENVIRONMENT}
    try:
        run = subprocess.run(
            ["git", "-C", str(where), *arguments],
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
            input=given,
            env=environment,
        )
    except FileNotFoundError as error:
        raise StateError("git is not installed, so that no revision can be read") from error
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise StateError(f"git could not be asked: {error}") from error
    return run.stdout if run.returncode == 0 else None
