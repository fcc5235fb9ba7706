"""Fields that many records of the plan, of resources and of measure have alike."""

from __future__ import annotations

from typing import Any

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.steps.common import Network, Priority, Progress


def owner(**options: Any) -> Any:
    """Declare who answers for it."""
    return fields.link(
        "person",
        label=N_("Owner"),
        help=N_("One person who answers for it; two owners are no owner."),
        **options,
    )


def network(**options: Any) -> Any:
    """Declare the network that it is for."""
    return fields.choice(
        Network, label=N_("Network"), help=N_("The network that it is for."), **options
    )


def account(**options: Any) -> Any:
    """Declare the account that it is for."""
    return fields.link(
        "account", label=N_("Account"), help=N_("The account of yours that it is for."), **options
    )


def objective(**options: Any) -> Any:
    """Declare the objective that it serves."""
    return fields.link(
        "objective",
        label=N_("Objective"),
        help=N_("The objective that it serves; without one, ask why you do it."),
        **options,
    )


def effort(**options: Any) -> Any:
    """Declare the hours that it takes."""
    return fields.number(
        label=N_("Effort"),
        help=N_("How many hours it takes, all in: an honest guess is enough."),
        unit=N_("hours"),
        minimum=0,
        **options,
    )


def cost(**options: Any) -> Any:
    """Declare what it costs beside time."""
    return fields.money(
        label=N_("Cost"), help=N_("What is paid for it, time of the team left out."), **options
    )


def due(**options: Any) -> Any:
    """Declare its deadline."""
    return fields.date(label=N_("Due date"), help=N_("The day when it must be done."), **options)


def start(**options: Any) -> Any:
    """Declare its first day."""
    return fields.date(label=N_("Start date"), help=N_("Its first day."), **options)


def end(**options: Any) -> Any:
    """Declare its last day."""
    return fields.date(label=N_("End date"), help=N_("Its last day."), **options)


def status(**options: Any) -> Any:
    """Declare how far it is."""
    return fields.choice(
        Progress,
        label=N_("Status"),
        help=N_("How far it is."),
        default=Progress.TO_DO,
        **options,
    )


def priority(**options: Any) -> Any:
    """Declare how soon it deserves time."""
    return fields.choice(
        Priority, label=N_("Priority"), help=N_("How soon it deserves your time."), **options
    )


def remark(**options: Any) -> Any:
    """Declare a free remark."""
    return fields.long_text(
        label=N_("Remark"), help=N_("Anything that the other fields have no room for."), **options
    )
