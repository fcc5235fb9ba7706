"""Figures of files: kept whole, merged the same whatever the order."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.strategy import Strategy
from canvas.rules.feeds import Months
from canvas.services import Person
from canvas.services.figures import FigureShelf, Incoming, bring_in
from canvas.steps.common import Network
from canvas.steps.measure.batches import fingerprint, packed, unpacked
from canvas.steps.measure.choices import Grain, Metric, Platform, Scope
from canvas.steps.measure.figures import (
    AudiencePart,
    Batch,
    Daily,
    PostResult,
    Visit,
)
from canvas.steps.measure.files import DataFile
from canvas.steps.measure.merged import merged
from canvas.steps.measure.readings import PostMetric, Reading, WebVisit

EMPTY = Strategy("s", 1, {})
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 1, 20))
VALUES = st.integers(0, 50).map(float)
COUNTERS = st.dictionaries(st.sampled_from([Metric.LIKES, Metric.VIEWS, Metric.SAVES]), VALUES)

DAILIES = st.builds(
    Daily, st.sampled_from(["a", "b"]), st.sampled_from([Metric.VIEWS, Metric.FOLLOWERS]),
    st.sampled_from(list(Scope)), DAYS, VALUES,
)  # fmt: skip
POSTS = st.builds(
    PostResult, st.sampled_from(["1", "2", "17841400008460056"]), st.just("a"),
    st.just(Network.INSTAGRAM), COUNTERS,
    published=st.one_of(st.none(), st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2026, 1, 9))),  # noqa: DTZ001
    text=st.text(max_size=8), paid=st.sampled_from([None, True, False]),
)  # fmt: skip


@st.composite
def visits(draw):
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Visit(first, last, draw(COUNTERS), source=draw(st.sampled_from(["instagram", "x"])))


BATCHES = st.builds(
    Batch, st.sampled_from(list(Platform)), st.sampled_from(list(Grain)), DAYS,
    daily=st.lists(DAILIES, max_size=8).map(tuple), posts=st.lists(POSTS, max_size=5).map(tuple),
    visits=st.lists(visits(), max_size=5).map(tuple),
    audience=st.lists(
        st.builds(AudiencePart, st.just("a"), st.just("age"), st.sampled_from(["18-24", "25+"]),
                  VALUES), max_size=3).map(tuple),
    unknown=st.dictionaries(st.text(max_size=5), st.lists(st.text(max_size=5)).map(tuple)),
)  # fmt: skip


def named(*batches):
    return {fingerprint(batch): batch for batch in batches}


@settings(max_examples=40)
@given(BATCHES)
def test_a_batch_comes_back_from_the_disk_as_it_went(batch):
    again = unpacked(packed(batch))
    assert packed(again) == packed(batch)
    assert set(again.daily) == set(batch.daily)
    assert again.posts == batch.posts
    assert again.visits == batch.visits
    assert again.audience == batch.audience
    assert again.unknown == batch.unknown


@settings(max_examples=40)
@given(st.lists(BATCHES, max_size=5), st.randoms())
def test_the_order_of_files_and_bringing_one_twice_change_nothing(batches, random):
    once = merged(EMPTY, named(*batches))
    shuffled = [*batches, *batches]
    random.shuffle(shuffled)
    assert merged(EMPTY, named(*shuffled)) == once


@settings(max_examples=40)
@given(st.lists(BATCHES, max_size=4))
def test_nothing_missing_becomes_zero(batches):
    figures = merged(EMPTY, named(*batches))
    known = {(p.account, p.metric, p.scope, p.day) for b in batches for p in b.daily}
    found = {(*key, day) for key, days in figures.series.items() for day in days}
    assert found == known
    said = {(p.key, metric) for b in batches for p in b.posts for metric in p.counters}
    assert {(p.key, metric) for p in figures.posts for metric in p.counters} == said
    assert figures.total("nobody", Metric.VIEWS, dt.date.min, dt.date.max) is None


@settings(max_examples=40)
@given(st.lists(BATCHES, max_size=4))
def test_a_total_is_the_sum_of_its_days_and_visits_never_overlap(batches):
    figures = merged(EMPTY, named(*batches))
    for (account, metric, scope), days in figures.series.items():
        total = figures.total(account, metric, dt.date(2026, 1, 1), dt.date(2026, 1, 31), scope)
        expected = days[max(days)] if metric.is_stock else sum(days.values())
        assert total == pytest.approx(expected)
    by_key = {}
    for visit in figures.visits:
        for first, last in by_key.setdefault(visit.key, []):
            assert visit.last < first or visit.first > last
        by_key[visit.key].append((visit.first, visit.last))


def daily(value, read_on, scope=Scope.TOTAL, metric=Metric.VIEWS):
    day = dt.date(2026, 1, 5)
    return Batch(Platform.X, Grain.DAYS, read_on, daily=(Daily("a", metric, scope, day, value),))


def test_a_day_that_the_platform_completed_later_keeps_its_higher_figure():
    early, late = daily(10, dt.date(2026, 1, 6)), daily(14, dt.date(2026, 2, 1))
    figures = merged(EMPTY, named(late, early))
    assert figures.days("a", Metric.VIEWS) == {dt.date(2026, 1, 5): 14}


def test_organic_and_paid_make_the_total_where_the_platform_gives_none():
    parts = named(daily(10, dt.date(2026, 1, 6), Scope.ORGANIC),
                  daily(3, dt.date(2026, 1, 6), Scope.PAID))  # fmt: skip
    assert merged(EMPTY, parts).days("a", Metric.VIEWS) == {dt.date(2026, 1, 5): 13}
    alone = named(daily(10, dt.date(2026, 1, 6), Scope.ORGANIC))
    assert merged(EMPTY, alone).days("a", Metric.VIEWS) == {}


def test_a_counter_of_a_post_is_that_of_the_newest_file_even_where_it_fell():
    def read(likes, on):
        post = PostResult("1", "a", Network.X, {Metric.LIKES: likes})
        return Batch(Platform.X, Grain.POSTS, on, posts=(post,))

    files = named(read(40.0, dt.date(2026, 1, 6)), read(38.0, dt.date(2026, 2, 1)))
    assert merged(EMPTY, files).posts[0].counters == {Metric.LIKES: 38}


def test_what_a_person_typed_wins_over_every_file():
    typed = Reading(id="r", account="a", metric=Metric.VIEWS, date=dt.date(2026, 1, 5), value=9.0)
    strategy = Strategy("s", 1, {"reading": (typed,)})
    figures = merged(strategy, named(daily(14, dt.date(2026, 2, 1))))
    assert figures.days("a", Metric.VIEWS) == {dt.date(2026, 1, 5): 9}


def test_a_month_that_a_person_typed_is_not_added_to_its_own_days():
    def typed(metric):
        return Reading(id="r", account="a", metric=metric, date=dt.date(2026, 1, 31), value=9.0)

    daily = tuple(
        Daily("a", metric, Scope.TOTAL, dt.date(2026, month, day), 1.0)
        for metric in (Metric.VIEWS, Metric.FOLLOWERS)
        for month in (1, 2)
        for day in (3, 4)
    )
    batch = Batch(Platform.TABLE, Grain.DAYS, dt.date(2026, 3, 1), daily=daily)
    for metric, january in ((Metric.VIEWS, 9), (Metric.FOLLOWERS, 9)):
        strategy = Strategy("s", 1, {"reading": (typed(metric),)})
        figures = merged(strategy, named(batch))
        first = figures.total("a", metric, dt.date(2026, 1, 1), dt.date(2026, 1, 31))
        assert first == january == Months(strategy, figures).of("a", metric)[2026, 1].value
        assert len(figures.days("a", metric)) == (3 if metric is Metric.VIEWS else 5)


def test_of_files_exported_on_one_day_that_of_the_last_month_knows_the_audience():
    def month(number, value):
        day = dt.date(2026, number, 28)
        return Batch(Platform.LINKEDIN, Grain.DAYS, dt.date(2026, 11, 2),
                     daily=(Daily("a", Metric.NEW_FOLLOWERS, Scope.TOTAL, day, 1.0),),
                     audience=(AudiencePart("a", "seniority", "Owner", value),))  # fmt: skip

    files = named(*(month(number, float(number)) for number in range(1, 11)))
    assert [part.value for part in merged(EMPTY, files).audience] == [10]


def test_visits_that_a_person_typed_are_not_added_to_those_of_a_file():
    first, last = dt.date(2026, 10, 1), dt.date(2026, 10, 31)

    def of_linkedin(content):
        return Visit(first, last, {Metric.SESSIONS: 9.0}, source="linkedin", medium="social",
                     content=content)  # fmt: skip

    batch = Batch(Platform.GA4, Grain.VISITS, last, visits=(
        of_linkedin("(not set)"), of_linkedin("bread-abcdefg"),
        Visit(first, last, {Metric.SESSIONS: 5.0}, source="youtube", medium="social"),
    ))  # fmt: skip
    typed = WebVisit(id="w", source="linkedin", medium="social", month=last, sessions=40)
    strategy = Strategy("s", 1, {"web_visit": (typed,)})
    found = merged(strategy, named(batch)).visits
    assert sorted(visit.counters[Metric.SESSIONS] for visit in found) == [5, 9, 40]


@pytest.mark.parametrize("url", ["https://insta.example/p/1", ""])
def test_a_result_that_a_person_typed_is_of_the_post_that_the_file_has(url):
    at = dt.datetime(2026, 10, 2, 16)  # noqa: DTZ001
    post = PostResult("180300", "a", Network.INSTAGRAM, {Metric.LIKES: 3.0, Metric.REACH: 80.0},
                      published=at, url="https://insta.example/p/1", text="Bread", kind="IG reel",
                      paid=True)  # fmt: skip
    batch = Batch(Platform.INSTAGRAM, Grain.POSTS, at.date(), posts=(post,))
    typed = PostMetric(id="t", title="Bread", network=Network.INSTAGRAM, likes=4, url=url,
                       published_on=at.date())  # fmt: skip
    (found,) = merged(Strategy("s", 1, {"post_metric": (typed,)}), named(batch)).posts
    assert found.counters == {Metric.LIKES: 4, Metric.REACH: 80}
    assert (found.key, found.url, found.kind, found.paid) == ("180300", post.url, "IG reel", True)


class TestBringingFilesIn:
    @pytest.fixture
    def port(self, service, nora):
        return service.create(nora, {"name": "Port"})

    def test_counts_at_once_and_one_undo_takes_all_of_it_back(self, service, nora, port):
        shelf = FigureShelf(service.store)
        files = [Incoming(f"{n}.csv", daily(n, dt.date(2026, 1, 6), s), "a", 1)
                 for n, s in ((10, Scope.ORGANIC), (3, Scope.PAID))]  # fmt: skip
        brought = bring_in(service, nora, port, files)
        assert brought.added == ("10.csv", "3.csv")
        strategy = service.open(port, nora)
        assert shelf.of(strategy).days("a", Metric.VIEWS) == {dt.date(2026, 1, 5): 13}
        service.undo(port, nora)
        assert shelf.of(service.open(port, nora)).series == {}
        service.redo(port, nora)
        assert shelf.of(service.open(port, nora)).days("a", Metric.VIEWS)

    def test_twice_changes_nothing(self, service, nora, port):
        file = Incoming("x.csv", daily(10, dt.date(2026, 1, 6)), "a", 1)
        bring_in(service, nora, port, [file])
        revision = service.revision(port, nora)
        again = bring_in(service, nora, port, [file])
        assert again.known == ("x.csv",)
        assert service.revision(port, nora) == revision
        assert len(service.open(port, nora).of(DataFile)) == 1

    def test_is_not_for_those_who_may_only_look(self, service, nora, port):
        from canvas.domain.errors import NotAllowedError

        service.store.grant(port, "paul", "viewer")
        with pytest.raises(NotAllowedError):
            bring_in(service, Person("paul"), port, [])

    def test_is_computed_again_only_when_figures_changed(self, service, nora, port):
        from canvas.domain.changes import Edit

        shelf = FigureShelf(service.store)
        bring_in(service, nora, port, [Incoming("x.csv", daily(1, dt.date(2026, 1, 6)), "a", 1)])
        first = shelf.of(service.open(port, nora))
        service.edit(port, nora, [Edit("settings", "settings", "country", None, "FR")])
        assert shelf.of(service.open(port, nora)) is first
