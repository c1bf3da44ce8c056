"""From the drawing engine's SVG to one that can stand in a page: flat, small, without text yet.

What the engine draws is a tree of groups with much that a page does not need. Here it becomes a
list of shapes at their places; only known elements and attributes pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

_SVG = "{http://www.w3.org/2000/svg}"
_TRANSLATE = re.compile(r"translate\(([^,)]+)(?:,([^)]+))?\)")
_ROTATE = re.compile(r"rotate\(([^)]+)\)")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_LABEL = re.compile(r"(~\d+~)(left|center|right)$")  # a text, and the side it is aligned to
_ANCHOR = {"left": "start", "center": "middle", "right": "end"}
_TO_BASELINE = 4.2  # from the middle line of a text
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?$")
_STYLE = ("fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray")
_USUAL = {"stroke": "none", "stroke-dasharray": "1,0", "text-anchor": "start"}

Attributes = Mapping[str, str]
Style = tuple[tuple[str, str], ...]


def flattened(drawn: str) -> str:
    """The shapes of an engine's SVG in painting order; those of one style share a group."""
    root = ElementTree.fromstring(drawn).find(f"{_SVG}g")
    # The engine moves its outermost group by the room that texts need, which depends on fonts.
    shapes = [shape for child in root or () for shape in _shapes(child, 0.0, 0.0)]
    runs = ((dict(style), [text for _, text in run]) for style, run in groupby(shapes, _style_of))
    return "".join(_run(style, elements) for style, elements in runs)


def _style_of(shape: tuple[Style, str]) -> Style:
    return shape[0]


def _run(style: Attributes, elements: list[str]) -> str:
    """Shapes of one style; lines become one path."""
    if elements[0].startswith("<"):
        return f"<g{_written(style)}>{''.join(elements)}</g>"
    return _element("path", {**style, "d": "".join(elements)})


def _shapes(node: ElementTree.Element, left: float, top: float) -> Iterator[tuple[Style, str]]:
    x, y = _moved(node, left, top)
    tag = node.tag.removeprefix(_SVG)
    if tag in _ELEMENTS and node.get("class") not in ("background", "foreground"):
        element = _ELEMENTS[tag](node, x, y)
        if element:
            yield _style(node, tag), element
    for child in node:
        yield from _shapes(child, x, y)


def _moved(node: ElementTree.Element, left: float, top: float) -> tuple[float, float]:
    match = _TRANSLATE.search(node.get("transform", ""))
    if match is None:
        return left, top
    return left + float(match[1]), top + float(match[2] or 0)


def _style(node: ElementTree.Element, tag: str) -> Style:
    if label := _LABEL.match(node.get("aria-label", "")):
        style = {"fill": node.get("fill", ""), "text-anchor": _ANCHOR[label[2]]}
    else:
        style = {} if tag == "line" else {"fill": "none"}
        style |= {name: node.attrib[name] for name in _STYLE if name in node.attrib}
    return tuple((name, value) for name, value in style.items() if _matters(name, value))


def _matters(name: str, value: str) -> bool:
    """Whether an attribute says more than a page assumes without it."""
    return name == "fill" or value != _USUAL.get(name)


def _path(node: ElementTree.Element, x: float, y: float) -> str:
    outline = node.get("d", "")
    if not outline:
        return ""
    tip = _tip(node)
    label = _LABEL.match(node.get("aria-label", ""))
    if label:
        return _text(label[1], x, y)
    circle = _CIRCLE.match(outline)
    if circle:
        return _element("circle", {"cx": _short(x), "cy": _short(y), "r": circle[1], **tip})
    rotated = _ROTATE.search(node.get("transform", ""))
    move = f"translate({_short(x)} {_short(y)})" if x or y else ""
    turn = f"rotate({_short(float(rotated[1]))})" if rotated else ""
    return _element("path", {"d": _rounded(outline), "transform": move + turn, **tip})


def _line(node: ElementTree.Element, x: float, y: float) -> str:
    x2, y2 = x + float(node.get("x2", 0)), y + float(node.get("y2", 0))
    return f"M{_short(x)} {_short(y)}L{_short(x2)} {_short(y2)}"


def _text(token: str, x: float, y: float) -> str:
    return f'<text x="{_short(x)}" y="{_short(y + _TO_BASELINE)}">{token}</text>'


_ELEMENTS = {"path": _path, "line": _line}


def _tip(node: ElementTree.Element) -> dict[str, str]:
    label = node.get("aria-label")
    return {"data-tip": label} if label else {}


def _element(tag: str, attributes: Attributes) -> str:
    return f"<{tag}{_written(attributes)}/>"


def _written(attributes: Attributes) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items() if value)


def _rounded(outline: str) -> str:
    return _NUMBER.sub(lambda match: _short(float(match[0])), outline)


def _short(number: float) -> str:
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
