"""How far a figure is to be trusted over another."""

from __future__ import annotations

import pytest

from tally.derive.trust import standing
from tally.terms import DocumentType, Status
from tests.support.records import observation, source


@pytest.mark.parametrize("status", [None, *Status])
@pytest.mark.parametrize("kind", [one for one in DocumentType if one != DocumentType.OTHER])
def test_an_encyclopedia_comes_after_every_other_source_whatever_is_said_to_be_settled(
    kind: DocumentType, status: Status | None
) -> None:
    told = observation("gdp", "2019", "level 4045亿元", "told", status)
    entry = observation("gdp", "2019", "level 4046亿元", "entry", Status.FINAL)
    sources = {"told": source("told", kind=kind), "entry": source("entry", kind=DocumentType.OTHER)}
    assert standing(told, sources) < standing(entry, sources)
