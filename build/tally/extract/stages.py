"""The stage of a document that a sentence stands on: looking back or forward, on which years.

Rows of words/stages.yml name stages, cues lean towards them, and the likeliest course of stages
through the whole document is taken (Viterbi), so that no single cue turns a section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tally.extract.cues import Leaning, leaning, topic_leaning
from tally.extract.genre import plan_years
from tally.extract.lexicon import table
from tally.extract.numerals import years_counted
from tally.extract.sentences import Sentence
from tally.extract.setting import Setting

_HEAD = 60
_READ = 400
# 报告指出：2010年，… begins with the year.
_SAID = re.compile(
    "(?:报告|会议|通报|《?纲要》?|他|她|[^，。：]{0,8}[县市区乡镇州省]长)?(?:指出|提出|认为|显示|表示|强调|说)[，：]"
)
# 报告分四个部分：一是…回顾；二是…目标 only lists what is to come.
_CONTENTS = re.compile("分[^，。]{0,4}部分")
_PLAN = re.compile(r"十([一二三四五六七八九])五|“十五”")
_THIS_YEAR = re.compile(r"今年|[0-9]{4}年")
# 主要目标 within the pages on a plan are that plan's, unless a year is named.
_OF_A_YEAR = re.compile(r"今年|预期|[0-9]{4}年")
# A bulletin or a progress list looks ahead only where it says so.
_AHEAD = re.compile("下半年|下一步|下步|明年|预期目标|(?:任务|目标)(?:是|为)[：，]?计?划?")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})年")
_ONE_YEAR = re.compile("(?:19|20)[0-9]{2}年|一年|去年")
_YEARS_ON = re.compile("([两二三四五六七八九十2-9])年来")

# What it costs to change stages within a paragraph, at its beginning, and at a title; and how
# much more to turn from looking back to looking ahead.
_WITHIN, _BETWEEN, _TITLED = 5.5, 4.0, 1.5
_TURNED = 2.0
_NAMED = 6.0
_LEAN = {"report": 0.25, "plan": 0.2, "bulletin": 0.06, "progress": 0.12}
# How much more the build of a paragraph's topic says than a word.
_BUILD = 4.0
# How unlikely a document is to begin on another stage than its kind does.
_FIRST = {"report": 1.2, "plan": 3.0, "bulletin": 6.0, "progress": 5.0}
_SURE = 12.0
_DASHES = "—-–"
_ALIKE = 0.01


@dataclass(frozen=True, slots=True)
class Stage:
    """`kind` of what is said here, and the years it is said of (one year: both the same)."""

    kind: Literal["actual", "target"]
    first: int | None
    last: int | None
    part: str = ""

    @property
    def spans(self) -> bool:
        return self.first != self.last


class Staged(NamedTuple):
    """A sentence with its stage and how far the other kind is behind (0: as likely)."""

    sentence: Sentence
    stage: Stage
    margin: float


class _Named(NamedTuple):
    """The stage that the words of a sentence name, and how clearly; `kind` for any of a kind."""

    stage: Stage | None
    weight: float
    kind: str = ""


_Row = tuple[re.Pattern[str], str, float]
_NOTHING = _Named(None, 0)


def _rules(group: str) -> tuple[_Row, ...]:
    rows = table("stages")[group]
    return tuple(
        (re.compile(_filled(row["pattern"])), row["stage"], row.get("weight", _NAMED))
        for row in rows
    )


def _filled(pattern: str) -> str:
    plan = "(?:十[一二三四五六七八九]五|十五(?=”))"
    return pattern.replace("YEAR", "(?:19|20)[0-9]{2}").replace("PLAN", plan)


_HEADINGS, _SENTENCES = _rules("headings"), _rules("sentences")


def stages(text: str, found: Iterable[Sentence], setting: Setting) -> Iterator[Staged]:
    """Each sentence with its stage, on the likeliest course through them all."""
    all_of = list(found)
    named = [_named_in(text, sentence, setting) for sentence in all_of]
    titled = any(s.heading and name.stage for s, name in zip(all_of, named, strict=True))
    listed = _listed(text, all_of)
    leans = [
        Leaning() if s.heading else _leaning(text, s, titled, s.start in listed) for s in all_of
    ]
    known = _states(named, setting)
    scale = _LEAN[setting.genre]
    scores = [_scores(known, name, lean, scale) for name, lean in zip(named, leans, strict=True)]
    costs = [
        _TITLED if sentence.heading else _BETWEEN if sentence.opens else _WITHIN
        for sentence in all_of
    ]
    here = 0
    for sentence, through in zip(
        all_of,
        _course(scores, costs, [stage.kind for stage in known], _FIRST[setting.genre]),
        strict=True,
    ):
        here = _best(through, here)
        yield Staged(sentence, known[here], _margin(known, through, here))


def _listed(text: str, found: Sequence[Sentence]) -> set[int]:
    """Where the lines begin that a colon announces: 主要目标是：⏎——结构进一步优化。"""
    announced, listed = False, set()
    for sentence in found:
        if sentence.opens and text[sentence.start] in _DASHES:
            if announced:
                listed.add(sentence.start)
        elif sentence.opens or text[sentence.end - 1] == "：":
            announced = text[sentence.end - 1] == "："
    return listed


def _leaning(text: str, sentence: Sentence, titled: bool, listed: bool) -> Leaning:
    """How a sentence leans by its words, and by its build where it opens a paragraph.

    Under the titles of its sections a review too says what it set out to do: there only what
    tells of something done counts; what is `listed` is as what announces it.
    """
    found = leaning(text[sentence.start : min(sentence.end, sentence.start + _READ)])
    if listed or not sentence.opens:
        return found
    topic = topic_leaning(text[sentence.start : sentence.end])
    return found._replace(ahead=found.ahead + (min(topic, 0.0) if titled else topic) * _BUILD)


def first_stage(setting: Setting) -> Stage:
    """Before any heading: reports look back, plans ahead."""
    if setting.genre == "plan" and setting.span:
        return Stage("target", *setting.span)
    return _review(setting)


def _review(setting: Setting) -> Stage:
    return Stage("actual", setting.reviewed, setting.reviewed, setting.part)


def _task(setting: Setting) -> Stage:
    if setting.genre == "plan" and setting.span:
        return Stage("target", *setting.span)
    return Stage("target", setting.year, setting.year)


def _states(named: Sequence[_Named], setting: Setting) -> list[Stage]:
    """The stages that a document may stand on, the first that it begins with."""
    told = [name.stage for name in named if name.stage]
    usual = [] if setting.genre in ("bulletin", "progress") else [_review(setting), _task(setting)]
    return list(dict.fromkeys([first_stage(setting), *usual, *told]))


def _scores(known: Sequence[Stage], named: _Named, lean: Leaning, scale: float) -> list[float]:
    ahead, years = lean.ahead * scale, lean.years * scale
    found = [
        (ahead if stage.kind == "target" else -ahead) + (years if stage.spans else -years)
        for stage in known
    ]
    for rank, stage in enumerate(known):
        if stage == named.stage or stage.kind == named.kind:
            found[rank] += named.weight
    return found


def _course(
    scores: Sequence[list[float]], costs: Sequence[float], kinds: Sequence[str], first: float
) -> Iterator[list[float]]:
    """For each sentence the score of the best course through each stage there."""
    forward: list[list[float]] = []
    here = [0.0, *[-first] * (len(kinds) - 1)]
    for score, cost in zip(scores, costs, strict=True):
        here = [one + own for one, own in zip(_moved(here, cost, kinds), score, strict=True)]
        forward.append(here)
    back = [0.0] * len(kinds)
    found: list[list[float]] = []
    for at in range(len(scores) - 1, -1, -1):
        found.append([one + other for one, other in zip(forward[at], back, strict=True)])
        gained = [one + other for one, other in zip(back, scores[at], strict=True)]
        back = _moved(gained, costs[at], kinds)
    return reversed(found)


def _moved(here: list[float], cost: float, kinds: Sequence[str]) -> list[float]:
    """The best score with which each stage is come to: by staying, or by a change that costs."""
    best: dict[str, float] = {}
    for score, kind in zip(here, kinds, strict=True):
        best[kind] = max(score, best.get(kind, score))
    bar = {kind: max(best[kind], max(best.values()) - _TURNED) - cost for kind in best}
    return [max(score, bar[kind]) for score, kind in zip(here, kinds, strict=True)]


def _best(through: Sequence[float], before: int) -> int:
    """The likeliest stage; of two alike the one that was before."""
    best = max(through)
    return before if best - through[before] < _ALIKE else through.index(best)


def _margin(known: Sequence[Stage], through: Sequence[float], here: int) -> float:
    """How far the best course through a stage of the other kind is behind."""
    other = [
        score for stage, score in zip(known, through, strict=True) if stage.kind != known[here].kind
    ]
    return min(_SURE, through[here] - max(other)) if other else _SURE


def _named_in(text: str, sentence: Sentence, setting: Setting) -> _Named:
    """What the head of a sentence names."""
    head = text[sentence.start : min(sentence.end, sentence.start + _HEAD)]
    said = _SAID.match(head)
    head = head[said.end() :] if said else head
    if "部分" in head and _CONTENTS.search(head):
        return _NOTHING
    for pattern, name, weight in _HEADINGS if sentence.heading else _SENTENCES:
        match = pattern.search(head)
        if match:
            if name == "target" and _ending(match, setting):
                return _NOTHING
            if name == "year" and not sentence.opens:
                weight /= 2
            if name == "done":
                return _Named(None, weight, "actual")
            stage = _named(name, head, setting)
            goals = name == "target" and not _OF_A_YEAR.search(head)
            return _Named(stage, weight, "target" if goals and stage == _task(setting) else "")
    return _NOTHING


def _ending(match: re.Match[str], setting: Setting) -> bool:
    """Whether 今年 is the year reported on: said in December, it promises nothing."""
    return "今年" in match.group() and setting.now is not None and setting.now == setting.reviewed


def _named(name: str, head: str, setting: Setting) -> Stage | None:
    review = _review(setting)
    plan = _PLAN.search(head)
    if name == "review" and _of_the_coming(head, setting):
        return _task(setting)
    if name == "review":
        whole_plan = plan and not _ONE_YEAR.search(head)
        return _by_plan(plan_years(plan[1]), setting) if plan and whole_plan else review
    if setting.year is None:
        return Stage("target", None, None) if name.startswith("target") else review
    settled = setting.genre in ("bulletin", "progress")
    if settled and name.startswith("target") and not _AHEAD.search(head):
        return None
    if name == "year":
        return _by_year(head, setting)
    if name == "target" and _heads_review(head, setting):
        return review
    if name == "plan" or (name.startswith("target") and plan and not _THIS_YEAR.search(head)):
        return _by_plan(plan_years(plan[1]), setting) if plan else None
    if name == "review-span":
        return _looking_back(head, setting)
    if name == "target-span":
        return _plan_ahead(plan, setting.year)
    return _task(setting)


def _of_the_coming(head: str, setting: Setting) -> bool:
    """三、2016年主要工作 is ahead where 2016 is the year promised for."""
    years = {int(year) for year in _YEAR.findall(head)}
    return setting.genre == "report" and years == {setting.year} and "工作" in head


def _heads_review(head: str, setting: Setting) -> bool:
    """一、2018年工作 heads what was done where 2018 is the year reported on."""
    years = {int(year) for year in _YEAR.findall(head)}
    return years == {setting.reviewed} and "工作" in head


def _by_year(head: str, setting: Setting) -> Stage | None:
    match = _YEAR.search(head)
    if match is None or setting.reviewed is None or setting.genre == "plan":
        return None
    year = int(match[1])
    if year == setting.reviewed:
        return _review(setting)
    return Stage("target", year, year) if year == setting.year else None


def _by_plan(years: tuple[int, int], setting: Setting) -> Stage | None:
    last = setting.reviewed or 0
    if years[1] <= last:
        return Stage("actual", *years)
    if years[0] > last or setting.genre == "plan":
        return Stage("target", *years)
    return None


def _plan_ahead(plan: re.Match[str] | None, year: int) -> Stage:
    """The plan that is named, where it is not over, or the next five years."""
    first, last = plan_years(plan[1]) if plan else (year, year + 4)
    return Stage("target", first, last) if last >= year else Stage("target", year, year + 4)


def _looking_back(head: str, setting: Setting) -> Stage:
    """五年来, or as many years as the words say: 四年来."""
    match = _YEARS_ON.search(head)
    last = setting.reviewed or 0
    return Stage("actual", last + 1 - (years_counted(match[1]) if match else 5), last)
