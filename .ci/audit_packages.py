"""Which locked packages have known faults, by OSV's public list: python audit_packages.py LOCK…

Exit 1 when there are any.
"""

from __future__ import annotations

import json
import re
import sys
import urllib.request
from pathlib import Path

_ASK = "https://api.osv.dev/v1/querybatch"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def pins(locks: list[str]) -> list[tuple[str, str]]:
    """Name and version of every package of some lock files, each once."""
    texts = (Path(lock).read_text("utf-8") for lock in locks)
    return sorted({(name, version) for text in texts for name, version in _PIN.findall(text)})


def faults(
    found: list[tuple[str, str]], answer: dict[str, list[dict[str, list[dict[str, str]]]]]
) -> list[str]:
    """A line for each fault that the answer names, in the order of the packages."""
    return [
        f"{name} {version}: https://osv.dev/vulnerability/{fault['id']}"
        for (name, version), result in zip(found, answer["results"], strict=True)
        for fault in result.get("vulns", ())
    ]


def _ask(found: list[tuple[str, str]]) -> dict[str, list[dict[str, list[dict[str, str]]]]]:
    queries = [{"version": v, "package": {"name": n, "ecosystem": "PyPI"}} for n, v in found]
    body = json.dumps({"queries": queries}).encode()
    request = urllib.request.Request(_ASK, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as reply:
        return dict(json.load(reply))


if __name__ == "__main__":
    locked = pins(sys.argv[1:])
    told = faults(locked, _ask(locked))
    print(*told, sep="\n")
    sys.exit(1 if told else 0)
