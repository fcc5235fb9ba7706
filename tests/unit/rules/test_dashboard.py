"""The dashboard on the smallest cases: each figure here can be checked by hand."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.dashboard import dashboard
from canvas.rules.dashboard_accounts import account_figures, in_words, splits
from canvas.rules.dashboard_key import Light, key_figure
from canvas.rules.dashboard_period import (
    months_known,
    opening_period,
    period,
    period_around,
    periods_known,
)
from canvas.rules.dashboard_posts import post_figures
from canvas.rules.dashboard_times import times
from canvas.rules.dashboard_voice import mention_figures, response_figures
from canvas.rules.feeds import Months, course, is_social
from canvas.steps.audit.accounts import Account, AccountDecision, AccountSnapshot
from canvas.steps.common import Network, Sentiment, Weekday
from canvas.steps.frame.settings import Settings
from canvas.steps.measure.choices import Grain, Metric, Platform, Scope
from canvas.steps.measure.figures import Batch, Daily, PostResult, Visit
from canvas.steps.measure.follow_up import Mention
from canvas.steps.measure.merged import Figures, merged
from canvas.steps.measure.readings import Reading
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.objectives.indicators import Hashtag, InteractionWeights, Kpi, Measure, ReachRate
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.rhythm import BestTime
from canvas.steps.segments.service import ResponseTarget

EN = Translator("en")
MONTH, QUARTER, YEAR = ReportPeriod.MONTH, ReportPeriod.QUARTER, ReportPeriod.YEAR
OCTOBER = period(MONTH, dt.date(2026, 10, 1))

A = Account(id="a", handle="@port", network=Network.INSTAGRAM)
B = Account(id="b", handle="Port", network=Network.FACEBOOK)


def strategy_of(*records):
    by_type = {}
    for record in records:
        by_type.setdefault(type(record).key, []).append(record)
    return Strategy("s", 1, {key: tuple(found) for key, found in by_type.items()})


def days(account, metric, first, values, scope=Scope.TOTAL):
    return [Daily(account, metric, scope, first + dt.timedelta(n), float(value))
            for n, value in enumerate(values)]  # fmt: skip


def figures_of(strategy, daily=(), posts=(), visits=()):
    batch = Batch(Platform.TABLE, Grain.DAYS, dt.date(2026, 11, 2), daily=tuple(daily),
                  posts=tuple(posts), visits=tuple(visits))  # fmt: skip
    return merged(strategy, {"one": batch})


def post(key, at, account="a", paid=None, text="", **counters):
    known = {Metric.of(name): float(value) for name, value in counters.items()}
    return PostResult(key, account, Network.INSTAGRAM, known, at, text=text, paid=paid)


def at(day, hour=9, month=10):
    return dt.datetime(2026, month, day, hour, 30)  # noqa: DTZ001


def said(messages):
    return " ".join(EN(message) for message in messages)


class TestPeriods:
    def test_a_quarter_is_three_months_and_has_the_three_before_it(self):
        quarter = period(QUARTER, dt.date(2026, 1, 15))
        assert (quarter.first, quarter.last) == (dt.date(2026, 1, 1), dt.date(2026, 3, 31))
        assert quarter.previous == period(QUARTER, dt.date(2025, 10, 1))
        assert quarter.months == ((2026, 1), (2026, 2), (2026, 3))

    def test_quarters_are_those_of_the_strategy(self):
        own = strategy_of(Settings(id="settings", start_date=dt.date(2026, 9, 15)))
        assert period_around(own, QUARTER, dt.date(2026, 10, 31)).first == dt.date(2026, 9, 1)
        assert period_around(own, QUARTER, dt.date(2026, 8, 31)).first == dt.date(2026, 6, 1)
        assert period_around(Strategy("s"), YEAR, dt.date(2026, 8, 3)).first == dt.date(2026, 1, 1)

    def test_the_dashboard_opens_on_the_latest_period_that_is_over(self):
        strategy = strategy_of(A)
        figures = figures_of(strategy, days("a", Metric.VIEWS, dt.date(2026, 8, 30), [1] * 70))
        known = periods_known(strategy, months_known(strategy, figures), MONTH)
        assert [span.key[-7:] for span in known] == ["2026-11", "2026-10", "2026-09", "2026-08"]
        assert opening_period(known, dt.date(2026, 11, 5)) == OCTOBER
        assert opening_period((), dt.date(2026, 11, 5)) is None


class TestFeeds:
    def test_what_a_person_typed_wins_over_files_month_by_month(self):
        kpi = Kpi(id="k", name="Followers", measure=Measure.FOLLOWERS)
        typed = Reading(id="r", kpi="k", date=dt.date(2026, 10, 31), value=90)
        strategy = strategy_of(A, kpi, typed)
        daily = days("a", Metric.FOLLOWERS, dt.date(2026, 9, 30), [80, 81])
        found = course(strategy, figures_of(strategy, daily), kpi)
        assert dict(zip(found.months, found.values, strict=True)) == {(2026, 9): 80, (2026, 10): 90}
        assert found.fed == {(2026, 9)}

    def test_an_account_that_is_missing_leaves_the_month_open_and_never_lowers_it(self):
        kpi = Kpi(id="k", name="Followers", measure=Measure.FOLLOWERS)
        strategy = strategy_of(A, B, kpi)
        daily = [*days("a", Metric.FOLLOWERS, dt.date(2026, 9, 30), [80]),
                 *days("b", Metric.FOLLOWERS, dt.date(2026, 9, 30), [20]),
                 *days("a", Metric.FOLLOWERS, dt.date(2026, 10, 31), [81])]  # fmt: skip
        found = course(strategy, figures_of(strategy, daily), kpi)
        assert (found.months, found.values) == (((2026, 9),), (100,))

    def test_an_account_that_was_closed_is_not_waited_for(self):
        end = dt.date(2026, 9, 30)
        closed = Account(id="b", handle="Port", decision=AccountDecision.DELETE, deadline=end)
        kpi = Kpi(id="k", name="Followers", measure=Measure.FOLLOWERS)
        strategy = strategy_of(A, closed, kpi)
        daily = [*days("a", Metric.FOLLOWERS, dt.date(2026, 10, 31), [81]),
                 *days("b", Metric.FOLLOWERS, dt.date(2026, 9, 30), [20])]  # fmt: skip
        found = course(strategy, figures_of(strategy, daily), kpi)
        assert found.values == (81,)

    def test_the_first_days_of_a_daily_file_are_no_poor_month(self):
        kpi = Kpi(id="k", name="Reach", measure=Measure.REACH)
        strategy = strategy_of(A, kpi)
        daily = days("a", Metric.REACH, dt.date(2026, 9, 21), [10] * 41)
        found = course(strategy, figures_of(strategy, daily), kpi)
        assert (found.months, found.values) == (((2026, 10),), (310,))

    def test_a_figure_a_month_counts_as_it_is(self):
        kpi = Kpi(id="k", name="Contacts", measure=Measure.CONTACTS)
        strategy = strategy_of(A, kpi)
        daily = [d for m in (8, 9, 10)
                 for d in days("a", Metric.CONTACTS, dt.date(2026, m, 1), [m])]  # fmt: skip
        assert course(strategy, figures_of(strategy, daily), kpi).values == (8, 9, 10)

    def test_an_indicator_counts_the_accounts_of_its_networks_alone(self):
        kpi = Kpi(id="k", name="F", measure=Measure.FOLLOWERS, networks=(Network.FACEBOOK,))
        strategy = strategy_of(A, B, kpi)
        daily = [*days("a", Metric.FOLLOWERS, dt.date(2026, 10, 31), [80]),
                 *days("b", Metric.FOLLOWERS, dt.date(2026, 10, 31), [20])]  # fmt: skip
        assert course(strategy, figures_of(strategy, daily), kpi).values == (20,)

    def test_the_engagement_rate_is_computed_from_its_parts_and_never_averaged(self):
        kpi = Kpi(id="k", name="E", measure=Measure.ENGAGEMENT_BY_VIEWS, unit="%")
        strategy = strategy_of(A, B, kpi)
        posts = [post("1", at(2), views=100, likes=9, comments=1),
                 post("2", at(3), account="b", views=900, likes=10)]  # fmt: skip
        # 10 % and 1.1 %: together 20 in 1,000.
        assert course(strategy, figures_of(strategy, posts=posts), kpi).values == (2,)

    def test_paid_likes_are_read_from_the_paid_part(self):
        kpi = Kpi(id="k", name="P", measure=Measure.PAID_LIKES)
        strategy = strategy_of(A, kpi)
        daily = [*days("a", Metric.LIKES, OCTOBER.first, [2] * 31, Scope.PAID),
                 *days("a", Metric.LIKES, OCTOBER.first, [5] * 31, Scope.ORGANIC)]  # fmt: skip
        assert course(strategy, figures_of(strategy, daily), kpi).values == (62,)

    def test_clicks_come_from_visits_where_no_network_counts_them(self):
        kpi = Kpi(id="k", name="C", measure=Measure.CLICKS, networks=(Network.INSTAGRAM,))
        strategy = strategy_of(A, kpi)
        month = dt.date(2026, 10, 1), dt.date(2026, 10, 31)
        visits = [Visit(*month, {Metric.SESSIONS: 40.0}, source="l.instagram.com"),
                  Visit(*month, {Metric.SESSIONS: 7.0}, source="google")]  # fmt: skip
        assert course(strategy, figures_of(strategy, visits=visits), kpi).values == (40,)

    def test_x_is_not_found_in_every_word_that_has_its_letter(self):
        assert not is_social(Visit(OCTOBER.first, OCTOBER.last, {}, source="exchange"),
                             (Network.X,))  # fmt: skip
        assert is_social(Visit(OCTOBER.first, OCTOBER.last, {}, channel="Organic Social"))

    def test_a_measure_that_nothing_feeds_stays_with_what_was_typed(self):
        kpi = Kpi(id="k", name="Other", measure=Measure.OTHER)
        strategy = strategy_of(A, kpi)
        daily = days("a", Metric.VIEWS, dt.date(2026, 10, 1), [1] * 31)
        assert course(strategy, figures_of(strategy, daily), kpi).months == ()


class TestKeyIndicators:
    """Twelve months from 20 to 60: a straight line does a twelfth a month."""

    def key(self, value, *, objective=True, baseline=20, target=60, span=OCTOBER, **more):
        kpi = Kpi(id="k", name="Visits", is_key=True, baseline=baseline, target=target,
                  objective="o" if objective else "", **more)  # fmt: skip
        goal = Objective(id="o", start=dt.date(2026, 1, 1), due=dt.date(2026, 12, 31))
        readings = [Reading(id="r", kpi="k", date=dt.date(2026, 10, 31), value=value),
                    Reading(id="q", kpi="k", date=dt.date(2026, 9, 30), value=40)]  # fmt: skip
        strategy = strategy_of(kpi, goal, *readings)
        return key_figure(strategy, Months(strategy, Figures()), kpi, span)

    def test_green_amber_and_red_follow_the_straight_line(self):
        assert self.key(60).light is Light.GREEN
        assert self.key(50).way == 0.75  # of 0.83 that the line has done
        assert self.key(50).light is Light.GREEN
        assert self.key(44).light is Light.AMBER
        assert self.key(38).light is Light.RED
        assert self.key(12).light is Light.RED

    def test_without_a_due_date_green_is_for_a_target_that_is_reached(self):
        lights = [self.key(value, objective=False).light for value in (60, 21, 20)]
        assert lights == [Light.GREEN, Light.AMBER, Light.RED]

    def test_a_delay_that_falls_is_good_news(self):
        assert self.key(2, baseline=9, target=2).light is Light.GREEN

    def test_without_a_start_or_a_target_there_is_no_light_and_it_is_said(self):
        found = self.key(50, baseline=None)
        assert found.light is Light.NONE
        assert "starting value is missing" in said(found.missing)
        assert "value to reach is missing" in said(self.key(50, target=None).missing)

    def test_it_is_compared_with_the_period_before(self):
        found = self.key(50)
        assert (found.value, found.previous, found.change) == (50, 40, 10)
        assert "Up from 40" in said(found.said)

    def test_a_period_without_a_figure_says_so_and_names_the_latest(self):
        found = self.key(50, span=period(MONTH, dt.date(2026, 11, 1)))
        assert found.value is None
        assert found.light is Light.NONE
        assert "the latest one, 50, is of October 2026" in said(found.missing)

    def test_a_quarter_that_misses_a_month_is_not_added_up(self):
        quarter = period(QUARTER, dt.date(2026, 8, 1))
        found = self.key(50, span=quarter, measure=Measure.SALES)
        assert found.total is None
        assert "August 2026" in said(found.missing)


class TestAccounts:
    def test_followers_and_what_was_won_since_the_period_before(self):
        snapshot = AccountSnapshot(id="s", account="a", date=dt.date(2026, 9, 30), followers=100)
        strategy = strategy_of(A, snapshot)
        daily = days("a", Metric.FOLLOWERS, dt.date(2026, 10, 30), [119, 120])
        (one,) = account_figures(strategy, Months(strategy, figures_of(strategy, daily)), OCTOBER)
        assert (one.followers.value, one.gained) == (120, 20)

    def test_a_number_read_long_before_is_no_number_of_the_period_before(self):
        snapshot = AccountSnapshot(id="s", account="a", date=dt.date(2025, 11, 30), followers=100)
        strategy = strategy_of(A, snapshot)
        daily = days("a", Metric.FOLLOWERS, dt.date(2026, 10, 31), [120])
        months = Months(strategy, figures_of(strategy, daily))
        (one,) = account_figures(strategy, months, OCTOBER)
        assert (one.followers.value, one.gained) == (120, None)
        assert "not read in the period before" in said(one.missing)
        november = period(MONTH, dt.date(2026, 11, 1))
        (later,) = account_figures(strategy, months, november)
        assert (later.followers.value, later.gained) == (120, None)
        assert "last read on 31 October 2026" in said(later.missing)

    def test_followers_won_and_lost_each_day_continue_the_last_number(self):
        snapshot = AccountSnapshot(id="s", account="a", date=dt.date(2026, 10, 29), followers=100)
        strategy = strategy_of(A, snapshot)
        daily = [*days("a", Metric.NEW_FOLLOWERS, dt.date(2026, 10, 30), [5, 3]),
                 *days("a", Metric.UNFOLLOWS, dt.date(2026, 10, 30), [1, 0])]  # fmt: skip
        (one,) = account_figures(strategy, Months(strategy, figures_of(strategy, daily)), OCTOBER)
        assert (one.followers.value, one.followers.day) == (107, dt.date(2026, 10, 31))

    def test_an_account_of_which_nothing_is_known_is_not_an_account_with_nothing(self):
        strategy = strategy_of(A)
        (one,) = account_figures(strategy, Months(strategy, Figures()), OCTOBER)
        assert (one.followers, one.gained, one.amounts, one.engagement) == (None, None, (), None)
        assert "never read" in said(one.missing)

    def test_a_month_that_is_known_in_part_is_not_compared(self):
        strategy = strategy_of(A)
        daily = days("a", Metric.VIEWS, dt.date(2026, 9, 1), [10] * 40)
        (one,) = account_figures(strategy, Months(strategy, figures_of(strategy, daily)), OCTOBER)
        (views,) = one.amounts
        assert (views.value, views.previous, views.is_whole, views.change) == (
            100,
            300,
            False,
            None,
        )
        assert "Only a part" in said(one.missing)

    def test_posts_speak_for_an_account_whose_days_nobody_knows(self):
        strategy = strategy_of(A)
        posts = [post("1", at(2), views=100, likes=9, comments=1), post("2", at(5), views=300)]
        months = Months(strategy, figures_of(strategy, posts=posts))
        (one,) = account_figures(strategy, months, OCTOBER)
        assert {a.metric: (a.value, a.from_posts) for a in one.amounts} == {
            Metric.VIEWS: (400, True), Metric.ENGAGEMENTS: (10, True),
        }  # fmt: skip
        # The second post has no interactions: its views are no part of the rate.
        assert one.engagement.value == pytest.approx(0.1)

    def test_organic_reach_stands_beside_what_the_strategy_and_the_sources_say(self):
        own = ReachRate(id="r", network=Network.INSTAGRAM, organic_rate_low=0.22,
                        organic_rate_high=0.48, source="Our ten last posts")  # fmt: skip
        snapshot = AccountSnapshot(id="s", account="a", date=dt.date(2026, 10, 1), followers=1000)
        strategy = strategy_of(A, own, snapshot)
        posts = [*(post(str(n), at(n), reach=n * 100) for n in (1, 2, 3)),
                 post("paid", at(4), reach=9000, paid=True)]  # fmt: skip
        months = Months(strategy, figures_of(strategy, posts=posts))
        (one,) = account_figures(strategy, months, OCTOBER)
        assert (one.organic.value, one.organic.posts) == (0.2, 3)
        assert one.organic.ranges[0].low == 0.22
        assert len(one.organic.ranges) > 1  # the sources' own
        assert "usual: 22% to 48% (Our ten last posts)" in EN(in_words(one.organic))

    def test_a_reach_beyond_the_followers_is_no_part_of_them(self):
        snapshot = AccountSnapshot(id="s", account="a", date=dt.date(2026, 10, 1), followers=100)
        strategy = strategy_of(A, snapshot)
        posts = [post(str(n), at(n), reach=233) for n in (1, 2, 3)]
        months = Months(strategy, figures_of(strategy, posts=posts))
        (one,) = account_figures(strategy, months, OCTOBER)
        told = EN(in_words(one.organic))
        assert told.startswith("A post reaches 2.3 times as many people as follow the account")
        assert "%" not in told

    def test_a_reach_that_is_added_up_says_so_and_one_that_was_typed_does_not(self):
        kpi = Kpi(id="k", name="Reach", measure=Measure.REACH)
        strategy = strategy_of(A, kpi)
        daily = days("a", Metric.REACH, OCTOBER.first, [10] * 31)
        months = Months(strategy, figures_of(strategy, daily))
        (one,) = account_figures(strategy, months, OCTOBER)
        assert [(a.metric, a.is_added) for a in one.amounts] == [(Metric.REACH, True)]
        assert "counts each time" in said(key_figure(strategy, months, kpi, OCTOBER).said)
        typed = Reading(id="r", account="a", metric=Metric.REACH, date=OCTOBER.last, value=90)
        both = strategy_of(A, kpi, typed)
        months = Months(both, figures_of(both, daily))
        (one,) = account_figures(both, months, OCTOBER)
        assert [(a.value, a.is_added) for a in one.amounts] == [(90, False)]
        assert "counts each time" not in said(key_figure(both, months, kpi, OCTOBER).said)

    def test_what_is_known_of_an_account_besides_its_main_figures_is_named(self):
        strategy = strategy_of(A)
        daily = days("a", Metric.PROFILE_VISITS, OCTOBER.first, [3, 4])
        (one,) = account_figures(strategy, Months(strategy, figures_of(strategy, daily)), OCTOBER)
        assert "What its files tell besides: Visits of the profile." in said(one.missing)
        (bare,) = account_figures(strategy, Months(strategy, figures_of(strategy)), OCTOBER)
        assert "Nothing else is known of it" in said(bare.missing)

    def test_two_posts_are_not_enough_for_an_average_reach(self):
        strategy = strategy_of(A)
        posts = [post("1", at(1), reach=10), post("2", at(2), reach=10)]
        months = Months(strategy, figures_of(strategy, posts=posts))
        (one,) = account_figures(strategy, months, OCTOBER)
        assert one.organic.value is None
        assert "Not enough data: 2 posts" in EN(in_words(one.organic))

    @settings(max_examples=40)
    @given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=31))
    def test_organic_and_paid_make_the_total_where_all_three_are_given(self, parts):
        strategy = strategy_of(A)
        daily = [d for scope, values in (
            (Scope.ORGANIC, [o for o, _ in parts]),
            (Scope.PAID, [p for _, p in parts]),
            (Scope.TOTAL, [o + p for o, p in parts]),
        ) for d in days("a", Metric.LIKES, OCTOBER.first, values, scope)]  # fmt: skip
        (one,) = splits(Months(strategy, figures_of(strategy, daily)), OCTOBER)
        assert one.organic + one.paid == one.total
        assert one.days == len(parts)

    def test_a_day_of_which_one_part_is_missing_is_not_split(self):
        strategy = strategy_of(A)
        daily = [*days("a", Metric.LIKES, OCTOBER.first, [1, 1, 1], Scope.ORGANIC),
                 *days("a", Metric.LIKES, OCTOBER.first, [2], Scope.PAID)]  # fmt: skip
        (one,) = splits(Months(strategy, figures_of(strategy, daily)), OCTOBER)
        assert (one.organic, one.paid, one.total, one.days) == (1, 2, 3, 1)


WEIGHTS = InteractionWeights(id="interaction_weights", like=1, comment=2, share=3)

POSTS = st.lists(
    st.builds(
        lambda n, likes, comments, day: post(str(n), at(day), **{
            name: value for name, value in (("likes", likes), ("comments", comments))
            if value is not None}),
        st.integers(0, 99), st.none() | st.integers(0, 50), st.none() | st.integers(0, 50),
        st.integers(1, 31),
    ), max_size=8, unique_by=lambda p: p.key,
)  # fmt: skip


class TestPosts:
    def found(self, *posts, records=()):
        strategy = strategy_of(A, WEIGHTS, *records)
        return post_figures(strategy, figures_of(strategy, posts=posts), OCTOBER)

    def test_a_share_counts_more_than_a_comment_and_a_comment_more_than_a_like(self):
        found = self.found(post("1", at(1), likes=10, comments=2, shares=1, saves=4))
        assert (found.score, found.interactions) == (10 + 4 + 3, 17)

    def test_a_post_beyond_three_medians_stands_out(self):
        usual = [post(str(n), at(n + 1), likes=10) for n in range(5)]
        found = self.found(*usual, post("hit", at(9), likes=31), post("good", at(10), likes=30))
        assert [one.post.key for one in found.outliers] == ["hit"]
        assert found.best(1)[0].times == 3.1

    def test_no_post_stands_out_where_there_are_too_few_to_compare(self):
        found = self.found(post("1", at(1), likes=1), post("2", at(2), likes=100))
        assert found.outliers == ()
        assert "fewer than 5 posts" in said(found.missing)

    def test_no_post_is_among_the_best_and_the_worst(self):
        found = self.found(*(post(str(n), at(n + 1), likes=n) for n in range(4)))
        assert [one.post.key for one in found.best()] == ["3", "2", "1"]
        assert [one.post.key for one in found.worst()] == ["0"]

    def test_a_post_whose_interactions_nobody_knows_is_not_the_worst(self):
        found = self.found(post("1", at(1), views=10), *(post(str(n), at(n), likes=n)
                           for n in range(2, 7)))  # fmt: skip
        assert "1" not in [one.post.key for one in found.worst()]
        assert "1 post has no likes" in said(found.missing)

    def test_hashtags_are_counted_in_the_texts_and_beside_those_that_are_followed(self):
        own = Hashtag(id="h", tag="#Port", brand_association=5)
        found = self.found(
            *(post(str(n), at(n), text="Warm! #port #Pain2", likes=n * 10) for n in (1, 2, 3)),
            post("4", at(4), text="#1 of all, see /#no", likes=5), records=[own],
        )  # fmt: skip
        assert [(t.tag, t.posts, t.mean) for t in found.tags] == [("pain2", 3, 20), ("port", 3, 20)]
        assert found.tags[1].record is own

    def test_organic_and_paid_posts_stand_apart_and_those_in_doubt_too(self):
        found = self.found(post("1", at(1), likes=10, paid=False), post("2", at(2), paid=True),
                           post("3", at(3), likes=3))  # fmt: skip
        assert (found.organic.posts, found.organic.interactions) == (1, 10)
        assert (found.paid.posts, found.paid.interactions, found.unsure) == (1, None, 1)

    @settings(max_examples=40)
    @given(POSTS)
    def test_one_more_post_never_lowers_a_total(self, posts):
        all_, some = self.found(*posts), self.found(*posts[:-1])
        assert len(all_.scored) >= len(some.scored)
        assert (all_.interactions or 0) >= (some.interactions or 0)
        assert (all_.score or 0) >= (some.score or 0)
        for metric, value in some.totals.items():
            assert all_.totals[metric] >= value


class TestTimes:
    def found(self, posts, *records):
        strategy = strategy_of(A, WEIGHTS, *records)
        return times(strategy, figures_of(strategy, posts=posts), OCTOBER)

    def test_too_few_posts_are_said_and_nothing_is_concluded(self):
        found = self.found([post(str(n), at(n + 1), likes=1) for n in range(6)])
        assert not found.best
        assert EN(found.said).startswith("Not enough data: 6 posts")

    def test_the_block_with_the_best_posts_wins_and_the_plan_s_slot_is_checked(self):
        # Tuesdays of October 2026: 6, 13, 20, 27.
        good = [post(f"g{n}", at(day, 10), likes=40) for n, day in enumerate((6, 13, 20, 27))]
        usual = [post(f"u{n}", at(n + 1, 18), likes=10) for n in range(20)]
        slot = BestTime(id="b", weekdays=(Weekday.TUESDAY,), start_time=dt.time(10),
                        end_time=dt.time(11), network=Network.INSTAGRAM)  # fmt: skip
        found = self.found([*good, *usual], slot)
        assert found.posts == 24
        (best,) = found.best
        assert (best.weekday, best.start, best.posts, best.times) == (Weekday.TUESDAY, 9, 4, 4)
        assert (found.slots[0].posts, found.slots[0].times) == (4, 4)
        assert "Tuesday, 9 to 12 h" in EN(found.said)

    def test_midnight_sharp_is_an_hour_that_nobody_knows(self):
        midnight = dt.datetime(2026, 10, 2)  # noqa: DTZ001
        assert self.found([post(str(n), midnight, likes=1) for n in range(9)]).posts == 0


class TestVoice:
    def test_mentions_are_counted_by_feeling_and_those_without_are_said(self):
        strategy = strategy_of(
            Mention(id="1", date=dt.date(2026, 10, 2), sentiment=Sentiment.POSITIVE),
            Mention(id="2", date=dt.date(2026, 10, 3)),
            Mention(id="3", date=dt.date(2026, 9, 3), sentiment=Sentiment.NEGATIVE),
        )
        found = mention_figures(strategy, OCTOBER)
        assert (len(found.mentions), found.before, found.positive_share) == (2, 1, 1)
        assert "The feeling of 1 mention is not noted." in said(found.said)

    def test_a_response_time_is_held_against_its_aim(self):
        target = ResponseTarget(id="t", network=Network.INSTAGRAM, target_h=2, max_h=24)

        def verdict(hours):
            reading = Reading(id="r", account="a", metric=Metric.RESPONSE_TIME, value=hours,
                              date=dt.date(2026, 10, 30))  # fmt: skip
            strategy = strategy_of(A, target, reading)
            (one,) = response_figures(strategy, merged(strategy, {}), OCTOBER)
            return one

        assert verdict(2).fits
        assert "within the aim" in EN(verdict(2).said)
        assert "slower than the aim" in EN(verdict(5).said)
        assert "beyond the maximum" in EN(verdict(30).said)
        (unknown,) = response_figures(strategy_of(A, target), Figures(), OCTOBER)
        assert (unknown.hours, unknown.fits) == (None, None)


def test_indicators_and_accounts_are_compared_with_their_start():
    kpi = Kpi(id="k", name="Visits", is_key=True, baseline=20)
    strategy = strategy_of(
        A, kpi,
        AccountSnapshot(id="s", account="a", date=dt.date(2026, 4, 30), followers=90,
                        is_baseline=True),
        AccountSnapshot(id="t", account="a", date=dt.date(2026, 10, 31), followers=120),
        Reading(id="q", kpi="k", date=dt.date(2026, 4, 30), value=20, is_baseline=True),
        Reading(id="r", kpi="k", date=dt.date(2026, 10, 31), value=26),
    )  # fmt: skip
    found = dashboard(strategy, merged(strategy, {}), OCTOBER)
    assert [(one.start, one.value, EN(one.said)) for one in found.since] == [
        (20, 26, "6 months later"),
        (90, 120, "6 months later"),
    ]


def test_an_empty_strategy_says_what_is_missing_and_nothing_else():
    found = dashboard(Strategy("s"), Figures(), OCTOBER)
    assert (found.keys, found.accounts, found.splits, found.since) == ((), (), (), ())
    assert (found.posts.interactions, found.posts.score) == (None, None)
    assert "0 are chosen" in said(found.missing)
    assert "No post of this period" in said(found.posts.missing)


def test_dates_at_the_ends_of_the_calendar_break_nothing():
    readings = [
        Reading(id=f"r{n}", kpi="k", date=day, value=n)
        for n, day in enumerate((dt.date.min, dt.date(2026, 10, 31), dt.date.max))
    ]
    strategy = strategy_of(A, Kpi(id="k", name="Visits", is_key=True, baseline=1), *readings)
    figures = merged(strategy, {})
    for kind in ReportPeriod:
        for span in periods_known(strategy, months_known(strategy, figures), kind):
            assert dashboard(strategy, figures, span).keys[0].value is not None
