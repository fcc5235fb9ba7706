"""Who answers for what, who does the work, who approved it, and what was revised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Bullets,
    Cell,
    Column,
    Decision,
    Gap,
    Item,
    Panel,
    Piece,
    Said,
    Section,
    Slide,
    Table,
    Tone,
)
from canvas.domain.strategy import Strategy
from canvas.steps.frame.people import (
    Approval,
    ApprovalStatus,
    Delivery,
    Person,
    PersonKind,
    Responsibility,
)
from canvas.steps.frame.settings import Settings, money
from canvas.steps.frame.todos import main_owner
from canvas.steps.frame.year import PlanVersion
from canvas.steps.wording import listed, name_of, names_of, shorten, shown

STEP_KEY = "frame"

_ANSWER_TONES = {
    ApprovalStatus.DRAFT: Tone.NEUTRAL,
    ApprovalStatus.VALIDATED: Tone.GOOD,
    ApprovalStatus.CONTESTED: Tone.BAD,
}


def governance(strategy: Strategy) -> Iterator[Piece]:
    """Responsibilities and means of delivery, then approvals and revisions."""
    yield _responsibilities(strategy)
    yield from _approvals(strategy)
    yield from _revisions(strategy)


def sponsors(strategy: Strategy) -> list[Person]:
    """Return those who approve the strategy."""
    return [p for p in strategy.of(Person) if p.kind is PersonKind.SPONSOR and p.name]


def _responsibilities(strategy: Strategy) -> Piece:
    duties = [d for d in strategy.of(Responsibility) if d.result or d.owner or d.objectives_owned]
    delivery = strategy.one(Delivery)
    if not duties and delivery.is_blank():
        return Gap(
            say(N_("Who answers for what, and who does the work")),
            say(N_("Where nobody answers for the result, there is none.")),
            step=STEP_KEY,
        )
    panels = [
        Panel(
            say(N_("Results and those who answer for them")),
            [_duty(strategy, duty) for duty in duties],
            Tone.ACCENT,
        ),
        Panel(say(N_("Who does the work")), _delivery(strategy, delivery)),
    ]
    return Slide(
        Section.MEANS,
        _responsibility_title(strategy),
        Bullets([panel for panel in panels if panel.items]),
        notes=[say(N_("Budgets are for the whole year; the detail is with the resources."))],
        step=STEP_KEY,
    )


def _responsibility_title(strategy: Strategy) -> Message:
    owner = main_owner(strategy)
    if owner is None:
        return say(N_("Nobody answers for the results yet"))
    name = shorten(owner.name, 40)
    budgets = [
        duty.budget_owned
        for duty in strategy.of(Responsibility)
        if duty.owner == owner.id and duty.budget_owned is not None
    ]
    if not budgets:
        return say(N_("{owner} answers for the results, without a budget yet"), owner=name)
    if not sum(budgets):
        return say(N_("{owner} answers for the results, with no money to spend"), owner=name)
    return say(
        N_("{owner} answers for the results, with {budget} for the year"),
        owner=name,
        budget=money(strategy, sum(budgets)),
    )


def _duty(strategy: Strategy, duty: Responsibility) -> Item:
    objectives = names_of(strategy, duty.objectives_owned)
    budget = None if duty.budget_owned is None else money(strategy, duty.budget_owned)
    hours = None if duty.hours_week is None else say(N_("{n} h a week"), n=duty.hours_week)
    backup = name_of(strategy, duty.backup)
    owner = name_of(strategy, duty.owner) or say(N_("To be named"))
    return Item(
        duty.result or shown(objectives) or say(N_("Result to be defined")),
        listed(
            [
                owner,
                shown(budget),
                hours or "",
                shown(objectives) if duty.result else "",
                say(N_("stand-in: {person}"), person=backup) if backup else "",
            ]
        ),
    )


def _delivery(strategy: Strategy, delivery: Delivery) -> list[Item]:
    items = []
    if delivery.delivery_model:
        contact = name_of(strategy, delivery.provider_contact)
        items.append(
            Item(shown(delivery.delivery_model), listed([delivery.provider_name, contact]))
        )
    if delivery.share_of_time is not None:
        share = Share(delivery.share_of_time)
        items.append(Item(say(N_("{share} of a full-time job"), share=share)))
    if delivery.cost_month is not None:
        cost = money(strategy, delivery.cost_month)
        items.append(Item(say(N_("{amount} a month"), amount=cost), _contract(delivery)))
    items += [Item(task) for task in delivery.scope]
    return items


def _contract(delivery: Delivery) -> Said:
    first, last = delivery.contract_start, delivery.contract_end
    if first and last:
        return say(N_("contract from {first} to {last}"), first=first, last=last)
    if first:
        return say(N_("contract from {first} on"), first=first)
    if last:
        return say(N_("contract until {last}"), last=last)
    return ""


def _approvals(strategy: Strategy) -> Iterator[Piece]:
    approvals = sorted(
        (answer for answer in strategy.of(Approval) if answer.version or answer.status),
        key=lambda answer: answer.date or dt.date.max,
    )
    names = [sponsor.name for sponsor in sponsors(strategy)]
    if approvals:
        yield _approval_slide(strategy, approvals)
        yield from _open_answers(strategy, approvals)
    elif names:
        yield Decision(
            say(N_("Approve this road map")),
            say(N_("Work starts on a plan that everybody has agreed to.")),
            who=", ".join(names),
            when=strategy.one(Settings).start_date,
            step=STEP_KEY,
        )
    else:
        yield Gap(
            say(N_("The sponsors’ approval")),
            say(N_("A plan that nobody approved can be called into question at any time.")),
            step=STEP_KEY,
        )


def _approval_slide(strategy: Strategy, approvals: list[Approval]) -> Slide:
    approved = [a for a in approvals if a.status is ApprovalStatus.VALIDATED]
    if approved:
        last = approved[-1]
        title = say(
            N_("“{version}” is approved"),
            version=shorten(last.version, 70) or say(N_("The road map")),
        )
    else:
        title = say(N_("The road map still waits for an approval"))
    return Slide(
        Section.APPENDIX,
        title,
        Table(
            [
                Column(say(N_("Version presented")), 2.5),
                Column(say(N_("Answer")), 1.2),
                Column(say(N_("Answer given by")), 1.8),
                Column(say(N_("Answered on")), 1.5),
                Column(say(N_("Comment")), 3),
            ],
            [
                [
                    answer.version,
                    Cell(shown(answer.status), _ANSWER_TONES[answer.status])
                    if answer.status
                    else "",
                    name_of(strategy, answer.approver),
                    shown(answer.date),
                    answer.comment,
                ]
                for answer in approvals
            ],
        ),
        step=STEP_KEY,
    )


def _open_answers(strategy: Strategy, approvals: list[Approval]) -> Iterator[Decision]:
    for number, answer in enumerate(approvals):
        if any(_settles(later, answer) for later in approvals[number + 1 :]):
            continue
        version = answer.version or say(N_("The road map"))
        if answer.status is ApprovalStatus.CONTESTED:
            what = say(N_("Settle what is contested in “{version}”"), version=version)
        elif answer.status in (ApprovalStatus.DRAFT, None):
            what = say(N_("Approve “{version}”"), version=version)
        else:
            continue
        yield Decision(what, answer.comment, who=name_of(strategy, answer.approver), step=STEP_KEY)


def _settles(later: Approval, answer: Approval) -> bool:
    """Return whether a later approval leaves nothing of this answer to be decided."""
    approved = later.status is ApprovalStatus.VALIDATED
    return approved and (later.version != answer.version or later.approver == answer.approver)


def _revisions(strategy: Strategy) -> Iterator[Piece]:
    revisions = sorted(
        (revision for revision in strategy.of(PlanVersion) if revision.what_changed),
        key=lambda revision: revision.revision_date or dt.date.min,
        reverse=True,
    )
    if not revisions:
        return
    yield Slide(
        Section.APPENDIX,
        say_count(
            "The plan was revised {n} time; last change: {change}",
            "The plan was revised {n} times; last change: {change}",
            len(revisions),
            change=shorten(revisions[0].what_changed, 60),
        ),
        Table(
            [
                Column(say(N_("Revised on")), 1.5),
                Column(say(N_("Revision of")), 1.3),
                Column(say(N_("Period")), 1.5),
                Column(say(N_("What changed")), 3),
                Column(say(N_("Why it changed")), 3),
            ],
            [
                [
                    shown(revision.revision_date),
                    shown(revision.level),
                    listed([shown(revision.quarter), _year(revision)]),
                    revision.what_changed,
                    revision.why,
                ]
                for revision in revisions
            ],
        ),
        notes=[say(N_("The newest revision comes first."))],
        step=STEP_KEY,
    )


def _year(revision: PlanVersion) -> str:
    # As text: a year is not a quantity, and takes no thousands separator.
    return "" if revision.year is None else str(revision.year)
