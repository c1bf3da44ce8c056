"""Where a figure leads: to its place on the site, its sentence, its line of YAML, the form."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote as escaped
from urllib.parse import urlencode

from tally.records.model import Evidence, Place, Source
from tally.site import routes
from tally.site.library import Library, Record
from tally.site.reports import route_of
from tally.site.routes import Lang
from tally.words import say

WRONG_VALUE_FORM = "wrong-value.yml"
_LONGEST_SENTENCE = 200


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the data files can be seen and changed; without an address nothing is linked. `edit` is
    the way from it to where its files are edited, such as edit/main/; empty where nobody says.
    `mail` is an address that people without an account write to, where mkdocs.yml has one."""

    address: str | None
    edit: str = ""
    mail: str | None = None

    def line(self, place: Place) -> str | None:
        """The line of a file as the repository shows it."""
        if self.address is None:
            return None
        return f"{self.address}/blob/HEAD/{escaped(place.path)}#L{place.line}"

    def edited(self, place: Place) -> str | None:
        """The line of a file where it can be edited, else as the repository shows it."""
        if self.address is None or not self.edit:
            return self.line(place)
        return f"{self.address}/{self.edit}{escaped(place.path)}#L{place.line}"

    def form(self, page: str, figure_id: str | None = None) -> str | None:
        """The form for a wrong value, with the figure filled in or left to be asked for."""
        if self.address is None:
            return None
        figure = {"title": figure_id, "figure": figure_id} if figure_id else {}
        query = urlencode({"template": WRONG_VALUE_FORM, "page": page, **figure})
        return f"{self.address}/issues/new?{query}"

    def letter(self, figure_id: str, value: str, sentence: str, lang: Lang) -> str | None:
        """A mail that holds the figure: its id, what it says, its sentence; None without address.

        All of it is escaped: no word of the data is a header, an addressee or a line of its own.
        """
        if self.mail is None:
            return None
        words = {"figure": figure_id, "value": value, "sentence": sentence[:_LONGEST_SENTENCE]}
        plain = {name: " ".join(text.split()) for name, text in words.items()}
        said = {"subject": figure_id, "body": say("mail.body", lang, **plain)}
        return f"mailto:{self.mail}?{urlencode(said, quote_via=escaped, safe='')}"

    def file(self, path: str) -> str | None:
        return None if self.address is None else f"{self.address}/blob/HEAD/{escaped(path)}"


def home_of(record: Record, library: Library) -> str:
    """The page that a figure lives on: its series or the page beside a long one, that page of the
    area's promises which a milestone is on, that of the source for one under its own words."""
    if record.own:
        source = library.sources[record.evidence.source]
        return route_of(source, record.evidence, number=record.figure is not None)
    if record.indicator is None:
        return library.stands.get(record.id, routes.promises(record.area))
    if record.id in library.aside(record.indicator, record.area):
        return routes.aside(record.area, record.indicator)
    return routes.series(record.area, record.indicator)


def permanent(record: Record, library: Library) -> str:
    """The address of a figure; one of a milestone that leads on to it, and lasts, has no page in
    it (`tally.package.addresses.figure`)."""
    return f"{home_of(record, library)}#{record.id}"


def sentence(record: Record, source: Source) -> str:
    """The figure's place in its source; for a source that is only cited, its entry there."""
    anchor = record.id if source.archived else entry(record, source)
    return in_source(source, record.evidence, anchor, number=record.figure is not None)


def in_source(source: Source, evidence: Evidence, anchor: str, *, number: bool = False) -> str:
    """The place of a statement on that page of a source where its number or its words stand."""
    return f"{route_of(source, evidence, number=number)}#{anchor}"


def entry(record: Record, source: Source) -> str:
    """What a figure is called on the page of its own source: its id without the source, and without
    the area where the source is one area's."""
    own = record.id.removesuffix(f"/{record.evidence.source}")
    return own if source.area is None else own.removeprefix(f"{record.area}/")
