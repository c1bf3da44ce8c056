"""The contract of extraction: places, order, and an answer for every text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.extract import Claim, extract_claims, normal, scan_numbers
from tally.extract.claim import JSON_KEYS
from tally.text import decode, read_text

GOLD = sorted(Path(__file__).parent.glob("gold/*.txt"))
HOSTILE = ["1" * 100_000, "（" * 100_000, "“1" * 50_000, "1、" * 20_000, "一" * 50_000]
MARKS = "0123456789.%，。；：、\n \t（）“”"
ALPHABET = MARKS + "年月日万亿元个第一二十百分之成至到从增长下降占比达超约左右以上"


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_places_are_those_of_the_file_as_given(path: Path) -> None:
    raw = decode(path.read_bytes())
    for claim in extract_claims(read_text(raw)):
        assert raw[claim.start : claim.end] == claim.number_text


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_quote_holds_its_number_and_stands_in_the_reading_text(path: Path) -> None:
    reading = read_text(decode(path.read_bytes()))
    for claim in extract_claims(reading):
        start, end = claim.quote_span
        assert reading.text[start:end] == claim.quote
        assert start <= claim.number_span[0] < claim.number_span[1] <= end


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_claim_is_among_the_scanned_numbers(path: Path) -> None:
    reading = read_text(decode(path.read_bytes()))
    tokens = scan_numbers(reading.text)
    for claim in extract_claims(reading):
        start, end = claim.number_span
        assert any(token.start < end and start < token.end for token in tokens), claim.quote


@pytest.mark.parametrize("end", ["\r", "\r\n", "\u2028"], ids=repr)
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_text_reads_alike_whatever_ends_its_lines(path: Path, end: str) -> None:
    given = decode(path.read_bytes()).replace("\r\n", "\n")
    raw = given.replace("\n", end)
    found = extract_claims(read_text(raw))
    assert list(map(read_as, found)) == list(map(read_as, extract_claims(read_text(given))))
    assert all(raw[claim.start : claim.end] == claim.number_text for claim in found)


def read_as(claim: Claim) -> tuple[object, ...]:
    return (claim.name, claim.value, claim.unit, claim.measure, claim.kind, claim.period)


def test_a_heading_before_a_lone_carriage_return_is_no_part_of_the_sentence() -> None:
    (claim,) = extract_claims(read_text("临江市经济社会发展的主要情况和成绩单\r财政收入18亿元。"))
    assert (claim.name, claim.quote, claim.start) == ("财政收入", "财政收入18亿元", 23)


def test_claims_come_in_text_order() -> None:
    claims = extract_claims(read_text(GOLD[0].read_text("utf-8")))
    assert list(claims) == sorted(claims, key=lambda claim: claim.start)


def test_a_line_of_json_has_the_published_keys_and_the_number_as_written() -> None:
    (claim,) = extract_claims(read_text("城镇调查失业率5.0%。"))
    line = claim.to_json("report.txt")
    assert tuple(json.loads(line)) == (*JSON_KEYS, "file")
    assert '"value": 5.0,' in line


def test_an_alias_gives_the_id_of_the_indicator() -> None:
    aliases = {normal("规上工业总产值"): "industrial-output-above-scale"}
    (claim,) = extract_claims(read_text("规上工业总产值9000亿元。"), aliases=aliases)
    assert claim.indicator == "industrial-output-above-scale"


def test_an_unknown_name_has_no_indicator() -> None:
    (claim,) = extract_claims(read_text("红树林面积4931公顷。"), aliases={"GDP": "gdp"})
    assert claim.indicator is None


@pytest.mark.parametrize("text", ["", "\n\n", "没有数字。", "。，；", "\ufeff"])
def test_a_text_without_figures_has_no_claims(text: str) -> None:
    assert extract_claims(read_text(text)) == ()


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:3])
def test_a_hostile_text_is_answered(text: str) -> None:
    assert extract_claims(read_text(text)) == ()


@given(st.text(alphabet=ALPHABET, max_size=120))
def test_no_text_breaks_extraction(text: str) -> None:
    reading = read_text(text)
    for claim in extract_claims(reading):
        assert reading.raw[claim.start : claim.end] == claim.number_text


@given(st.text(max_size=80))
def test_any_text_at_all_is_answered(text: str) -> None:
    assert isinstance(extract_claims(read_text(text)), tuple)
