"""A month as a grid of days: a native table, seven columns."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from canvas.domain.messages import N_, say_count
from canvas.domain.story import Item, Month
from canvas.exports.deck import fragments as xml
from canvas.exports.deck.context import Context, Plan, Request
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.layouts import TABLE_INDEX
from canvas.exports.deck.page import Page
from canvas.exports.deck.plans import plan
from canvas.exports.deck.theme import INK, MUTED, PANEL, RULE
from canvas.exports.deck.typeset import LINE, Para, Run, cut, para_height, wrap

_HEADING, _LEGEND = 22.0, 20.0
_SIZES: Sequence[float] = (13, 12, 11, 10)
_LEAST_WEEK = 32.0
_NUMBER = 10.0
_SIDE, _ABOVE = 5.0, 3.0
_ABOVE_ENTRIES = 2 * _ABOVE + _NUMBER * LINE
_LINES_WHOLE, _LINES_CUT = 4, (3, 2)
"""Lines that an entry may take: where it is shown whole, and where it may be cut."""

_MORE = N_("+ {n}")
_ALT = N_("Calendar of {month}: {entries}.")


@dataclass(frozen=True, slots=True)
class _Fitted:
    """What each day shows, how high each week is, and how many entries no day shows."""

    size: float
    rows: Sequence[float]
    shown: Mapping[dt.date, list[Para]]
    left_out: int


@plan.register
def _(block: Month, request: Request) -> Plan:
    context, area = request.context, request.area
    weeks = calendar.Calendar().monthdatescalendar(block.year, block.month)
    days = _by_day(block)
    entries = {day: [_entry(item, context) for item in items] for day, items in days.items()}
    wide = area.w / 7
    fitted = _fit_days(entries, weeks, wide, area.h - _HEADING, context)
    if fitted.left_out:
        fitted = _fit_days(entries, weeks, wide, area.h - _HEADING - _LEGEND, context)
    hidden = [
        "\n".join([context.tr.date(day), *(para.text for para in paras)])
        for day, paras in entries.items()
        if fitted.shown[day] != paras
    ]
    alt = context.own(
        _ALT,
        month=context.tr.month(dt.date(block.year, block.month, 1)),
        entries=say_count("{n} entry", "{n} entries", sum(map(len, days.values()))),
    )
    legend = say_count(
        "{n} more entry stands in the calendar.",
        "{n} more entries stand in the calendar.",
        fitted.left_out,
    )

    def draw(page: Page) -> None:
        rows = [(_HEADING, _headings(weeks[0], context))]
        for week, high in zip(weeks, fitted.rows, strict=True):
            cells = [
                _day(day, day.month == block.month, fitted.shown.get(day, ()), fitted.size, context)
                for day in week
            ]
            rows.append((high, "".join(cells)))
        placeholder = f'<p:ph type="tbl" idx="{TABLE_INDEX}"/>'
        page.table(area, [wide] * 7, rows, alt=alt, placeholder=placeholder)
        if fitted.left_out:
            foot = Box(area.x, area.y + area.h - _LEGEND + 5, area.w, 14)
            page.text(foot, [Para((Run(context.write(legend), colour=MUTED),))], 11)

    return Plan([draw], hidden=hidden)


_Weeks = Sequence[Sequence[dt.date]]


def _fit_days(
    entries: Mapping[dt.date, list[Para]], weeks: _Weeks, wide: float, room: float, context: Context
) -> _Fitted:
    """Return what days of this width show, at the largest size that shows everything.

    Full weeks take room from those where little is published.
    """
    inside = wide - 2 * _SIDE
    for most in (_LINES_WHOLE, *_LINES_CUT):
        for size in _SIZES:
            lines = [len(wrap(para, inside, size)) for paras in entries.values() for para in paras]
            rows = _week_heights(entries, weeks, inside, size, most)
            whole = most == _LINES_WHOLE and max(lines, default=0) > most
            if not whole and sum(rows) <= room:
                cuts = {d: [cut(p, most, inside, size) for p in e] for d, e in entries.items()}
                return _Fitted(size, _grown(rows, room), cuts, 0)
    size, most = _SIZES[-1], _LINES_CUT[-1]
    rows = _grown(_week_heights(entries, weeks, inside, size, most), room)
    high = {day: row for week, row in zip(weeks, rows, strict=True) for day in week}
    fitted = {
        day: _fitting(paras, inside, high[day] - _ABOVE_ENTRIES, size, context)
        for day, paras in entries.items()
    }
    shown = {day: paras for day, (paras, _) in fitted.items()}
    return _Fitted(size, rows, shown, sum(left for _, left in fitted.values()))


def _week_heights(
    entries: Mapping[dt.date, list[Para]], weeks: _Weeks, inside: float, size: float, most: int
) -> list[float]:
    """Return how high each week must be to show its fullest day, entries cut to `most` lines."""

    def need(day: dt.date) -> float:
        return sum(para_height(cut(p, most, inside, size), inside, size) for p in entries[day])

    return [
        max([need(day) + _ABOVE_ENTRIES for day in week if day in entries] + [_LEAST_WEEK])
        for week in weeks
    ]


def _grown(rows: Sequence[float], room: float) -> list[float]:
    """Return weeks that fill `room`: the lowest grown first, or the highest cut first."""
    bound = min if sum(rows) > room else max
    low, high = 0.0, room
    for _ in range(40):
        level = (low + high) / 2
        if sum(bound(row, level) for row in rows) > room:
            high = level
        else:
            low = level
    return [bound(row, low) for row in rows]


def _by_day(block: Month) -> dict[dt.date, list[Item]]:
    """Return the month's entries by their day, in their order."""
    days: dict[dt.date, list[Item]] = {}
    for day, item in block.entries:
        if (day.year, day.month) == (block.year, block.month):
            days.setdefault(day, []).append(item)
    return days


def _entry(item: Item, context: Context) -> Para:
    """Return an entry: its detail first (a network, an hour), since one looks for it."""
    text = context.line(item.text)
    detail = context.line(item.detail)
    runs = [Run(f"{detail} ", bold=True, colour=context.palette.accent_text)] if detail else []
    return Para((*runs, Run(text)))


def _fitting(
    paras: Sequence[Para], room: float, high: float, size: float, context: Context
) -> tuple[list[Para], int]:
    """Return the entries that fit, the last line counting the others, and how many they are."""
    short = [cut(para, _LINES_CUT[-1], room, size) for para in paras]
    if sum(para_height(para, room, size) for para in short) <= high + 0.01:
        return short, 0
    if len(short) == 1:
        return [cut(short[0], 1, room, size)], 0
    kept: list[Para] = []
    used = size * LINE
    for number, para in enumerate(short):
        para_high = para_height(para, room, size)
        if used + para_high > high + 0.01:
            one = cut(para, 1, room, size)
            if number == 0 and used + size * LINE <= high + 0.01:
                kept.append(one)
            break
        used += para_high
        kept.append(para)
    left = len(paras) - len(kept)
    if not left:
        return kept, 0
    more = Para((Run(context.own(_MORE, n=left), bold=True, colour=MUTED),))
    return [*kept, more], left


def _headings(week: Sequence[dt.date], context: Context) -> str:
    """Return the names of the days."""
    paras = [
        Para((Run(context.tr.weekday(day).capitalize(), bold=True, colour=MUTED),)) for day in week
    ]
    return "".join(_cell([para], 11, context, under=INK, fill="", anchor="ctr") for para in paras)


def _day(day: dt.date, inside: bool, paras: Sequence[Para], size: float, context: Context) -> str:
    """Return the cell of a day; those of the months beside are blank."""
    if not inside:
        return _cell([], size, context, under=RULE, fill=PANEL)
    number = Para((Run(str(day.day), bold=True, colour=MUTED, scale=_NUMBER / size),))
    return _cell([number, *paras], size, context, under=RULE, fill="")


def _cell(
    paras: Sequence[Para], size: float, context: Context, *, under: str, fill: str,
    anchor: str = "t",
) -> str:  # fmt: skip
    beside = "" if under == INK else RULE
    lines = xml.line(beside, 0.75, tag="lnL") + xml.line(beside, 0.75, tag="lnR")
    lines += xml.line("", tag="lnT") + xml.line(under, 1.5 if under == INK else 0.75, tag="lnB")
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{xml.paragraphs(paras, size, context.lang)}"
        f'</a:txBody><a:tcPr marL="{xml.emu(_SIDE)}" marR="{xml.emu(_SIDE)}" '
        f'marT="{xml.emu(_ABOVE)}" marB="{xml.emu(_ABOVE)}" anchor="{anchor}">{lines}'
        f"{xml.fill(fill)}</a:tcPr></a:tc>"
    )
