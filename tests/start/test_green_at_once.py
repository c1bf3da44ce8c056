"""A report that has just come in stops neither the check nor a strict build of what is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tally.check.check import check
from tally.cli.accept import accept
from tally.cli.new import new
from tests.conftest import build_site, link_program
from tests.support.documents import page, paragraphs, word
from tests.support.trees import write_tree

FIRST = (
    "2022年太仓市政府工作报告",
    "——2022年1月8日在太仓市第十七届人民代表大会第一次会议上",
    "2021年，全市实现地区生产总值1653亿元、增长7%。新建电动轮渡码头12座。",
    "2022年，预期目标是：地区生产总值增长6%以上。启动城西水厂扩建工程。",
)
SECOND = (
    "2023年太仓市政府工作报告",
    "——2023年1月9日在太仓市第十七届人民代表大会第二次会议上",
    "2022年，全市地区生产总值突破1700亿元、达到1750亿元。",
    "2023年，预期目标是：地区生产总值增长5%左右。",
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one dataset, and two reports of another place that came in and were entered."""
    root = link_program(tmp_path)
    write_tree(root)
    (root / "2022.html").write_bytes(page(FIRST))
    (root / "2023.docx").write_bytes(word(paragraphs(SECOND)))
    monkeypatch.chdir(root)
    run = CliRunner().invoke
    assert run(new, ["taicang", "2022.html", "--name", "太仓市", "Taicang"]).exit_code == 0
    assert run(new, ["taicang", "2023.docx"]).exit_code == 0
    assert run(accept, ["taicang/gwr-2023", "--known"]).exit_code == 0
    return root


def test_check_build_and_package_go_through_with_nothing_edited(here: Path) -> None:
    assert [p for p in check(here / "datasets") if p.severity == "error"] == []
    site = build_site(here, here / "site")
    rows = (site / "data" / "taicang" / "observations.csv").read_text("utf-8-sig")
    assert "taicang/gdp/2021/level" in rows
    assert ",1750," in rows
    assert (site / "sources" / "taicang" / "gwr-2022" / "index.html").is_file()
    assert (site / "data" / "testshire" / "datapackage.json").is_file()
