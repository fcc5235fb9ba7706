"""The choice of networks."""

from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.audit.accounts import Account, AccountDecision
from canvas.steps.common import Network
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.networks.matrix import Criterion, NetworkOption, NetworkScore, Role
from canvas.steps.networks.profiles import DefensivePlan
from canvas.steps.objectives.missions import AccountMission
from canvas.steps.plan.rhythm import Cadence
from tests.unit.coherence.cases import NORA, Case


def option(network=Network.INSTAGRAM, role=Role.MAIN, **fields):
    return NetworkOption(id=network, network=network, role=role, **fields)


def roles(**fields):
    return NetworkRole(id="r", network=Network.INSTAGRAM, publishers=("nora",), **fields)


MAIN = option()
FACEBOOK = option(Network.FACEBOOK, Role.STRONG)
FOUR = (MAIN, FACEBOOK, option(Network.TIKTOK, Role.STRONG), option(Network.X, Role.STRONG))
ACCOUNT = Account(id="a", network=Network.INSTAGRAM, handle="@port")
LEFT = Account(id="a", network=Network.INSTAGRAM, handle="@old", decision=AccountDecision.DELETE)
DEFENDED = option(Network.X, Role.DEFENSIVE)
RHYTHM = Cadence(id="c", what="Bread", account="a", posts_per_week=2)
SCORED = (
    FACEBOOK,
    Criterion(id="k", name="They are there"),
    NetworkScore(id="s1", option="instagram", criterion="k", score=1),
    NetworkScore(id="s2", option="facebook", criterion="k", score=3),
)

CASES = (
    Case(
        RuleCode.ONE_MAIN_NETWORK,
        (MAIN, option(Network.FACEBOOK)),
        (MAIN, FACEBOOK),
        ("instagram", "facebook"),
        ("Instagram", "Facebook"),
    ),
    Case(
        RuleCode.TOO_MANY_NETWORKS,
        FOUR,
        FOUR[:3],
        ("instagram", "facebook", "tiktok", "x"),
        ("4", "3", "Instagram", "TikTok"),
    ),
    Case(
        RuleCode.NETWORK_WITHOUT_ACCOUNT,
        (MAIN, LEFT),
        (MAIN, ACCOUNT),
        ("instagram",),
        ("Instagram",),
    ),
    Case(
        RuleCode.NETWORK_WITHOUT_MISSION,
        (MAIN, ACCOUNT),
        (MAIN, ACCOUNT, AccountMission(id="m", account="a", text="Show the oven")),
        ("instagram",),
        ("Instagram",),
    ),
    Case(
        RuleCode.NETWORK_WITHOUT_ROLES,
        (MAIN, NORA, roles(repliers=("nora",))),
        (MAIN, NORA, roles(repliers=("nora",), moderators=("nora",))),
        ("instagram", "r"),
        ("Instagram",),
    ),
    Case(
        RuleCode.NETWORK_WITHOUT_RHYTHM,
        (MAIN, ACCOUNT, Cadence(id="c", what="Bread", account="b", posts_per_week=2)),
        (MAIN, ACCOUNT, RHYTHM),
        ("instagram",),
        ("Instagram",),
    ),
    Case(
        RuleCode.DEFENCE_UNDEFINED,
        (DEFENDED,),
        (DEFENDED, DefensivePlan(id="d", option="x", posts_per_month=1)),
        ("x",),
        ("X (Twitter)",),
    ),
    Case(
        RuleCode.DEFENCE_TOO_DEAR,
        (option(effort_hours_week=4), option(Network.X, Role.DEFENSIVE, effort_hours_week=1)),
        (option(effort_hours_week=9), option(Network.X, Role.DEFENSIVE, effort_hours_week=1)),
        ("x",),
        ("X (Twitter)", "20", "15"),
    ),
    Case(
        RuleCode.OBSOLETE_NETWORK,
        (NetworkOption(id="v", network=Network.OTHER, name="Viadeo"),),
        (NetworkOption(id="v", network=Network.OTHER, name="Nextdoor"),),
        ("v",),
        ("Viadeo",),
    ),
    Case(
        RuleCode.MAIN_AGAINST_SCORES,
        (*SCORED, MAIN),
        (*SCORED, option(reason="Our clients ask for it")),
        ("instagram", "facebook"),
        ("Instagram", "Facebook"),
    ),
)
