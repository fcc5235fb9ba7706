"""What must be decided in the frame (C154), and what it comes down to."""

from __future__ import annotations

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.step import ToDo
from canvas.domain.strategy import Strategy
from canvas.steps.common import Priority
from canvas.steps.frame.coherence import figure_of
from canvas.steps.frame.expectations import Purpose
from canvas.steps.frame.organisation import Differentiator, Organisation
from canvas.steps.frame.people import Person, Responsibility
from canvas.steps.frame.rule_names import Limit
from canvas.steps.wording import shorten


def first_purposes(strategy: Strategy) -> tuple[Purpose, ...]:
    """Return the purposes that come first, in the order in which they were written."""
    return tuple(
        purpose
        for purpose in strategy.of(Purpose)
        if purpose.purpose and purpose.priority is Priority.HIGH
    )


def main_owner(strategy: Strategy) -> Person | None:
    """Return who answers for the result: the first responsibility that names somebody."""
    for responsibility in strategy.of(Responsibility):
        person = strategy.linked(Person, responsibility.owner)
        if person and person.name:
            return person
    return None


def decision(strategy: Strategy) -> Message | None:
    """Return what is expected and of whom, once both are said."""
    purposes = first_purposes(strategy)
    if not purposes:
        return None
    most = round(figure_of(strategy, Limit.HIGH_PURPOSES_MOST))
    expected = [say(N_("“{text}”"), text=purpose.purpose) for purpose in purposes[:most]]
    owner = main_owner(strategy)
    if owner is None:
        return say(
            N_("We expect of social media first of all: {purposes}. Nobody answers for it yet."),
            purposes=expected,
        )
    return say(
        N_("We expect of social media first of all: {purposes}. {owner} answers for it."),
        purposes=expected,
        owner=owner.name,
    )


def _organisation_missing(strategy: Strategy) -> Message | None:
    organisation = strategy.one(Organisation)
    name = shorten(organisation.name)
    if not name:
        return say(N_("The organisation has no name yet."))
    if not organisation.activity:
        return say(N_("What “{name}” does is not written yet."), name=name)
    if organisation.biz_model is None:
        return say(
            N_("Say whether “{name}” sells to people or to businesses."),
            name=name,
        )
    return None


def _purposes_missing(strategy: Strategy) -> Message | None:
    if not any(purpose.purpose for purpose in strategy.of(Purpose)):
        return say(N_("No purpose chosen yet."))
    first = len(first_purposes(strategy))
    if first == 0:
        return say(N_("No purpose has a high priority yet."))
    most = figure_of(strategy, Limit.HIGH_PURPOSES_MOST)
    if first > most:
        return say_count(
            "{n} purpose has a high priority: keep {limit} of them at most.",
            "{n} purposes have a high priority: keep {limit} of them at most.",
            first,
            limit=most,
        )
    return None


def _owner_missing(strategy: Strategy) -> Message | None:
    owner = main_owner(strategy)
    if owner is None:
        return say(N_("Nobody answers for the result yet."))
    owned = [duty for duty in strategy.of(Responsibility) if duty.owner == owner.id]
    if not any(duty.result or duty.objectives_owned for duty in owned):
        return say(N_("{owner} has no result to reach yet."), owner=owner.name)
    if all(duty.budget_owned is None for duty in owned):
        return say(
            N_("{owner} has no budget yet: write 0 if there is nothing to spend."),
            owner=owner.name,
        )
    return None


def _difference_missing(strategy: Strategy) -> Message | None:
    differences = [item for item in strategy.of(Differentiator) if item.text]
    if not differences:
        return say(N_("Nothing says yet what only you offer."))
    if not any(item.proof for item in differences):
        return say(
            N_("“{difference}” has no proof yet: a fact, a figure or a customer’s words."),
            difference=shorten(differences[0].text),
        )
    return None


TODOS = (
    ToDo(
        key="organisation",
        text=N_("Say who the strategy is for"),
        missing=_organisation_missing,
        view="organisation",
    ),
    ToDo(
        key="purposes",
        text=N_("Choose what social media should serve"),
        missing=_purposes_missing,
        view="expectations",
    ),
    ToDo(
        key="owner",
        text=N_("Name who answers for the result, with a budget"),
        missing=_owner_missing,
        view="people",
    ),
    ToDo(
        key="difference",
        text=N_("Say what only you offer, and prove it"),
        missing=_difference_missing,
        view="organisation",
    ),
)
