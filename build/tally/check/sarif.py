"""Problems as SARIF 2.1.0, which code scanning reads: each code is a rule that explains itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from tally.check.codes import Explained, explained
from tally.records.model import Place
from tally.records.problem import Problem


def as_sarif(problems: Sequence[Problem], page: str | None = None) -> str:
    """A log of one run; `page` is the address of the page that explains the codes, if known."""
    found = {problem.code for problem in problems}
    rules = [said for code, said in explained().items() if code in found]
    run = {
        "tool": {"driver": {"name": "tally", "rules": [_rule(said, page) for said in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(said: Explained, page: str | None) -> dict[str, object]:
    title, meaning, remedy = said.title, said.meaning, said.remedy
    markdown = (
        f"{meaning.en}\n\n**To put it right:** {remedy.en}\n\n"
        f"**{title.zh}**\n\n{meaning.zh}\n\n**改正：**{remedy.zh}"
    )
    return {
        "id": said.code,
        "shortDescription": {"text": title.en},
        "fullDescription": {"text": meaning.en},
        "help": {"text": f"{meaning.en} {remedy.en}", "markdown": markdown},
        **({"helpUri": f"{page}#{said.code}"} if page else {}),
    }


def _result(problem: Problem) -> dict[str, object]:
    location = {
        "artifactLocation": {"uri": quote(problem.place.path)},
        "region": _region(problem.place, problem.end),
    }
    return {
        "ruleId": problem.code,
        "level": problem.severity,
        "message": {"text": f"{problem.message}. {problem.help}"},
        "locations": [{"physicalLocation": location}],
    }


def _region(place: Place, end: Place | None) -> dict[str, int]:
    region = {"startLine": place.line, "startColumn": place.column}
    return region | ({"endLine": end.line, "endColumn": end.column} if end else {})
