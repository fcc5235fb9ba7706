"""A database that cannot be used gives a page with one sentence, never a traceback."""

import sqlite3

import pytest

from tests.apptest.conftest import go_to, words


def text(path):
    path.write_text("Dear colleague,\n" * 100)


def foreign(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (bread TEXT)")
        connection.execute("INSERT INTO recipe VALUES ('rye')")


def folder(path):
    path.mkdir()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("make", [text, foreign, folder], ids=lambda make: make.__name__)
def test_a_file_that_is_no_database_of_ours_is_left_alone_and_named(
    open_tab, database, make, language
):
    make(database)
    before = database.read_bytes() if database.is_file() else None
    tab = open_tab(language=language)
    for page in ("home", "audit", "deliver"):
        go_to(tab, page)
        assert not tab.exception
        (said,) = words(tab.error)
        assert str(database) in said
        assert said.endswith(".")
    assert before == (database.read_bytes() if database.is_file() else None)


def test_the_app_goes_on_once_the_file_is_out_of_the_way(open_tab, database):
    text(database)
    tab = open_tab(language="en")
    assert words(tab.header) == ["This cannot go on"]
    database.rename(database.with_suffix(".txt"))
    tab.button(key="try-again").click().run()
    assert not tab.error
    assert words(tab.title) == ["My strategies"]


def test_an_address_that_names_no_database_is_answered_with_an_example(open_tab, monkeypatch):
    monkeypatch.setenv("CANVAS_DATABASE", "postgres://localhost/canvas")
    tab = open_tab(language="en")
    assert not tab.exception
    assert "is not the address of a database" in words(tab.error)[0]
