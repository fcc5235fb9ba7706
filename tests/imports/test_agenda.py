"""School holidays from the calendar of a ministry."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.domain.errors import CanvasError
from canvas.imports.agenda import AgendaFileError, Days, NoDaysError, read_days
from canvas.services import Person, open_strategies, outgoing
from canvas.steps.frame.year import Highlight, HighlightKind

CALENDAR = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Ministry//Zone B//FR\r
BEGIN:VEVENT\r
UID:1\r
DTSTART;VALUE=DATE:20270220\r
DTEND;VALUE=DATE:20270308\r
SUMMARY:Vacances d'Hiver - Zone B\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:2\r
DTSTART:20270508T000000Z\r
SUMMARY:Pont\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:3\r
DTSTART;VALUE=DATE:20260901\r
DTEND;VALUE=DATE:20270705\r
SUMMARY:Year 2026-2027\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:4\r
DTSTART;VALUE=DATE:20201219\r
DTEND;VALUE=DATE:20210104\r
SUMMARY:Long ago\r
END:VEVENT\r
END:VCALENDAR\r
"""

SINCE = dt.date(2027, 1, 1)


def test_holidays_are_read_with_both_their_days_and_school_years_are_not():
    assert read_days(CALENDAR, "zone-b.ics", SINCE) == [
        Days("Vacances d'Hiver - Zone B", dt.date(2027, 2, 20), dt.date(2027, 3, 7)),
        Days("Pont", dt.date(2027, 5, 8), dt.date(2027, 5, 8)),
    ]


def test_a_calendar_of_another_year_says_so():
    with pytest.raises(NoDaysError):
        read_days(CALENDAR, "old.ics", dt.date(2030, 1, 1))


@pytest.mark.parametrize(
    "content",
    [
        b"", b"PK\x03\x04", b"<html>", b"\xff\xfe\x00", b"BEGIN:VCALENDAR",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:never\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        CALENDAR[:150], b"BEGIN:VCALENDAR" + b"x" * 2_000_000,
    ],
)  # fmt: skip
def test_what_is_no_calendar_gives_one_sentence(content):
    with pytest.raises(AgendaFileError):
        read_days(content, "notes.ics", SINCE)


@given(st.integers(0, len(CALENDAR) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_calendar_gives_days_or_a_sentence_never_a_traceback(at, junk):
    with contextlib.suppress(CanvasError):
        read_days(CALENDAR[:at] + junk + CALENDAR[at + len(junk) :], "damaged.ics", SINCE)


def test_the_days_become_highlights_once_and_one_undo_takes_them_back(tmp_path):
    service = open_strategies(f"sqlite:///{tmp_path / 'canvas.sqlite3'}")
    nora = Person("nora")
    port = service.create(nora, {"name": "Port", "start_date": "2027-01-01"})
    assert outgoing.add_school_days(service, nora, port, CALENDAR, "b.ics") == 2
    assert outgoing.add_school_days(service, nora, port, CALENDAR, "b.ics") == 0
    found = service.open(port, nora).of(Highlight)
    assert {moment.kind for moment in found} == {HighlightKind.SCHOOL_BREAK}
    service.undo(port, nora)
    assert service.open(port, nora).of(Highlight) == ()
    service.store.close()
