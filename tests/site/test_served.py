"""What `mkdocs serve` leaves to the whole build: workbooks, archives and the package of all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.records.load import load
from tally.site.frame import Site
from tally.site.library import Library, gather
from tally.site.offer import Package, offered_files, packages
from tally.site.routes import LANGS
from tests.support.trees import write_tree

SITES = {lang: Site("Tally", "", "icon.png", "https://tally.example/") for lang in LANGS}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return gather(load(write_tree(tmp_path_factory.mktemp("served"))).datasets)


def files(library: Library, kept: Path, *, whole: bool) -> dict[str, bytes]:
    offered: tuple[Package, ...] = packages(library, None, kept, "key", whole=whole)
    return offered_files(offered, library, SITES, None, kept, whole=whole)


def test_what_is_served_lacks_only_what_takes_long_and_is_the_same_else(
    library: Library, tmp_path: Path
) -> None:
    whole = files(library, tmp_path / "whole", whole=True)
    served = files(library, tmp_path / "served", whole=False)
    left = {path for path in whole if path not in served}
    ends = (".xlsx", ".zip", "SHA256SUMS", "CITATION.cff")
    assert left == {p for p in whole if p.endswith(ends) or p.startswith("data/all/")}
    described = {path for path in served if path.endswith("datapackage.json")}
    assert {p for p in served if served[p] != whole[p]} <= described
