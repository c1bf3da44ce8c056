"""What people can take away: the packages, the API and the feeds, made once a build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mkdocs.exceptions import PluginError

from tally.package import addresses
from tally.package.api import api_files
from tally.package.edition import ALL_AREAS, Edition
from tally.package.feed import atom_feed
from tally.package.files import editions, package_files, preview_files
from tally.package.metadata import SizeType, dcat, schema_org
from tally.package.preferred import preferred_ids
from tally.package.slices import indicator_slices
from tally.package.tables import ColumnError, UnwritableTextError, tables_of
from tally.package.validity import InvalidPackageError, contents_key, require_valid
from tally.records.model import Correction, Localized
from tally.site import routes
from tally.site.frame import Site
from tally.site.kept import keep, kept_files, read_kept
from tally.site.library import Library
from tally.site.routes import LANGS, Lang
from tally.site.tables import compared_files, indicator_files
from tally.site.views.home import change
from tally.words import say
from tally.words.tables import everywhere

# The two editions of DCAT-AP each want a type for sizes that the other refuses.
CATALOGUES: Mapping[str, tuple[str, SizeType]] = {
    "DCAT-AP 2": ("data/catalogue.jsonld", "xsd:decimal"),
    "DCAT-AP 3": ("data/catalogue-dcat-ap-3.jsonld", "xsd:nonNegativeInteger"),
}


@dataclass(frozen=True, slots=True)
class Package:
    """One package with the bytes of its files, by name."""

    edition: Edition
    files: Mapping[str, bytes]


def packages(
    library: Library, site_url: str | None, kept: Path, key: str, *, whole: bool
) -> tuple[Package, ...]:
    """Every package: one for each area, then all areas together; kept between builds under a
    key that names all they depend on. A site that is not `whole` is looked at while somebody
    edits: it does without workbooks, archives and the package of all."""
    return tuple(
        Package(edition, _kept_files(edition, site_url, kept, key, whole=whole))
        for edition in editions(library.datasets, library.outlooks, preferred_ids(library.areas))
    )


def _kept_files(
    edition: Edition, site_url: str | None, kept: Path, key: str, *, whole: bool
) -> Mapping[str, bytes]:
    if not whole and edition.name == ALL_AREAS:
        return {}
    make = partial(_valid_files, edition, site_url, kept) if whole else partial(_preview, edition)
    return kept_files(kept / edition.name, key, make)


def _preview(edition: Edition) -> Mapping[str, bytes]:
    with _refusals():
        return preview_files(edition)


def _valid_files(edition: Edition, site_url: str | None, kept: Path) -> Mapping[str, bytes]:
    """A package's files, of which the contents were found valid now or in a former build."""
    with _refusals():
        files = package_files(edition, site_url)
        known, contents = kept / edition.name / "valid", contents_key(files)
        if read_kept(known, contents) is None:
            require_valid(edition.name, files)
            keep(known, contents, {})
        return files


@contextmanager
def _refusals() -> Iterator[None]:
    """What cannot be published, told as MkDocs tells it."""
    try:
        yield
    except (ColumnError, UnwritableTextError, InvalidPackageError) as error:
        raise PluginError(str(error)) from error


def cited_edition(offered: Sequence[Package]) -> Edition:
    """By what one indicator is cited: the package of the only dataset, else that of all."""
    return offered[0 if len(offered) == 2 else -1].edition


def offered_files(
    offered: tuple[Package, ...],
    library: Library,
    sites: Mapping[Lang, Site],
    site_url: str | None,
    kept: Path,
    *,
    whole: bool,
) -> dict[str, bytes]:
    """All files to take away, by their path in the site; without workbooks and catalogues where
    it is not `whole`."""
    files = {
        addresses.package_file(package.edition.name, name): content
        for package in offered
        for name, content in package.files.items()
    }
    if offered:
        every = offered[-1].edition
        tables = tables_of(every)
        files |= api_files(every, tables)
        slices = indicator_slices(tables)
        books, compared = (kept / "books", kept / "compared") if whole else (None, None)
        files |= indicator_files(cited_edition(offered), slices, site_url, books)
        faces = [face for one in library.indicators for face in library.across(one)]
        files |= compared_files(every, tables, faces, site_url, compared)
        files |= catalogues(offered, site_url) if whole else {}
    title = everywhere(lambda lang: say("feed.title", lang, site=sites[lang].name))
    called = partial(change_title, library)
    for lang in LANGS:
        files[routes.in_language(addresses.FEED, lang)] = atom_feed(
            library.every_dataset, title, called, lang, site_url
        )
    return files


def catalogues(offered: tuple[Package, ...], site_url: str | None) -> dict[str, bytes]:
    """DCAT for both editions of DCAT-AP, where the site's address is known: catalogues are read
    elsewhere, where relative addresses lead nowhere."""
    if site_url is None:
        return {}
    listed = [(package.edition, package.files) for package in offered]
    return {path: dcat(listed, site_url, size) for path, size in CATALOGUES.values()}


def change_title(library: Library, correction: Correction) -> Localized:
    """A correction in one line: 地区生产总值 · 2020年 · 数值：4250亿元 → 4276.76亿元."""

    def title(lang: str) -> str:
        made = change(correction, library, lang)
        return say("feed.change", lang, subject=made.subject, old=made.old, new=made.new)

    return everywhere(title)


def described(offered: tuple[Package, ...], site_url: str | None) -> str | None:
    """The package of everything as a schema.org Dataset, for the head of a page."""
    return schema_org(offered[-1].edition, list(offered[-1].files), site_url) if offered else None
