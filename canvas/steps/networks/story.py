"""What the step on networks says in the deck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Cell,
    Column,
    Decision,
    Gap,
    Piece,
    Said,
    Section,
    Slide,
    Table,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.networks.choice import called, hours_a_week, verdict, with_role
from canvas.steps.networks.matrix import MAX_SCORE, Criterion, NetworkOption, Role
from canvas.steps.networks.profiles import DefensivePlan, Handle, HandleStatus
from canvas.steps.networks.ranking import (
    RankedNetwork,
    considered,
    criteria,
    ranking,
    scores,
    weight_of,
)
from canvas.steps.wording import name_of, shorten, shown

_STEP = "networks"

_COLUMNS = 7
"""How many criteria can be read side by side on a slide."""

_TONES = {Role.MAIN: Tone.ACCENT, Role.STRONG: Tone.GOOD}


def story(strategy: Strategy) -> Iterator[Piece]:
    """The matrix and its verdict, what each network is for, what is held, what is reserved."""
    yield from _matrix(strategy)
    for rest in (_uses, _defence, _handles):
        yield from in_detail(rest(strategy))


def _matrix(strategy: Strategy) -> Iterator[Piece]:
    ranked = ranking(strategy)
    scored = any(network.total is not None for network in ranked)
    choice = verdict(strategy)
    if not scored and choice is None:
        yield Gap(
            say(N_("The choice of networks")),
            say(N_("Being everywhere a little is the surest way not to be seen.")),
            _STEP,
        )
        return
    shown_criteria = sorted(criteria(strategy), key=lambda c: -weight_of(c))[:_COLUMNS]
    known = scores(strategy)
    yield Slide(
        Section.METHOD,
        choice or _leader(ranked[0]),
        Table(
            (
                Column(say(N_("Network")), 1.4),
                *(Column(_heading(criterion), figures=True) for criterion in shown_criteria),
                Column(say(N_("Total")), 0.8, figures=True),
                Column(say(N_("Role"))),
            ),
            [
                (
                    Cell(network.option.called, strong=network.option.role is Role.MAIN),
                    *(_score(known.get((network.option.id, c.id))) for c in shown_criteria),
                    Cell("–" if network.total is None else shown(_whole(network.total))),
                    _role(network.option.role),
                )
                for network in ranked
            ],
        ),
        notes=_matrix_notes(strategy, ranked),
        step=_STEP,
    )
    main = with_role(strategy, Role.MAIN)
    if choice is not None:
        yield Decision(
            say(N_("Confirm the networks: {choice}"), choice=choice),
            main[0].reason
            or say(N_("Fewer networks, kept up properly, are worth more than many left alone.")),
            step=_STEP,
        )


def _leader(first: RankedNetwork) -> Message:
    return say(
        N_("{network} comes first with {total}; the main network is still to be chosen"),
        network=first.option.called,
        total=_whole(first.total or 0),
    )


def _whole(total: float) -> Share:
    return Share(round(total, 2))


def _heading(criterion: Criterion) -> Message:
    return say("{criterion} ×{weight}", criterion=criterion.name, weight=weight_of(criterion))


def _score(score: int | None) -> Cell:
    if score is None:
        return Cell("–")
    return Cell(shown(score), heat=min(max(score / MAX_SCORE, 0.0), 1.0))


def _role(role: Role | None) -> Cell:
    if role is None:
        return Cell(say(N_("to be decided")), Tone.WATCH)
    return Cell(shown(role), _TONES.get(role, Tone.NEUTRAL), strong=role is Role.MAIN)


def _matrix_notes(strategy: Strategy, ranked: Sequence[RankedNetwork]) -> list[Said]:
    notes: list[Said] = [
        say(
            N_(
                "Scores go from 0 to {best}. The total is their weighted mean, as a share of the "
                "best possible; the multiplier in a heading is the weight."
            ),
            best=MAX_SCORE,
        )
    ]
    missing = sum(network.missing for network in ranked)
    if missing:
        notes.append(
            say_count(
                "One score is missing; it counts neither for nor against the network.",
                "{n} scores are missing; they count neither for nor against a network.",
                missing,
            )
        )
    hidden = len(criteria(strategy)) - _COLUMNS
    if hidden > 0:
        notes.append(
            say_count(
                "One lighter criterion is not shown; the total includes it.",
                "{n} lighter criteria are not shown; the total includes them.",
                hidden,
            )
        )
    for network in ranked:
        if network.option.reason:
            notes.append(
                say(
                    N_("{network}: {remark}"),
                    network=network.option.called,
                    remark=network.option.reason,
                )
            )
    return notes


def _uses(strategy: Strategy) -> Iterator[Piece]:
    options = [
        option
        for option in with_role(strategy, Role.MAIN, Role.STRONG, Role.DEFENSIVE)
        if option.use_note or option.taxonomy or option.effort_hours_week is not None
    ]
    if not options:
        if considered(strategy):
            yield Gap(
                say(N_("What each network is for")),
                say(N_("The same post everywhere suits no network.")),
                _STEP,
            )
        return
    options.sort(key=lambda option: list(Role).index(option.role or Role.NONE))
    yield Slide(
        Section.METHOD,
        _uses_title(options),
        Table(
            (
                Column(say(N_("Network"))),
                Column(say(N_("Role")), 0.8),
                Column(say(N_("Use")), 2.2),
                Column(say(N_("Kind of medium")), 1.4),
                Column(say(N_("Conversation")), 0.9, figures=True),
                Column(say(N_("Hours a week")), 0.8, figures=True),
            ),
            [
                (
                    Cell(option.called, strong=option.role is Role.MAIN),
                    _role(option.role),
                    option.use_note,
                    shown(option.taxonomy),
                    ""
                    if option.conversation_share is None
                    else shown(Share(option.conversation_share)),
                    shown(option.effort_hours_week),
                )
                for option in options
            ],
        ),
        notes=[say(N_("Where hours are empty, the effort was not estimated; it is not zero."))],
        step=_STEP,
    )


def _uses_title(options: Sequence[NetworkOption]) -> Message:
    hours = hours_a_week(options)
    main = [option for option in options if option.role is Role.MAIN]
    spent = hours_a_week(main)
    if hours and spent:
        return say(
            N_("Our networks take {hours} h a week, {share} of it for {main}"),
            hours=hours,
            share=_whole(spent / hours),
            main=called(main),
        )
    if hours:
        return say(N_("Our networks take {hours} h a week"), hours=hours)
    first = options[0]
    if first.use_note:
        return say(
            N_("Each network has its use; {network}: {use}"),
            network=first.called,
            use=shorten(first.use_note, 35),
        )
    return say(N_("Each network has its use, {network} first"), network=first.called)


def _defence(strategy: Strategy) -> Iterator[Piece]:
    options = with_role(strategy, Role.DEFENSIVE)
    if not options:
        return
    plans = {plan.option: plan for plan in strategy.of(DefensivePlan)}
    if not any(option.id in plans for option in options):
        yield Gap(
            say(N_("The defensive presence")),
            say(N_("A profile that looks abandoned does more harm than none.")),
            _STEP,
            rule=str(RuleCode.DEFENCE_UNDEFINED),
        )
        return
    yield Slide(
        Section.METHOD,
        _defence_title(options, plans.values()),
        Table(
            (
                Column(say(N_("Network"))),
                Column(say(N_("What is there")), 2.2),
                Column(say(N_("Posts a month")), 0.8, figures=True),
                Column(say(N_("Taken from"))),
                Column(say(N_("Messages received")), 1.4),
                Column(say(N_("Kept by"))),
            ),
            [_defence_row(strategy, option, plans.get(option.id)) for option in options],
        ),
        step=_STEP,
    )


def _defence_title(options: Sequence[NetworkOption], plans: Iterable[DefensivePlan]) -> Message:
    ids = {option.id for option in options}
    posts = sum(plan.posts_per_month or 0 for plan in plans if plan.option in ids)
    if not posts:
        return say_count(
            "One network keeps our name alive without effort",
            "{n} networks keep our name alive without effort",
            len(options),
        )
    return say_count(
        "One post a month keeps our place on the other networks",
        "{n} posts a month keep our place on the other networks",
        posts,
    )


def _defence_row(
    strategy: Strategy, option: NetworkOption, plan: DefensivePlan | None
) -> Sequence[Said | Cell]:
    if plan is None:
        return (option.called, Cell(say(N_("to be decided")), Tone.WATCH), "", "", "", "")
    return (
        option.called,
        plan.content,
        shown(plan.posts_per_month),
        shown(plan.source_network),
        plan.messages,
        name_of(strategy, plan.owner),
    )


_STATUS_TONES = {
    HandleStatus.OURS: Tone.GOOD,
    HandleStatus.FREE: Tone.WATCH,
    HandleStatus.TAKEN: Tone.BAD,
}


def _handles(strategy: Strategy) -> Iterator[Piece]:
    found = [handle for handle in strategy.of(Handle) if handle.handle and handle.network]
    if not found:
        yield Gap(
            say(N_("The names to reserve")),
            say(N_("A free name can be somebody else’s tomorrow.")),
            _STEP,
        )
        return
    yield Slide(
        Section.APPENDIX,
        _handles_title(found),
        Table(
            (
                Column(say(N_("Network"))),
                Column(say(N_("Name wanted")), 1.4),
                Column(say(N_("Availability"))),
                Column(say(N_("Otherwise")), 1.4),
                Column(say(N_("Name checked on"))),
                Column(say(N_("Reserved by"))),
            ),
            [
                (
                    shown(handle.network),
                    handle.handle,
                    Cell(
                        shown(handle.status),
                        _STATUS_TONES.get(handle.status or HandleStatus.UNKNOWN, Tone.NEUTRAL),
                    ),
                    handle.fallback,
                    shown(handle.checked_on),
                    name_of(strategy, handle.owner),
                )
                for handle in found
            ],
        ),
        notes=[say(N_("A name is checked by opening the address that the profile would have."))],
        step=_STEP,
    )


def _handles_title(found: Sequence[Handle]) -> Message:
    free = [handle for handle in found if handle.status is HandleStatus.FREE]
    taken = [handle for handle in found if handle.status is HandleStatus.TAKEN]
    if free:
        return say_count(
            "One name to reserve now: {handle} on {network}",
            "{n} names to reserve now, {handle} on {network} first",
            len(free),
            handle=shorten(free[0].handle, 40),
            network=free[0].network,
        )
    if taken:
        return say(
            N_("{handle} is taken on {networks}"),
            handle=shorten(taken[0].handle, 40),
            networks=tuple(handle.network for handle in taken if handle.handle == taken[0].handle),
        )
    if all(handle.status is HandleStatus.OURS for handle in found):
        return say_count(
            "Our name is ours on the one network that we checked",
            "Our name is ours on the {n} networks that we checked",
            len(found),
        )
    return say(N_("Names still to be checked, {handle} first"), handle=shorten(found[0].handle, 40))
