"""Load: whose hours, in which week, from which work, against which hours there are."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.strategy import Strategy
from canvas.steps.common import Progress
from canvas.steps.frame.people import Person
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.actions import Action, Training
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PromotionLevel
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.promotion import PromotionAction, Repurposing
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.load import Cause, breaks, first_break, first_full_week, load
from canvas.steps.resources.spans import HOUR, by_week, monday, seconds, split, spread, working_days
from canvas.steps.resources.team import Absence, TeamMember
from canvas.steps.resources.work import Source, Work

MONDAY = dt.date(2027, 3, 1)
"""Of the first week of four that most tests look at."""

LAST = MONDAY + dt.timedelta(27)


def plan(*records):
    by_type = {}
    for record in records:
        by_type.setdefault(type(record).key, []).append(record)
    return Strategy("s", 1, {key: tuple(found) for key, found in by_type.items()})


def counted(*records, first=MONDAY, last=LAST):
    return load(plan(*records), first, last)


def hours(found, hand, source=None):
    """Return somebody's hours, week by week."""
    cells = [found.cell(hand, week) for week in found.weeks]
    amounts = [c.by_source.get(source, 0) if source else c.needed for c in cells]
    return [round(amount / HOUR, 2) for amount in amounts]


def day(number):
    return MONDAY + dt.timedelta(number)


NORA = Person(id="p-nora", name="Nora Lind")
SAM = Person(id="p-sam", name="Sam Roe")
NORA_WORKS = TeamMember(id="nora", name="Nora", hours_week=5, person="p-nora")
SAM_WORKS = TeamMember(id="sam", name="Sam", hours_week=10, person="p-sam")


def test_a_post_without_lead_time_takes_its_hours_in_the_week_of_its_date():
    found = counted(NORA, NORA_WORKS, Post(id="a", date=day(8), author="p-nora", effort_hours=3))
    assert hours(found, "nora") == [0, 3, 0, 0]


def test_a_post_is_spread_over_the_working_days_of_its_lead_time():
    kind = ContentType(id="t", name="Film", lead_days=7)
    post = Post(id="a", date=day(8), author="p-nora", effort_hours=6, content_type="t")
    found = counted(NORA, NORA_WORKS, kind, post)
    # From Monday the 1st to Tuesday the 9th, less the date's own weekend: 4 days and 2.
    assert hours(found, "nora") == [4, 2, 0, 0]


def test_a_post_on_a_saturday_takes_its_hours_although_nobody_works_then():
    kind = ContentType(id="t", lead_days=0, name="Live")
    post = Post(id="a", date=day(5), author="p-nora", effort_hours=2, content_type="t")
    assert hours(counted(NORA, NORA_WORKS, kind, post), "nora") == [2, 0, 0, 0]


@pytest.mark.parametrize(
    ("own", "kind", "rhythm", "counts"), [(1, 2, 3, 1), (None, 2, 3, 2), (None, None, 3, 3)]
)
def test_an_effort_is_the_lines_own_else_its_types_else_its_rhythms(own, kind, rhythm, counts):
    found = counted(
        NORA,
        NORA_WORKS,
        ContentType(id="t", name="Photo", effort_hours=kind),
        Cadence(id="c", what="Photos", effort_hours=rhythm, owner="p-nora"),
        Post(id="a", date=day(1), content_type="t", cadence="c", effort_hours=own),
    )
    assert hours(found, "nora") == [counts, 0, 0, 0]


def test_work_without_a_known_effort_is_listed_and_is_not_zero():
    found = counted(
        NORA,
        NORA_WORKS,
        Post(id="a", title="Photo", date=day(1), author="p-nora"),
        TaskAutomation(id="b", task="Answer", owner="p-nora"),
        Action(id="c", title="Print", due=day(2), owner="p-nora"),
    )
    assert {(line.source, line.record) for line in found.unknown} == {
        (Source.POSTS, "a"),
        (Source.TASKS, "b"),
        (Source.ACTIONS, "c"),
    }
    assert found.needed == 0


def test_work_without_a_date_is_in_no_week_and_is_said():
    found = counted(Post(id="a", title="Idea", effort_hours=3), Action(id="b", title="Print"))
    assert [line.record for line in found.undated] == ["a", "b"]
    assert found.needed == 0


def test_the_routine_of_a_line_takes_its_time_after_its_delay():
    found = counted(
        NORA,
        SAM,
        NORA_WORKS,
        SAM_WORKS,
        Post(id="a", date=day(1), author="p-nora", effort_hours=1, is_major=True),
        PromotionAction(id="g1", name="Relay", delay_days=7, effort_hours=0.5),
        PromotionAction(
            id="g2", name="Thank", level=PromotionLevel.MAJOR, effort_hours=2, owner="p-sam"
        ),
        PromotionAction(id="g3", name="Link", level=PromotionLevel.MINOR, effort_hours=9),
    )
    assert hours(found, "nora", Source.PROMOTION) == [0, 0.5, 0, 0]
    assert hours(found, "sam", Source.PROMOTION) == [2, 0, 0, 0]


def test_an_action_is_spread_from_its_start_to_its_due_date():
    found = counted(
        NORA,
        NORA_WORKS,
        Action(id="a", title="x", owner="p-nora", start=day(0), due=day(11), effort_hours=10),
        Action(id="b", title="y", owner="p-nora", due=day(16), effort_hours=2),
        Action(
            id="c",
            title="z",
            owner="p-nora",
            due=day(16),
            effort_hours=9,
            status=Progress.DROPPED,
        ),
    )
    assert hours(found, "nora") == [5, 5, 2, 0]


def test_learning_reuse_and_weekly_tasks_have_their_weeks():
    found = counted(
        NORA,
        NORA_WORKS,
        Settings(id="settings", start_date=day(7), horizon=1),
        Training(id="t", topic="Film", person="p-nora", date=day(2), effort_hours=2),
        Repurposing(id="r", idea="Quote", owner="p-nora", planned_date=day(9), effort_hours=1),
        TaskAutomation(id="k", task="Answer", owner="p-nora", volume_week=30, minutes_each=2),
    )
    assert hours(found, "nora", Source.TRAINING) == [2, 0, 0, 0]
    assert hours(found, "nora", Source.REUSE) == [0, 1, 0, 0]
    # The task comes back from the first day of the strategy on.
    assert hours(found, "nora", Source.TASKS) == [0, 1, 1, 1]


def test_a_person_is_found_in_the_team_by_link_or_by_name():
    unlinked = TeamMember(id="nora", name="nora", hours_week=5)
    found = counted(NORA, unlinked, Post(id="a", date=day(1), author="p-nora", effort_hours=1))
    assert hours(found, "nora") == [1, 0, 0, 0]


def test_somebody_without_known_hours_has_their_own_line_and_breaks_nothing():
    found = counted(SAM, NORA_WORKS, Post(id="a", date=day(1), author="p-sam", effort_hours=50))
    assert [hand.id for hand in found.hands] == ["nora", "p-sam"]
    assert found.cell("p-sam", MONDAY).capacity is None
    assert first_break(found) is None


def test_work_of_nobody_is_kept_and_breaks_the_team_when_it_is_too_much():
    found = counted(NORA, NORA_WORKS, Post(id="a", date=day(1), effort_hours=6))
    assert hours(found, "") == [6, 0, 0, 0]
    broken = first_break(found)
    assert (broken.hand.id, broken.week, broken.short) == ("", MONDAY, HOUR)


def test_an_author_who_was_deleted_leaves_the_line_to_who_publishes_it():
    post = Post(id="a", date=day(1), author="gone", publisher="p-nora", effort_hours=1)
    assert hours(counted(NORA, NORA_WORKS, post), "nora") == [1, 0, 0, 0]


def test_hours_begin_and_end_with_the_person_and_shrink_with_absences():
    member = TeamMember(
        id="nora", name="Nora", hours_week=10, person="p-nora", start=day(2), end=day(22)
    )
    away = Absence(id="x", member="nora", start=day(9), end=day(10), hours_week=5)
    found = counted(NORA, member, away)
    capacities = [found.cell("nora", week).capacity / HOUR for week in found.weeks]
    # Three days; ten hours less half of two days; a whole week; two days.
    assert capacities == [6, 8, 10, 4]


def test_who_replaces_somebody_takes_the_part_that_they_have_no_hours_for():
    away = Absence(
        id="x", member="sam", start=day(7), end=day(13), hours_week=2.5, replaced_by="nora"
    )
    task = TaskAutomation(id="k", task="Answer", owner="p-sam", hours_week=4)
    found = counted(NORA, SAM, NORA_WORKS, SAM_WORKS, away, task)
    assert hours(found, "sam") == [4, 1, 4, 4]
    assert hours(found, "nora") == [0, 3, 0, 0]
    assert {piece.instead_of for piece in found.pieces if piece.hand == "nora"} == {"sam"}


def test_two_who_replace_each_other_leave_the_work_to_one_of_them():
    found = counted(
        NORA,
        SAM,
        NORA_WORKS,
        SAM_WORKS,
        Absence(id="x", member="sam", start=day(0), end=day(6), replaced_by="nora"),
        Absence(id="y", member="nora", start=day(0), end=day(6), replaced_by="sam"),
        TaskAutomation(id="k", task="Answer", owner="p-sam", hours_week=4),
    )
    assert found.needed == 16 * HOUR


def test_the_first_week_that_breaks_says_who_how_much_and_why():
    found = counted(
        NORA,
        NORA_WORKS,
        *(Post(id=f"w{n}", date=day(7 * n), author="p-nora", effort_hours=3) for n in range(4)),
        Post(id="b", title="Launch", date=day(15), author="p-nora", effort_hours=4),
    )
    broken = first_break(found)
    assert (broken.week, broken.hand.name, broken.short) == (day(14), "Nora", 2 * HOUR)
    assert (broken.cause, broken.usual) == (Cause.PILE, 3 * HOUR)
    assert [piece.record for piece in broken.pieces] == ["b", "w2"]
    assert [one.week for one in breaks(found)] == [day(14)]


def test_a_week_breaks_by_an_absence_and_by_a_takeover():
    task = TaskAutomation(id="k", task="Answer", owner="p-sam", hours_week=4)
    away = Absence(id="x", member="sam", start=day(7), end=day(13))
    assert first_break(counted(SAM, SAM_WORKS, task, away)).cause is Cause.ABSENCE
    given = Absence(id="x", member="sam", start=day(7), end=day(13), replaced_by="nora")
    more = TaskAutomation(id="l", task="Post", owner="p-nora", hours_week=3)
    broken = first_break(counted(NORA, SAM, NORA_WORKS, SAM_WORKS, task, more, given))
    assert (broken.cause, broken.hand.name) == (Cause.TAKEOVER, "Nora")


def test_the_first_and_the_last_days_of_the_calendar_can_be_looked_at():
    edge = Post(id="a", date=dt.date.max, effort_hours=1)
    assert counted(edge, first=dt.date.max, last=dt.date.max).needed == HOUR
    kind = ContentType(id="t", name="x", lead_days=366)
    edge = Post(id="a", date=dt.date.min, effort_hours=1, content_type="t")
    assert counted(edge, kind, first=dt.date.min, last=dt.date.min).needed <= HOUR


PEOPLE = ["p-nora", "p-sam", "gone", ""]
DAYS = st.integers(-40, 60).map(day)
EFFORTS = st.none() | st.floats(0, 80) | st.sampled_from([0.1, 1e300, 1e-9])


@st.composite
def plans(draw):
    def some(make, most=4):
        return [make(n) for n in range(draw(st.integers(0, most)))]

    people = st.sampled_from(PEOPLE)
    return [
        NORA,
        SAM,
        TeamMember(id="nora", name="Nora", hours_week=draw(EFFORTS), person="p-nora"),
        TeamMember(id="sam", name="Sam", hours_week=draw(st.none() | st.floats(0, 40))),
        ContentType(id="t", name="Film", lead_days=draw(st.integers(0, 30)), effort_hours=2),
        Cadence(id="c", what="Photos", owner=draw(people), effort_hours=1),
        *some(
            lambda n: Post(
                id=f"post{n}",
                title="x",
                date=draw(st.none() | DAYS),
                author=draw(people),
                publisher=draw(people),
                content_type=draw(st.sampled_from(["", "t"])),
                cadence=draw(st.sampled_from(["", "c"])),
                effort_hours=draw(EFFORTS),
                is_major=draw(st.booleans()),
            )
        ),
        *some(
            lambda n: PromotionAction(
                id=f"g{n}",
                name="x",
                level=draw(st.sampled_from([None, *PromotionLevel])),
                delay_days=draw(st.none() | st.integers(-5, 40)),
                owner=draw(people),
                effort_hours=draw(EFFORTS),
            )
        ),
        *some(
            lambda n: Action(
                id=f"a{n}",
                title="x",
                owner=draw(people),
                start=draw(st.none() | DAYS),
                due=draw(st.none() | DAYS),
                effort_hours=draw(EFFORTS),
            )
        ),
        *some(
            lambda n: TaskAutomation(
                id=f"k{n}", task="x", owner=draw(people), hours_week=draw(EFFORTS)
            )
        ),
        *some(
            lambda n: Absence(
                id=f"x{n}",
                member=draw(st.sampled_from(["nora", "sam"])),
                start=draw(DAYS),
                end=draw(DAYS),
                hours_week=draw(st.none() | st.floats(0, 20)),
                replaced_by=draw(st.sampled_from(["", "nora", "sam"])),
            )
        ),
    ]


@settings(max_examples=120, deadline=None)
@given(plans())
def test_whatever_the_plan_totals_are_the_sum_of_their_parts(records):
    found = counted(*records)
    cells = [found.cell(hand.id, week) for hand in found.hands for week in found.weeks]
    assert found.needed == sum(cell.needed for cell in cells)
    for week in found.weeks:
        row = [found.cell(hand.id, week) for hand in found.hands]
        team = found.team(week)
        assert team.needed == sum(cell.needed for cell in row)
        assert (team.capacity or 0) == sum(cell.capacity or 0 for cell in row)
        for source in Source:
            parts = [cell.by_source.get(source, 0) for cell in row]
            assert team.by_source.get(source, 0) == sum(parts)


@settings(max_examples=60, deadline=None)
@given(plans())
def test_whatever_the_plan_weeks_looked_at_apart_are_the_weeks_looked_at_together(records):
    together = counted(*records)
    for week in together.weeks:
        alone = counted(*records, first=week, last=week)
        for hand in together.hands:
            assert alone.cell(hand.id, week) == together.cell(hand.id, week)


@settings(max_examples=60, deadline=None)
@given(plans())
def test_whatever_the_plan_sums_by_week_are_those_of_all_pieces(records):
    whole = plan(*records)
    work = Work(whole, (MONDAY.toordinal(), LAST.toordinal()))
    summed = {}
    for piece in work.pieces():
        cell = summed.setdefault((piece.hand, piece.week.toordinal()), {})
        cell[piece.source] = cell.get(piece.source, 0) + piece.amount
    assert work.amounts() == summed


@settings(max_examples=60, deadline=None)
@given(plans())
def test_whatever_the_plan_the_first_full_week_is_the_first_that_breaks(records):
    broken = first_break(counted(*records))
    found = first_full_week(plan(*records), MONDAY, LAST)
    if broken is None or found is None:
        assert broken is found
        return
    assert (found.week, found.hand, found.cell) == (broken.week, broken.hand, broken.cell)
    assert found.pieces == broken.pieces


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 27), st.integers(0, 27), st.floats(0, 30))
def test_moving_a_line_changes_its_two_weeks_and_no_other(before, after, effort):
    found = [
        hours(
            counted(
                NORA,
                NORA_WORKS,
                TaskAutomation(id="k", task="Answer", owner="p-nora", hours_week=2),
                Post(id="a", date=day(place), author="p-nora", effort_hours=effort),
            ),
            "nora",
        )
        for place in (before, after)
    ]
    changed = {n for n in range(4) if found[0][n] != found[1][n]}
    assert changed <= {before // 7, after // 7}
    assert sum(found[0]) == pytest.approx(sum(found[1]))


@given(st.integers(0, 10**9), st.lists(st.integers(0, 99), min_size=1).filter(any))
def test_shares_add_up_to_what_was_shared(total, weights):
    assert sum(split(total, weights)) == total


@given(st.integers(0, 10**7), st.integers(1, 10**6), st.integers(0, 60))
def test_what_is_spread_over_days_is_all_of_it(total, first, length):
    last = first + length
    assert sum(amount for _, amount in spread(total, first, last, (first, last))) == total
    middle = first + length // 2
    halves = [(first, middle), (middle + 1, last)]
    assert sum(a for half in halves for _, a in spread(total, first, last, half)) == total


@given(st.integers(0, 10**7), st.integers(0, 400), st.integers(0, 60))
def test_what_is_spread_over_weeks_is_what_is_spread_over_their_days(total, first, length):
    window = (monday(100), monday(200) + 6)
    by_days = {}
    for day_number, amount in spread(total, first, first + length, window):
        week = monday(day_number)
        by_days[week] = by_days.get(week, 0) + amount
    assert dict(by_week(total, first, first + length, window)) == by_days


@given(st.integers(1, 10**6), st.integers(0, 30))
def test_working_days_are_counted_as_a_calendar_counts_them(first, length):
    days = [dt.date.fromordinal(first + n) for n in range(length)]
    assert working_days(first, first + length - 1) == sum(d.weekday() < 5 for d in days)


def test_hours_are_whole_seconds_and_never_below_nothing():
    assert (seconds(0.1), seconds(-3), seconds(1 / 3)) == (360, 0, 1200)
