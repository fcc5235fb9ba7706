"""The dashboard’s accounts: followers, what was seen and done, organic and paid."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from canvas.domain.messages import N_, Share, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.dashboard import Dashboard
from canvas.rules.dashboard_accounts import AccountFigures, Amount, Split, in_words
from canvas.rules.dashboard_posts import PostFigures, Side
from canvas.steps.audit.accounts import Account
from canvas.steps.measure.choices import Metric, Scope
from canvas.steps.wording import shorten
from canvas.ui.canvases import measure_charts as charts
from canvas.ui.canvases.measure_tables import (
    NAME_LENGTH,
    ROWS,
    ROWS_PROJECTED,
    Cell,
    called,
    change,
    heading,
    lines,
    number,
    ratio,
    shown_table,
    text,
)
from canvas.ui.components.table import Shown
from canvas.ui.markdown import plain
from canvas.ui.state import session

ACCOUNTS = N_("Accounts")
ADDED_PEOPLE = N_(
    "† Added up over days or posts: whoever saw several of them is counted several times."
)
ORGANIC = N_("Organic against paid")


def accounts(strategy: Strategy, found: Dashboard, tr: Translator) -> None:
    """Draw the accounts: followers as bars, then all that is known of each."""
    heading(ACCOUNTS, tr)
    known = [one for one in found.accounts if one.followers is not None]
    if known:
        title = tr(N_("Followers by account"))
        lines = tuple(
            (
                shorten(called(one.account, tr), NAME_LENGTH),
                one.followers.value if one.followers else None,
                _followers(one, tr),
            )
            for one in known[: ROWS_PROJECTED if session().projecting else ROWS]
        )
        charts.draw(partial(charts.by_account, title, lines), key="dashboard-followers")
    _account_table(found.accounts, tr)
    if session().projecting:
        return
    with st.expander(plain(tr(N_("What posts reach without advertising"))), key="dashboard-reach"):
        _reach(found.accounts, tr)
    lacking = [
        f"- {plain(called(one.account, tr))}: {plain(' '.join(map(tr, one.missing)))}"
        for one in found.accounts
        if one.missing
    ]
    if lacking:
        with st.expander(plain(tr(N_("What is missing"))), key="dashboard-lacking"):
            st.markdown("\n".join(lacking))


def _followers(one: AccountFigures, tr: Translator) -> str:
    if one.followers is None:
        return "–"
    shown = tr.number(one.followers.value, decimals=0)
    return f"{shown} ({change(one.gained, tr)})" if one.gained is not None else shown


def _account_table(found: Sequence[AccountFigures], tr: Translator) -> None:
    shown = [metric for metric in _COLUMNS if any(_amount(one, metric) for one in found)]
    headings = [tr(Account.one), tr(Metric.FOLLOWERS.label)]
    headings += [tr(metric.label) for metric in shown]
    bases = {one.engagement.base for one in found if one.engagement and one.engagement.value}
    alike = bases.pop() if len(bases) == 1 else None
    rate_name = N_("Engagement rate by {base}") if alike else N_("Engagement rate")
    headings.append(tr(rate_name, base=tr(alike.label).lower() if alike else ""))
    rows = []
    for one in found:
        cells = [text(called(one.account, tr))]
        level = one.followers.value if one.followers else None
        cells.append(number(level, tr, change(one.gained, tr)))
        cells += [_amount_cell(_amount(one, metric), tr) for metric in shown]
        cells.append(_rate_cell(one, alike, tr))
        rows.append(cells)
    shown_table(
        tr(N_("Figures by account")), headings, rows, tr, key="dashboard-accounts",
        figures=range(1, len(headings)),
    )  # fmt: skip
    if any(amount.from_posts for one in found for amount in one.amounts):
        said = N_("* The sum of the posts of the period: the account’s own figures are not known.")
        st.caption(plain(tr(said)))
    if any(amount.is_added for one in found for amount in one.amounts):
        st.caption(plain(tr(ADDED_PEOPLE)))


_COLUMNS = (Metric.REACH, Metric.IMPRESSIONS, Metric.VIEWS, Metric.ENGAGEMENTS, Metric.CLICKS)

_ALIKE = {Metric.VIEWERS: Metric.REACH, Metric.LINK_CLICKS: Metric.CLICKS}


def _amount(one: AccountFigures, metric: Metric) -> Amount | None:
    return next((a for a in one.amounts if _ALIKE.get(a.metric, a.metric) is metric), None)


def _amount_cell(amount: Amount | None, tr: Translator) -> Cell:
    if amount is None or amount.value is None:
        return Cell("–", None)
    mark = change(amount.change, tr) if amount.is_whole else tr(N_("in part"))
    cell = number(amount.value, tr)
    text = cell.shown.text if isinstance(cell.shown, Shown) else cell.shown
    marks = f"{'*' if amount.from_posts else ''}{'†' if amount.is_added else ''}"
    return Cell(Shown(f"{text}{marks}", mark), cell.value)


def _rate_cell(one: AccountFigures, alike: Metric | None, tr: Translator) -> Cell:
    """Return a rate, with what it is divided by where that is not the same for all."""
    rate = one.engagement
    if rate is None or rate.value is None:
        return Cell("–", None)
    base = "" if rate.base is alike else tr(rate.base.label).lower()
    return Cell(Shown(tr.share(rate.value), base), round(rate.value, 6))


def _reach(found: Sequence[AccountFigures], tr: Translator) -> None:
    headings = [
        tr(Account.one), tr(N_("Our posts reach")), tr(N_("Posts counted")), tr(N_("Usual part")),
        tr(N_("In words")),
    ]  # fmt: skip
    rows = [
        [
            text(called(one.account, tr)),
            ratio(one.organic.value, tr),
            number(one.organic.posts, tr),
            text(_ranges(one, tr)),
            text(tr(in_words(one.organic))),
        ]
        for one in found
        if one.organic.posts or one.organic.ranges
    ]
    title = tr(N_("Part of followers who see a post"))
    shown_table(title, headings, rows, tr, key="dashboard-organic", figures=(1, 2))


def _ranges(one: AccountFigures, tr: Translator) -> str:
    return " · ".join(
        tr(
            N_("{low} to {high} ({source})"),
            low=Share(found.low),
            high=Share(found.high),
            source=found.source or say(N_("no source")),
        )
        for found in one.organic.ranges
    )


def organic(strategy: Strategy, found: Dashboard, tr: Translator) -> None:
    """Draw what came without advertising beside what it brought (C51)."""
    heading(ORGANIC, tr)
    names = tr.label(Scope.ORGANIC), tr.label(Scope.PAID)
    splits = [split for split in found.splits if split.organic + split.paid]
    if splits:
        title = tr(N_("Organic and paid"))
        rows = tuple(
            (
                shorten(f"{_whose(strategy, split, tr)} · {tr(split.metric.label)}", NAME_LENGTH),
                split.organic / (split.organic + split.paid),
                tr(
                    N_("{organic} organic, {paid} paid"),
                    organic=round(split.organic),
                    paid=round(split.paid),
                ),
            )
            for split in splits[:ROWS]
        )
        charts.draw(partial(charts.organic_paid, title, rows, names), key="dashboard-split")
        headings = (tr(Account.one), tr(N_("Figure")), *names, tr(N_("In all")))
        values = tuple(
            (_whose(strategy, s, tr), tr(s.metric.label), s.organic, s.paid, s.total)
            for s in splits
        )
        charts.take_away(title, headings, values, tr, key="dashboard-split")
    else:
        said = N_("No file or reading of this period tells organic from paid.")
        st.markdown(plain(tr(said)))
    _sides(found.posts, tr)


def _whose(strategy: Strategy, split: Split, tr: Translator) -> str:
    account = strategy.linked(Account, split.account)
    return called(account, tr) if account else tr(N_("All accounts"))


def _sides(all_: PostFigures, tr: Translator) -> None:
    def row(title: str, side: Side) -> list[Cell]:
        return [
            text(tr(title)),
            number(side.posts, tr),
            number(side.interactions, tr),
            number(side.reach, tr),
        ]

    if all_.organic.posts + all_.paid.posts:
        headings = [
            tr(N_("Publications")), tr(N_("How many posts")), tr(N_("Interactions a post")),
            tr(N_("Reach a post")),
        ]  # fmt: skip
        rows = [row(N_("Without advertising"), all_.organic), row(N_("Paid for"), all_.paid)]
        title = tr(N_("Posts without advertising and paid for"))
        shown_table(title, headings, rows, tr, key="dashboard-sides", figures=(1, 2, 3))
    if all_.unsure:
        lines([say(N_("It is not known whether {n} posts were paid for."), n=all_.unsure)], tr)
