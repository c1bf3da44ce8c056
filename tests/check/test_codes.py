"""The table of codes and the code agree."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from tally.check.codes import explained
from tally.records.problem import Code

PACKAGE = Path(__file__).parents[2] / "build" / "tally"
CODES = get_args(Code)


def test_every_code_is_explained_and_no_other() -> None:
    assert tuple(explained()) == CODES


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_given_somewhere(code: str) -> None:
    rooms = [*(PACKAGE / "records").glob("*.py"), *(PACKAGE / "check").glob("*.py")]
    given = [
        p.name for p in rooms if p.name != "problem.py" and f'"{code}"' in p.read_text("utf-8")
    ]
    assert given


@pytest.mark.parametrize("said", explained().values(), ids=explained().keys())
def test_an_explanation_is_said_in_both_languages(said: object) -> None:
    for field in ("title", "meaning", "remedy"):
        text = getattr(said, field)
        assert re.search(r"[\u4e00-\u9fff]", text.zh)
        assert not re.search(
            r"[\u4e00-\u9fff，。；：]", re.sub("左右|以上|以内|超|下降", "", text.en)
        )
