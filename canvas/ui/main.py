"""One run of the script: the frame, then the page that was asked for.

The script stands here and not at the root, since Streamlit would take a `pages/`
folder beside it for its legacy multipage mode and run pages without this frame.
See docs/adr/0004.
"""

import streamlit as st

from canvas.domain.errors import CanvasError
from canvas.ui import frame, problems
from canvas.ui.state import session, strategies

tab = session()
st.set_page_config(page_title="Canevas", layout="wide")
frame.style(tab.tr)
page = st.navigation(frame.pages(tab.tr), position="hidden")
try:
    strategies()
    frame.draw(tab, page)
    if tab.projecting:
        frame.style_projected()
    problems.tell_notices()
    page.run()
except CanvasError as error:
    problems.show(error, tab.tr)
