"""How the workbook looks: its colours, and one cell format a kind of value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from canvas import palette
from canvas.domain.kinds import Field
from canvas.domain.messages import Money
from canvas.i18n import Translator

FONT = "Calibri"

INK = palette.TEXT.light
WHITE = palette.GROUND.light
PANEL = palette.PANEL.light
RULE = palette.RULE.light
ACCENT = palette.ACCENT.light
MUTED = palette.TONES["neutral"].light

TABS = MappingProxyType(
    {
        "": INK,
        "plan": ACCENT,
        "means": palette.SERIES[1].light,
        "measure": palette.SERIES[4].light,
        "audit": palette.SERIES[2].light,
        "people": palette.SERIES[3].light,
    }
)
"""Colours of the tabs, by the groups of `canvas.steps.sheets`."""

WIDTHS = MappingProxyType(
    {
        "text": (10, 34),
        "url": (16, 34),
        "color": (10, 10),
        "lines": (16, 36),
        "choice": (11, 22),
        "choices": (14, 26),
        "flag": (9, 9),
        "number": (9, 12),
        "money": (12, 14),
        "share": (9, 10),
        "rating": (9, 9),
        "date": (12, 12),
        "time": (9, 9),
        "link": (14, 28),
        "links": (16, 30),
    }
)
"""Least and most characters that a column of each kind is wide."""

FIGURES = frozenset({"number", "money", "share"})
"""Kinds of field that stand on the right of their cells."""

_WRAPPED = frozenset({"text", "url", "lines", "choice", "choices", "link", "links"})


def tint(colour: str, share: float) -> str:
    """Return `share` of a colour laid over white."""
    channels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (channel - 255) * share):02X}" for channel in channels)


class Looks:
    """Formats of one workbook, each made once.

    Attributes:
        money: Number format of amounts, with the currency's sign where the language puts it.
        date: Number format of days.
    """

    def __init__(self, book: Workbook, tr: Translator, currency: str) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._french = french = tr.language == "fr"
        sign = re.split(r"1(?:[.,]00)?", tr.money(Money(100, currency)), maxsplit=1)
        self._before, self._after = (f'"{part}"' if part else "" for part in sign)
        self.money = self.amounts(cents=currency not in ("XOF", "XAF"))
        self.date = "dd/mm/yyyy" if french else "d mmm yyyy"
        self.month = "mmm yyyy"
        self.day = "dd/mm" if french else "d mmm"

    def amounts(self, *, cents: bool) -> str:
        """Return the number format of amounts, with or without cents."""
        return f"{self._before}#,##0{'.00' if cents else ''}{self._after}"

    def share(self, *, whole: bool) -> str:
        """Return the number format of shares."""
        # The sign stays out of the quotation marks, where it would not multiply by a hundred.
        space = '"\u202f"' if self._french else ""
        return f"{'0' if whole else '0.0'}{space}%"

    def make(self, **properties: Any) -> Format:
        """Return a format in our font and colours; the same one for the same properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
            self._made[key] = self._book.add_format({**base, **properties})
        return self._made[key]

    def change(self, **properties: Any) -> Format:
        """Return what a conditional format changes: nothing but these properties."""
        key = (("conditional", True), *sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def title(self) -> Format:
        """Return the format of a sheet's heading."""
        return self.make(font_size=18, bold=True, valign="vcenter")

    def section(self) -> Format:
        """Return the format of a heading within a sheet."""
        return self.make(font_size=12, bold=True, font_color=ACCENT, valign="vcenter")

    def quiet(self, **properties: Any) -> Format:
        """Return the format of a remark."""
        return self.make(font_color=MUTED, **properties)

    def heading(self, *, computed: bool = False, figures: bool = False) -> Format:
        """Return the format of a column's heading.

        Args:
            computed: Grey, since it is not to be edited.
            figures: On the right as the figures under it, beside the filter's arrow.
        """
        return self.make(
            bold=True,
            font_color=WHITE,
            bg_color=MUTED if computed else INK,
            text_wrap=True,
            align="right" if figures else "left",
            indent=2 if figures else 1,
            italic=computed,
        )

    def figure_label(self) -> Format:
        """Return the format of the words above a total."""
        return self.make(
            font_size=9,
            font_color=MUTED,
            bg_color=PANEL,
            text_wrap=True,
            indent=1,
            top=2,
            top_color=ACCENT,
        )

    def figure(self, pattern: str) -> Format:
        """Return the format of a total."""
        return self.make(
            font_size=14, bold=True, bg_color=PANEL, align="left", indent=1, num_format=pattern
        )

    def value(
        self, field: Field | None, pattern: str, *, tall: bool = False, computed: bool = False
    ) -> Format:
        """Return the format of a column's cells.

        Args:
            field: The field that they hold, None for something computed.
            pattern: Their number format, "" for none.
            tall: Whether some take more lines than a row shows: their start must stay.
            computed: Whether they are not to be edited.
        """
        kind = field.kind if field else "number"
        properties: dict[str, Any] = {"num_format": pattern} if pattern else {}
        if kind in _WRAPPED:
            properties["text_wrap"] = True
        # Figures stand on the right, all else on the left, a space away from them.
        if kind not in FIGURES:
            properties |= {"align": "left", "indent": 1}
        if tall:
            properties["valign"] = "top"
        if computed:
            properties["font_color"] = MUTED
        return self.make(**properties)

    def pattern(self, field: Field, values: list[Any]) -> str:
        """Return the number format of a field, as its values need it."""
        match field.kind:
            case "date":
                return self.date
            case "time":
                return "hh:mm"
            case "money":
                return self.money
            case "share":
                return self.share(whole=all(round(v * 100, 4) % 1 == 0 for v in values))
            case "rating":
                return "0"
            case "number":
                return number_pattern(field, values)
        return ""


def number_pattern(field: Field, values: Iterable[float]) -> str:
    """Return the number format of a field's numbers."""
    if not getattr(field, "grouped", True):
        return "0"
    return "#,##0" if getattr(field, "whole", False) else pattern_of(values)


def pattern_of(values: Iterable[float]) -> str:
    """Return a format of any numbers: thousands apart, else their decimals as they are.

    There is no format that does both: one with optional decimals leaves a lone mark.
    """
    found = list(values)
    large = any(abs(value) >= 1000 for value in found)
    return "#,##0" if large and all(value == int(value) for value in found) else DECIMALS


DECIMALS = "General"
"""Numbers with their decimals as they are."""
