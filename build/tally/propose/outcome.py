"""What became of a promise, as somebody tells it: of a number an observation, of a milestone its
outcome; and the source that says so, where the dataset does not cite it yet."""

from __future__ import annotations

import re

from tally.propose.amount import Amount, read_amount
from tally.propose.draft import Draft, Entry, Field, raised
from tally.propose.figures import find_record
from tally.propose.form import Form
from tally.propose.reasons import UnfitError
from tally.propose.wrong_value import next_patch
from tally.records.ids import slug_of
from tally.records.model import Datasets, Figure, Source, Target
from tally.records.urls import is_url
from tally.terms import Comparator, DocumentType, VerdictCode
from tally.write import Scalar, Value

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)")
_LONGEST_LOCATOR, _LONGEST_TITLE, _LONGEST_ID = 400, 200, 60


def tell_outcome(form: Form, datasets: Datasets, today: str) -> Draft:
    """The change that the form `outcome` asks for; raises UnfitError."""
    dataset, target = find_record(form.answer("figure"), datasets)
    if not isinstance(target, Target):
        raise UnfitError(f"{target.id} is no promise: say in the form `wrong-value` what is wrong")
    source, cited = _source(form, datasets, dataset.id)
    told = _told(form, source)
    version = next_patch(dataset.version)
    edits = raised(dataset, version, today)
    entries = [Entry(f"{dataset.id}/sources/cited.yml", "cited-sources", cited)] if cited else []
    remarks = ["the source is new here: look at its title, its kind and its English"] * bool(cited)
    if target.title is not None and target.indicator is None:
        value = _milestone(form, target, told)
        fields = [Field(target.place, "outcome", value)]
        return Draft(dataset.id, edits, fields, entries, remarks=remarks)
    if target.figure is None or target.own:
        raise UnfitError(
            f"{target.id}: what became of it follows from figures; a curator enters those"
        )
    amount = read_amount(form.answer("value"), datasets.vocabulary)
    observed = _observation(target, target.figure, amount, told, len(dataset.areas) > 1)
    entries.append(Entry(f"{dataset.id}/observations/{target.theme}.yml", "observations", observed))
    return Draft(dataset.id, edits, (), entries, remarks=remarks)


def _told(form: Form, source: str | Source) -> dict[str, str]:
    """Which source tells it, and where; the words themselves where their text is kept."""
    where = form.answer("where")
    if not where or len(where) > _LONGEST_LOCATOR:
        raise UnfitError("say where in the source it stands: the sentence, a page or a section")
    if isinstance(source, str):
        return {"source": source, "locator": where}
    return {"source": source.id, "quote" if source.archived else "locator": where}


def _milestone(form: Form, target: Target, told: dict[str, str]) -> dict[str, str]:
    if target.outcome is not None:
        raise UnfitError(f"{target.id} has its outcome already: {target.outcome.verdict}")
    verdict = form.answer("verdict").rpartition("·")[2].strip()
    if verdict not in set(VerdictCode):
        raise UnfitError("say whether it was met, missed or is undecidable")
    date = form.answer("date")
    if date and not _DAY.fullmatch(date):
        raise UnfitError("write the day, month or year when it was done as 2021-11-30")
    return {"verdict": verdict, **told, **({"date": date} if date else {})}


def _observation(
    target: Target, promised: Figure, amount: Amount, told: dict[str, str], named: bool
) -> dict[str, Value]:
    if amount.high is not None:
        raise UnfitError("an outcome is one number, not a range")
    figure: dict[str, Scalar] = {"measure": str(promised.measure)}
    figure |= {"comparator": str(amount.bound)} if amount.bound not in (None, Comparator.EQ) else {}
    figure |= {"value": amount.value, "unit": amount.unit or promised.unit}
    figure |= {"direction": "down"} if amount.down else {}
    figure |= {"basis": str(promised.basis)} if promised.basis else {}
    if "locator" in told:
        figure["stated"] = amount.written if amount.unit else f"{amount.written}{promised.unit}"
    area = {"area": target.area} if named else {}
    return {
        "indicator": target.indicator or "",
        **area,
        "period": target.due,
        **told,
        "figures": [figure],
    }


def _source(
    form: Form, datasets: Datasets, dataset: str
) -> tuple[str | Source, dict[str, Value] | None]:
    """The source that tells it: one that the dataset has, or a new one as an entry."""
    address = form.answer("address")
    if address and not is_url(address):
        raise UnfitError("the address is none: https:// and a host by its name")
    own = datasets.datasets[dataset].sources
    for source in own.values():
        if form.answer("title") == source.id or (address and source.url == address):
            return source, None
    title, publisher = form.answer("title"), form.answer("publisher")
    published = form.answer("published")
    if not title or not publisher or len(title) > _LONGEST_TITLE or len(publisher) > _LONGEST_TITLE:
        raise UnfitError("name the document that tells it: its title, and who published it")
    if not _DAY.fullmatch(published):
        raise UnfitError("write when the document was published as 2021-11-30, 2021-11 or 2021")
    taken = {source for one in datasets.datasets.values() for source in one.sources}
    id_ = _id(address, form, published, taken)
    entry: dict[str, Value] = {
        "id": id_,
        "kind": _kind(form.answer("kind")),
        "title": {"zh": title, "en": title},
        "publisher": {"zh": publisher, "en": publisher},
        "published": published,
    }
    return id_, entry | ({"url": address} if address else {})


def _id(address: str, form: Form, published: str, taken: set[str]) -> str:
    """An id that no source has: the host and the day, else that of the issue."""
    host = _HOST.match(address)
    slug = slug_of(host[1]) if host and host[1].isascii() else ""
    plain = f"{slug[:_LONGEST_ID].strip('-')}-{published}" if slug else f"outcome-{published}"
    for id_ in (plain, f"{plain}-{form.issue}"):
        if id_ not in taken:
            return id_
    raise UnfitError(f"{plain} is a source already: name it as the title")


def _kind(answer: str) -> str:
    word = answer.rpartition("·")[2].strip()
    return word if word in set(DocumentType) else str(DocumentType.OTHER)
