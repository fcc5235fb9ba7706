"""The days and times that a rhythm wants."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from canvas.rules.slots import silences, slots, times_of
from canvas.steps.common import Weekday
from canvas.steps.plan.rhythm import Cadence

TUESDAY, THURSDAY, FRIDAY = Weekday.TUESDAY, Weekday.THURSDAY, Weekday.FRIDAY
JANUARY = (dt.date(2027, 1, 1), dt.date(2027, 1, 31))
QUARTER = (dt.date(2027, 1, 1), dt.date(2027, 3, 31))


def days(cadence, period=JANUARY, origin=dt.date(2027, 1, 1)):
    return [slot.day.isoformat()[5:] for slot in slots(cadence, *period, origin)]


def clock(cadence, period=JANUARY, origin=dt.date(2027, 1, 1)):
    return [slot.time and slot.time.strftime("%H:%M") for slot in slots(cadence, *period, origin)]


@st.composite
def rhythms(draw):
    """Draw a rhythm that starts where it likes and leaves nothing out."""
    ordered = list(Weekday)
    return Cadence(
        id="c",
        what="Photo",
        posts_per_week=draw(st.integers(1, 1200)) / 100,
        weekdays=tuple(sorted(draw(st.sets(st.sampled_from(ordered))), key=ordered.index)),
        times=tuple(draw(st.lists(st.sampled_from(["08:15", "12:00", "18:30"]), max_size=3))),
        start=draw(st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))),
    )


def test_twice_a_week_goes_out_on_both_days():
    cadence = Cadence(posts_per_week=2, weekdays=(TUESDAY, THURSDAY))
    assert days(cadence)[:4] == ["01-05", "01-07", "01-12", "01-14"]


def test_three_weeks_out_of_four_is_three_fridays_out_of_four():
    cadence = Cadence(posts_per_week=0.75, weekdays=(FRIDAY,))
    assert days(cadence) == ["01-01", "01-08", "01-15", "01-29"]


def test_once_every_four_weeks_begins_with_the_first_day_of_the_rhythm():
    cadence = Cadence(posts_per_week=0.25, weekdays=(TUESDAY,), start=dt.date(2027, 1, 13))
    assert days(cadence, QUARTER) == ["01-19", "02-16", "03-16"]


def test_half_of_the_days_are_dealt_out_evenly():
    cadence = Cadence(posts_per_week=1, weekdays=(TUESDAY, THURSDAY, FRIDAY))
    week = [dt.date.fromisoformat(f"2027-{day}").isocalendar().week for day in days(cadence)]
    assert len(week) == len(set(week))


def test_several_posts_a_day_take_the_times_of_the_day():
    cadence = Cadence(posts_per_week=4, weekdays=(TUESDAY, THURSDAY), times=("08:15", "18h30"))
    assert days(cadence)[:4] == ["01-05", "01-05", "01-07", "01-07"]
    assert clock(cadence)[:4] == ["08:15", "18:30", "08:15", "18:30"]


def test_one_post_a_day_takes_two_times_in_turn():
    cadence = Cadence(posts_per_week=2, weekdays=(TUESDAY, THURSDAY), times=("08:15", "18:30"))
    assert clock(cadence)[:4] == ["08:15", "18:30", "08:15", "18:30"]


def test_a_post_that_no_time_is_left_for_has_none():
    cadence = Cadence(posts_per_week=2, weekdays=(TUESDAY,), times=("08:15",))
    assert clock(cadence)[:2] == ["08:15", None]


def test_a_rhythm_without_days_is_spread_over_the_week():
    assert days(Cadence(posts_per_week=2))[:4] == ["01-05", "01-07", "01-12", "01-14"]
    assert len(days(Cadence(posts_per_week=7))) == 31


def test_a_rhythm_keeps_to_its_first_and_last_day():
    cadence = Cadence(posts_per_week=1, weekdays=(TUESDAY,), start=dt.date(2027, 1, 6),
                      end=dt.date(2027, 1, 25))  # fmt: skip
    assert days(cadence) == ["01-12", "01-19"]


def test_a_day_left_out_is_silent_and_moves_no_other():
    cadence = Cadence(posts_per_week=1, weekdays=(TUESDAY,), skipped=("2027-01-12", "soon"))
    assert days(cadence) == ["01-05", "01-19", "01-26"]
    assert silences(cadence, *JANUARY) == [dt.date(2027, 1, 12)]


def test_a_rhythm_that_says_no_number_wants_nothing():
    assert days(Cadence(weekdays=(TUESDAY,))) == []
    assert days(Cadence(posts_per_week=0)) == []


def test_times_are_read_as_people_write_them():
    cadence = Cadence(times=("8:15", "18h", "12.30", "25:00", "at noon", "8:15"))
    assert [time.strftime("%H:%M") for time in times_of(cadence)] == ["08:15", "18:00", "12:30"]


@given(rhythms(), st.dates(dt.date(2027, 1, 1), dt.date(2028, 1, 1)), st.integers(1, 60))
def test_over_whole_weeks_there_are_as_many_posts_as_the_rhythm_says(cadence, first, weeks):
    found = slots(cadence, first, first + dt.timedelta(days=7 * weeks - 1))
    assert abs(len(found) - cadence.posts_per_week * weeks) < 1.001


@given(rhythms(), st.dates(dt.date(2025, 6, 1), dt.date(2028, 1, 1)), st.integers(0, 90),
       st.integers(0, 90))  # fmt: skip
def test_two_periods_side_by_side_are_one_long_period(cadence, first, before, after):
    middle = first + dt.timedelta(days=before)
    last = middle + dt.timedelta(days=after + 1)
    parts = slots(cadence, first, middle) + slots(cadence, middle + dt.timedelta(days=1), last)
    assert parts == slots(cadence, first, last)
