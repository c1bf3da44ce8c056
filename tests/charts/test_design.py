"""Specifications: what Altair makes, filled, is Vega-Lite that stands for itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any
from urllib.parse import quote

import pytest
import vl_convert
from altair.vegalite.v6.schema.core import load_schema
from jsonschema_rs import validator_for

from tally.charts import kinds
from tally.charts.comparison import comparison_sketch
from tally.charts.drawing import draw
from tally.charts.glance import glance_sketch
from tally.charts.growth import growth_sketch
from tally.charts.histories import histories_sketch
from tally.charts.legend import legend_sketch
from tally.charts.model import Sketch
from tally.charts.spark import spark_sketches
from tally.terms import Period
from tests.charts.made import SITE, example, growth, history, setting
from tests.support.areas import told_in
from tests.support.records import indicator, observation, relation, target


def as_uris(schema: Any) -> Any:
    """A schema whose references are written as URIs, which those that Altair ships are not yet."""
    if isinstance(schema, list):
        return [as_uris(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {k: quote(v, safe="#/") if k == "$ref" else as_uris(v) for k, v in schema.items()}


VEGA_LITE = validator_for(as_uris(load_schema()))


def overview() -> tuple[Sketch, Sketch, Sketch]:
    told = [*growth("7", "6", "5", "4"), *history()]
    told += [observation(name, "2020", "growth 5%") for name in "ab"]
    promises = [target("a", "growth ≥6%"), target("b", "growth 4~5%"), relation("x", "a")]
    ledger, outlooks = setting(told, promises, *map(indicator, "xab"))
    x = next(iter(ledger.vocabulary.indicators.values()))
    one, other = (
        growth_sketch(ledger, outlooks, Period("2021"), SITE),
        glance_sketch(ledger, outlooks, SITE),
    )
    assert one is not None
    assert other is not None
    return one, other, spark_sketches([(x, [])], ledger)["x"]


def side_by_side() -> Sketch:
    words = {"kunshan": "growth ≥5%", "taicang": "growth ≈6%", "qidong": "growth 4~5%"}
    (told,) = told_in(
        indicator("x"), {area: [target("x", one)] for area, one in words.items()}
    ).across(indicator("x"))
    found = comparison_sketch(told, Period("2021"), SITE)
    assert found is not None
    return found


def over_years() -> Sketch:
    x = indicator("x")
    told = {
        area: [observation("x", str(year), f"growth {year - 2010}%") for year in range(2013, 2020)]
        for area in ("kunshan", "taicang", "qidong")
    }
    (face,) = told_in(x, told).across(x)
    found = histories_sketch(face, SITE)
    assert found is not None
    return found


KINDS: dict[str, Callable[[], Sketch]] = {
    "indicator": example,
    "growth": lambda: overview()[0],
    "glance": lambda: overview()[1],
    "spark": lambda: overview()[2],
    "legend": legend_sketch,
    "comparison": side_by_side,
    "histories": over_years,
}


@pytest.fixture(params=KINDS, scope="module")
def sketch(request: pytest.FixtureRequest) -> Sketch:
    return KINDS[request.param]()


def test_every_kind_of_chart_has_an_example_here() -> None:
    names = (one.name for one in iter_modules(kinds.__path__))
    drawn = {name for name in names if hasattr(import_module(f"{kinds.__name__}.{name}"), "chart")}
    assert drawn == {make().picture("zh").design.kind for make in KINDS.values()}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_specification_is_valid_vega_lite(sketch: Sketch, lang: str) -> None:
    VEGA_LITE.validate(sketch.picture(lang).vega_lite())


def test_a_specification_is_the_altair_chart_with_its_data(sketch: Sketch) -> None:
    picture = sketch.picture("zh")
    whole = picture.vega_lite()
    empty = picture.design.chart().to_dict()
    assert {k: v for k, v in whole.items() if k not in ("datasets", "params")} == {
        k: v for k, v in empty.items() if k != "params"
    }
    assert {one["name"] for one in whole["params"]} == {one["name"] for one in empty["params"]}


def test_vl_convert_alone_draws_the_same_from_the_published_specification(sketch: Sketch) -> None:
    drawn = draw([sketch])[0].drawn["zh"]
    alone = vl_convert.vegalite_to_svg(drawn.spec, allowed_base_urls=[])
    shapes = [svg[svg.index("<rect") :] for svg in (alone, drawn.svg)]
    assert shapes[0] == shapes[1]


def test_a_specification_loads_nothing_from_anywhere(sketch: Sketch) -> None:
    spec = draw([sketch])[0].drawn["zh"].spec
    assert "url" not in json.loads(spec)
    assert spec.count("http") == 1  # of its schema


def test_every_row_and_every_parameter_is_one_that_the_chart_has_a_place_for(
    sketch: Sketch,
) -> None:
    picture = sketch.picture("zh")
    vega = json.loads(json.dumps(picture.vega()))
    named = {one["name"] for one in vega["data"]}
    assert {name for name, rows in picture.data.items() if rows} <= named
    assert set(picture.params) <= {one["name"] for one in vega["signals"]}
