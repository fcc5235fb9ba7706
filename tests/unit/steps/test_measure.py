"""Measure: three indicators and how they go, the return, what was learnt."""

from __future__ import annotations

import datetime as dt

from canvas.domain.story import Cards, Decision, Figures, Gap, Slide, Tone
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps.common import Frequency
from canvas.steps.measure import STEP
from canvas.steps.measure.choices import Scope, Verdict
from canvas.steps.measure.follow_up import ReportSetup
from canvas.steps.measure.learning import Learning, SplitTest, Survey
from canvas.steps.measure.readings import PostMetric, Reading
from canvas.steps.measure.series import course_of
from canvas.steps.measure.value import RoiValue, TrackingLink
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.resources.budget import BudgetCategory, BudgetLine
from canvas.steps.resources.team import Belonging, TeamMember

EN = Translator("en")


def strategy_of(*records):
    by_type = {}
    for record in records:
        by_type.setdefault(type(record).key, []).append(record)
    return Strategy("s", 1, {key: tuple(found) for key, found in by_type.items()})


def pieces(strategy, kind):
    return [piece for piece in STEP.story(strategy) if isinstance(piece, kind)]


def missing(key, strategy):
    said = next(todo for todo in STEP.todos if todo.key == key).missing(strategy)
    return said and EN(said)


def key_kpis(count):
    return [Kpi(id=f"k{n}", name=f"KPI {n}", is_key=True) for n in range(count)]


def reading(number, month, value, **more):
    return Reading(id=f"r{number}", kpi="k0", date=dt.date(2027, month, 28), value=value, **more)


VISITS = Kpi(id="k0", name="Visits", is_key=True, baseline=20, target=60, unit="visits")


def test_exactly_three_indicators_are_key():
    assert "tick 3" in missing("indicators", Strategy("s"))
    assert missing("indicators", strategy_of(*key_kpis(2))) is not None
    assert missing("indicators", strategy_of(*key_kpis(3))) is None
    assert "keep 3" in missing("indicators", strategy_of(*key_kpis(4)))


def test_a_tracking_link_must_tell_where_people_come_from():
    assert missing("tracking", Strategy("s")) is not None
    bare = TrackingLink(id="t", name="Profile", destination="https://example.org")
    assert "Profile" in missing("tracking", strategy_of(bare))
    coded = TrackingLink(id="t", name="Till", promo_code="BREAD10")
    assert missing("tracking", strategy_of(coded)) is None


def test_a_survey_needs_questions_and_a_start():
    assert missing("survey", Strategy("s")) is not None
    assert "question" in missing("survey", strategy_of(Survey(id="s", name="Wishes")))
    asked = Survey(id="s", name="Wishes", questions=("Why?",))
    assert "start" in missing("survey", strategy_of(asked))
    begun = Survey(id="s", name="Wishes", questions=("Why?",), start=dt.date(2027, 1, 5))
    assert missing("survey", strategy_of(begun)) is None


def test_the_decision_names_the_indicators_and_the_rhythm_of_reports():
    assert STEP.decision(Strategy("s")) is None
    kpis = key_kpis(2)
    assert EN(STEP.decision(strategy_of(*kpis))) == (
        "We follow “KPI 0” and “KPI 1”, and report every month."
    )
    weekly = ReportSetup(id="r", name="Client", period=Frequency.WEEKLY)
    assert EN(STEP.decision(strategy_of(*kpis, weekly))).endswith("report every week.")


def test_months_without_a_reading_stay_open():
    strategy = strategy_of(VISITS, reading(1, 1, 25), reading(2, 3, 40))
    course = course_of(strategy, VISITS)
    assert course.values == (25, None, 40)
    assert course.latest == 40
    assert course.way_done == 0.5


def test_the_latest_reading_of_a_month_counts_and_accounts_add_up():
    early = Reading(id="e", kpi="k0", date=dt.date(2027, 1, 2), value=99)
    strategy = strategy_of(
        VISITS,
        early,
        reading(1, 1, 25),
        reading(2, 2, 10, account="a"),
        reading(3, 2, 5, account="b"),
        reading(4, 3, 7, scope=Scope.ORGANIC),
        reading(5, 3, 3, scope=Scope.PAID),
    )
    assert course_of(strategy, VISITS).values == (25, 15, 10)


def test_rates_of_several_accounts_are_never_added():
    rate = Kpi(id="k0", name="Engagement", unit="%")
    strategy = strategy_of(rate, reading(1, 2, 4, account="a"), reading(2, 2, 5, account="b"))
    assert course_of(strategy, rate).values == ()


def test_a_zero_is_a_reading():
    assert course_of(strategy_of(VISITS, reading(1, 1, 0)), VISITS).latest == 0


def test_a_starting_value_may_come_from_a_reading():
    bare = Kpi(id="k0", name="Visits", target=30)
    strategy = strategy_of(bare, reading(1, 1, 10, is_baseline=True), reading(2, 2, 20))
    assert course_of(strategy, bare).way_done == 0.5


def test_the_key_figures_show_their_course_and_their_target():
    strategy = strategy_of(VISITS, *key_kpis(3)[1:], reading(1, 1, 25), reading(2, 3, 60))
    slide = pieces(strategy, Slide)[0]
    assert EN(slide.title) == "Three indicators are enough: Visits, KPI 1 and KPI 2"
    assert isinstance(slide.body, Figures)
    visits, other, _third = slide.body.cards
    assert [EN(category) for category in visits.categories] == ["Jan", "Feb", "Mar"]
    assert list(visits.series[0].values) == [25, None, 60]
    assert visits.series[1].dashed
    assert visits.tone is Tone.GOOD
    assert "Target reached" in [EN.said(remark) for remark in visits.remarks]
    assert EN(other.value) == "To be measured"
    assert not other.categories
    (asked,) = pieces(strategy, Decision)
    assert "Visits" in EN(asked.what)


def test_empty_measuring_gives_only_gaps():
    found = list(STEP.story(Strategy("s")))
    assert len(found) == 2
    assert all(isinstance(piece, Gap) for piece in found)


def test_blank_records_of_every_type_break_nothing():
    blank = strategy_of(*(record(id=record.key) for record in STEP.records))
    assert all(isinstance(piece, Gap) for piece in STEP.story(blank))


def test_the_return_counts_the_time_of_the_team():
    strategy = strategy_of(
        RoiValue(id="v", name="One catering quote", value_each=4500),
        TeamMember(id="n", name="Nora", hours_week=4, cost_hour=2500),
    )
    slide = pieces(strategy, Slide)[0]
    assert EN(slide.title) == "“One catering quote” covers what we spend from 10 a month on"
    costs = slide.body.panels[1].items
    assert EN(costs[0].text) == "Time of the team: €433 a month"


def test_a_provider_is_paid_from_the_budget_and_counts_once():
    strategy = strategy_of(
        RoiValue(id="v", name="One quote", value_each=5000, attribution=0.5, kpi="k"),
        Kpi(id="k", name="Quotes", target=20, frequency=Frequency.MONTHLY),
        TeamMember(id="p", name="Paul", belonging=Belonging.EXTERNAL, hours_week=4, cost_hour=9000),
        BudgetLine(id="b", label="Films", category=BudgetCategory.PROVIDER, planned=300000),
    )
    slide = pieces(strategy, Slide)[-1]
    _, costs, rest = slide.body.panels
    assert [EN(item.text) for item in costs.items] == ["Budget: €250 a month"]
    assert [EN(item.text) for item in rest.items] == [
        "Costs are covered from 10 a month on",
        "At the target of 20: €500 a month",
        "One costs €12 then",
    ]
    assert EN(rest.items[1].detail) == "200% of the costs come back"


def test_a_result_without_known_costs_is_shown_with_the_formulas():
    (slide,) = pieces(strategy_of(RoiValue(id="v", name="One quote", value_each=4500)), Slide)
    assert EN(slide.title) == "What it brings has a price: “One quote” is worth €45"
    assert len(slide.body.panels[2].items) == 2


def test_lessons_and_trials_stand_side_by_side():
    strategy = strategy_of(
        Learning(id="a", what="Faces work", result=Verdict.SUCCESS, date=dt.date(2027, 5, 2)),
        Learning(id="b", what="Memes fail", result=Verdict.FAILURE, date=dt.date(2027, 4, 2)),
        SplitTest(id="c", hypothesis="Questions bring comments"),
    )
    (slide,) = pieces(strategy, Slide)
    assert EN(slide.title) == "2 lessons so far; the latest: Faces work"
    assert isinstance(slide.body, Cards)
    assert [EN(panel.heading) for panel in slide.body.panels] == [
        "It worked",
        "It failed",
        "Being tried",
    ]


def test_interactions_of_a_post_are_unknown_until_one_is_known():
    assert PostMetric(id="p").interactions is None
    assert PostMetric(id="p", likes=0, comments=3).interactions == 3
