"""Riding on the news: five tests and a risk; in doubt, one does not (C119)."""

import datetime as dt

import pytest

from canvas.i18n import Translator
from canvas.rules.newsjacking import advice, line, line_of
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import NewsTest, Verdict
from canvas.steps.plan.conversation import Opportunity
from tests.unit.steps.support import strategy

ALL = tuple(NewsTest)


def advised(**fields):
    return advice(Opportunity(id="o", topic="World Bread Day", **fields))


@pytest.mark.parametrize("risk", [0, 1])
def test_all_tests_and_a_low_risk_are_a_go(risk):
    assert advised(tests=ALL, risk=risk).verdict is Verdict.GO


@pytest.mark.parametrize("missing", ALL)
def test_one_test_that_does_not_hold_is_a_no_and_is_named(missing):
    found = advised(tests=tuple(test for test in ALL if test is not missing), risk=0)
    assert found.verdict is Verdict.NO_GO
    assert found.lacking == (missing,)
    assert Translator("en").label(missing) in Translator("en")(found.why)


@pytest.mark.parametrize("risk", [2, 3])
@pytest.mark.parametrize("tests", [(), ALL[:2], ALL])
def test_a_high_risk_decides_alone(risk, tests):
    found = advised(tests=tests, risk=risk)
    assert found.verdict is Verdict.NO_GO
    assert str(risk) in Translator("en")(found.why)


def test_what_nobody_said_is_a_doubt():
    assert advised().verdict is Verdict.IN_DOUBT
    assert advised(risk=0).verdict is Verdict.IN_DOUBT
    assert advised(tests=ALL).verdict is Verdict.IN_DOUBT


def test_a_go_becomes_a_line_that_knows_where_it_comes_from():
    news = Opportunity(
        id="o", topic="World Bread Day", idea="Our oldest leaven",
        date=dt.date(2027, 10, 16), network=Network.INSTAGRAM, decided_by="p",
    )  # fmt: skip
    here = Account(id="a", network=Network.INSTAGRAM)
    raw = line(strategy(news, here), news)
    assert raw | {"status": "idea"} == raw
    wanted = {
        "title": "World Bread Day", "reason": "World Bread Day", "text": "Our oldest leaven",
        "date": "2027-10-16", "network": "instagram", "validator": "p", "opportunity": "o",
        "account": "a",
    }  # fmt: skip
    assert {name: raw[name] for name in wanted} == wanted


def test_the_line_of_an_opportunity_is_found_again():
    news = Opportunity(id="o", topic="x")
    assert line_of(strategy(news), news) is None
    assert line_of(strategy(news, Post(id="q"), Post(id="p", opportunity="o")), news).id == "p"
