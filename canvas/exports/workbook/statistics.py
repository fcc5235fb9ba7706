"""The figures at a glance: charts on top, the formulas that they draw from under them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from canvas.domain.messages import N_, say
from canvas.exports.workbook.charts import Series, insert_chart
from canvas.exports.workbook.context import Context
from canvas.exports.workbook.loading import insert_load_chart, weeks_of
from canvas.exports.workbook.looks import pattern_of
from canvas.exports.workbook.marks import in_formula
from canvas.exports.workbook.places import HEADER, Page
from canvas.rules.cells import FIRST_DAY, as_kept, fitting
from canvas.rules.feeds import Months, course
from canvas.rules.spend import spend
from canvas.steps.audit.accounts import Account, AccountSnapshot
from canvas.steps.audit.figures import latest
from canvas.steps.competitors.comparison import Measure, compare
from canvas.steps.measure.readings import Reading
from canvas.steps.measure.series import Course
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus
from canvas.steps.resources.budget import BudgetCategory
from canvas.steps.resources.spans import monday
from canvas.steps.resources.spending import by_category

_CHART_ROWS = 16
_LEFT, _RIGHT = 1, 6
_TOP = 3
_MONTHS = 24
_INDICATORS = 4
"""Charts of indicators at most: the key ones come first."""

_LONGEST_NAME = 60


@dataclass(slots=True)
class _Pen:
    """Where the next chart and the next block of figures go."""

    sheet: Worksheet
    tab: str
    context: Context
    row: int
    charts: int = 0

    def corner(self) -> tuple[int, int]:
        """Return where the next chart goes: two a row."""
        row, side = divmod(self.charts, 2)
        self.charts += 1
        return _TOP + row * _CHART_ROWS, (_LEFT, _RIGHT)[side]

    def headings(self, title: str, words: Sequence[str]) -> int:
        """Write the title and headings of a block and return the row of the latter."""
        looks = self.context.looks
        self.sheet.write_string(self.row, 1, title, looks.section())
        for col, word in enumerate(words, 1):
            heading = looks.heading(computed=True, figures=col > 1)
            self.sheet.write_string(self.row + 1, col, word, heading)
        return self.row + 1

    def series(self, header: int, last: int, col: int, *, target: bool = False) -> Series:
        """Return a column of a block as a series."""
        values = (self.tab, header + 1, col, last, col)
        return Series((self.tab, header, col), values, line=target, dashed=target)

    def chart(self, header: int, last: int, title: str, about: str, **options: object) -> None:
        """Insert a chart of a block, whose first column is its axis."""
        span = (self.tab, header + 1, 1, last, 1)
        series = options.pop("series")
        assert isinstance(series, list)
        insert_chart(
            self.context.book,
            self.sheet,
            self.corner(),
            title=title,
            about=about,
            categories=span,
            series=series,
            **options,  # type: ignore[arg-type]
        )


def draw_statistics(sheet: Worksheet, page: Page, context: Context) -> None:
    """Draw what there are figures for."""
    tr = context.tr
    context.head(sheet, tr(page.sheet.title), tr(page.sheet.purpose))
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, 36)
    sheet.set_column(2, 14, 13)
    kpis = _courses(context)
    blocks = [_posts, _hours, _budget_months, _budget, _followers, _rivals]
    rows = (len(blocks) + len(kpis) + 1) // 2
    # Two rows of charts a printed page, and the figures on one of their own.
    below = _TOP + 2 * ((rows + 1) // 2) * _CHART_ROWS
    pen = _Pen(sheet, page.tab, context, below)
    for draw in blocks:
        draw(pen)
    for kpi, read in kpis:
        _indicator(pen, kpi, read)
    sheet.print_area(0, 0, pen.row, 12)
    sheet.set_h_pagebreaks([_TOP + 2 * n * _CHART_ROWS - 1 for n in range(1, (rows + 1) // 2 + 1)])


def _months(days: Sequence[dt.date]) -> list[dt.date]:
    if not days:
        return []
    month = min(days).replace(day=1)
    found: list[dt.date] = []
    while month <= max(days) and len(found) < _MONTHS:
        found.append(month)
        month = (month + dt.timedelta(32)).replace(day=1)
    return found


def _posts(pen: _Pen) -> None:
    """Posts by month, and how many of them are out."""
    context, tr = pen.context, pen.context.tr
    posts = [p for p in context.strategy.of(Post) if p.date and FIRST_DAY <= p.date < dt.date.max]
    months = _months([post.date for post in posts if post.date])
    if not months:
        return
    spot = context.places.spot("post")
    title = tr(N_("Posts by month"))
    header = pen.headings(title, (tr(N_("Month")), tr(N_("Planned")), tr(N_("Published"))))
    out = in_formula(context.cells.labels(PostStatus)[PostStatus.PUBLISHED])
    dates, status = spot.cells("date"), spot.cells("status")
    style = context.looks.make(num_format="#,##0")
    for row, month in enumerate(months, header + 1):
        pen.sheet.write_datetime(row, 1, month, _month_format(context))
        cell = xl_rowcol_to_cell(row, 1, col_abs=True)
        window = f'{dates},">="&{cell},{dates},"<"&EDATE({cell},1)'
        found = [p for p in posts if p.date and p.date.replace(day=1) == month]
        pen.sheet.write_formula(row, 2, f"=COUNTIFS({window})", style, len(found))
        done = sum(post.is_out for post in found)
        pen.sheet.write_formula(row, 3, f"=COUNTIFS({window},{status},{out})", style, done)
    last = header + len(months)
    about = tr(N_("Columns of the posts of each month, planned and published."))
    series = [pen.series(header, last, 2), pen.series(header, last, 3)]
    axis = context.looks.month
    pen.chart(header, last, title, about, series=series, axis=axis)
    pen.row = last + 3


def _hours(pen: _Pen) -> None:
    """Hours by week, from their own sheet."""
    context = pen.context
    first, end = weeks_of(context.strategy, context.today)
    weeks = (monday(end.toordinal()) - monday(first.toordinal())) // 7 + 1
    tab = context.places.page("load").tab
    insert_load_chart(pen.sheet, pen.corner(), tab, HEADER + weeks, context)


def _budget_months(pen: _Pen) -> None:
    """Budget by month: figures of the app, which spreads each line over its days."""
    context, tr = pen.context, pen.context.tr
    amounts = spend(context.strategy).by_month()
    months = [month for month in amounts if isinstance(month, dt.date)][:_MONTHS]
    months = [month for month in months if month >= FIRST_DAY]
    if not any(amounts[month].planned or amounts[month].spent for month in months):
        return
    title = tr(N_("Budget by month"))
    header = pen.headings(title, (tr(N_("Month")), tr(N_("Planned")), tr(N_("Spent"))))
    pattern = context.looks.amounts(cents=False)
    style = context.looks.quiet(num_format=pattern)
    for row, month in enumerate(months, header + 1):
        pen.sheet.write_datetime(row, 1, month, _month_format(context))
        pen.sheet.write_number(row, 2, as_kept(amounts[month].planned / 100), style)
        pen.sheet.write_number(row, 3, as_kept(amounts[month].spent / 100), style)
    last = header + len(months)
    about = tr(N_("Columns of what each month costs, planned and spent."))
    series = [pen.series(header, last, 2), pen.series(header, last, 3)]
    axis = context.looks.month
    pen.chart(header, last, title, about, series=series, pattern=pattern, axis=axis)
    pen.row = last + 3


def _budget(pen: _Pen) -> None:
    """Budget by category, campaigns counted as advertising."""
    context, tr = pen.context, pen.context.tr
    found = [one for one in by_category(context.strategy) if one.category]
    if not found:
        return
    lines, ads = context.places.spot("budget_line"), context.places.spot("ad_line")
    title = tr(N_("Budget by category"))
    header = pen.headings(title, (tr(N_("Category")), tr(N_("Planned")), tr(N_("Spent"))))
    style = context.looks.make(num_format=context.looks.amounts(cents=False))
    for row, one in enumerate(found, header + 1):
        assert one.category is not None
        words = context.cells.labels(BudgetCategory)[one.category]
        pen.sheet.write_string(row, 1, words, context.looks.make())
        cell = xl_rowcol_to_cell(row, 1, col_abs=True)
        for col, (ours, theirs, value) in enumerate(
            (("planned", "budget", one.planned), ("spent", "spent", one.spent)), 2
        ):
            formula = f"=SUMIFS({lines.cells(ours)},{lines.cells('category')},{cell})"
            if one.category is BudgetCategory.ADS:
                formula += f"+SUM({ads.cells(theirs)})"
            pen.sheet.write_formula(row, col, formula, style, as_kept(value / 100))
    last = header + len(found)
    about = tr(N_("Bars of what each category costs, planned and spent."))
    series = [pen.series(header, last, 2), pen.series(header, last, 3)]
    pattern = context.looks.amounts(cents=False)
    pen.chart(header, last, title, about, series=series, kind="bar", pattern=pattern)
    pen.row = last + 3


def _followers(pen: _Pen) -> None:
    """Followers of our accounts, by their newest figures."""
    context, tr = pen.context, pen.context.tr
    strategy = context.strategy
    known = [
        (account, snapshot)
        for account in strategy.of(Account)
        if (snapshot := latest(strategy, account.id)) and snapshot.followers is not None
    ]
    if not known:
        return
    spot = context.places.spot("account_snapshot")
    names, dates, counts = (spot.cells(name) for name in ("account", "date", "followers"))
    title = tr(N_("Followers by account"))
    header = pen.headings(title, (tr(N_("Account")), tr(N_("Followers"))))
    style = context.looks.make(num_format="#,##0")
    for row, (account, snapshot) in enumerate(known, header + 1):
        name = context.cells.names("account")[account.id]
        pen.sheet.write_string(row, 1, name, context.looks.make())
        cell = xl_rowcol_to_cell(row, 1, col_abs=True)
        newest = f"SUMPRODUCT(MAX(({names}={cell})*{dates}))"
        formula = f"=SUMPRODUCT(({names}={cell})*({dates}={newest})*{counts})"
        count = snapshot.followers
        assert count is not None
        if _is_only(strategy.of(AccountSnapshot), snapshot):
            pen.sheet.write_formula(row, 2, formula, style, count)
        else:
            pen.sheet.write_number(row, 2, count, style)
    last = header + len(known)
    about = tr(N_("Bars of the people who follow each of your accounts."))
    pen.chart(header, last, title, about, series=[pen.series(header, last, 2)], kind="bar")
    pen.row = last + 3


def _is_only(all_of_them: Sequence[AccountSnapshot], one: AccountSnapshot) -> bool:
    """Return whether a formula finds these figures too: dated, and alone on their day."""
    same = [s for s in all_of_them if s.account == one.account and s.date == one.date]
    return one.date is not None and one.date >= FIRST_DAY and len(same) == 1


def _rivals(pen: _Pen) -> None:
    """Followers of us and of competitors: figures of the app, all networks together."""
    context, tr = pen.context, pen.context.tr
    known = [
        (rival, rival.total)
        for rival in compare(context.strategy, Measure.FOLLOWERS)
        if rival.total is not None
    ]
    if len(known) < 2:
        return
    title = tr(N_("You and your competitors"))
    header = pen.headings(title, (tr(N_("Who")), tr(N_("Followers"))))
    style = context.looks.quiet(num_format="#,##0")
    for row, (rival, total) in enumerate(known, header + 1):
        pen.sheet.write_string(
            row, 1, fitting(tr.said(rival.name))[:_LONGEST_NAME], context.looks.make()
        )
        pen.sheet.write_number(row, 2, total, style)
    last = header + len(known)
    about = tr(N_("Bars of the people who follow you and each of your competitors."))
    pen.chart(header, last, title, about, series=[pen.series(header, last, 2)], kind="bar")
    pen.row = last + 3


def _courses(context: Context) -> list[tuple[Kpi, Course]]:
    """Return the indicators to draw, the key ones first: those known of two months at least.

    What nobody typed is taken from the files of the platforms, as the dashboard does.
    """
    months = Months(context.strategy, context.figures)
    found = [
        (kpi, course(context.strategy, context.figures, kpi, months))
        for kpi in context.strategy.of(Kpi)
    ]
    drawn = [
        (kpi, read) for kpi, read in found if sum(value is not None for value in read.values) > 1
    ]
    return sorted(drawn, key=lambda one: not one[0].is_key)[:_INDICATORS]


def _indicator(pen: _Pen, kpi: Kpi, read: Course) -> None:
    """One indicator month by month, against its target."""
    context, tr = pen.context, pen.context.tr
    name = context.cells.names("kpi")[kpi.id]
    title = name[:_LONGEST_NAME]
    header = pen.headings(title, (tr(N_("Month")), tr(N_("Value")), tr(N_("Target"))))
    months, values = read.months[-_MONTHS:], read.values[-_MONTHS:]
    pattern = pattern_of(value for value in values if value is not None)
    style = context.looks.make(num_format=pattern)
    for row, ((year, month), value) in enumerate(zip(months, values, strict=True), header + 1):
        first = dt.date(year, month, 1)
        pen.sheet.write_datetime(row, 1, first, _month_format(context))
        if value is not None:
            _value(pen, (row, 2), kpi, (first, value), style)
        if read.target is not None:
            pen.sheet.write_number(row, 3, as_kept(read.target), style)
    last = header + len(months)
    series = [pen.series(header, last, 2)]
    if read.target is not None:
        series.append(pen.series(header, last, 3, target=True))
    about = tr(say(N_("A line of “{name}” month by month, and its target."), name=name))
    axis = context.looks.month
    pen.chart(header, last, title, about, series=series, kind="line", pattern=pattern, axis=axis)
    pen.row = last + 3


def _value(
    pen: _Pen, cell: tuple[int, int], kpi: Kpi, read: tuple[dt.date, float], style: object
) -> None:
    """Write a month's value: live where one reading gives it, else as the app works it out."""
    context = pen.context
    month, value = read
    readings = [
        r
        for r in context.strategy.of(Reading)
        if r.kpi == kpi.id and r.date and r.date.replace(day=1) == month and r.value is not None
    ]
    if len(readings) != 1 or month < FIRST_DAY:
        pen.sheet.write_number(*cell, as_kept(value), style)
        return
    spot = context.places.spot("reading")
    names, dates = spot.cells("kpi"), spot.cells("date")
    day = xl_rowcol_to_cell(cell[0], 1, col_abs=True)
    name = in_formula(context.cells.names("kpi")[kpi.id])
    months = f"({dates}>={day})*({dates}<EDATE({day},1))"
    formula = f"=SUMPRODUCT(({names}={name})*{months}*{spot.cells('value')})"
    pen.sheet.write_formula(*cell, formula, style, as_kept(value))


def _month_format(context: Context) -> object:
    return context.looks.make(num_format=context.looks.month, align="left")
