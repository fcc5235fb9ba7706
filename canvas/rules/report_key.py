"""What was wanted and what happened: objectives, key indicators, their trend (C44, C49)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Cell,
    Chart,
    ChartKind,
    Column,
    FigureCard,
    Figures,
    Gap,
    Item,
    Piece,
    ReportSection,
    Said,
    Series,
    Slide,
    Table,
    Tone,
)
from canvas.rules.dashboard_key import KeyFigure, Light
from canvas.rules.report_view import STEP, View, last_months, period_said
from canvas.rules.report_words import Words, signs
from canvas.steps.measure.series import Month
from canvas.steps.measure.story import SHORT_MONTHS
from canvas.steps.objectives.todos import objectives
from canvas.steps.wording import figure, from_to, listed, name_of, shorten

MOST_CARDS = 4
MONTHS_SHOWN = 12

_WORST_FIRST = (Light.RED, Light.AMBER, Light.NONE, Light.GREEN)


def wanted(view: View, words: Words) -> Iterator[Piece]:
    """Say which objectives the plan has, and where each stands."""
    found = objectives(view.strategy)
    if not found:
        yield Gap(
            say(N_("The objectives")),
            say(N_("Without an objective no figure is good or bad.")),
            "objectives",
        )
        return
    main = view.main or found[0]
    name = shorten(main.title, 70)
    title = (
        say(N_("We want: {objective}, by {date}"), objective=name, date=main.due)
        if main.due
        else say(N_("We want: {objective}, with no date yet"), objective=name)
    )
    rows: list[Sequence[Said | Cell]] = []
    for one in found:
        key = view.figure_of(one)
        rows.append(
            (
                Cell(one.title, strong=one is main),
                from_to(one.baseline, one.target, one.unit),
                _now(key),
                _light(key),
                say("{date}", date=one.due) if one.due else Cell(say(N_("no date")), Tone.WATCH),
                name_of(view.strategy, one.owner) or Cell(say(N_("nobody")), Tone.WATCH),
            )
        )
        if one.due is None or one.target is None:
            yield Gap(
                say(N_("Target and date of “{objective}”"), objective=shorten(one.title, 60)),
                say(N_("Without both, nobody can say whether it is on track.")),
                "objectives",
            )
    yield Slide(
        ReportSection.WANTED,
        words.title(title),
        Table(
            (
                Column(say(N_("Objective")), 2.6),
                Column(say(N_("From start to target")), 1.3, figures=True),
                Column(say(N_("In this period")), 1.1, figures=True),
                Column(say(N_("Verdict")), 1.4),
                Column(say(N_("By when")), 1.1),
                Column(say(N_("Owner")), 1.1),
            ),
            rows,
        ),
        notes=[
            say(N_("Each objective is judged by the indicator that counts what it counts.")),
            light_rule(),
        ],
        step=STEP,
    )


def _now(key: KeyFigure | None) -> Said | Cell:
    if key is None:
        return Cell(say(N_("no indicator")), Tone.WATCH)
    return figure(key.value, key.kpi.unit) or Cell(say(N_("not read")), Tone.WATCH)


def _light(key: KeyFigure | None) -> Cell:
    light = key.light if key else Light.NONE
    return Cell(say(light.label), light.tone, strong=True)


def light_rule() -> Message:
    """Return how green, amber and red are told apart."""
    return say(
        N_(
            "Green: the way done is at most 10 points behind a straight line from the start to "
            "the target; amber: at most 30 points; red: further behind."
        )
    )


def keys(view: View, words: Words) -> Iterator[Piece]:
    """Show the key indicators against their target, red, amber or green in words too."""
    found = view.board.keys
    if not found:
        yield Gap(
            say(N_("The three key indicators")),
            say(N_("Three figures that everybody knows beat thirty that nobody reads.")),
            "objectives",
        )
        return
    yield from _not_read(found)
    yield Slide(
        ReportSection.HAPPENED,
        words.title(keys_title(view)),
        Figures([_card(view, key, words) for key in found[:MOST_CARDS]]),
        notes=[
            light_rule(),
            say(
                N_(
                    "Each point is the latest figure of its month; a month without one is left "
                    "open. The dashed line is the target."
                )
            ),
            *(
                [say(N_("“{name}”: {formula}"), name=key.kpi.name, formula=key.kpi.formula)
                 for key in found if key.kpi.formula]
            ),
        ],
        source=listed(dict.fromkeys(key.kpi.source for key in found)),
        step=STEP,
    )  # fmt: skip


def _not_read(found: Sequence[KeyFigure]) -> Iterator[Piece]:
    for key in found:
        if key.missing:
            yield Gap(
                say(N_("Figures of “{name}”"), name=shorten(key.kpi.name, 50)),
                key.missing[0],
                STEP,
            )


def keys_title(view: View) -> Message:
    """Return where the key indicators stand, in one sentence."""
    found = view.board.keys
    named = {light: [k for k in found if k.light is light] for light in Light}
    good, bad = named[Light.GREEN], [*named[Light.RED], *named[Light.AMBER]]
    if len(named[Light.NONE]) == len(found):
        return say(N_("No key indicator can be judged yet: starts, targets or figures are missing"))
    if len(good) == len(found):
        return say_count(
            "The key indicator is on track: {names}",
            "All {n} key indicators are on track: {names}",
            len(found),
            names=[shorten(key.kpi.name, 26) for key in found[:3]],
        )
    if not bad:
        bad = named[Light.NONE]
    first = bad[0]
    texts = {
        Light.RED: N_("{good} of {n} key indicators on track; “{name}” is far from its target"),
        Light.AMBER: N_("{good} of {n} key indicators on track; “{name}” is a little late"),
        Light.NONE: N_("{good} of {n} key indicators on track; “{name}” cannot be judged"),
    }
    return say(texts[first.light], good=len(good), n=len(found), name=shorten(first.kpi.name, 36))


def _card(view: View, key: KeyFigure, words: Words) -> FigureCard:
    course, subject = key.course, key.kpi.id
    months = last_months(view.span, MONTHS_SHOWN, [course.months])
    known = dict(zip(course.months, course.values, strict=True))
    values = [known.get(month) for month in months]
    drawn = sum(value is not None for value in values) > 1
    series = [Series(key.kpi.name, values)]
    if key.kpi.target is not None:
        series.append(Series(say(N_("Target")), [key.kpi.target] * len(values), dashed=True))
    remarks = words.several(signs(subject), [*key.said, *key.missing], about=key.kpi.name)
    return FigureCard(
        key.kpi.name,
        figure(key.value, key.kpi.unit) or say(N_("Not read")),
        [say(key.light.label), *remarks],
        month_labels(months) if drawn else (),
        series if drawn else (),
        key.light.tone,
    )


def month_labels(months: Sequence[Month]) -> list[Said]:
    """Return months as an axis names them; the year stands with each January and the first."""
    return [
        say(N_("{month} {year}"), month=say(SHORT_MONTHS[month - 1]), year=f"{year % 100:02d}")
        if month == 1 or not at
        else say(SHORT_MONTHS[month - 1])
        for at, (year, month) in enumerate(months)
    ]


def trend(view: View, words: Words) -> Iterator[Piece]:
    """Show how far the key indicators went month by month, on one scale."""
    found = [key for key in view.board.keys if key.course.way_of(key.course.latest) is not None]
    if not found:
        return
    months = last_months(
        view.span, 3 * MONTHS_SHOWN if view.is_year else MONTHS_SHOWN,
        [key.course.months for key in found],
    )  # fmt: skip
    series = []
    for key in found[:MOST_CARDS]:
        known = dict(zip(key.course.months, key.course.values, strict=True))
        values = [key.course.way_of(known.get(month)) for month in months]
        series.append(Series(key.kpi.name, values))
    judged = [key for key in found if key.way is not None]
    if judged:
        first = max(judged, key=lambda key: key.way or 0)
        title = say(
            N_("“{name}” has come furthest: {way} of the way to its target"),
            name=shorten(first.kpi.name, 45),
            way=Share(round(first.way or 0, 2)),
        )
    else:
        title = say(
            N_("Nothing was read in {period}: the way so far"), period=period_said(view.span)
        )
    remarks = [
        Item(said)
        for key in judged
        if (said := words(signs(key.kpi.id), _pace(key)))
    ]  # fmt: skip
    yield Slide(
        ReportSection.HAPPENED,
        words.title(title),
        Chart(
            ChartKind.LINES,
            month_labels(months),
            [*series, Series(say(N_("Target")), [1.0] * len(months), dashed=True)],
            remarks,
            share=True,
        ),
        notes=[
            say(N_("0% is the start, 100% the target; a month without a figure is left open.")),
            light_rule(),
        ],
        step=STEP,
    )


def _pace(key: KeyFigure) -> Message:
    way = Share(round(key.way or 0, 2))
    name = shorten(key.kpi.name, 60)
    if not key.expected:
        return say(N_("{name}: {way} of the way."), name=name, way=way)
    return say(
        N_("{name}: {way} of the way; a straight line would be at {expected}."),
        name=name,
        way=way,
        expected=Share(round(key.expected, 2)),
    )


def in_short(view: View) -> Message | None:
    """Return the key indicators in one sentence, None without any."""
    found = sorted(view.board.keys, key=lambda key: _WORST_FIRST.index(key.light))
    if not found:
        return None
    groups = [
        say(
            N_("{light}: {list}"),
            light=light,
            list=[
                say(
                    N_("{name} ({value})"),
                    name=shorten(key.kpi.name, 40),
                    value=figure(key.value, key.kpi.unit) or say(N_("not read")),
                )
                for key in own
            ],
        )
        for light in _WORST_FIRST
        if (own := [key for key in found[:MOST_CARDS] if key.light is light])
    ]
    said = listed(groups)
    return said if isinstance(said, Message) else None
