"""The desk as a page on this machine, which only who holds the address can use.

The address carries a token; a request must name it, must be for this host, and must not come from
another site's page. Nothing is read or written outside the folder of datasets.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

import msgspec
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from tally.review.desk.decisions import DecisionError
from tally.review.desk.desk import Desk, Told
from tally.review.desk.words import words
from tally.write import WriteError

HOST = "127.0.0.1"
_LARGEST = 100_000
"""Bytes of a request, far above any decision."""
_FILES: Mapping[str, str] = {
    "": "text/html; charset=utf-8",
    "desk.css": "text/css; charset=utf-8",
    "desk.js": "text/javascript; charset=utf-8",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
TOKEN = "X-Tally-Token"


class _Handler(RequestHandler):
    """What every answer has in common: it is for this host, and for nobody else's page."""

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        for name, value in _HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        page_of = self.request.headers.get("Origin")
        port = self.settings["port"]
        hosts = {f"{HOST}:{port}", f"localhost:{port}"}
        if self.request.host not in hosts:
            raise HTTPError(403, reason="Another host")
        if page_of is not None and page_of.removeprefix("http://") not in hosts:
            raise HTTPError(403, reason="Another origin")

    def write_error(self, status_code: int, **_: Any) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")


class _Page(_Handler):
    """The page and its files, which say nothing of the data."""

    def get(self, name: str) -> None:
        self.set_header("Content-Type", _FILES[name])
        page = files("tally.review.desk").joinpath("page", name or "desk.html")
        self.finish(page.read_bytes())


class _Desk(_Handler):
    """What is on the desk, and decisions, for who names the token."""

    def prepare(self) -> None:
        super().prepare()
        token = self.request.headers.get(TOKEN, "")
        if not hmac.compare_digest(token.encode(), self.settings["token"].encode()):
            raise HTTPError(403, reason="No token, or another: open the address that was printed")

    def get(self, what: str, dataset: str = "", source: str = "") -> None:
        desk: Desk = self.settings["desk"]
        asked: Mapping[str, Callable[[], object]] = {
            "sources": desk.sources,
            "words": words,
            "sheet": lambda: desk.sheet(dataset, source),
        }
        if what not in asked:
            raise HTTPError(405)
        self._answer(asked[what])

    def post(self, what: str, dataset: str = "", source: str = "") -> None:
        desk: Desk = self.settings["desk"]
        asked: Mapping[str, Callable[[], Told]] = {
            "decide": lambda: desk.decide(dataset, source, self.request.body),
            "undo": lambda: desk.undo(dataset, source),
        }
        if what not in asked:
            raise HTTPError(405)
        self._answer(asked[what])

    def _answer(self, ask: Callable[[], object]) -> None:
        """The answer as JSON; 409 with the reason where nothing followed."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        try:
            told = ask()
        except (DecisionError, WriteError, OSError) as error:
            self.set_status(409)
            told = {"error": str(error)}
        self.finish(msgspec.json.encode(told))


def serve(desk: Desk, port: int, ready: Callable[[str], None]) -> None:
    """Serve the desk until it is interrupted; `ready` is called with its address.

    A port of 0 takes a free one. Raises OSError where the port is taken.
    """
    asyncio.run(_serve(desk, port, ready))


async def _serve(desk: Desk, port: int, ready: Callable[[str], None]) -> None:
    sockets = bind_sockets(port, HOST)
    token, port = secrets.token_urlsafe(24), sockets[0].getsockname()[1]
    name = "([a-z0-9-]+)"
    routes = [
        (r"/(|desk\.css|desk\.js)", _Page),
        (r"/api/(sources|words)", _Desk),
        (rf"/api/(sheet|decide|undo)/{name}/{name}", _Desk),
    ]
    application = Application(routes, desk=desk, token=token, port=port, log_function=_quiet)
    server = HTTPServer(application, max_body_size=_LARGEST, max_buffer_size=2 * _LARGEST)
    server.add_sockets(sockets)
    ready(f"http://{HOST}:{port}/#{token}")
    await asyncio.Event().wait()


def _quiet(_: RequestHandler) -> None:
    """No line for each request."""
