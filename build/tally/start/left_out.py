"""Numbers of a report that are plainly no figures, so that a curator sees only the others."""

from __future__ import annotations

import re

_COUNT = "[一二三四五六七八九十百]+"
_YEAR = r"(?<![0-9])(?:19|20)[0-9]{2}"
# The longer words first: a date holds a year.
_PLAIN = (
    ("meeting", rf"第{_COUNT}届[一-鿿]{{0,9}}?第?{_COUNT}次(?:全体)?会议"),
    ("date", rf"(?:{_YEAR}年)?[0-9]{{1,2}}月[0-9]{{1,2}}日"),
    ("year", rf"{_YEAR}(?:[-—~至]{_YEAR})?年"),
)
_ANY = re.compile("|".join(f"(?P<{reason}>{words})" for reason, words in _PLAIN))


def plainly_left_out(text: str) -> dict[str, str]:
    """The years, dates and sessions that a reading text names, with the reason to leave each
    out, in the order of the text."""
    return {found.group(): str(found.lastgroup) for found in _ANY.finditer(text)}
