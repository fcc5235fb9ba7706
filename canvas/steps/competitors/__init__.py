"""Step 5, competitors: best in class, openings, influencers, monitoring (C94–C95e)."""

from canvas.domain.messages import N_
from canvas.domain.step import Canvas, Step, View
from canvas.steps.competitors.best import BestInClass, CompetitorPresence, CounterOpportunity
from canvas.steps.competitors.influencers import Influencer
from canvas.steps.competitors.story import story
from canvas.steps.competitors.todos import TODOS, decision
from canvas.steps.competitors.watching import Tool, Watch

STEP = Step(
    key="competitors",
    number="5",
    title=N_("Competitors: what works, what they leave open"),
    menu=N_("Competitors"),
    purpose=N_(
        "Learn from those who do best, take what others leave open, and find the people "
        "whose voice carries."
    ),
    icon=":material/swords:",
    views=(
        View(
            "best",
            N_("Best in class"),
            (BestInClass,),
            canvases=(Canvas("best_in_class_matrix", N_("Matrix")),),
        ),
        View("openings", N_("Openings"), (CounterOpportunity,)),
        View(
            "presence",
            N_("By network"),
            (CompetitorPresence,),
            canvases=(Canvas("competitor_sheets", N_("One by one")),),
        ),
        View(
            "influencers",
            N_("Influencers"),
            (Influencer,),
            canvases=(Canvas("influencers", N_("First to contact")),),
        ),
        View("monitoring", N_("Monitoring"), (Watch, Tool)),
    ),
    todos=TODOS,
    decision=decision,
    story=story,
)
