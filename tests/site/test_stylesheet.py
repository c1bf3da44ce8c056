"""Material's stylesheet, cut to what our pages use."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.site import stylesheet
from tally.site.stylesheet import cut, layered, material_stylesheet


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ("h1{margin:0}", "h1{margin:0}"),
        (".md-typeset h1{margin:0}", ".md-typeset h1{margin:0}"),
        (".md-header{margin:0}", ""),
        (".md-typeset h1,.md-nav a{margin:0}", ".md-typeset h1{margin:0}"),
        (".md-typeset :is(.admonition,pre){margin:0}", ""),
        (".md-typeset :is(ol,ul){margin:0}", ".md-typeset :is(ol,ul){margin:0}"),
        ("[dir=ltr] .md-typeset ul{margin:0}", ""),
        ("[data-md-color-scheme=slate]{color:red}", ""),
        (".md-typeset details{color:red}", ""),
        (".md-typeset summary:after{color:red}", ""),
        ("*,:after,:before{margin:0}", "*,:after,:before{margin:0}"),
        (":root{--icon:url('data:,a');--ink:red}", ":root{--ink:red}"),
        (":root{--icon:url('data:,a')}", ""),
        ("@media print{.md-nav{margin:0}}", ""),
        ("@media print{.md-nav{margin:0}h1{margin:0}}", "@media print{h1{margin:0}}"),
        ("@page{margin:25mm}", "@page{margin:25mm}"),
        ('@charset "utf-8";', ""),
        ("@keyframes turn{from{margin:0}}", ""),
        ("/* words */", ""),
    ],
)
def test_rules_stay_where_a_page_can_use_them(rule: str, kept: str) -> None:
    assert cut(rule) == kept


def test_what_stays_yields_to_any_rule_of_ours() -> None:
    notice, layer = layered("h1{margin:0}").splitlines()
    assert "MIT" in notice
    assert layer == "@layer material{h1{margin:0}}"


def test_installed_material_gives_type_but_no_pictures(tmp_path: Path) -> None:
    css = material_stylesheet(tmp_path).decode()
    assert ".md-typeset h1{" in css
    assert "url(" not in css


def test_stylesheet_is_cut_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = material_stylesheet(tmp_path)
    monkeypatch.setattr(stylesheet, "cut", lambda _: "cut again")
    assert material_stylesheet(tmp_path) == first
