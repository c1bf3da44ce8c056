"""Work that ends the process it runs in: once for each file that says so, or always."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def work(task: Path) -> str:
    """The text of a file; `once` ends the process the first time, `always` every time."""
    text = task.read_text("utf-8")
    mark = task.with_suffix(".tried")
    if text == "always" or (text == "once" and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return text
