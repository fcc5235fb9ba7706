"""What hangs loose on a step, and how it is accepted."""

import html

from canvas.rules.coherence import findings
from canvas.services import exchange
from canvas.steps.frame.coherence import AcceptedFinding, RuleThreshold
from canvas.ui.state import person, strategies
from tests.apptest.conftest import go_to, words


def strategy_of(*records):
    return strategies().create(person(), {"name": "Port"}, list(records))


def labels(tab):
    return [html.unescape(expander.label) for expander in tab.expander]


def test_an_empty_strategy_is_left_in_peace(open_tab):
    tab = open_tab("audit", language="en", strategy=strategy_of())
    assert not [label for label in labels(tab) if "loose" in label]


def test_a_coherent_strategy_shows_nothing_loose(open_tab):
    opened = exchange.open_example(strategies(), person(), "bakery")
    tab = open_tab("plan", language="en", strategy=opened)
    assert not [label for label in labels(tab) if "loose" in label]


def test_a_finding_is_said_accepted_with_a_reason_and_taken_back(open_tab):
    opened = strategy_of(("competitor", "c", {"name": "Breadhead"}))
    tab = open_tab("audit", language="en", strategy=opened)
    (said,) = [text for text in words(tab.markdown) if "1 competitor, “Breadhead”" in text]
    assert "To be looked at" in said
    tab.button(key="accepted-competitor_count-c").click().run()
    assert strategies().open(opened, person()).of(AcceptedFinding) == ()

    tab.text_input(key="reason-competitor_count-c").set_value("There is no other").run()
    tab.button(key="accepted-competitor_count-c").click().run()
    assert not tab.exception
    assert not [label for label in labels(tab) if "loose" in label]
    assert "Accepted (1)" in labels(tab)
    assert any("There is no other" in text for text in words(tab.caption))
    found = strategies().open(opened, person())
    (kept,) = found.of(AcceptedFinding)
    assert (kept.reason, kept.records, kept.accepted_by) == ("There is no other", ("c",), "nora")
    assert [pair.by for pair in findings(found).accepted] == [kept]

    tab.button(key=f"take-back-{kept.id}").click().run()
    assert not tab.exception
    assert strategies().open(opened, person()).of(AcceptedFinding) == ()
    assert "What hangs loose (1)" in labels(tab)

    strategies().undo(opened, person())
    assert strategies().open(opened, person()).of(AcceptedFinding) == (kept,)
    strategies().undo(opened, person())
    assert findings(strategies().open(opened, person())).accepted == ()


def test_a_limit_that_made_a_finding_is_changed_beside_it(open_tab):
    opened = strategy_of(("competitor", "c", {"name": "Breadhead"}))
    tab = open_tab("audit", language="en", strategy=opened)
    tab.number_input(key="limit-competitors_least-competitor_count-c").set_value(1.0)
    key = "competitors_least-competitor_count-c"
    tab.text_input(key=f"limit-reason-{key}").set_value("A village").run()
    tab.button(key=f"limit-set-{key}").click().run()
    assert not tab.exception
    assert not [label for label in labels(tab) if "loose" in label]
    (kept,) = strategies().open(opened, person()).of(RuleThreshold)
    assert (str(kept.limit), kept.value, kept.reason) == ("competitors_least", 1, "A village")


def test_an_address_leads_to_the_page_of_a_long_list_that_a_record_stands_on(open_tab):
    found = [("account", f"a-{n:03}", {"handle": f"@{n}"}) for n in range(60)]
    tab = open_tab(language="en", strategy=strategy_of(*found))
    tab.query_params.update(show="account", record="a-055", field="owner")
    go_to(tab, "audit")
    assert not tab.exception
    assert "record" not in tab.query_params
    goal = tab.session_state["canvas"].goal
    assert (goal.kind, goal.record, goal.field) == ("account", "a-055", "owner")
    assert tab.session_state["page-account"] == 2


def test_an_address_that_names_no_list_leads_to_no_record(open_tab):
    tab = open_tab(language="en", strategy=strategy_of())
    tab.query_params.update(show="swot", record="a", field="owner")
    go_to(tab, "audit")
    assert not tab.exception
    assert tab.session_state["canvas"].goal is None
