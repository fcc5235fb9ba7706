"""The use cases: the only way from a page or a command to a strategy."""

from canvas.services.people import Person
from canvas.services.strategies import Heading, Strategies, Submission, open_strategies, tidy
from canvas.store.errors import StoreError

__all__ = [
    "Heading",
    "Person",
    "StoreError",
    "Strategies",
    "Submission",
    "open_strategies",
    "tidy",
]
