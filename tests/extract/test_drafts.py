"""Claims as YAML: the machine's record of a source, and drafts to review."""

from __future__ import annotations

from dataclasses import replace

import yaml

from tally.extract import drafts_yaml, extracted_yaml
from tests.support.claims import PLAN_AHEAD, claims_of

SENTENCE = "预计税收收入62.70亿元、增长5%—6%，刑事案件下降11.7%。"


def test_the_record_of_a_source_says_who_wrote_it_and_of_what() -> None:
    text = extracted_yaml("甲", claims_of(SENTENCE))
    assert text.startswith("# Written by `tally reread`; do not edit.")
    assert "# reading text sha256: " in text


def test_the_record_of_a_source_reads_back_as_its_claims() -> None:
    claims = claims_of(SENTENCE)
    entries = yaml.safe_load(extracted_yaml("甲", claims))
    assert [entry["name"] for entry in entries] == [claim.name for claim in claims]
    assert [entry["value"] for entry in entries] == [float(claim.value) for claim in claims]


def test_numbers_stay_as_written() -> None:
    assert "value: 62.70\n" in extracted_yaml("甲", claims_of(SENTENCE))


def test_the_same_text_gives_the_same_bytes() -> None:
    first, second = (extracted_yaml("甲", claims_of(SENTENCE)) for _ in range(2))
    assert first == second


def test_another_reading_text_is_another_record() -> None:
    assert extracted_yaml("甲", ()) != extracted_yaml("乙", ())


def test_a_source_without_figures_has_an_empty_record() -> None:
    assert yaml.safe_load(extracted_yaml("甲", ())) == []


def test_drafts_group_the_figures_of_one_statement() -> None:
    written = drafts_yaml(claims_of(SENTENCE))
    assert '  # "税收收入"\n' in written
    drafts = yaml.safe_load(written)
    first = drafts["observations"][0]
    assert (first["period"], first["status"]) == ("2023", "preliminary")
    assert first["figures"] == [
        {"measure": "level", "value": 62.7, "unit": "亿元"},
        {"measure": "growth", "comparator": "range", "value": 5, "value_high": 6, "unit": "%"},
    ]
    assert drafts["targets"] == []


def test_a_promise_becomes_a_draft_of_a_target() -> None:
    drafts = yaml.safe_load(drafts_yaml(claims_of("固定资产投资增长10%左右。", PLAN_AHEAD)))
    assert drafts["targets"][0]["due"] == "2024"


def test_text_that_looks_like_yaml_stays_text() -> None:
    claims = claims_of("“是: {否}”企业达到12家。")
    (entry,) = yaml.safe_load(drafts_yaml(claims))["observations"]
    assert entry["quote"] == claims[0].quote


def test_a_name_that_breaks_its_line_stays_a_comment() -> None:
    [claim] = claims_of("企业达到12家。")
    (entry,) = yaml.safe_load(drafts_yaml([replace(claim, name="a\nb: c\u2028d: e")]))[
        "observations"
    ]
    assert set(entry) == {"indicator", "period", "quote", "figures"}


def test_what_cannot_be_seen_in_a_quote_is_escaped() -> None:
    claims = claims_of("新增\u202e企业达到12家。\u2028")
    assert extracted_yaml("甲", claims).replace("\n", "").isprintable()
    assert yaml.safe_load(extracted_yaml("甲", claims))[0]["quote"] == claims[0].quote


def test_drafts_name_their_source_where_it_is_known() -> None:
    (entry,) = yaml.safe_load(drafts_yaml(claims_of("企业达到12家。"), "gwr-2024"))["observations"]
    assert entry["source"] == "gwr-2024"
