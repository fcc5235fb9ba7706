"""What a post reaches without advertising, and objectives that ask for more (C54)."""

from __future__ import annotations

import datetime as dt

import pytest

from canvas.rules.feeds import Months
from canvas.rules.funnel import Stage
from canvas.rules.reach_check import asked, last_year, reach_by_network
from canvas.steps.audit.accounts import Account, AccountSnapshot
from canvas.steps.common import Frequency, Network
from canvas.steps.measure.merged import merged
from canvas.steps.measure.readings import PostMetric
from canvas.steps.objectives.indicators import Kpi, Measure, ReachRate
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.rhythm import Cadence
from tests.unit.steps.support import EN, strategy

TODAY = dt.date(2026, 11, 20)
PAGE = Account(id="a", network=Network.FACEBOOK, handle="Shop")
READ = AccountSnapshot(id="s", account="a", date=dt.date(2026, 10, 1), followers=1_000)
RHYTHM = Cadence(id="c", account="a", posts_per_week=3)
AIM = Objective(id="o", title="Be seen by the town")
OWN = ReachRate(
    id="r", network=Network.FACEBOOK, organic_rate_low=0.1, organic_rate_high=0.2, source="Ours"
)


def looked_at(*records):
    whole = strategy(*records)
    months = Months(whole, merged(whole, {}))
    return whole, months, last_year(whole, months.figures, TODAY)


def verdict(*records, **kpi):
    wanted = Kpi(id="k", name="Seen", objective="o", **{"measure": Measure.REACH, **kpi})
    (found,) = asked(*looked_at(PAGE, READ, AIM, wanted, *records))
    return found


def test_a_post_reaches_what_the_source_says_of_the_followers():
    (found,) = reach_by_network(*looked_at(PAGE, READ))
    assert found.expected == (25, 50)
    assert found.own is None
    assert EN(found.published.source) == "ConseilsMarketing.com, 2020"


def test_ones_own_rate_counts_and_stands_beside_the_published_one():
    (found,) = reach_by_network(*looked_at(PAGE, READ, OWN))
    assert found.expected == (100, 200)
    assert (found.published.low, found.own.source) == (0.025, "Ours")


def test_what_posts_really_reached_is_shown_once_there_are_three():
    posts = [
        PostMetric(
            id=f"m{n}", account="a", network=Network.FACEBOOK, title=f"Loaf {n}", reach=80,
            published_on=dt.date(2026, 10, 1 + n),
        )
        for n in range(3)
    ]  # fmt: skip
    (found,) = reach_by_network(*looked_at(PAGE, READ, *posts))
    assert (found.measured, found.posts) == (pytest.approx(0.08), 3)


def test_a_target_beyond_followers_rhythm_and_rate_is_called_so():
    found = verdict(RHYTHM, target=5_000)
    assert found.most == pytest.approx(1_000 * 0.05 * 13)
    assert found.is_beyond
    assert "pay for reach" in EN(found.verdict)
    assert not verdict(RHYTHM, target=600).is_beyond


def test_a_corrected_rate_makes_a_target_believable():
    assert verdict(RHYTHM, target=2_000).is_beyond
    assert not verdict(RHYTHM, OWN, target=2_000).is_beyond


def test_a_target_of_a_quarter_is_weighed_by_the_month():
    assert verdict(RHYTHM, target=900, frequency=Frequency.QUARTERLY).wanted == 300


def test_clicks_without_a_known_rate_are_weighed_by_the_people_reached():
    found = verdict(RHYTHM, target=65, measure=Measure.CLICKS)
    assert found.bound is Stage.REACHED
    assert EN(found.verdict) == "Takes one in 10 (People reached)."


def test_without_followers_or_posts_nothing_is_claimed():
    found = verdict(target=5_000)
    assert found.most is None
    assert not found.is_beyond


def test_money_and_what_counts_no_people_are_left_alone():
    kpis = (
        Kpi(id="k1", objective="o", measure=Measure.SALES, target=900, unit="€ a month"),
        Kpi(id="k2", objective="o", measure=Measure.FOLLOWERS, target=900),
    )
    assert list(asked(*looked_at(PAGE, READ, AIM, RHYTHM, *kpis))) == []
