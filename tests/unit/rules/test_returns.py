"""What a period brought against what it cost (C55, C57, C140)."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.records import EXISTS
from canvas.domain.strategy import build
from canvas.i18n import Translator
from canvas.rules.dashboard_period import period
from canvas.rules.returns import Bound, returns, verdict
from canvas.rules.returns_costs import Spent
from canvas.steps import RECORD_TYPES
from canvas.steps.measure.merged import Figures, merged
from canvas.steps.measure.reports import ReportPeriod

QUARTER = period(ReportPeriod.QUARTER, dt.date(2027, 1, 1))
EN = Translator("en")

SETTINGS = ("settings", "settings", {"start_date": "2027-01-01", "horizon": 12})
KPI = ("kpi", "k", {"name": "Orders", "measure": "sales"})
ORDER = ("roi_value", "v", {"name": "One order", "value_each": 12_50, "kpi": "k",
                            "attribution": 0.8})  # fmt: skip
READINGS = [
    ("reading", f"r{n}", {"kpi": "k", "date": f"2027-0{n}-28", "value": value})
    for n, value in ((1, 29), (2, 33), (3, 38))
]
MEMBER = ("team_member", "m", {"name": "Ana", "hours_week": 6, "cost_hour": 20_00})
AD = ("ad_line", "a", {"name": "Cakes", "budget": 60_00, "spent": 40_00,
                       "start": "2027-01-05", "end": "2027-01-17"})  # fmt: skip


def snapshot(*records):
    rows = {(t, i): {EXISTS: True, **fields} for t, i, fields in (SETTINGS, *records)}
    return build("s", 1, rows, RECORD_TYPES)


def found(*records, span=QUARTER):
    strategy = snapshot(*records)
    return returns(strategy, merged(strategy, {}), span)


def hours(number, amount, month="2027-01-31", member="m"):
    return ("time_spent", f"t{number}", {"month": month, "member": member, "hours": amount})


WRITTEN = [hours(1, 20), hours(2, 10, "2027-02-28"), hours(3, 30, "2027-03-15")]
ALL = [KPI, ORDER, *READINGS, MEMBER, AD, *WRITTEN]


def test_the_return_is_gains_less_costs_over_costs():
    one = found(*ALL)
    assert one.gained == 1000_00  # 100 orders × 12.50 × 80 %
    assert one.costs.total == 1240_00  # 60 h × 20 and 40 spent
    assert one.ratio == pytest.approx(-240 / 1240)
    assert one.bound is Bound.EXACT
    assert one.missing == ()
    said = EN(verdict(snapshot(), one))
    assert "€1,240" in said
    assert "€1,000" in said
    assert "-19" in said.replace("−", "-")


def test_a_month_without_a_reading_is_named_and_the_return_is_at_least_what_comes_out():
    one = found(*(r for r in ALL if r[1] != "r2"))
    assert one.gained == 670_00
    assert one.bound is Bound.AT_LEAST
    assert [EN(text) for text in one.missing] == ["“Orders” has no figure for February 2027."]


def test_a_cost_that_is_not_known_makes_the_return_at_most_what_comes_out():
    tool = ("budget_line", "b", {"label": "Scheduler"})
    one = found(*ALL, tool)
    assert one.bound is Bound.AT_MOST
    assert [EN(text) for text in one.missing] == ["“Scheduler” has no amount."]


def test_where_both_sides_are_incomplete_nobody_knows_the_return():
    one = found(*(r for r in ALL if r[1] != "r2"), ("budget_line", "b", {"label": "Tool"}))
    assert one.bound is Bound.UNKNOWN
    assert "not known" in EN(verdict(snapshot(), one))


def test_nothing_known_is_no_zero():
    one = found()
    assert (one.gained, one.costs.total, one.ratio) == (None, None, None)
    assert len(one.missing) == 3
    assert one.passing == ()


def test_hours_nobody_wrote_down_count_as_planned_and_are_told_apart():
    one = found(KPI, ORDER, *READINGS, MEMBER, AD, hours(1, 20))
    terms = {term.kind: term for term in one.costs.terms}
    assert terms[Spent.HOURS_WRITTEN].amount == 400_00
    assert terms[Spent.HOURS_PLANNED].hours == 52  # 6 h × 52 weeks ÷ 12, for two months
    assert terms[Spent.HOURS_PLANNED].amount == 1040_00


def test_an_hour_without_a_cost_is_named_and_a_provider_is_not_counted_by_the_hour():
    one = found(
        *ALL,
        ("team_member", "x", {"name": "Agency", "belonging": "external", "hours_week": 9,
                              "cost_hour": 90_00}),
        ("team_member", "y", {"name": "Bo", "hours_week": 2}),
        hours(9, 4, member=None),
    )  # fmt: skip
    assert one.costs.total == 1240_00
    assert [EN(text) for text in one.costs.missing] == [
        "4 h of January 2027 are nobody’s, so their cost is unknown.",
        "An hour of Bo has no cost yet.",
    ]


def test_money_planned_counts_where_nobody_says_what_was_paid_and_is_spread_over_its_months():
    line = ("budget_line", "b", {"label": "Photos", "planned": 120_00,
                                 "start": "2027-03-01", "end": "2027-06-30"})  # fmt: skip
    one = found(*ALL, line)
    (planned,) = (t for t in one.costs.terms if t.kind is Spent.PLANNED)
    assert planned.amount == 30_00  # March alone


def test_paid_boosts_are_not_added_to_the_advertising_that_pays_for_them():
    post = ("post", "p", {"title": "x", "date": "2027-02-01", "paid_budget": 15_00})
    assert found(*ALL, post).costs.total == 1240_00
    assert found(*ALL, post).costs.remarks
    alone = found(*(r for r in ALL if r[1] != "a"), post)
    assert alone.costs.total == 1215_00
    assert alone.bound is Bound.EXACT


def test_a_level_counts_by_how_much_it_rose():
    kpi = ("kpi", "k", {"name": "Reviews", "measure": "other", "unit": "reviews"})
    before = ("reading", "r0", {"kpi": "k", "date": "2026-12-31", "value": 20})
    assert found(kpi, ORDER, *READINGS, before).gains[0].count.value == 18
    alone = found(kpi, ORDER, *READINGS).gains[0]
    assert alone.amount is None
    assert "no figure from before" in EN(alone.missing[0])


def test_a_rate_counts_nothing():
    kpi = ("kpi", "k", {"name": "Engagement", "unit": "%"})
    assert found(kpi, ORDER, *READINGS).gained is None


def test_the_same_people_are_added_up_once():
    guide = ("roi_value", "w", {"name": "One guide", "value_each": 5_00, "kpi": "k",
                                "counted_in": "v"})  # fmt: skip
    one = found(*ALL, guide)
    assert [gain.is_added for gain in one.gains] == [True, False]
    assert one.gained == 1000_00
    ring = ("roi_value", "v", {**ORDER[2], "counted_in": "w"})
    assert sum(gain.is_added for gain in found(KPI, ring, guide, *READINGS).gains) == 1


def test_a_contact_is_no_client_and_both_figures_are_given():
    kpi = ("kpi", "k", {"name": "Demos", "measure": "contacts"})
    policy = ("lead_policy", "lead_policy", {"cold_rate": 0.9})
    one = found(kpi, ORDER, *READINGS, MEMBER, AD, *WRITTEN, policy)
    assert one.has_contacts
    assert (one.gained, one.gained_warm) == (1000_00, 100_00)
    assert one.cost_a_contact == pytest.approx(12_40)
    assert one.cost_a_lead == pytest.approx(124_00)
    assert found(kpi, ORDER, *READINGS).cold == 0.95


def test_it_says_from_how_many_on_the_period_pays_for_itself():
    (passing,) = found(*ALL).passing
    assert (passing.needed, passing.had) == (124, 100)  # 1 240 ÷ 10


def test_the_return_wanted_is_that_of_so_many_months():
    target = ("roi_target", "roi_target", {"money": 2400_00, "horizon": 12})
    assert found(*ALL, target).wanted == 600_00


AMOUNTS = st.one_of(st.none(), st.integers(0, 10**6))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(AMOUNTS, st.one_of(st.none(), st.floats(0, 1)), AMOUNTS), max_size=4),
    st.lists(st.tuples(st.floats(0, 200), AMOUNTS), max_size=4),
    st.lists(st.tuples(AMOUNTS, AMOUNTS, st.integers(1, 6)), max_size=4),
)
def test_the_total_is_the_sum_of_its_terms(results, people, lines):
    records = []
    for n, (worth, share, count) in enumerate(results):
        records += [
            ("kpi", f"k{n}", {"name": f"K{n}", "measure": "sales"}),
            ("roi_value", f"v{n}", {"name": f"V{n}", "value_each": worth, "attribution": share,
                                    "kpi": f"k{n}"}),
            ("reading", f"r{n}", {"kpi": f"k{n}", "date": "2027-01-31", "value": count}),
        ]  # fmt: skip
    for n, (amount, cost) in enumerate(people):
        records += [("team_member", f"m{n}", {"name": f"M{n}", "cost_hour": cost}),
                    hours(n, amount, member=f"m{n}")]  # fmt: skip
    for n, (planned, spent, month) in enumerate(lines):
        records.append(
            ("budget_line", f"b{n}", {"label": f"B{n}", "planned": planned, "spent": spent,
                                      "start": f"2027-0{month}-01"}))  # fmt: skip
    one = found(*records)
    gained = [gain.amount for gain in one.gains if gain.amount is not None]
    assert one.gained == (sum(gained) if gained else None)
    spent = [term.amount for term in one.costs.terms]
    assert one.costs.total == (sum(spent) if spent else None)
    if one.ratio is not None:
        assert one.ratio == pytest.approx((sum(gained) - sum(spent)) / sum(spent))
    assert (one.bound is Bound.EXACT) == (one.ratio is not None and not one.missing)


def test_figures_are_asked_for_and_none_is_invented():
    assert returns(snapshot(*ALL), Figures(), QUARTER).gained == 1000_00


def test_months_before_anybody_or_any_budget_was_there_are_no_free_months():
    late = ("team_member", "m", {**MEMBER[2], "start": "2026-12-01"})
    before = period(ReportPeriod.QUARTER, dt.date(2026, 10, 1))
    one = found(late, AD, span=before)
    assert one.costs.total == 520_00  # December: 6 h × 52 ÷ 12 × 20
    assert [EN(text) for text in one.costs.missing] == [
        "Nobody’s hours are known for October 2026 and November 2026.",
        "The budget begins on 1 January 2027: what was spent before is not known.",
    ]
