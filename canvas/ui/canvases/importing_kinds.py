"""Files of one kind together: what was understood of them, and what only a person can say."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import streamlit as st

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.services.readings import Arrival, Counts, Weighed, words
from canvas.steps.wording import listed
from canvas.ui.canvases import importing_columns
from canvas.ui.canvases.importing_asked import Kind, account, account_name, asked, day
from canvas.ui.canvases.importing_brought import period
from canvas.ui.components.table import Line, table
from canvas.ui.markdown import plain
from canvas.ui.state import Uploads

FEW = 3
"""Files of a kind that are listed at once; more are folded."""


def draw(
    strategy: Strategy,
    desk: Uploads,
    arrivals: dict[str, Arrival],
    weighed: Weighed,
    tr: Translator,
) -> None:
    """Draw the kinds of files, those with a question first."""
    counts = dict(zip(arrivals, weighed.files, strict=True))
    groups: dict[tuple[str, ...], dict[str, Arrival]] = {}
    alike: dict[str, list[str]] = {}
    for key, arrival in arrivals.items():
        understood = arrival.understood
        if understood is None:
            continue
        name = (understood.signature, str(understood.platform), str(understood.grain))
        groups.setdefault((*name, arrival.account, *understood.questions), {})[key] = arrival
        alike.setdefault(understood.signature, []).append(key)
    kinds = [
        Kind(
            hashlib.sha256("|".join(name).encode()).hexdigest()[:10] + f"-{desk.round}",
            files,
            {key: counts[key] for key in files},
            tuple(alike[name[0]]),
        )
        for name, files in groups.items()
    ]
    for kind in sorted(kinds, key=lambda kind: kind.one.batch is not None):
        with st.container(border=True, key=f"figures-kind-{kind.key}"):
            _kind(strategy, kind, tr)


def _kind(strategy: Strategy, kind: Kind, tr: Translator) -> None:
    _head(strategy, kind, tr)
    asked(kind, tr)
    for note in dict.fromkeys(note for one in kind.files.values() for note in one.notes):
        st.info(plain(tr(note)), icon=":material/info:")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        account(strategy, kind, tr)
        day(strategy, kind, tr)
    if len(kind.files) == 1:
        _left_out([kind.one], tr)
    elif len(kind.files) <= FEW:
        _files(kind, tr)
    else:
        label = say_count("{n} file", "{n} files", len(kind.files))
        with st.expander(
            plain(tr(label)), icon=":material/list:", key=f"figures-list-{kind.key}",
            on_change="rerun",
        ) as fold:  # fmt: skip
            if fold.open:
                _files(kind, tr)
    importing_columns.draw(kind.one, kind.key, kind.alike, tr)


def _head(strategy: Strategy, kind: Kind, tr: Translator) -> None:
    """Say in one line what the files are, and in another what they would change."""
    understood = kind.one.understood
    assert understood is not None
    parts: list[Message | str] = [
        say(understood.platform.label) if understood.platform else say(N_("Unknown platform")),
    ]
    if understood.grain:
        parts.append(say(understood.grain.label))
    if kind.one.account:
        parts.append(account_name(strategy, kind.one.account, tr))
    st.markdown(f"**{plain(tr.said(listed(parts)))}**")
    rest = len(kind.files) - 1
    about: list[Message | str] = [
        say_count("{name} and {n} more", "{name} and {n} more", rest, name=kind.one.name)
        if rest
        else kind.one.name
    ]
    days = [one.batch.days for one in kind.files.values() if one.batch and one.batch.days]
    if days:
        about.append(period(min(first for first, _ in days), max(last for _, last in days)))
    rows = sum(one.understood.rows for one in kind.files.values() if one.understood)
    about.append(say_count("{n} line of figures", "{n} lines of figures", rows))
    found = [counts for counts in kind.counts.values() if counts]
    if found:
        total = sum(found, Counts())
        about.append(
            say(
                N_("{new} new, {changed} changed, {unchanged} unchanged"),
                new=total.new, changed=total.changed, unchanged=total.unchanged,
            )
        )  # fmt: skip
    line = tr(understood.grain.help) if understood.grain else ""
    st.caption(plain(f"{line} {tr.said(listed(about))}".strip()))


# --- the files, one a line ---------------------------------------------------------------------


def _files(kind: Kind, tr: Translator) -> None:
    lines = []
    for upload, one in kind.files.items():
        counts = kind.counts[upload]
        understood = one.understood
        assert understood is not None
        days = one.batch.days if one.batch else None
        exported = (
            say(N_("{day} ({how})"), day=one.read_on, how=say(words.DATED[one.dated]))
            if one.read_on
            else ""
        )
        figures = (counts.new, counts.changed, counts.unchanged) if counts else ("", "", "")
        lines.append(
            Line(
                [
                    one.name,
                    tr.said(period(*days)) if days else "",
                    tr.said(exported),
                    tr.number(understood.rows),
                    *(tr.value(value) for value in figures),
                ]
            )
        )
    columns = (
        N_("File"),
        N_("Days"),
        N_("Exported on"),
        N_("Lines of the file"),
        N_("New figures"),
        N_("Changed figures"),
        N_("Unchanged figures"),
    )
    table(
        tr(N_("Files of this kind, and what they would change")),
        [tr(name) for name in columns],
        lines,
        tr,
        key=f"figures-files-of-{kind.key}",
        figures=(3, 4, 5, 6),
    )
    _left_out(list(kind.files.values()), tr)


def _left_out(files: Sequence[Arrival], tr: Translator) -> None:
    """Say what of the files was not understood."""
    said = [
        f"- **{plain(one.name)}** – {plain(tr(message))}"
        for one in files
        if one.understood
        for message in one.understood.left_out
    ]
    if said:
        heading = plain(tr(N_("Left out, the rest counts:")))
        st.markdown("\n".join([heading, "", *said[:60]]))
