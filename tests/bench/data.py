"""The strategies that are measured."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from canvas.domain.clean import Json
from canvas.domain.ids import new_id
from canvas.domain.records import Record
from canvas.domain.step import Step, View
from canvas.domain.strategy import Strategy
from canvas.services import Person, Strategies, exchange, open_strategies
from canvas.steps import STEPS
from canvas.steps.plan.calendar import Post
from canvas.ui.step_page import PAGE_SIZE

OWNER = Person("owner")


def store_in(folder: Path) -> tuple[str, Strategies]:
    """Return the address of a store in a folder, and its strategies."""
    folder.mkdir(parents=True, exist_ok=True)
    address = f"sqlite:///{folder / 'canvas.sqlite3'}"
    return address, open_strategies(address)


def example(service: Strategies) -> str:
    """Open the software firm's example and return its id."""
    return exchange.open_example(service, OWNER, "software")


def calendar(service: Strategies, lines: int) -> str:
    """Create a strategy with a calendar of so many lines and return its id."""
    return service.create(OWNER, {"name": f"Calendar {lines}"}, _posts(lines))


def _posts(lines: int) -> Iterator[tuple[str, str, dict[str, Json]]]:
    networks = ("linkedin", "instagram", "youtube", "newsletter")
    first = dt.date(2027, 1, 4)
    for n in range(lines):
        yield (
            Post.key,
            new_id(),
            {
                "title": f"Publication {n}: what we learned this week",
                "date": (first + dt.timedelta(days=n % 360)).isoformat(),
                "network": networks[n % len(networks)],
                "status": "approved",
            },
        )


def heaviest(strategy: Strategy) -> tuple[Step, View, type[Record]]:
    """Return the page and the list on it that shows most cells."""
    lists = [(step, view, one) for step in STEPS for view in step.views for one in view.records]
    return max(lists, key=lambda found: cells(strategy, found[2]))


def cells(strategy: Strategy, record_type: type[Record]) -> int:
    """Return how many cells the list of a record type shows at once."""
    columns = sum(field.in_list for field in record_type.fields())
    return columns * min(PAGE_SIZE, len(strategy.of(record_type)))
