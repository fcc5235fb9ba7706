"""My strategies: create, open, duplicate, archive, delete, import, export."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_, say
from canvas.domain.project_format import ENDING
from canvas.domain.slugs import slug
from canvas.i18n import Translator
from canvas.services import Heading, exchange
from canvas.steps.frame.settings import Depth, State
from canvas.ui import frame, problems
from canvas.ui.ahead import ahead, next_step
from canvas.ui.markdown import option, plain
from canvas.ui.state import person, session, strategies

DOUBLE_CLICK = 1.0
"""Seconds after something was made in which another click on its button means the same."""

TABS = {
    State.ACTIVE: N_("Under way"),
    State.ARCHIVED: N_("Archives"),
    State.DELETED: N_("Bin"),
}


def home_page() -> None:
    """Draw the list of strategies and the ways to a new one."""
    tr = session().tr
    st.title(tr(N_("My strategies")), anchor=False)
    st.markdown(
        plain(
            tr(
                N_(
                    "From the audit to the results, in ten steps. Everything is saved as you "
                    "type, on this computer."
                )
            )
        )
    )
    found = strategies().headings(person())
    _tell_deleted(tr)
    ahead(found, tr)
    _new(tr, first=not any(h.state is State.ACTIVE for h in found))
    _list(found, tr)


def _go_to(strategy_id: str, page: str) -> None:
    """Open a strategy on one of its pages."""
    session().strategy = strategy_id
    st.switch_page(frame.path(page), query_params={"strategy": strategy_id})


def _new(tr: Translator, *, first: bool) -> None:
    with st.container(border=True, key="new"):
        st.subheader(tr(N_("Start a strategy")), anchor=False)
        with st.form("create", border=False):
            name, button = st.columns([3, 1], vertical_alignment="bottom")
            typed = name.text_input(
                tr(N_("Name of the strategy")),
                placeholder=tr(N_("Port Bakery 2027")),
                max_chars=120,
            )
            asked = button.form_submit_button(
                tr(N_("Create")), icon=":material/add:", type="primary", width="stretch"
            )
        if asked:
            begun = {
                "name": typed.strip() or None,
                "start_date": _next_month().isoformat(),
                "horizon": 12,
                "depth": str(Depth.EXPRESS),
            }
            make = partial(strategies().create, person(), begun)
            _try(tr, "frame", partial(_once, f"named {typed}", make))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(tr(N_("Or start from an example:"))), width="content")
            examples = {
                "bakery": (N_("Neighbourhood bakery"), ":material/bakery_dining:"),
                "software": (N_("Software firm"), ":material/terminal:"),
            }
            for example, (label, icon) in examples.items():
                if st.button(tr(label), icon=icon, key=f"example-{example}"):
                    open_it = partial(exchange.open_example, strategies(), person(), example)
                    _try(tr, "audit", partial(_once, example, open_it))
        with st.expander(
            tr(N_("Import a project file")),
            icon=":material/upload:",
            expanded=first and bool(st.session_state.get("project-file")),
        ):
            _import(tr)


def _next_month() -> dt.date:
    today = dt.date.today()  # noqa: DTZ011 - the first day of a plan, on the wall calendar
    return (today.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def _import(tr: Translator) -> None:
    limit = exchange.UPLOAD_LIMIT
    upload = st.file_uploader(
        tr(N_("Project file (.canevas.json), up to {limit} MB"), limit=limit),
        type=["json"],
        max_upload_size=limit,
        key="project-file",
    )
    if upload is not None:
        _try(tr, "frame", partial(_import_file, upload))


def _import_file(upload: UploadedFile) -> str:
    exchange.check_upload_size(upload.size)
    return exchange.import_project(strategies(), person(), upload.getvalue())


def _try(tr: Translator, page: str, make: Callable[[], str]) -> None:
    """Make a strategy and go to one of its pages, or say here why not."""
    try:
        strategy_id = make()
    except CanvasError as error:
        problems.sentence(error, tr)
        return
    _go_to(strategy_id, page)


def _once(what: str, make: Callable[[], str]) -> str:
    """Make a strategy, but not twice for a double click: return its id."""
    tab = session()
    if tab.made is not None:
        last, made_id, at = tab.made
        if last == what and time.monotonic() - at < DOUBLE_CLICK:
            return made_id
    made_id = make()
    tab.made = (what, made_id, time.monotonic())
    return made_id


def _list(found: list[Heading], tr: Translator) -> None:
    counts = {state: sum(h.state is state for h in found) for state in State}
    if not found:
        return
    chosen = st.segmented_control(
        tr(N_("Show")),
        [state.value for state in State],
        format_func=lambda code: option(f"{tr(TABS[State.of(code)])} ({counts[State.of(code)]})"),
        default=State.ACTIVE.value,
        key="shelf",
        label_visibility="collapsed",
        required=True,
    )
    shown = [heading for heading in found if str(heading.state) == chosen]
    if not shown:
        st.caption(tr(N_("Nothing here.")))
    for heading in shown:
        _card(heading, tr)


def _card(heading: Heading, tr: Translator) -> None:
    made, total = heading.done
    name = heading.name or tr(frame.UNNAMED)
    changed = dt.datetime.fromisoformat(heading.updated_at).astimezone()
    with st.container(border=True, key=f"card-{heading.id}"):
        left, right = st.columns([3, 2], vertical_alignment="center")
        with left:
            st.markdown(f"#### {plain(name)}")
            when = say(
                N_("{made} of {total} decisions made · changed on {day} at {time}"),
                made=made,
                total=total,
                day=changed.date(),
                time=changed.time(),
            )
            st.caption(plain(tr(when)))
            next_step(heading, _furthest(heading), tr)
            st.progress(made / total if total else 0.0)
        with right, st.container(horizontal=True, horizontal_alignment="right"):
            if heading.state is State.ACTIVE:
                if st.button(
                    tr(N_("Open")),
                    key=f"open-{heading.id}",
                    type="primary",
                    icon=":material/arrow_forward:",
                ):
                    _go_to(heading.id, _furthest(heading))
                _more(heading, name, tr)
            else:
                st.button(
                    tr(N_("Put back")),
                    key=f"back-{heading.id}",
                    icon=":material/undo:",
                    on_click=partial(_set_state, heading.id, State.ACTIVE),
                )


def _furthest(heading: Heading) -> str:
    """Return the first step that is not finished: where to go on."""
    for key, (made, total) in heading.steps.items():
        if total and made < total:
            return key
    return "deliver"


def _more(heading: Heading, name: str, tr: Translator) -> None:
    with st.popover(tr(N_("More")), icon=":material/more_horiz:", key=f"more-{heading.id}"):
        copy = tr(N_("{name} (copy)"), name=name)
        st.button(
            tr(N_("Duplicate")),
            key=f"copy-{heading.id}",
            icon=":material/content_copy:",
            width="stretch",
            on_click=partial(_duplicate, heading.id, copy),
        )
        st.download_button(
            tr(N_("Export the project")),
            data=partial(_project_bytes, heading.id),
            file_name=_project_name(name),
            mime="application/json",
            on_click="ignore",
            key=f"export-{heading.id}",
            icon=":material/download:",
            width="stretch",
        )
        st.button(
            tr(N_("Archive")),
            key=f"archive-{heading.id}",
            icon=":material/archive:",
            width="stretch",
            on_click=partial(_set_state, heading.id, State.ARCHIVED),
        )
        st.button(
            tr(N_("Delete")),
            key=f"delete-{heading.id}",
            icon=":material/delete:",
            width="stretch",
            on_click=partial(_delete, heading.id, name),
        )


def _project_bytes(strategy_id: str) -> bytes:
    return exchange.export_project(strategies(), person(), strategy_id)


def _project_name(name: str) -> str:
    return slug(name) + "." + ENDING


@problems.told
def _set_state(strategy_id: str, state: State) -> None:
    _change_state(strategy_id, state)


def _change_state(strategy_id: str, state: State) -> None:
    strategies().set_state(strategy_id, person(), state)
    if session().strategy == strategy_id and state is not State.ACTIVE:
        session().strategy = ""
    st.session_state.pop("deleted", None)


@problems.told
def _delete(strategy_id: str, name: str) -> None:
    _change_state(strategy_id, State.DELETED)
    st.session_state["deleted"] = (strategy_id, name)


@problems.told
def _duplicate(strategy_id: str, name: str) -> None:
    copy = partial(exchange.duplicate, strategies(), person(), strategy_id, name)
    _once(f"copy of {strategy_id}", copy)


def _tell_deleted(tr: Translator) -> None:
    """Offer to take back the deletion that was just made."""
    deleted = st.session_state.get("deleted")
    if not deleted:
        return
    strategy_id, name = deleted
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", key="deleted-note"
    ):
        st.markdown(plain(tr(N_("“{name}” is in the bin."), name=name)))
        st.button(
            tr(N_("Undo")),
            icon=":material/undo:",
            key="undo-delete",
            on_click=partial(_set_state, strategy_id, State.ACTIVE),
        )
