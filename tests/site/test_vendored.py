"""What other projects made for browsers and is kept here is what its note says that it is."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

VENDOR = Path(__file__).parents[2] / "build/tally/site/theme/assets/vendor"
STATED = re.compile(r"--outfile=(\S+)\n// which makes, by sha256,\n//   ([0-9a-f]{64})\n")


@pytest.mark.parametrize("folder", sorted(VENDOR.iterdir()), ids=lambda path: path.name)
def test_a_vendored_file_is_the_one_that_its_note_makes(folder: Path) -> None:
    stated = STATED.search((folder / "entry.mjs").read_text("utf-8"))
    assert stated is not None
    made = (folder / stated[1]).read_bytes()
    assert sha256(made).hexdigest() == stated[2]
    assert (folder / "LICENSE.txt").is_file()
