"""The words before a number, taken apart: subject, predicates, comparator, base."""

from __future__ import annotations

import re
from typing import NamedTuple

from tally.extract.lexicon import Affixes, roles, table
from tally.extract.numerals import DIGITS

_TO = ("到", "至", "为", "成", "到了")
_PREDICATES = table("predicates")
_COMPARATORS = table("comparators")
_NAMES = table("names")
_CHANGES = (*_PREDICATES["change_up"], *_PREDICATES["change_down"])

# Longer words win; a word in two groups has the later role.
ROLES: dict[str, str] = {
    **roles({k: v for k, v in _PREDICATES.items() if k != "rank"}),
    **{verb + to: "level" for verb in _CHANGES for to in _TO if verb[-1] not in "率速幅"},
    **{verb + "了": role for role in ("change_up", "change_down") for verb in _PREDICATES[role]},
    **{f"{verb}{word}": role for role, words in _COMPARATORS["before"].items()
       for word in words for verb in ("达", "达到", "突破至")},
    **roles(_COMPARATORS["before"]),
}  # fmt: skip
COMPARATORS = frozenset(_COMPARATORS["before"])
RANKING: dict[str, str] = {**ROLES, **dict.fromkeys(_PREDICATES["rank"], "rank")}
_ENDS, _RANK_ENDS = Affixes.of(ROLES), Affixes.of(RANKING)
_KEPT_ENDS = Affixes.of(dict.fromkeys(_NAMES["kept_ends"], ""))
_FRONTS = Affixes.of(dict.fromkeys(_NAMES["lead_words"], ""))
_KEPT_FRONTS = Affixes.of(dict.fromkeys(_NAMES["kept_fronts"], ""))

_YEAR = r"(?:19|20)[0-9]{2}"
_PLAN = r"(?:[“]?(?:十[一二三四五六七八九]|[七八九])五[”]?|“十五”)"
_TIME_FRONT = re.compile(
    rf"(?:截至|截止|到|至|在|力争到|预计到)?{_YEAR}(?:[-—–~～至到]{{1,2}}{_YEAR})?年度?(?:[0-9]{{1,2}}月)?(?:末|底|上半年|下半年|全年|以来|期间|，)?"
    rf"|{_PLAN}(?:时期|期间|以来|末期|末|的五年|这五年|五年来|五年)?|(?:截至|截止|到|至)?(?:目前|[0-9]{{1,2}}[-—–至]?[0-9]{{0,2}}月份?[末底]?)"
    r"|(?:过去|这|近|前)?的?[一二三四五六七八九十0-9]{1,2}年(?:来|间|累计|共)|(?:已?连续|蝉联)[一二两三四五六七八九十0-9]{1,3}[届次年]|连续(?=实施|举办|开展)|\[[0-9]{1,2}\]|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]{1,2}(?:[是要]|、(?![一二三四五六七八九]))|[—―─]{1,3}|--|[0-9]{1,2}[.、．]|[●◆■·○◎▲△※①-⑳⑴-⒇]"
)
# Below this a clause names no one that something is done for.
_SHORT = 8
_BEFORE_YEAR = frozenset("全半上去今明当")
_COUNT = "[一二两三四五六七八九十0-9]{1,2}"
_TIME_END = re.compile(
    rf"(?:比|较|从|由|自)?(?:{_YEAR}年?(?:末|底|同期)?|{_PLAN}(?:末|初|期末|时期|期间)?"
    r"|[上去今]年(?:末|底|同期)?|年初|上半年|[一二三]季度|前三季度|上期|同期|五年前"
    rf"|[近过去前]{{0,2}}{_COUNT}年|(?<=[从由])年初预算数?)的?$"
)
_AGAINST = re.compile(
    r"(?P<word>(?<![对评占同环类])比(?![赛例重率值较])|较|高于|低于|快于|高出|优于|低出|好于)(?P<base>(?:全国|全省|全市|全区|全州|同期|预期|预算|年初|目标|上级|省|市|国家|规划|计划|工业|GDP|经济|城镇|农村|常住|[^，。；、比较高低]{1,10})(?:[^，。；比较]{0,12})?)$"
)
# How a figure was worked out says nothing of whose it is, nor does what was passed on the way:
# 跨过两个千亿元大关、达到2350亿元.
_ASIDE = re.compile(
    r"(?:与|同|和|跟)[^，；。]{2,24}相比，?|^相比，|(?:按|扣除|剔除|不含|还原)(?:(?:19|20)[0-9]{2}年)?[^，。；0-9]{2,14}(?:计算|因素(?:影响)?|口径|算)后?，?"
    r"|在[^，；。0-9]{2,20}基础上"
    rf"|是?继(?={_YEAR}年)|之后，(?=首次|再次|又|再)"
    r"|(?:连续|接连|先后)?(?:跨过|跨越|迈过|迈上|跃上|突破|越过)[^，。；、0-9]{0,12}(?:大关|台阶|关口)"
    r"(?:、|，(?=达|超|突破|实现))?"
)
# 比上年净增3万户: held against a time, what was added is a change.
_ADDED = ("净增", "净增加", "新增", "新增加")
_ADDED_SINCE = re.compile(r"((?:比|较)[^，。；、比较]{0,7}[年期初末底])(?:净增加?|新增加?)$")
# 迈上900亿元台阶、达901.8亿元: what was passed is no name of what comes behind.
_PASSED = re.compile(
    "^新?(?:台阶|大关|关口|门槛|行列|俱乐部|方阵|大台阶)(?:[、，]|(?=达|增|[比较]上年|同比))"
)
# 总投资5亿元的南山项目、总投资3亿元的…: the project belongs to the number before.
_OF_THE_LAST = re.compile("^的[^，。；、]{2,24}、(?=(?:计划|协议|合同)?总?投资额?$)")
# 158个行政村中共有贫困村103个
_AMONG = re.compile("^[^，。；：、0-9]{1,10}中，?[共现]?有(?=[^，。；])")
# 经济概况2006年财政收入: what heads a paragraph stands before the year.
_HEADED = re.compile(rf"^[^，。；占比较]{{1,12}}?{_YEAR}年度?(?=[^年月初末底以的来]{{2}})")
# 与2010年普查的3.1人相比
_HELD_AGAINST = re.compile(rf"(?:，|^)?[与同比较]{_YEAR}年[^，；。与同比较]{{0,16}}的$")
# 比一季度加快0.7个百分点
_PACE = ("加快", "加速", "放缓")
_FASTER_SINCE = re.compile(r"((?:比|较)[^，。；、比较]{1,12})(?:加快|加速|放缓)$")
# 支出（扣除债券外）, （2006—2010年，下同）: a note is no part of a name, its stops end no clause.
_NOTES = re.compile(r"(?:(?<=.)|^)[（(][^（()）\n]{1,60}[）)]")
# 为残疾儿童提供康复服务2万人次: for whom it was done is not what is counted.
_FOR_WHOM = re.compile(
    r"[^，。；：]{0,4}?(?:为|向|给|对)(?!口)[^，。；：]{2,60}?"
    r"(?=(?:免费|累计)?(?:开展|提供|发放|组织|办理|减免|解决|兑付|支付)[^，。；：]{2})"
)
_LINKS = "，。；：、！？\n和与及并且 "
# 卫生院12家（其中中心卫生院3家）: the bracket only opens.
_BRACKETS = ("（", "(")
_OPENED = re.compile(r"^[（(](?=[^（()）]*$)")
# 下降（同口径）19.6%
_NOTE = re.compile(r"[（(][^（）()]{1,24}[）)]$")
# 增速：5%: the colon only sets the number off.
_SET_OFF = re.compile(r"(?<![是为下即中如目标括])[：:]$")
_TO_LAST_BREAK = re.compile(r".*[，；：。！？\n]", re.DOTALL)


class Lead(NamedTuple):
    """`subject` is what is left of the last clause; `context` the clauses before it.

    `roles` are those of the words peeled, nearest the number first; `against` is what a
    difference is taken from; `time` the time words nearest the number.
    """

    subject: str
    context: str
    words: tuple[str, ...]
    roles: tuple[str, ...]
    against: str = ""
    above: bool = True
    time: str = ""

    @property
    def comparator(self) -> str | None:
        return next((role for role in self.roles if role in COMPARATORS), None)

    @property
    def change(self) -> str | None:
        """change_up or change_down when the word that governs the number says so."""
        governing = next((r for r in self.roles if r not in COMPARATORS and r != "adverbs"), None)
        return governing if governing in ("change_up", "change_down") else None


def read_lead(text: str, ranked: bool = False) -> Lead:
    """Take apart the words between one number and the next; `ranked` before a rank."""
    if "）" in text:
        text = _NOTES.sub("", text)
    text = _OF_THE_LAST.sub("", _PASSED.sub("", text.lstrip(_LINKS)))
    text = _SET_OFF.sub("", _ASIDE.sub("", text))
    if text[:1] in _BRACKETS:
        text = _OPENED.sub("", text)
    if "中" in text:
        text = _AMONG.sub("", text)
    if text.endswith("的"):
        text = _HELD_AGAINST.sub("", text)
    last = _TO_LAST_BREAK.match(text)
    cut = last.end() if last else 0
    clause, context = text[cut:], text[:cut]
    if clause.endswith(("）", ")")):
        clause = _NOTE.sub("", clause)
    if clause.endswith(_ADDED):
        clause = _ADDED_SINCE.sub(r"\1增加", clause)
    if clause.endswith(_PACE):
        clause = _FASTER_SINCE.sub(_paced, clause)
    clause, words, time = _peel(clause, ranked)
    found = tuple(RANKING[word] for word in words)
    against, above = "", True
    if _changing(found) or set(found) <= {"adverbs"}:
        clause, against, above = _split_against(clause, _changing(found))
        if against:
            clause, more, _ = _peel(clause, ranked)
            words, found = (*words, *more), (*found, *(RANKING[word] for word in more))
    if "年" in clause:
        clause = _HEADED.sub("", clause)
    return Lead(strip_front(_without_whom(clause)), context, words, found, against, above, time)


def _paced(match: re.Match[str]) -> str:
    return match[1] + ("回落" if match.group().endswith("放缓") else "提高")


def _without_whom(clause: str) -> str:
    match = _FOR_WHOM.match(clause) if len(clause) > _SHORT else None
    return clause[match.end() :] if match else clause


def _changing(found: tuple[str, ...]) -> bool:
    return any(role.startswith("change") for role in found)


def _peel(clause: str, ranked: bool) -> tuple[str, tuple[str, ...], str]:
    """Take predicates, adverbs, comparators and times off the end of a clause."""
    words: list[str] = []
    time = ""
    ends = _RANK_ENDS if ranked else _ENDS
    while clause:
        word = None if _KEPT_ENDS.last(clause) else _end(clause, ends)
        verb = VERBS.last(clause) if word else None
        if word and not (verb and len(verb) > len(word)):
            words.append(word)
            clause = clause[: -len(word)].rstrip("、")
            continue
        match = _TIME_END.search(clause[-16:])
        if match is None:
            break
        time = time or match.group()
        clause = clause[: -len(match.group())].rstrip("、")
    clause = "" if clause in DIGITS else clause.rstrip("、，")  # 两年平均增长5.6%
    return clause, tuple(words), time


def _end(clause: str, ends: Affixes) -> str | None:
    """The word that a clause ends with; 全年增长 is no 年增长."""
    word = ends.last(clause)
    if word and word[0] == "年" and clause[-len(word) - 1 : -len(word)] in _BEFORE_YEAR:
        return ends.last(word[1:])
    return word


def _split_against(clause: str, changing: bool) -> tuple[str, str, bool]:
    match = _AGAINST.search(clause[-30:])
    if match is None or (not changing and match["word"] in ("比", "较")):
        return clause, "", True
    above = not match["word"].startswith("低")
    return clause[: len(clause) - len(match.group())], match["base"], above


def strip_front(clause: str) -> str:
    """Take times, places and filler off the front of a clause."""
    while clause:
        clause = clause.lstrip("，、：；。” ")
        match = _TIME_FRONT.match(clause)
        if match:
            clause = clause[match.end() :]
            continue
        word = None if _KEPT_FRONTS.first(clause) else _FRONTS.first(clause)
        if word is None:
            break
        clause = clause[len(word) :]
    return clause


_NOUNS = Affixes.of(dict.fromkeys(table("actions")["nouns"], ""))
VERBS = Affixes.of(dict.fromkeys(table("actions")["flow"], ""))


def ends_with_verb(subject: str) -> str | None:
    """The verb of doing that a subject ends with, as in 全年新增."""
    return VERBS.last(subject)


def starts_with_verb(subject: str) -> str | None:
    """The verb of doing that a subject begins with, as in 新增专利授权."""
    return None if _NOUNS.first(subject) else VERBS.first(subject)


SCOPES = Affixes.of(dict.fromkeys(_NAMES["scopes"], ""))
