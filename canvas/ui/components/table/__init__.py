"""A table of figures and words to read: large, with its own headings, never typed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from canvas.i18n import Translator
from canvas.ui.components.assets import component


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell.

    Attributes:
        text: What it says.
        mark: A word beside it, such as "best"; it stands out.
        heat: How deep the tint behind it is, from 0 to 1; its text says the same.
    """

    text: str
    mark: str = ""
    heat: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        cells: Its cells; the first is its heading.
        ours: Whether it stands out as our own.
    """

    cells: Sequence[Shown | str]
    ours: bool = False


def table(
    caption: str,
    columns: Sequence[str],
    lines: Sequence[Line],
    tr: Translator,
    *,
    key: str,
    figures: Sequence[int] = (),
) -> None:
    """Mount a table.

    Args:
        caption: What it is about; read aloud, not shown.
        columns: The headings.
        lines: The rows.
        tr: The reader's language.
        key: Its key.
        figures: The columns that hold numbers, from 0.
    """
    mount = component("table", '<div class="table"></div>', ("table/table.js",))
    mount(
        key=key,
        data={
            "language": tr.language,
            "caption": caption,
            "columns": list(columns),
            "figures": list(figures),
            "lines": [{"ours": line.ours, "cells": _cells(line)} for line in lines],
        },
    )


def _cells(line: Line) -> list[tuple[str, str, float]]:
    cells = [Shown(cell) if isinstance(cell, str) else cell for cell in line.cells]
    return [(cell.text, cell.mark, cell.heat) for cell in cells]
