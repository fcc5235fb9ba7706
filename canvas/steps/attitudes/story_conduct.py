"""The slides on conduct: do and don't, charter, roles, crisis ladder, manual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import (
    Banner,
    Bullets,
    Cards,
    Cell,
    Column,
    Decision,
    Gap,
    Item,
    Ladder,
    Panel,
    Piece,
    Said,
    Section,
    Slide,
    Table,
    Tone,
)
from canvas.domain.strategy import Strategy
from canvas.steps.attitudes.charter import (
    Audience,
    CharterRule,
    EditorialPolicy,
    Guideline,
    GuidelineKind,
    RuleKind,
    SpeakingPolicy,
)
from canvas.steps.attitudes.crisis import LEVELS, CrisisLevel, CrisisPlan, PlanState
from canvas.steps.attitudes.roles import TASKS, NetworkRole
from canvas.steps.attitudes.service import Process
from canvas.steps.attitudes.todos import answered_levels, open_tasks
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.wording import listed, name_of, names_of, shorten, shown

_STEP = "attitudes"


def guidelines(strategy: Strategy) -> Iterator[Piece]:
    """Yield what we do and what we avoid, side by side."""
    lines = [line for line in strategy.of(Guideline) if line.text and line.kind]
    lines.sort(key=lambda line: not line.adopted)  # the sort is stable: their order stays
    dos = [line for line in lines if line.kind is GuidelineKind.DO]
    donts = [line for line in lines if line.kind is GuidelineKind.DONT]
    if not lines:
        yield Gap(
            say(N_("What we do and what we avoid")),
            say(N_("A team that shares its habits answers with one voice.")),
            _STEP,
        )
        return
    panels = [
        Panel(say(heading.label), [_guideline(strategy, line) for line in found], tone)
        for heading, found, tone in (
            (GuidelineKind.DO, dos, Tone.GOOD),
            (GuidelineKind.DONT, donts, Tone.BAD),
        )
        if found
    ]
    yield Slide(
        Section.METHOD,
        _guidelines_title(dos, donts),
        Cards(panels) if len(panels) > 1 else Bullets(panels),
        notes=[say(N_("Habits that the team has already adopted come first."))],
        step=_STEP,
    )


def _guideline(strategy: Strategy, line: Guideline) -> Item:
    state = "" if line.adopted else say(N_("to be adopted"))
    return Item(line.text, listed((state, line.example, name_of(strategy, line.owner))))


def _guidelines_title(dos: Sequence[Guideline], donts: Sequence[Guideline]) -> Message:
    if dos and donts:
        return say(
            N_("Yes to “{do}”, no to “{dont}”"),
            do=shorten(dos[0].text, 45),
            dont=shorten(donts[0].text, 45),
        )
    if dos:
        return say(N_("Our first habit: {habit}"), habit=shorten(dos[0].text, 80))
    return say(N_("What we avoid first: {habit}"), habit=shorten(donts[0].text, 80))


def charter(strategy: Strategy) -> Iterator[Piece]:
    """Yield the charter's rules and who may speak on what."""
    rules = [rule for rule in strategy.of(CharterRule) if rule.rule]
    speakers = [policy for policy in strategy.of(SpeakingPolicy) if policy.actor]
    if not rules and not speakers:
        yield Gap(
            say(N_("The charter")),
            say(
                N_("Without it, colleagues either keep silent or speak without knowing the limits.")
            ),
            _STEP,
        )
        return
    yes = [_rule(rule) for rule in rules if rule.kind is not RuleKind.FORBIDDEN]
    no = [_rule(rule) for rule in rules if rule.kind is RuleKind.FORBIDDEN]
    who = [Item(policy.actor, _speaks(strategy, policy)) for policy in speakers]
    panels = [
        Panel(say(heading), items, tone)
        for heading, items, tone in (
            (N_("Encouraged and allowed"), yes, Tone.GOOD),
            (N_("Forbidden"), no, Tone.BAD),
            (N_("Who may speak"), who, Tone.ACCENT),
        )
        if items
    ]
    yield Slide(
        Section.MEANS,
        say_count(
            "One rule is enough to speak in our name",
            "{n} rules are enough to speak in our name",
            len(rules),
        )
        if rules
        else say_count(
            "One voice speaks in our name, and knows on what",
            "{n} voices speak in our name, and each knows on what",
            len(speakers),
        ),
        Bullets(panels),
        notes=[say(N_("The complete charter is a document of its own; this is its summary."))],
        step=_STEP,
    )


def _rule(rule: CharterRule) -> Item:
    if rule.audience in (None, Audience.EVERYBODY):
        return Item(rule.rule, rule.example)
    return Item(rule.rule, shown(rule.audience))


def _speaks(strategy: Strategy, policy: SpeakingPolicy) -> Said:
    approver = name_of(strategy, policy.approver)
    topics = listed(policy.topics)
    if policy.topics and policy.approval and approver:
        return say(
            N_("{topics} – {approval}: {approver}"),
            topics=topics,
            approval=policy.approval,
            approver=approver,
        )
    if policy.topics and policy.approval:
        return say(N_("{topics} – {approval}"), topics=topics, approval=policy.approval)
    return topics or shown(policy.approval)


def policy(strategy: Strategy) -> Iterator[Piece]:
    """Yield the editorial policy."""
    found = strategy.one(EditorialPolicy)
    if not found.text:
        yield Gap(
            say(N_("The editorial policy")),
            say(N_("It says what is published, what is refused and how errors are corrected.")),
            _STEP,
            rule=str(RuleCode.NO_EDITORIAL_POLICY),
        )
        return
    panels = [
        Panel(say(EditorialPolicy.field(name).label), [Item(text) for text in texts])
        for name, texts in (
            ("refusals", found.refusals),
            ("image_rights", (found.image_rights,)),
            ("corrections", (found.corrections,)),
            ("disclosure", (found.disclosure,)),
        )
        if any(texts)
    ]
    owner = name_of(strategy, found.owner)
    yield Slide(
        Section.APPENDIX,
        say(N_("Our editorial policy was last reviewed on {date}"), date=found.last_review)
        if found.last_review
        else say(N_("Our editorial policy in brief, still to be reviewed")),
        Banner(found.text, panels),
        source=found.url,
        notes=[say(N_("{person} keeps it up to date."), person=owner)] if owner else [],
        step=_STEP,
    )


def roles(strategy: Strategy) -> Iterator[Piece]:
    """Yield who publishes, replies, moderates and validates on each network."""
    found = [role for role in strategy.of(NetworkRole) if role.network]
    if not found:
        yield Gap(
            say(N_("Who publishes, who replies, who moderates")),
            say(N_("A task that is nobody’s is not done.")),
            _STEP,
        )
        return
    columns = (*TASKS, "validators", "backups")
    yield Slide(
        Section.MEANS,
        _roles_title(strategy, found),
        Table(
            (
                Column(say(N_("Network"))),
                *(Column(say(NetworkRole.field(name).label)) for name in columns),
            ),
            [
                (
                    shown(role.network),
                    *(_people(strategy, getattr(role, name), name in TASKS) for name in columns),
                )
                for role in found
            ],
        ),
        notes=[
            say(N_("{network}: {remark}"), network=role.network, remark=role.note)
            for role in found
            if role.note
        ],
        step=_STEP,
    )


def _people(strategy: Strategy, ids: tuple[str, ...], needed: bool) -> Said | Cell:
    people = names_of(strategy, ids)
    if not people and needed:
        return Cell(say(N_("to be named")), Tone.WATCH)
    return shown(people)


def _roles_title(strategy: Strategy, found: Sequence[NetworkRole]) -> Message:
    for role in found:
        if open_tasks(strategy, role):
            return say(N_("Roles are still to be shared out on {network}"), network=role.network)
    ids = dict.fromkeys(
        person
        for role in found
        for several in (getattr(role, task) for task in TASKS)
        for person in several
    )
    people = names_of(strategy, ids)
    if len(people) == 1:
        return say(
            N_("{person} publishes, replies and moderates everywhere"), person=shorten(people[0])
        )
    return say(
        N_("{n} people share publishing, replies and moderation: each knows their part"),
        n=len(people),
    )


def crisis(strategy: Strategy) -> Iterator[Piece]:
    """Yield the ladder from one unhappy comment to a crisis, and the plan to approve."""
    levels = [level for level in strategy.of(CrisisLevel) if level.name or level.signs]
    plan = strategy.one(CrisisPlan)
    if not levels:
        yield Gap(
            say(N_("The crisis ladder")),
            say(N_("In the middle of a storm it is too late to ask who answers.")),
            _STEP,
            rule=str(RuleCode.NO_CRISIS_LEVEL),
        )
    else:
        panels = [
            panel
            for number in (*range(1, LEVELS + 1), None)
            if (panel := _rung(strategy, number, levels)).items
        ]
        yield Slide(
            Section.MEANS,
            _crisis_title(strategy),
            Ladder(panels, say(N_("More and more serious →")))
            if len(panels) > 1
            else Bullets(panels),
            notes=_crisis_notes(plan),
            step=_STEP,
        )
    if levels and plan.state is not PlanState.APPROVED:
        yield Decision(
            say(N_("Approve the crisis plan and rehearse it once")),
            say(N_("Those who must answer know their part before they need it.")),
            name_of(strategy, plan.owner),
            plan.next_drill,
            _STEP,
        )


_RUNGS = {1: Tone.NEUTRAL, 2: Tone.WATCH, 3: Tone.BAD}


def _rung(strategy: Strategy, number: int | None, levels: Sequence[CrisisLevel]) -> Panel:
    items: list[Item] = []
    for level in levels:
        if level.level != number:
            continue
        signs = listed(level.signs)
        items.append(Item(level.name, signs) if level.name else Item(signs))
        responder = name_of(strategy, level.responder)
        leader = name_of(strategy, level.escalate_to)
        if responder:
            items.append(Item(say(N_("{person} answers"), person=responder), level.channel))
        else:
            items.append(Item(say(N_("Nobody answers yet")), level.channel))
        if leader:
            items.append(Item(say(N_("Then call {person}"), person=leader)))
        if level.stop_rule:
            items.append(Item(say(N_("When to stop")), level.stop_rule))
        if level.pauses_posts:
            items.append(Item(say(N_("Planned posts pause"))))
    heading = (
        say(N_("Level {number}"), number=number) if number else say(N_("Level still to be set"))
    )
    return Panel(heading, items, _RUNGS.get(number or 0, Tone.NEUTRAL))


def _crisis_title(strategy: Strategy) -> Message:
    levels = answered_levels(strategy)
    if not levels:
        return say(N_("Who answers negative comments is still to be decided"))
    first = name_of(strategy, levels[0].responder)
    leader = name_of(strategy, levels[-1].escalate_to) or name_of(strategy, levels[-1].responder)
    if first == leader:
        return say(
            N_("{person} answers, from the first angry comment to a crisis"), person=shorten(first)
        )
    return say(
        N_("{person} answers everyday complaints; {leader} takes over when it gets serious"),
        person=shorten(first, 24),
        leader=shorten(leader, 24),
    )


def _crisis_notes(plan: CrisisPlan) -> list[Said]:
    notes: list[Said] = []
    if plan.state:
        notes.append(say(N_("State of the plan: {state}."), state=plan.state))
    if plan.last_drill:
        notes.append(say(N_("Last rehearsal on {date}."), date=plan.last_drill))
    else:
        notes.append(say(N_("The plan was never rehearsed.")))
    if plan.kept_in:
        notes.append(say(N_("Where it is kept: {place}"), place=plan.kept_in))
    return notes


def processes(strategy: Strategy) -> Iterator[Piece]:
    """Yield how recurring cases are handled, for the appendix."""
    found = [process for process in strategy.of(Process) if process.name]
    if not found:
        return
    yield Slide(
        Section.APPENDIX,
        say_count(
            "One recurring case has its procedure: {case}",
            "{n} recurring cases have their procedure, starting with: {case}",
            len(found),
            case=shorten(found[0].name),
        ),
        Table(
            (
                Column(say(N_("Case"))),
                Column(say(N_("What to do")), 2.4),
                Column(say(N_("Handled by"))),
                Column(say(N_("First reply within")), 0.8),
                Column(say(N_("Tone")), 1.2),
            ),
            [
                (
                    Cell(process.name, strong=True),
                    "\n".join(process.stages),
                    name_of(strategy, process.owner),
                    ""
                    if process.reply_within is None
                    else say(N_("{hours} h"), hours=process.reply_within),
                    process.tone,
                )
                for process in found
            ],
        ),
        step=_STEP,
    )
