"""A web page to its main text, without what a site puts around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date

import trafilatura
from lxml import etree, html

from tally.text import TextError, decode
from tally.text.documents.kinds import DocumentError

# What government sites are told to write in each page's head (政府网站发展指引, annex 2).
_STATED: Mapping[str, str] = {"title": "articletitle", "published": "pubdate", "url": "url"}
_DAY = re.compile(r"((?:19|20)[0-9]{2})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})")
_BUTTON = (
    "打印(?:本页|此页|页面)?|下载|全屏|收藏|关闭(?:窗口|本页)?|分享(?:到)?|返回(?:顶部)?|扫一扫"
    "|[【\\[]?字(?:号|体)(?:大小)?[：:]?|[大中小]|加大|还原|减小|】|微信|微博|手机版|上一[篇页]|下一[篇页]"
    "|相关(?:报道|文[档章]|链接|附件|新闻)[：:]?"
)
_BUTTONS = re.compile(rf"[\s|>·]*(?:(?:{_BUTTON})[\s|>·【】\[\]]*)+")
_CHARSET = re.compile(rb"charset=[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_BROKEN = "a web page that cannot be read: save it again, or its text alone"
_SITE = re.compile(r"\s+[-|—]\s*|[_|]|-{2,}")  # what parts the title from the name of the site
_DOCUMENT = re.compile("报告|公报|规划|计划|纲要|完成情况")
_FEWEST = 0.9  # of a page's sentences that its main text must hold
_CELL = 3  # sentences that a cell of a table has at most


def read_html(data: bytes) -> dict[str, str]:
    """The main text of a page, its title, date and address.

    No sentence is lost for the sake of tidiness: where the main text lacks many of the page's,
    all of its text is taken. Raises DocumentError.
    """
    page = _decoded(data)
    try:
        tree = _tree(page)
        stated, titled = _stated(tree), _SITE.split(tree.findtext(".//title") or "")[0].strip()
        canonical = tree.xpath("//link[@rel='canonical']/@href")
        main = trafilatura.extract(
            tree, include_comments=False, include_tables=True, favor_recall=True
        )
        whole = _all_text(_tree(page))
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise DocumentError(_BROKEN) from error
    main = main or ""
    text = _tidy(main if main.count("。") >= _FEWEST * whole.count("。") else whole)
    if not text:
        raise DocumentError(
            "a web page without text, which a script may fetch later: copy the text into a .txt "
            "file, or print the page to a PDF"
        )
    return {
        "text": text,
        "title": stated["title"] or (titled if _DOCUMENT.search(titled) else ""),
        "published": _day(stated["published"]),
        "url": stated["url"] or next(iter(canonical), ""),
    }


def _decoded(data: bytes) -> str:
    """The page as text; where its bytes do not tell the encoding, by the one it declares."""
    try:
        return decode(data)
    except TextError as error:
        declared = _CHARSET.search(data[:4_096])
        try:
            return data.decode(declared[1].decode() if declared else "")
        except (LookupError, UnicodeDecodeError):
            raise DocumentError(str(error)) from error


def _tree(page: str) -> html.HtmlElement:
    """The page, without the tables that only lay it out: those with a cell of sentences."""
    # As bytes, since a page may declare an encoding that it no longer has.
    tree = html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for table in list(tree.iter("table")):
        if any(cell.text_content().count("。") > _CELL for cell in table.iter("td")):
            for part in (table, *table.iter("tbody", "tr", "td")):
                part.tag = "div"
    return tree


def _all_text(tree: html.HtmlElement) -> str:
    etree.strip_elements(tree, "script", "style", "noscript", "template", with_tail=False)
    for element in tree.iter("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "td", "th"):
        element.tail = ("\t" if element.tag in ("td", "th") else "\n") + (element.tail or "")
    lines = (line.strip() for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line)


def _tidy(text: str) -> str:
    """Without the lines that are buttons of the page."""
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not _BUTTONS.fullmatch(line))


def _stated(tree: html.HtmlElement) -> dict[str, str]:
    """What the head of the page says of it, by our own keys."""
    metas = {
        (meta.get("name") or "").strip().lower(): (meta.get("content") or "").strip()
        for meta in tree.iter("meta")
    }
    return {key: metas.get(name, "") for key, name in _STATED.items()}


def _day(written: str) -> str:
    found = _DAY.search(written)
    with suppress(ValueError):
        return date(*map(int, found.groups())).isoformat() if found else ""
    return ""
