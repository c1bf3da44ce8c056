"""The search catalogue: one row for each thing that can be found, read by assets/js/find/.

A row is [kind, route, title zh, title en, words, theme, figures]. `words` are further names and the
pinyin of those that do not sound as the table of sounds says, separated by bars; `theme` is the
id of an indicator's. A figure is [id, value zh, value en, when zh, when en]; the first is shown
where none was asked for, and a promise says that it is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

import yaml

from tally.records.model import Indicator, Localized, Observation, Source, Target, Theme
from tally.records.periods import is_year
from tally.site import routes
from tally.site.library import Library
from tally.site.links import home_of
from tally.site.routes import LANGS, Lang
from tally.site.spelling import by_character, folded, misread, other_scripts, sounds
from tally.site.views.figures import period_label, promise_text
from tally.site.views.indicator import latest_first, newest
from tally.terms import Measure, TargetType
from tally.words import say
from tally.words.tables import everywhere

Shown = tuple[str, str, str, str, str]
Row = tuple[str, str, str, str, str, str, tuple[Shown, ...]]
FILE = "assets/catalogue.json"
_MEASURES = tuple(measure for measure in Measure if measure is not Measure.LEVEL)


def catalogue(library: Library) -> Mapping[str, object]:
    """The rows, and the tables that reading what is typed needs."""
    found = tuple(rows(library))
    names = [name for row in found for name in (row[2], *row[4].split("|"))]
    areas = library.vocabulary.areas.values()
    known = sounds(names)
    spoken = by_character(known)
    synonyms = _synonyms()
    return {
        **synonyms,
        "measures": {key: _both(f"measure.{key}") for key in _MEASURES},
        "promise": _both("column.promise"),
        "areas": {area.id: f"{area.name.zh} {area.name.en}" for area in areas},
        "sounds": known,
        "scripts": other_scripts((*names, *chain(*synonyms["same"]))),
        "rows": [(*row[:4], _with_pinyin(row, spoken), *row[5:]) for row in found],
    }


def rows(library: Library) -> Iterator[Row]:
    """All rows: indicators, milestones, themes, sources, pages."""
    yield from (indicator_row(indicator, library) for indicator in library.indicators)
    milestones = (t for t in library.promises if t.type == TargetType.MILESTONE)
    yield from (milestone_row(target, library) for target in milestones)
    yield from theme_rows(library)
    yield from (source_row(source) for source in library.sources.values())
    yield from page_rows()


def indicator_row(indicator: Indicator, library: Library) -> Row:
    """An indicator with its figures, the one to show first, then its promises; figures that read
    alike once."""
    observed = latest_first(library.observations.get(indicator.id, ()))
    first = newest(observed, library)
    by_year = sorted(observed, key=lambda o: not is_year(o.period))
    shown = [_figure(record, library) for record in (*([first] if first else ()), *by_year)]
    shown += [_promise(target, library) for target in library.targets.get(indicator.id, ())]
    once: dict[tuple[str, ...], Shown] = {}
    for figure in shown:
        once.setdefault(figure[1:], figure)
    alone = len(library.areas) == 1
    route = (
        routes.series(library.areas[0].area, indicator.id)
        if alone
        else routes.indicator(indicator.id)
    )
    figures = tuple(once.values())
    return _row("i", route, indicator.name, figures, indicator.aliases, indicator.theme)


def milestone_row(target: Target, library: Library) -> Row:
    """A promise without a number, shown with its verdict."""
    title = target.title or Localized(target.id, target.id)
    verdict = library.outlooks[target.id].verdict.code
    what = _figured(target.id, _said(f"verdict_code.{verdict}"), _due(target))
    return _row("t", home_of(target), title, (what,))


def theme_rows(library: Library) -> Iterator[Row]:
    """The themes that have indicators, each shown with their number."""
    for theme in library.vocabulary.themes.values():
        count = sum(i.theme == theme.id for i in library.indicators)
        if count:
            yield _theme_row(theme, count)


def _theme_row(theme: Theme, count: int) -> Row:
    shown = _figured("", _said("search.indicators", n=count), _said("column.theme"))
    return _row("h", routes.theme(theme.id), theme.name, (shown,))


def source_row(source: Source) -> Row:
    """A source, shown with the date it was published."""
    published = Localized(source.published, source.published)
    shown = _figured("", published, _said("column.source"))
    route = routes.source(source.dataset, source.id)
    return _row("s", route, source.title, (shown,), (source.publisher.zh, source.publisher.en))


def page_rows() -> Iterator[Row]:
    """The pages that are no indicator, milestone, theme or source."""
    shown = _figured("", Localized("", ""), _said("search.page"))
    for key in routes.PAGES:
        short = _said(f"page.{key}.short")
        yield _row("p", f"{key}/", _said(f"page.{key}.title"), (shown,), (short.zh, short.en))


def _row(
    kind: str,
    route: str,
    title: Localized,
    figures: Sequence[Shown],
    words: Iterable[str] = (),
    theme: str = "",
) -> Row:
    return kind, route, title.zh, title.en, joined(words, title), theme, tuple(figures)


def joined(words: Iterable[str], title: Localized) -> str:
    """The words once each, folded, without those that the titles already are."""
    known = {folded(title.zh), folded(title.en), ""}
    unique = dict.fromkeys(folded(word) for word in words)
    return "|".join(word for word in unique if word not in known)


def _with_pinyin(row: Row, spoken: Mapping[str, str]) -> str:
    """The words of a row with the pinyin of those that the table of sounds does not tell."""
    names = [row[2], *row[4].split("|")]
    odd = [sound for name in names if (sound := misread(name, spoken))]
    return "|".join([*filter(None, [row[4]]), *odd])


def _figure(observation: Observation, library: Library) -> Shown:
    value = _told(observation, library)
    when = everywhere(lambda lang: period_label(observation.period, lang))
    return _figured(observation.id, value, when)


def _promise(target: Target, library: Library) -> Shown:
    verdict = _said(f"verdict_code.{library.outlooks[target.id].verdict.code}")
    due = _due(target)
    when = everywhere(lambda lang: f"{due[lang]} · {verdict[lang]}")
    return _figured(target.id, _told(target, library), when)


def _told(record: Observation | Target, library: Library) -> Localized:
    return everywhere(lambda lang: promise_text(record, library, lang))


def _due(target: Target) -> Localized:
    def due(lang: Lang) -> str:
        return say("indicator.promise", lang, due=period_label(target.due, lang))

    return everywhere(due)


def _figured(figure: str, value: Localized, when: Localized) -> Shown:
    return figure, value.zh, value.en, when.zh, when.en


def _said(key: str, **values: object) -> Localized:
    return everywhere(lambda lang: say(key, lang, **values))


def _both(key: str) -> str:
    return " ".join(say(key, lang) for lang in LANGS)


@cache
def _synonyms() -> Mapping[str, list[Any]]:
    """`same`: groups of words of one meaning; `ignored`: words that say nothing."""
    text = files("tally.site").joinpath("synonyms.yml").read_text("utf-8")
    table = yaml.load(text, Loader=yaml.CSafeLoader)
    same = [[folded(word) for word in group] for group in table["same"]]
    return {"same": same, "ignored": [word for group in table["ignored"] for word in group]}
