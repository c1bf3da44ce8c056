"""What tests of the site share: all datasets, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.records.load import load
from tally.site.library import Library, gather

DATASETS = Path(__file__).parents[2] / "datasets"


@pytest.fixture(scope="session")
def whole_library() -> Library:
    """All areas."""
    return gather(load(DATASETS).datasets)
