"""What must be decided on personas (C154), and what it comes down to."""

from __future__ import annotations

from canvas.domain.messages import N_, Message, say
from canvas.domain.step import ToDo
from canvas.domain.strategy import Strategy
from canvas.steps.common import Confidence, PurchaseStage
from canvas.steps.frame.coherence import figure_of
from canvas.steps.frame.rule_names import Limit
from canvas.steps.personas.evidence import PersonaEvidence
from canvas.steps.personas.persona import Persona, PersonaAnswer, PersonaMedia, PersonaRank
from canvas.steps.personas.stages import StageContent
from canvas.steps.wording import shorten


def personas(strategy: Strategy) -> list[Persona]:
    """Return the personas that have a name, the primary one first."""
    order = list(PersonaRank)
    return sorted(
        (persona for persona in strategy.of(Persona) if persona.name),
        key=lambda persona: order.index(persona.rank) if persona.rank else len(order),
    )


def primary_persona(strategy: Strategy) -> Persona | None:
    """Return the primary persona, or None where none or several are marked so."""
    marked = [p for p in personas(strategy) if p.rank is PersonaRank.PRIMARY]
    return marked[0] if len(marked) == 1 else None


def decision(strategy: Strategy) -> Message | None:
    """Return whom we speak to first and what they gain, once both are known."""
    persona = primary_persona(strategy)
    if persona is None or not persona.wiifm:
        return None
    return say(
        N_("We speak first to {persona}, who gains this by following us: {gain}."),
        persona=persona.name,
        gain=shorten(persona.wiifm, 160),
    )


def _personas_missing(strategy: Strategy) -> Message | None:
    found = personas(strategy)
    if not found:
        return say(N_("No persona is described yet."))
    primary = sum(persona.rank is PersonaRank.PRIMARY for persona in found)
    if primary == 0:
        return say(N_("No persona is marked as primary yet."))
    if primary > 1:
        return say(N_("{n} personas are marked as primary: keep one."), n=primary)
    leading = [p for p in found if p.rank is not PersonaRank.OCCASIONAL]
    most = figure_of(strategy, Limit.PERSONAS_MOST)
    if len(leading) > most:
        return say(
            N_(
                "{n} personas are primary or secondary: keep {most}, mark the others as occasional."
            ),
            n=len(leading),
            most=most,
        )
    return next((gap for persona in leading if (gap := _portrait_gap(strategy, persona))), None)


def _portrait_gap(strategy: Strategy, persona: Persona) -> Message | None:
    """Return what the portrait of `persona` lacks to be usable."""
    for lines, gap in (
        (persona.needs, N_("The needs of {persona} are not written yet.")),
        (persona.desires, N_("The desires of {persona} are not written yet.")),
        (persona.fears, N_("The fears of {persona} are not written yet.")),
    ):
        if not any(lines):
            return say(gap, persona=persona.name)
    used = any(media.network and media.persona == persona.id for media in strategy.of(PersonaMedia))
    if not used and not any(persona.offline_media):
        return say(N_("The media that {persona} uses are not written yet."), persona=persona.name)
    return None


def _answers_missing(strategy: Strategy) -> Message | None:
    persona = primary_persona(strategy)
    if persona is None:
        return say(N_("Choose the primary persona first."))
    if not persona.wiifm:
        return say(
            N_("What {persona} gains by following you is not said yet."), persona=persona.name
        )
    answered = any(
        answer.problem and answer.answer and answer.persona == persona.id
        for answer in strategy.of(PersonaAnswer)
    )
    if not answered:
        return say(N_("No problem of {persona} has its answer yet."), persona=persona.name)
    return None


def _evidence_missing(strategy: Strategy) -> Message | None:
    persona = primary_persona(strategy)
    if persona is None:
        return say(N_("Choose the primary persona first."))
    if not any(
        note.text and note.persona == persona.id and note.confidence is Confidence.FACT
        for note in strategy.of(PersonaEvidence)
    ):
        return say(
            N_("No fact supports the portrait of {persona} yet: look at your ten last clients."),
            persona=persona.name,
        )
    return None


def _contents_missing(strategy: Strategy) -> Message | None:
    covered = {content.stage for content in strategy.of(StageContent) if content.content}
    for stage in PurchaseStage:
        if stage not in covered:
            return say(N_("No content yet for the stage “{stage}”."), stage=stage)
    return None


TODOS = (
    ToDo(
        key="personas",
        text=N_("Describe one to three personas: needs, desires, fears and media"),
        missing=_personas_missing,
        view="personas",
    ),
    ToDo(
        key="answers",
        text=N_("Say what the primary persona gains by following you"),
        missing=_answers_missing,
        view="personas",
    ),
    ToDo(
        key="evidence",
        text=N_("Support the primary persona with a fact"),
        missing=_evidence_missing,
        view="evidence",
    ),
    ToDo(
        key="contents",
        text=N_("List the content that each purchase stage needs"),
        missing=_contents_missing,
        view="contents",
    ),
)
