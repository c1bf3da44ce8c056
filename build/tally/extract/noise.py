"""Quantities that state nothing: dates, codes, ordinals, lengths of time, thresholds of a name."""

from __future__ import annotations

import re
from collections.abc import Callable

from tally.extract.lexicon import alternation, table
from tally.extract.quantities import COUNTERS, DURATIONS, PERCENT, Quantity

_WINDOW = 14
_SCOPES = r"全国|全省|全市|全区|全县|全球|世界|国际|中部|西部|东部|东北|北方|南方|西南|西北|华东|各省|各市|省内|市内|同类|行业|国内|亚洲|长三角|第[一二三]方阵"
_RANKED = re.compile(
    rf"[居列排占获]|位[居列次]|名列|保持|稳定|[升降][至到]|跃|跻身|进入|挺进|{_SCOPES}"
)
_RANK_END = re.compile(r"[位名]|[，。；、）”！的和与及]|$|且|并|左右|以内|—|水平")
_TOP_CUE = re.compile(r"[居列排]|位[居列]|进入|挺进|跻身|入围|稳定|保持|迈入|步入")
_TIMED = re.compile(r"(?:天数|时间|时长|时限|周期|期限|用时|日数|时数|寿命)[^，。；0-9]{0,10}$")
_INDEXED = re.compile(
    r"(?:指数|系数|之比|收入比|比值|倍差|满意度|得分|总分|分值|生育率|性别比|强度|比例|评分|比)[^，。；、0-9]{0,10}$"
    r"|(?:指数|系数|收入比|倍差|满意度|得分|比)[^，。；]{0,6}[从由][0-9.]{1,8}[^，。；0-9]{1,6}$"
)
_QUOTED = re.compile(r"[“《][^”》，。；]{0,12}$")
_UNQUOTED = re.compile(r"[^“《，。；]{0,14}[”》]")
_VAGUE = re.compile(
    r"个?(?:方面|环节|层面|维度|阶段|坚持|必须|更加|确保|关键|意识|自信|维护|确立|突出|统筹|重大突破|着力|要求|代表|全面|转变|到位|导向|原则|抓手|强化|注重|行动方案|专项行动|月底|月末)"
)
_STEP = re.compile(r"大?类?[0-9]|[百千万亿]+元?(?:级)?(?:台阶|大关)|台阶|大台阶")
_BEFORE_CODE = re.compile(r"[A-Za-z×xX+\-/〔\[【（(.·#第]$")
_PER = re.compile(r"(?:每|满|逢|近|连续|历时|为期)$")
_CLASS = r"项目|企业|工业|人口|人群|老年人|老人|儿童|婴幼儿|幼儿|青少年|县|城市|产业|集群|单位|村|家庭|客户|机组|锅炉|泊位|航道|园区|平台|人才|贸易|商贸|限额|规模|景区|学校|医院|居民|职工|法人|建筑|耕地|工程|大关|台阶|级"
_THRESHOLD = re.compile(
    rf"(?:及?以[上下内]|及以上|以[上下])(?:的)?(?!的?[0-9占])(?={_CLASS})|级|规模以上|型"
)
_OF_CLASS = re.compile(rf"(?:及?以[上下内])?的(?:{_CLASS}|有|达|重大|大型)")
_EXCEEDING = re.compile(r"(?:超过?|逾|过|不足|低于|高于)$")
_CLASS_BEHIND = re.compile(rf"{_CLASS}|[^，。；、0-9上下左]{{1,12}}[0-9]")
_CLOCK = re.compile(r"[0-9][时点:：]$")
_SHORT_VERBS = alternation(w for w in table("actions")["flow"])
_WEIGHTY = frozenset((*PERCENT, "倍", "成", "番"))
_COUNTED = re.compile(rf"(?:{_SHORT_VERBS}|有|达|共|达到|增至|成为|完成|获|创|建)$")

Rule = Callable[[str, str, Quantity], bool]


def is_noise(text: str, quantity: Quantity) -> bool:
    """Whether a quantity of a compact text is none that a reader would call a figure."""
    before = text[max(0, quantity.start - _WINDOW) : quantity.start]
    after = text[quantity.end : quantity.end + _WINDOW + 4]
    return any(rule(before, after, quantity) for rule in RULES)


def _date(before: str, after: str, quantity: Quantity) -> bool:
    unit = quantity.unit
    return unit in ("年", "月", "日") or (unit == "分" and bool(_CLOCK.search(before)))


def _duration(before: str, after: str, quantity: Quantity) -> bool:
    return quantity.unit in DURATIONS and not _TIMED.search(before)


def _code(before: str, after: str, quantity: Quantity) -> bool:
    if quantity.form == "ratio":
        return False
    return bool(_BEFORE_CODE.search(before)) or after[:1] in "×〕]】号#+" and after[:1] != ""


def _bare(before: str, after: str, quantity: Quantity) -> bool:
    if quantity.form != "bare":
        return False
    return not _INDEXED.search(before) or after[:1].isascii() and after[:1].isalpha()


def _grade(before: str, after: str, quantity: Quantity) -> bool:
    return quantity.unit in (
        "级",
        "吨级",
        "万吨级",
        "期",
        "届",
        "批",
        "代",
        "版",
        "师",
        "科",
        "层",
        "P",
    )


def _quoted(before: str, after: str, quantity: Quantity) -> bool:
    return bool(_QUOTED.search(before) and _UNQUOTED.match(after))


def _ordinal(before: str, after: str, quantity: Quantity) -> bool:
    if quantity.form == "rank":
        return not (_RANK_END.match(after) and _RANKED.search(before))
    return quantity.form == "top" and not (_RANK_END.match(after) and _TOP_CUE.search(before))


def _vague(before: str, after: str, quantity: Quantity) -> bool:
    return quantity.unit in COUNTERS and bool(_VAGUE.match(after))


def _steps(before: str, after: str, quantity: Quantity) -> bool:
    """迈上4个万亿元台阶 counts steps; in 12类45件 the second count is the one meant."""
    return quantity.unit in COUNTERS and bool(_STEP.match(after))


def _per(before: str, after: str, quantity: Quantity) -> bool:
    return bool(_PER.search(before)) and (
        quantity.unit in DURATIONS or quantity.unit in ("次", "个", "届")
    ) or before.endswith("每")


def _threshold(before: str, after: str, quantity: Quantity) -> bool:
    if quantity.form != "amount":
        return False
    if _THRESHOLD.match(after) or quantity.unit.endswith("岁") and re.match(r"及?以[上下]", after):
        return True
    if _OF_CLASS.match(after) and (_EXCEEDING.search(before) or after[0] in "及以"):
        return True
    own = quantity.unit not in COUNTERS and quantity.unit not in PERCENT
    if own and after.startswith("的") and _EXCEEDING.search(before):
        return True
    return bool(own and _EXCEEDING.search(before) and _CLASS_BEHIND.match(after))


def _small_talk(before: str, after: str, quantity: Quantity) -> bool:
    """A small Chinese numeral counts only where a verb hands it over."""
    if not quantity.chinese or quantity.form != "amount":
        return False
    if quantity.value > 10 and quantity.unit not in ("次", "届"):
        return False
    if quantity.unit in _WEIGHTY or quantity.unit[0] in "万亿":
        return False
    return quantity.value == 1 or not _COUNTED.search(before)


def _proportion(before: str, after: str, quantity: Quantity) -> bool:
    if quantity.form != "ratio":
        return False
    if len(quantity.parts) > 2:
        return not 95 <= sum(value for *_, value in quantity.parts) <= 105
    return "比" not in before and "倍差" not in before


RULES: tuple[Rule, ...] = (
    _date, _duration, _code, _bare, _grade, _quoted, _ordinal, _vague, _steps, _per, _threshold,
    _small_talk, _proportion,
)  # fmt: skip
