"""Content of each profile, best times, training."""

import datetime as dt

from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network, Weekday
from canvas.steps.competitors.watching import Tool, ToolState
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.measure.readings import PostMetric
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.plan.actions import Training
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import TimeSource
from canvas.steps.plan.content import ContentMission, ContentType
from canvas.steps.plan.rhythm import BestTime
from tests.unit.coherence.cases import NORA, Case

TUESDAY = dt.date(2027, 1, 5)


def account(id, network):
    return Account(id=id, network=network, handle=f"@{id}")


def mission(id="m", account="one", **fields):
    return ContentMission(id=id, mission="Make hungry", account=account, **fields)


def post(number, hour):
    return Post(
        id=f"x{number}",
        title=f"Loaf {number}",
        network=Network.INSTAGRAM,
        date=TUESDAY + dt.timedelta(weeks=number),
        time=dt.time(hour),
    )


def slot(**fields):
    return BestTime(
        id="b",
        moment="After school",
        network=Network.INSTAGRAM,
        weekdays=(Weekday.TUESDAY,),
        start_time=dt.time(17),
        end_time=dt.time(18),
        **fields,
    )


ONE, TWO = account("one", Network.INSTAGRAM), account("two", Network.FACEBOOK)
FRONT = (
    NetworkOption(id="n", network=Network.INSTAGRAM, role=Role.MAIN),
    NetworkOption(id="f", network=Network.FACEBOOK, role=Role.STRONG),
)
REEL = ContentType(id="c", name="Reel")
READ = tuple(PostMetric(id=f"p{n}", title="Loaf", network=Network.INSTAGRAM) for n in range(20))
GUESS = slot(source=TimeSource.RULE_OF_THUMB)
TOOL = Tool(id="t", name="Cutter", state=ToolState.USED, training_needed=True)
LEARNT = {"id": "l", "topic": "Cutting films", "tool": "t"}

CASES = (
    Case(
        RuleCode.ACCOUNT_WITHOUT_CONTENT,
        (ONE, TWO, *FRONT, mission()),
        (ONE, TWO, *FRONT, mission(), mission("m2", "two")),
        ("f",),
        ("Facebook",),
    ),
    Case(
        RuleCode.CONTENT_MISSION_VAGUE,
        (ONE, mission()),
        (ONE, REEL, mission(content_types=("c",))),
        ("m",),
        ("Make hungry",),
    ),
    Case(
        RuleCode.CONTENT_SHARES,
        (ONE, mission(share=0.7), mission("m2", share=0.4)),
        (ONE, mission(share=0.6), mission("m2", share=0.4)),
        ("m", "m2"),
        ("@one", "110"),
    ),
    Case(
        RuleCode.SLOT_OF_HEARSAY,
        (GUESS, *READ),
        (GUESS, *READ[1:]),
        ("b",),
        ("After school", "Instagram", "20"),
    ),
    Case(
        RuleCode.LINES_OUTSIDE_SLOTS,
        (slot(), *(post(n, 9) for n in range(3)), post(3, 17), post(4, 17)),
        (slot(), post(0, 9), post(1, 9), *(post(n, 17) for n in range(2, 5))),
        ("x0", "x1", "x2"),
        ("Instagram", "40", "50"),
    ),
    Case(
        RuleCode.TRAINING_UNPLANNED,
        (NORA, Training(**LEARNT, person="nora")),
        (NORA, Training(**LEARNT, person="nora", date=TUESDAY)),
        ("l",),
        ("Cutting films",),
    ),
    Case(
        RuleCode.TOOL_WITHOUT_TRAINING,
        (TOOL, post(0, 9)),
        (TOOL, Training(**LEARNT)),
        ("t",),
        ("Cutter",),
    ),
)
