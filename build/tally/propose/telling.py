"""A proposal in words: for a terminal, and as the text of a pull request."""

from __future__ import annotations

from tally.check.formats import as_text as problems_text
from tally.check.formats import one_line
from tally.diff import FORMATS, code
from tally.propose.proposal import Proposal

_LONGEST_ANSWER = 2_000


def as_text(proposal: Proposal) -> str:
    """What changes, what it brings that is wrong, and what a person should look at."""
    remarks = "".join(f"look: {one_line(remark)}\n" for remark in proposal.remarks)
    problems = problems_text(proposal.problems) if proposal.problems else ""
    return FORMATS["text"](proposal.comparison) + problems + remarks


def as_markdown(proposal: Proposal) -> str:
    """The same, with the answers themselves as code: nothing in them means anything."""
    form = proposal.form
    lines = [FORMATS["markdown"](proposal.comparison).rstrip(), ""]
    lines += [f"- {code(remark)}" for remark in proposal.remarks]
    lines += [
        f"- {problem.severity} {code(f'{problem.place} {problem.message}')}: {code(problem.help)}"
        for problem in proposal.problems
    ]
    lines += ["", f"{code(form.kind)}, {code(form.by)}:", ""]
    lines += [
        f"- {code(field)}: {code(' '.join(answer.split())[:_LONGEST_ANSWER])}"
        for field, answer in form.answers.items()
        if field != "text"
    ]
    if form.issue:
        lines += ["", f"Closes #{form.issue}"]
    return "\n".join(lines) + "\n"
