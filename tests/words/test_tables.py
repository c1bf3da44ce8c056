"""The tables of words, and the templates and code that use them."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import tally.terms
from tally.check.codes import explained
from tally.terms import Term
from tally.words import languages, say, table
from tally.words.tables import group_of

DATASETS = Path(__file__).parents[2] / "datasets"
SITE = Path(str(files("tally.site")))
TEMPLATES = sorted((*(SITE / "templates").rglob("*.html"), *(SITE / "theme").rglob("*.html")))
LITERAL = re.compile(r"say\('([\w.-]+)'")
CODE = sorted(Path(str(files("tally"))).rglob("*.py"))
USES = "\n".join(path.read_text("utf-8") for path in (*TEMPLATES, *CODE))
LITERAL_IN_CODE = re.compile(r'say\("([\w.-]+)"')
KEYS = table("zh").keys() | table("en").keys()
TERMS = {
    group_of(terms): terms
    for terms in vars(tally.terms).values()
    if isinstance(terms, type) and issubclass(terms, Term) and terms is not Term
}
# The words of what `tally.derive.sentence` says, which the program names by part.
SENTENCES = ("list", "reason", "relation", "derived", "finding")
BY_THEMSELVES = {key for key in KEYS if key.split(".")[0] in (*TERMS, *SENTENCES)}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_use_words_that_exist(template: Path) -> None:
    assert not [key for key in LITERAL.findall(template.read_text("utf-8")) if not known(key)]


def known(key: str) -> bool:
    """Whether there is such a word; a key that is completed as it is used begins one at least."""
    return key in KEYS or (key.endswith(".") and any(k.startswith(key) for k in KEYS))


@pytest.mark.parametrize("module", CODE, ids=lambda path: path.name)
def test_code_uses_words_that_exist(module: Path) -> None:
    used = set(LITERAL_IN_CODE.findall(module.read_text("utf-8")))
    assert used <= KEYS


@pytest.mark.parametrize("key", sorted(KEYS - BY_THEMSELVES))
def test_each_word_is_used(key: str) -> None:
    """By its key, or with others of its group by a key that is completed as it is used."""
    parts = key.split(".")
    groups = [re.escape(".".join(parts[:n])) for n in range(1, len(parts))]
    completed = "|".join(rf"{group}\.[{{'\"]|\"{group}\"" for group in groups)
    assert re.search(rf"\b{re.escape(key)}\b|{completed}", USES)


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("group", sorted(TERMS))
def test_each_member_of_a_closed_list_has_a_word_and_nothing_else_has(
    group: str, lang: str
) -> None:
    given = {key for key in table(lang) if key.split(".")[0] == group}
    assert given == {f"{group}.{term}" for term in TERMS[group]}


@pytest.mark.parametrize("lang", languages())
def test_a_language_has_every_word(lang: str) -> None:
    assert table(lang).keys() == KEYS


# What a language may leave out, by key: a unit that it has no word for, a part that its own way
# of citing has not.
OPTIONAL = {
    "amount.myriad": {"number"},
    "amount.place": {"unit"},
    "chart.ratio": {"name"},
    "citation.text": {"year", "updated"},
    "period.first_quarters": {"quarter"},
}


def places(key: str, lang: str) -> set[str]:
    found = set(re.findall(r"\{(\w+)\}", table(lang)[key])) - {"s"}
    return found - OPTIONAL.get(key, set())


@pytest.mark.parametrize("lang", languages())
def test_a_wording_has_the_same_places_to_fill_in_every_language(lang: str) -> None:
    assert [key for key in KEYS if places(key, lang) != places(key, "zh")] == []


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 milestones"), (1, "1 milestone"), (2, "2 milestones")]
)
def test_english_tells_one_from_many(n: int, words: str) -> None:
    assert say("home.milestones", "en", n=n) == words


def test_places_are_filled() -> None:
    assert say("indicator.promise", "zh", due="2021年") == "2021年承诺"


def test_unknown_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("no.such.word", "en")


TYPEWRITTEN = re.compile(r"[A-Za-z]'[a-z ]")


def test_the_words_of_the_site_have_apostrophes_as_printed() -> None:
    said = list(table("en").values())
    said += [one.en for code in explained().values() for one in (code.meaning, code.remedy)]
    assert not [text for text in said if TYPEWRITTEN.search(text)]


@pytest.mark.parametrize("path", sorted(DATASETS.rglob("*.yml")), ids=lambda p: p.stem)
def test_english_in_datasets_has_apostrophes_as_printed(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert not [line for line in lines if TYPEWRITTEN.search(line.partition("#")[0])]
