"""Material's stylesheet, cut to the rules that our pages can use.

Material also styles its own header, navigation, search and Markdown extensions, none of which
stands in our pages. What is left, its type and tables, goes into a cascade layer: any rule of
ours wins over it without a contest of selectors.
"""

from __future__ import annotations

import re
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from tally.site.kept import kept_files

FILE = "assets/css/material.css"
MATERIAL = Path(str(files("material"))) / "templates"
_USED_CLASSES = frozenset({"md-typeset"})
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
# Marks of Material's own pages, its coloured boxes, and what it draws from pictures.
_FOREIGN = re.compile(
    r"\[dir|\[data-|\[id=__|#__|\b(?:details|summary)\b|\.md-typeset.*:(?:before|after)"
)
_NESTING = frozenset({"media", "supports"})
_LEFT_OUT = frozenset({"charset", "keyframes"})
_NOTICE = "/* From mkdocs-material. Copyright (c) Martin Donath and contributors. MIT licence. */"


def material_stylesheet(kept: Path) -> bytes:
    """The stylesheet of the Material that is installed, cut; what was cut once is kept."""
    (whole,) = MATERIAL.glob("assets/stylesheets/main.*.min.css")
    css, program = whole.read_bytes(), Path(__file__).read_bytes()
    key = sha256(css + program).hexdigest()
    return kept_files(kept, key, lambda: {FILE: layered(css.decode()).encode()})[FILE]


def layered(css: str) -> str:
    """What our pages can use of a stylesheet, below any rule of ours."""
    return f"{_NOTICE}\n@layer material{{{cut(css)}}}\n"


def cut(css: str) -> str:
    """The rules of a stylesheet that can apply to our pages, without those that draw pictures."""
    return _kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _kept(rules: list[Node]) -> str:
    return "".join(_kept_rule(rule) for rule in rules)


def _kept_rule(rule: Node) -> str:
    if isinstance(rule, QualifiedRule):
        return _block(_kept_selectors(tinycss2.serialize(rule.prelude)), _declarations(rule))
    if not isinstance(rule, AtRule) or rule.content is None:
        return ""
    name, prelude = rule.lower_at_keyword, tinycss2.serialize(rule.prelude)
    if name in _LEFT_OUT:
        return ""
    nested = name in _NESTING
    inner = _kept(tinycss2.parse_rule_list(rule.content)) if nested else _declarations(rule)
    return _block(f"@{rule.at_keyword}{prelude}", inner)


def _block(head: str, content: str) -> str:
    return f"{head}{{{content}}}" if head and content else ""


def _kept_selectors(prelude: str) -> str:
    """Those of a list of selectors that name nothing our pages do not have."""
    apart = re.split(r",(?![^(]*\))", prelude)
    return ",".join(one for one in apart if not _FOREIGN.search(one) and _classes(one))


def _classes(selector: str) -> bool:
    return _USED_CLASSES.issuperset(_CLASS.findall(selector))


def _declarations(rule: QualifiedRule | AtRule) -> str:
    found = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
    written = (declaration.serialize() for declaration in found)
    return ";".join(one for one in written if "url(" not in one)
