"""schema.org and DCAT."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

import pytest
from pyshacl import validate
from rdflib import Graph, URIRef

from tally.package.edition import Edition
from tally.package.files import package_files
from tally.package.licences import licences_of
from tally.package.metadata import SizeType, dcat, embeddable, schema_org
from tests.package.samples import HOSTILE, sample_edition
from tests.support import records as made

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
URL = "https://example.org/tally/"
FILES = package_files(sample_edition())
SHAPES = Path(__file__).parent / "shapes" / "dcat-ap.ttl"


class Tags(HTMLParser):
    """Counts the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.seen.append(tag)


def described(site_url: str | None = URL) -> dict[str, Any]:
    return dict(json.loads(schema_org(sample_edition(), list(FILES), site_url)))


def catalogue(size: SizeType = "xsd:decimal", edition: Edition | None = None) -> bytes:
    return dcat([(edition or sample_edition(), FILES)], URL, size)


def listed() -> dict[str, Any]:
    """The one dataset of the catalogue."""
    (dataset,) = json.loads(catalogue())["dcat:dataset"]
    return dict(dataset)


def graph(data: bytes) -> Graph:
    return Graph().parse(data=data, format="json-ld")


def shapes(size: SizeType) -> Graph:
    return Graph().parse(data=SHAPES.read_text("utf-8").replace("SIZE", size), format="turtle")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("@type", "Dataset"),
        ("name", "昆山"),
        ("alternateName", "Kunshan"),
        ("url", f"{URL}data/"),
        ("license", ["https://creativecommons.org/licenses/by/4.0/"]),
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


def test_without_a_site_address_nothing_is_said_of_addresses() -> None:
    assert set(described()) - set(described(site_url=None)) == {"url", "distribution"}


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


@pytest.mark.parametrize("size", get_args(SizeType))
@pytest.mark.parametrize("licence", ["CC-BY-4.0", "CC-BY-4.0, CC0-1.0"])
def test_the_catalogue_is_as_dcat_ap_asks(size: SizeType, licence: str) -> None:
    edition = replace(sample_edition(), licence=licence)
    valid, _, said = validate(graph(catalogue(size, edition)), shacl_graph=shapes(size))
    assert valid, said


def test_the_shapes_find_what_is_missing() -> None:
    incomplete = catalogue().replace(b'"dct:publisher"', b'"dct:creator"', 1)
    assert not validate(graph(incomplete), shacl_graph=shapes("xsd:decimal"))[0]


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 100])
def test_every_name_in_the_catalogue_is_an_absolute_address(text: str) -> None:
    named = graph(catalogue(edition=sample_edition(text))).all_nodes()
    assert all(urlsplit(node).scheme for node in named if isinstance(node, URIRef))


def test_the_catalogue_lists_each_dataset_with_its_files() -> None:
    dataset = listed()
    assert dataset["dct:title"][1] == {"@language": "en", "@value": "Kunshan"}
    assert dataset["dct:temporal"][0]["dcat:startDate"]["@value"] == "2016-01-01"
    assert len(dataset["dcat:distribution"]) == len(FILES) - 2


def test_a_distribution_tells_address_type_size_and_licence() -> None:
    address = f"{URL}data/kunshan/targets.csv"
    (csv,) = (d for d in listed()["dcat:distribution"] if d["dcat:downloadURL"]["@id"] == address)
    assert csv["dct:title"][1]["@value"] == "Targets (CSV)"
    assert csv["dcat:accessURL"]["@id"] == f"{URL}data/"
    assert csv["dct:format"]["@id"].endswith("/authority/file-type/CSV")
    assert csv["dcat:mediaType"]["@id"].endswith("/text/csv")
    assert csv["dcat:byteSize"]["@value"] == str(len(FILES["targets.csv"]))
    assert csv["dct:license"]["@id"].startswith("https://creativecommons.org/")


def test_a_licence_without_an_address_of_its_own_is_named_by_its_page_at_spdx() -> None:
    (licence,) = licences_of("ODbL-1.0")
    assert licence.path == "https://spdx.org/licenses/ODbL-1.0.html"
