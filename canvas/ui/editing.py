"""Take what a tab sends, store it, and say what became of it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from canvas.domain.changes import Conflict, Edit, Outcome
from canvas.domain.clean import Json
from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_, Message, say
from canvas.domain.records import EXISTS
from canvas.i18n import Translator
from canvas.steps import RECORD_TYPES
from canvas.ui.components.editor import shown_figure
from canvas.ui.entry import FIGURES, read_typed
from canvas.ui.state import person, session, strategies


def receive(key: str) -> None:
    """Store the outbox that the bar `key` sent; runs before the page is drawn again.

    Each entry is stored in its own transaction under its own operation id.  Answers are
    kept until the tab stops sending the entry, so that nothing is stored twice.
    """
    tab = session()
    sent = (st.session_state[key].outbox or {}).get("entries", [])
    known = tab.results
    tab.results = {entry["op"]: known[entry["op"]] for entry in sent if entry["op"] in known}
    for entry in sent:
        if entry["op"] not in tab.results:
            tab.results[entry["op"]] = _store(entry, tab.strategy, tab.tr)


def command(key: str) -> None:
    """Undo or redo, as the bar `key` asked."""
    asked = st.session_state[key].command
    if not asked:
        return
    tab = session()
    act = strategies().undo if asked["name"] == "undo" else strategies().redo
    try:
        outcome = act(tab.strategy, person(), asked["op"])
    except CanvasError as error:
        st.toast(tab.tr(error.say()), icon=":material/info:")
        return
    if outcome.conflicts:
        st.toast(tab.tr(_refused(outcome)), icon=":material/sync_problem:")


def _refused(outcome: Outcome) -> Message:
    edit = outcome.conflicts[0].edit
    record_type = RECORD_TYPES.get(edit.type)
    what = edit.field
    if record_type is not None:
        field = record_type.schema_fields.get(edit.field)
        what = field.label if field else record_type.one
    return say(
        N_("“{field}” was changed by somebody else since, so it stays as it is."), field=say(what)
    )


def _store(entry: dict[str, Any], strategy_id: str, tr: Translator) -> dict[str, Any]:
    """Return what became of one entry, as outbox.js reads it."""
    edits: list[Edit] = []
    values: dict[str, Json] = {}
    shown: dict[str, str] = {}
    try:
        for sent in entry["edits"]:
            edit = _edit(sent, tr)
            edits.append(edit)
            field = _field(edit)
            if field is not None and field.kind in FIGURES:
                values[edit.field] = edit.new
                shown[edit.field] = "" if edit.new is None else shown_figure(field, edit.new, tr)
        submission = strategies().edit(strategy_id, person(), edits, operation=entry["op"])
    except CanvasError as error:
        return {"status": "invalid", "message": tr(error.say())}
    if submission.problems:
        return {"status": "invalid", "message": tr(submission.problems[0][1])}
    assert submission.outcome is not None
    if submission.outcome.conflicts:
        return _conflict(submission.outcome.conflicts[0], tr)
    return {"status": "saved", "values": values, "shown": shown}


def _edit(sent: dict[str, Any], tr: Translator) -> Edit:
    edit = Edit(sent["type"], sent["record"], sent["field"], sent.get("base"), sent.get("new"))
    field = _field(edit)
    if field is None:
        return edit
    base = edit.base
    if field.kind in FIGURES and isinstance(base, str):
        # A second edit before the first was answered starts from what was typed.
        base = read_typed(field, base, tr)
    return Edit(edit.type, edit.record, edit.field, base, read_typed(field, edit.new, tr))


def _field(edit: Edit) -> Any:
    record_type = RECORD_TYPES.get(edit.type)
    return record_type.schema_fields.get(edit.field) if record_type else None


def _conflict(conflict: Conflict, tr: Translator) -> dict[str, Any]:
    edit = conflict.edit
    if conflict.gone or edit.field == EXISTS:
        message = say(N_("This was deleted while you were writing in it."))
        return {"status": "gone", "message": tr(message)}
    field = _field(edit)
    message = (
        say(N_("Somebody else wrote “{theirs}” here meanwhile."), theirs=_words(conflict, tr))
        if conflict.theirs is not None
        else say(N_("Somebody else emptied this meanwhile."))
    )
    answer: dict[str, Any] = {
        "status": "conflict",
        "message": tr(message),
        "theirs": conflict.theirs,
    }
    if field is not None and field.kind in FIGURES and conflict.theirs is not None:
        answer["theirs_shown"] = shown_figure(field, conflict.theirs, tr)
    return answer


def _words(conflict: Conflict, tr: Translator) -> str:
    """Return the other person's value as it reads on the page."""
    field = _field(conflict.edit)
    theirs = conflict.theirs
    if field is not None and field.kind in FIGURES:
        return shown_figure(field, theirs, tr)
    if field is not None and field.kind in ("choice", "choices"):
        value = field.parse(theirs)
        return tr.value(value)
    if field is not None and field.kind in ("link", "links"):
        strategy = strategies().open(session().strategy, person())
        ids = theirs if isinstance(theirs, list) else [theirs]
        found = [strategy.find(str(i)) for i in ids]
        return tr.value([record.title for record in found if record is not None])
    if isinstance(theirs, list):
        return tr.value(theirs)
    return str(theirs)
