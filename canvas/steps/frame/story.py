"""What the frame says in the deck."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import (
    Bullets,
    Cards,
    Cell,
    Column,
    Gap,
    Item,
    Panel,
    Piece,
    Said,
    Section,
    Slide,
    Table,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.common import Priority
from canvas.steps.frame.expectations import Purpose
from canvas.steps.frame.organisation import Differentiator, Organisation, Outlet
from canvas.steps.frame.people import Delivery
from canvas.steps.frame.story_governance import STEP_KEY, governance, sponsors
from canvas.steps.frame.todos import first_purposes, main_owner
from canvas.steps.frame.year import Highlight, YearlyAxis
from canvas.steps.wording import listed, name_of, shorten, shown

_RANKS = {Priority.HIGH: 0, Priority.MEDIUM: 1, Priority.LOW: 2}


def story(strategy: Strategy) -> Iterator[Piece]:
    """Who we are, what is unlike the others, the year, who answers for it, the approval."""
    yield _organisation(strategy)
    yield from in_detail([_differences(strategy), _year(strategy)])
    yield from in_detail(governance(strategy))


def _organisation(strategy: Strategy) -> Piece:
    organisation = strategy.one(Organisation)
    purposes = [purpose for purpose in strategy.of(Purpose) if purpose.purpose]
    if not organisation.name and not organisation.activity and not purposes:
        return Gap(
            say(N_("The organisation in one slide")),
            say(N_("Without it, readers cannot tell what the strategy is meant to serve.")),
            step=STEP_KEY,
        )
    panels = [
        Panel(say(N_("Who we are")), _identity(strategy, organisation), Tone.ACCENT),
        Panel(say(N_("What is expected")), _expected(organisation, purposes)),
        Panel(say(N_("Who answers for it")), _people(strategy)),
    ]
    return Slide(
        Section.SITUATION,
        _organisation_title(strategy, organisation),
        Cards([panel for panel in panels if panel.items]),
        notes=[
            say(N_("Purposes are in order of priority, the highest first.")),
            say(
                N_(
                    "Ask the sponsors to say aloud what they expect: what is not on this slide "
                    "will not be reported on."
                )
            ),
        ],
        step=STEP_KEY,
    )


def _organisation_title(strategy: Strategy, organisation: Organisation) -> Message:
    name = shorten(organisation.name, 30)
    first = first_purposes(strategy)
    if name and first:
        return say(
            N_("{organisation} expects of social media first of all “{purpose}”"),
            organisation=name,
            purpose=first[0].purpose,
        )
    if name and organisation.activity:
        return say(
            N_("{organisation}: {activity}"),
            organisation=name,
            activity=shorten(organisation.activity, 70),
        )
    if name:
        return say(N_("{organisation}: who we are and what is expected"), organisation=name)
    return say(N_("Who we are and what is expected"))


def _identity(strategy: Strategy, organisation: Organisation) -> list[Item]:
    outlets = len([outlet for outlet in strategy.of(Outlet) if outlet.name])
    lines: list[Item] = []
    if organisation.activity:
        lines.append(Item(organisation.activity, listed([organisation.sector, organisation.area])))
    if organisation.biz_model:
        structure = listed([shown(organisation.structure), shown(organisation.org_size)])
        lines.append(Item(shown(organisation.biz_model), structure))
    if outlets:
        lines.append(Item(say_count("{n} outlet", "{n} outlets", outlets)))
    if organisation.is_ecommerce:
        lines.append(Item(say(N_("Sells online"))))
    if organisation.offers:
        lines.append(Item(listed(organisation.offers)))
    return lines


def _expected(organisation: Organisation, purposes: Sequence[Purpose]) -> list[Item]:
    ordered = sorted(purposes, key=lambda purpose: _rank(purpose.priority))
    items = [Item(shown(purpose.purpose), purpose.reason) for purpose in ordered]
    if organisation.yearly_goal:
        items.append(Item(organisation.yearly_goal, say(N_("Business goal of the year"))))
    if organisation.expected_success:
        items.append(Item(organisation.expected_success, say(N_("What would be a success"))))
    return items


def _rank(priority: Priority | None) -> int:
    return len(_RANKS) if priority is None else _RANKS[priority]


def _people(strategy: Strategy) -> list[Item]:
    items = []
    owner = main_owner(strategy)
    if owner:
        items.append(Item(owner.name, listed([owner.job, say(N_("answers for the result"))])))
    items += [
        Item(person.name, listed([person.job, say(N_("sponsor"))]))
        for person in sponsors(strategy)
        if owner is None or person.id != owner.id
    ]
    delivery = strategy.one(Delivery)
    if delivery.delivery_model:
        items.append(Item(shown(delivery.delivery_model), delivery.provider_name))
    return items


def _differences(strategy: Strategy) -> Piece:
    differences = [item for item in strategy.of(Differentiator) if item.text]
    if not differences:
        return Gap(
            say(N_("What only we offer")),
            say(N_("Without it, your content looks like every competitor’s.")),
            step=STEP_KEY,
        )
    rows = [
        [
            Cell(item.text, strong=True),
            item.proof or Cell(say(N_("To be proved")), Tone.WATCH),
            item.benefit,
            listed([name_of(strategy, item.competitor), item.competitor_gap]),
        ]
        for item in differences
    ]
    unproved = sum(not item.proof for item in differences)
    notes: list[Said] = [say(N_("A difference counts only if a customer would notice it."))]
    if unproved:
        notes.append(
            say_count(
                "{n} difference has no proof yet.", "{n} differences have no proof yet.", unproved
            )
        )
    return Slide(
        Section.SITUATION,
        say(N_("Only with us: {difference}"), difference=shorten(differences[0].text, 85)),
        Table(
            [
                Column(say(N_("What only we offer")), 3),
                Column(say(N_("Proof")), 2.5),
                Column(say(N_("What customers gain")), 2.5),
                Column(say(N_("What others do")), 2),
            ],
            rows,
        ),
        notes=notes,
        step=STEP_KEY,
    )


def _year(strategy: Strategy) -> Piece:
    axes = sorted(
        (axis for axis in strategy.of(YearlyAxis) if axis.title),
        key=lambda axis: (axis.rank is None, axis.rank),
    )
    highlights = sorted(
        (highlight for highlight in strategy.of(Highlight) if highlight.title),
        key=lambda highlight: highlight.date_from or dt.date.max,
    )
    if not axes and not highlights:
        return Gap(
            say(N_("The year’s directions and highlights")),
            say(N_("Without them, each week starts from a blank page.")),
            step=STEP_KEY,
        )
    panels = [
        Panel(
            say(N_("Directions of the year")),
            [Item(a.title, listed([a.intent, name_of(strategy, a.owner)])) for a in axes],
            Tone.ACCENT,
        ),
        Panel(
            say(N_("Highlights")),
            [Item(h.title, listed([_dates(h), shown(h.networks), h.message])) for h in highlights],
        ),
    ]
    return Slide(
        Section.AMBITION,
        _year_title(axes, highlights),
        Bullets([panel for panel in panels if panel.items]),
        notes=[say(N_("Highlights are in the order of their dates, those without a date last."))],
        step=STEP_KEY,
    )


def _year_title(axes: Sequence[YearlyAxis], highlights: Sequence[Highlight]) -> Message:
    if not axes:
        return say_count(
            "{n} highlight gives the year its rhythm, from “{first}” on",
            "{n} highlights give the year its rhythm, from “{first}” on",
            len(highlights),
            first=shorten(highlights[0].title, 40),
        )
    if not highlights:
        return say(N_("The year is about “{axis}”"), axis=shorten(axes[0].title, 70))
    return say_count(
        "The year is about “{axis}”, with {n} highlight",
        "The year is about “{axis}”, with {n} highlights",
        len(highlights),
        axis=shorten(axes[0].title, 60),
    )


def _dates(highlight: Highlight) -> Said:
    first, last = highlight.date_from, highlight.date_to
    if first and last and last != first:
        return say(N_("from {first} to {last}"), first=first, last=last)
    return shown(first or last)
