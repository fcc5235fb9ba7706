"""The log of a strategy, in words."""

from __future__ import annotations

import streamlit as st

from canvas.domain.changes import Change, ChangeSet
from canvas.domain.messages import N_, say
from canvas.domain.records import EXISTS, POSITION
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps import RECORD_TYPES
from canvas.ui.components.editor import shown_figure
from canvas.ui.markdown import plain
from canvas.ui.naming import record_title
from canvas.ui.state import person, strategies

LINES_A_SET = 4
"""Changes of one change set that the list spells out."""


def history_list(strategy: Strategy, tr: Translator) -> None:
    """Draw the last change sets, newest first."""
    for change_set in strategies().history(strategy.id, person(), 40):
        at = change_set.at.astimezone()
        heading = say(
            N_("{day}, {time} · {author} · {label}"),
            day=at.date(),
            time=at.time(),
            author=change_set.author,
            label=say(change_set.label),
        )
        st.markdown(f"**{plain(tr(heading))}**  \n" + "  \n".join(_lines(change_set, strategy, tr)))


def _lines(change_set: ChangeSet, strategy: Strategy, tr: Translator) -> list[str]:
    told = [c for c in change_set.changes if c.field != POSITION] or list(change_set.changes)
    lines = [plain(_line(change, strategy, tr)) for change in told[:LINES_A_SET]]
    if len(told) > LINES_A_SET:
        lines.append(plain(tr(say(N_("and {n} more"), n=len(told) - LINES_A_SET))))
    return lines


def _line(change: Change, strategy: Strategy, tr: Translator) -> str:
    record_type = RECORD_TYPES.get(change.type)
    if record_type is None:
        return f"{change.type}: {change.field}"
    record = strategy.find(change.record)
    what = tr(record_type.one)
    if record is not None and not record_type.single:
        what = tr(say(N_("{what} “{name}”"), what=what, name=record_title(record, strategy, tr)))
    if change.field == EXISTS:
        return tr(say(N_("{what}: created") if change.new else N_("{what}: deleted"), what=what))
    if change.field == POSITION:
        return tr(say(N_("{what}: moved"), what=what))
    field = record_type.schema_fields.get(change.field)
    label = tr(field.label) if field else change.field
    old, new = (value_in_words(change, value, tr) for value in (change.old, change.new))
    return tr(say(N_("{what}, {field}: {old} → {new}"), what=what, field=label, old=old, new=new))


def value_in_words(change: Change, raw: object, tr: Translator) -> str:
    """Return a raw value of a change as the page would show it, short."""
    if raw is None:
        return "—"
    record_type = RECORD_TYPES.get(change.type)
    field = record_type.schema_fields.get(change.field) if record_type else None
    if field is not None:
        if field.kind in ("number", "money", "share"):
            return shown_figure(field, raw, tr)
        if field.kind == "picture":
            return tr(N_("picture"))
        try:
            return tr.value(field.parse(raw))[:80]  # type: ignore[arg-type]
        except ValueError:
            return str(raw)[:80]
    return str(raw)[:80]
