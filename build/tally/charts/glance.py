"""All promises as one picture: a mark for each, by theme, in the order of their verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from tally.charts.design import Design, Picture, Row
from tally.charts.finding import promised
from tally.charts.kinds.grammar import MARKS
from tally.charts.measures import FULL_WIDTH, MARKS_A_ROW, TITLE_SIZE, balanced, text_width
from tally.charts.model import Sketch, same
from tally.charts.panel import noted
from tally.charts.words import sourced
from tally.derive.ledger import Ledger
from tally.derive.model import Outlook
from tally.records.model import Localized, Theme
from tally.terms import Inference, VerdictCode
from tally.words.tables import called, joined, phrase

_ORDER = tuple(VerdictCode)
_AT_THE_LEFT = {"dx": 0, "dy": 0, "align": "left", "tone": "muted"}
_KEY_STEP = 34.0  # of a mark in the key, with the room beside its words


@dataclass(frozen=True, slots=True)
class _Block:
    """The promises of one theme, sorted."""

    name: Localized
    outlooks: tuple[Outlook, ...]


def glance_sketch(ledger: Ledger, outlooks: Iterable[Outlook], site: Localized) -> Sketch | None:
    """The verdicts of all promises, theme by theme; None where there are none."""
    outlooks = tuple(outlooks)
    if not outlooks:
        return None
    blocks = _blocks(outlooks, ledger)
    title = _title(outlooks)
    source = sourced(ledger.sources[o.target.evidence.source].title for o in outlooks)
    return Sketch(
        kind="glance",
        title=title,
        description=joined("list.sentence", [title, *(_spoken(block) for block in blocks)]),
        columns=(phrase("column.theme"), *map(called, _ORDER)),
        rows=tuple(_table_row(block) for block in blocks),
        picture=partial(_picture, blocks, outlooks, ledger, title, (source, site)),
        figures=len(outlooks),
        source=source,
    )


def _blocks(outlooks: tuple[Outlook, ...], ledger: Ledger) -> list[_Block]:
    """In the order of the vocabulary's themes; themes without promises are left out."""
    themes: Iterable[Theme] = ledger.vocabulary.themes.values()
    found = ((theme, [o for o in outlooks if o.target.theme == theme.id]) for theme in themes)
    return [_Block(theme.name, tuple(sorted(own, key=_rank))) for theme, own in found if own]


def _rank(outlook: Outlook) -> tuple[int, bool]:
    return _ORDER.index(outlook.verdict.code), _is_derived(outlook)


def _is_derived(outlook: Outlook) -> bool:
    return outlook.verdict.inference == Inference.DERIVED


def _mark(outlook: Outlook) -> str:
    """A verdict that is inferred looks so."""
    code = str(outlook.verdict.code)
    return f"{code}-derived" if _is_derived(outlook) and f"{code}-derived" in MARKS else code


def _picture(
    blocks: list[_Block],
    outlooks: Sequence[Outlook],
    ledger: Ledger,
    title: Localized,
    notes: Iterable[Localized],
    lang: str,
) -> Picture:
    facts, names, row = list[Row](), list[Row](), 0
    for block in blocks:
        names.append({"row": row, "label": block.name[lang], **_AT_THE_LEFT})
        for index, outlook in enumerate(block.outlooks):
            place = {"row": row + 1 + index // MARKS_A_ROW, "column": index % MARKS_A_ROW}
            says = _note(outlook, ledger)[lang]
            facts.append({**place, "mark": _mark(outlook), "says": says})
        row += 1 + -(-len(block.outlooks) // MARKS_A_ROW)
    return Picture(
        Design("glance"),
        {"title": balanced(title[lang], FULL_WIDTH, TITLE_SIZE)},
        {
            **{"facts": facts, "names": names, "key": list(_key(outlooks, lang))},
            "notes": [noted(notes, lang)],
        },
    )


def _key(outlooks: Sequence[Outlook], lang: str) -> Iterator[Row]:
    """What the marks mean, with how many there are of each, where there are any."""
    x = 6.0
    counts = Counter(_mark(outlook) for outlook in outlooks)
    for code in _ORDER:
        for mark in (str(code), f"{code}-derived"):
            if counts[mark]:
                words = called(code) if mark == code else phrase("chart.by", words=called(code))
                label = f"{words[lang]} {counts[mark]}"
                yield {"x": x, "mark": mark, "label": label}
                x += text_width(label) + _KEY_STEP


def _note(outlook: Outlook, ledger: Ledger) -> Localized:
    target = outlook.target
    if target.title is not None:
        return phrase("chart.of", name=target.title, words=called(outlook.verdict.code))
    own = target.own
    name = own.name if own else ledger.indicator(target.indicator or "").name
    what = promised(outlook, ledger) or phrase("mark.target")
    verdict = called(outlook.verdict.code)
    return phrase("chart.judged", name=name, words=what, verdict=verdict)


def _title(outlooks: Sequence[Outlook]) -> Localized:
    said = joined("list.clause", list(_counted("so_many", outlooks)))
    return phrase("chart.promises", n=str(len(outlooks)), words=said)


def _counted(key: str, outlooks: Sequence[Outlook]) -> Iterator[Localized]:
    """How many promises have each verdict, where any has it, and how many of them by inference."""
    for code in _ORDER:
        own = [outlook for outlook in outlooks if outlook.verdict.code == code]
        derived = sum(map(_is_derived, own))
        said = phrase(f"chart.{key}", words=called(code), n=str(len(own)))
        if derived:
            said = phrase("chart.of_which", words=said, n=str(derived))
        if own:
            yield said


def _spoken(block: _Block) -> Localized:
    words = joined("list.clause", list(_counted("count", block.outlooks)))
    return phrase("chart.of", name=block.name, words=words)


def _table_row(block: _Block) -> tuple[Localized, ...]:
    cells = []
    for code in _ORDER:
        own = [outlook for outlook in block.outlooks if outlook.verdict.code == code]
        derived = sum(map(_is_derived, own))
        number = same(str(len(own)))
        cells.append(phrase("chart.of_which", words=number, n=str(derived)) if derived else number)
    return (block.name, *cells)
