"""What can be taken away, as the site words it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import PluginError

from tally.package.files import package_files
from tally.records.load import load
from tally.site import offer
from tally.site.library import gather
from tally.site.offer import change_title, packages
from tests.support.areas import gathered, moved
from tests.support.records import dataset, indicator, observation, vocabulary
from tests.support.trees import write_tree


def test_a_change_is_called_by_what_it_changed_in_either_language(tmp_path: Path) -> None:
    library = gather(load(write_tree(tmp_path)).datasets)
    (correction,) = library.every_dataset[0].corrections
    title = change_title(library, correction)
    assert title.zh == "地区生产总值 · 2020年 · 数值：4205亿元 → 4250亿元"
    assert title.en == (
        "Gross domestic product · 2020 · level: RMB 420.5 billion → RMB 425.0 billion"
    )


def test_packages_of_many_areas_are_all_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = dataset([observation("gdp", "2020", "level 9亿元")])
    areas = [moved(data, f"area-{number}") for number in range(8)]
    library = gathered(vocabulary(indicator("gdp")), *areas)
    made = packages(library, None, tmp_path, "key", whole=True)

    def refuse(*_: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(offer, "package_files", refuse)
    assert packages(library, None, tmp_path, "key", whole=True) == made


def test_contents_that_were_found_valid_are_not_judged_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = dataset([observation("gdp", "2020", "level 9亿元")])
    library = gathered(vocabulary(indicator("gdp")), data)
    made = packages(library, None, tmp_path, "key", whole=True)

    def refuse(*_: object) -> None:
        raise AssertionError("judged again")

    monkeypatch.setattr(offer, "require_valid", refuse)
    assert packages(library, None, tmp_path, "another key, the same contents", whole=True) == made


def test_a_package_that_is_not_valid_ends_the_build_with_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = dataset([observation("gdp", "2020", "level 9亿元")])
    library = gathered(vocabulary(indicator("gdp")), data)

    def spoiled(*arguments: Any) -> Mapping[str, bytes]:
        return {**package_files(*arguments), "units.csv": b"id\r\n"}

    monkeypatch.setattr(offer, "package_files", spoiled)
    with pytest.raises(PluginError, match=r"kunshan: not valid:\n  observations\.csv: row 2 "):
        packages(library, None, tmp_path, "key", whole=True)
