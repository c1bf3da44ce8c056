"""Room start: a report that somebody sends in, laid out as the beginning of a dataset."""

from tally.start.layout import Start, StartError, lay_out
from tally.start.profile import Named
from tally.start.settle import settle

__all__ = ["Named", "Start", "StartError", "lay_out", "settle"]
