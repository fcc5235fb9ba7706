"""The use cases: the only way from a page or a command to a strategy."""

from canvas.services.people import Person
from canvas.services.strategies import Heading, Strategies, Submission, open_strategies

__all__ = ["Heading", "Person", "Strategies", "Submission", "open_strategies"]
