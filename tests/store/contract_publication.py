"""What every engine must do with addresses to subscribe to."""

import pytest

from canvas.domain.errors import StrategyNotFoundError
from tests.store.helpers import new_strategy


class PublicationContract:
    def test_an_address_shows_its_strategy_until_another_one_is_made(self, store, reopen):
        new_strategy(store, "bakery")
        store.publish("bakery", "first")
        assert store.published("first") == "bakery"
        assert reopen().published("first") == "bakery"

    def test_a_new_address_replaces_the_one_before(self, store):
        new_strategy(store, "bakery")
        store.publish("bakery", "first")
        store.publish("bakery", "second")
        assert store.published("first") is None
        assert store.published("second") == "bakery"

    def test_what_is_withdrawn_shows_nothing_and_leaves_other_strategies_alone(self, store):
        for strategy in ("bakery", "garage"):
            new_strategy(store, strategy)
            store.publish(strategy, f"of-{strategy}")
        store.withdraw("bakery")
        store.withdraw("bakery")
        assert store.published("of-bakery") is None
        assert store.published("of-garage") == "garage"
        assert store.published("") is None

    def test_there_is_nothing_to_publish_of_an_unknown_strategy(self, store):
        with pytest.raises(StrategyNotFoundError):
            store.publish("nowhere", "first")
