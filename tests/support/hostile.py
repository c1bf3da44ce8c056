"""The real datasets with hostile words in them: what a data file says must stay text."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from tally.cli.commands import cli

SCRIPT = "</script><img src=x onerror=alert(1)>"
MARKUP = "\"'`{{ 7*7 }}{% endraw %}**b** [x](javascript:alert(2)) <b> &amp; $& | \\"
HOSTILE = f"{SCRIPT}{MARKUP}"
GDP = {"zh": f"总值{HOSTILE}", "en": f"Output {HOSTILE}"}
"""What the indicator `gdp` is called here."""
FORMER_ID = "gross-product"
"""What the indicator `gdp` was called before."""

NAMES = (
    ("vocabulary/indicators/economy.yml", "- id: gdp\n  name:", GDP),
    ("vocabulary/themes.yml", "- id: economy\n  name:", None),
    ("vocabulary/areas.yml", "- {id: kunshan, name:", None),
    ("vocabulary/units.yml", "- {id: 亿元, name:", None),
    ("kunshan/sources/gwr-2021/source.yml", "title:", None),
    ("kunshan/sources/gwr-2021/source.yml", "received:", None),
    ("kunshan/sources/cited.yml", "title:", None),
    ("kunshan/dataset.yml", "title:", None),
    ("kunshan/targets/culture.yml", "milestone:", None),
    ("kunshan/observations/opening.yml", "note:", None),
    ("kunshan/corrections.yml", "reason:", None),
)
"""The first localized text after these words of a file is replaced, by HOSTILE unless told."""

OUTCOMES = {
    "cross-strait-marathon-2021": {"source": "gwr-2014", "locator": HOSTILE},
    "fitness-service-programme": {
        "source": "gwr-2021",
        "quote": "启动全民健身公共服务体系优化工程",
    },
}
"""Where it is told what became of these milestones of culture.yml, here alone."""

_LOCALIZED = r"\s*(\{zh: .*?\}|\n( +)zh:.*(\n(\2 .*|\2en:.*))*)"


def write_hostile(datasets: Path, target: Path) -> None:
    """Copy `datasets` to `target`, which must not exist, with hostile names, notes and titles, and
    with outcomes and a former id that the real data do not have."""
    shutil.copytree(datasets, target)
    for path, before, words in NAMES:
        words = words or {"zh": HOSTILE, "en": HOSTILE}
        _replace(target / path, re.escape(before) + _LOCALIZED, f"{before} {json.dumps(words)}")
    for slug, told in OUTCOMES.items():
        said = json.dumps({"verdict": "met", **told, "note": {"zh": HOSTILE, "en": HOSTILE}})
        culture = target / "kunshan" / "targets" / "culture.yml"
        _replace(culture, f"  id: {slug}\n", f"  id: {slug}\n  outcome: {said}\n")
    alias = json.dumps(f"别名{HOSTILE}"[:100])  # an alias may be no longer
    economy = target / "vocabulary" / "indicators" / "economy.yml"
    _replace(economy, re.escape("aliases: [GDP,"), f"aliases: [{alias}, GDP,")
    _replace(economy, "- id: gdp\n", f"- id: gdp\n  former_ids: [{FORMER_ID}]\n")
    cli(["reread", str(target)], standalone_mode=False)


def _replace(file: Path, pattern: str, words: str) -> None:
    text, n = re.subn(pattern, lambda _: words, file.read_text("utf-8"), count=1)
    if not n:
        raise AssertionError(f"{pattern} is not in {file}")
    file.write_text(text, "utf-8")
