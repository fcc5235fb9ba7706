"""What a balance of time, money and patience means: figures, limits, refusals."""

import dataclasses
import datetime as dt
import json

import pytest
from hypothesis import given as example_of
from hypothesis import strategies as st

from canvas.domain.records import EXISTS
from canvas.domain.strategy import build
from canvas.imports.project import read_project
from canvas.rules.tradeoff import (
    WEEKS_A_MONTH,
    Goal,
    Hand,
    Limit,
    Line,
    Meaning,
    Means,
    Refusal,
    Weights,
    grid,
    meaning,
    of_plan,
    of_scenario,
    snapped,
)
from canvas.rules.tradeoff_choice import choosing, kept, place_of
from canvas.rules.tradeoff_given import Assumption, given, main_objective
from canvas.services.exchange import EXAMPLES
from canvas.settings import ROOT
from canvas.steps import RECORD_TYPES
from canvas.steps.common import Network
from canvas.steps.resources.tradeoff import Scenario, Tradeoff
from tests.unit.rules.means import START, all_means, hours

PLAIN = Means(
    lines=(
        Line("a", Network.INSTAGRAM, "Photo", planned=2, at_least=1, at_most=4, effort=1),
        Line("b", Network.BLOG, "Article", planned=0.5, at_least=0.25, at_most=1, effort=4),
    ),
    tasks=2,
    team=(Hand("Nora", 6), Hand("Karim", 2)),
    providers=(Hand("Studio", 3),),
    rate=50_00,
    provider_month=450_00,
    fixed_month=100_00,
    budgeted=True,
    goal=Goal("o", START, START + dt.timedelta(100), baseline=20, target=60),
)
"""8 h of work at full pace, 2 at least, 4 planned; 6 of our hours are free for it."""


def snapshot(records):
    """Return a strategy of (type, id, fields)."""
    rows = {(t, i): {EXISTS: True, **fields} for t, i, fields in records}
    return build("s", 1, rows, RECORD_TYPES)


def example(name):
    content = (ROOT / "data" / "examples" / f"{name}.canevas.json").read_bytes()
    return snapshot((r.type, r.id, r.fields) for r in read_project(content))


@pytest.fixture
def bakery():
    return example("bakery")


# --- The figures, by hand ---------------------------------------------------------------


def test_half_the_work_by_us_and_a_quarter_paid_gives_six_hours_of_publishing():
    found = meaning(PLAIN, Weights(0.5, 0.25, 0.25))
    assert found.posts == pytest.approx((3, 0.75))  # two thirds of the way up
    assert found.our_hours == 6  # 2 of tasks, 4 of publishing
    assert [hand.hours for hand in found.team] == [4.5, 1.5]
    assert found.paid == 2
    assert found.provider_share == 0.25
    assert found.provider_month == round(2 * 50_00 * 52 / 12)
    assert found.cost_month == found.provider_month + 100_00
    assert found.over == 0
    assert found.date == START + dt.timedelta(67)  # 100 days × 4 h / 6 h
    assert found.limits == ()


def test_half_the_planned_hours_take_twice_the_time_and_half_the_way_by_the_due_date():
    found = meaning(PLAIN, Weights(0.25, 0, 0.75))
    assert found.date == START + dt.timedelta(200)
    assert found.late == 100
    assert found.at_due == 40
    assert found.limits == (Limit.DATE,)


def test_hours_that_the_team_does_not_have_are_not_worked():
    found = meaning(PLAIN, Weights(1, 0, 0))
    assert found.our_hours == 8
    assert found.short == 2
    assert found.limits == (Limit.TIME,)


def test_money_over_the_budget_is_said_and_spent():
    found = meaning(PLAIN, Weights(0, 1, 0))
    assert found.over == found.cost_month - 550_00
    assert found.limits == (Limit.MONEY, Limit.CEILING)


def test_the_plan_stands_where_its_own_hours_cost_and_date_come_out():
    found = meaning(PLAIN, of_plan(PLAIN))
    assert found.our_hours + found.paid == pytest.approx(PLAIN.tasks + PLAIN.plan)
    assert found.cost_month == PLAIN.budget_month
    assert found.date == PLAIN.goal.due
    assert found.over == 0


# --- The corner that is refused ---------------------------------------------------------


def test_without_our_time_and_our_money_there_is_no_figure_whatever_the_patience():
    assert meaning(PLAIN, Weights(0, 0, 1)) == Refusal(given=0, asked=2)
    assert isinstance(meaning(PLAIN, Weights(0.1, 0.1, 0.8)), Refusal)
    assert isinstance(meaning(PLAIN, Weights(0.25, 0, 0.75)), Meaning)


def test_time_that_nobody_has_is_no_time_given():
    busy = dataclasses.replace(PLAIN, tasks=8)
    assert meaning(busy, Weights(1, 0, 0)) == Refusal(given=0, asked=2, no_hours=True)


def test_accounts_without_a_minimum_still_need_some_work():
    lines = tuple(dataclasses.replace(line, at_least=0) for line in PLAIN.lines)
    assert isinstance(meaning(dataclasses.replace(PLAIN, lines=lines), Weights(0, 0, 1)), Refusal)


def test_weights_that_do_not_add_up_are_no_weights():
    with pytest.raises(ValueError, match=r"0\.5"):
        Weights(0.5, 0.5, 0.5)


def test_the_grid_has_all_balances_in_steps_of_five_percent():
    found = list(grid())
    assert len(set(found)) == 231
    assert all(sum((w.time, w.money, w.patience)) == pytest.approx(1) for w in found)


def test_a_balance_that_was_kept_rounded_is_the_same_point_of_the_grid():
    assert snapped(Weights(0.5496, 0.1004, 0.35)) == Weights(0.55, 0.1, 0.35)
    assert snapped(Weights(0.53, 0.12, 0.35)) == Weights(0.53, 0.12, 0.35)


# --- What holds for all means and all balances ------------------------------------------


@st.composite
def two_balances(draw):
    """Draw a balance, and one where patience or time became money, or patience time."""
    steps = sorted(draw(st.lists(st.integers(0, 20), min_size=2, max_size=2)))
    parts = [steps[0], steps[1] - steps[0], 20 - steps[1]]
    giver, taker = draw(st.sampled_from([(2, 0), (2, 1), (0, 1)]))
    moved = draw(st.integers(0, parts[giver]))
    other = list(parts)
    other[giver] -= moved
    other[taker] += moved
    return Weights(*(p / 20 for p in parts)), Weights(*(p / 20 for p in other))


def day(found):
    return found.date or dt.date.max


@example_of(all_means, two_balances())
def test_more_time_or_more_money_never_gives_fewer_posts_or_a_later_date(means, pair):
    before, after = (meaning(means, weights) for weights in pair)
    if isinstance(after, Refusal):
        assert isinstance(before, Refusal)
        return
    if isinstance(before, Refusal):
        return
    assert all(b <= a + 1e-9 for b, a in zip(before.posts, after.posts, strict=True))
    assert day(after) <= day(before)
    assert after.late <= before.late


@example_of(all_means, two_balances(), st.integers(0, 10**6), hours)
def test_a_larger_budget_or_team_never_gives_less(means, pair, more, extra):
    weights = pair[0]
    richer = dataclasses.replace(means, fixed_month=means.fixed_month + more, budgeted=True)
    larger = dataclasses.replace(means, team=(*means.team, Hand("z", extra)))
    if means.available is None:
        larger = means
    found = meaning(means, weights)
    for better in (meaning(richer, weights), meaning(larger, weights)):
        if isinstance(better, Refusal):
            assert isinstance(found, Refusal)
        elif isinstance(found, Meaning):
            assert found.total_posts <= better.total_posts + 1e-9
            assert day(better) <= day(found)


@example_of(all_means, two_balances())
def test_totals_are_the_sums_of_their_parts(means, pair):
    found = meaning(means, pair[0])
    if isinstance(found, Refusal):
        assert found.given < found.asked
        return
    assert sum(hand.hours for hand in found.team) == pytest.approx(found.our_hours)
    assert sum(hand.hours for hand in found.providers) == pytest.approx(found.paid)
    assert found.cost_month == found.provider_month + means.fixed_month
    assert found.provider_month == round(found.paid * means.rate * WEEKS_A_MONTH)
    assert 0 <= found.provider_share <= 1
    if means.available is not None:
        assert found.our_hours <= max(means.available, means.tasks) + 1e-9
    for line, posts in zip(means.lines, found.posts, strict=True):
        assert line.at_least - 1e-9 <= posts <= line.at_most + 1e-9
    if means.floor > 0.05 * means.full:  # below it, the minimum is published anyway
        published = sum(
            line.effort * posts for line, posts in zip(means.lines, found.posts, strict=True)
        )
        assert published == pytest.approx(found.our_hours - found.tasks + found.paid)


@example_of(all_means, two_balances())
def test_a_kept_balance_finds_its_place_again(means, pair):
    weights = pair[0]
    found = meaning(means, weights)
    if isinstance(found, Meaning) and Limit.TIME not in found.limits:
        back = of_scenario(
            means,
            posts=found.total_posts,
            hours=None,
            provider_share=found.provider_share,
        )
        least = sum(line.at_least * line.effort for line in means.lines)
        if means.floor == least:
            assert back.money == pytest.approx(weights.money, abs=1e-6)
            assert back.time == pytest.approx(weights.time, abs=1e-6)


# --- What a strategy gives --------------------------------------------------------------


def test_an_empty_strategy_has_figures_and_says_all_that_is_assumed():
    found = given(snapshot([]))
    kinds = {note.kind for note in found.assumed}
    assert kinds == {
        Assumption.RHYTHM, Assumption.EFFORT, Assumption.TASKS, Assumption.HOURS,
        Assumption.RATE, Assumption.BUDGET,
    }  # fmt: skip
    assert "2.0 h a post" in {str(note.say()).removesuffix(" where no effort is given")
                              for note in found.assumed}  # fmt: skip
    assert meaning(found.means, Weights(1, 0, 0)).total_posts == 3


def test_a_complete_strategy_assumes_only_what_it_does_not_say(bakery):
    found = given(bakery)
    assert {note.kind for note in found.assumed} == {Assumption.RATE}
    assert found.means.plan == pytest.approx(2.1)
    assert found.means.tasks == pytest.approx(2.6)
    assert found.means.available == 6
    assert found.means.budget_month == round(1400_00 / 12)
    assert found.means.goal.due == main_objective(bakery).due


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_balances_of_the_examples_are_not_in_the_corner_that_is_refused(name):
    strategy = example(name)
    means = given(strategy).means
    assert isinstance(meaning(means, Weights(*strategy.one(Tradeoff).weights)), Meaning)
    chosen = strategy.linked(Scenario, strategy.one(Tradeoff).scenario)
    assert isinstance(meaning(means, place_of(chosen, means)), Meaning)


def test_the_effort_of_a_rhythm_is_its_own_then_that_of_its_content_type_then_two_hours():
    strategy = snapshot([
        ("content_type", "k", {"name": "Video", "effort_hours": 5}),
        ("cadence", "a", {"what": "A", "posts_per_week": 1, "effort_hours": 1}),
        ("cadence", "b", {"what": "B", "posts_per_week": 1, "content_type": "k"}),
        ("cadence", "c", {"what": "C", "posts_per_week": 1}),
        ("cadence", "d", {"what": "Nothing known"}),
    ])  # fmt: skip
    assert [line.effort for line in given(strategy).means.lines] == [1, 5, 2]


def test_a_due_date_alone_is_enough_for_a_date():
    strategy = snapshot([("objective", "o", {"title": "Orders", "due": "2027-07-02"})])
    found = given(strategy)
    assert found.means.goal.start == dt.date(2027, 1, 1)
    assert Assumption.START in {note.kind for note in found.assumed}


# --- Choosing a scenario ----------------------------------------------------------------


def chosen(strategy, scenario):
    """Return the strategy after the scenario was chosen."""
    rows = {}
    for record in strategy:
        fields = {field.name: field.dump(getattr(record, field.name)) for field in record.fields()}
        rows[record.key, record.id] = {EXISTS: True, "position": record.position, **fields}
    for change in choosing(strategy, given(strategy).means, scenario):
        edit = change.edit
        row = rows.setdefault(edit.key, {EXISTS: True})
        assert json.dumps(row.get(edit.field)) == json.dumps(edit.base)
        row[edit.field] = edit.new
    return build("s", 2, rows, RECORD_TYPES)


def scenario_at(strategy, weights):
    means = given(strategy).means
    return Scenario(id="new", name="New", **kept(meaning(means, weights), means))


@pytest.mark.parametrize("weights", [Weights(0.5, 0.15, 0.35), Weights(0.2, 0.6, 0.2)])
def test_choosing_writes_cadence_providers_and_date_and_then_has_nothing_left_to_write(
    bakery, weights
):
    scenario = scenario_at(bakery, weights)
    fields = {(c.edit.type, c.edit.field) for c in choosing(bakery, given(bakery).means, scenario)}
    assert {("cadence", "posts_per_week"), ("objective", "due"), ("tradeoff", "scenario")} <= fields
    after = chosen(bakery, scenario)
    means = given(after).means
    assert means.plan == pytest.approx((weights.time + weights.money) * means.full, abs=0.03)
    assert place_of(scenario, means) == weights
    assert choosing(after, means, scenario) == ()


def test_an_empty_at_most_is_filled_in_so_that_the_scenario_means_the_same_tomorrow():
    strategy = snapshot([("cadence", "a", {"what": "A", "posts_per_week": 4, "effort_hours": 1})])
    scenario = scenario_at(strategy, Weights(0.5, 0, 0.5))
    after = chosen(strategy, scenario)
    line = given(after).means.lines[0]
    assert (line.planned, line.at_most) == (2, 4)
    assert choosing(after, given(after).means, scenario) == ()


def test_a_scenario_that_is_refused_or_says_nothing_writes_nothing(bakery):
    means = given(bakery).means
    assert choosing(bakery, means, Scenario(id="x", name="Nothing said")) == ()
    assert choosing(bakery, means, Scenario(id="x", posts_per_week=0.1)) == ()
