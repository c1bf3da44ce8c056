"""The MkDocs plugin: reads the datasets, adds their pages and files. Thin; see the package."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from markupsafe import Markup

from tally.records.load import load
from tally.site import contents, fragments, machine
from tally.site.datapage import DataPage, data_file
from tally.site.frame import PageFacts, surround
from tally.site.library import Library, gather
from tally.site.links import Repository
from tally.site.render import render
from tally.site.routes import split_language
from tally.site.settings import TallyConfig, repository_address
from tally.site.words import say

log = logging.getLogger("mkdocs.plugins.tally")
_THEME = Path(__file__).parent / "theme"


class TallyPlugin(BasePlugin[TallyConfig]):
    """One build: `library` holds what it is made from."""

    library: Library
    repository: Repository

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.repository = Repository(repository_address(self.config.repository, os.environ))
        if str(_THEME) not in config.theme.dirs:
            config.theme.dirs.insert(0, str(_THEME))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        loaded = load(Path(self.config.datasets))
        for problem in loaded.problems:
            say_it = log.warning if problem.severity == "error" else log.info
            say_it("%s: %s: %s", problem.place, problem.code, problem.message)
        self.library = gather(loaded.datasets)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for sheet in contents.sheets(self.library, self.repository):
            files.append(data_file(sheet, config))
        for path, content in machine.files(self.library).items():
            files.append(File.generated(config, path, content=content))
        return files

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Put the generated parts into pages that people wrote."""
        return fragments.fill(html, page.url, self.library, self.repository)

    def on_page_context(
        self, context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation  # noqa: ARG002
    ) -> dict[str, Any]:
        lang = split_language(page.url)[1]
        config.theme["language"] = lang
        if isinstance(page, DataPage):
            sheet = page.sheet
            body = render(sheet.template, page.url, lang, sheet=sheet, **sheet.view())
        else:
            body = Markup(page.content)
        context["tally"] = surround(self._facts(page, config), body)
        return context

    def on_template_context(
        self, context: dict[str, Any], *, template_name: str, config: MkDocsConfig
    ) -> dict[str, Any]:
        if template_name == "404.html":
            config.theme["language"] = "zh"
            context["tally"] = machine.not_found(config.site_url, self.repository.address)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        machine.write(self.library, Path(config.site_dir), config.site_url)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any  # noqa: ARG002
    ) -> LiveReloadServer:
        server.watch(self.config.datasets)
        return server

    def _facts(self, page: Page, config: MkDocsConfig) -> PageFacts:
        lang = split_language(page.url)[1]
        sheet = page.sheet if isinstance(page, DataPage) else None
        return PageFacts(
            url=page.url,
            title=page.title or say("site.name", lang),
            description=sheet.description if sheet else str(page.meta.get("description", "")),
            site_url=config.site_url,
            repository=self.repository.address,
            scripts=sheet.scripts if sheet else (),
            styles=sheet.styles if sheet else (),
            wide=sheet.wide if sheet else False,
        )
