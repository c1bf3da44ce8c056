"""The search catalogue: one row for each thing that can be found, read by assets/js/search.js.

A row is [route, kind, title zh, title en, shown zh, shown en, words]. `words` is what is searched
besides the titles: aliases, pinyin, initials, traditional characters, figures; NFKC, lower case,
groups separated by a bar so that no match runs across two of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

from tally.records.model import Indicator, Localized, Source, Target
from tally.site import routes
from tally.site.format import stated
from tally.site.frame import MENU
from tally.site.library import Library
from tally.site.links import permanent
from tally.site.routes import LANGS, Lang
from tally.site.views.figures import period_label, promise_text
from tally.site.views.indicator import latest_first, newest
from tally.site.views.promises import subject
from tally.site.words import say

Row = tuple[str, str, str, str, str, str, str]
FILE = "assets/catalogue.json"


def rows(library: Library) -> list[Row]:
    """All rows: indicators first, then promises, sources and pages."""
    return [
        *(indicator_row(indicator, library) for indicator in library.indicators),
        *(target_row(target, library) for target in library.all_targets),
        *(source_row(source) for source in library.sources.values()),
        *page_rows(),
    ]


def indicator_row(indicator: Indicator, library: Library) -> Row:
    """An indicator, shown with its latest figure; any figure it ever had finds it."""
    observed = latest_first(library.observations.get(indicator.id, ()))
    units = library.vocabulary.units
    figures = [stated(o.figure, units) for o in observed]
    promised = [stated(t.figure, units) for t in library.targets.get(indicator.id, ()) if t.figure]
    shown = [_latest(indicator, library, lang) for lang in LANGS]
    words = [*chinese_words(indicator.name.zh), *indicator.aliases]
    words += [traditional(alias) for alias in indicator.aliases]
    found_by = joined([*words, *figures, *promised], indicator.name)
    return _row(routes.indicator(indicator.id), "i", indicator.name, shown, found_by)


def target_row(target: Target, library: Library) -> Row:
    """A promise, shown with its wording and its verdict; its indicator is found in its stead by
    pinyin and aliases, which keeps the catalogue small."""
    verdict = library.outlooks[target.id].verdict.code
    names = [
        f"{subject(target, library, lang)} · "
        + say("indicator.promise", lang, due=period_label(target.due, lang))
        for lang in LANGS
    ]
    shown = [
        " · ".join((*_wording(target, library, lang), say(f"verdict.{verdict}", lang)))
        for lang in LANGS
    ]
    title = Localized(names[0], names[1])
    figures = [stated(target.figure, library.vocabulary.units)] if target.figure else []
    own = chinese_words(subject(target, library, "zh")) if target.title else ()
    found_by = joined([*own, *figures], title)
    return _row(permanent(target), "t", title, shown, found_by)


def source_row(source: Source) -> Row:
    """A source, shown with the date it was published."""
    found_by = joined([*chinese_words(source.title.zh), source.publisher.zh], source.title)
    shown = [source.published, source.published]
    return _row(routes.source(source.area, source.id), "s", source.title, shown, found_by)


def page_rows() -> Iterator[Row]:
    """The pages that are no indicator, promise or source."""
    for key in MENU:
        title = Localized(say(f"page.{key}.title", "zh"), say(f"page.{key}.title", "en"))
        words = [say(f"page.{key}.short", lang) for lang in LANGS]
        yield _row(
            f"{key}/", "p", title, ["", ""], joined([*chinese_words(title.zh), *words], title)
        )


def chinese_words(text: str) -> tuple[str, ...]:
    """Other ways to type a Chinese text: pinyin, its initials, traditional characters."""
    return spelled(text), initials(text), traditional(text)


def spelled(text: str) -> str:
    return "".join(lazy_pinyin(text))


def initials(text: str) -> str:
    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER))


def traditional(text: str) -> str:
    return str(_converter().convert(text))


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")


def joined(words: Iterable[str], title: Localized) -> str:
    """The words once each, folded, without those that the titles already are."""
    known = {folded(title.zh), folded(title.en), ""}
    unique = dict.fromkeys(folded(word) for word in words)
    return "|".join(word for word in unique if word not in known)


def folded(text: str) -> str:
    """As the script folds what is typed: NFKC, lower case, bars as spaces."""
    return unicodedata.normalize("NFKC", text).lower().replace("|", " ").strip()


def _wording(target: Target, library: Library, lang: Lang) -> tuple[str, ...]:
    return () if target.type == "milestone" else (promise_text(target, library, lang),)


def _latest(indicator: Indicator, library: Library, lang: Lang) -> str:
    observed = latest_first(library.observations.get(indicator.id, ()))
    latest = newest(observed, library)
    if latest is None:
        return ""
    return f"{promise_text(latest, library, lang)} · {period_label(latest.period, lang)}"


def _row(route: str, kind: str, title: Localized, shown: list[str], words: str) -> Row:
    return route, kind, title.zh, title.en, shown[0], shown[1], words
