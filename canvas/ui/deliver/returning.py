"""The way back of the workbook: a card to give it, and what it would change, to be ticked."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import streamlit as st

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.services import returning
from canvas.services.returning import Kind, Line, Return
from canvas.services.returning.words import HEADINGS, Words, names_of
from canvas.ui import problems
from canvas.ui.markdown import option, plain
from canvas.ui.state import Returned, person, preselect, session, strategies, value_of

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

LIMIT = 10
"""Megabytes of a workbook; see `canvas.imports.bounded`."""

ANCHOR = "dry-run"

A_TIME = 60
"""Lines that are drawn at once."""

ICONS = {
    Kind.NEW: ":material/add_circle:",
    Kind.CHANGED: ":material/edit:",
    Kind.DELETED: ":material/delete:",
    Kind.CONFLICT: ":material/sync_problem:",
    Kind.INVALID: ":material/report:",
}

ABOUT = {
    Kind.DELETED: N_("Nothing is deleted unless you tick it."),
    Kind.CONFLICT: N_("What stands here is kept, unless you tick the workbook’s value."),
    Kind.INVALID: N_("What stands here is kept: correct the cell, then bring the workbook again."),
}
"""What is to know of the kinds that are not ticked from the start."""


def card(strategy: Strategy, tr: Translator) -> None:
    """Draw where an edited workbook is given."""
    with st.container(border=True, height="stretch", key="returning"):
        st.subheader(tr(N_("Workbook edited elsewhere")), anchor=False)
        about = N_(
            "Bring back the workbook that you, or others, have edited: you see what it would "
            "change, line by line, before anything is."
        )
        st.markdown(plain(tr(about)))
        upload = st.file_uploader(
            tr(N_("Edited workbook (.xlsx), up to {limit} MB"), limit=LIMIT),
            type=["xlsx", "xlsm", "xls", "ods"],
            max_upload_size=LIMIT,
            key="returning-file",
        )
        if upload is None:
            session().returned = None
            return
        _receive(strategy, upload, tr)
        if session().returned is not None:
            below = plain(tr(N_("What it would change stands below the cards.")))
            st.markdown(f":material/arrow_downward: [{below}](#{ANCHOR})")


def _receive(strategy: Strategy, upload: UploadedFile, tr: Translator) -> None:
    """Compare an upload that has just come, or say why it cannot be."""
    known = session().returned
    if known and (known.strategy, known.upload) == (strategy.id, upload.file_id):
        return
    session().returned = None
    content = upload.getvalue()
    try:
        with st.spinner(tr(N_("The workbook is compared…"))):
            found = _compared(strategy.id, content)
    except CanvasError as error:
        problems.sentence(error, tr)
        return
    chosen = set(returning.everything(found, deletions=False))
    session().returned = Returned(strategy.id, upload.file_id, content, found, chosen)


def _compared(strategy_id: str, content: bytes) -> Return:
    return returning.compare(strategies(), person(), strategy_id, content)


def dry_run(strategy: Strategy, tr: Translator) -> None:
    """Draw what the workbook that came back would change."""
    returned = session().returned
    if returned is None or returned.strategy != strategy.id:
        return
    found = returned.found
    with st.container(border=True, key="dry-run"):
        st.subheader(tr(N_("What the workbook would change")), anchor=ANCHOR)
        for said in returned.said:
            st.success(plain(tr(said)), icon=":material/check_circle:")
        for note in found.notes:
            st.info(plain(tr(note)), icon=":material/info:")
        if found.strategy.revision != strategy.revision:
            _compare_again(tr)
        if found.is_empty:
            st.markdown(plain(tr(N_("Nothing: the workbook says what the strategy says."))))
            return
        st.markdown(plain(tr(_summary(found))))
        _buttons(returned, tr)
        _lines(returned, strategy, tr)


def _compare_again(tr: Translator) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(tr(N_("The strategy has changed since the workbook was compared."))))
        st.button(
            tr(N_("Compare again")),
            on_click=_again,
            icon=":material/refresh:",
            key="dry-run-again",
        )


def _summary(found: Return) -> Message:
    counts = Counter(line.kind for line in found.lines)
    return say(
        N_(
            "New: {new} · changed: {changed} · deleted: {deleted} · changed on both sides: "
            "{conflicts} · cannot be read: {invalid}"
        ),
        **{str(kind): counts[kind] for kind in Kind},
    )


def _buttons(returned: Returned, tr: Translator) -> None:
    ticked = len(returned.chosen)
    with st.container(horizontal=True):
        st.button(
            tr(say_count("Bring {n} line back", "Bring {n} lines back", ticked)),
            type="primary",
            disabled=not ticked,
            on_click=_accept,
            icon=":material/done_all:",
            key="dry-run-accept",
        )
        st.button(
            tr(N_("Tick all but deletions")),
            on_click=_tick,
            args=(False,),
            key="dry-run-all",
        )
        if returned.found.of(Kind.DELETED):
            st.button(
                tr(N_("Tick deletions too")), on_click=_tick, args=(True,), key="dry-run-deletions"
            )
        st.button(tr(N_("Untick all")), on_click=_untick, key="dry-run-none")


def _lines(returned: Returned, strategy: Strategy, tr: Translator) -> None:
    """Draw the lines of one sheet, by kind."""
    found = returned.found
    sheets = Counter(line.sheet for line in found.lines)
    sheet = st.pills(
        tr(N_("Sheet")),
        list(sheets),
        format_func=lambda name: option(f"{name} ({sheets[name]})"),
        default=next(iter(sheets)),
        required=True,
        key=f"dry-run-sheet-{found.operation}",
    )
    lines = [line for line in found.lines if line.sheet == sheet]
    pages = -(-len(lines) // A_TIME)
    page = 1
    if pages > 1:
        page = st.number_input(
            tr(N_("Page (of {n})"), n=pages),
            min_value=1,
            max_value=pages,
            key=f"dry-run-page-{found.operation}-{sheet}",
        )
    order = list(HEADINGS)
    lines.sort(key=lambda line: (order.index(line.kind), line.row))
    words = Words(strategy, tr, names_of(found.lines))
    numbers = {line.key: n for n, line in enumerate(found.lines)}
    shown = lines[(page - 1) * A_TIME : page * A_TIME]
    for kind, group in groupby(shown, key=lambda line: line.kind):
        st.markdown(f"**{ICONS[kind]} {plain(tr(HEADINGS[kind]))}**")
        if kind in ABOUT:
            st.caption(plain(tr(ABOUT[kind])))
        for line in group:
            label = _label(line, words, tr)
            if kind is Kind.INVALID:
                st.markdown(label)
                continue
            box = f"take-{found.operation}-{numbers[line.key]}"
            preselect(box, line.key in returned.chosen)
            st.checkbox(label, on_change=_take, args=(found.operation, line.key, box), key=box)


def _label(line: Line, words: Words, tr: Translator) -> str:
    """Return a line in Markdown: row, record, field, what stands here and in the workbook."""
    name = plain(words.name(line))
    place = plain(tr(N_("Row {n}"), n=str(line.row))) if line.row else ""
    field = plain(words.field(line))
    before, after = plain(words.before(line)), plain(words.after(line))
    told = plain(tr(line.message)) if line.message else ""
    match line.kind:
        case Kind.NEW:
            parts = [place, f"**{name}**", after]
        case Kind.DELETED:
            parts = [place, f"**{name}**"]
        case Kind.INVALID:
            parts = [place, f"**{name}**", field, told]
        case _:
            moved = f"{before} → **{after}**" if line.field else ""
            parts = [place, f"**{name}**", field, moved, told if line.kind is Kind.CONFLICT else ""]
    return " · ".join(filter(None, parts))


def _take(operation: str, key: str, box: str) -> None:
    """Follow what a box says now.

    Streamlit also calls this for boxes that nobody touched, where one click cuts off the drawing
    of another: so it is what the box says that counts, and of the present comparison alone.
    """
    returned = session().returned
    if returned is None or returned.found.operation != operation:
        return
    if value_of(box):
        returned.chosen.add(key)
    else:
        returned.chosen.discard(key)


def _tick(deletions: bool) -> None:
    returned = session().returned
    if returned is not None:
        returned.chosen = set(returning.everything(returned.found, deletions=deletions))


def _untick() -> None:
    returned = session().returned
    if returned is not None:
        returned.chosen = set()


@problems.told
def _again() -> None:
    """Compare with the strategy of now; what was ticked and is still there stays so."""
    returned = session().returned
    if returned is not None:
        returned.found = _compared(returned.strategy, returned.content)
        returned.chosen &= {line.key for line in returned.found.lines}
        returned.said = ()


@problems.told
def _accept() -> None:
    """Bring the ticked lines in, and show what is left of the workbook."""
    returned = session().returned
    if returned is None:
        return
    done = returning.accept(
        strategies(), person(), returned.strategy, returned.found, returned.chosen
    )
    kept = len(done.outcome.conflicts) if done.outcome else 0
    said = list(done.problems)
    if done.outcome is not None:
        count = len(done.lines)
        said.append(
            say_count(
                "{n} line was brought back. Undo takes it back.",
                "{n} lines were brought back. Undo takes them all back.",
                count,
            )
        )
    if kept:
        said.append(
            say_count(
                "{n} value was changed here meanwhile and stays as it is.",
                "{n} values were changed here meanwhile and stay as they are.",
                kept,
            )
        )
    returned.found = _compared(returned.strategy, returned.content)
    returned.chosen = set()
    returned.said = tuple(said)
