"""A drawn chart: its SVG for a page, in both languages, and for a file of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from tally.charts.grammar import FONT_SIZE
from tally.charts.model import Lang, Picture, Sketch, pick
from tally.charts.palette import PALETTE, colour, plain_colours
from tally.charts.placement import wrapped
from tally.charts.svg import INHERITED
from tally.records.model import Localized

_TOKEN = re.compile(r"~(\d+)~")
_SILENT = re.compile("<text[^>]*></text>")  # a line that only the other language has
FONTS = "system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"
_TIP = re.compile(r' data-tip="~(\d+)~"')
_DRAWN = ";".join(f"{name}:{value}" for name, value in INHERITED.items())
_GIVEN = " ".join(f'{name}="{value}"' for name, value in INHERITED.items())
# Texts stand free of the lines below them.
_TEXT = f"paint-order:stroke;stroke:{colour('paper')};stroke-width:3px;stroke-linejoin:round"
# What the charts of a page share: how they are drawn, their texts, a mark that is pointed at.
PAGE_STYLE = f""".chart{{font-size:{FONT_SIZE}px;{_DRAWN}}}
.chart text{{{_TEXT}}}
.chart .at{{stroke:{colour("ink")};stroke-width:3px}}
"""
_PADDING, _TITLE_SIZE, _TITLE_LINE = 20, 17, 25
_ROOM = 0.94  # of the width, for lines of a file: the widest fonts of readers are wider than ours
# Characters that XML 1.0 cannot hold, however they are written.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Chart:
    """A sketch with its drawings, which still hold tokens for the texts.

    In a page: `html(lang, prefix)` gives the wide drawing (`class="chart chart-wide"`) and the
    narrow one (`chart chart-narrow`), of which a stylesheet shows one. Each mark has what it
    stands for in `data-tip`, for a script that shows it when the mark is pointed at (and then
    gives it the class `at`); in the narrow drawing it names the mark of the wide one that says
    the same, by its number, in `data-like`.
    """

    sketch: Sketch
    wide: str
    narrow: str | None

    def html(self, lang: Lang, prefix: str) -> str:
        """Both drawings; ids begin with `prefix`, which must be unique in the page.

        The first holds the words that name both: what is hidden may name what is shown.
        """
        drawings = [self._inline("wide", self.sketch.wide, self.wide, lang, prefix)]
        if self.narrow is not None and self.sketch.narrow is not None:
            told = _referring(self.narrow, self.sketch.narrow, self.wide, self.sketch.wide)
            drawings.append(self._inline("narrow", self.sketch.narrow, told, lang, prefix))
        return "".join(drawings)

    def file(self, lang: Lang, fonts: str = FONTS) -> str:
        """A complete SVG file with title and source line, in the light theme."""
        return plain_colours(self._framed(lang, fonts))

    def _inline(self, name: str, picture: Picture, body: str, lang: Lang, prefix: str) -> str:
        title, words = quoteattr(f"{prefix}-title"), quoteattr(f"{prefix}-desc")
        named = (
            f"<title id={title}>{_in_xml(pick(self.sketch.title, lang))}</title>"
            f"<desc id={words}>{_in_xml(pick(self.sketch.description, lang))}</desc>"
        )
        left, top, *_ = picture.margins
        box = f"{-left} {-top} {picture.width:g} {picture.height:g}"
        return (
            f'<svg class="{_classes(self.sketch, name)}" role="img" viewBox="{box}"'
            f' width="{picture.width:g}" height="{picture.height:g}"'
            f" aria-labelledby={title} aria-describedby={words}>"
            f"{named if name == 'wide' else ''}"
            f"{_filled(body, picture, lang, _in_xml)}</svg>"
        )

    def _framed(self, lang: Lang, fonts: str) -> str:
        sketch, picture = self.sketch, self.sketch.wide
        room = picture.width * _ROOM
        lines = wrapped(pick(sketch.title, lang), room, _TITLE_SIZE / FONT_SIZE)
        notes = wrapped(pick(sketch.source, lang), room)
        top = _PADDING + _TITLE_LINE * len(lines)
        foot = top + picture.height + 24
        width = picture.width + 2 * _PADDING
        height = foot + 18 * len(notes) + 2
        left = _PADDING + picture.margins[0]
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}"'
            f' width="{width:g}" height="{height:g}" font-size="{FONT_SIZE}"'
            f' font-family="{fonts}" {_GIVEN} role="img">'
            f"<title>{_in_xml(pick(sketch.title, lang))}</title>"
            f"<desc>{_in_xml(pick(sketch.description, lang))}</desc>"
            f"<style>text{{{_TEXT}}}</style>"
            f'<rect width="100%" height="100%" fill="{PALETTE["paper"].light}"/>'
            f"{_lines(lines, _PADDING + 6, _TITLE_LINE, _TITLE_SIZE, 'ink')}"
            f'<g transform="translate({left:g} {top + picture.margins[1]:g})">'
            f"{_filled(self.wide, picture, lang, _in_xml)}</g>"
            f"{_lines(notes, foot, 18, FONT_SIZE, 'muted')}</svg>"
        )


def _classes(sketch: Sketch, variant: str) -> str:
    """One of two drawings is told by its width; an only one is always shown."""
    kind = f"chart chart--{sketch.kind}"
    return kind if sketch.narrow is None else f"{kind} chart-{variant}"


def _lines(lines: list[str], top: float, step: float, size: float, tone: str) -> str:
    colour = PALETTE[tone].light
    texts = (
        f'<text x="{_PADDING}" y="{top + step * index:g}">{_in_xml(line)}</text>'
        for index, line in enumerate(lines)
    )
    return f'<g font-size="{size:g}" fill="{colour}">{"".join(texts)}</g>'


def _referring(body: str, picture: Picture, main: str, main_picture: Picture) -> str:
    """A drawing without the words that the main one has for the same marks."""
    marks: dict[Localized, int] = {}
    for mark, token in enumerate(_TIP.findall(main)):
        marks.setdefault(main_picture.texts[int(token)], mark)

    def reference(match: re.Match[str]) -> str:
        mark = marks.get(picture.texts[int(match[1])])
        return match[0] if mark is None else f' data-like="{mark}"'

    return _TIP.sub(reference, body)


def _filled(body: str, picture: Picture, lang: Lang, escaped: Callable[[str], str]) -> str:
    """The drawing with its texts put in place of their tokens, escaped for what it is."""
    texts = [escaped(pick(text, lang)) for text in picture.texts]
    return _SILENT.sub("", _TOKEN.sub(lambda match: texts[int(match[1])], body))


def _in_xml(text: str) -> str:
    """Safe between tags and in a quoted attribute."""
    return escape(_FORBIDDEN.sub("\ufffd", text), {'"': "&quot;", "'": "&#39;"})
