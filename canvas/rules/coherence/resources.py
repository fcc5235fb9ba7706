"""Whether there are hours and money for what is wanted (C127–C134)."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, say, say_count
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import Chapter, Hit, Severity, Thresholds, hit, name, titled
from canvas.rules.load import sustainable_weeks
from canvas.steps.frame.people import Person, Responsibility
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.frame.settings import Settings, money
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.todos import objectives
from canvas.steps.plan.actions import Action, Training
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.promotion import PromotionAction, Repurposing
from canvas.steps.plan.rhythm import Cadence, Rhythm
from canvas.steps.resources.budget import AdLine, BudgetLine
from canvas.steps.resources.load import first_full_week, in_hours
from canvas.steps.resources.means import Arbitration, MeansGap, ObjectiveRevision
from canvas.steps.resources.period import period_of
from canvas.steps.resources.spending import by_category
from canvas.steps.resources.team import Absence, TeamMember
from canvas.steps.resources.tradeoff import Tradeoff
from canvas.steps.resources.workload import weekly_workload

RESOURCES = Chapter("resources")


@RESOURCES.rule(
    RuleCode.WEEK_TOO_FULL,
    Severity.ERROR,
    "C128",
    Post,
    Action,
    Training,
    Repurposing,
    TaskAutomation,
    PromotionAction,
    ContentType,
    Cadence,
    TeamMember,
    Absence,
    Person,
    Settings,
)
def week_too_full(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Nobody has more work in a week than hours; the first such week is named."""
    period = period_of(strategy)
    if period is None or not any(m.hours_week is not None for m in strategy.of(TeamMember)):
        return
    broken = first_full_week(strategy, *period)
    if broken is None:
        return
    heaviest = [strategy.find(piece.record) for piece in broken.pieces[:3]]
    records = [record for record in (broken.hand.member, *heaviest) if record is not None]
    said = {
        "week": broken.week,
        "needed": in_hours(broken.cell.needed),
        "capacity": in_hours(broken.cell.capacity or 0),
    }
    if broken.hand.name:
        sentence = say(
            N_("In the week of {week}, {who} has {capacity} h for {needed} h of work."),
            who=broken.hand.name,
            **said,
        )
    else:
        sentence = say(
            N_("In the week of {week}, the team has {capacity} h for {needed} h of work."), **said
        )
    yield hit(sentence, *records)


@RESOURCES.rule(
    RuleCode.RHYTHM_DOES_NOT_LAST,
    Severity.WARNING,
    "C129",
    Cadence,
    Rhythm,
    TaskAutomation,
    PromotionAction,
    ContentType,
    TeamMember,
    Absence,
    Person,
    Settings,
    source="001",
)
def rhythm_does_not_last(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """The rhythm can be kept for months: long haul, not buzz."""
    start = strategy.one(Settings).start_date
    found = sustainable_weeks(strategy, start) if start else None
    wanted = limits[Limit.LASTING_WEEKS]
    if found and found.weeks is not None and found.weeks < wanted:
        records: list[Record] = []
        cadence = strategy.linked(Cadence, found.cadence)
        records.extend(one for one in (cadence, found.hand and found.hand.member) if one)
        yield hit(
            say_count(
                "You can keep up this rhythm for {n} week, for {wanted} at least.",
                "You can keep up this rhythm for {n} weeks, for {wanted} at least.",
                found.weeks,
                wanted=wanted,
            ),
            *records,
            field="posts_per_week" if cadence else "",
        )


@RESOURCES.rule(RuleCode.MEMBER_WITHOUT_HOURS, Severity.WARNING, "C127", TeamMember)
def member_without_hours(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """It is known how many hours each person gives."""
    for member in titled(strategy, TeamMember):
        if member.hours_week is None:
            yield hit(
                say(N_("How many hours a week does {member} give?"), member=name(member)),
                member,
                field="hours_week",
            )


@RESOURCES.rule(
    RuleCode.BUDGET_EXCEEDED,
    Severity.ERROR,
    "C131",
    BudgetLine,
    AdLine,
    Responsibility,
    Settings,
)
def budget_exceeded(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """No more is planned than what those who answer for it have."""
    owned = [duty for duty in strategy.of(Responsibility) if duty.budget_owned is not None]
    there = sum(duty.budget_owned or 0 for duty in owned)
    planned = sum(spending.planned for spending in by_category(strategy))
    if owned and planned > there:
        yield hit(
            say(
                N_("{planned} are planned and {there} are there."),
                planned=money(strategy, planned),
                there=money(strategy, there),
            ),
            *owned,
            field="budget_owned",
        )


def _expenses(strategy: Strategy) -> Iterator[BudgetLine | AdLine]:
    yield from titled(strategy, BudgetLine)
    yield from titled(strategy, AdLine)


@RESOURCES.rule(
    RuleCode.BUDGET_WITHOUT_OBJECTIVE, Severity.WARNING, "C131", BudgetLine, AdLine, Objective
)
def budget_without_objective(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each expense serves an objective."""
    for line in _expenses(strategy):
        amount = line.planned if isinstance(line, BudgetLine) else line.budget
        if amount and strategy.linked(Objective, line.objective) is None:
            yield hit(
                say(N_("The expense {line} serves no objective."), line=name(line)),
                line,
                field="objective",
            )


@RESOURCES.rule(RuleCode.OVERSPENT, Severity.WARNING, "C131", BudgetLine, AdLine, Settings)
def overspent(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """No more is paid than planned."""
    for line in _expenses(strategy):
        plan = line.planned if isinstance(line, BudgetLine) else line.budget
        if line.spent and plan is not None and line.spent > plan:
            yield hit(
                say(
                    N_("{line} has cost {spent}, for {planned}."),
                    line=name(line),
                    spent=money(strategy, line.spent),
                    planned=money(strategy, plan),
                ),
                line,
                field="spent",
            )


@RESOURCES.rule(RuleCode.GAP_UNDECIDED, Severity.WARNING, "C133", MeansGap)
def gap_undecided(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Where means are short, something is decided."""
    for gap in titled(strategy, MeansGap):
        if gap.is_open:
            yield hit(
                say(N_("{ambition} lacks means: reduce it, or find them."), ambition=name(gap)),
                gap,
                field="arbitration",
            )


@RESOURCES.rule(
    RuleCode.OBJECTIVES_WITHOUT_HOURS,
    Severity.WARNING,
    "C133",
    Objective,
    TeamMember,
    Cadence,
    ContentType,
    TaskAutomation,
)
def objectives_without_hours(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """The hours that the objectives need together are there."""
    available = weekly_workload(strategy).available
    asking = [objective for objective in objectives(strategy) if objective.hours_week]
    needed = sum(objective.hours_week or 0 for objective in asking)
    if available is not None and needed > available + 1e-9:
        yield hit(
            say(
                N_("Your objectives need {needed} h a week and there are {available}."),
                needed=round(needed, 2),
                available=available,
            ),
            *asking,
            field="hours_week",
        )


@RESOURCES.rule(
    RuleCode.OBJECTIVES_WITHOUT_MONEY,
    Severity.WARNING,
    "C133",
    Objective,
    BudgetLine,
    AdLine,
    Settings,
)
def objectives_without_money(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """The money that the objectives need together is planned, once there is a budget."""
    planned = sum(spending.planned for spending in by_category(strategy))
    asking = [objective for objective in objectives(strategy) if objective.budget]
    needed = sum(objective.budget or 0 for objective in asking)
    if planned and needed > planned:
        yield hit(
            say(
                N_("Your objectives need {needed} and the budget plans {planned}."),
                needed=money(strategy, needed),
                planned=money(strategy, planned),
            ),
            *asking,
            field="budget",
        )


@RESOURCES.rule(RuleCode.EFFORTLESS, Severity.ERROR, "C130", Tradeoff)
def effortless(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Cheap, fast and effortless at once does not exist."""
    choice = strategy.one(Tradeoff)
    given = (choice.time, choice.money, choice.quality)
    if any(share is not None for share in given) and choice.weights is None:
        yield hit(
            say(N_("Time, money and patience do not make 100%: nothing comes from nothing.")),
            choice,
            field="time",
        )


@RESOURCES.rule(
    RuleCode.OBJECTIVES_NOT_REVISED,
    Severity.WARNING,
    "C134",
    MeansGap,
    ObjectiveRevision,
    Tradeoff,
)
def objectives_not_revised(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Who aims lower looks at the objectives again."""
    lowered = [gap for gap in titled(strategy, MeansGap) if gap.arbitration is Arbitration.REDUCE]
    looked = strategy.one(Tradeoff).objectives_reviewed_on or any(
        titled(strategy, ObjectiveRevision)
    )
    if lowered and not looked:
        yield hit(
            say(
                N_("You aim lower here, and no objective was looked at again: {ambitions}."),
                ambitions=[name(gap) for gap in lowered],
            ),
            *lowered,
            field="arbitration",
        )


RULES = (
    week_too_full,
    rhythm_does_not_last,
    member_without_hours,
    budget_exceeded,
    budget_without_objective,
    overspent,
    gap_undecided,
    objectives_without_hours,
    objectives_without_money,
    effortless,
    objectives_not_revised,
)
