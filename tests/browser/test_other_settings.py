"""Sites with other settings in mkdocs.yml, as Material documents them: nothing else is changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import visitors
from tests.browser.kinds import DESKTOP
from tests.browser.serving import served
from tests.conftest import ROOT, build_site
from tests.support.aside import job
from tests.support.trees import write_tree

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7H1z"/></svg>'
RENAMED = """
site_name: 我们的账本
site_description: 本县报告里的数字
copyright: 数据可以自由使用
theme:
  name: material
  language: zh
  logo: assets/own.svg
  favicon: assets/own.svg
  palette: {scheme: default, primary: teal, accent: teal}
  features: [navigation.tabs, navigation.footer]
extra_css: [assets/own.css]
extra:
  social: [{icon: fontawesome/brands/github, link: "https://git.example/us"}]
nav:
  - 数字: indicators/index.md
  - 承诺: targets/index.md
  - 关于我们: [about.md, methodology.md]
plugins:
  - tally:
      translations: {en: {site_name: Our ledger, nav: {关于我们: About us}}}
"""
ENGLISH = """
site_name: The ledger
theme:
  name: material
  language: en
  custom_dir: overrides
  icon: {logo: material/chart-line}
  palette:
    - {scheme: slate, primary: deep purple, toggle: {icon: material/weather-sunny, name: Light}}
    - {scheme: default, primary: amber, toggle: {icon: material/weather-night, name: Dark}}
plugins:
  - tally:
      translations: {zh: {site_name: 账本}}
"""
BARE = """
site_name: 账本
repo_url: https://git.example/us/ledger
edit_uri: edit/main/docs/
theme: {name: material, language: zh, features: [content.action.edit, content.action.view]}
plugins: [tally]
"""
COMMON = """
markdown_extensions: [attr_list, md_in_html, tables]
validation: {links: {not_found: info, unrecognized_links: ignore}}
"""


def site(folder: Path, settings: str, *, english: bool = False) -> Callable[[], Path]:
    """A site of the small tree with these settings, the pages of this one and files of its own."""
    write_tree(folder)
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs", docs)
    if english:
        (docs / "zh").mkdir()
        for page in docs.glob("*.md"):
            page.rename(docs / "zh" / page.name)
        for page in (docs / "en").glob("*.md"):
            page.rename(docs / page.name)
    (docs / "assets" / "own.svg").write_text(LOGO)
    (docs / "assets" / "own.css").write_text(".md-typeset h1 { color: rgb(1, 2, 3); }")
    (folder / "overrides").mkdir()
    (folder / "overrides" / "main.html").write_text(
        '{% extends "base.html" %}{% block announce %}Moved here{% endblock %}'
    )
    for name in ("build", "schemas", ".cache"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "mkdocs.yml").write_text(settings + COMMON, "utf-8")
    return partial(build_site, folder, folder / "site")


@job
def set_sites(folder: Path) -> Callable[[], dict[str, Path]]:
    """Sites with these settings, by name."""
    builds = {
        "renamed": site(folder / "renamed", RENAMED),
        "english": site(folder / "english", ENGLISH, english=True),
        "bare": site(folder / "bare", BARE),
    }
    return lambda: {name: build() for name, build in builds.items()}


@pytest.fixture
def opened(
    browser: Browser, set_sites: dict[str, Path], request: pytest.FixtureRequest
) -> Iterator[Callable[[str], Page]]:
    """Open a page of the site that the test is called with, as a new visitor without a fault."""
    with (
        served(set_sites[request.param]) as address,
        visitors(browser, address) as open_page,
    ):
        page = open_page(viewport=DESKTOP)

        def goto(path: str) -> Page:
            page.goto(path)
            return page

        yield goto


def style(page: Page, where: str, name: str) -> str:
    return str(page.locator(where).first.evaluate(f"one => getComputedStyle(one).{name}"))


@pytest.mark.parametrize("opened", ["renamed"], indirect=True)
def test_a_site_is_renamed_and_restyled(opened: Callable[[str], Page]) -> None:
    page = opened("")
    expect(page).to_have_title("我们的账本")
    expect(page.locator("h1")).to_contain_text("我们的账本")
    expect(page.locator("meta[name=description]")).to_have_attribute("content", "本县报告里的数字")
    expect(page.locator(".md-copyright")).to_have_text("数据可以自由使用")
    expect(page.locator(".md-social__link")).to_have_attribute("href", "https://git.example/us")
    expect(page.locator(".md-header .md-logo img")).to_have_attribute("src", "assets/own.svg")
    assert style(page, ".md-header", "backgroundColor") == "rgb(0, 148, 133)"
    assert style(page, "h1", "color") == "rgb(1, 2, 3)"
    expect(page.locator(".md-tabs__link")).to_have_text(["数字", "承诺", "关于我们"])


@pytest.mark.parametrize("opened", ["renamed"], indirect=True)
def test_the_other_language_has_its_own_name_and_navigation(opened: Callable[[str], Page]) -> None:
    page = opened("en/methodology/")
    expect(page.locator(".md-header__topic").first).to_have_text("Our ledger")
    expect(page.locator(".md-tabs__link").last).to_have_text("About us")
    expect(page.locator(".md-footer__link--prev")).to_have_attribute("href", "../about/")


@pytest.mark.parametrize("opened", ["english"], indirect=True)
def test_english_stands_at_the_root_where_it_is_the_language(opened: Callable[[str], Page]) -> None:
    page = opened("")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".md-header__topic").first).to_have_text("The ledger")
    page.get_by_role("button", name="Language").hover()
    page.get_by_role("link", name="中文").click()
    page.wait_for_url("**/tally/zh/")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    opened("areas/testshire/gdp/")
    expect(page.locator("h1")).to_contain_text("Gross domestic product")
    page.keyboard.press("/")
    page.keyboard.insert_text("GDP")
    expect(page.get_by_role("option").first).to_have_attribute(
        "href", "../../../areas/testshire/gdp/"
    )
    opened("about/")
    expect(page.locator("h1")).to_have_text("About")


@pytest.mark.parametrize("opened", ["english"], indirect=True)
def test_palettes_and_templates_of_ones_own_are_used(opened: Callable[[str], Page]) -> None:
    page = opened("")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator(".md-banner")).to_contain_text("Moved here")
    assert style(page, ".md-header", "backgroundColor") == "rgb(126, 86, 194)"
    page.locator("label[title=Light]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-primary", "amber")


@pytest.mark.parametrize("opened", ["bare"], indirect=True)
def test_a_site_without_tabs_has_its_navigation_beside_each_page(
    opened: Callable[[str], Page],
) -> None:
    page = opened("areas/testshire/gdp/")
    expect(page.locator(".md-sidebar--primary .md-nav__link").first).to_be_visible()
    expect(page.locator(".md-header .md-source")).to_be_visible()


@pytest.mark.parametrize("opened", ["bare"], indirect=True)
def test_the_actions_lead_to_the_line_of_data_and_to_the_file_of_a_page(
    opened: Callable[[str], Page],
) -> None:
    edit = "[rel=edit]"
    page = opened("areas/testshire/gdp/")
    address = page.locator(edit).get_attribute("href") or ""
    assert address.startswith("https://git.example/us/ledger/edit/main/datasets/vocabulary/")
    assert "#L" in address
    opened("about/")
    expected = "https://git.example/us/ledger/edit/main/docs/about.md"
    expect(page.locator(edit)).to_have_attribute("href", expected)
