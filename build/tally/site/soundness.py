"""Saying what is wrong with the datasets that a site is built from."""

from __future__ import annotations

import logging
from pathlib import Path

from tally.check.check import problems_of
from tally.records.load import Loaded
from tally.records.problem import has_errors
from tally.site.kept import keep, read_kept

log = logging.getLogger("mkdocs.plugins.tally")


def report(loaded: Loaded, folder: Path, key: str) -> None:
    """Check the datasets and say what is wrong: an error ends a strict build, the rest is for a
    curator. Sound ones are not checked again until they, or the program, change, which a name
    kept in the folder tells."""
    if not loaded.problems and read_kept(folder, key) is not None:
        return
    problems = problems_of(loaded)
    for problem in problems:
        level = logging.WARNING if problem.severity == "error" else logging.DEBUG
        log.log(level, "%s: %s: %s", problem.place, problem.code, problem.message)
    if not has_errors(problems):
        keep(folder, key, {})
