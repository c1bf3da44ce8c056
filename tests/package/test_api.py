"""api/v1/: complete, described by its schema, and linked."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tally.package.api import api_files
from tally.package.edition import Edition
from tally.package.tables import tables_of
from tests.package.samples import GDP, HOSTILE, hostile_edition, sample_edition


def files_of(edition: Edition) -> Mapping[str, bytes]:
    return api_files(edition, tables_of(edition))


FILES = files_of(sample_edition())


def content(path: str, files: Mapping[str, bytes] = FILES) -> dict[str, Any]:
    return dict(json.loads(files[f"api/v1/{path}"]))


def validator() -> Draft202012Validator:
    schema = content("schema.json")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def test_there_is_an_index_a_schema_and_a_file_for_each_indicator_and_former_id() -> None:
    names = {"gdp", "gross-product", "income", "trade", "jobless"}
    indicators = {f"api/v1/indicators/{name}.json" for name in names}
    assert (
        set(FILES)
        == {f"api/v1/{name}.json" for name in ("index", "schema", "milestones")} | indicators
    )


@pytest.mark.parametrize(
    "edition", [sample_edition(), hostile_edition(), sample_edition(HOSTILE[0])]
)
def test_every_file_meets_the_published_schema(edition: Any) -> None:
    files = files_of(edition)
    check = validator()
    documents = [json.loads(data) for path, data in files.items() if "schema" not in path]
    assert [error.message for d in documents for error in check.iter_errors(d)] == []


@pytest.mark.parametrize(
    ("path", "spoil"),
    [
        ("index.json", lambda d: d.pop("indicators")),
        ("index.json", lambda d: d["indicators"][0].update(observations="4")),
        ("index.json", lambda d: d.update(extra=1)),
        ("milestones.json", lambda d: d["milestones"][0].update(type="hope")),
        ("indicators/gdp.json", lambda d: d["observations"][0].update(comparator="about")),
        ("indicators/gdp.json", lambda d: d["observations"][0].update(value="4250")),
        ("indicators/gdp.json", lambda d: d["targets"][0].pop("verdict")),
        ("indicators/gdp.json", lambda d: d["observations"][0].update(period="last year")),
    ],
)
def test_the_schema_refuses_what_is_not_so(path: str, spoil: Any) -> None:
    document = content(path)
    spoil(document)
    assert not validator().is_valid(document)


def test_the_index_counts_and_addresses_every_indicator() -> None:
    index = content("index.json")
    counts = {i["id"]: (i["observations"], i["targets"]) for i in index["indicators"]}
    assert counts == {"gdp": (4, 1), "income": (0, 1), "trade": (1, 1), "jobless": (1, 1)}
    assert all(f"api/v1/{i['address']}" in FILES for i in index["indicators"])


def test_promises_without_a_number_have_a_file_that_the_index_names() -> None:
    document = content(content("index.json")["milestones"])
    assert [m["id"] for m in document["milestones"]] == [
        f"kunshan/milestone/{name}/2021/target" for name in ("stadium", "library")
    ]
    assert [source["id"] for source in document["sources"]] == ["gwr-2021", "gwr-2022"]
    assert document["links"]["page_en"] == "../../en/targets/"


def test_a_file_holds_all_of_its_indicator_and_the_rows_these_name() -> None:
    gdp = content("indicators/gdp.json")
    assert gdp["indicator"]["aliases"] == "GDP|经济增长"
    assert len(gdp["observations"]) == 4
    assert [target["verdict"] for target in gdp["targets"]] == ["met"]
    assert {source["id"] for source in gdp["sources"]} == {"gwr-2021", "gwr-2022"}
    assert {unit["id"] for unit in gdp["units"]} == {"亿元", "元", "%"}


def test_a_former_id_answers_with_the_indicator_as_it_is_now() -> None:
    assert FILES["api/v1/indicators/gross-product.json"] == FILES["api/v1/indicators/gdp.json"]


def test_an_indicator_without_figures_has_no_file() -> None:
    edition = sample_edition()
    relation_only = replace(
        edition.datasets[0], observations=(), targets=edition.datasets[0].targets[2:3]
    )
    files = files_of(sample_edition(dataset=relation_only))
    assert "api/v1/indicators/income.json" in files
    assert f"api/v1/indicators/{GDP.id}.json" not in files


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("index", "api/v1/index.json"),
        ("page_zh", "indicators/gdp/"),
        ("page_en", "en/indicators/gdp/"),
    ],
)
def test_links_lead_there_from_any_address(link: str, target: str) -> None:
    here = "api/v1/indicators/"
    path = content("indicators/gdp.json")["links"][link]
    assert posixpath.normpath(here + path) == target.rstrip("/")


def test_the_index_leads_to_what_describes_the_package_of_each_area() -> None:
    [area] = content("index.json")["areas"]
    assert posixpath.normpath(f"api/v1/{area['package']}") == "data/kunshan/datapackage.json"


def test_files_name_the_schema_beside_them() -> None:
    assert content("index.json")["$schema"] == "schema.json"
    assert content("indicators/gdp.json")["$schema"] == "../schema.json"


def test_numbers_keep_their_digits() -> None:
    assert b'"value": 5.10,' in FILES["api/v1/indicators/gdp.json"]
