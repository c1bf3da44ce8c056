"""The plugin's options, and what it takes from the environment."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.config import config_options as options
from mkdocs.config.base import Config


class TallyConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin `tally` in mkdocs.yml."""

    datasets = options.Dir(exists=True, default="datasets")
    """The folder of the data files."""

    words = options.Type(str, default="words")
    """A folder of further languages: `<code>/*.yml`, and words of one's own for those there are."""

    gold = options.Optional(options.Type(str))
    """A folder of annotated passages; with it the site says how well the machine reads."""

    cache = options.Type(str, default=".cache")
    """A folder for drawings and packages, kept between builds."""

    repository = options.Type(str, default="")
    """The repository's address, for links to lines and forms; empty: as GitHub Actions says."""


def repository_address(configured: str, environment: Mapping[str, str]) -> str | None:
    """The repository's web address, or None where nobody says it."""
    if configured:
        return configured.rstrip("/")
    server, name = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    return f"{server}/{name}" if server and name else None
