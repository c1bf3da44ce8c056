"""Documents as they arrive: web pages, DOCX and PDF to the text that is kept and quoted."""

from __future__ import annotations

import time

import pytest

from tally.text.documents import Document, DocumentError, read_document
from tests.support.documents import package, page, paragraphs, pdf, word

LINES = (
    "政府工作报告",
    "——2022年1月8日在太仓市第十七届人民代表大会第一次会议上",
    "各位代表：现在，我代表市人民政府向大会报告工作，请予审议。",
    "2021年，全市实现地区生产总值1653亿元、增长7%。居民人均可支配收入增长8.5%。",
    "2022年的主要目标是：地区生产总值增长6%以上，打印耗材产业产值增长5%，下载速率提高一倍。",
)
TEXT = "".join(f"{line}\n" for line in LINES)
BUTTONS = (
    '<h1>政府工作报告</h1><div class="bar"><a>打印</a><a>关闭</a><span>【字体：</span><a>大</a>'
    "<a>中</a><a>小</a>】<a>分享到</a></div>"
)


def words(data: bytes) -> list[str]:
    return read_document(data).text.splitlines()


def test_a_text_is_its_own() -> None:
    data = TEXT.encode("gb18030")
    assert read_document(data) == Document(data, TEXT)


@pytest.mark.parametrize(
    "data",
    [
        page(LINES, beside=BUTTONS),
        page(LINES).decode().replace("<p>", "<br>").replace("</p>", "").encode(),
        page(LINES).decode().replace('utf-8"', 'gb2312"').encode("gb18030"),
        page([]).replace(
            b"</body>", f"<table><tr><td>{'<br>'.join(LINES)}</td></tr></table>".encode()
        ),
        word(paragraphs(LINES)),
        pdf([LINES]),
    ],
    ids=["paragraphs", "breaks", "gb2312", "table", "docx", "pdf"],
)
def test_the_report_is_there_line_by_line(data: bytes) -> None:
    found = words(data)
    assert [line for line in found if line in LINES][-len(LINES) :] == list(LINES)


@pytest.mark.parametrize("junk", ["打印", "关闭", "分享到", "首页", "网站地图"])
def test_what_a_site_puts_around_a_text_is_left_out(junk: str) -> None:
    assert junk not in words(page(LINES, beside=BUTTONS))


def test_a_page_says_its_title_its_day_and_its_address() -> None:
    head = (
        '<meta name="ArticleTitle" content="2022年太仓市政府工作报告">'
        '<meta name="PubDate" content="2022-01-19 10:22">'
        '<meta name="Url" content="https://www.taicang.gov.cn/report">'
    )
    found = read_document(page(LINES, head))
    assert found.title == "2022年太仓市政府工作报告"
    assert (found.published, found.url) == ("2022-01-19", "https://www.taicang.gov.cn/report")


@pytest.mark.parametrize("end", [" - 太仓市人民政府", "_太仓市人民政府", " | 政务公开"])
def test_the_title_of_a_page_is_without_the_name_of_the_site(end: str) -> None:
    found = read_document(page(LINES, f"<title>2022年太仓市政府工作报告{end}</title>"))
    assert found.title == "2022年太仓市政府工作报告"


def test_the_name_of_a_site_is_no_title() -> None:
    assert read_document(page(LINES, "<title>太仓市人民政府</title>")).title == ""


def test_the_cells_of_a_table_stay_apart() -> None:
    rows = (("指标", "2021年"), ("地区生产总值", "1653亿元"))
    web = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    found = read_document(page(LINES).replace(b'</div><div class="foot">', (
        f'<table>{web}</table></div><div class="foot">'
    ).encode())).text  # fmt: skip
    assert "| 地区生产总值 | 1653亿元 |" in found
    cells = ("".join(f"<w:tc>{paragraphs([cell])}</w:tc>" for cell in row) for row in rows)
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    assert "地区生产总值\t1653亿元" in words(word(paragraphs(LINES) + table))


def test_a_docx_reads_as_with_all_its_changes_accepted() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>".format
    gone = '<w:del w:id="1"><w:r><w:delText>9.5%</w:delText></w:r></w:del>'
    come = f'<w:ins w:id="2">{run("8.5%")}</w:ins>'
    assert words(word(f"<w:p>{run('增长')}{gone}{come}{run('。')}</w:p>")) == ["增长8.5%。"]


def test_lines_that_the_pages_of_a_pdf_broke_go_on() -> None:
    broken = (
        "2021年，全市实现地区生产总值16", "53亿元、增长7%。居民人均可支配收入",
        "一、回顾", "2022年，我们将努力实现地区生产总值",
    )  # fmt: skip
    after = ("增长6%以上，规模以上工业总产值增长", "5%左右。")
    assert words(pdf([[*broken, "— 3 —"], [*after, "4"]])) == [
        "2021年，全市实现地区生产总值1653亿元、增长7%。居民人均可支配收入一、回顾",
        "2022年，我们将努力实现地区生产总值增长6%以上，规模以上工业总产值增长5%左右。",
    ]


LOCKED = "/Encrypt << /Filter /Standard /V 1 /R 2 /O () /U () /P -4 >>"
DEEP = "<w:sdt><w:sdtContent>" * 20_000


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (pdf([["1"], ["2"]]), "a scan: read it with OCR"),
        (pdf([["ˇ˘˙∆∂ƒ©˙∆ß∂ƒå´®†¥¨ˆøπ"] * 3]), "do not say which characters"),
        (
            pdf([LINES], "/Encrypt << /Filter /Standard /V 1 /R 2 /O () /U () /P -4 >>"),
            "under a password",
        ),
        (b"%PDF-1.7\n" + b"\0" * 500, "a broken PDF: fetch it again"),
        (b"%PDF-1.7\n1 0 obj\n<</Kids [1 0 R]", "a broken PDF: fetch it again"),
        (b"PK\x03\x04 and no more", "a broken .docx or ZIP file"),
        (package({"a.txt": "x"}), "a ZIP file that is no .docx"),
        (package({"word/document.xml": b"0" * 201_000_000}), "bytes when unpacked"),
        (package({"word/document.xml": "<w"}), "a .docx file that cannot be read"),
        (word(DEEP), "a .docx file"),
        (word(""), "a .docx file without text"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "save it as .docx"),
        (b"{\\rtf1 x}", "save it as .docx"),
        (b"\x89PNG\r\n", "a picture: read its text with OCR"),
        (b"<!DOCTYPE html><html><body><script>x()</script></body></html>", "without text"),
        (b"<html>" + b"<div>" * 200_000, "a web page"),
    ],
)
def test_what_gives_no_text_says_what_to_do(data: bytes, told: str) -> None:
    begun = time.monotonic()
    with pytest.raises(DocumentError, match=told):
        read_document(data)
    assert time.monotonic() - begun < 30


def test_a_document_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tally.text.documents.read._WAIT", 0.01)
    with pytest.raises(DocumentError, match="made to be hard to read"):
        read_document(word(paragraphs(LINES)))
