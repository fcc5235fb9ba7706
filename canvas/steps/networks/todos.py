"""What must be decided about networks (C154), and what it comes down to."""

from __future__ import annotations

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.step import ToDo
from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import Account
from canvas.steps.audit.checks import CheckStatus, ProfileCheck
from canvas.steps.common import Network
from canvas.steps.networks.choice import excess, hours_a_week, verdict, with_role
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.networks.profiles import DefensivePlan, Handle, HandleStatus
from canvas.steps.networks.ranking import considered, criteria, ranking

_OUR_OWN_PLACES = (Network.WEBSITE, Network.BLOG, Network.NEWSLETTER)
"""Where nobody can take our name, and there is no profile to fill in."""


def undefined_defence(strategy: Strategy) -> tuple[NetworkOption, ...]:
    """Return the defensive networks of which nobody said what is done there."""
    defined = {
        plan.option
        for plan in strategy.of(DefensivePlan)
        if plan.content or plan.posts_per_month is not None
    }
    defensive = with_role(strategy, Role.DEFENSIVE)
    return tuple(option for option in defensive if option.id not in defined)


def _scores_missing(strategy: Strategy) -> Message | None:
    if not considered(strategy):
        return say(N_("No network to compare yet."))
    if not criteria(strategy):
        return say(N_("No criterion to compare networks by yet."))
    missing = sum(network.missing for network in ranking(strategy))
    if missing:
        return say_count(
            "One score is still missing in the matrix.",
            "{n} scores are still missing in the matrix.",
            missing,
        )
    return None


def _roles_missing(strategy: Strategy) -> Message | None:
    if not with_role(strategy, Role.MAIN):
        return say(N_("No main network chosen yet."))
    too_many = excess(strategy)
    if too_many is not None:
        return too_many
    for option in considered(strategy):
        if option.role is None:
            return say(N_("{network} has no role yet."), network=option.called)
    return None


def _defence_missing(strategy: Strategy) -> Message | None:
    if not considered(strategy):
        return say(N_("No network to compare yet."))
    for option in undefined_defence(strategy):
        return say(
            N_("{network} is defensive: say what is there and how often you publish."),
            network=option.called,
        )
    return None


def checks_in_front(strategy: Strategy, option: NetworkOption) -> tuple[ProfileCheck, ...]:
    """Return the profile checks, made in the audit, of our accounts on this network."""
    accounts = {account.id for account in strategy.of(Account) if account.network is option.network}
    return tuple(
        check
        for check in strategy.of(ProfileCheck)
        if check.account in accounts and check.item and check.status
    )


def _profiles_missing(strategy: Strategy) -> Message | None:
    front = with_role(strategy, Role.MAIN, Role.STRONG)
    if not front:
        return say(N_("Choose your networks first, then secure your name there."))
    ours = {
        handle.network
        for handle in strategy.of(Handle)
        if handle.handle and handle.status is HandleStatus.OURS
    }
    front = tuple(option for option in front if option.network not in _OUR_OWN_PLACES)
    for option in front:
        if option.network not in ours:
            return say(
                N_("Your name on {network} is not marked as yours yet."), network=option.called
            )
    for option in front:
        if not checks_in_front(strategy, option):
            return say(
                N_("The profile on {network} was not checked yet: the list is in the audit."),
                network=option.called,
            )
    left = [
        check
        for option in front
        for check in checks_in_front(strategy, option)
        if check.status in (CheckStatus.MISSING, CheckStatus.PARTIAL)
    ]
    if left:
        return say_count(
            "One point of your profiles is still to be put right.",
            "{n} points of your profiles are still to be put right.",
            len(left),
        )
    return None


def decision(strategy: Strategy) -> Message | None:
    """Return main, strong and defensive networks with the hours they take."""
    choice = verdict(strategy)
    if choice is None:
        return None
    present = with_role(strategy, Role.MAIN, Role.STRONG, Role.DEFENSIVE)
    hours = hours_a_week(present)
    if hours is None:
        return say(N_("{choice}."), choice=choice)
    return say(N_("{choice}, in {hours} h a week."), choice=choice, hours=hours)


TODOS = (
    ToDo(
        key="scores",
        text=N_("Compare the networks on the same criteria"),
        missing=_scores_missing,
        view="matrix",
    ),
    ToDo(
        key="roles",
        text=N_("Choose two or three networks, one of them the main one"),
        missing=_roles_missing,
        view="matrix",
    ),
    ToDo(
        key="defence",
        text=N_("Define the defensive presence on the others"),
        missing=_defence_missing,
        view="defensive",
    ),
    ToDo(
        key="profiles",
        text=N_("Secure the same name and complete the profiles"),
        missing=_profiles_missing,
        view="profiles",
    ),
)
