"""A site of one's own: the files of a small repository, written once and kept up to date.

Most are the program's own files, which its package holds too (pyproject.toml: force-include),
some with a few words changed; the rest are in `template/`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from tally.records.model import Localized

PACKAGE = "tally-open-data"
_CHECKOUT = Path(__file__).parents[3]

SHIPPED: Sequence[str] = (
    ".ci/make-venv.sh",
    ".github/ISSUE_TEMPLATE",
    ".github/pull_request_template.md",
    ".github/workflows/check.yml",
    ".github/workflows/comment.yml",
    ".github/workflows/propose.yml",
    ".github/workflows/publish.yml",
    "datasets/vocabulary",
    *(f"docs/{page}.md" for page in ("checks", "contribute", "corrections", "data", "methodology")),
    *(f"docs/en/{name}.md" for name in ("checks", "contribute", "corrections", "data")),
    "docs/en/methodology.md",
    "mkdocs.yml",
    "requirements/site.txt",
    "schemas",
)
"""Files and folders of the program's repository that a site of one's own begins with."""

TEMPLATES: Mapping[str, str] = {
    ".gitignore": "gitignore",
    "CITATION.cff": "CITATION.cff",
    "LICENSE": "LICENSE",
    "Makefile": "Makefile",
    "README.md": "README.md",
    "docs/about.md": "about.md",
    "docs/en/about.md": "about.en.md",
    "requirements/program.txt": "program.txt",
}
"""Files of the site by their templates."""

_RELEASE = (r"(?ms)^## [^\n]* \{ #release \}$.*?(?=^## )", "")
EDITS: Mapping[str, Sequence[tuple[str, str]]] = {
    "mkdocs.yml": (
        (r"(?m)^site_name: .*$", 'site_name: "[[zh]]"'),
        (r"(?m)^( +)site_name: .*$", r'\1site_name: "[[en]]"'),
        (r"(?m)^ +gold: .*\n", ""),
        (r"`make site` builds it into site/, ", ""),
        (r"; docs/adopt.md says which of its settings do not", ""),
    ),
    "docs/contribute.md": (_RELEASE,),
    "docs/en/contribute.md": (_RELEASE,),
    ".github/pull_request_template.md": ((r"(?m)^- \[ \] 改动程序时.*\n", ""),),
    ".github/workflows/check.yml": (
        (r"(?m)^  (?:tests|tools):\n(?:    .*\n|\n)+", ""),
        (r"(?m)^# and all tests\.$", "# the pages and every link between them."),
        (r"- run: make site", "- run: make test"),
    ),
}
"""What is said otherwise in a site of one's own: all that a pattern matches, at least one place."""


class OwnSiteError(ValueError):
    """A site that cannot be written; the message says why and what to do."""


def site_files(name: Localized) -> dict[str, bytes]:
    """Each file of a site of that name, by its path."""
    words = {"zh": name.zh, "en": name.en or name.zh, "program": program_line()}
    files = dict(_shipped_files())
    template = resources.files("tally.start") / "template"
    files |= {path: (template / own).read_bytes() for path, own in TEMPLATES.items()}
    for path, edits in EDITS.items():
        files[path] = _edited(path, files[path].decode("utf-8"), edits).encode()
    for path in (*TEMPLATES, *EDITS):
        files[path] = _filled(files[path].decode("utf-8"), words).encode()
    return dict(sorted(files.items()))


def check_name(name: str) -> str:
    """A name that is safe in YAML, Markdown and HTML alike; raises OwnSiteError."""
    if not name.strip() or len(name) > 80 or not all(_plain(one) for one in name):
        raise OwnSiteError(
            f"{name!r} is no name for a site: up to 80 letters, digits, spaces and "
            "ordinary punctuation such as · - , . ( )"
        )
    return name.strip()


def program_version() -> str:
    return metadata.version(PACKAGE)


def program_line() -> str:
    """How pip gets this program again: from the folder, wheel or commit that it came from.

    `direct_url.json` (PEP 610) tells where; without it the program came from an index.
    """
    told = metadata.distribution(PACKAGE).read_text("direct_url.json")
    return requirement(json.loads(told) if told else {}, program_version())


def requirement(direct: Mapping[str, object], version: str) -> str:
    """A line of requirements.txt for what PEP 610 tells of an installed program."""
    url = str(direct.get("url", ""))
    match direct:
        case {"dir_info": {"editable": True}}:
            return f"-e {url}"
        case {"vcs_info": {"vcs": vcs, "commit_id": commit}}:
            return f"{PACKAGE} @ {vcs}+{url}@{commit}"
        case {"archive_info": {"hashes": {"sha256": digest}}}:
            return f"{PACKAGE} @ {url}#sha256={digest}"
    return f"{PACKAGE} @ {url}" if url else f"{PACKAGE}=={version}"


def _plain(character: str) -> bool:
    return character.isalnum() or character in " ·-—–,.:&'’/()!，。：、（）！《》“”"


def _shipped_files() -> Iterator[tuple[str, bytes]]:
    for path in SHIPPED:
        yield from _below(path, _place(path))


def _place(path: str) -> Traversable:
    """A file of the program's repository: its copy in the installed package, or the checkout's."""
    inside = path if path == "schemas" else f"shipped/{path}"
    installed = resources.files("tally").joinpath(inside)
    return installed if installed.is_file() or installed.is_dir() else _CHECKOUT / path


def _below(path: str, place: Traversable) -> Iterator[tuple[str, bytes]]:
    if place.is_file():
        yield path, place.read_bytes()
        return
    for one in place.iterdir():
        yield from _below(f"{path}/{one.name}", one)


def _edited(path: str, text: str, edits: Sequence[tuple[str, str]]) -> str:
    for pattern, instead in edits:
        text, found = re.subn(pattern, instead, text)
        if not found:
            raise LookupError(f"{path} has nothing like {pattern}")
    return text


def _filled(text: str, words: Mapping[str, str]) -> str:
    return re.sub(r"\[\[(\w+)\]\]", lambda place: words[place[1]], text)
