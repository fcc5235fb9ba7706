"""Return, funnel, verdicts and split tests: read, decided and taken back in the browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from canvas.steps.measure.choices import Winner
from canvas.steps.measure.learning import Learning, SplitTest
from canvas.steps.objectives.diagnosis import Review, ReviewDecision
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.actions import Action
from canvas.steps.resources.means import ObjectiveRevision

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

STRATEGY = [
    ("account", "a", {"handle": "port", "network": "instagram"}),
    ("objective", "o", {"title": "60 orders", "is_primary": True, "baseline": 20, "target": 60,
                        "unit": "orders", "due": "2027-12-31", "type": "sales"}),
    ("kpi", "k", {"name": "Orders", "objective": "o", "measure": "sales", "target": 60}),
    ("reading", "r", {"kpi": "k", "date": "2026-01-31", "value": 30}),
    ("roi_value", "v", {"name": "One order", "value_each": 1250, "kpi": "k", "attribution": 0.8}),
    ("team_member", "m", {"name": "Ana", "cost_hour": 2000}),
    ("time_spent", "t", {"month": "2026-01-31", "member": "m", "hours": 20}),
    ("split_test", "s", {"hypothesis": "A question helps", "shown_a": 2000, "actions_a": 100,
                         "shown_b": 2000, "actions_b": 170}),
]  # fmt: skip


@pytest.fixture
def measure(new_tab, server):
    strategy_id = server.service.create(server.person, {"name": "Boucle"}, STRATEGY)

    def open_canvas(show, **options):
        options = {"locale": "en-GB", **options}
        return new_tab(f"/measure?strategy={strategy_id}&show={show}", **options)

    open_canvas.strategy = lambda: server.service.open(strategy_id, server.person)
    open_canvas.history = lambda: len(server.service.history(strategy_id, server.person))
    return open_canvas


def test_the_return_is_shown_with_its_terms_and_what_is_missing(measure):
    page = measure("returns")
    table = page.get_by_role("table", name="How the return is computed")
    expect(table).to_contain_text("30 × €12.50 × 80% due to social media")
    expect(table).to_contain_text("€300")
    expect(table).to_contain_text("20 h written down")
    alert = page.get_by_role("alert").filter(has_text="not counted as zero")
    expect(alert).to_contain_text("No spending is written down.")
    page = measure("returns", width=390, height=844)
    page.get_by_text("How the return is computed").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_objective_tested_on_the_funnel_is_revised_in_one_step(measure):
    page = measure("returns")
    before = measure.history()
    form = page.locator(".st-key-funnel-test")
    expect(form).to_contain_text("60 likely clients a month need")
    form.get_by_label("Wanted a month").fill("12")
    form.get_by_label("Wanted a month").press("Enter")
    expect(form).to_contain_text("12 likely clients a month need")
    form.get_by_role("button", name="Make 12 its target").click()
    expect(page.get_by_text("Revised; undo takes all of it back.")).to_be_visible()
    strategy = measure.strategy()
    assert strategy.linked(Objective, "o").target == 12
    (line,) = strategy.of(ObjectiveRevision)
    assert line.reason.startswith("Simulated:")
    assert measure.history() == before + 1


def test_a_verdict_becomes_an_action_and_undo_takes_it_back(measure):
    page = measure("lessons")
    card = page.locator(".st-key-turn-o")
    expect(card).to_contain_text("25% of the way")
    card.get_by_text("Decide: keep, change or stop").click()
    card.get_by_role("radio", name="Change it").click()
    card.get_by_label("Reason for the verdict").fill("Two months in a row")
    card.get_by_label("Becomes an action").fill("Film four reels")
    card.get_by_role("button", name="Keep the verdict").click()
    expect(card).to_contain_text("action: Film four reels")
    strategy = measure.strategy()
    (review,), (action,) = strategy.of(Review), strategy.of(Action)
    assert (review.decision, review.got_value, review.action) == (
        ReviewDecision.CHANGE, 30, action.id)  # fmt: skip
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(card).to_contain_text("Nothing decided yet.")
    assert measure.strategy().of(Action) == ()


def test_a_split_test_is_judged_in_words_and_its_lesson_goes_to_the_log(measure):
    page = measure("lessons")
    card = page.locator(".st-key-trial-s")
    expect(card).to_contain_text("between 2 and 5.1 points more; likely not chance")
    card.get_by_label("Lesson").fill("Ask first")
    card.get_by_role("button", name="Write down winner and lesson").click()
    expect(card).to_contain_text("Winner Version B")
    strategy = measure.strategy()
    assert strategy.linked(SplitTest, "s").winner is Winner.B
    assert [lesson.what for lesson in strategy.of(Learning)] == ["Ask first"]
