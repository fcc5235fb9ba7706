"""Step 9, measure: readings, return, lessons, reputation, reports (C135–C149)."""

from canvas.domain.messages import N_
from canvas.domain.step import Canvas, Step, View
from canvas.steps.measure.files import DataFile, FileMapping
from canvas.steps.measure.follow_up import Adjustment, Mention, ReportSetup
from canvas.steps.measure.learning import Learning, SplitTest, Survey
from canvas.steps.measure.readings import PostMetric, Reading, WebVisit
from canvas.steps.measure.reports import Report, ReportSentence
from canvas.steps.measure.story import story
from canvas.steps.measure.todos import TODOS, decision
from canvas.steps.measure.value import RoiValue, TimeSpent, TrackingLink

STEP = Step(
    key="measure",
    number="9",
    title=N_("Measure: what it brings, and what you learn"),
    menu=N_("Measure"),
    purpose=N_(
        "Read a few figures regularly, compare them with where you started, "
        "and change the plan when they say so."
    ),
    icon=":material/monitoring:",
    views=(
        View(
            "readings",
            N_("Readings"),
            (Reading, PostMetric, WebVisit, DataFile, FileMapping),
            (
                Canvas("dashboard", N_("Dashboard")),
                Canvas("month_entry", N_("Figures of the month")),
                Canvas("figures_import", N_("Bring files in")),
            ),
        ),
        View(
            "value",
            N_("Return"),
            (RoiValue, TrackingLink, TimeSpent),
            (
                Canvas("returns", N_("Gains and costs")),
                Canvas("closed_loop", N_("From post to visit")),
            ),
        ),
        View(
            "learning",
            N_("Lessons"),
            (Learning, SplitTest, Survey),
            (Canvas("lessons", N_("Want, get, change")),),
        ),
        View("reputation", N_("Reputation"), (Mention,)),
        View(
            "reports",
            N_("Reports"),
            (ReportSetup, Report, ReportSentence, Adjustment),
            (Canvas("period_report", N_("Report of the period")),),
        ),
    ),
    todos=TODOS,
    decision=decision,
    story=story,
)
