"""Step 7, plan: voice, content, calendar, promotion, actions (C100–C126)."""

from canvas.domain.messages import N_
from canvas.domain.step import Canvas, Step, View
from canvas.steps.plan.actions import Action, CommitteeMeeting, Training
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.content import ContentFormat, ContentMission, ContentPillar, ContentType
from canvas.steps.plan.conversation import (
    Availability,
    Opportunity,
    ParticipatoryAction,
    TaskAutomation,
)
from canvas.steps.plan.keywords import CurationSource, Keyword
from canvas.steps.plan.promotion import (
    PromotionAction,
    PromotionChannel,
    Repurposing,
    ReuseStep,
    TrafficCall,
)
from canvas.steps.plan.rhythm import BestTime, Cadence, Rhythm
from canvas.steps.plan.story import story
from canvas.steps.plan.todos import TODOS, decision
from canvas.steps.plan.voice import ToneShift, Voice

STEP = Step(
    key="plan",
    number="7",
    title=N_("Plan: what you publish, when, and how it gets seen"),
    menu=N_("Plan"),
    purpose=N_(
        "Settle your voice, fill the calendar at a pace that you can keep, "
        "and make sure that what you publish gets seen."
    ),
    icon=":material/calendar_month:",
    views=(
        View(
            "calendar",
            N_("Calendar"),
            (Post, Cadence, BestTime),
            canvases=(
                Canvas("calendar", N_("Editorial calendar")),
                Canvas("fill", N_("Fill the calendar")),
                Canvas("mix", N_("Balance of the plan")),
            ),
        ),
        View(
            "line",
            N_("Editorial line"),
            (
                Voice,
                ToneShift,
                ContentPillar,
                ContentType,
                ContentMission,
                Rhythm,
                CurationSource,
                Keyword,
                ContentFormat,
            ),
        ),
        View(
            "promotion",
            N_("Promotion"),
            (PromotionAction, ReuseStep, PromotionChannel, TrafficCall, Repurposing),
        ),
        View(
            "actions",
            N_("Actions"),
            (Action, Training, CommitteeMeeting),
            canvases=(
                Canvas("action_board", N_("Board")),
                Canvas("timeline", N_("Timeline")),
                Canvas("committee", N_("Next committee")),
            ),
        ),
        View(
            "conversation",
            N_("Conversation"),
            (TaskAutomation, Availability, ParticipatoryAction, Opportunity),
            (Canvas("newsjacking", N_("Ride on the news")),),
        ),
    ),
    todos=TODOS,
    decision=decision,
    story=story,
)
