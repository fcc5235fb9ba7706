"""What the means allow: never beyond a limit, never less for more, and what binds."""

import dataclasses
import datetime as dt
import math

import pytest
from hypothesis import assume
from hypothesis import given as example_of
from hypothesis import strategies as st

from canvas.rules.feasible import MONTH, Bound, feasible
from canvas.rules.tradeoff import (
    Goal,
    Hand,
    Line,
    Meaning,
    Means,
    Refusal,
    Weights,
    meaning,
)
from canvas.steps.common import Network
from tests.unit.rules.means import START, all_means

PLAIN = Means(
    lines=(
        Line("a", Network.INSTAGRAM, "Photo", planned=2, at_least=1, at_most=4, effort=1),
        Line("b", Network.BLOG, "Article", planned=0.5, at_least=0.25, at_most=1, effort=4),
    ),
    tasks=2,
    team=(Hand("Nora", 4), Hand("Karim", 1)),
    providers=(Hand("Studio", 3),),
    rate=60_00,
    provider_month=260_00,
    fixed_month=100_00,
    budgeted=True,
    goal=Goal("o", START, START + dt.timedelta(100), baseline=20, target=60),
)
"""8 h of work at full pace, 2 at least, 4 planned; 3 of our hours are free for it, and the
budget pays for one more."""


def changed(**fields):
    return dataclasses.replace(PLAIN, **fields)


# --- By hand ----------------------------------------------------------------------------


def test_three_hours_of_ours_and_one_that_is_paid_carry_the_plan_and_no_more():
    found = feasible(PLAIN)
    assert (found.ours, found.paid, found.work) == pytest.approx((3, 1, 4))
    assert found.found.posts == pytest.approx((2, 0.5))
    assert found.found.provider_share == pytest.approx(1 / 6)
    assert found.found.cost_month == 360_00
    assert found.found.date == PLAIN.goal.due
    assert found.spare_hours == 0
    assert found.spare_money == 0


def test_time_and_money_both_bind_where_both_are_used_up():
    found = feasible(PLAIN)
    assert found.binds == found.tight == (Bound.TIME, Bound.MONEY)
    hour, money = found.loosened
    assert hour.work == pytest.approx(1)
    assert hour.posts == pytest.approx(0.625)  # a sixth of the way from 1.25 to 5
    assert hour.days == 20  # 100 days × 4 h / 5 h
    assert money.unit == 100_00
    assert money.work == pytest.approx(100_00 / (60_00 * 52 / 12))


def test_a_provider_without_hours_left_binds_and_money_does_not():
    found = feasible(changed(provider_month=5000_00))
    assert found.paid == pytest.approx(3)
    assert found.binds == (Bound.TIME, Bound.PROVIDERS)
    assert found.spare_money == 5000_00 - 780_00


def test_at_full_pace_only_the_rhythms_bind_and_the_lightest_post_is_proposed():
    found = feasible(changed(team=(Hand("Nora", 20),)))
    assert (found.ours, found.paid) == (8, 0)
    assert found.found.total_posts == pytest.approx(5)
    assert found.binds == (Bound.CEILING,)
    assert found.loosened[0].place == 0
    assert found.loosened[0].posts == pytest.approx(1)
    assert found.spare_hours == 10
    assert found.spare_money == 260_00


def test_a_late_target_binds_and_one_more_month_is_taken_off_its_delay():
    found = feasible(changed(team=(Hand("Nora", 3),)))
    assert found.work == pytest.approx(2)
    assert found.found.late == 100
    assert Bound.DATE in found.binds
    assert found.loosened[-1].late == 100 - MONTH


def test_where_two_walls_meet_neither_gives_anything_alone():
    found = feasible(changed(providers=(Hand("Studio", 1),)))
    assert set(found.tight) == {Bound.TIME, Bound.MONEY, Bound.PROVIDERS}
    assert found.binds == (Bound.TIME,)
    exact = feasible(changed(team=(Hand("Nora", 10),), provider_month=0))
    assert set(exact.tight) == {Bound.TIME, Bound.MONEY, Bound.CEILING}
    assert exact.binds == ()


def test_means_below_what_accounts_need_give_no_posts_and_say_what_is_missing():
    found = feasible(changed(team=(Hand("Nora", 2),)))
    assert found.found == Refusal(pytest.approx(1), asked=2)
    assert [step.posts for step in found.loosened] == [pytest.approx(1.25), None]


def test_tasks_that_take_more_hours_than_there_are_leave_none_to_publish():
    found = feasible(changed(team=(Hand("Nora", 0.5),), provider_month=0))
    assert isinstance(found.found, Refusal)
    assert found.short_hours == 1.5
    assert found.ours == 0


def test_hours_that_nobody_said_are_no_wall_and_money_that_nobody_planned_is_not_spent():
    found = feasible(changed(team=(Hand("Nora"),), provider_month=0, budgeted=False))
    assert found.work == 8
    assert found.paid == 0
    assert found.spare_hours is None


# --- For all means ----------------------------------------------------------------------

SLACK = 1e-6


@example_of(all_means)
def test_no_limit_is_ever_exceeded(means):
    found = feasible(means)
    assert found.ours >= 0
    assert found.paid >= 0
    assert found.work <= means.full + SLACK
    assert found.paid * means.hour_month <= means.provider_month + SLACK
    if means.available is not None:
        assert found.ours + means.tasks <= max(means.available, means.tasks) + SLACK
    known = [hand.hours for hand in means.providers]
    if None not in known:
        assert found.paid <= sum(known) + SLACK
    if isinstance(found.found, Meaning):
        assert found.found.provider_month <= means.provider_month + 1
        for line, posts in zip(means.lines, found.found.posts, strict=True):
            assert posts <= line.at_most + SLACK


@example_of(all_means, st.sampled_from(Bound), st.floats(0, 40))
def test_more_means_never_give_fewer_posts_or_a_later_date(means, which, more):
    assume(means.available is not None or which is not Bound.TIME)
    money = means.provider_month + round(more * 100_00)
    after = feasible({
        Bound.TIME: lambda: dataclasses.replace(means, team=(*means.team, Hand("", more))),
        Bound.MONEY: lambda: dataclasses.replace(means, provider_month=money),
        Bound.PROVIDERS: lambda: dataclasses.replace(
            means, providers=(*means.providers, Hand("", more))
        ),
        Bound.CEILING: lambda: means,
        Bound.DATE: lambda: means,
    }[which]())  # fmt: skip
    before = feasible(means)
    assert after.work >= before.work - SLACK
    if isinstance(before.found, Meaning):
        assert isinstance(after.found, Meaning)
        assert after.found.total_posts >= before.found.total_posts - SLACK
        assert (after.found.date or dt.date.max) <= (before.found.date or dt.date.max)


def corners(means):
    """Yield every point where two walls of the region meet: the best of a linear problem is one."""
    known = [hand.hours for hand in means.providers]
    room = math.inf if means.available is None else max(0.0, means.available - means.tasks)
    theirs = math.inf if None in known else sum(known)
    money = means.provider_month / means.hour_month
    for ours in (0.0, room, means.full, means.full - theirs, means.full - money):
        for paid in (0.0, theirs, money, means.full, means.full - room):
            inside = 0 <= ours <= room and 0 <= paid <= min(theirs, money)
            if inside and ours + paid <= means.full + SLACK:
                yield ours + paid


@example_of(all_means)
def test_an_independent_search_finds_no_fuller_cadence(means):
    assert feasible(means).work == pytest.approx(max(corners(means)), abs=1e-6)


@example_of(all_means)
def test_what_binds_gives_more_when_it_is_loosened_and_nothing_else_does(means):
    found = feasible(means)
    wider = tuple(dataclasses.replace(line, at_most=line.at_most + 1) for line in means.lines)
    relaxed = {
        Bound.MONEY: dataclasses.replace(means, provider_month=means.provider_month + 100_00),
        Bound.CEILING: dataclasses.replace(means, lines=wider),
    }
    if means.available is not None and not found.short_hours:
        relaxed[Bound.TIME] = dataclasses.replace(means, team=(*means.team, Hand("", 1)))
    if None not in [hand.hours for hand in means.providers]:
        larger = (*means.providers, Hand("", 1))
        relaxed[Bound.PROVIDERS] = dataclasses.replace(means, providers=larger)
    best = max(corners(means))
    better = {bound for bound, other in relaxed.items() if max(corners(other)) > best + SLACK}
    assert better <= set(found.binds)
    for bound in set(found.binds) & set(relaxed) - better:
        # It gives something, if less than what the search can tell from a rounding.
        assert next(s.work for s in found.loosened if s.bound is bound) <= 2 * SLACK
    assert found.tight


@example_of(all_means, st.integers(0, 100), st.integers(0, 100))
def test_no_balance_of_the_triangle_that_the_means_carry_gives_more_posts(means, time, money):
    assume(time + money <= 100)
    other = meaning(means, Weights(time / 100, money / 100, (100 - time - money) / 100))
    known = [hand.hours for hand in means.providers]
    if (
        isinstance(other, Refusal)
        or other.provider_month > means.provider_month
        or (None not in known and other.paid > sum(known))
    ):
        return
    found = feasible(means).found
    assert isinstance(found, Meaning)
    assert other.total_posts <= found.total_posts + SLACK
    assert (found.date or dt.date.max) <= (other.date or dt.date.max)


@example_of(all_means)
def test_the_answer_is_a_point_of_the_triangle_with_the_same_figures(means):
    found = feasible(means)
    assert meaning(means, found.weights) == found.found
    assert sum(dataclasses.astuple(found.weights)) == pytest.approx(1)
