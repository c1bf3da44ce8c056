"""The closed lists of what is said of documents and of what rests on them."""

from __future__ import annotations

from tally.terms.term import Term


class AreaLevel(Term):
    """Where a place stands in the hierarchy of GB/T 2260, as its code tells."""

    NATION = "nation", "the country: 000000"
    PROVINCE = "province", "a province, autonomous region or municipality: 320000"
    PREFECTURE = "prefecture", "a city or other place at prefecture level: 320500"
    COUNTY = "county", "a county, district or city at county level: 320583"


class DocumentType(Term):
    """What the document is."""

    WORK_REPORT = "work-report", "a government work report: 政府工作报告"
    PLAN = "plan", "a plan of one year or several: 规划, 计划"
    BULLETIN = "bulletin", "a statistical bulletin: 统计公报"
    YEARBOOK = "yearbook", "a statistical yearbook: 统计年鉴"
    STATISTICS = "statistics", "a statistical series or notice: 年度数据, 公告"
    NEWS = "news", "a news report"
    OTHER = "other", "anything else"


class SourceReview(Term):
    """How far a curator has come with the source; complete when left out."""

    IN_PROGRESS = "in-progress", "numbers not entered yet are published as the machine read them"
    COMPLETE = "complete", "every number is entered, or left out for a reason"


class LeftOutReason(Term):
    """Why a number of the text is no figure."""

    YEAR = "year", "a year"
    DATE = "date", "a date"
    ORDINAL = "ordinal", "第一年, 第四次"
    CODE = "code", "5G, PM2.5, S1"
    NAME = "name", "part of a proper name"
    POLICY_NAME = "policy-name", "part of a policy's name"
    DURATION = "duration", "a length of time"
    QUALIFIER = "qualifier", "a threshold that belongs to a name: 超10亿元项目"
    FIGURE_OF_SPEECH = "figure-of-speech", "千方百计"
    MEETING = "meeting", "a session's number"
    REPOST = "repost", "words of the reposter"
    BACKGROUND = "background", "context that is no figure of the area"
    LIST_NUMBER = "list-number", "the number of a list's item"
    REPEATED = "repeated", "a figure already published from another sentence"


class Provenance(Term):
    """What a figure rests on."""

    VERIFIED = "verified", "read back from an archived source"
    CITED = "cited", "the source is named, its text not kept"


class Review(Term):
    """Who has read the figure; reviewed when left out."""

    REVIEWED = "reviewed", "a curator entered or confirmed it against the source"
    EXTRACTED = "extracted", "only the machine read it"


class Status(Term):
    """Whether the source calls a number settled."""

    PRELIMINARY = "preliminary", "the source says 预计 or 初步"
    FINAL = "final", "the source says that the number is settled"


class Kind(Term):
    """What a claim is to its document."""

    ACTUAL = "actual", "reported"
    TARGET = "target", "promised"
    BACKGROUND = "background", "neither: what the text compares with, or says in passing"


class TargetType(Term):
    """What kind of promise a target is."""

    FIGURE = "figure", "a number"
    RELATION = "relation", "relative to something else, without a number"
    MILESTONE = "milestone", "something that is done or not done"
    WISH = "wish", "without a standard to hold it to: 合理水平, 合理回升"


class RelationTo(Term):
    """What a relation may be to that is no other indicator; no indicator has such an id."""

    PREVIOUS = "previous", "the indicator's own value of the year before"
    AREA = "area", "the same indicator of the area that is named"
    ASSIGNED = "assigned", "a task set from above: 完成上级下达任务"


class CorrectionKind(Term):
    """Who was wrong before a change."""

    CORRECTION = "correction", "we had it wrong"
    REVISION = "revision", "the source changed its figure"


class PeriodKind(Term):
    """How long a period is."""

    YEAR = "year", "a whole year: 2020"
    YEARS = "years", "several years together: 2016-2020"
    HALF = "half", "a half year: 2020H1"
    QUARTER = "quarter", "a quarter: 2020Q3"
    QUARTERS = "quarters", "several quarters: 2020Q1-Q3"
    MONTH = "month", "a month: 2020-07"
    MONTHS = "months", "a run of months: 2020-07--2021-06"
