"""What a period brought against what it cost, with the formula in view (C55, C57, C140)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.feeds import Months
from canvas.rules.returns import Bound, Passing, Return, returns, verdict
from canvas.rules.returns_gains import Gain
from canvas.steps.frame.settings import money
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.measure.returns import whole
from canvas.steps.measure.value import RoiValue, TimeSpent
from canvas.steps.resources.budget import BudgetLine
from canvas.steps.resources.team import TeamMember
from canvas.steps.wording import shorten
from canvas.ui.canvases.funnel import funnel
from canvas.ui.canvases.parts import Part, large_figures
from canvas.ui.canvases.spans import chosen_span
from canvas.ui.canvases.ways import way_to
from canvas.ui.components.editor import editor
from canvas.ui.components.table import Line, Shown, table
from canvas.ui.markdown import plain
from canvas.ui.state import figures, session

NAME_LENGTH = 60

BOUNDS = {
    Bound.EXACT: N_("{value}"),
    Bound.AT_LEAST: N_("at least {value}"),
    Bound.AT_MOST: N_("at most {value}"),
    Bound.UNKNOWN: N_("not known"),
}


def overview(strategy: Strategy, tr: Translator) -> None:
    """Draw the return, the formula with its terms, what is missing, then the simulator."""
    found = _found(strategy, tr)
    if found is None:
        _empty(strategy, tr)
        return
    st.markdown(f"#### {plain(tr(verdict(strategy, found)))}")
    _key_figures(strategy, found, tr)
    _missing(found, tr)
    if session().projecting:
        return
    _formula(strategy, found, tr)
    funnel(strategy, tr)
    with st.container(horizontal=True):
        for record_type in (RoiValue, TimeSpent, TeamMember, BudgetLine):
            way_to(record_type, strategy, tr)


def _only_formula(strategy: Strategy, tr: Translator) -> None:
    found = _found(strategy, tr)
    if found is not None:
        _formula(strategy, found, tr)


PARTS = {
    "formula": Part(N_("How the return is computed"), _only_formula),
    "funnel": Part(N_("From followers to clients"), funnel),
}
"""What is projected by itself after the return."""


def _found(strategy: Strategy, tr: Translator) -> Return | None:
    if not any(not value.is_blank() for value in strategy.of(RoiValue)):
        return None
    known = figures().of(strategy)
    span = chosen_span(strategy, known, tr, key="returns", kind=ReportPeriod.QUARTER)
    return None if span is None else returns(strategy, known, span, Months(strategy, known))


def _key_figures(strategy: Strategy, found: Return, tr: Translator) -> None:
    shown: list[tuple[str, str, str]] = []
    ratio = _bounded(_share(found.ratio, tr), found.bound, tr)
    shown.append((tr(N_("Return")), ratio, tr(N_("(gains − costs) ÷ costs"))))
    if found.has_contacts:
        warm = _bounded(_share(found.ratio_warm, tr), found.bound, tr)
        said = tr(N_("if only the {share} of contacts count who may buy now"),
                  share=Share(round(1 - found.cold, 4)))  # fmt: skip
        shown.append((tr(N_("Careful return")), warm, said))
    if found.contacts is not None:
        bound = found.contact_bound
        count = "–" if found.contacts.value is None else tr.number(found.contacts.value, 0)
        each = _bounded(_each(strategy, found.cost_a_contact, tr), bound, tr)
        shown.append(
            (tr(N_("Cost of a contact")), each, tr(N_("costs ÷ {count} contacts"), count=count))
        )
        likely = _bounded(_each(strategy, found.cost_a_lead, tr), bound, tr)
        said = tr(N_("a contact is no client: {cold} are cold"), cold=Share(found.cold))
        shown.append((tr(N_("Cost of a likely client")), likely, said))
    if found.wanted is not None:
        wanted = tr.money(money(strategy, whole(found.wanted)))
        shown.append((tr(N_("Wanted back")), wanted, tr(N_("as agreed, for this period"))))
    large_figures(shown)


def _share(ratio: float | None, tr: Translator) -> str:
    return "" if ratio is None else tr.share(ratio, 0)


def _each(strategy: Strategy, minor: float | None, tr: Translator) -> str:
    if minor is None:
        return ""
    # Cents say something of what one costs below ten units only.
    amount = round(minor) if minor < 1000 else whole(minor)
    return tr.money(money(strategy, amount))


def _bounded(value: str, bound: Bound, tr: Translator) -> str:
    if not value or bound is Bound.UNKNOWN:
        return tr(BOUNDS[Bound.UNKNOWN])
    return tr(BOUNDS[bound], value=value)


def _missing(found: Return, tr: Translator) -> None:
    if found.missing:
        lines = "\n".join(f"- {plain(tr(text))}" for text in found.missing)
        title = plain(tr(N_("Not known, and not counted as zero:")))
        st.warning(f"**{title}**\n{lines}", icon=":material/help:")


def _formula(strategy: Strategy, found: Return, tr: Translator) -> None:
    """Draw each term with what it is made of and where it comes from."""
    title = tr(N_("How the return is computed"))
    if not session().projecting:
        st.subheader(plain(title), anchor=False)
    headings = [tr(N_("Term")), tr(N_("Made of")), tr(N_("Amount")), tr(N_("Comes from"))]
    lines = [_gain(strategy, gain, tr) for gain in found.gains]
    lines.append(_total(strategy, N_("Gains"), found.gained, bool(found.gains_missing), tr))
    lines += [
        Line([tr.label(term.kind), tr(term.said), _amount(strategy, term.amount, tr), ""])
        for term in found.costs.terms
    ]
    lines.append(_total(strategy, N_("Costs"), found.costs.total, bool(found.costs.missing), tr))
    lines.append(
        Line(
            [
                tr(N_("Return")),
                tr(N_("(gains − costs) ÷ costs")),
                _bounded(_share(found.ratio, tr), found.bound, tr),
                "",
            ],
            ours=True,
        )
    )
    table(title, headings, lines, tr, key="returns-formula", figures=(2,))
    remarks = [*found.costs.remarks, *(_passing(strategy, one) for one in found.passing)]
    if sum(gain.is_added for gain in found.gains) > 1:
        remarks.append(
            say(
                N_(
                    "Results are added up. Where the same people bring two of them, say in the "
                    "list which one counts them."
                )
            )
        )
    st.markdown("\n".join(f"- {plain(tr(text))}" for text in remarks))


def _gain(strategy: Strategy, gain: Gain, tr: Translator) -> Line:
    value = gain.value
    parts = [
        "?" if gain.count.value is None else tr.number(gain.count.value, 1),
        "?" if value.value_each is None else tr.money(money(strategy, value.value_each)),
    ]
    if value.attribution is not None:
        parts.append(tr(N_("{share} due to social media"), share=Share(value.attribution)))
    mark = "" if gain.is_added else tr(N_("not added"))
    amount = Shown(_amount(strategy, gain.amount, tr), mark)
    sources = [tr.said(gain.count.source), value.source]
    name = shorten(value.name, NAME_LENGTH) or tr(N_("Without a name"))
    return Line([name, " × ".join(parts), amount, " · ".join(filter(None, sources))])


def _total(
    strategy: Strategy, label: str, amount: int | None, is_partial: bool, tr: Translator
) -> Line:
    bound = Bound.AT_LEAST if is_partial else Bound.EXACT
    shown = "" if amount is None else tr.money(money(strategy, amount))
    return Line([tr(label), "", _bounded(shown, bound, tr), ""], ours=True)


def _amount(strategy: Strategy, amount: int | None, tr: Translator) -> str:
    return tr(BOUNDS[Bound.UNKNOWN]) if amount is None else tr.money(money(strategy, amount))


def _passing(strategy: Strategy, one: Passing) -> Message:
    name = shorten(one.value.name, NAME_LENGTH)
    if one.had is None:
        return say_count(
            "“{name}” alone pays for the period from {n} on.",
            "“{name}” alone pays for the period from {n} on.",
            one.needed,
            name=name,
        )
    return say(
        N_("“{name}” alone pays for the period from {needed} on; there were {had}."),
        name=name,
        needed=one.needed,
        had=round(one.had, 1),
    )


def _empty(strategy: Strategy, tr: Translator) -> None:
    """Say where to start, and show in grey what comes of it."""
    start = tr(N_("Say first what one result is worth: one order, one contact, one booking."))
    st.markdown(f"**{plain(start)}**")
    editor(RoiValue, strategy, tr)
    if any(not value.is_blank() for value in strategy.of(RoiValue)):
        st.info(plain(tr(N_("Then a first figure is needed: write it down under “Readings”."))))
    st.caption(plain(tr(N_("This is what it will look like:"))))
    lines = [Line(list(cells)) for cells in _examples(tr)]
    headings = [tr(N_("Term")), tr(N_("Made of")), tr(N_("Amount")), tr(N_("Comes from"))]
    table(tr(N_("Example")), headings, lines, tr, key="returns-example", figures=(2,))
    funnel(strategy, tr)


def _examples(tr: Translator) -> Iterator[Sequence[str]]:
    yield tr(N_("One order")), "29 × 12,50 × 80 %", "290", tr(N_("Order book"))
    yield tr(N_("Hours written down")), "24 × 22", "528", tr(N_("Time spent"))
    yield tr(N_("Money spent")), "", "40", tr(N_("Budget"))
    yield tr(N_("Return")), "(290 − 568) ÷ 568", "−49 %", ""
