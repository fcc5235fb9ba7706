"""What a plan is made of, against what it set itself: the gauges of the mix (C107–C112).

Nothing that is missing counts as zero.  A share is a share of the lines that say what
they are; the others are counted apart as “not said”, and where they are more than half
there is no verdict at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import Said
from canvas.rules.gauge import Bar, Fit, Gauge, Scope, at_least, at_most, ids, names, worst
from canvas.rules.mix_days import buffer, free_slots, lives, public_days
from canvas.rules.mix_time import thirds
from canvas.rules.silences import silences
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import Intent, Origin, PostPractice
from canvas.steps.plan.content import ContentPillar, ContentType
from canvas.steps.plan.rhythm import Rhythm

NEARLY = 0.05
"""Points of share that one may be away from a target and still fit."""

AWAY = 0.15
"""Points of share from which a verdict is “off”."""

MOST = 0.8
"""The part of lines from which “all” is nearly reached."""

PRACTICES = 2
"""Good practices that a line should have; two or three are enough (C122)."""


def gauges(scope: Scope) -> tuple[Gauge, ...]:
    """Return all gauges that have something to say about the lines of a period."""
    found = (
        promotion(scope),
        thirds(scope),
        content_types(scope),
        pillars(scope),
        origins(scope),
        silences(scope),
        buffer(scope),
        free_slots(scope),
        lives(scope),
        purposes(scope),
        practices(scope),
        public_days(scope),
    )
    return tuple(gauge for gauge in found if gauge is not None)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that lines can give, with the share that is aimed at."""

    key: str
    label: Said
    target: float | None = None
    fit: Fit = Fit.UNKNOWN


def shares(
    posts: Sequence[Post], answer: Callable[[Post], str]
) -> tuple[Mapping[str, tuple[Post, ...]], tuple[Post, ...]]:
    """Return the lines by what they answer, and those that do not say.

    Together they are all of `posts`, each once.
    """
    found: dict[str, list[Post]] = {}
    for post in posts:
        found.setdefault(answer(post), []).append(post)
    unsaid = found.pop("", [])
    return {key: tuple(group) for key, group in found.items()}, tuple(unsaid)


def promotion(scope: Scope) -> Gauge | None:
    """The 80/20 rule: how much of what is published asks to buy (C109)."""
    if not scope.posts:
        return None
    target = scope.strategy.one(Rhythm).promotional_share
    found, unsaid = shares(scope.posts, lambda post: str(post.intent or ""))
    asking = found.get(Intent.PROMOTE, ())
    said = len(scope.posts) - len(unsaid)
    share = len(asking) / said if said else 0.0
    fit = at_most(share, target, max(0.1, 1 / said if said else 0))
    options = [
        Option(i, say(i.label), target, fit) if i is Intent.PROMOTE else Option(i, say(i.label))
        for i in tuple(Intent)[::-1]
    ]
    sentences = [_asking(asking, said)] if said else []
    return Gauge(
        "promotion",
        N_("Promotion"),
        _percent(share, said),
        None if target is None else say(N_("{share} at most"), share=Share(target)),
        _known(fit, said, len(unsaid)),
        (*sentences, *_unsaid(unsaid, said)),
        ids((*unsaid, *(asking if fit in (Fit.NEAR, Fit.OFF) else ()))),
        _bars(options, found, unsaid),
    )


def _asking(asking: Sequence[Post], said: int) -> Message:
    if not asking:
        return say_count(
            "The only line that says its intent does not ask to buy.",
            "None of {n} lines asks to buy.",
            said,
        )
    return say_count(
        "{n} line of {said} asks to buy: {lines}.",
        "{n} lines of {said} ask to buy: {lines}.",
        len(asking),
        said=said,
        lines=names(asking),
    )


def content_types(scope: Scope) -> Gauge | None:
    """The variety of what is published, against the share of each type (C101, C107)."""
    kinds = scope.strategy.of(ContentType)
    return _variety(
        scope,
        "types",
        N_("Content types"),
        [Option(kind.id, kind.title, kind.share) for kind in kinds],
        lambda post: post.content_type,
    )


def pillars(scope: Scope) -> Gauge | None:
    """The families of subjects, against the share of each pillar (C101)."""
    known = scope.strategy.of(ContentPillar)
    return _variety(
        scope,
        "pillars",
        N_("Content pillars"),
        [Option(pillar.id, pillar.title, pillar.share) for pillar in known],
        lambda post: post.pillar,
    )


def origins(scope: Scope) -> Gauge | None:
    """Who made what is published: we, others, our clients (C112)."""
    rhythm = scope.strategy.one(Rhythm)
    targets = {
        Origin.OWN: rhythm.own_share,
        Origin.UGC: rhythm.ugc_share,
        Origin.CURATED: rhythm.curated_share,
    }
    return _variety(
        scope,
        "origins",
        N_("Where it comes from"),
        [Option(origin, say(origin.label), target) for origin, target in targets.items()],
        lambda post: str(post.origin or ""),
    )


def _variety(
    scope: Scope,
    key: str,
    title: str,
    options: Sequence[Option],
    answer: Callable[[Post], str],
) -> Gauge | None:
    """Compare the shares of several answers with those that are aimed at."""
    if not scope.posts:
        return None
    known = {option.key for option in options}

    def known_answer(post: Post) -> str:
        # What was deleted since says nothing any more.
        return answer(post) if answer(post) in known else ""

    found, unsaid = shares(scope.posts, known_answer)
    said = len(scope.posts) - len(unsaid)
    # One line more or less cannot be helped where there are few.
    slack, room = max(AWAY - NEARLY, 1 / said if said else 0), max(NEARLY, 0.5 / (said or 1))
    gaps = [
        (option, len(found.get(option.key, ())) / said - option.target)
        for option in options
        if said and option.target is not None
    ]
    fits = {option.key: at_most(abs(gap), room, slack) for option, gap in gaps}
    fit = worst(fits.values())
    widest = max(gaps, key=lambda pair: abs(pair[1]), default=None)
    most = max(gaps, key=lambda pair: pair[1], default=None)
    wanted = [option for option in options if option.target]
    used = sum(option.key in found for option in options)
    excess = found.get(most[0].key, ()) if most and fit in (Fit.NEAR, Fit.OFF) else ()
    sentences = [_widest(widest, found, said)] if widest else [say(_NO_TARGET)]
    return Gauge(
        key,
        title,
        say(N_("{used} of {known} used"), used=used, known=len(options)) if said else say(_NOTHING),
        say_count("{n} share set", "{n} shares set", len(wanted)) if wanted else None,
        _known(fit, said, len(unsaid)),
        (*(sentences if said else ()), *_unsaid(unsaid, said)),
        ids((*unsaid, *excess)),
        _bars([replace(o, fit=fits.get(o.key, Fit.UNKNOWN)) for o in options], found, unsaid),
    )


_NOTHING = N_("Not said")
_NO_TARGET = N_("No share is aimed at yet: there is nothing to compare with.")


def _widest(
    widest: tuple[Option, float], found: Mapping[str, Sequence[Post]], said: int
) -> Message:
    option, _ = widest
    return say(
        N_("Furthest from its share: {name}, {share} for {target}."),
        name=option.label,
        share=Share(len(found.get(option.key, ())) / said),
        target=Share(option.target or 0),
    )


def _percent(share: float, said: int) -> Message:
    return say("{value}", value=Share(share)) if said else say(_NOTHING)


def _known(fit: Fit, said: int, unsaid: int) -> Fit:
    """Return the verdict, none where more lines are silent than speak."""
    return fit if said and said >= unsaid else Fit.UNKNOWN


def _unsaid(unsaid: Sequence[Post], said: int) -> tuple[Message, ...]:
    if not unsaid:
        return ()
    if not said:
        return (say(N_("No line says it yet.")),)
    return (
        say_count(
            "{n} line does not say: {lines}.",
            "{n} lines do not say: {lines}.",
            len(unsaid),
            lines=names(unsaid),
        ),
    )


def _bars(
    options: Sequence[Option],
    found: Mapping[str, Sequence[Post]],
    unsaid: Sequence[Post],
) -> tuple[Bar, ...]:
    """Return a bar for each answer that is given or aimed at, and one for those without."""
    said = sum(len(posts) for posts in found.values())
    bars = [
        Bar(
            option.label,
            say("{value}", value=Share(count / said if said else 0)),
            count,
            count / said if said else 0.0,
            option.target,
            option.fit,
        )
        for option in options
        for count in (len(found.get(option.key, ())),)
        if count or option.target
    ]
    return (*bars, *_unsaid_bar(len(unsaid), len(unsaid) + said))


def _unsaid_bar(count: int, total: int) -> tuple[Bar, ...]:
    if not count:
        return ()
    return (
        Bar(
            say(_NOTHING),
            say_count("{n} line", "{n} lines", count),
            count,
            count / total,
            unsaid=True,
        ),
    )


def purposes(scope: Scope) -> Gauge | None:
    """Whether each line says for whom, for what next step, and why (C108)."""
    posts = scope.posts
    if not posts:
        return None
    without = [post for post in posts if not post.has_purpose]
    kept = 1 - len(without) / len(posts)
    parts: tuple[tuple[str, Callable[[Post], object]], ...] = (
        (N_("For whom"), lambda post: post.persona or post.segment),
        (N_("Next step"), lambda post: post.cta),
        (N_("Why"), lambda post: post.reason),
    )
    return Gauge(
        "purpose",
        N_("Purpose"),
        say("{value}", value=Share(kept)),
        say(N_("every line")),
        at_least(kept, 1, 1 - MOST),
        (_purposeless(without),),
        ids(without),
        tuple(
            _counted(say(label), sum(bool(says(post)) for post in posts), len(posts))
            for label, says in parts
        ),
    )


def _purposeless(without: Sequence[Post]) -> Message:
    if not without:
        return say(N_("Every line says for whom, what next and why."))
    return say_count(
        "{n} line does not say for whom, what next or why: {lines}.",
        "{n} lines do not say for whom, what next or why: {lines}.",
        len(without),
        lines=names(without),
    )


def _counted(label: Message, count: int, total: int) -> Bar:
    return Bar(label, say(N_("{count} of {total}"), count=count, total=total), count, count / total)


def checklist(post: Post) -> Mapping[PostPractice, bool]:
    """Return the good practices that a line has and those that it has not (C122)."""
    return {practice: practice in post.practices for practice in PostPractice}


def practices(scope: Scope) -> Gauge | None:
    """The post checklist: which practices lines have, which the whole period lacks (C122)."""
    posts = scope.posts
    if not posts:
        return None
    unticked = [post for post in posts if not post.practices]
    few = [post for post in posts if 0 < len(post.practices) < PRACTICES]
    said = len(posts) - len(unticked)
    kept = (said - len(few)) / said if said else 0.0
    counts = {p: sum(p in post.practices for post in posts) for p in PostPractice}
    lacking = [say(practice.label) for practice, count in counts.items() if not count]
    sentences: list[Message] = []
    if said:
        sentences.append(_lacking(lacking))
    if few:
        sentences.append(
            say_count(
                "{n} line has only one: {lines}.",
                "{n} lines have only one: {lines}.",
                len(few),
                lines=names(few),
            )
        )
    return Gauge(
        "practices",
        N_("Good practices"),
        _percent(kept, said),
        say(N_("two or three a line")),
        _known(at_least(kept, 1, 1 - MOST), said, len(unticked)),
        (*sentences, *_unsaid(unticked, said)),
        ids((*unticked, *few)),
        tuple(_counted(say(p.label), count, len(posts)) for p, count in counts.items()),
    )


def _lacking(lacking: Sequence[Message]) -> Message:
    if not lacking:
        return say(N_("Each of the nine practices is used somewhere."))
    return say(N_("Nowhere in the period: {practices}."), practices=tuple(lacking))
