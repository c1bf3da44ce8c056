"""From the words of a subject to the name of an indicator."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tally.extract.lead import VERBS, strip_front
from tally.extract.lexicon import Affixes, alternation, table

_NAMES = table("names")
_REWRITES: Mapping[str, str] = _NAMES["rewrites"]
_REWRITE = re.compile(alternation(_REWRITES))
CANONICAL: Mapping[str, str] = _NAMES["canonical"]
_TAILS = Affixes.of(dict.fromkeys(_NAMES["tail_words"], ""))
_KEPT_ENDS = Affixes.of(dict.fromkeys(_NAMES["kept_ends"], ""))
FACES = Affixes.of(dict.fromkeys(_NAMES["faces"], ""))
_FACE_WORDS = frozenset(_NAMES["faces"])
BARE_FACES = frozenset(_NAMES["bare_faces"])
LONE_FACES = frozenset(_NAMES["lone_faces"])
NARROWING = frozenset(_NAMES["narrowing"])
_NARROWING = Affixes.of(dict.fromkeys(NARROWING, ""))
_HEADS = Affixes.of(dict.fromkeys(_NAMES["shared_heads"], ""))
COMPOUNDS: Mapping[str, tuple[str, ...]] = {k: tuple(v) for k, v in _NAMES["compounds"].items()}
_COMPOUND = re.compile(alternation(COMPOUNDS))
_BRACKETS = re.compile(r"[（(][^）)]*[）)]?")
_COMMON = re.compile(alternation(_NAMES["shared_tails"]))
_INVERTED = Affixes.of(dict.fromkeys(_NAMES["inverted"], ""))
_OWN_HEADS = Affixes.of(dict.fromkeys(_NAMES["own_heads"], ""))
# 金融业实现增加值 is 金融业增加值.
_ACHIEVING = re.compile(
    rf"(?<=..)(?!完成(?:投资|率))(?:{alternation(_NAMES['achieving'])})了?(?=[^，。；]{{0,8}}(?:{alternation(_NAMES['faces'])})(?:$|占))"
)
_EACH_BEGINS = tuple("各每支确力")
_STRAY = re.compile(r"^[，。、：；）)”》]+|[，。、：；（(“《]+$")
# 指数连续11年全国第一: how long it has been so is not the name.
_RUN_ON = re.compile(
    r"(?<=..)(?:[近过去这]{0,2}的?[0-9一二三四五六七八九十]{1,2}年间?累?计?$|连续(?:[0-9一二三四五六七八九十]+(?:多|余)?(?:年|个)|多年|迈上|跨越|突破).*$)"
)
# 各县区加快培育, 支持每个乡镇至少办好: who is to do it.
_EACH = re.compile(
    rf"^(?:支持|确保|力争)?(?:各[县市区镇乡州地旗级]+|每个[^，。；]{{1,4}}?)(?:都|均|要|加快|至少|重点|分别)*"
    rf"(?=(?:{alternation(VERBS.words)}).)"
)
# 年度计划投资50亿元，完成投资18亿元
_SET = re.compile("(?:本?年度?)?计划$")
LONGEST = 40

Names = tuple[str, ...]


def tidy(subject: str) -> str:
    """A subject as a name: filler off, short forms written out, known names in full."""
    name = strip_tail(
        strip_front(_ACHIEVING.sub("", _RUN_ON.sub("", _STRAY.sub("", _BRACKETS.sub("", subject)))))
    )
    if name.count("“") != name.count("”"):
        name = name.replace("“", "").replace("”", "")
    if name[:1] in _EACH_BEGINS:
        name = _EACH.sub("", name)
    name = expand(_inverted(name))[-LONGEST:]
    return CANONICAL.get(name, name)


def _inverted(name: str) -> str:
    """投入民生资金 is 民生资金投入, as an indicator is worded."""
    verb = _INVERTED.first(name)
    rest = strip_front(name[len(verb) :]) if verb else ""
    return rest + verb if verb and len(rest) > len(verb) else name


def expand(name: str) -> str:
    """Short forms written out: 规上 is 规模以上."""
    return _REWRITE.sub(lambda match: _REWRITES[match.group()], name)


def strip_tail(name: str) -> str:
    """Take words that only lead on to the number off the end of a name."""
    while True:
        word = None if _KEPT_ENDS.last(name) else _TAILS.last(name)
        if word is None or len(word) == len(name):
            return name
        name = name[: -len(word)].rstrip("、，")


def items(subject: str, count: int) -> Names | None:
    """The members of a list in a subject, heads and tails shared; None when not `count`."""
    if count == 1:
        return (subject,)
    subject = subject.replace("分别", "")
    found = _compound(subject, count)
    if found:
        return found
    for separator in (r"、", r"、|以及|和|与|及"):
        parts = tuple(part for part in re.split(separator, _outside_brackets(subject)) if part)
        if len(parts) == count:
            return _shared(parts)
    return None


def _outside_brackets(subject: str) -> str:
    return _BRACKETS.sub("", subject)


def _compound(subject: str, count: int) -> Names | None:
    match = _COMPOUND.search(subject)
    if match is None or len(COMPOUNDS[match.group()]) != count:
        return None
    before, after = subject[: match.start()], subject[match.end() :]
    if "、" in before + after:
        return None
    return tuple(before + member + after for member in COMPOUNDS[match.group()])


def _shared(parts: Names) -> Names:
    """第一项 lends its head (规上, 新增), the last its tail (产量, 产值占规上工业比重)."""
    own = FACES.last(parts[0]) or ""
    if own and len(own) < len(parts[0]) and all(part in _FACE_WORDS for part in parts[1:]):
        stem = parts[0].removesuffix(own)  # 水稻面积和产量
        return (parts[0], *(stem + part for part in parts[1:]))
    head = _HEADS.first(parts[0]) or ""
    tail = _tail(parts)
    return tuple(_lend(part, head, tail, place == 0) for place, part in enumerate(parts))


def _tail(parts: Names) -> str:
    """What the last member lends: a common noun and all behind it (交通、能源领域投资额),
    else its face with the whole it is a share of."""
    last = parts[-1]
    narrow = _NARROWING.first(last)
    if narrow and parts[0] in NARROWING:  # 国内、国际航线
        return last[len(narrow) :]
    stem, at, rest = last.partition("占")
    face = (FACES.last(stem) or "") + at + rest
    common = _COMMON.search(last)
    if common and common.start() and len(last) - common.start() > len(face):
        return last[common.start() :]
    return face


def _lend(part: str, head: str, tail: str, first: bool) -> str:
    if head and not first and not _begins(part, head):
        part = head + part
    if "占" in part:
        return part
    if FACES.last(part) or part in CANONICAL:
        return part + "".join(tail.partition("占")[1:])
    shared = next((n for n in range(len(tail), 0, -1) if part.endswith(tail[:n])), 0)
    return part + tail[shared:]


def stem(name: str) -> str:
    """A name without its face: 高新技术产业产值 is of 高新技术产业."""
    face = FACES.last(name) or ""
    return name.removesuffix(face) or name


def _begins(part: str, head: str) -> bool:
    """Whether a member begins by itself: with the head, a verb, or with whom it is about."""
    return part.startswith(head) or bool(VERBS.first(part) or _OWN_HEADS.first(part))


def with_face(subject: str, face: str) -> str:
    """A face that stands alone, put on the subject before it: 工业企业 and 增加值."""
    if face in BARE_FACES:
        return subject
    own = FACES.last(subject)
    stem = subject[: -len(own)] if own and len(own) < len(subject) else subject
    stem = _SET.sub("", stem)
    shared = next((n for n in range(len(face), 1, -1) if stem.endswith(face[:n])), 0)
    return subject if subject.endswith(face) else stem + face[shared:]
