"""Verdicts with what follows from them: one step, undone in one (C13, C56, C148)."""

import datetime as dt
from dataclasses import replace

import pytest

from canvas.i18n import Translator
from canvas.rules.feeds import Months
from canvas.rules.loop import turns
from canvas.services.decisions import (
    DecisionOvertakenError,
    DecisionRefusedError,
    NothingChangesError,
    ReasonMissingError,
    Verdicts,
    decide,
    learn,
    revise,
)
from canvas.steps.measure.choices import LearningDecision, Verdict, Winner
from canvas.steps.measure.learning import Learning, SplitTest
from canvas.steps.measure.merged import Figures
from canvas.steps.objectives.diagnosis import Review, ReviewDecision
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.actions import Action
from canvas.steps.resources.means import ObjectiveRevision

EN = Translator("en")
TODAY = dt.date(2027, 2, 3)
RECORDS = [
    ("person", "ana", {"name": "Ana"}),
    ("objective", "o", {"title": "60 orders", "is_primary": True, "baseline": 20, "target": 60,
                        "unit": "orders", "baseline_date": "2026-10-31", "due": "2027-12-31"}),
    ("kpi", "k", {"name": "Orders", "objective": "o", "measure": "sales", "target": 60}),
    ("reading", "r", {"kpi": "k", "date": "2027-01-31", "value": 30}),
    ("split_test", "t", {"hypothesis": "A question helps", "network": "instagram",
                         "shown_a": 10, "actions_a": 1, "shown_b": 10, "actions_b": 9}),
]  # fmt: skip


@pytest.fixture
def held(service, nora):
    strategy_id = service.create(nora, {"name": "Loop"}, RECORDS)

    class Held:
        id = strategy_id

        def open(self):
            return service.open(strategy_id, nora)

        def turn(self):
            strategy = self.open()
            return turns(strategy, Months(strategy, Figures()))[0]

        def steps(self):
            return len(service.history(strategy_id, nora))

        def undo(self):
            service.undo(strategy_id, nora)

        def decide(self, turn=None, **made):
            made = Verdicts(**{"decision": ReviewDecision.CHANGE, "reason": "Two months", **made})
            decide(service, nora, strategy_id, turn or self.turn(), made, tr=EN, today=TODAY)

        def revise(self, target, reason="Fewer hours", objective=None):
            found = objective or self.open().linked(Objective, "o")
            revise(service, nora, strategy_id, found, target=target, reason=reason, tr=EN,
                   today=TODAY)  # fmt: skip

        def learn(self, winner, lesson="Ask first"):
            test = self.open().linked(SplitTest, "t")
            learn(service, nora, strategy_id, test, winner=winner, lesson=lesson,
                  evidence="9 of 10", today=TODAY)  # fmt: skip

    return Held()


def test_what_was_wanted_and_what_there_is_are_drafted_from_the_figures(held):
    turn = held.turn()
    assert EN(turn.wanted).replace("\u00a0", " ") == "From 20 to 60 orders by 31 December 2027"
    assert EN(turn.got).replace("\u00a0", " ") == "30 orders on 31 January 2027: 25% of the way"
    assert (turn.value, turn.way) == (30, 0.25)
    said = EN(turn.later).replace("\u00a0", " ")
    assert said == "20 orders at the start; 3 months later: 30 orders"


def test_a_verdict_becomes_an_action_and_a_revised_objective_in_one_step(held):
    before = held.steps()
    held.decide(change="One reel a week", value=30.0, action="Film four reels", owner="ana",
                due=dt.date(2027, 3, 1), target=45.0)  # fmt: skip
    assert held.steps() == before + 1
    strategy = held.open()
    (review,), (action,) = strategy.of(Review), strategy.of(Action)
    assert (review.objective, review.decision, review.reason, review.got_value) == (
        "o", ReviewDecision.CHANGE, "Two months", 30)  # fmt: skip
    assert review.action == action.id
    assert (action.title, action.owner, action.objective) == ("Film four reels", "ana", "o")
    (line,) = strategy.of(ObjectiveRevision)
    assert line.before.replace("\u00a0", " ") == "60 orders by 31 December 2027"
    assert line.after.replace("\u00a0", " ") == "45 orders by 31 December 2027"
    assert strategy.linked(Objective, "o").target == 45
    held.undo()
    strategy = held.open()
    assert strategy.linked(Objective, "o").target == 60
    assert not strategy.of(Review)
    assert not strategy.of(Action)
    assert not strategy.of(ObjectiveRevision)


def test_the_history_of_verdicts_is_kept_the_latest_first(held):
    held.decide(decision=ReviewDecision.KEEP, reason="Fine")
    held.decide(decision=ReviewDecision.STOP, reason="No more")
    assert [review.reason for review in held.turn().reviews] == ["No more", "Fine"]
    assert not held.open().of(Action)


def test_an_objective_waits_until_the_month_of_its_latest_figure_has_a_verdict(held):
    turn = held.turn()
    assert turn.is_waiting

    def after(day):
        review = Review(id="v", date=day, decision=ReviewDecision.KEEP)
        return replace(turn, reviews=(review,)).is_waiting

    assert after(dt.date(2026, 12, 31))
    assert not after(dt.date(2027, 1, 29))  # the figure is that of January


def test_a_verdict_needs_a_reason_and_an_impossible_one_keeps_nothing(held):
    before = held.steps()
    with pytest.raises(ReasonMissingError):
        held.decide(reason="  ")
    with pytest.raises(DecisionRefusedError):
        held.decide(change="x" * 400)
    assert held.steps() == before


def test_an_objective_is_revised_with_its_reason_unless_nothing_changes(held):
    held.revise(90.0)
    assert held.open().linked(Objective, "o").target == 90
    (line,) = held.turn().revisions
    assert line.reason == "Fewer hours"
    with pytest.raises(NothingChangesError):
        held.revise(90.0)
    with pytest.raises(ReasonMissingError):
        held.revise(80.0, reason="")


def test_what_somebody_else_revised_meanwhile_is_not_overwritten(held):
    seen = held.open().linked(Objective, "o")
    held.revise(90.0)
    with pytest.raises(DecisionOvertakenError):
        held.revise(30.0, objective=seen)
    assert held.open().linked(Objective, "o").target == 90


def test_a_test_that_is_decided_leaves_its_lesson_in_the_log(held):
    before = held.steps()
    held.learn(Winner.B)
    assert held.steps() == before + 1
    strategy = held.open()
    test, (lesson,) = strategy.linked(SplitTest, "t"), strategy.of(Learning)
    assert (test.winner, test.lesson) == (Winner.B, "Ask first")
    assert (lesson.what, lesson.result, lesson.evidence, lesson.date) == (
        "Ask first", Verdict.SUCCESS, "9 of 10", TODAY)  # fmt: skip
    assert lesson.decision is LearningDecision.CHANGE
    held.undo()
    assert held.open().of(Learning) == ()
    held.learn(Winner.A)
    assert held.open().of(Learning)[0].result is Verdict.FAILURE
