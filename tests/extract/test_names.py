"""Names that a reader would write: whole, without adverbs and verbs of managing."""

from __future__ import annotations

import pytest

from tests.support.claims import claims_of

# Each sentence with the names of its numbers, in order.
NAMES = {
    "a verb alone, of as many of the same": (
        "制定规章31件，修订21件，废止8件。",
        ["制定规章", "修订规章", "废止规章"],
    ),
    "a verb alone behind tens of thousands": (
        "新开工保障性住房6万套、基本建成3万套、供应2万套。",
        ["新开工保障性住房", "建成保障性住房", "供应保障性住房"],
    ),
    "a level within a name": (
        "获批国家级文物保护单位3处、省级35处。",
        ["获批国家级文物保护单位", "获批省级文物保护单位"],
    ),
    "a narrowing word with its own noun": (
        "建成国家级平台3个，省级612项政务服务事项网上可办。",
        ["建成国家级平台", "省级政务服务事项网上可办"],
    ),
    "an amount of money in a list of things": (
        "新增高新技术企业20家、高新技术产业增加值360亿元。",
        ["新增高新技术企业", "高新技术产业增加值"],
    ),
    "one class by an amount that is passed": (
        "引进项目90个，其中超10亿元的6个。",
        ["引进项目", "引进超10亿元项目"],
    ),
    "a share of what was achieved": (
        "民营经济实现增加值占生产总值的比重达到40.9%。",
        ["民营经济增加值占生产总值比重"],
    ),
    "a share said twice": ("工业产品内销比重占54.2%。", ["工业产品内销比重"]),
    "a basis before the verb": (
        "公务接待费在上年明显下降的基础上再压缩5%。",
        ["公务接待费"],
    ),
    "years in a row": ("连续五年粮食产量稳定在100万吨以上。", ["粮食产量"]),
    "words of managing": (
        "突出抓好32个为民办实事项目。聚焦13个重点产业集群。做好4.6万名妇女筛查。",
        ["为民办实事项目", "重点产业集群", "妇女筛查"],
    ),
    "words of manner": (
        "精准开展职业技能培训12万人次。依法关闭小煤矿15处。高效办理代表建议414件。",
        ["开展职业技能培训", "关闭小煤矿", "办理代表建议"],
    ),
    "how far a thing has come": (
        "1607个垃圾分类试点扎实推进。45项农村改革试点取得积极成效。144个数据中心高效运营。",
        ["垃圾分类试点", "农村改革试点", "数据中心"],
    ),
    "a project with more said of it than that it is large": (
        "滨江路等一批投资超百亿元重大项目开工，新增企业3家。",
        ["新增企业"],
    ),
    "who did it, and for whom": (
        "各县区加快培育主导产业5个。中心城区完善12个小区配套设施。向城乡低收入群众发放3万份补贴。",
        ["培育主导产业", "完善小区配套设施", "发放补贴"],
    ),
    "a thing without a number before a counted one": (
        "建成国家旅游示范区和2个森林公园。开工建设西河大桥和8条市政道路。",
        ["建成森林公园", "开工建设市政道路"],
    ),
    "a class inside a name": ("培育5个超5千亿元产业。", ["培育超5千亿元产业"]),
    "whom something lets do more": ("减税降费让160多万退休人员享受实惠。", ["退休人员"]),
    "among how many a place holds": (
        "空气质量在全国74个重点城市中最优，新增企业3家。",
        ["新增企业"],
    ),
    "a few at the end of a clause": (
        "引进企业三五个，新增学校两三所。",
        ["引进企业", "新增学校"],
    ),
    "what was solved by a work": (
        "实施农村供水工程，解决5万农村居民饮水安全问题。",
        ["解决农村居民饮水安全问题"],
    ),
    "a telephone's number": ("12345市民服务热线受理诉求9万件。", ["12345市民服务热线受理诉求"]),
}  # fmt: skip


@pytest.mark.parametrize("what", NAMES)
def test_a_number_has_the_name_that_a_reader_would_write(what: str) -> None:
    sentence, expected = NAMES[what]
    assert [claim.name for claim in claims_of(sentence)] == expected
