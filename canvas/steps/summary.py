"""What the whole strategy comes down to: the slide that opens the deck, and what it asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import Answer, Answers, Decision, Piece, Section, Slide
from canvas.domain.strategy import Strategy
from canvas.steps import BY_KEY
from canvas.steps.frame.settings import Settings
from canvas.steps.frame.story_governance import sponsors
from canvas.steps.frame.todos import main_owner
from canvas.steps.networks.choice import hours_a_week, with_role
from canvas.steps.networks.matrix import Role
from canvas.steps.objectives.todos import main_objective
from canvas.steps.plan.actions import CommitteeMeeting
from canvas.steps.resources.workload import weekly_workload
from canvas.steps.wording import shorten

_QUESTIONS = (
    ("audit", N_("Where are we?")),
    ("objectives", N_("What do we want?")),
    ("segments", N_("For whom?")),
    ("networks", N_("On which networks?")),
    ("plan", N_("At what pace?")),
    ("resources", N_("With which means?")),
    ("measure", N_("How will we know?")),
)
"""What the summary answers: the steps' decisions, each with its question."""

_FEWEST = 2
"""With fewer answers there is nothing to sum up."""


def summary(strategy: Strategy) -> Iterator[Piece]:
    """Yield the slide that says the strategy in a few sentences, once there are some."""
    answers = [
        Answer(say(question), said)
        for key, question in _QUESTIONS
        if (said := BY_KEY[key].decision(strategy))
    ]
    if len(answers) < _FEWEST:
        return
    yield Slide(
        Section.SUMMARY,
        _title(strategy),
        Answers(answers),
        notes=[say(N_("Each sentence is what one step ends with; its slides follow."))],
    )


def _title(strategy: Strategy) -> Message:
    objective = main_objective(strategy)
    means = _means(strategy)
    if objective is None:
        return (
            say(N_("Our strategy rests on {means}"), means=means)
            if means
            else say(N_("Our strategy in a few sentences"))
        )
    parts = {"means": means, "objective": shorten(objective.title, 60), "due": objective.due}
    if means and objective.due:
        return say(N_("{means} for one objective: {objective}, by {due}"), **parts)
    if means:
        return say(N_("{means} for one objective: {objective}"), **parts)
    if objective.due:
        return say(N_("One objective comes first: {objective}, by {due}"), **parts)
    return say(N_("One objective comes first: {objective}"), **parts)


def _means(strategy: Strategy) -> list[Message]:
    """Return how many networks get our effort, and the hours that we have for them."""
    networks = with_role(strategy, Role.MAIN, Role.STRONG)
    hours = weekly_workload(strategy).available or hours_a_week(networks)
    found = []
    if networks:
        found.append(say_count("{n} network", "{n} networks", len(networks)))
    if hours:
        found.append(say(N_("{n} h a week"), n=hours))
    return found


def addressed(strategy: Strategy, pieces: Iterable[Piece], today: dt.date) -> Iterator[Piece]:
    """Yield pieces, decisions without a person or a day given those that are known."""
    who = _deciders(strategy)
    when = _next_occasion(strategy, today)
    for piece in pieces:
        if isinstance(piece, Decision):
            yield replace(piece, who=piece.who or who, when=piece.when or when)
        else:
            yield piece


def _deciders(strategy: Strategy) -> str:
    """Return who approves the strategy, else who answers for it; "" where nobody is named."""
    names = [sponsor.name for sponsor in sponsors(strategy)]
    owner = main_owner(strategy)
    return ", ".join(names) or (owner.name if owner else "")


def _next_occasion(strategy: Strategy, today: dt.date) -> dt.date | None:
    """Return when decisions can next be taken: the committee's next meeting, else the start."""
    occasions = [meeting.date for meeting in strategy.of(CommitteeMeeting) if meeting.date]
    start = strategy.one(Settings).start_date
    coming = [day for day in (*occasions, start) if day and day >= today]
    return min(coming, default=None)
