"""The record model: what the data files say, as frozen typed objects that know their place.

`place` is where a record begins (for a figure: its value, for an extracted one: its claim);
`places` holds the place of each field's value, for messages; of an indicator also that of
each item of its lists, as `aliases.0`.
The words are those of SDMX and of the W3C Web Annotation model where these have one.
"""

from tally.records.model.base import Localized, Place, Places
from tally.records.model.datasets import Contributor, Dataset, Datasets
from tally.records.model.documents import LeftOut, Original, Repair, Source, Span
from tally.records.model.meanings import Area, Indicator, Theme, Unit, Vocabulary, names_of
from tally.records.model.statements import (
    Correction,
    Evidence,
    Figure,
    Observation,
    Outcome,
    Own,
    Relation,
    Target,
)

__all__ = [
    "Area",
    "Contributor",
    "Correction",
    "Dataset",
    "Datasets",
    "Evidence",
    "Figure",
    "Indicator",
    "LeftOut",
    "Localized",
    "Observation",
    "Original",
    "Outcome",
    "Own",
    "Place",
    "Places",
    "Relation",
    "Repair",
    "Source",
    "Span",
    "Target",
    "Theme",
    "Unit",
    "Vocabulary",
    "names_of",
]
