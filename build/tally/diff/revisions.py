"""Git revisions: the folder datasets/ of a commit, unpacked aside. No shell is involved.

They are unpacked from a ZIP, whose reader makes no links and leaves no folder it is given.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

from tally.diff.model import StateError

_TIMEOUT = 120


def unpack_revision(name: str, where: Path, into: Path) -> Path:
    """Unpack datasets/ of a revision of the repository around `where`; raises StateError."""
    top = _git(where, "rev-parse", "--show-toplevel")
    if top is None:
        raise StateError(f"{name}: no data there, and {where} is in no git repository")
    root = Path(top.decode("utf-8", "surrogateescape").strip())
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    if commit is None:
        raise StateError(f"{name}: no folder of datasets, no data package and no git revision")
    packed = _git(root, "archive", "--format=zip", commit.decode().strip(), "--", "datasets")
    if packed is None:
        raise StateError(f"{name}: this revision has no datasets/")
    _unpack(name, packed, into)
    return into


def _unpack(name: str, packed: bytes, into: Path) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            archive.extractall(into)
    except (zipfile.BadZipFile, OSError) as error:
        raise StateError(f"{name}: this revision cannot be unpacked: {error}") from error


def _git(where: Path, *arguments: str) -> bytes | None:
    """What git prints; None when it fails."""
    try:
        run = subprocess.run(
            ["git", "-C", str(where), *arguments],
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError as error:
        raise StateError("git is not installed, so that no revision can be read") from error
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise StateError(f"git could not be asked: {error}") from error
    return run.stdout if run.returncode == 0 else None
