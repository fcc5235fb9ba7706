"""Step 4, attitudes: what works on each network, and how we behave there (C81–C93)."""

from canvas.domain.messages import N_
from canvas.domain.step import Canvas, Step, View
from canvas.steps.attitudes.charter import (
    CharterRule,
    EditorialPolicy,
    Guideline,
    SpeakingPolicy,
)
from canvas.steps.attitudes.content import EmotionIdea, SharingDriver
from canvas.steps.attitudes.crisis import CrisisLevel, CrisisPlan
from canvas.steps.attitudes.norms import LaunchStep, NetworkNorm
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.attitudes.service import EngagementBalance, EngagementRule, Process
from canvas.steps.attitudes.story import story
from canvas.steps.attitudes.todos import TODOS, decision

STEP = Step(
    key="attitudes",
    number="4",
    title=N_("Attitudes: what works, and how you behave"),
    menu=N_("Attitudes"),
    purpose=N_(
        "Most people only look on. Find what makes them react, and agree on who speaks, "
        "who answers and what happens when it goes wrong."
    ),
    icon=":material/forum:",
    views=(
        View("content", N_("What works"), (NetworkNorm, EmotionIdea, SharingDriver, LaunchStep)),
        View(
            "roles",
            N_("Roles"),
            (NetworkRole, SpeakingPolicy),
            canvases=(Canvas("roles", N_("Who does what")),),
        ),
        View(
            "charter",
            N_("Charter"),
            (CharterRule, Guideline, EditorialPolicy),
            canvases=(
                Canvas("charter", N_("On one page")),
                Canvas("habits", N_("Habits to adopt")),
            ),
        ),
        View("replies", N_("Answers"), (EngagementRule, EngagementBalance, Process)),
        View(
            "crisis",
            N_("Crisis"),
            (CrisisLevel, CrisisPlan),
            canvases=(Canvas("crisis", N_("Steps of alert")),),
        ),
    ),
    todos=TODOS,
    decision=decision,
    story=story,
)
