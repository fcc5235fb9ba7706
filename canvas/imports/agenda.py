"""Days read from somebody else's calendar: school holidays, as ministries publish them.

No library knows them for the countries of our users, and every ministry offers them as
an iCalendar file.  Only days and titles are read; nothing else of the file is kept.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icalendar import Calendar, Component

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_

MAX_BYTES = 1_000_000
MAX_EVENTS = 2_000
MAX_DAYS = 120
"""Days of one event, at most: longer ones are school years, not holidays."""


class AgendaFileError(CanvasError):
    """A calendar file cannot be used."""

    message = N_(
        "“{name}” is not a calendar that can be read. Choose a file that ends with .ics, as the "
        "ministry or another agenda gives it."
    )


class NoDaysError(AgendaFileError):
    """A calendar file has no event to keep."""

    message = N_("“{name}” has no event from {first} on. Choose the calendar of this year.")


@dataclass(frozen=True, slots=True)
class Days:
    """Some days with a name: `first` to `last`, both included."""

    title: str
    first: dt.date
    last: dt.date


def read_days(content: bytes, name: str, since: dt.date) -> list[Days]:
    """Return the events of a calendar that end on `since` or later, by their first day.

    Args:
        content: An iCalendar file.
        name: What the user calls it, for errors.
        since: The first day that matters.

    Raises:
        AgendaFileError: It cannot be used; the message says why.
    """
    if len(content) > MAX_BYTES or b"BEGIN:VCALENDAR" not in content[:4096].upper():
        raise AgendaFileError(name=name)
    try:
        calendar = Calendar.from_ical(content)
        events = calendar.walk("VEVENT")[:MAX_EVENTS]
        found = [days for event in events if (days := _days(event)) is not None]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise AgendaFileError(name=name) from error
    kept = {days for days in found if days.last >= since}
    if not kept:
        raise NoDaysError(name=name, first=since)
    return sorted(kept, key=lambda days: (days.first, days.last, days.title))


def _days(event: Component) -> Days | None:
    if "dtstart" not in event:
        return None
    first = _day(event.decoded("dtstart"))
    last = first
    if "dtend" in event:
        end = event.decoded("dtend")
        # The end of whole days is the morning after.
        whole = not isinstance(end, dt.datetime)
        last = max(first, _day(end) - dt.timedelta(1) if whole else _day(end))
    title = " ".join(str(event.get("summary", "")).split())[:120]
    return Days(title, first, last) if title and (last - first).days <= MAX_DAYS else None


def _day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value
