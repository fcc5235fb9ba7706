"""What a step is: the records of one page, what must be decided, what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from canvas.domain.messages import Message
from canvas.domain.records import Record
from canvas.domain.story import Piece
from canvas.domain.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Canvas:
    """A way to look at the records of a view as a whole, for one person or a room.

    Attributes:
        key: Its name in addresses and tests; `canvas.ui.canvases.registry` names what draws it.
        title: What it is called; one or two words.
    """

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class View:
    """One of a page's tabs: the record types that are filled in together.

    Attributes:
        key: Its name in addresses and tests.
        title: What its tab says; one or two words.
        records: Record types, the most needed first.
        canvases: Ways to see them as a whole; the first is what the tab opens on.
    """

    key: str
    title: str
    records: tuple[type[Record], ...]
    canvases: tuple[Canvas, ...] = ()


@dataclass(frozen=True, slots=True)
class ToDo:
    """A line of "what you must do", which ticks itself from the data.

    The share of lines done is the step's progress: decisions made, not fields filled.

    Attributes:
        key: Its name in tests.
        text: What to do, as an instruction.
        missing: What is still missing, in one sentence; None when done.
        view: Key of the view where it is done.
    """

    key: str
    text: str
    missing: Callable[[Strategy], Message | None]
    view: str

    def is_done(self, strategy: Strategy) -> bool:
        """Return whether nothing is missing."""
        return self.missing(strategy) is None


def _no_decision(strategy: Strategy) -> Message | None:
    return None


def _no_story(strategy: Strategy) -> Iterable[Piece]:
    return ()


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the method.

    Attributes:
        key: Its file name in pages/, its address, its id in files.
        number: What stands before its title, "" for none.
        title: The page's title.
        menu: Its name in the menu, short.
        purpose: One or two sentences: what this step is for.
        icon: A Material symbol.
        views: At most five tabs.
        todos: What must be decided here (C154).
        decision: The sentence that the page ends with, composed from the data; None
            while there is nothing to decide on.
        story: What it says in the deck.
    """

    key: str
    number: str
    title: str
    menu: str
    purpose: str
    icon: str
    views: tuple[View, ...]
    todos: tuple[ToDo, ...] = ()
    decision: Callable[[Strategy], Message | None] = field(default=_no_decision)
    story: Callable[[Strategy], Iterable[Piece]] = field(default=_no_story)

    @property
    def records(self) -> tuple[type[Record], ...]:
        """All record types of the step, in the order of its views."""
        return tuple(record for view in self.views for record in view.records)

    def progress(self, strategy: Strategy) -> tuple[int, int]:
        """Return how many decisions are made, and of how many."""
        return sum(todo.is_done(strategy) for todo in self.todos), len(self.todos)
