"""Reading data files and folders: bytes in, documents and problems out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tally.records.ids import is_id, is_storable
from tally.records.model import Place
from tally.records.problem import Code, Problem
from tally.records.remnants import Steps, without
from tally.records.schema import FileKind, validate
from tally.records.schema_messages import IdOf
from tally.records.strict_yaml import Document, Items, Map, parse
from tally.text import LARGEST_DATA, UnfitFileError, read_regular

_PUT_HERE = "put it here itself, as a regular file or folder"
# Fields that hold words of a source as it was received.
_ESCAPED: Mapping[FileKind, Container[str]] = {
    "extracted": ("quote", "name", "number_text"),
    "source": ("raw",),
}


@dataclass(slots=True)
class Files:
    """The files below a folder, and what was found wrong while reading them.

    `incomplete` names the kinds of files, and the lists within one, of which something could
    not be read, so that nobody complains about what merely was not there to be seen; `unread`
    those of which nobody knows what they hold.
    `id_of` knows indicators by their names, once the vocabulary is read.
    """

    root: Path
    problems: list[Problem] = field(default_factory=list)
    incomplete: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    id_of: IdOf = lambda _name: None

    def shown(self, path: Path) -> str:
        """A path as messages show it: from the folder that holds the root."""
        return (Path(self.root.name) / path.relative_to(self.root)).as_posix()

    def report(self, path: Path, code: Code, message: str, help_: str) -> None:
        self.problems.append(Problem(Place(self.shown(path)), code, message, help_))

    def report_at(self, place: Place, code: Code, message: str, help_: str) -> None:
        self.problems.append(Problem(place, code, message, help_))

    def read_bytes(self, path: Path, most: int = LARGEST_DATA) -> bytes | None:
        """The content of a file; None, and a problem, when there is none to be had."""
        try:
            return read_regular(path, most, within=self.root)
        except FileNotFoundError:
            self.report(path, "file", "the file is missing", "add it, or restore its name")
        except UnfitFileError as error:
            self.report(path, "file", f"the file {error.strerror}", _PUT_HERE)
        except OSError as error:
            reason = error.strerror or "it cannot be read"
            self.report(path, "file", f"the file cannot be read: {reason}", "check what it is")
        return None

    def entries(self, path: Path, kind: FileKind) -> list[Map]:
        """The valid entries of a list file."""
        return [entry for entry, wrong in self.stated(path, kind) if not wrong]

    def stated(self, path: Path, kind: FileKind) -> list[tuple[Map, Sequence[Steps]]]:
        """The entries of a list file, each with what is wrong in it; of the wrong the first."""
        document = self._document(path, kind)
        if document is None:
            return []
        checked = validate(document, kind, self.id_of)
        self.problems += checked.problems
        if checked.problems:
            self.incomplete.add(kind)
        if checked.untold:
            self.unread.add(kind)
        if not checked.usable or not isinstance(document.root, Items):
            self.unread.add(kind)
            return []
        wrong = checked.by_entry()
        entries = ((i, e) for i, e in enumerate(document.root) if i not in checked.untold)
        return [(entry, wrong.get(i, ())) for i, entry in entries if isinstance(entry, Map)]

    def single(self, path: Path, kind: FileKind, spare: Container[str] = ()) -> Map | None:
        """The root of a file that holds one map, when all of it is valid.

        Fields in `spare` may be wrong: what is wrong in them is left out.
        """
        document = self._document(path, kind)
        if document is None:
            return None
        checked = validate(document, kind)
        self.problems += checked.problems
        wrong = {str(steps[0]) if steps else kind for steps in checked.wrong}
        spared = {field for field in wrong if field in spare}
        self.incomplete |= spared if wrong == spared else {kind}
        if not isinstance(document.root, Map) or wrong != spared:
            return None
        return without(document.root, checked.wrong) if wrong else document.root

    def _document(self, path: Path, kind: FileKind) -> Document | None:
        data = self.read_bytes(path)
        if data is None:
            self.incomplete.add(kind)
            self.unread.add(kind)
            return None
        document = parse(self.shown(path), data, escapes=_ESCAPED.get(kind, ()))
        self.problems += document.problems
        if any(problem.severity == "error" for problem in document.problems):
            self.incomplete.add(kind)
            self.unread.add(kind)
            return None
        return document

    def listed(self, folder: Path, suffix: str = ".yml") -> list[Path]:
        """The data files of a folder by name; anything else in it is a problem."""
        found = []
        for path in self.children(folder):
            # What is no file is told when it is read.
            if path.suffix == suffix and is_storable(path.name):
                found.append(path)
            elif path.suffix == suffix:
                self.report(path, "file", "Windows stores no file of this name", "rename it")
            else:
                self.report(path, "file", "nothing reads this", f"files here end in {suffix}")
        return found

    def folders(self, folder: Path, others: Iterable[str] = ()) -> list[Path]:
        """The folders in a folder by name; a file is a problem. `others` are left out."""
        found = []
        for path in self.children(folder):
            if path.name in others:
                continue
            if path.is_symlink():
                self.report(path, "file", "this is a link, and nothing follows it", _PUT_HERE)
            elif path.is_dir():
                found.append(path)
            else:
                self.report(path, "file", "nothing reads this", "remove it, or name it as the rest")
        return found

    def named_folders(self, folder: Path, others: Iterable[str] = ()) -> list[Path]:
        """As `folders`; one whose name is no id is a problem, and left out."""
        found = self.folders(folder, others)
        for path in found:
            if not is_id(path.name):
                help_ = "rename it: lower-case letters, digits and single hyphens"
                self.report(path, "file", "the name of a folder is an id, and this is none", help_)
        return [path for path in found if is_id(path.name)]

    def children(self, folder: Path) -> list[Path]:
        """What a folder holds, by name, hidden files left out; nothing when it is missing, or a
        link, which is a problem."""
        if folder.is_symlink() and folder != self.root:
            self.report(folder, "file", "this is a link, and nothing follows it", _PUT_HERE)
            return []
        if not folder.is_dir():
            return []
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
