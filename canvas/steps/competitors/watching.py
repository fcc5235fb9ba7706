"""Keeping an eye on the sector, and the tools for it (C95d, C95e)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Frequency


class WatchKind(Choice):
    """What is watched."""

    COMPETITOR = "competitor", N_("Competitors"), N_("What they publish and launch.")
    SECTOR = "sector", N_("Sector"), N_("News, trends and rules of the trade.")
    REPUTATION = "reputation", N_("Our reputation"), N_("What is said of us.")
    INFLUENCER = "influencer", N_("Influencers"), N_("What people with a large audience publish.")


class ToolUse(Choice):
    """What a tool is for."""

    AUDIT = "audit", N_("Audit")
    INFLUENCERS = "influencers", N_("Influencers")
    CREATION = "creation", N_("Images and videos")
    SCHEDULING = "scheduling", N_("Planning and automation")
    CURATION = "curation", N_("Finding content by others")
    MONITORING = "monitoring", N_("Monitoring")
    GROWTH = "growth", N_("Prospecting")
    MEASURE = "measure", N_("Measurement")


class ToolState(Choice):
    """Whether a tool is used."""

    USED = "used", N_("In use")
    ON_TRIAL = "on_trial", N_("On trial")
    CONSIDERED = "considered", N_("Considered")
    DROPPED = "dropped", N_("Given up")


@record(
    "watch",
    one=N_("Subject watched"),
    many=N_("Monitoring"),
    help=N_("What you keep an eye on, with which tool, how often, and who is told."),
)
class Watch(Record):
    """Something that somebody keeps an eye on."""

    subject: str = fields.text(
        label=N_("Subject"),
        help=N_("What is watched, in a few words."),
        example=N_("Reviews of our shops"),
        max_chars=120,
        in_list=True,
    )
    kind: WatchKind | None = fields.choice(
        WatchKind,
        label=N_("Kind of subject"),
        help=N_("Competitors, the sector, your reputation or influencers."),
        in_list=True,
    )
    keywords: tuple[str, ...] = fields.lines(
        label=N_("Words watched"),
        help=N_("The words or names to look for, one a line, spelling mistakes included."),
        example=N_("Port Bakery"),
    )
    url: str = fields.url(
        label=N_("Page watched"),
        help=N_("The page to look at, where it is not a search."),
        example="https://example.com/reviews",
    )
    tool: str = fields.link(
        "tool",
        label=N_("Tool"),
        help=N_("The tool that does the watching."),
        in_list=True,
    )
    frequency: Frequency | None = fields.choice(
        Frequency,
        label=N_("How often"),
        help=N_("How often somebody looks."),
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Watched by"),
        help=N_("The person who sees to it."),
        in_list=True,
    )
    alert: tuple[str, ...] = fields.links(
        "person",
        label=N_("Told at once"),
        help=N_("Whoever must know without delay when something comes up."),
    )
    competitors: tuple[str, ...] = fields.links(
        "competitor",
        label=N_("Competitors watched"),
        help=N_("The competitors that this is about."),
    )


@record(
    "tool",
    one=N_("Tool"),
    many=N_("Tools"),
    help=N_("The tools that you use or think of, by what they are for, with their cost."),
)
class Tool(Record):
    """A tool that the team uses, tries or considers."""

    name: str = fields.text(
        label=N_("Tool’s name"),
        help=N_("The name under which you would find it."),
        example=N_("Google Alerts"),
        max_chars=120,
        in_list=True,
    )
    category: ToolUse | None = fields.choice(
        ToolUse,
        label=N_("Used for"),
        help=N_("What it is for, for instance monitoring."),
        in_list=True,
    )
    state: ToolState | None = fields.choice(
        ToolState,
        label=N_("In use or not"),
        help=N_("Whether you use it, try it or only think of it."),
        in_list=True,
    )
    monthly_cost: int | None = fields.money(
        label=N_("Cost a month"),
        help=N_("What it costs each month; 0 where it is free."),
        in_list=True,
    )
    training_needed: bool = fields.flag(
        label=N_("Training needed"),
        help=N_("Tick it when somebody must learn it first."),
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Kept by"),
        help=N_("The person who has the account and its password."),
    )
    url: str = fields.url(
        label=N_("Website address"),
        help=N_("Where it is found."),
        example="https://www.google.com/alerts",
    )
    note: str = fields.text(
        label=N_("Remarks"),
        help=N_("What it does well, what it does not do."),
        example=N_("Free, by e-mail, does not see inside Instagram"),
        max_chars=500,
    )
