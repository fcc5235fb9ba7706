"""The frame: the organisation, its people, what is expected (C1–C13)."""

from canvas.domain.messages import N_
from canvas.domain.step import Step, View
from canvas.steps.frame.coherence import AcceptedFinding, RuleThreshold
from canvas.steps.frame.expectations import Purpose, Symptom
from canvas.steps.frame.organisation import Differentiator, Organisation, Outlet
from canvas.steps.frame.people import Approval, Delivery, Person, Responsibility
from canvas.steps.frame.settings import Settings
from canvas.steps.frame.story import story
from canvas.steps.frame.todos import TODOS, decision
from canvas.steps.frame.year import AgendaItem, Experiment, Highlight, PlanVersion, YearlyAxis

STEP = Step(
    key="frame",
    number="",
    title=N_("Frame: who you are and what is expected"),
    menu=N_("Frame"),
    purpose=N_("Say who the strategy is for, who answers for it, and what would be a success."),
    icon=":material/flag:",
    views=(
        View("organisation", N_("Organisation"), (Organisation, Differentiator, Outlet, Settings)),
        View("expectations", N_("Expectations"), (Purpose, Symptom)),
        View("people", N_("People"), (Person, Responsibility, Delivery, Approval)),
        View("year", N_("Year"), (YearlyAxis, Highlight, Experiment, PlanVersion)),
        View("session", N_("Session"), (AgendaItem, AcceptedFinding, RuleThreshold)),
    ),
    todos=TODOS,
    decision=decision,
    story=story,
)
