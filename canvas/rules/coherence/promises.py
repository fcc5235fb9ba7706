"""Whether what is promised can be had: reach, return, contacts, money (C45, C54–C58)."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, say
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import Hit, Severity, Thresholds, hit, name, quoted, titled
from canvas.rules.coherence.networks import networks_of
from canvas.rules.coherence.objectives import OBJECTIVES
from canvas.rules.usual_reach import usual_reach
from canvas.steps.audit.accounts import Account, AccountSnapshot
from canvas.steps.common import WEEKS_A_MONTH, Frequency, Network
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.frame.settings import Settings, money
from canvas.steps.objectives.agreement import BudgetRequest, LeadPolicy, RoiTarget
from canvas.steps.objectives.diagnosis import ObjectiveDiagnosis, suggestion
from canvas.steps.objectives.indicators import Kpi, Measure, ReachRate
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.todos import main_objective
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.budget import AdLine, BudgetLine
from canvas.steps.resources.spending import by_category

_WEEKS = {
    Frequency.DAILY: 1 / 7,
    Frequency.WEEKLY: 1.0,
    Frequency.MONTHLY: WEEKS_A_MONTH,
    Frequency.QUARTERLY: 52 / 4,
    Frequency.YEARLY: 52.0,
}
"""How many weeks a figure adds up."""


def last_read(strategy: Strategy) -> dict[str, AccountSnapshot]:
    """Return the last figures of each account whose followers were counted."""
    found: dict[str, AccountSnapshot] = {}
    for reading in strategy.of(AccountSnapshot):
        known = found.get(reading.account)
        if reading.followers is not None and (
            known is None or str(reading.date or "") >= str(known.date or "")
        ):
            found[reading.account] = reading
    return found


def organic_reach(
    strategy: Strategy, kpi: Kpi, growth: float
) -> tuple[float, tuple[Network, ...]] | None:
    """Return how many people at most all posts of a period reach, and on which networks.

    That is what followers and rhythms give, or what was read last and may grow by `growth`
    where that is more.  None where followers or a rate are not known on one of the networks.
    """
    where = networks_of(strategy)
    weeks = _WEEKS[kpi.frequency or Frequency.MONTHLY]
    total, networks = 0.0, dict[Network, None]()
    for account, read in last_read(strategy).items():
        network = where.get(account)
        if network is None or (kpi.networks and network not in kpi.networks):
            continue
        usual = next(usual_reach(strategy, network), None)
        if usual is None:
            return None
        posts = sum(
            cadence.posts_per_week or 0
            for cadence in strategy.of(Cadence)
            if cadence.account == account
        )
        given = (read.followers or 0) * usual.high * max(1.0, posts * weeks)
        counted = (read.reach or 0) * weeks * 7 / (read.period_days or 30)
        total += max(given, counted * (1 + growth))
        networks[network] = None
    if not networks or set(kpi.networks) - set(networks):
        return None
    return total, tuple(networks)


@OBJECTIVES.rule(
    RuleCode.TARGET_BEYOND_REACH,
    Severity.WARNING,
    "C54",
    Objective,
    Kpi,
    ReachRate,
    Account,
    AccountSnapshot,
    Cadence,
    AdLine,
)
def target_beyond_reach(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What posts are to reach without advertising, followers are there for."""
    for kpi in titled(strategy, Kpi):
        objective = strategy.linked(Objective, kpi.objective)
        if objective is None or kpi.measure is not Measure.REACH or not kpi.target:
            continue
        if any(ad.budget and ad.objective == objective.id for ad in strategy.of(AdLine)):
            continue
        found = organic_reach(strategy, kpi, limits[Limit.REACH_GROWTH] / 100)
        # Who reaches more already knows better than any rate.
        if found is not None and kpi.target > max(found[0], kpi.baseline or 0):
            yield hit(
                say(
                    N_(
                        "{objective} counts on {target} people reached: without advertising, "
                        "{most} at most see your posts on {networks}."
                    ),
                    objective=name(objective),
                    target=kpi.target,
                    networks=list(found[1]),
                    most=round(found[0]),
                ),
                kpi,
                objective,
                field="target",
            )


@OBJECTIVES.rule(
    RuleCode.RETURN_UNSAID,
    Severity.WARNING,
    "C55",
    RoiTarget,
    BudgetLine,
    AdLine,
    Settings,
    source="001",
)
def return_unsaid(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Before money goes in it is said what comes back."""
    wanted = strategy.one(RoiTarget)
    spent = wanted.spend or sum(spending.planned for spending in by_category(strategy))
    if spent and not (wanted.money or wanted.hours or wanted.other):
        yield hit(
            say(
                N_("{money} go in and nobody has said what is to come back."),
                money=money(strategy, spent),
            ),
            wanted,
            field="money",
        )


@OBJECTIVES.rule(RuleCode.RETURN_WITHOUT_REASON, Severity.HINT, "C55", RoiTarget, source="001")
def return_without_reason(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A return that is wanted is realistic, and judged after a time."""
    wanted = strategy.one(RoiTarget)
    stated = wanted.money or wanted.hours or wanted.other
    if stated and not (wanted.realistic and wanted.horizon):
        yield hit(
            say(N_("The return that you want has no reason to believe it, or no duration.")),
            wanted,
            field="horizon" if wanted.realistic else "realistic",
        )


@OBJECTIVES.rule(
    RuleCode.DIAGNOSIS_IGNORED, Severity.HINT, "C45", ObjectiveDiagnosis, Objective, source="004"
)
def diagnosis_ignored(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """The main objective follows the figures, or it is said why not."""
    diagnosis = strategy.one(ObjectiveDiagnosis)
    suggested = suggestion(diagnosis, limits.own)
    main = main_objective(strategy)
    if suggested is None or main is None or main.type is None or diagnosis.conclusion:
        return
    if main.type is not suggested.type:
        yield hit(
            say(
                N_("{objective} is not what your figures speak for: {type}."),
                objective=name(main),
                type=say(suggested.type.label),
            ),
            diagnosis,
            main,
            field="conclusion",
        )


@OBJECTIVES.rule(RuleCode.MONEY_WITHOUT_CONDITION, Severity.WARNING, "C58", BudgetRequest, Kpi)
def money_without_condition(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """After the first instalment, money follows results that somebody reads."""
    asked = [request for request in titled(strategy, BudgetRequest) if request.amount]
    asked.sort(key=lambda request: (request.date is None, str(request.date)))
    for number, request in enumerate(asked):
        kpi = strategy.linked(Kpi, request.kpi)
        if request.threshold is not None and kpi is None:
            yield hit(
                say(
                    N_("{request} waits for a figure of {threshold}, and of no indicator."),
                    request=name(request),
                    threshold=request.threshold,
                ),
                request,
                field="kpi",
            )
        elif number and not request.condition and (kpi is None or request.threshold is None):
            yield hit(
                say(
                    N_("{request} asks for money that no result has to open."),
                    request=name(request),
                ),
                request,
                field="condition",
            )


@OBJECTIVES.rule(RuleCode.CONTACTS_WITHOUT_HANDS, Severity.WARNING, "C57", LeadPolicy, Person)
def contacts_without_hands(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Somebody calls back the contacts that are ready."""
    policy = strategy.one(LeadPolicy)
    if policy.handover_rule and strategy.linked(Person, policy.handover_to) is None:
        yield hit(
            say(
                N_("A contact is ready by your rule, and nobody calls them back: {rule}."),
                rule=quoted(policy.handover_rule),
            ),
            policy,
            field="handover_to",
        )


RULES = (
    target_beyond_reach,
    return_unsaid,
    return_without_reason,
    diagnosis_ignored,
    money_without_condition,
    contacts_without_hands,
)
