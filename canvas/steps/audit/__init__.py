"""Step 0, audit: accounts, contents, competitors at a glance, SWOT (C14–C36)."""

from canvas.domain.messages import N_
from canvas.domain.step import Step, View
from canvas.steps.audit.story import story
from canvas.steps.audit.swot import SwotItem, TowsLink
from canvas.steps.audit.todos import TODOS, decision

STEP = Step(
    key="audit",
    number="0",
    title=N_("Audit: where you stand"),
    menu=N_("Audit & SWOT"),
    purpose=N_(
        "See what you already have, what works and what does not, before you decide anything."
    ),
    icon=":material/query_stats:",
    views=(View("swot", N_("SWOT"), (SwotItem, TowsLink)),),
    todos=TODOS,
    decision=decision,
    story=story,
)
