"""Work spread over processes, some of which die."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.corpus.engine import EngineError, LostError, in_order, spread
from tests.corpus.deadly import work


def write(folder: Path, texts: list[str]) -> list[Path]:
    """Files of these texts, in their order."""
    files = [folder / f"{place:02}.txt" for place in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    return files


def test_a_process_that_dies_costs_no_task_but_one_that_ends_every_process(tmp_path: Path) -> None:
    files = write(tmp_path, ["once", "always", *(str(place) for place in range(20))])
    results = dict(spread(work, files))
    assert isinstance(results.pop(files[1]), LostError)
    assert results == {file: file.read_text("utf-8") for file in files if file != files[1]}


def test_results_come_in_the_order_of_the_tasks(tmp_path: Path) -> None:
    files = write(tmp_path, ["once", *(str(place) for place in range(20))])
    assert [task for task, _ in in_order(work, files)] == files


def test_where_no_scheduler_answers_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tally.corpus.engine._PATIENCE", "1s")
    with pytest.raises(EngineError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        list(spread(work, [], "tcp://127.0.0.1:9"))
