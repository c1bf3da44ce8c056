"""What became of a milestone: who tells it, and where the page of that source shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.records.load import load
from tally.site.library import Library, gather
from tally.site.links import Repository
from tally.site.routes import Lang
from tally.site.views.promises import PromiseView, promise_view
from tally.site.views.source import SourceView, source_view
from tests.support.trees import tell_outcome, write_tree

STADIUM = "testshire/milestone/stadium-topped-out/2021/target"
ANCHOR = f"outcome/{STADIUM}"
REPOSITORY = Repository("https://git.example/tally")
NOTE = "note: {zh: 甲, en: A}"
IN_BULLETIN = f"verdict: missed, source: bulletin-2021, locator: 第二段, date: 2022-02, {NOTE}"
IN_REPORT = "verdict: met, source: report-2021, quote: 体育场主体结构封顶"


def gathered(folder: Path, said: str | None) -> Library:
    """The small datasets, with what is said of the milestone."""
    root = write_tree(folder)
    if said:
        tell_outcome(root, said)
    return gather(load(root).datasets)


def promise(library: Library, lang: Lang) -> PromiseView:
    (target,) = (t for t in library.promises if t.id == STADIUM)
    return promise_view(target, library, REPOSITORY, lang)


def page_of(library: Library, source: str, lang: Lang = "zh") -> SourceView:
    return source_view(library.sources[source], library, REPOSITORY, lang)


def test_a_milestone_without_an_outcome_leads_to_none(tmp_path: Path) -> None:
    found = promise(gathered(tmp_path, None), "zh")
    assert (found.verdict, found.outcome) == ("pending", None)


@pytest.mark.parametrize(
    ("lang", "text", "reason"),
    [
        ("zh", "统计公报 2022-03-01", "编者据《试验市2021年统计公报》判定（办成于2022-02）：甲"),
        ("en", "statistical bulletin 2022-03-01",
         "A curator’s reading of “Testshire Statistical Bulletin 2021” (done 2022-02): A"),
    ],
)  # fmt: skip
def test_the_outcome_of_a_milestone_leads_to_its_source(
    tmp_path: Path, lang: Lang, text: str, reason: str
) -> None:
    found = promise(gathered(tmp_path, IN_BULLETIN), lang)
    assert (found.verdict, found.reason) == ("missed", reason)
    assert found.outcome is not None
    assert (found.outcome.text, found.outcome.remark) == (text, "2022-02")
    assert found.outcome.route == f"sources/testshire/bulletin-2021/#{ANCHOR}"


def test_a_cited_source_lists_the_outcome_with_its_own_line(tmp_path: Path) -> None:
    cited = page_of(gathered(tmp_path, IN_BULLETIN), "bulletin-2021").cited[-1]
    ((told, entry),) = [(one.figure, one.entry) for one in cited.figures]
    assert (cited.subject, told.text, entry) == ("体育场主体结构封顶", "未达成", None)
    assert (told.id, told.locator, told.note) == (ANCHOR, "第二段", "甲")
    assert told.home == f"areas/testshire/targets/#{STADIUM}"
    assert (told.line or "").endswith("targets/society.yml#L18")


def test_a_source_that_is_kept_marks_the_words_that_tell_the_outcome(tmp_path: Path) -> None:
    view = page_of(gathered(tmp_path, IN_REPORT), "report-2021")
    pieces = [p for part in view.paragraphs for s in part.sentences for p in s.pieces]
    (told,) = (piece for piece in pieces if ANCHOR in piece.anchors)
    assert told.text == "体育场主体结构封顶"
    assert (view.tips[ANCHOR].label, view.tips[ANCHOR].kind) == (
        "体育场主体结构封顶 · 达成",
        "actual",
    )
    assert view.tips[ANCHOR].route == f"areas/testshire/targets/#{STADIUM}"


def test_a_source_that_promises_and_tells_the_outcome_has_a_place_for_each(tmp_path: Path) -> None:
    view = page_of(gathered(tmp_path, IN_REPORT), "report-2021")
    anchors = [a for part in view.paragraphs for s in part.sentences for p in s.pieces
               for a in p.anchors]  # fmt: skip
    assert anchors.count(STADIUM) == anchors.count(ANCHOR) == 1
