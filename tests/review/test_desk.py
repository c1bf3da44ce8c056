"""The curator's desk: what follows from each decision, in the files that people own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tally.review.desk.decisions import DecisionError
from tally.review.desk.desk import Desk
from tests.support.desk import SOURCE, TEXT, write_desk

HERE = ("testshire", "report-2021")
ECONOMY = "testshire/observations/economy.yml"
SOCIETY = "testshire/observations/society.yml"
AIMS = "testshire/targets/economy.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of datasets."""
    return write_desk(tmp_path)


@pytest.fixture
def desk(root: Path) -> Desk:
    return Desk(root, HERE)


def at(words: str) -> int:
    """Where a number begins, by words that begin with it."""
    assert TEXT.count(words) == 1
    return TEXT.index(words)


def over(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def decide(desk: Desk, **decision: Any) -> dict[str, Any]:
    return dict(desk.decide(*HERE, json.dumps(decision).encode()))


def state(told: dict[str, Any], words: str) -> str:
    (item,) = [one for one in told["items"] if one["start"] == at(words)]
    return str(item["state"])


def test_a_number_that_is_right_goes_in_as_reviewed_with_its_clause(desk: Desk, root: Path) -> None:
    told = decide(desk, type="accept", numbers=[at("1923座")])
    assert state(told, "1923座") == "entered"
    assert (
        (root / ECONOMY).read_text("utf-8")
        == """\
# ours
- indicator: base-stations-5g
  period: 2020
  source: report-2021
  quote: 新建5G基站1923座
  figures:
    - {measure: level, value: 1923, unit: 座}
"""
    )


def test_of_a_sentence_all_that_is_sound_goes_in_as_one_entry(desk: Desk, root: Path) -> None:
    told = decide(desk, type="accept", numbers=[at("4000亿元"), at("4250亿元"), at("5%。")])
    assert state(told, "4000亿元") == "open"
    assert (root / ECONOMY).read_text("utf-8").count("indicator: gdp") == 1
    assert '{measure: growth, value: 5, unit: "%"}' in (root / ECONOMY).read_text("utf-8")


def test_what_is_corrected_goes_in_as_corrected_with_the_reason(tmp_path: Path) -> None:
    root = write_desk(tmp_path, "2020年，失业率为3%，这是2021年的目标。\n")
    corrected = {"period": "2021", "kind": "target"}
    why = {"zh": "句末说是目标。", "en": "The sentence ends by calling it an aim."}
    decide(Desk(root, HERE), type="accept", numbers=[10], corrected=corrected, why=why)
    written = (root / "testshire/targets/society.yml").read_text("utf-8")
    assert "- indicator: unemployment\n  due: 2021\n" in written
    assert "  acknowledged: {due: {zh: 句末说是目标。, en: " in written


def test_words_that_are_chosen_are_the_quote(desk: Desk, root: Path) -> None:
    quote = over("比上年增长5%。新建5G基站1923座")
    decide(desk, type="accept", numbers=[at("1923座")], quote=quote)
    assert "quote: 比上年增长5%。新建5G基站1923座\n" in (root / ECONOMY).read_text("utf-8")


def test_a_figure_that_no_indicator_fits_goes_in_under_its_own_words(
    desk: Desk, root: Path
) -> None:
    own = {"zh": "古树名木", "theme": "society", "id": "old-trees"}
    decide(desk, type="accept", numbers=[at("1200座")], own=own, corrected={"period": "2020"})
    written = (root / SOCIETY).read_text("utf-8")
    assert "- name: {zh: 古树名木}\n  theme: society\n  id: old-trees\n" in written


def test_what_the_machine_entered_is_confirmed_by_one_word(desk: Desk, root: Path) -> None:
    decide(desk, type="accept", numbers=[at("1923座")])
    path = root / ECONOMY
    machine = path.read_text("utf-8").replace("  figures:", "  review: extracted\n  figures:")
    path.write_text(machine, "utf-8")
    assert state(dict(desk.sheet(*HERE)), "1923座") == "extracted"
    decide(desk, type="accept", numbers=[at("1923座")])
    assert path.read_text("utf-8") == machine.replace("review: extracted", "review: reviewed")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        pytest.param("2020年", "2020年", id="the number with what follows"),
        pytest.param("5G", "5G基站1923座", id="never with a number that is open"),
    ],
)
def test_a_number_is_left_out_with_the_words_that_make_it_plain(
    desk: Desk, root: Path, number: str, words: str
) -> None:
    if number == "5G":
        with pytest.raises(DecisionError):
            decide(desk, type="leave-out", number=at(number), reason="code")
        return
    told = decide(desk, type="leave-out", number=at(number), reason="year")
    assert state(told, number) == "left-out"
    assert f"- {{text: {words}, reason: year}}" in (root / SOURCE).read_text("utf-8")


def test_a_promise_of_something_done_goes_in_from_its_words(desk: Desk, root: Path) -> None:
    decide(
        desk, type="milestone", quote=over("实现体育场主体结构封顶"), zh="体育场主体结构封顶",
        en="Stadium topped out", theme="society", due="2021",
    )  # fmt: skip
    written = (root / "testshire/targets/society.yml").read_text("utf-8")
    assert "- milestone: {zh: 体育场主体结构封顶, en: Stadium topped out}\n" in written


def test_a_promise_without_a_number_goes_in_from_its_words(desk: Desk, root: Path) -> None:
    decide(
        desk, type="relation", quote=over("居民收入与经济增长基本同步"), indicator="income",
        due="2021", measure="growth", comparator="approx", to="gdp",
    )  # fmt: skip
    written = (root / "testshire/targets/society.yml").read_text("utf-8")
    assert "relation: {measure: growth, comparator: approx, to: gdp}\n" in written


def test_an_indicator_that_the_vocabulary_lacks_is_known_at_once(desk: Desk) -> None:
    told = decide(
        desk, type="indicator", id="old-trees", zh="古树名木", en="Old trees", theme="society",
        definition_zh="登记在册的古树名木", definition_en="Registered old trees",
        unit_family="count", direction="none",
    )  # fmt: skip
    assert "old-trees" in [one["id"] for one in told["vocabulary"]["indicators"]]


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        pytest.param({"numbers": [at("1200座")]}, "no indicator", id="an unknown name"),
        pytest.param({"numbers": [1]}, "load the page again", id="no number there"),
        pytest.param(
            {"numbers": [at("1923座")], "quote": over("城镇登记失业率为3%")},
            "not written so in these words",
            id="words without the number",
        ),
        pytest.param(
            {"numbers": [at("1923座")], "corrected": {"value": "1924"}},
            "not written so",
            id="a value",
        ),
        pytest.param(
            {"numbers": [at("1923座")], "corrected": {"unit": "亩"}}, "not written so", id="a unit"
        ),
        pytest.param(
            {"numbers": [at("1923座")], "corrected": {"measure": "size"}},
            "no measure",
            id="no term",
        ),
        pytest.param(
            {"numbers": [at("1923座")], "own": {"zh": "基站", "theme": "../x", "id": "x"}},
            "is no theme",
            id="a path for a theme",
        ),
    ],
)
def test_what_is_not_sound_is_refused_with_the_reason_and_changes_nothing(
    desk: Desk, root: Path, decision: dict[str, Any], said: str
) -> None:
    before = files(root)
    with pytest.raises(DecisionError, match=said):
        decide(desk, type="accept", **decision)
    assert files(root) == before


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[1]", b'{"type": "erase"}', b'{"type": "accept", "numbers": ["1"]}', b"\xff"],
)
def test_what_is_no_decision_is_refused(desk: Desk, data: bytes) -> None:
    with pytest.raises(DecisionError, match="no decision"):
        desk.decide(*HERE, data)


@pytest.mark.parametrize("source", ["../report-2021", "nothing", ""])
def test_no_other_source_is_reached(desk: Desk, source: str) -> None:
    with pytest.raises(DecisionError, match="no source whose text is kept"):
        desk.sheet("testshire", source)


def test_decisions_are_taken_back_in_turn(desk: Desk, root: Path) -> None:
    before = files(root)
    decide(desk, type="accept", numbers=[at("1923座")])
    between = files(root)
    decide(desk, type="leave-out", number=at("2020年"), reason="year")
    desk.undo(*HERE)
    assert files(root) == between
    desk.undo(*HERE)
    assert files(root) == before
    with pytest.raises(DecisionError, match="nothing to take back"):
        desk.undo(*HERE)


def test_a_file_that_somebody_changed_since_is_not_taken_back(desk: Desk, root: Path) -> None:
    decide(desk, type="accept", numbers=[at("1923座")])
    path = root / ECONOMY
    path.write_text(path.read_text("utf-8") + "# mine\n", "utf-8")
    with pytest.raises(DecisionError, match="was changed since"):
        desk.undo(*HERE)
    assert path.read_text("utf-8").endswith("# mine\n")


def test_two_pages_do_not_enter_a_number_twice(root: Path) -> None:
    one, other = Desk(root, HERE), Desk(root, HERE)
    decide(one, type="accept", numbers=[at("1923座")])
    with pytest.raises(DecisionError, match="entered already"):
        decide(other, type="accept", numbers=[at("1923座")])


def test_a_source_is_complete_only_when_every_number_is_decided(desk: Desk, root: Path) -> None:
    with pytest.raises(DecisionError, match="neither published nor left out"):
        decide(desk, type="complete")
    assert "review: in-progress\n" in (root / SOURCE).read_text("utf-8")


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}
