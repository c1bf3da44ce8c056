"""Text without the spaces and line breaks that cut words and numbers, with the way back."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass

from tally.extract.furniture import furniture
from tally.extract.lines import Lines
from tally.extract.quantities import UNIT

# Blanks beside Chinese or before a unit carry no meaning; those between Latin words do.
_BLANK = r"[ \t\u00a0\u2000-\u200b\u3000\ufeff]"
_LOOSE = re.compile(
    rf"(?<!{_BLANK})(?:(?<![0-9A-Za-z.]){_BLANK}++|{_BLANK}++(?![0-9A-Za-z.])"
    rf"|(?<=[0-9]){_BLANK}++(?=[.%])|(?<=[0-9]\.){_BLANK}++(?=[0-9]))"
)
# 1 126.5亿元 and 4 2家: a number that was set apart.
_SPLIT = re.compile(r"(?<=[0-9]) (?=[0-9](?:[0-9. ]{0,8}[0-9])? ?[%‰\u4e00-\u9fff])")
# 1535.51[1]亿元, 人均生产总值[2]36935元: a footnote mark inside a statement.
_MARK = re.compile(r"\[(?<=[0-9\u4e00-\u9fff）”]\[)[0-9]{1,2}\](?=[-%‰0-9\u4e00-\u9fff，；、（])")
# 二○○六年, character for character, so that places stay.
_YEAR_DIGITS = "○〇零OoＯ0一二三四五六七八九"
_CHINESE_YEAR = re.compile(
    rf"(?<![{_YEAR_DIGITS}十])[一二][○〇零OoＯ0九][{_YEAR_DIGITS}]{{2}}(?=年)"
)
_CHINESE_DIGITS = str.maketrans(_YEAR_DIGITS, "0000000123456789")
_LINE_END = re.compile(r"\n(?=[^\n])")
_OPENING_STOPS = tuple("，。；、）％%")
_STOPS = "。；！？：:;!?.”）)」』》"
_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]+[、是要]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．](?!\d)|第[一二三四五六七八九十]+[章节篇部]|——|--|●|◆|■|·|○|\||表|注"
    r"|(?:发布|发表|更新|信息)?(?:时间|日期|来源|作者|编辑|编号|文号)[：:])"
)
_TITLE_ENDS = (
    "报告", "公报", "纲要", "会议上", "大会上", "代表大会", "通报", "汇报", "工作总结", "工作计划",
    "完成情况", "进展情况", "执行情况", "运行情况", "实事项目", "的通知", "的建议", "的说明",
    "的讲话", "的意见", "行动方案", "行动计划", "实施方案",
)  # fmt: skip
# A line shorter than this was ended by its writer, not by the page's width.
_WRAPPED_WIDTH = 20
_LONGEST_HEADING = 60
# Pages that break their lines around numbers: at least so many lines show it.
_RAGGED = 4
_RAGGED_LINE = re.compile(r"\n(?=[0-9.,]+%?[ \t]*\n|[，。；、）％%])")
# 8000 and, on the next line, 余人次; 2020 and 年我局.
_NUMBER_LINE = re.compile(r"[0-9][0-9.,]*")
_GOES_ON = re.compile(rf"[年余多%％‰]|[百千万亿]{{0,2}}(?:{UNIT})")
# 投资完成 and, on a line behind, 9.3亿元.
_LED_ON = re.compile(
    r"(?:完成|达到?|实现|增长|下降|提高|增加|减少|超过?|突破|[率重值额入]为)"
    r"[ \t]*(\n[ \t\u3000\n]*)(?=[0-9][0-9.,]*[百千万亿]*[%‰元个家人吨亩公户件辆])"
)
# Pages as narrow as this have been seen; a line may be short or long by so much.
_NARROWEST, _RAGGEDNESS, _FEWEST_FULL = 16, 2, 4
_PROSE = re.compile("[，。；、]")


@dataclass(frozen=True, slots=True)
class Compact:
    """`text` with loose blanks gone; `places[i]` is where character i stood before."""

    text: str
    places: array[int]

    def span_before(self, start: int, end: int) -> tuple[int, int]:
        """The span that `text[start:end]` was made from."""
        return self.places[start], self.places[end - 1] + 1

    def before(self, places: array[int]) -> array[int]:
        """Where the characters at `places` stood."""
        return array("I", map(self.places.__getitem__, places))


def _in_digits(match: re.Match[str]) -> str:
    return match.group().translate(_CHINESE_DIGITS)


def compact(text: str) -> Compact:
    """Drop blanks inside words and numbers, and join lines that a page's width had cut."""
    lines = Lines.of(text)
    plain = _CHINESE_YEAR.sub(_in_digits, lines.text).replace("℅", "%")
    bare = _without(plain, furniture(plain))
    dense = _without(bare.text, _dropped(bare.text))
    places = dense.places if len(bare.text) == len(plain) else bare.before(dense.places)
    return Compact(dense.text, lines.before(places))


def _without(text: str, spans: list[tuple[int, int]]) -> Compact:
    """The text without spans, which are in order; one may begin within another."""
    pieces: list[str] = []
    places = array("I")
    done = 0
    for start, end in (*spans, (len(text), len(text))):
        if start > done:
            pieces.append(text[done:start])
            places.extend(range(done, start))
        done = max(done, end)
    return Compact("".join(pieces), places)


def _dropped(text: str) -> list[tuple[int, int]]:
    blanks = [m.span() for pattern in (_LOOSE, _SPLIT, _MARK) for m in pattern.finditer(text)]
    return sorted(blanks + _joints(text)) if "\n" in text else sorted(blanks)


def _joints(text: str) -> list[tuple[int, int]]:
    """Line breaks that fall inside a sentence."""
    ragged = len(_RAGGED_LINE.findall(text)) >= _RAGGED
    width = _page_width(text)
    ends = [match.span() for match in _LINE_END.finditer(text)]
    led = [match.span(1) for match in _LED_ON.finditer(text)]
    return led + [
        (at, end)
        for at, end in ends
        if _wrapped(text, at, width) or _number_cut(text, at) or (ragged and _cut(text, at))
    ]


def _page_width(text: str) -> int:
    """The length that the lines of a page have; 0 where each paragraph is one line."""
    lengths = Counter(len(line) for line in text.split("\n") if line)
    wide = {size: count for size, count in lengths.items() if size >= _NARROWEST}
    if not wide:
        return 0
    size = max(wide, key=lambda one: (sum(wide.get(one + d, 0) for d in (-1, 0, 1)), one))
    full = sum(wide.get(size + d, 0) for d in (-1, 0, 1))
    longer = sum(count for one, count in wide.items() if one > size + _RAGGEDNESS)
    return size if full >= _FEWEST_FULL and full > 2 * longer else 0


def _number_cut(text: str, at: int) -> bool:
    """Whether a line ends within a number, or before its unit."""
    before, after = text[max(0, at - _LONGEST_HEADING) : at], text[at + 1 : at + 13]
    line = before.rpartition("\n")[2]
    if not _PROSE.search(line) and not _PROSE.search(after):
        return False
    if line[-2:-1].isdigit() and line[-1:] == ".":
        return after[:1].isdigit()
    return line[-1:].isdigit() and bool(_GOES_ON.match(after))


def _cut(text: str, at: int) -> bool:
    """Whether a ragged page broke its line here: before a stop, or beside a number."""
    start = text.rfind("\n", max(0, at - _LONGEST_HEADING), at) + 1
    line, after = text[start:at].strip(), text[at + 1 : at + 13].lstrip()
    if after[:1] in _OPENING_STOPS:
        return True
    if _NUMBER_LINE.fullmatch(line):
        return bool(_GOES_ON.match(after))
    prose = line[-1:] not in _STOPS and _PROSE.search(text[max(0, at - _LONGEST_HEADING) : at])
    return bool(prose) and after[:1] != "\n" and not _HEADING.match(after)


def _wrapped(text: str, at: int, width: int) -> bool:
    line = text[text.rfind("\n", max(0, at - _LONGEST_HEADING), at) + 1 : at]
    full = bool(width) and abs(len(line) - width) <= _RAGGEDNESS
    if not full and len(line) < _LONGEST_HEADING and _HEADING.match(line):
        return False
    before = text[max(0, at - _WRAPPED_WIDTH) : at]
    if (len(before) < _WRAPPED_WIDTH or "\n" in before) and not full:
        return False
    if before.rstrip()[-1:] in _STOPS or before.rstrip().endswith(_TITLE_ENDS):
        return False
    after = text[at + 1 : at + 9]
    return not (after[0] in " \t\u3000" or _HEADING.match(after))
