"""What is promised: reach, return, contacts, money."""

import datetime as dt

from canvas.steps.audit.accounts import Account, AccountSnapshot
from canvas.steps.common import Network
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.objectives.agreement import BudgetRequest, LeadPolicy, RoiTarget
from canvas.steps.objectives.diagnosis import ObjectiveDiagnosis
from canvas.steps.objectives.indicators import Kpi, Measure, ReachRate
from canvas.steps.objectives.objective import Objective, ObjectiveType
from tests.unit.coherence.cases import NORA, Case


def objective(**fields):
    return Objective(id="o", title="Be known at the port", **fields)


def reach(target):
    return Kpi(id="k", name="Reach", objective="o", measure=Measure.REACH, target=target)


def asked(number, **fields):
    day = dt.date(2027, number, 1)
    return BudgetRequest(
        id=f"b{number}", stage=f"Stage {number}", amount=10_000, date=day, **fields
    )


FOLLOWED = (
    objective(),
    Account(id="a", network=Network.INSTAGRAM, handle="@port"),
    AccountSnapshot(id="s", account="a", followers=1_000),
    ReachRate(id="r", network=Network.INSTAGRAM, organic_rate_high=0.4),
)
LITTLE_TRAFFIC = {"id": "objective_diagnosis", "sessions": 10, "sessions_needed": 90}
SALES = objective(is_primary=True, type=ObjectiveType.SALES)
READY = {"id": "lead_policy", "handover_rule": "They ask for a date"}

CASES = (
    Case(
        RuleCode.TARGET_BEYOND_REACH,
        (*FOLLOWED, reach(401)),
        (*FOLLOWED, reach(400)),
        ("k", "o"),
        ("Be known at the port", "401", "400", "Instagram"),
    ),
    Case(
        RuleCode.RETURN_UNSAID,
        (RoiTarget(id="roi_target", spend=100_000),),
        (RoiTarget(id="roi_target", spend=100_000, other=("Applicants",)),),
        ("roi_target",),
    ),
    Case(
        RuleCode.RETURN_WITHOUT_REASON,
        (RoiTarget(id="roi_target", hours=5, horizon=12),),
        (RoiTarget(id="roi_target", hours=5, horizon=12, realistic="Like last year"),),
        ("roi_target",),
    ),
    Case(
        RuleCode.DIAGNOSIS_IGNORED,
        (SALES, ObjectiveDiagnosis(**LITTLE_TRAFFIC)),
        (SALES, ObjectiveDiagnosis(**LITTLE_TRAFFIC, conclusion="Orders come by message")),
        ("objective_diagnosis", "o"),
        ("Be known at the port",),
    ),
    Case(
        RuleCode.MONEY_WITHOUT_CONDITION,
        (asked(1), asked(2)),
        (asked(1), asked(2, condition="30 orders")),
        ("b2",),
        ("Stage 2",),
    ),
    Case(
        RuleCode.CONTACTS_WITHOUT_HANDS,
        (LeadPolicy(**READY),),
        (NORA, LeadPolicy(**READY, handover_to="nora")),
        ("lead_policy",),
        ("They ask for a date",),
    ),
)
