"""Figures corrected, habits adopted: what one click does to a strategy."""

from __future__ import annotations

from canvas.domain.changes import merge
from canvas.domain.records import EXISTS, write_record
from canvas.domain.strategy import build
from canvas.rules.adoption import adoption, is_adopted, own_habits, ticking
from canvas.rules.coherence.model import Thresholds
from canvas.rules.limits import limit_put_back, limit_set
from canvas.steps import RECORD_TYPES
from canvas.steps.attitudes.charter import Guideline, GuidelineKind
from canvas.steps.audit.market import Competitor
from canvas.steps.audit.todos import TODOS
from canvas.steps.frame.coherence import RuleThreshold, figure_of
from canvas.steps.frame.rule_names import Limit
from canvas.steps.method import advices
from canvas.steps.objectives.diagnosis import ObjectiveDiagnosis, suggested
from canvas.steps.objectives.objective import ObjectiveType
from tests.unit.steps.support import EN, strategy

QUESTION = next(advice for advice in advices() if advice.code == "question")
OWN = RuleThreshold(id="t", limit=Limit.COMPETITORS_LEAST, value=2, reason="A small town")


def after(before, edits):
    """Return a strategy as it is after these edits."""
    rows = {
        (r.key, r.id): {EXISTS: True, "position": r.position, **write_record(r)} for r in before
    }
    touched, _, conflicts = merge(rows, edits)
    assert conflicts == ()
    return build(before.id, before.revision + 1, {**rows, **touched}, RECORD_TYPES)


def test_a_figure_is_the_methods_until_the_strategy_says_otherwise():
    assert figure_of(strategy(), Limit.COMPETITORS_LEAST) == 3
    assert figure_of(strategy(OWN), Limit.COMPETITORS_LEAST) == 2


def test_a_corrected_figure_counts_for_rules_to_do_lists_and_diagnoses():
    corrected = after(strategy(), limit_set(strategy(), Limit.COMPETITORS_LEAST, 2, "Small"))
    assert Thresholds(corrected.of(RuleThreshold))[Limit.COMPETITORS_LEAST] == 2

    two = [Competitor(id=f"c{n}", name=f"Baker {n}") for n in range(2)]
    todo = next(todo for todo in TODOS if todo.key == "competitors")
    assert "choose 3 to 4" in EN(todo.missing(strategy(*two)))
    assert "choose" not in EN(todo.missing(strategy(*two, OWN)))

    figures = ObjectiveDiagnosis(id="objective_diagnosis", direct_traffic_share=0.15)
    weak = RuleThreshold(id="w", limit=Limit.DIRECT_VISITS, value=10, reason="Tourists")
    assert suggested(strategy(figures)).type is ObjectiveType.AWARENESS
    assert suggested(strategy(figures, weak)) is None


def test_a_figure_corrected_twice_is_one_line_and_can_be_put_back():
    before = strategy(OWN)
    again = after(before, limit_set(before, Limit.COMPETITORS_LEAST, 1, "Alone"))
    (line,) = again.of(RuleThreshold)
    assert (line.value, line.reason) == (1, "Alone")
    assert limit_set(again, Limit.COMPETITORS_LEAST, 1, "Alone") == []
    back = after(again, limit_put_back(again, Limit.COMPETITORS_LEAST))
    assert back.of(RuleThreshold) == ()
    assert figure_of(back, Limit.COMPETITORS_LEAST) == 3


def test_a_habit_is_adopted_with_one_tick_and_known_in_the_other_language():
    empty = strategy()
    adopted = after(empty, adoption(empty, QUESTION, "fr", adopted=True))
    (line,) = adopted.of(Guideline)
    assert (line.text, line.kind) == (QUESTION.texts["fr"], GuidelineKind.DO)
    assert is_adopted(adopted, QUESTION)
    assert own_habits(adopted) == ()
    assert adoption(adopted, QUESTION, "en", adopted=True) == []


def test_a_habit_that_is_left_keeps_its_owner_and_its_example():
    text = QUESTION.texts["en"] + "."
    line = Guideline(id="g", text=text, kind=GuidelineKind.DO, adopted=True, example="Rye?")
    left = after(strategy(line), adoption(strategy(line), QUESTION, "en", adopted=False))
    assert not is_adopted(left, QUESTION)
    assert left.of(Guideline)[0].example == "Rye?"
    again = after(left, adoption(left, QUESTION, "en", adopted=True))
    assert is_adopted(again, QUESTION)
    assert adoption(strategy(), QUESTION, "en", adopted=False) == []


def test_a_habit_of_ones_own_is_told_apart_and_ticked_too():
    line = Guideline(id="g", text="Name the baker", kind=GuidelineKind.DO)
    whole = strategy(line)
    assert own_habits(whole) == (line,)
    assert after(whole, ticking(line, adopted=True)).of(Guideline)[0].adopted
    assert ticking(line, adopted=False) == []
