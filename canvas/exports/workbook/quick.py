"""A sheet that prepares a formula once, however many rows repeat it."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet


class QuickSheet(Worksheet):  # type: ignore[misc] # XlsxWriter tells no types
    """A worksheet whose computed columns cost one formula each.

    XlsxWriter runs some thirty expressions over each formula's text before it writes it;
    a calendar of ten thousand lines has forty thousand formulas, of four texts.
    """

    def __init__(self) -> None:
        super().__init__()
        self._prepared: dict[tuple[str, bool], str] = {}

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        key = formula, expand_future_functions
        if key not in self._prepared:
            prepared = super()._prepare_formula(formula, expand_future_functions)
            self._prepared[key] = prepared
        return self._prepared[key]
