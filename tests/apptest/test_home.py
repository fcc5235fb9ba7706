"""My strategies: create, open, copy, put away, bring back, bring in."""

import pytest
from streamlit.testing.v1 import AppTest

from canvas.exports.project import build_project
from canvas.services import exchange
from canvas.settings import ROOT
from canvas.steps.frame.settings import Settings, State
from canvas.ui.state import person, strategies
from tests.apptest.conftest import go_to, words


def headings():
    return {heading.name: heading for heading in strategies().headings(person())}


@pytest.fixture
def port(database):
    return strategies().create(person(), {"name": "Port"})


def button(tab, label):
    return next(found for found in tab.button if found.label == label)


def test_a_strategy_is_created_under_its_name_and_opened(open_tab):
    tab = open_tab(language="en")
    tab.text_input[0].set_value("  Port Bakery 2027 ")
    button(tab, "Create").click().run()
    assert not tab.exception
    (heading,) = headings().values()
    assert heading.name == "Port Bakery 2027"
    assert tab.query_params["strategy"] in (heading.id, [heading.id])
    assert "Port Bakery 2027" in words(tab.sidebar.subheader)
    assert strategies().open(heading.id, person()).one(Settings).start_date.day == 1


def test_a_strategy_may_be_created_before_it_has_a_name(open_tab):
    tab = open_tab(language="en")
    button(tab, "Create").click().run()
    assert not tab.exception
    assert list(headings()) == [""]
    assert "Untitled strategy" in words(tab.sidebar.subheader)


def test_a_double_click_creates_one_strategy(open_tab):
    tab = open_tab(language="en")
    for _ in range(2):
        go_to(tab, "home")
        tab.text_input[0].set_value("Port")
        button(tab, "Create").click().run()
    assert len(strategies().headings(person())) == 1


@pytest.mark.parametrize("name", exchange.EXAMPLES)
def test_an_example_opens_with_its_records(open_tab, name):
    tab = open_tab()
    tab.button(key=f"example-{name}").click().run()
    assert not tab.exception
    (heading,) = headings().values()
    made, total = heading.done
    assert heading.name
    assert made > total / 2


def test_a_copy_stands_beside_the_original(open_tab, port):
    tab = open_tab(language="en")
    tab.button(key=f"copy-{port}").click().run()
    assert not tab.exception
    assert set(headings()) == {"Port", "Port (copy)"}


def test_an_archived_strategy_leaves_the_list_and_can_be_put_back(open_tab, port):
    tab = open_tab(language="en")
    tab.button(key=f"archive-{port}").click().run()
    assert headings()["Port"].state is State.ARCHIVED
    assert "#### Port" not in words(tab.markdown)
    tab.segmented_control(key="shelf").set_value("archived").run()
    assert "#### Port" in words(tab.markdown)
    tab.button(key=f"back-{port}").click().run()
    assert headings()["Port"].state is State.ACTIVE


def test_a_deletion_is_taken_back_with_one_click(open_tab, port):
    tab = open_tab(language="en")
    tab.button(key=f"delete-{port}").click().run()
    assert headings()["Port"].state is State.DELETED
    assert "“Port” is in the bin." in words(tab.markdown)
    tab.button(key="undo-delete").click().run()
    assert headings()["Port"].state is State.ACTIVE
    assert "“Port” is in the bin." not in words(tab.markdown)


def test_the_deleted_strategy_is_no_longer_the_open_one(open_tab, port):
    tab = open_tab("audit", language="en")
    go_to(tab, "home")
    tab.button(key=f"delete-{port}").click().run()
    tab.query_params.pop("strategy", None)  # a browser drops it on the way to a page
    go_to(tab, "audit")
    assert words(tab.info)[0].startswith("There is no strategy yet.")


def test_a_project_file_becomes_a_strategy(open_tab, port):
    content = build_project(strategies().open(port, person()))
    tab = open_tab(language="en")
    tab.file_uploader(key="project-file").upload("port.json", content, "application/json").run()
    assert not tab.exception
    assert [h.name for h in strategies().headings(person())] == ["Port", "Port"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "This is not a Canevas project file."),
        ("fr", "Ce n’est pas un fichier de projet Canevas"),
    ],
)
def test_an_odd_file_is_answered_with_one_sentence_and_nothing_is_created(
    open_tab, language, sentence
):
    tab = open_tab(language=language)
    tab.file_uploader(key="project-file").upload("a.json", b"[1, 2]", "application/json").run()
    assert not tab.exception
    (said,) = words(tab.error)
    assert sentence in said
    assert headings() == {}


def test_the_language_chosen_is_the_one_of_every_page_and_of_the_address(open_tab, port):
    tab = open_tab(language="fr")
    assert words(tab.title) == ["Mes stratégies"]
    tab.segmented_control(key="language").set_value("en").run()
    tab.run()
    assert words(tab.title) == ["My strategies"]
    go_to(tab, "deliver")
    assert words(tab.title) == ["Deliver"]


@pytest.mark.parametrize(
    ("locale", "title"), [("fr-CA", "Mes stratégies"), ("en-US", "My strategies")]
)
def test_at_first_the_browser_decides_the_language(database, locale, title):
    tab = AppTest.from_file(str(ROOT / "canvas/ui/main.py"), default_timeout=60)
    tab.context = {"locale": locale}
    assert words(tab.run().title) == [title]
