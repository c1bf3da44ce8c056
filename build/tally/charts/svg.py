"""From the drawing engine's SVG to one that can stand in a page: flat, small, without text yet.

What the engine draws is a tree of groups with much that a page does not need. Here it becomes a
list of shapes at their places; only known elements and attributes pass. Shapes of one style are
written together wherever that paints the same picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from tally.charts.outline import Outline, ends, number, outline_of, written

# What a drawing takes for granted: to be written on the element that it is put in.
INHERITED = {"fill": "none", "stroke-width": "1.6"}

_SVG = "{http://www.w3.org/2000/svg}"
_TRANSLATE = re.compile(r"translate\(([^,)]+)(?:,([^)]+))?\)")
_ROTATE = re.compile(r"rotate\(([^)]+)\)")
_LABEL = re.compile(r"(~\d+~)(left|center|right)$")  # a text, and the side it is aligned to
_ANCHOR = {"left": "start", "center": "middle", "right": "end"}
_TO_BASELINE = 4.2  # from the middle line of a text
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?$")
_STYLE = ("fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray")
_USUAL = {**INHERITED, "stroke": "none", "text-anchor": "start"}

Attributes = Mapping[str, str]
Style = tuple[tuple[str, str], ...]
Area = tuple[int, int, int, int]  # left, top, right, bottom, in tenths of a pixel


@dataclass(frozen=True, slots=True)
class _Shape:
    """One shape; a line or an outline that says nothing can be part of a path with others."""

    style: Style
    area: Area
    tag: str
    attributes: Attributes
    outline: Outline | None = None


@dataclass(slots=True)
class _Group:
    """Shapes of one style that are painted one after the other."""

    style: Style
    area: Area
    shapes: list[_Shape] = field(default_factory=list)

    def add(self, shape: _Shape) -> None:
        self.shapes.append(shape)
        left, top, right, bottom = zip(self.area, shape.area, strict=True)
        self.area = (min(left), min(top), max(right), max(bottom))

    def meets(self, area: Area) -> bool:
        return _meet(self.area, area) and any(_meet(shape.area, area) for shape in self.shapes)


@dataclass(frozen=True, slots=True)
class _Text:
    fill: str
    anchor: str
    element: str


def flattened(drawn: str) -> str:
    """The shapes of an engine's SVG in painting order, then its texts."""
    root = ElementTree.fromstring(drawn).find(f"{_SVG}g")
    # The engine moves its outermost group by the room that texts need, which depends on fonts.
    found = [piece for child in root or () for piece in _pieces(child, 0j)]
    groups = _grouped(piece for piece in found if isinstance(piece, _Shape))
    texts = [piece for piece in found if isinstance(piece, _Text)]
    return "".join(map(_written_group, groups)) + _written_texts(texts)


def _grouped(shapes: Iterable[_Shape]) -> list[_Group]:
    """Each shape in a group of its style, earlier than its turn only where it covers nothing
    that it would have covered."""
    groups: list[_Group] = []
    for shape in shapes:
        group = _home(shape, groups)
        if group is None:
            groups.append(group := _Group(shape.style, shape.area))
        group.add(shape)
    return groups


def _home(shape: _Shape, groups: Sequence[_Group]) -> _Group | None:
    for group in reversed(groups):
        if group.style == shape.style:
            return group
        if group.meets(shape.area):
            return None
    return None


def _meet(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _written_group(group: _Group) -> str:
    style, elements = dict(group.style), list(_elements(group))
    if len(elements) == 1:
        tag, attributes = elements[0]
        return _element(tag, {**style, **attributes})
    return _grouped_in(style, (_element(*element) for element in elements))


def _elements(group: _Group) -> Iterator[tuple[str, Attributes]]:
    """The elements of a group; neighbouring outlines are one path."""
    for bare, run in groupby(group.shapes, lambda shape: shape.outline is not None):
        if bare:
            yield "path", {"d": written(shape.outline or () for shape in run)}
        else:
            yield from ((shape.tag, shape.attributes) for shape in run)


def _written_texts(texts: Sequence[_Text]) -> str:
    by_fill: dict[str, dict[str, list[str]]] = {}
    for text in texts:
        by_fill.setdefault(text.fill, {}).setdefault(text.anchor, []).append(text.element)
    return "".join(_toned(fill, runs) for fill, runs in by_fill.items())


def _toned(fill: str, runs: Mapping[str, Sequence[str]]) -> str:
    """The texts of one colour, side by side."""
    if len(runs) == 1:
        ((anchor, texts),) = runs.items()
        return _grouped_in({"fill": fill, **_anchored(anchor)}, texts)
    return _grouped_in(
        {"fill": fill}, (_grouped_in(_anchored(side), texts) for side, texts in runs.items())
    )


def _anchored(anchor: str) -> Attributes:
    return {} if anchor == _USUAL["text-anchor"] else {"text-anchor": anchor}


def _grouped_in(attributes: Attributes, elements: Iterable[str]) -> str:
    inner = "".join(elements)
    return f"<g{_written(attributes)}>{inner}</g>" if attributes else inner


def _pieces(node: ElementTree.Element, place: complex) -> Iterator[_Shape | _Text]:
    place += _moved(node)
    tag = node.tag.removeprefix(_SVG)
    if tag in _READ and node.get("class") not in ("background", "foreground"):
        piece = _READ[tag](node, place)
        if piece:
            yield piece
    for child in node:
        yield from _pieces(child, place)


def _moved(node: ElementTree.Element) -> complex:
    match = _TRANSLATE.search(node.get("transform", ""))
    return complex(float(match[1]), float(match[2] or 0)) if match else 0j


def _line(node: ElementTree.Element, place: complex) -> _Shape:
    path = f"M0,0L{node.get('x2', 0)},{node.get('y2', 0)}"
    return _outlined(node, outline_of(path, place))


def _path(node: ElementTree.Element, place: complex) -> _Shape | _Text | None:
    path, label = node.get("d", ""), _LABEL.match(node.get("aria-label", ""))
    if label:
        return _text(label, node.get("fill", ""), place)
    if circle := _CIRCLE.match(path):
        return _circle(node, place, float(circle[1]))
    rotated = _ROTATE.search(node.get("transform", ""))
    return (
        _outlined(node, outline_of(path, place, float(rotated[1]) if rotated else 0))
        if path
        else None
    )


def _outlined(node: ElementTree.Element, outline: Outline) -> _Shape:
    style, tip = _style(node), _tip(node)
    mergeable = not tip and "fill" not in dict(style)
    return _Shape(
        style,
        _area(node, *map(list, zip(*ends(outline), strict=True))),
        "path",
        {"d": written([outline]), **tip},
        outline if mergeable else None,
    )


def _circle(node: ElementTree.Element, place: complex, radius: float) -> _Shape:
    x, y, r = (round(size * 10) for size in (place.real, place.imag, radius))
    attributes = {"cx": number(x), "cy": number(y), "r": number(r), **_tip(node)}
    return _Shape(_style(node), _area(node, [x - r, x + r], [y - r, y + r]), "circle", attributes)


def _area(node: ElementTree.Element, xs: list[int], ys: list[int]) -> Area:
    """What a shape covers at most: its corners stand out by less than twice its line."""
    reach = round(10 * float(node.get("stroke-width", 0)))
    return min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach


def _text(label: re.Match[str], fill: str, place: complex) -> _Text:
    x, y = round(place.real), round(place.imag + _TO_BASELINE)
    return _Text(fill, _ANCHOR[label[2]], f'<text x="{x}" y="{y}">{label[1]}</text>')


_READ = {"path": _path, "line": _line}


def _style(node: ElementTree.Element) -> Style:
    found = ((name, node.get(name, "")) for name in _STYLE)
    return tuple((name, value) for name, value in found if value not in ("", _USUAL.get(name)))


def _tip(node: ElementTree.Element) -> Attributes:
    label = node.get("aria-label")
    return {"data-tip": label} if label else {}


def _element(tag: str, attributes: Attributes) -> str:
    return f"<{tag}{_written(attributes)}/>"


def _written(attributes: Attributes) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items() if value)
