"""What part of the calendar a tab looks at: the period, the filters, the line that is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.calendar import WEEK, Days, lines_of, monday_of, month_grid
from canvas.steps.plan.calendar import Post

VIEWS = ("month", "week", "list")

IN_A_CELL = 4
"""Lines of a day that a month is sent with; a cell shows fewer."""

IN_A_DAY = 60
"""Lines of a day that a week, a list or an opened day is sent with."""

IDEAS = 50
"""Ideas that are sent at once."""

FOUND = 200
"""Lines that a search in the list is answered with."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tab is.

    Attributes:
        day: A day of the period that is shown.
        view: "month", "week" or "list"; "" where the component is to choose.
        network: Only lines of this network, "" for all.
        account: Only lines of this account, "" for all.
        status: Only lines of this status, "" for all.
        text: Only lines with this in their texts, "" for all.
        open: Id of the line whose panel is open, "" for none.
        more: The day that is shown whole, None for none.
        ideas: How many pages of ideas are shown.
    """

    day: dt.date
    view: str = ""
    network: str = ""
    account: str = ""
    status: str = ""
    text: str = ""
    open: str = ""
    more: dt.date | None = None
    ideas: int = 1

    @property
    def grid(self) -> tuple[dt.date, dt.date]:
        """The first and the last day on show."""
        if self.view == "week":
            return monday_of(self.day), monday_of(self.day) + dt.timedelta(6)
        return month_grid(self.day)

    @property
    def sent(self) -> tuple[dt.date, dt.date]:
        """The first and the last day to send: the periods beside this one turn at once."""
        first, last = self.grid
        if self.view == "week":
            return first - WEEK, last + WEEK
        return month_grid(first - WEEK)[0], month_grid(last + WEEK)[1]


def read_place(said: Mapping[str, Any], today: dt.date) -> Place:
    """Return the place that a component or an address names; what it cannot mean is today."""
    view = said.get("as")
    ideas = said.get("ideas")
    return Place(
        day=_day(said.get("day")) or today,
        view=view if view in VIEWS else "",
        **{name: _text(said.get(name)) for name in ("network", "account", "status", "open")},
        text=_text(said.get("text")).strip(),
        more=_day(said.get("more")),
        ideas=ideas if isinstance(ideas, int) and 1 <= ideas <= 400 else 1,
    )


def _text(said: object) -> str:
    return said if isinstance(said, str) else ""


def _day(said: object) -> dt.date | None:
    try:
        found = dt.date.fromisoformat(_text(said))
    except ValueError:
        return None
    # Beside the ends of the calendar there are no neighbouring months.
    return found if 1900 <= found.year <= 2200 else None


@dataclass(frozen=True, slots=True)
class Shown:
    """The lines that a place is sent with.

    Attributes:
        lines: Those that have a day.
        more: How many there are on days of which not all are sent.
        ideas: Those without a day, the first pages of them.
        ideas_of: How many there are.
        found: How many a search found, None where nothing was searched for.
    """

    lines: list[Post]
    more: Mapping[dt.date, int]
    ideas: tuple[Post, ...]
    ideas_of: int
    found: int | None = None


def shown_at(place: Place, days: Days, tr: Translator) -> Shown:
    """Return the lines to send for a place."""
    wanted = _filter(place, tr)
    ideas = tuple(post for post in days.ideas if wanted(post))
    told = {"ideas": ideas[: place.ideas * IDEAS], "ideas_of": len(ideas)}
    if place.text and place.view == "list":
        found = [post for day in sorted(days.dated) for post in days.dated[day] if wanted(post)]
        return Shown(found[:FOUND], {}, **told, found=len(found))  # type: ignore[arg-type]
    first, last = place.sent
    shown_first, shown_last = place.grid

    def most(day: dt.date) -> int:
        whole = day == place.more or (
            place.view in ("week", "list") and shown_first <= day <= shown_last
        )
        return IN_A_DAY if whole else IN_A_CELL

    lines, more = lines_of(days, first, last, wanted, most)
    return Shown(lines, more, **told)  # type: ignore[arg-type]


def _filter(place: Place, tr: Translator) -> Callable[[Post], bool]:
    sought = tr.collate(place.text)

    def wanted(post: Post) -> bool:
        return (
            (not place.network or str(post.network or "") == place.network)
            and (not place.account or post.account == place.account)
            and (not place.status or str(post.status or "") == place.status)
            and (not sought or sought in tr.collate(f"{post.title}\n{post.text}\n{post.visual}"))
        )

    return wanted


def open_line(place: Place, strategy: Strategy) -> Post | None:
    """Return the line whose panel is open."""
    return strategy.linked(Post, place.open) if place.open else None
