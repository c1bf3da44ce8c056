"""README.md of a package, in Markdown, Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tally.package.about import facts, good_to_know, held, sizes
from tally.package.edition import Edition
from tally.package.recipes import Recipe, recipes
from tally.package.tables import Table

# An underscore between letters or digits, as in names of columns, is no markup.
_MARKUP = re.compile(r"[\\`*\[\]|~#]|(?<![^\W_])_|_(?![^\W_])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def readme(edition: Edition, tables: Mapping[str, Table], site_url: str | None = None) -> str:
    """The whole text; names and titles cannot become markup."""
    return "\n".join(_lines(edition, tables, site_url)) + "\n"


def as_plain(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()).translate(_ENTITIES))


def _lines(edition: Edition, tables: Mapping[str, Table], site_url: str | None) -> Iterator[str]:
    yield f"# {as_plain(edition.title.zh)}"
    yield from ("", f"**{as_plain(edition.title.en)}**")
    yield from ("", as_plain(edition.description.zh))
    yield from ("", as_plain(edition.description.en), "")
    for label, text in facts(edition, site_url):
        yield f"- {label.zh} / {label.en}: {as_plain(text)}"
    yield from ("", "## 须知 / Good to know", "")
    for rule in good_to_know(edition):
        yield from (f"- {as_plain(rule.zh)}", f"  {as_plain(rule.en)}")
    yield from ("", "## 打开 / Open")
    for recipe in recipes("", edition.name):
        yield from _recipe(recipe)
    yield from ("", "## 表 / Tables", "", "| table | 名称 | title | rows |", "| - | - | - | -: |")
    yield from (f"| {name} | {title.zh} | {title.en} | {n} |" for name, title, n in sizes(tables))
    for table in tables.values():
        yield from _columns(table)


def _recipe(recipe: Recipe) -> Iterator[str]:
    yield from ("", f"{recipe.label}: {recipe.title.zh} / {recipe.title.en}", "")
    yield from (f"```{recipe.language}", recipe.code.rstrip("\n"), "```")


def _columns(table: Table) -> Iterator[str]:
    spec = table.spec
    yield from ("", f"## {spec.name}: {spec.title.zh} / {spec.title.en}", "")
    yield from ("| column | type | 说明 | description |", "| - | - | - | - |")
    for column in spec.columns:
        text = held(column)
        name = as_plain(column.name)
        yield f"| {name} | {column.type} | {as_plain(text.zh)} | {as_plain(text.en)} |"
