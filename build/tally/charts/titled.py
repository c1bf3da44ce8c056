"""A drawing with its title and description, which the engine does not write."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_OPENING = re.compile(r"<svg [^>]*>")
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def titled(svg: str, title: str, description: str) -> str:
    """An SVG file that says what it is, in texts that are `printable`: its first two elements are
    its title and description."""
    said = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    named = f'role="img" aria-label={quoteattr(title)}>'
    return _OPENING.sub(lambda tag: f"{tag[0][:-1]} {named}{said}", svg, count=1)


def printable(text: str) -> str:
    """Without characters that XML 1.0 cannot hold, however they are written."""
    return _FORBIDDEN.sub("\ufffd", text)
