"""Conduct."""

from canvas.steps.attitudes.charter import CharterRule, EditorialPolicy
from canvas.steps.attitudes.crisis import CrisisLevel, CrisisPlan, PlanState
from canvas.steps.frame.rule_names import RuleCode
from tests.unit.coherence.cases import NORA, Case

LEVEL = CrisisLevel(id="l", name="Storm", responder="nora")
SHORT = CharterRule(id="c", rule="Be kind")

CASES = (
    Case(RuleCode.NO_CRISIS_LEVEL, (SHORT,), (SHORT, LEVEL), ()),
    Case(RuleCode.CRISIS_WITHOUT_RESPONDER, (LEVEL,), (NORA, LEVEL), ("l",), ("Storm",)),
    Case(
        RuleCode.NO_CRISIS_PLAN,
        (SHORT,),
        (SHORT, CrisisPlan(id="crisis_plan", state=PlanState.DRAFT)),
        ("crisis_plan",),
    ),
    Case(
        RuleCode.CHARTER_TOO_LONG,
        (CharterRule(id="c", rule="kind " * 501),),
        (CharterRule(id="c", rule="kind " * 500),),
        ("c",),
        ("501", "500"),
    ),
    Case(
        RuleCode.NO_EDITORIAL_POLICY,
        (SHORT,),
        (SHORT, EditorialPolicy(id="editorial_policy", text="We show our work")),
        ("editorial_policy",),
    ),
)
