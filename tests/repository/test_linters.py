"""The linters, as tests: what `make lint` runs, and what a pull request must pass."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("linter", LINTERS.values(), ids=LINTERS.keys())
def test_linter_is_content(linter: list[str]) -> None:
    program = Path(sys.executable).parent / linter[0]
    run = subprocess.run(
        [program, *linter[1:]],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, f"{' '.join(linter)}\n{run.stdout}{run.stderr}"
