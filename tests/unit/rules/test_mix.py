"""The gauges of the plan: what it is made of, where the time goes, how it stands in time."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.i18n import Translator
from canvas.rules.free_days import highlights, school_days
from canvas.rules.gauge import Fit, Scope
from canvas.rules.mix import checklist, gauges, shares
from canvas.rules.mix_days import covers, room_of
from canvas.rules.mix_time import hours
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network, Weekday
from canvas.steps.frame.settings import Settings
from canvas.steps.frame.year import Highlight, HighlightKind
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import ActivityFamily, Intent, Origin, PostPractice, PostStatus
from canvas.steps.plan.content import ContentPillar, ContentType
from canvas.steps.plan.conversation import Availability, TaskAutomation
from canvas.steps.plan.promotion import PromotionAction
from canvas.steps.plan.rhythm import Cadence, Rhythm
from tests.unit.steps.support import strategy

EN = Translator("en")
FIRST, LAST = dt.date(2027, 3, 1), dt.date(2027, 3, 28)  # Monday to Sunday, four weeks


def day(number):
    return FIRST + dt.timedelta(number - 1)


def posts(*values, **common):
    """Return lines a day after the other, each with its own fields."""
    return [
        Post(id=f"p{n}", **{"title": f"Line {n}", "date": day(n), **common, **fields})
        for n, fields in enumerate(values, start=1)
    ]


def scope(*records, network=None, first=FIRST, last=LAST, today=FIRST, holidays=None):
    return Scope(strategy(*records), first, last, network, today, holidays)


def gauge(key, *records, **options):
    found = {g.key: g for g in gauges(scope(*records, **options))}
    return found.get(key)


def said(found):
    return " ".join(EN(sentence) for sentence in found.said)


def intents(*codes):
    return posts(*({"intent": code} for code in codes))


PROMOTE, EDUCATE = Intent.PROMOTE, Intent.EDUCATE
RULE = Rhythm(id="rhythm", promotional_share=0.2)


@pytest.mark.parametrize(
    ("asking", "fit"), [(1, Fit.FITS), (2, Fit.FITS), (3, Fit.NEAR), (4, Fit.OFF)]
)
def test_a_fifth_may_ask_to_buy_and_a_bit_more_is_nearly(asking, fit):
    found = gauge("promotion", RULE, *intents(*[PROMOTE] * asking, *[EDUCATE] * (10 - asking)))
    assert found.fit is fit
    assert EN(found.figure) == f"{asking * 10}%"
    assert EN(found.target) == "20% at most"


def test_lines_without_intent_are_counted_apart_and_named():
    found = gauge("promotion", RULE, *intents(PROMOTE, EDUCATE, EDUCATE, None))
    assert EN(found.figure) == "33.3%"
    assert "1 line does not say: “Line 4”." in said(found)
    assert found.records[0] == "p4"


def test_there_is_no_verdict_where_most_lines_are_silent():
    found = gauge("promotion", RULE, *intents(EDUCATE, None, None))
    assert found.fit is Fit.UNKNOWN
    silent = gauge("promotion", RULE, *intents(None))
    assert EN(silent.figure) == "Not said"
    assert said(silent) == "No line says it yet."


def test_without_a_share_that_is_aimed_at_there_is_a_figure_and_no_verdict():
    rule = Rhythm(id="rhythm", promotional_share=None)
    found = gauge("promotion", rule, *intents(PROMOTE))
    assert (found.fit, found.target) == (Fit.UNKNOWN, None)
    assert EN(found.figure) == "100%"


def test_lines_of_another_period_or_network_do_not_count():
    lines = intents(EDUCATE, PROMOTE)
    early = Post(id="e", date=FIRST - dt.timedelta(1), intent=PROMOTE)
    idea = Post(id="i", intent=PROMOTE)
    assert EN(gauge("promotion", RULE, *lines, early, idea).figure) == "50%"
    assert gauge("promotion", RULE, *lines, network=Network.TIKTOK) is None
    here = Account(id="a", network=Network.TIKTOK)
    of_account = Post(id="t", date=day(3), intent=PROMOTE, account="a")
    found = gauge("promotion", RULE, here, *lines, of_account, network=Network.TIKTOK)
    assert EN(found.figure) == "100%"


def test_a_type_that_takes_anothers_place_is_named_with_its_lines():
    kinds = [
        ContentType(id="v", name="Video", share=0.5),
        ContentType(id="q", name="Quiz", share=0.5),
    ]
    lines = posts(*[{"content_type": "v"}] * 9, {"content_type": "q"})
    found = gauge("types", *kinds, *lines)
    assert found.fit is Fit.OFF
    assert said(found) == "Furthest from its share: Video, 90% for 50%."
    assert found.records == tuple(f"p{n}" for n in range(1, 10))
    assert (
        gauge("types", *kinds, *posts({"content_type": "v"}, {"content_type": "q"})).fit is Fit.FITS
    )


def test_a_type_deleted_since_says_nothing_any_more():
    kind = ContentType(id="v", name="Video", share=1.0)
    found = gauge("types", kind, *posts({"content_type": "v"}, {"content_type": "gone"}))
    assert found.records == ("p2",)
    assert [bar.unsaid for bar in found.bars] == [False, True]


def test_one_line_more_or_less_is_no_fault_where_there_are_three():
    known = [ContentPillar(id=i, name=i, share=0.5) for i in "ab"]
    found = gauge("pillars", *known, *posts({"pillar": "a"}, {"pillar": "a"}, {"pillar": "b"}))
    assert found.fit is Fit.FITS


def test_without_any_share_variety_has_nothing_to_be_compared_with():
    found = gauge("pillars", ContentPillar(id="a", name="A"), *posts({"pillar": "a"}))
    assert found.fit is Fit.UNKNOWN
    assert "nothing to compare" in said(found)


def test_origin_is_weighed_against_the_rules_of_the_mix():
    rule = Rhythm(id="rhythm", own_share=0.5, curated_share=0.25, ugc_share=0.25)
    mixed = posts(*({"origin": o} for o in (Origin.OWN, Origin.OWN, Origin.UGC, Origin.CURATED)))
    assert gauge("origins", rule, *mixed).fit is Fit.FITS
    assert gauge("origins", rule, *posts(*[{"origin": Origin.OWN}] * 8)).fit is Fit.OFF


def test_time_is_made_of_tasks_efforts_and_the_promotion_of_each_line():
    records = (
        TaskAutomation(id="t", task="Answer", family=ActivityFamily.INTERACTION, hours_week=2.0),
        TaskAutomation(id="s", task="Plan", family=ActivityFamily.STEERING, hours_week=9.0),
        PromotionAction(id="r", name="Relay", effort_hours=0.5),
        *posts({"effort_hours": 4.0}, {"effort_hours": 4.0}),
    )
    found = hours(scope(*records))
    assert found.by_family == {
        ActivityFamily.CREATION: 2.0,
        ActivityFamily.PROMOTION: 0.25,
        ActivityFamily.INTERACTION: 2.0,
    }
    weighed = gauge("thirds", *records)
    assert EN(weighed.figure) == "4.2 h a week"
    assert weighed.fit is Fit.OFF
    assert "Promoting content takes 5.9% of the time, instead of 33%." in said(weighed)
    assert gauge("thirds", *records, network=Network.TIKTOK) is None


def test_work_without_hours_is_said_and_not_taken_for_none():
    records = (
        TaskAutomation(id="t", task="Answer", family=ActivityFamily.INTERACTION),
        TaskAutomation(id="u", task="Sort", hours_week=1.0),
        *posts({}),
    )
    found = gauge("thirds", *records)
    assert found.fit is Fit.UNKNOWN
    assert "1 line does not say its effort: “Line 1”." in said(found)
    assert "2 tasks have no hours or no family: “Answer” and “Sort”." in said(found)
    assert set(found.records) == {"t", "u", "p1"}


INSTAGRAM = Account(id="a", network=Network.INSTAGRAM, handle="@bread")


def on(*days, **common):
    return posts(*({"date": day(n)} for n in days), account="a", **common)


@pytest.mark.parametrize(
    ("days", "longest"),
    [((1, 10, 28), 17), ((1, 28), 26), ((28,), 27), ((-9, 40), 48), ((14, 15), 13)],
)
def test_the_longest_silence_is_counted_in_days_without_a_line(days, longest):
    rule = Rhythm(id="rhythm", max_gap_days=7)
    found = gauge("silences", rule, INSTAGRAM, *on(*days))
    assert found.bars[0].amount == longest
    assert found.fit is Fit.OFF


def test_a_silence_names_its_account_and_the_lines_around_it():
    rule = Rhythm(id="rhythm", max_gap_days=7)
    found = gauge("silences", rule, INSTAGRAM, *on(1, 8, 15, 24, 28))
    assert found.fit is Fit.NEAR
    assert said(found) == "Instagram · @bread is silent for 8 days from 16 March 2027 on."
    assert found.records == ("p3", "p4")


def test_an_account_with_a_rhythm_and_no_line_is_silent_all_along():
    cadence = Cadence(id="c", account="a", posts_per_week=1.0)
    assert gauge("silences", INSTAGRAM, cadence).bars[0].amount == 28
    assert gauge("silences", INSTAGRAM, cadence, network=Network.TIKTOK) is None


def test_nobody_is_blamed_for_a_silence_before_the_strategy_began():
    born = Settings(id="settings", start_date=FIRST)
    assert gauge("silences", born, INSTAGRAM, *on(-60, 3, 28)).bars[0].amount == 24
    assert gauge("silences", born, INSTAGRAM, *on(-60, 20, 28)).bars[0].amount == 19


def test_an_account_with_a_slow_rhythm_is_held_to_that_rhythm():
    rule = Rhythm(id="rhythm", max_gap_days=7)
    monthly = Cadence(id="c", account="a", posts_per_week=0.25, weekdays=(Weekday.MONDAY,))
    assert gauge("silences", rule, INSTAGRAM, monthly, *on(1, 29)).fit is Fit.FITS
    weekly = Cadence(id="c", account="a", posts_per_week=1.0, weekdays=(Weekday.MONDAY,))
    assert gauge("silences", rule, INSTAGRAM, weekly, *on(1, 29)).fit is Fit.OFF


def test_the_reserve_ends_with_the_first_line_that_nobody_approved():
    rule = Rhythm(id="rhythm", buffer_days=7)
    ready, draft = PostStatus.APPROVED, PostStatus.DRAFT
    lines = posts(
        {"status": ready}, {"status": ready, "date": day(5)}, {"status": draft, "date": day(6)}
    )
    found = gauge("buffer", rule, *lines)
    assert (EN(found.figure), found.fit) == ("5 days", Fit.NEAR)
    assert found.records == ("p3",)
    assert gauge("buffer", rule, *lines, today=day(7)).fit is Fit.OFF
    all_ready = posts({"status": ready}, {"status": ready, "date": day(9)})
    assert gauge("buffer", rule, *all_ready).fit is Fit.FITS


def test_a_slot_that_a_rhythm_leaves_out_is_room_too():
    cadence = Cadence(
        id="c", account="a", posts_per_week=1.0, weekdays=(Weekday.MONDAY,), skipped=("2027-03-08",)
    )
    assert room_of(scope(INSTAGRAM, cadence)) == 4
    rule = Rhythm(id="rhythm", free_share=0.25)
    found = gauge("free", rule, INSTAGRAM, cadence, *on(1, 15, 22))
    assert (EN(found.figure), found.fit) == ("25%", Fit.FITS)
    full = gauge("free", rule, INSTAGRAM, cadence, *on(1, 8, 15, 22, 23))
    assert full.fit is Fit.OFF
    assert said(full) == "1 line more than the rhythms have slots for."


LIVE = ContentType(id="live", name="Live", is_live=True)
EVENING = Availability(
    id="s",
    weekdays=(Weekday.MONDAY,),
    start_time=dt.time(18),
    end_time=dt.time(19),
    takes_lives=True,
)


def live(**fields):
    return posts({"content_type": "live", "time": dt.time(18, 30), **fields})


def test_a_live_fits_where_somebody_is_there():
    assert gauge("lives", LIVE, EVENING, *live()).fit is Fit.FITS
    outside = gauge("lives", LIVE, EVENING, *live(date=day(2)))
    assert outside.fit is Fit.OFF
    assert said(outside) == "Nobody is there to answer during “Line 1”."
    assert gauge("lives", LIVE, EVENING, *live(time=None)).fit is Fit.UNKNOWN
    assert gauge("lives", LIVE, *live()).fit is Fit.OFF
    assert gauge("lives", LIVE, EVENING, *posts({})) is None


def test_a_presence_may_go_on_after_midnight():
    late = Availability(
        id="s", weekdays=(Weekday.SUNDAY,), start_time=dt.time(23), end_time=dt.time(1)
    )
    assert covers(late, day(1), dt.time(0, 30))
    assert covers(late, day(7), dt.time(23, 30))
    assert not covers(late, day(1), dt.time(23, 30))


def test_a_line_without_purpose_is_named():
    whole = {"persona": "x", "cta": "Come", "reason": "New"}
    found = gauge("purpose", *posts(whole, {"persona": "x"}))
    assert (EN(found.figure), found.fit, found.records) == ("50%", Fit.OFF, ("p2",))
    assert [bar.amount for bar in found.bars] == [2, 1, 1]


def test_the_checklist_says_which_practices_are_nowhere():
    two = {"practices": (PostPractice.IMAGE, PostPractice.QUESTION)}
    found = gauge("practices", *posts(two, {"practices": (PostPractice.IMAGE,)}, {}))
    assert found.fit is Fit.OFF
    assert "Call to action, Hashtag, Quote" in said(found)
    assert found.records == ("p3", "p2")
    assert sum(checklist(posts(two)[0]).values()) == 2


def test_a_line_on_a_public_holiday_is_asked_about():
    assert gauge("holidays", *posts({})).fit is Fit.UNKNOWN
    found = gauge("holidays", *posts({}, {}), holidays={day(2): "Bread Day"})
    assert (found.fit, found.records) == (Fit.NEAR, ("p2",))
    assert said(found) == "On purpose? “Line 2” on Bread Day."
    assert gauge("holidays", *posts({}), holidays={}).fit is Fit.FITS


def test_an_empty_plan_has_no_gauge():
    assert gauges(scope()) == ()


CODES = st.lists(st.sampled_from([None, *Intent]), min_size=1, max_size=40)


@given(CODES)
def test_shares_with_what_is_not_said_are_all_lines_each_once(codes):
    lines = posts(*({"intent": code} for code in codes), date=FIRST)
    found, unsaid = shares(lines, lambda post: str(post.intent or ""))
    counted = [post.id for group in (*found.values(), unsaid) for post in group]
    assert sorted(counted) == sorted(post.id for post in lines)
    bars = gauge("promotion", RULE, *lines).bars
    assert sum(bar.amount for bar in bars) == len(lines)
    said_share = sum(bar.fill for bar in bars if not bar.unsaid)
    assert said_share == pytest.approx(1 if any(codes) else 0)
    unsaid_share = sum(bar.fill for bar in bars if bar.unsaid)
    whole = said_share * (1 - unsaid_share) + unsaid_share
    assert whole == pytest.approx(1)


EFFORTS = st.lists(st.none() | st.floats(0, 50), max_size=20)
FAMILIES = st.none() | st.sampled_from(ActivityFamily)


@given(EFFORTS, st.lists(st.tuples(FAMILIES, st.none() | st.floats(0, 50)), max_size=10))
def test_the_hours_of_all_families_equal_the_sum_of_their_parts(efforts, tasks):
    records = [
        *posts(*({"effort_hours": effort} for effort in efforts), date=FIRST),
        *(
            TaskAutomation(id=f"t{n}", task="x", family=family, hours_week=spent)
            for n, (family, spent) in enumerate(tasks)
        ),
    ]
    found = hours(scope(*records))
    steering = sum(s or 0 for f, s in tasks if f is ActivityFamily.STEERING)
    parts = sum(e or 0 for e in efforts) / 4 + sum(s or 0 for _, s in tasks) - steering
    assert found.total + found.without_family == pytest.approx(parts)


def test_school_holidays_are_shaded_and_other_moments_are_not():
    spring = Highlight(
        id="s", title="Spring break", kind=HighlightKind.SCHOOL_BREAK,
        date_from=day(-3), date_to=day(2),
    )  # fmt: skip
    fair = Highlight(id="f", title="Fair", kind=HighlightKind.EVENT, date_from=day(2))
    undated = Highlight(id="u", title="Some day", kind=HighlightKind.SCHOOL_BREAK)
    plan = strategy(spring, fair, undated)
    assert school_days(plan, FIRST, LAST) == {day(1): "Spring break", day(2): "Spring break"}
    assert highlights(plan, FIRST, LAST) == {day(2): (fair,)}
    assert school_days(plan, day(10), day(12)) == {}
