"""The records that the path asks for, and what the strategy says of them already."""

from __future__ import annotations

from collections.abc import Iterable

from canvas.domain.clean import Json
from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import CLOSING, Account
from canvas.steps.audit.swot import Quadrant
from canvas.steps.common import Network, Priority
from canvas.steps.express.model import Line, given
from canvas.steps.frame.coherence import figure_of
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import Limit
from canvas.steps.frame.todos import main_owner
from canvas.steps.networks.choice import with_role
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.objectives.missions import MissionRank
from canvas.steps.objectives.todos import main_mission, main_objective
from canvas.steps.personas.persona import PersonaRank
from canvas.steps.personas.todos import primary_persona
from canvas.steps.resources.period import period_of

_SWOT = {
    Quadrant.STRENGTH: N_("Our bread is made here, every night"),
    Quadrant.WEAKNESS: N_("Nobody has more than six hours a week"),
    Quadrant.OPPORTUNITY: N_("Three hundred homes are being built nearby"),
    Quadrant.THREAT: N_("A chain opens across the street"),
}

_FIGURES = (
    N_("Orders that come from social media"),
    N_("Clicks to the order page"),
    N_("Messages answered the same day"),
)


def in_charge(strategy: Strategy) -> Person | None:
    """Return who answers for the result; before anybody was named, the first person."""
    named = (person for person in strategy.of(Person) if person.name)
    return main_owner(strategy) or next(named, None)


def _main_network(strategy: Strategy) -> Network | None:
    return next((option.network for option in with_role(strategy, Role.MAIN)), None)


def _open_accounts(strategy: Strategy) -> list[Account]:
    return [
        account
        for account in strategy.of(Account)
        if account.handle and account.decision not in CLOSING
    ]


def _main_account(strategy: Strategy) -> str:
    """Return the account on the main network; where there is only one, that one."""
    accounts = _open_accounts(strategy)
    network = _main_network(strategy)
    there = [account.id for account in accounts if account.network is network]
    if there and network:
        return there[0]
    return accounts[0].id if len(accounts) == 1 else ""


def _id(record: object) -> str:
    return getattr(record, "id", "")


def _listed(record: object) -> list[Json]:
    return [_id(record)] if record else []


def first_purpose(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for one purpose, which comes first."""
    return (Line("first", given(priority=str(Priority.HIGH)), ("priority",)),)


def duty(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for one result, which the first person answers for."""
    return (Line("first", given(owner=_id(in_charge(strategy)))),)


def quadrants(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for a note in each quadrant."""
    return tuple(
        Line(str(quadrant), given(quadrant=str(quadrant)), ("quadrant",), _SWOT[quadrant])
        for quadrant in Quadrant
    )


def mission(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for the main mission."""
    return (Line("main", given(rank=str(MissionRank.MAIN)), ("rank",)),)


def objective(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for the main objective: it ends with the strategy and is looked at halfway."""
    period = period_of(strategy)
    due, review = "", ""
    if period:
        first, last = period
        due, review = last.isoformat(), (first + (last - first) / 2).isoformat()
    values = given(
        is_primary=True, due=due, review_date=review, mission=_id(main_mission(strategy))
    )
    return (Line("main", values, ("is_primary",)),)


def key_indicators(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for the key indicators, three of them, of the main objective unless said otherwise."""
    wanted = round(figure_of(strategy, Limit.KEY_INDICATORS))
    values = given(is_key=True, objective=_id(main_objective(strategy)))
    examples = (*_FIGURES, *[""] * wanted)
    return tuple(Line(str(n), values, ("is_key",), examples[n]) for n in range(wanted))


def account_missions(strategy: Strategy) -> tuple[Line, ...]:
    """Ask what each account is for."""
    served = _id(main_mission(strategy))
    found = tuple(
        Line(account.id, given(account=account.id, mission=served), ("account",))
        for account in _open_accounts(strategy)
    )
    return found or (Line("first", given(mission=served)),)


def persona(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for the primary persona."""
    return (Line("primary", given(rank=str(PersonaRank.PRIMARY)), ("rank",)),)


def segment(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for the segment that comes first."""
    values = given(priority=str(Priority.HIGH), personas=_listed(primary_persona(strategy)))
    return (Line("first", values, ("priority",)),)


def main_network(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for the main network."""
    return (Line("main", given(role=str(Role.MAIN)), ("role",)),)


def roles(strategy: Strategy) -> tuple[Line, ...]:
    """Ask who does what on each network where the effort goes."""
    who = _listed(in_charge(strategy))
    front = _networks(with_role(strategy, Role.MAIN, Role.STRONG))
    found = tuple(
        Line(
            str(network),
            given(network=str(network), repliers=who, moderators=who),
            ("network",),
        )
        for network in front
    )
    return found or (Line("first", given(repliers=who, moderators=who)),)


def _networks(options: Iterable[NetworkOption]) -> list[Network]:
    return list(dict.fromkeys(option.network for option in options if option.network))


def rhythm(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for one rhythm, on the main account."""
    return (Line("first", given(account=_main_account(strategy))),)


def post(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for the first post: it serves the main objective and speaks to the persona."""
    network = _main_network(strategy)
    values = given(
        network=str(network) if network else "",
        account=_main_account(strategy),
        objective=_id(main_objective(strategy)),
        persona=_id(primary_persona(strategy)),
    )
    return (Line("first", values),)


def team(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for the hours of whoever answers for the result."""
    person = in_charge(strategy)
    values = given(name=person.name, person=person.id) if person else given()
    return (Line("first", values),)
