"""Step 0, audit: accounts, contents, competitors at a glance, SWOT (C14–C36)."""

from canvas.domain.messages import N_
from canvas.domain.step import Canvas, Step, View
from canvas.steps.audit.accounts import Account, AccountSnapshot, AuditRun
from canvas.steps.audit.checks import MessageStat, ProfileCheck
from canvas.steps.audit.contents import Article, Asset, SiteCheck, TrafficSource
from canvas.steps.audit.crossroads import AudienceCrossroads, SectorNetwork
from canvas.steps.audit.market import (
    Competitor,
    CompetitorArticle,
    CompetitorKeyword,
    CompetitorMetric,
    CompetitorWeb,
    GoodPractice,
)
from canvas.steps.audit.portrait import Identity, Portrait, StakeholderGroup
from canvas.steps.audit.story import story
from canvas.steps.audit.swot import SwotItem, SwotVote, TowsLink
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
    views=(
        View(
            "swot",
            N_("SWOT"),
            (SwotItem, TowsLink, SwotVote),
            canvases=(Canvas("swot", N_("Grid")), Canvas("crossing", N_("Crossing"))),
        ),
        View(
            "accounts",
            N_("Accounts"),
            (Account, AccountSnapshot, ProfileCheck, MessageStat, AuditRun),
        ),
        View(
            "competitors",
            N_("Competitors"),
            (
                Competitor,
                CompetitorMetric,
                GoodPractice,
                CompetitorWeb,
                CompetitorKeyword,
                CompetitorArticle,
            ),
            canvases=(Canvas("against_us", N_("Comparison")),),
        ),
        View("contents", N_("Site and content"), (TrafficSource, Article, SiteCheck, Asset)),
        View(
            "portrait",
            N_("Portrait"),
            (Portrait, AudienceCrossroads, SectorNetwork, Identity, StakeholderGroup),
        ),
    ),
    todos=TODOS,
    decision=decision,
    story=story,
)
