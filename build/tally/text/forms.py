"""Script, width, entities and punctuation: one form for what is written in several."""

import html
import re
import unicodedata
from functools import cache

from opencc import OpenCC

from tally.text.mapped import Mapped, replaced, translated

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_HALF_WIDTH = {
    **{0xFF10 + i: ord("0") + i for i in range(10)},
    **{0xFF21 + i: ord("A") + i for i in range(26)},
    **{0xFF41 + i: ord("a") + i for i in range(26)},
    **str.maketrans("％＋．", "%+."),
}
# Radicals look like the characters they are parts of, and PDF files give them in their place.
_PARTS = (
    "⺁⺅⺆⺇⺈⺉⺊⺌⺍⺎⺐⺒⺓⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺦⺧⺨⺩⺪⺫⺬⺭⺮⺰⺱⺲"
    "⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚"
    "⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_WHOLE = (
    "厂亻冂几刀刂卜小小兀尢巳幺彐忄心扌攵旡日月歹母民氵氺灬爫丬牛犭王疋目示礻竹纟罒罒"
    "网网网羊羊羊耂聿聿月臼艹艹艹虎衤西西见角角讠贝足车辶辶辶邑钅长长长门阜阝雨青韦页"
    "风飞食食饣饣首马骨鬼鱼鸟卤麦黄黾齐齐齿齿龙龙龟龟龟"
)
_RADICALS = {
    **str.maketrans(_PARTS, _WHOLE),
    **{code: ord(unicodedata.normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6)},
}
_FOLDED = {**_HALF_WIDTH, **_RADICALS}
_CHINESE_MARK = str.maketrans(",:;!?()", "，：；！？（）")
# A mark between Latin letters or digits is their own (1,000, 12:30, http://); a full-width
# one between digits with a thousands group behind it was theirs too.
_MARK = re.compile(r"(?<![A-Za-z0-9/ ])[,:;!?()]|[,:;!?()](?![A-Za-z0-9/ ])")
_THOUSANDS = re.compile(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")


def decode_entities(mapped: Mapped) -> Mapped:
    """HTML entities to the characters they name; an unknown one stays as it is."""
    return replaced(mapped, _ENTITY, lambda match: html.unescape(match.group()))


def fold_width(mapped: Mapped) -> Mapped:
    """Full-width digits, letters and ％ to half width, radicals to what they look like."""
    return translated(mapped, mapped.text.translate(_FOLDED))


def simplify(mapped: Mapped) -> Mapped:
    """Traditional characters to simplified ones, by phrase (OpenCC t2s), one for one."""
    converter = _converter()
    text = converter.convert(mapped.text)
    if len(text) != len(mapped.text):
        text = "".join(_same_length(converter.convert(c), c) for c in mapped.text)
    return translated(mapped, text)


def restore_punctuation(mapped: Mapped) -> Mapped:
    """ASCII marks beside Chinese to their Chinese forms."""
    text = _MARK.sub(lambda m: m.group().translate(_CHINESE_MARK), mapped.text)
    return translated(mapped, _THOUSANDS.sub(",", text))


def _same_length(converted: str, character: str) -> str:
    return converted if len(converted) == 1 else character


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
