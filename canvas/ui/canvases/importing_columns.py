"""The columns of a kind of file: their first values, and what they were taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from canvas.domain.messages import N_
from canvas.i18n import Translator
from canvas.imports.platforms.model import Column
from canvas.services.readings import Arrival, Reply, words
from canvas.ui.canvases.importing_help import TO_CONFIRM
from canvas.ui.components.table import Line, table
from canvas.ui.markdown import plain
from canvas.ui.state import session, value_of

PREVIEWED = 3
"""First lines that are shown."""


def draw(arrival: Arrival, key: str, alike: Sequence[str], tr: Translator) -> None:
    """Draw the columns and the first lines, folded; nothing of it while it stays so."""
    understood = arrival.understood
    assert understood is not None
    unsure = sum(not column.sure and column.meaning is not None for column in understood.columns)
    label = tr(N_("Columns, and what they were taken for"))
    if unsure:
        label = tr(N_("Columns, and what they were taken for ({n} to confirm)"), n=unsure)
    with st.expander(
        plain(label), icon=":material/view_column:", key=f"figures-columns-{key}",
        on_change="rerun", expanded=bool(understood.questions) or arrival.reply.mends,
    ) as fold:  # fmt: skip
        if not fold.open:
            return
        about = N_(
            "What you choose here holds for all files with these titles, and is remembered for "
            "the next ones."
        )
        st.caption(plain(tr(about)))
        options = words.meanings()
        with st.container(horizontal=True, gap="medium"):
            for n, column in enumerate(understood.columns):
                _column(column, f"{key}-{n}", options, alike, tr)
        _preview(arrival, key, tr)


def _column(
    column: Column, key: str, options: Sequence[str], alike: Sequence[str], tr: Translator
) -> None:
    code = column.meaning.code if column.meaning else ""
    offered = list(options) if code in options else [*options, code]
    widget = f"figures-column-{key}"
    with st.container(width=300, gap="small"):
        st.selectbox(
            plain(column.title),
            offered,
            index=offered.index(code),
            format_func=lambda one: tr(words.meaning(one)),
            key=widget,
            on_change=partial(_take, alike, column.title, widget),
        )
        mark = ""
        if not column.sure and column.meaning is not None:
            mark = f"**{plain(tr(TO_CONFIRM))}** · "
        sample = plain(" · ".join(column.sample)) or plain(tr(N_("empty")))
        st.caption(mark + sample)


def _preview(arrival: Arrival, key: str, tr: Translator) -> None:
    understood = arrival.understood
    assert understood is not None
    if not understood.preview:
        return
    heading = tr(N_("First lines"))
    st.markdown(f"**{plain(heading)}**")
    table(
        tr(N_("First lines of {file}"), file=arrival.name),
        [column.title for column in understood.columns],
        [Line(list(row)) for row in understood.preview[:PREVIEWED]],
        tr,
        key=f"figures-preview-{key}",
    )


def _take(uploads: Sequence[str], title: str, key: str) -> None:
    """Take a column of all files with these titles for something else."""
    desk = session().uploads
    code = value_of(key)
    if desk is None or code is None:
        return
    for upload in uploads:
        said = desk.replies.get(upload, Reply())
        columns = {**said.answers.columns, title: code}
        desk.replies[upload] = replace(said, answers=replace(said.answers, columns=columns))
