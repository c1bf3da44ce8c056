"""Room start: a report that somebody sends in, laid out as a source of a dataset, old or new."""

from tally.start.home import Home, StartError, home_of
from tally.start.layout import Given, Start, lay_out
from tally.start.profile import Named
from tally.start.settle import settle

__all__ = [
    "Given",
    "Home",
    "Named",
    "Start",
    "StartError",
    "home_of",
    "lay_out",
    "settle",
]
