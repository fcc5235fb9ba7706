"""Who replies, and when."""

import datetime as dt

from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.common import Network, Weekday
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.plan.conversation import Availability
from canvas.steps.segments.service import ResponseTarget
from tests.unit.coherence.cases import NORA, Case

REPLIES = NetworkRole(id="r", network=Network.FACEBOOK, repliers=("nora",))
OPEN = ResponseTarget(id="t", network=Network.FACEBOOK, hours_open="Monday to Tuesday, 9 to 18")


def there(*days):
    return Availability(
        id="v", person="nora", weekdays=days, start_time=dt.time(9), end_time=dt.time(10)
    )


CASES = (
    Case(
        RuleCode.REPLY_OUTSIDE_HOURS,
        (NORA, REPLIES, OPEN, there(Weekday.MONDAY)),
        (NORA, REPLIES, OPEN, there(Weekday.MONDAY, Weekday.TUESDAY)),
        ("t",),
        ("Facebook",),
    ),
)
