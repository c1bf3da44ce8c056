"""Settings of mkdocs.yml that do not go with the site, each with the reason and the way round.

A page of the site asks no other host, sets no cookie and runs only the scripts that its policy
names. docs/adopt.md lists these settings; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from tally.site.routes import LANGS


@dataclass(frozen=True, slots=True)
class Refused:
    """A setting, how it is found in mkdocs.yml (what is truthy is refused), and why."""

    setting: str
    found: Callable[[MkDocsConfig], object]
    why: str


class RefusedSettingError(PluginError):
    """A setting that would bring another host, a cookie or a script without a hash."""


def _written(config: MkDocsConfig) -> Mapping[str, Any]:
    """The theme as somebody wrote it, without what Material sets by itself."""
    written = [one["theme"] for one in config.user_configs if "theme" in one]
    theme: object = written[-1] if written else {}
    return theme if isinstance(theme, dict) else {}


def _foreign(address: object) -> bool:
    return bool(urlsplit(str(address)).netloc)


def _fences(config: MkDocsConfig) -> list[object]:
    settings = config.mdx_configs.get("pymdownx.superfences") or {}
    return [one.get("class") for one in settings.get("custom_fences") or []]


REFUSED = (
    Refused(
        "theme.font",
        lambda config: _written(config).get("font"),
        "every page would fetch fonts from Google. Set it to false; to use a font of your own, put "
        "its files below docs/ and name it in a stylesheet (extra_css): "
        ':root { --md-text-font: "…"; }',
    ),
    Refused(
        "extra.analytics",
        lambda config: config.extra.get("analytics"),
        "it sends every visit to another host. Count visits in the log of your host instead",
    ),
    Refused(
        "extra.consent",
        lambda config: config.extra.get("consent"),
        "it asks for consent to cookies, and the site sets none",
    ),
    Refused(
        "extra.alternate",
        lambda config: config.extra.get("alternate"),
        "the menu of languages is made for each page. Leave it out",
    ),
    Refused(
        "plugins: search",
        lambda config: {"search", "material/search"} & set(config.plugins),
        "its index is loaded with every first page and finds no Chinese. The site has a finder of "
        "its own in the same place. Leave the plugin out",
    ),
    Refused(
        "features: navigation.instant",
        lambda config: [
            one for one in config.theme.get("features") or () if "navigation.instant" in one
        ],
        "it puts a page into the one before it, whose policy and scripts are not those of the new "
        "page. Leave it out; a second page costs a few kilobytes as it is",
    ),
    Refused(
        "extra_css, extra_javascript on other hosts",
        lambda config: [
            one for one in (*config.extra_css, *config.extra_javascript) if _foreign(one)
        ],
        "every visit would be known to that host, and the policy of the pages lets nothing from it "
        "in. Put the files below docs/",
    ),
    Refused(
        "pymdownx.superfences: mermaid",
        lambda config: "mermaid" in _fences(config),
        "Material fetches the program that draws it from another host. Draw such a picture as SVG",
    ),
    Refused(
        "theme.language",
        lambda config: config.theme.get("language") not in LANGS,
        "the site has no words in it. It names the language at the root: zh, en, or one whose "
        "words stand in a folder of your own (words/)",
    ),
)


def refuse(config: MkDocsConfig) -> None:
    """Raise RefusedSettingError with every setting that does not go with the site."""
    found = [one for one in REFUSED if one.found(config)]
    if found:
        lines = (f"\n  {one.setting}: {one.why}." for one in found)
        raise RefusedSettingError(
            f"mkdocs.yml has settings that the site cannot have:{''.join(lines)}"
        )
