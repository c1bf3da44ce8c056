"""Whatever stands where a value should, the check answers with problems and never raises."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from tally.check.check import check
from tally.check.formats import FORMATS
from tests.support.trees import FILES, write_tree

HOSTILE = (
    "no", "12:30", "2021-01-11", "-5", "0", "1e9", "''", "[]", "{}", "null", "true", "‰", "第",
    "9" * 40, "5.0", "'</script><img src=x onerror=alert(1)>'", "range", "2020H1", "gdp",
    "previous", "&a", "*a", "!!t", "|", "\u202e", "\t", "\n", "- ", "}", ",", "../../etc/passwd",
)  # fmt: skip
VALUE = re.compile(r"(?<=: )[^,{}\n]+")


@pytest.mark.parametrize("path", [path for path in FILES if path.endswith(".yml")])
def test_a_hostile_value_anywhere_is_answered(tmp_path: Path, path: str) -> None:
    dice = random.Random(path)
    text = FILES[path]
    for hostile in HOSTILE:
        place = dice.choice(list(VALUE.finditer(text)))
        spoiled = text[: place.start()] + hostile + text[place.end() :]
        problems = check(write_tree(tmp_path, {path: spoiled}))
        for form in FORMATS.values():
            assert form(problems).endswith("\n")
        for problem in problems:
            assert problem.message.strip()
            assert problem.help.strip()
