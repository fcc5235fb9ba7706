"""Resources: hours against work, the trade-off, the budget, what gives way."""

from __future__ import annotations

import datetime as dt

import pytest

from canvas.domain.story import Decision, Gap, Slide, Table, Triangle
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources import STEP
from canvas.steps.resources.budget import AdLine, BudgetCategory, BudgetLine
from canvas.steps.resources.means import Arbitration, MeansGap, ObjectiveRevision
from canvas.steps.resources.spending import by_category
from canvas.steps.resources.team import TeamMember
from canvas.steps.resources.tradeoff import Scenario, Tradeoff
from canvas.steps.resources.workload import weekly_workload

EN = Translator("en")


def strategy_of(*records):
    by_type = {}
    for record in records:
        by_type.setdefault(type(record).key, []).append(record)
    return Strategy("s", 1, {key: tuple(found) for key, found in by_type.items()})


def pieces(strategy, kind):
    return [piece for piece in STEP.story(strategy) if isinstance(piece, kind)]


def titles(strategy):
    return [EN(slide.title) for slide in pieces(strategy, Slide)]


def missing(key, strategy):
    said = next(todo for todo in STEP.todos if todo.key == key).missing(strategy)
    return said and EN(said)


NORA = TeamMember(id="n", name="Nora", hours_week=4, cost_hour=2500)
BALANCE = Tradeoff(id="tradeoff", time=0.6, money=0.1, quality=0.3)


def test_the_week_adds_up_posts_and_tasks_and_says_what_it_cannot_count():
    load = weekly_workload(
        strategy_of(
            NORA,
            ContentType(id="t", name="Video", effort_hours=2),
            Cadence(id="a", what="Photo", posts_per_week=3, effort_hours=0.5),
            Cadence(id="b", what="Video", posts_per_week=1, content_type="t"),
            Cadence(id="c", what="Story", posts_per_week=5),
            TaskAutomation(id="d", task="Answer", hours_week=1.25),
        )
    )
    assert (load.publishing, load.tasks, load.needed) == (3.5, 1.25, 4.75)
    assert (load.available, load.spare, load.uncounted) == (4, -0.75, 1)


def test_unknown_hours_are_not_zero_hours():
    load = weekly_workload(strategy_of(TeamMember(id="n", name="Nora")))
    assert load.available is None
    assert load.spare is None


@pytest.mark.parametrize(
    ("time", "money", "quality", "settled"),
    [(0.6, 0.1, 0.3, True), (1, None, None, True), (0.5, 0.5, 0.5, False), (None,) * 3 + (False,)],
)
def test_the_three_weights_must_add_up_to_the_whole(time, money, quality, settled):
    tradeoff = Tradeoff(id="tradeoff", time=time, money=money, quality=quality)
    assert (tradeoff.weights is not None) is settled


def test_means_are_settled_once_hours_balance_and_shortages_are():
    assert "hours" in missing("means", Strategy("s"))
    assert "100" in missing("means", strategy_of(NORA))
    gap = MeansGap(id="g", ambition="Daily video", hours_needed=6, hours_available=2)
    assert "Daily video" in missing("means", strategy_of(NORA, BALANCE, gap))
    cut = MeansGap(id="g", ambition="Daily video", hours_needed=6, arbitration=Arbitration.REDUCE)
    assert missing("means", strategy_of(NORA, BALANCE, cut)) is None


def test_objectives_are_revisited_with_a_date_or_a_revision():
    assert missing("revisit", strategy_of(BALANCE)) is not None
    dated = Tradeoff(id="tradeoff", objectives_reviewed_on=dt.date(2027, 1, 5))
    assert missing("revisit", strategy_of(dated)) is None
    assert missing("revisit", strategy_of(ObjectiveRevision(id="r", after="60"))) is None


def test_a_budget_covers_creation_and_promotion_and_zero_is_an_answer():
    photos = BudgetLine(id="a", category=BudgetCategory.CREATION, planned=0)
    assert "create" in missing("budget", Strategy("s"))
    assert "promote" in missing("budget", strategy_of(photos))
    assert missing("budget", strategy_of(photos, AdLine(id="b", budget=5000))) is None


def test_ads_count_as_advertising_in_the_budget():
    strategy = strategy_of(
        BudgetLine(id="a", label="Photos", category=BudgetCategory.CREATION, planned=20000),
        BudgetLine(id="b", label="Flyer", category=BudgetCategory.ADS, planned=1000, spent=900),
        AdLine(id="c", name="Christmas", budget=30000, spent=100),
    )
    found = [(s.category, s.planned, s.spent) for s in by_category(strategy)]
    assert found == [(BudgetCategory.ADS, 31000, 1000), (BudgetCategory.CREATION, 20000, 0)]


def test_the_decision_says_hours_money_and_what_comes_first():
    assert STEP.decision(strategy_of(NORA)) is None
    budget = BudgetLine(id="a", label="Photos", planned=90000)
    said = EN(STEP.decision(strategy_of(NORA, BALANCE, budget)))
    assert said == "We give 4 h a week and €900, and count first on our time."


def test_empty_resources_give_only_gaps():
    found = list(STEP.story(Strategy("s")))
    assert len(found) == 3
    assert all(isinstance(piece, Gap) for piece in found)


def test_blank_records_of_every_type_break_nothing():
    blank = strategy_of(*(record(id=record.key) for record in STEP.records))
    assert all(isinstance(piece, Gap) for piece in STEP.story(blank))


def test_the_deck_tells_hours_balance_and_budget():
    strategy = strategy_of(
        NORA,
        Cadence(id="a", what="Photo", posts_per_week=12, effort_hours=0.5),
        Tradeoff(id="tradeoff", time=0.6, money=0.1, quality=0.3, scenario="s1"),
        Scenario(id="s1", name="Slowly", results_months=6),
        BudgetLine(id="b", label="Photos", category=BudgetCategory.CREATION, planned=20000),
        BudgetLine(id="c", label="Canva", category=BudgetCategory.TOOLS, planned=5000),
    )
    assert titles(strategy) == [
        "We have 4 h a week and the plan takes 6: we are 2 h short",
        "1 person gives time: Nora",
        "We count on our time, then on our patience: first results after 6 months",
        "A budget of €250; the largest item: Content creation, 80%",
    ]
    triangle = next(s.body for s in pieces(strategy, Slide) if isinstance(s.body, Triangle))
    assert triangle.weights == (0.6, 0.1, 0.3)
    budget = pieces(strategy, Slide)[-1].body
    assert isinstance(budget, Table)
    assert [EN(cell.text) for cell in budget.rows[-1]] == ["In all", "€250", "100%"]


def test_each_open_shortage_is_asked_to_be_decided():
    strategy = strategy_of(
        MeansGap(id="g", ambition="Daily video", hours_needed=6, hours_available=2),
        MeansGap(id="h", ambition="Podcast", hours_needed=6, arbitration=Arbitration.DROP),
    )
    (asked,) = pieces(strategy, Decision)
    assert EN(asked.what) == "Find means for “Daily video”, or bring it down"
    assert EN(asked.why) == "We are 4 h a week short."
