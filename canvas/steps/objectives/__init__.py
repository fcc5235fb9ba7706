"""Step 1, objectives: missions, SMART objectives, indicators, quarterly themes (C37–C60)."""

from canvas.domain.messages import N_
from canvas.domain.step import Step, View
from canvas.steps.objectives.agreement import BudgetRequest, Expectation, LeadPolicy, RoiTarget
from canvas.steps.objectives.diagnosis import ObjectiveDiagnosis, Review
from canvas.steps.objectives.indicators import Hashtag, InteractionWeights, Kpi, ReachRate
from canvas.steps.objectives.missions import AccountMission, Brand, Mission
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.story import story
from canvas.steps.objectives.themes import Theme
from canvas.steps.objectives.todos import TODOS, decision

STEP = Step(
    key="objectives",
    number="1",
    title=N_("Objectives: what it must achieve"),
    menu=N_("Objectives"),
    purpose=N_(
        "Say why you are on social media, then what must be reached, from which figure to which, "
        "and by when."
    ),
    icon=":material/target:",
    views=(
        View("missions", N_("Missions"), (Mission, AccountMission, Brand)),
        View("objectives", N_("Objectives"), (Objective, ObjectiveDiagnosis, Review)),
        View(
            "indicators",
            N_("Indicators"),
            (Kpi, InteractionWeights, Hashtag, ReachRate),
        ),
        View("themes", N_("Themes"), (Theme,)),
        View(
            "agreement",
            N_("Agreement"),
            (Expectation, RoiTarget, LeadPolicy, BudgetRequest),
        ),
    ),
    todos=TODOS,
    decision=decision,
    story=story,
)
