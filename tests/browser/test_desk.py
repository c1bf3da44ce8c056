"""The curator's desk in a browser: a session by key, and what attacks it."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessibility import violations
from tests.support.desk import SOURCE, desk_of, write_desk

SETTINGS = {"zh-CN": "light", "en-GB": "dark"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_desk(tmp_path)


@pytest.fixture
def running_desk(root: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    with desk_of(root.parent) as desk:
        yield desk


@pytest.fixture
def open_desk(browser: Browser, running_desk: tuple[str, object]) -> Iterator[Callable[..., Page]]:
    """Open the desk as a visitor with these settings; its scripts may raise nothing."""
    faults: list[str] = []
    contexts = []

    def open_page(**options: Any) -> Page:
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(running_desk[0])
        expect(page.locator("#current .value")).to_be_visible()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def number(page: Page) -> str:
    return page.locator("#current .value").inner_text()


def entered(page: Page, count: int) -> None:
    expect(page.locator("#progress span")).to_contain_text(f"{count} of ")


def test_a_report_is_reviewed_by_key_alone(open_desk: Callable[..., Page], root: Path) -> None:
    page = open_desk(locale="en-GB")
    assert number(page) == "2020"
    press(page, "x", "1")  # the first reason: a year
    expect(page.locator("dialog")).to_be_hidden()
    press(page, "j")  # 4000亿元 says less than 4250亿元
    assert number(page) == "4250 亿元"
    press(page, "Enter")
    entered(page, 1)
    press(page, "a")
    entered(page, 2)
    assert {"2020年", "4250", "value: 5,"} <= {
        words
        for words in ("2020年", "4250", "value: 5,")
        if any(words in path.read_text("utf-8") for path in root.rglob("*.yml"))
    }
    press(page, "u")
    entered(page, 1)
    assert "value: 5," not in (root / "testshire/observations/economy.yml").read_text("utf-8")


def test_what_cannot_go_in_says_why_and_comes_back(open_desk: Callable[..., Page]) -> None:
    page = open_desk(locale="en-GB")
    page.locator("mark", has_text="1200").click()
    press(page, "Enter")
    expect(page.locator("#told")).to_contain_text("is no indicator")
    assert number(page).startswith("1200")


def test_an_indicator_is_found_by_words_of_either_language(open_desk: Callable[..., Page]) -> None:
    page = open_desk(locale="en-GB")
    page.locator("mark", has_text="1200").click()
    press(page, "e")
    box = page.get_by_role("combobox", name="Indicator")
    box.fill("警情")
    expect(page.locator("dialog").get_by_role("option").first).to_contain_text("incidents")
    box.fill("unemployment")
    press(page, "ArrowDown", "Enter")
    assert box.input_value() == "unemployment"


def test_selected_words_become_a_milestone(open_desk: Callable[..., Page], root: Path) -> None:
    page = open_desk(locale="en-GB")
    paragraph = page.locator("#text p", has_text="体育场")
    paragraph.evaluate(
        """(one) => {
          const node = one.lastChild, at = node.data.indexOf("实现体育场");
          getSelection().setBaseAndExtent(node, at, node, at + "实现体育场主体结构封顶".length);
        }"""
    )
    press(page, "m")
    page.get_by_label("Name in English").fill("Stadium topped out")
    page.get_by_label("Due").fill("2021")
    page.get_by_label("Theme").select_option("society")
    page.get_by_role("button", name="Write it").click()
    expect(page.locator("dialog")).to_be_hidden()
    written = (root / "testshire/targets/society.yml").read_text("utf-8")
    assert "quote: 实现体育场主体结构封顶\n" in written


@pytest.mark.parametrize("lang", SETTINGS)
def test_axe_finds_nothing_on_the_desk(open_desk: Callable[..., Page], lang: str) -> None:
    page = open_desk(locale=lang, color_scheme=SETTINGS[lang], bypass_csp=True)
    found = violations(page, "desk")
    press(page, "e")
    found += violations(page, "form")
    page.set_viewport_size({"width": 390, "height": 844})
    assert found == []


def test_what_is_decided_is_there_after_a_kill(
    open_desk: Callable[..., Page], running_desk: tuple[str, subprocess.Popen[str]], root: Path
) -> None:
    page = open_desk(locale="en-GB")
    page.locator("mark", has_text="1923").click()
    press(page, "Enter")
    entered(page, 1)
    running_desk[1].send_signal(signal.SIGKILL)
    running_desk[1].wait()
    assert "value: 1923" in (root / "testshire/observations/economy.yml").read_text("utf-8")
    press(page, "Enter")
    expect(page.locator("#told")).to_contain_text("does not answer")


HOSTILE = {
    "another host": ("GET", "/api/sources", {"Host": "evil.example"}),
    "another port": ("GET", "/api/sources", {"Host": "127.0.0.1:1"}),
    "another origin": (
        "POST",
        "/api/undo/testshire/report-2021",
        {"Origin": "http://evil.example"},
    ),
    "no origin that is one": ("POST", "/api/undo/testshire/report-2021", {"Origin": "null"}),
    "no token": ("GET", "/api/sources", {"X-Tally-Token": ""}),
    "another token": ("GET", "/api/sources", {"X-Tally-Token": "x" * 32}),
}


def asked(address: str, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> int:
    """The status of an answer to a request that names the token, but for what `headers` say."""
    split = urlsplit(address)
    own = {"Host": split.netloc, "X-Tally-Token": split.fragment, **headers}
    connection = HTTPConnection(split.netloc, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    for name, value in {**own, "Content-Length": str(len(body))}.items():
        connection.putheader(name, value)
    connection.endheaders(body)
    return connection.getresponse().status


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_request_of_somebody_else_is_refused(running_desk: tuple[str, object], kind: str) -> None:
    assert asked(running_desk[0], *HOSTILE[kind]) == 403


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/sheet/testshire/..%2f..%2fvocabulary", 404),
        ("/api/sheet/../../etc/passwd", 404),
        ("/../desk.py", 404),
        ("/desk.py", 404),
        ("/api/sheet/testshire/nothing", 409),
        ("/api/decide/testshire/report-2021", 405),
    ],
)
def test_nothing_else_is_served(running_desk: tuple[str, object], path: str, status: int) -> None:
    assert asked(running_desk[0], "GET", path, {}) == status


def test_a_report_and_a_vocabulary_full_of_markup_are_shown_as_text(
    browser: Browser, tmp_path: Path
) -> None:
    text = "2020年，<img src=x onerror=alert(1)>1923座。\n<script>alert(2)</script>5%。"
    root = write_desk(tmp_path, text)
    source = root.parent / "datasets" / SOURCE
    title = source.read_text("utf-8").replace("试验市政府工作报告", '"<b onclick=alert(3)>试</b>"')
    source.write_text(title, "utf-8")
    with desk_of(tmp_path) as (address, _):
        page = browser.new_page()
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page.goto(address)
        expect(page.locator("#text")).to_contain_text("<script>alert(2")
        assert page.locator("#text img, #text script, b[onclick]").count() == 0
        page.close()
