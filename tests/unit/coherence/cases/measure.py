"""What is measured."""

from canvas.steps.common import Progress, Sentiment
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.measure.follow_up import Mention, ReportSetup
from canvas.steps.measure.learning import Learning, LearningDecision
from canvas.steps.measure.readings import Reading
from canvas.steps.measure.value import RoiValue
from canvas.steps.objectives.indicators import Kpi
from tests.unit.coherence.cases import NORA, Case

KPI = Kpi(id="k", name="Orders", is_key=True)
OTHER = Kpi(id="j", name="Visits")

CASES = (
    Case(
        RuleCode.READING_WITHOUT_KPI,
        (Reading(id="r", value=3, kpi="gone"),),
        (Reading(id="r", value=3, kpi="k"), KPI),
        ("r",),
        ("1",),
    ),
    Case(
        RuleCode.KEY_KPI_NEVER_READ,
        (KPI, OTHER, Reading(id="r", value=3, kpi="j")),
        (KPI, OTHER, Reading(id="r", value=3, kpi="k")),
        ("k",),
        ("Orders",),
    ),
    Case(
        RuleCode.REPORT_WITHOUT_AUTHOR,
        (NORA, ReportSetup(id="m", name="Monthly", author="nora")),
        (NORA, ReportSetup(id="m", name="Monthly", author="nora", due_day=5)),
        ("m",),
        ("Monthly",),
    ),
    Case(
        RuleCode.RESULT_WITHOUT_VALUE,
        (RoiValue(id="v", name="A birthday cake"),),
        (RoiValue(id="v", name="A birthday cake", value_each=3_000),),
        ("v",),
        ("A birthday cake",),
    ),
    Case(
        RuleCode.LEARNING_WITHOUT_DECISION,
        (Learning(id="l", what="Films at noon"),),
        (Learning(id="l", what="Films at noon", decision=next(iter(LearningDecision))),),
        ("l",),
        ("Films at noon",),
    ),
    Case(
        RuleCode.BAD_MENTION_LEFT,
        (Mention(id="m", summary="Cold bread", sentiment=Sentiment.NEGATIVE),),
        (
            Mention(
                id="m",
                summary="Cold bread",
                sentiment=Sentiment.NEGATIVE,
                status=Progress.DONE,
            ),
        ),
        ("m",),
        ("Cold bread",),
    ),
)
