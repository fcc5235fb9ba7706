"""Segments and service."""

from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.audit.checks import MessageKind
from canvas.steps.common import Network, Priority
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.personas.persona import Persona
from canvas.steps.segments.audience import Audience
from canvas.steps.segments.groups import Group, TechnographicGroup
from canvas.steps.segments.segment import Segment, SegmentNetwork, Temperature
from canvas.steps.segments.service import ResponseTarget, ServiceRule
from tests.unit.coherence.cases import NORA, Case


def segment(id="s", name="Party hosts", **fields):
    return Segment(id=id, name=name, **fields)


def reply(**fields):
    return ResponseTarget(id="t", network=Network.FACEBOOK, **fields)


def group(number, share):
    return TechnographicGroup(id=f"g{number}", group=tuple(Group)[number], share=share)


HOT = {"temperature": Temperature.HOT, "priority": Priority.MEDIUM}
COLD = {"id": "c", "name": "Tourists", "temperature": Temperature.COLD}
EMMA = Persona(id="p", name="Emma")
STRONG = NetworkOption(id="n", network=Network.FACEBOOK, role=Role.STRONG)

SUITED = {"segment": "s", "fit": 3}
FITS = SegmentNetwork(id="f", **SUITED, network=Network.TIKTOK)
MAIN = NetworkOption(id="main", network=Network.FACEBOOK, role=Role.MAIN)


CASES = (
    Case(
        RuleCode.HOT_BELOW_COLD,
        (segment(**HOT), segment(**COLD, priority=Priority.HIGH)),
        (segment(**HOT), segment(**COLD, priority=Priority.LOW)),
        ("s", "c"),
        ("Party hosts", "Tourists"),
    ),
    Case(
        RuleCode.SEGMENT_WITHOUT_APPROACH,
        (segment(),),
        (segment(approach="Ask for the date"),),
        ("s",),
        ("Party hosts",),
    ),
    Case(
        RuleCode.SEGMENT_WITHOUT_PERSONA,
        (segment(), EMMA),
        (segment(personas=("p",)), EMMA),
        ("s",),
        ("Party hosts",),
    ),
    Case(
        RuleCode.GROUP_SHARES,
        (group(0, 0.5), group(1, 0.3)),
        (group(0, 0.5), group(1, 0.5)),
        ("g0", "g1"),
        ("80",),
    ),
    Case(
        RuleCode.REPLY_TOO_SLOW,
        (reply(target_h=2, max_h=48),),
        (reply(target_h=2, max_h=24),),
        ("t",),
        ("Facebook", "48", "24"),
    ),
    Case(
        RuleCode.REPLY_WITHOUT_COVER,
        (reply(target_h=2),),
        (
            NORA,
            reply(target_h=2),
            NetworkRole(id="r", network=Network.FACEBOOK, repliers=("nora",)),
        ),
        ("t",),
        ("Facebook",),
    ),
    Case(
        RuleCode.NETWORK_WITHOUT_REPLY_TIME,
        (STRONG, ResponseTarget(id="t", network=Network.X)),
        (STRONG, reply(target_h=2)),
        ("n",),
        ("Facebook",),
    ),
    Case(
        RuleCode.SERVICE_WITHOUT_RESPONDER,
        (ServiceRule(id="x", message_type=MessageKind.COMPLAINT),),
        (NORA, ServiceRule(id="x", message_type=MessageKind.COMPLAINT, responder="nora")),
        ("x",),
    ),
    Case(
        RuleCode.AUDIENCE_WITHOUT_GIFT,
        (Audience(id="a", name="The local press"),),
        (Audience(id="a", name="The local press", what_we_give="A story a month"),),
        ("a",),
        ("The local press",),
    ),
    Case(
        RuleCode.SEGMENT_ELSEWHERE,
        (MAIN, segment(), FITS),
        (MAIN, segment(), FITS, SegmentNetwork(id="g", **SUITED, network=Network.FACEBOOK)),
        ("s",),
        ("Party hosts", "TikTok"),
    ),
)
