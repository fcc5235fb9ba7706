"""The plan as a whole."""

import datetime as dt

from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network, Weekday
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import ActivityFamily, Intent, Verdict
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.conversation import Opportunity, TaskAutomation
from canvas.steps.plan.keywords import CurationSource
from canvas.steps.plan.rhythm import Cadence, Rhythm
from tests.unit.coherence.cases import NORA, Case


def post(number, **fields):
    day = dt.date(2027, 1, 4) + dt.timedelta(days=number)
    return Post(id=f"x{number}", title=f"Loaf {number}", date=day, **fields)


def rhythm(**fields):
    return Rhythm(id="rhythm", **fields)


def cadence(**fields):
    return Cadence(id="c", what="Bread", posts_per_week=3, **fields)


def action(id="a", title="Film the oven", **fields):
    return Action(id=id, title=title, **fields)


REELS = ContentType(id="r", name="Reel")
TEXTS = ContentType(id="t", name="Text")
ASKING = tuple(post(n, intent=Intent.PROMOTE if n < 2 else Intent.EDUCATE) for n in range(5))
ACCOUNT = Account(id="p", network=Network.INSTAGRAM, handle="@port")
MADE = post(0, effort_hours=2)
JUNE = dt.date(2027, 6, 1)


def task(family, hours):
    return TaskAutomation(id=family, task=family, family=family, hours_week=hours)


CASES = (
    Case(
        RuleCode.TYPE_UNUSED,
        (REELS, TEXTS, post(0, content_type="r")),
        (REELS, TEXTS, post(0, content_type="r"), post(1, content_type="t")),
        ("t",),
        ("Text",),
    ),
    Case(
        RuleCode.ONE_TYPE_TOO_MUCH,
        (REELS, TEXTS, *(post(n, content_type="r" if n else "t") for n in range(5))),
        (REELS, TEXTS, *(post(n, content_type="r" if n > 1 else "t") for n in range(5))),
        ("r",),
        ("Reel", "80", "60"),
    ),
    Case(
        RuleCode.TOO_MUCH_PROMOTION,
        ASKING,
        (*ASKING[1:], post(9, intent=Intent.EDUCATE)),
        ("x0", "x1"),
        ("40", "20", "Loaf 0", "Loaf 1"),
    ),
    Case(
        RuleCode.THIRDS_OF_TIME,
        (MADE,),
        (
            MADE,
            task(ActivityFamily.PROMOTION, 14),
            task(ActivityFamily.INTERACTION, 14),
        ),
        (),
        ("100", "33"),
    ),
    Case(
        RuleCode.RHYTHM_WITHOUT_SLOTS,
        (cadence(weekdays=(Weekday.MONDAY,)),),
        (cadence(weekdays=(Weekday.MONDAY,), times=("8:00",)),),
        ("c",),
        ("Bread",),
    ),
    Case(
        RuleCode.RHYTHM_OUT_OF_BOUNDS,
        (cadence(maximum=2),),
        (cadence(maximum=3, minimum=3),),
        ("c",),
        ("Bread", "3", "2"),
    ),
    Case(
        RuleCode.SILENCE_TOO_LONG,
        (ACCOUNT, rhythm(max_gap_days=3), post(0, account="p"), post(9, account="p")),
        (ACCOUNT, rhythm(max_gap_days=8), post(0, account="p"), post(9, account="p")),
        ("x0", "x9"),
        ("@port", "8"),
    ),
    Case(
        RuleCode.SHORT_RESERVE,
        (post(0), rhythm(buffer_days=6)),
        (post(0), rhythm(buffer_days=7)),
        ("rhythm",),
        ("6", "7"),
    ),
    Case(RuleCode.NO_FREE_SLOT, (post(0),), (post(0), rhythm(free_share=0.1)), ("rhythm",)),
    Case(
        RuleCode.ORIGIN_SHARES,
        (rhythm(own_share=0.7, curated_share=0.2, ugc_share=0.2),),
        (rhythm(own_share=0.7, curated_share=0.2, ugc_share=0.1),),
        ("rhythm",),
        ("110",),
    ),
    Case(
        RuleCode.CURATION_WITHOUT_SOURCE,
        (rhythm(curated_share=0.2),),
        (rhythm(curated_share=0.2), CurationSource(id="s", name="Millers", non_competing=True)),
        ("rhythm",),
        ("20",),
    ),
    Case(
        RuleCode.ACTION_WITHOUT_OWNER,
        (action(),),
        (NORA, action(owner="nora")),
        ("a",),
        ("Film the oven",),
    ),
    Case(
        RuleCode.ACTION_WITHOUT_DATE, (action(),), (action(due=JUNE),), ("a",), ("Film the oven",)
    ),
    Case(
        RuleCode.ACTION_BEFORE_ITS_CAUSE,
        (
            action(due=JUNE, depends_on=("b",)),
            action("b", "Buy a camera", due=JUNE + dt.timedelta(1)),
        ),
        (action(due=JUNE, depends_on=("b",)), action("b", "Buy a camera", due=JUNE)),
        ("a", "b"),
        ("Film the oven", "Buy a camera"),
    ),
    Case(
        RuleCode.RISKY_NEWS,
        (Opportunity(id="o", topic="The strike", risk=2, verdict=Verdict.GO),),
        (Opportunity(id="o", topic="The strike", risk=2, verdict=Verdict.NO_GO),),
        ("o",),
        ("The strike", "2"),
    ),
)
