"""Personas."""

import datetime as dt

from canvas.steps.common import Network, PurchaseStage
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.personas.evidence import PersonaEvidence
from canvas.steps.personas.persona import Persona, PersonaAnswer, PersonaMedia, PersonaRank
from canvas.steps.personas.stages import StageContent
from canvas.steps.plan.calendar import Post
from tests.unit.coherence.cases import Case


def persona(id="p", name="Emma", **fields):
    return Persona(id=id, name=name, **fields)


FOUR = tuple(persona(f"p{n}", f"Emma {n}") for n in range(4))
FIRST = persona(rank=PersonaRank.PRIMARY)
CONTENTS = tuple(
    StageContent(id=stage, content="Film", cta="Come", stage=stage, persona="p")
    for stage in PurchaseStage
)
POST = {"id": "x", "title": "Rye", "date": dt.date(2027, 1, 5)}
MAIN = NetworkOption(id="n", network=Network.INSTAGRAM, role=Role.MAIN)

CASES = (
    Case(
        RuleCode.TOO_MANY_PERSONAS, FOUR, FOUR[:3], ("p0", "p1", "p2", "p3"), ("Emma 0", "Emma 3")
    ),
    Case(
        RuleCode.PRIMARY_PERSONA,
        (FIRST, persona("q", "Yvon", rank=PersonaRank.PRIMARY)),
        (FIRST, persona("q", "Yvon")),
        ("p", "q"),
        ("Emma", "Yvon"),
    ),
    Case(
        RuleCode.PERSONA_UNUSED,
        (persona(), Post(**POST)),
        (persona(), Post(**POST, persona="p")),
        ("p",),
        ("Emma",),
    ),
    Case(
        RuleCode.STAGE_WITHOUT_CONTENT,
        (FIRST, *CONTENTS[:-1]),
        (FIRST, *CONTENTS),
        ("p",),
        ("Emma", "Fan"),
    ),
    Case(
        RuleCode.PERSONA_ELSEWHERE,
        (persona(), PersonaMedia(id="u", persona="p", network=Network.TIKTOK), MAIN),
        (persona(), PersonaMedia(id="u", persona="p", network=Network.INSTAGRAM), MAIN),
        ("p",),
        ("Emma",),
    ),
    Case(
        RuleCode.PERSONA_UNPROVEN,
        (persona(),),
        (persona(), PersonaEvidence(id="e", persona="p", text="Ten clients say so")),
        ("p",),
        ("Emma",),
    ),
    Case(
        RuleCode.CONTENT_WITHOUT_CTA,
        (StageContent(id="c", content="Film"),),
        (StageContent(id="c", content="Film", cta="Come"),),
        ("c",),
        ("Film",),
    ),
    Case(
        RuleCode.PERSONA_WITHOUT_GAIN,
        (persona(goals=("A quiet Saturday",)),),
        (persona(goals=("A quiet Saturday",), wiifm="No queue"),),
        ("p",),
        ("Emma",),
    ),
    Case(
        RuleCode.PERSONA_WITHOUT_ANSWER,
        (persona(problems=("The shelf is empty at six",)),),
        (
            persona(problems=("The shelf is empty at six",)),
            PersonaAnswer(id="a", problem="Empty", answer="A late batch", persona="p"),
        ),
        ("p",),
        ("Emma", "The shelf is empty at six"),
    ),
)
