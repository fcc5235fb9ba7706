"""The means in front of each objective: asked, given, short, decided (C133, C134)."""

import pytest
from hypothesis import given as example_of
from hypothesis import strategies as st

from canvas.domain.records import EXISTS
from canvas.domain.strategy import build
from canvas.rules.means import Verdict, sights, together
from canvas.steps import RECORD_TYPES

OBJECTIVE = ("objective", "o", {"title": "60 orders", "hours_week": 3, "budget": 500_00,
                                "due": "2027-06-30"})  # fmt: skip


def snapshot(*records):
    rows = {(t, i): {EXISTS: True, **fields} for t, i, fields in records}
    return build("s", 1, rows, RECORD_TYPES)


def only(*records):
    (found,) = sights(snapshot(OBJECTIVE, *records))
    return found


def post(number, day, **fields):
    return ("post", f"p{number}", {"title": "x", "date": day, "objective": "o",
                                   "effort_hours": 2, **fields})  # fmt: skip


def test_an_objective_without_anything_planned_lacks_all_that_it_asks_for():
    found = only()
    assert (found.hours_short, found.money_short) == (3, 500_00)
    assert found.verdict is Verdict.SHORT


def test_hours_of_posts_and_actions_are_spread_over_the_weeks_that_they_cover():
    found = only(
        *(post(n, f"2027-01-{4 + 7 * n:02}") for n in range(4)),
        post(9, "2027-02-28"),
        ("action", "a", {"title": "Film", "objective": "o", "effort_hours": 6, "due": "2027-02-28",
                         "cost": 80_00}),
    )  # fmt: skip
    assert found.weeks == 8  # 4 January to 28 February
    assert found.hours_given == 2  # 5 × 2 + 6 over 8 weeks
    assert found.hours_short == 1
    assert str(found.until) == "2027-02-28"
    assert [(part.kind, part.count) for part in found.parts] == [("post", 5), ("action", 1)]


def test_one_busy_week_is_no_rhythm():
    assert only(post(1, "2027-01-04"), post(2, "2027-01-05")).hours_given == 1


def test_money_comes_from_budget_lines_ads_actions_and_posts():
    found = only(
        ("budget_line", "b", {"label": "Studio", "planned": 200_00, "objective": "o"}),
        ("ad_line", "ad", {"name": "Boost", "budget": 150_00, "objective": "o"}),
        ("action", "a", {"title": "Print", "objective": "o", "cost": 100_00}),
        post(1, "2027-01-04", cost=30_00, paid_budget=20_00),
        ("budget_line", "other", {"label": "Elsewhere", "planned": 900_00}),
    )
    assert found.money_given == 500_00
    assert found.money_short == 0


def test_work_after_the_due_date_and_dropped_actions_do_not_help():
    found = only(
        post(1, "2027-07-01"),
        ("action", "a", {"title": "Film", "objective": "o", "effort_hours": 6,
                         "status": "dropped"}),
    )  # fmt: skip
    assert found.parts == ()


def test_work_of_which_nobody_said_the_hours_is_counted_as_unknown():
    found = only(("post", "p", {"title": "x", "date": "2027-01-04", "objective": "o"}))
    assert found.parts[0].unknown == 1


def test_ambitions_add_to_what_is_asked_and_say_what_is_free():
    gap = {"ambition": "Daily video", "objective": "o", "hours_needed": 8, "hours_available": 4}
    found = only(("means_gap", "g", gap))
    assert (found.hours_asked, found.hours_given) == (8, 4)
    assert found.verdict is Verdict.SHORT
    decided = only(("means_gap", "g", {**gap, "arbitration": "give_time"}))
    assert decided.verdict is Verdict.DECIDED


def test_an_ambition_that_was_given_up_asks_for_nothing_any_more():
    gap = {"ambition": "Daily video", "objective": "o", "hours_needed": 8, "hours_available": 3,
           "arbitration": "drop"}  # fmt: skip
    assert only(("means_gap", "g", gap)).hours_asked == 3


def test_an_objective_that_asks_for_nothing_is_told_so():
    (found,) = sights(snapshot(("objective", "o", {"title": "Orders"})))
    assert found.verdict is Verdict.UNASKED


def test_all_objectives_together_are_set_against_the_hours_of_the_team():
    strategy = snapshot(
        OBJECTIVE,
        ("objective", "o2", {"title": "Fans", "hours_week": 5, "is_primary": True}),
        ("team_member", "m", {"name": "Nora", "hours_week": 6}),
    )
    found = sights(strategy)
    assert [one.objective.id for one in found] == ["o2", "o"]
    assert together(strategy, found).short == 2


amounts = st.none() | st.integers(0, 10**6)
efforts = st.none() | st.floats(0, 40)


@example_of(st.lists(st.tuples(efforts, amounts, st.integers(1, 28)), max_size=8), amounts)
def test_what_is_given_is_the_sum_of_its_parts_and_never_more_than_is_short_too(work, budget):
    records = [
        ("post", f"p{n}", {"title": "x", "objective": "o", "effort_hours": effort, "cost": cost,
                           "date": f"2027-03-{day:02}"})
        for n, (effort, cost, day) in enumerate(work)
    ]  # fmt: skip
    if budget is not None:
        records.append(("budget_line", "b", {"label": "x", "planned": budget, "objective": "o"}))
    found = only(*records)
    hours = sum(effort or 0 for effort, _, _ in work)
    assert found.hours_given * max(4, found.weeks) == pytest.approx(hours, abs=0.2)
    assert found.money_given == sum(cost or 0 for _, cost, _ in work) + (budget or 0)
    assert found.money_given + found.money_short >= 500_00
    assert sum(part.unknown for part in found.parts) == sum(e is None for e, _, _ in work)
