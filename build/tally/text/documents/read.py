"""A document to its text: read aside, in a process of bounded time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from tally.text import LARGEST_DATA, decode
from tally.text.documents.front_matter import front_matter
from tally.text.documents.kinds import DocumentError, kind_of
from tally.text.documents.worker import SECONDS, WORKER

_WAIT = 3 * SECONDS
_TOO_MUCH = (
    f"broken, or made to be hard to read: its text was not found within {SECONDS} seconds and "
    "1 GB; open it, save it anew, or give its text as a .txt file"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was received, its text, and what it says of itself.

    `kind` is `html`, `docx` or `pdf`, None where the file is its text. `title`, `published`
    (YYYY-MM-DD) and `url` are empty where it does not say.
    """

    data: bytes
    text: str
    kind: str | None = None
    title: str = ""
    published: str = ""
    url: str = ""


def read_document(data: bytes) -> Document:
    """What a text, a web page, a DOCX or a PDF says.

    Raises DocumentError or another TextError, which says what to do instead.
    """
    kind = kind_of(data)
    if kind is None:
        text = decode(data)
        said = front_matter(text)
        return Document(data, text, title=said.get("title", ""), url=said.get("source", ""))
    said = _read_aside(kind, data)
    if "error" in said:
        raise DocumentError(said["error"])
    if len(said["text"].encode()) > LARGEST_DATA:
        raise DocumentError(f"its text is larger than {LARGEST_DATA:,} bytes: give one report")
    return Document(data, kind=kind, **said)


def _read_aside(kind: str, data: bytes) -> Mapping[str, str]:
    # -P: nothing is taken from the folder that the command is called in.
    command = [sys.executable, "-P", "-m", WORKER, kind]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_WAIT, check=True)
        said: Mapping[str, str] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise DocumentError(_TOO_MUCH) from error
    return said
