"""Each member of each closed list has its entry in the schemas, its column value and its words.

A member, or a whole list, that was added half-way fails here by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import tally.terms
from tally.check.qualifiers import WORDS
from tally.derive.rules import rule_for
from tally.extract.lexicon import table as words_of
from tally.package.columns import table_specs
from tally.terms import (
    DECIDED,
    AreaLevel,
    Basis,
    Comparator,
    CorrectionKind,
    Direction,
    DocumentType,
    GrowthBasis,
    Inference,
    Kind,
    LackingTermError,
    LeftOutReason,
    Measure,
    PeriodKind,
    Provenance,
    RelationTo,
    Review,
    SourceReview,
    StatedDirection,
    Status,
    Strength,
    TargetType,
    Term,
    VerdictCode,
    complete,
)
from tally.words import languages
from tally.words.tables import group_of, table

SCHEMAS = Path(__file__).parents[2] / "schemas"
TERMS = [
    term
    for name in tally.terms.__all__
    if isinstance(term := getattr(tally.terms, name), type) and issubclass(term, Term)
    if term is not Term
]

# Where each list stands. In the schemas: the file, and the way to the node.
IN_SCHEMAS: dict[type[Term], tuple[str, ...]] = {
    Basis: ("common: $defs.basis", "extracted: items.properties.basis"),
    Comparator: ("common: $defs.comparator",),
    CorrectionKind: ("corrections: items.properties.kind",),
    Direction: ("indicators: items.properties.direction",),
    DocumentType: ("common: $defs.source-kind",),
    GrowthBasis: ("indicators: items.properties.growth_basis",),
    Kind: ("extracted: items.properties.kind",),
    LeftOutReason: ("source: properties.left_out.items.properties.reason",),
    Measure: ("common: $defs.measure",),
    Review: ("observations: items.properties.review", "targets: items.properties.review"),
    SourceReview: ("source: properties.review",),
    StatedDirection: (
        "common: $defs.figure.properties.direction",
        "extracted: items.properties.direction",
    ),
    Status: ("observations: items.properties.status", "extracted: items.properties.status"),
    Strength: ("common: $defs.strength", "extracted: items.properties.strength"),
    VerdictCode: ("targets: items.properties.outcome.properties.verdict",),
}
# In the published tables, where each value has its label: the table and the column.
IN_COLUMNS: dict[type[Term], tuple[str, ...]] = {
    AreaLevel: ("areas.level",),
    Basis: ("observations.basis", "targets.basis"),
    Comparator: ("observations.comparator", "targets.comparator"),
    Direction: ("indicators.direction",),
    DocumentType: ("sources.kind",),
    GrowthBasis: ("indicators.growth_basis",),
    Inference: ("targets.inference",),
    Measure: ("observations.measure", "targets.measure"),
    PeriodKind: ("observations.period_type",),
    Provenance: ("observations.provenance", "targets.provenance", "sources.provenance"),
    Review: ("observations.review", "targets.review"),
    SourceReview: ("sources.review",),
    StatedDirection: ("observations.direction", "targets.direction"),
    Status: ("observations.status", "targets.status"),
    Strength: ("targets.strength",),
    TargetType: ("targets.type",),
    VerdictCode: ("targets.verdict", "targets.verdict_revised"),
}
# In the words, besides the group of the list's own name.
IN_WORDS: dict[type[Term], tuple[str, ...]] = {
    **dict.fromkeys(TERMS, ()),
    Comparator: ("bound", "relation.in_step", "relation.previous"),
    Direction: ("reason.beyond",),
    Measure: ("relation.measure",),
    TargetType: ("targets.kinds",),
}
IN_WORDS = {term: (group_of(term), *others) for term, others in IN_WORDS.items()}
# What is entered or published is one of these only.
ENTERED: dict[str, tuple[Term, ...]] = {
    "targets: items.properties.outcome.properties.verdict": DECIDED,
    "extracted: items.properties.status": (Status.PRELIMINARY,),
    "targets.verdict": DECIDED,
    "targets.verdict_revised": DECIDED,
}
# Closed lists that are no terms of ours: a standard's, or one that only one file knows.
NOT_OURS = {
    "dataset: properties.licence",
    "dataset: properties.contributors.items.properties.role",
    "source: properties.language",
}


def rows(where: dict[type[Term], tuple[str, ...]]) -> list[Any]:
    return [
        pytest.param(term, place, id=f"{term.__name__} in {place}")
        for term, places in where.items()
        for place in places
    ]


def unlike(place: str, listed: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """What a place lacks of a list, or has beside it, by name; its order counts too."""
    listed, wanted = [str(word) for word in listed], [str(word) for word in wanted]
    found = [f"{place} lacks {word}" for word in wanted if word not in listed]
    found += [f"{place} has {word}, which no term is" for word in listed if word not in wanted]
    return found or ([f"{place} has another order"] if listed != wanted else [])


def schema_node(place: str) -> dict[str, Any]:
    """The node of a schema that a list stands in."""
    name, _, way = place.partition(": ")
    node = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    for step in way.split("."):
        assert step in node, f"schemas/{name}.schema.json has no {way}"
        node = node[step]
    found: dict[str, Any] = node
    return found


def enums(node: Any, way: tuple[str, ...] = ()) -> Iterator[str]:
    """The ways to all closed lists of a schema."""
    if isinstance(node, dict):
        if "enum" in node:
            yield ".".join(way)
        for key, value in node.items():
            yield from enums(value, (*way, key))


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.__name__)
def test_each_list_and_each_member_says_what_it_means(term: type[Term]) -> None:
    assert term.__doc__ != Term.__doc__
    assert [member.name for member in term if not member.meaning] == []


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.__name__)
def test_each_list_stands_somewhere(term: type[Term]) -> None:
    assert any(term in where for where in (IN_SCHEMAS, IN_COLUMNS, IN_WORDS, (RelationTo,)))


@pytest.mark.parametrize(("term", "place"), rows(IN_SCHEMAS))
def test_the_schemas_list_each_member_and_say_what_it_means(term: type[Term], place: str) -> None:
    node = schema_node(place)
    listed = [value for value in node["enum"] if value is not None]
    assert unlike(f"schemas/{place}", listed, ENTERED.get(place, tuple(term))) == []
    if place not in ENTERED:
        assert node["description"] == term.explained()


@pytest.mark.parametrize("member", RelationTo)
def test_the_schema_says_what_else_a_relation_may_be_to(member: RelationTo) -> None:
    to = schema_node("targets: items.properties.relation.properties.to")
    assert member.meaning in to["description"]


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.stem)
def test_each_closed_list_of_a_schema_is_one_of_the_terms(path: Path) -> None:
    known = {place for places in IN_SCHEMAS.values() for place in places} | NOT_OURS
    name = path.name.removesuffix(".schema.json")
    found = {f"{name}: {way}" for way in enums(json.loads(path.read_text("utf-8")))}
    assert found - known == set()


@pytest.mark.parametrize(("term", "place"), rows(IN_COLUMNS))
def test_the_published_tables_label_each_member(term: type[Term], place: str) -> None:
    spec, _, column = place.partition(".")
    values = table_specs()[spec].column(column).values
    assert unlike(f"columns.yml: {place}", values, ENTERED.get(place, tuple(term))) == []


def test_each_closed_list_of_a_column_is_one_of_the_terms() -> None:
    known = {place for places in IN_COLUMNS.values() for place in places}
    closed = {
        f"{spec.name}.{column.name}"
        for spec in table_specs().values()
        for column in spec.columns
        if column.values
    }
    assert closed - known == set()


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize(("term", "place"), rows(IN_WORDS))
def test_each_member_has_its_words_in_each_language(
    term: type[Term], place: str, lang: str
) -> None:
    said = [member for member in term if f"{place}.{member}" in table(lang)]
    assert unlike(f"words/{lang}: {place}", said, term) == []


@pytest.mark.parametrize(("field", "term"), [("strength", Strength), ("basis", Basis)])
def test_what_a_quote_must_say_has_the_words_that_say_it(field: str, term: type[Term]) -> None:
    wanted = [member for member in term if member is not Strength.EXPECTED]
    assert unlike(f"extract/words/qualifiers.yml: {field}", WORDS[field], wanted) == []


def test_each_bound_has_the_words_beside_a_number_that_say_it() -> None:
    said = {role for words in words_of("comparators").values() for role in words}
    bounds = [one for one in Comparator if one not in (Comparator.EQ, Comparator.RANGE)]
    place = "extract/words/comparators.yml"
    assert unlike(place, sorted(said), sorted(bounds)) == []


@pytest.mark.parametrize("comparator", Comparator)
@pytest.mark.parametrize("direction", Direction)
def test_each_wording_has_a_rule_whichever_way_is_better(
    comparator: Comparator, direction: Direction
) -> None:
    rule = rule_for(comparator, direction)
    assert (rule.comparator, direction in rule.directions) == (comparator, True)


def test_a_table_that_lacks_a_member_is_refused_by_name() -> None:
    with pytest.raises(LackingTermError, match=r"Review\.EXTRACTED \(extracted\)"):
        complete(Review, {Review.REVIEWED: "read"})


def test_a_complete_table_is_what_was_given() -> None:
    given = {Review.REVIEWED: "read", Review.EXTRACTED: "found"}
    assert complete(Review, given) is given
