"""Lines that say nothing, and lines less filled in than the others of their list."""

import datetime as dt

from canvas.steps.attitudes.charter import Guideline
from canvas.steps.attitudes.crisis import CrisisLevel
from canvas.steps.audit.accounts import Account, AccountSnapshot
from canvas.steps.audit.checks import MessageStat
from canvas.steps.audit.market import Competitor
from canvas.steps.common import Network
from canvas.steps.competitors.best import CompetitorPresence
from canvas.steps.competitors.watching import Tool
from canvas.steps.frame.people import Approval
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.frame.year import YearlyAxis
from canvas.steps.measure.follow_up import Mention
from canvas.steps.measure.value import TimeSpent
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.networks.profiles import Handle
from canvas.steps.objectives.diagnosis import Review
from canvas.steps.objectives.objective import Objective
from canvas.steps.personas.evidence import CustomerSource
from canvas.steps.personas.persona import Persona, PersonaMedia, PersonaRank
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.conversation import Availability
from canvas.steps.resources.budget import BudgetLine
from canvas.steps.resources.team import Absence, TeamMember
from canvas.steps.segments.audience import Audience
from canvas.steps.segments.service import FeedbackInsight, FeedbackSpace
from tests.unit.coherence.cases import NORA, Case

AXIS = "Show the craft"
MAY = dt.date(2027, 5, 3)
ACCOUNT = Account(id="c", network=Network.X, handle="@port")
ASKED = MessageStat(id="a", example="Open?", account="c")
AT_NIGHT = {"id": "m", "use": "Reads at night", "persona": "p"}
EMMA = Persona(id="p", name="Emma", rank=PersonaRank.PRIMARY, needs=("Bread at six",))
GOAL = Objective(id="o", title="More orders")
FILM = Action(id="a", title="Film the oven", objective="o")


def uneven(code, kind, field, text, link="owner", **fields):
    """Return the case of two lines, one of which lacks the person that the other has."""
    first = kind(id="a", **{field: "First"}, **{link: "nora"}, **fields)
    bare = kind(id="b", **{field: text}, **fields)
    whole = kind(id="b", **{field: text}, **{link: "nora"}, **fields)
    return Case(code, (NORA, first, bare), (NORA, first, whole), ("b",), (text,))


def about(code, kind, link, target, text="", **fields):
    """Return the case of a line that is about something that was deleted."""
    line = kind(id="a", **{link: target.id}, **fields)
    return Case(code, (line,), (line, target), ("a",), (text,))


CASES = (
    Case(
        RuleCode.FRAME_INCOMPLETE,
        (Approval(id="a", version="First draft", approver="nora"),),
        (Approval(id="a", version="First draft", approver="nora"), NORA),
        ("a",),
        ("First draft",),
    ),
    about(
        RuleCode.AUDIT_INCOMPLETE,
        AccountSnapshot,
        "account",
        ACCOUNT,
        followers=10,
    ),
    about(
        RuleCode.OBJECTIVES_INCOMPLETE,
        Review,
        "objective",
        Objective(id="o", title="More orders"),
        "More visits",
        wanted="More visits",
    ),
    Case(
        RuleCode.PERSONAS_INCOMPLETE,
        (PersonaMedia(**AT_NIGHT),),
        (PersonaMedia(**AT_NIGHT), EMMA),
        ("m",),
        ("Reads at night",),
    ),
    about(
        RuleCode.SEGMENTS_INCOMPLETE,
        FeedbackInsight,
        "space",
        FeedbackSpace(id="s", name="Reviews"),
        "Too salty",
        insight="Too salty",
    ),
    Case(
        RuleCode.ATTITUDES_INCOMPLETE,
        (CrisisLevel(id="l", name="A storm", level=2),),
        (CrisisLevel(id="l", name="A storm", level=3),),
        ("l",),
        ("A storm",),
    ),
    about(
        RuleCode.COMPETITORS_INCOMPLETE,
        CompetitorPresence,
        "competitor",
        Competitor(id="c", name="The other oven"),
        "Vote for a loaf",
        idea_for_us="Vote for a loaf",
    ),
    Case(
        RuleCode.NETWORKS_INCOMPLETE,
        (NetworkOption(id="n", network=Network.X),),
        (NetworkOption(id="n", network=Network.X, role=Role.NONE),),
        ("n",),
    ),
    about(
        RuleCode.PLAN_INCOMPLETE,
        Availability,
        "person",
        NORA,
        "Evening answers",
        purpose="Evening answers",
    ),
    about(
        RuleCode.RESOURCES_INCOMPLETE,
        Absence,
        "member",
        TeamMember(id="m", name="Nora", hours_week=3),
        "Holidays",
        reason="Holidays",
    ),
    about(
        RuleCode.MEASURE_INCOMPLETE,
        TimeSpent,
        "member",
        TeamMember(id="m", name="Nora"),
        "A long month",
        note="A long month",
    ),
    uneven(RuleCode.FRAME_UNEVEN, YearlyAxis, "title", AXIS),
    Case(
        RuleCode.AUDIT_UNEVEN,
        (ACCOUNT, ASKED, MessageStat(id="b", example="How much?")),
        (ACCOUNT, ASKED, MessageStat(id="b", example="How much?", account="c")),
        ("b",),
        ("How much?",),
    ),
    uneven(RuleCode.OBJECTIVES_UNEVEN, Objective, "title", "More orders"),
    uneven(RuleCode.PERSONAS_UNEVEN, CustomerSource, "name", "Till receipts"),
    uneven(RuleCode.SEGMENTS_UNEVEN, Audience, "name", "The local press"),
    uneven(RuleCode.ATTITUDES_UNEVEN, Guideline, "text", "Thank everybody"),
    uneven(RuleCode.COMPETITORS_UNEVEN, Tool, "name", "Scheduler"),
    uneven(RuleCode.NETWORKS_UNEVEN, Handle, "handle", "port.kerlann"),
    uneven(RuleCode.LINES_UNEVEN, Post, "title", "Rye at dawn", "author", date=MAY),
    uneven(RuleCode.RESOURCES_UNEVEN, BudgetLine, "label", "Photos"),
    uneven(RuleCode.MEASURE_UNEVEN, Mention, "summary", "A kind word", "handled_by"),
    Case(
        RuleCode.PLAN_UNEVEN,
        (GOAL, FILM, Action(id="b", title="Count the loaves")),
        (GOAL, FILM, Action(id="b", title="Count the loaves", objective="o")),
        ("b",),
        ("Count the loaves",),
    ),
)
