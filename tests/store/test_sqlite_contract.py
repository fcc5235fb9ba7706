from tests.store.contract import StoreContract


class TestSqlite(StoreContract):
    """SQLite does what every engine must; its fixtures are in conftest.py."""
