"""The MkDocs plugin: reads the datasets, adds their pages and files. Thin; see the package."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar, cast

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from tally.charts.engine import Processes
from tally.records.load import load
from tally.records.model import Localized
from tally.records.scan import SCANS
from tally.site import contents, fragments, machine_files, material, navigation, offer, pinyin
from tally.site.clock import days_of_change, source_date_epoch
from tally.site.datapage import DataPage, data_file
from tally.site.facts import facts_of
from tally.site.frame import Frame, Site, frame_of
from tally.site.kept import keep, kept_files, key_of, read_kept
from tally.site.library import Library, gather
from tally.site.links import Repository
from tally.site.output import OccupiedError, Output
from tally.site.pictures import begin_charts, begin_photographs
from tally.site.reading import kept_reading
from tally.site.refused import refuse
from tally.site.render import keep_compiled, render
from tally.site.routes import LANGS, Lang, pages_there, split_language
from tally.site.settings import TallyConfig, find_repository, mail_of, said_in
from tally.site.sitedata import SiteData
from tally.site.soundness import report
from tally.site.toc import contents_of
from tally.site.untranslated import marked_as, untranslated
from tally.site.views.areas import several
from tally.words import WordsError, bring, fingerprint, search_words

_OBJECTS = 50_000  # made between two searches for circles of them
_T = TypeVar("_T")


class TallyPlugin(BasePlugin[TallyConfig]):  # type: ignore[no-untyped-call]
    """One build: `data` is what it is made from; bodies of pages are kept or made. The engine
    draws aside, and stays ready between the builds of `mkdocs serve`."""

    data: SiteData
    days: Mapping[str, str]
    bodies: dict[str, bytes]
    made: dict[str, bytes]
    photographs: Callable[[], Mapping[str, bytes]]
    output: Output
    site_dir: str
    serving: bool = False
    written: Collection[str]
    borrowed: dict[str, str]
    entries: dict[Lang, navigation.Entries]
    navs: dict[Lang, Navigation]
    settings: dict[Lang, MkDocsConfig]

    def __init__(self) -> None:
        self.engine = Processes()

    def on_startup(self, *, command: str, **_: Any) -> None:
        self.serving = command == "serve"
        os.environ.setdefault("SOURCE_DATE_EPOCH", source_date_epoch(Path.cwd()))
        # Records are many, stay until the end and hold no circles: to look among them for some
        # as often as Python does by itself takes a tenth of a build.
        gc.set_threshold(_OBJECTS)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our layer over Material's templates, without what would ask other hosts."""
        self._bring_words(config)
        refuse(config)
        material.add_layer(config.theme)
        config.theme["font"] = False
        config.extra.setdefault("generator", False)
        find_repository(config, os.environ)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        self.days = days_of_change(Path(config.docs_dir))
        kept, key = self._kept(config)
        self._write_aside(config, kept)
        self.bodies, self.made = dict(read_kept(kept / "bodies", key) or {}), {}
        if not self.bodies:
            self.engine.start()
        loaded = load(Path(self.config.datasets), kept=kept / SCANS)
        self.data = self._data(gather(loaded.datasets), config, kept, key)
        keep_compiled(kept / "templates")
        pinyin.recall(kept / "pinyin")
        report(loaded, kept / "sound", key)

    def _bring_words(self, config: MkDocsConfig) -> None:
        """Have the site's own words and languages, where it has any."""
        folder = _folder(config) / self.config.words
        with _refusals():
            bring(folder if folder.is_dir() else None, config.theme["language"])
            search_words()

    def _write_aside(self, config: MkDocsConfig, kept: Path) -> None:
        """Have MkDocs write where it is no harm that a build ends half-way."""
        output = Output.of(Path(config.site_dir), kept, in_place=self.serving)
        with _refusals():
            output.prepare()
        self.output, self.site_dir = output, config.site_dir
        config.site_dir = str(output.work)

    def _kept(self, config: MkDocsConfig) -> tuple[Path, str]:
        """Where things are kept between builds, and the name of all that this one depends on."""
        said = (repr(said_in(lang, config, self.config)) for lang in LANGS)
        addresses = (str(one) for one in (config.site_url, config.repo_url, config.edit_uri))
        pages = pages_there(Path(config.docs_dir))
        own = (str(self.serving), *LANGS, *addresses, *said, *pages)
        key = key_of(Path(self.config.datasets), fingerprint(), *own)
        return _folder(config) / self.config.cache, key

    def _sites(self, config: MkDocsConfig) -> dict[Lang, Site]:
        """What the site says of itself in each language."""
        favicon, url = config.theme["favicon"], config.site_url or None
        said = {lang: said_in(lang, config, self.config) for lang in LANGS}
        return {
            lang: Site(own["site_name"], own["site_description"] or "", favicon, url)
            for lang, own in said.items()
        }

    def _data(self, library: Library, config: MkDocsConfig, kept: Path, key: str) -> SiteData:
        gold = _folder(config) / self.config.gold if self.config.gold else None
        sites = self._sites(config)
        name = Localized.of({lang: site.name for lang, site in sites.items()})
        charts = partial(begin_charts, library, name, kept / "charts", self.engine)
        drawn = self._begun(charts)
        return SiteData(
            root=Path(self.config.datasets).parent,
            library=library,
            repository=repository_of(config, mail_of(self.config)),
            sites=sites,
            pages=pages_there(Path(config.docs_dir)),
            offered=offer.packages(
                library, config.site_url, kept / "packages", key, whole=not self.serving
            ),
            pictures=cache(drawn),
            site_url=config.site_url or None,
            reading=cache(partial(kept_reading, gold, kept / "reading")),
            kept=kept,
            key=key,
            whole=not self.serving,
        )

    def _begun(self, begin: Callable[[], Callable[[], _T]]) -> Callable[[], _T]:
        """What is waited for: begun now, where pages are made, else when something asks for it."""
        return (lambda: begin()()) if self.bodies else begin()

    def _begin_photographs(self) -> Callable[[], Mapping[str, bytes]]:
        return begin_photographs(self.data.pictures(), self.data.kept / "charts", self.engine)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and files."""
        self.borrowed = {}
        for file, lang in list(untranslated(files, config)):
            files.append(file)
            self.borrowed[file.src_uri] = lang
        for sheet in contents.sheets(self.data):
            files.append(data_file(sheet, config))
        for path, content in machine_files.files(self.data).items():
            files.append(File.generated(config, path, content=content))
        self.photographs = self._begun(self._begin_photographs)
        with _refusals():
            self.output.put_back([file.dest_uri for file in files])
        for file in files.documentation_pages():
            file.inclusion = InclusionLevel.NOT_IN_NAV
        self.entries = navigation.entries(
            config.nav, files, self._section_titles(), alone=not several(self.data.library)
        )
        config.nav = self.entries[LANGS[0]]
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """The navigation and the settings of each language."""
        self.navs, self.settings = {LANGS[0]: navigation.at_home(nav, files, LANGS[0])}, {}
        for lang in LANGS:
            navigation.name_pages(self.entries[lang], files)
            self.settings[lang] = material.in_language(
                config, lang, said_in(lang, config, self.config)
            )
            if lang != LANGS[0]:
                self.navs[lang] = navigation.navigation(self.entries[lang], files, config, lang)
        navigation.place_below(files)
        return nav

    def on_env(self, env: Environment, *, files: Files, **_: Any) -> Environment:
        """Remember which files are written now; plugins after this one may have added some."""
        material.prepare(env)
        included = (file for file in files if not file.inclusion.is_excluded())  # type: ignore[no-untyped-call]
        self.written = [file.dest_uri for file in included]
        return env

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Put the generated parts into pages that people wrote. Such a page is as new as its file
        or, where it shows some, the data."""
        if isinstance(page, DataPage):
            return html
        shown = contents.updated(self.data) if fragments.is_filled(html) else ""
        page.update_date = max(self.days.get(page.file.src_uri, ""), shown)
        lang = self.borrowed.get(page.file.src_uri)
        filled = fragments.fill(marked_as(html, lang) if lang else html, page.url, self.data)
        if shown:
            page.toc = contents_of(filled, split_language(page.url)[1])
        return filled

    def on_page_context(self, context: TemplateContext, *, page: Page, **_: Any) -> TemplateContext:
        """Fill the page, and give the templates what they need in its language."""
        hide = self._hidden(page)
        if isinstance(page, DataPage):
            page.fill(self._body(page), hide=hide)
            place = page.sheet.place
            page.edit_url = self.data.repository.edited(place) if place else None
        else:
            page.meta.setdefault("hide", hide)
        lang = split_language(page.url)[1]
        return self._framed(context, frame_of(facts_of(page, self.data), self.data.sites[lang]))

    def _section_titles(self) -> dict[Lang, Mapping[str, str]]:
        said = self.config.translations
        return {lang: said[lang]["nav"] if lang in said else {} for lang in LANGS}

    def _framed(self, context: TemplateContext, frame: Frame, **extra: str) -> TemplateContext:
        """The context with all that the templates need in the language of the frame."""
        own = self.settings[frame.lang]
        settings = material.of_page(own, {**extra, **own.extra, "alternate": frame.alternates})
        more = {"tally": frame, "config": settings, "nav": self.navs[frame.lang]}
        cast(dict[str, Any], context).update(more)
        return context

    def _hidden(self, page: Page) -> list[str]:
        """What a page does without: its sidebars, where they would show nothing or take room."""
        tabs = "navigation.tabs" in (self.settings[LANGS[0]].theme.get("features") or ())
        alone = tabs and not navigation.in_section(page)
        wide = isinstance(page, DataPage) and page.sheet.wide
        return [name for name, hidden in (("navigation", alone), ("toc", wide)) if hidden]

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Forget the body: thousands of them need not be in memory at once."""
        if isinstance(page, DataPage):
            page.content = ""
        return output

    def _body(self, page: DataPage) -> Markup:
        """The body of a generated page, as it was kept or made now."""
        known = self.bodies.get(page.file.dest_uri)
        if known is None:
            sheet = page.sheet
            made = render(sheet.template, page.url, sheet.lang, sheet=sheet, **sheet.view())
            known = self.made[page.file.dest_uri] = made.encode()
        return Markup(known.decode())

    @event_priority(-100)  # other plugins write what they do before the site is moved into place
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the charts that were made as PNG meanwhile. Keep them and the bodies for the next
        build, where nothing they depend on has changed."""
        kept, key = self.data.kept, self.data.key
        for path, content in kept_files(kept / "photographs", key, self.photographs).items():
            write_file(content, str(Path(config.site_dir, path)))
        self.output.finish(self.written)
        config.site_dir = self.site_dir
        pinyin.remember(kept / "pinyin")
        if self.made:
            keep(kept / "bodies", key, {**self.bodies, **self.made})
        self.bodies, self.made = {}, {}

    def on_build_error(self, **_: Any) -> None:
        """Leave what was built before where it was."""
        if "output" in vars(self):
            self.output.abandon()

    def on_shutdown(self) -> None:
        self.engine.close()

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, **_: Any
    ) -> TemplateContext:
        if template_name == "404.html":
            frame = machine_files.not_found(self.data)
            return self._framed(context, frame, homepage=frame.link(""))
        return context

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig, **_: Any
    ) -> str | None:
        """Without the site's address its map would be empty, as it holds whole addresses only."""
        empty = template_name == "sitemap.xml" and not config.site_url
        return "" if empty else output_content

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        server.watch(self.config.datasets)
        server.watch(str(Path(__file__).parent))
        return server


@contextmanager
def _refusals() -> Iterator[None]:
    """What stands in the way, told as MkDocs tells it."""
    try:
        yield
    except (OccupiedError, WordsError) as error:
        raise PluginError(str(error)) from error


def repository_of(config: MkDocsConfig, mail: str | None = None) -> Repository:
    """The repository that mkdocs.yml names, with the way to where its files are edited."""
    before, docs, _ = (config.edit_uri or "").rpartition(f"{Path(config.docs_dir).name}/")
    edit = before if docs and before.startswith("edit/") else ""
    return Repository(config.repo_url or None, edit, mail)


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").parent
