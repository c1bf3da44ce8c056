"""The text of an issue, as GitHub writes it from a form, back to the form's answers.

A form's answers stand under its labels, each a heading `### label`, in the order of the form.
Words of an answer may look like any of that; an issue whose headings are not exactly those of
one form is refused, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_EMPTY = "_No response_"
_HEADING = re.compile(r"^### (.*?)[ \t]*$", re.MULTILINE)
_TICKED = re.compile(r"^- \[[xX]\] ", re.MULTILINE)
_FENCED = re.compile(r"(`{3,}|~{3,})[^\n]*\n(.*?)\n?\1", re.DOTALL)


class FormError(ValueError):
    """What holds no answers of a form; the message is for the person who named it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A question of a form: its id, the label that people see, and what kind of answer it has."""

    id: str
    label: str
    type: str
    options: tuple[str, ...] = ()


Forms = Mapping[str, Sequence[Field]]


def forms_in(folder: Path) -> Forms:
    """The questions of each form in a folder such as .github/ISSUE_TEMPLATE, by its file's name."""
    paths = sorted(path for path in folder.glob("*.yml") if path.name != "config.yml")
    if not paths:
        raise FormError(f"there are no forms in {folder}")
    return {path.stem: tuple(_fields(path)) for path in paths}


def _fields(path: Path) -> Sequence[Field]:
    form = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return [_field(one) for one in form["body"] if one["type"] != "markdown"]


def _field(one: Mapping[str, Any]) -> Field:
    attributes = one["attributes"]
    options = attributes.get("options", ())
    texts = tuple(o["label"] if isinstance(o, dict) else str(o) for o in options)
    return Field(one["id"], " ".join(attributes["label"].split()), one["type"], texts)


def answers_of(body: str, forms: Forms) -> tuple[str, Mapping[str, str]]:
    """Which form an issue's text is of, and its answers by field. Raises FormError."""
    body = body.replace("\r\n", "\n")
    headings = list(_HEADING.finditer(body))
    for kind, fields in forms.items():
        own = [h for h in headings if h[1] in {field.label for field in fields}]
        if [h[1] for h in own] == [field.label for field in fields]:
            ends = [*(h.start() for h in own[1:]), len(body)]
            parts = [body[h.end() : end].strip() for h, end in zip(own, ends, strict=True)]
            return kind, {f.id: _answer(f, part) for f, part in zip(fields, parts, strict=True)}
    raise FormError(
        "the issue is no form: each question stands once, as `### question`, in the form's order"
    )


def _answer(field: Field, text: str) -> str:
    if text == _EMPTY:
        return ""
    if field.type == "checkboxes":
        return "yes" if _TICKED.search(text) else ""
    fenced = _FENCED.fullmatch(text) if field.type == "textarea" else None
    return fenced[2] if fenced else text
