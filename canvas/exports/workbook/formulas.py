"""Columns that a table computes, as a formula and as its value.

Hours are laid over weeks by the rules of `canvas.steps.resources.load`.  A day's number
among working days makes that a subtraction: a line whose last day is working day `until`
and whose first one follows working day `from` takes `rate` hours on each day between.  Work
of a weekend is that of the Friday before, which is in the same week.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.exports.workbook.places import FROM, HOURS, RATE, UNTIL, Places, Spot
from canvas.rules.cells import FIRST_DAY, as_kept
from canvas.steps.common import Progress
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.effort import effort_of
from canvas.steps.resources.spans import WORKING

EPOCH = dt.date(1899, 12, 30).toordinal()
"""The day that spreadsheets number 0, for all days after February 1900."""

Figure = float | str
"""A formula's value; "" for nothing."""


def working_day(serial: int) -> int:
    """Return how many working days a spreadsheet counts until a day, that one included."""
    return (serial - 2) // 7 * WORKING + min(WORKING, (serial - 2) % 7 + 1)


def working_day_formula(day: str) -> str:
    """Return the same as a formula of a cell or an expression."""
    return f"INT(({day}-2)/7)*{WORKING}+MIN({WORKING},MOD({day}-2,7)+1)"


class Computed:
    """The computed columns of one table."""

    def __init__(self, spot: Spot, places: Places, strategy: Strategy, dropped: str) -> None:
        self._spot = spot
        self._places = places
        self._strategy = strategy
        self._dropped = dropped

    def columns(self) -> Iterator[tuple[str, str, Callable[[Record], Figure]]]:
        """Yield name, formula of a row, and what gives its value."""
        match self._spot.table.record:
            case "post":
                yield HOURS, self._hours_of_post(), self._post_hours
                yield FROM, self._from("date", self._lead()), lambda one: self._span(one)[0]
                yield UNTIL, self._until("date"), lambda one: self._span(one)[1]
                yield RATE, self._rate(HOURS), self._share
            case "action":
                yield FROM, self._action_from(), lambda one: self._span(one)[0]
                yield UNTIL, self._until("due", "start"), lambda one: self._span(one)[1]
                yield RATE, self._action_rate(), self._share
            case "task_automation":
                yield HOURS, self._hours_of_task(), self._task_hours

    def _this(self, name: str) -> str:
        heading = next(lane.heading for lane in self._spot.lanes if lane.name == name)
        escaped = "".join("'" + c if c in "[]#'@" else c for c in heading)
        return f"{table_name(self._spot)}[[#This Row],[{escaped}]]"

    def _looked_up(self, record: str, key: str, value: str, by: str) -> str:
        other = self._places.spot(record)
        at = f"MATCH({self._this(by)},{other.cells(key)},0)"
        return f"INDEX({other.cells(value)},{at})"

    def _hours_of_post(self) -> str:
        own = self._this("effort_hours")
        by_type = self._looked_up("content_type", "name", "effort_hours", "content_type")
        by_rhythm = self._looked_up("cadence", "what", "effort_hours", "cadence")
        return (
            f'=IF({own}<>"",{own},IF(IFERROR({by_type},"")<>"",{by_type},'
            f'IF(IFERROR({by_rhythm},"")<>"",{by_rhythm},"")))'
        )

    def _hours_of_task(self) -> str:
        own, volume = self._this("hours_week"), self._this("volume_week")
        each = self._this("minutes_each")
        return f'=IF({own}<>"",{own},IF(AND({volume}<>"",{each}<>""),{volume}*{each}/60,""))'

    def _lead(self) -> str:
        by_type = self._looked_up("content_type", "name", "lead_days", "content_type")
        return f"-MAX(0,IFERROR({by_type}+0,0))"

    def _from(self, day: str, lead: str) -> str:
        start = working_day_formula(f"({self._this(day)}{lead}-1)")
        return f'=IF({self._this(day)}="",0,IFERROR(MIN({self._this(UNTIL)}-1,{start}),0))'

    def _until(self, *days: str) -> str:
        found = "0"
        for day in reversed(days):
            found = f'IF({self._this(day)}<>"",{working_day_formula(self._this(day))},{found})'
        return f"=IFERROR({found},0)"

    def _rate(self, hours: str) -> str:
        until, since = self._this(UNTIL), self._this(FROM)
        return f'=IF(OR({until}=0,{self._this(hours)}=""),0,{self._this(hours)}/({until}-{since}))'

    def _action_from(self) -> str:
        start, due, until = self._this("start"), self._this("due"), self._this(UNTIL)
        first = working_day_formula(f"({start}-1)")
        return (
            f'=IF({until}=0,0,IF(AND({start}<>"",{due}<>"",{start}<={due}),'
            f"IFERROR(MIN({until}-1,{first}),0),{until}-1))"
        )

    def _action_rate(self) -> str:
        dropped = self._dropped.replace('"', '""')
        counted = self._rate("effort_hours").removeprefix("=")
        return f'=IF({self._this("status")}="{dropped}",0,{counted})'

    def _post_hours(self, post: Record) -> Figure:
        assert isinstance(post, Post)
        hours = effort_of(self._strategy, post)
        return "" if hours is None else as_kept(hours)

    def _task_hours(self, task: Record) -> Figure:
        assert isinstance(task, TaskAutomation)
        return "" if task.hours is None else as_kept(task.hours)

    def _days(self, one: Record) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day of a line's work, where they are real dates."""
        if isinstance(one, Post):
            if one.date is None or one.date < FIRST_DAY:
                return None
            kind = self._strategy.linked(ContentType, one.content_type)
            lead = max(0, kind.lead_days or 0) if kind else 0
            return dt.date.fromordinal(max(1, one.date.toordinal() - lead)), one.date
        assert isinstance(one, Action)
        known = one.due or one.start
        if known is None or min(known, one.start or known) < FIRST_DAY:
            return None
        if one.start is None or one.due is None or one.start > one.due:
            return known, known
        return one.start, one.due

    def _span(self, one: Record) -> tuple[int, int]:
        days = self._days(one)
        if days is None:
            return 0, 0
        first, last = (day.toordinal() - EPOCH for day in days)
        until = working_day(last)
        return min(until - 1, working_day(first - 1)), until

    def _share(self, one: Record) -> Figure:
        since, until = self._span(one)
        if isinstance(one, Post):
            hours = effort_of(self._strategy, one)
        else:
            assert isinstance(one, Action)
            hours = None if one.status is Progress.DROPPED else one.effort_hours
        return as_kept(hours / (until - since)) if hours is not None and until else 0


def table_name(spot: Spot) -> str:
    """Return the name of a table in formulas."""
    return f"t_{spot.table.record}" if not spot.about else f"t_{spot.table.record}_{spot.number}"
