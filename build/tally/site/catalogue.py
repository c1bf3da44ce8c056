"""What the search is given, read by assets/js/find/: names first, figures when they are asked for.

`assets/catalogue.json` has what a first answer needs: the names of areas, themes, indicators and
pages, which areas an indicator is told of, and the tables for reading what is typed. What follows
only where an answer wants it lies in files of their own below `assets/find/`: sources and
milestones, the figures of an area, and which series state a number.

`words` of a name are further names and the pinyin of those that do not sound as the table of
sounds says, separated by bars.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from tally.records.model import Area, Indicator, Localized, Observation, Source, Target
from tally.site import routes
from tally.site.library import Library
from tally.site.links import home_of
from tally.site.routes import LANGS, Lang
from tally.site.spelling import Sounds, by_character, folded, misread, other_scripts, sounds
from tally.site.views.figures import period_label, promise_text
from tally.site.views.indicator import latest_first, newest
from tally.site.views.lists import shown_themes
from tally.terms import Measure, TargetType
from tally.words import say, search_words
from tally.words.tables import everywhere

Shown = tuple[str, str, str, str, str]
Named = tuple[str, str, str, str]
Row = tuple[object, ...]
Numbers = Mapping[str, Mapping[str, list[int]]]
FILE = "assets/catalogue.json"
FOLDER = "assets/find/"
_MEASURES = tuple(measure for measure in Measure if measure is not Measure.LEVEL)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SHARD = 2  # digits that tell where a number is looked up


def catalogue(library: Library, pages: Iterable[str] = routes.PAGES) -> Mapping[str, object]:
    """The names, and the tables that reading what is typed needs."""
    words = {name: [_folded(g) for g in groups] for name, groups in search_words().items()}
    endings = tuple(chain(*words.pop("endings")))
    areas = [area_row(library.vocabulary.areas[one], endings) for one in _areas(library)]
    themes = [(t.id, t.name.zh, t.name.en, "") for t in shown_themes(library)]
    named = [_named(i.id, i.name, i.aliases) for i in library.indicators]
    found = list(page_rows(pages))
    told = sounds(name for row in (*areas, *themes, *named, *found) for name in _names(row))
    spoken = by_character(told)
    places = {theme[0]: place for place, theme in enumerate(themes)}
    written = chain(*words["same"], *words["near"], *(row[2:4] for row in documents(library)))
    return {
        **words,
        "ignored": list(chain(*words["ignored"])),
        "measures": {key: _both(f"measure.{key}") for key in _MEASURES},
        "promise": _both("column.promise"),
        "sounds": told,
        "scripts": other_scripts(
            (*chain(*map(_names, (*areas, *themes, *named, *found))), *map(str, written))
        ),
        "areas": [_spelled(row, spoken) for row in areas],
        "themes": [_spelled(row, spoken) for row in themes],
        "indicators": [
            (*_spelled(row, spoken), places[one.theme], *spread(one, library))
            for row, one in zip(named, library.indicators, strict=True)
        ],
        "pages": [_spelled(row, spoken) for row in found],
    }


def files(library: Library, pages: Iterable[str] = routes.PAGES) -> Iterator[tuple[str, object]]:
    """The catalogue, and each file of what follows, by its path."""
    of_areas = {area: figures(area, library) for area in _areas(library)}
    stated = numbers(of_areas, library)
    yield FILE, {**catalogue(library, pages), "numbers": list(stated)}
    yield f"{FOLDER}documents.json", list(documents(library))
    for area, own in of_areas.items():
        yield f"{FOLDER}figures/{area}.json", own
    for digits, series in stated.items():
        yield f"{FOLDER}numbers/{digits}.json", series


def area_row(area: Area, endings: Sequence[str]) -> Named:
    """An area, also by its name without what it is: 河北 for 河北省."""
    ending = max((e for e in endings if area.name.zh.endswith(e)), key=len, default="")
    return _named(area.id, area.name, [area.name.zh.removesuffix(ending)])


def page_rows(pages: Iterable[str]) -> Iterator[Named]:
    """The pages that are no area, indicator, theme or source."""
    for key in pages:
        short = _said(f"page.{key}.short")
        yield _named(f"{key}/", _said(f"page.{key}.title"), (short.zh, short.en))


def spread(indicator: Indicator, library: Library) -> tuple[int, str]:
    """How many figures an indicator has, and the areas that have some: a bit for each of the
    catalogue, the first lowest, in hexadecimal digits."""
    told = set(library.areas_of(indicator.id))
    bits = sum(1 << place for place, area in enumerate(_areas(library)) if area in told)
    return len(library.records_of(indicator.id)), f"{bits:x}"


def documents(library: Library) -> Iterator[Row]:
    """Sources and milestones: [kind, route, title zh, title en, words, place of the area or -1,
    what is shown beside it]."""
    places = {area: place for place, area in enumerate(_areas(library))}
    for source in library.sources.values():
        yield "s", *source_row(source), places.get(source.area or "", -1), _published(source)
    for target in library.promises:
        if target.type == TargetType.MILESTONE:
            title = target.title or Localized(target.id, target.id)
            row = _named(home_of(target, library), title, ())
            yield "t", *row, places.get(target.area, -1), _ending(target, library)


def source_row(source: Source) -> Named:
    route = routes.source(source.dataset, source.id)
    return _named(route, source.title, (source.publisher.zh, source.publisher.en))


def figures(area: str, library: Library) -> Mapping[str, list[Shown]]:
    """The figures of an area by indicator: the one to show first, then its promises,
    newest first. Of an
    indicator those that read alike stand once. An id stands without area and indicator."""
    told = ((one.id, _figures(one, area, library)) for one in library.told_in(area))
    return {
        indicator: [(row[0].removeprefix(f"{area}/{indicator}/"), *row[1:]) for row in own]
        for indicator, own in told
    }


def _figures(indicator: Indicator, area: str, library: Library) -> Iterable[Shown]:
    observed = latest_first(library.observed(indicator.id, area))
    first = newest(observed, library)
    by_year = sorted(observed, key=lambda o: not o.period.is_year)
    shown = [_figure(record, library) for record in (*([first] if first else ()), *by_year)]
    promised = sorted(library.promised(indicator.id, area), key=lambda t: t.due, reverse=True)
    shown += [_promise(target, library) for target in promised]
    once: dict[tuple[str, ...], Shown] = {}
    for figure in shown:
        once.setdefault(figure[1:], figure)
    return once.values()


def numbers(of_areas: Mapping[str, Mapping[str, list[Shown]]], library: Library) -> Numbers:
    """For each number, as either language writes it, the series that state it: places of area and
    indicator in turn. Tables are by the first two digits that count: 4250 and 425.0 stand in 42."""
    places = {one.id: place for place, one in enumerate(library.indicators)}
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for area, own in enumerate(of_areas.values()):
        for indicator, shown in own.items():
            for number in sorted({n for row in shown for n in _numbers(f"{row[1]} {row[2]}")}):
                digits = number.replace(".", "").strip("0")
                found[digits[:_SHARD]][number] += area, places[indicator]
    return {shard: dict(sorted(found[shard].items())) for shard in sorted(found) if shard}


def _numbers(text: str) -> Iterator[str]:
    return (number.replace(",", "") for number in _NUMBER.findall(text))


def _areas(library: Library) -> tuple[str, ...]:
    return tuple(area for area in library.ledgers if area in library.vocabulary.areas)


def _folded(words: Iterable[str]) -> list[str]:
    return [folded(word) for word in words]


def _names(row: Named) -> tuple[str, ...]:
    return (row[1], *row[3].split("|"))


def _named(key: str, name: Localized, words: Iterable[str]) -> Named:
    return key, name.zh, name.en, joined(words, name)


def joined(words: Iterable[str], title: Localized) -> str:
    """The words once each, folded, without those that the titles already are."""
    known = {folded(title.zh), folded(title.en), ""}
    unique = dict.fromkeys(folded(word) for word in words)
    return "|".join(word for word in unique if word not in known)


def _spelled(row: Named, spoken: Sounds) -> Named:
    """A row with the pinyin of the names that the table of sounds does not tell."""
    odd = [sound for name in _names(row) if (sound := misread(name, spoken))]
    return *row[:3], "|".join([*filter(None, [row[3]]), *odd])


def _published(source: Source) -> tuple[str, ...]:
    when = _said("column.source")
    return "", source.published, source.published, when.zh, when.en


def _ending(target: Target, library: Library) -> Shown:
    """A promise without a number, with its verdict."""
    verdict = _said(f"verdict_code.{library.outlooks[target.id].verdict.code}")
    return _shown(target.id, verdict, _due(target))


def _figure(observation: Observation, library: Library) -> Shown:
    when = everywhere(lambda lang: period_label(observation.period, lang))
    return _shown(observation.id, _told(observation, library), when)


def _promise(target: Target, library: Library) -> Shown:
    verdict = _said(f"verdict_code.{library.outlooks[target.id].verdict.code}")
    due = _due(target)
    when = everywhere(lambda lang: f"{due[lang]} · {verdict[lang]}")
    return _shown(target.id, _told(target, library), when)


def _told(record: Observation | Target, library: Library) -> Localized:
    return everywhere(lambda lang: promise_text(record, library, lang))


def _due(target: Target) -> Localized:
    def due(lang: Lang) -> str:
        return say("indicator.promise", lang, due=period_label(target.due, lang))

    return everywhere(due)


def _shown(figure: str, value: Localized, when: Localized) -> Shown:
    return figure, value.zh, value.en, when.zh, when.en


def _said(key: str) -> Localized:
    return everywhere(lambda lang: say(key, lang))


def _both(key: str) -> str:
    return " ".join(say(key, lang) for lang in LANGS)
