"""Which posts worked, and why: practices, hashtags, hours, voices (C50–C53, C122)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import (
    Bullets,
    Cell,
    Column,
    Gap,
    Piece,
    ReportSection,
    Said,
    Slide,
    Table,
    Tone,
)
from canvas.rules.dashboard_period import period
from canvas.rules.dashboard_posts import LOOK_BACK, Scored, post_figures
from canvas.rules.report_view import STEP, View, count
from canvas.rules.report_words import Words, panel, signs
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.plan.choices import PostPractice
from canvas.steps.wording import listed, shorten, shown

NAMED = 3

FEWEST_COMPARED = 3
"""Posts with a practice, and without it, from which the two are compared."""


def posts(view: View, words: Words) -> Iterator[Piece]:
    """Show the best and the weakest posts, each with what may explain it."""
    found = view.board.posts
    best, worst = found.best(NAMED), found.worst(NAMED)
    if not best:
        yield Gap(
            say(N_("The results of posts")),
            say(N_("Without them nobody knows what to do again, and what to stop.")),
            STEP,
        )
        return
    groups = ((N_("Best"), Tone.GOOD, best), (N_("Weakest"), Tone.BAD, worst))
    rows: list[Sequence[Said | Cell]] = [
        (
            Cell(say(label), tone, strong=True),
            Cell(listed([name_of_post(view, one, 70), shown(one.post.network)]), strong=True),
            say("{day}", day=one.post.published.date()) if one.post.published else "",
            count(one.interactions),
            _habit(one),
            words(f"why/{signs(one.post.key)}", why(view, one), about=name_of_post(view, one, 70)),
        )
        for label, tone, group in groups
        for one in group
    ]
    yield Slide(
        ReportSection.WORKED,
        words.title(_posts_title(view, best[0])),
        Table(
            (
                Column("", 1),
                Column(say(N_("Post")), 2.6),
                Column(say(N_("Published on")), 1.1),
                Column(say(N_("Interactions")), 0.9, figures=True),
                Column(say(N_("Against its habit")), 1, figures=True),
                Column(say(N_("What may explain it")), 2.6),
            ),
            rows,
        ),
        notes=[
            say(
                N_(
                    "A post is compared with the usual score of its own account over twelve "
                    "months: likes, comments and shares, weighted."
                )
            ),
            *found.missing,
        ],
        step=STEP,
    )


def name_of_post(view: View, one: Scored, limit: int) -> str:
    """Return what a post is called: its line of the calendar, else its first words."""
    line = view.line_of(one.post)
    return shorten((line.title if line else "") or one.post.text or one.post.key, limit)


def best_said(view: View) -> Message | None:
    """Return which post did best, None where nothing is known of any."""
    best = view.board.posts.best(1)
    return _posts_title(view, best[0]) if best else None


def _posts_title(view: View, one: Scored) -> Message:
    name = name_of_post(view, one, 48)
    if one.times is not None and one.times > 1:
        return say(
            N_("“{post}” did best: {times} times the usual score of its account"),
            post=name,
            times=round(one.times, 1),
        )
    return say_count(
        "“{post}” did best, with {n} interaction",
        "“{post}” did best, with {n} interactions",
        round(one.interactions if one.interactions is not None else one.score or 0),
        post=name,
    )


def _habit(one: Scored) -> Said | Cell:
    if one.times is None:
        return say(N_("no habit yet"))
    return Cell(say(N_("× {times}"), times=round(one.times, 1)), strong=one.stands_out)


def why(view: View, one: Scored) -> Said:
    """Return what may explain a result, from the calendar and the file; for a person to mend."""
    line = view.line_of(one.post)
    found: list[Said] = []
    if one.stands_out:
        found.append(say(N_("stands out: more than three times its habit")))
    if line is not None:
        found += [say(practice.label) for practice in line.practices]
        found.append(shown(line.intent))
    elif one.post.kind:
        found.append(shorten(one.post.kind, 40))
    if one.post.paid:
        found.append(say(N_("paid for")))
    found = [said for said in found if said]
    return listed(found) if found else say(N_("to be explained: nothing is ticked in the calendar"))


@dataclass(frozen=True, slots=True)
class Compared:
    """Posts with a practice beside those without it.

    Attributes:
        practice: What they contain.
        posts: How many contain it.
        times: Their average over that of the others.
    """

    practice: PostPractice
    posts: int
    times: float


def practices(view: View) -> list[Compared]:
    """Return the practices that can be compared over twelve months, the most fruitful first."""
    scores: dict[bool, dict[PostPractice, list[float]]] = {
        True: defaultdict(list), False: defaultdict(list)
    }  # fmt: skip
    year = period(ReportPeriod.YEAR, view.span.last, back=LOOK_BACK - 1)
    for one in post_figures(view.strategy, view.figures, year).scored:
        line, value = view.line_of(one.post), one.times
        if line is None or value is None:
            continue
        for practice in PostPractice:
            scores[practice in line.practices][practice].append(value)
    found = []
    for practice in PostPractice:
        inside, outside = scores[True][practice], scores[False][practice]
        if min(len(inside), len(outside)) >= FEWEST_COMPARED and mean(outside) > 0:
            found.append(Compared(practice, len(inside), mean(inside) / mean(outside)))
    return sorted(found, key=lambda one: -one.times)


def reasons(view: View, words: Words) -> Iterator[Piece]:
    """Say what good posts share, which tags and hours help, and what people say."""
    if not view.board.posts.scored:
        return
    compared = practices(view)
    panels = [
        panel(words, "practices", N_("Practices"), _practices_said(compared), Tone.GOOD),
        panel(words, "tags", N_("Hashtags and hours"), _tags_said(view), Tone.ACCENT),
        panel(words, "voice", N_("What people say"), _voice_said(view)),
    ]
    yield Slide(
        ReportSection.WORKED,
        words.title(_reasons_title(view, compared)),
        Bullets([panel for panel in panels if panel.items]),
        notes=[
            say(
                N_("A comparison needs {n} posts on each side; it shows a link, and no cause."),
                n=FEWEST_COMPARED,
            )
        ],
        step=STEP,
    )


def _reasons_title(view: View, compared: Sequence[Compared]) -> Message:
    if compared and compared[0].times >= 1.1:
        first = compared[0]
        return say(
            N_("Posts with “{practice}” do {times} times as well as the others"),
            practice=first.practice,
            times=round(first.times, 1),
        )
    number = len(view.board.posts.scored)
    if compared:
        return say_count(
            "Nothing sets the good posts apart yet, over {n} post",
            "Nothing sets the good posts apart yet, over {n} posts",
            number,
        )
    return say_count(
        "{n} post in the period: too few to say what works for sure",
        "{n} posts in the period: too few to say what works for sure",
        number,
    )


def _practices_said(compared: Sequence[Compared]) -> Iterator[Message]:
    for one in [*compared[:NAMED], *compared[NAMED:][-1:]]:
        times = round(one.times, 1)
        sentence = (
            N_("{practice}: as much as the others, over {n} posts of twelve months.")
            if times == 1
            else N_("{practice}: {times} times the others, over {n} posts of twelve months.")
        )
        yield say(sentence, practice=one.practice, times=times, n=one.posts)
    if not compared:
        yield say(
            N_("Not enough posts with practices ticked in the calendar: {n} with and without."),
            n=FEWEST_COMPARED,
        )


def _tags_said(view: View) -> Iterator[Message]:
    tagged = [one for one in view.board.posts.tags if one.mean is not None]
    if tagged:
        first = max(tagged, key=lambda one: one.mean or 0)
        yield say(
            N_("#{tag}: {mean} interactions on average, over {n} posts."),
            tag=first.tag,
            mean=round(first.mean or 0),
            n=first.posts,
        )
    else:
        yield say(N_("No hashtag was used often enough to be compared."))
    yield view.board.times.said


def _voice_said(view: View) -> Iterator[Message]:
    yield from view.board.mentions.said
    kept = [one for one in view.board.responses if one.fits]
    measured = [one for one in view.board.responses if one.fits is not None]
    if measured:
        yield say(
            N_("Answers in time on {n} of {all} networks that are measured."),
            n=len(kept),
            all=len(measured),
        )
        slow = [one for one in measured if not one.fits]
        if slow:
            first = max(slow, key=lambda one: (one.hours or 0) / (one.target.target_h or 1))
            yield say(
                N_("Slowest on {network}: {hours} h, for an aim of {aim} h."),
                network=first.target.network,
                hours=first.hours,
                aim=first.target.target_h,
            )
    elif view.board.responses:
        yield say(N_("Nobody has measured how fast messages are answered."))
