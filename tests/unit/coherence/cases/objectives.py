"""Missions, objectives and indicators."""

import datetime as dt

from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.objectives.indicators import IndicatorKind, Kpi
from canvas.steps.objectives.missions import AccountMission, Mission, MissionRank
from canvas.steps.objectives.objective import Maturity, Objective, ObjectiveType
from canvas.steps.objectives.themes import Theme
from tests.unit.coherence.cases import NORA, Case


def objective(id="o", title="More orders", **fields):
    return Objective(id=id, title=title, **fields)


def kpi(id="k", name="Orders", **fields):
    return Kpi(id=id, name=name, **fields)


def mission(id="m", text="Feed the port", rank=MissionRank.MAIN, **fields):
    return Mission(id=id, text=text, rank=rank, **fields)


MEASURED = {"metric": "Orders a month", "baseline": 10.0, "target": 40.0}
DATED = {"due": dt.date(2027, 6, 30), "review_date": dt.date(2027, 3, 31)}
KEYS = tuple(kpi(f"k{n}", f"Figure {n}", is_key=True) for n in range(4))
SECOND = tuple(mission(f"m{n}", f"Mission {n}", MissionRank.SECONDARY) for n in range(2))
VANITY = kpi(objective="o", kind=IndicatorKind.VANITY)

CASES = (
    Case(
        RuleCode.PRIMARY_OBJECTIVE,
        (objective(is_primary=True), objective("p", "More fans", is_primary=True)),
        (objective(is_primary=True), objective("p", "More fans")),
        ("o", "p"),
        ("More orders", "More fans"),
    ),
    Case(
        RuleCode.OBJECTIVE_WITHOUT_KPI,
        (objective(),),
        (objective(), kpi(objective="o")),
        ("o",),
        ("More orders",),
    ),
    Case(
        RuleCode.OBJECTIVE_WITHOUT_MISSION,
        (objective(mission="gone"),),
        (objective(mission="m"), mission()),
        ("o",),
        ("More orders",),
    ),
    Case(
        RuleCode.NOT_SPECIFIC,
        (objective(),),
        (objective(specific="Orders through the site"),),
        ("o",),
        ("More orders",),
    ),
    Case(
        RuleCode.NOT_MEASURABLE,
        (objective(**{**MEASURED, "target": None}),),
        (objective(**MEASURED),),
        ("o",),
        ("More orders",),
    ),
    Case(
        RuleCode.NOT_ATTAINABLE,
        (objective(),),
        (objective(hours_week=2.0),),
        ("o",),
        ("More orders",),
    ),
    Case(
        RuleCode.NOT_REALISTIC,
        (objective(**MEASURED, maturity=Maturity.MATURE, realistic="We hope"),),
        (objective(**MEASURED, maturity=next(iter(Maturity)), realistic="They ask for it"),),
        ("o",),
        ("More orders", "300"),
    ),
    Case(
        RuleCode.NOT_TIMED,
        (objective(due=DATED["due"]),),
        (objective(**DATED),),
        ("o",),
        ("More orders",),
    ),
    Case(
        RuleCode.KPI_WITHOUT_OBJECTIVE,
        (kpi(objective="gone"),),
        (kpi(objective="o"), objective()),
        ("k",),
        ("Orders",),
    ),
    Case(RuleCode.KPI_WITHOUT_SOURCE, (kpi(),), (kpi(source="Till"),), ("k",), ("Orders",)),
    Case(RuleCode.KPI_WITHOUT_OWNER, (kpi(),), (NORA, kpi(owner="nora")), ("k",), ("Orders",)),
    Case(RuleCode.KEY_INDICATORS, KEYS, KEYS[:3], ("k0", "k1", "k2", "k3"), ("4", "3")),
    Case(
        RuleCode.ONLY_VANITY,
        (objective(type=ObjectiveType.SALES), VANITY),
        (objective(type=ObjectiveType.SALES), VANITY, kpi("j", objective="o")),
        ("o", "k"),
        ("More orders", "Orders"),
    ),
    Case(
        RuleCode.MAIN_MISSION,
        (mission(), mission("n", "Teach bread")),
        (mission(),),
        ("m", "n"),
        ("Feed the port", "Teach bread"),
    ),
    Case(
        RuleCode.MISSION_WITHOUT_GOAL,
        (mission(),),
        (mission(company_goal="A full shop on Wednesdays"),),
        ("m",),
        ("Feed the port",),
    ),
    Case(
        RuleCode.SECONDARY_MISSIONS, (mission(), SECOND[0]), (mission(), *SECOND), ("m0",), ("2",)
    ),
    Case(
        RuleCode.EFFORT_SHARES,
        (AccountMission(id="a", effort_share=0.8), AccountMission(id="b", effort_share=0.3)),
        (AccountMission(id="a", effort_share=0.7), AccountMission(id="b", effort_share=0.3)),
        ("a", "b"),
        ("110",),
    ),
    Case(
        RuleCode.THEME_WITHOUT_OBJECTIVE,
        (Theme(id="t", title="Rye", objective="gone"),),
        (Theme(id="t", title="Rye", objective="o"), objective()),
        ("t",),
        ("Rye",),
    ),
)
