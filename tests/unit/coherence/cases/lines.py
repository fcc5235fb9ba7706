"""Lines of the calendar."""

import datetime as dt

from canvas.steps.audit.accounts import Account, AccountDecision
from canvas.steps.common import PurchaseStage, Weekday
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.objectives.objective import Objective
from canvas.steps.personas.persona import Persona
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostPractice, PromotionLevel
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.conversation import Availability
from canvas.steps.plan.promotion import PromotionAction
from tests.unit.coherence.cases import Case


def post(**fields):
    return Post(id="x", title="Rye at dawn", date=dt.date(2027, 1, 5), **fields)


LIVE = ContentType(id="l", name="Live", is_live=True)
TUESDAY = Availability(
    id="v",
    purpose="Lives",
    weekdays=(Weekday.TUESDAY,),
    start_time=dt.time(12),
    end_time=dt.time(13),
    takes_lives=True,
)
TITLE = ("Rye at dawn",)

CASES = (
    Case(
        RuleCode.LINE_WITHOUT_OBJECTIVE,
        (post(objective="gone"),),
        (post(objective="o"), Objective(id="o", title="More orders")),
        ("x",),
        TITLE,
    ),
    Case(
        RuleCode.LINE_WITHOUT_TARGET,
        (post(),),
        (post(persona="p"), Persona(id="p", name="Emma")),
        ("x",),
        TITLE,
    ),
    Case(RuleCode.LINE_WITHOUT_STAGE, (post(),), (post(stage=PurchaseStage.FAN),), ("x",), TITLE),
    Case(RuleCode.LINE_WITHOUT_CTA, (post(),), (post(cta="Come"),), ("x",), TITLE),
    Case(
        RuleCode.LINE_WITHOUT_PRACTICE,
        (post(),),
        (post(practices=(PostPractice.IMAGE,)),),
        ("x",),
        TITLE,
    ),
    Case(
        RuleCode.LINE_ON_LEFT_NETWORK,
        (post(account="a"), Account(id="a", decision=AccountDecision.DELETE)),
        (post(account="a"), Account(id="a", decision=AccountDecision.KEEP)),
        ("x",),
        TITLE,
    ),
    Case(
        RuleCode.MAJOR_WITHOUT_PROMOTION,
        (post(is_major=True),),
        (
            post(is_major=True),
            PromotionAction(id="g", name="Tell the list", level=PromotionLevel.BOTH),
        ),
        ("x",),
        TITLE,
    ),
    Case(
        RuleCode.LIVE_WITHOUT_PRESENCE,
        (LIVE, TUESDAY, post(content_type="l", time=dt.time(18))),
        (LIVE, TUESDAY, post(content_type="l", time=dt.time(12, 30))),
        ("x",),
        TITLE,
    ),
)
