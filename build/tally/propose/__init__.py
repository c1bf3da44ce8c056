"""Room propose: what somebody writes in an issue form, as a change of the data files."""

from tally.propose.form import Form, read_form
from tally.propose.issue import FormError
from tally.propose.proposal import Proposal, propose
from tally.propose.reasons import UnfitError
from tally.propose.telling import as_markdown, as_text

__all__ = [
    "Form",
    "FormError",
    "Proposal",
    "UnfitError",
    "as_markdown",
    "as_text",
    "propose",
    "read_form",
]
