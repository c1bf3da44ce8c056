"""Why a form's answers cannot become a change."""

from __future__ import annotations


class UnfitError(ValueError):
    """Answers that no change follows from; the message is for the person who gave them."""
