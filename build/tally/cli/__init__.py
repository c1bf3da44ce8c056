"""Room cli: the command `tally`. Exit 0: fine; 1: the data has errors; 2: wrong use."""

from __future__ import annotations

import signal
from importlib import import_module


def main() -> None:
    """Run the command line.

    While it is imported there is nothing to tidy up, so that Ctrl-C just ends the program.
    """
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    run = import_module("tally.cli.commands").run
    if handler is signal.default_int_handler:
        signal.signal(signal.SIGINT, handler)
    run()
