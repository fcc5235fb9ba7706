"""A year of the platforms' files: brought in at once, and its figures worked out twice."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from canvas.domain.strategy import Strategy
from canvas.rules.dashboard import dashboard
from canvas.rules.dashboard_period import Span
from canvas.rules.tracking import by_signs, post_of
from canvas.services import Person, exchange, open_strategies
from canvas.services.figures import FigureShelf, Incoming, bring_in
from canvas.steps.measure.batches import fingerprint
from canvas.steps.measure.choices import Metric, Scope
from canvas.steps.measure.files import DataFile
from canvas.steps.measure.merged import Figures, merged
from canvas.steps.measure.readings import PostMetric, Reading, WebVisit
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.objectives.indicators import Kpi
from scripts.example_files import embedding
from tests.imports import recomputed

MONTHS = {"report": "2026-10", "month before": "2026-09", "baseline": "2025-11"}


@cache
def incoming() -> tuple[Incoming, ...]:
    """Return all files as they were understood."""
    return tuple(embedding.incoming("software", p) for p in sorted(recomputed.FOLDER.iterdir()))


@cache
def of_files_alone() -> Strategy:
    """Return the example without the figures that its people typed or brought in already."""
    whole = embedding.example("software")
    typed = {kind.key for kind in (DataFile, PostMetric, Reading, WebVisit)}
    records = {key: found for key, found in whole.records.items() if key not in typed}
    return Strategy(whole.id, whole.revision, records)


@cache
def figures() -> Figures:
    batches = {fingerprint(file.batch): file.batch for file in incoming()}
    return merged(of_files_alone(), batches)


def span(month: str) -> Span:
    return Span(ReportPeriod.MONTH, dt.date.fromisoformat(f"{month}-01"))


@cache
def shown(month: str):
    return dashboard(of_files_alone(), figures(), span(month))


def on_page(month: str, metric: Metric, scope: Scope = Scope.TOTAL):
    return figures().total("account-linkedin", metric, span(month).first, span(month).last, scope)


def account(month: str, name: str):
    return next(one for one in shown(month).accounts if one.account.id == name)


def social(month: str):
    period = span(month)
    return [v for v in figures().visits if v.medium == "social" and period.holds(v.first)]


# --- Brought in -------------------------------------------------------------------------


def test_seventy_two_files_are_one_step_to_undo_and_change_nothing_twice(tmp_path):
    service, nora = open_strategies(f"sqlite:///{tmp_path / 'canvas.sqlite3'}"), Person("nora")
    strategy_id = exchange.open_example(service, nora, "software")
    before = service.open(strategy_id, nora)
    revision = service.revision(strategy_id, nora)
    there = len(before.of(DataFile))
    brought = bring_in(service, nora, strategy_id, incoming())
    assert len(brought.added) + len(brought.known) == 72
    assert service.revision(strategy_id, nora) == revision + 1
    assert len(service.open(strategy_id, nora).of(DataFile)) == there + len(brought.added)
    whole = FigureShelf(service.store).of(service.open(strategy_id, nora))
    again = bring_in(service, nora, strategy_id, incoming()[::-1])
    assert again.added == ()
    assert service.revision(strategy_id, nora) == revision + 1
    assert FigureShelf(service.store).of(service.open(strategy_id, nora)) == whole
    service.undo(strategy_id, nora)
    assert service.open(strategy_id, nora).of(DataFile) == before.of(DataFile)


# --- Worked out twice -------------------------------------------------------------------


@pytest.mark.parametrize("month", MONTHS.values(), ids=MONTHS)
class TestBothWays:
    @pytest.mark.parametrize(
        ("metric", "column"), [(Metric.SESSIONS, "Sessions"), (Metric.KEY_EVENTS, "Key events")]
    )
    def test_find_the_same_visits_and_key_events_by_network(self, month, metric, column):
        found: dict[str, float] = {}
        for visit in social(month):
            found[visit.source] = found.get(visit.source, 0) + visit.counters[metric]
        assert found == recomputed.visits_by_source(month, column)

    def test_find_the_same_sessions_of_posts(self, month):
        found = {
            visit.content: (visit.counters[Metric.SESSIONS], visit.counters[Metric.KEY_EVENTS])
            for visit in figures().visits
            if span(month).holds(visit.first) and visit.content not in ("", "(not set)")
        }
        assert found == recomputed.tagged(month)

    def test_find_the_same_impressions_organic_paid_and_in_all(self, month):
        scopes = (Scope.ORGANIC, Scope.PAID, Scope.TOTAL)
        found = tuple(on_page(month, Metric.IMPRESSIONS, scope) for scope in scopes)
        assert found == recomputed.shown(month)
        assert found[0] + found[1] == found[2]

    def test_find_the_same_engagement_rate(self, month):
        rate = account(month, "account-linkedin").engagement
        assert rate.base is Metric.IMPRESSIONS
        assert 100 * rate.value == pytest.approx(recomputed.engagement(month))

    def test_find_the_same_new_followers(self, month):
        assert on_page(month, Metric.NEW_FOLLOWERS) == recomputed.followers_gained(month)

    def test_find_the_same_visits_of_the_sleeping_page(self, month):
        period = span(month)
        found = figures().total(
            "account-facebook", Metric.PROFILE_VISITS, period.first, period.last
        )
        assert found == recomputed.facebook_visits(month)

    def test_find_the_same_posts_with_the_same_weighted_interactions(self, month):
        scored = shown(month).posts.scored
        found = {(str(one.post.network), one.post.key): one.score for one in scored}
        table = recomputed.posts(month)
        keys = zip(table["network"], table["key"], strict=True)
        assert found == pytest.approx(dict(zip(keys, table["score"], strict=True)))

    def test_find_the_same_best_post_of_the_page(self, month):
        scored = [s for s in shown(month).posts.scored if s.post.account == "account-linkedin"]
        best = max(scored, key=lambda one: one.score)
        table = recomputed.posts(month).query("network == 'linkedin'")
        assert best.post.text == table.sort_values("score").iloc[-1]["title"]


def test_both_ways_know_the_latest_audience():
    parts = [p for p in figures().audience if p.dimension == "job_function"]
    found = {part.label: part.value for part in parts}
    assert found == recomputed.audience("2026-10", "Job function")


def test_the_october_report_compares_with_september():
    rate = account("2026-10", "account-linkedin").engagement
    assert 100 * rate.previous == pytest.approx(recomputed.engagement("2026-09"))
    assert shown("2026-10").posts.before == len(recomputed.posts("2026-09"))


def test_the_month_that_nobody_read_is_fed_by_the_files():
    whole = embedding.example("software")
    key = {one.kpi.name: one.value for one in dashboard(whole, figures(), span("2026-04")).keys}
    assert key["Social media visits"] == sum(recomputed.visits_by_source("2026-04").values())
    june = {one.kpi.name: one.value for one in dashboard(whole, figures(), span("2026-06")).keys}
    assert june["Demo requests"] is None, "a key event is no demo request until somebody says so"


def test_the_links_of_october_lead_back_to_its_posts():
    known = by_signs(embedding.example("software"))
    found = {post_of(known, content).id for content in recomputed.tagged("2026-10")}
    assert found == {"post-003", "post-005", "post-007", "post-008"}


# --- What the files say is what the example's people say ---------------------------------


def test_the_files_agree_with_the_readings_of_key_indicators():
    readings = {
        (one.kpi, f"{one.date:%Y-%m}"): one.value
        for one in embedding.example("software").of(Reading)
        if one.kpi and one.date
    }
    key = {kpi.name: kpi.id for kpi in embedding.example("software").of(Kpi) if kpi.is_key}
    for month in MONTHS.values():
        visits = sum(recomputed.visits_by_source(month).values())
        demos = sum(recomputed.visits_by_source(month, "Key events").values())
        assert visits == readings[key["Social media visits"], month]
        assert demos == readings[key["Demo requests"], month]
        rate = readings[key["LinkedIn engagement"], month]
        assert recomputed.engagement(month) == pytest.approx(rate, abs=0.05)


def test_the_files_agree_with_the_results_of_posts_that_were_typed():
    table = {row["key"]: row for m in ("2026-09", "2026-10") for _, row in
             recomputed.posts(m).iterrows()}  # fmt: skip
    typed = [one for one in embedding.example("software").of(PostMetric) if one.url in table]
    assert len(typed) == 6
    for one in typed:
        row = table[one.url]
        assert (one.likes, one.comments, one.shares) == (
            row["likes"], row["comments"], row["shares"]
        )  # fmt: skip


def test_no_post_is_there_twice_once_files_and_people_speak_of_it():
    both = merged(
        embedding.example("software"), {fingerprint(f.batch): f.batch for f in incoming()}
    )
    names = [(post.network, post.text, post.published.date()) for post in both.posts]
    assert len(names) == len(set(names))
    october = sum(
        visit.counters[Metric.SESSIONS]
        for visit in both.visits
        if visit.medium == "social" and span("2026-10").holds(visit.first)
    )
    assert october == sum(recomputed.visits_by_source("2026-10").values())
