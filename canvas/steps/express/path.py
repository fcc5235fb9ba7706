"""The express path itself: what is asked, why, and the minutes it takes a room.

The two hours are the method's own; their shares are ours.  The stops follow the steps, but
for the roles: who publishes where is asked once the networks are chosen.
"""

from __future__ import annotations

from canvas.domain.messages import N_
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.audit.accounts import Account
from canvas.steps.audit.swot import SwotItem
from canvas.steps.common import MethodStep
from canvas.steps.express import lines
from canvas.steps.express.model import Ask, Stop
from canvas.steps.frame.expectations import Purpose
from canvas.steps.frame.organisation import Organisation
from canvas.steps.frame.people import Person, Responsibility
from canvas.steps.frame.settings import Settings
from canvas.steps.networks.matrix import NetworkOption
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.missions import AccountMission, Mission
from canvas.steps.objectives.objective import Objective
from canvas.steps.personas.persona import Persona
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.team import TeamMember
from canvas.steps.segments.segment import Segment

TWO_HOURS = 120
"""Minutes of the whole path."""

FRAME = (
    Ask(
        Settings,
        ("name",),
        question=N_("What is this strategy called?"),
        why=N_("Its name stands on every document that leaves this room."),
        minutes=1,
    ),
    Ask(
        Organisation,
        ("name", "activity", "biz_model"),
        question=N_("Whose strategy is it?"),
        why=N_("People and businesses are not spoken to in the same way."),
        minutes=4,
    ),
    Ask(
        Purpose,
        ("purpose",),
        filled=("priority",),
        lines=lines.first_purpose,
        question=N_("What should social media serve first?"),
        why=N_("What does not serve anything is soon given up."),
        minutes=4,
    ),
    Ask(
        Person,
        ("name",),
        question=N_("Who is in charge?"),
        why=N_("Without a name nobody does it, and everybody thinks that somebody does."),
        minutes=1,
    ),
    Ask(
        Responsibility,
        ("result",),
        filled=("owner",),
        lines=lines.duty,
        question=N_("What does this person answer for?"),
        why=N_("Somebody in charge of nothing in particular is in charge of nothing."),
        minutes=5,
    ),
)

AUDIT = (
    Ask(
        SwotItem,
        ("text",),
        filled=("quadrant",),
        lines=lines.quadrants,
        question=N_("Where do you stand?"),
        why=N_("One thing that helps and one that hinders, inside and outside, show where to aim."),
        minutes=15,
    ),
    Ask(
        Account,
        ("handle", "network"),
        question=N_("Which accounts do you have?"),
        why=N_("An account that was forgotten still speaks in your name; list those to open too."),
        minutes=5,
    ),
)

OBJECTIVES = (
    Ask(
        Mission,
        ("text",),
        filled=("rank",),
        lines=lines.mission,
        question=N_("What are you on social media for?"),
        why=N_("The mission decides what you publish, and what you leave out."),
        minutes=10,
    ),
    Ask(
        AccountMission,
        ("text",),
        filled=("account",),
        lines=lines.account_missions,
        question=N_("What is each account for?"),
        why=N_("Two accounts that do the same are one too many."),
        minutes=4,
    ),
    Ask(
        Objective,
        ("title", "metric", "baseline", "target"),
        filled=("due", "review_date", "is_primary"),
        lines=lines.objective,
        as_card=True,
        question=N_("What will have changed at the end?"),
        why=N_("Without a figure and a date nobody can say whether it worked."),
        minutes=10,
    ),
    Ask(
        Kpi,
        ("name",),
        filled=("objective", "is_key"),
        lines=lines.key_indicators,
        question=N_("Which three figures will you follow?"),
        why=N_("Three figures are read every month; twelve are read once."),
        minutes=6,
    ),
)

PERSONAS = (
    Ask(
        Persona,
        ("name", "needs"),
        filled=("rank",),
        lines=lines.persona,
        question=N_("Whom do you speak to?"),
        why=N_("Content speaks to a person who needs something, not to a subject."),
        minutes=15,
    ),
)

SEGMENTS = (
    Ask(
        Segment,
        ("name", "temperature"),
        filled=("priority",),
        lines=lines.segment,
        question=N_("Which group comes first?"),
        why=N_("Somebody about to buy and somebody who never heard of you expect different words."),
        minutes=10,
    ),
)

NETWORKS = (
    Ask(
        NetworkOption,
        ("network",),
        filled=("role",),
        lines=lines.main_network,
        question=N_("Which network comes first?"),
        why=N_("One main network done well brings more than five that are left alone."),
        minutes=10,
    ),
)

ATTITUDES = (
    Ask(
        NetworkRole,
        ("publishers",),
        filled=("network", "repliers", "moderators"),
        lines=lines.roles,
        question=N_("Who publishes, who replies, who moderates?"),
        why=N_("A question that nobody answers does more harm than no account at all."),
        minutes=5,
    ),
)

PLAN = (
    Ask(
        Cadence,
        ("what", "posts_per_week"),
        filled=("account",),
        lines=lines.rhythm,
        question=N_("How often will you publish?"),
        why=N_("A modest rhythm that lasts beats a fine start that stops."),
        minutes=5,
    ),
    Ask(
        Post,
        ("title", "date"),
        filled=("network", "objective", "persona"),
        lines=lines.post,
        as_card=True,
        question=N_("What goes out first?"),
        why=N_("A plan begins on the day when its first post has a date."),
        minutes=7,
    ),
)

RESOURCES = (
    Ask(
        TeamMember,
        ("hours_week",),
        filled=("name",),
        lines=lines.team,
        question=N_("How many hours a week are there for it?"),
        why=N_("The hours decide how much of all this you can keep up."),
        minutes=3,
    ),
)

STOPS: tuple[Stop, ...] = (
    Stop(MethodStep.FRAME, FRAME),
    Stop(MethodStep.AUDIT, AUDIT),
    Stop(MethodStep.OBJECTIVES, OBJECTIVES),
    Stop(MethodStep.PERSONAS, PERSONAS),
    Stop(MethodStep.SEGMENTS, SEGMENTS),
    Stop(MethodStep.NETWORKS, NETWORKS),
    Stop(MethodStep.ATTITUDES, ATTITUDES),
    Stop(MethodStep.PLAN, PLAN),
    Stop(MethodStep.RESOURCES, RESOURCES),
)
"""The stops of the session, in its order."""
