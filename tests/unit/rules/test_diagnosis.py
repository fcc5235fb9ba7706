"""What the data show of a presence without a strategy, and which objective they put first."""

from __future__ import annotations

import datetime as dt

import pytest

from canvas.rules.diagnosis import note, signs
from canvas.rules.feeds import Months
from canvas.rules.first_objective import Way, taking_up, way_of
from canvas.steps.audit.accounts import Account, AccountSnapshot
from canvas.steps.audit.contents import TrafficChannel, TrafficSource
from canvas.steps.audit.market import Competitor, CompetitorArticle
from canvas.steps.common import MethodStep, Network
from canvas.steps.frame.coherence import RuleThreshold
from canvas.steps.frame.expectations import Symptom, SymptomKind
from canvas.steps.frame.people import Person, Responsibility
from canvas.steps.frame.rule_names import Limit
from canvas.steps.measure.merged import merged
from canvas.steps.objectives.diagnosis import ObjectiveDiagnosis, diagnosed, suggested
from canvas.steps.objectives.objective import Objective, ObjectiveType
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import Origin, PostStatus
from canvas.steps.plan.rhythm import Rhythm
from tests.unit.rules.test_method import after
from tests.unit.steps.support import EN, strategy

SHOP = Account(id="a", network=Network.INSTAGRAM, handle="@shop")


def sign(kind, *records):
    """Return one sign of a strategy of these records."""
    whole = strategy(*records)
    found = signs(whole, Months(whole, merged(whole, {})))
    return next(one for one in found if one.kind is kind)


def read(reactions, followers=1_000):
    return AccountSnapshot(
        id="s", account="a", date=dt.date(2026, 10, 1), followers=followers,
        avg_interactions=reactions,
    )  # fmt: skip


def out(*days):
    return [
        Post(id=f"p{n}", title=f"Loaf {n}", status=PostStatus.PUBLISHED, date=dt.date(2026, 9, day))
        for n, day in enumerate(days)
    ]


def test_an_empty_strategy_shows_nothing_but_that_nobody_answers():
    whole = strategy()
    found = {one.kind: one.present for one in signs(whole, Months(whole, merged(whole, {})))}
    assert found.pop(SymptomKind.NO_OWNER) is True
    assert set(found.values()) == {None}


class TestFewReactions:
    def test_are_told_from_the_audit_by_the_part_of_followers_who_react(self):
        assert sign(SymptomKind.FEW_INTERACTIONS, SHOP, read(4)).present is True
        enough = sign(SymptomKind.FEW_INTERACTIONS, SHOP, read(40))
        assert enough.present is False
        assert "4%" in EN(enough.evidence)

    def test_are_measured_by_the_strategys_own_figure(self):
        own = RuleThreshold(id="t", limit=Limit.REACTIONS_SHARE, value=5, reason="Small town")
        assert sign(SymptomKind.FEW_INTERACTIONS, SHOP, read(40), own).present is True


class TestIrregularPosting:
    def test_is_a_silence_longer_than_the_strategy_bears(self):
        (*days,) = out(1, 3, 20)
        found = sign(SymptomKind.IRREGULAR, *days)
        assert found.present is True
        assert "16 days" in EN(found.evidence)
        patient = Rhythm(id="rhythm", max_gap_days=20)
        assert sign(SymptomKind.IRREGULAR, *days, patient).present is False

    def test_is_not_told_from_two_posts(self):
        assert sign(SymptomKind.IRREGULAR, *out(1, 30)).present is None

    def test_is_not_told_from_what_is_only_planned(self):
        planned = [Post(id=f"p{n}", date=dt.date(2026, 9, 1 + 9 * n)) for n in range(3)]
        assert sign(SymptomKind.IRREGULAR, *planned).present is None


class TestContentSeenElsewhere:
    def test_is_a_title_that_a_competitor_had(self):
        theirs = CompetitorArticle(id="t", title="Five kinds of flour for baking", competitor="c")
        ours = Post(id="p", title="Five kinds of flour, for baking!")
        whose = Competitor(id="c", name="Le Noir")
        found = sign(SymptomKind.SEEN_BEFORE, theirs, ours, whose)
        assert found.present is True
        assert "Le Noir" in EN(found.evidence)

    def test_is_a_calendar_taken_from_others(self):
        lines = [Post(id=f"p{n}", title=f"P{n}", origin=Origin.CURATED) for n in range(3)]
        assert sign(SymptomKind.SEEN_BEFORE, *lines).present is True
        own = [Post(id=f"o{n}", title=f"O{n}", origin=Origin.OWN) for n in range(3)]
        assert sign(SymptomKind.SEEN_BEFORE, *lines, *own).present is False


class TestNobodyAnswers:
    @pytest.mark.parametrize(
        ("duty", "present"),
        [
            ({}, True),
            ({"owner": "m"}, True),
            ({"owner": "m", "result": "Replies"}, True),
            ({"owner": "m", "result": "Replies", "budget_owned": 0}, False),
        ],
    )
    def test_until_somebody_has_a_result_and_a_budget(self, duty, present):
        found = sign(
            SymptomKind.NO_OWNER, Person(id="m", name="Maëlle"), Responsibility(id="d", **duty)
        )
        assert found.present is present


def test_a_sign_is_noted_with_what_shows_it_and_where_it_is_dealt_with():
    whole = strategy(*out(1, 3, 20))
    found = sign(SymptomKind.IRREGULAR, *out(1, 3, 20))
    (line,) = after(whole, note(whole, found, "16 days")).of(Symptom)
    assert (line.present, line.evidence, line.remedy_step) == (True, "16 days", MethodStep.PLAN)


def test_what_was_noted_before_keeps_its_words():
    noted = Symptom(id="s", symptom=SymptomKind.IRREGULAR, evidence="Every August")
    whole = strategy(noted, *out(1, 3, 20))
    found = sign(SymptomKind.IRREGULAR, noted, *out(1, 3, 20))
    (line,) = after(whole, note(whole, found, "16 days")).of(Symptom)
    assert (line.present, line.evidence) == (True, "Every August")


VISITS = (
    TrafficSource(
        id="t1", source="Direct", channel=TrafficChannel.DIRECT, sessions=100,
        period_start=dt.date(2026, 1, 1), period_end=dt.date(2026, 12, 31),
    ),
    TrafficSource(
        id="t2", source="Google", channel=TrafficChannel.SEARCH, sessions=1_100,
        period_start=dt.date(2026, 1, 1), period_end=dt.date(2026, 12, 31),
    ),
)  # fmt: skip


class TestTheFirstObjective:
    def test_is_suggested_from_the_audits_visits(self):
        found = suggested(strategy(*VISITS))
        assert found.type is ObjectiveType.AWARENESS
        assert "8.3%" in EN(found.reason)
        assert diagnosed(strategy(*VISITS)).sessions == 100

    def test_goes_by_what_was_typed_rather_than_by_the_audit(self):
        typed = ObjectiveDiagnosis(id="objective_diagnosis", direct_traffic_share=0.5, sessions=90)
        assert suggested(strategy(*VISITS, typed)) is None
        assert diagnosed(strategy(*VISITS, typed)).sessions == 90

    @pytest.mark.parametrize(
        ("objectives", "way"),
        [
            ((), Way.CREATE),
            ((Objective(id="o", title="Be known", type=ObjectiveType.AWARENESS),), Way.MARK),
            ((Objective(id="o", title="Grow", is_primary=True),), Way.NAME),
            (
                (Objective(id="o", title="Sell", type=ObjectiveType.SALES, is_primary=True),),
                Way.BESIDE,
            ),
        ],
    )
    def test_is_taken_up_with_one_click(self, objectives, way):
        whole = strategy(*VISITS, *objectives)
        found = suggested(whole)
        assert way_of(whole, found) is way
        done = after(whole, taking_up(whole, found, "Awareness", "8%"))
        assert way_of(done, found) is (Way.KEPT if way is Way.BESIDE else Way.FOLLOWED)
        assert sum(one.is_primary for one in done.of(Objective)) == 1
        assert taking_up(done, found, "Awareness", "8%") == []
