"""Every page opens: in both languages, on nothing, on a new strategy, on an example."""

import pytest

from canvas.i18n import LANGUAGES, Translator
from canvas.services import exchange
from canvas.steps import BY_KEY, RECORD_TYPES, STEPS
from canvas.ui.state import person, strategies
from tests.apptest.conftest import go_to, words

PAGES = ("home", *BY_KEY, "thread", "deliver")

SITUATIONS = {
    "nothing yet": lambda: None,
    "a new strategy": lambda: strategies().create(person(), {"name": "Port"}),
    "the bakery": lambda: exchange.open_example(strategies(), person(), "bakery"),
    "the software firm": lambda: exchange.open_example(strategies(), person(), "software"),
}


def check(tab, where):
    assert not tab.exception, f"{where}: {[e.message for e in tab.exception]}"
    assert not tab.error, f"{where}: {words(tab.error)}"
    assert len(tab.title) == 1, where


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_page_opens(open_tab, situation, language):
    SITUATIONS[situation]()
    tab = open_tab(language=language)
    for page in PAGES:
        go_to(tab, page)
        check(tab, page)
        if page in BY_KEY:
            title = words(tab.title)[0]
            assert title.endswith(Translator(language)(BY_KEY[page].title))


def test_a_page_without_a_strategy_says_what_to_do_first(open_tab):
    tab = open_tab("audit", language="en")
    assert words(tab.info)[0].startswith("There is no strategy yet.")


def test_every_list_of_every_step_opens_on_a_full_strategy(open_tab):
    SITUATIONS["the software firm"]()
    tab = open_tab()
    opened = []
    for step in STEPS:
        go_to(tab, step.key)
        for view in step.views:
            if len(step.views) > 1:
                tab.segmented_control(key=f"views-{step.key}").set_value(view.key).run()
            for record_type in view.records:
                if len(view.records) > 1:
                    tab.pills(key=f"lists-{step.key}-{view.key}").set_value(record_type.key).run()
                check(tab, record_type.key)
                opened.append(record_type.key)
    assert opened == list(RECORD_TYPES)


def test_the_menu_counts_the_decisions_of_each_step(open_tab):
    strategy_id = SITUATIONS["the bakery"]()
    strategy = strategies().open(strategy_id, person())
    tab = open_tab("audit", language="en")
    labels = [link.label for link in tab.sidebar.get("page_link")]
    for step in STEPS:
        made, total = step.progress(strategy)
        count = ":material/check_circle:" if made == total else f"{made}/{total}"
        assert any(label.endswith(f":gray[{count}]") for label in labels), step.key


def test_an_address_of_a_strategy_that_is_not_there_says_so(open_tab):
    tab = open_tab("audit", language="en", strategy="nowhere")
    assert not tab.exception
    assert "There is no strategy “nowhere” here." in words(tab.error)[0]


def test_a_hostile_name_is_shown_as_it_was_typed_on_every_page(open_tab):
    name = "![x](http://a/b.png) <script>alert(1)</script> $x$ :material/home:"
    strategies().create(person(), {"name": name})
    tab = open_tab(language="en")
    for page in ("home", "frame", "deliver"):
        go_to(tab, page)
        check(tab, page)
        for element in [*tab.markdown, *tab.subheader, *tab.sidebar.subheader]:
            assert "<script>" not in element.value
            assert "](http" not in element.value
    assert name in words(tab.sidebar.subheader)
