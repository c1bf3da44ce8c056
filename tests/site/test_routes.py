"""Addresses that last."""

from __future__ import annotations

import pytest

from tally.site import routes


@pytest.mark.parametrize(
    ("url", "root"),
    [("", "./"), ("about/", "../"), ("en/", "../"), ("en/indicators/gdp/", "../../../")],
)
def test_any_page_finds_the_root_of_the_site(url: str, root: str) -> None:
    assert routes.root_of(url) == root


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", ("", "zh")),
        ("en/", ("", "en")),
        ("indicators/gdp/", ("indicators/gdp/", "zh")),
        ("en/indicators/gdp/", ("indicators/gdp/", "en")),
        ("energy/", ("energy/", "zh")),
    ],
)
def test_address_tells_its_language(url: str, expected: tuple[str, str]) -> None:
    assert routes.split_language(url) == expected


def test_english_stands_beside_chinese() -> None:
    assert routes.in_language(routes.source("kunshan", "gwr-2021"), "en") == (
        "en/sources/kunshan/gwr-2021/"
    )
