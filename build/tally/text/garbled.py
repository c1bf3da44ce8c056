"""Text that was read in a wrong encoding once: told by what its bytes say in the right one."""

from __future__ import annotations

import re

_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
# What Chinese prose is full of, in either script; text read wrongly has next to none of it.
_COMMON = re.compile(
    "[的一是不了在人有我大中年市全发展工业建设经济增长元万亿生产农村民区城镇项目政府"
    "發業設經濟增長萬億產農項會國實現本和与與為为新高以上到完成改革社会社會]"
)
_READ = 4000
_MOST_STRANGE, _ENOUGH = 0.04, 0.12
# What the file may have been, how its characters came about, and what its bytes were.
_CAUSES = (
    ("UTF-8 that was read as GBK", "gb18030", "utf-8"),
    ("GBK that was read as Latin-1", "latin-1", "gb18030"),
    ("GBK that was read as Latin-1", "cp1252", "gb18030"),
    ("UTF-8 that was read as Latin-1", "latin-1", "utf-8"),
    ("UTF-8 that was read as Latin-1", "cp1252", "utf-8"),
)
_OTHERWISE = (("Big5", "gb18030", "big5hkscs"),)


def cause_of_garbling(text: str, is_utf_8: bool) -> str | None:
    """How a text came to be unreadable, or None where it reads as text.

    `is_utf_8`: its bytes are UTF-8; else they were read as GB18030 for want of anything better.
    """
    head = "".join(c for c in text[:_READ] if ord(c) > 0x7F)
    if len(head) < 8 or _common(head) > _MOST_STRANGE:
        return None
    for cause, read_as, written_in in _CAUSES if is_utf_8 else _OTHERWISE:
        meant = head.encode(read_as, "ignore").decode(written_in, "ignore")
        if len(_CHINESE.findall(meant)) > 3 and _common(meant) > _ENOUGH:
            return cause
    return None


def _common(text: str) -> float:
    """The share of common characters among those that are Chinese, or beyond ASCII at all."""
    return len(_COMMON.findall(text)) / max(1, len(text))
