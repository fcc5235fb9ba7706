"""What happened on the accounts, beside the period before (C15, C53, C54)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
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
from canvas.rules.report_view import NOT_READ, STEP, View, account_name, count, ratio, signed
from canvas.rules.report_words import Words
from canvas.steps.audit.accounts import CLOSING, Account
from canvas.steps.measure.choices import Metric

MOST_ACCOUNTS = 8
NAMED = 3

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
            *_of_people(known),
        ],
        step=STEP,
    )


def _of_people(known: Sequence[AccountFigures]) -> Iterator[Message]:
    """Say whose figure counts some people more than once."""
    added = [one for one in known if (seen := _seen(one)) and seen.is_added]
    if added:
        yield say(
            N_(
                "Reach is added up over days or posts, so whoever saw several of them is counted "
                "several times: {names}."
            ),
            names=_names(added),
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
    shown = Share(round(share, 2))
    return say("+{share}", share=shown) if share > 0 else say("{share}", share=shown)


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
