"""Chinese words on pages in English are marked, so that they are spoken and drawn as Chinese."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from tally.site.routes import Lang

_HAN = "[\u3400-\u9fff\uf900-\ufaff]"
# From the first character to the last before a space, a Latin letter or what HTML is written with.
_RUN = re.compile(rf"{_HAN}(?:[^\sA-Za-z<>&]*{_HAN})?")
_TAG = re.compile(r"(<[^>]*>)")


def marked(text: str, lang: Lang) -> Markup:
    """Plain text, escaped, with its Chinese words marked where the page is not in Chinese."""
    return Markup(_marked(str(escape(text)), lang))


def marked_page(html: str, lang: Lang) -> str:
    """The same for HTML: only what stands between its tags is marked."""
    return "".join(
        part if part.startswith("<") else _marked(part, lang) for part in _TAG.split(html)
    )


def _marked(escaped: str, lang: Lang) -> str:
    return escaped if lang == "zh" else _RUN.sub(r'<i lang="zh">\g<0></i>', escaped)
