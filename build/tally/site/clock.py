"""The moment a build is dated to: the last commit's, so that two builds of it are the same."""

from __future__ import annotations

import subprocess
from pathlib import Path

_UNKNOWN = "1609459200"
"""2021-01-01, for a copy without its history."""


def source_date_epoch(root: Path) -> str:
    """The value for SOURCE_DATE_EPOCH: seconds since 1970 of the last commit in `root`."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return _UNKNOWN
    return run.stdout.strip()
