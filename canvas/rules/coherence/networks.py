"""Whether each network chosen has what it takes, and the others take little (C97–C99)."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import Chapter, Hit, Severity, Thresholds, hit
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.audit.accounts import CLOSING, Account
from canvas.steps.common import Network
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.networks.choice import called, with_role
from canvas.steps.networks.matrix import Criterion, NetworkOption, NetworkScore, Role
from canvas.steps.networks.profiles import DefensivePlan
from canvas.steps.networks.ranking import considered, ranking
from canvas.steps.networks.todos import undefined_defence
from canvas.steps.objectives.missions import AccountMission
from canvas.steps.plan.rhythm import Cadence

NETWORKS = Chapter("networks")

_CLOSED = ("viadeo", "jaiku", "google+", "google plus", "vine", "periscope", "myspace")
"""Names that old advice still gives."""


def front(strategy: Strategy) -> tuple[NetworkOption, ...]:
    """Return the main and strong networks."""
    return with_role(strategy, Role.MAIN, Role.STRONG)


def networks_of(strategy: Strategy) -> dict[str, Network]:
    """Return the network of each account of ours that stays."""
    return {
        account.id: account.network
        for account in strategy.of(Account)
        if account.network and account.decision not in CLOSING
    }


@NETWORKS.rule(RuleCode.ONE_MAIN_NETWORK, Severity.ERROR, "C97b", NetworkOption)
def one_main_network(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """One network comes first."""
    main = with_role(strategy, Role.MAIN)
    if considered(strategy) and not main:
        yield Hit(say(N_("None of your networks comes first: choose the main one.")))
    if len(main) > 1:
        yield hit(
            say(N_("Several networks come first, keep one: {networks}."), networks=called(main)),
            *main,
            field="role",
        )


@NETWORKS.rule(RuleCode.TOO_MANY_NETWORKS, Severity.ERROR, "C97b", NetworkOption)
def too_many_networks(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Two or three networks done well, not five done badly."""
    found = front(strategy)
    most = limits[Limit.STRONG_NETWORKS_MOST]
    if len(found) > most:
        yield hit(
            say_count(
                "{n} network is main or strong, for {most} at most: {networks}.",
                "{n} networks are main or strong, for {most} at most: {networks}.",
                len(found),
                most=most,
                networks=called(found),
            ),
            *found,
            field="role",
        )


@NETWORKS.rule(RuleCode.NETWORK_WITHOUT_ACCOUNT, Severity.ERROR, "C40", NetworkOption, Account)
def network_without_account(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """You have an account where your effort goes."""
    open_on = set(networks_of(strategy).values())
    for option in front(strategy):
        if option.network and option.network not in open_on:
            yield hit(
                say(
                    N_("Your effort goes to {network}, where you have no account."),
                    network=option.called,
                ),
                option,
                field="accounts",
            )


@NETWORKS.rule(
    RuleCode.NETWORK_WITHOUT_MISSION,
    Severity.ERROR,
    "C40",
    NetworkOption,
    Account,
    AccountMission,
)
def network_without_mission(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each network on which the effort goes has a mission."""
    where = networks_of(strategy)
    missions = [mission for mission in strategy.of(AccountMission) if mission.text]
    served = {where.get(m.account) or (None if m.account else m.network) for m in missions}
    for option in front(strategy):
        # Without an account there is nothing to give a mission to: another rule says so.
        if option.network in where.values() and option.network not in served:
            yield hit(
                say(N_("No account on {network} has a mission."), network=option.called), option
            )


@NETWORKS.rule(
    RuleCode.NETWORK_WITHOUT_ROLES,
    Severity.ERROR,
    "C89",
    NetworkOption,
    NetworkRole,
    Person,
    source="002",
)
def network_without_roles(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Somebody publishes, replies and moderates on each main or strong network."""
    for option in front(strategy):
        roles = [role for role in strategy.of(NetworkRole) if role.network is option.network]
        lacking: list[Message] = []
        if not any(strategy.linked_all(Person, role.publishers) for role in roles):
            lacking.append(say(N_("publishes")))
        if not any(strategy.linked_all(Person, role.repliers) for role in roles):
            lacking.append(say(N_("replies")))
        if not any(strategy.linked_all(Person, role.moderators) for role in roles):
            lacking.append(say(N_("moderates")))
        if lacking:
            yield hit(
                say(
                    N_("On {network} nobody does this yet: {roles}."),
                    network=option.called,
                    roles=lacking,
                ),
                option,
                *roles,
            )


@NETWORKS.rule(
    RuleCode.NETWORK_WITHOUT_RHYTHM, Severity.WARNING, "C105", NetworkOption, Account, Cadence
)
def network_without_rhythm(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each main or strong network has a rhythm, once there are rhythms."""
    where = networks_of(strategy)
    cadences = [cadence for cadence in strategy.of(Cadence) if cadence.posts_per_week]
    kept = {where.get(cadence.account) for cadence in cadences}
    for option in front(strategy) if cadences else ():
        if option.network in where.values() and option.network not in kept:
            yield hit(
                say(N_("No publishing rhythm is set for {network}."), network=option.called),
                option,
            )


@NETWORKS.rule(RuleCode.DEFENCE_UNDEFINED, Severity.WARNING, "C99", NetworkOption, DefensivePlan)
def defence_undefined(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A defensive presence is defined, so that it stays small."""
    for option in undefined_defence(strategy):
        yield hit(
            say(
                N_("{network} is only defended: say what stands there and how often it moves."),
                network=option.called,
            ),
            option,
        )


@NETWORKS.rule(RuleCode.DEFENCE_TOO_DEAR, Severity.WARNING, "C99", NetworkOption)
def defence_too_dear(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A defensive network takes little of the time."""
    total = sum(option.effort_hours_week or 0 for option in considered(strategy))
    most = limits[Limit.DEFENSIVE_SHARE] / 100
    for option in with_role(strategy, Role.DEFENSIVE):
        share = (option.effort_hours_week or 0) / total if total else 0
        if share > most:
            yield hit(
                say(
                    N_("{network} is only defended and takes {share} of the time: {most} at most."),
                    network=option.called,
                    share=Share(share),
                    most=Share(most),
                ),
                option,
                field="effort_hours_week",
            )


@NETWORKS.rule(RuleCode.OBSOLETE_NETWORK, Severity.HINT, "C97d", NetworkOption)
def obsolete_network(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """No effort goes to a network that has closed."""
    for option in considered(strategy):
        if option.name.strip().casefold() in _CLOSED:
            yield hit(say(N_("{network} has closed."), network=option.called), option, field="name")


@NETWORKS.rule(
    RuleCode.MAIN_AGAINST_SCORES, Severity.HINT, "C97", NetworkOption, NetworkScore, Criterion
)
def main_against_scores(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """The main network has the best score, or it is said why another one comes first."""
    ranked = [one for one in ranking(strategy) if one.total is not None and not one.missing]
    for main in ranked:
        chosen = main.option.role is Role.MAIN and not main.option.reason
        if chosen and (ranked[0].total or 0) > (main.total or 0):
            yield hit(
                say(
                    N_("{network} comes first and {best} has a better score: say why."),
                    network=main.option.called,
                    best=ranked[0].option.called,
                ),
                main.option,
                ranked[0].option,
                field="reason",
            )


RULES = (
    one_main_network,
    too_many_networks,
    network_without_account,
    network_without_mission,
    network_without_roles,
    network_without_rhythm,
    defence_undefined,
    defence_too_dear,
    obsolete_network,
    main_against_scores,
)
