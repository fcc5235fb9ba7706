"""The posts of a period: the best and the weakest, hashtags, organic against paid (C51–C53).

A post's score is its interactions weighted by what each is worth (C52).  It is compared
with the median score of its own account over the twelve months before, so that a small
account's good post is seen beside a large one's.  An outlier is a post beyond three
medians.  A post whose interactions nobody knows has no score, and is counted as such.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, median

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_period import Span, period
from canvas.rules.feeds import base_of, interactions
from canvas.steps.measure.choices import Metric
from canvas.steps.measure.figures import PostResult
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.readings import PostMetric
from canvas.steps.objectives.indicators import Hashtag, InteractionWeights
from canvas.steps.plan.calendar import Post

BEYOND = 3.0
"""How many medians of its account a post must reach to stand out."""

FEWEST = 5
"""Posts of an account from which its median says something."""

LOOK_BACK = 12
"""Months before the end of the period whose posts make the median."""

FEWEST_TAGGED = 3
"""Posts from which a hashtag is compared with the others."""

_TAG = re.compile(r"(?<![\w/&])#(\w*[^\W\d_]\w*)")
"""A hashtag holds one letter at least: “#1” is a number."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A post with what it is worth.

    Attributes:
        post: The post.
        interactions: All that people did with it, None where not known.
        score: Its likes, comments and shares, weighted; None where none is known.
        times: Its score over its account's median; None with too few posts.
        base: What its rate is divided by.
        rate: Interactions over that, as a ratio; None where one is not known.
        tags: Its hashtags, in small letters, without their sign.
    """

    post: PostResult
    interactions: float | None
    score: float | None
    times: float | None
    base: Metric | None
    rate: float | None
    tags: tuple[str, ...]

    @property
    def stands_out(self) -> bool:
        """Whether it is beyond three medians of its account."""
        return self.times is not None and self.times > BEYOND


@dataclass(frozen=True, slots=True)
class Tagged:
    """A hashtag over a period.

    Attributes:
        tag: In small letters, without its sign.
        posts: How many of our posts carry it.
        interactions: What they brought, of those where it is known.
        mean: The average of it; None with too few posts.
        record: What the strategy says of it, None where it does not.
    """

    tag: str
    posts: int
    interactions: float
    mean: float | None
    record: Hashtag | None


@dataclass(frozen=True, slots=True)
class Side:
    """Posts that were paid for, or not.

    Attributes:
        posts: How many there are.
        interactions: Their average, None where it is known of none.
        reach: Their average reach, None where it is known of none.
    """

    posts: int
    interactions: float | None
    reach: float | None


@dataclass(frozen=True, slots=True)
class PostFigures:
    """All posts of a period.

    Attributes:
        scored: The posts, the first published first.
        before: How many there were in the period before.
        totals: Each counter added up over the posts that know it.
        interactions: All interactions, None where none is known.
        score: All scores added up, None where none is known.
        tags: Hashtags, the most used first.
        organic: Posts that are known not to be paid for.
        paid: Posts that are known to be paid for.
        unsure: How many posts may be either.
        missing: What is not known, in sentences.
    """

    scored: tuple[Scored, ...]
    before: int
    totals: Mapping[Metric, float]
    interactions: float | None
    score: float | None
    tags: tuple[Tagged, ...]
    organic: Side
    paid: Side
    unsure: int
    missing: tuple[Message, ...]

    def best(self, number: int = 3) -> tuple[Scored, ...]:
        """Return the posts that did best, those beyond their account's habit first."""
        return tuple(self._ranked()[:number])

    def worst(self, number: int = 3) -> tuple[Scored, ...]:
        """Return the posts that did worst, the weakest first; none that is among the best."""
        ranked = self._ranked()
        return tuple(reversed(ranked[max(number, len(ranked) - number) :]))

    @property
    def outliers(self) -> tuple[Scored, ...]:
        """Posts beyond three medians of their account, the furthest first."""
        return tuple(one for one in self._ranked() if one.stands_out)

    def _ranked(self) -> list[Scored]:
        known = [(one, one.score) for one in self.scored if one.score is not None]
        # Posts of an account with too few for a median of its own stand beside all others.
        usual = median(score for _, score in known) if known else 0
        places = {
            id(one): one.times if one.times is not None else score / usual if usual else score
            for one, score in known
        }
        return sorted(
            (one for one, _ in known),
            key=lambda one: (-places[id(one)], -(one.score or 0), one.post.key),
        )


def post_figures(strategy: Strategy, figures: Figures, span: Span) -> PostFigures:
    """Return the posts of a period with what they brought."""
    usual = usual_scores(strategy, figures, span)
    planned = _planned_tags(strategy)
    weights = strategy.one(InteractionWeights)
    scored = tuple(
        scored_post(post, weights, usual, planned)
        for post in figures.posts_between(span.first, span.last)
    )
    done = [one.interactions for one in scored if one.interactions is not None]
    scores = [one.score for one in scored if one.score is not None]
    sides = [[one for one in scored if one.post.paid is paid] for paid in (False, True)]
    return PostFigures(
        scored,
        len(figures.posts_between(span.previous.first, span.previous.last)),
        _totals(one.post for one in scored),
        sum(done) if done else None,
        sum(scores) if scores else None,
        tags_of(strategy, scored),
        _side(sides[0]),
        _side(sides[1]),
        len(scored) - sum(map(len, sides)),
        tuple(_missing(figures, scored, usual)),
    )


def usual_scores(strategy: Strategy, figures: Figures, span: Span) -> dict[str, float]:
    """Return the median score of each account over the year that ends with the period."""
    first = period(span.kind, span.last, back=LOOK_BACK - 1).first
    weights = strategy.one(InteractionWeights)
    by_account: dict[str, list[float]] = defaultdict(list)
    for post in figures.posts_between(min(first, span.first), span.last):
        score = score_of(post, weights)
        if score is not None:
            by_account[post.account].append(score)
    return {
        account: median(scores) for account, scores in by_account.items() if len(scores) >= FEWEST
    }


def score_of(post: PostResult, weights: InteractionWeights) -> float | None:
    """Return the weighted interactions of a post; None where none of them is known."""
    names = {Metric.LIKES: "likes", Metric.COMMENTS: "comments", Metric.SHARES: "shares"}
    known = {name: post.counters[m] for m, name in names.items() if m in post.counters}
    return weights.score(**known) if known else None


def scored_post(
    post: PostResult,
    weights: InteractionWeights,
    usual: Mapping[str, float],
    planned: Mapping[str, Sequence[str]],
) -> Scored:
    """Return a post with its score, and its rate."""
    done, score, base = interactions(post.counters), score_of(post, weights), base_of(post.counters)
    habit = usual.get(post.account)
    written = [tag.casefold() for tag in _TAG.findall(post.text)]
    return Scored(
        post,
        done,
        score,
        score / habit if score is not None and habit else None,
        base,
        done / post.counters[base] if done is not None and base else None,
        tuple(dict.fromkeys([*written, *(planned.get(post.key) or planned.get(post.url, ()))])),
    )


def _planned_tags(strategy: Strategy) -> dict[str, tuple[str, ...]]:
    """Return the hashtags that the calendar gives to posts whose results were typed."""
    found = {}
    for typed in strategy.of(PostMetric):
        line = strategy.linked(Post, typed.post)
        if line is not None and line.hashtags:
            found[typed.url or typed.id] = tuple(bare(tag) for tag in line.hashtags if bare(tag))
    return found


def bare(tag: str) -> str:
    """Return a hashtag in small letters, without its sign."""
    return tag.strip().lstrip("#").casefold()


def _totals(posts: Iterable[PostResult]) -> dict[Metric, float]:
    found: dict[Metric, float] = defaultdict(float)
    for post in posts:
        for metric, value in post.counters.items():
            found[metric] += value
    return dict(found)


def tags_of(strategy: Strategy, scored: Sequence[Scored]) -> tuple[Tagged, ...]:
    """Return the hashtags of some posts and those that the strategy follows."""
    records = {bare(record.tag): record for record in strategy.of(Hashtag) if bare(record.tag)}
    carrying: dict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        for tag in one.tags:
            carrying[tag].append(one)
    found = []
    for tag in {**records, **carrying}:
        posts = carrying.get(tag, [])
        known = [one.interactions for one in posts if one.interactions is not None]
        average = mean(known) if len(known) >= FEWEST_TAGGED else None
        found.append(Tagged(tag, len(posts), sum(known), average, records.get(tag)))
    return tuple(sorted(found, key=lambda one: (-one.posts, -one.interactions, one.tag)))


def _side(posts: Sequence[Scored]) -> Side:
    done = [one.interactions for one in posts if one.interactions is not None]
    seen = [one.post.counters[Metric.REACH] for one in posts if Metric.REACH in one.post.counters]
    return Side(len(posts), mean(done) if done else None, mean(seen) if seen else None)


def _missing(
    figures: Figures, scored: Sequence[Scored], usual: Mapping[str, float]
) -> Iterator[Message]:
    if not scored:
        yield say(N_("No post of this period is known."))
        return
    unknown = sum(one.score is None for one in scored)
    if unknown:
        yield say_count(
            "{n} post has no likes, comments or shares: it is not ranked.",
            "{n} posts have no likes, comments or shares: they are not ranked.",
            unknown,
        )
    if any(one.post.account not in usual for one in scored):
        yield say(
            N_("An account with fewer than {n} posts in twelve months has no usual score yet."),
            n=FEWEST,
        )
    undated = sum(post.published is None for post in figures.posts)
    if undated:
        yield say_count(
            "{n} post without a date belongs to no period.",
            "{n} posts without a date belong to no period.",
            undated,
        )
