"""The months and quarters that one may look at a plan for."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from canvas.rules.periods import opening, periods
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.calendar import Post
from tests.unit.steps.support import strategy

TODAY = dt.date(2026, 11, 22)


def shown(*records):
    return [(p.first.isoformat(), p.last.isoformat()) for p in periods(strategy(*records), TODAY)]


def line(*day):
    return Post(id=str(day), date=dt.date(*day))


def test_a_quarter_stands_before_its_months():
    assert shown(line(2027, 2, 3)) == [
        ("2026-10-01", "2026-12-31"),
        ("2026-11-01", "2026-11-30"),
        ("2027-01-01", "2027-03-31"),
        ("2027-02-01", "2027-02-28"),
    ]


def test_quarters_are_counted_from_the_first_day_of_the_strategy():
    settings = Settings(id="settings", start_date=dt.date(2026, 9, 15))
    assert ("2026-09-15", "2026-12-14") in shown(settings)
    assert ("2026-06-15", "2026-09-14") in shown(settings, line(2026, 9, 1))


def opens(*records):
    plan = strategy(*records)
    return opening(periods(plan, TODAY), plan, TODAY).first


def test_the_page_opens_on_the_first_quarter_that_has_something_to_weigh():
    assert opens() == dt.date(2026, 10, 1)
    assert opens(line(2026, 12, 1), line(2027, 2, 1)) == dt.date(2026, 10, 1)
    assert opens(line(2025, 2, 1), line(2027, 2, 1)) == dt.date(2027, 1, 1)
    assert opens(line(2025, 2, 1)) == dt.date(2025, 1, 1)


@given(st.dates(), st.dates())
def test_every_day_falls_in_a_month_and_nearly_every_day_in_a_quarter(day, first_day):
    plan = strategy(Settings(id="settings", start_date=first_day), Post(id="p", date=day))
    found = periods(plan, TODAY)
    assert any(period.holds(day) for period in found if period.months == 1)
    if 2 <= day.year <= 9990 and first_day.year < 9990:
        assert any(period.holds(day) for period in found if period.months == 3)
    assert all(period.first <= period.last for period in found)
