"""What the deck says of money, and of the ambitions that lack means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Cell,
    Column,
    Decision,
    Gap,
    Piece,
    Section,
    Slide,
    Table,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.frame.settings import money
from canvas.steps.objectives.agreement import BudgetRequest
from canvas.steps.resources.budget import AdLine
from canvas.steps.resources.means import MeansGap, ObjectiveRevision
from canvas.steps.resources.spending import Spending, by_category
from canvas.steps.resources.workload import hours
from canvas.steps.wording import listed, name_of, shorten, shown

_STEP = "resources"


def money_story(strategy: Strategy) -> Iterator[Piece]:
    """The budget, the advertising, ambitions against means, revised objectives."""
    yield from _budget(strategy)
    for rest in (_ads, _means, _revisions):
        yield from in_detail(rest(strategy))


def _budget(strategy: Strategy) -> Iterator[Piece]:
    spending = by_category(strategy)
    planned = sum(s.planned for s in spending)
    if not planned:
        yield Gap(
            say(N_("The budget")),
            say(N_("Social media are not free: time, images, tools and advertising cost money.")),
            _STEP,
        )
        return
    spent = sum(s.spent for s in spending)

    def row(label: Message, plan: int, paid: int, *, strong: bool = False) -> tuple[Cell, ...]:
        left = plan - paid
        cells = (
            Cell(label, strong=strong),
            Cell(say("{value}", value=money(strategy, plan)), strong=strong),
            Cell(say("{value}", value=money(strategy, paid)), strong=strong),
            Cell(
                say("{value}", value=money(strategy, left)),
                Tone.BAD if left < 0 else Tone.NEUTRAL,
                strong=strong,
            ),
            Cell(say("{value}", value=Share(round(plan / planned, 2))), strong=strong),
        )
        # Before the first payment these columns say nothing.
        return cells if spent else (*cells[:2], cells[-1])

    yield Slide(
        Section.MEANS,
        _budget_title(strategy, spending, planned),
        Table(
            (
                Column(say(N_("Category")), 2),
                Column(say(N_("Planned")), 1, figures=True),
                *(
                    (
                        Column(say(N_("Spent")), 1, figures=True),
                        Column(say(N_("Left to spend")), 1, figures=True),
                    )
                    if spent
                    else ()
                ),
                Column(say(N_("Share")), 0.7, figures=True),
            ),
            [
                *(row(_category(s), s.planned, s.spent) for s in spending),
                row(say(N_("In all")), planned, spent, strong=True),
            ],
        ),
        notes=[say(N_("Advertising adds the campaigns to the budget lines of that category."))],
        step=_STEP,
    )
    if not any(request.amount for request in strategy.of(BudgetRequest)):
        # Where it is asked for in instalments, the next of them is what is decided.
        yield Decision(
            say(N_("Approve a budget of {planned}"), planned=money(strategy, planned)),
            say(N_("Without it, the ambitions above must come down.")),
            step=_STEP,
        )


def _category(spending: Spending) -> Message:
    return say(spending.category.label) if spending.category else say(N_("Without a category"))


def _budget_title(strategy: Strategy, spending: Sequence[Spending], planned: int) -> Message:
    if len(spending) == 1:
        return say(
            N_("A budget of {planned}, all of it for one item: {category}"),
            planned=money(strategy, planned),
            category=_category(spending[0]),
        )
    return say(
        N_("A budget of {planned}; the largest item: {category}, {share}"),
        planned=money(strategy, planned),
        share=Share(round(spending[0].planned / planned, 2)),
        category=_category(spending[0]),
    )


def _ads(strategy: Strategy) -> Iterator[Piece]:
    ads = [ad for ad in strategy.of(AdLine) if ad.name]
    if not ads:
        return
    yield Slide(
        Section.MEANS,
        say_count(
            "One campaign is paid for: {first}",
            "{n} campaigns are paid for, starting with: {first}",
            len(ads),
            first=shorten(ads[0].name),
        ),
        Table(
            (
                Column(say(N_("Campaign")), 1.5),
                Column(say(N_("Platform")), 1.1),
                Column(say(N_("Audience targeted")), 1.4),
                Column(say(N_("Period")), 1.2),
                Column(say(N_("Budget")), 0.8, figures=True),
                Column(say(N_("Expected result")), 1.4),
            ),
            [
                (
                    Cell(ad.name, strong=True),
                    listed([shown(ad.platform), shown(ad.kind)]),
                    ad.audience,
                    listed([shown(ad.start), shown(ad.end)]),
                    "" if ad.budget is None else shown(money(strategy, ad.budget)),
                    ad.expected_result,
                )
                for ad in ads
            ],
        ),
        step=_STEP,
    )


def _means(strategy: Strategy) -> Iterator[Piece]:
    gaps = [gap for gap in strategy.of(MeansGap) if gap.ambition]
    if not gaps:
        return
    undecided = [gap for gap in gaps if gap.is_open]
    yield Slide(
        Section.MEANS,
        say_count(
            "One ambition lacks means: {first}",
            "{n} ambitions lack means, starting with: {first}",
            len(undecided),
            first=shorten(undecided[0].ambition),
        )
        if undecided
        else say(N_("Each ambition has its means, or was brought down to them")),
        Table(
            (
                Column(say(N_("Ambition")), 1.8),
                Column(say(N_("Needed")), 1.1),
                Column(say(N_("Available")), 1.1),
                Column(say(N_("What gives way")), 1.1),
                Column(say(N_("Decision taken")), 1.6),
            ),
            [
                (
                    Cell(gap.ambition, strong=True),
                    _amounts(strategy, gap.hours_needed, gap.money_needed),
                    _amounts(strategy, gap.hours_available, gap.money_available),
                    Cell(say(N_("To decide")), Tone.WATCH)
                    if gap.is_open
                    else shown(gap.arbitration),
                    gap.decision,
                )
                for gap in gaps
            ],
        ),
        step=_STEP,
    )
    for gap in undecided:
        yield Decision(
            say(N_("Find means for “{ambition}”, or bring it down"), ambition=gap.ambition),
            _shortage(strategy, gap),
            name_of(strategy, gap.decided_by),
            gap.decide_by,
            _STEP,
        )


def _amounts(strategy: Strategy, time: float | None, minor: int | None) -> Message | str:
    return listed(
        [
            "" if time is None else hours(time),
            "" if minor is None else shown(money(strategy, minor)),
        ]
    )


def _shortage(strategy: Strategy, gap: MeansGap) -> Message:
    short = money(strategy, gap.missing_money)
    if gap.missing_hours and gap.missing_money:
        return say(
            N_("We are {hours} h a week and {money} short."), hours=gap.missing_hours, money=short
        )
    if gap.missing_hours:
        return say(N_("We are {hours} h a week short."), hours=gap.missing_hours)
    return say(N_("We are {money} short."), money=short)


def _revisions(strategy: Strategy) -> Iterator[Piece]:
    revisions = [r for r in strategy.of(ObjectiveRevision) if r.before or r.after or r.reason]
    if not revisions:
        return
    yield Slide(
        Section.MEANS,
        say_count(
            "One objective was brought in line with our means",
            "{n} objectives were brought in line with our means",
            len(revisions),
        ),
        Table(
            (
                Column(say(N_("Objective")), 1.6),
                Column(say(N_("Before")), 1.2),
                Column(say(N_("Now")), 1.2),
                Column(say(N_("Reason for the change")), 1.6),
                Column(say(N_("Date")), 0.8),
            ),
            [
                (
                    name_of(strategy, r.objective),
                    r.before,
                    Cell(r.after, strong=True),
                    r.reason,
                    shown(r.date),
                )
                for r in revisions
            ],
        ),
        step=_STEP,
    )
