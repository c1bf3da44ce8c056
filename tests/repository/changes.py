"""The usual changes of the developers' guide, as edits: all of each, and one half of it.

A change is kept under its anchor in the guide. An edit is a file, the words it stands before and
the words that are added; without words to stand before, the file is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

TERMS, EVERYWHERE = "build/tally/terms/records.py", "tests/terms/test_everywhere.py"
CODES, RULEBOOK = "tests/check/test_codes.py", "tests/derive/test_rulebook.py"
DESIGNS = "tests/charts/test_design.py"
COMPARATORS = "build/tally/extract/words/comparators.yml"
WORDS = ("build/tally/words/zh", "build/tally/words/en")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that are added to a file before others, which stand there once."""

    file: str
    before: str
    added: str

    def make(self, root: Path) -> None:
        """Make it in a copy of the repository; the file must have the words."""
        path = root / self.file
        text = path.read_text("utf-8") if self.before else ""
        if self.before and text.count(self.before) != 1:
            raise AssertionError(f"{self.file} has {self.before!r} {text.count(self.before)} times")
        path.write_text(text.replace(self.before, self.added + self.before) or self.added, "utf-8")


@dataclass(frozen=True, slots=True)
class Change:
    """All edits; which of them are made by half; the test that then fails, and what it names."""

    whole: tuple[Edit, ...]
    half: tuple[Edit, ...]
    test: str
    named: str


def of(*edits: Edit, half: slice | tuple[Edit, ...], test: str, named: str) -> Change:
    return Change(edits, edits[half] if isinstance(half, slice) else half, test, named)


def worded(file: str, before: str, *rows: str) -> tuple[Edit, ...]:
    """The same rows in the tables of both languages."""
    return tuple(Edit(f"{folder}/{file}", before, "".join(rows)) for folder in WORDS)


def rule(id_: str) -> str:
    return f'  {id_}:\n    wording: "X"\n    accepts: "x"\n'


CHART = '''"""A dot."""

from __future__ import annotations

import altair as alt


def chart() -> alt.TopLevelMixin:
    """One mark for each row."""
    return alt.Chart(alt.NamedData("facts")).mark_point()
'''
SKETCH = '''"""A dot, as it is asked for."""

from __future__ import annotations

from tally.charts.design import Design, Picture
from tally.charts.model import Sketch, same


def dot_sketch() -> Sketch:
    """The chart that says nothing."""
    one = Picture(Design("dot"), {}, {"facts": []})
    return Sketch("dot", same("."), same("."), (), (), lambda _: one)
'''
# What holds once all of them are made, as a test of the copy.
MADE = '''"""What the changes do."""

from tally.check.codes import explained
from tally.derive.rules import rule_for
from tally.extract import extract_claims
from tally.package.columns import table_specs
from tally.terms import Comparator, Direction, DocumentType
from tally.text import read_text
from tally.words import word


def test_a_word_of_a_comparator_is_read() -> None:
    (claim,) = extract_claims(read_text("2020年，全市公园足有5000座。"))
    assert claim.comparator == "ge"


def test_a_code_is_explained() -> None:
    assert explained()["spelling"].title.en == "Spelling"


def test_a_column_is_declared() -> None:
    assert table_specs()["areas"].column("names").title.en == "Names"


def test_a_rule_judges() -> None:
    assert rule_for(Comparator.GT, Direction.DOWN).id == "more-than-less-is-better"


def test_a_type_of_document_has_its_word() -> None:
    assert word(DocumentType("audit"), "en") == "X"
'''

CHANGES: Mapping[str, Change] = {
    "comparator": of(
        Edit(COMPARATORS, "不低于, 不少于", "足有, "),
        half=(Edit(COMPARATORS, "  gt: [超,", "  ne: [异于]\n"),),
        test=f"{EVERYWHERE}::test_each_bound_has_the_words_beside_a_number_that_say_it",
        named="ne, which no term is",
    ),
    "code": of(
        Edit("build/tally/records/problem.py", '    "plausible",\n', '    "spelling",\n'),
        Edit(
            "build/tally/check/codes.yml",
            "plausible:\n",
            "spelling:\n"
            + "".join(
                f'  {field}:\n    zh: "写法"\n    en: "Spelling"\n'
                for field in ("title", "meaning", "remedy")
            ),
        ),
        Edit(
            "build/tally/check/editions.py",
            "    for correction in dataset.corrections:\n",
            "    if dataset.version.startswith('v'):\n"
            '        yield Problem(at(dataset, "version"), "spelling", "v", "leave it out")\n',
        ),
        half=slice(0, 1),
        test=f"{CODES}::test_every_code_is_given_somewhere",
        named="spelling",
    ),
    "column": of(
        Edit(
            "build/tally/package/columns.yml",
            "  units:\n    title: {zh: 单位, en: Units}\n",
            "      names:\n        type: integer\n        title: {zh: 名称数, en: Names}\n"
            "        description: {zh: 有几个名称。, en: How many names it has.}\n"
            "        width: 8\n",
        ),
        Edit("build/tally/package/rows.py", '        "became": " ".join', '        "names": 2,\n'),
        half=slice(0, 1),
        test="tests/package/test_tables.py::test_every_row_has_every_column_and_no_other",
        named="areas.names is declared",
    ),
    "page": of(
        Edit("build/tally/site/routes.py", '    "adopt",\n', '    "news",\n'),
        *worded("site.yml", "  adopt:\n", '  news:\n    short: "X"\n    title: "X"\n'),
        Edit("docs/news.md", "", "# 新闻\n"),
        Edit("docs/en/news.md", "", "# News\n"),
        Edit("tests/browser/kinds.py", '    "contribute": ', '    "news": "news/",\n'),
        half=slice(0, 1),
        test="tests/site/test_routes.py::test_a_page_of_the_navigation_is_named_written_and_visited",
        named="page.news.short",
    ),
    "chart": of(
        Edit("build/tally/charts/kinds/dot.py", "", CHART),
        Edit("build/tally/charts/dot.py", "", SKETCH),
        Edit(DESIGNS, "from tally.charts.drawing", "from tally.charts.dot import dot_sketch\n"),
        Edit(DESIGNS, '    "legend": legend_sketch,\n', '    "dot": dot_sketch,\n'),
        half=slice(0, 1),
        test=f"{DESIGNS}::test_every_kind_of_chart_has_an_example_here",
        named="dot",
    ),
    "rule": of(
        Edit("build/tally/derive/rules.yml", "low: beyond}\n  at-most:", "better: up, "),
        Edit(
            "build/tally/derive/rules.yml",
            "  at-most: ",
            "  more-than-less-is-better: {comparator: gt, better: down, low: beyond}\n"
            "  more-than-neutral: {comparator: gt, better: none, low: beyond}\n",
        ),
        *worded(
            "rules.yml",
            "  at-most:\n",
            *map(rule, ("more-than-less-is-better", "more-than-neutral")),
        ),
        half=slice(0, 1),
        test=f"{RULEBOOK}::test_one_row_judges_each_wording_in_each_direction",
        named="gt",
    ),
    "document": of(
        Edit(TERMS, '    OTHER = "other", "anything else"\n', '    AUDIT = "audit", "an audit"\n'),
        *worded("terms.yml", "\nsource_review:\n", '  audit: "X"\n'),
        Edit("schemas/common.schema.json", "; other: anything else.", "; audit: an audit"),
        Edit("schemas/common.schema.json", '"other"\n      ]', '"audit",\n        '),
        half=slice(0, 3),
        test=f"{EVERYWHERE}::test_the_schemas_list_each_member_and_say_what_it_means",
        named="schemas/common: $defs.source-kind lacks audit",
    ),
    "colours": of(
        Edit(
            "build/tally/charts/palette.py",
            '    "met": Colour(',
            '    "budget": Colour("#5a4a9c", "#b0a4e8"),\n',
        ),
        half=(
            Edit(
                "build/tally/charts/palette.py",
                '    "met": Colour(',
                '    "budget": Colour("#5a4a9c", "#5a4a9c"),\n',
            ),
        ),
        test="tests/charts/test_drawing.py::test_text_of_every_colour_can_be_read_in_both_themes",
        named="budget",
    ),
}
