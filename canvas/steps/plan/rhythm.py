"""How often and when: cadence, best times, the rules of the mix (C105–C107, C109–C112)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network, Weekday
from canvas.steps.plan import shared
from canvas.steps.plan.choices import TimeSource

_LIMITS = N_("Limits")
_PERIOD = N_("From when to when")
_MIX = N_("What we publish")
_ORIGIN = N_("Where it comes from")
_TIME = N_("Where our time goes")
_RESERVE = N_("No dry spell")


@record(
    "cadence",
    one=N_("Publishing rhythm"),
    many=N_("Publishing rhythms"),
    help=N_("How often each account publishes, on which days and at which times."),
)
class Cadence(Record):
    """How often an account publishes a kind of content."""

    what: str = fields.text(
        label=N_("What goes out"),
        help=N_("What is published at this rhythm."),
        example=N_("Photo of the day’s batch"),
        max_chars=120,
        in_list=True,
        essential=True,
    )
    account: str = shared.account(in_list=True)
    posts_per_week: float | None = fields.number(
        label=N_("Posts a week"),
        help=N_("How many a week; 0.25 is once a month. Few that last beat many that stop."),
        example="3",
        minimum=0,
        maximum=500,
        in_list=True,
        essential=True,
    )
    weekdays: tuple[Weekday, ...] = fields.choices(
        Weekday, label=N_("Days"), help=N_("On which days it goes out."), in_list=True
    )
    times: tuple[str, ...] = fields.lines(
        label=N_("Times"),
        help=N_("At which times, one a line."),
        example="08:15",
        max_items=12,
        max_chars=20,
        in_list=True,
    )
    content_type: str = fields.link(
        "content_type",
        label=N_("Content type"),
        help=N_("Which of your kinds of content it is."),
        group=_LIMITS,
    )
    minimum: float | None = fields.number(
        label=N_("At least"),
        help=N_("Posts a week below which the account looks abandoned."),
        minimum=0,
        group=_LIMITS,
    )
    maximum: float | None = fields.number(
        label=N_("At most"),
        help=N_("Posts a week above which readers tire, or you do."),
        minimum=0,
        group=_LIMITS,
    )
    effort_hours: float | None = fields.number(
        label=N_("Effort a post"),
        help=N_("Hours that one of them takes, from the idea to the answers."),
        unit=N_("hours"),
        minimum=0,
        group=_LIMITS,
    )
    owner: str = shared.owner(group=_LIMITS)
    start: dt.date | None = shared.start(group=_PERIOD)
    end: dt.date | None = shared.end(group=_PERIOD)
    skipped: tuple[str, ...] = fields.lines(
        label=N_("Days left out"),
        help=N_("Days on which nothing goes out although the rhythm says so, one a line."),
        example="2027-08-17",
        max_items=400,
        max_chars=10,
        group=_PERIOD,
    )


@record(
    "best_time",
    one=N_("Best time"),
    many=N_("Best times"),
    help=N_("When your readers have a moment; your own figures replace the rules of thumb."),
)
class BestTime(Record):
    """A slot of the week that is better or worse than the others."""

    moment: str = fields.text(
        label=N_("Moment"),
        help=N_("What people are doing then."),
        example=N_("On the way to work"),
        max_chars=120,
        in_list=True,
    )
    network: Network | None = shared.network(in_list=True)
    weekdays: tuple[Weekday, ...] = fields.choices(
        Weekday, label=N_("Weekdays"), help=N_("The days that it is true of."), in_list=True
    )
    start_time: dt.time | None = fields.time(
        label=N_("From (time)"), help=N_("When it begins."), in_list=True
    )
    end_time: dt.time | None = fields.time(
        label=N_("Until (time)"), help=N_("When it ends."), in_list=True
    )
    weight: int | None = fields.rating(
        label=N_("Strength of the slot"),
        help=N_("How good it is, from 1 (weak, avoid it) to 5 (the best)."),
        in_list=True,
    )
    source: TimeSource | None = fields.choice(
        TimeSource, label=N_("Known from"), help=N_("Where you know it from.")
    )
    checked_on: dt.date | None = fields.date(
        label=N_("Checked on"), help=N_("When you last compared it with your figures.")
    )


@record(
    "rhythm",
    one=N_("Rules of the mix"),
    many=N_("Rules of the mix"),
    help=N_("How much you promote, how much is your own, where time goes, how far ahead you are."),
    single=True,
)
class Rhythm(Record):
    """The proportions and reserves that the plan keeps to."""

    promotional_share: float | None = fields.share(
        label=N_("Promotion at most"),
        help=N_("The rule is 80/20: a fifth at most asks to buy; an online shop may go higher."),
        default=0.2,
        in_list=True,
        group=_MIX,
    )
    majors_per_month: float | None = fields.number(
        label=N_("Major posts a month"),
        help=N_("How many posts a month deserve the whole promotion routine."),
        example="2",
        minimum=0,
        group=_MIX,
    )
    own_share: float | None = fields.share(
        label=N_("Made by us"),
        help=N_("How much of what you post you make yourself."),
        in_list=True,
        group=_ORIGIN,
    )
    curated_share: float | None = fields.share(
        label=N_("Taken from others"),
        help=N_("Which part comes from sources that you trust and that do not compete."),
        in_list=True,
        group=_ORIGIN,
    )
    ugc_share: float | None = fields.share(
        label=N_("Made by our clients"),
        help=N_("Which part your clients and fans make, with their consent."),
        in_list=True,
        group=_ORIGIN,
    )
    creation_share: float | None = fields.share(
        label=N_("Time to create"),
        help=N_("A third is a good start: content that serves your objectives."),
        group=_TIME,
    )
    promotion_share: float | None = fields.share(
        label=N_("Time to promote"),
        help=N_("A third is a good start: what nobody sees is useless."),
        group=_TIME,
    )
    interaction_share: float | None = fields.share(
        label=N_("Time to talk"),
        help=N_("A third is a good start: answers, backstage, people."),
        group=_TIME,
    )
    buffer_days: int | None = fields.whole(
        label=N_("Days in advance"),
        help=N_("How many days of posts are ready at any time."),
        example="14",
        unit=N_("days"),
        in_list=True,
        group=_RESERVE,
    )
    max_gap_days: int | None = fields.whole(
        label=N_("Longest silence"),
        help=N_("How many days an account may stay silent."),
        example="7",
        unit=N_("days"),
        group=_RESERVE,
    )
    free_share: float | None = fields.share(
        label=N_("Left free"),
        help=N_("Which part of the calendar stays open for news and ideas."),
        in_list=True,
        group=_RESERVE,
    )

    @property
    def says_origin(self) -> bool:
        """Whether own and curated content were weighed against each other."""
        return self.own_share is not None or self.curated_share is not None
