"""Characters that no reader sees: with them one text looks like another, and is none."""

from __future__ import annotations

import re

from tally.text.mapped import Mapped, replaced

# Unicode's Default_Ignorable_Code_Point with its other format characters (Cf), surrogates and
# noncharacters, and the letters that are drawn as a blank.
_IGNORED = (
    "\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
) + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
# These end a line or a page for some programs.
_ENDS = "\x0b\x0c\x85\u2028\u2029"
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NAMES = {"\u00a0": "a no-break space", "\u3000": "a full-width blank"}

UNSEEN = re.compile(f"[{_IGNORED}{_CONTROLS}{_ENDS}]")
"""One character that cannot be seen; tabs, line feeds and carriage returns are for others."""
ODD_BLANK = re.compile(f"[{_BLANKS}]")
"""A blank that is no space, and looks like one."""

_DROPPED = re.compile(f"[{_IGNORED}{_CONTROLS}]+")


def drop_unseen(mapped: Mapped) -> Mapped:
    """Without the characters that cannot be seen, but for those that end a line."""
    return replaced(mapped, _DROPPED, lambda _: "")


def named(character: str) -> str:
    """A character that looks like a blank or like nothing, for a message."""
    code = f"U+{ord(character):04X}"
    if ODD_BLANK.match(character):
        return f"{_NAMES.get(character, 'a blank that is no space')}: {code}"
    return f"a character that cannot be seen: {code}"
