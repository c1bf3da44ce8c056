"""`tally init`: a site of one's own, or an older one brought up to date."""

from __future__ import annotations

from pathlib import Path

import click

from tally.cli.commands import told
from tally.records.model import Localized
from tally.start.own import OwnSiteError, check_name, program_line
from tally.start.upgrade import ASIDE, Upgrade, upgrade_site, write_site

_NAME = ("我们的账本", "Our ledger")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--name", nargs=2, metavar="ZH EN", help="The site's names, such as 太仓账本 'Taicang Ledger'."
)
@click.option("--upgrade", is_flag=True, help="Bring the site in DIR up to date.")
def init(folder: Path, name: tuple[str, str] | None, upgrade: bool) -> None:
    """Write a site of one's own into DIR, or bring one up to date.

    DIR is new or empty. It becomes a small repository: mkdocs.yml, the vocabulary, pages in
    Chinese and English, workflows, a Makefile with locked packages. `make site` builds it at
    once; `tally new`, run in it, adds the first report.

    With --upgrade, files that are still as an earlier version of the program wrote them become
    those of this version. A file that you changed or removed stays as it is, and is named.

    \b
      tally init taicang --name 太仓账本 "Taicang Ledger"
      tally init taicang --upgrade
    """
    if upgrade and name:
        raise click.UsageError("--name goes with a new site; change the name in mkdocs.yml")
    try:
        click.echo(_upgraded(folder) if upgrade else _written(folder, name or _NAME))
    except OwnSiteError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.UsageError(told(error)) from error


def _written(folder: Path, name: tuple[str, str]) -> str:
    zh, en = map(check_name, name)
    count = write_site(folder, Localized(zh, en))
    steps = [
        f"wrote {count} files into {folder}: a site called {zh} ({en})",
        f"next: cd {folder}; make site; . .venv/bin/activate",
        "      tally new taicang 2026.pdf --name 太仓市 Taicang: the first report",
        "      README.md has the steps from there to a published site",
    ]
    if "file:" in program_line():
        steps.append(
            "      requirements/program.txt names the program on this machine: before others build "
            "the site, put the address of a release's wheel there"
        )
    return "\n".join(steps)


def _upgraded(folder: Path) -> str:
    done = upgrade_site(folder)
    lines = [
        *(f"changed {path}" for path in done.changed),
        *(f"new     {path}" for path in done.new),
        *(f"yours   {path}: you changed it, so it stays; {_compare(path)}" for path in done.yours),
        *(f"removed {path}: you removed it, and it stays so" for path in done.removed),
        *(f"unused  {path}: this version writes none; remove it if you do" for path in done.unused),
    ]
    return "\n".join((_summary(done, len(lines)), *lines))


def _compare(path: str) -> str:
    return f"take over by hand what you want of `diff -u {path} {ASIDE}/{path}`"


def _summary(done: Upgrade, count: int) -> str:
    if not count:
        return f"nothing to change: the files are those of version {done.now}"
    return f"from version {done.before} to {done.now}:"
