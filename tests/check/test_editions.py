"""The dates and versions of a dataset and of its corrections."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.check.check import check
from tests.support.trees import change, write_tree

DATASET = "testshire/dataset.yml"
CORRECTIONS = "testshire/corrections.yml"


@pytest.mark.parametrize(
    ("path", "old", "new", "code", "severity", "message"),
    [
        (DATASET, "updated: 2021-02-01", "updated: 2021-01-31", "period", "error", "before it was"),
        (CORRECTIONS, "since: 1.0.0", "since: 1.0.1", "period", "error", "is at version 1.0.0"),
        (CORRECTIONS, "since: 1.0.0", "since: 10.0.0", "period", "error", "is at version 1.0.0"),
        (CORRECTIONS, "4205亿元", "4250亿元", "plausible", "warning", "are both 4250亿元"),
    ],
)
def test_a_version_that_cannot_be_is_told_at_its_place(
    tmp_path: Path, path: str, old: str, new: str, code: str, severity: str, message: str
) -> None:
    root = write_tree(tmp_path)
    change(root, path, old, new)
    [problem] = check(root)
    assert (problem.place.path, problem.code, problem.severity) == (
        f"datasets/{path}",
        code,
        severity,
    )
    assert message in problem.message
