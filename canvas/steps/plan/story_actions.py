"""What the deck says of promotion, automation, the committee and the action plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import (
    Bullets,
    Cell,
    Column,
    Decision,
    Gap,
    Item,
    Panel,
    Piece,
    Said,
    Section,
    Slide,
    Table,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.common import Priority, Progress, Quarter
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.actions import Action, CommitteeMeeting
from canvas.steps.plan.choices import PromotionLevel, TaskMode
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.promotion import PromotionAction, PromotionChannel
from canvas.steps.wording import listed, name_of, names_of, shorten, shown

_STEP = "plan"
_TONES = {
    Progress.DONE: Tone.GOOD,
    Progress.DOING: Tone.ACCENT,
}


def actions_story(strategy: Strategy) -> Iterator[Piece]:
    """Promotion, what is automated, who meets, what is done each quarter."""
    for rest in (_promotion, _automation, _committee):
        yield from in_detail(rest(strategy))
    yield from _actions(strategy)


def _promotion(strategy: Strategy) -> Iterator[Piece]:
    routine = [gesture for gesture in strategy.of(PromotionAction) if gesture.name]
    if not routine:
        yield Gap(
            say(N_("The promotion routine")),
            say(N_("Content that nobody sees brings nothing, however good it is.")),
            _STEP,
            rule=str(RuleCode.MAJOR_WITHOUT_PROMOTION),
        )
        return
    major = [g for g in routine if g.serves(PromotionLevel.MAJOR)]
    minor = [g for g in routine if g.serves(PromotionLevel.MINOR)]
    channels = [c for c in strategy.of(PromotionChannel) if c.name]
    panels = [
        Panel(
            say(N_("For a major post")),
            [_gesture(strategy, g) for g in _by_delay(major)],
            Tone.ACCENT,
        ),
        Panel(say(N_("For a minor post")), [_gesture(strategy, g) for g in _by_delay(minor)]),
        Panel(
            say(N_("Where we announce our networks")), [Item(c.name, c.action) for c in channels]
        ),
    ]
    yield Slide(
        Section.METHOD,
        say(
            N_("Promotion steps: {major} for a major post, {minor} for a minor one"),
            major=len(major),
            minor=len(minor),
        ),
        Bullets([panel for panel in panels if panel.items]),
        notes=[
            say(N_("A step that serves all posts is counted on both sides.")),
        ],
        step=_STEP,
    )


def _by_delay(gestures: Sequence[PromotionAction]) -> list[PromotionAction]:
    return sorted(gestures, key=lambda gesture: gesture.delay_days or 0)


def _gesture(strategy: Strategy, gesture: PromotionAction) -> Item:
    delay: Message | str = ""
    if gesture.delay_days == 0:
        delay = say(N_("the same day"))
    elif gesture.delay_days:
        delay = say_count("{n} day later", "{n} days later", gesture.delay_days)
    return Item(gesture.name, listed([delay, name_of(strategy, gesture.owner)]))


def _automation(strategy: Strategy) -> Iterator[Piece]:
    tasks = [task for task in strategy.of(TaskAutomation) if task.task and task.mode]
    if not tasks:
        return
    by_hand = [task for task in tasks if task.mode is TaskMode.MANUAL]
    panels = [
        Panel(
            say(mode.label),
            [Item(t.task, name_of(strategy, t.tool)) for t in tasks if t.mode is mode],
        )
        for mode in TaskMode
    ]
    yield Slide(
        Section.METHOD,
        say(
            N_("{hand} of our {all} weekly tasks stay by hand: conversations first"),
            hand=len(by_hand),
            all=len(tasks),
        )
        if 1 < len(by_hand) < len(tasks)
        else say(N_("What tools do for us, and what we keep by hand")),
        Bullets([panel for panel in panels if panel.items]),
        step=_STEP,
    )


def _committee(strategy: Strategy) -> Iterator[Piece]:
    meetings = sorted(
        (m for m in strategy.of(CommitteeMeeting) if m.topic or m.date),
        key=lambda m: m.date or dt.date.max,
    )
    if not meetings:
        return
    yield Slide(
        Section.METHOD,
        say_count(
            "The editorial committee meets once",
            "The editorial committee meets {n} times",
            len(meetings),
        ),
        Table(
            (
                Column(say(N_("Date")), 0.9),
                Column(say(N_("Purpose of the meeting")), 1.6),
                Column(say(N_("Members")), 1.3),
                Column(say(N_("Decisions")), 1.6),
            ),
            [
                (
                    shown(m.date),
                    m.topic,
                    listed(names_of(strategy, m.members)),
                    listed(m.decisions),
                )
                for m in meetings
            ],
        ),
        step=_STEP,
    )


def _actions(strategy: Strategy) -> Iterator[Piece]:
    actions = [a for a in strategy.of(Action) if a.title and a.status is not Progress.DROPPED]
    if not actions:
        yield Gap(
            say(N_("The action plan")),
            say(N_("It says who does what until when; without it the strategy stays on paper.")),
            _STEP,
        )
        return
    first_day = strategy.one(Settings).start_date
    quarters = tuple(Quarter)
    priorities = tuple(Priority)

    def is_early(action: Action) -> bool:
        return bool(first_day and action.due and action.due < first_day)

    def place(action: Action) -> int:
        if is_early(action):
            return -1
        quarter = action.quarter_from(first_day)
        return quarters.index(quarter) if quarter else len(quarters)

    def when(action: Action) -> Said:
        if is_early(action):
            return say(N_("Before the start"))
        return shown(action.quarter_from(first_day)) or say(N_("No date yet"))

    def order(action: Action) -> tuple[int, dt.date, int]:
        return (
            place(action),
            action.due or dt.date.max,
            priorities.index(action.priority) if action.priority else len(priorities),
        )

    yield Slide(
        Section.MEANS,
        _actions_title(actions),
        Table(
            (
                Column(say(N_("Quarter")), 0.9),
                Column(say(N_("What to do")), 2.2),
                Column(say(N_("Network")), 0.9),
                Column(say(N_("Owner")), 1),
                Column(say(N_("Due date")), 1),
                Column(say(N_("Status")), 0.8),
            ),
            [
                (
                    when(a),
                    Cell(a.title, strong=a.priority is Priority.HIGH),
                    shown(a.network),
                    name_of(strategy, a.owner) or Cell(say(N_("Nobody yet")), Tone.WATCH),
                    shown(a.due),
                    Cell(shown(a.status), _TONES.get(a.status, Tone.NEUTRAL)) if a.status else "",
                )
                for a in sorted(actions, key=order)
            ],
        ),
        notes=[
            say(
                N_(
                    "An action without a quarter of its own stands in that of its due date, "
                    "counted from the first day of the strategy."
                )
            ),
            say(N_("Bold lines have a high priority; dropped actions are left out.")),
        ],
        step=_STEP,
    )
    yield from _owners_wanted(strategy, actions)


def _actions_title(actions: Sequence[Action]) -> Message:
    open_ones = [a for a in actions if a.status is not Progress.DONE]
    first = min(open_ones, key=lambda a: a.due or dt.date.max, default=None)
    if first is None:
        return say_count(
            "The one action planned is done",
            "All {n} actions planned are done",
            len(actions),
        )
    if first.due is None:
        return say_count(
            "{n} action to carry the plan, starting with: {action}",
            "{n} actions to carry the plan, starting with: {action}",
            len(actions),
            action=shorten(first.title, 55),
        )
    return say_count(
        "{n} action to carry the plan; next: {action}, by {due}",
        "{n} actions to carry the plan; next: {action}, by {due}",
        len(actions),
        action=shorten(first.title, 60),
        due=first.due,
    )


def _owners_wanted(strategy: Strategy, actions: Sequence[Action]) -> Iterator[Piece]:
    orphans = [
        a for a in actions if not name_of(strategy, a.owner) and a.status is not Progress.DONE
    ]
    if orphans:
        yield Decision(
            say_count(
                "Name who does “{action}”",
                "Name who does the {n} actions that nobody owns, “{action}” first",
                len(orphans),
                action=shorten(orphans[0].title),
            ),
            say(N_("An action without an owner is not done.")),
            when=min((a.due for a in orphans if a.due), default=None),
            step=_STEP,
        )
