"""Step 2, personas: typical clients, and a content for each purchase stage (C61–C69)."""

from canvas.domain.messages import N_
from canvas.domain.step import Canvas, Step, View
from canvas.steps.personas.evidence import CustomerSource, PersonaEvidence
from canvas.steps.personas.persona import Persona, PersonaAnswer, PersonaMedia
from canvas.steps.personas.stages import JourneyStage, StageContent, StageQuestion
from canvas.steps.personas.story import story
from canvas.steps.personas.todos import TODOS, decision

STEP = Step(
    key="personas",
    number="2",
    title=N_("Personas: who you speak to"),
    menu=N_("Personas"),
    purpose=N_("Picture your typical client, so that every post speaks to somebody."),
    icon=":material/face:",
    views=(
        View(
            "personas",
            N_("Personas"),
            (Persona, PersonaMedia, PersonaAnswer),
            canvases=(
                Canvas("persona_cards", N_("Cards")),
                Canvas("persona_check", N_("Reality check")),
            ),
        ),
        View(
            "contents",
            N_("Content matrix"),
            (StageContent,),
            canvases=(Canvas("content_matrix", N_("Matrix")),),
        ),
        View("questions", N_("Questions"), (StageQuestion, JourneyStage)),
        View("evidence", N_("What we know"), (PersonaEvidence, CustomerSource)),
    ),
    todos=TODOS,
    decision=decision,
    story=story,
)
