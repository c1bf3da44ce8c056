"""Addresses of sources: those that can be followed safely, and those that cannot."""

from __future__ import annotations

import pytest

from tally.records.urls import is_url


@pytest.mark.parametrize(
    "url",
    [
        "https://www.ks.gov.cn/a/b.html?x=1&y=(2)#c",
        "http://example.org",
        "http://example.org:8080/",
        "https://s.fjlib.net:6443/interlibSSO/goto/385/+c-s-9odn/detail.html?id=dd98",
        "https://example.org/政府工作报告-省自治区/2022.md",
        "https://example.org/%E6%98%86",
        "http://政务.example.cn/",
        "http://xn--fiqs8s.example.cn/",
    ],
)
def test_an_official_address_is_one(url: str) -> None:
    assert is_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "//example.org/",
        "ftp://example.org/",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,x",
        "HTTPS:/example.org",
        "https://",
        "https:///path",
        "https://localhost/",
        "https://user@example.org/",
        "https://user:password@example.org/",
        "https://example.org@evil.example/",
        "https://[::1]/",
        "https://[example.org/",
        "https://example.org/a[1]",
        "https://example.org]",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://example.org:99999/",
        "https://example.org:0/",
        "https://example.org:port/",
        "https://ex ample.org/",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://example.org/\u3000",
        "https://example.org/\u202egpj",
        "https://exаmple.org/",
        "https://εxample.org/",
        "https://昆山gov.cn/",
        "https://xn--80ak6aa92e.com/",
        "https://xn--/",
        "https://example。org/",
        "https://-example.org/",
        "https://example..org/",
        "https://" + "a" * 64 + ".org/",
        "https://example.org/%zz",
        "https://example.org/<script>",
        'https://example.org/"',
        "https://example.org\\@evil.example/",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_what_misleads_or_cannot_be_followed_is_none(url: str) -> None:
    assert not is_url(url)
