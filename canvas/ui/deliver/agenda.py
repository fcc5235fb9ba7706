"""The card of the calendar: a file for an agenda, and an address to subscribe to."""

from __future__ import annotations

from functools import partial

import streamlit as st

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.services import documents, outgoing
from canvas.ui import problems
from canvas.ui.deliver.newest import newest
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies


def card(strategy: Strategy, tr: Translator) -> None:
    """Draw the calendar as a file and as an address."""
    with st.container(border=True, height="stretch", key="agenda"):
        st.subheader(tr(N_("Calendar for your agenda")), anchor=False)
        about = N_(
            "Posts, due dates, committees and highlights, in Outlook, Google or Apple calendars."
        )
        st.markdown(plain(tr(about)))
        st.download_button(
            tr(N_("Download the calendar (.ics)")),
            data=partial(_bytes, strategy, tr),
            file_name=documents.file_name(strategy, tr(N_("calendar")), "ics"),
            mime="text/calendar",
            on_click="ignore",
            icon=":material/event:",
            key="agenda-download",
        )
        _address(strategy, tr)
        _school_days(strategy, tr)


def _bytes(strategy: Strategy, tr: Translator) -> bytes:
    return outgoing.agenda(newest(strategy), tr)


def _address(strategy: Strategy, tr: Translator) -> None:
    tab = session()
    address = tab.feeds.get(strategy.id)
    with st.expander(tr(N_("Subscribe, so that it stays up to date")), icon=":material/rss_feed:"):
        about = N_(
            "Whoever has this address sees the calendar, without the private notes. It works "
            "for agendas that can reach this server: from this computer alone, unless it is "
            "served to others."
        )
        st.markdown(plain(tr(about)))
        if address:
            st.code(address, language=None, wrap_lines=True)
            st.caption(plain(tr(N_("Copy it now: it is not shown again after this visit."))))
        elif address is not None:
            st.caption(plain(tr(N_("The calendar is not shared any more."))))
        with st.container(horizontal=True):
            st.button(
                tr(N_("Make a new address")),
                help=tr(N_("The address before it, if there was one, stops working.")),
                on_click=_make,
                args=(strategy.id,),
                icon=":material/add_link:",
                key="agenda-address",
            )
            st.button(
                tr(N_("Stop sharing")),
                on_click=_stop,
                args=(strategy.id,),
                icon=":material/link_off:",
                key="agenda-stop",
            )


def _school_days(strategy: Strategy, tr: Translator) -> None:
    with st.expander(tr(N_("Bring school holidays in")), icon=":material/backpack:"):
        about = N_(
            "Ministries of education publish them as .ics files. The days become highlights, "
            "and the calendar shades them."
        )
        st.markdown(plain(tr(about)))
        with st.form("school-days", border=False, clear_on_submit=True):
            upload = st.file_uploader(
                tr(N_("Calendar file (.ics)")), type=["ics"], max_upload_size=1, key="school-file"
            )
            asked = st.form_submit_button(tr(N_("Add these days")), icon=":material/add:")
        if not asked or upload is None:
            return
        try:
            added = outgoing.add_school_days(
                strategies(), person(), strategy.id, upload.getvalue(), upload.name
            )
        except CanvasError as error:
            problems.sentence(error, tr)
            return
        said = say_count("{n} period was added.", "{n} periods were added.", added)
        st.success(plain(tr(said if added else N_("All these days were there already."))))


@problems.told
def _make(strategy_id: str) -> None:
    token = outgoing.publish(strategies(), person(), strategy_id)
    base = str(st.context.url or "").rsplit("/", 1)[0]
    session().feeds[strategy_id] = f"{base}/calendar/{token}.ics"


@problems.told
def _stop(strategy_id: str) -> None:
    outgoing.withdraw(strategies(), person(), strategy_id)
    session().feeds[strategy_id] = ""
