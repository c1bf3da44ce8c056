"""What the history says of dates: the moment of a build, and the day each page was changed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

_DAY = "//"  # no path in a folder begins so
_UNKNOWN = "1609459200"
"""2021-01-01, for a copy without its history."""


def source_date_epoch(root: Path) -> str:
    """The value for SOURCE_DATE_EPOCH: seconds since 1970 of the last commit in `root`, so that two
    builds of it are the same."""
    return _log(root, "-1", "--format=%ct").strip() or _UNKNOWN


def days_of_change(folder: Path) -> Mapping[str, str]:
    """The day (ISO 8601, UTC) that each file of a folder was last changed by a commit, by its path
    in the folder; without a history, none."""
    days: dict[str, str] = {}
    day = ""
    dated = ("--date=format-local:%Y-%m-%d", f"--format={_DAY}%cd")
    for line in _log(folder, "--relative", "--name-only", *dated, "--", ".").split("\n"):
        if line.startswith(_DAY):
            day = line.removeprefix(_DAY)
        elif line:
            days.setdefault(line, day)
    return days


def _log(folder: Path, *options: str) -> str:
    """What git tells of the commits in a folder, the last first; nothing where it cannot."""
    command = ["git", "-c", "core.quotePath=off", "log", *options]
    environment = {**os.environ, "TZ": "UTC"}
    try:
        run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return run.stdout.decode("utf-8", "replace")
