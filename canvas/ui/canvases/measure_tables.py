"""What the sections of the dashboard share: cells, tables to take away, headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from canvas.domain.messages import Message
from canvas.i18n import Translator
from canvas.steps.audit.accounts import Account
from canvas.ui.canvases import measure_charts as charts
from canvas.ui.components.table import Line, Shown, table
from canvas.ui.markdown import plain
from canvas.ui.state import session

NAME_LENGTH = 60

ROWS_PROJECTED = 8
"""Bars that a room can read at once."""

ROWS = 12
"""Rows of the charts and of the list of hashtags at most; the tables to take away have all."""

Value = str | float | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is shown, and as a spreadsheet gets it."""

    shown: Shown | str
    value: Value


def text(said: str) -> Cell:
    """Return a cell of words."""
    return Cell(said, said)


def number(value: float | None, tr: Translator, mark: str = "") -> Cell:
    """Return a cell of a figure; a dash where there is none."""
    if value is None:
        return Cell("–", None)
    # From a hundred on, decimals say nothing.
    shown = tr.number(value, decimals=1 if abs(value) < 100 else 0)
    return Cell(Shown(shown, mark), round(value, 4))


def ratio(value: float | None, tr: Translator) -> Cell:
    """Return a cell of a percentage; a dash where there is none."""
    return Cell("–", None) if value is None else Cell(tr.share(value), round(value, 6))


def change(value: float | None, tr: Translator) -> str:
    """Return a change with its sign."""
    if value is None:
        return ""
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return f"{sign}{tr.number(abs(value), decimals=0)}"


def heading(title: str, tr: Translator) -> None:
    """Draw the heading of a section; a projection has its own."""
    if not session().projecting:
        st.subheader(plain(tr(title)), anchor=False)


def lines(messages: Iterable[Message], tr: Translator) -> None:
    """Draw sentences as a list, each once."""
    said = list(dict.fromkeys(tr(message) for message in messages))
    if said:
        st.markdown("\n".join(f"- {plain(text)}" for text in said))


def shown_table(
    title: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    tr: Translator,
    *,
    key: str,
    figures: Iterable[int],
    most: int = 0,
) -> None:
    """Draw a table, and the button that gives it to a spreadsheet."""
    if not rows:
        return
    shown = [Line([cell.shown for cell in row]) for row in rows[: most or None]]
    table(title, headings, shown, tr, key=key, figures=list(figures))
    values = tuple(tuple(cell.value for cell in row) for row in rows)
    charts.take_away(title, headings, values, tr, key=key)


def called(account: Account, tr: Translator) -> str:
    """Return an account's name with its network."""
    found = [account.handle, tr.label(account.network)]
    return " · ".join(text for text in found if text)
