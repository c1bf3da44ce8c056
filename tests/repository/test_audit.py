"""What a release says of itself agrees with the citation, and the audit reads the locks."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
LOCK = "a-b==1.0 \\\n    --hash=sha256:00\nc==2.0 ; python_version < '3.12' \\\n# c==9\n"


def script(name: str) -> dict[str, Any]:
    return runpy.run_path(str(ROOT / ".ci" / name))


def test_zenodo_and_the_citation_say_the_same() -> None:
    told = json.loads((ROOT / ".zenodo.json").read_text("utf-8"))
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert [one["name"] for one in told["creators"]] == [one["name"] for one in cited["authors"]]
    assert set(told["keywords"]) == set(cited["keywords"])


def test_every_pin_of_a_lock_is_asked_about_once(tmp_path: Path) -> None:
    (tmp_path / "lock.txt").write_text(LOCK, "utf-8")
    found = script("audit_packages.py")["pins"]([str(tmp_path / "lock.txt")] * 2)
    assert found == [("a-b", "1.0"), ("c", "2.0")]


def test_a_fault_is_told_with_its_package() -> None:
    answer = {"results": [{}, {"vulns": [{"id": "GHSA-x"}]}]}
    told = script("audit_packages.py")["faults"]([("a", "1"), ("b", "2")], answer)
    assert told == ["b 2: https://osv.dev/vulnerability/GHSA-x"]


def test_an_address_that_is_none_answers_nothing() -> None:
    assert script("audit_addresses.py")["why_not"]("http://nobody.invalid/") != ""
