"""AG Grid, for the one canvas that is a true grid.

Streamlit-aggrid brings the grid and its theme; a component of ours on the same page
gives it columns and rows and hears its keys (`components/scores/grid.js`).  The wrapper's
own way back to the server is not used: it returns the whole table at each keystroke, is
lost with the session, and after the first edit ignores what others change until the grid
is mounted anew, which blanks it for a second under somebody's hands.  Through the outbox
an edit survives a closed tab and a stopped server, a conflict shows both values, and the
arguments below never change while the page is open.
"""

from __future__ import annotations

from typing import Any

from canvas.i18n import Translator
from canvas.palette import ACCENT, GROUND, PANEL, RULE, TEXT

GRIDS = "canevasGrids"
"""Where the page's window keeps its grids, by their keys."""

_READY = """function(event) {
  const page = window.parent;
  page.%s = Object.assign({}, page.%s, { "%s": { api: event.api, document } });
  page.dispatchEvent(new page.Event("canevas-grid"));
}"""


def grid(key: str, tr: Translator, theme: str) -> None:
    """Mount an empty grid that a component drives.

    Args:
        key: Its name on the page.
        tr: The reader's language.
        theme: "light" or "dark".
    """
    # Here and not above: imported before the server runs, its files are not found.
    from st_aggrid import AgGrid, JsCode

    AgGrid(
        None,
        gridOptions={
            "columnDefs": [],
            "rowData": [],
            "getRowId": JsCode("(row) => row.data.id").js_code,
            "onGridReady": JsCode(_READY % (GRIDS, GRIDS, key)).js_code,
            "enterNavigatesVertically": True,
            "suppressNoRowsOverlay": True,
            "enableBrowserTooltips": True,
            "suppressDragLeaveHidesColumns": True,
            "ensureDomOrder": True,
            "animateRows": False,
        },
        height=None,
        key=f"{key}-{tr.language}",
        allow_unsafe_jscode=True,
        update_on=[],
        theme=_theme(theme),
    )


def _theme(theme: str) -> Any:
    """Return the page's own colours as a theme of AG Grid; sizes come from the page."""
    from st_aggrid import StAggridTheme

    return StAggridTheme("quartz").withParams(
        accentColor=ACCENT.on(theme),
        backgroundColor=GROUND.on(theme),
        foregroundColor=TEXT.on(theme),
        headerBackgroundColor=PANEL.on(theme),
        headerTextColor=TEXT.on(theme),
        borderColor=RULE.on(theme),
        browserColorScheme=theme,
        fontFamily=["Source Sans Pro", "sans-serif"],
        fontSize="1rem",
        headerFontSize="0.875rem",
        spacing="0.5rem",
        columnBorder=True,
        cellHorizontalPadding="0.6rem",
    )
