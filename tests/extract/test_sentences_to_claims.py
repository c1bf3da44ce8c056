"""What sentences of reports are read as: one table for each pattern of the language."""

from __future__ import annotations

import pytest

from tests.support.claims import PLAN_AHEAD, claims_of, readings

NAMES = {
    "a subject before its number": (
        "粮食产量26.3万吨。",
        ["粮食产量 26.3万吨 level eq"],
    ),
    "a subject carried over a comma": (
        "固定资产投资155.4亿元，同比增长9.3%。",
        ["固定资产投资 155.4亿元 level eq", "固定资产投资 9.3% growth eq"],
    ),
    "how growth was worked out is no subject": (
        "全年地区生产总值352.1亿元，按可比价格计算，比上年增长6.1%。",
        ["地区生产总值 352.1亿元 level eq", "地区生产总值 6.1% growth eq"],
    ),
    "a list paired in order": (
        "水泥、汽车、集成电路产量分别增长1.2%、21.7%、12.9%。",
        [
            "水泥产量 1.2% growth eq",
            "汽车产量 21.7% growth eq",
            "集成电路产量 12.9% growth eq",
        ],
    ),
    "a list paired twice": (
        "城乡居民人均可支配收入分别达到3万元、1.5万元，分别增长8.1%、9.2%。",
        [
            "城镇居民人均可支配收入 3万元 level eq",
            "农村居民人均可支配收入 1.5万元 level eq",
            "城镇居民人均可支配收入 8.1% growth eq",
            "农村居民人均可支配收入 9.2% growth eq",
        ],
    ),
    "a shared head": (
        "规上高技术制造业、装备制造业增加值分别增长11.9%、6.8%。",
        [
            "规模以上高技术制造业增加值 11.9% growth eq",
            "规模以上装备制造业增加值 6.8% growth eq",
        ],
    ),
    "a shared tail with the whole it is a share of": (
        "绿色食品产业、新型建材产业产值占规上工业比重分别达38.5%和21.7%。",
        [
            "绿色食品产业产值占规模以上工业比重 38.5% share eq",
            "新型建材产业产值占规模以上工业比重 21.7% share eq",
        ],
    ),
    "a word that stands for three": (
        "一、二、三产业增加值分别增长4.2%、5%、5.4%。",
        [
            "第一产业增加值 4.2% growth eq",
            "第二产业增加值 5% growth eq",
            "第三产业增加值 5.4% growth eq",
        ],
    ),
    "one number for two indicators": (
        "制造业投资、民间投资均增长10%以上。",
        ["制造业投资 10% growth ge", "民间投资 10% growth ge"],
    ),
    "a thing that stands behind its number": (
        "建成36条生态河湖。",
        ["建成生态河湖 36条 level eq"],
    ),
    "examples before a counted thing are not its name": (
        "南湖大桥、北湖隧道等12个重点项目完工。",
        ["重点项目完工 12个 level eq"],
    ),
    "the verb of a list": (
        "新增技术经纪机构5家、产业研究院2家。",
        ["新增技术经纪机构 5家 level eq", "新增产业研究院 2家 level eq"],
    ),
    "only the state differs": (
        "生猪存栏10.7万头、出栏15.3万头。",
        ["生猪存栏 10.7万头 level eq", "生猪出栏 15.3万头 level eq"],
    ),
    "a face that stands alone": (
        "规上工业企业达760家、增加值增长3%。",
        ["规模以上工业企业 760家 level eq", "规模以上工业企业增加值 3% growth eq"],
    ),
    "a flow and then its stock": (
        "净增高新技术企业12家，总量达到61家。",
        ["净增高新技术企业 12家 level eq", "高新技术企业 61家 level eq"],
    ),
    "a word that narrows the clause before": (
        "城乡最低生活保障标准逐年提高，城镇年人均提高600元，农村年人均提高200元。",
        [
            "城镇最低生活保障标准 600元 change eq",
            "农村最低生活保障标准 200元 change eq",
        ],
    ),
    "what reached people stands in the clause before": (
        "落实国家育儿补贴政策，惠及154万户家庭。",
        ["国家育儿补贴惠及家庭 154万户 level eq"],
    ),
    "a count with 以上 before its thing": (
        "争取100个以上项目开工。",
        ["项目开工 100个 level ge"],
    ),
    "a rank after another sentence's count": (
        "建成820个特色田园乡村。高铁路网密度居各省区第一。",
        ["建成特色田园乡村 820个 level eq", "高铁路网密度各省区排名 1位 rank eq"],
    ),
    "both ends of a length": (
        "高铁里程由2110公里增至3055公里。",
        ["高铁里程 2110公里 level eq", "高铁里程 3055公里 level eq"],
    ),
    "a count with its own noun behind it begins anew": (
        "新建大棚3000个，11家合作社投产。",
        ["新建大棚 3000个 level eq", "合作社投产 11家 level eq"],
    ),
    "what a plan or budget was for": (
        "税收收入24.6亿元、为预算的101.5%，增长5%。",
        [
            "税收收入 24.6亿元 level eq",
            "税收收入完成预算比例 101.5% share eq",
            "税收收入 5% growth eq",
        ],
    ),
    "exports as a part of all trade": (
        "货物进出口总额5.6亿元，其中，出口4.8亿元，进口0.8亿元。",
        [
            "货物进出口总额 5.6亿元 level eq",
            "货物出口总额 4.8亿元 level eq",
            "货物进口总额 0.8亿元 level eq",
        ],
    ),
    "a mark passed on the way": (
        "经济总量跨过两个百亿元大关、达到320亿元。",
        ["地区生产总值 320亿元 level eq"],
    ),
    "what a general thing was chosen as": (
        "12家企业入选省级制造业单项冠军，4家开发区位列全国百强。",
        ["入选省级制造业单项冠军企业 12家 level eq", "位列全国百强开发区 4家 level eq"],
    ),
    "what became of a general thing": (
        "38个县（市、区）整县推进试点，7个小区的节能改造全面完成。",
        ["县整县推进试点 38个 level eq", "小区节能改造 7个 level eq"],
    ),
    "examples and a verb before a counted thing": (
        "新开工东江大桥、北山隧道等2个项目，新增甲州、乙州2个超千亿元城市。",
        ["新开工项目 2个 level eq", "新增超千亿元城市 2个 level eq"],
    ),
    "a thing that begins like a verb of place": (
        "200项政务事项上线，96项居民服务事项实现“一卡通用”。",
        ["政务事项上线 200项 level eq", "“一卡通用”居民服务事项 96项 level eq"],
    ),
    "a thing up to the rank it holds": (
        "菜籽等12种农产品产量居全省第1位。",
        ["农产品产量 12种 level eq"],
    ),
    "who got something and what was handed out": (
        "为1420位80岁以上低收入老人发放高龄津贴176万元，向210户企业减免税费1.2亿元。",
        [
            "发放高龄津贴低收入老人 1420位 level eq",
            "发放高龄津贴 176万元 level eq",
            "企业 210户 level eq",
            "减免税费 1.2亿元 level eq",
        ],
    ),
    "a general face after a count": (
        "农业龙头企业发展到22家，实现销售收入54亿元。",
        ["农业龙头企业 22家 level eq", "农业龙头企业销售收入 54亿元 level eq"],
    ),
    "a general face after what was carried out": (
        "城乡居民养老保险全面实施，新增参保人数1.04万人。",
        ["城乡居民养老保险新增参保人数 1.04万人 level eq"],
    ),
    "capital from within and from abroad": (
        "实际使用内资30.2亿元、外资381万美元。",
        ["实际使用内资 30.2亿元 level eq", "实际使用外资 381万美元 level eq"],
    ),
    "exports after something that is not trade": (
        "税收增长5%，出口增长3%。",
        ["税收收入 5% growth eq", "出口总额 3% growth eq"],
    ),
    "money and the counted work it paid for": (
        "投资1260万元，完成5个村的饮水安全工程。",
        ["饮水安全工程投资 1260万元 level eq", "村饮水安全工程 5个 level eq"],
    ),
    "two counts of one thing": (
        "修补了甲街、乙街，完成3800户、58万平方米棚户区改造。",
        ["棚户区改造 3800户 level eq", "棚户区改造 58万平方米 level eq"],
    ),
    "a thing that opens its clause and what it won": (
        "5部戏曲获得省级大奖，3处古宅入选文物名录。",
        ["获得省级大奖戏曲 5部 level eq", "入选文物名录古宅 3处 level eq"],
    ),
    "areas and people with what is said of them": (
        "4个乡镇饮用水质量达到国家标准，2300名职工的拖欠工资得到解决。",
        [
            "饮用水质量达到国家标准乡镇 4个 level eq",
            "拖欠工资得到解决职工 2300名 level eq",
        ],
    ),
    "who benefited from the clause before": (
        "完成老旧电梯更新，1.2万户居民受益。",
        ["老旧电梯更新受益居民 1.2万户 level eq"],
    ),
    "what reached people after a long list": (
        "扶持养殖大户40户，配套圈舍、水井、饲草料库、青贮窖和防疫消毒设施，惠及农户900户。",
        ["扶持养殖大户 40户 level eq", "扶持养殖大户惠及农户 900户 level eq"],
    ),
    "for whom it was done is not the name": (
        "全年为护理员、月嫂和有意愿从事家政的妇女开展技能培训超3万人次。",
        ["开展技能培训 3万人次 level gt"],
    ),
    "what became of some of them": (
        "跨河桥梁开工6座，其中2座建成通车。",
        ["跨河桥梁开工 6座 level eq", "跨河桥梁建成通车 2座 level eq"],
    ),
    "a thing counted at both ends": (
        "医保异地结算从8个县（市）扩大到23个县（市）。",
        ["医保异地结算 8个 level eq", "医保异地结算 23个 level eq"],
    ),
    "people in the parts of a whole": (
        "全市专任教师9100人，其中，高中2100人、小学3200人、特殊教育学校35人。",
        [
            "专任教师 9100人 level eq",
            "高中专任教师 2100人 level eq",
            "小学专任教师 3200人 level eq",
            "特殊教育学校专任教师 35人 level eq",
        ],
    ),
    "parts that are people themselves": (
        "卫生技术人员2946人，其中执业医师869人、注册护士1192人。",
        [
            "卫生技术人员 2946人 level eq",
            "执业医师 869人 level eq",
            "注册护士 1192人 level eq",
        ],
    ),
    "a bracket that only opens": (
        "卫生院12家（其中中心卫生院3家）。",
        ["卫生院 12家 level eq", "中心卫生院 3家 level eq"],
    ),
    "what the money paid for, counted or listed": (
        "投资900万元，全面整治的8条河沟完工；投资720万元，完成12栋教学楼、3万平方米操场修缮。",
        [
            "整治河沟投资 900万元 level eq",
            "整治河沟完工 8条 level eq",
            "教学楼、操场修缮投资 720万元 level eq",
            "教学楼 12栋 level eq",
            "操场修缮 3万平方米 level eq",
        ],
    ),
    "a rank that two hold": (
        "棉花产量、单产均居全省第二位。",
        ["单产全省排名 2位 rank eq", "棉花产量全省排名 2位 rank eq"],
    ),
    "a rank of what is counted by head": (
        "人均公园绿地面积居全省第二位。",
        ["人均公园绿地面积全省排名 2位 rank eq"],
    ),
    "a thing behind a verb no table knows": (
        "引导超2万名返乡青年创业。",
        ["引导返乡青年创业 2万名 level gt"],
    ),
    "a thing and what of it was mended": (
        "改造120个自然村的污水处理设施。",
        ["改造自然村污水处理设施 120个 level eq"],
    ),
    "a thing told from what was done to it": (
        "开展20所示范高中对薄弱学校的结对帮扶。",
        ["开展示范高中 20所 level eq"],
    ),
    "how far a count has come": (
        "信访积案86个全部完成化解。",
        ["信访积案 86个 level eq"],
    ),
    "a size held against heads": (
        "食品抽检量超每千人6.6批次。",
        ["食品抽检量 6.6批次 level gt"],
    ),
    "until which month": (
        "重点项目40个，截止9月底完成投资85亿元。",
        ["重点项目 40个 level eq", "重点项目完成投资 85亿元 level eq"],
    ),
    "a share that two hold of one whole": (
        "食品产业销售收入、利税分别占规上工业的43.6%和42.3%。",
        [
            "食品产业销售收入占规模以上工业比重 43.6% share eq",
            "利税占规模以上工业比重 42.3% share eq",
        ],
    ),
    "how long what was laid is": (
        "架设输电线路3条，长度42公里。",
        ["架设输电线路 3条 level eq", "架设输电线路长度 42公里 level eq"],
    ),
    "examples before the kind that is counted": (
        "组建茶叶、黄牛、雷竹等农民合作社16家。",
        ["组建农民合作社 16家 level eq"],
    ),
    "what is raised and sold, paired": (
        "猪、牛、羊出栏分别为7.3万头、6.4万头、1.8万只。",
        ["猪出栏 7.3万头 level eq", "牛出栏 6.4万头 level eq", "羊出栏 1.8万只 level eq"],
    ),
    "a measured thing behind a verb that tells no flow": (
        "启动1.2万亩低效林改造。",
        ["启动低效林改造 1.2万亩 level eq"],
    ),
    "a thing whose name begins like a word of place": (
        "创出6个中国驰名商标。",
        ["创出中国驰名商标 6个 level eq"],
    ),
    "two of one kind, told apart by a word": (
        "国内、国际货运航线分别达到18条、14条。",
        ["国内货运航线 18条 level eq", "国际货运航线 14条 level eq"],
    ),
    "households and the people in them": (
        "完成易地搬迁160户680人。",
        ["易地搬迁 160户 level eq", "易地搬迁 680人 level eq"],
    ),
    "deaths beside accidents": (
        "发生火灾事故3起，死亡4人，分别下降50%、20%。",
        [
            "发生火灾事故 3起 level eq",
            "发生火灾事故死亡 4人 level eq",
            "发生火灾事故 ↓50% growth eq",
            "发生火灾事故死亡 ↓20% growth eq",
        ],
    ),
    "what is made of each square kilometre": (
        "地均生产总值5.4亿元/平方公里，万元产值水耗下降12%、电耗下降7%。",
        [
            "地均生产总值 5.4亿元/平方公里 level eq",
            "万元产值水耗 ↓12% growth eq",
            "万元产值电耗 ↓7% growth eq",
        ],
    ),
    "a count and a length of one thing": (
        "18条36公里村道实现硬化。",
        ["硬化村道 18条 level eq", "硬化村道 36公里 level eq"],
    ),
    "towns and villages, one character each": (
        "全县下辖7个镇、3个乡。",
        ["下辖镇 7个 level eq", "乡 3个 level eq"],
    ),
    "what money improved": (
        "投资639万元改善中小学办学环境。",
        ["改善中小学办学环境投资 639万元 level eq"],
    ),
    "the year of a project": (
        "2023年度1万亩高标准农田开工。",
        ["高标准农田开工 1万亩 level eq"],
    ),
    "short forms in full": ("经济增长5%。税收增长3.9%。", [
        "地区生产总值 5% growth eq",
        "税收收入 3.9% growth eq",
    ]),
}  # fmt: skip

MEASURES = {
    "share of a whole": ("民生支出占财政支出的78.6%。", ["民生支出占财政支出比重 78.6% share eq"]),
    "a contribution": ("消费对经济增长贡献率达62.3%。", ["消费对经济增长贡献率 62.3% share eq"]),
    "percentage points": ("城镇化率提高1.3个百分点。", ["城镇化率 1.3个百分点 change eq"]),
    "a decline keeps its size": ("刑事案件下降11.7%。", ["刑事案件 ↓11.7% growth eq"]),
    "a decline to a level": ("失业率降至3.1%。", ["失业率 3.1% level eq"]),
    "an absolute change": ("常住人口比上年末减少0.7万人。", ["常住人口 ↓0.7万人 change eq"]),
    "times a base": ("技术合同成交额是2020年的3.2倍。", ["技术合同成交额 3.2倍 ratio eq"]),
    "times as growth since a plan": (
        "旅游收入66.5亿元，比“九五”末增长1.4倍。固定资产投资比“十五”末翻了一番。",
        [
            "旅游收入 66.5亿元 level eq",
            "旅游收入 1.4倍 growth eq",
            "固定资产投资 1番 ratio eq",
        ],
    ),
    "times as growth": ("跨境电商交易额增长2.5倍。", ["跨境电商交易额 2.5倍 growth eq"]),
    "growth hoped for beyond growth": (
        "税收收入增长5.5%以上、力争6%左右。",
        ["税收收入 5.5% growth ge", "税收收入 6% growth approx"],
    ),
    "a share over its change": (
        "出口占全国份额从14%提升到15.5%。",
        ["出口占全国份额 14% share eq", "出口占全国份额 15.5% share eq"],
    ),
    "a share of things": ("98%的乡镇通了油路。", ["乡镇通了油路 98% level eq"]),
    "doubling": ("高新技术企业数量翻一番。", ["高新技术企业数量 1番 ratio eq"]),
    "a ratio of two": ("城乡居民收入比缩小至1.93∶1。", ["城乡居民收入比 1.93 ratio eq"]),
    "parts of a whole": (
        "三次产业结构调整为5.1 : 40 : 54.9。",
        ["第一产业占比 5.1 share eq", "第二产业占比 40 share eq", "第三产业占比 54.9 share eq"],
    ),
    "a total": ("累计发放贷款86亿元。", ["发放贷款 86亿元 cumulative eq"]),
    "a rate of change per mille": ("出生率为6.42‰。", ["出生率 6.42‰ level eq"]),
    "tenths": ("工业占比超六成。", ["工业占比 6成 share gt"]),
    "a rank": ("进出口总额居全省第二。", ["进出口总额全省排名 2位 rank eq"]),
    "a share of what was just named": (
        "渔业产值1.2亿元，占6.4%。",
        ["渔业产值 1.2亿元 level eq", "渔业产值占比 6.4% share eq"],
    ),
    "a part of a base year": (
        "接待游客恢复至2019年的112%。",
        ["接待游客 112% ratio eq"],
    ),
    "a net change of what is measured": (
        "棉花产量146万吨，净增3万吨。",
        ["棉花产量 146万吨 level eq", "棉花产量 3万吨 change eq"],
    ),
    "what was added since a time is a change": (
        "宽带用户52.4万户，比上年净增3.8万户。",
        ["宽带用户 52.4万户 level eq", "宽带用户 3.8万户 change eq"],
    ),
    "a total counted twice": (
        "累计动迁430户、5.8万平方米。",
        ["动迁 430户 cumulative eq", "动迁 5.8万平方米 cumulative eq"],
    ),
    "two cuts of two things": (
        "二氧化硫和氮氧化物排放量分别削减301吨和149吨。",
        ["二氧化硫排放量 ↓301吨 change eq", "氮氧化物排放量 ↓149吨 change eq"],
    ),
    "parts of a whole with an odd colon": (
        "三次产业结构为5︰40︰55。",
        ["第一产业占比 5 share eq", "第二产业占比 40 share eq", "第三产业占比 55 share eq"],
    ),
    "a total of a list": (
        "累计免费筛查白内障、糖尿病2.4万人次。",
        ["免费筛查白内障、糖尿病 2.4万人次 cumulative eq"],
    ),
    "a rank over its change": (
        "综合竞争力由全国第98位升至第86位。",
        ["综合竞争力全国排名 98位 rank eq", "综合竞争力排名 86位 rank eq"],
    ),
    "bare numbers with the unit of the last": (
        "三次产业分别拉动经济增长0.1、3.8和5.1个百分点。",
        [
            "第一产业拉动经济 0.1个百分点 change eq",
            "第二产业拉动经济 3.8个百分点 change eq",
            "第三产业拉动经济 5.1个百分点 change eq",
        ],
    ),
    "days more than the year before": (
        "空气质量优良天数288天，同比增加24天。",
        ["空气质量优良天数 288天 level eq", "空气质量优良天数 24天 change eq"],
    ),
    "a note between a decline and its size": (
        "地方财政收入2.5亿元，下降（同口径）19.6%。",
        ["地方财政收入 2.5亿元 level eq", "地方财政收入 ↓19.6% growth eq"],
    ),
    "years of schooling": (
        "平均受教育年限提高到11.5年。",
        ["平均受教育年限 11.5年 level eq"],
    ),
    "years of life": (
        "人均预期寿命从78.2岁提高到80.5岁。",
        ["人均预期寿命 78.2岁 level eq", "人均预期寿命 80.5岁 level eq"],
    ),
    "a rank that rose": (
        "旅游收入由全省第五晋位第四。",
        ["旅游收入全省排名 5位 rank eq", "旅游收入排名 4位 rank eq"],
    ),
    "a rank by size and speed": (
        "地区生产总值增长5%，总量和增速均居全省第4位。",
        ["地区生产总值 5% growth eq", "地区生产总值全省排名 4位 rank eq"],
    ),
    "a rank by speed": (
        "工业用电量增长6.6%，居全市第3位。",
        ["工业用电量 6.6% growth eq", "工业用电量增速全市排名 3位 rank eq"],
    ),
    "a difference from others, its unit once": (
        "地区生产总值增长6%，增速比全国、全市分别高0.5个、1.4个百分点。",
        [
            "地区生产总值 6% growth eq",
            "地区生产总值增速与全国、全市之差 0.5个百分点 change eq",
            "地区生产总值增速与全国、全市之差 1.4个百分点 change eq",
        ],
    ),
}  # fmt: skip

COMPARATORS = {
    "左右": ("失业率5.5%左右。", "approx"),
    "约": ("引进人才约200人。", "approx"),
    "近": ("养老服务人数近6万人。", "approx"),
    "超": ("旅游收入超38亿元。", "gt"),
    "突破": ("进出口总额突破9000亿元。", "gt"),
    "多 behind times": ("技术合同成交额增长2倍多。", "gt"),
    "多 in the number": ("改造危房5200多户。", "gt"),
    "以上": ("参保率稳定在97%以上。", "ge"),
    "不低于": ("优良天数比率不低于85%。", "ge"),
    "迈上": ("地区生产总值迈上500亿元台阶。", "ge"),
    "以内": ("失业率控制在4%以内。", "le"),
    "不超过": ("负债率不超过60%。", "le"),
    "控制在 with 左右": ("价格涨幅控制在3%左右。", "approx"),
    "预计 is none": ("预计地区生产总值增长5%。", "eq"),
    "a range": ("地区生产总值增长4.5%—5%。", "range"),
    "a range with one sign": ("地区生产总值增长6-6.5%。", "range"),
}

NOTHING = {
    "a date": "2023年6月30日，大桥建成通车。",
    "a meeting": "市十七届人大第四次会议召开。",
    "a code": "5G网络、S1线、PM2.5监测和4A级景区建设加快。",
    "a quoted code": "深入推进“333”行动和“6524”改革。",
    "a document number": "落实国办发〔2019〕5号文件。",
    "a class of cities": "跻身两万亿级城市行列。",
    "a footnote mark": "经济平稳运行[1]。",
    "a length of time": "实施三年行动计划，连续5年保持稳定。",
    "a phone number": "优化12345热线。",
    "a goal without a number": "居民收入增长与经济增长同步。",
    "talking points": "把握四个方面，做到两个维护。",
    "a time of day": "07时41分，项目开工。",
}


@pytest.mark.parametrize(("sentence", "expected"), NAMES.values(), ids=NAMES.keys())
def test_a_number_gets_its_name(sentence: str, expected: list[str]) -> None:
    assert readings(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), MEASURES.values(), ids=MEASURES.keys())
def test_a_number_gets_its_measure(sentence: str, expected: list[str]) -> None:
    assert readings(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), COMPARATORS.values(), ids=COMPARATORS.keys())
def test_a_number_gets_its_comparator(sentence: str, expected: str) -> None:
    (claim,) = claims_of(sentence)
    assert claim.comparator == expected


@pytest.mark.parametrize("sentence", NOTHING.values(), ids=NOTHING.keys())
def test_nothing_is_claimed_of(sentence: str) -> None:
    assert readings(sentence) == []


def test_a_trailing_comparator_covers_its_list() -> None:
    found = claims_of("城乡居民收入分别增长5.5%和7%以上。", PLAN_AHEAD)
    assert [claim.comparator for claim in found] == ["ge", "ge"]


def test_a_threshold_inside_a_name_is_not_a_figure() -> None:
    assert readings("2000万元以上工业企业达到54家，引进超亿元项目16个。") == [
        "2000万元以上工业企业 54家 level eq",
        "引进超亿元项目 16个 level eq",
    ]


def test_a_size_that_classes_projects_is_not_a_figure() -> None:
    assert readings("亿元项目70个，其中10亿元项目7个，500亩以上设施农业大区3个。") == [
        "亿元项目 70个 level eq",
        "10亿元项目 7个 level eq",
        "500亩以上设施农业大区 3个 level eq",
    ]


def test_a_size_that_classes_villages_is_not_a_figure() -> None:
    assert readings("30户以上自然村通硬化路率达100%。") == [
        "30户以上自然村通硬化路率 100% level eq"
    ]


def test_a_count_before_a_bracket_is_no_size_of_a_thing() -> None:
    assert readings("客货车辆2390辆（其中货车1880辆）。") == [
        "客货车辆 2390辆 level eq",
        "货车 1880辆 level eq",
    ]


def test_the_size_of_listed_work_is_no_background() -> None:
    found = claims_of("新建校舍5栋、3万平方米塑胶操场。甲矿700万吨洗煤、400万吨提质项目开工。")
    assert [claim.kind for claim in found] == ["actual", "actual", "background", "background"]


def test_the_size_of_a_project_is_background() -> None:
    (claim,) = claims_of("投资5亿元的农贸市场主体完工。")
    assert (claim.kind, claim.name) == ("background", "农贸市场投资")


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        (
            "综合实力跻身全国百强县行列，排名升至第35位，较上年前进3位。",
            ["综合实力全国百强县排名 35位 rank eq", "综合实力全国百强县 3位 change eq"],
        ),
        (
            "财政收入增长5%，成功跻身全国百强县行列，排名第35位。",
            ["财政收入 5% growth eq", "全国百强县排名 35位 rank eq"],
        ),
        (
            "财政收入增长8%，跻身全省前列，居全省第3位。",
            ["财政收入 8% growth eq", "财政收入增速全省排名 3位 rank eq"],
        ),
    ],
)
def test_a_rank_within_a_circle_entered_a_clause_before_bears_its_name(
    sentence: str, read: list[str]
) -> None:
    assert readings(sentence) == read
