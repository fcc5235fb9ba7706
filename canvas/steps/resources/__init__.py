"""Step 8, resources: people, hours, budget, trade-off (C127–C134)."""

from canvas.domain.messages import N_
from canvas.domain.step import Canvas, Step, View
from canvas.steps.resources.budget import AdLine, BudgetLine
from canvas.steps.resources.means import MeansGap, ObjectiveRevision
from canvas.steps.resources.story import story
from canvas.steps.resources.team import Absence, TeamMember
from canvas.steps.resources.todos import TODOS, decision
from canvas.steps.resources.tradeoff import Scenario, Tradeoff

STEP = Step(
    key="resources",
    number="8",
    title=N_("Resources: time, money and patience"),
    menu=N_("Resources"),
    purpose=N_("Set hours and money against your ambitions, and decide what gives way."),
    icon=":material/balance:",
    views=(
        View(
            "tradeoff",
            N_("Trade-off"),
            (Tradeoff, Scenario, MeansGap, ObjectiveRevision),
            canvases=(
                Canvas("balance", N_("The balance")),
                Canvas("means", N_("Means by objective")),
            ),
        ),
        View("team", N_("Team"), (TeamMember, Absence), (Canvas("load", N_("Hours")),)),
        View(
            "budget",
            N_("Budget"),
            (BudgetLine, AdLine),
            (Canvas("budget_months", N_("Budget by month")),),
        ),
    ),
    todos=TODOS,
    decision=decision,
    story=story,
)
