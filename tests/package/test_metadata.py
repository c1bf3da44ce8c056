"""schema.org and DCAT."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest

from tally.package.files import package_files
from tally.package.metadata import dcat, embeddable, schema_org
from tests.package.samples import HOSTILE, sample_edition
from tests.support import records as made

URL = "https://example.org/tally/"
FILES = package_files(sample_edition())


class Tags(HTMLParser):
    """Counts the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.seen.append(tag)


def described(root: str = URL) -> dict[str, Any]:
    return dict(json.loads(schema_org(sample_edition(), list(FILES), root)))


def catalogue(root: str = URL) -> dict[str, Any]:
    return dict(json.loads(dcat([(sample_edition(), FILES)], root)))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("@type", "Dataset"),
        ("name", "昆山"),
        ("alternateName", "Kunshan"),
        ("url", f"{URL}data/"),
        ("license", "https://creativecommons.org/licenses/by/4.0/"),
        ("temporalCoverage", ["2016-01-01/2021-12-31"]),
        ("spatialCoverage", [{"@type": "Place", "name": "昆山 / Kunshan"}]),
        ("variableMeasured", ["经济 / Economy", "民生 / People"]),
        ("dateModified", "2026-11-22"),
    ],
)
def test_search_engines_are_told(key: str, value: object) -> None:
    assert described()[key] == value


def test_every_file_of_data_can_be_downloaded_and_no_other_is_offered() -> None:
    offered = {
        d["contentUrl"].removeprefix(f"{URL}data/kunshan/") for d in described()["distribution"]
    }
    assert offered == set(FILES) - {"CITATION.cff", "SHA256SUMS"}


def test_without_a_site_address_links_are_relative() -> None:
    first = described(root="../")["distribution"][0]
    assert first["contentUrl"] == "../data/kunshan/indicators.csv"


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_put_in_a_script_element_cannot_leave_it(text: str) -> None:
    content = schema_org(sample_edition(text), list(FILES), URL)
    parser = Tags()
    parser.feed(f'<script type="application/ld+json">{content}</script>')
    assert parser.seen == ["script"]
    assert json.loads(content)["name"] == text


@pytest.mark.parametrize("character", "<>&\u2028\u2029")
def test_characters_that_html_or_scripts_could_mistake_are_escaped(character: str) -> None:
    assert character not in embeddable({"text": character})
    assert json.loads(embeddable({"text": character})) == {"text": character}


def test_a_dataset_without_figures_covers_no_time() -> None:
    bare = sample_edition(dataset=made.dataset())
    assert "temporalCoverage" not in json.loads(schema_org(bare, [], URL))


def test_the_catalogue_lists_each_dataset_with_its_files() -> None:
    (dataset,) = catalogue()["dcat:dataset"]
    assert dataset["dct:title"][1] == {"@language": "en", "@value": "Kunshan"}
    assert dataset["dct:temporal"][0]["dcat:startDate"]["@value"] == "2016-01-01"
    assert len(dataset["dcat:distribution"]) == len(FILES) - 2


def test_a_distribution_tells_address_type_size_and_licence() -> None:
    (dataset,) = catalogue()["dcat:dataset"]
    (csv,) = [d for d in dataset["dcat:distribution"] if d["dct:title"] == "targets.csv"]
    assert csv["dcat:accessURL"] == {"@id": f"{URL}data/"}
    assert csv["dct:format"]["@id"].endswith("/authority/file-type/CSV")
    assert csv["dcat:downloadURL"] == {"@id": f"{URL}data/kunshan/targets.csv"}
    assert csv["dcat:mediaType"]["@id"].endswith("/text/csv")
    assert csv["dcat:byteSize"] == len(FILES["targets.csv"])
    assert csv["dct:license"]["@id"].startswith("https://creativecommons.org/")


def test_every_prefix_of_the_catalogue_is_declared() -> None:
    document = catalogue()
    used = {key.split(":")[0] for key in _keys(document) if ":" in key}
    assert used <= set(document["@context"])


def _keys(node: object) -> list[str]:
    if isinstance(node, dict):
        return [*node, *(key for value in node.values() for key in _keys(value))]
    return [key for item in node for key in _keys(item)] if isinstance(node, list) else []
