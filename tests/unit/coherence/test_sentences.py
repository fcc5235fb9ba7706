"""What rules of lists and of promises say beside their first sentence."""

import datetime as dt

from canvas.i18n import Translator
from canvas.rules.coherence import RULES, Reader
from canvas.steps.audit.accounts import Account, AccountSnapshot
from canvas.steps.common import Network
from canvas.steps.frame.expectations import Purpose, ServedPurpose
from canvas.steps.frame.organisation import Organisation
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.objectives.agreement import BudgetRequest
from canvas.steps.objectives.indicators import Kpi, Measure
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.calendar import Post
from canvas.steps.resources.budget import AdLine
from tests.unit.steps.support import strategy

EN = Translator("en")
DAY = dt.date(2027, 3, 1)


def said(code, *records):
    rule = next(rule for rule in RULES if rule.code is code)
    return [EN(one.sentence) for one in Reader((rule,)).findings(strategy(*records)).open]


def reach(*records, target):
    return said(
        RuleCode.TARGET_BEYOND_REACH,
        Objective(id="o", title="Be known"),
        Account(id="a", network=Network.FACEBOOK, handle="@port"),
        Kpi(id="k", name="Reach", objective="o", measure=Measure.REACH, target=target),
        *records,
    )


def test_what_the_organisation_lacks_is_said_without_counting_lines():
    found = said(RuleCode.FRAME_INCOMPLETE, Organisation(id="organisation", activity="Bread"))
    assert found
    assert all("line" not in sentence for sentence in found)


def test_of_many_lines_a_few_are_named():
    with_text = [Post(id=f"a{n}", title="Rye", date=DAY, reason="They ask") for n in range(9)]
    without = [Post(id=f"b{n}", title=f"Loaf {n}", date=DAY) for n in range(9)]
    found = said(RuleCode.LINES_UNEVEN, *with_text, *without)
    assert len(found) == 1
    assert "9 lines" in found[0]
    assert "“Loaf 2” and 6 others" in found[0]


def test_a_line_without_words_is_called_by_what_was_chosen_in_it():
    purposes = [Purpose(id=f"p{n}", purpose=one) for n, one in enumerate(tuple(ServedPurpose)[:2])]
    (found,) = said(RuleCode.FRAME_INCOMPLETE, *purposes)
    assert all(EN(one.purpose.label) in found for one in purposes)


def test_a_field_that_most_lines_do_without_is_not_asked_for():
    one = Post(id="a", title="Rye", date=DAY, reason="They ask")
    others = [Post(id=f"b{n}", title=f"Loaf {n}", date=DAY) for n in range(2)]
    assert said(RuleCode.LINES_UNEVEN, one, *others) == []


def test_money_that_waits_for_a_figure_names_its_indicator():
    request = BudgetRequest(id="b", stage="Spring", amount=10_000, threshold=30, kpi="gone")
    assert "of no indicator" in said(RuleCode.MONEY_WITHOUT_CONDITION, request)[0]


def test_published_rates_count_where_a_strategy_has_none():
    followed = AccountSnapshot(id="s", account="a", followers=1_000)
    assert reach(followed, target=50) == []
    assert reach(followed, target=51)


def test_a_reach_that_was_read_may_double():
    read = AccountSnapshot(id="s", account="a", followers=100, reach=700, period_days=30)
    grown = 700 * 2 * (52 / 12 * 7) / 30
    assert reach(read, target=round(grown) - 1) == []
    assert reach(read, target=round(grown) + 1)


def test_without_followers_or_with_advertising_no_target_is_beyond_reach():
    followed = AccountSnapshot(id="s", account="a", followers=1_000)
    paid = AdLine(id="ad", name="Boost", objective="o", budget=5_000)
    assert reach(target=9_000) == []
    assert reach(followed, paid, target=9_000) == []
