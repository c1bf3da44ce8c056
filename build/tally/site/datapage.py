"""A MkDocs page that comes from a template and never passes through Markdown, which is slow."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from tally.site.routes import source_file
from tally.site.sheets import Sheet
from tally.site.toc import contents_of


class DataPage(Page):
    """A page with a sheet; its body is put in when it is written. Templates of the theme take
    titles for HTML, so they are escaped here."""

    def __init__(self, sheet: Sheet, file: File, config: MkDocsConfig) -> None:
        super().__init__(str(escape(sheet.label or sheet.title)), file, config)
        self.sheet = sheet
        self.update_date = sheet.updated

    def fill(self, body: str, *, hide: Sequence[str]) -> None:
        """Put in the body, with the contents that Material shows beside it."""
        self.content = body
        self.toc = contents_of(body, self.sheet.lang)
        self.meta = {"title": str(escape(self.sheet.title)), "hide": hide}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Leave the body empty: thousands of bodies need not be in memory at once."""
        self.content = ""
        self.present_anchor_ids = set()


def data_file(sheet: Sheet, config: MkDocsConfig) -> File:
    """The generated file of a sheet, with its page; never in the navigation."""
    uri = source_file(sheet.route, sheet.lang)
    file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    DataPage(sheet, file, config)
    return file
