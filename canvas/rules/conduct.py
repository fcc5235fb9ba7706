"""What the roles and the charter still lack, and what a charter takes from elsewhere."""

from __future__ import annotations

from canvas.domain.messages import N_, Message, say
from canvas.domain.strategy import Strategy
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.attitudes.todos import open_tasks
from canvas.steps.audit.accounts import Account, AccountState
from canvas.steps.common import Network
from canvas.steps.networks.choice import with_role
from canvas.steps.networks.matrix import Role
from canvas.steps.wording import names_of

_NOBODY = {
    "publishers": N_("{network}: nobody publishes"),
    "repliers": N_("{network}: nobody replies"),
    "moderators": N_("{network}: nobody moderates"),
}


def networks_to_staff(strategy: Strategy) -> dict[Network, Message]:
    """Return the networks that need roles and have none yet, each with the reason."""
    found: dict[Network, Message] = {}
    for option in with_role(strategy, Role.MAIN, Role.STRONG, Role.DEFENSIVE):
        if option.network and option.role:
            found.setdefault(option.network, say(option.role.label))
    for account in strategy.of(Account):
        if account.network and account.state is AccountState.IN_USE:
            found.setdefault(account.network, say(N_("You have an account there")))
    for role in strategy.of(NetworkRole):
        found.pop(role.network, None)  # type: ignore[arg-type]
    found.pop(Network.OTHER, None)
    return found


def nobody_does(strategy: Strategy) -> tuple[Message, ...]:
    """Return what nobody does, network by network: “Instagram: nobody replies”.

    A network on which nothing is done at all gives one sentence.
    """
    found = [
        say(N_("{network}: nobody looks after it"), network=network)
        for network in networks_to_staff(strategy)
    ]
    for role in strategy.of(NetworkRole):
        if role.network is None:
            continue
        tasks = open_tasks(strategy, role)
        if len(tasks) == len(_NOBODY):
            found.append(say(N_("{network}: nobody looks after it"), network=role.network))
        else:
            found.extend(say(_NOBODY[task], network=role.network) for task in tasks)
    return tuple(found)


def who_answers(strategy: Strategy) -> tuple[Message, ...]:
    """Return who replies on each network, for those who hold the charter."""
    found = []
    for role in strategy.of(NetworkRole):
        people = names_of(strategy, role.repliers)
        if role.network and people:
            found.append(say(N_("{network}: {people}"), network=role.network, people=people))
    return tuple(found)
