"""What mends a week that breaks, and how long a rhythm lasts."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.strategy import Strategy
from canvas.rules.changing import applied
from canvas.rules.load import sustainable_weeks
from canvas.rules.mending import mend
from canvas.rules.proposals import Way
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.frame.people import Person
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus, PromotionLevel
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.promotion import PromotionAction
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.load import breaks, first_break, load
from canvas.steps.resources.spans import HOUR
from canvas.steps.resources.team import Absence, Belonging, TeamMember

MONDAY = dt.date(2027, 3, 1)
LAST = MONDAY + dt.timedelta(27)


def day(number):
    return MONDAY + dt.timedelta(number)


def plan(*records):
    by_type = {}
    for record in records:
        by_type.setdefault(type(record).key, []).append(record)
    return Strategy("s", 1, {key: tuple(found) for key, found in by_type.items()})


def look(strategy):
    return load(strategy, MONDAY, LAST)


def mended(strategy, since=None):
    found = look(strategy)
    return mend(strategy, found, first_break(found), since)


def ways(proposals):
    return [(p.way, p.lines) for p in proposals]


TEAM = (
    Person(id="p-nora", name="Nora Lind"),
    Person(id="p-sam", name="Sam Roe"),
    TeamMember(id="nora", name="Nora", hours_week=5, person="p-nora"),
    TeamMember(id="sam", name="Sam", hours_week=4, person="p-sam"),
)
FULL = TaskAutomation(id="k", task="Answer", owner="p-nora", hours_week=3)
EXTRA = Post(id="a", title="Film", date=day(1), author="p-nora", effort_hours=4)


def test_a_line_moves_to_the_nearest_week_with_room():
    full_next = Post(id="b", title="Next", date=day(8), author="p-nora", effort_hours=2)
    light = Post(id="c", title="Photo", date=day(1), author="p-nora", effort_hours=2)
    strategy = plan(*TEAM, FULL, light, full_next, EXTRA)
    moves = {p.lines[0]: p for p in mended(strategy) if p.way is Way.MOVE}
    assert moves["c"].week == day(14)
    assert "a" not in moves
    (edit,) = moves["c"].edits
    assert (edit.field, edit.base, edit.new) == ("date", "2027-03-02", "2027-03-16")


def test_a_line_is_handed_to_somebody_who_has_the_hours():
    hand = next(p for p in mended(plan(*TEAM, FULL, EXTRA)) if p.way is Way.HAND)
    assert (hand.lines, hand.hand.name, hand.mends) == (("a",), "Sam", True)
    (edit,) = hand.edits
    assert (edit.field, edit.base, edit.new) == ("author", "p-nora", "p-sam")


def test_published_scheduled_and_major_posts_stay_where_they_are():
    for post in (
        Post(id="a", date=day(1), author="p-nora", effort_hours=4, status=PostStatus.PUBLISHED),
        Post(id="a", date=day(1), author="p-nora", effort_hours=4, status=PostStatus.SCHEDULED),
        Post(id="a", date=day(1), author="p-nora", effort_hours=4, is_major=True),
    ):
        assert not [p for p in mended(plan(*TEAM, FULL, post)) if p.way is Way.MOVE]


def test_nothing_moves_into_the_past_or_before_what_it_was_made_from():
    late = Post(id="a", title="Film", date=day(22), author="p-nora", effort_hours=2)
    source = Post(id="s", title="Article", date=day(20))
    child = Post(id="c", date=day(22), author="p-nora", effort_hours=1, parent="s", title="Quote")
    strategy = plan(*TEAM, FULL, late, source, child)
    assert {p.week for p in mended(strategy) if p.lines == ("a",) and p.way is Way.MOVE} == {
        day(14)
    }
    assert not [p for p in mended(strategy, day(21)) if p.way is Way.MOVE]
    assert not [p for p in mended(strategy) if p.lines == ("c",) and p.way is Way.MOVE]


def test_an_action_moves_with_its_start_and_not_before_what_it_waits_for():
    action = Action(
        id="a", title="Print", owner="p-nora", start=day(8), due=day(10), effort_hours=4
    )
    waits = Action(id="b", title="Pay", owner="p-sam", due=day(9), effort_hours=1)
    strategy = plan(*TEAM, FULL, action, waits)
    found = look(strategy)
    assert first_break(found) is not None
    task_light = TaskAutomation(id="k", task="Answer", owner="p-nora", hours_week=1)
    other = Post(id="p", title="x", date=day(8), author="p-nora", effort_hours=2)
    strategy = plan(*TEAM, task_light, action, waits, other)
    move = next(p for p in mended(strategy) if p.lines == ("a",) and p.way is Way.MOVE)
    assert {edit.field: edit.new for edit in move.edits} == {
        "start": "2027-03-16",
        "due": "2027-03-18",
    }


def test_a_provider_is_paid_for_the_hours_that_are_left_over():
    provider = TeamMember(
        id="ext", name="Studio", belonging=Belonging.EXTERNAL, hours_week=1, cost_hour=50_00
    )
    stuck = Post(
        id="a",
        title="Launch",
        date=day(1),
        author="p-nora",
        effort_hours=6,
        is_major=True,
        status=PostStatus.SCHEDULED,
    )
    paid = next(p for p in mended(plan(*TEAM[:3], provider, FULL, stuck)) if p.way is Way.PROVIDER)
    assert (paid.hours, paid.extra, paid.cost) == (4 * HOUR, 3 * HOUR, 200_00)


def test_a_rhythm_publishes_less_but_never_below_its_least():
    account = Account(id="acc", network=Network.LINKEDIN)
    rhythm = Cadence(id="c", what="Posts", account="acc", posts_per_week=3, minimum=1)
    posts = [
        Post(
            id=f"a{n}",
            title=f"Post {n}",
            date=day(n),
            author="p-nora",
            account="acc",
            effort_hours=3,
            cadence="c",
        )
        for n in range(3)
    ]
    less = next(p for p in mended(plan(*TEAM, account, rhythm, *posts)) if p.way is Way.DROP)
    assert (less.left, len(less.lines), less.mends) == (1, 2, True)
    assert less.edits == ()


def test_several_changes_are_put_together_and_written_as_one():
    posts = [
        Post(id=f"a{n}", title=f"Post {n}", date=day(n), author="p-nora", effort_hours=3)
        for n in range(4)
    ]
    strategy = plan(*TEAM, *posts)
    together = mended(strategy)[0]
    assert together.way is Way.TOGETHER
    assert together.mends
    assert len(together.lines) == len(set(together.lines)) == len(together.steps) > 1
    assert first_break(look(applied(strategy, together.edits))) is None


def test_what_nobody_has_taken_on_is_offered_to_who_has_room():
    alone = Post(id="a", title="Film", date=day(1), effort_hours=4)
    busy = TaskAutomation(id="k2", task="Relay", owner="p-sam", hours_week=3.5)
    other = Post(id="b", title="Photo", date=day(1), effort_hours=1)
    found = mended(plan(*TEAM, FULL, busy, alone, other))
    assert ways(found) == [(Way.HAND, ("b",))]
    assert found[0].hand.name == "Nora"


@st.composite
def crowded(draw):
    return plan(
        *TEAM,
        TeamMember(id="ext", name="Studio", belonging=Belonging.EXTERNAL, cost_hour=40_00),
        PromotionAction(id="g", name="Relay", delay_days=3, effort_hours=0.25),
        *(
            Post(
                id=f"post{n}",
                title=f"Post {n}",
                date=day(draw(st.integers(0, 27))),
                author=draw(st.sampled_from(["p-nora", "p-sam", ""])),
                effort_hours=draw(st.floats(0.5, 8)),
                is_major=draw(st.booleans()),
                status=draw(st.sampled_from(list(PostStatus))),
            )
            for n in range(draw(st.integers(1, 12)))
        ),
    )


@settings(max_examples=60, deadline=None)
@given(crowded())
def test_whatever_the_plan_a_proposal_does_what_it_says_and_breaks_nothing_else(strategy):
    found = look(strategy)
    broken = first_break(found)
    if broken is None:
        return
    for proposal in mend(strategy, found, broken):
        if not proposal.edits:
            continue
        after = look(applied(strategy, proposal.edits))
        cell = after.cell(broken.hand.id, broken.week)
        assert cell.needed == proposal.after < broken.cell.needed
        for hand in found.hands:
            for week in found.weeks:
                before = found.cell(hand.id, week)
                assert after.cell(hand.id, week).short <= before.short
        assert len(list(breaks(after))) <= len(list(breaks(found)))


class TestHowLongARhythmLasts:
    RHYTHM = Cadence(id="c", what="Photos", posts_per_week=2, effort_hours=1, owner="p-nora")

    def test_for_good_when_there_are_the_hours(self):
        found = sustainable_weeks(plan(*TEAM, self.RHYTHM, FULL), MONDAY)
        assert (found.weeks, found.until) == (None, None)

    def test_until_somebody_is_away(self):
        away = Absence(id="x", member="nora", start=day(14), end=day(20), hours_week=2)
        found = sustainable_weeks(plan(*TEAM, self.RHYTHM, FULL, away), MONDAY)
        assert (found.weeks, found.until, found.hand.name) == (2, day(14), "Nora")
        assert (found.needed, found.capacity) == (5 * HOUR, 2 * HOUR)

    def test_not_at_all_when_it_is_too_fast_and_then_which_pace_lasts(self):
        fast = Cadence(id="c", what="Photos", posts_per_week=4, effort_hours=1, owner="p-nora")
        found = sustainable_weeks(plan(*TEAM, fast, FULL), MONDAY)
        assert (found.weeks, found.cadence, found.posts) == (0, "c", 2)

    def test_the_routine_of_each_post_counts(self):
        relay = PromotionAction(
            id="g", name="Relay", level=PromotionLevel.MINOR, effort_hours=0.25, owner="p-nora"
        )
        found = sustainable_weeks(plan(*TEAM, self.RHYTHM, FULL, relay), MONDAY)
        assert (found.weeks, found.needed) == (0, int(5.5 * HOUR))

    def test_who_replaces_somebody_may_be_the_one_who_breaks(self):
        away = Absence(id="x", member="nora", start=day(7), end=day(13), replaced_by="sam")
        found = sustainable_weeks(plan(*TEAM, self.RHYTHM, FULL, away), MONDAY)
        assert (found.weeks, found.hand.name) == (1, "Sam")

    def test_work_of_nobody_weighs_on_the_team(self):
        big = Cadence(id="c", what="Films", posts_per_week=2, effort_hours=4)
        found = sustainable_weeks(plan(*TEAM, big, FULL), MONDAY)
        assert (found.weeks, found.hand.id, found.capacity) == (0, "", 9 * HOUR)

    def test_nothing_is_said_without_hours_or_without_a_rhythm(self):
        assert sustainable_weeks(plan(self.RHYTHM), MONDAY) is None
        assert sustainable_weeks(plan(*TEAM), MONDAY) is None

    def test_the_last_days_of_the_calendar_are_no_trouble(self):
        assert sustainable_weeks(plan(*TEAM, self.RHYTHM), dt.date.max).weeks is None
