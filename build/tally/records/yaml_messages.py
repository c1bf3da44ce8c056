"""What the YAML parser did not understand, said plainly and where the slip was made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import yaml

from tally.records.meant import bound_meant
from tally.records.model import Place
from tally.records.problem import Problem
from tally.text import ODD_BLANK, named


@dataclass(frozen=True, slots=True)
class _Slip:
    """How the parser words a slip, and how a person is told of it.

    `opened` says that it is told where that begins which was never ended, rather than where
    the parser gave up.
    """

    words: re.Pattern[str]
    message: str
    help: str
    opened: bool = False


_QUOTES = "put text that holds ': ' or ' #', or begins with a mark, in double quotes"
_INDENT = "indent it as the lines of its kind, two blanks for each level"
_CUT = "restore the file's end if it was cut short"
_SLIPS = (
    _Slip(
        re.compile("while scanning a quoted scalar: found unexpected end"),
        "the quotation mark that opens here is not closed",
        f"close it with the same mark; {_CUT}",
        opened=True,
    ),
    _Slip(
        re.compile("did not find expected ',' or '[]}]'"),
        "a comma or the closing bracket is missing here",
        "put a half-width comma between two fields; text that holds a comma or ': ' goes in "
        "double quotes",
    ),
    _Slip(
        re.compile("could not find expected ':'"),
        "there is no ': ' in this line",
        "write a name, a colon, a blank and the value; indent a text that runs on",
        opened=True,
    ),
    _Slip(
        re.compile("did not find expected '-' indicator"),
        "an entry that begins with '- ' was expected here",
        _INDENT,
    ),
    _Slip(
        re.compile("did not find expected key"),
        "a field was expected here",
        f"{_INDENT}, one field a line; text that holds double quotes goes in single ones",
    ),
    _Slip(
        re.compile("mapping values are not allowed"),
        "a ': ' cannot stand here",
        f"put text that holds ': ' in double quotes; if it is a field, {_INDENT}",
    ),
    _Slip(
        re.compile("block sequence entries are not allowed"),
        "a '- ' cannot stand here",
        "begin the entry on a line of its own",
    ),
    _Slip(
        re.compile("did not find expected node content"),
        "a value is missing here",
        "write the value; text that begins with a mark, such as %, goes in double quotes",
    ),
    _Slip(
        re.compile("cannot start any token"),
        "no text can begin with this mark",
        "put the text in double quotes",
    ),
    _Slip(
        re.compile("unknown escape character"),
        "a backslash in double quotes has a meaning of its own",
        "put the text in single quotes, or write the backslash twice",
    ),
    _Slip(
        re.compile("did not find expected <document start>"),
        "this does not belong to what stands before it",
        f"a file holds one list of entries, or one set of fields; {_INDENT}",
    ),
)
_CONFLICT = re.compile("^<{7} ", re.MULTILINE)
# A field's name with a colon that is none to YAML: full-width, or without a blank behind it.
_NO_COLON = re.compile(r"[ -]*[a-z_]+(：|:(?=[^\s/]))")
_SIGN = re.compile("comparator: *(>=|>|=>|≥)")
# A blank that is none to YAML, in the indent or behind the colon of a name.
_BLANK_OF_YAML = re.compile(rf"[ -]*(?:[a-z_]+:)?({ODD_BLANK.pattern})")
# The text of the last field of a line within { }, and the word at its end that may be the name
# of the next field.
_TEXT_IN_BRACES = re.compile(r"[{,]\s*[^\s:{},]+: +([^{},]+)$")
_LAST_WORD = re.compile(r"[\s;，；、]([a-z_]+)$")


def syntax_problem(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """The problem that an error of the parser stands for."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(Place(path), "yaml", f"this is not YAML: {_told(error)}", _QUOTES)
    if conflict := _CONFLICT.search(text):
        place = Place(path, text.count("\n", 0, conflict.start()) + 1)
        help_ = "keep one side, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"
        return Problem(place, "yaml", "two versions were not merged", help_)
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Problem(Place(path), "yaml", f"this is not YAML: {error.problem}", _QUOTES)
    lines = text.split("\n")
    return (
        _odd_blank(path, lines, mark.line)
        or _sign_of_bound(path, lines, mark.line)
        or _unclosed_quote(path, text, mark)
        or _no_colon(path, lines, mark.line)
        or _colon_in_text(path, lines, mark, error)
        or _slip(path, lines, mark, error)
    )


def _told(error: yaml.YAMLError) -> str:
    return " ".join(str(error).split())


def _odd_blank(path: str, lines: Sequence[str], line: int) -> Problem | None:
    """A blank that is no space where a line is indented or behind a colon."""
    for number in (line - 1, line):
        if 0 <= number < len(lines) and (found := _BLANK_OF_YAML.match(lines[number])):
            place = Place(path, number + 1, found.start(1) + 1)
            return Problem(place, "yaml", named(found[1]), "write a space in its place")
    return None


def _sign_of_bound(path: str, lines: Sequence[str], line: int) -> Problem | None:
    """A sign in place of the word for a bound, which begins something else in YAML."""
    for number in (line - 1, line):
        if 0 <= number < len(lines) and (found := _SIGN.search(lines[number])):
            place = Place(path, number + 1, found.start(1) + 1)
            message = f"comparator cannot be {found[1]}"
            return Problem(place, "yaml", message, f"write {bound_meant(found[1])}")
    return None


def _unclosed_quote(path: str, text: str, mark: yaml.Mark) -> Problem | None:
    """A text in quotes that runs on to the quotation mark that opens another, where it fails."""
    last: Any = None
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            last = event
    except yaml.MarkedYAMLError:
        pass
    if getattr(last, "style", None) not in ("'", '"'):
        return None
    start, end = last.start_mark, last.end_mark
    if start.line == end.line or end.line != mark.line:
        return None
    help_ = f"close it with the same mark; as it stands, the text ends in line {end.line + 1}"
    return _problem(path, start, "the quotation mark that opens here is not closed", help_)


def _colon_in_text(
    path: str, lines: Sequence[str], mark: yaml.Mark, error: yaml.MarkedYAMLError
) -> Problem | None:
    """A ': ' in the text of a field within { }, which the parser takes for a comma forgotten."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    found = _TEXT_IN_BRACES.search(line[: mark.column])
    if "flow mapping" not in str(error.context) or line[mark.column :][:1] != ":" or not found:
        return None
    if last := _LAST_WORD.search(found[1]):
        message = f"a ': ' in text without quotes, or no comma before {last[1]}"
        help_ = "put the text in double quotes, or a half-width comma between two fields"
    else:
        message = "a ': ' in text without quotes"
        help_ = "put the text in double quotes"
    return _problem(path, mark, message, help_)


def _no_colon(path: str, lines: Sequence[str], line: int) -> Problem | None:
    """A colon that is none in the line where the parser gave up, or in the one before."""
    for number in (line - 1, line):
        if 0 <= number < len(lines) and (found := _NO_COLON.match(lines[number])):
            place = Place(path, number + 1, found.start(1) + 1)
            message = "no blank behind a colon" if found[1] == ":" else "a full-width colon"
            help_ = "write a half-width colon and a blank behind a name: ': '"
            return Problem(place, "yaml", message, help_)
    return None


def _slip(path: str, lines: Sequence[str], mark: yaml.Mark, error: yaml.MarkedYAMLError) -> Problem:
    words = f"{error.context}: {error.problem}"
    slip = next((slip for slip in _SLIPS if slip.words.search(words)), None)
    message = slip.message if slip else str(error.problem)
    help_ = slip.help if slip else _QUOTES
    begun = error.context_mark
    if begun is not None and slip is not None and slip.opened:
        mark = begun
    elif begun is not None and begun.line < mark.line:
        message = f"{message}, in what begins in line {begun.line + 1}"
    if _CUT not in help_ and not "".join(lines[mark.line :])[mark.column :].strip():
        help_ = f"{help_}; {_CUT}"
    problem = _problem(path, mark, message, help_)
    if mark.line >= len(lines):  # so the parser says of the end of a last line without one
        return replace(problem, place=Place(path, len(lines), len(lines[-1]) + 1))
    return problem


def _problem(path: str, mark: yaml.Mark, message: str, help_: str) -> Problem:
    place = Place(path, mark.line + 1, mark.column + 1)
    return Problem(place, "yaml", f"this is not YAML: {message}", help_)
