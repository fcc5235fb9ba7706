"""The frame."""

import datetime as dt

from canvas.steps.common import Priority, Quarter
from canvas.steps.frame.expectations import Purpose, ServedPurpose, Symptom, SymptomKind
from canvas.steps.frame.organisation import Differentiator
from canvas.steps.frame.people import Responsibility
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.frame.settings import Settings
from canvas.steps.frame.year import AgendaItem, Experiment, PlanLevel, PlanVersion
from tests.unit.coherence.cases import NORA, Case

PURPOSES = tuple(
    Purpose(id=f"p{n}", purpose=purpose, priority=Priority.HIGH)
    for n, purpose in enumerate(tuple(ServedPurpose)[:4])
)

YEAR = Settings(id="settings", start_date=dt.date(2027, 1, 1))
SPRING = {
    "id": "v",
    "what_changed": "One film less",
    "level": PlanLevel.PLAN,
    "quarter": Quarter.Q2,
}
SUMMER = {**SPRING, "id": "s", "quarter": Quarter.Q3}
AUTUMN = {**SPRING, "id": "w", "what_changed": "One walk more", "quarter": Quarter.Q4}

CASES = (
    Case(
        RuleCode.DUTY_WITHOUT_OWNER,
        (Responsibility(id="r", result="300 orders"),),
        (NORA, Responsibility(id="r", result="300 orders", owner="nora")),
        ("r",),
        ("300 orders",),
    ),
    Case(
        RuleCode.DUTY_WITHOUT_RESULT,
        (NORA, Responsibility(id="r", owner="nora")),
        (NORA, Responsibility(id="r", owner="nora", result="300 orders")),
        ("r", "nora"),
        ("Nora",),
    ),
    Case(
        RuleCode.DUTY_WITHOUT_BUDGET,
        (Responsibility(id="r", result="300 orders"),),
        (Responsibility(id="r", result="300 orders", budget_owned=0),),
        ("r",),
        ("300 orders",),
    ),
    Case(
        RuleCode.SYMPTOM_WITHOUT_REMEDY,
        (Symptom(id="s", symptom=SymptomKind.IRREGULAR, present=True),),
        (Symptom(id="s", symptom=SymptomKind.IRREGULAR, present=True, remedy="Fridays"),),
        ("s",),
    ),
    Case(RuleCode.TOO_MANY_PURPOSES, PURPOSES, PURPOSES[:3], ("p0", "p1", "p2", "p3"), ("4", "3")),
    Case(
        RuleCode.DIFFERENCE_WITHOUT_PROOF,
        (Differentiator(id="d", text="Baked at night"),),
        (Differentiator(id="d", text="Baked at night", proof="Ovens lit at 2"),),
        ("d",),
        ("Baked at night",),
    ),
    Case(
        RuleCode.EXPERIMENT_WITHOUT_MEASURE,
        (Experiment(id="e", title="Live", metric="Viewers", target=30),),
        (Experiment(id="e", title="Live", metric="Viewers", target=30, end=dt.date(2027, 3, 1)),),
        ("e",),
        ("Live",),
    ),
    Case(
        RuleCode.REVISION_INCOMPLETE,
        (PlanVersion(**SPRING, year=2027),),
        (PlanVersion(**SPRING, year=2027, revision_date=dt.date(2027, 3, 20)),),
        ("v",),
        ("One film less",),
    ),
    Case(
        RuleCode.REVISION_TOO_LATE,
        (YEAR, PlanVersion(**SPRING, year=2027, revision_date=dt.date(2027, 7, 1))),
        (YEAR, PlanVersion(**SPRING, year=2027, revision_date=dt.date(2027, 6, 30))),
        ("v",),
        ("One film less", "2027"),
    ),
    Case(
        RuleCode.QUARTER_NOT_REVISED,
        (PlanVersion(**SPRING, year=2027), PlanVersion(**AUTUMN, year=2027)),
        (PlanVersion(**SPRING, year=2027), PlanVersion(**SUMMER, year=2027)),
        ("w",),
        ("2027",),
    ),
    Case(
        RuleCode.SESSION_TOO_LONG,
        (AgendaItem(id="a", title="Accounts", planned_minutes=121),),
        (AgendaItem(id="a", title="Accounts", planned_minutes=120),),
        ("a",),
        ("121", "120"),
    ),
)
