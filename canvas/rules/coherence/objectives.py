"""Whether missions, objectives and indicators hold together (C37–C50, C135)."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, Share, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import (
    Chapter,
    Check,
    Hit,
    Severity,
    Thresholds,
    hit,
    name,
    quoted,
    titled,
)
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.objectives.indicators import IndicatorKind, Kpi
from canvas.steps.objectives.missions import AccountMission, Mission, MissionRank
from canvas.steps.objectives.objective import Objective, ObjectiveType
from canvas.steps.objectives.smart import CHECKS
from canvas.steps.objectives.themes import Theme
from canvas.steps.objectives.todos import missions, objectives

OBJECTIVES = Chapter("objectives")

_RESULTS = (ObjectiveType.LEADS, ObjectiveType.SALES, ObjectiveType.BUSINESS)
"""What no vanity figure can prove."""


@OBJECTIVES.rule(RuleCode.PRIMARY_OBJECTIVE, Severity.ERROR, "C43", Objective, source="004")
def primary_objective(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """One objective comes first."""
    written = objectives(strategy)
    marked = [objective for objective in written if objective.is_primary]
    if written and not marked:
        yield Hit(say(N_("None of your objectives comes first: mark the main one.")))
    if len(marked) > 1:
        yield hit(
            say(
                N_("Several objectives are marked as main, keep one: {objectives}."),
                objectives=[name(objective) for objective in marked],
            ),
            *marked,
            field="is_primary",
        )


@OBJECTIVES.rule(RuleCode.OBJECTIVE_WITHOUT_KPI, Severity.ERROR, "C49", Objective, Kpi)
def objective_without_kpi(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each objective is measured."""
    measured = {kpi.objective for kpi in titled(strategy, Kpi)}
    for objective in objectives(strategy):
        if objective.id not in measured:
            yield hit(
                say(
                    N_("{objective} has no indicator: nobody will know whether it is reached."),
                    objective=name(objective),
                ),
                objective,
            )


@OBJECTIVES.rule(RuleCode.OBJECTIVE_WITHOUT_MISSION, Severity.WARNING, "C39", Objective, Mission)
def objective_without_mission(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each objective comes from a mission."""
    for objective in objectives(strategy):
        if strategy.linked(Mission, objective.mission) is None:
            yield hit(
                say(N_("{objective} serves no mission."), objective=name(objective)),
                objective,
                field="mission",
            )


def _smart(letter: str, field: str) -> Check:
    """Return the check of one letter of SMART, as the page of the objectives does it."""

    def check(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
        for objective in objectives(strategy):
            for problem in CHECKS[letter](objective):
                yield hit(problem, objective, field=field)

    return check


not_specific = OBJECTIVES.rule(RuleCode.NOT_SPECIFIC, Severity.WARNING, "C47", Objective)(
    _smart("specific", "specific")
)
not_measurable = OBJECTIVES.rule(RuleCode.NOT_MEASURABLE, Severity.ERROR, "C47", Objective)(
    _smart("measurable", "target")
)
not_attainable = OBJECTIVES.rule(RuleCode.NOT_ATTAINABLE, Severity.WARNING, "C47", Objective)(
    _smart("attainable", "means")
)
not_realistic = OBJECTIVES.rule(RuleCode.NOT_REALISTIC, Severity.WARNING, "C47", Objective)(
    _smart("realistic", "realistic")
)
not_timed = OBJECTIVES.rule(RuleCode.NOT_TIMED, Severity.ERROR, "C47", Objective)(
    _smart("time_bound", "due")
)


@OBJECTIVES.rule(RuleCode.KPI_WITHOUT_OBJECTIVE, Severity.WARNING, "C49", Kpi, Objective)
def kpi_without_objective(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each indicator measures an objective."""
    for kpi in titled(strategy, Kpi):
        if strategy.linked(Objective, kpi.objective) is None:
            yield hit(
                say(N_("{kpi} measures no objective: why follow it?"), kpi=name(kpi)),
                kpi,
                field="objective",
            )


@OBJECTIVES.rule(RuleCode.KPI_WITHOUT_SOURCE, Severity.WARNING, "C49", Kpi)
def kpi_without_source(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each indicator is read somewhere."""
    for kpi in titled(strategy, Kpi):
        if not kpi.source:
            yield hit(
                say(N_("Nobody knows where to read {kpi}."), kpi=name(kpi)), kpi, field="source"
            )


@OBJECTIVES.rule(RuleCode.KPI_WITHOUT_OWNER, Severity.WARNING, "C49", Kpi, Person)
def kpi_without_owner(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Somebody reads each indicator."""
    for kpi in titled(strategy, Kpi):
        if strategy.linked(Person, kpi.owner) is None:
            yield hit(
                say(N_("Nobody reads {kpi}: name its owner."), kpi=name(kpi)), kpi, field="owner"
            )


@OBJECTIVES.rule(RuleCode.KEY_INDICATORS, Severity.ERROR, "C135", Kpi)
def key_indicators(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Three indicators carry the report."""
    found = list(titled(strategy, Kpi))
    key = [kpi for kpi in found if kpi.is_key]
    wanted = limits[Limit.KEY_INDICATORS]
    if found and len(key) != wanted:
        yield hit(
            say_count(
                "{n} indicator is marked as key: the report has room for {wanted}.",
                "{n} indicators are marked as key: the report has room for {wanted}.",
                len(key),
                wanted=wanted,
            ),
            *key,
            field="is_key",
        )


@OBJECTIVES.rule(RuleCode.ONLY_VANITY, Severity.WARNING, "C50", Objective, Kpi)
def only_vanity(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Sales and contacts are not proven by followers and likes."""
    for objective in objectives(strategy):
        measures = [kpi for kpi in titled(strategy, Kpi) if kpi.objective == objective.id]
        vain = [kpi for kpi in measures if kpi.kind is IndicatorKind.VANITY]
        if objective.type in _RESULTS and measures and len(vain) == len(measures):
            yield hit(
                say(
                    N_("{objective} is only measured by vanity figures: {kpis}."),
                    objective=name(objective),
                    kpis=[name(kpi) for kpi in vain],
                ),
                objective,
                *vain,
                field="type",
            )


@OBJECTIVES.rule(RuleCode.MAIN_MISSION, Severity.ERROR, "C37", Mission)
def main_mission(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """One mission comes first."""
    written = missions(strategy)
    main = [mission for mission in written if mission.rank is MissionRank.MAIN]
    if written and not main:
        yield Hit(say(N_("None of your missions is the main one.")))
    if len(main) > 1:
        yield hit(
            say(
                N_("Several missions are marked as main, keep one: {missions}."),
                missions=[name(mission) for mission in main],
            ),
            *main,
            field="rank",
        )


@OBJECTIVES.rule(RuleCode.MISSION_WITHOUT_GOAL, Severity.WARNING, "C37", Mission)
def mission_without_goal(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """The main mission serves what the organisation wants."""
    for mission in missions(strategy):
        if mission.rank is MissionRank.MAIN and not mission.company_goal:
            yield hit(
                say(
                    N_("{mission} serves no goal of the organisation: say which."),
                    mission=name(mission),
                ),
                mission,
                field="company_goal",
            )


@OBJECTIVES.rule(RuleCode.SECONDARY_MISSIONS, Severity.HINT, "C38", Mission)
def secondary_missions(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Two secondary missions go with the main one."""
    written = missions(strategy)
    others = [mission for mission in written if mission.rank is MissionRank.SECONDARY]
    wanted = limits[Limit.SECONDARY_MISSIONS]
    if written and len(others) != wanted:
        yield hit(
            say_count(
                "{n} secondary mission stands beside the main one: {wanted} are usual.",
                "{n} secondary missions stand beside the main one: {wanted} are usual.",
                len(others),
                wanted=wanted,
            ),
            *others,
            field="rank",
        )


@OBJECTIVES.rule(RuleCode.EFFORT_SHARES, Severity.ERROR, "C40", AccountMission)
def effort_shares(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Nobody can give more than all of their effort."""
    given = [mission for mission in strategy.of(AccountMission) if mission.effort_share]
    total = sum(mission.effort_share or 0 for mission in given)
    if total > 1.001:
        yield hit(
            say(N_("Your accounts share {total} of the effort: stay at 100%."), total=Share(total)),
            *given,
            field="effort_share",
        )


@OBJECTIVES.rule(RuleCode.THEME_WITHOUT_OBJECTIVE, Severity.WARNING, "C42", Theme, Objective)
def theme_without_objective(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A quarter's theme serves an objective."""
    for theme in strategy.of(Theme):
        if theme.title and strategy.linked(Objective, theme.objective) is None:
            yield hit(
                say(N_("The theme {theme} serves no objective."), theme=quoted(theme.title)),
                theme,
                field="objective",
            )


RULES = (
    primary_objective,
    objective_without_kpi,
    objective_without_mission,
    not_specific,
    not_measurable,
    not_attainable,
    not_realistic,
    not_timed,
    kpi_without_objective,
    kpi_without_source,
    kpi_without_owner,
    key_indicators,
    only_vanity,
    main_mission,
    mission_without_goal,
    secondary_missions,
    effort_shares,
    theme_without_objective,
)
