"""What one browser tab remembers between two runs; the database remembers the rest."""

from __future__ import annotations

import dataclasses
import gc
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import streamlit as st

from canvas.domain.ids import new_id
from canvas.domain.messages import Message
from canvas.i18n import LANGUAGES, Translator, best_language
from canvas.services import Person, Strategies, open_strategies
from canvas.services.dashboards import DashboardShelf
from canvas.services.figures import FigureShelf
from canvas.settings import installation

if TYPE_CHECKING:
    from canvas.services.readings import Arrival, Reply, Weighed
    from canvas.services.returning import Return


@dataclass
class Returned:
    """A workbook that came back in this tab, until it is put aside.

    Attributes:
        strategy: Id of the strategy that it was compared with.
        upload: Id of its upload.
        content: Its bytes, to compare it again.
        found: What it would change.
        chosen: Keys of the lines that are ticked.
        said: What the last acceptance did.
    """

    strategy: str
    upload: str
    content: bytes
    found: Return
    chosen: set[str]
    said: tuple[Message, ...] = ()


@dataclass
class Uploads:
    """Platform files that were given in this tab, until they are brought in.

    Attributes:
        strategy: Id of the strategy that they are for.
        round: How many times files came in; the next ones are chosen in a new control.
        replies: What the person said of each, by upload.
        read: Each as it was understood, with what that was made of, by upload.
        weighed: What they would change, with what that was made of.
        going: Whether they are to come in now.
        said: What the last import did, with the revision that it made.
    """

    strategy: str
    round: int = 0
    replies: dict[str, Reply] = field(default_factory=dict)
    read: dict[str, tuple[tuple[object, ...], Arrival]] = field(default_factory=dict)
    weighed: tuple[tuple[object, ...], Weighed] | None = None
    going: bool = False
    said: tuple[int, Message] | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A record that an address leads to, to go on where something is to be mended.

    Attributes:
        kind: Key of its type.
        record: Its id.
        field: The field to write in, "" for the first one.
        id: Its own name; a page goes to each goal once.
    """

    kind: str
    record: str
    field: str
    id: str = dataclasses.field(default_factory=new_id)


@dataclass
class Session:
    """One tab.

    Attributes:
        language: "fr" or "en": the browser's at first, then the person's choice.
        strategy: Id of the open strategy, "" for none.
        results: Answers to the outbox entries that the tab still sends, by operation.
        progress: Decisions made in the open step when the menu was last drawn.
        refusal: What the store answered when it could take nothing, None once it could.
        refused_at: When it did, on the monotonic clock.
        passed: Steps that undo could take nothing of back, and passes over next time.
        asked: The step and what its address asked for when that was last followed.
        goal: The record that the address led to last, until another list is looked at.
        look: Key of the canvas or list that was last drawn.
        projecting: Whether the page is shown to a room.
        framed: Whether it was when the frame around it was last drawn.
        block: Which block of the step is projected; None for the one that was on the page.
        feeds: Addresses of calendars that were made in this tab, by strategy.
        returned: The workbook that was brought back and waits to be accepted.
        uploads: The platform files that wait to be brought in.
        filled: What filling the calendar last did, with its strategy and its revision.
        reported: The period that a report was last looked at for, and its version's id.
        made: What was last made, the id that it got, and when on the monotonic clock.
        notices: What the next drawing says in toasts: a text, its icon, whether it stays long.
    """

    language: str
    strategy: str = ""
    results: dict[str, dict[str, Any]] = field(default_factory=dict)
    progress: tuple[int, int] | None = None
    refusal: dict[str, Any] | None = None
    refused_at: float = 0.0
    passed: set[int] = field(default_factory=set)
    asked: tuple[str, str | None] = ("", None)
    goal: Goal | None = None
    look: str = ""
    projecting: bool = False
    framed: bool = False
    block: int | None = None
    feeds: dict[str, str] = field(default_factory=dict)
    returned: Returned | None = None
    uploads: Uploads | None = None
    filled: tuple[str, int, Message] | None = None
    reported: tuple[str, str] = ("", "")
    made: tuple[str, str, float] | None = None
    notices: list[tuple[str, str, bool]] = field(default_factory=list)

    @property
    def tr(self) -> Translator:
        """The translator of the tab's language."""
        return translator(self.language)


@st.cache_resource(show_spinner=False)
def translator(language: str) -> Translator:
    """Return the translator of a language, one for all sessions."""
    return Translator(language)


@st.cache_resource(show_spinner=False)
def strategies() -> Strategies:
    """Return the strategies of this installation, one for all sessions."""
    # Snapshots are large, live long and hold no cycles: to go through all of them at every
    # few thousand new objects doubles the time of an edit beside a long calendar.
    gc.set_threshold(100_000, 50, 100)
    return open_strategies(installation().database)


@st.cache_resource(show_spinner=False)
def figures() -> FigureShelf:
    """Return the merged figures of all strategies, one shelf for all sessions."""
    return FigureShelf(strategies().store)


@st.cache_resource(show_spinner=False)
def dashboards() -> DashboardShelf:
    """Return what was computed of periods, one shelf for all sessions."""
    return DashboardShelf()


def person() -> Person:
    """Return who acts; without accounts, the person that this installation is named after."""
    return Person(installation().author)


def session() -> Session:
    """Return what this tab remembers."""
    found = st.session_state.get("canvas")
    if found is None:
        asked = st.query_params.get("lang")
        language = asked if asked in LANGUAGES else best_language(st.context.locale)
        found = st.session_state["canvas"] = Session(language)
    return found  # type: ignore[no-any-return]


def preselect(key: str, value: str | bool | int) -> None:
    """Choose a widget's value before it is drawn."""
    st.session_state[key] = value


def forget(key: str) -> None:
    """Let a widget go back to its default before it is drawn."""
    st.session_state.pop(key, None)


def unless_chosen(key: str, value: str) -> str | None:
    """Return a widget's default, None where it has a value: Streamlit takes one or the other."""
    return None if key in st.session_state else value


def value_of(key: str) -> Any:
    """Return what a widget holds now, for a callback that runs before it is drawn again."""
    return st.session_state.get(key)


def typed(key: str) -> str:
    """Return what stands in the text field `key`, for a callback that runs before it is drawn."""
    return str(st.session_state.get(key) or "").strip()


def component_value(key: str, name: str) -> Any:
    """Return what the component `key` last sent as `name`, None for nothing.

    A component that the last run did not draw has sent nothing that counts: what it
    meant stays in the tab's outbox and is sent again.
    """
    return getattr(st.session_state.get(key), name, None)
