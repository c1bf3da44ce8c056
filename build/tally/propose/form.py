"""The answers of an issue form, from a file that says them or from GitHub's own of an issue.

All of it is hostile: nothing of it is run, followed or believed, and what is too long or cannot
be seen never comes further than this file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tally.propose.issue import FormError, answers_of, forms_in
from tally.text import UNSEEN

LARGEST = 1_000_000
"""Bytes of a file of answers: GitHub's issues hold 65,536 characters."""
LONGEST_REPORT = 100_000
_LONGEST = 2_000
_LONG = frozenset(("text",))
# What GitHub lets people be called, and what its bots are.
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?")
_NAME = re.compile(r"[\w .·’'-]{1,80}")
_NOBODY = "a reader"


@dataclass(frozen=True, slots=True)
class Form:
    """Answers by the ids of their fields, an empty one left out; `by` is who gave them."""

    kind: str
    answers: Mapping[str, str]
    by: str = _NOBODY
    issue: int | None = None

    def answer(self, field: str) -> str:
        """One answer in one line; empty where there is none."""
        return " ".join(self.answers.get(field, "").split())


def read_form(data: bytes, forms: Path) -> Form:
    """The answers that a file of JSON holds; `forms` is the folder of the issue forms.

    Either `{"form": "wrong-value", "answers": {…}, "by": …, "issue": …}`, or what GitHub tells a
    workflow of an issue: `{"issue": {"body": …, "user": {"login": …}, "number": …}}`. Raises
    FormError.
    """
    try:
        found = json.loads(data.decode("utf-8"), parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise FormError(f"this is no JSON: {error}") from error
    if not isinstance(found, dict):
        raise FormError("this is no form: an object with `form` and `answers`")
    known = forms_in(forms)
    issue = found.get("issue")
    if isinstance(issue, dict):
        kind, answers = answers_of(_text_of(issue, "body"), known)
        user = issue.get("user")
        by = user.get("login") if isinstance(user, dict) else None
        return Form(kind, _plain(answers), _login(by), _number(issue.get("number")))
    form, given = found.get("form"), found.get("answers")
    if not isinstance(form, str) or form not in known or not isinstance(given, dict):
        raise FormError(f"`form` is one of {', '.join(sorted(known))}, `answers` an object")
    if strange := sorted(set(map(str, given)) - {field.id for field in known[form]}):
        raise FormError(f"{form} has no field {_shown(strange[0])}")
    return Form(form, _plain(given), _name(found.get("by")), _number(issue))


def _refused(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _text_of(issue: Mapping[str, Any], field: str) -> str:
    text = issue.get(field)
    if not isinstance(text, str):
        raise FormError("the issue says nothing")
    return text


def _plain(answers: Mapping[Any, Any]) -> Mapping[str, str]:
    """The answers as text without what cannot be seen, each only so long."""
    found = {}
    for field, answer in answers.items():
        if not isinstance(answer, str):
            raise FormError(f"the answer to {_shown(str(field))} is no text")
        most = LONGEST_REPORT if field in _LONG else _LONGEST
        if len(answer) > most:
            raise FormError(f"the answer to {_shown(str(field))} is longer than {most} characters")
        plain = UNSEEN.sub("", answer.replace("\r\n", "\n").replace("\r", "\n")).strip()
        if plain:
            found[str(field)] = plain
    return found


def _shown(text: str) -> str:
    return ascii(text[:40])


def _login(by: object) -> str:
    return by if isinstance(by, str) and _LOGIN.fullmatch(by) else _NOBODY


def _name(by: object) -> str:
    return by if isinstance(by, str) and _NAME.fullmatch(by) and by.strip() else _NOBODY


def _number(issue: object) -> int | None:
    whole = isinstance(issue, int) and not isinstance(issue, bool)
    return issue if whole and isinstance(issue, int) and 0 < issue < 10**9 else None
