"""The plugin's options, and what it takes from the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from tally.site.routes import Lang

_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


class Translation(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml says in one language, said in another."""

    site_name = options.Optional(options.Type(str))
    site_description = options.Optional(options.Type(str))
    copyright = options.Optional(options.Type(str))
    nav = options.Type(dict, default={})
    """The titles of sections of the navigation, by those that mkdocs.yml gives them."""


class TallyConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin `tally` in mkdocs.yml."""

    datasets = options.Dir(exists=True, default="datasets")
    """The folder of the data files."""

    words = options.Type(str, default="words")
    """A folder of further languages: `<code>/*.yml`, and words of one's own for those there are."""

    gold = options.Optional(options.Type(str))
    """A folder of annotated passages; with it the site says how well the machine reads."""

    mail = options.Optional(options.Type(str))
    """An address that people without an account write to; each figure's link carries the figure."""

    cache = options.Type(str, default=".cache")
    """A folder for drawings and packages, kept between builds."""

    translations = options.DictOfItems(options.SubConfig(Translation), default={})
    """The site's name and the like in its other language, by that language."""


def said_in(lang: Lang, config: MkDocsConfig, own: TallyConfig) -> Mapping[str, str]:
    """Name, description and copyright in a language; as mkdocs.yml has them where nobody says."""
    translation: Mapping[str, str] = own.translations.get(lang) or {}
    said = {key: config[key] for key in ("site_name", "site_description", "copyright")}
    return said | {key: translation[key] for key in said if translation.get(key)}


def mail_of(own: TallyConfig) -> str | None:
    """The address that people write to; raises PluginError for one that is none."""
    if own.mail and not _MAIL.fullmatch(own.mail):
        raise PluginError(f"mkdocs.yml: mail is {own.mail!r}, and no address such as a@b.example")
    return own.mail or None


def find_repository(config: MkDocsConfig, environment: Mapping[str, str]) -> None:
    """Where mkdocs.yml names no repository, take that whose GitHub Actions run."""
    server, name = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    if not config.repo_url and server and name:
        config.repo_url = f"{server}/{name}"
    if config.repo_url:
        config.repo_url = config.repo_url.rstrip("/")
        config.repo_name = config.repo_name or urlsplit(config.repo_url).path.strip("/")
    else:
        config.edit_uri = ""
