"""Actions and posts as files that task boards take: Trello, Asana (C125).

Asana reads its columns by their names and wants dates as month/day/year.  Trello reads a
table through an import that asks which column is what, so that any clear names do; a
list there is what a column of the board is here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.exports.schedules import table
from canvas.i18n import Translator
from canvas.rules.handover import full_text
from canvas.rules.tracking import network_of
from canvas.steps.common import Network, Progress
from canvas.steps.frame.people import Person
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus

ASANA = (
    "Name", "Description", "Section/Column", "Assignee", "Start Date", "Due Date", "Tags",
    "Blocked By (Dependencies)",
)  # fmt: skip

TRELLO = (
    "Card Name", "Card Description", "List Name", "Labels", "Start Date", "Due Date", "Members",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Task:
    """A card: what to do, in which list, by whom, when."""

    name: str
    about: str
    column: str
    person: Person | None
    start: dt.date | None
    due: dt.date | None
    labels: tuple[str, ...]
    after: tuple[str, ...] = ()


def asana(strategy: Strategy, tr: Translator) -> bytes:
    """Return what is still to do as an Asana import: actions, then lines of the calendar."""
    rows = (
        {
            "Name": task.name,
            "Description": task.about,
            "Section/Column": task.column,
            # Asana knows people by their mail; another name would become a stranger.
            "Assignee": task.person.email if task.person else "",
            "Start Date": f"{task.start:%m/%d/%Y}" if task.start else "",
            "Due Date": f"{task.due:%m/%d/%Y}" if task.due else "",
            "Tags": ",".join(label.replace(",", " ") for label in task.labels),
            "Blocked By (Dependencies)": ",".join(task.after),
        }
        for task in tasks(strategy, tr)
    )
    return table(ASANA, rows)


def trello(strategy: Strategy, tr: Translator) -> bytes:
    """Return what is still to do as a table of Trello cards."""
    rows = (
        {
            "Card Name": task.name,
            "Card Description": task.about,
            "List Name": task.column,
            "Labels": ", ".join(task.labels),
            "Start Date": task.start.isoformat() if task.start else "",
            "Due Date": task.due.isoformat() if task.due else "",
            "Members": task.person.name if task.person else "",
        }
        for task in tasks(strategy, tr)
    )
    return table(TRELLO, rows)


def tasks(strategy: Strategy, tr: Translator) -> Iterator[Task]:
    """Yield the actions that are not over, then the lines of the calendar that are not out."""
    actions = [a for a in strategy.of(Action) if a.status not in (Progress.DONE, Progress.DROPPED)]
    waiting = {action.id for action in actions}
    for action in actions:
        objective = strategy.linked(Objective, action.objective)
        yield Task(
            name=action.title,
            about=_about(
                tr,
                (tr(N_("Objective")), objective.title if objective else ""),
                (tr(N_("Effort")), tr.number(action.effort_hours) if action.effort_hours else ""),
            ),
            column=tr((action.status or Progress.TO_DO).label),
            person=strategy.linked(Person, action.owner),
            start=action.start,
            due=action.due,
            labels=(tr(N_("Action plan")), *_network(action.network, tr)),
            after=tuple(
                before.title
                for before in strategy.linked_all(Action, action.depends_on)
                if before.id in waiting
            ),
        )
    for post in strategy.of(Post):
        if post.status is not PostStatus.PUBLISHED:
            yield _post(strategy, post, tr)


def _post(strategy: Strategy, post: Post, tr: Translator) -> Task:
    lines = [full_text(strategy, post)]
    lines.append(
        _about(
            tr,
            (tr(N_("Time of day")), tr.time(post.time) if post.time else ""),
            (tr(N_("Visual")), post.visual),
            (tr(N_("Call to action")), post.cta),
        )
    )
    return Task(
        name=post.title,
        about="\n\n".join(filter(None, lines)),
        column=tr((post.status or PostStatus.IDEA).label),
        person=strategy.linked(Person, post.author or post.publisher),
        start=None,
        due=post.date,
        labels=(tr(N_("Calendar")), *_network(network_of(strategy, post), tr)),
    )


def _network(network: Network | None, tr: Translator) -> tuple[str, ...]:
    return (tr(network.label),) if network else ()


def labelled(tr: Translator, label: str, value: str) -> str:
    """Return what a value is, and the value, on one line."""
    return tr(N_("{label}: {value}"), label=label, value=value)


def _about(tr: Translator, *lines: tuple[str, str]) -> str:
    return "\n".join(labelled(tr, label, value) for label, value in lines if value)
