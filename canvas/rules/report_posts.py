"""What happened on the accounts, which posts worked and why (C50–C54, C122)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Bullets,
    Cell,
    Chart,
    ChartKind,
    ChartTable,
    Column,
    Gap,
    Item,
    Piece,
    ReportSection,
    Said,
    Series,
    Slide,
    Table,
    Tone,
)
from canvas.rules.dashboard_accounts import AccountFigures, Amount, in_words
from canvas.rules.dashboard_period import period
from canvas.rules.dashboard_posts import LOOK_BACK, Scored, post_figures
from canvas.rules.report_view import NOT_READ, STEP, View, account_name, count, ratio, signed
from canvas.rules.report_words import Words, panel, signs
from canvas.steps.audit.accounts import CLOSING, Account
from canvas.steps.measure.choices import Metric
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.plan.choices import PostPractice
from canvas.steps.wording import listed, shorten, shown

MOST_ACCOUNTS = 8
NAMED = 3

FEWEST_COMPARED = 3
"""Posts with a practice, and without it, from which the two are compared."""

_SEEN = (Metric.IMPRESSIONS, Metric.VIEWS, Metric.REACH)


def accounts(view: View, words: Words) -> Iterator[Piece]:
    """Show the accounts: followers, what was seen and done, beside the period before."""
    known = [one for one in view.board.accounts if one.followers or one.amounts]
    silent = [
        one
        for one in view.board.accounts
        if _done(one) is None and one.account.decision not in CLOSING
    ]
    if silent:
        yield Gap(
            say(N_("What happened on {names}"), names=_names(silent)),
            say(N_("An account that nobody reads is neither kept nor closed for a reason.")),
            STEP,
        )
    if not known:
        yield Gap(
            say(N_("The accounts in figures")),
            say(N_("Followers and interactions tell where the effort goes, and what it gives.")),
            STEP,
        )
        return
    # Those that more than their followers is known of come first.
    known.sort(key=lambda one: _done(one) is None)
    yield Slide(
        ReportSection.HAPPENED,
        words.title(_accounts_title(view, known)),
        _accounts_body(view, known[:MOST_ACCOUNTS], words),
        notes=[
            say(
                N_(
                    "The engagement rate is interactions over views, impressions where there are "
                    "none, both of the same source."
                )
            ),
            say(N_("What is missing is said so; it is not zero.")),
        ],
        step=STEP,
    )


def _names(found: Sequence[AccountFigures]) -> list[Said]:
    names = [account_name(one.account) for one in found[:NAMED]]
    if len(found) > NAMED:
        left = len(found) - NAMED
        names.append(say_count("{n} other account", "{n} other accounts", left))
    return names


def _accounts_title(view: View, known: Sequence[AccountFigures]) -> Message:
    moved = [(one, change) for one in known if (change := _won(view, one)) is not None]
    acted = [(one, done) for one in known if (done := _done(one)) and done.value is not None]
    if acted:
        best, done = max(acted, key=lambda pair: pair[1].value or 0)
        params = {"account": account_name(best.account), "n": round(done.value or 0)}
        before = _before(view, best)
        if before:
            return say(
                N_("Most happens on {account}: {n} interactions, {change} on the period before"),
                **params,
                change=_relative((done.value or 0) / before - 1),
            )
        return say(N_("Most happens on {account}: {n} interactions in the period"), **params)
    if moved:
        first, change = max(moved, key=lambda pair: pair[1])
        return say(
            N_("{account} moves most: {change} followers since the period before"),
            account=account_name(first.account),
            change=signed(change),
        )
    return say_count(
        "{n} account is followed, and only its followers are known",
        "{n} accounts are followed, and only their followers are known",
        len(known),
    )


def _relative(share: float) -> Message:
    return say("+{share}" if share > 0 else "{share}", share=Share(round(share, 2)))


def _won(view: View, one: AccountFigures) -> float | None:
    """Return followers won since the period before, None where they were not read then."""
    before, now = one.before, one.followers
    if before is None or now is None or before.day < view.span.previous.first:
        return None
    return one.gained if now.day >= view.span.first else None


def _done(one: AccountFigures) -> Amount | None:
    return next((a for a in one.amounts if a.metric is Metric.ENGAGEMENTS), None)


def _before(view: View, one: AccountFigures) -> float | None:
    """Return the interactions of the period before, None where it is known in part only."""
    done = _done(one)
    if done is None or done.previous is None or not done.is_whole:
        return None
    if done.from_posts:
        own = [p.published for p in view.figures.posts if p.account == one.account.id]
        first = min((at for at in own if at), default=None)
        # Posts that are known from the middle of that period on are no whole of it.
        if first is None or (first.year, first.month) > view.span.previous.months[0]:
            return None
    return done.previous


def _seen(one: AccountFigures) -> Amount | None:
    by_metric = {a.metric: a for a in one.amounts if a.value is not None}
    return next((by_metric[metric] for metric in _SEEN if metric in by_metric), None)


def _accounts_body(view: View, known: Sequence[AccountFigures], words: Words) -> Table | ChartTable:
    table = Table(
        (
            Column(say(N_("Account")), 2.4),
            Column(say(N_("Followers")), 1, figures=True),
            Column(say(N_("Change (followers)")), 1.5, figures=True),
            Column(say(N_("Shown or viewed")), 1.4, figures=True),
            Column(say(N_("Interactions")), 1, figures=True),
            Column(say(N_("Engagement rate")), 1.1, figures=True),
        ),
        [_account_row(view, one) for one in known],
    )
    compared = [(one, done) for one in known if (done := _done(one)) and done.value is not None]
    if not compared:
        return table
    remarks = [Item(said) for said in words.several("", _account_remarks(view, known)) if said]
    series = [Series(say(N_("Interactions, this period")), [done.value for _, done in compared])]
    before = [_before(view, one) for one, _ in compared]
    if any(value is not None for value in before):
        series.append(Series(say(N_("Interactions, period before")), before))
    names = [account_name(one.account) for one, _ in compared]
    return ChartTable(Chart(ChartKind.BARS, names, series, remarks[:NAMED]), table)


def _account_row(view: View, one: AccountFigures) -> Sequence[Said | Cell]:
    done, seen = _done(one), _seen(one)
    return (
        Cell(account_name(one.account), strong=True),
        count(one.followers.value if one.followers else None),
        _change(view, one),
        _amount(seen),
        _amount(done),
        _rate(one),
    )


def _change(view: View, one: AccountFigures) -> Said | Cell:
    won = _won(view, one)
    if won is not None:
        tone = Tone.GOOD if won > 0 else Tone.BAD if won < 0 else Tone.NEUTRAL
        return Cell(signed(won) if won else say(N_("unchanged")), tone)
    if one.before and one.gained is not None and one.before.day < view.span.previous.first:
        return say(
            N_("{change} since {date}"), change=signed(one.gained), date=one.before.day
        )  # fmt: skip
    return say(NOT_READ)


def _amount(found: Amount | None) -> Said | Cell:
    if found is None or found.value is None:
        return say(NOT_READ)
    if not found.is_whole:
        return Cell(say(N_("{value} (part)"), value=round(found.value)), Tone.WATCH)
    return say("{value}", value=round(found.value))


def _rate(one: AccountFigures) -> Said | Cell:
    rate = one.engagement
    if rate is None or rate.value is None:
        return say(NOT_READ)
    tone = Tone.NEUTRAL
    if rate.previous is not None and abs(rate.value - rate.previous) >= 0.001:
        tone = Tone.GOOD if rate.value > rate.previous else Tone.BAD
    return Cell(ratio(rate.value), tone)


def _account_remarks(view: View, known: Sequence[AccountFigures]) -> Iterator[Message]:
    for one in known:
        rate = one.engagement
        if rate and rate.value is not None and rate.previous is not None:
            yield say(
                N_("Engagement rate of {account}: {now}, after {before}."),
                account=account_name(one.account),
                now=Share(round(rate.value, 3)),
                before=Share(round(rate.previous, 3)),
            )
            break
    paid = [split for split in view.board.splits if split.paid_share and split.metric in _SEEN]
    if paid:
        first = max(paid, key=lambda split: split.total)
        yield say(
            N_("Advertising brought {share} of what {account} showed."),
            share=Share(round(first.paid_share or 0, 3)),
            account=account_name(view.strategy.linked(Account, first.account)),
        )
    # A reach beyond the followers comes from shares, and says nothing of followers.
    reached = [one for one in known if one.organic.value is not None and one.organic.value <= 1]
    if reached:
        yield in_words(reached[0].organic)


# --- Posts -------------------------------------------------------------------------------


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
        yield say(
            N_("{practice}: {times} times the others, over {n} posts of twelve months."),
            practice=one.practice,
            times=round(one.times, 1),
            n=one.posts,
        )
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
