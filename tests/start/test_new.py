"""`tally new`: a report laid out as the beginning of a dataset, over nothing that exists."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from tally.check.check import check
from tally.cli.new import new
from tally.records.load import load
from tests.support.documents import page, paragraphs, pdf, word
from tests.support.trees import write_tree

REPORT = (
    "政府工作报告\r\n——2022年1月8日在太仓市第十七届人民代表大会第一次会议上\r\n"
    "2021年，全市实现地区生产总值1653亿元、增长7%。2022年的主要目标是：地区生产总值增长6%以上。\r\n"
)
SOURCE = "taicang/sources/gwr-2022"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with datasets/ and a report that came in."""
    write_tree(tmp_path)
    (tmp_path / "report.txt").write_bytes(REPORT.encode("gb18030"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1641600000")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(new, arguments)


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_new_area_begins_with_its_source_its_drafts_and_its_entry(here: Path) -> None:
    result = run("taicang", "report.txt")
    assert result.exit_code == 0, result.output
    assert sorted(files_below(here / "datasets" / "taicang")) == [
        "dataset.yml",
        "sources/gwr-2022/drafts.yml",
        "sources/gwr-2022/extracted.yml",
        "sources/gwr-2022/reading.txt",
        "sources/gwr-2022/report.txt",
        "sources/gwr-2022/source.yml",
    ]
    assert 'id: taicang, name: {zh: "太仓市", en: "Taicang"}' in (
        here / "datasets/vocabulary/areas.yml"
    ).read_text("utf-8")


def test_the_text_is_kept_byte_for_byte(here: Path) -> None:
    run("taicang", "report.txt")
    assert (here / "datasets" / SOURCE / "report.txt").read_bytes() == REPORT.encode("gb18030")


def test_the_words_to_quote_stand_beside_the_text(here: Path) -> None:
    damaged = REPORT.replace("地区生产总值", "地區(qū)生產(chǎn)總值", 1)
    (here / "report.txt").write_bytes(damaged.encode())
    run("taicang", "report.txt")
    assert (here / "datasets" / SOURCE / "reading.txt").read_bytes() == REPORT.encode()


def test_what_was_laid_out_is_sound_and_its_figures_are_the_machine_s(here: Path) -> None:
    run("taicang", "report.txt")
    loaded = load(here / "datasets")
    assert loaded.problems == ()
    found = loaded.datasets.datasets["taicang"]
    assert (found.created, found.sources["gwr-2022"].year) == ("2022-01-08", 2022)
    assert {row.id for row in found.observations} == {
        "taicang/gdp/2021/level",
        "taicang/gdp/2021/growth",
    }
    assert {row.review for row in (*found.observations, *found.targets)} == {"extracted"}
    assert found.sources["gwr-2022"].review == "in-progress"
    assert check(here / "datasets") == ()


def test_drafts_are_entries_that_name_their_source(here: Path) -> None:
    run("taicang", "report.txt")
    drafts = yaml.safe_load((here / "datasets" / SOURCE / "drafts.yml").read_text("utf-8"))
    assert [entry["source"] for entry in drafts["observations"]] == ["gwr-2022"]
    assert drafts["targets"][0]["figures"] == [
        {"measure": "growth", "comparator": "ge", "value": 6, "unit": "%"}
    ]


def test_what_is_plainly_no_figure_is_left_out_already(here: Path) -> None:
    run("taicang", "report.txt")
    source = yaml.safe_load((here / "datasets" / SOURCE / "source.yml").read_text("utf-8"))
    assert source["left_out"] == [
        {"text": "2022年1月8日", "reason": "date"},
        {"text": "第十七届人民代表大会第一次会议", "reason": "meeting"},
        {"text": "2021年", "reason": "year"},
        {"text": "2022年", "reason": "year"},
    ]


def completed(here: Path) -> None:
    source = here / "datasets" / SOURCE / "source.yml"
    text = source.read_text("utf-8")
    source.write_text(text.replace("review: in-progress", "review: complete"), "utf-8")


def test_a_source_that_is_said_to_be_complete_lacks_the_review(here: Path) -> None:
    run("taicang", "report.txt")
    completed(here)
    assert {problem.code for problem in check(here / "datasets")} == {"coverage"}


def test_drafts_moved_to_where_they_belong_are_all_that_was_wanting(here: Path) -> None:
    run("taicang", "report.txt")
    completed(here)
    drafts = (here / "datasets" / SOURCE / "drafts.yml").read_text("utf-8")
    observations, targets = drafts.partition("observations:\n")[2].split("targets:\n")
    for kind, entries in (("observations", observations), ("targets", targets)):
        folder = here / "datasets/taicang" / kind
        folder.mkdir()
        (folder / "economy.yml").write_text(entries, "utf-8")
    assert check(here / "datasets") == ()


def test_a_further_source_leaves_the_area_as_it_is(here: Path) -> None:
    run("taicang", "report.txt")
    before = files_below(here / "datasets")
    (here / "report.txt").write_text(REPORT.replace("2022", "2023").replace("2021", "2022"))
    assert run("taicang", "report.txt").exit_code == 0
    after = files_below(here / "datasets")
    assert {name: after[name] for name in before} == before
    assert "taicang/sources/gwr-2023/source.yml" in after


def of_year(year: int) -> str:
    return REPORT.replace("2022", str(year)).replace("2021", str(year - 1))


def test_reports_of_several_years_come_in_at_once(here: Path) -> None:
    for year in (2022, 2023, 2024):
        (here / f"{year}.txt").write_text(of_year(year), "utf-8")
    result = run("taicang", "2022.txt", "2023.txt", "2024.txt")
    assert result.exit_code == 0, result.output
    loaded = load(here / "datasets")
    assert sorted(loaded.datasets.datasets["taicang"].sources) == [
        "gwr-2022",
        "gwr-2023",
        "gwr-2024",
    ]
    assert check(here / "datasets") == ()


def test_a_source_of_another_dataset_keeps_its_id_for_itself(here: Path) -> None:
    run("taicang", "report.txt")
    assert run("changshu", "report.txt", "--name", "常熟市", "Changshu").exit_code == 0
    assert (here / "datasets/changshu/sources/gwr-2022-changshu/source.yml").exists()
    assert check(here / "datasets") == ()


def test_the_sources_of_a_panel_end_in_their_area(here: Path) -> None:
    result = run("cities", "report.txt", "--area", "taicang", "--url", "https://a.gov.cn/b")
    assert result.exit_code == 0, result.output
    source = load(here / "datasets").datasets.datasets["cities"].sources["gwr-2022-taicang"]
    assert (source.area, source.url) == ("taicang", "https://a.gov.cn/b")
    assert check(here / "datasets") == ()


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("https://www.taicang.gov.cn/a.html", "https://www.taicang.gov.cn/a.html"),
        ('"https://www.taicang.gov.cn/a.html"', "https://www.taicang.gov.cn/a.html"),
        ("javascript:alert(1)", None),
        ("太仓日报", None),
    ],
)
def test_the_front_matter_of_a_markdown_file_gives_title_and_address(
    here: Path, source: str, url: str | None
) -> None:
    front = f"---\ntitle: 太仓市政府工作报告（2022年1月8日）\nsource: {source}\n---\n"
    (here / "report.md").write_text(front + REPORT, "utf-8")
    assert run("taicang", "report.md").exit_code == 0
    found = load(here / "datasets").datasets.datasets["taicang"].sources["gwr-2022"]
    assert (found.title.zh, found.url) == ("太仓市政府工作报告（2022年1月8日）", url)
    assert check(here / "datasets") == ()


def test_the_url_that_is_given_goes_before_that_of_the_file(here: Path) -> None:
    (here / "report.md").write_text("---\nsource: https://b.gov.cn/\n---\n" + REPORT, "utf-8")
    run("taicang", "report.md", "--url", "https://a.gov.cn/")
    found = load(here / "datasets").datasets.datasets["taicang"].sources["gwr-2022"]
    assert found.url == "https://a.gov.cn/"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("taicang report.txt other.txt --year 2022", "--year goes with one file"),
        ("taicang report.txt other.txt --url https://a.gov.cn/", "--url goes with one file"),
        ("taicang report.txt --url javascript:alert(1)", "is no address"),
        ("taicang report.txt other.txt", "report.txt and other.txt would both be gwr-2022"),
        ("testshire report.txt --area taicang", "taicang is no area of testshire"),
        ("taicang report.txt --area ../x", "cannot be an id"),
    ],
)
def test_what_contradicts_itself_is_told_and_nothing_written(
    here: Path, arguments: str, message: str
) -> None:
    (here / "other.txt").write_text(REPORT, "utf-8")
    before = files_below(here)
    result = run(*arguments.split())
    assert (result.exit_code, message in result.output) == (2, True), result.output
    assert files_below(here) == before


@pytest.mark.usefixtures("here")
def test_a_report_that_never_names_the_area_is_told() -> None:
    told = "look again: the report is about 太仓市, and never names the area testshire"
    assert told in run("testshire", "report.txt").output
    assert "look again" not in run("taicang", "report.txt").output


def test_nothing_is_written_over_a_source_that_is_there(here: Path) -> None:
    run("taicang", "report.txt")
    before = files_below(here)
    result = run("taicang", "report.txt")
    assert result.exit_code == 2
    assert "is already there: nothing was written" in result.output
    assert files_below(here) == before


def test_names_and_code_of_a_new_area_can_be_given(here: Path) -> None:
    assert (
        run("taicang", "report.txt", "--name", "太仓", "Tàicāng", "--code", "320585").exit_code == 0
    )
    area = load(here / "datasets").datasets.vocabulary.areas["taicang"]
    assert (area.name.zh, area.name.en, area.code) == ("太仓", "Tàicāng", "320585")


@pytest.mark.parametrize(
    "area",
    [
        "../x",
        "a/b",
        "A",
        "太仓",
        "a--b",
        "-a",
        "",
        "vocabulary",
        "all",
        "a" * 81,
        "a\nb",
        "a b",
        ".",
    ],
)
def test_an_area_that_is_no_id_is_refused(here: Path, area: str) -> None:
    before = files_below(here)
    assert run("--", area, "report.txt").exit_code == 2
    assert files_below(here) == before


def test_an_area_that_leads_out_of_the_datasets_is_refused(here: Path) -> None:
    (here / "outside").mkdir()
    (here / "datasets" / "taicang").symlink_to(here / "outside")
    result = run("taicang", "report.txt")
    assert result.exit_code == 2
    assert "leads out of" in result.output
    assert list((here / "outside").iterdir()) == []


@pytest.mark.parametrize(
    ("content", "exit_code", "message"),
    [
        (b"\0\1\2", 1, "not a text file"),
        (b"\xff\xff\xff", 1, "cannot be read"),
        ("各位代表：我们将继续努力。".encode(), 2, "give --year"),
        (b"", 2, "give --year"),
    ],
)
def test_what_cannot_be_laid_out_is_told_and_nothing_written(
    here: Path, content: bytes, exit_code: int, message: str
) -> None:
    (here / "report.txt").write_bytes(content)
    before = files_below(here)
    result = run("taicang", "report.txt")
    assert (result.exit_code, message in result.output) == (exit_code, True), result.output
    assert files_below(here) == before


def test_a_year_can_be_given(here: Path) -> None:
    (here / "report.txt").write_text("各位代表：全市实现地区生产总值1653亿元。", "utf-8")
    assert run("taicang", "report.txt", "--year", "2022").exit_code == 0
    assert (here / "datasets" / SOURCE / "source.yml").exists()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", ["", " ", "太\n仓", "\u2028", "\u202e"])
def test_names_are_characters_that_can_be_seen(name: str) -> None:
    assert run("taicang", "report.txt", "--name", name, "Taicang").exit_code == 2


@pytest.mark.parametrize(
    "arguments", ["taicang", "taicang nowhere.txt", "taicang report.txt --code 1"]
)
@pytest.mark.usefixtures("here")
def test_wrong_use_ends_with_2(arguments: str) -> None:
    assert run(*arguments.split()).exit_code == 2


def test_without_datasets_there_is_nowhere_to_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    monkeypatch.chdir(tmp_path)
    result = run("taicang", "report.txt")
    assert result.exit_code == 2
    assert "there is no datasets/vocabulary/ here" in result.output


def test_texts_that_mean_harm_stay_texts(here: Path) -> None:
    hostile = "2022年太仓市政府工作报告：{x: *y}\u2028\"' #\n全市实现地区生产总值1653亿元。\n"
    (here / "report.txt").write_text(hostile, "utf-8")
    assert run("taicang", "report.txt", "--name", "} - x: &y", "!!python/x").exit_code == 0
    loaded = load(here / "datasets")
    assert loaded.datasets.vocabulary.areas["taicang"].name.en == "!!python/x"
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        ("vocabulary/units.yml", b"x: [", 1),
        ("vocabulary/areas.yml", b"- {id: testshire", 1),
        ("vocabulary/areas.yml", "- {id: 昆山".encode("gb18030"), 1),
        ("vocabulary/areas.yml", b'[{id: testshire, name: {zh: a, en: b}, code: "999999"}]\n', 2),
        ("taicang", b"", 2),
        ("taicang/sources", b"", 2),
    ],
)
def test_where_nothing_can_be_laid_out_nothing_is_written(
    here: Path, path: str, content: bytes, code: int
) -> None:
    file = here / "datasets" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    before = files_below(here)
    result = run("taicang", "report.txt")
    assert result.exit_code == code, result.output
    assert files_below(here) == before


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("epoch", ["today", "9" * 20, "1.5"])
def test_a_source_date_epoch_that_is_none_is_wrong_use(
    monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("taicang", "report.txt")
    assert result.exit_code == 2
    assert "seconds since 1970" in result.output


DOCUMENTS = {
    "report.html": page(REPORT.splitlines(), '<meta name="Url" content="https://a.gov.cn/1">'),
    "report.docx": word(paragraphs(REPORT.splitlines())),
    "report.pdf": pdf([REPORT.splitlines()]),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_web_page_a_docx_or_a_pdf_is_kept_with_the_text_taken_from_it(
    here: Path, name: str
) -> None:
    (here / name).write_bytes(DOCUMENTS[name])
    assert run("taicang", name).exit_code == 0
    source = here / "datasets" / SOURCE
    assert (source / name).read_bytes() == DOCUMENTS[name]
    entry = yaml.safe_load((source / "source.yml").read_text("utf-8"))
    assert entry["original"]["file"] == name
    assert ("url" in entry) == (name == "report.html")
    assert str(entry["published"]) == "2022-01-08"
    assert not [p for p in check(here / "datasets") if p.severity == "error"]
    (source / name).write_bytes(b"another")
    assert [p.code for p in check(here / "datasets")] == ["source-hash"]


def test_a_document_without_text_is_told_with_a_remedy_and_nothing_written(here: Path) -> None:
    (here / "scan.pdf").write_bytes(pdf([["1"]]))
    before = files_below(here)
    result = run("taicang", "scan.pdf")
    assert (result.exit_code, files_below(here)) == (1, before)
    assert "scan.pdf: error: a PDF without text, a scan: read it with OCR" in result.stderr


@pytest.mark.parametrize("digest", ["0b10" * 16, "12e3" * 16, "1" * 64, "abcd" * 16])
def test_a_hash_stays_text_whatever_digits_it_has(
    here: Path, monkeypatch: pytest.MonkeyPatch, digest: str
) -> None:
    class Hash:
        hexdigest = staticmethod(lambda: digest)

    monkeypatch.setattr("hashlib.sha256", lambda _: Hash)
    assert run("taicang", "report.txt").exit_code == 0
    problems = load(here / "datasets").problems
    assert [problem for problem in problems if "taicang" in problem.place.path] == []


def test_a_draft_of_a_name_that_is_nearly_an_indicator_s_asks_whether_it_is_meant(
    here: Path,
) -> None:
    (here / "report.txt").write_text(f"{REPORT}2021年，地区绿色生产总值60亿元。\n", "utf-8")
    assert run("taicang", "report.txt").exit_code == 0
    drafts = (here / "datasets" / SOURCE / "drafts.yml").read_text("utf-8")
    assert '- indicator: null  # "地区绿色生产总值": did you mean gdp?' in drafts
