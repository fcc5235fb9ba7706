"""Where each platform lets one download its figures, in the words of its menus."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_
from canvas.i18n import Translator
from canvas.steps.measure.choices import Platform
from canvas.ui.markdown import plain

TO_CONFIRM = N_("to confirm")

_WHERE = (
    (
        Platform.GA4,
        N_(
            "Reports, Acquisition, Traffic acquisition. Choose the month and “Session source / "
            "medium” as the first column; “Session manual ad content” tells posts apart. Then the "
            "sharing icon, “Download file”, CSV."
        ),
        False,
    ),
    (
        Platform.LINKEDIN,
        N_(
            "Your page, as its administrator: Analytics, then Content, Followers, Visitors or "
            "Competitors, and “Export”. A year fits in one file."
        ),
        False,
    ),
    (
        Platform.META,
        N_(
            "For Facebook and Instagram: Insights, Content, “Export data”, one line a post. By "
            "day: Insights, Results, and the export button of each chart."
        ),
        False,
    ),
    (
        Platform.X,
        N_(
            "Analytics, which needs a Premium subscription: Content or Overview, the period, then "
            "the download icon."
        ),
        False,
    ),
    (
        Platform.YOUTUBE,
        N_(
            "YouTube Studio, Analytics, “Advanced mode”, Content, then the download arrow and "
            "“Comma-separated values”. Leave the zip as it is."
        ),
        False,
    ),
    (
        Platform.TIKTOK,
        N_("TikTok Studio in a browser, Analytics, “Download data”, CSV. A year fits in one file."),
        True,
    ),
)
"""Platform, where its files are, whether its own pages of help say so."""

_OWN = N_("One line a day or a post, a title above each column, as CSV or Excel.")


def where(tr: Translator, *, expanded: bool) -> None:
    """Draw where to find the files of each platform."""
    label = tr(N_("Where to find these files"))
    # What a person unfolds stays so; what unfolds by itself folds by itself.
    with st.expander(
        label, icon=":material/travel_explore:", key=f"figures-where-{expanded}", expanded=expanded
    ):
        lines = []
        for platform, text, is_confirmed in _WHERE:
            line = f"- **{plain(tr(platform.label))}** – {plain(tr(text))}"
            lines.append(line if is_confirmed else f"{line} :gray[({plain(tr(TO_CONFIRM))})]")
        lines.append(f"- **{plain(tr(Platform.TABLE.label))}** – {plain(tr(_OWN))}")
        st.markdown("\n".join(lines))
        dated = N_(
            "Menus as they were in 2026. “To confirm”: described from elsewhere, not read on the "
            "platform’s own pages. Choose English as the platform’s language if you can: its "
            "titles of columns are the best known ones."
        )
        st.caption(plain(tr(dated)))
