"""Step 6, networks: the matrix, the names, the defensive presence (C96–C99)."""

from canvas.domain.messages import N_
from canvas.domain.step import Canvas, Step, View
from canvas.steps.networks.matrix import Criterion, NetworkHint, NetworkOption, NetworkScore
from canvas.steps.networks.profiles import DefensivePlan, Handle, VoiceException
from canvas.steps.networks.story import story
from canvas.steps.networks.todos import TODOS, decision

STEP = Step(
    key="networks",
    number="6",
    title=N_("Networks: where you go, and where you do not"),
    menu=N_("Networks"),
    purpose=N_(
        "Compare the networks, choose the two or three that deserve your effort, and hold "
        "your place on the others."
    ),
    icon=":material/hub:",
    views=(
        View(
            "matrix",
            N_("Matrix"),
            (NetworkOption, Criterion, NetworkScore),
            canvases=(Canvas("networks", N_("Comparison")),),
        ),
        View("profiles", N_("Names"), (Handle,)),
        View("defensive", N_("Defensive"), (DefensivePlan,)),
        View("voice", N_("One voice"), (VoiceException,)),
        View("hints", N_("Good to know"), (NetworkHint,)),
    ),
    todos=TODOS,
    decision=decision,
    story=story,
)
