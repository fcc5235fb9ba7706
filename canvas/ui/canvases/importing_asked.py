"""What only a person can say of files of a kind: their order of dates, their account, their day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from canvas.domain.messages import N_, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.imports.platforms import Answers, Question
from canvas.services.clock import local_now
from canvas.services.readings import Arrival, Counts, Reply, is_new, new_account, words
from canvas.services.readings.model import parts_of
from canvas.steps.measure.choices import Grain, Platform
from canvas.steps.measure.files import DateOrder, DecimalSign, FileMapping
from canvas.steps.wording import name_of
from canvas.ui.markdown import plain
from canvas.ui.state import session, value_of

TOGETHER = ""
"""Stands for all accounts together."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Files with the same titles, of the same account, with the same questions open.

    Attributes:
        key: Names it in keys of widgets.
        files: The files, by upload.
        counts: What each would change, by upload; None for one that cannot come in yet.
        alike: Uploads of all files with these titles, whatever their account.
    """

    key: str
    files: dict[str, Arrival]
    counts: dict[str, Counts | None]
    alike: tuple[str, ...]

    @property
    def one(self) -> Arrival:
        """A file that speaks for all."""
        return next(iter(self.files.values()))


def account_name(strategy: Strategy, account: str, tr: Translator) -> str:
    """Return what an account is called, one that comes in too."""
    if not account:
        return tr(N_("All accounts together"))
    if not is_new(account):
        return name_of(strategy, account)
    network, handle = parts_of(account)
    name = handle or tr.label(network)
    return tr(N_("New account “{name}” ({network})"), name=name, network=network)


def asked(kind: Kind, tr: Translator) -> None:
    """Draw the questions that are open, and those that were answered here."""
    one = kind.one
    understood, said = one.understood, one.reply.answers
    assert understood is not None
    for message in words.questions(one):
        st.warning(plain(tr(message)), icon=":material/help:")
    if Question.PLATFORM in understood.questions or said.platform or not understood.layout:
        _choice(kind, "platform", Platform, understood.platform, tr)
    if Question.DATE_COLUMN in understood.questions or said.grain or not understood.layout:
        _choice(kind, "grain", Grain, understood.grain, tr)
    dates = words.two_dates(one)
    if dates and (Question.DATE_ORDER in understood.questions or said.date_order):
        text, days = dates
        label = tr(N_("In this file, {date} is"), date=text)
        readings = {str(order): tr.date(day) for order, day in days.items()}
        _radio(kind, "date_order", label, readings, understood.date_order)
    numbers = words.two_numbers(one)
    if numbers and (Question.DECIMALS in understood.questions or said.decimal_sign):
        text, values = numbers
        label = tr(N_("In this file, {number} is"), number=text)
        readings = {str(sign): tr.number(value, 6) for sign, value in values.items()}
        _radio(kind, "decimal_sign", label, readings, understood.decimal_sign)
    if Question.PERIOD in understood.questions or said.first:
        _period(kind, tr)


def _choice(
    kind: Kind,
    name: str,
    choices: type[Platform] | type[Grain],
    current: Platform | Grain | None,
    tr: Translator,
) -> None:
    options = [str(choice) for choice in choices]
    key = f"figures-{name}-{kind.key}"
    st.selectbox(
        tr(FileMapping.field(name).label),
        options,
        index=options.index(str(current)) if current else None,
        format_func=lambda code: tr.label(choices.read(code)),
        placeholder=tr(N_("Choose")),
        key=key,
        width=320,
        on_change=partial(_answer, kind.alike, name, key),
    )


def _radio(
    kind: Kind,
    name: str,
    label: str,
    options: dict[str, str],
    current: DateOrder | DecimalSign | None,
) -> None:
    key = f"figures-{name}-{kind.key}"
    codes = list(options)
    st.radio(
        plain(label),
        codes,
        index=codes.index(str(current)) if current and str(current) in codes else None,
        format_func=lambda code: plain(options[code]),
        horizontal=True,
        key=key,
        on_change=partial(_answer, kind.alike, name, key),
    )


def _period(kind: Kind, tr: Translator) -> None:
    """Draw the choice of the days that a file is about; they are its own, not of its kind."""
    for upload, one in kind.files.items():
        said = one.reply.answers
        key = f"figures-period-{upload}"
        st.date_input(
            plain(tr(N_("Days that {file} is about"), file=one.name)),
            value=(said.first, said.last) if said.first and said.last else [],
            format="DD/MM/YYYY",
            key=key,
            width=320,
            on_change=partial(_answer_period, upload, key),
        )


def account(strategy: Strategy, kind: Kind, tr: Translator) -> None:
    """Draw the choice of the account."""
    one = kind.one
    if not one.needs_account:
        return
    created = [new_account(network, _handle(one)) for network in one.networks]
    options = [*one.offered, *([TOGETHER] if not one.networks else [])]
    if not one.offered or one.networks:
        options += created
    if one.account and one.account not in options:
        options.append(one.account)
    is_open = one.asks_account
    key = f"figures-account-{kind.key}"
    st.selectbox(
        tr(N_("Account of these figures")),
        options,
        index=None if is_open else options.index(one.account),
        format_func=lambda account: account_name(strategy, account, tr),
        placeholder=tr(N_("Choose")),
        key=key,
        width=320,
        on_change=partial(_answer_account, tuple(kind.files), key),
    )


def _handle(arrival: Arrival) -> str:
    """Return how the file calls its account."""
    handles = arrival.understood.handles if arrival.understood else ()
    return handles[0] if handles else ""


def day(strategy: Strategy, kind: Kind, tr: Translator) -> None:
    """Draw the day when a file was exported; of a year of files, each name says its own."""
    if len(kind.files) > 1 or kind.one.read_on is None:
        return
    (upload,) = kind.files
    key = f"figures-day-{upload}-{kind.one.read_on}"
    st.date_input(
        plain(tr(N_("Exported on ({how})"), how=say(words.DATED[kind.one.dated]))),
        value=kind.one.read_on,
        max_value=local_now(strategy).date(),
        format="DD/MM/YYYY",
        key=key,
        width=320,
        help=tr(N_("The newest figures of a post count, so it matters which file is newer.")),
        on_change=partial(_answer_day, upload, key),
    )


# --- what is said ------------------------------------------------------------------------------


def _change(uploads: Sequence[str], how: Callable[[Reply], Reply]) -> None:
    desk = session().uploads
    if desk is not None:
        for upload in uploads:
            desk.replies[upload] = how(desk.replies.get(upload, Reply()))


_ANSWERS: Mapping[str, Callable[[Answers, str], Answers]] = {
    "platform": lambda said, code: replace(said, platform=Platform.read(code)),
    "grain": lambda said, code: replace(said, grain=Grain.read(code)),
    "date_order": lambda said, code: replace(said, date_order=DateOrder.read(code)),
    "decimal_sign": lambda said, code: replace(said, decimal_sign=DecimalSign.read(code)),
}


def _answer(uploads: Sequence[str], name: str, key: str) -> None:
    """Take an answer over for all files with the same titles."""
    code = value_of(key)
    if code is not None:
        how = _ANSWERS[name]
        _change(uploads, lambda said: replace(said, answers=how(said.answers, code)))


def _answer_period(upload: str, key: str) -> None:
    days = value_of(key)
    if isinstance(days, tuple) and len(days) == 2:
        first, last = days
        _change(
            (upload,),
            lambda said: replace(said, answers=replace(said.answers, first=first, last=last)),
        )


def _answer_account(uploads: Sequence[str], key: str) -> None:
    account = value_of(key)
    if account is not None:
        _change(uploads, lambda said: replace(said, account=account))


def _answer_day(upload: str, key: str) -> None:
    day = value_of(key)
    if day is not None:
        _change((upload,), lambda said: replace(said, read_on=day))
