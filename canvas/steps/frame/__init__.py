"""The frame: the organisation, its people, what is expected (C1–C13)."""

from canvas.domain.messages import N_
from canvas.domain.step import Step, View
from canvas.steps.frame.settings import Settings

STEP = Step(
    key="frame",
    number="",
    title=N_("Frame: who you are and what is expected"),
    menu=N_("Frame"),
    purpose=N_("Say who the strategy is for, who answers for it, and what would be a success."),
    icon=":material/flag:",
    views=(View("settings", N_("Strategy"), (Settings,)),),
)
