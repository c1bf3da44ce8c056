"""Quantities that state nothing: dates, codes, ordinals, lengths of time, thresholds of a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from tally.extract.lexicon import alternation, table
from tally.extract.quantities import COUNTERS, DURATIONS, PERCENT, Form, Quantity
from tally.terms import LeftOutReason as Reason

_WINDOW = 20
_WORDS = table("noise")
_CLASS = alternation(_WORDS["classes"])
_VERB = alternation(table("actions")["flow"])
_UNITLESS = alternation(_WORDS["unitless"])

# 居全国投资潜力第3、绿色发展第4: what holds the first rank holds the list.
_RANKED = re.compile(
    rf"{alternation(_WORDS['ranked'])}|第[0-9一二三四五六七八九十]{{1,3}}[位名]?[、和][^，。；、]{{2,10}}$|[由从]$"
)
_IN_TOP = re.compile(alternation(_WORDS["in_top"]))
_RANK_END = re.compile(
    r"[位名，。；、）”！的和与及且并]|$|左右|以内|—|水平|[升跃降]|上升|提升|晋[位升]"
)
_TIMED = re.compile(
    rf"(?:{alternation(_WORDS['timed'])})(?:[^，。；0-9]{{0,10}}|[0-9]+天[，、][^，。；0-9]{{0,6}})$"
)
_INDEXED = re.compile(
    rf"(?:{_UNITLESS})[^，。；、0-9]{{0,10}}$"
    rf"|(?:{_UNITLESS})[^，。；]{{0,6}}[从由](?:[上去]年|(?:19|20)[0-9]{{2}}年)?[末底]?的?[0-9.]{{1,8}}[^，。；0-9]{{1,6}}$"
)
_QUOTE_OPENS = re.compile(r"[“《][^”》，。；]{0,12}$")
_QUOTE_CLOSES = re.compile(r"[^“《，。；]{0,14}[”》]")
_TALKING_POINT = re.compile(rf"个?(?:{alternation(_WORDS['talking_points'])})|[^，。；]{{0,6}}之一")
_REACHING = re.compile("之?内的?[^，。；、！）0-9]")
_SIZE_CLASS = re.compile("及?以[上下](?:的)?[^，。；、！）0-9]{2}")
_STEP = re.compile(r"大?类?[0-9](?![0-9]?岁|类|级|代|型)|[百千万亿]+元?级?(?:台阶|大关)|大?台阶")
_CODE_BEFORE = re.compile(r"[A-Za-z×xX+\-/〔\[【（(.·#第]$")
_LIST_MARK_BEFORE = re.compile(r"(?:^|\n)[ 　*#]*$|[\[［〔（(]$")
_LIST_MARK_BEHIND = re.compile(r"[.．、）)\]］〕]")
_CODE_BEHIND = tuple("×〕]】号#+")
_PER = re.compile(r"(?:每|满|逢|近|连续|历时|为期)$")
_OCCASIONS = DURATIONS | {"次", "个", "届"}
_THRESHOLD = re.compile(
    rf"(?:及以上|及?以[上下内])的?(?!的?[0-9占])(?:自然|行政|贫困|大型|重点)?(?:{_CLASS})|级|型"
)
# 覆盖92%以上行政村: a share of them.
_ALL_OF = re.compile("以[上下]的?[^，。；、！0-9]{1,8}(?:[，。；、！]|$)")
_LIMIT_OF = re.compile(
    rf"及?以[上下内]的?[0-9]+(?:{alternation(COUNTERS)})|及?以[上下内](?:的[^，。；、\n0-9]{{1,14}}[0-9]|[^，。；、\n0-9]{{2,14}}[0-9]+(?:{alternation(COUNTERS)}))"
)
_TASK = re.compile(
    r"(?:重点|主要|基本|中心|核心|具体)?(?:工作|任务|制度|机制|战略|责任|纪律|措施|举措|关系|作风)"
)
_CIRCLE = re.compile("中?(?:[列居排第]|名列|位[列居])|中[由从]第")
_AMONG = re.compile("[^，。；、0-9]{0,14}中(?![国心小学医等期型])")
_IN = re.compile("(?<![集存现实])在(?:全[国省市区]|我[国省市])?$")
# 总投资超亿元和超千万美元的项目
_EXCEEDING_TOO = re.compile("[和、及或](?:超|过|逾)")
_OF_CLASS = re.compile(rf"(?:及?以[上下内])?的(?:{_CLASS}|有|达|重大|大型)")
_EXCEEDING = re.compile(r"(?:超过?|逾|过|不足|低于|高于)$")
# 10亿元项目7个
_CLASS_COUNTED = re.compile(rf"级?的?(?:{_CLASS})[^，。；：、\n0-9]{{0,6}}[0-9]+[个家户]")
_CLASS_BEHIND = re.compile(
    rf"(?:以上)?的?(?:重大|重点|大型|骨干|龙头|优质)*(?:{_CLASS})|[^，。；、\n0-9上下左]{{1,12}}[0-9]"
)
_AGE_LIMIT = re.compile(r"及?以[上下][^，。；、]|[^，。；、！）左以]")
# 性别比（以女性为100）
_SET_AT = re.compile("以[^，。；、]{1,8}为$")
_CLOCK = re.compile(r"[0-9][时点:：]$")
_SIZES = frozenset((*table("things")["capacities"], *_WORDS["sizes"]))
_COUNT_BEHIND = re.compile(
    r"级?(?![和与及])[^，。；：、（(\n0-9以左的增提降减升扩到至达缩]{1,12}(?<![和与及])[0-9]+[^0-9.%万亿]"
)
_WEIGHTY = PERCENT | {"倍", "成", "番"}
_HANDED_OVER = re.compile(rf"(?:{_VERB}|有|达|共|达到|增至|成为|完成|获|创|建)$")
_COMPARED = re.compile("比|差")
# 10人以上企业 is a class, 100个以上项目 a count.
_HEADS = frozenset(("人", "户", "床", "张", "名", "头", "只", "羽"))
_SMALL = 10
_ENDS = tuple("，。；、")
_FIRST_YEAR = 1000


class Sort(NamedTuple):
    """What a quantity shows of itself, whatever stands around it."""

    form: Form
    unit: str
    chinese: bool


class Spot(NamedTuple):
    """A quantity with a few characters of what stands before and behind it."""

    before: str
    after: str
    quantity: Quantity


Rule = Callable[[Spot], bool]


def noise(text: str, quantity: Quantity) -> Reason | None:
    """Why a quantity of a compact text is none that a reader would call a figure; None where it
    is one."""
    start, end = quantity.start, quantity.end
    spot = Spot(text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW + 4], quantity)
    for reason, rule in _rules(Sort(quantity.form, quantity.unit, quantity.chinese)):
        if rule(spot):
            return reason
    return None


def _year(spot: Spot) -> bool:
    return spot.quantity.value >= _FIRST_YEAR


def _date(spot: Spot) -> bool:
    return spot.quantity.unit != "分" or bool(_CLOCK.search(spot.before))


def _in_circle(spot: Spot) -> bool:
    """在146个国家级高新区中升至第四: among how many a rank is held."""
    return bool(_IN.search(spot.before) and _AMONG.match(spot.after))


def _place(spot: Spot) -> bool:
    """2008镇政府工作总结 is a title, 粤东4市列第1位 a circle that a rank is held in, 12345市民 a
    telephone's number."""
    opens = not spot.before.rstrip("\n") or spot.before.endswith("\n")
    hotline = spot.quantity.unit == "市" and spot.after.startswith("民")
    titled = opens and spot.quantity.value >= _FIRST_YEAR
    return titled or hotline or bool(_CIRCLE.match(spot.after))


def _duration(spot: Spot) -> bool:
    return not _TIMED.search(spot.before)


def _enumerator(spot: Spot) -> bool:
    """2. at the beginning of a line, （3）, the mark of a footnote［12］."""
    opens, closes = _LIST_MARK_BEFORE.search(spot.before), _LIST_MARK_BEHIND.match(spot.after)
    return bool(opens and closes)


def _code(spot: Spot) -> bool:
    """G60, 2×35万千瓦, 〔2019〕5号."""
    before = spot.before.removesuffix("GDP")
    return bool(_CODE_BEFORE.search(before)) or spot.after.startswith(_CODE_BEHIND)


def _unitless(spot: Spot) -> bool:
    """A number without a unit is a figure only of what has none."""
    letter = spot.after[:1].isascii() and spot.after[:1].isalpha()
    return letter or bool(_SET_AT.search(spot.before)) or not _INDEXED.search(spot.before)


def _grade(spot: Spot) -> bool:
    """30万吨级航道, 万亿级产业集群."""
    return bool(spot.quantity.unit)


def _quoted(spot: Spot) -> bool:
    """“333”行动."""
    return bool(_QUOTE_OPENS.search(spot.before) and _QUOTE_CLOSES.match(spot.after))


def _ordinal(spot: Spot) -> bool:
    """第五届, 第二产业; 居全国第二 is a rank."""
    cue = _RANKED if spot.quantity.form == "rank" else _IN_TOP
    return not (_RANK_END.match(spot.after) and cue.search(spot.before))


def _talking_point(spot: Spot) -> bool:
    return bool(_TALKING_POINT.match(spot.after))


def _step(spot: Spot) -> bool:
    """迈上4个万亿元台阶 counts steps; in 12类45件 the second count is the one meant.

    16户68人 and 56条76公里 mean both.
    """
    return bool(_STEP.match(spot.after))


def _per(spot: Spot) -> bool:
    """每2年, 连续10次."""
    occasion = spot.quantity.unit in _OCCASIONS and bool(_PER.search(spot.before))
    return occasion or spot.before.endswith("每")


def _threshold(spot: Spot) -> bool:
    """2000万元以上工业企业, 80岁以上老年人."""
    quantity, after = spot.quantity, spot.after
    if (
        (_THRESHOLD.match(after) and not (quantity.unit in PERCENT and _ALL_OF.match(after)))
        or (quantity.unit not in PERCENT and _LIMIT_OF.match(after))
        or (quantity.unit.endswith("岁") and _age_limit(spot))
    ):
        return True
    exceeding = bool(_EXCEEDING.search(spot.before))
    return bool(_OF_CLASS.match(after)) and (exceeding or after[0] in "及以")


def _age_limit(spot: Spot) -> bool:
    """60岁老人; 人均预期寿命从78岁提高 is a figure."""
    return bool(_AGE_LIMIT.match(spot.after)) and not _TIMED.search(spot.before)


def _exceeding_class(spot: Spot) -> bool:
    """超亿元项目16个, 吞吐量超千万人次的机场, 10亿元项目7个."""
    if _CLASS_COUNTED.match(spot.after):
        return True
    if not _EXCEEDING.search(spot.before):
        return False
    if spot.after.startswith("的") or _EXCEEDING_TOO.match(spot.after):
        return True
    return bool(_CLASS_BEHIND.match(spot.after))


def _size(spot: Spot) -> bool:
    """110千伏变电站2座: a size inside the name of what is counted."""
    return bool(_COUNT_BEHIND.match(spot.after))


def _small_talk(spot: Spot) -> bool:
    """A small Chinese numeral counts only where a verb hands it over (新增两家, not 三个村)."""
    quantity = spot.quantity
    if quantity.value > _SMALL and quantity.unit not in ("次", "届"):
        return False
    if quantity.value == 1 or quantity.unit not in COUNTERS or _TASK.match(spot.after):
        return True
    listed = quantity.high is not None and spot.after[:1] in _ENDS  # 引进企业三五个。
    return not (listed or _HANDED_OVER.search(spot.before))


def _is_weighty(unit: str) -> bool:
    return unit in _WEIGHTY or unit[0] in "万亿"


def _proportion(spot: Spot) -> bool:
    """07:41 is a time, 3:40:57 the parts of a whole, 1.93:1 a ratio where one is spoken of."""
    quantity = spot.quantity
    if len(quantity.parts) > 2:
        return not 95 <= sum(value for *_, value in quantity.parts) <= 105
    return not _COMPARED.search(spot.before)


def _reach(spot: Spot) -> bool:
    """60米内换乘比例, 15分钟内到达: how far or how long a name reaches."""
    return bool(_REACHING.match(spot.after))


def _class_of_size(spot: Spot) -> bool:
    """220千伏及以上线路 narrows what is measured; 1类新药 is a kind of them."""
    return bool(_SIZE_CLASS.match(spot.after))


def _sort_of(spot: Spot) -> bool:
    """3个1类新药: which sort the counted things are of."""
    return bool(re.search("[0-9两三四五六七八九十][个种款项]$", spot.before))


def _any(_: Sort) -> bool:
    return True


# Each rule with the reason that it leaves a number out for, and the quantities that it can speak
# of, by form, unit and script.
RULES: tuple[tuple[Reason, Callable[[Sort], bool], Rule], ...] = (
    (Reason.YEAR, lambda q: q.unit == "年", _year),
    (Reason.DATE, lambda q: q.unit in ("月", "日", "分"), _date),
    (Reason.DURATION, lambda q: q.unit in DURATIONS, _duration),
    (Reason.NAME, lambda q: q.unit in ("镇", "乡", "村", "县", "市", "省"), _place),
    (Reason.QUALIFIER, lambda q: q.unit in ("个", "家"), _in_circle),
    (Reason.LIST_NUMBER, lambda q: q.form == "bare", _enumerator),
    (Reason.CODE, lambda q: q.form != "ratio", _code),
    (Reason.CODE, lambda q: q.form == "bare", _unitless),
    (Reason.QUALIFIER, lambda q: q.unit.endswith("级"), _grade),
    (Reason.ORDINAL, lambda q: q.unit in _WORDS["grades"], _grade),
    (Reason.POLICY_NAME, _any, _quoted),
    (Reason.ORDINAL, lambda q: q.form in ("rank", "top"), _ordinal),
    (Reason.LIST_NUMBER, lambda q: q.unit in COUNTERS, _talking_point),
    (Reason.FIGURE_OF_SPEECH, lambda q: q.unit in _WORDS["sorted_by"], _step),
    (Reason.QUALIFIER, _any, _per),
    (
        Reason.QUALIFIER,
        lambda q: q.form == "amount" and (q.unit not in COUNTERS or q.unit in _HEADS),
        _threshold,
    ),
    (
        Reason.QUALIFIER,
        lambda q: q.form == "amount" and q.unit not in COUNTERS | PERCENT,
        _exceeding_class,
    ),
    (Reason.QUALIFIER, lambda q: q.unit.lstrip("万亿") in _SIZES, _size),
    (
        Reason.FIGURE_OF_SPEECH,
        lambda q: q.chinese and q.form == "amount" and not _is_weighty(q.unit),
        _small_talk,
    ),
    (Reason.CODE, lambda q: q.form == "ratio", _proportion),
    (Reason.QUALIFIER, lambda q: q.unit in ("米", "公里", "千米", "分钟", "小时", "天"), _reach),
    (
        Reason.QUALIFIER,
        lambda q: q.unit in ("千伏", "伏", "吨级", "米", "毫米", "兆瓦", "千瓦"),
        _class_of_size,
    ),
    (Reason.QUALIFIER, lambda q: q.unit in ("类", "级", "代", "型"), _sort_of),
)


@lru_cache(maxsize=1024)
def _rules(sort: Sort) -> tuple[tuple[Reason, Rule], ...]:
    return tuple((reason, rule) for reason, applies, rule in RULES if applies(sort))
