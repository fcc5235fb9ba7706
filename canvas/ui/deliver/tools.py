"""The card of the tools that publish, and of the boards that teams work with."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from functools import partial

import streamlit as st

from canvas.domain.messages import N_, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.handover import Handover, LeftOut, Tool
from canvas.services import documents, outgoing
from canvas.services.clock import local_now
from canvas.ui.deliver.newest import newest
from canvas.ui.markdown import option, plain

NAMES = {Tool.BUFFER: "Buffer", Tool.METRICOOL: "Metricool", Tool.PUBLER: "Publer"}
BOARDS = {"tasks-trello": "Trello", "tasks-asana": "Asana"}

SHOWN = 8
"""Lines that stay behind and are named, of each reason."""


def card(strategy: Strategy, tr: Translator) -> None:
    """Draw the files for scheduling tools and task boards."""
    with st.container(border=True, height="stretch", key="tools"):
        st.subheader(tr(N_("Scheduling tools and task boards")), anchor=False)
        about = N_(
            "Approved lines leave for the tool that publishes them; each one is checked against "
            "the limits of the tool and of its network first."
        )
        st.markdown(plain(tr(about)))
        tool = Tool(
            st.segmented_control(
                tr(N_("Scheduling tool")),
                list(Tool),
                format_func=lambda key: option(NAMES[Tool(key)]),
                default=Tool.BUFFER,
                key="schedule-tool",
                label_visibility="collapsed",
                required=True,
            )
        )
        now = local_now(strategy)
        days = st.date_input(
            tr(N_("Lines dated from … to …")),
            value=_period(strategy, now.date()),
            format="DD/MM/YYYY",
            key="schedule-days",
        )
        if isinstance(days, tuple) and len(days) == 2:
            _schedule(strategy, tr, tool, days, now)
        st.divider()
        st.markdown(plain(tr(N_("Or everything that is still to do, as cards of a board:"))))
        with st.container(horizontal=True):
            for kind, name in BOARDS.items():
                st.download_button(
                    tr(N_("Cards for {tool}"), tool=name),
                    data=partial(_board, strategy, kind, tr),
                    file_name=documents.file_name(strategy, kind, "csv"),
                    mime=documents.CSV,
                    on_click="ignore",
                    icon=":material/view_kanban:",
                    key=kind,
                )


def _period(strategy: Strategy, today: dt.date) -> tuple[dt.date, dt.date]:
    """Return the four weeks that begin today, or with the first line to come."""
    first = outgoing.first_to_come(strategy, today) or today
    return first, first + dt.timedelta(27)


def _schedule(
    strategy: Strategy,
    tr: Translator,
    tool: Tool,
    days: tuple[dt.date, dt.date],
    now: dt.datetime,
) -> None:
    handed = outgoing.handed_over(strategy, tool, now=now, first=days[0], last=days[1])
    leaving = say_count(
        "{n} line is ready to leave.", "{n} lines are ready to leave.", len(handed.lines)
    )
    if handed.lines:
        st.success(plain(tr(leaving)), icon=":material/check_circle:")
    else:
        st.info(plain(tr(N_("No line of these days is ready to leave."))))
    parts = outgoing.schedule_parts(handed)
    with st.container(horizontal=True):
        for name, content in parts if handed.lines else ():
            st.download_button(
                name or NAMES[tool],
                data=content,
                file_name=documents.file_name(strategy, f"{tool}-{name}".rstrip("-"), "csv"),
                mime=documents.CSV,
                on_click="ignore",
                icon=":material/download:",
                key=f"schedule-{tool}-{name}",
            )
        if handed.lines and len(parts) > 1:
            st.download_button(
                tr(N_("All files (.zip)")),
                data=partial(_zip, parts),
                file_name=documents.file_name(strategy, str(tool), "zip"),
                mime="application/zip",
                on_click="ignore",
                icon=":material/folder_zip:",
                key=f"schedule-{tool}-zip",
            )
    if len(parts) > 1:
        st.caption(plain(tr(N_("One file an account: choose the account as you upload it."))))
    _staying(handed, tr)


def _staying(handed: Handover, tr: Translator) -> None:
    """Say what does not leave and why, the reasons that most lines share first."""
    if not handed.left_out:
        return
    reasons: dict[str, list[LeftOut]] = {}
    for left in handed.left_out:
        reasons.setdefault(tr(left.why), []).append(left)
    label = say_count("{n} line stays, and why", "{n} lines stay, and why", len(handed.left_out))
    with st.expander(plain(tr(label)), icon=":material/block:"):
        for why, lines in sorted(reasons.items(), key=lambda item: -len(item[1])):
            names = [_named(left, tr) for left in lines[:SHOWN]]
            more = len(lines) - SHOWN
            if more > 0:
                names.append(tr(say_count("and {n} more", "and {n} more", more)))
            st.markdown(f"**{plain(why)}**  \n" + "  \n".join(plain(name) for name in names))


def _named(left: LeftOut, tr: Translator) -> str:
    day = tr.date(left.post.date, "medium") if left.post.date else ""
    return tr(say(N_("{day}: {title}"), day=day, title=left.post.title))


def _zip(parts: Iterable[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(f"{name}.csv", content)
    return out.getvalue()


def _board(strategy: Strategy, kind: str, tr: Translator) -> bytes:
    today = local_now(strategy).date()
    return documents.build(newest(strategy), kind, documents.Wish(tr, today))
