"""Step 3, segments: whom first, the six groups, and answering people (C70–C80)."""

from canvas.domain.messages import N_
from canvas.domain.step import Canvas, Step, View
from canvas.steps.segments.audience import Ambassador, Audience
from canvas.steps.segments.groups import NetworkPhase, TechnographicGroup
from canvas.steps.segments.segment import Segment, SegmentContent, SegmentNetwork
from canvas.steps.segments.service import (
    FeedbackInsight,
    FeedbackSpace,
    ResponseTarget,
    ServiceRule,
)
from canvas.steps.segments.story import story
from canvas.steps.segments.todos import TODOS, decision

STEP = Step(
    key="segments",
    number="3",
    title=N_("Segments: who comes first"),
    menu=N_("Segments"),
    purpose=N_(
        "Choose whom to concentrate on first, what each group expects, and who answers them."
    ),
    icon=":material/donut_small:",
    views=(
        View(
            "segments",
            N_("Segments"),
            (Segment, SegmentContent, SegmentNetwork),
            canvases=(Canvas("ladder", N_("Ladder")),),
        ),
        View("audiences", N_("Audiences"), (Audience, Ambassador)),
        View(
            "groups",
            N_("Six groups"),
            (TechnographicGroup, NetworkPhase),
            canvases=(Canvas("six_groups", N_("The six shares")),),
        ),
        View("service", N_("Answering"), (ResponseTarget, ServiceRule)),
        View("feedback", N_("Opinions"), (FeedbackSpace, FeedbackInsight)),
    ),
    todos=TODOS,
    decision=decision,
    story=story,
)
