"""What only a quarter or a year shows: themes, the start and now, verdicts (C42, C147, C149)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import (
    Cell,
    Column,
    Gap,
    Piece,
    ReportSection,
    Said,
    Slide,
    Table,
    Tone,
)
from canvas.rules.dashboard import Since
from canvas.rules.dashboard_key import KeyFigure, Light
from canvas.rules.dashboard_period import Span, period_around
from canvas.rules.report_view import STEP, View, account_name, signed
from canvas.rules.report_words import Words, signs
from canvas.steps.audit.accounts import Account
from canvas.steps.frame.settings import Settings
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.objectives.diagnosis import Review, ReviewDecision
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.themes import Theme
from canvas.steps.objectives.todos import objectives
from canvas.steps.plan.calendar import Post
from canvas.steps.wording import figure, shorten

_TONES = {
    ReviewDecision.KEEP: Tone.GOOD,
    ReviewDecision.CHANGE: Tone.WATCH,
    ReviewDecision.STOP: Tone.BAD,
}

_PROPOSED = {
    Light.GREEN: ReviewDecision.KEEP,
    Light.AMBER: ReviewDecision.CHANGE,
    Light.RED: ReviewDecision.CHANGE,
}
"""What the light speaks for; to stop is never proposed by a figure alone."""


def themes(view: View, words: Words) -> Iterator[Piece]:
    """Show what each theme of the period put forward, and what its indicator did."""
    found = [(span, theme) for span in _quarters(view) if (theme := _theme_in(view, span))]
    if not found:
        return
    rows: list[Sequence[Said | Cell]] = []
    for span, theme in found:
        lines = [
            one for one in view.strategy.of(Post)
            if one.theme == theme.id and one.date and span.holds(one.date)
        ]  # fmt: skip
        key = view.indicators.get(theme.kpi)
        rows.append(
            (
                Cell(theme.title, strong=True),
                say(theme.quarter.label) if theme.quarter else "",
                theme.message,
                say(N_("{out} of {planned}"), out=sum(o.is_out for o in lines), planned=len(lines))
                if lines
                else say(N_("none planned")),
                say(N_("{name}: {value}"), name=shorten(key.kpi.name, 40), value=_value(key))
                if key
                else Cell(say(N_("no indicator")), Tone.WATCH),
            )
        )
    last = found[-1][1]
    yield Slide(
        ReportSection.WANTED,
        words.title(
            say(N_("The theme of the period: {theme}"), theme=shorten(last.title, 70))
            if len(found) == 1
            else say_count(
                "{n} theme carried the period, {theme} last",
                "{n} themes carried the period, {theme} last",
                len(found),
                theme=shorten(last.title, 50),
            )
        ),
        Table(
            (
                Column(say(N_("Theme")), 1.6),
                Column(say(N_("Quarter")), 1.1),
                Column(say(N_("Message")), 2.4),
                Column(say(N_("Posts out")), 0.8, figures=True),
                Column(say(N_("Its indicator")), 1.7),
            ),
            rows,
        ),
        step="objectives",
    )


def _value(key: KeyFigure) -> Said:
    return figure(key.value, key.kpi.unit) or say(N_("not read"))


def _quarters(view: View) -> list[Span]:
    if not view.is_year:
        return [view.span]
    found: list[Span] = []
    day = view.span.first
    while day <= view.span.last:
        quarter = period_around(view.strategy, ReportPeriod.QUARTER, day)
        found.append(quarter)
        day = quarter.last.replace(day=1)
        day = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)
    return found


def _theme_in(view: View, span: Span) -> Theme | None:
    """Return the theme of a quarter; a quarter before the strategy has none."""
    start = view.strategy.one(Settings).start_date
    return None if start and span.last < start else view.theme(span.last)


def since_start(view: View, words: Words) -> Iterator[Piece]:
    """Show each indicator and account at its start, and now (C149)."""
    found = view.board.since
    if not found:
        yield Gap(
            say(N_("Where everything started")),
            say(N_("Without a starting point no progress can be shown.")),
            STEP,
        )
        return
    rows: list[Sequence[Said | Cell]] = [
        (
            Cell(_name(one), strong=True),
            _figure(one, one.start),
            _figure(one, one.value),
            Cell(signed(one.value - one.start), _moved(one)),
            one.said,
        )
        for one in found
    ]
    yield Slide(
        ReportSection.HAPPENED,
        words.title(_since_title(found)),
        Table(
            (
                Column(say(N_("Indicator or account")), 2.4),
                Column(say(N_("At the start")), 1.2, figures=True),
                Column(say(N_("Now")), 1.2, figures=True),
                Column(say(N_("Change since the start")), 1, figures=True),
                Column(say(N_("How long after")), 1.3),
            ),
            rows,
        ),
        notes=[say(N_("Accounts are compared by their followers."))],
        step=STEP,
    )


def _name(one: Since) -> Said:
    return account_name(one.record) if isinstance(one.record, Account) else one.record.name


def _figure(one: Since, value: float) -> Said:
    return figure(value, one.record.unit if isinstance(one.record, Kpi) else "")


def _moved(one: Since) -> Tone:
    """Return whether a change is for the better: towards the target, or more followers."""
    change = one.value - one.start
    if not change:
        return Tone.NEUTRAL
    target = one.record.target if isinstance(one.record, Kpi) else None
    up = target is None or target >= one.start
    return Tone.GOOD if (change > 0) == up else Tone.BAD


def _since_title(found: Sequence[Since]) -> Message:
    first = found[0]
    return say(
        N_("{later}: “{name}” went from {start} to {value}"),
        later=first.said,
        name=_short(first),
        start=_figure(first, first.start),
        value=_figure(first, first.value),
    )


def _short(one: Since) -> Said:
    name = _name(one)
    return shorten(name, 40) if isinstance(name, str) else name


def verdicts(view: View, words: Words) -> Iterator[Piece]:
    """Say of each objective whether it is kept, changed or stopped, and why."""
    found = objectives(view.strategy)
    if not found:
        return
    judged = [(one, _review(view, one)) for one in found]
    decided = [review for _, review in judged if review and review.decision]
    rows: list[Sequence[Said | Cell]] = []
    for one, review in judged:
        key = view.figure_of(one)
        decision, is_proposed = decision_on(view, one)
        label: Said = say(decision.label) if decision else say(N_("To be decided"))
        if is_proposed and decision:
            label = say(N_("{verdict} (proposed)"), verdict=decision)
        reason: Said = review.reason or review.got if review else ""
        rows.append(
            (
                Cell(one.title, strong=True),
                say(N_("{value}, wanted: {target}"), value=_value(key),
                    target=figure(key.kpi.target, key.kpi.unit) or say(N_("no target")))
                if key else Cell(say(N_("no indicator")), Tone.WATCH),
                Cell(label, _TONES[decision] if decision else Tone.WATCH, strong=True),
                words(signs(one.id), reason or _reason(key), about=one.title),
                (review.change_decided if review else ""),
            )
        )  # fmt: skip
    title = _verdicts_title(len(decided), len(found))
    yield Slide(
        ReportSection.DONE,
        words.title(title),
        Table(
            (
                Column(say(N_("Objective")), 2),
                Column(say(N_("Got and wanted")), 1.4),
                Column(say(N_("Verdict")), 1.2),
                Column(say(N_("Why")), 2),
                Column(say(N_("What we change")), 1.8),
            ),
            rows,
        ),
        notes=[
            say(
                N_(
                    "A verdict in brackets is proposed from the figures alone; people decide, and "
                    "write it down among the result checks."
                )
            )
        ],
        step="objectives",
    )


def decision_on(view: View, objective: Objective) -> tuple[ReviewDecision | None, bool]:
    """Return what becomes of an objective, and whether that is only proposed."""
    review = _review(view, objective)
    if review is not None and review.decision is not None:
        return review.decision, False
    key = view.figure_of(objective)
    return (_PROPOSED.get(key.light) if key else None), True


def _review(view: View, objective: Objective) -> Review | None:
    """Return the latest check of an objective in the period."""
    own = [
        (one.date, one) for one in view.strategy.of(Review)
        if one.objective == objective.id and one.date and view.span.holds(one.date)
    ]  # fmt: skip
    return max(own, key=lambda pair: pair[0])[1] if own else None


def _reason(key: KeyFigure | None) -> Message:
    if key is None:
        return say(N_("No indicator measures it."))
    found = [*key.said, *key.missing]
    return found[0] if found else say(key.light.label)


def _verdicts_title(decided: int, all_of_them: int) -> Message:
    if not decided:
        return say(N_("No objective has its verdict yet: keep, change or stop?"))
    if decided < all_of_them:
        return say_count(
            "{n} of {all} objectives has its verdict: keep, change or stop the others?",
            "{n} of {all} objectives have their verdict: keep, change or stop the others?",
            decided,
            all=all_of_them,
        )
    return say_count(
        "The objective has its verdict: keep, change or stop",
        "All {n} objectives have their verdict: keep, change or stop",
        decided,
    )
