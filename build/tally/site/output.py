"""The folder that a build writes into.

MkDocs deletes all that is in it before it writes, most of it the same as before: with thousands of
pages that takes as long as to make them. So the folder is put aside before and put back after, each
file is written over, and what the build has not written is deleted when it ends. What MkDocs leaves
alone (hidden names at the top) stays alone.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath


@dataclass(slots=True)
class Output:
    """The folder, and where it is put aside; `before` are the files that stood in it, by their
    address below it, and when each was written (ns)."""

    site: Path
    aside: Path
    before: Mapping[str, int] = field(default_factory=dict)

    def put_aside(self) -> None:
        """Move the folder to where MkDocs does not delete it; where it cannot be moved, it does."""
        if self.site.is_dir() and not self.site.is_symlink():
            shutil.rmtree(self.aside, ignore_errors=True)
            self.aside.parent.mkdir(parents=True, exist_ok=True)
            with suppress(OSError):
                self.site.rename(self.aside)

    def put_back(self, uris: Collection[str] = ()) -> None:
        """Move it back, unless something in it stands in the way of the files that will be written:
        then all of it is deleted."""
        self.before = {}
        if self.aside.is_dir():
            before = dict(_kept(self.aside))
            if _folders(before).isdisjoint(uris) and _folders(uris).isdisjoint(before):
                with suppress(OSError):
                    self.aside.rename(self.site)
                    self.before = before
            shutil.rmtree(self.aside, ignore_errors=True)

    def delete_left(self, uris: Collection[str]) -> None:
        """Delete what stands there as it stood before, unless it is a file of this build, and the
        folders that are empty then."""
        for uri in self.before.keys() - set(uris):
            path = self.site / uri
            with suppress(FileNotFoundError):  # somebody else was quicker
                if path.lstat().st_mtime_ns == self.before[uri]:
                    path.unlink()
                    _delete_empty(path.parent, self.site)


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
