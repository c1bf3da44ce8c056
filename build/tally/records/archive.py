"""Sources: those kept with their text, which becomes reading text, and those only cited."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from tally.records import entries
from tally.records.concordance import Concordance
from tally.records.files import Files
from tally.records.model import Figure, Place, Repair, Source, Span, Unit, Vocabulary
from tally.records.problem import Problem, repeated
from tally.records.references import report_unknown
from tally.records.scan import Scan, scan_of
from tally.records.strict_yaml import Map
from tally.records.trace import find_figure, numbers_within
from tally.text import LARGEST_REPORT, Edit, TextError, decode, read_text

EXTRACTED = "extracted.yml"
CITED = "cited.yml"
# What a source can be checked without.
_SPARE = ("kind", "title", "publisher", "received", "left_out", "note", "url")
# What a source's folder holds beside its text.
_NO_TEXT = ("source.yml", EXTRACTED, "reading.txt", "drafts.yml")


@dataclass(frozen=True, slots=True)
class Archived:
    """A source with what the machine reads in it (nothing when it is only cited).

    `words` is where its quotes are found; `extracted` are the entries of its extracted.yml,
    `extracted_file` that file as it stands.
    """

    source: Source
    scan: Scan = field(default_factory=Scan)
    words: Concordance = field(default_factory=Concordance)
    extracted: tuple[Map, ...] = ()
    extracted_file: tuple[Place, str] | None = None

    @property
    def text(self) -> str:
        """The reading text; empty when it is not kept."""
        return self.words.text


def read_sources(
    files: Files, folder: Path, areas: Sequence[str], vocabulary: Vocabulary, kept: Path | None
) -> Iterator[Archived]:
    """The sources of a dataset's folder, of these areas: their folders, then those in cited.yml.

    Their scans stay between runs in the folder `kept`, where there is one.
    """
    dataset, sources = folder.name, folder / "sources"
    for path in files.named_folders(sources, others=(CITED,)):
        if (archived := _read_source(files, path, areas)) is not None:
            yield replace(archived, scan=scan_of(archived.source, vocabulary, kept))
    cited = sources / CITED
    if os.path.lexists(cited):
        for entry in files.entries(cited, "cited-sources"):
            source = entries.source(entry, entry["id"], dataset, areas)
            _report_other_area(files, source, areas)
            yield Archived(source)


def _read_source(files: Files, folder: Path, areas: Sequence[str]) -> Archived | None:
    entry = files.single(folder / "source.yml", "source", spare=_SPARE)
    if entry is None:
        return None
    for name, stand_in in _stand_ins(folder.name).items():
        entry.setdefault(name, stand_in)
    source = entries.source(entry, folder.name, folder.parents[1].name, areas)
    _report_other_area(files, source, areas)
    path = folder / str(source.text_path)
    data = None if _is_misnamed(files, path, entry) else files.read_bytes(path)
    raw = None if data is None else _decoded(files, path, data)
    if data is None or raw is None:
        files.incomplete.add("source")
        return None
    _report_altered(files, data, source, entry)
    _report_other_original(files, folder, source)
    _report_idle_repairs(files, source, raw)
    _report_repeated(files, ((e.raw, e.place) for e in _repairs(source)), "raw words")
    _report_repeated(files, ((e.text, e.place) for e in source.left_out), "words")
    edits = [Edit(e.raw, e.reading) for e in _repairs(source) if e.raw in raw]
    reading = read_text(raw, edits)
    source = replace(source, reading=reading)
    archived = Archived(source, words=Concordance(reading.text))
    return _with_extracted(files, archived, folder / EXTRACTED)


def _report_other_area(files: Files, source: Source, areas: Sequence[str]) -> None:
    if "area" in source.places and source.area not in areas:
        place = source.places["area"]
        report_unknown(files, place, "area", str(source.area), areas, "dataset.areas")


def _with_extracted(files: Files, archived: Archived, path: Path) -> Archived:
    if not os.path.lexists(path):
        return archived
    written = (files.read_bytes(path) or b"").decode("utf-8", "replace")
    claims = tuple(files.entries(path, "extracted"))
    return replace(archived, extracted=claims, extracted_file=(Place(files.shown(path)), written))


def _stand_ins(name: str) -> dict[str, Any]:
    """What stands for the fields of a source that are wrong, until they are corrected."""
    named = {"zh": name, "en": name}
    return {"kind": "other", "title": named, "publisher": named, "received": named}


def _is_misnamed(files: Files, path: Path, entry: Map) -> bool:
    """Whether the text is missing under its name while another file is there; it is reported."""
    others = [other.name for other in files.children(path.parent) if other.name not in _NO_TEXT]
    if os.path.lexists(path) or not others:
        return False
    near = get_close_matches(path.name, others, n=1)
    help_ = f"did you mean {near[0]}?" if near else f"the folder holds {', '.join(others)}"
    message = f"there is no file {path.name} in this folder"
    files.report_at(entry.values_at["text"], "file", message, help_)
    return True


def _report_altered(files: Files, data: bytes, source: Source, entry: Map) -> None:
    found = hashlib.sha256(data).hexdigest()
    if found != source.sha256:
        message = f"{source.text_path} is not the file that was recorded: its SHA-256 is {found}"
        help_ = "restore the file; a source is never edited, its damage is repaired in `repairs`"
        files.problems.append(Problem(entry.values_at["sha256"], "source-hash", message, help_))


def _report_other_original(files: Files, folder: Path, source: Source) -> None:
    """The file that the text was taken from, held to its hash as the text is."""
    original = source.original
    data = files.read_bytes(folder / original.file, LARGEST_REPORT) if original else None
    if original is None or data is None:
        return
    found = hashlib.sha256(data).hexdigest()
    if found != original.sha256:
        message = f"{original.file} is not the file that was recorded: its SHA-256 is {found}"
        help_ = "restore the file as it was received"
        files.problems.append(Problem(original.places["sha256"], "source-hash", message, help_))


def _decoded(files: Files, path: Path, data: bytes) -> str | None:
    try:
        return decode(data)
    except TextError as error:
        files.report(path, "file", str(error), "restore the file as it was received")
        return None


def _repairs(source: Source) -> tuple[Repair, ...]:
    return (*source.repairs, *source.year_corrections)


def _report_idle_repairs(files: Files, source: Source, raw: str) -> None:
    for edit in _repairs(source):
        if edit.raw not in raw:
            message = f"the source does not hold {edit.raw}"
            help_ = "copy the words exactly as the file has them, its damage included"
            files.problems.append(Problem(edit.place, "repair", message, help_))


def _report_repeated(files: Files, entries: Iterable[tuple[str, Place]], what: str) -> None:
    """Two entries for the same words: of repairs, only one could be made."""
    for words, place, first in repeated(entries):
        message = f"the {what} {words} are here twice, first at {first}"
        files.report_at(place, "duplicate", message, "keep one of the two")


def trace(
    archived: Archived, quote: str, figure: Figure | None, units: Mapping[str, Unit]
) -> Span | None:
    """Where a quote and its figure's number stand; None unless both are found, the quote once.

    A record without a number marks its quote as the number.
    """
    reading = archived.source.reading
    found = archived.words.starts(quote)
    if reading is None or len(found) != 1:
        return None
    start, end = found[0], found[0] + len(quote)
    if figure is None:
        return Span(start, end, start, end, *reading.raw_span(start, end))
    number = find_figure(figure, numbers_within(archived.scan.numbers, start, end), units)
    if number is None:
        return None
    return Span(start, end, number.start, number.end, *reading.raw_span(number.start, number.end))


def place_in_text(source: Source, at: int) -> Place:
    """The place in a source's text file of an offset of its reading text."""
    if source.reading is None:
        return source.place
    raw = source.reading.raw[: source.reading.raw_span(at, at)[0]]
    folder = source.place.path.rpartition("/")[0]
    line, column = raw.count("\n") + 1, len(raw) - (raw.rfind("\n") + 1) + 1
    return Place(f"{folder}/{source.text_path}", line, column)
