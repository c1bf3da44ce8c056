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
from tally.words import say

_DESCRIBED = (HOME, DATA)


def facts_of(page: Page, data: SiteData) -> PageFacts:
    """The facts of a generated page by its sheet, of one that people wrote by its metadata."""
    route, lang = split_language(page.url)
    sheet = page.sheet if isinstance(page, DataPage) else None
    described = offer.described(data.offered, data.site_url) if route in _DESCRIBED else None
    return PageFacts(
        url=page.url,
        title=page.title or say("site.name", lang),
        description=sheet.description if sheet else str(page.meta.get("description", "")),
        site_url=data.site_url,
        repository=data.repository.address,
        linked_data=Markup(described) if described else None,
        scripts=sheet.scripts if sheet else (),
        styles=sheet.styles if sheet else (),
        picture=_picture(sheet, data, lang) if data.site_url else None,
        wide=sheet.wide if sheet else bool(page.meta.get("wide")),
    )


def _picture(sheet: Sheet | None, data: SiteData, lang: Lang) -> str | None:
    """What a link to the page is shown with: its own picture, else that of all promises."""
    own = sheet.picture() if sheet else None
    return own or contents.picture(data, lang)
