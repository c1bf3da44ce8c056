"""The fixed words of charts, in both languages, and sentences put together from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tally.records.model import Localized

_NAMED_SOURCES = 3

SAY: Mapping[str, Localized] = {
    "growth": Localized("增长", "growth"),
    "share": Localized("占比", "share"),
    "change": Localized("变化", "change"),
    "cumulative": Localized("累计", "total"),
    "ratio": Localized("倍数", "ratio"),
    "rank": Localized("位次", "rank"),
    "index": Localized("指数", "index"),
    "gap": Localized("差距", "gap"),
    "level": Localized("数值", "level"),
    "reported": Localized("实绩", "reported"),
    "preliminary": Localized("预计或初步数", "preliminary"),
    "extracted": Localized("机器读取，未审核", "read by machine, not yet reviewed"),
    "outcome": Localized("实际", "outcome"),
    "derived": Localized("推算", "derived"),
    "target": Localized("目标", "target"),
    "target-extracted": Localized(
        "目标，机器读取，未审核", "target, read by machine, not yet reviewed"
    ),
    "met": Localized("达成", "met"),
    "missed": Localized("未达成", "missed"),
    "undecidable": Localized("无法判定", "undecidable"),
    "pending": Localized("尚无结果", "not yet reported"),
    "conflict": Localized("后来修订，或两处来源不一", "revised later, or two sources disagree"),
    "bound": Localized("只知道超过（或不到）", "known only to be more (or less)"),
    "broken": Localized("线断处：缺年份或口径不同", "a gap: no figure, or another scope"),
    "over-years": Localized("几年合计或平均", "total or average of several years"),
    "target-over-years": Localized("目标：几年合计或平均", "target for several years"),
    "legend": Localized("图例", "What the marks mean"),
    "exact": Localized("目标：定数", "target: exact"),
    "about": Localized("目标：左右", "target: about"),
    "at-least": Localized("目标：以上", "target: at least"),
    "at-most": Localized("目标：以内", "target: at most"),
    "range": Localized("目标：区间", "target: range"),
    "relation": Localized("目标：与另一指标同步", "target: in step with another indicator"),
    "period": Localized("时期", "Period"),
    "what": Localized("类别", "Kind"),
    "measure": Localized("指标口径", "Measure"),
    "figure": Localized("数值", "Figure"),
    "indicator": Localized("指标", "Indicator"),
    "promise": Localized("承诺", "Promise"),
    "theme": Localized("主题", "Theme"),
    "verdict": Localized("结果", "Verdict"),
    "due": Localized("期限", "Due"),
    "as-before": Localized("与上年持平", "as in the year before"),
    "no-unit": Localized("", "number"),
}


def fill(zh: str, en: str, *parts: Localized) -> Localized:
    """Both wordings with their `{}` places filled, language by language."""
    return Localized(zh.format(*(p.zh for p in parts)), en.format(*(p.en for p in parts)))


def joined(parts: list[Localized], zh: str, en: str) -> Localized:
    """The parts with a separator of each language between them."""
    return Localized(zh.join(p.zh for p in parts), en.join(p.en for p in parts))


def sourced(titles: Iterable[Localized]) -> Localized:
    """The source line: each title once, the first three by name and the others by number."""
    named = list(dict.fromkeys(titles))
    first, more = joined(named[:_NAMED_SOURCES], "；", "; "), len(named) - _NAMED_SOURCES
    if more > 0:
        return Localized(f"来源：{first.zh}；另{more}处", f"Source: {first.en}; {more} more")
    return Localized(f"来源：{first.zh}", f"Source: {first.en}")


def capital(text: Localized) -> Localized:
    """The same with an English capital at the start."""
    return Localized(text.zh, text.en[:1].upper() + text.en[1:])
