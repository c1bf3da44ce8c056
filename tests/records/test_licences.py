"""The licence of a dataset is an id of the list of SPDX."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.records.load import load
from tests.support.trees import change, write_tree

DESCRIBED = "testshire/dataset.yml"


@pytest.mark.parametrize("licence", ["CC0-1.0", "CC-BY-4.0", "ODbL-1.0", "etalab-2.0"])
def test_any_licence_of_spdx_will_do(tmp_path: Path, licence: str) -> None:
    root = write_tree(tmp_path)
    change(root, DESCRIBED, "licence: CC-BY-4.0", f"licence: {licence}")
    found = load(root)
    assert found.problems == ()
    assert found.datasets.datasets["testshire"].licence == licence


# fmt: off
REFUSED = [
    ("CC-BY-9.0", "reference", "use an id of spdx.org/licenses"),
    ("cc-by-4.0", "reference", "write CC-BY-4.0"),
    ('"CC-BY-4.0 OR MIT"', "schema", ""),
    ("署名", "schema", ""),
]
# fmt: on


@pytest.mark.parametrize(("licence", "code", "help_"), REFUSED)
def test_others_are_told_where_they_stand(
    tmp_path: Path, licence: str, code: str, help_: str
) -> None:
    root = write_tree(tmp_path)
    change(root, DESCRIBED, "licence: CC-BY-4.0", f"licence: {licence}")
    line = (root / DESCRIBED).read_text("utf-8").splitlines().index(f"licence: {licence}") + 1
    (problem,) = load(root).problems
    assert (str(problem.place), problem.code) == (f"datasets/{DESCRIBED}:{line}:10", code)
    assert help_ in (problem.help or "")
