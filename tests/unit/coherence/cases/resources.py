"""Hours and money."""

import datetime as dt

from canvas.steps.frame.people import Responsibility
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.frame.settings import Settings
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.budget import BudgetLine
from canvas.steps.resources.means import Arbitration, MeansGap, ObjectiveRevision
from canvas.steps.resources.team import TeamMember
from canvas.steps.resources.tradeoff import Tradeoff
from tests.unit.coherence.cases import NORA, Case

YEAR = Settings(id="settings", start_date=dt.date(2027, 1, 4), horizon=3)


def member(hours):
    return TeamMember(id="m", name="Nora", person="nora", hours_week=hours)


def line(**fields):
    return BudgetLine(id="b", label="Photos", **fields)


def objective(**fields):
    return Objective(id="o", title="More orders", **fields)


POST = Post(id="x", title="Rye", date=dt.date(2027, 1, 5), author="nora", effort_hours=5)
RHYTHM = Cadence(id="c", what="Bread", posts_per_week=3, effort_hours=2, owner="nora")
GAP = {"id": "g", "ambition": "A film a week", "hours_needed": 9.0, "hours_available": 4.0}

CASES = (
    Case(
        RuleCode.WEEK_TOO_FULL,
        (YEAR, NORA, member(4), POST),
        (YEAR, NORA, member(5), POST),
        ("m", "x"),
        ("Nora", "4", "5", "2027"),
    ),
    Case(
        RuleCode.RHYTHM_DOES_NOT_LAST,
        (YEAR, NORA, member(5), RHYTHM),
        (YEAR, NORA, member(6), RHYTHM),
        ("c", "m"),
        ("0", "26"),
    ),
    Case(RuleCode.MEMBER_WITHOUT_HOURS, (member(None),), (member(0),), ("m",), ("Nora",)),
    Case(
        RuleCode.BUDGET_EXCEEDED,
        (Responsibility(id="r", budget_owned=10_000), line(planned=20_000)),
        (Responsibility(id="r", budget_owned=20_000), line(planned=20_000)),
        ("r",),
        ("100", "200"),
    ),
    Case(
        RuleCode.BUDGET_WITHOUT_OBJECTIVE,
        (line(planned=20_000, objective="gone"),),
        (line(planned=20_000, objective="o"), objective()),
        ("b",),
        ("Photos",),
    ),
    Case(
        RuleCode.OVERSPENT,
        (line(planned=20_000, spent=30_000),),
        (line(planned=20_000, spent=20_000),),
        ("b",),
        ("Photos", "300", "200"),
    ),
    Case(
        RuleCode.GAP_UNDECIDED,
        (MeansGap(**GAP),),
        (MeansGap(**GAP, arbitration=next(iter(Arbitration))),),
        ("g",),
        ("A film a week",),
    ),
    Case(
        RuleCode.OBJECTIVES_WITHOUT_HOURS,
        (member(4), objective(hours_week=5)),
        (member(5), objective(hours_week=5)),
        ("o",),
        ("4", "5"),
    ),
    Case(
        RuleCode.OBJECTIVES_WITHOUT_MONEY,
        (line(planned=20_000), objective(budget=30_000)),
        (line(planned=30_000), objective(budget=30_000)),
        ("o",),
        ("200", "300"),
    ),
    Case(
        RuleCode.EFFORTLESS,
        (Tradeoff(id="tradeoff", time=0.2, money=0.1, quality=0.1),),
        (Tradeoff(id="tradeoff", time=0.5, money=0.1, quality=0.4),),
        ("tradeoff",),
    ),
    Case(
        RuleCode.OBJECTIVES_NOT_REVISED,
        (MeansGap(**GAP, arbitration=Arbitration.REDUCE),),
        (
            MeansGap(**GAP, arbitration=Arbitration.REDUCE),
            ObjectiveRevision(id="v", reason="Six hours, not ten"),
        ),
        ("g",),
        ("A film a week",),
    ),
)
