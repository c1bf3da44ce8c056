"""Room review: what a curator does with claims: enter them, and learn why some cannot go in."""

from tally.review.accept import Acceptance, Asked, Refused, accept

__all__ = ["Acceptance", "Asked", "Refused", "accept"]
