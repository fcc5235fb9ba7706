"""The sheet of hours, week by week: what is asked for, and what there is (C128).

Its formulas follow what is edited on the other sheets, by the rules of
`canvas.steps.resources.load`; training and reuses, which have no sheet, are figures, and
so is the work of people whose hours nobody knows: they do it beside the team, as on the
page and in the deck.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from canvas import palette
from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.exports.workbook.charts import Series, insert_chart
from canvas.exports.workbook.context import Context
from canvas.exports.workbook.looks import DECIMALS, INK, RULE, tint
from canvas.exports.workbook.marks import in_formula
from canvas.exports.workbook.places import (
    FIGURES,
    FROM,
    HEADER,
    HOURS,
    LABELS,
    RATE,
    UNTIL,
    Page,
    Spot,
)
from canvas.exports.workbook.table import HEADING
from canvas.rules.cells import FIRST_DAY, YES, as_kept
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PromotionLevel
from canvas.steps.resources.load import Load, load
from canvas.steps.resources.period import period_of
from canvas.steps.resources.spans import HOUR, WORKING, working_days
from canvas.steps.resources.work import Source

MOST_WEEKS = 53
"""Weeks that the sheet shows at most."""

_WITHOUT_DATES = 13
"""Weeks that it shows from today where nothing has a date."""

_FEW = 40
"""Spare rows of small tables: more of them would make the sheet slow."""

WEEK, FIRST_SOURCE = 1, 2
"""Columns of the week and of the first source of work."""

SOURCES = tuple(Source)
NEEDED = FIRST_SOURCE + len(SOURCES)
OTHERS = NEEDED + 1
THERE = OTHERS + 1
SPARE_HOURS = THERE + 1


def weeks_of(strategy: Strategy, today: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that the sheet is about: the plan's, at most a year."""
    days = [post.date for post in strategy.of(Post) if post.date]
    days += [action.due for action in strategy.of(Action) if action.due]
    days = [day for day in days if day >= FIRST_DAY and day.year < 9000]
    if not days:
        return today, today + dt.timedelta(weeks=_WITHOUT_DATES - 1)
    first, last = min(days), max(days)
    longest = dt.timedelta(weeks=MOST_WEEKS - 1)
    if last - first > longest:
        first = min(max(first, today), last - longest)
    return first, min(last, first + longest)


def draw_load(sheet: Worksheet, page: Page, context: Context) -> None:
    """Draw the weeks, their totals and the chart."""
    looks, tr = context.looks, context.tr
    context.head(sheet, tr(page.sheet.title), tr(page.sheet.purpose))
    sheet.set_column(0, 0, 2)
    sheet.set_column(WEEK, WEEK, 14)
    sheet.set_column(FIRST_SOURCE, SPARE_HOURS, 15)
    found = load(context.strategy, *weeks_of(context.strategy, context.today))
    labels = [
        tr(N_("Week of")),
        *(tr.label(source) for source in SOURCES),
        tr(N_("Hours asked for")),
        tr(N_("Without known hours")),
        tr(N_("Hours there are")),
        tr(N_("Hours left")),
    ]
    sheet.set_row(HEADER, HEADING)
    for col, label in enumerate(labels, WEEK):
        heading = looks.heading(computed=True, figures=col > WEEK)
        sheet.write_string(HEADER, col, label, heading)
    for row, week in enumerate(found.weeks, HEADER + 1):
        _week(sheet, row, week, found, context)
    last = HEADER + len(found.weeks)
    _colours(sheet, last, context)
    _figures(sheet, last, found, context)
    insert_load_chart(sheet, (HEADER, SPARE_HOURS + 2), page.tab, last, context)
    sheet.freeze_panes(HEADER + 1, 2)
    sheet.repeat_rows(HEADER)
    sheet.print_area(0, 0, last, SPARE_HOURS)


def _week(sheet: Worksheet, row: int, week: dt.date, found: Load, context: Context) -> None:
    looks = context.looks
    cell = found.team(week)
    monday = xl_rowcol_to_cell(row, WEEK, col_abs=True)
    sheet.write_datetime(row, WEEK, week, looks.make(num_format=looks.date, align="left"))
    hours = looks.make(num_format=DECIMALS)
    formulas = _formulas(monday, week, context)
    for col, source in enumerate(SOURCES, FIRST_SOURCE):
        value = _in_hours(cell.by_source.get(source, 0))
        if source in formulas:
            sheet.write_formula(row, col, formulas[source], hours, value)
        else:
            sheet.write_number(row, col, value, looks.quiet(num_format=DECIMALS))
    first, last = (xl_rowcol_to_cell(row, at) for at in (FIRST_SOURCE, NEEDED - 1))
    bold = looks.make(num_format=DECIMALS, bold=True)
    sheet.write_formula(row, NEEDED, f"=ROUND(SUM({first}:{last}),2)", bold, _in_hours(cell.needed))
    sheet.write_formula(row, THERE, _capacity(monday, context), hours, _in_hours(cell.capacity))
    needed, there = (xl_rowcol_to_cell(row, at) for at in (NEEDED, THERE))
    others = xl_rowcol_to_cell(row, OTHERS)
    quiet = looks.quiet(num_format=DECIMALS)
    sheet.write_number(row, OTHERS, float(_in_hours(_others(found, week))), quiet)
    left = f'=IF({there}="","",ROUND({there}-{needed}+{others},2))'
    sheet.write_formula(row, SPARE_HOURS, left, bold, _left(found, week))


def _in_hours(amount: int | None) -> float | str:
    return "" if amount is None else as_kept(round(amount / HOUR, 2))


def _others(found: Load, week: dt.date) -> int:
    """Return the work of a week that falls to people whose hours nobody knows."""
    return found.team(week).needed - found.compared(week).needed


def _left(found: Load, week: dt.date) -> float | str:
    cell = found.team(week)
    if cell.capacity is None:
        return ""
    there, needed, others = (
        round(amount / HOUR, 2) for amount in (cell.capacity, cell.needed, _others(found, week))
    )
    return as_kept(round(there - needed + others, 2))


def _formulas(monday: str, week: dt.date, context: Context) -> Mapping[Source, str]:
    places = context.places
    post = places.spot("post")
    formulas = {
        Source.POSTS: _laid(post, monday),
        Source.ACTIONS: _laid(places.spot("action"), monday),
        Source.PROMOTION: _gestures(monday, context),
        Source.TASKS: f"SUM({places.spot('task_automation').cells(HOURS)})",
    }
    if (share := _share_in_period(week, context.strategy)) != 1:
        formulas[Source.TASKS] += f"*{share}"
    return {source: f"=ROUND({formula},2)" for source, formula in formulas.items()}


def _share_in_period(week: dt.date, strategy: Strategy) -> float:
    """Return how much of a week's working days the strategy runs."""
    period = period_of(strategy)
    if period is None:
        return 1
    first = max(week.toordinal(), period[0].toordinal())
    last = min(week.toordinal() + 6, period[1].toordinal())
    return as_kept(working_days(first, last) / WORKING) if first <= last else 0


def _laid(spot: Spot, monday: str) -> str:
    """Return the hours that lines lay on a week: their rate times the days they share."""
    # The Monday's own number among working days, less one.
    start = f"(INT(({monday}-3)/7)*{WORKING}+{WORKING})"
    shared = _overlap(spot.cells(FROM), spot.cells(UNTIL), start, f"({start}+{WORKING})")
    return f"SUMPRODUCT({spot.cells(RATE)}*{shared})"


def _overlap(start: str, end: str, first: str, last: str) -> str:
    """Return how much two spans share, without MIN or MAX, which swallow whole columns."""
    low = f"({start}+{first}+ABS({start}-{first}))/2"
    high = f"({end}+{last}-ABS({end}-{last}))/2"
    return f"(({high}-{low})+ABS({high}-{low}))/2"


def _gestures(monday: str, context: Context) -> str:
    """Return the hours of the promotion routine: each gesture on its posts' day and delay."""
    post, gesture = context.places.spot("post"), context.places.spot("promotion_action")
    dates, majors = post.cells("date"), post.cells("is_major")
    effort, level, delay = (_short(gesture, n) for n in ("effort_hours", "level", "delay_days"))
    days = f"({delay}+ABS({delay}))/2"
    window = f'{dates},">="&({monday}-{days}),{dates},"<="&({monday}+6-{days})'
    every = f"COUNTIFS({window})"
    major = f"COUNTIFS({window},{majors},{in_formula(context.tr(YES))})"
    words = context.cells.labels(PromotionLevel)
    is_major = f"({level}={in_formula(words[PromotionLevel.MAJOR])})"
    is_minor = f"({level}={in_formula(words[PromotionLevel.MINOR])})"
    served = f"({every}*(1-{is_major})+{major}*({is_major}-{is_minor}))"
    return f"SUMPRODUCT({effort}*{served})"


def _capacity(monday: str, context: Context) -> str:
    """Return the hours of the team, from its members' start to their end, less absences."""
    team, absence = context.places.spot("team_member"), context.places.spot("absence")
    hours, start, end = (_short(team, name) for name in ("hours_week", "start", "end"))
    friday = f"({monday}+4)"
    since = f'({start}+({start}="")*{monday}-1)'
    until = f'({end}+({end}="")*{friday})'
    given = f"{hours}*{_overlap(since, until, f'({monday}-1)', friday)}/{WORKING}"
    names = _short(team, "name")
    member, gone, back, left = (
        _short(absence, name) for name in ("member", "start", "end", "hours_week")
    )
    since = f'({gone}+({gone}="")*{back}-1)'
    until = f'({back}+({back}="")*{gone})'
    usual = f"SUMIF({names},{member},{hours})"
    lost = f"(({usual}-{left})+ABS({usual}-{left}))/2"
    missed = f"{lost}*{_overlap(since, until, f'({monday}-1)', friday)}/{WORKING}"
    total = f"ROUND(SUMPRODUCT({given})-SUMPRODUCT({missed}),2)"
    return f'=IF(COUNT({hours})=0,"",{total})'


def _short(spot: Spot, name: str) -> str:
    """Return a column's cells with a few spare rows only."""
    return spot.with_spare(_FEW).cells(name)


def _colours(sheet: Worksheet, last: int, context: Context) -> None:
    bad = palette.TONES["bad"].light
    short = context.looks.change(bold=True, font_color=bad, bg_color=tint(bad, 0.14))
    rule = {"type": "cell", "criteria": "<", "value": 0, "format": short}
    sheet.conditional_format(HEADER + 1, SPARE_HOURS, last, SPARE_HOURS, rule)
    ruled = context.looks.change(bottom=1, bottom_color=RULE)
    sheet.conditional_format(
        HEADER + 1, WEEK, last, SPARE_HOURS, {"type": "no_errors", "format": ruled}
    )


def _figures(sheet: Worksheet, last: int, found: Load, context: Context) -> None:
    looks, tr = context.looks, context.tr
    sheet.set_row(LABELS, 38)
    sheet.set_row(FIGURES, 24)
    cells = [found.team(week) for week in found.weeks]
    lefts = [_left(found, week) for week in found.weeks]
    short = sum(isinstance(left, int | float) and left < 0 for left in lefts)
    needed = as_kept(round(sum(float(_in_hours(cell.needed)) for cell in cells), 2))

    def place(col: int) -> str:
        first, end = (xl_rowcol_to_cell(row, col) for row in (HEADER + 1, last))
        return f"{first}:{end}"

    figures = (
        (N_("Weeks shown"), f"=COUNT({place(WEEK)})", len(cells)),
        (N_("Weeks short of hours"), f'=COUNTIF({place(SPARE_HOURS)},"<0")', short),
        (N_("Hours asked for in all"), f"=SUM({place(NEEDED)})", needed),
    )
    for col, (label, formula, value) in enumerate(figures, WEEK):
        sheet.write_string(LABELS, col, tr(label), looks.figure_label())
        sheet.write_formula(FIGURES, col, formula, looks.figure(DECIMALS), value)


def insert_load_chart(
    sheet: Worksheet, corner: tuple[int, int], tab: str, last: int, context: Context
) -> None:
    """Insert the chart of hours by week, from the rows of the sheet called `tab`."""
    span = (tab, HEADER + 1, WEEK, last, WEEK)
    series = [
        Series((tab, HEADER, col), (tab, HEADER + 1, col, last, col))
        for col in range(FIRST_SOURCE, NEEDED)
    ]
    series.append(
        Series((tab, HEADER, THERE), (tab, HEADER + 1, THERE, last, THERE), line=True, colour=INK)
    )
    insert_chart(
        context.book,
        sheet,
        corner,
        title=context.tr(N_("Hours by week")),
        about=context.tr(
            N_("Columns of the hours that each week takes, and a line of those there are.")
        ),
        categories=span,
        series=series,
        stacked=True,
        axis=context.looks.day,
    )
