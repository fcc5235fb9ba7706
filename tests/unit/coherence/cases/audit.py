"""The audit."""

from canvas.steps.audit.accounts import Account, AccountDecision, AccountSnapshot
from canvas.steps.audit.checks import CheckStatus, ProfileCheck, ProfileItem
from canvas.steps.audit.market import Competitor
from canvas.steps.audit.swot import Outcome, Quadrant, SwotItem, TowsLink
from canvas.steps.common import Network
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.plan.actions import Action
from tests.unit.coherence.cases import NORA, Case


def account(**fields):
    return Account(id="a", network=Network.INSTAGRAM, handle="@port", **fields)


COMPETITORS = tuple(Competitor(id=f"c{n}", name=f"Baker {n}") for n in range(3))
NOTES = tuple(SwotItem(id=q, text="Bread", quadrant=q) for q in Quadrant)
IDEA = TowsLink(id="t", idea="Film the oven", outcome=Outcome.ACTION)
CHECK = {"id": "k", "account": "a", "item": next(iter(ProfileItem)), "status": CheckStatus.MISSING}


def reading(id, **fields):
    return AccountSnapshot(id=id, account="a", followers=10, **fields)


CASES = (
    Case(
        RuleCode.COMPETITOR_COUNT,
        COMPETITORS[:2],
        COMPETITORS,
        ("c0", "c1"),
        ("Baker 0", "Baker 1", "3", "4"),
    ),
    Case(RuleCode.SWOT_NOT_CROSSED, NOTES, (*NOTES, IDEA), ()),
    Case(RuleCode.SWOT_ONE_SIDED, NOTES[:3], NOTES, ()),
    Case(
        RuleCode.CROSSING_WITHOUT_FOLLOW_UP,
        (IDEA,),
        (IDEA, Action(id="x", title="Film", source_crossing="t")),
        ("t",),
        ("Film the oven",),
    ),
    Case(
        RuleCode.ACCOUNT_UNDECIDED,
        (account(),),
        (account(decision=AccountDecision.KEEP),),
        ("a",),
        ("Instagram", "@port"),
    ),
    Case(
        RuleCode.ACCOUNT_WITHOUT_OWNER,
        (account(owner="gone"),),
        (NORA, account(owner="nora")),
        ("a",),
        ("Instagram", "@port"),
    ),
    Case(
        RuleCode.MERGE_WITHOUT_TARGET,
        (account(decision=AccountDecision.MERGE),),
        (account(decision=AccountDecision.MERGE, merge_into="b"), Account(id="b", handle="@b")),
        ("a",),
        ("@port",),
    ),
    Case(
        RuleCode.PROFILE_WITHOUT_FIX,
        (account(), ProfileCheck(**CHECK)),
        (account(), ProfileCheck(**CHECK, fix_action="Add the hours")),
        ("k", "a"),
        ("@port",),
    ),
    Case(
        RuleCode.NO_STARTING_POINT,
        (account(), reading("r1"), reading("r2")),
        (account(), reading("r1"), reading("r2", is_baseline=True)),
        ("r1", "a"),
        ("@port",),
    ),
    Case(
        RuleCode.SWOT_MISPLACED,
        (SwotItem(id="s", text="Competitors raise their prices", quadrant=Quadrant.STRENGTH),),
        (SwotItem(id="s", text="Competitors raise their prices", quadrant=Quadrant.OPPORTUNITY),),
        ("s",),
        ("Competitors raise their prices",),
    ),
)
