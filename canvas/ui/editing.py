"""Take what a tab sends, store it, and say what became of it."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

from canvas.domain.changes import Conflict, Edit, Outcome
from canvas.domain.clean import Json
from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_, Message, say
from canvas.domain.records import EXISTS, POSITION
from canvas.i18n import Translator
from canvas.rules.completion import completion
from canvas.services import StoreError, tidy
from canvas.steps import RECORD_TYPES
from canvas.ui.components.editor import shown_figure
from canvas.ui.entry import FIGURES, READ_HERE, read_typed
from canvas.ui.problems import notice, told
from canvas.ui.state import Session, component_value, person, session, strategies

REST = 3.0
"""Seconds after the store refused before it is asked again."""


def receive(key: str) -> None:
    """Store the outbox that the bar `key` sent; runs before the page is drawn again.

    Each entry is stored in its own transaction under its own operation id.  Answers are
    kept until the tab stops sending the entry, so that nothing is stored twice.  What
    the store cannot take now (it is locked, its disk is full) is not refused for good:
    the tab keeps it and sends it again.
    """
    tab = session()
    sent = (component_value(key, "outbox") or {}).get("entries", [])
    known = tab.results
    tab.results = {
        entry["op"]: known[entry["op"]]
        for entry in sent
        if entry["op"] in known and known[entry["op"]]["status"] != "later"
    }
    for entry in sent:
        if entry["op"] not in tab.results:
            tab.results[entry["op"]] = _later(tab) or _try_to_store(entry, tab)


def _later(tab: Session) -> dict[str, Any] | None:
    """Return the store's last refusal while there is no use in asking it again.

    A locked store takes its time to refuse, and the tab sends again meanwhile.
    """
    return tab.refusal if tab.refusal and time.monotonic() - tab.refused_at < REST else None


def _try_to_store(entry: dict[str, Any], tab: Session) -> dict[str, Any]:
    """Return what became of one entry, as outbox.js reads it."""
    try:
        result = _store(entry, tab.strategy, tab.tr)
    except StoreError as error:
        result = {"status": "later", "message": tab.tr(error.say())}
        tab.refusal, tab.refused_at = result, time.monotonic()
        return result
    except CanvasError as error:
        result = {"status": "invalid", "message": tab.tr(error.say())}
    tab.refusal = None
    return result


@told
def command(key: str) -> None:
    """Undo or redo, as the bar `key` asked."""
    asked = component_value(key, "command")
    if not asked:
        return
    tab = session()
    if asked["name"] == "project":
        tab.projecting, tab.block = True, None
        return
    receive(key)  # what was typed just before is what is meant
    undoing = asked["name"] == "undo"
    step = strategies().steps_back(tab.strategy, person(), tab.passed)[0 if undoing else 1]
    act = strategies().undo if undoing else strategies().redo
    outcome = act(tab.strategy, person(), asked["op"], tab.passed)
    if outcome.conflicts:
        if not outcome.changes and step is not None:
            tab.passed.add(step)  # nothing of it could be taken back: the one before is next
        notice(tab.tr(_refused(outcome)), icon=":material/sync_problem:", long=True)


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
    edits: list[Edit] = []
    values: dict[str, Json] = {}
    shown: dict[str, str] = {}
    for sent in entry["edits"]:
        edit = _edit(sent, tr)
        edits.append(edit)
        field = _field(edit)
        if field is not None and field.kind in FIGURES:
            values[edit.field] = edit.new
            shown[edit.field] = "" if edit.new is None else shown_figure(field, edit.new, tr)
        elif edit.new != sent.get("new"):
            values[edit.field] = edit.new
    if entry.get("completed"):
        edits += completion(strategies().open(strategy_id, person()), edits)
    submission = strategies().edit(strategy_id, person(), edits, operation=entry["op"])
    if submission.problems:
        return {"status": "invalid", "message": tr(submission.problems[0][1])}
    assert submission.outcome is not None
    # Where somebody moved a line meanwhile it stays there: nobody needs to be asked.
    conflicts = [c for c in submission.outcome.conflicts if c.gone or c.edit.field != POSITION]
    if conflicts:
        return _conflict(conflicts[0], tr)
    revision = submission.outcome.revision
    return {"status": "saved", "values": values, "shown": shown, "revision": revision}


def _edit(sent: dict[str, Any], tr: Translator) -> Edit:
    # Cleaned here, so that the tab learns what is stored where it is not what was typed.
    new = tidy(sent.get("new"))
    edit = Edit(sent["type"], sent["record"], sent["field"], sent.get("base"), new)
    field = _field(edit)
    if field is None:
        return edit
    base = edit.base
    if field.kind in READ_HERE and isinstance(base, str):
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
    if field is not None and field.kind == "picture":
        return tr(N_("picture"))
    if field is not None and field.kind in FIGURES:
        return shown_figure(field, theirs, tr)
    if field is not None and field.kind in ("choice", "choices", "date", "time"):
        with suppress(ValueError):  # a code that only a newer version knows
            return tr.value(field.parse(theirs))
    if field is not None and field.kind in ("link", "links"):
        strategy = strategies().open(session().strategy, person())
        ids = theirs if isinstance(theirs, list) else [theirs]
        found = [strategy.find(str(i)) for i in ids]
        return tr.value([record.title for record in found if record is not None])
    if isinstance(theirs, list):
        return tr.value(theirs)
    return str(theirs)
