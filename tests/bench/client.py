"""A Streamlit session without a browser: its websocket, and what stands on its page."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode, urlparse

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect

from canvas.domain.ids import new_id

FINISHED = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)


class RunFailedError(Exception):
    """The app's script ended with a traceback on the page."""


class Session:
    """One open tab as the server sees it.

    Args:
        url: The app's address.
        page: Path of the page, "" for the first one.
        query: What stands in the address after the question mark.
        timeout: Seconds to wait for an answer.

    Attributes:
        components: The components on the page and the fragment of each, by key.
        received: Bytes that the server has sent.
    """

    def __init__(
        self, url: str, page: str = "", query: Mapping[str, str] | None = None, timeout: float = 60
    ) -> None:
        self._stack = contextlib.ExitStack()
        self._socket = self._stack.enter_context(
            connect(
                f"ws://{urlparse(url).netloc}/_stcore/stream",
                subprotocols=["streamlit"],  # type: ignore[list-item]
                max_size=None,
                open_timeout=timeout,
            )
        )
        self._page = page
        self._query = urlencode(query or {})
        self._timeout = timeout
        self._page_hash = ""
        self._states: dict[str, WidgetState] = {}
        self._sent = 0
        self._choices: dict[str, tuple[ButtonGroup, str]] = {}
        self.components: dict[str, tuple[BidiComponent, str]] = {}
        self.received = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def run(self, changed: WidgetState | None = None, fragment: str = "") -> float:
        """Have the script run, and return the seconds until it has finished.

        Args:
            changed: The widget that the person has touched.
            fragment: The fragment that runs alone, "" for the whole page.
        """
        message = BackMsg()
        wanted = message.rerun_script
        wanted.query_string, wanted.fragment_id = self._query, fragment
        wanted.page_script_hash = self._page_hash
        if not self._page_hash:
            wanted.page_name = self._page
        if changed is not None:
            self._states[changed.id] = changed
        wanted.widget_states.widgets.extend(self._states.values())
        start = time.perf_counter()
        self._socket.send(message.SerializeToString())
        self._read_until_finished()
        return time.perf_counter() - start

    def _read_until_finished(self) -> None:
        while True:
            raw = self._socket.recv(timeout=self._timeout)
            assert isinstance(raw, bytes)
            self.received += len(raw)
            message = ForwardMsg.FromString(raw)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self._page_hash = message.new_session.page_script_hash
            elif kind == "navigation":
                self._page_hash = message.navigation.page_script_hash or self._page_hash
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                self._take(message)
            elif kind == "script_finished" and message.script_finished in FINISHED:
                return

    def _take(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        match element.WhichOneof("type"):
            case "exception":
                raise RunFailedError(element.exception.message)
            case "bidi_component":
                key = _key(element.bidi_component.id)
                self.components[key] = (element.bidi_component, message.delta.fragment_id)
            case "button_group":
                key = _key(element.button_group.id)
                self._choices[key] = (element.button_group, message.delta.fragment_id)

    def data(self, key: str) -> dict[str, Any]:
        """Return what a component was given."""
        return json.loads(self.components[key][0].json)  # type: ignore[no-any-return]

    def set_state(self, key: str, state: Mapping[str, object]) -> float:
        """Set a component's state, as its script does; return the seconds of the run."""
        component, fragment = self.components[key]
        return self.run(WidgetState(id=component.id, json_value=json.dumps(state)), fragment)

    def trigger(self, key: str, event: str, value: object) -> float:
        """Send an event of a component; return the seconds of the run."""
        component, fragment = self.components[key]
        states = dict(self._states)
        name = f"$$STREAMLIT_INTERNAL_KEY_{component.id}__events"
        told = json.dumps([{"event": event, "value": value}])
        try:
            return self.run(WidgetState(id=name, json_trigger_value=told), fragment)
        finally:
            self._states = states  # an event is told once

    def choose(self, key: str, label: str) -> None:
        """Choose an option of a segmented control or of pills, by what it says."""
        group, fragment = self._choices[key]
        state = WidgetState(id=group.id)
        state.string_array_value.data.append(label)
        self.run(state, fragment)

    def edit(self, edits: Sequence[Mapping[str, object]]) -> float:
        """Send one group of edits through the bar; return the seconds until all is shown.

        Raises:
            RunFailedError: The answer is not that it was saved.
        """
        self._sent += 1
        entry = {"op": new_id(), "edits": list(edits)}
        seconds = self.set_state("bar", {"outbox": {"seq": self._sent, "entries": [entry]}})
        answer = self.data("bar")["results"].get(entry["op"])
        if not answer or answer["status"] != "saved":
            raise RunFailedError(f"not saved: {answer}")
        return seconds


def _key(element_id: str) -> str:
    """Return the key that the app has given to a widget: its id ends with it."""
    return element_id.split("-", 2)[2]
