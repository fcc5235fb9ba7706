import pytest

from canvas.services import Person, open_strategies


@pytest.fixture
def service(tmp_path):
    """The strategies of an empty store of this test's own."""
    opened = open_strategies(f"sqlite:///{tmp_path / 'canvas.sqlite3'}")
    yield opened
    opened.store.close()


@pytest.fixture
def nora():
    return Person("nora")
