"""The lines of a calendar by day, and what part of them a page is sent."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.domain.changes import Edit
from canvas.rules.calendar import by_day, month_grid, short_weeks
from canvas.rules.completion import completion
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.rhythm import Cadence
from canvas.ui.components.calendar.place import (
    FOUND,
    IDEAS,
    IN_A_CELL,
    Place,
    read_place,
    shown_at,
)
from tests.unit.steps.support import EN, strategy

MARCH = dt.date(2027, 3, 1)


def posts(*lines: tuple[str, dt.date | None]) -> list[Post]:
    return [
        Post(id=f"p{n}", position=float(n), title=title, date=day)
        for n, (title, day) in enumerate(lines)
    ]


def shown(place: Place, lines: list[Post]) -> list[str]:
    return [post.title for post in shown_at(place, by_day(lines), EN).lines]


def test_a_day_is_in_the_order_of_the_clock_and_what_has_no_time_comes_last():
    late, none, early = posts(("late", MARCH), ("none", MARCH), ("early", MARCH))
    object.__setattr__(late, "time", dt.time(18))
    object.__setattr__(early, "time", dt.time(8))
    assert [p.title for p in by_day([late, none, early]).dated[MARCH]] == ["early", "late", "none"]


def test_lines_without_a_day_are_ideas_the_newest_first():
    days = by_day(posts(("old", None), ("dated", MARCH), ("new", None)))
    assert [p.title for p in days.ideas] == ["new", "old"]
    assert list(days.dated) == [MARCH]


DAYS = st.one_of(st.none(), st.integers(0, 40).map(lambda n: MARCH + dt.timedelta(n)))


@given(st.lists(DAYS, max_size=30), st.lists(st.tuples(st.integers(0, 29), DAYS), max_size=12))
def test_what_is_brought_up_to_date_is_what_would_be_made_anew(first, changes):
    lines = posts(*((str(n), day) for n, day in enumerate(first)))
    days = by_day(lines)
    for at, day in changes:
        if at < len(lines) and day is None and at % 3 == 0:
            lines = [post for n, post in enumerate(lines) if n != at]
        elif at < len(lines):
            old = lines[at]
            new = Post(id=old.id, position=old.position, title=old.title, date=day)
            lines = [new if post is old else post for post in lines]
        else:
            lines = [*lines, Post(id=f"n{len(lines)}{at}", position=99.0, date=day)]
        days = by_day(lines, days)
        fresh = by_day(lines)
        assert (days.dated, days.ideas) == (fresh.dated, fresh.ideas)


def test_an_edit_of_one_line_leaves_the_other_days_as_they_are():
    lines = posts(*((str(n), MARCH + dt.timedelta(n % 30)) for n in range(3000)))
    before = by_day(lines)
    moved = Post(id="p0", position=0.0, title="0", date=MARCH + dt.timedelta(1))
    after = by_day([moved, *lines[1:]], before)
    same = [day for day in before.dated if before.dated[day] is after.dated[day]]
    assert len(same) == 28


def test_lines_of_an_unchanged_strategy_are_not_looked_at_again():
    days = by_day(lines := posts(("one", MARCH)))
    assert by_day(lines, days) is days


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [("2027-03-15", "2027-03-01", "2027-04-04"), ("2027-05-01", "2027-04-26", "2027-06-06")],
)
def test_a_month_is_shown_in_whole_weeks_from_monday(day, first, last):
    grid = month_grid(dt.date.fromisoformat(day))
    assert tuple(map(str, grid)) == (first, last)


def test_a_page_is_sent_the_month_on_show_and_its_neighbours_and_no_more():
    lines = posts(*((f"{n}", dt.date(2026, 1, 1) + dt.timedelta(n)) for n in range(1000)))
    sent = shown_at(Place(day=MARCH, view="month"), by_day(lines), EN).lines
    days = [p.date for p in sent]
    assert (min(days), max(days)) == (dt.date(2027, 2, 1), dt.date(2027, 5, 2))


def test_a_busy_day_is_sent_in_part_unless_it_is_opened():
    lines = posts(*((f"{n}", MARCH) for n in range(40)))
    part = shown_at(Place(day=MARCH, view="month"), by_day(lines), EN)
    assert (len(part.lines), part.more) == (IN_A_CELL, {MARCH: 40})
    whole = shown_at(Place(day=MARCH, view="month", more=MARCH), by_day(lines), EN)
    assert (len(whole.lines), whole.more) == (40, {})


def test_the_filter_counts_before_a_busy_day_is_cut():
    lines = [
        Post(
            id=f"p{n}",
            position=float(n),
            title=str(n),
            date=MARCH,
            network=Network.BLOG if n == 30 else Network.INSTAGRAM,
        )
        for n in range(40)
    ]
    assert shown(Place(day=MARCH, view="month", network="blog"), lines) == ["30"]


def test_a_search_in_the_list_finds_lines_of_any_month_whatever_their_accents():
    lines = posts(("Le pétrin", dt.date(2031, 1, 1)), ("La vitrine", MARCH))
    found = shown_at(Place(day=MARCH, view="list", text="petrin"), by_day(lines), EN)
    assert ([p.title for p in found.lines], found.found) == (["Le pétrin"], 1)
    many = posts(*((f"pain {n}", MARCH + dt.timedelta(n)) for n in range(FOUND + 5)))
    found = shown_at(Place(day=MARCH, view="list", text="pain"), by_day(many), EN)
    assert (len(found.lines), found.found) == (FOUND, FOUND + 5)


def test_ideas_come_page_by_page():
    lines = posts(*((f"{n}", None) for n in range(IDEAS + 1)))
    first = shown_at(Place(day=MARCH), by_day(lines), EN)
    assert (len(first.ideas), first.ideas_of) == (IDEAS, IDEAS + 1)
    assert len(shown_at(Place(day=MARCH, ideas=2), by_day(lines), EN).ideas) == IDEAS + 1


@pytest.mark.parametrize("said", [{}, {"day": "soon"}, {"day": 7, "as": ["week"], "ideas": "x"}])
def test_a_place_that_nobody_can_mean_is_today(said):
    assert read_place(said, MARCH) == Place(day=MARCH)


def test_the_calendar_opens_where_there_is_something_to_see():
    days = by_day(posts(("one", dt.date(2027, 3, 9))))
    assert days.nearest(dt.date(2026, 11, 22)) == dt.date(2027, 3, 9)
    assert days.nearest(dt.date(2027, 3, 1)) == dt.date(2027, 3, 1)
    assert days.nearest(dt.date(2028, 1, 1)) == dt.date(2027, 3, 9)
    assert by_day([]).nearest(MARCH) == MARCH


def test_a_week_with_fewer_posts_than_the_rhythm_is_short():
    rhythm = Cadence(id="c", account="a", posts_per_week=2.0)
    plan = strategy(rhythm, Account(id="a"), Post(id="p", account="a", date=MARCH))
    found = short_weeks(plan, by_day(plan.of(Post)), MARCH, MARCH + dt.timedelta(13))
    assert [(s.planned, s.wanted) for s in found[MARCH]] == [(1, 2)]
    assert [(s.planned, s.wanted) for s in found[MARCH + dt.timedelta(7)]] == [(0, 2)]


def test_a_rhythm_of_less_than_one_a_week_or_that_is_over_says_nothing_of_a_week():
    plan = strategy(
        Cadence(id="c", account="a", posts_per_week=0.5),
        Cadence(id="d", account="b", posts_per_week=3.0, end=MARCH),
    )
    assert short_weeks(plan, by_day([]), MARCH, MARCH) == {}


def test_a_line_written_in_one_go_is_completed_once():
    account = Account(id="a", handle="@levain", network=Network.INSTAGRAM)
    edits = [
        Edit("post", "p", "exists", None, True),
        Edit("post", "p", "position", None, 1.0),
        Edit("post", "p", "title", None, "Bread"),
        Edit("post", "p", "network", None, "instagram"),
    ]
    filled = {edit.field: edit.new for edit in completion(strategy(account), edits)}
    assert filled["account"] == "a"
    assert not {"title", "network", "exists", "position"} & set(filled)
    there = strategy(account, Post(id="p", title="Bread", status=PostStatus.DRAFT))
    assert completion(there, edits) == []


def test_the_order_of_the_edits_does_not_change_what_the_line_is_completed_with():
    account = Account(id="a", handle="@levain", network=Network.INSTAGRAM)
    edits = [Edit("post", "p", n, None, v) for n, v in (("exists", True), ("network", "instagram"))]
    shuffled = random.Random(3).sample(edits, 2)
    assert completion(strategy(account), edits) == completion(strategy(account), shuffled)


def test_what_a_line_has_no_room_for_does_not_keep_it_from_being_written():
    long = ContentType(id="t", name="Article", cta="x" * 200)
    edits = [
        Edit("post", "p", "exists", None, True),
        Edit("post", "p", "content_type", None, "t"),
    ]
    assert "cta" not in {edit.field for edit in completion(strategy(long), edits)}
