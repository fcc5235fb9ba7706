"""Visits joined back to the calendar, each of them once (C141, C142)."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.records import EXISTS
from canvas.domain.strategy import build
from canvas.i18n import Translator
from canvas.rules.closed_loop import Angle, brought, closed_loop
from canvas.rules.dashboard_period import period
from canvas.rules.tracking import codes, signs
from canvas.steps import RECORD_TYPES
from canvas.steps.measure.choices import Metric
from canvas.steps.measure.figures import Visit
from canvas.steps.measure.merged import Figures, merged
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.plan.calendar import Post

EN = Translator("en")
OCTOBER = dt.date(2026, 10, 1), dt.date(2026, 10, 31)
RECORDS = [
    ("theme", "t", {"title": "Autumn"}),
    ("persona", "nadia", {"name": "Nadia"}),
    ("post", "p1", {"title": "Film", "network": "linkedin", "theme": "t", "persona": "nadia",
                    "stage": "comparing"}),
    ("post", "p2", {"title": "Guide", "network": "linkedin", "theme": "t"}),
    ("tracking_link", "bio", {"name": "Profile", "source": "instagram", "medium": "social",
                              "campaign": "profile"}),
    ("tracking_link", "card", {"name": "Card", "source": "instagram", "content": "last-day",
                               "post": "p2"}),
]  # fmt: skip


def snapshot(*records):
    rows = {(t, i): {EXISTS: True, **fields} for t, i, fields in (*RECORDS, *records)}
    return build("s", 1, rows, RECORD_TYPES)


def visit(sessions, *, events=None, revenue=None, days=OCTOBER, **road):
    counters = {Metric.SESSIONS: float(sessions)}
    if events is not None:
        counters[Metric.KEY_EVENTS] = float(events)
    if revenue is not None:
        counters[Metric.REVENUE] = float(revenue)
    return Visit(*days, counters, **road)


def full(sessions, content="(not set)", source="linkedin", campaign="autumn", **more):
    return visit(sessions, source=source, medium="social", campaign=campaign, content=content,
                 **more)  # fmt: skip


def loop(*visits, strategy=None, span=None):
    strategy = strategy or snapshot()
    return closed_loop(strategy, Figures(visits=visits), span)


FILM, GUIDE = f"film-{signs('p1')}", f"guide-{signs('p2')}"
REPORT = [
    full(40, FILM, events=2, revenue=90),
    full(10, f"old-title-{signs('p1')}", events=1),
    full(25, GUIDE, events=0),
    full(60, campaign="profile", source="instagram", events=3),
    full(65, events=1),
    visit(300, source="google", medium="organic", campaign="(not set)", content="(not set)"),
]  # fmt: skip


def test_visits_find_their_post_by_the_codes_that_its_link_published():
    found = loop(*REPORT)
    post = snapshot().linked(Post, "p1")
    assert codes(snapshot(), post).content == FILM
    rows = {row.name: row.brought for row in found.by(Angle.POST)}
    assert (rows["Film"].sessions, rows["Film"].key_events, rows["Film"].revenue) == (50, 3, 90)
    assert (rows["Guide"].sessions, rows["Guide"].key_events, rows["Guide"].revenue) == (
        25,
        0,
        None,
    )


def test_they_are_added_up_by_theme_persona_and_purchase_stage():
    found = loop(*REPORT)
    (theme,) = found.by(Angle.THEME)
    assert (theme.name, theme.posts, theme.brought.sessions) == ("Autumn", 2, 75)
    assert [(row.name, row.brought.sessions) for row in found.by(Angle.PERSONA)] == [
        ("Nadia", 50), ("", 25)]  # fmt: skip
    assert [EN(row.name) for row in found.by(Angle.STAGE)] == ["Comparing solutions", ""]


def test_a_tracking_link_is_known_by_its_codes_and_leads_to_its_post():
    found = loop(*REPORT, full(7, "LAST-DAY", source="instagram"))
    rows = {row.name: row.brought.sessions for row in found.by(Angle.LINK)}
    assert rows == {"Profile": 60, "Card": 7}
    posts = {row.name: row.brought.sessions for row in found.by(Angle.POST)}
    assert posts["Guide"] == 32


def test_the_share_of_social_visits_without_a_code_is_said():
    found = loop(*REPORT)
    assert brought(found.social).sessions == 200  # google is no social network
    assert found.uncoded == pytest.approx(65 / 200)
    assert found.missing == ()


def test_a_report_by_channel_of_the_same_days_is_not_added():
    channel = visit(900, channel="Organic Social")
    other = visit(50, channel="Organic Social", days=(dt.date(2026, 9, 1), dt.date(2026, 9, 30)))
    found = loop(*REPORT, channel, other)
    assert brought(found.social).sessions == 250


def test_contents_without_a_source_leave_the_share_open_and_say_what_to_add():
    found = loop(visit(40, content=FILM), visit(90, content="(not set)"))
    assert brought(found.joined).sessions == 40
    assert found.uncoded is None
    assert "Session source / medium" in EN(found.missing[-1])


def test_a_report_without_contents_says_what_is_missing():
    found = loop(visit(90, channel="Organic Social"))
    assert found.joined == ()
    assert found.uncoded == 1
    assert "Session manual ad content" in EN(found.missing[0])


def test_what_reaches_beyond_the_period_is_left_out_and_said():
    year = visit(999, source="x", medium="social", days=(dt.date(2026, 1, 1), OCTOBER[1]))
    span = period(ReportPeriod.MONTH, OCTOBER[0])
    found = loop(*REPORT, year, span=span)
    assert brought(found.social).sessions == 200
    assert EN(found.missing[0]).startswith("1 line of analytics")
    assert "in this period" in EN(loop(year, span=span).missing[0])


def test_what_a_person_typed_completes_the_report_that_names_contents():
    typed = ("web_visit", "w", {"source": "linkedin", "medium": "social", "campaign": "letter",
                                "month": "2026-10-31", "sessions": 12, "revenue": 500})  # fmt: skip
    strategy = snapshot(typed)
    alone = closed_loop(strategy, merged(strategy, {}))
    assert brought(alone.social) == (brought(alone.traced))
    assert brought(alone.traced).revenue == 5
    visits = (*merged(strategy, {}).visits, *REPORT)
    assert brought(closed_loop(strategy, Figures(visits=visits)).social).sessions == 212


def test_no_analytics_at_all_is_said():
    assert "bring in a report" in EN(loop().missing[0])


DAYS = st.sampled_from([OCTOBER, (dt.date(2026, 10, 1), dt.date(2026, 10, 15)),
                        (dt.date(2026, 9, 1), dt.date(2026, 9, 30))])  # fmt: skip
VISITS = st.builds(
    Visit, st.just(dt.date(2026, 10, 1)), st.just(dt.date(2026, 10, 31)),
    st.builds(lambda n: {Metric.SESSIONS: float(n)}, st.integers(0, 50)),
    channel=st.sampled_from(["", "Organic Social", "Direct"]),
    source=st.sampled_from(["", "linkedin", "instagram"]),
    medium=st.sampled_from(["", "social"]), campaign=st.sampled_from(["", "profile"]),
    content=st.sampled_from(["", "(not set)", FILM, GUIDE, "last-day"]),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(VISITS, DAYS), max_size=12), st.randoms())
def test_no_visit_is_counted_twice_and_the_order_makes_no_difference(drawn, random):
    visits = list({(v.key, days): Visit(*days, v.counters, *v.key) for v, days in drawn}.values())
    found = loop(*visits)
    kept = [one.visit for one in found.traced]
    assert len(kept) == len({id(v) for v in kept}) <= len(visits)
    total = sum(one.visit.counters[Metric.SESSIONS] for one in found.joined)
    by_post = sum(row.brought.sessions for row in found.by(Angle.POST))
    links_alone = [one for one in found.joined if one.post is None]
    assert by_post + (brought(links_alone).sessions or 0) == total
    for angle in (Angle.THEME, Angle.PERSONA, Angle.STAGE, Angle.OBJECTIVE, Angle.CONTENT_TYPE):
        assert sum(row.brought.sessions for row in found.by(angle)) == by_post
    # Two reports of the same days never both count.
    roads = {}
    for v in kept:
        road = tuple(name for name in ("channel", "source", "medium", "campaign", "content")
                     if getattr(v, name))  # fmt: skip
        for day in range((v.last - v.first).days + 1):
            roads.setdefault(v.first + dt.timedelta(day), set()).add(road)
    assert all(len(met) == 1 for met in roads.values())
    shuffled = list(visits)
    random.shuffle(shuffled)
    again = {id(one.visit) for one in loop(*shuffled).traced}
    assert again == {id(v) for v in kept}
