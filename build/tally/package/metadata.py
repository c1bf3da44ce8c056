"""What search engines and data catalogues read: schema.org Dataset and DCAT, as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tally.package import addresses
from tally.package.descriptor import MEDIA_TYPES
from tally.package.edition import Edition, stable_id
from tally.package.formats.json_text import json_bytes
from tally.package.licences import licence_of
from tally.records.model import Dataset, Localized
from tally.records.periods import parse_period

_IANA = "https://www.iana.org/assignments/media-types/"
_FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/"
_DCAT_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_UNSAFE_IN_HTML = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def schema_org(edition: Edition, files: Sequence[str], root: str) -> str:
    """The package as a schema.org Dataset, safe inside a <script> of any page.

    `files` are the names of the package's files; `root` is the way to the site's root: its
    address where that is known, else relative to the page that holds this.
    """
    licence = licence_of(edition.licence)
    content = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "identifier": stable_id(edition.name),
        "name": edition.title.zh,
        "alternateName": edition.title.en,
        "description": f"{edition.description.zh}\n\n{edition.description.en}",
        "url": root + addresses.DATA,
        "version": edition.version,
        "dateCreated": edition.created,
        "dateModified": edition.updated,
        "license": licence.path or licence.name,
        "isAccessibleForFree": True,
        "inLanguage": list(addresses.LANGUAGE_TAGS.values()),
        "keywords": list(edition.keywords),
        "publisher": {"@type": "Organization", "name": edition.publisher.en},
        "creator": _creators(edition),
        "spatialCoverage": [{"@type": "Place", "name": name} for name in _places(edition)],
        "temporalCoverage": [f"{first}/{last}" for first, last in _span(edition)],
        "variableMeasured": _themes(edition),
        "distribution": [_download(edition, name, root) for name in _offered(files)],
    }
    return embeddable({name: value for name, value in content.items() if value})


def embeddable(content: object) -> str:
    """JSON that no HTML parser can take for anything else than the text of its <script>."""
    return msgspec.json.encode(content).decode().translate(_UNSAFE_IN_HTML)


def dcat(packages: Iterable[tuple[Edition, Mapping[str, bytes]]], root: str) -> bytes:
    """The DCAT catalogue of all packages with their files, as JSON-LD.

    `root` is as for `schema_org`, seen from the file that is written.
    """
    return json_bytes(
        {
            "@context": _DCAT_CONTEXT,
            "@id": stable_id("catalogue"),
            "@type": "dcat:Catalog",
            "dct:title": _both(Localized("数据目录", "Data catalogue")),
            "dcat:dataset": [_dataset(*package, root) for package in packages],
        }
    )


def _dataset(edition: Edition, files: Mapping[str, bytes], root: str) -> dict[str, object]:
    return {
        "@id": stable_id(edition.name),
        "@type": "dcat:Dataset",
        "dct:identifier": edition.name,
        "dct:title": _both(edition.title),
        "dct:description": _both(edition.description),
        "dct:issued": _day(edition.created),
        "dct:modified": _day(edition.updated),
        "dcat:version": edition.version,
        "dcat:keyword": list(edition.keywords),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": _both(edition.publisher)},
        "dct:spatial": [{"@type": "dct:Location", "dct:title": name} for name in _places(edition)],
        "dct:temporal": [
            {"@type": "dct:PeriodOfTime", "dcat:startDate": _day(first), "dcat:endDate": _day(last)}
            for first, last in _span(edition)
        ],
        "dcat:landingPage": {"@id": root + addresses.DATA},
        "dcat:distribution": [
            _distribution(edition, name, len(files[name]), root) for name in _offered(files)
        ],
    }


def _distribution(edition: Edition, name: str, size: int, root: str) -> dict[str, object]:
    """A file as DCAT-AP asks: the page that offers it, and its type in the vocabulary of the EU."""
    licence = licence_of(edition.licence)
    return {
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:accessURL": {"@id": root + addresses.DATA},
        "dcat:downloadURL": {"@id": root + addresses.package_file(edition.name, name)},
        "dct:format": {"@id": _FILE_TYPES + _ending(name).upper()},
        "dcat:mediaType": {"@id": _IANA + _media_type(name)},
        "dcat:byteSize": size,
        "dct:license": {"@id": licence.path} if licence.path else licence.name,
    }


def _download(edition: Edition, name: str, root: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": _media_type(name),
        "contentUrl": root + addresses.package_file(edition.name, name),
    }


def _offered(files: Iterable[str]) -> list[str]:
    """The files that hold the data; the checksums and the citation are about it."""
    return [name for name in files if _ending(name) in MEDIA_TYPES]


def _media_type(name: str) -> str:
    return MEDIA_TYPES[_ending(name)]


def _ending(name: str) -> str:
    return name.rpartition(".")[2]


def _creators(edition: Edition) -> list[dict[str, str]]:
    return [{"@type": "Organization", "name": who.title} for who in edition.contributors]


def _places(edition: Edition) -> list[str]:
    areas = (edition.vocabulary.areas.get(dataset.area) for dataset in edition.datasets)
    return [f"{area.name.zh} / {area.name.en}" for area in areas if area]


def _themes(edition: Edition) -> list[str]:
    """The subjects measured; indicators by the hundred would swell every page."""
    indicators = edition.vocabulary.indicators
    used = {indicators[o.indicator].theme for d in edition.datasets for o in d.observations}
    themes = edition.vocabulary.themes.values()
    return [f"{theme.name.zh} / {theme.name.en}" for theme in themes if theme.id in used]


def _span(edition: Edition) -> list[tuple[str, str]]:
    """First and last day that anything is said of, as one run; none where nothing is said."""
    periods = [parse_period(text) for dataset in edition.datasets for text in _periods(dataset)]
    if not periods:
        return []
    first, last = min(p.start for p in periods), max(p.end for p in periods)
    return [(first.isoformat(), last.isoformat())]


def _periods(dataset: Dataset) -> Iterable[str]:
    yield from (observation.period for observation in dataset.observations)
    yield from (target.due for target in dataset.targets)


def _both(text: Localized) -> list[dict[str, str]]:
    tags = addresses.LANGUAGE_TAGS
    return [{"@language": tag, "@value": getattr(text, lang)} for lang, tag in tags.items()]


def _day(day: str) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": day}
