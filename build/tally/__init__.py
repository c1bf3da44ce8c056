"""Tally: open data of what governments report and what they promise."""
