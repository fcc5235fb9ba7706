"""The budget by line and month: every cent is in one month, every total is its parts."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.strategy import Strategy
from canvas.rules.spend import Elsewhere, spend, total
from canvas.steps.common import Progress, Quarter
from canvas.steps.frame.settings import Settings
from canvas.steps.objectives.agreement import BudgetRequest, RequestState
from canvas.steps.plan.actions import Action, Training
from canvas.steps.plan.calendar import Post
from canvas.steps.resources.budget import AdLine, BudgetCategory, BudgetLine
from canvas.steps.resources.spending import by_category

YEAR = Settings(id="settings", start_date=dt.date(2027, 1, 1), horizon=12)


def plan(*records):
    by_type = {}
    for record in records:
        by_type.setdefault(type(record).key, []).append(record)
    return Strategy("s", 1, {key: tuple(found) for key, found in by_type.items()})


def month(number):
    return dt.date(2027, number, 1)


def only(*records):
    """Return the months of the one line."""
    (row,) = spend(plan(YEAR, *records)).rows
    return row


def test_a_subscription_costs_the_same_each_month():
    line = BudgetLine(
        id="a",
        label="Tool",
        planned=144_00,
        start=dt.date(2027, 1, 1),
        end=dt.date(2027, 12, 31),
    )
    assert only(line).planned == {month(n): 12_00 for n in range(1, 13)}


def test_cents_that_do_not_divide_are_not_lost():
    line = BudgetLine(id="a", label="x", planned=100, quarter=Quarter.Q1)
    assert sorted(only(line).planned.values()) == [33, 33, 34]


def test_a_part_of_a_month_weighs_what_it_is_of_it():
    line = BudgetLine(
        id="a", label="x", planned=90, start=dt.date(2027, 4, 16), end=dt.date(2027, 5, 31)
    )
    assert only(line).planned == {month(4): 30, month(5): 60}


def test_one_day_is_a_single_payment_and_no_day_is_the_whole_strategy():
    single = BudgetLine(id="a", label="x", planned=500, start=dt.date(2027, 3, 9))
    assert only(single).planned == {month(3): 500}
    whole = BudgetLine(id="a", label="x", planned=1200)
    assert only(whole).planned == {month(n): 100 for n in range(1, 13)}


def test_a_quarter_is_one_of_the_strategy_and_not_of_the_calendar():
    start = Settings(id="settings", start_date=dt.date(2027, 3, 1), horizon=12)
    line = BudgetLine(id="a", label="x", planned=300, quarter=Quarter.Q2)
    (row,) = spend(plan(start, line)).rows
    assert row.planned == {month(6): 100, month(7): 100, month(8): 100}


def test_money_outside_the_strategy_stands_before_or_after_its_months():
    line = BudgetLine(
        id="a", label="x", planned=400, start=dt.date(2026, 12, 1), end=dt.date(2027, 1, 31)
    )
    assert only(line).planned == {Elsewhere.EARLIER: 200, month(1): 200}
    line = BudgetLine(id="a", label="x", planned=400, start=dt.date(2029, 1, 1))
    assert only(line).planned == {Elsewhere.LATER: 400}


def test_without_any_day_money_is_said_to_be_undated():
    found = spend(plan(BudgetLine(id="a", label="x", planned=400, spent=10)))
    assert found.rows[0].planned == {Elsewhere.UNDATED: 400}
    assert found.by_month()[Elsewhere.UNDATED].spent == 10


def test_what_was_spent_fills_the_first_months_and_an_excess_the_last():
    line = BudgetLine(id="a", label="x", planned=300, spent=150, quarter=Quarter.Q1)
    assert only(line).spent == {month(1): 100, month(2): 50}
    line = BudgetLine(id="a", label="x", planned=300, spent=400, quarter=Quarter.Q1)
    assert only(line).spent == {month(1): 100, month(2): 100, month(3): 200}
    line = BudgetLine(id="a", label="x", spent=70, quarter=Quarter.Q1)
    assert only(line).spent == {month(3): 70}


def test_advertising_runs_from_its_start_to_its_end():
    ad = AdLine(id="a", name="x", budget=310, start=dt.date(2027, 3, 17), end=dt.date(2027, 4, 15))
    row = only(ad)
    assert row.category is BudgetCategory.ADS
    assert sum(row.planned.values()) == 310
    assert set(row.planned) == {month(3), month(4)}


def test_costs_of_the_plan_stand_apart_and_are_not_added():
    found = spend(
        plan(
            YEAR,
            BudgetLine(id="a", label="x", planned=1000, start=dt.date(2027, 1, 5)),
            Post(id="p", title="Film", date=dt.date(2027, 1, 6), cost=300, paid_budget=50),
            Action(id="q", title="Print", due=dt.date(2027, 2, 6), cost=200),
            Action(id="r", title="No", due=dt.date(2027, 2, 6), cost=9, status=Progress.DROPPED),
            Training(id="t", topic="Film", cost=100),
        )
    )
    assert found.total.planned == 1000
    assert [(row.record, row.planned) for row in found.plan] == [
        ("p", {month(1): 350}),
        ("q", {month(2): 200}),
        ("t", {Elsewhere.UNDATED: 100}),
    ]
    assert total(found.plan).planned == 650


def test_instalments_are_there_from_their_days_and_refused_ones_never():
    found = spend(
        plan(
            YEAR,
            BudgetLine(id="a", label="x", planned=1200, request="r1"),
            BudgetRequest(
                id="r2", stage="Summer", amount=900, date=dt.date(2027, 6, 10), state=None
            ),
            BudgetRequest(
                id="r1",
                stage="Start",
                amount=300,
                date=dt.date(2026, 12, 1),
                state=RequestState.GRANTED,
            ),
            BudgetRequest(
                id="r3",
                stage="No",
                amount=999,
                date=dt.date(2027, 1, 1),
                state=RequestState.REFUSED,
            ),
        )
    )
    assert [(s.request.id, s.available, s.granted, s.needed) for s in found.stages] == [
        ("r1", 300, 300, 1200),
        ("r2", 1200, 300, None),
    ]
    course = found.course()
    assert [one.expected for one in course] == [300] * 5 + [1200] * 7
    assert [one.uncovered for one in course][:6] == [0, 0, 0, 100, 200, 0]
    assert course[-1].planned == 1200


DAYS = st.none() | st.dates()
CENTS = st.none() | st.integers(0, 10**9)


@st.composite
def budgets(draw):
    start = st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)) | st.dates()
    horizon = draw(st.none() | st.integers(1, 60))
    return plan(
        Settings(id="settings", start_date=draw(start), horizon=horizon),
        *(
            BudgetLine(
                id=f"b{n}",
                label="x",
                category=draw(st.sampled_from([None, *BudgetCategory])),
                planned=draw(CENTS),
                spent=draw(CENTS),
                quarter=draw(st.sampled_from([None, *Quarter])),
                start=draw(DAYS),
                end=draw(DAYS),
                objective=draw(st.sampled_from(["", "o1", "o2"])),
            )
            for n in range(draw(st.integers(0, 4)))
        ),
        *(
            AdLine(
                id=f"a{n}",
                name="x",
                budget=draw(CENTS),
                spent=draw(CENTS),
                start=draw(DAYS),
                end=draw(DAYS),
            )
            for n in range(draw(st.integers(0, 3)))
        ),
        *(
            Post(id=f"p{n}", title="x", date=draw(DAYS), cost=draw(CENTS), paid_budget=draw(CENTS))
            for n in range(draw(st.integers(0, 3)))
        ),
    )


@settings(max_examples=150, deadline=None)
@given(budgets())
def test_whatever_the_plan_totals_are_the_sum_of_their_parts(strategy):
    found = spend(strategy)
    planned = sum(line.planned or 0 for line in strategy.of(BudgetLine))
    planned += sum(ad.budget or 0 for ad in strategy.of(AdLine))
    spent = sum(line.spent or 0 for line in (*strategy.of(BudgetLine), *strategy.of(AdLine)))
    assert (found.total.planned, found.total.spent) == (planned, spent)
    for groups in (found.by_month(), found.by_category(), found.by_objective()):
        assert sum(amount.planned for amount in groups.values()) == planned
        assert sum(amount.spent for amount in groups.values()) == spent
    for row in (*found.rows, *found.plan):
        assert all(amount > 0 for amount in (*row.planned.values(), *row.spent.values()))
    cost = sum((post.cost or 0) + (post.paid_budget or 0) for post in strategy.of(Post))
    assert total(found.plan).planned == cost


@settings(max_examples=60, deadline=None)
@given(budgets())
def test_the_budget_by_month_and_the_budget_of_the_deck_are_one(strategy):
    mine = {category: (a.planned, a.spent) for category, a in spend(strategy).by_category().items()}
    deck = {s.category: (s.planned, s.spent) for s in by_category(strategy)}
    assert {key: amounts for key, amounts in mine.items() if any(amounts)} == deck
