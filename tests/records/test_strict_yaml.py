"""YAML as data files may use it: what is read, what is refused, and where."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.records.strict_yaml import (
    MAX_FIELDS,
    MAX_NODES,
    Ambiguous,
    Map,
    parse,
    plain_value,
)
from tally.records.yaml_characters import MAX_BYTES, MOST_TOLD


def refusals(data: str | bytes) -> list[tuple[str, str]]:
    raw = data.encode() if isinstance(data, str) else data
    return [(str(p.place), p.message) for p in parse("f.yml", raw).problems]


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ("a: &x 1\n", "f.yml:1:4", "an anchor: &x"),
        ("a: b\nc: *x\n", "f.yml:2:4", "an alias: *x"),
        ("a: !!str 1\n", "f.yml:1:4", "a tag"),
        ("a: !python/object:os.system x\n", "f.yml:1:4", "a tag"),
        ("a: 1\nb: 2\na: 3\n", "f.yml:3:1", "a is here twice, first in line 1"),
        ("- {a: 1, a: 2}\n", "f.yml:1:10", "a is here twice, first in line 1"),
        ("a: 1\n---\nb: 2\n", "f.yml:2:1", "a second document"),
        ("%YAML 1.1\n---\na: 1\n", "f.yml:1:1", "a directive"),
        ("a:\tb\n", "f.yml:1:3", "a tab"),
        ("a:\n\tb: 1\n", "f.yml:2:1", "a tab"),
        ("\ufeffa: 1\n", "f.yml:1:1", "a byte-order mark"),
        ("a: x\u202ey\n", "f.yml:1:5", "cannot be seen: U+202E"),
        ("a: x\u2028y\n", "f.yml:1:5", "cannot be seen: U+2028"),
        ("a: x\x07\n", "f.yml:1:5", "cannot be seen: U+0007"),
        (b"a: \xff\xfe\n", "f.yml:1:4", "not UTF-8 text: byte 0xff"),
        ("a: 总".encode()[:-1], "f.yml:1:4", "cut short"),
        (b"PK\x03\x04\0\0", "f.yml:1:5", "not a text file"),
        ("? [a]\n: b\n", "f.yml:1:3", "a key that is not a word"),
        ("[" * 21 + "]" * 21, "f.yml:1:21", "nested too deeply"),
        ("[" * 100_000, "f.yml:1:21", "nested too deeply"),
        ("a: b: c\n", "f.yml:1:5", "a ': ' cannot stand here"),
        ("- {a: 1,\n", "f.yml:2:1", "this is not YAML"),
        ("a: @x\n", "f.yml:1:4", "this is not YAML"),
        (b"#" * (MAX_BYTES + 1), "f.yml:1:1", "too large"),
    ],
)
def test_what_reads_differently_than_it_looks_is_refused_at_its_place(
    data: str | bytes, place: str, words: str
) -> None:
    [(found_place, message)] = refusals(data)
    assert found_place == place
    assert words in message


def test_every_refusal_of_a_file_is_told_in_one_run() -> None:
    assert [place for place, _ in refusals("a: &x 1\nb: *x\nc: !t 3\nc: 4\n")] == [
        "f.yml:1:4",
        "f.yml:2:4",
        "f.yml:3:4",
        "f.yml:4:1",
    ]


def test_a_bomb_of_aliases_is_refused_without_being_expanded() -> None:
    levels = "\n".join(f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]" for i in range(1, 12))
    assert refusals(f"l0: &l0 [x]\n{levels}\n")


@pytest.mark.parametrize(
    ("data", "place", "message", "help_"),
    [
        ('a: "b\nc: d\n', "1:4", "quotation mark that opens here", "close it with the same mark"),
        ("- {a: 1 b: 2}\n", "1:10", "or no comma before b", "half-width comma"),
        ("- {a: 1，b: 2}\n", "1:10", "or no comma before b", "a half-width comma between"),
        ("- {a: b: c}\n", "1:8", "a ': ' in text without quotes", "the text in double quotes"),
        ("- {a: The end: b}\n", "1:14", "text without quotes, or no comma before end", "in double"),
        ("- {a: 1, b: 报告: c}\n", "1:15", "a ': ' in text without quotes", "in double quotes"),
        ('- {a: "b" c: d}\n', "1:11", "a comma or the closing bracket", "goes in double quotes"),
        ('a: "b\nc: "%"\n', "1:4", "mark that opens here is not closed", "ends in line 2"),
        ('- {a: "b}\n- {a: "c", b: d}\n', "1:7", "that opens here is not closed", "in line 2"),
        ("a: 'b\nc: d\ne: 'f'\n", "1:4", "that opens here is not closed", "in line 3"),
        ("- {a: 1\n- {a: 2}\n", "2:3", "in what begins in line 1", "half-width comma"),
        ("a: 1\nbc\nd: 2\n", "2:1", "no ': ' in this line", "name, a colon, a blank"),
        ("a: 1\nb：2\nc: 3\n", "2:2", "a full-width colon", "half-width colon and a blank"),
        ("- a： 1\n  b: 2\n", "1:4", "a full-width colon", "half-width colon and a blank"),
        ("- a: 1\n b: 2\n", "2:2", "begins with '- ' was expected", "indent it"),
        ("a: 1\n  b: 2\n", "2:4", "a ': ' cannot stand here", "indent it"),
        ("- a: {b: 1} c\n", "1:13", "a field was expected here", "one field a line"),
        ('a: "b" c\n', "1:8", "a field was expected here", "single ones"),
        ("a: - b\n", "1:4", "a '- ' cannot stand here", "a line of its own"),
        ('a: "C:\\d"\n', "1:7", "a backslash in double quotes", "single quotes"),
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", "2:1", "not merged", "one side"),
        ("a: 1\n...\n- b\n", "3:1", "does not belong to what stands before", "one list"),
        ("a: %b\n", "1:4", "no text can begin with this mark", "double quotes"),
        ("- {a: 1, b: %}\n", "1:13", "no text can begin with this mark", "double quotes"),
        ("- {: 1, b: }\n", "1:4", "a value is missing", "write the value"),
        ("a: 1\nb:2\nc: 3\n", "2:2", "no blank behind a colon", "colon and a blank"),
        ("- a:1\n  b: 2\n", "1:4", "no blank behind a colon", "colon and a blank"),
        ("- a: 1\n  b: 2\n  c: 3\n  a: 1\n  b: 2\n  c: 3\n", "4:3", "a and 2 more", "'- '"),
        ('a: "\\0"\n', "1:4", "cannot be seen: U+0000", "remove its escape"),
        ('a: "\\u202e"\n', "1:4", "cannot be seen: U+202E", "remove its escape"),
        ("a: 1\rb: 2\rc: 3\r", "1:5", "a line ends as on an old Macintosh", "LF"),
        ("a: 1\n".encode("utf-16"), "1:1", "UTF-16", "UTF-8"),
        ("a: [", "1:5", "a value is missing", "cut short"),
        ("a: 总\nb: 1", "2:5", "the last line has no end", "cut short"),
    ],
)  # fmt: skip
def test_a_slip_is_told_once_where_it_was_made_with_the_remedy(
    data: str | bytes, place: str, message: str, help_: str
) -> None:
    [problem] = parse("f.yml", data.encode() if isinstance(data, str) else data).problems
    assert str(problem.place) == f"f.yml:{place}"
    assert message in problem.message
    assert help_ in problem.help


def test_a_last_line_without_its_end_is_read() -> None:
    document = parse("f.yml", b"a: 1")
    assert document.root == {"a": 1}
    assert [problem.severity for problem in document.problems] == ["warning"]


def test_words_of_a_source_may_hold_escapes_and_any_text_a_tab() -> None:
    assert parse("f.yml", b'a: "\\u001b"\n', escapes=("a",)).root == {"a": "\x1b"}
    assert parse("f.yml", b'a: "b\\tc"\n').root == {"a": "b\tc"}


def test_a_file_cut_in_the_middle_of_a_list_says_so() -> None:
    [problem] = parse("f.yml", b"- {measure: level, value: 42").problems
    assert "cut short" in problem.help


def test_an_error_within_a_file_does_not_claim_that_it_was_cut() -> None:
    [problem] = parse("f.yml", b"a: b: c\nd: e\n").problems
    assert "cut short" not in problem.help


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4250", Decimal("4250")),
        ("5.10", Decimal("5.10")),
        ("-0.3", Decimal("-0.3")),
        ("0", Decimal("0")),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("亿元", "亿元"),
        ("2016-2020", "2016-2020"),
        ("2021-01", "2021-01"),
        ("2020H1", "2020H1"),
        ("1.0.0", "1.0.0"),
        ("1" * 200, "1" * 200),
    ],
)
def test_a_plain_scalar_is_what_it_looks_like(text: str, value: object) -> None:
    found = plain_value(text)
    assert found == value
    assert not isinstance(found, Ambiguous)
    assert str(found) == str(value)


@pytest.mark.parametrize(
    "text",
    ["no", "No", "YES", "on", "Off", "y", "n", "True", "NULL", "12:30", "1:02:03.5", "2021-01-11",
     "2021-01-11 10:00:00", "017", "0o17", "0x1F", "1_000", "1e5", "+5", ".5", "5.", ".inf", ".NaN",
     "<<", "="],
)  # fmt: skip
def test_a_plain_scalar_that_readers_disagree_about_is_ambiguous(text: str) -> None:
    found = plain_value(text)
    assert isinstance(found, Ambiguous)
    assert found == text


@pytest.mark.parametrize("text", ["no", "12:30", "2021-01-11", "017", "1_000", "5", "true"])
def test_quotes_make_text_of_anything(text: str) -> None:
    root = parse("f.yml", f'a: "{text}"\n'.encode()).root
    assert isinstance(root, Map)
    assert root["a"] == text
    assert type(root["a"]) is str


def test_the_end_of_a_decimal_is_kept() -> None:
    root = parse("f.yml", b"a: 5.10\n").root
    assert isinstance(root, Map)
    assert str(root["a"]) == "5.10"


def test_maps_and_lists_know_the_places_of_what_they_hold() -> None:
    root = parse("f.yml", "a:\n  - {b: 总, c: 2}\n".encode()).root
    assert isinstance(root, Map)
    entry = root["a"][0]
    assert str(root.keys_at["a"]) == "f.yml:1:1"
    assert str(root["a"].values_at[0]) == "f.yml:2:5"
    assert str(entry.keys_at["c"]) == "f.yml:2:12"
    assert str(entry.values_at["c"]) == "f.yml:2:15"


def test_windows_line_ends_are_read() -> None:
    assert parse("f.yml", b"a: 1\r\nb: 2\r\n").root == {"a": 1, "b": 2}


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    document = parse("f.yml", data)
    assert document.root is None or {p.severity for p in document.problems} <= {"warning"}


@given(st.text(alphabet="-:?{}[],&*!|>%@'\"# ab1.\n", max_size=200))
def test_no_marks_raise_and_every_problem_has_a_place_within_the_file(text: str) -> None:
    for problem in parse("f.yml", text.encode()).problems:
        assert 1 <= problem.place.line <= text.count("\n") + 2


@given(st.text(max_size=60))
def test_text_in_quotes_comes_back_as_written(text: str) -> None:
    document = parse("f.yml", ("a: '" + text.replace("'", "''") + "'\n").encode("utf-8", "replace"))
    visible = text.isprintable() and "\ufeff" not in text
    if visible and not document.problems and isinstance(document.root, Map):
        assert document.root["a"] == text


@pytest.mark.parametrize(
    "character",
    ["\ufffe", "\uffff", "\U0001fffe", "\ufdd0", "\u200b", "\u00ad", "\u3164", "\ufff9", "\u202e",
     "\u2066", "\u180e", "\u2800", "\U000e0041", "\x7f"],
)  # fmt: skip
def test_what_cannot_be_seen_is_refused_at_its_place_as_itself_and_as_an_escape(
    character: str,
) -> None:
    code = f"U+{ord(character):04X}"
    escape = f"\\U{ord(character):08x}"
    assert refusals(f"a: 1\nb: 亿{character}元\n") == [
        ("f.yml:2:5", f"a character that cannot be seen: {code}")
    ]
    assert refusals(f'b: "亿{escape}元"\n') == [
        ("f.yml:1:4", f"a character that cannot be seen: {code}")
    ]
    assert refusals(f'"na{escape}me": 1\n') == [
        ("f.yml:1:1", f"a character that cannot be seen: {code}")
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- id: gdp\n  aliases: [GDP, 生产\u3000总值]\n", "2:20"),
        ("- name: {zh: 生产总值\u3000, en: GDP}\n", "1:18"),
        ('- unit: "亿元\u3000"\n', "1:12"),
        ("- unit\u3000: 亿元\n", "1:7"),
        ("- value: 4250\u3000\n", "1:14"),
        ("- unit:\u3000亿元\n", "1:8"),
        ("- a: 1\n\u3000\u3000b: 2\n", "2:1"),
    ],
)
def test_a_full_width_blank_is_named_at_its_place(text: str, place: str) -> None:
    assert refusals(text) == [(f"f.yml:{place}", "a full-width blank: U+3000")]


@pytest.mark.parametrize("field", ["quote", "raw", "note: {zh", "definition: {en"])
def test_words_of_a_source_and_prose_hold_blanks_of_any_kind(field: str) -> None:
    end = "}" if "{" in field else ""
    assert refusals(f"- {field}: 一\u3000二\u00a0三{end}\n") == []


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("".join(f"- &a{i} x\n" for i in range(50)), 30),
        ("".join("- 生产\u3000总值\n" for _ in range(60)), 40),
        ("\t" * 70, 50),
    ],
)
def test_of_many_problems_the_first_are_told_and_the_rest_counted(text: str, untold: int) -> None:
    problems = parse("f.yml", text.encode()).problems
    assert len(problems) == MOST_TOLD + 1
    assert problems[-1].count == untold
    assert str(untold) in problems[-1].message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{" + ", ".join(f"k{i}: 1" for i in range(MAX_FIELDS + 1)) + "}\n", "fields"),
        ("- {}\n" * MAX_NODES, "values"),
    ],
)
def test_endless_files_are_read_no_further(text: str, message: str) -> None:
    [problem] = parse("f.yml", text.encode()).problems
    assert message in problem.message
