"""The forms for people without git say what the pages say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from tally.site.links import Repository
from tally.site.routes import LANGS, Lang
from tally.words import say, table

ROOT = Path(__file__).parents[2]
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*-*.yml"))
WRONG_VALUE = ROOT / ".github" / "ISSUE_TEMPLATE" / "wrong-value.yml"
GUIDES: dict[Lang, str] = {"zh": "contribute.md", "en": "en/contribute.md"}
FIGURE = "kunshan/gdp/2020/level"


def form(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text("utf-8")))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_what_a_form_tells_people_to_press_is_a_word_of_the_pages(path: Path) -> None:
    quoted = set(re.findall("“([^”]+)”", path.read_text("utf-8")))
    assert quoted <= {word for lang in LANGS for word in table(lang).values()}


@pytest.mark.parametrize("lang", LANGS)
def test_the_form_and_the_guide_name_the_link_to_the_line_as_pages_do(lang: Lang) -> None:
    link = say("indicator.line", lang)
    guide = (ROOT / "docs" / GUIDES[lang]).read_text("utf-8").lower()
    assert f"“{link}”" in WRONG_VALUE.read_text("utf-8")
    assert f"**{link}**" in guide
    assert f"**{say('indicator.form', lang)}**" in guide


@pytest.mark.parametrize(
    ("figure", "filled"),
    [
        (FIGURE, {"template", "page", "title", "figure"}),
        (None, {"template", "page"}),
    ],
)
def test_a_link_to_the_form_fills_in_fields_that_it_has(
    figure: str | None, filled: set[str]
) -> None:
    link = Repository("https://git.example/tally").form("indicators/gdp/", figure)
    query = parse_qs(urlsplit(link or "").query)
    fields = {one.get("id") for one in form(WRONG_VALUE)["body"]}
    assert set(query) == filled
    assert set(query) - {"template", "title"} <= fields
    assert query.get("figure", [None]) == [figure]
