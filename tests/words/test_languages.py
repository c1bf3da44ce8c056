"""A further language is files only: tables of words, in a folder of the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest
import yaml

from tally.derive.interval import Interval
from tally.derive.sentence import Growth, Promised, Reported, sentence
from tally.records.model import Localized, Vocabulary
from tally.words import WordsError, bring, languages, say, table
from tally.words.figures import worded
from tally.words.sentences import said_in
from tests.conftest import build_site, link_program
from tests.support.aside import job
from tests.support.records import UNITS, figure
from tests.support.trees import write_tree

LANG = "xx"
# How an amount is written is no wording: these say which way.
SETTINGS = {
    "amount.units",
    "amount.repeated",
    "amount.decimal",
    "amount.group",
    "amount.myriad",
    "site.plural",
}


def marked(key: str, wording: str) -> str:
    return wording if key in SETTINGS or key.startswith("site.") else f"‹{wording}›"


def write_language(folder: Path, without: str | None = None, **changed: str) -> None:
    """The English tables with each wording in ‹›, as files of a further language."""
    nested: dict[str, object] = {}
    for key, wording in table("en").items():
        if key == without:
            continue
        *groups, last = key.split(".")
        node = nested
        for group in groups:
            node = node.setdefault(group, {})  # type: ignore[assignment]
        node[last] = changed.get(key.replace(".", "_"), marked(key, wording))
    (folder / LANG).mkdir(parents=True)
    text = yaml.safe_dump(nested, allow_unicode=True)
    (folder / LANG / "words.yml").write_text(text, "utf-8")


@pytest.fixture
def with_language(tmp_path: Path) -> Iterator[Path]:
    write_language(tmp_path, site_tag="xx", amount_group=".", amount_decimal=",")
    bring(tmp_path)
    yield tmp_path
    bring(None)


@pytest.mark.usefixtures("with_language")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("growth ≥6%", "‹growth of ‹‹at least› ‹6%›››"),
        ("level 4250.5亿元", "‹‹RMB ‹425,05 billion›››"),
        ("level 2000座", "‹2.000›"),
    ],
)
def test_a_figure_is_said_in_a_further_language(text: str, words: str) -> None:
    assert worded(figure(text), UNITS, LANG) == words


@pytest.mark.usefixtures("with_language")
def test_the_reason_of_a_verdict_is_said_in_a_further_language() -> None:
    how = sentence(
        "derived.growth",
        now=Reported(figure("level 1人")),
        before=Reported(figure("level 1人")),
        growth=Growth(Interval(Fraction(9), Fraction(9))),
    )
    reason = sentence("reason.follows", how=how, open="", promise=Promised(figure("level ≤9%")))
    said = said_in(LANG, reason, Vocabulary({}, UNITS))
    assert re.sub("[‹›]", "", said) == "1 person on 1 person is +9%; at most 9% was promised"
    assert said.count("‹") > 5


@pytest.mark.usefixtures("with_language")
def test_a_text_of_the_data_falls_back_to_english_and_says_so() -> None:
    name = Localized("产值", "Output")
    assert (name[LANG], name.spoken(LANG)) == ("Output", "en")
    assert Localized("产值", "Output", ((LANG, "Wert"),))[LANG] == "Wert"


def test_a_word_that_is_missing_is_named(tmp_path: Path) -> None:
    write_language(tmp_path, without="verdict_code.met")
    with pytest.raises(WordsError, match=r"words of xx: verdict_code\.met is missing"):
        bring(tmp_path)
    bring(None)
    assert languages() == ("zh", "en")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ("bound: {eq: '{amount}'}", r"nothing fills \{amount\} in bound.eq"),
        ("bound: {eq: '{value'}", "a brace itself is written twice"),
        ("bound: {eqq: '{value}'}", r"no word is called bound\.eqq; remove it"),
        ("bound: {eq: 1}", r"bound\.eq is no wording: 1; quote it"),
        ("bound: [", "words.yml"),
        ("- bound", "a table of words is keys"),
    ],
)
def test_a_wrong_word_of_the_site_is_answered(tmp_path: Path, changed: str, message: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "words.yml").write_text(changed, "utf-8")
    with pytest.raises(WordsError, match=message):
        bring(tmp_path)
    bring(None)


def test_a_site_may_say_a_word_in_its_own_way(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "own.yml").write_text('verdict_code: {met: "kept"}\n', "utf-8")
    bring(tmp_path)
    assert say("verdict_code.met", "en") == "kept"
    bring(None)
    assert say("verdict_code.met", "en") == "met"


OUTSIDE = re.compile(r"<(script|style|pre)\b.*?</\1>|<[^>]*>", re.DOTALL)
INNERMOST = re.compile("‹[^‹›]*›")


def left_over(page: Path) -> str:
    """What a page says that is no word of the language: data, and what is not yet in tables."""
    text = OUTSIDE.sub(" ", page.read_text("utf-8").partition("<body")[2])
    while INNERMOST.search(text):
        text = INNERMOST.sub(" ", text)
    return text


@job
def further_site(folder: Path) -> Callable[[], Path]:
    """The small tree's site in a language more."""
    write_language(folder / "words", site_tag="xx")
    write_tree(folder)
    return partial(build_site, link_program(folder), folder / "site")


@pytest.mark.parametrize(
    "page",
    [
        *("", "areas/", "areas/testshire/", "areas/testshire/gdp/", "areas/testshire/targets/"),
        *("indicators/", "indicators/gdp/", "targets/", "explore/", "sources/", "all/"),
    ],
)
def test_pages_are_made_in_a_further_language_from_files_alone(
    further_site: Path, page: str
) -> None:
    made = further_site / LANG / page / "index.html"
    assert '<html lang="xx"' in made.read_text("utf-8")
    sentences = [text for text in table("en").values() if len(text.split()) > 2 and "{" not in text]
    assert [text for text in sentences if text in left_over(made)] == []


def test_a_page_that_is_not_translated_stands_as_it_was_written(further_site: Path) -> None:
    assert '<div lang="en">' in (further_site / LANG / "about" / "index.html").read_text("utf-8")
