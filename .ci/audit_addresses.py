"""Which addresses of the sources no longer answer, as a Markdown list. Run in the repository."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tally.diff import code
from tally.records.load import load

_WAIT = 30
_AT_ONCE = 4


def addresses() -> Iterator[tuple[str, str]]:
    """Each source with an address, as dataset/source."""
    for name, dataset in load(Path("datasets")).datasets.datasets.items():
        for source in dataset.sources.values():
            if source.url:
                yield f"{name}/{source.id}", source.url


def why_not(address: str) -> str:
    """Why an address does not answer; empty where it does."""
    request = urllib.request.Request(address, headers={"User-Agent": "tally-audit"})
    try:
        with urllib.request.urlopen(request, timeout=_WAIT):
            return ""
    except urllib.error.HTTPError as error:
        return f"{error.code}"
    except (OSError, ValueError) as error:
        return type(error).__name__


if __name__ == "__main__":
    every = list(addresses())
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        answers = list(pool.map(why_not, (address for _, address in every)))
    lost = [(*one, why) for one, why in zip(every, answers, strict=True) if why]
    print(f"{len(lost)} of {len(every)} addresses do not answer\n")
    for name, address, why in lost:
        print(f"- {code(name)} {code(address)}: {why}")
