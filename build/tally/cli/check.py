"""`tally check`: everything that can be wrong with datasets."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from tally.check.check import check as check_datasets
from tally.check.check import problems_of
from tally.check.formats import FORMATS
from tally.check.sarif import as_sarif
from tally.cli.diff import opened
from tally.cli.roots import DATASETS, normal, root_of
from tally.package.addresses import absolute
from tally.records.model import Place
from tally.records.problem import Problem, has_errors, news
from tally.records.scan import SCANS
from tally.site.routes import ERRORS, in_language

_UNREAD = frozenset(("yaml", "file", "schema", "reference"))
_NEEDED_BY_OTHERS = frozenset(("vocabulary", "sources", "dataset.yml"))


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMATS)), default="text", show_default=True
)
@click.option(
    "--against",
    metavar="STATE",
    help="Tell only what this git revision or folder of datasets has not.",
)
def check(paths: tuple[Path, ...], form: str, against: str | None) -> None:
    """Find everything that is wrong with datasets.

    PATHS are folders that hold datasets (with a vocabulary), or files and folders below one;
    without any, the folder datasets/ is checked, or what of it the current folder holds. Exit 1
    when there are errors.
    """
    asked = paths or (DATASETS if DATASETS.is_dir() else Path(),)
    roots = {path: root_of(path) for path in asked}
    problems = [p for root in dict.fromkeys(roots.values()) for p in _checked(root, roots)]
    if against is not None:
        problems = list(news(_known(against), problems))
    click.echo(_report(problems, form), nl=False)
    sys.exit(1 if has_errors(problems) else 0)


def _known(against: str) -> Sequence[Problem]:
    """The problems of another state of the same folder."""
    state = opened(against)
    if state.loaded is None:
        raise click.UsageError(f"{against} is a package, and has no data files to check")
    return problems_of(state.loaded)


def _report(problems: Sequence[Problem], form: str) -> str:
    if form == "sarif":
        site = os.environ.get("TALLY_SITE_URL")
        return as_sarif(problems, absolute(site, in_language(ERRORS, "en")))
    return FORMATS[form](problems)


def _checked(root: Path, asked: dict[Path, Path]) -> Sequence[Problem]:
    """The problems below a root that lie within the paths asked for, with paths as from here.

    What keeps others from being checked is told with them.
    """
    below = [normal(path) for path, its_root in asked.items() if its_root == root]
    base = root.parent
    return [
        replace(problem, place=_from_here(problem.place, base))
        for problem in check_datasets(root, _datasets(below, root), _kept(base))
        if _hides_others(problem)
        or any((base / problem.place.path).is_relative_to(path) for path in below)
    ]


def _kept(base: Path) -> Path | None:
    """Where scans of sources stay until the next check; nothing is kept where no build keeps
    anything."""
    return base / ".cache" / SCANS if (base / ".cache").is_dir() else None


def _datasets(below: Sequence[Path], root: Path) -> frozenset[str] | None:
    """The datasets that some paths lie in; None where one is about all: the root, or what all
    share."""
    parts = [path.relative_to(root).parts if path.is_relative_to(root) else () for path in below]
    whole = any(not names or names[0] == "vocabulary" for names in parts)
    return None if whole else frozenset(names[0] for names in parts)


def _hides_others(problem: Problem) -> bool:
    """Whether entries elsewhere may be unread for it: they name units, indicators and sources,
    and belong to a dataset."""
    parts = problem.place.path.split("/")
    return problem.code in _UNREAD and not _NEEDED_BY_OTHERS.isdisjoint(parts)


def _from_here(place: Place, base: Path) -> Place:
    return place._replace(path=Path(os.path.relpath(base / place.path)).as_posix())
