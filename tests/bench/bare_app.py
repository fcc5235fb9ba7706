"""A page with the widgets and components of a step's page, on the same data, and no more.

What it shows stands in a file (see edits.py); edits live in the session alone.
"""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from canvas.ui import frame
from canvas.ui.components.assets import component
from canvas.ui.components.bar import bar
from canvas.ui.components.editor import SCRIPTS


@lru_cache
def _given(path: str) -> dict[str, Any]:
    return json.loads(Path(path).read_text("utf-8"))  # type: ignore[no-any-return]


def _save() -> None:
    entries = (st.session_state["bar"].outbox or {}).get("entries", [])
    for entry in entries:
        for edit in entry["edits"]:
            st.session_state["rows"][edit["record"]]["values"][edit["field"]] = edit["new"]
    st.session_state["results"] = {
        entry["op"]: {"status": "saved", "values": {}, "shown": {}} for entry in entries
    }


def _nothing() -> None:
    pass


@st.fragment
def _body() -> None:
    given = _given(os.environ["BARE_PAGE"])
    if "rows" not in st.session_state:
        fresh = json.loads(json.dumps(given["editor"]["rows"]))
        st.session_state["rows"] = {row["id"]: row for row in fresh}
        st.session_state["results"] = {}
    title, tools = st.columns([3, 1.4], vertical_alignment="center")
    with title:
        st.title("Title", anchor=False)
        st.markdown("Purpose")
    with tools:
        bar(
            {**given["bar"], "live": "", "results": st.session_state["results"]},
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
    mount = component("editor", '<div class="editor"></div>', SCRIPTS)
    mount(
        key=given["key"],
        data={**given["editor"], "rows": list(st.session_state["rows"].values())},
    )
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown("Decision", width="stretch")
        st.page_link("http://127.0.0.1", label="Next", icon=":material/arrow_forward:")


st.set_page_config(page_title="Bare", layout="wide")
frame.style()
_body()
