"""One voice and one name everywhere."""

from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.networks.profiles import Handle, HandleStatus, VoiceAspect, VoiceException
from canvas.steps.plan.choices import Formality
from canvas.steps.plan.voice import Voice
from tests.unit.coherence.cases import NORA, Case

EXCEPTION = {"id": "e", "difference": "No hashtags"}
AGREED = {**EXCEPTION, "reason": "Nobody searches there", "approver": "nora"}
OPTION = NetworkOption(id="x", network=Network.X, role=Role.DEFENSIVE)


def account(number, language, network=Network.INSTAGRAM):
    return Account(id=f"a{number}", network=network, handle=f"@port{number}", language=language)


def handle(status):
    return Handle(id="h", handle="port", network=Network.X, status=status)


SPOKEN = (account(0, "French"), account(1, "French"), account(2, "Breton", Network.X), OPTION)

CASES = (
    Case(
        RuleCode.VOICE_UNSAID,
        (VoiceException(**AGREED),),
        (VoiceException(**AGREED), Voice(id="voice", tone=Formality.INFORMAL)),
        ("voice", "e"),
        ("No hashtags",),
    ),
    Case(
        RuleCode.EXCEPTION_UNEXPLAINED,
        (VoiceException(**AGREED),),
        (VoiceException(**AGREED), NORA),
        ("e",),
        ("No hashtags",),
    ),
    Case(
        RuleCode.LANGUAGES_DIFFER,
        SPOKEN,
        (*SPOKEN, VoiceException(**AGREED, network=Network.X, aspect=VoiceAspect.LANGUAGE)),
        ("a2",),
        ("@port2",),
    ),
    Case(
        RuleCode.NAME_NOT_RESERVED,
        (OPTION, handle(HandleStatus.FREE)),
        (OPTION, handle(HandleStatus.OURS)),
        ("x",),
        ("X (Twitter)",),
    ),
)
