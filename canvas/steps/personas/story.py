"""What personas and their contents say in the deck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import (
    Cell,
    Column,
    Gap,
    Item,
    Panel,
    Piece,
    Profile,
    Said,
    Section,
    Slide,
    Table,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.common import Confidence, PurchaseStage
from canvas.steps.frame.coherence import figure_of
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.personas.evidence import PersonaEvidence
from canvas.steps.personas.persona import Persona, PersonaAnswer, PersonaMedia
from canvas.steps.personas.stages import ContentState, JourneyStage, StageContent, StageQuestion
from canvas.steps.personas.todos import personas
from canvas.steps.wording import listed, name_of, shorten, shown

STEP_KEY = "personas"

_STATE_TONES = {ContentState.TO_UPDATE: Tone.WATCH, ContentState.TO_CREATE: Tone.WATCH}
"""What is there already stays quiet: the eye shall find the work that is left."""


def story(strategy: Strategy) -> Iterator[Piece]:
    """Cards, answers, the content matrix, then questions and stages."""
    yield from _cards(strategy)
    yield from in_detail(_answers(strategy))
    yield from _matrix(strategy)
    yield from in_detail(_questions(strategy))
    yield from in_detail(_journey(strategy))


def _cards(strategy: Strategy) -> Iterator[Piece]:
    found = personas(strategy)
    if not found:
        yield Gap(
            say(N_("The persona cards")),
            say(N_("Without them, posts speak about a subject and to nobody.")),
            step=STEP_KEY,
        )
    enough = figure_of(strategy, Limit.PERSONAS_MOST)
    for number, persona in enumerate(found):
        notes: list[Said] = [say(N_("Tell one day of this person rather than read the card."))]
        evidence = [n for n in strategy.of(PersonaEvidence) if n.persona == persona.id and n.text]
        facts = [note for note in evidence if note.confidence is Confidence.FACT]
        notes.append(
            say_count(
                "{n} fact supports this portrait; the rest is to be checked.",
                "{n} facts support this portrait; the rest is to be checked.",
                len(facts),
            )
            if facts
            else say(N_("No fact supports this portrait yet: say so."))
        )
        notes.extend(note.text for note in facts)
        notes.extend(
            say(N_("{network}: {remark}"), network=used.network, remark=remark)
            for used in _media(strategy, persona)
            if (remark := listed((shown(used.frequency), used.use)))
        )
        yield Slide(
            Section.AUDIENCE if number < enough else Section.APPENDIX,
            _card_title(persona),
            Profile(
                persona.name,
                [line for line in _identity(persona) if line],
                persona.quote,
                _card_panels(strategy, persona),
                persona.picture,
            ),
            source=_evidence_source(facts),
            notes=notes,
            step=STEP_KEY,
            detail=number >= enough,
        )


def _card_title(persona: Persona) -> Message:
    reason = next(
        (
            text
            for text in (persona.trigger, *persona.needs, *persona.problems, persona.wiifm)
            if text
        ),
        "",
    )
    if reason:
        return say(
            N_("{persona}: {trigger}"),
            persona=shorten(persona.name, 30),
            trigger=shorten(reason, 75),
        )
    return say(N_("{persona}, whom we want to know better"), persona=shorten(persona.name, 60))


def _identity(persona: Persona) -> Iterable[Said]:
    yield shown(persona.rank)
    yield listed((shown(persona.gender), persona.age_range))
    yield listed((persona.job, persona.sector))
    yield persona.location
    yield shown(persona.decision_role)


def _card_panels(strategy: Strategy, persona: Persona) -> list[Panel]:
    media = listed(shown(used.network) for used in _media(strategy, persona))
    panels = [
        Panel(say(N_("Needs and goals")), _items((*persona.needs, *persona.goals)), Tone.ACCENT),
        Panel(
            say(N_("Problems, fears and objections")),
            _items((*persona.problems, *persona.fears, *persona.objections)),
        ),
        Panel(
            say(N_("Expectations and desires")),
            _items((*persona.expectations, *persona.desires)),
        ),
        Panel(say(N_("Interests and habits")), _items((*persona.interests, *persona.habits))),
        Panel(say(N_("Media used")), _items((media, listed(persona.offline_media)))),
        Panel(
            say(N_("How to speak to them")),
            _items((shown(persona.register), _words(persona), persona.wiifm)),
        ),
    ]
    return [panel for panel in panels if panel.items]


def _words(persona: Persona) -> Said:
    words = listed(persona.words)
    return say(N_("Their words: {words}"), words=words) if words else ""


def _media(strategy: Strategy, persona: Persona) -> list[PersonaMedia]:
    return [m for m in strategy.of(PersonaMedia) if m.persona == persona.id and m.network]


def _items(texts: Iterable[Said]) -> list[Item]:
    return [Item(text) for text in texts if text]


def _evidence_source(facts: list[PersonaEvidence]) -> Said:
    sources = tuple(dict.fromkeys(note.source for note in facts if note.source))
    dates = [note.date for note in facts if note.date]
    if sources and dates:
        return say(N_("{sources}, up to {date}."), sources=sources, date=max(dates))
    return listed(sources)


def _answers(strategy: Strategy) -> Iterator[Piece]:
    found = [answer for answer in strategy.of(PersonaAnswer) if answer.problem]
    if not found:
        yield Gap(
            say(N_("Our answers to the personas’ problems")),
            say(N_("Without them, we speak of ourselves and not of what helps people.")),
            step=STEP_KEY,
            rule=str(RuleCode.PERSONA_WITHOUT_ANSWER),
        )
        return
    answered = [answer for answer in found if answer.answer]
    title = (
        say_count(
            "{n} problem, and what we answer: {answer}",
            "{n} problems, and what we answer to the first: {answer}",
            len(found),
            answer=shorten(answered[0].answer, 60),
        )
        if answered
        else say_count(
            "{n} problem is still without an answer",
            "{n} problems are still without an answer",
            len(found),
        )
    )
    yield Slide(
        Section.AUDIENCE,
        title,
        Table(
            [
                Column(say(N_("Persona")), 0.8),
                Column(say(N_("Problem")), 2),
                Column(say(N_("Our answer")), 2.4),
                Column(say(N_("Proof")), 1.4),
            ],
            [
                [
                    name_of(strategy, answer.persona),
                    answer.problem,
                    Cell(answer.answer, strong=True)
                    if answer.answer
                    else Cell(say(N_("To be found")), Tone.WATCH),
                    answer.proof,
                ]
                for answer in found
            ],
        ),
        notes=[say(N_("The best way to our goals is to help people reach theirs."))],
        step=STEP_KEY,
    )


def _matrix(strategy: Strategy) -> Iterator[Piece]:
    order = list(PurchaseStage)
    found = sorted(
        (line for line in strategy.of(StageContent) if line.content),
        key=lambda line: order.index(line.stage) if line.stage else len(order),
    )
    if not found:
        yield Gap(
            say(N_("The content matrix by purchase stage")),
            say(N_("Without it, everything speaks to those who already buy.")),
            step=STEP_KEY,
        )
        return
    known = [(persona.id, persona.name) for persona in personas(strategy)]
    named = {persona_id for persona_id, _ in known}
    columns: list[tuple[str, Said]] = [
        column for column in known if any(line.persona == column[0] for line in found)
    ]
    if any(line.persona not in named for line in found):
        columns.append(("", say(N_("Everybody")) if columns else say(N_("Content"))))

    def cell(stage: PurchaseStage | None, persona: str) -> Cell:
        lines = [
            line
            for line in found
            if line.stage == stage and (line.persona if line.persona in named else "") == persona
        ]
        if not lines:
            empty = all(line.stage != stage for line in found)
            return Cell(say(N_("No content yet")), Tone.WATCH) if empty else Cell("–")
        return Cell("", items=[_stage_content(line) for line in lines])

    stages: list[PurchaseStage | None] = list(PurchaseStage)
    if any(line.stage is None for line in found):
        stages.append(None)
    yield Slide(
        Section.METHOD,
        _matrix_title(found),
        Table(
            [
                Column(say(N_("Purchase stage")), 1),
                *(Column(heading, 2.4) for _, heading in columns),
            ],
            [
                [
                    Cell(shown(stage) or say(N_("Stage still to be set")), strong=True),
                    *(cell(stage, persona) for persona, _ in columns),
                ]
                for stage in stages
            ],
        ),
        notes=[say(N_("Each piece has one job: to bring the person to the next stage."))],
        step=STEP_KEY,
    )


def _stage_content(line: StageContent) -> Item:
    tone = _STATE_TONES.get(line.state, Tone.NEUTRAL) if line.state else Tone.NEUTRAL
    call = say(N_("→ {text}"), text=line.cta) if line.cta else ""
    return Item(line.content, listed((call, shown(line.network), shown(line.state))), tone=tone)


def _matrix_title(found: list[StageContent]) -> Message:
    covered = {line.stage for line in found}
    empty = [stage for stage in PurchaseStage if stage not in covered]
    to_create = sum(line.state is ContentState.TO_CREATE for line in found)
    if len(empty) == 1:
        return say(N_("Only one stage has no content yet: {stage}"), stage=empty[0])
    if empty:
        return say(
            N_("{n} purchase stages out of {total} have no content yet"),
            n=len(empty),
            total=len(PurchaseStage),
        )
    if to_create:
        return say_count(
            "Content for each purchase stage; {n} piece is to be created",
            "Content for each purchase stage; {n} pieces are to be created",
            to_create,
        )
    return say(N_("Content for each purchase stage, from first contact to fan"))


def _questions(strategy: Strategy) -> Iterator[Piece]:
    order = list(PurchaseStage)
    found = sorted(
        (question for question in strategy.of(StageQuestion) if question.text),
        key=lambda question: order.index(question.stage) if question.stage else len(order),
    )
    if not found:
        yield Gap(
            say(N_("The questions that personas ask")),
            say(N_("Without them, subjects are chosen by inspiration.")),
            step=STEP_KEY,
        )
        return
    stages = Counter(question.stage for question in found if question.stage)
    title = (
        say_count(
            "{n} question to answer, at this stage: {stage}",
            "{n} questions to answer, most of them at this stage: {stage}",
            len(found),
            stage=stages.most_common(1)[0][0],
        )
        if stages
        else say_count("{n} question to answer", "{n} questions to answer", len(found))
    )
    yield Slide(
        Section.METHOD,
        title,
        Table(
            [
                Column(say(N_("Purchase stage")), 1.2),
                Column(say(N_("Question")), 2.4),
                Column(say(N_("Persona")), 0.8),
                Column(say(N_("Content idea")), 2.2),
            ],
            [
                [
                    shown(question.stage),
                    Cell(question.text, strong=True),
                    name_of(strategy, question.persona),
                    question.content_idea or name_of(strategy, question.answered_by),
                ]
                for question in found
            ],
        ),
        notes=[say(N_("Each question is a subject, in the words that people type."))],
        step=STEP_KEY,
    )


def _journey(strategy: Strategy) -> Iterator[Piece]:
    order = list(PurchaseStage)
    found = sorted(
        (stage for stage in strategy.of(JourneyStage) if stage.stage and not _is_silent(stage)),
        key=lambda stage: order.index(stage.stage) if stage.stage else len(order),
    )
    if not found:
        return
    moving = [stage for stage in found if stage.moves_on]
    title = (
        say(
            N_("What moves people on: {what}"),
            what=shorten(moving[0].moves_on, 80),
        )
        if moving
        else say(N_("What people think at each purchase stage"))
    )
    yield Slide(
        Section.AUDIENCE,
        title,
        Table(
            [
                Column(say(N_("Purchase stage")), 1.2),
                Column(say(N_("Persona")), 0.8),
                Column(say(N_("What they think")), 2),
                Column(say(N_("What holds them back")), 2),
                Column(say(N_("What moves them on")), 2),
            ],
            [
                [
                    Cell(stage.own_name or shown(stage.stage), strong=True),
                    name_of(strategy, stage.persona),
                    stage.thinks,
                    stage.doubts,
                    stage.moves_on,
                ]
                for stage in found
            ],
        ),
        step=STEP_KEY,
    )


def _is_silent(stage: JourneyStage) -> bool:
    return not (stage.thinks or stage.doubts or stage.moves_on)
