"""What is to be said around a page of its own: title, description, picture, scripts."""

from __future__ import annotations

from markupsafe import Markup
from mkdocs.structure.pages import Page

from tally.site import contents, offer
from tally.site.datapage import DataPage
from tally.site.frame import PageFacts
from tally.site.routes import DATA, HOME, Lang, split_language
from tally.site.sheets import Sheet
from tally.site.sitedata import SiteData

_DESCRIBED = (HOME, DATA)


def facts_of(page: Page, data: SiteData) -> PageFacts:
    """The facts of a generated page by its sheet, of one that people wrote by its metadata."""
    route, lang = split_language(page.url)
    site = data.sites[lang]
    sheet = page.sheet if isinstance(page, DataPage) else None
    described = offer.described(data.offered, data.site_url) if route in _DESCRIBED else None
    return PageFacts(
        url=page.url,
        title=sheet.title
        if sheet
        else Markup(page.meta.get("title") or page.title or site.name).striptags(),
        description=sheet.description if sheet else _described(page) or site.description,
        linked_data=Markup(described) if described else None,
        scripts=sheet.scripts if sheet else (),
        styles=sheet.styles if sheet else (),
        content=page.content or "",
        picture=_picture(sheet, data, lang) if data.site_url else None,
    )


def _described(page: Page) -> str:
    return str(page.meta.get("description") or "")


def _picture(sheet: Sheet | None, data: SiteData, lang: Lang) -> str | None:
    """What a link to the page is shown with: its own picture, else that of all promises."""
    own = sheet.picture() if sheet else None
    return own or contents.picture(data, lang)
