"""All pages as they were built: links, anchors, the policy, what machines read."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree

import pytest

from tally.site.clock import days_of_change
from tally.site.dead_links import UNNAMED, dead_links, target_of
from tests.conftest import HOSTILE_REPOSITORY, HOSTILE_SITE_URL, ONE_AREA, ROOT
from tests.support.hostile import FORMER_ID, GDP, OUTCOMES, SCRIPT
from tests.support.pages import BuiltPage, read_site, spoken

Pages = dict[str, BuiltPage]
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OF_ITS_DATA = "the day of the last change of figures"


@pytest.fixture(scope="module")
def pages(built_site: Path) -> Pages:
    """The site that knows neither its address nor the repository's."""
    return read_site(built_site)


@pytest.fixture(scope="module")
def named_pages(hostile_site: Path) -> Pages:
    """The site that knows both, of hostile data."""
    return read_site(hostile_site)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("", ("en/themes/index.html", "")),
        ("#a%2Fb", ("en/themes/index.html", "a/b")),
        ("economy/#x", ("en/themes/economy/index.html", "x")),
        ("./", ("en/themes/index.html", "")),
        ("../../", ("index.html", "")),
        ("../../data/a.csv?x=1", ("data/a.csv", "")),
        ("/tally/en/", ("en/index.html", "")),
        ("https://tally.example/tally/all/", ("all/index.html", "")),
        ("/elsewhere/", ("outside of the site: /elsewhere/", "")),
        ("https://example.org/", None),
    ],
)
def test_an_address_leads_to_its_file(address: str, target: tuple[str, str] | None) -> None:
    assert target_of(address, "en/themes/index.html", HOSTILE_SITE_URL) == target


def test_no_link_is_dead(pages: Pages, built_site: Path) -> None:
    assert dead_links(pages, built_site, UNNAMED) == []


def test_no_link_is_dead_where_the_site_knows_its_address(
    named_pages: Pages, hostile_site: Path
) -> None:
    assert dead_links(named_pages, hostile_site, HOSTILE_SITE_URL) == []


@pytest.mark.parametrize("slug", OUTCOMES)
def test_promises_lead_to_the_words_that_tell_what_became_of_them(
    named_pages: Pages, slug: str
) -> None:
    promise = f"kunshan/milestone/{slug}/2021/target"
    told_by = f"sources/kunshan/{OUTCOMES[slug]['source']}/"
    anchor = f"outcome/{promise}"
    for lang in ("", "en/"):
        places = {
            target_of(link, name, HOSTILE_SITE_URL)
            for name, page in named_pages.items()
            if name.startswith(f"{lang}areas/kunshan/targets/")
            for link in page.links
        }
        telling = {
            name
            for name, page in named_pages.items()
            if name.startswith(f"{lang}{told_by}") and anchor in page.ids
        }
        assert len(telling) == 1
        assert (telling.pop(), anchor) in places


def test_without_an_address_nothing_leads_to_a_repository(pages: Pages) -> None:
    links = {link for page in pages.values() for link in page.links}
    assert not [link for link in links if "/blob/" in link or "/issues/" in link]


def test_links_into_the_repository_name_lines_and_forms_that_are_there(named_pages: Pages) -> None:
    links = {link for page in named_pages.values() for link in page.links}
    repository = {link for link in links if link.startswith(HOSTILE_REPOSITORY)}
    assert len(repository) > 100
    assert [link for link in repository if not _in_repository(link)] == []


def _in_repository(link: str) -> bool:
    """Whether a link leads to a file, to a line of one, or to a form that opens."""
    parts = urlsplit(link.removeprefix(HOSTILE_REPOSITORY))
    if parts.path in ("/issues/new", "/issues/new/choose"):
        template = parse_qs(parts.query).get("template", ["config.yml"])[0]
        return (ROOT / ".github" / "ISSUE_TEMPLATE" / template).is_file()
    path = re.match("/(blob/HEAD|(edit|raw)/main)/(.+)", unquote(parts.path))
    if path is None:
        return parts.path == ""
    file = ROOT / path[3]
    line = int(parts.fragment.removeprefix("L") or 1)
    return file.is_file() and line <= len(file.read_text("utf-8").splitlines())


def test_every_page_says_its_language_in_the_same_way(named_pages: Pages) -> None:
    for name, page in named_pages.items():
        own = "en" if name.startswith("en/") else "zh-Hans"
        links = list(page.attributes_of("link"))
        said = {one.get("hreflang"): one["href"] for one in links if one["rel"] == "alternate"}
        whole = [one["href"] for one in links if one["rel"] == "canonical"]
        assert next(page.attributes_of("html"))["lang"] == own, name
        languages = set(said) - {None}
        assert languages in (set(), {"zh-Hans", "en"}), name
        assert not languages or [said[own]] == whole, name


FOREIGN = {
    "en": re.compile("[\u3400-\u9fff]"),
    "zh": re.compile(r"(?:[A-Za-z’']{2,}[ ,]+){3,}[a-z]"),
}
"""By the language of a page: words that are not of it."""


def said_in_another_language(pages: Pages, lang: str) -> list[tuple[str, str]]:
    """Words in pages of a language that are in another and do not say so."""
    return [
        (name, text)
        for name, page in pages.items()
        if name.startswith("en/") == (lang == "en")
        for said, tag, text in spoken(page.path)
        if said.startswith(lang) and tag not in ("script", "code") and FOREIGN[lang].search(text)
    ]


@pytest.mark.parametrize("lang", FOREIGN)
def test_words_in_another_language_than_their_page_say_which(pages: Pages, lang: str) -> None:
    assert len([name for name in pages if name.startswith("en/") == (lang == "en")]) > 200
    assert said_in_another_language(pages, lang) == []


def with_latin_punctuation(pages: Pages) -> list[tuple[str, str]]:
    """Chinese words with the punctuation of another language, but quoted, raw or in code."""
    latin = re.compile(r"[\u4e00-\u9fff][,:;!?]|[\u4e00-\u9fff]。? ?[()]")
    return [
        (name, text)
        for name, page in pages.items()
        if not name.startswith("en/") and "/raw/" not in name
        for lang, tag, text in spoken(page.path)
        if lang.startswith("zh") and tag not in ("script", "code", "del", "span")
        if latin.search(text.replace("标准:代码", ""))  # which is how a code is written
    ]


def test_chinese_has_its_own_punctuation(pages: Pages) -> None:
    assert with_latin_punctuation(pages) == []


def test_every_page_is_shown_with_a_picture_that_is_there(
    named_pages: Pages, hostile_site: Path
) -> None:
    for name, page in named_pages.items():
        metas = [one for one in page.attributes_of("meta") if one.get("property") == "og:image"]
        lasting = "404.html" not in name and FORMER_ID not in name
        assert len(metas) == lasting, name
        for meta in metas:
            path = meta["content"].removeprefix(HOSTILE_SITE_URL)
            assert (hostile_site / path).is_file(), name


@pytest.mark.parametrize(
    "address",
    [
        "data/indicators/{}.csv",
        "data/indicators/{}-targets.csv",
        "data/indicators/{}.xlsx",
        "api/v1/indicators/{}.json",
        "charts/kunshan/{}.zh.svg",
        "charts/kunshan/{}.en.svg",
    ],
)
def test_files_of_a_renamed_indicator_stay_under_its_former_id(
    hostile_site: Path, address: str
) -> None:
    former, now = (hostile_site / address.format(name) for name in (FORMER_ID, "gdp"))
    assert former.read_bytes() == now.read_bytes()


def test_no_page_has_an_id_twice(pages: Pages) -> None:
    twice = {name: len(page.ids) - len(set(page.ids)) for name, page in pages.items()}
    assert [name for name, surplus in twice.items() if surplus] == []


def test_every_page_has_a_policy_that_lets_only_its_own_scripts_run(pages: Pages) -> None:
    for name, page in pages.items():
        policies = [
            meta["content"]
            for meta in page.attributes_of("meta")
            if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        assert len(policies) == 1, name
        rules = dict(rule.strip().split(" ", 1) for rule in policies[0].split(";"))
        assert rules["default-src"] == "'none'", name
        inline = re.findall("<script>(.*?)</script>", page.path.read_text("utf-8"), re.DOTALL)
        assert rules["script-src"].split()[:1] == ["'self'"], name
        assert {hash_of(one) for one in inline} <= set(rules["script-src"].split()), name
        assert "unsafe" not in policies[0], name


def hash_of(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def test_the_inline_scripts_of_all_pages_are_few(pages: Pages) -> None:
    """Those of Material, which differ only in how deep a page is: none comes from the data."""
    scripts = {
        re.sub(r'new URL\("[./]*"', "", one)
        for page in pages.values()
        for one in re.findall("<script>(.*?)</script>", page.path.read_text("utf-8"), re.DOTALL)
    }
    assert len(scripts) == 4


def test_no_page_holds_styles_or_handlers_of_its_own(pages: Pages) -> None:
    data = {"application/ld+json", "application/json"}
    for name, page in pages.items():
        for tag, attributes in page.elements:
            assert tag != "style", name
            assert "style" not in attributes, (name, tag)
            assert not [one for one in attributes if one.startswith("on")], (name, tag)
            if tag == "script":
                kinds = {"src"} | {attributes.get("type")} & data
                assert not attributes or kinds & {*attributes, *attributes.values()}, name


def test_no_hostile_word_becomes_an_element(named_pages: Pages) -> None:
    for name, page in named_pages.items():
        for tag, attributes in page.elements:
            assert attributes.get("src") != "x", name
            assert not [one for one in attributes if one.startswith("on")], (name, tag)
            assert not attributes.get("href", "").lower().startswith("javascript:"), name


def test_hostile_names_are_strings_as_written_in_the_json(hostile_site: Path) -> None:
    gdp = json.loads((hostile_site / "api/v1/indicators/gdp.json").read_text("utf-8"))
    assert (gdp["indicator"]["name_zh"], gdp["indicator"]["name_en"]) == tuple(GDP.values())
    names = json.loads((hostile_site / "assets/catalogue.json").read_text("utf-8"))["indicators"]
    assert [row[1:3] for row in names if row[0] == "gdp"] == [list(GDP.values())]


def test_all_json_of_the_hostile_site_can_be_read(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*.json"):
        json.loads(path.read_text("utf-8"))


def test_hostile_words_in_linked_data_do_not_end_it(named_pages: Pages) -> None:
    text = named_pages["data/index.html"].path.read_text("utf-8")
    linked = text.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert SCRIPT in json.dumps(json.loads(linked), ensure_ascii=False)


def test_hostile_names_are_text_in_drawings_and_feeds(hostile_site: Path) -> None:
    for path in [*hostile_site.rglob("*.svg"), *hostile_site.rglob("feed.xml")]:
        root = ElementTree.fromstring(path.read_text("utf-8"))
        assert not [one for one in root.iter() if one.tag.endswith(("}img", "}script"))], path
    drawing = (hostile_site / "charts/kunshan/gdp.zh.svg").read_text("utf-8")
    assert GDP["zh"][:30] in "".join(ElementTree.fromstring(drawing).itertext())


@pytest.mark.parametrize(
    ("route", "day"),
    [
        ("indicators/gdp/", OF_ITS_DATA),
        ("targets/", OF_ITS_DATA),
        ("about/", days_of_change(ROOT / "docs").get("about.md")),
        ("errors/", None),
    ],
)
def test_the_sitemap_dates_each_page_to_its_data_or_its_file(
    hostile_site: Path, route: str, day: str | None
) -> None:
    entries = ElementTree.parse(hostile_site / "sitemap.xml").iter(f"{SITEMAP}url")
    days = {one.findtext(f"{SITEMAP}loc"): one.findtext(f"{SITEMAP}lastmod") for one in entries}
    if day == OF_ITS_DATA:
        described = (ROOT / "datasets" / ONE_AREA / "dataset.yml").read_text("utf-8")
        (day,) = re.findall(r"^updated: (\S+)", described, re.MULTILINE)
    assert days[HOSTILE_SITE_URL + route] == day


@pytest.mark.parametrize("name", ["sitemap.xml", "sitemap.xml.gz", "data/catalogue.jsonld"])
def test_what_wants_whole_addresses_is_published_where_the_sites_own_is_known(
    hostile_site: Path, built_site: Path, name: str
) -> None:
    assert (hostile_site / name).is_file()
    assert not (built_site / name).exists()
