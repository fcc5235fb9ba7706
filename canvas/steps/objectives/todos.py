"""What must be decided on objectives (C154), and what it comes down to."""

from __future__ import annotations

import math
from collections.abc import Sequence

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.step import ToDo
from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import CLOSING, Account
from canvas.steps.common import Quarter
from canvas.steps.frame.coherence import figure_of
from canvas.steps.frame.rule_names import Limit
from canvas.steps.frame.settings import Settings
from canvas.steps.objectives.diagnosis import suggested
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.missions import AccountMission, AccountRole, Mission, MissionRank
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.smart import smart_problems
from canvas.steps.objectives.themes import Theme
from canvas.steps.wording import shorten


def main_mission(strategy: Strategy) -> Mission | None:
    """Return the main mission, or None while none is written."""
    return next((m for m in missions(strategy) if m.rank is MissionRank.MAIN), None)


def missions(strategy: Strategy) -> list[Mission]:
    """Return the missions that say something."""
    return [mission for mission in strategy.of(Mission) if mission.text]


def objectives(strategy: Strategy) -> list[Objective]:
    """Return the objectives that have a name, the main one first."""
    named = [objective for objective in strategy.of(Objective) if objective.title]
    return sorted(named, key=lambda objective: not objective.is_primary)


def main_objective(strategy: Strategy) -> Objective | None:
    """Return the main objective, or None where none or several are marked so."""
    marked = [objective for objective in objectives(strategy) if objective.is_primary]
    return marked[0] if len(marked) == 1 else None


def quarters(strategy: Strategy) -> Sequence[Quarter]:
    """Return the quarters that the strategy covers, at most its first year."""
    months = min(strategy.one(Settings).horizon or 12, 12)
    return tuple(Quarter)[: math.ceil(months / 3)]


def decision(strategy: Strategy) -> Message | None:
    """Return the mission and the main objective in a sentence, once both are there."""
    mission = main_mission(strategy)
    objective = main_objective(strategy)
    if mission is None or objective is None or objective.due is None:
        return None
    return say(
        N_("Our mission is “{mission}” and our first objective “{objective}”, by {date}."),
        mission=shorten(mission.text, 120),
        objective=shorten(objective.title, 100),
        date=objective.due,
    )


def _missions_missing(strategy: Strategy) -> Message | None:
    main = [m for m in missions(strategy) if m.rank is MissionRank.MAIN]
    if not main:
        return say(N_("The main mission is not written yet."))
    if len(main) > 1:
        return say(N_("{n} missions are marked as main: keep one."), n=len(main))
    secondary = [m for m in missions(strategy) if m.rank is MissionRank.SECONDARY]
    wanted = round(figure_of(strategy, Limit.SECONDARY_MISSIONS))
    if len(secondary) < wanted:
        return say_count(
            "{n} secondary mission is missing.",
            "{n} secondary missions are missing.",
            wanted - len(secondary),
        )
    return None


def _account_missions_missing(strategy: Strategy) -> Message | None:
    written = [mission for mission in strategy.of(AccountMission) if mission.text]
    if not written:
        return say(N_("No account has a mission yet."))
    covered = {mission.account for mission in written}
    for account in strategy.of(Account):
        if account.id not in covered and account.handle and account.decision not in CLOSING:
            return say(N_("“{account}” has no mission yet."), account=account.handle)
    if not any(mission.role is AccountRole.MAIN for mission in written):
        return say(N_("No account is marked as main yet."))
    return None


def _themes_missing(strategy: Strategy) -> Message | None:
    covered = {theme.quarter for theme in strategy.of(Theme) if theme.title}
    for quarter in quarters(strategy):
        if quarter not in covered:
            return say(N_("No theme yet for this quarter: {quarter}."), quarter=quarter)
    return None


def _objectives_missing(strategy: Strategy) -> Message | None:
    written = objectives(strategy)
    if not written:
        return say(N_("No objective is written yet."))
    problem = _main_objective_missing(strategy, written)
    if problem:
        return problem
    return next((p for objective in written for p in smart_problems(objective)), None)


def _main_objective_missing(strategy: Strategy, written: list[Objective]) -> Message | None:
    marked = sum(objective.is_primary for objective in written)
    if marked == 1:
        return None
    if marked > 1:
        return say(N_("{n} objectives are marked as main: keep one."), n=marked)
    found = suggested(strategy)
    if found:
        return say(N_("No objective is marked as main yet. {reason}"), reason=found.reason)
    return say(N_("No objective is marked as main yet."))


def _indicators_missing(strategy: Strategy) -> Message | None:
    indicators = [kpi for kpi in strategy.of(Kpi) if kpi.name]
    if not indicators:
        return say(N_("No indicator is written yet."))
    measured = {kpi.objective for kpi in indicators}
    for objective in objectives(strategy):
        if objective.id not in measured:
            return say(N_("“{objective}” has no indicator yet."), objective=objective.title)
    key = sum(kpi.is_key for kpi in indicators)
    if key == 0:
        return say(N_("No indicator is marked as key yet."))
    most = figure_of(strategy, Limit.KEY_INDICATORS)
    if key > most:
        return say(N_("{n} indicators are marked as key: keep {most} at most."), n=key, most=most)
    return None


TODOS = (
    ToDo(
        key="missions",
        text=N_("Write the main mission and two secondary ones"),
        missing=_missions_missing,
        view="missions",
    ),
    ToDo(
        key="account_missions",
        text=N_("Say what each account is for"),
        missing=_account_missions_missing,
        view="missions",
    ),
    ToDo(
        key="objectives",
        text=N_("Set SMART objectives and choose the main one"),
        missing=_objectives_missing,
        view="objectives",
    ),
    ToDo(
        key="indicators",
        text=N_("Give each objective its indicator, and mark the key ones"),
        missing=_indicators_missing,
        view="indicators",
    ),
    ToDo(
        key="themes",
        text=N_("Choose a theme for each quarter"),
        missing=_themes_missing,
        view="themes",
    ),
)
