"""What the step on competitors says in the deck."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Cell,
    Column,
    Decision,
    Gap,
    Piece,
    Said,
    Section,
    Slide,
    Table,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.common import Priority
from canvas.steps.competitors.best import BestInClass, CompetitorPresence, CounterOpportunity
from canvas.steps.competitors.influencers import TOP, Influencer, first_wave, weight
from canvas.steps.competitors.todos import lessons, openings
from canvas.steps.competitors.watching import Watch, WatchKind
from canvas.steps.wording import listed, name_of, names_of, shorten, shown

_STEP = "competitors"


def story(strategy: Strategy) -> Iterator[Piece]:
    """Who does best, how the others go about it, what is left open, who can carry us."""
    for rest in (_best_in_class, _presences, _openings, _influencers, _monitoring):
        yield from in_detail(rest(strategy))


def _best_in_class(strategy: Strategy) -> Iterator[Piece]:
    found = [best for best in strategy.of(BestInClass) if best.category and _who(strategy, best)]
    if not found:
        yield Gap(
            say(N_("The best in class, discipline by discipline")),
            say(N_("Seeing what works elsewhere saves months of trying.")),
            _STEP,
        )
        return
    yield Slide(
        Section.SITUATION,
        _best_title(strategy, found),
        Table(
            (
                Column(say(N_("Discipline"))),
                Column(say(N_("Who"))),
                Column(say(N_("Why they are strong")), 1.6),
                Column(say(N_("What works best")), 1.6),
                Column(say(N_("Lesson for us")), 1.6),
                Column(say(N_("Our answer"))),
            ),
            [
                (
                    shown(best.category),
                    Cell(_who(strategy, best), strong=True),
                    best.why,
                    best.what_works,
                    best.lesson,
                    shown(best.response),
                )
                for best in found
            ],
        ),
        notes=[say(N_("The aim is not to copy: take what works and do it with our strengths."))],
        step=_STEP,
    )


def _who(strategy: Strategy, best: BestInClass) -> str:
    return name_of(strategy, best.competitor) or best.somebody_else


def _best_title(strategy: Strategy, found: Sequence[BestInClass]) -> Message:
    taken, free = len(lessons(strategy)), len(openings(strategy))
    if taken and free:
        return say(
            N_("Good practices to take up: {taken}; openings that others leave us: {free}"),
            taken=taken,
            free=free,
        )
    if taken:
        return say_count(
            "One good practice to take up: {lesson}",
            "{n} good practices to take up, first of all: {lesson}",
            taken,
            lesson=shorten(lessons(strategy)[0].lesson),
        )
    return say(
        N_("{name} is the one to watch: {discipline}"),
        name=shorten(_who(strategy, found[0]), 50),
        discipline=found[0].category,
    )


def _presences(strategy: Strategy) -> Iterator[Piece]:
    found = [
        presence
        for presence in strategy.of(CompetitorPresence)
        if presence.network and name_of(strategy, presence.competitor)
    ]
    if not found:
        yield Gap(
            say(N_("How competitors go about it, network by network")),
            say(N_("Without them, nobody knows what is a good result in this trade.")),
            _STEP,
        )
        return
    found.sort(key=lambda presence: -(presence.engagement_rate or 0))
    dates = [presence.seen_on for presence in found if presence.seen_on]
    yield Slide(
        Section.SITUATION,
        _presences_title(strategy, found),
        Table(
            (
                Column(say(N_("Competitor"))),
                Column(say(N_("Network"))),
                Column(say(N_("Engagement rate")), 0.8, figures=True),
                Column(say(N_("Posts that work")), 1.4),
                Column(say(N_("What they do well")), 1.4),
                Column(say(N_("What they miss")), 1.4),
                Column(say(N_("Idea for us")), 1.6),
            ),
            [
                (
                    name_of(strategy, presence.competitor),
                    shown(presence.network),
                    _rate(presence),
                    shown(presence.post_types or presence.content_types),
                    listed(presence.strengths),
                    listed(presence.gaps),
                    presence.idea_for_us,
                )
                for presence in found
            ],
        ),
        source=say(N_("Competitors’ public profiles, seen from {first} on"), first=min(dates))
        if dates
        else "",
        notes=[
            say(N_("The engagement rate is the reactions to a post divided by the followers.")),
            say(N_("Where there is no figure, it was not measured; it is not zero.")),
        ],
        step=_STEP,
    )


def _rate(presence: CompetitorPresence) -> Said:
    rate = presence.engagement_rate
    return "" if rate is None else shown(Share(rate))


def _presences_title(strategy: Strategy, found: Sequence[CompetitorPresence]) -> Message:
    best = found[0]
    name = shorten(name_of(strategy, best.competitor), 40)
    if not best.engagement_rate:
        return say_count(
            "One competitor’s presence compared: {name} on {network}",
            "{n} presences of competitors compared, {name} on {network} first",
            len(found),
            name=name,
            network=best.network,
        )
    return say(
        N_("{name} makes people react most: {rate} on {network}"),
        name=name,
        rate=Share(best.engagement_rate),
        network=best.network,
    )


def _openings(strategy: Strategy) -> Iterator[Piece]:
    found = openings(strategy)
    if not found:
        yield Gap(
            say(N_("What competitors leave open")),
            say(N_("The first to take an opening is often the one who is remembered.")),
            _STEP,
        )
        return
    yield Slide(
        Section.SITUATION,
        say(N_("They leave it open, we take it: {opening}"), opening=_short_opening(found[0])),
        Table(
            (
                Column(say(N_("Left open")), 2),
                Column(say(N_("Kind of opening"))),
                Column(say(N_("Left open by")), 1.2),
                Column(say(N_("Our move")), 2),
                Column(say(N_("Priority")), 0.7),
            ),
            [
                (
                    Cell(opening.description, strong=opening.priority is Priority.HIGH),
                    shown(opening.kind),
                    shown(names_of(strategy, opening.competitors)),
                    opening.our_move,
                    Cell(
                        shown(opening.priority),
                        Tone.ACCENT if opening.priority is Priority.HIGH else Tone.NEUTRAL,
                    ),
                )
                for opening in found
            ],
        ),
        notes=[say(N_("The most urgent openings come first."))],
        step=_STEP,
    )


def _short_opening(opening: CounterOpportunity) -> str:
    return shorten(opening.our_move or opening.description, 75)


def _influencers(strategy: Strategy) -> Iterator[Piece]:
    everybody = [who for who in strategy.of(Influencer) if who.name]
    wave = first_wave(strategy)
    if not wave:
        yield Gap(
            say(N_("The ten influencers to contact first")),
            say(N_("Their voice reaches people who do not know us yet.")),
            _STEP,
        )
        return
    top = wave[:TOP]
    yield Slide(
        Section.APPENDIX,
        say_count(
            "One influencer to contact first: {name}",
            "{n} influencers to contact first, starting with {name}",
            len(top),
            name=shorten(top[0].name),
        ),
        Table(
            (
                Column(say(N_("Influencer")), 1.4),
                Column(say(N_("Kind of influencer"))),
                Column(say(N_("Main network"))),
                Column(say(N_("Followers")), 0.8, figures=True),
                Column(say(N_("Weight")), 0.6, figures=True),
                Column(say(N_("What we want")), 1.2),
                Column(say(N_("Next step")), 1.6),
                Column(say(N_("Contacted by"))),
            ),
            [
                (
                    Cell(who.name, strong=True),
                    shown(who.kind),
                    shown(who.network),
                    shown(who.audience),
                    _rounded(weight(who)),
                    shown(who.goal),
                    listed((shown(who.status), who.next_action)),
                    name_of(strategy, who.owner),
                )
                for who in top
            ],
        ),
        notes=[
            say(N_("Weight is the mean of relevance, influence and closeness, from 1 to 5.")),
            say_count(
                "The full list has one name.",
                "The full list has {n} names.",
                len(everybody),
            ),
        ],
        step=_STEP,
    )
    without_goal = [who for who in top if who.goal is None]
    if not without_goal:
        yield Decision(
            say(
                N_("Contact the first influencers, starting with {name}"), name=shorten(top[0].name)
            ),
            say(N_("A known voice brings us trust that we would take years to earn.")),
            name_of(strategy, top[0].owner),
            top[0].first_contact,
            _STEP,
        )


def _rounded(value: float | None) -> Said:
    return "" if value is None else shown(round(value, 1))


def _monitoring(strategy: Strategy) -> Iterator[Piece]:
    found = [watch for watch in strategy.of(Watch) if watch.subject]
    if not found:
        yield Gap(
            say(N_("The monitoring of competitors, sector and reputation")),
            say(N_("What is said of us is being said whether we listen or not.")),
            _STEP,
        )
        return
    order = [*WatchKind, None]
    found.sort(key=lambda watch: order.index(watch.kind))
    yield Slide(
        Section.APPENDIX,
        say_count(
            "We keep an eye on one subject: {subject}",
            "We keep an eye on {n} subjects, starting with: {subject}",
            len(found),
            subject=shorten(found[0].subject),
        ),
        Table(
            (
                Column(say(N_("Subject")), 1.6),
                Column(say(N_("Kind of subject"))),
                Column(say(N_("Words watched")), 1.6),
                Column(say(N_("Tool"))),
                Column(say(N_("How often"))),
                Column(say(N_("Watched by"))),
                Column(say(N_("Told at once"))),
            ),
            [
                (
                    watch.subject,
                    shown(watch.kind),
                    listed(watch.keywords) or watch.url,
                    name_of(strategy, watch.tool),
                    shown(watch.frequency),
                    name_of(strategy, watch.owner) or Cell(say(N_("to be named")), Tone.WATCH),
                    shown(names_of(strategy, watch.alert)),
                )
                for watch in found
            ],
        ),
        step=_STEP,
    )
