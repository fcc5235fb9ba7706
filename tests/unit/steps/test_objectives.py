"""Step 1: missions, SMART objectives, indicators, themes, and what was agreed."""

import dataclasses
import datetime as dt

import pytest

from canvas.domain.story import Banner, Bullets, Cards, Decision, Gap, Slide, Table
from canvas.domain.strategy import Strategy
from canvas.i18n.translator import Translator
from canvas.steps.audit.accounts import Account, AccountDecision
from canvas.steps.common import Network, Quarter
from canvas.steps.frame.people import Person
from canvas.steps.frame.settings import Settings
from canvas.steps.objectives import STEP
from canvas.steps.objectives.agreement import BudgetRequest, Expectation, RequestState, Scope
from canvas.steps.objectives.diagnosis import ObjectiveDiagnosis, suggestion
from canvas.steps.objectives.indicators import IndicatorKind, InteractionWeights, Kpi, ReachRate
from canvas.steps.objectives.missions import AccountMission, AccountRole, Mission, MissionRank
from canvas.steps.objectives.objective import Maturity, Nature, Objective, ObjectiveType
from canvas.steps.objectives.smart import smart_problems
from canvas.steps.objectives.themes import Theme

SMART = Objective(
    id="o1",
    title="Fill the workshop",
    is_primary=True,
    specific="Families who visit the workshop page",
    metric="Visits of the workshop page",
    unit="visits",
    baseline=12,
    target=60,
    means=("Two posts a week",),
    realistic="One post brought 18",
    start=dt.date(2027, 1, 1),
    due=dt.date(2027, 6, 30),
    review_date=dt.date(2027, 3, 31),
    owner="p1",
)
MAIN = Mission(id="m1", text="Make people taste our bread", rank=MissionRank.MAIN)


def strategy(*records):
    by_type = {}
    for record in records:
        by_type[record.key] = (*by_type.get(record.key, ()), record)
    return Strategy("s", 1, by_type)


def missing(key, *records):
    todo = next(todo for todo in STEP.todos if todo.key == key)
    found = todo.missing(strategy(*records))
    return None if found is None else Translator("en")(found)


def slides(*records):
    return [piece for piece in STEP.story(strategy(*records)) if isinstance(piece, Slide)]


def titles(*records):
    return [Translator("en")(slide.title) for slide in slides(*records)]


def test_one_main_mission_and_two_secondary_ones_are_enough():
    first, second = (Mission(id=f"s{n}", text="More", rank=MissionRank.SECONDARY) for n in (1, 2))
    assert missing("missions") == "The main mission is not written yet."
    assert missing("missions", MAIN, first) == "1 secondary mission is missing."
    assert missing("missions", MAIN, first, second) is None


def test_a_second_main_mission_is_one_too_many():
    other = dataclasses.replace(MAIN, id="m2")
    assert missing("missions", MAIN, other) == "2 missions are marked as main: keep one."


def test_each_account_that_stays_needs_its_mission():
    kept = Account(id="a1", handle="@bread")
    closed = Account(id="a2", handle="@old", decision=AccountDecision.DELETE)
    mission = AccountMission(id="x", text="Show the oven", account="a1", role=AccountRole.MAIN)
    assert missing("account_missions", kept) == "No account has a mission yet."
    elsewhere = AccountMission(id="y", text="Write", network=Network.BLOG, role=AccountRole.MAIN)
    assert missing("account_missions", kept, elsewhere) == "“@bread” has no mission yet."
    assert missing("account_missions", kept, closed, mission) is None


def test_themes_are_asked_for_as_many_quarters_as_the_strategy_lasts():
    half_a_year = Settings(id="settings", horizon=6)
    first = Theme(id="t1", title="Real bread", quarter=Quarter.Q1)
    second = Theme(id="t2", title="Picnics", quarter=Quarter.Q2)
    assert missing("themes", half_a_year, first) == (
        "No theme yet for this quarter: Second quarter."
    )
    assert missing("themes", half_a_year, first, second) is None


def test_objectives_are_done_once_one_is_main_and_all_are_smart():
    plain = dataclasses.replace(SMART, is_primary=False)
    assert missing("objectives") == "No objective is written yet."
    assert missing("objectives", plain) == "No objective is marked as main yet."
    assert missing("objectives", SMART) is None


def test_the_figures_of_the_site_suggest_the_main_objective():
    plain = dataclasses.replace(SMART, is_primary=False)
    figures = ObjectiveDiagnosis(
        id="objective_diagnosis", sessions=2_000, sessions_needed=1_000, direct_traffic_share=0.08
    )
    assert missing("objectives", plain, figures) == (
        "No objective is marked as main yet. "
        "Only 8% of visits come by typing your address: awareness first."
    )


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"sessions": 200, "sessions_needed": 1_000}, ObjectiveType.TRAFFIC),
        ({"sessions": 2_000, "brand_search": 20}, ObjectiveType.AWARENESS),
        ({"review_rating": 3.2}, ObjectiveType.REPUTATION),
        (
            {"sessions": 2_000, "sessions_needed": 1_000, "direct_traffic_share": 0.4},
            ObjectiveType.BUSINESS,
        ),
    ],
)
def test_a_diagnosis_suggests_one_type_of_objective(figures, expected):
    assert suggestion(ObjectiveDiagnosis(**figures)).type is expected


def test_too_few_figures_suggest_nothing():
    assert suggestion(ObjectiveDiagnosis(sessions=2_000)) is None


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"specific": ""}, "specific"),
        ({"metric": ""}, "measurable"),
        ({"target": None}, "value to reach"),
        ({"baseline": None}, "starting value"),
        ({"means": ()}, "means"),
        ({"realistic": ""}, "realistic"),
        ({"maturity": Maturity.MATURE}, "400%"),
        ({"due": None}, "due date"),
        ({"review_date": None}, "first check"),
        ({"start": dt.date(2028, 1, 1)}, "before it starts"),
    ],
)
def test_each_letter_of_smart_has_its_check(change, word):
    problems = smart_problems(dataclasses.replace(SMART, **change))
    assert len(problems) == 1
    assert word in Translator("en")(problems[0])


def test_doubling_from_zero_is_believable_even_when_well_established():
    assert not smart_problems(dataclasses.replace(SMART, baseline=0, maturity=Maturity.MATURE))


def test_a_qualitative_objective_needs_no_figure():
    judged = dataclasses.replace(SMART, nature=Nature.QUALITATIVE, baseline=None, target=None)
    assert not smart_problems(judged)


def test_each_objective_needs_an_indicator_and_three_at_most_are_key():
    kpis = [Kpi(id=f"k{n}", name=f"K{n}", objective="o1", is_key=True) for n in range(4)]
    assert missing("indicators", SMART) == "No indicator is written yet."
    assert missing("indicators", SMART, Kpi(id="k", name="Likes")) == (
        "“Fill the workshop” has no indicator yet."
    )
    assert missing("indicators", SMART, *kpis) == (
        "4 indicators are marked as key: keep 3 at most."
    )
    assert missing("indicators", SMART, *kpis[:3]) is None


def test_the_decision_names_the_main_mission_and_the_main_objective():
    other = dataclasses.replace(SMART, id="o2", title="Something else", is_primary=False)
    assert STEP.decision(strategy(MAIN)) is None
    assert Translator("en")(STEP.decision(strategy(other, SMART, MAIN))) == (
        "Our mission is “Make people taste our bread” and our first objective "
        "“Fill the workshop”, by 30 June 2027."
    )


def test_an_empty_strategy_only_has_gaps():
    pieces = list(STEP.story(strategy()))
    assert pieces
    assert all(isinstance(piece, Gap) for piece in pieces)


def test_the_deck_says_missions_objectives_indicators_and_themes():
    said = titles(
        MAIN,
        AccountMission(id="x", text="Show", network=Network.INSTAGRAM, role=AccountRole.MAIN),
        AccountMission(id="y", text="Keep", network=Network.X, role=AccountRole.DEFENSIVE),
        SMART,
        dataclasses.replace(SMART, id="o2", title="More reviews", is_primary=False),
        Kpi(id="k", name="Visits", is_key=True),
        Theme(id="t1", title="Real bread", quarter=Quarter.Q1),
        Theme(id="t2", title="Picnics", quarter=Quarter.Q2),
    )
    assert said == [
        "The mission: Make people taste our bread",
        "Instagram carries most of the effort; 1 other account gets less",
        "2 objectives, and one comes first: Fill the workshop",
        "1 key indicator opens each report: Visits",
        "The themes of the year: Real bread and Picnics",
    ]


def test_the_main_objective_stands_first_with_its_figures_and_its_owner():
    other = dataclasses.replace(SMART, id="o2", title="More reviews", is_primary=False)
    (slide,) = slides(other, SMART, Person(id="p1", name="Camille"))
    assert isinstance(slide.body, Table)
    row = slide.body.rows[0]
    assert row[0].text == "Fill the workshop"
    assert Translator("en")(row[1]) == "12 → 60\u00a0visits"
    assert row[-1] == "Camille"


def test_figures_that_only_flatter_come_last_and_the_notes_say_so():
    (slide,) = slides(
        Kpi(id="k1", name="Followers", kind=IndicatorKind.VANITY), Kpi(id="k2", name="Orders")
    )
    assert [row[0].text for row in slide.body.rows] == ["Orders", "Followers"]
    assert "1 figure only flatters" in Translator("en")(slide.notes[-1])


def test_each_quarter_has_one_card_whatever_its_number_of_themes():
    (one,) = slides(Theme(id="t1", title="Real bread", quarter=Quarter.Q1))
    (two,) = slides(
        *(Theme(id=f"t{n}", title="A", quarter=Quarter.Q1) for n in range(3)),
        Theme(id="t", title="No date"),
    )
    assert isinstance(one.body, Bullets)
    assert isinstance(two.body, Cards)
    assert len(two.body.panels) == 2


def test_what_is_not_agreed_in_writing_is_a_decision_to_take():
    pieces = list(
        STEP.story(
            strategy(
                Expectation(
                    id="e1", text="Be known", scope=Scope.EXPECTED, signed_on=dt.date(2027, 1, 4)
                ),
                Expectation(id="e2", text="Sales", scope=Scope.NOT_EXPECTED, sponsor="p1"),
                Person(id="p1", name="Camille"),
            )
        )
    )
    (slide,) = [piece for piece in pieces if isinstance(piece, Slide)]
    assert Translator("en")(slide.title) == "We answer for “Be known”, not for “Sales”"
    (decision,) = [piece for piece in pieces if isinstance(piece, Decision)]
    assert decision.who == "Camille"


def test_money_is_asked_for_little_by_little():
    granted = BudgetRequest(id="b1", stage="Test", amount=20_000, state=RequestState.GRANTED)
    later = BudgetRequest(id="b2", stage="More", amount=60_000, condition="30 visits")
    pieces = list(STEP.story(strategy(granted, later)))
    (slide,) = [piece for piece in pieces if isinstance(piece, Slide)]
    assert Translator("en")(slide.title) == "€200 first, then up to €800 as results come in"
    (decision,) = [piece for piece in pieces if isinstance(piece, Decision)]
    assert Translator("en").said(decision.what) == "Grant €600 for “More”"


def test_a_long_mission_gives_a_short_title_and_the_banner_keeps_it_whole():
    long = dataclasses.replace(MAIN, text="bread " * 70)
    (slide,) = slides(long)
    assert len(str(slide.title)) <= 110
    assert isinstance(slide.body, Banner)
    assert slide.body.text == long.text


def test_a_share_counts_more_than_a_comment_and_a_comment_more_than_a_like():
    assert InteractionWeights().score(likes=10, comments=2, shares=1) == 17


def test_expected_reach_comes_from_the_rates_and_the_followers():
    rate = ReachRate(organic_rate_low=0.025, organic_rate_high=0.05)
    assert rate.expected_reach(2_000) == (50, 100)
    assert ReachRate().expected_reach(2_000) is None
