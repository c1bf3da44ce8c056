"""Loading a folder of datasets: records whole, problems with their place, nothing raised."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from tally.records.load import Loaded, load
from tally.records.model import Localized
from tests.support.trees import FILES, REPORT, change, tell_outcome, write_tree

SOURCE = "testshire/sources/report-2021/source.yml"
CITED = "testshire/sources/cited.yml"
ECONOMY = "testshire/observations/economy.yml"
SOCIETY = "testshire/targets/society.yml"
TARGETS = "testshire/targets/economy.yml"

REPAIRED = "  - {raw: 试验, reading: 甲, reason: {zh: 乙, en: B}}\n"
REPAIR = "repairs:\n  - {raw: 无, reading: 有, reason: {zh: 甲, en: A}}\n"


def loaded(tmp_path: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Loaded:
    return load(write_tree(tmp_path, changes))


def told(found: Loaded) -> list[tuple[str, str]]:
    return [(str(p.place).removeprefix("datasets/"), p.code) for p in found.problems]


def test_the_valid_tree_has_no_problem(tmp_path: Path) -> None:
    assert told(loaded(tmp_path)) == []


def test_records_have_their_ids(tmp_path: Path) -> None:
    dataset = loaded(tmp_path).datasets.datasets["testshire"]
    assert [o.id for o in dataset.observations] == [
        "testshire/gdp/2020/level",
        "testshire/gdp/2020/growth",
        "testshire/base-stations-5g/2020/level",
        "testshire/gdp/2021/growth/bulletin-2021",
        "testshire/incidents/2020/growth",
    ]
    assert [t.id for t in dataset.targets] == [
        "testshire/gdp/2021/growth/target",
        "testshire/unemployment/2021/level/target",
        "testshire/income/2021/growth/target",
        "testshire/milestone/stadium-topped-out/2021/target",
    ]


@pytest.mark.parametrize("path", ["vocabulary/units.yml", SOURCE, ECONOMY, CITED,
                                  "testshire/corrections.yml", "testshire/dataset.yml",
                                  "testshire/sources/report-2021/extracted.yml"])  # fmt: skip
@pytest.mark.parametrize("target", ["itself", "nowhere", "a folder"])
def test_a_link_or_a_folder_in_the_place_of_a_file_is_told_there(
    tmp_path: Path, path: str, target: str
) -> None:
    file = write_tree(tmp_path) / path
    file.unlink(missing_ok=True)
    if target == "a folder":
        file.mkdir()
    else:
        file.symlink_to(file if target == "itself" else target)
    found = told(load(tmp_path / "datasets"))
    assert [place for place, _ in found] == [f"{path}:1:1"]


def test_a_correction_pasted_twice_is_told(tmp_path: Path) -> None:
    corrections = "testshire/corrections.yml"
    found = loaded(tmp_path, {corrections: FILES[corrections] * 2})
    assert [code for _, code in told(found)] == ["duplicate"]


@pytest.mark.parametrize("name", ["all", "vocabulary"])
def test_an_area_cannot_take_a_name_that_means_something_else(tmp_path: Path, name: str) -> None:
    areas = "vocabulary/areas.yml"
    entry = f'- {{id: {name}, name: {{zh: 甲, en: A}}, code: "320000"}}\n'
    found = loaded(tmp_path, {areas: FILES[areas] + entry})
    line = FILES[areas].count("\n") + 1
    assert told(found) == [(f"{areas}:{line}:8", "duplicate")]


@pytest.mark.parametrize("name", ["Test", "测试", "a b", "a_b", "a" * 81])
@pytest.mark.parametrize("above", ["", "testshire/sources/"])
def test_a_folder_of_an_area_or_a_source_is_named_by_an_id(
    tmp_path: Path, name: str, above: str
) -> None:
    root = write_tree(tmp_path)
    (root / above / name).mkdir()
    assert told(load(root)) == [(f"{above}{name}:1:1", "file")]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("sha256:", f"repairs:\n{REPAIRED}{REPAIRED}sha256:", "10:11"),
        ("left_out:", "left_out:\n  - {text: 5G, reason: name}", "13:12"),
    ],
)  # fmt: skip
def test_words_repaired_or_left_out_twice_are_told(
    tmp_path: Path, old: str, new: str, place: str
) -> None:
    text = FILES[SOURCE].replace(old, new, 1)
    report = f"试验。\n{REPORT}"
    found = loaded(tmp_path, {SOURCE: text, "testshire/sources/report-2021/report.txt": report})
    assert told(found) == [(f"{SOURCE}:{place}", "duplicate")]


def test_a_theme_that_is_none_is_told_once(tmp_path: Path) -> None:
    indicators = "vocabulary/indicators/economy.yml"
    text = FILES[indicators].replace("theme: economy", "theme: econmy", 1)
    assert [code for _, code in told(loaded(tmp_path, {indicators: text}))] == ["reference"]


def test_a_folder_by_a_relative_name_gives_the_same_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_tree(tmp_path, {ECONOMY: FILES[ECONOMY].replace("value: 4250", "value: no")})
    monkeypatch.chdir(root / "testshire")
    assert told(load(Path(".."))) == told(load(root))


def test_a_figure_is_traced_to_its_quote_and_to_the_raw_file(tmp_path: Path) -> None:
    dataset = loaded(tmp_path).datasets.datasets["testshire"]
    observation = dataset.observations[0]
    span = observation.evidence.span
    assert span is not None
    reading = dataset.sources["report-2021"].reading
    assert reading is not None
    assert reading.text[span.quote_start : span.quote_end] == observation.evidence.quote
    assert reading.text[span.number_start : span.number_end] == "4250亿元"
    assert reading.raw[span.raw_start : span.raw_end] == "4250亿元"
    assert observation.provenance == "verified"
    assert observation.review == "reviewed"


def test_a_cited_figure_has_a_locator_and_no_place(tmp_path: Path) -> None:
    cited = loaded(tmp_path).datasets.datasets["testshire"].observations[3]
    assert cited.provenance == "cited"
    assert (cited.evidence.locator, cited.evidence.span) == ("section 1", None)
    assert str(cited.figure.value) == "7.0"


def test_a_figure_stands_at_its_value_and_knows_where_the_rest_is(tmp_path: Path) -> None:
    observation = loaded(tmp_path).datasets.datasets["testshire"].observations[0]
    assert str(observation.figure.place) == f"datasets/{ECONOMY}:6:31"
    assert str(observation.figure.places["unit"]) == f"datasets/{ECONOMY}:6:43"
    assert str(observation.place) == f"datasets/{ECONOMY}:1:3"
    assert str(observation.places["quote"]) == f"datasets/{ECONOMY}:4:10"


def test_what_became_of_a_milestone_is_traced_to_its_words_and_knows_its_place(
    tmp_path: Path,
) -> None:
    root = write_tree(tmp_path)
    said = "quote: 主体结构封顶, date: 2020-12, note: {zh: 甲, en: A}"
    tell_outcome(root, f"verdict: met, source: report-2021, {said}")
    dataset = load(root).datasets.datasets["testshire"]
    outcome = dataset.targets[-1].outcome
    reading = dataset.sources["report-2021"].reading
    assert outcome is not None
    assert outcome.evidence.span is not None
    assert reading is not None
    assert (outcome.verdict, outcome.date, outcome.note) == ("met", "2020-12", Localized("甲", "A"))
    span = outcome.evidence.span
    assert reading.text[span.quote_start : span.quote_end] == "主体结构封顶"
    assert reading.raw[span.raw_start : span.raw_end] == "主体结构封顶"
    assert str(outcome.place) == f"datasets/{SOCIETY}:18:12"
    assert str(outcome.places["quote"]) == f"datasets/{SOCIETY}:18:55"


def test_a_promise_whose_outcome_names_an_unknown_source_is_left_out(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    tell_outcome(root, "verdict: met, source: nobody, locator: p. 2")
    found = load(root)
    assert told(found) == [(f"{SOCIETY}:18:35", "reference")]
    assert [t.type for t in found.datasets.datasets["testshire"].targets].count("milestone") == 0


def test_of_two_archived_sources_the_earlier_has_the_plain_id(tmp_path: Path) -> None:
    later = FILES[SOURCE].replace("published: 2021-01", "published: 2021-03")
    second = "testshire/sources/later-2021"
    changes = {
        f"{second}/report.txt": REPORT,
        f"{second}/source.yml": later,
        ECONOMY: FILES[ECONOMY]
        + "- indicator: gdp\n  period: 2020\n  source: later-2021\n"
        + "  quote: 全市实现地区生产总值4250亿元\n  figures:\n"
        + "    - {measure: level, value: 4250, unit: 亿元}\n",
    }
    ids = [o.id for o in loaded(tmp_path, changes).datasets.datasets["testshire"].observations]
    assert ids[0] == "testshire/gdp/2020/level"
    assert "testshire/gdp/2020/level/later-2021" in ids


@pytest.mark.parametrize(
    ("path", "old", "new", "place", "code"),
    [
        (ECONOMY, "indicator: base-stations-5g", "indicator: base-stations", "8:14", "reference"),
        (ECONOMY, "source: bulletin-2021", "source: bulletin-2020", "16:11", "reference"),
        (ECONOMY, "unit: 座", "unit: 做", "13:43", "reference"),
        (SOCIETY, "to: gdp", "to: gpd", "11:55", "reference"),
        (SOCIETY, "theme: society", "theme: sport", "13:10", "reference"),
        (SOCIETY, "theme: society", "theme: economy", "13:10", "theme"),
        ("vocabulary/indicators/economy.yml", "unit_family: count", "unit_family: counts", "12:16",
         "reference"),
        ("vocabulary/indicators/society.yml", "aliases: [失业率]",
         "aliases: []\n  related: [gdp, gpd]", "8:18", "reference"),
        ("vocabulary/units.yml", "100000000, base: 元", "100000000, base: 圆", "2:87", "reference"),
        ("vocabulary/units.yml", "family: count, factor: 1, base: 座",
         "family: count, factor: 1, base: 元", "4:45", "unit"),
        ("testshire/corrections.yml", "gdp/2020/level", "gdp/2019/level", "3:11", "reference"),
        (CITED, "id: bulletin-2021", "id: report-2021", "1:3", "duplicate"),
        (SOURCE, "text: report.txt", "text: reprot.txt", "7:7", "file"),
        (SOURCE, "left_out:", REPAIR + "left_out:", "10:11", "repair"),
    ],
)  # fmt: skip
def test_a_name_that_nothing_has_is_told_where_it_stands(
    tmp_path: Path, path: str, old: str, new: str, place: str, code: str
) -> None:
    root = write_tree(tmp_path)
    change(root, path, old, new)
    assert (f"{path}:{place}", code) in told(load(root))


@pytest.mark.parametrize(
    ("path", "old", "new", "help_"),
    [
        (ECONOMY, "indicator: base-stations-5g", "indicator: base-stations", "base-stations-5g?"),
        # An indicator by its name in either language, an alias, a former id
        (ECONOMY, "indicator: base-stations-5g", "indicator: 新建5G基站", "is base-stations-5g"),
        (TARGETS, "indicator: gdp", "indicator: GDP", "the id is gdp"),
        (TARGETS, "indicator: gdp", "indicator: 经济", "the id is gdp"),
        (TARGETS, "indicator: gdp", "indicator: Gross domestic product", "the id is gdp"),
        (TARGETS, "indicator: gdp", "indicator: gross-domestic-product", "the id is gdp"),
        (SOCIETY, "to: gdp", "to: GDP", "the id is gdp"),
        (SOCIETY, "to: gdp", "to: 收入", "lower-case"),
        # The names there are, where they are few and none is very like
        (SOCIETY, "theme: society", "theme: socety", "mean society?"),
        (SOCIETY, "theme: society", "theme: sports", "it is one of economy, society; or add it"),
        (SOURCE, "kind: work-report", "kind: report", "it is one of work-report, plan, bulletin"),
        (SOURCE, "kind: work-report", "kind: workreport", "did you mean work-report?"),
        # The file of a source's text
        (SOURCE, "text: report.txt", "text: reprot.txt", "did you mean report.txt?"),
        (SOURCE, "text: report.txt", "text: kunshan", "the folder holds report.txt"),
    ],
)  # fmt: skip
def test_who_gives_a_wrong_name_is_told_the_right_one(
    tmp_path: Path, path: str, old: str, new: str, help_: str
) -> None:
    root = write_tree(tmp_path)
    change(root, path, old, new)
    [problem] = load(root).problems
    assert help_ in problem.help


def test_a_former_id_leads_to_the_one_there_is(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(
        root, "vocabulary/indicators/economy.yml", "aliases: []", "aliases: []\n  former_ids: [old]"
    )
    change(root, ECONOMY, "indicator: base-stations-5g", "indicator: old")
    assert [p.help for p in load(root).problems] == ["the id is base-stations-5g"]


@pytest.mark.parametrize("path", [path for path in FILES if path.endswith(".yml")])
def test_a_missing_file_is_told_or_not_needed_and_nothing_is_raised(
    tmp_path: Path, path: str
) -> None:
    needed = "vocabulary/" in path and "/indicators/" not in path
    needed = needed or path.endswith(("dataset.yml", "source.yml", "cited.yml"))
    assert ((f"{path}:1:1", "file") in told(loaded(tmp_path, {path: None}))) is needed


@pytest.mark.parametrize("path", [path for path in FILES if path.endswith(".yml")])
def test_a_broken_file_is_told_once_and_stops_no_other(tmp_path: Path, path: str) -> None:
    text = FILES[path]
    found = loaded(tmp_path, {path: text + "\t"})
    line = text.count("\n") + 1
    assert told(found) == [(f"{path}:{line}:1", "yaml")]
    assert len(found.datasets.vocabulary.areas) == (0 if path.endswith("areas.yml") else 1)


def test_an_unknown_theme_does_not_make_every_figure_of_it_unknown(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, "vocabulary/themes.yml", "id: society", "id: societies")
    codes = {code for _, code in told(load(root))}
    assert codes == {"reference"}
    assert all("observations" not in place for place, _ in told(load(root)))


def test_one_figure_entered_twice_is_a_duplicate_at_the_second(tmp_path: Path) -> None:
    again = FILES["testshire/observations/society.yml"] * 2
    assert (
        told(loaded(tmp_path, {"testshire/observations/society.yml": again}))
        == [("testshire/observations/society.yml:12:32", "duplicate")]
        or told(loaded(tmp_path)) != []
    )


def test_a_changed_source_file_is_told_at_its_hash(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, "testshire/sources/report-2021/report.txt", "各位代表", "各位同志")
    assert told(load(root)) == [(f"{SOURCE}:8:9", "source-hash")]


def test_a_link_out_of_the_datasets_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("4250亿元", "utf-8")
    root = write_tree(tmp_path)
    report = root / "testshire/sources/report-2021/report.txt"
    report.unlink()
    report.symlink_to(secret)
    found = load(root)
    assert ("testshire/sources/report-2021/report.txt:1:1", "file") in told(found)
    assert "report-2021" not in found.datasets.datasets["testshire"].sources


@pytest.mark.parametrize(
    "path",
    ["testshire/observations/notes.txt", "testshire/targets/economy.yaml", "testshire/extra.yml",
     "testshire/spare/x.yml", "vocabulary/colours.yml", "stray.yml", "testshire/sources/x.yml"],
)  # fmt: skip
def test_a_file_that_nothing_reads_is_told(tmp_path: Path, path: str) -> None:
    [(place, code)] = told(loaded(tmp_path, {path: "a: 1\n"}))
    assert code == "file"
    assert path.startswith(place.partition(":")[0])


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    assert told(loaded(tmp_path, {"testshire/observations/.DS_Store": b"\0"})) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert told(load(tmp_path / "datasets")) == [("datasets:1:1", "file")]


def test_an_area_that_the_vocabulary_lacks_is_told(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, "vocabulary/areas.yml", "id: testshire", "id: othershire")
    assert told(load(root)) == [("testshire/dataset.yml:1:1", "reference")]


@pytest.mark.parametrize("seed", range(40))
def test_bytes_changed_at_random_never_raise(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    root = write_tree(tmp_path)
    for _ in range(4):
        path = root / dice.choice(sorted(FILES))
        data = bytearray(path.read_bytes())
        at = dice.randrange(len(data))
        data[at : at + dice.randrange(4)] = bytes(dice.randrange(256) for _ in range(3))
        path.write_bytes(bytes(data))
    for problem in load(root).problems:
        assert problem.message
        assert problem.help
        assert problem.place.path.startswith("datasets/")


def test_an_area_that_nothing_describes_is_read_to_be_checked_and_not_to_be_published(
    tmp_path: Path,
) -> None:
    found = loaded(tmp_path, {"testshire/dataset.yml": None})
    assert found.datasets.datasets == {}
    assert len(found.undescribed["testshire"].observations) == 5


def test_of_an_entry_the_figures_that_are_right_are_records(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, ECONOMY, "value: 4250", "value: no")
    found = load(root)
    ids = [o.id for o in found.datasets.datasets["testshire"].observations]
    assert "testshire/gdp/2020/growth" in ids
    assert "testshire/gdp/2020/level" not in ids
    assert found.remnants["testshire"] == []


def test_of_an_entry_that_is_no_record_words_and_figures_are_left(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, ECONOMY, "indicator: base-stations-5g", "indicator: stations")
    [remnant] = load(root).remnants["testshire"]
    assert remnant.evidence.quote == "新建5G基站1923座"
    assert remnant.evidence.span is not None
    assert remnant.figure is not None
    assert str(remnant.figure.place) == f"datasets/{ECONOMY}:13:31"
