"""What hangs loose on a step, and how it is accepted."""

from canvas.rules.coherence import findings
from canvas.services import exchange
from canvas.steps.frame.coherence import AcceptedFinding
from canvas.ui.state import person, strategies
from tests.apptest.conftest import words


def strategy_of(*records):
    return strategies().create(person(), {"name": "Port"}, list(records))


def labels(tab):
    return [expander.label for expander in tab.expander]


def test_an_empty_strategy_is_left_in_peace(open_tab):
    tab = open_tab("audit", language="en", strategy=strategy_of())
    assert not [label for label in labels(tab) if "loose" in label]


def test_a_coherent_strategy_shows_nothing_loose(open_tab):
    opened = exchange.open_example(strategies(), person(), "bakery")
    tab = open_tab("plan", language="en", strategy=opened)
    assert not [label for label in labels(tab) if "loose" in label]


def test_a_finding_is_said_with_its_weight_in_words(open_tab):
    opened = strategy_of(("competitor", "c", {"name": "Breadhead"}))
    tab = open_tab("audit", language="en", strategy=opened)
    assert [label for label in labels(tab) if "loose" in label]
    (said,) = [text for text in words(tab.markdown) if "Breadhead" in text]
    assert "To be looked at" in said


def test_a_finding_is_accepted_with_a_reason_in_one_step_that_undo_takes_back(open_tab):
    opened = strategy_of(("competitor", "c", {"name": "Breadhead"}))
    tab = open_tab("audit", language="en", strategy=opened)
    tab.text_input(key="reason-competitor_count-c").set_value("There is no other").run()
    tab.button(key="accepted-competitor_count-c").click().run()
    assert not tab.exception
    assert not [label for label in labels(tab) if "loose" in label]
    found = strategies().open(opened, person())
    (kept,) = found.of(AcceptedFinding)
    assert (kept.reason, kept.records, kept.accepted_by) == ("There is no other", ("c",), "nora")
    assert [pair.by for pair in findings(found).accepted] == [kept]
    strategies().undo(opened, person())
    assert findings(strategies().open(opened, person())).accepted == ()


def test_a_finding_without_a_reason_stays_open(open_tab):
    opened = strategy_of(("competitor", "c", {"name": "Breadhead"}))
    tab = open_tab("audit", language="en", strategy=opened)
    tab.button(key="accepted-competitor_count-c").click().run()
    assert strategies().open(opened, person()).of(AcceptedFinding) == ()
