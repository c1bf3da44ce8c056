"""An issue's text, as GitHub writes it from a form, back to answers: exactly, or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tally.propose import Form, FormError, read_form
from tally.propose.issue import answers_of, forms_in

FORMS = Path(__file__).parents[2] / ".github" / "ISSUE_TEMPLATE"
ANSWERS = {"figure": "kunshan/gdp/2020/level", "correct": "4260亿元", "evidence": "第3页\n\n### 注"}


def body(kind: str, answers: dict[str, str], **changed: str) -> str:
    """An issue as GitHub writes it."""
    parts = []
    for field in forms_in(FORMS)[kind]:
        answer = answers.get(field.id, "")
        fenced = f"```text\n{answer}\n```" if field.id == "text" and answer else answer
        parts.append(f"### {changed.get(field.id, field.label)}\n\n{fenced or '_No response_'}")
    return "\n\n".join(parts)


def event(text: Any, login: str = "ann", number: Any = 12) -> bytes:
    issue = {"body": text, "user": {"login": login}, "number": number}
    return json.dumps({"action": "labeled", "issue": issue}).encode()


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_an_issue_gives_back_what_was_typed(ends: str) -> None:
    read = read_form(event(body("wrong-value", ANSWERS).replace("\n", ends)), FORMS)
    assert read == Form("wrong-value", ANSWERS, "ann", 12)


def test_a_pasted_text_comes_back_without_its_fence() -> None:
    text = "2022年政府工作报告\n```\n第二行"
    assert answers_of(body("new-report", {"text": text}), forms_in(FORMS))[1]["text"] == text


def test_every_form_has_fields_that_tell_it_from_the_others() -> None:
    forms = forms_in(FORMS)
    assert {kind: answers_of(body(kind, {}), forms)[0] for kind in forms} == {k: k for k in forms}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Please change it to 4260.",
        body("wrong-value", {**ANSWERS, "evidence": "### 数字编号 · Figure\n\nother/gdp"}),
        body("wrong-value", ANSWERS, correct="Another question"),
        "\n\n".join(reversed(body("wrong-value", ANSWERS).split("\n\n"))),
    ],
    ids=["empty", "prose", "a question twice", "a question missing", "another order"],
)
def test_an_issue_that_is_not_exactly_a_form_is_refused(text: str) -> None:
    with pytest.raises(FormError):
        read_form(event(text), FORMS)


@pytest.mark.parametrize(
    ("login", "number", "expected"),
    [
        ("dependabot[bot]", 3, ("dependabot[bot]", 3)),
        ("a b; rm", "7", ("a reader", None)),
        ("x" * 60, -1, ("a reader", None)),
        ("<img>", True, ("a reader", None)),
    ],
)
def test_who_and_which_issue_are_believed_only_in_form(
    login: str, number: Any, expected: tuple[str, int | None]
) -> None:
    read = read_form(event(body("wrong-value", ANSWERS), login, number), FORMS)
    assert (read.by, read.issue) == expected
