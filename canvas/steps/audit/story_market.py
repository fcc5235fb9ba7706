"""What surrounds us: crossroads, competitors, their audience, their good practices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Cell,
    Chart,
    ChartKind,
    ChartTable,
    Column,
    Gap,
    Item,
    Piece,
    Said,
    Section,
    Series,
    Slide,
    Table,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.audit.crossroads import AudienceCrossroads, CrossroadsLevel, SectorNetwork
from canvas.steps.audit.figures import (
    Brand,
    audience_by_network,
    competitor_brands,
    our_brand,
    read_on,
)
from canvas.steps.audit.market import Adoption, Competitor, GoodPractice
from canvas.steps.audit.story_accounts import STEP_KEY
from canvas.steps.common import Network
from canvas.steps.wording import listed, name_of, shorten, shown

MOST_NETWORKS = 4
"""Networks that have a column of their own; the others are in the total."""

MOST_BRANDS = 8
"""Bars that can be read on one slide."""

_HEAT = {
    CrossroadsLevel.INDISPENSABLE: 0.9,
    CrossroadsLevel.USEFUL: 0.4,
    CrossroadsLevel.MINOR: 0.1,
}

_TAKEN_OVER = (Adoption.ADOPT, Adoption.ADAPT)
_ADOPTION_ORDER = (*_TAKEN_OVER, None, Adoption.LEAVE)


def market_story(strategy: Strategy) -> Iterator[Piece]:
    """Where the audience passes, who else is there, and what they do well."""
    yield _crossroads(strategy)
    yield from _competitors(strategy)
    yield from in_detail([_good_practices(strategy)])


def _crossroads(strategy: Strategy) -> Piece:
    ours = {c.network: c for c in strategy.of(AudienceCrossroads) if c.network and c.level}
    sector = {s.network: s for s in strategy.of(SectorNetwork) if s.network}
    if not ours and not sector:
        return Gap(
            say(N_("The crossroads of our audience")),
            say(N_("Without them, effort goes to networks where no customer passes.")),
            step=STEP_KEY,
        )

    def order(network: Network) -> tuple[float, int]:
        crossroads, place = ours.get(network), sector.get(network)
        heat = _HEAT[crossroads.level] if crossroads and crossroads.level else 0
        return -heat, (place.rank if place else None) or len(Network)

    networks = sorted(dict.fromkeys([*ours, *sector]), key=order)
    rows = []
    for network in networks:
        crossroads, place = ours.get(network), sector.get(network)
        level = crossroads.level if crossroads else None
        rows.append(
            [
                Cell(shown(network), strong=True),
                Cell(shown(level), heat=_HEAT[level]) if level else "",
                shown(place.rank) if place else "",
                listed([crossroads.reason if crossroads else "", place.evidence if place else ""]),
            ]
        )
    return Slide(
        Section.SITUATION,
        _crossroads_title(networks, ours, sector),
        Table(
            [
                Column(say(N_("Network")), 1.5),
                Column(say(N_("For our audience")), 1.5),
                Column(say(N_("Place in the sector")), 1.2, figures=True),
                Column(say(N_("Reason")), 4.5),
            ],
            rows,
        ),
        notes=[say(N_("Indispensable means that being absent would be noticed by customers."))],
        step=STEP_KEY,
    )


def _crossroads_title(
    networks: Sequence[Network],
    ours: dict[Network, AudienceCrossroads],
    sector: dict[Network, SectorNetwork],
) -> Message:
    indispensable = [
        network
        for network in networks
        if network in ours and ours[network].level is CrossroadsLevel.INDISPENSABLE
    ]
    if indispensable:
        return say(N_("Our audience is first of all on {networks}"), networks=indispensable[:4])
    if ours:
        return say(N_("No network is indispensable to our audience"))
    first = min(sector, key=lambda network: sector[network].rank or len(Network))
    return say(N_("In our sector, customers are first of all on {network}"), network=first)


def _competitors(strategy: Strategy) -> Iterator[Piece]:
    rivals = competitor_brands(strategy)
    if not rivals:
        yield Gap(
            say(N_("The comparison with competitors")),
            say(N_("Without it, nobody knows whether our figures are good or bad.")),
            step=STEP_KEY,
        )
        return
    us = our_brand(strategy)
    if all(not rival.followers for rival in rivals):
        yield _competitor_names(strategy)
        return
    brands = [us, *rivals]
    table, chart = _competitors_table(brands), _audience(us, rivals)
    notes: list[Said] = [
        say(N_("Bold green: the best of each column. Tinted line: us.")),
        say(N_("An empty cell means that nobody counted, not that there is nothing.")),
    ]
    if chart:
        notes.append(
            say(N_("Shares are of the followers counted for competitors, all networks together."))
        )
        if left := len(brands) - len(chart.categories):
            notes.append(
                say_count(
                    "{n} competitor is not in the chart.",
                    "{n} competitors are not in the chart.",
                    left,
                )
            )
    yield Slide(
        Section.SITUATION,
        _competitors_title(us, rivals),
        ChartTable(chart, table) if chart else table,
        source=read_on([date for brand in brands for date in brand.dates]),
        notes=notes,
        step=STEP_KEY,
    )
    if not chart:
        yield Gap(
            say(N_("The audience by network and competitor")),
            say(N_("It shows on which network the competition is decided.")),
            step=STEP_KEY,
        )


def _competitor_names(strategy: Strategy) -> Slide:
    known = [competitor for competitor in strategy.of(Competitor) if competitor.name]
    return Slide(
        Section.SITUATION,
        say_count(
            "We compare ourselves with {n} competitor, still to be counted",
            "We compare ourselves with {n} competitors, still to be counted",
            len(known),
        ),
        Table(
            [
                Column(say(N_("Competitor")), 2),
                Column(say(N_("Competition")), 1.2),
                Column(say(N_("Why this one")), 4),
                Column(say(N_("Blog")), 1.5),
            ],
            [
                [Cell(c.name, strong=True), shown(c.kind), c.why_chosen, shown(c.blog)]
                for c in known
            ],
        ),
        step=STEP_KEY,
    )


def _competitors_title(us: Brand, rivals: Sequence[Brand]) -> Message:
    leader = rivals[0]
    name = shorten(str(leader.name), 40)
    theirs, ours = leader.audience, us.audience
    if theirs is None:
        return say(N_("The audiences of our competitors are still to be counted"))
    if not ours:
        return say_count(
            "{competitor} leads with {n} follower; ours are still to be won",
            "{competitor} leads with {n} followers; ours are still to be won",
            theirs,
            competitor=name,
        )
    if ours >= theirs:
        return say_count(
            "We lead with {n} follower, ahead of {competitor}",
            "We lead with {n} followers, ahead of {competitor}",
            ours,
            competitor=name,
        )
    ahead = _networks_where_we_lead(us, rivals)
    if ahead:
        return say(
            N_("{competitor} leads in audience, but we are ahead on {networks}"),
            competitor=name,
            networks=ahead[:2],
        )
    if (us.shares_per_post or 0) > (leader.shares_per_post or 0) and leader.shares_per_post:
        return say(
            N_("{competitor} leads in audience, but our posts are shared more"), competitor=name
        )
    return say(
        N_("{competitor} leads in audience, with {ratio} times our followers"),
        competitor=name,
        ratio=round(theirs / ours, 1),
    )


def _networks_where_we_lead(us: Brand, rivals: Sequence[Brand]) -> list[Network]:
    """Return the networks where we pass all those who were counted there."""
    ahead = []
    for network in audience_by_network([us]):
        counted = [r.followers[network] for r in rivals if network in r.followers]
        if counted and us.followers[network] > max(counted):
            ahead.append(network)
    return ahead


def _competitors_table(brands: Sequence[Brand]) -> Table:
    networks = list(audience_by_network(brands))[:MOST_NETWORKS]
    figures: list[tuple[Message, list[float | None]]] = [
        (say(network.label), [brand.followers.get(network) for brand in brands])
        for network in networks
    ]
    figures += [
        (say(N_("All networks")), [brand.audience for brand in brands]),
        (say(N_("Shares per post")), [_tenth(brand.shares_per_post) for brand in brands]),
        (say(N_("Posts per week")), [_tenth(brand.posts_week) for brand in brands]),
    ]
    figures = [
        (heading, values)
        for heading, values in figures
        if any(value is not None for value in values)
    ]
    rows = []
    for number, brand in enumerate(brands):
        tint = 0.15 if brand.is_us else None
        row = [Cell(brand.name, heat=tint, strong=True)]
        for _, values in figures:
            value = values[number]
            best = value is not None and value == max(v for v in values if v is not None) > 0
            tone = Tone.GOOD if best else Tone.NEUTRAL
            row.append(Cell(shown(value), tone, heat=tint, strong=best))
        row.append(Cell(shown(brand.blog), heat=tint))
        rows.append(row)
    return Table(
        [
            Column(say(N_("Competitor")), 2),
            *(Column(heading, 1.1, figures=True) for heading, _ in figures),
            Column(say(N_("Blog")), 1.4),
        ],
        rows,
    )


def _tenth(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _audience(us: Brand, rivals: Sequence[Brand]) -> Chart | None:
    """Return who is followed by how many on which network; None where nobody was counted."""
    theirs = audience_by_network(rivals)
    total = sum(theirs.values())
    if not total:
        return None
    brands = [brand for brand in (us, *rivals) if brand.audience is not None][:MOST_BRANDS]
    largest = next(iter(theirs))
    remarks = [
        Item(
            say(
                N_("{share} of our competitors’ audience is on {network}"),
                share=Share(round(theirs[largest] / total, 2)),
                network=largest,
            )
        ),
        Item(_our_part(us, theirs, largest)),
    ]
    absent = [network for network in theirs if network not in us.followers]
    if us.audience is not None and absent:
        remarks.append(
            Item(say(N_("Where they are and we have no figures: {networks}."), networks=absent[:4]))
        )
    return Chart(
        ChartKind.STACKED,
        [brand.name for brand in brands],
        [
            Series(say(network.label), [brand.followers.get(network) for brand in brands])
            for network in audience_by_network(brands)
        ],
        remarks,
    )


def _our_part(us: Brand, theirs: dict[Network, int], network: Network) -> Message:
    ours = us.followers.get(network)
    if not ours:
        return say(N_("We count no follower on {network} yet."), network=network)
    return say(
        N_("Of all followers counted on {network}, {share} are ours."),
        network=network,
        share=Share(round(ours / (ours + theirs[network]), 2)),
    )


def _good_practices(strategy: Strategy) -> Piece:
    practices = [practice for practice in strategy.of(GoodPractice) if practice.description]
    if not practices:
        return Gap(
            say(N_("The good practices to take over")),
            say(N_("Others have made the trials already: it costs nothing to learn from them.")),
            step=STEP_KEY,
        )
    practices.sort(key=lambda practice: _ADOPTION_ORDER.index(practice.adopt))
    taken = [practice for practice in practices if practice.adopt in _TAKEN_OVER]
    if taken:
        title = say_count(
            "{n} good practice to take over: {practice}",
            "{n} good practices to take over, first of all: {practice}",
            len(taken),
            practice=shorten(taken[0].description, 60),
        )
    else:
        title = say_count(
            "{n} good practice noted, none taken over yet",
            "{n} good practices noted, none taken over yet",
            len(practices),
        )
    return Slide(
        Section.SITUATION,
        title,
        Table(
            [
                Column(say(N_("What they do well")), 3),
                Column(say(N_("Where it was seen")), 1.8),
                Column(say(N_("What we make of it")), 1.3),
                Column(say(N_("How ours will differ")), 2.5),
            ],
            [
                [
                    practice.description,
                    listed([name_of(strategy, practice.competitor), shown(practice.network)]),
                    Cell(
                        shown(practice.adopt),
                        Tone.GOOD if practice.adopt in _TAKEN_OVER else Tone.NEUTRAL,
                    ),
                    practice.how_ours_differs,
                ]
                for practice in practices
            ],
        ),
        step=STEP_KEY,
    )
