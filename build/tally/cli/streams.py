"""The standard streams, fit for what the commands read and write."""

from __future__ import annotations

import io
import os
import sys


def make_streams_fit() -> None:
    """Text goes out as UTF-8 whatever the locale; a stream that the caller closed is empty.

    What is no character, in the name of a file for instance, is written as its escape.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
