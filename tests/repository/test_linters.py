"""The linters, as tests: what `make lint` runs, and what a pull request must pass."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.aside import Run, job, run_aside

ROOT = Path(__file__).parents[2]
FORMS = sorted(path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))

LINTERS = {
    "ruff finds no fault": ["ruff", "check", "."],
    "ruff would format nothing": ["ruff", "format", "--check", "."],
    "mypy accepts the program and the tests' own tools": [
        *("mypy", "--strict", "--explicit-package-bases", "build/tally"),
        *("tests/conftest.py", "tests/browser", "tests/bench", "tests/repository"),
    ],
    "zizmor finds the workflows safe": ["zizmor", "--offline", "--pedantic", ".github"],
    "yamllint finds the YAML readable": [
        *("yamllint", "--strict", ".github", "datasets", "mkdocs.yml", ".yamllint"),
    ],
    "the workflows follow their schema": [
        *("check-jsonschema", "--builtin-schema", "vendor.github-workflows"),
        *(str(path) for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))),
    ],
    "the issue forms follow their schema": [
        *("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms"),
        *(str(form) for form in FORMS if form.name != "config.yml"),
    ],
    "the choice of forms follows its schema": [
        *("check-jsonschema", "--builtin-schema", "vendor.github-issue-config"),
        ".github/ISSUE_TEMPLATE/config.yml",
    ],
    "dependabot's file follows its schema": [
        *("check-jsonschema", "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml"),
    ],
    "the citation follows its schema": [
        *("check-jsonschema", "--builtin-schema", "vendor.citation-file-format", "CITATION.cff"),
    ],
    "the schemas of the data files are schemas": [
        *("check-jsonschema", "--check-metaschema"),
        *(str(schema) for schema in sorted((ROOT / "schemas").glob("*.json"))),
    ],
}


def run_linter(linter: list[str]) -> Run:
    program = Path(sys.executable).parent / linter[0]
    return run_aside([program, *linter[1:]], ROOT, {**os.environ, "NO_COLOR": "1"})


@job
def linted(_: Path) -> Callable[[], dict[str, Run]]:
    """How each linter ended."""
    return lambda: {name: run_linter(linter) for name, linter in LINTERS.items()}


@pytest.mark.parametrize("name", LINTERS)
def test_linter_is_content(name: str, linted: dict[str, Run]) -> None:
    run = linted[name]
    assert run.returncode == 0, f"{' '.join(run.args)}\n{run.stdout}{run.stderr}"
