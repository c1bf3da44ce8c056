"""What a report says of itself."""

from __future__ import annotations

import pytest

from tally.records.model import Localized
from tally.start.profile import place_of, profile_of, year_of

PLACE = Localized("太仓市", "Taicang")

# fmt: off
OPENINGS = [
    # text, year, place, id, kind, title
    ("2021年太仓市政府工作报告\n各位代表：", 2021, "太仓市", "gwr-2021", "work-report",
     "2021年太仓市政府工作报告"),
    ("政 府 工 作 报 告\n——2014年2月19日在海拉尔区第十四届人民代表大会上\n", 2014, "海拉尔区",
     "gwr-2014", "work-report", "2014年太仓市政府工作报告"),
    ("下载\n打印\n2026年广西壮族自治区政府工作报告\n", 2026, "广西壮族自治区", "gwr-2026",
     "work-report", "2026年广西壮族自治区政府工作报告"),
    ("太仓市2020年国民经济和社会发展统计公报\n", 2020, None, "bulletin-2020", "bulletin",
     "太仓市2020年国民经济和社会发展统计公报"),
]
# fmt: on


@pytest.mark.parametrize(("text", "year", "place", "id_", "kind", "title"), OPENINGS)
def test_the_opening_of_a_report_tells_what_it_is(
    text: str, year: int, place: str | None, id_: str, kind: str, title: str
) -> None:
    found = profile_of(text, year, PLACE)
    assert (year_of(text), place_of(text)) == (year, place)
    assert (found.id, found.kind, found.title.zh) == (id_, kind, title)


def test_what_the_text_does_not_tell_comes_from_the_place_and_the_kind() -> None:
    found = profile_of("各位代表：", 2021, PLACE)
    assert found.title == Localized(
        "2021年太仓市政府工作报告", "Taicang Government Work Report 2021"
    )
    assert found.publisher == Localized("太仓市人民政府", "People’s Government of Taicang")


def test_a_text_without_any_year_has_none() -> None:
    assert year_of("各位代表：我们将继续努力。") is None


def test_a_title_holds_no_character_that_cannot_be_seen() -> None:
    found = profile_of("2021年太仓市\u200b政府\x07工作报告\n", 2021, PLACE)
    assert found.title.zh == "2021年太仓市政府工作报告"
