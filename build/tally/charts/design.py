"""Charts of one kind: built and compiled once, then filled with parameters and data.

To build a chart with Altair and compile it takes longer than to draw it; charts of a kind differ
only in the values of their parameters and in the rows of their named data sets.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tally.charts.cache import Cache, key_of
from tally.charts.titled import printable

if TYPE_CHECKING:
    import altair as alt

Row = Mapping[str, Any]
Spec = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Design:
    """A kind of chart, a module of `tally.charts.kinds`, and the options its function takes."""

    kind: str
    options: tuple[tuple[str, Hashable], ...] = ()

    def chart(self) -> alt.TopLevelMixin:
        """The Altair chart, whose parameters and named data are empty."""
        # Altair is slow to import, and most builds have no use for it.
        import_module("tally.charts.kinds.theme")
        made: alt.TopLevelMixin = import_module(f"tally.charts.kinds.{self.kind}").chart(
            **dict(self.options)
        )
        return made


@dataclass(frozen=True, slots=True)
class Picture:
    """A design with what fills it: values of its parameters, rows of its data, both by name.

    `answering` is the design that it is filled into where a reader asks for a chart that answers.
    """

    design: Design
    params: Mapping[str, Any]
    data: Mapping[str, Sequence[Row]]
    answers: Design | None = None

    @property
    def answering(self) -> Design:
        return self.answers or self.design

    def vega_lite(self, kept: Cache | None = None) -> Spec:
        """The whole specification, as any Vega tool opens it."""
        empty = json.loads(_compiled(self.design, kept)[0])
        params = [_given(one, "value", self.params) for one in empty.pop("params", [])]
        return {**empty, "params": params, "datasets": _in_xml(self.data)}

    def vega(self, kept: Cache | None = None) -> Spec:
        """The same compiled to Vega."""
        empty = json.loads(_compiled(self.design, kept)[1])
        signals = [_given(one, "value", self.params) for one in empty.get("signals", [])]
        return {
            **empty,
            "signals": signals,
            "data": [_given(one, "values", _in_xml(self.data)) for one in empty["data"]],
        }


def empty_vega(design: Design, kept: Cache | None = None) -> str:
    """The Vega specification of a design as JSON, to be filled by name."""
    return _compiled(design, kept)[1]


@lru_cache(maxsize=512)
def _compiled(design: Design, kept: Cache | None) -> tuple[str, str]:
    """A design as Vega-Lite and as Vega, as JSON."""
    key = key_of("design", repr(design))
    known = kept.get(key) if kept else None
    if known is None:
        import vl_convert

        vega_lite: Spec = design.chart().to_dict()
        vega = vl_convert.vegalite_to_vega(vega_lite)
        known = json.dumps([json.dumps(vega_lite), json.dumps(vega)])
        if kept:
            kept.put(key, known)
    first, second = json.loads(known)
    return first, second


def _given(named: Spec, key: str, values: Mapping[str, Any]) -> Spec:
    name = named["name"]
    return {**named, key: _in_xml(values[name])} if name in values else named


def _in_xml(value: Any) -> Any:
    """The same without characters that a drawing cannot hold."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {name: _in_xml(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_in_xml(one) for one in value]
    return value
