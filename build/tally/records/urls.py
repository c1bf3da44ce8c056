"""Addresses of sources: what a reader may follow, and sees where it leads."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_LABEL = re.compile(r"[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*")
_HAN_LABEL = re.compile(rf"[{_HAN}0-9]+(?:-[{_HAN}0-9]+)*")
# RFC 3986 without brackets, and Chinese as browsers show it; a per cent sign begins an escape.
_TEXT = re.compile(rf"(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;={_HAN}]|%[0-9A-Fa-f]{{2}})*")
_LONGEST = 2_000
_LONGEST_LABEL = 63


def is_url(text: str) -> bool:
    """Whether the text is an address of the web: http or https, a host by its name, in letters of
    one script, without user, password or bare brackets."""
    if len(text) > _LONGEST or not _TEXT.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and port != 0 and _names_a_host(parts)


def _names_a_host(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    labels = host.removesuffix(".").split(".")
    return (
        "@" not in parts.netloc
        and len(labels) > 1
        and all(map(_is_label, labels))
        and not labels[-1].isdigit()  # a number in place of a name
    )


def _is_label(label: str) -> bool:
    if len(label) > _LONGEST_LABEL:
        return False
    if label.startswith("xn--"):
        try:
            label = label.encode("ascii").decode("idna")
        except UnicodeError:
            return False
    return bool(_LABEL.fullmatch(label) or _HAN_LABEL.fullmatch(label))
