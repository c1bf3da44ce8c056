"""The panel that the page on scale makes of a corpus."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from tally.corpus import Reader, gather

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("page", ["scale.md", "en/scale.md"])
def test_the_recipe_makes_a_panel_of_areas_and_years(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files = [Path(f"昆山市{year}.txt") for year in (2020, 2021)]
    for aim, file in enumerate(files, start=6):
        year = re.sub(r"\D", "", file.stem)
        file.write_text(
            f"{year}年政府工作报告\n{year}年的目标是：地区生产总值增长{aim}%以上。\n", "utf-8"
        )
    reader = Reader("test", {"地区生产总值": "gdp"}, frozenset(), Path.cwd())
    assert len(list(gather(files, Path("corpus"), reader))) == 2
    (recipe,) = re.findall(r"```sql\n(.+?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
    answer = duckdb.sql(recipe)
    assert (answer.columns, answer.fetchall()) == (["area", "2020", "2021"], [("320583", 6.0, 7.0)])
