"""What search engines and data catalogues read: schema.org Dataset and DCAT, as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from tally.package import addresses
from tally.package.columns import table_specs
from tally.package.descriptor import MEDIA_TYPES
from tally.package.edition import Edition, stable_id
from tally.package.formats.json_text import json_bytes
from tally.package.licences import licences_of
from tally.records.model import Dataset, Localized
from tally.terms import Period
from tally.words.tables import phrase

SizeType = Literal["xsd:decimal", "xsd:nonNegativeInteger"]
"""What a catalogue types the size of a file with: DCAT-AP 2 wants a decimal, 3 an integer."""

_IANA = "https://www.iana.org/assignments/media-types/"
_EU = "http://publications.europa.eu/resource/authority/"
_DCAT_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_UNSAFE_IN_HTML = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def schema_org(edition: Edition, files: Sequence[str], site_url: str | None) -> str:
    """The package as a schema.org Dataset, safe inside a <script> of any page.

    `files` are the names of the package's files; they and the page are left out where the site's
    address is not known, as who reads this wants whole addresses.
    """
    content = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "identifier": stable_id(edition.name),
        "name": edition.title.zh,
        "alternateName": edition.title.en,
        "description": f"{edition.description.zh}\n\n{edition.description.en}",
        "url": addresses.absolute(site_url, addresses.DATA),
        "version": edition.version,
        "dateCreated": edition.created,
        "dateModified": edition.updated,
        "license": [licence.path for licence in licences_of(edition.licence)],
        "isAccessibleForFree": True,
        "inLanguage": list(addresses.LANGUAGE_TAGS.values()),
        "keywords": list(edition.keywords),
        "publisher": {"@type": "Organization", "name": edition.publisher.en},
        "creator": [{"@type": "Organization", "name": w.title} for w in edition.contributors],
        "spatialCoverage": [{"@type": "Place", "name": _slashed(n)} for n in _places(edition)],
        "temporalCoverage": [f"{first}/{last}" for first, last in _span(edition)],
        "variableMeasured": _themes(edition),
        "distribution": [_download(edition, name, site_url) for name in _offered(files)]
        if site_url
        else None,
    }
    return embeddable({name: value for name, value in content.items() if value})


def embeddable(content: object) -> str:
    """JSON that no HTML parser can take for anything else than the text of its <script>."""
    return msgspec.json.encode(content).decode().translate(_UNSAFE_IN_HTML)


def dcat(
    packages: Sequence[tuple[Edition, Mapping[str, bytes]]], site_url: str, size: SizeType
) -> bytes:
    """The DCAT catalogue of all packages with their files, as JSON-LD; the last is of all areas.

    It follows DCAT-AP: every thing that is named by its address says of which class it is, as
    validators know nothing but the catalogue.
    """
    whole = packages[-1][0]
    return json_bytes(
        {
            "@context": _DCAT_CONTEXT,
            "@id": stable_id("catalogue"),
            "@type": "dcat:Catalog",
            "dct:title": _both(phrase("catalogue.title")),
            "dct:description": _both(phrase("catalogue.description")),
            "foaf:homepage": _typed(site_url, "foaf:Document"),
            "dct:license": _licence(whole),
            **_issue(whole),
            "dcat:dataset": [_dataset(*package, site_url, size) for package in packages],
        }
    )


def _dataset(
    edition: Edition, files: Mapping[str, bytes], site_url: str, size: SizeType
) -> dict[str, object]:
    return {
        "@id": stable_id(edition.name),
        "@type": "dcat:Dataset",
        "dct:identifier": edition.name,
        "dct:title": _both(edition.title),
        "dct:description": _both(edition.description),
        **_issue(edition),
        "dcat:version": edition.version,
        "dcat:keyword": list(edition.keywords),
        "dcat:theme": {
            **_typed(_EU + "data-theme/GOVE", "skos:Concept"),
            "skos:prefLabel": _both(phrase("catalogue.sector")),
        },
        "dct:spatial": [
            {"@type": "dct:Location", "rdfs:label": _both(name)} for name in _places(edition)
        ],
        "dct:temporal": [
            {"@type": "dct:PeriodOfTime", "dcat:startDate": _day(first), "dcat:endDate": _day(last)}
            for first, last in _span(edition)
        ],
        "dcat:landingPage": _typed(_page(site_url), "foaf:Document"),
        "dcat:distribution": [
            {
                **_distribution(edition, name, site_url),
                "dcat:byteSize": {"@type": size, "@value": str(len(files[name]))},
            }
            for name in _offered(files)
        ],
    }


def _issue(edition: Edition) -> dict[str, object]:
    """Who publishes, when, in which languages: of a package and of the catalogue alike."""
    return {
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": _both(edition.publisher)},
        "dct:issued": _day(edition.created),
        "dct:modified": _day(edition.updated),
        "dct:language": [
            _typed(f"{_EU}language/{code}", "dct:LinguisticSystem") for code in ("ZHO", "ENG")
        ],
    }


def _distribution(edition: Edition, name: str, site_url: str) -> dict[str, object]:
    """A file: the page that offers it, itself, and its type in the vocabulary of the EU."""
    spec = table_specs().get(name.partition(".")[0])
    title, description = (
        (spec.title, spec.description) if spec else (phrase("catalogue.whole"), edition.description)
    )
    kind = _ending(name).upper()
    download = f"{site_url}{addresses.package_file(edition.name, name)}"
    return {
        "@type": "dcat:Distribution",
        "dct:title": _both(phrase("catalogue.file", title=title, kind=kind)),
        "dct:description": _both(description),
        "dcat:accessURL": _typed(_page(site_url), "rdfs:Resource"),
        "dcat:downloadURL": _typed(download, "rdfs:Resource"),
        "dct:format": _typed(f"{_EU}file-type/{kind}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _typed(_IANA + _media_type(name), "dct:MediaType"),
        "dct:license": _licence(edition),
    }


def _page(site_url: str) -> str:
    return site_url + addresses.DATA


def _typed(address: str, kind: str) -> dict[str, str]:
    return {"@id": address, "@type": kind}


def _licence(edition: Edition) -> dict[str, str]:
    """The one licence by its address; several, of several areas, by their names: one is allowed."""
    first, *others = licences_of(edition.licence)
    if others:
        return {"@type": "dct:LicenseDocument", "rdfs:label": edition.licence}
    return _typed(first.path, "dct:LicenseDocument")


def _download(edition: Edition, name: str, site_url: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": _media_type(name),
        "contentUrl": site_url + addresses.package_file(edition.name, name),
    }


def _offered(files: Iterable[str]) -> list[str]:
    """The files that hold the data; the checksums and the citation are about it."""
    return [name for name in files if _ending(name) in MEDIA_TYPES]


def _media_type(name: str) -> str:
    return MEDIA_TYPES[_ending(name)]


def _ending(name: str) -> str:
    return name.rpartition(".")[2]


def _places(edition: Edition) -> list[Localized]:
    known = edition.vocabulary.areas
    areas = (known[area] for one in edition.datasets for area in one.areas if area in known)
    return [area.name for area in dict.fromkeys(areas)]


def _themes(edition: Edition) -> list[str]:
    """The subjects measured; indicators by the hundred would swell every page."""
    indicators = edition.vocabulary.indicators
    used = {
        o.own.theme if o.own else indicators[o.indicator].theme
        for d in edition.datasets
        for o in d.observations
    }
    themes = edition.vocabulary.themes.values()
    return [_slashed(theme.name) for theme in themes if theme.id in used]


def _slashed(text: Localized) -> str:
    return f"{text.zh} / {text.en}"


def _span(edition: Edition) -> list[tuple[str, str]]:
    """First and last day that anything is said of, as one run; none where nothing is said."""
    periods = [period for dataset in edition.datasets for period in _periods(dataset)]
    if not periods:
        return []
    first, last = min(p.start for p in periods), max(p.end for p in periods)
    return [(first.isoformat(), last.isoformat())]


def _periods(dataset: Dataset) -> Iterable[Period]:
    yield from (observation.period for observation in dataset.observations)
    yield from (target.due for target in dataset.targets)


def _both(text: Localized) -> list[dict[str, str]]:
    tags = addresses.LANGUAGE_TAGS
    return [{"@language": tag, "@value": text[lang]} for lang, tag in tags.items()]


def _day(day: str) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": day}
