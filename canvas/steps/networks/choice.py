"""Which networks we chose, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.steps.frame.coherence import figure_of
from canvas.steps.frame.rule_names import Limit
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.networks.ranking import considered

_NAMED = 3
"""How many defensive networks a sentence names before it counts them."""


def with_role(strategy: Strategy, *roles: Role) -> tuple[NetworkOption, ...]:
    """Return the networks that have one of these roles, in their order."""
    return tuple(option for option in considered(strategy) if option.role in roles)


def hours_a_week(options: Iterable[NetworkOption]) -> float | None:
    """Return the hours a week that these networks take; None where none says."""
    known = [option.effort_hours_week for option in options if option.effort_hours_week is not None]
    return sum(known) if known else None


def called(options: Iterable[NetworkOption]) -> tuple[Said, ...]:
    """Return what these networks are called, to be listed inside a sentence."""
    return tuple(option.called for option in options)


def excess(strategy: Strategy) -> Message | None:
    """Return why the choice is too ambitious, None where it is not (C97b)."""
    main = with_role(strategy, Role.MAIN)
    if len(main) > 1:
        return say(
            N_("{networks} are all main networks: keep one, the others can be strong."),
            networks=called(main),
        )
    front = with_role(strategy, Role.MAIN, Role.STRONG)
    most = figure_of(strategy, Limit.STRONG_NETWORKS_MOST)
    if len(front) > most:
        return say(
            N_("{n} networks are main or strong: keep {most} at most, the others defensive."),
            n=len(front),
            most=most,
        )
    return None


def verdict(strategy: Strategy) -> Message | None:
    """Return main, strong and defensive networks in one sentence without its full stop.

    None while there is no main network.
    """
    main = called(with_role(strategy, Role.MAIN))
    strong = called(with_role(strategy, Role.STRONG))
    others = called(with_role(strategy, Role.DEFENSIVE))
    if not main:
        return None
    names: dict[str, object] = {"main": main, "strong": strong, "others": others}
    if strong and len(others) > _NAMED:
        return say_count(
            "{main} first, then {strong}; a defensive presence on one other network",
            "{main} first, then {strong}; a defensive presence on {n} other networks",
            len(others),
            **names,
        )
    if strong and others:
        return say(N_("{main} first, then {strong}; a defensive presence on {others}"), **names)
    if strong:
        return say(N_("{main} first, then {strong}: our effort goes there"), **names)
    if len(others) > _NAMED:
        return say_count(
            "{main} takes our effort; a defensive presence on one other network",
            "{main} takes our effort; a defensive presence on {n} other networks",
            len(others),
            **names,
        )
    if others:
        return say(N_("{main} takes our effort; a defensive presence on {others}"), **names)
    return say(N_("All our effort goes to {main}"), **names)
