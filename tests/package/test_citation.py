"""Citations: plain text, BibTeX, CITATION.cff."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest
import yaml
from jsonschema import Draft7Validator

from tally.package.addresses import Lang
from tally.package.citation import citation_cff, cite_edition, cite_figure, cite_indicator
from tests.package.samples import GDP, HOSTILE, sample_edition

URL = "https://example.org/tally"
EDITION = sample_edition()
(DATASET,) = EDITION.datasets
CFF_SCHEMA = "builtin_schemas/vendor/citation-file-format.json"


def cff_validator() -> Draft7Validator:
    text = files("check_jsonschema").joinpath(CFF_SCHEMA).read_text("utf-8")
    return Draft7Validator(json.loads(text))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "Tally. 昆山[DS]. 1.0.0版. 2026-11-22. CC-BY-4.0. https://example.org/tally/data/"),
        (
            "en",
            "Tally (2026). Kunshan (version 1.0.0) [Data set]. CC-BY-4.0. "
            "https://example.org/tally/en/data/",
        ),
    ],
)
def test_a_dataset_is_cited_in_either_language(lang: Lang, text: str) -> None:
    assert cite_edition(EDITION, lang, URL).text == text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_site_address_a_citation_ends_at_the_licence(lang: Lang) -> None:
    citation = cite_indicator(GDP, EDITION, lang)
    assert citation.text.endswith(" CC-BY-4.0.")
    assert citation.address is None
    assert "url" not in citation.bibtex


def test_an_indicator_is_cited_with_its_page() -> None:
    text = cite_indicator(GDP, EDITION, "zh", URL).text
    assert "地区生产总值（昆山）" in text
    assert text.endswith("https://example.org/tally/indicators/gdp/")


@pytest.mark.parametrize(
    ("number", "lang", "said"),
    [
        (0, "zh", "昆山2020年地区生产总值（据government《title of gwr-2021》）"),
        (0, "en", "Gross domestic product, Kunshan, 2020 (stated in: government, title of"),
        (2, "en", "Gross domestic product, Kunshan, 2016–2020"),
    ],
)
def test_a_figure_is_cited_with_the_document_that_states_it(
    number: int, lang: Lang, said: str
) -> None:
    record = DATASET.observations[number]
    assert said in cite_figure(record, DATASET, EDITION.vocabulary, lang).text


@pytest.mark.parametrize(("lang", "prefix"), [("zh", ""), ("en", "en/")])
def test_a_figure_is_cited_with_its_own_address(lang: Lang, prefix: str) -> None:
    record = DATASET.observations[0]
    text = cite_figure(record, DATASET, EDITION.vocabulary, lang, URL).text
    assert text.endswith(f"{URL}/{prefix}areas/kunshan/gdp/#kunshan/gdp/2020/level")


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "地区生产总值目标"), (4, "目标：milestone/stadium/2021")],
)
def test_a_target_is_cited_as_one(number: int, expected: str) -> None:
    target = DATASET.targets[number]
    assert expected in cite_figure(target, DATASET, EDITION.vocabulary, "zh").text


def test_a_milestone_stands_among_the_promises_of_its_area() -> None:
    text = cite_figure(DATASET.targets[4], DATASET, EDITION.vocabulary, "en", URL).text
    assert "/en/areas/kunshan/targets/#kunshan/milestone/stadium/2021/target" in text


def test_bibtex_has_a_key_and_the_address() -> None:
    lines = cite_edition(EDITION, "en", URL).bibtex.splitlines()
    assert lines[0] == "@misc{tally-kunshan,"
    assert "  url = {https://example.org/tally/en/data/}," in lines
    assert "  title = {{Kunshan}}," in lines


@pytest.mark.parametrize("text", [*HOSTILE, "}} @evil{x, \\input{/etc/passwd} 5% & #1 _^~$"])
def test_no_text_can_close_a_bibtex_field(text: str) -> None:
    bibtex = cite_edition(sample_edition(text), "en").bibtex
    unescaped = re.sub(r"\\[{}]", "", bibtex)
    assert unescaped.count("{") == unescaped.count("}")
    assert len(bibtex.splitlines()) == 7
    assert "\\input{" not in bibtex


@pytest.mark.parametrize("site_url", [None, URL])
@pytest.mark.parametrize("text", [None, *HOSTILE])
def test_citation_cff_meets_its_schema(text: str | None, site_url: str | None) -> None:
    citation = yaml.safe_load(citation_cff(sample_edition(text), site_url))
    assert [error.message for error in cff_validator().iter_errors(citation)] == []


def test_citation_cff_names_version_and_licence() -> None:
    citation = yaml.safe_load(citation_cff(EDITION, URL))
    assert (citation["version"], citation["license"]) == ("1.0.0", "CC-BY-4.0")
    assert citation["url"] == "https://example.org/tally/data/"
