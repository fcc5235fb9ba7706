"""Step 5: us against competitors, network by network."""

from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import Account, AccountSnapshot
from canvas.steps.audit.market import Competitor, CompetitorMetric
from canvas.steps.common import Network
from canvas.steps.competitors.best import CompetitorPresence
from canvas.steps.competitors.comparison import (
    Measure,
    compare,
    contested,
    networks,
    on_network,
)
from canvas.steps.frame.organisation import Organisation

US = (
    Organisation(id="organisation", name="Port Bakery"),
    Account(id="a", handle="port", network=Network.INSTAGRAM),
    AccountSnapshot(
        id="s",
        account="a",
        followers=1_000,
        posts=10,
        period_days=35,
        shares=20,
        avg_interactions=50,
    ),
    Account(id="b", handle="site", network=Network.BLOG),
    AccountSnapshot(id="t", account="b", followers=400),
)
THEM = (
    Competitor(id="c", name="Le Noir"),
    Competitor(id="d", name="La Grange"),
    CompetitorMetric(id="1", competitor="c", network=Network.INSTAGRAM, followers=3_000),
    CompetitorMetric(id="2", competitor="c", network=Network.TIKTOK, avg_shares=4.0),
    CompetitorPresence(id="p", competitor="d", network=Network.INSTAGRAM, engagement_rate=0.02),
)


def strategy(*records):
    by_type = {}
    for record in records:
        by_type[record.key] = (*by_type.get(record.key, ()), record)
    return Strategy("s", 1, by_type)


ALL = strategy(*US, *THEM)


def test_we_come_first_and_every_competitor_is_there_counted_or_not():
    found = compare(ALL, Measure.FOLLOWERS)
    assert [(r.name, r.is_us, dict(r.values)) for r in found] == [
        ("Port Bakery", True, {Network.INSTAGRAM: 1_000}),
        ("Le Noir", False, {Network.INSTAGRAM: 3_000}),
        ("La Grange", False, {}),
    ]
    assert [r.total for r in found] == [1_000, 3_000, None]


def test_each_measure_is_worked_out_of_our_own_figures_as_it_is_read_of_others():
    ours = {measure: dict(compare(ALL, measure)[0].values) for measure in Measure}
    assert ours[Measure.SHARES] == {Network.INSTAGRAM: 2.0}
    assert ours[Measure.POSTS] == {Network.INSTAGRAM: 2.0}
    assert ours[Measure.ENGAGEMENT] == {Network.INSTAGRAM: 0.05}
    assert dict(compare(ALL, Measure.ENGAGEMENT)[2].values) == {Network.INSTAGRAM: 0.02}


def test_the_largest_comes_first_and_who_was_not_counted_last():
    found = on_network(compare(ALL, Measure.FOLLOWERS), Network.INSTAGRAM)
    assert [(rival.name, value) for rival, value in found] == [
        ("Le Noir", 3_000),
        ("Port Bakery", 1_000),
        ("La Grange", None),
    ]


def test_a_network_where_only_we_are_is_no_contest():
    pinterest = (
        Account(id="x", handle="pins", network=Network.PINTEREST),
        AccountSnapshot(id="y", account="x", followers=9_000),
    )
    found = compare(strategy(*US, *THEM, *pinterest), Measure.FOLLOWERS)
    assert networks(found) == [Network.PINTEREST, Network.INSTAGRAM]
    assert contested(found) == [Network.INSTAGRAM]
