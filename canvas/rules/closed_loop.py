"""Visits of the site joined back to what brought them (C141, C142).

A visit belongs to a line of the calendar where its content code ends with the line's own
signs, or where it carries the codes of a tracking link; to the link alone where that
names no line.

The same visits stand in several reports of analytics: by channel, by source, by content.
Each day is read from one kind of report only, that which says most, so that no visit is
counted twice.  What a person typed completes the report that names contents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from canvas.domain.choices import Choice
from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_period import Span
from canvas.rules.feeds import is_social
from canvas.rules.tracking import MEDIA, by_signs, network_of, post_of
from canvas.steps.common import Network
from canvas.steps.measure.choices import Metric
from canvas.steps.measure.figures import Visit
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.readings import WebVisit
from canvas.steps.measure.value import TrackingLink
from canvas.steps.plan.calendar import Post
from canvas.steps.wording import name_of

NOTHING = frozenset({"", "(not set)", "(none)", "(not provided)", "(direct)"})
"""What analytics write where there is no code."""

ROADS = ("channel", "source", "medium", "campaign", "content")
"""What tells where a visit came from."""

_SAYS_WHERE = frozenset({"channel", "source", "medium"})


class Angle(Choice):
    """What the visits are told apart by."""

    POST = "post", N_("Post")
    THEME = "theme", N_("Theme")
    PERSONA = "persona", N_("Persona")
    STAGE = "stage", N_("Purchase stage")
    OBJECTIVE = "objective", N_("Objective")
    CONTENT_TYPE = "content_type", N_("Content type")
    LINK = "link", N_("Tracking link")


@dataclass(frozen=True, slots=True)
class Traced:
    """A line of analytics, and what brought it.

    Attributes:
        visit: The line.
        post: The line of the calendar, None where it is known of none.
        link: The tracking link that carries the same codes, None where there is none.
    """

    visit: Visit
    post: Post | None
    link: TrackingLink | None

    @property
    def is_joined(self) -> bool:
        """Whether anything of ours brought it."""
        return self.post is not None or self.link is not None


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of some visits; None where analytics say nothing of it."""

    sessions: float | None
    key_events: float | None
    revenue: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """The visits of one post, one theme or one persona.

    Attributes:
        key: Id of the record or code of the choice; "" for posts without one.
        name: What it is called; "" for those without one.
        posts: How many lines of the calendar brought visits.
        brought: What came of them.
    """

    key: str
    name: Said
    posts: int
    brought: Brought


@dataclass(frozen=True, slots=True)
class Loop:
    """All visits of a period, each once, with what brought them.

    Attributes:
        strategy: Where the calendar is.
        traced: The lines of analytics.
        missing: What cannot be said, in sentences.
    """

    strategy: Strategy
    traced: tuple[Traced, ...]
    missing: tuple[Message, ...]

    @property
    def joined(self) -> tuple[Traced, ...]:
        """The lines that something of ours brought."""
        return tuple(one for one in self.traced if one.is_joined)

    @property
    def social(self) -> tuple[Traced, ...]:
        """The lines that came from social media."""
        return tuple(one for one in self.traced if _is_social(self.strategy, one))

    @property
    def uncoded(self) -> float | None:
        """The share of social visits that carry no code of ours; None where not known."""
        if any(_is_untold(one) for one in self.traced):
            return None
        found = [(one, one.visit.counters.get(Metric.SESSIONS)) for one in self.social]
        known = [(one, sessions) for one, sessions in found if sessions is not None]
        total = sum(sessions for _, sessions in known)
        if not total:
            return None
        return sum(sessions for one, sessions in known if not one.is_joined) / total

    def by(self, angle: Angle) -> tuple[Row, ...]:
        """Return what was joined, those with most visits first; each line is in one row."""
        groups: dict[str, list[Traced]] = defaultdict(list)
        for one in self.joined:
            if angle is Angle.LINK:
                if one.link is not None:
                    groups[one.link.id].append(one)
            elif one.post is not None:
                groups[_KEYS[angle](one.post)].append(one)
        rows = [
            Row(
                key,
                self._name(angle, key),
                len({one.post.id for one in found if one.post is not None}),
                brought(found),
            )
            for key, found in groups.items()
        ]
        return tuple(sorted(rows, key=lambda row: (-(row.brought.sessions or 0), row.key)))

    def _name(self, angle: Angle, key: str) -> Said:
        if angle is not Angle.STAGE or not key:
            return name_of(self.strategy, key)
        stage = next(
            (one.post.stage for one in self.joined if one.post and str(one.post.stage) == key),
            None,
        )
        return say(stage.label) if stage else ""


_KEYS: Mapping[Angle, Callable[[Post], str]] = {
    Angle.POST: lambda post: post.id,
    Angle.THEME: lambda post: post.theme,
    Angle.PERSONA: lambda post: post.persona,
    Angle.STAGE: lambda post: str(post.stage) if post.stage else "",
    Angle.OBJECTIVE: lambda post: post.objective,
    Angle.CONTENT_TYPE: lambda post: post.content_type,
}


def brought(found: Iterable[Traced]) -> Brought:
    """Return what came of some visits."""
    visits = [one.visit for one in found]
    return Brought(
        *(_sum(visits, metric) for metric in (Metric.SESSIONS, Metric.KEY_EVENTS, Metric.REVENUE))
    )


def _sum(visits: Iterable[Visit], metric: Metric) -> float | None:
    known = [visit.counters[metric] for visit in visits if metric in visit.counters]
    return sum(known) if known else None


def closed_loop(strategy: Strategy, figures: Figures, span: Span | None = None) -> Loop:
    """Return the visits of a period, each once, with what brought them.

    Args:
        strategy: Where the calendar and the tracking links are.
        figures: Where the visits are.
        span: The period; all that is known if not given.
    """
    visits = [v for v in figures.visits if _road(v)]
    if span is not None:
        inside = [v for v in visits if span.first <= v.first and v.last <= span.last]
    else:
        inside = visits
    posts, links = by_signs(strategy), strategy.of(TrackingLink)
    traced = tuple(_trace(strategy, visit, posts, links) for visit in _once(strategy, inside))
    return Loop(strategy, traced, tuple(_missing(visits, inside, traced, span)))


def _road(visit: Visit) -> frozenset[str]:
    """Return which of its columns a report fills in, “(not set)” too."""
    return frozenset(name for name in ROADS if getattr(visit, name))


def _once(strategy: Strategy, visits: Sequence[Visit]) -> Iterator[Visit]:
    """Yield the visits so that each day comes from one kind of report."""
    typed_keys = _typed(strategy)
    typed = [v for v in visits if _is_typed(v, typed_keys)]
    reports: dict[frozenset[str], list[Visit]] = defaultdict(list)
    for visit in visits:
        if not _is_typed(visit, typed_keys):
            reports[_road(visit)].append(visit)
    order = sorted(
        reports, key=lambda road: ("content" not in road, -len(road & _SAYS_WHERE), -len(road),
                                   sorted(road)),
    )  # fmt: skip
    taken: list[tuple[Visit, frozenset[str]]] = []
    for road in order:
        found = [v for v in reports[road] if not any(_overlap(v, other) for other, _ in taken)]
        taken += [(visit, road) for visit in found]
    completed = [(v, road) for v, road in taken if not {"content", "source"} <= road]
    yield from (visit for visit, _ in taken)
    yield from (v for v in typed if not any(_overlap(v, other) for other, _ in completed))


def _typed(strategy: Strategy) -> frozenset[tuple[object, ...]]:
    return frozenset(
        (typed.month.year, typed.month.month, typed.source, typed.medium, typed.campaign)
        for typed in strategy.of(WebVisit)
        if typed.month is not None
    )


def _is_typed(visit: Visit, typed: frozenset[tuple[object, ...]]) -> bool:
    plain = not (visit.channel or visit.content or visit.page) and visit.first.day == 1
    key = visit.first.year, visit.first.month, visit.source, visit.medium, visit.campaign
    return plain and key in typed


def _overlap(one: Visit, other: Visit) -> bool:
    return one.first <= other.last and other.first <= one.last


def _trace(
    strategy: Strategy, visit: Visit, posts: Mapping[str, Post], links: Sequence[TrackingLink]
) -> Traced:
    post = post_of(posts, visit.content)
    link = next((link for link in links if _carries(link, visit)), None)
    if post is None and link is not None:
        post = strategy.linked(Post, link.post)
    return Traced(visit, post, link)


def _carries(link: TrackingLink, visit: Visit) -> bool:
    """Return whether a visit carries the codes of a link, all that the report names."""
    pairs = [
        (link.source, visit.source), (link.medium, visit.medium),
        (link.campaign, visit.campaign), (link.content, visit.content),
    ]  # fmt: skip
    wanted = [(ours.strip().casefold(), theirs.strip().casefold()) for ours, theirs in pairs]
    content, seen = wanted[3]
    if content:
        # A report of contents alone says nothing of the others.
        return content == seen and all(
            not ours or not theirs or ours == theirs for ours, theirs in wanted
        )
    if not wanted[0][0] or not wanted[2][0]:
        return False
    return seen in NOTHING and all(ours == theirs for ours, theirs in wanted[:3])


def _is_social(strategy: Strategy, one: Traced) -> bool:
    if one.visit.channel or one.visit.source or one.visit.medium:
        return is_social(one.visit)
    if one.post is not None:
        network = network_of(strategy, one.post)
        return network is not None and network not in MEDIA and network is not Network.BLOG
    return False


def _is_untold(one: Traced) -> bool:
    """Return whether nothing says where a visit came from."""
    return not one.is_joined and not (_road(one.visit) & _SAYS_WHERE)


def _missing(
    known: Sequence[Visit], inside: Sequence[Visit], traced: Sequence[Traced], span: Span | None
) -> Iterator[Message]:
    if not known:
        yield say(N_("No visit of the site is known yet: bring in a report of your analytics."))
        return
    if not inside:
        yield say(N_("No visit of the site is known in this period."))
        return
    if span is not None:
        across = sum(
            1 for v in known if v.first <= span.last and span.first <= v.last and v not in inside
        )
        if across:
            yield say_count(
                "{n} line of analytics reaches beyond the period, and is left out.",
                "{n} lines of analytics reach beyond the period, and are left out.",
                across,
            )
    if not any(one.visit.content for one in traced):
        yield say(
            N_(
                "No report names contents: add “Session manual ad content” to it, so that visits "
                "find their posts."
            )
        )
    if any(_is_untold(one) for one in traced):
        yield say(
            N_(
                "Some visits without a code name no source, so nobody can tell whether they came "
                "from social media: add “Session source / medium” to the report."
            )
        )
