"""The contributor guide shows entries that the data files take, the same in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tally.records.schema import validate
from tally.records.strict_yaml import parse
from tally.terms import DECIDED

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = [DOCS / "contribute.md", DOCS / "en" / "contribute.md"]


def examples(guide: Path) -> list[str]:
    """The blocks of YAML of a guide."""
    return re.findall(r"```yaml\n(.*?)```", guide.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("guide", GUIDES, ids=["zh", "en"])
def test_every_example_follows_its_schema(guide: Path) -> None:
    for example in examples(guide):
        document = parse(guide.name, example.encode())
        found = validate(document, "targets" if "due:" in example else "observations")
        assert [problem.message for problem in (*document.problems, *found.problems)] == []


def test_both_languages_show_the_same_examples() -> None:
    first, second = map(examples, GUIDES)
    assert first == second != []


@pytest.mark.parametrize("guide", GUIDES, ids=["zh", "en"])
def test_the_guide_names_every_verdict_that_an_outcome_may_have(guide: Path) -> None:
    named = re.findall(r"`([a-z]+)`", guide.read_text("utf-8"))
    assert set(DECIDED) <= set(named)
