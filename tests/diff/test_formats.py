"""A comparison as text, Markdown and JSON, in which nothing of the data means anything."""

from __future__ import annotations

import json
import re

import pytest

from tally.diff import FORMATS, State, compare
from tally.diff.formats import as_json, as_markdown, as_text
from tally.diff.model import Record

FIELDS = {"value": "5", "unit": "%", "comparator": "ge", "source": "gwr-2021", "quote": "增长5%"}


def state(name: str, *records: Record) -> State:
    return State(name, {row.id: row for row in records}, {})


def growth(id_: str = "kunshan/gdp/2020/growth", **changes: str) -> Record:
    return Record("observation", id_, {**FIELDS, **changes})


GONE = growth("kunshan/gone/2020/growth", quote="gone")
FOUND = compare(
    state("old", growth(), GONE, growth("kunshan/a/2020/growth", quote="moved")),
    state("new", growth(value="4.0"), growth("kunshan/b/2020/growth", quote="moved")),
)


def test_text_tells_each_change_and_the_counts() -> None:
    assert as_text(FOUND) == (
        "removed kunshan/gone/2020/growth: 5 % ge, from gwr-2021\n"
        "changed kunshan/gdp/2020/growth\n"
        "        value: 5 → 4.0\n"
        "moved   kunshan/a/2020/growth → kunshan/b/2020/growth\n"
        "1 removed, 1 changed, 1 moved\n"
    )


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"value": "5", "value_high": "6", "unit": "%", "comparator": "range"}, "5-6 % range"),
        ({"comparator": "approx", "related_indicator": "gdp"}, "approx gdp"),
        ({"value": "2.4", "unit": "%", "comparator": "eq", "direction": "down"}, "2.4 % eq down"),
        ({"title_en": "Stadium topped out"}, "Stadium topped out"),
    ],
)
def test_a_new_record_is_told_in_one_line(fields: dict[str, str], line: str) -> None:
    new = Record("target", "kunshan/a/2021/growth/target", {**fields, "source": "gwr-2021"})
    shown = as_text(compare(state("old"), state("new", new)))
    assert shown.startswith(f"added   {new.id}: {line}, from gwr-2021\n")


def test_text_says_when_nothing_changed() -> None:
    assert as_text(compare(state("a"), state("b"))) == "no figure changed\n"


def test_markdown_has_one_row_for_each_changed_field() -> None:
    lines = as_markdown(FOUND).splitlines()
    assert lines[0].startswith("**1 removed, 1 changed, 1 moved**")
    assert lines[2:] == [
        "| | figure | field | old | new |",
        "| --- | --- | --- | --- | --- |",
        "| removed | <code>kunshan/gone/2020/growth</code> |  "
        "| <code>5 % ge, from gwr-2021</code> |  |",
        "| changed | <code>kunshan/gdp/2020/growth</code> | value | <code>5</code> "
        "| <code>4&#46;0</code> |",
        "| moved | <code>kunshan/b/2020/growth</code> | id | <code>kunshan/a/2020/growth</code> "
        "| <code>kunshan/b/2020/growth</code> |",
    ]


def test_long_markdown_is_cut_with_a_count_of_what_is_left() -> None:
    many = [growth(f"kunshan/x{n}/2020/growth", quote=str(n)) for n in range(600)]
    text = as_markdown(compare(state("a"), state("b", *many)))
    assert text.count("| added |") == 500
    assert text.endswith("… and 100 more rows.\n")


def test_json_tells_names_counts_and_changes() -> None:
    found = json.loads(as_json(FOUND))
    assert found["old"] == {"name": "old", "problems": 0}
    assert found["counts"] == {"added": 0, "removed": 1, "changed": 1, "moved": 1}
    assert [(c["kind"], c["id"], c["old_id"]) for c in found["changes"]] == [
        ("removed", "kunshan/gone/2020/growth", "kunshan/gone/2020/growth"),
        ("changed", "kunshan/gdp/2020/growth", "kunshan/gdp/2020/growth"),
        ("moved", "kunshan/b/2020/growth", "kunshan/a/2020/growth"),
    ]
    assert found["changes"][1]["fields"] == [{"field": "value", "old": "5", "new": "4.0"}]
    assert found["changes"][1]["record"] == "observation"


HOSTILE = (
    "<script>alert(1)</script>",
    "a | b",
    "`code`",
    "</code><img src=x onerror=alert(1)>",
    "[link](javascript:alert(1))",
    "@everyone #1 www.example.org http://example.org",
    "line\n# heading",
    "&lt;b&gt;",
    "**bold** __x__ ~~y~~",
    "\\| x",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_character_of_the_data_means_anything_to_markdown(text: str) -> None:
    found = compare(state(text, growth()), state("b", growth(quote=text)))
    shown = "".join(re.findall(r"<code>(.*?)</code>", as_markdown(found)))
    assert not re.search(r"[<>`\[\]()*_~@|\\.:\n]", shown)
    assert as_markdown(found).count("\n") == 5


@pytest.mark.parametrize("text", ["\x1b[2J", "a\nb", "\u202eevil", "\x07", "\ud800"])
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_no_control_character_of_the_data_reaches_a_terminal(form: str, text: str) -> None:
    found = compare(state("a", growth()), state("b", growth(quote=text)))
    shown = FORMATS[form](found)
    assert all(c.isprintable() or c == "\n" for c in shown)
    assert "a\nb" not in shown
