"""What has been published keeps its id: figures, and the columns that tell of them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tally.diff import compare, open_state
from tally.records.load import load

ROOT = Path(__file__).parents[3]
FIRST_EDITION = "d6ceeb5"
# The ids of all figures of that commit, for clones that do not hold it.
PUBLISHED = (Path(__file__).parent / "published_ids.txt").read_text("utf-8").split()


def known_ids() -> Iterator[str]:
    for dataset in load(ROOT / "datasets").datasets.datasets.values():
        yield from (record.id for record in (*dataset.observations, *dataset.targets))


def test_no_published_figure_has_lost_its_id() -> None:
    assert sorted(set(PUBLISHED) - set(known_ids())) == []


def test_no_figure_was_removed_or_renamed_since_the_first_edition() -> None:
    asked = ["git", "-C", str(ROOT), "cat-file", "-e", f"{FIRST_EDITION}^{{commit}}"]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip(f"this clone does not hold {FIRST_EDITION}")
    old, new = open_state(FIRST_EDITION, ROOT), open_state("datasets", ROOT)
    assert sorted(old.records) == PUBLISHED
    lost = [c.record.id for c in compare(old, new).changes if c.kind in ("removed", "moved")]
    assert lost == []
