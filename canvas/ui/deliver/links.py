"""The card of the links whose visits are counted, with a QR code for print."""

from __future__ import annotations

import base64
from functools import partial

import streamlit as st

from canvas.domain.messages import N_, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.services import documents, outgoing
from canvas.ui.markdown import plain


def card(strategy: Strategy, tr: Translator) -> None:
    """Draw one link at a time: choose its post, copy it, print its code."""
    with st.container(border=True, height="stretch", key="links"):
        st.subheader(tr(N_("Links that are counted")), anchor=False)
        about = N_(
            "The same codes every time: the network, the theme, and a mark of the post itself, "
            "so that its visits and sales can be told from all others."
        )
        st.markdown(plain(tr(about)))
        links = outgoing.tracked_links(strategy, tr)
        if not links:
            st.info(plain(tr(N_("No post leads anywhere yet: give one a link in the calendar."))))
            return
        chosen = st.selectbox(
            tr(N_("For which post or place")),
            list(links),
            format_func=lambda key: links[key].title,  # a select box shows text, not Markdown
            key="link-chosen",
        )
        link = links[chosen]
        st.code(link.address, language=None, wrap_lines=True)
        picture, buttons = st.columns([1, 2], vertical_alignment="center")
        svg = outgoing.qr(link.address, "svg")
        encoded = base64.b64encode(svg).decode()
        picture.image(
            f"data:image/svg+xml;base64,{encoded}",
            width=140,
            alt=tr(say(N_("QR code: {title}"), title=link.title)),
        )
        with buttons:
            st.caption(plain(tr(N_("For posters, menus and till receipts."))))
            for kind, label in (("svg", N_("QR code for print (SVG)")), ("png", N_("As a PNG"))):
                st.download_button(
                    tr(label),
                    data=partial(outgoing.qr, link.address, kind),
                    file_name=documents.file_name(strategy, f"qr-{link.name}", kind),
                    mime="image/svg+xml" if kind == "svg" else "image/png",
                    on_click="ignore",
                    icon=":material/qr_code_2:",
                    key=f"qr-{kind}",
                )
