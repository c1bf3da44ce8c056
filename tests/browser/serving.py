"""A static host for the built site: a folder below a sub-path, and nothing beside it."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

SUB_PATH = "/tally/"
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class _SiteHandler(SimpleHTTPRequestHandler):
    lasts = "no-store"
    """How long a browser keeps what it was sent."""

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(SUB_PATH) if path.startswith(SUB_PATH) else "outside-of-the-site"
        return super().translate_path(f"/{below}")

    def end_headers(self) -> None:
        self.send_header("Cache-Control", self.lasts)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Keep the output of tests free of requests."""


class _RangeHandler(_SiteHandler):
    """Sends parts of files, as hosts do; Python's own server knows no ranges."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        asked = _RANGE.fullmatch(self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if not asked or not path.is_file():
            return super().send_head()
        content = path.read_bytes()
        start, end = int(asked[1]), int(asked[2] or len(content) - 1)
        part = content[start : end + 1]
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(part)))
        self.send_header("Content-Range", f"bytes {start}-{start + len(part) - 1}/{len(content)}")
        self.end_headers()
        return io.BytesIO(part)


class _LastingHandler(_RangeHandler):
    """Lets a browser keep what it was sent: another page of the site loads in half the time."""

    lasts = "max-age=3600"


@contextmanager
def served(folder: Path, *, ranges: bool = True, lasting: bool = False) -> Iterator[str]:
    """The address of the folder while it is served, such as http://127.0.0.1:1234/tally/."""
    kind = _LastingHandler if lasting else _RangeHandler if ranges else _SiteHandler
    handler = partial(kind, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
        server.shutdown()
