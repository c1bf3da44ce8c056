"""Material for MkDocs as it is: our layer over its templates, and its settings in each language.

The layer is the folder `theme`. A file of it that goes on from Material's own calls that
`material/…`; an adopter's `custom_dir` comes before both.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from copy import copy
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from tally.site.render import Unindented

MATERIAL = str(files("material") / "templates")
THEME = str(Path(__file__).parent / "theme")
_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
_POLICY = (
    "default-src 'none'; script-src 'self'{script}; style-src 'self'{style}; img-src 'self' data:; "
    "font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)


def add_layer(theme: Theme) -> None:
    """Put our layer between Material's templates and what goes before them."""
    if THEME not in theme.dirs:
        theme.dirs.insert(theme.dirs.index(MATERIAL), THEME)


def prepare(env: Environment) -> None:
    """Let templates name Material's own, and a page its policy; leave out idle spaces."""
    own = PrefixLoader({"material": FileSystemLoader(MATERIAL)})
    env.loader = Unindented(ChoiceLoader((env.loader, own) if env.loader else (own,)))
    env.filters["policy"] = policy
    env.trim_blocks = env.lstrip_blocks = True  # a tenth of a page


@cache
def policy(html: str) -> str:
    """The Content-Security-Policy of a page with these scripts and styles, and no others, in it."""
    hashes: dict[str, str] = {"script": "", "style": ""}
    for tag, content in dict.fromkeys(_INLINE.findall(html)):
        digest = b64encode(sha256(content.encode()).digest()).decode()
        hashes[tag] += f" 'sha256-{digest}'"
    return _POLICY.format(**hashes)


def in_language(config: MkDocsConfig, lang: str, said: Mapping[str, Any]) -> MkDocsConfig:
    """The settings of pages in a language: their own wording of what is `said` in it."""
    own = copy(config)
    for key, value in said.items():
        own[key] = value
    own["theme"] = _speaking(config.theme, lang)
    return own


def _speaking(theme: Theme, lang: str) -> Theme:
    own = copy(theme)
    own.__dict__.update({name: copy(value) for name, value in vars(theme).items()})
    known = Path(MATERIAL, "partials", "languages", f"{lang}.html").exists()
    own["language"] = lang if known else "en"
    return own


def of_page(config: MkDocsConfig, extra: Mapping[str, object]) -> MkDocsConfig:
    """The settings of one page: those of its language, with its own `extra`."""
    own = copy(config)
    own["extra"] = extra
    return own
