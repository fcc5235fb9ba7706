"""Which lists have lines that say nothing, and lines less filled in than the others."""

from __future__ import annotations

from canvas.rules.coherence.attitudes import ATTITUDES
from canvas.rules.coherence.audit import AUDIT
from canvas.rules.coherence.columns import column, each, needed, usual
from canvas.rules.coherence.competitors import COMPETITORS
from canvas.rules.coherence.frame import FRAME
from canvas.rules.coherence.lines import PLAN
from canvas.rules.coherence.measure import MEASURE
from canvas.rules.coherence.networks import NETWORKS
from canvas.rules.coherence.objectives import OBJECTIVES
from canvas.rules.coherence.personas import PERSONAS
from canvas.rules.coherence.resources import RESOURCES
from canvas.rules.coherence.segments import SEGMENTS
from canvas.steps.attitudes.charter import Approval as Reading
from canvas.steps.attitudes.charter import EditorialPolicy, Guideline, SpeakingPolicy
from canvas.steps.attitudes.content import EmotionIdea, SharingDriver
from canvas.steps.attitudes.crisis import CrisisLevel, CrisisPlan, PlanState
from canvas.steps.attitudes.norms import LaunchStep
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.attitudes.service import EngagementRule, Process
from canvas.steps.audit.accounts import Account, AccountSnapshot
from canvas.steps.audit.checks import MessageStat, ProfileCheck
from canvas.steps.audit.market import (
    CompetitorArticle,
    CompetitorKeyword,
    CompetitorMetric,
    CompetitorWeb,
    GoodPractice,
)
from canvas.steps.audit.swot import SwotItem, SwotVote, TowsLink
from canvas.steps.competitors.best import BestInClass, CompetitorPresence, CounterOpportunity
from canvas.steps.competitors.influencers import Influencer
from canvas.steps.competitors.watching import Tool
from canvas.steps.frame.expectations import Purpose
from canvas.steps.frame.organisation import Differentiator, Organisation, Outlet
from canvas.steps.frame.people import Approval, Person, Responsibility
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.frame.settings import Settings
from canvas.steps.frame.year import Experiment, Highlight, YearlyAxis
from canvas.steps.measure.follow_up import Adjustment, Mention, ReportSetup
from canvas.steps.measure.learning import SplitTest
from canvas.steps.measure.readings import PostMetric
from canvas.steps.measure.value import RoiValue, TimeSpent
from canvas.steps.networks.matrix import NetworkOption, NetworkScore
from canvas.steps.networks.profiles import DefensivePlan, Handle
from canvas.steps.objectives.agreement import BudgetRequest, Expectation
from canvas.steps.objectives.diagnosis import Review
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.missions import AccountMission, Mission
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.themes import Theme
from canvas.steps.personas.evidence import CustomerSource, PersonaEvidence
from canvas.steps.personas.persona import Persona, PersonaAnswer, PersonaMedia
from canvas.steps.personas.stages import JourneyStage, StageContent, StageQuestion
from canvas.steps.plan.actions import Action, CommitteeMeeting
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.content import ContentFormat, ContentMission, ContentPillar
from canvas.steps.plan.conversation import (
    Availability,
    Opportunity,
    ParticipatoryAction,
    TaskAutomation,
)
from canvas.steps.plan.keywords import CurationSource
from canvas.steps.plan.promotion import (
    PromotionAction,
    PromotionChannel,
    Repurposing,
    ReuseStep,
    TrafficCall,
)
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.budget import BudgetLine
from canvas.steps.resources.means import MeansGap, ObjectiveRevision
from canvas.steps.resources.team import Absence, TeamMember
from canvas.steps.segments.audience import Ambassador, Audience
from canvas.steps.segments.groups import TechnographicGroup
from canvas.steps.segments.segment import Segment, SegmentContent, SegmentNetwork
from canvas.steps.segments.service import (
    FeedbackInsight,
    FeedbackSpace,
    ResponseTarget,
    ServiceRule,
)

TOP_LEVEL = 3
"""The highest level of crisis, above which there is nobody to call."""


def _is_written(plan: CrisisPlan) -> bool:
    return plan.state not in (None, PlanState.NONE)


def _can_rise(level: CrisisLevel) -> bool:
    return level.level is not None and level.level < TOP_LEVEL


def _is_dated(post: Post) -> bool:
    return post.date is not None


NEEDED = (
    needed(
        FRAME,
        RuleCode.FRAME_INCOMPLETE,
        "C6",
        [
            *each(Organisation, "name", "activity", "biz_model"),
            *each(Person, "name"),
            *each(Settings, "name"),
            *each(Purpose, "purpose", "priority"),
            *each(Approval, "approver"),
        ],
    ),
    needed(
        AUDIT,
        RuleCode.AUDIT_INCOMPLETE,
        "C15",
        [
            *each(Account, "handle", "network"),
            *each(AccountSnapshot, "account"),
            *each(ProfileCheck, "account"),
            *each(SwotItem, "text", "quadrant"),
            *each(SwotVote, "item"),
            *each(TowsLink, "internal", "external"),
            *each(CompetitorMetric, "competitor"),
            *each(CompetitorWeb, "competitor"),
            *each(CompetitorKeyword, "competitor"),
            *each(CompetitorArticle, "competitor"),
            *each(GoodPractice, "competitor"),
        ],
    ),
    needed(
        OBJECTIVES,
        RuleCode.OBJECTIVES_INCOMPLETE,
        "C46",
        [
            *each(Objective, "title"),
            *each(Kpi, "name"),
            *each(AccountMission, "text"),
            column(AccountMission, "account", "network"),
            *each(Review, "objective"),
        ],
    ),
    needed(
        PERSONAS,
        RuleCode.PERSONAS_INCOMPLETE,
        "C61",
        [
            *each(Persona, "name", "rank", "needs"),
            *each(PersonaMedia, "persona"),
            *each(PersonaAnswer, "persona"),
            *each(PersonaEvidence, "persona"),
            *each(JourneyStage, "persona"),
            *each(StageQuestion, "persona"),
        ],
    ),
    needed(
        SEGMENTS,
        RuleCode.SEGMENTS_INCOMPLETE,
        "C70",
        [
            *each(Segment, "name", "temperature", "priority"),
            column(SegmentContent, "segment", "audience"),
            column(SegmentNetwork, "segment", "audience"),
            *each(FeedbackInsight, "space"),
        ],
    ),
    needed(
        ATTITUDES,
        RuleCode.ATTITUDES_INCOMPLETE,
        "C87",
        [
            *each(CrisisPlan, "owner", "team", when=_is_written),
            *each(CrisisLevel, "escalate_to", when=_can_rise),
            *each(EditorialPolicy, "owner", when=lambda one: one.text),
            *each(
                SpeakingPolicy,
                "approver",
                when=lambda one: one.approval not in (None, Reading.NONE),
            ),
        ],
    ),
    needed(
        COMPETITORS,
        RuleCode.COMPETITORS_INCOMPLETE,
        "C94",
        [
            column(BestInClass, "competitor", "somebody_else"),
            *each(CompetitorPresence, "competitor"),
        ],
    ),
    needed(
        NETWORKS,
        RuleCode.NETWORKS_INCOMPLETE,
        "C97",
        [
            column(NetworkOption, "network", "name"),
            *each(NetworkOption, "role"),
            *each(NetworkScore, "option", "criterion"),
        ],
    ),
    needed(
        PLAN,
        RuleCode.PLAN_INCOMPLETE,
        "C105",
        [
            *each(Cadence, "what", "posts_per_week"),
            *each(Action, "title"),
            *each(Availability, "person"),
            *each(ReuseStep, "source"),
            *each(Repurposing, "source"),
        ],
    ),
    needed(
        RESOURCES,
        RuleCode.RESOURCES_INCOMPLETE,
        "C127",
        [
            *each(TeamMember, "name"),
            *each(Absence, "member"),
            *each(MeansGap, "objective"),
            *each(ObjectiveRevision, "objective"),
        ],
    ),
    needed(
        MEASURE,
        RuleCode.MEASURE_INCOMPLETE,
        "C137",
        [
            *each(TimeSpent, "member"),
            column(RoiValue, "kpi", "metric"),
            *each(SplitTest, "kpi"),
            *each(Adjustment, "informed"),
        ],
    ),
)

USUAL = (
    usual(
        FRAME,
        RuleCode.FRAME_UNEVEN,
        "C8",
        [
            *each(Purpose, "expected_by"),
            *each(Differentiator, "competitor"),
            *each(Outlet, "manager"),
            *each(Responsibility, "backup"),
            *each(YearlyAxis, "owner"),
            *each(Highlight, "axis"),
            *each(Experiment, "owner"),
        ],
    ),
    usual(
        AUDIT,
        RuleCode.AUDIT_UNEVEN,
        "C14",
        [
            *each(Account, "decision_owner", "admins", when=lambda one: one.decision),
            *each(ProfileCheck, "owner", when=lambda one: one.fix_action),
            *each(MessageStat, "account"),
        ],
    ),
    usual(
        OBJECTIVES,
        RuleCode.OBJECTIVES_UNEVEN,
        "C39",
        [
            *each(Mission, "purposes"),
            *each(AccountMission, "mission"),
            *each(Objective, "owner"),
            *each(Theme, "kpi", "personas", "highlights"),
            *each(Expectation, "sponsor"),
            *each(BudgetRequest, "decided_by"),
            *each(Review, "decided_by"),
        ],
    ),
    usual(
        PERSONAS,
        RuleCode.PERSONAS_UNEVEN,
        "C64",
        [*each(StageContent, "content_type"), *each(CustomerSource, "owner")],
    ),
    usual(
        SEGMENTS,
        RuleCode.SEGMENTS_UNEVEN,
        "C79",
        [
            *each(Segment, "objective"),
            *each(SegmentContent, "content_type"),
            *each(Audience, "owner"),
            *each(Ambassador, "owner"),
            *each(TechnographicGroup, "owner"),
            *each(ResponseTarget, "owner"),
            *each(ServiceRule, "backup"),
            *each(FeedbackSpace, "owner"),
            *each(FeedbackInsight, "owner"),
        ],
    ),
    usual(
        ATTITUDES,
        RuleCode.ATTITUDES_UNEVEN,
        "C89",
        [
            *each(EmotionIdea, "personas"),
            *each(SharingDriver, "personas"),
            *each(LaunchStep, "owner"),
            *each(NetworkRole, "backups", "alerted", "account"),
            *each(Guideline, "owner"),
            *each(EngagementRule, "owner"),
            *each(Process, "owner"),
        ],
    ),
    usual(
        COMPETITORS,
        RuleCode.COMPETITORS_UNEVEN,
        "C95b",
        [
            *each(CounterOpportunity, "competitors"),
            *each(Influencer, "owner", "segments"),
            *each(Tool, "owner"),
        ],
    ),
    usual(
        NETWORKS,
        RuleCode.NETWORKS_UNEVEN,
        "C96",
        [*each(Handle, "owner"), *each(DefensivePlan, "owner")],
    ),
    usual(
        PLAN,
        RuleCode.LINES_UNEVEN,
        "C104",
        each(
            Post,
            *("title", "network", "account", "content_type", "pillar", "persona", "segment"),
            *("kpi", "reason", "author", "publisher"),
            when=_is_dated,
        ),
    ),
    usual(
        PLAN,
        RuleCode.PLAN_UNEVEN,
        "C124",
        [
            *each(Cadence, "account", "owner"),
            *each(ContentPillar, "personas"),
            *each(ContentMission, "objective", "kpi"),
            *each(CurationSource, "owner"),
            *each(PromotionAction, "owner"),
            *each(PromotionChannel, "owner"),
            *each(ReuseStep, "account", "content_type", "owner"),
            *each(TrafficCall, "owner"),
            *each(Repurposing, "owner"),
            *each(Action, "objective"),
            *each(CommitteeMeeting, "members"),
            *each(TaskAutomation, "owner"),
            *each(ParticipatoryAction, "audience", "owner"),
            *each(Opportunity, "decided_by", when=lambda one: one.verdict),
            *each(ContentFormat, "owner", when=lambda one: one.is_chosen),
        ],
    ),
    usual(
        RESOURCES,
        RuleCode.RESOURCES_UNEVEN,
        "C131",
        [
            *each(BudgetLine, "owner"),
            *each(MeansGap, "decided_by"),
            *each(ObjectiveRevision, "decided_by"),
        ],
    ),
    usual(
        MEASURE,
        RuleCode.MEASURE_UNEVEN,
        "C145",
        [
            *each(PostMetric, "account"),
            *each(ReportSetup, "audience", "kpis"),
            *each(Mention, "handled_by"),
        ],
    ),
)

RULES = (*NEEDED, *USUAL)
