"""Settings of mkdocs.yml that would bring another host, a cookie or a script without a hash."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig

from tally.site.refused import REFUSED, RefusedSettingError, refuse
from tests.conftest import ROOT

GUIDES = sorted(ROOT.glob("docs/**/adopt.md"))
WRITTEN = {
    "theme.font": {"theme": {"font": {"text": "Roboto"}}},
    "extra.analytics": {"extra": {"analytics": {"provider": "google", "property": "G-X"}}},
    "extra.consent": {"extra": {"consent": {"title": "Cookies"}}},
    "extra.alternate": {"extra": {"alternate": [{"name": "中文", "link": "/", "lang": "zh"}]}},
    "plugins: search": {"plugins": ["search"]},
    "features: navigation.instant": {"theme": {"features": ["navigation.instant"]}},
    "extra_css, extra_javascript on other hosts": {"extra_css": ["https://cdn.example/a.css"]},
    "pymdownx.superfences: mermaid": {
        "markdown_extensions": [
            {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}}
        ]
    },
    "theme.language": {"theme": {"language": "de"}},
}
ALLOWED = {
    "site_name": "s",
    "theme": {"name": "material", "language": "en", "font": False, "palette": {"primary": "teal"}},
    "extra": {"social": [{"icon": "fontawesome/brands/github", "link": "https://git.example"}]},
    "extra_css": ["assets/own.css"],
    "plugins": [],
}


def settings(folder: Path, **changed: object) -> MkDocsConfig:
    """The settings of a site as MkDocs reads them."""
    (folder / "docs").mkdir()
    theme = {**ALLOWED["theme"], **changed.pop("theme", {})}  # type: ignore[dict-item]
    written = {**ALLOWED, "docs_dir": str(folder / "docs"), **changed, "theme": theme}
    config = MkDocsConfig(config_file_path=str(folder / "mkdocs.yml"))
    config.load_file(_file(folder / "mkdocs.yml", written))
    errors, _ = config.validate()
    assert errors == []
    return config


def _file(path: Path, written: dict[str, object]) -> str:
    path.write_text(yaml.safe_dump(written, allow_unicode=True), "utf-8")
    return path.read_text("utf-8")


def test_every_refused_setting_is_tried_here() -> None:
    assert WRITTEN.keys() == {one.setting for one in REFUSED}


@pytest.mark.parametrize("setting", WRITTEN)
def test_a_setting_is_refused_with_its_reason(tmp_path: Path, setting: str) -> None:
    config = settings(tmp_path, **WRITTEN[setting])
    why = next(one.why for one in REFUSED if one.setting == setting)
    with pytest.raises(RefusedSettingError, match=re.escape(f"{setting}: {why}.")):
        refuse(config)


def test_what_brings_nothing_foreign_is_not_refused(tmp_path: Path) -> None:
    refuse(settings(tmp_path))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.parent.name)
def test_the_guide_lists_what_is_refused_and_nothing_else(guide: Path) -> None:
    listed = re.findall(r"^\| `(.+?)` \|", guide.read_text("utf-8"), re.MULTILINE)
    assert listed == [one.setting for one in REFUSED]
