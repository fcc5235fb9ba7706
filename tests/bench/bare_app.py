"""A page with the widgets and components of a step's page, on the same data, and no more.

What it shows stands in a file (see edits.py); edits live in the session alone.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from canvas.i18n import Translator
from canvas.settings import ROOT
from canvas.ui import frame
from canvas.ui.components.bar import bar
from canvas.ui.grid import grid


@lru_cache
def _given(path: str) -> dict[str, Any]:
    return json.loads(Path(path).read_text("utf-8"))  # type: ignore[no-any-return]


@lru_cache
def _mount(path: str, number: int) -> Callable[..., Any]:
    """Return the component of that number, as the real page declared it."""
    made = _given(path)["components"][number]
    return st.components.v2.component(
        made["name"], html=made["html"], js=made["js"], css=made["css"]
    )


def _places(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the records that a component shows, by id, and where their fields stand."""
    for row in data["rows"] if isinstance(data.get("rows"), list) else []:
        yield row["id"], row["values"]
    for rows in data.get("records", {}).values():
        yield from ((row["id"], row) for row in rows)
    if "balance" in data:
        yield data["type"], data["balance"]


def _save() -> None:
    entries = (st.session_state["bar"].outbox or {}).get("entries", [])
    edits = [edit for entry in entries for edit in entry["edits"]]
    for shown in st.session_state["shown"]:
        places = dict(_places(shown))
        for edit in edits:
            if edit["field"] == "position" and isinstance(shown.get("rows"), list):
                row = next(row for row in shown["rows"] if row["id"] == edit["record"])
                row["position"] = edit["new"]
            elif edit["record"] in places:
                places[edit["record"]][edit["field"]] = edit["new"]
    st.session_state["revision"] += 1
    st.session_state["results"] = {
        entry["op"]: {
            "status": "saved",
            "revision": st.session_state["revision"],
            "values": {},
            "shown": {},
        }
        for entry in entries
    }


def _nothing() -> None:
    pass


@st.fragment
def _body() -> None:
    path = os.environ["BARE_PAGE"]
    given = _given(path)
    components = given["components"]
    if "shown" not in st.session_state:
        st.session_state["shown"] = [copy.deepcopy(made["data"]) for made in components]
        st.session_state["revision"] = given["bar"]["revision"]
        st.session_state["results"] = {}
    title, tools = st.columns([3, 1.4], vertical_alignment="center")
    with title:
        st.title("Title", anchor=False)
        st.markdown("Purpose")
    with tools:
        bar(
            {
                **given["bar"],
                "live": "",
                "revision": st.session_state["revision"],
                "results": st.session_state["results"],
            },
            key="bar",
            on_outbox=_save,
            on_command=_nothing,
            on_moved=_nothing,
        )
    with st.expander("What to decide", icon=":material/checklist:"):
        for line in range(given["todos"]):
            st.markdown(f":material/circle: Line {line}  \n:gray[Missing]")
    names = ["First", "Second", "Third", "Fourth", "Fifth"]
    st.segmented_control("Part", names, default="First", label_visibility="collapsed")
    st.pills("List", names, default="First", label_visibility="collapsed")
    st.caption("What belongs here")
    if given["long"]:
        st.text_input("Search", icon=":material/search:", label_visibility="collapsed")
        st.pagination(2)
    for number, made in enumerate(components):
        data = {**st.session_state["shown"][number], "revision": st.session_state["revision"]}
        _mount(path, number)(key=made["key"], data=data)
    if given["grid"]:
        st.html(ROOT / "canvas/ui/canvases/networks.css")
        with st.container(key=given["grid"]):
            grid(given["grid"], Translator("en"), "light")
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown("Decision", width="stretch")
        st.page_link("http://127.0.0.1", label="Next", icon=":material/arrow_forward:")


st.set_page_config(page_title="Bare", layout="wide")
frame.style(Translator("fr"))
_body()
