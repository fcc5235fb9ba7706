"""Conduct."""

from canvas.steps.attitudes.charter import CharterRule, EditorialPolicy
from canvas.steps.attitudes.content import EmotionIdea, SharingDriver
from canvas.steps.attitudes.crisis import CrisisLevel, CrisisPlan, PlanState
from canvas.steps.frame.rule_names import RuleCode
from tests.unit.coherence.cases import NORA, Case

LEVEL = CrisisLevel(id="l", name="Storm", responder="nora")
SHORT = CharterRule(id="c", rule="Be kind")

DRIVER = SharingDriver(id="d", reason="I know who bakes it")


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
    Case(
        RuleCode.DRIVER_WITHOUT_CONTENT,
        (DRIVER, EmotionIdea(id="i", idea="The oven at four")),
        (DRIVER, EmotionIdea(id="i", idea="The oven at four", driver="d")),
        ("d",),
        ("I know who bakes it",),
    ),
    Case(
        RuleCode.IDEA_WITHOUT_DRIVER,
        (DRIVER, EmotionIdea(id="i", idea="The oven at four", driver="gone")),
        (DRIVER, EmotionIdea(id="i", idea="The oven at four", driver="d")),
        ("i",),
        ("The oven at four",),
    ),
)
