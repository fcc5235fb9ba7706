"""Whether the personas lead the writing (C62–C68, C74)."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import (
    Chapter,
    Hit,
    Severity,
    Thresholds,
    hit,
    name,
    quoted,
    titled,
)
from canvas.steps.common import PurchaseStage
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.networks.choice import with_role
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.personas.evidence import PersonaEvidence
from canvas.steps.personas.persona import Persona, PersonaAnswer, PersonaMedia, PersonaRank
from canvas.steps.personas.stages import StageContent
from canvas.steps.plan.calendar import Post

PERSONAS = Chapter("personas")


@PERSONAS.rule(RuleCode.TOO_MANY_PERSONAS, Severity.WARNING, "C62", Persona)
def too_many_personas(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """One to three personas are enough."""
    found = list(titled(strategy, Persona))
    most = limits[Limit.PERSONAS_MOST]
    if len(found) > most:
        yield hit(
            say_count(
                "You write for {n} persona, for {most} at most: {names}.",
                "You write for {n} personas, for {most} at most: {names}.",
                len(found),
                most=most,
                names=[name(persona) for persona in found],
            ),
            *found,
        )


@PERSONAS.rule(RuleCode.PRIMARY_PERSONA, Severity.WARNING, "C62", Persona)
def primary_persona(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """One persona comes first."""
    found = list(titled(strategy, Persona))
    first = [persona for persona in found if persona.rank is PersonaRank.PRIMARY]
    if found and not first:
        yield Hit(say(N_("None of your personas is the primary one.")))
    if len(first) > 1:
        yield hit(
            say(
                N_("Several personas are primary, keep one: {personas}."),
                personas=[name(persona) for persona in first],
            ),
            *first,
            field="rank",
        )


@PERSONAS.rule(RuleCode.PERSONA_UNUSED, Severity.WARNING, "C68", Persona, Post)
def persona_unused(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Somebody writes for each persona, once there is a calendar."""
    served = {post.persona for post in strategy.of(Post) if post.date is not None}
    if not served:
        return
    for persona in titled(strategy, Persona):
        if persona.id not in served:
            yield hit(
                say(N_("No line of the calendar is for {persona}."), persona=name(persona)),
                persona,
            )


@PERSONAS.rule(RuleCode.STAGE_WITHOUT_CONTENT, Severity.WARNING, "C67", Persona, StageContent)
def stage_without_content(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """The primary persona finds something at each stage of the purchase."""
    contents = [content for content in strategy.of(StageContent) if content.content]
    for persona in titled(strategy, Persona):
        if persona.rank is not PersonaRank.PRIMARY or not contents:
            continue
        served = {c.stage for c in contents if c.persona in ("", persona.id)}
        empty = [stage for stage in PurchaseStage if stage not in served]
        if empty:
            yield hit(
                say(
                    N_("{persona} finds nothing at these stages: {stages}."),
                    persona=name(persona),
                    stages=[say(stage.label) for stage in empty],
                ),
                persona,
            )


@PERSONAS.rule(
    RuleCode.PERSONA_ELSEWHERE, Severity.WARNING, "C74", Persona, PersonaMedia, NetworkOption
)
def persona_elsewhere(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each persona uses one of the networks on which the effort goes."""
    front = {option.network for option in with_role(strategy, Role.MAIN, Role.STRONG)}
    if not front:
        return
    for persona in titled(strategy, Persona):
        used = {m.network for m in strategy.of(PersonaMedia) if m.persona == persona.id}
        used.discard(None)
        if used and not used & front:
            yield hit(
                say(
                    N_("{persona} uses none of your main and strong networks."),
                    persona=name(persona),
                ),
                persona,
            )


@PERSONAS.rule(RuleCode.PERSONA_UNPROVEN, Severity.HINT, "C63", Persona, PersonaEvidence)
def persona_unproven(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each persona rests on something seen, heard or counted."""
    proven = {evidence.persona for evidence in titled(strategy, PersonaEvidence)}
    for persona in titled(strategy, Persona):
        if persona.id not in proven:
            yield hit(
                say(N_("Nothing shows yet that {persona} exists."), persona=name(persona)), persona
            )


@PERSONAS.rule(RuleCode.CONTENT_WITHOUT_CTA, Severity.WARNING, "C67", StageContent)
def content_without_cta(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each content leads on to a next step."""
    for content in strategy.of(StageContent):
        if content.content and not content.cta:
            yield hit(
                say(N_("{content} leads to no next step."), content=name(content)),
                content,
                field="cta",
            )


@PERSONAS.rule(RuleCode.PERSONA_WITHOUT_GAIN, Severity.WARNING, "C65", Persona)
def persona_without_gain(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """It is known what a persona whose life is described gets out of following you."""
    for persona in titled(strategy, Persona):
        known = persona.problems or persona.goals or persona.desires or persona.fears
        if known and not persona.wiifm:
            yield hit(
                say(N_("What does {persona} get out of following you?"), persona=name(persona)),
                persona,
                field="wiifm",
            )


@PERSONAS.rule(RuleCode.PERSONA_WITHOUT_ANSWER, Severity.WARNING, "C65", Persona, PersonaAnswer)
def persona_without_answer(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """The problems of a persona have an answer of yours."""
    answered = {one.persona for one in strategy.of(PersonaAnswer) if one.answer}
    for persona in titled(strategy, Persona):
        if persona.problems and persona.id not in answered:
            yield hit(
                say(
                    N_("{persona} has problems and you have no answer yet: {problem}."),
                    persona=name(persona),
                    problem=quoted(persona.problems[0]),
                ),
                persona,
                field="problems",
            )


RULES = (
    too_many_personas,
    primary_persona,
    persona_unused,
    stage_without_content,
    persona_elsewhere,
    persona_unproven,
    content_without_cta,
    persona_without_gain,
    persona_without_answer,
)
