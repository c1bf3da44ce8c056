"""Make the font of PNG charts from Noto Sans CJK: `python subset.py NotoSansCJK-Regular.ttc`.

Needs fonttools, which nothing else here does. The font holds GB 2312, Latin and the signs of
charts. It has a family name of its own, so that no installed font of the same name can stand in
for it and the pictures come out the same on every machine.
"""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path
from typing import Any

FAMILY, FILE = "Tally Sans", "TallySans-Regular.otf"
_SIMPLIFIED_CHINESE = 2  # its number in Noto's collection
_RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2190, 0x2193), (0x25A0, 0x25CF))
_SIGNS = "‰₂³²−≈≠≤≥€★☆％￥"


def characters() -> set[int]:
    """The code points that the font holds."""
    rows = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    chinese = "".join(row.decode("gb2312", "ignore") for row in rows)
    latin = chain.from_iterable(range(first, last + 1) for first, last in _RANGES)
    return {*map(ord, chinese + _SIGNS), *latin}


def make(collection: Path, target: Path) -> None:
    """Cut the font down and rename it."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(hinting=False, layout_features=["kern", "tnum"], name_IDs=["*"])
    options.drop_tables += ["vhea", "vmtx", "VORG"]
    font = TTFont(collection, fontNumber=_SIMPLIFIED_CHINESE, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters())
    cutter.subset(font)
    rename(font)
    font.save(target)


def rename(font: Any) -> None:
    """Give the font its own family name; copyright and licence stay."""
    names = {1: FAMILY, 4: FAMILY, 6: FAMILY.replace(" ", "") + "-Regular", 16: FAMILY}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font["CFF "].cff.fontNames = [names[6]]


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(__file__).with_name(FILE))
