"""The figure that a form names: by its id or its permanent link, and nothing else."""

from __future__ import annotations

import re
from difflib import get_close_matches
from urllib.parse import unquote

from tally.propose.reasons import UnfitError
from tally.records.model import Dataset, Datasets, Observation, Target

Record = Observation | Target
_ID = re.compile(r"[a-z0-9-]+(?:/[A-Za-z0-9-]+)+")
_LONGEST = 400


def find_record(answer: str, datasets: Datasets) -> tuple[Dataset, Record]:
    """The dataset and the record that a curator has entered under an id; raises UnfitError."""
    id_ = unquote(answer.rpartition("#")[2]).strip() if answer else ""
    if not _ID.fullmatch(id_) or len(id_) > _LONGEST:
        raise UnfitError("no figure is named: its id is what stands behind # in its address")
    own = _present(id_, datasets)
    for dataset in datasets.datasets.values():
        records: tuple[Record, ...] = (*dataset.observations, *dataset.targets)
        for record in records:
            if record.id == own:
                if not record.entered:
                    raise UnfitError(f"{own} is what the machine read; a curator enters it first")
                return dataset, record
    raise UnfitError(f"there is no figure {id_}{_meant(own, datasets)}")


def _present(id_: str, datasets: Datasets) -> str:
    """The id where its indicator was renamed since: area/indicator/…"""
    area, _, rest = id_.partition("/")
    indicator, _, tail = rest.partition("/")
    for one in datasets.vocabulary.indicators.values():
        if indicator in one.former_ids:
            return f"{area}/{one.id}/{tail}"
    return id_


def _meant(id_: str, datasets: Datasets) -> str:
    area = id_.partition("/")[0]
    own = [dataset for dataset in datasets.datasets.values() if area in dataset.areas]
    known = [record.id for one in own for record in one.observations]
    known += [record.id for one in own for record in one.targets]
    near = get_close_matches(id_, known, n=1, cutoff=0.8)
    return f"; did you mean {near[0]}?" if near else ""
