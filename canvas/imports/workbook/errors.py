"""Why a workbook cannot come back into a strategy: one error a reason, each one sentence."""

from __future__ import annotations

from canvas.domain.messages import N_
from canvas.imports.bounded import TableError


class WorkbookError(TableError):
    """A readable workbook that cannot come back; nothing was changed."""


class NotOurWorkbookError(WorkbookError):
    """No table of it was written by us."""

    message = N_(
        "This workbook was not exported by Canevas: none of its sheets has the hidden column by "
        "which lines are recognised. Choose the workbook that “Deliver” gave."
    )


class OtherStrategyError(WorkbookError):
    """It was made of another strategy."""

    message = N_(
        "This workbook was made of another strategy, “{name}”. Open that strategy, then bring "
        "the workbook back there."
    )


class UnknownStrategyError(WorkbookError):
    """It no longer says what it was made of, and nothing of it is known here."""

    message = N_(
        "None of the lines of this workbook belong to this strategy. Open the strategy that it "
        "was made of, then bring it back there."
    )


class NewerWorkbookError(WorkbookError):
    """It was written by a newer version."""

    message = N_(
        "This workbook was written by a newer Canevas (format {found}; this one reads up to "
        "{known}). Update Canevas, then bring it back."
    )
