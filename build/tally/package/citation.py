"""How to cite: a dataset, an indicator or one figure, as plain text, BibTeX and CITATION.cff."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from tally.package import addresses
from tally.package.addresses import Lang
from tally.package.edition import Edition, indicator_edition, stable_id
from tally.records.model import Dataset, Indicator, Localized, Observation, Target, Vocabulary
from tally.words import say
from tally.words.periods import period_words
from tally.words.tables import phrase

_BIBTEX_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_BIBTEX_NAMES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


class _Dumper(yaml.SafeDumper):
    """Writes what is a kind of text, as records may hold, as text."""


_Dumper.add_multi_representer(str, _Dumper.represent_str)


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in one language, ready to copy; it ends in `address` where that is known."""

    text: str
    bibtex: str
    address: str | None


@dataclass(frozen=True, slots=True)
class _Cited:
    """What is cited, and what publishes it. `name` makes its entry's key; `path` is its page,
    below the root."""

    name: str
    title: Localized
    published: Edition | Dataset
    path: str


def cite_edition(edition: Edition, lang: Lang, site_url: str | None = None) -> Citation:
    """Cite a whole package."""
    cited = _Cited(edition.name, edition.title, edition, addresses.DATA)
    return _citation(cited, lang, site_url)


def cite_indicator(
    indicator: Indicator, edition: Edition, lang: Lang, site_url: str | None = None
) -> Citation:
    """Cite all that a package says of one indicator."""
    about = indicator_edition(indicator, edition)
    return _citation(
        _Cited(about.name, about.title, about, addresses.indicator(indicator.id)), lang, site_url
    )


def cite_figure(
    record: Observation | Target,
    dataset: Dataset,
    vocabulary: Vocabulary,
    lang: Lang,
    site_url: str | None = None,
) -> Citation:
    """Cite one figure, with the document that states it."""
    title = _figure_title(record, dataset, vocabulary)
    return _citation(_Cited(record.id, title, dataset, addresses.figure(record)), lang, site_url)


def citation_cff(edition: Edition, site_url: str | None = None) -> str:
    """The CITATION.cff of a package, for which the standard wants English first."""
    address = addresses.absolute(site_url, addresses.DATA)
    content: dict[str, object] = {
        "cff-version": "1.2.0",
        "message": "Please cite this dataset as below. 引用本数据请注明出处。",
        "type": "dataset",
        "title": f"{edition.title.en} / {edition.title.zh}",
        "abstract": f"{edition.description.en}\n{edition.description.zh}",
        "authors": [{"name": who.title} for who in edition.contributors]
        or [{"name": edition.publisher.en}],
        "version": edition.version,
        "date-released": edition.updated,
        "license": edition.licence,
        "keywords": list(edition.keywords) or [edition.name],
        "identifiers": [{"type": "other", "value": stable_id(edition.name)}],
    }
    if address:
        content["url"] = address
    return yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


def _figure_title(
    record: Observation | Target, dataset: Dataset, vocabulary: Vocabulary
) -> Localized:
    subject = _subject(record, vocabulary)
    period = record.due if isinstance(record, Target) else record.period
    area = vocabulary.areas[record.area].name
    source = dataset.sources[record.evidence.source]
    stated = {"publisher": source.publisher, "source": source.title}
    return phrase(
        "citation.figure", area=area, period=period_words(period), subject=subject, **stated
    )


def _subject(record: Observation | Target, vocabulary: Vocabulary) -> Localized:
    if not isinstance(record, Target):
        return record.own.name if record.own else vocabulary.indicators[record.indicator].name
    if record.indicator is None:
        title = record.title or Localized(record.id, record.id)
        return phrase("citation.milestone", title=title)
    name = record.own.name if record.own else vocabulary.indicators[record.indicator].name
    return phrase("citation.target", indicator=name)


def _citation(cited: _Cited, lang: Lang, site_url: str | None) -> Citation:
    path = addresses.page(cited.path, lang)
    address = addresses.absolute(site_url, path)
    return Citation(_text(cited, lang, address), _bibtex(cited, lang, address), address)


def _text(cited: _Cited, lang: Lang, address: str | None) -> str:
    title, of = cited.title, cited.published
    where = f"{of.licence}. {address}" if address else f"{of.licence}."
    made = {"version": of.version, "updated": of.updated, "year": of.updated[:4]}
    said = {"publisher": of.publisher[lang], "title": title[lang], "where": where}
    return say("citation.text", lang, **made, **said)


def _bibtex(cited: _Cited, lang: Lang, address: str | None) -> str:
    of = cited.published
    fields = {
        "title": f"{{{_plain(cited.title[lang])}}}",
        "author": f"{{{_plain(of.publisher[lang])}}}",
        "year": of.updated[:4],
        "version": _plain(of.version),
        "note": _plain(of.licence),
    }
    if address:
        fields["url"] = address.translate({ord(c): f"%{ord(c):02X}" for c in "{}\\ "})
    key = re.sub(r"[^a-z0-9]+", "-", cited.name.lower()).strip("-")
    return _entry(f"tally-{key}", fields)


def _entry(key: str, fields: Mapping[str, str]) -> str:
    lines: Sequence[str] = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join((f"@misc{{{key},", *lines, "}", ""))


def _plain(text: str) -> str:
    """Text that BibTeX and TeX print as it is, on one line."""
    one_line = " ".join(text.split())
    return _BIBTEX_SPECIAL.sub(lambda m: _BIBTEX_NAMES.get(m[0], f"\\{m[0]}"), one_line)
