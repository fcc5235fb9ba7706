import pytest

from canvas.store import open_store

pytest.register_assert_rewrite(
    *(f"tests.store.contract_{part}" for part in ("edits", "log", "crowd"))
)

VIEWS = {"persona": ("name", "age", "city"), "post": ("title",)}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "canvas.sqlite3"


@pytest.fixture
def open_here(path):
    """Open stores at `path`; all are closed at the end."""
    opened = []

    def open_one(**options):
        opened.append(open_store(f"sqlite:///{path}", views=VIEWS, **options))
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_here):
    return open_here()


@pytest.fixture
def reopen(store, open_here):
    def again():
        store.close()
        return open_here()

    return again
