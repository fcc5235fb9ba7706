"""What measuring says in the deck: three indicators, the return, what was learnt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Cell,
    Column,
    Decision,
    FigureCard,
    Figures,
    Gap,
    Piece,
    Said,
    Section,
    Series,
    Slide,
    Table,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.measure.files import DataFile
from canvas.steps.measure.series import Course, course_of
from canvas.steps.measure.story_learning import learning_story
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.objective import Objective
from canvas.steps.wording import figure, name_of, shorten, shown

_STEP = "measure"
_MOST_CARDS = 4
_MONTHS_SHOWN = 12

SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


def story(strategy: Strategy) -> Iterator[Piece]:
    """The key indicators, what they bring, the return, the lessons, all indicators."""
    yield from _key_indicators(strategy)
    for rest in (_contribution, learning_story, _all_indicators):
        yield from in_detail(rest(strategy))


def key_indicators(strategy: Strategy) -> list[Kpi]:
    """Return the indicators ticked as key, in their order."""
    return [kpi for kpi in strategy.of(Kpi) if kpi.is_key and kpi.name]


def _key_indicators(strategy: Strategy) -> Iterator[Piece]:
    keys = key_indicators(strategy)
    if not keys:
        yield Gap(
            say(N_("The three key indicators")),
            say(N_("Three figures that everybody knows beat thirty that nobody reads.")),
            _STEP,
        )
        return
    notes = [
        say(
            N_(
                "Each point is the latest reading of its month; a month without a reading "
                "is left open. The dashed line is the target."
            )
        )
    ]
    if len(keys) > _MOST_CARDS:
        notes.append(
            say(
                N_("Four of the {n} key indicators are shown; all are in the appendix."),
                n=len(keys),
            )
        )
    yield Slide(
        Section.MEANS,
        _key_title(keys),
        Figures([_card(strategy, kpi) for kpi in keys[:_MOST_CARDS]]),
        source=_read_from(strategy),
        notes=notes,
        step=_STEP,
    )
    yield Decision(
        say(
            N_("Approve the key indicators: {names}"),
            names=[shorten(kpi.name, 40) for kpi in keys],
        ),
        say(N_("They open every report; the other figures are followed aside.")),
        step=_STEP,
    )


def _read_from(strategy: Strategy) -> Said:
    """Return why figures may differ from those of the dashboard, "" where they do not."""
    if not strategy.of(DataFile):
        return ""
    return say(
        N_("Typed readings alone; the dashboard and the reports count the platforms’ files as well")
    )


def _key_title(keys: Sequence[Kpi]) -> Message:
    names = [shorten(kpi.name, 26) for kpi in keys]
    if len(keys) == 3:
        return say(N_("Three indicators are enough: {names}"), names=names)
    if len(keys) < 3:
        return say_count(
            "One key indicator for now: {names}",
            "{n} key indicators for now: {names}",
            len(keys),
            names=names,
        )
    return say(
        N_("{n} key indicators where three would do, {name} first"), n=len(keys), name=names[0]
    )


def _card(strategy: Strategy, kpi: Kpi) -> FigureCard:
    course = course_of(strategy, kpi)
    months = course.months[-_MONTHS_SHOWN:]
    values = course.values[-_MONTHS_SHOWN:]
    verdict, tone = _verdict(course)
    series = [Series(kpi.name, values)]
    if kpi.target is not None:
        series.append(Series(say(N_("Target")), [kpi.target] * len(values), dashed=True))
    # One point is no curve: the figure in large says as much.
    drawn = len(values) > 1
    return FigureCard(
        kpi.name,
        figure(course.latest, kpi.unit) or say(N_("To be measured")),
        [remark for remark in (*_facts(strategy, kpi, course), verdict) if remark],
        [say(SHORT_MONTHS[month - 1]) for _year, month in months] if drawn else (),
        series if drawn else (),
        tone,
    )


def _facts(strategy: Strategy, kpi: Kpi, course: Course) -> Iterator[Said]:
    if course.baseline is not None:
        yield say(N_("Start: {value}"), value=figure(course.baseline, kpi.unit))
    if course.target is not None:
        yield say(N_("Target: {value}"), value=figure(course.target, kpi.unit))
    objective = strategy.linked(Objective, kpi.objective)
    if objective is not None and objective.due is not None:
        yield say(N_("By {date}"), date=objective.due)
    if course.read_on is not None:
        yield say(N_("Last read on {date}"), date=course.read_on)


def _verdict(course: Course) -> tuple[Said, Tone]:
    way = course.way_done
    if way is None:
        return "", Tone.NEUTRAL
    if way >= 1:
        return say(N_("Target reached")), Tone.GOOD
    if way < 0:
        return say(N_("Moving away from the target")), Tone.BAD
    return say(N_("{share} of the way there"), share=Share(round(way, 2))), Tone.WATCH


def _contribution(strategy: Strategy) -> Iterator[Piece]:
    linked = [k for k in strategy.of(Kpi) if k.name and (k.marketing_goal or k.contribution)]
    if not linked:
        return
    linked.sort(key=lambda kpi: not kpi.is_key)
    first = linked[0]
    yield Slide(
        Section.MEANS,
        say(
            N_("“{indicator}” serves a goal of the business: {goal}"),
            indicator=shorten(first.name, 35),
            goal=shorten(first.marketing_goal or first.contribution, 42),
        ),
        Table(
            (
                Column(say(N_("Indicator")), 1.4),
                Column(say(N_("Marketing goal")), 1.6),
                Column(say(N_("Part in sales")), 1.6),
                Column(say(N_("Value to reach")), 0.9, figures=True),
            ),
            [
                (
                    Cell(kpi.name, strong=kpi.is_key),
                    kpi.marketing_goal,
                    kpi.contribution,
                    figure(kpi.target, kpi.unit),
                )
                for kpi in linked
            ],
        ),
        step=_STEP,
    )


def _all_indicators(strategy: Strategy) -> Iterator[Piece]:
    found = [(kpi, course_of(strategy, kpi)) for kpi in strategy.of(Kpi) if kpi.name]
    read = [kpi for kpi, course in found if course.latest is not None]
    if not read:
        return
    yield Slide(
        Section.APPENDIX,
        say(N_("{read} of our {all} indicators are being read"), read=len(read), all=len(found))
        if len(read) < len(found) and len(read) > 1
        else say(N_("All our indicators, from the start to the latest reading")),
        Table(
            (
                Column(say(N_("Indicator")), 2),
                Column(say(N_("Objective")), 1.6),
                Column(say(N_("Starting value")), 0.9, figures=True),
                Column(say(N_("Latest value")), 0.9, figures=True),
                Column(say(N_("Value to reach")), 0.9, figures=True),
                Column(say(N_("Distance covered")), 0.8, figures=True),
            ),
            [
                (
                    Cell(kpi.name, strong=kpi.is_key),
                    name_of(strategy, kpi.objective),
                    figure(course.baseline, kpi.unit),
                    figure(course.latest, kpi.unit),
                    figure(course.target, kpi.unit),
                    _way(course),
                )
                for kpi, course in found
            ],
        ),
        source=_read_from(strategy),
        notes=[say(N_("Distance covered is the share of the way from the start to the target."))],
        step=_STEP,
    )


def _way(course: Course) -> Said | Cell:
    if course.way_done is None:
        return ""
    return Cell(shown(Share(round(course.way_done, 2))), _verdict(course)[1])
