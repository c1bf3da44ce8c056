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
_RADICALS = {
    **{ord(pair[0]): ord(pair[1]) for pair in (
        "⺁厂 ⺅亻 ⺆冂 ⺇几 ⺈刀 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺐尢 ⺒巳 ⺓幺 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歹 ⺟母 ⺠民 ⺡氵 "
        "⺢氺 ⺣灬 ⺤爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺰纟 ⺱罒 ⺲罒 ⺳网 ⺴网 ⺵网 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺聿 ⺻聿 "
        "⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃西 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑长 ⻒长 ⻓长 "
        "⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻟饣 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫齐 "
        "⻬齐 ⻭齿 ⻮齿 ⻯龙 ⻰龙 ⻱龟 ⻲龟 ⻳龟"
    ).split()},
    **{code: ord(unicodedata.normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6)},
}  # fmt: skip
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
    """Full-width digits, letters and ％ to half width, radicals to the characters they look like."""
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
