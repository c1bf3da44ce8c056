"""The folder that a build writes into, and how it takes the place of the site that is there.

`mkdocs build` writes aside, over what the build before the last had written, and moves the whole
into place at its end: a build that is ended half-way leaves the former site as it was. `mkdocs
serve` writes in place. MkDocs deletes all that is in its folder before it writes; so the folder is
put where MkDocs does not look, and put back after, each file is written over, and what the build
has not written is deleted when it ends.

Hidden names at the top, which MkDocs leaves alone, stay; so do files that no build has written,
and a folder of which no build has written anything is not touched.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

_OURS = PurePosixPath("data/all/datapackage.json")  # where nobody noted what was written


class OccupiedError(Exception):
    """The folder of the site holds what no build has written; the message names it."""


@dataclass(slots=True)
class Output:
    """The folder of the `site`, where this build writes (`work`), and the folder to write over.

    `before` are the files that stood in `work`, by their address below it, and when each was
    written (ns); `strangers` those in the site that no build has written.
    """

    site: Path
    work: Path
    idle: Path
    before: Mapping[str, int] = field(default_factory=dict)
    strangers: Collection[str] = ()
    moved: bool = False
    noted: Collection[str] | None = None

    @classmethod
    def of(cls, site: Path, kept: Path, *, in_place: bool) -> Output:
        """The output of a build into `site`, with a folder where things are kept."""
        site = Path(os.path.realpath(site))
        if in_place:
            return cls(site, site, kept / "site")
        kept.mkdir(parents=True, exist_ok=True)
        own = hashlib.sha256(str(site).encode()).hexdigest()[:16]
        beside = kept if _device(kept) == _device(site.parent) else site.parent
        return cls(site, beside / f".site-{own}-{os.getpid()}", kept / "site")

    def prepare(self) -> None:
        """Look what stands in the site, and have nothing where MkDocs deletes all.

        Raises OccupiedError.
        """
        if self.work == self.site:
            self._put_aside()
            return
        self._recover()
        self.noted = self._note()
        standing = {path.relative_to(self.site).as_posix() for path in _entries(self.site)}
        if self.noted is not None:
            self.strangers = standing - set(self.noted)
        elif standing and not (self.site / _OURS).is_file():
            raise OccupiedError(
                f"{self.site} holds {min(standing)}, which no build has written; choose another "
                "site_dir, or move it away"
            )

    def put_back(self, uris: Collection[str]) -> None:
        """Have what is to be written over, unless something in it stands in the way of the files
        that will be written: then all of it is deleted. Raises OccupiedError."""
        if taken := _in_the_way(self.strangers, uris):
            raise OccupiedError(f"{self.site / taken} stands where a page goes; move it away")
        self.before = {}
        if self.idle.is_dir():
            before = dict(_kept(self.idle))
            if _folders(before).isdisjoint(uris) and _folders(uris).isdisjoint(before):
                with suppress(OSError):
                    self.idle.rename(self.work)
                    self.before = before
            shutil.rmtree(self.idle, ignore_errors=True)

    def finish(self, uris: Collection[str]) -> None:
        """Delete what is left of the build written over, and move the site into its place."""
        self._delete_left(uris)
        if self.work != self.site:
            self._move_in()

    def abandon(self) -> None:
        """Leave the site as it was before this build."""
        if self.work == self.site:
            self.put_back(())
        elif self.moved:
            self.site.rename(self.work)
            self.idle.rename(self.site)
            self._write_note(self.noted or ())
            self.moved = False
        shutil.rmtree(self.work if self.work != self.site else self.idle, ignore_errors=True)

    def _put_aside(self) -> None:
        """Where the folder cannot be moved, MkDocs deletes what is in it."""
        if self.site.is_dir():
            shutil.rmtree(self.idle, ignore_errors=True)
            self.idle.parent.mkdir(parents=True, exist_ok=True)
            with suppress(OSError):
                self.site.rename(self.idle)

    def _delete_left(self, uris: Collection[str]) -> None:
        """What stands there as it stood before, unless it is a file of this build, and the folders
        that are empty then."""
        for uri in self.before.keys() - set(uris):
            path = self.work / uri
            with suppress(FileNotFoundError):  # somebody else was quicker
                if path.lstat().st_mtime_ns == self.before[uri]:
                    path.unlink()
                    _delete_empty(path.parent, self.work)

    def _move_in(self) -> None:
        self.work.mkdir(exist_ok=True)
        written = [path.relative_to(self.work).as_posix() for path in _entries(self.work)]
        former = self.work.with_name(f"{self.work.name}-former")
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self._write_note({*written, *(self.noted or ())})  # until what was before has gone
        if self.site.is_dir():
            self.site.rename(former)
        self.work.rename(self.site)
        self.moved = former.is_dir()
        self._take_over(former)
        self._write_note(written)
        if self.moved:
            with suppress(OSError):
                former.rename(self.idle)
            self.moved = self.idle.is_dir()
            shutil.rmtree(former, ignore_errors=True)

    def _take_over(self, former: Path) -> None:
        """What is no build's moves on to the new site."""
        hidden = (path.name for path in former.glob(".*")) if former.is_dir() else ()
        for uri in (*hidden, *self.strangers):
            target = self.site / uri
            if not os.path.lexists(target):
                target.parent.mkdir(parents=True, exist_ok=True)
                (former / uri).rename(target)

    def _recover(self) -> None:
        """Put right what a build left that was ended at the worst moment."""
        for folder in self.work.parent.glob(f"{self.work.name.rpartition('-')[0]}-*"):
            process = folder.name.removesuffix("-former").rpartition("-")[2]
            if folder.is_dir() and process.isdigit() and not _runs(int(process)):
                if folder.name.endswith("-former"):
                    if not self.site.exists():
                        folder.rename(self.site)
                        continue
                    self.strangers = self._strangers_in(folder)
                    self._take_over(folder)
                shutil.rmtree(folder, ignore_errors=True)

    def _strangers_in(self, folder: Path) -> Collection[str]:
        standing = {path.relative_to(folder).as_posix() for path in _entries(folder)}
        return standing - set(self._note() or standing)

    @property
    def _note_file(self) -> Path:
        name = hashlib.sha256(str(self.site).encode()).hexdigest()[:16]
        return self.idle.parent / f"written-{name}.json"

    def _note(self) -> Collection[str] | None:
        """What the last build into this site has written; None where nobody knows."""
        try:
            noted = json.loads(self._note_file.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return [str(uri) for uri in noted] if isinstance(noted, list) else None

    def _write_note(self, uris: Collection[str]) -> None:
        aside = self._note_file.with_suffix(".new")
        aside.write_text(json.dumps(sorted(uris)), "utf-8")
        aside.replace(self._note_file)


def _device(path: Path) -> int:
    """Where a path is, or will be, stored."""
    while not path.exists():
        path = path.parent
    return path.stat().st_dev


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _in_the_way(strangers: Collection[str], uris: Collection[str]) -> str | None:
    """A file that stands where one of these, or a folder of them, is to be; or the other way."""
    taken = set(strangers) & (set(uris) | _folders(uris))
    return min(taken | (_folders(strangers) & set(uris)), default=None)


def _kept(folder: Path) -> Iterator[tuple[str, int]]:
    """The files that can be written over; whatever stands elsewhere too is deleted here."""
    for path in _entries(folder):
        found = path.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
            yield path.relative_to(folder).as_posix(), found.st_mtime_ns
        else:
            path.unlink()


def _entries(folder: Path) -> Iterator[Path]:
    """All files, and links to folders, but for hidden names at the top."""
    for at, folders, names in os.walk(folder):
        if Path(at) == folder:
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        links = [name for name in folders if Path(at, name).is_symlink()]
        yield from (Path(at, name) for name in (*names, *links))


def _folders(uris: Collection[str]) -> frozenset[str]:
    """All folders on the way to these files."""
    return frozenset(str(folder) for uri in uris for folder in PurePosixPath(uri).parents)


def _delete_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
