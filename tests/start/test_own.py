"""A site of one's own: written whole into an empty folder, and brought up to date with care."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from contextlib import chdir
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from tally.cli.commands import cli
from tally.records.model import Localized
from tally.review.desk.desk import Desk
from tally.site.dead_links import UNNAMED, dead_links
from tally.start import own, upgrade
from tally.start.own import SHIPPED, TEMPLATES, requirement, site_files
from tests.conftest import ROOT, build_site
from tests.support.pages import read_site

NAME = Localized("太仓账本", "Taicang Ledger")
REPORT = """\
2026年太仓市政府工作报告
——2026年1月8日在太仓市第十八届人民代表大会第一次会议上
2025年，全市实现地区生产总值1953亿元、增长5%。
2026年，预期目标是：地区生产总值增长6%以上。
"""
CHECK = ".github/workflows/check.yml"
GUIDES = [ROOT / "docs" / "adopt.md", ROOT / "docs" / "en" / "adopt.md"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site as it was written, not built."""
    upgrade.write_site(tmp_path / "mine", NAME)
    return tmp_path / "mine"


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def steps(guide: Path) -> list[str]:
    """The commands of the guide's section on the way from an empty folder."""
    (section,) = re.findall(r"^## [^\n]*\{ #begin \}$(.*?)^## ", guide.read_text(), re.M | re.S)
    blocks = re.findall(r"```sh\n(.*?)```", section, re.S)
    return [line.partition("  #")[0].strip() for line in "".join(blocks).splitlines()]


def test_both_languages_of_the_guide_take_the_same_steps() -> None:
    first, second = map(steps, GUIDES)
    assert first == second


@dataclass(frozen=True)
class Walk:
    """A site made by the steps of the guide; what its home said before there was a report."""

    site: Path
    taken: list[str]
    at_first: str


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """From an empty folder to a built site with a report whose every number is decided.

    What a step would install is here already; a real one is built by the rules of its Makefile.
    """
    empty = tmp_path_factory.mktemp("walk")
    homes: list[str] = []

    def built() -> None:
        build_site(Path.cwd(), Path("site"))
        assert dead_links(read_site(Path("site")), Path("site"), UNNAMED) == []
        homes.append(Path("site/index.html").read_text("utf-8"))

    doing: Mapping[str, Callable[[], object]] = {
        "cd taicang": lambda: os.chdir("taicang"),
        "make site": built,
        ". .venv/bin/activate": lambda: Path("2026.txt").write_text(REPORT, "utf-8"),
        "tally review taicang/gwr-2026": review,
        "make test": lambda: (run_well("tally check"), built()),
        "git init --initial-branch main": lambda: git("init", "--quiet", "-b", "main"),
        "git commit --message 'Begin'": lambda: git("commit", "--quiet", "-m", "Begin"),
        "git add --all": lambda: git("add", "--all"),
    }
    with chdir(empty):
        for step in steps(GUIDES[0]):
            doing.get(step, partial(run_well, step))()
    return Walk(empty / "taicang", steps(GUIDES[0]), homes[0])


def test_each_step_of_the_guide_works(walk: Walk) -> None:
    assert {"make site", "make test", "tally review taicang/gwr-2026"} <= set(walk.taken)
    with chdir(walk.site):
        assert git("status", "--porcelain") == ""
        assert "site/index.html" not in git("ls-files")


def test_before_the_first_report_home_says_what_to_do(walk: Walk) -> None:
    assert 'id="begin"' in walk.at_first
    assert "tally new taicang" in walk.at_first


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("index.html", "太仓账本"),
        ("en/index.html", "Taicang Ledger"),
        ("about/index.html", "太仓账本"),
        ("en/about/index.html", "Taicang Ledger"),
        ("areas/taicang/gdp/index.html", "1953"),
    ],
)
def test_the_site_bears_its_own_name_and_the_report(walk: Walk, page: str, said: str) -> None:
    assert said in (walk.site / "site" / page).read_text("utf-8")


def test_index_and_finder_name_only_pages_that_there_are(walk: Walk) -> None:
    found = json.loads((walk.site / "site/assets/catalogue.json").read_text("utf-8"))
    routes = [
        *(row[0] for row in found["pages"]),
        *(f"themes/{row[0]}/" for row in found["themes"]),
    ]
    assert "about/" in routes
    assert [one for one in routes if not (walk.site / "site" / one / "index.html").is_file()] == []


def run_well(step: str) -> None:
    """One command of ours as the guide has it, with quotes as a shell takes them."""
    program, *arguments = shlex.split(step)
    assert program == "tally", step
    result = run(*arguments)
    assert result.exit_code == 0, result.output


def review() -> None:
    """Each number confirmed at the desk, then the report marked complete."""
    here = ("taicang", "gwr-2026")
    desk = Desk(Path("datasets"), here)
    while unread := [i for i in desk.sheet(*here)["items"] if i["state"] in ("open", "extracted")]:
        decision = {"type": "accept", "numbers": [unread[0]["start"]]}
        desk.decide(*here, json.dumps(decision).encode())
    assert desk.decide(*here, b'{"type": "complete"}')["review"] == "complete"


def git(*arguments: str) -> str:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    return subprocess.run(
        ["git", *identity, *arguments], check=True, capture_output=True, text=True
    ).stdout


def test_a_file_of_the_program_that_a_site_begins_with_is_in_the_package() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]
    forced = wheel["targets"]["wheel"]["force-include"]
    inside = {path: f"tally/{'' if path == 'schemas' else 'shipped/'}{path}" for path in SHIPPED}
    assert forced == inside
    assert set(SHIPPED) <= set(wheel["targets"]["sdist"]["include"])


def test_nothing_of_a_site_names_our_places_or_leaves_a_blank() -> None:
    files = {path: data.decode() for path, data in site_files(NAME).items()}
    for path in (*TEMPLATES, *own.EDITS):
        assert not re.search(r"\[\[\w+\]\]|昆山|unshan|指标账本|/adopt|gold:", files[path]), path


@pytest.mark.parametrize(
    "linter",
    [
        ["zizmor", "--offline", "--pedantic", ".github"],
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", CHECK],
        ["check-jsonschema", "--builtin-schema", "vendor.citation-file-format", "CITATION.cff"],
    ],
    ids=lambda linter: linter[-1],
)
def test_what_is_said_otherwise_passes_the_linters_of_ours(site: Path, linter: list[str]) -> None:
    program = Path(sys.executable).parent / linter[0]
    run = subprocess.run([program, *linter[1:]], cwd=site, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_file_of_yaml_says_the_names_as_they_are() -> None:
    files = site_files(Localized("太仓：账本", "T’s (open) ledger: A & B"))
    citation = yaml.safe_load(files["CITATION.cff"])
    assert citation["title"] == "T’s (open) ledger: A & B"
    assert 'site_name: "太仓：账本"' in files["mkdocs.yml"].decode()


@pytest.mark.parametrize(
    "name", ["", " ", "a" * 81, "<b>x", 'a"b', "a\nb", "[x](y)", "{{ x }}", "`"]
)
def test_a_name_that_is_not_plain_is_refused(name: str, tmp_path: Path) -> None:
    result = run("init", str(tmp_path / "x"), "--name", "账本", name)
    assert (result.exit_code, "is no name for a site" in result.output) == (2, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("direct", "line"),
    [
        ({}, "tally-open-data==1.2"),
        ({"url": "file:///a%20b", "dir_info": {"editable": True}}, "-e file:///a%20b"),
        ({"url": "file:///a", "dir_info": {}}, "tally-open-data @ file:///a"),
        (
            {"url": "https://x.example/t.whl", "archive_info": {"hashes": {"sha256": "ab"}}},
            "tally-open-data @ https://x.example/t.whl#sha256=ab",
        ),
        (
            {"url": "https://x.example/t", "vcs_info": {"vcs": "git", "commit_id": "c0"}},
            "tally-open-data @ git+https://x.example/t@c0",
        ),
    ],
)
def test_the_program_is_got_again_from_where_it_came(direct: dict[str, object], line: str) -> None:
    assert requirement(direct, "1.2") == line


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    result = run("init", str(tmp_path))
    assert result.exit_code == 2
    assert "holds thesis.txt: name a new or an empty folder" in result.output
    assert tree(tmp_path) == {"thesis.txt": b"mine"}


def test_a_site_that_is_there_already_is_told_how_to_upgrade(site: Path) -> None:
    before = tree(site)
    result = run("init", str(site))
    assert (result.exit_code, "--upgrade" in result.output) == (2, True)
    assert tree(site) == before


def test_a_new_repository_of_git_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert run("init", str(tmp_path)).exit_code == 0
    assert (tmp_path / "mkdocs.yml").is_file()


# What a later version of the program brings, what is found of it, and what the file is then.
LATER, OLD, MINE = b"later\n", None, b"mine\n"
CASES = {
    "as it was written": (OLD, LATER, "changed", LATER),
    "changed by a person": (MINE, LATER, "yours", MINE),
    "as the later version has it": (LATER, LATER, "", LATER),
}


@pytest.fixture
def later(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 written before
    """A later version that writes another README and one more file, and a page less."""

    def files(name: Localized) -> dict[str, bytes]:
        changed = {**site_files(name), "README.md": LATER, "docs/more.md": LATER}
        return {path: data for path, data in changed.items() if path != "docs/checks.md"}

    monkeypatch.setattr(upgrade, "site_files", files)
    monkeypatch.setattr(upgrade, "program_version", lambda: "99.0")


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("case", CASES)
def test_an_upgrade_changes_what_no_person_changed(site: Path, case: str) -> None:
    now, _, said, then = CASES[case]
    if now is not None:
        (site / "README.md").write_bytes(now)
    result = run("init", str(site), "--upgrade")
    told = [line.split()[0] for line in result.output.splitlines() if "README.md" in line]
    assert (result.exit_code, told) == (0, [said] if said else [])
    assert (site / "README.md").read_bytes() == then


@pytest.mark.usefixtures("later")
def test_an_upgrade_lays_the_new_text_beside_a_file_that_a_person_changed(site: Path) -> None:
    (site / "README.md").write_bytes(MINE)
    result = run("init", str(site), "--upgrade")
    assert "`diff -u README.md .cache/init/README.md`" in result.output
    assert (site / ".cache/init/README.md").read_bytes() == LATER


@pytest.mark.usefixtures("later")
def test_an_upgrade_names_what_is_new_unused_and_removed(site: Path) -> None:
    (site / "README.md").unlink()
    lines = run("init", str(site), "--upgrade").output.splitlines()
    assert sorted(line.split()[0] for line in lines[1:]) == ["new", "removed", "unused"]
    assert (site / "docs/more.md").read_bytes() == LATER
    assert (site / "docs/checks.md").is_file()
    assert not (site / "README.md").exists()


@pytest.mark.usefixtures("later")
def test_a_second_upgrade_has_nothing_to_do(site: Path) -> None:
    run("init", str(site), "--upgrade")
    before = tree(site)
    assert run("init", str(site), "--upgrade").output.startswith("nothing to change")
    assert tree(site) == before


@pytest.mark.usefixtures("later")
def test_an_upgrade_writes_through_no_link_that_leads_out(site: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (site / "docs").rename(outside)
    (site / "docs").symlink_to(outside)
    result = run("init", str(site), "--upgrade")
    assert (result.exit_code, "leads out of" in result.output) == (2, True)
    assert not (outside / "more.md").exists()
    assert (site / "README.md").read_bytes() != LATER


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (None, "has no .tally.json"),
        (b"{", "put back the one that was committed"),
        (b'{"version": "x", "zh": "a", "en": "b", "files": {}}', "Invalid version"),
        (b'{"version": "1", "zh": "<", "en": "b", "files": {}}', "is no name for a site"),
        (b'{"version": "99", "zh": "a", "en": "b", "files": {}}', "install that version"),
    ],
)
def test_a_site_that_cannot_be_upgraded_is_told_why(
    site: Path, record: bytes | None, said: str
) -> None:
    path = site / ".tally.json"
    path.unlink() if record is None else path.write_bytes(record)
    before = tree(site)
    result = run("init", str(site), "--upgrade")
    assert (result.exit_code, said in " ".join(result.output.split())) == (2, True), result.output
    assert tree(site) == before


def test_the_record_names_every_file_that_was_written(site: Path) -> None:
    record = json.loads((site / ".tally.json").read_text("utf-8"))
    assert {*record["files"], ".tally.json"} == tree(site).keys()
