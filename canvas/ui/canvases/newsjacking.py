"""Riding on the news: opportunities judged by five tests and a risk (C119)."""

from __future__ import annotations

import streamlit as st

from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps.plan.conversation import Opportunity
from canvas.ui.canvases.ways import way_to
from canvas.ui.components.news import news


def newsjacking(strategy: Strategy, tr: Translator) -> None:
    """Draw the opportunities: those to judge, those that were seized, those left aside."""
    news(strategy, tr, key="canvas-news", theme=st.context.theme.type or "light")
    way_to(Opportunity, strategy, tr)
