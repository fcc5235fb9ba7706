"""Canevas, served: `streamlit run app.py`."""

import streamlit as st

from canvas.ui import routes

app = st.App("canvas/ui/main.py", routes=routes.ROUTES, middleware=routes.MIDDLEWARE)
