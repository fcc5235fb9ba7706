"""From followers to clients and back (C54, C57)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.domain.records import EXISTS
from canvas.domain.strategy import build
from canvas.i18n import Translator
from canvas.rules.dashboard_period import period
from canvas.rules.feeds import Months
from canvas.rules.funnel import Levers, Origin, Stage, needs, simulate, start_of
from canvas.steps import RECORD_TYPES
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.measure.choices import Metric, Scope
from canvas.steps.measure.figures import PostResult, Visit
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.reports import ReportPeriod

EN = Translator("en")
OCTOBER = period(ReportPeriod.MONTH, dt.date(2026, 10, 1))
ACCOUNT = ("account", "a", {"handle": "gantrell", "network": "linkedin"})
LEVERS = Levers(2000, 10, 0.2, 0.02, 0.05, 0.1)


def snapshot(*records):
    rows = {(t, i): {EXISTS: True, **fields} for t, i, fields in (ACCOUNT, *records)}
    return build("s", 1, rows, RECORD_TYPES)


def start(figures, *records):
    strategy = snapshot(*records)
    return start_of(strategy, Months(strategy, figures), strategy.linked(Account, "a"), OCTOBER)


def post(number, reach, clicks):
    return PostResult(
        str(number), "a", Network.LINKEDIN, {Metric.REACH: reach, Metric.CLICKS: clicks},
        dt.datetime(2026, 10, number),  # noqa: DTZ001
    )  # fmt: skip


OWN = Figures(
    series={("a", Metric.FOLLOWERS, Scope.TOTAL): {dt.date(2026, 10, 31): 2000.0}},
    posts=(post(1, 300.0, 6.0), post(2, 400.0, 10.0), post(3, 500.0, 8.0)),
    visits=(
        Visit(OCTOBER.first, OCTOBER.last, {Metric.SESSIONS: 200.0, Metric.KEY_EVENTS: 8.0},
              source="linkedin", medium="social"),
    ),
)  # fmt: skip


def test_each_stage_is_a_part_of_the_one_before():
    found = simulate(LEVERS)
    assert found[Stage.REACHED] == 4000
    assert found[Stage.CLICKS] == 80
    assert found[Stage.CONTACTS] == 4
    assert found[Stage.CLIENTS] == pytest.approx(0.4)


def test_from_a_rate_that_nobody_knows_on_nothing_is_said():
    found = simulate(Levers(2000, 10, 0.2, None, 0.05, 0.1))
    assert found == {Stage.REACHED: 4000, Stage.CLICKS: None, Stage.CONTACTS: None,
                     Stage.CLIENTS: None}  # fmt: skip
    assert needs(Levers(2000, 10, 0.2, None, 0.05, 0.1), Stage.CONTACTS, 30) is None


def test_thirty_contacts_need_so_many_clicks_posts_or_followers():
    found = needs(LEVERS, Stage.CONTACTS, 30)
    assert found.stages[Stage.CLICKS] == pytest.approx(600)
    assert found.stages[Stage.REACHED] == pytest.approx(30_000)
    assert found.posts == pytest.approx(75)  # 30 000 ÷ (2 000 × 20 %)
    assert found.followers == pytest.approx(15_000)
    assert found.times == pytest.approx(7.5)
    assert Stage.CLIENTS not in found.stages


RATES = st.floats(0.001, 1)


@given(st.floats(1, 1e6), st.floats(0.1, 100), RATES, RATES, RATES, RATES,
       st.sampled_from(list(Stage)), st.floats(0.1, 1e5))  # fmt: skip
def test_backwards_and_forwards_meet(followers, posts, reach, click, contact, client, stage, n):
    levers = Levers(followers, posts, reach, click, contact, client)
    found = needs(levers, stage, n)
    with_posts = Levers(followers, found.posts, reach, click, contact, client)
    assert simulate(with_posts)[stage] == pytest.approx(n)
    with_followers = Levers(found.followers, posts, reach, click, contact, client)
    assert simulate(with_followers)[stage] == pytest.approx(n)
    assert found.times * simulate(levers)[stage] == pytest.approx(n)


def test_rates_come_from_own_figures_with_how_many_they_are_made_of():
    found = start(OWN)
    assert (found.followers.value, found.posts.value) == (2000, 3)
    assert found.reach.value == pytest.approx(0.2)  # 400 on average
    assert EN(found.reach.source) == "from 3 posts"
    assert found.click.value == pytest.approx(24 / 1200)
    assert "from 3 posts" in EN(found.click.source)
    assert found.contact.value == pytest.approx(0.04)
    assert EN(found.contact.source) == "key events over visits, from 200 visits"
    assert found.reach.origin is found.click.origin is found.contact.origin is Origin.OWN


def test_without_own_figures_the_strategy_speaks_then_published_sources_and_else_nobody():
    rate = ("reach_rate", "r", {"network": "linkedin", "organic_rate_low": 0.1,
                                "organic_rate_high": 0.3, "source": "Our 52 posts"})  # fmt: skip
    line = ("post", "p", {"title": "x", "date": "2026-10-05", "network": "linkedin"})
    found = start(Figures(), rate, line)
    assert (found.reach.value, found.reach.origin) == (pytest.approx(0.2), Origin.STRATEGY)
    assert "Our 52 posts" in EN(found.reach.source)
    assert (found.posts.value, found.posts.origin) == (1, Origin.STRATEGY)
    assert found.followers.value is found.click.value is found.contact.value is None
    assert found.click.origin is Origin.NONE
    assert start(Figures()).reach.origin is Origin.REFERENCE


def test_clients_are_what_is_not_cold_unless_sales_say_better():
    assert start(Figures()).client.value == pytest.approx(0.05)
    policy = ("lead_policy", "lead_policy", {"cold_rate": 0.85})
    assert start(Figures(), policy).client.value == pytest.approx(0.15)
    kpis = [("kpi", key, {"name": key, "measure": key}) for key in ("contacts", "sales")]
    readings = [("reading", key, {"kpi": key, "date": "2026-10-31", "value": value})
                for key, value in (("contacts", 40), ("sales", 6))]  # fmt: skip
    found = start(Figures(), policy, *kpis, *readings)
    assert (found.client.value, found.client.origin) == (0.15, Origin.OWN)
    assert EN(found.client.source) == "sales over contacts, from 40 contacts"
