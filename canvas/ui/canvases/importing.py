"""Bring platform files in: many at once, understood, weighed, mended, then one button."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.services import readings
from canvas.services.clock import local_now
from canvas.services.readings import Arrival, Reply, Weighed, words
from canvas.steps.audit.accounts import Account
from canvas.steps.measure.files import DataFile, FileMapping
from canvas.steps.wording import listed
from canvas.ui import problems
from canvas.ui.canvases import importing_brought, importing_kinds
from canvas.ui.canvases.importing_help import where
from canvas.ui.markdown import plain
from canvas.ui.state import Uploads, figures, person, session, strategies

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

LIMIT = 30
"""Megabytes of one file; see .streamlit/config.toml."""

MOST_FILES = 200
MOST_BYTES = 150_000_000
"""What is read of one choice of files."""

ENDINGS = ["csv", "tsv", "txt", "xls", "xlsx", "zip"]


def importing(strategy: Strategy, tr: Translator) -> None:
    """Draw the choice of files, what they hold, and those that came in already."""
    desk = _desk(strategy)
    if desk.going:
        strategy = _bring(strategy, desk, tr)
    if desk.said and desk.said[0] == strategy.revision:
        st.success(plain(tr(desk.said[1])), icon=":material/check_circle:")
    uploads = st.file_uploader(
        tr(
            N_("Files of the platforms: up to {limit} MB each, {count} at once"),
            limit=LIMIT,
            count=MOST_FILES,
        ),
        type=ENDINGS,
        accept_multiple_files=True,
        max_upload_size=LIMIT,
        key=f"figures-files-{strategy.id}-{desk.round}",
        help=tr(N_("As they were downloaded, without opening them in a spreadsheet.")),
    )
    chosen = _within(uploads or [], tr)
    where(tr, expanded=not chosen and not strategy.of(DataFile))
    arrivals = _understood(strategy, desk, chosen, tr)
    if arrivals:
        weighed = _weighed(strategy, desk, arrivals)
        _summary(arrivals, weighed, tr)
        importing_kinds.draw(strategy, desk, arrivals, weighed, tr)
    importing_brought.draw(strategy, tr)


def _desk(strategy: Strategy) -> Uploads:
    """Return what this tab remembers of the files for a strategy."""
    tab = session()
    if tab.uploads is None or tab.uploads.strategy != strategy.id:
        tab.uploads = Uploads(strategy.id)
    return tab.uploads


def _within(uploads: Sequence[UploadedFile], tr: Translator) -> list[UploadedFile]:
    """Return the files that are read at once, and say which are not."""
    chosen: list[UploadedFile] = []
    size = 0
    for upload in uploads[:MOST_FILES]:
        size += upload.size
        if size > MOST_BYTES:
            break
        chosen.append(upload)
    if rest := len(uploads) - len(chosen):
        told = say_count(
            "{n} file is one too many for one go: bring the others in, then choose it again.",
            "{n} files are too many for one go: bring the others in, then choose them again.",
            rest,
        )
        st.warning(plain(tr(told)), icon=":material/stacks:")
    return chosen


def _understood(
    strategy: Strategy, desk: Uploads, uploads: Sequence[UploadedFile], tr: Translator
) -> dict[str, Arrival]:
    """Return each file as it is understood, by upload; only what is new is read."""
    today = local_now(strategy).date()
    files = {upload.file_id: upload for upload in uploads}
    desk.read = {key: read for key, read in desk.read.items() if key in files}
    desk.replies = {key: reply for key, reply in desk.replies.items() if key in files}
    stale = [key for key in files if not _is_fresh(strategy, desk, key, today)]
    # A choice that is made again is read in a moment; a year of files is worth a bar.
    bar = st.progress(0.0) if len(stale) > 1 else None
    for n, key in enumerate(stale):
        if bar:
            text = tr(N_("{n} of {total} files read"), n=n, total=len(stale))
            bar.progress(n / len(stale), plain(text))
        _read(strategy, desk, files[key], today)
    if bar:
        bar.empty()
    return {key: desk.read[key][1] for key in files}


def _made_of(strategy: Strategy, today: dt.date) -> tuple[object, ...]:
    """Return what of a strategy decides how files are understood.

    A snapshot shares the tuples of the types that an edit did not touch.
    """
    return strategy.of(FileMapping), strategy.of(Account), strategy.of(DataFile), today


def _is_fresh(strategy: Strategy, desk: Uploads, key: str, today: dt.date) -> bool:
    known = desk.read.get(key)
    if known is None or known[1].reply != desk.replies.get(key, Reply()):
        return False
    parts = _made_of(strategy, today)
    return all(a is b or a == b for a, b in zip(known[0], parts, strict=True))


def _read(strategy: Strategy, desk: Uploads, upload: UploadedFile, today: dt.date) -> None:
    reply = desk.replies.get(upload.file_id, Reply())
    known = desk.read.get(upload.file_id)
    arrival = None
    if known is not None and known[0][0] is strategy.of(FileMapping):
        before = known[1]
        if (before.reply.answers, before.reply.read_on) == (reply.answers, reply.read_on):
            arrival = readings.settled(strategy, before, reply, today)
    if arrival is None:
        content = upload.getvalue()
        arrival = readings.understood_one(strategy, upload.name, content, reply, today)
    desk.read[upload.file_id] = _made_of(strategy, today), arrival


def _weighed(strategy: Strategy, desk: Uploads, arrivals: dict[str, Arrival]) -> Weighed:
    shelf = figures()
    parts = (shelf.of(strategy), *arrivals.values())
    known = desk.weighed
    if (
        known
        and len(known[0]) == len(parts)
        and all(a is b for a, b in zip(known[0], parts, strict=True))
    ):
        return known[1]
    found = readings.weighed(shelf, strategy, tuple(arrivals.values()))
    desk.weighed = parts, found
    return found


def _summary(arrivals: dict[str, Arrival], weighed: Weighed, tr: Translator) -> None:
    """Say what would come in, and draw the one button that does it."""
    ready = [one for one in arrivals.values() if one.batch]
    fresh = [one for one in ready if not one.is_known]
    refused = [one for one in arrivals.values() if one.refusal]
    waiting = len(arrivals) - len(ready) - len(refused)
    others: list[Message] = []
    if known := len(ready) - len(fresh):
        others.append(
            say_count(
                "{n} was brought in already: it changes nothing",
                "{n} were brought in already: they change nothing",
                known,
            )
        )
    if waiting:
        others.append(say_count("{n} waits for an answer", "{n} wait for an answer", waiting))
    if refused:
        others.append(say_count("{n} cannot be used", "{n} cannot be used", len(refused)))
    if ready:
        st.subheader(plain(tr(_verdict(len(ready), weighed))), anchor=False)
    if others:
        st.markdown(plain(tr(listed(others))))
    if ready:
        st.button(
            tr(say_count("Bring {n} file in", "Bring {n} files in", len(fresh))),
            type="primary",
            icon=":material/download_done:",
            disabled=not fresh,
            on_click=_go,
            key="figures-bring",
        )
    for one in refused:
        st.error(plain(tr(words.refusal(one))), icon=":material/report:")


def _verdict(ready: int, weighed: Weighed) -> Message:
    found = weighed.together
    counts = say(
        N_("{new} new, {changed} changed, {unchanged} unchanged"),
        new=found.new,
        changed=found.changed,
        unchanged=found.unchanged,
    )
    return say_count(
        "{n} file understood: {counts}", "{n} files understood: {counts}", ready, counts=counts
    )


def _go() -> None:
    """Bring the files in when the page is drawn, where a bar can say how far that is."""
    desk = session().uploads
    if desk is not None:
        desk.going = True


def _bring(strategy: Strategy, desk: Uploads, tr: Translator) -> Strategy:
    """Bring the files in, and return the strategy as it is with them."""
    arrivals = [arrival for _, arrival in desk.read.values()]
    bar = st.progress(0.0, plain(tr(N_("The files come in…"))))

    def advance(n: int, total: int) -> None:
        bar.progress(n / total, plain(tr(N_("{n} of {total} files brought in"), n=n, total=total)))

    try:
        done = readings.bring(strategies(), person(), strategy.id, arrivals, tr, progress=advance)
    except CanvasError as error:
        desk.going = False
        problems.sentence(error, tr)
        return strategy
    finally:
        bar.empty()
    desk.going = False
    strategy = strategies().open(strategy.id, person())
    said = say_count(
        "{n} file came in. “Undo”, at the top of the page, takes it back.",
        "{n} files came in. “Undo”, at the top of the page, takes them all back at once.",
        len(done.added),
    )
    desk.said = strategy.revision, said
    if all(arrival.batch or arrival.refusal for arrival in arrivals):
        # A file that waits for an answer would have to be chosen again.
        desk.round += 1
        desk.read, desk.replies, desk.weighed = {}, {}, None
    return strategy
