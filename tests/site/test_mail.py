"""A mail for people without an account: it holds the figure, and nothing of the data steers it."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from mkdocs.exceptions import PluginError

from tally.site.links import Repository
from tally.site.settings import TallyConfig, mail_of
from tests.support.hostile import HOSTILE

MAIL = "data@tally.example"


def test_without_an_address_nothing_is_promised() -> None:
    assert Repository("https://git.example/tally").letter("a/b/2020/level", "1", "x", "en") is None


@pytest.mark.parametrize(
    "words", ["增长5%以上", HOSTILE, "a&bcc=x@y.example", "a\r\nBcc: x@y.z", "字" * 900]
)
def test_a_mail_goes_to_the_address_and_holds_the_figure(words: str) -> None:
    link = Repository(None, mail=MAIL).letter("kunshan/gdp/2020/level", words, words, "zh") or ""
    parts = urlsplit(link)
    query = parse_qs(parts.query, strict_parsing=True)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", MAIL)
    assert set(query) == {"subject", "body"}
    assert query["subject"] == ["kunshan/gdp/2020/level"]
    assert len(query["body"][0].splitlines()) == 5
    assert not set("<>\"' \r\n") & set(link)


@pytest.mark.parametrize(
    "address",
    ["nobody", "a@b", "a@b.example?bcc=c@d.example", "a@b.example,c@d.example", "<a@b.example>"],
)
def test_an_address_that_is_none_ends_the_build(address: str) -> None:
    own = TallyConfig()
    own.load_dict({"mail": address})
    with pytest.raises(PluginError):
        mail_of(own)
