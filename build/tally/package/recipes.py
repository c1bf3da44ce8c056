"""Lines to copy: how to open a package in the tools that people use.

`{folder}` stands for where the package is, an address or a path that ends with /, and `{name}`
for the package's name. The tests run the recipes: that of R with `make test-tools`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from tally.records.model import Localized
from tally.words.tables import phrase

Tool = Literal["pandas", "r", "duckdb", "excel"]


@dataclass(frozen=True, slots=True)
class Recipe:
    """A few lines for one tool, and what they do; `language` is for highlighting."""

    tool: Tool
    label: str
    language: str
    does: str
    code: str

    @property
    def title(self) -> Localized:
        return phrase(f"recipe.{self.does}")


_RECIPES = (
    Recipe(
        "pandas",
        "Python · pandas",
        "python",
        "levels",
        """\
import pandas as pd

observations = pd.read_csv("{folder}observations.csv", dtype={"period": "string"})
gdp = observations.query(
    "indicator == 'gdp' and measure == 'level'"
    " and period_type == 'year' and preferred"
).sort_values(["area", "period"])
columns = ["area", "period", "comparator", "value", "unit", "source"]
print(gdp[columns].to_string(index=False))
""",
    ),
    Recipe(
        "pandas",
        "Python · pandas",
        "python",
        "outcomes",
        """\
import pandas as pd

observations = pd.read_csv("{folder}observations.csv", dtype={"period": "string"})
targets = pd.read_csv("{folder}targets.csv", dtype={"due": "string", "outcome": "string"})
targets["outcome"] = targets["outcome"].str.split()
kept = targets.dropna(subset="outcome").explode("outcome").merge(
    observations, left_on="outcome", right_on="id", how="left", suffixes=("", "_outcome")
)
columns = ["id", "comparator", "value", "value_outcome", "unit_outcome", "verdict"]
print(kept[columns].to_string(index=False))
""",
    ),
    Recipe(
        "r",
        "R",
        "r",
        "levels",
        """\
observations <- read.csv("{folder}observations.csv", encoding = "UTF-8",
                         colClasses = c(period = "character", preferred = "logical"),
                         na.strings = "")
gdp <- subset(observations, indicator == "gdp" & measure == "level" &
                            period_type == "year" & preferred)
gdp <- gdp[order(gdp$area, gdp$period), ]
columns <- c("area", "period", "comparator", "value", "unit", "source")
print(gdp[, columns], row.names = FALSE)
""",
    ),
    Recipe(
        "duckdb",
        "DuckDB · SQL",
        "sql",
        "levels",
        """\
SELECT area, period, comparator, value, unit, source
FROM '{folder}observations.parquet'
WHERE indicator = 'gdp' AND measure = 'level'
  AND period_type = 'year' AND preferred
ORDER BY area, period;
""",
    ),
    Recipe(
        "duckdb",
        "DuckDB · SQL",
        "sql",
        "counts",
        """\
SELECT theme, verdict, count(*) AS promises
FROM '{folder}targets.parquet'
GROUP BY ALL
ORDER BY ALL;
""",
    ),
    Recipe(
        "excel",
        "Excel",
        "text",
        "whole",
        "{folder}{name}.xlsx\n",
    ),
    Recipe(
        "excel",
        "Excel · Power Query",
        "powerquery",
        "followed",
        """\
let
    File = Csv.Document(Web.Contents("{folder}observations.csv"), [Encoding = 65001]),
    Table = Table.PromoteHeaders(File),
    Types = {{"value", type number}, {"value_base", type number}, {"preferred", type logical}},
    Typed = Table.TransformColumnTypes(Table, Types, "en-US")
in
    Typed
""",
    ),
)


def recipes(folder: str, name: str) -> tuple[Recipe, ...]:
    """All recipes, for the package `name` that stands in `folder` (an address or a path)."""
    return tuple(replace(recipe, code=_filled(recipe.code, folder, name)) for recipe in _RECIPES)


def _filled(code: str, folder: str, name: str) -> str:
    return code.replace("{folder}", folder).replace("{name}", name)
