"""Links that the data leave no doubt about, and that nobody has made yet.

A suggestion is never a guess: where two answers are possible, or where two ways to the answer
do not agree, there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar

from canvas.domain.changes import Edit
from canvas.domain.clean import Json
from canvas.domain.kinds import Link, Links
from canvas.domain.links import named, naming_none
from canvas.domain.messages import N_, Message, say
from canvas.domain.records import Record
from canvas.domain.remembered import Remembered
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import name
from canvas.steps import BY_KEY, RECORD_TYPES
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.audit.accounts import CLOSING, Account
from canvas.steps.frame.people import Person
from canvas.steps.measure.readings import PostMetric
from canvas.steps.networks.matrix import NetworkOption
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.missions import AccountMission, Mission
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.themes import Theme
from canvas.steps.personas.persona import Persona
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.content import ContentMission, ContentPillar
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.budget import AdLine
from canvas.steps.segments.segment import Segment

R = TypeVar("R", bound=Record)

Answer = Callable[[Any], Record | None]
"""What a record's link can only be, None where that is not known."""

OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What some records of a type could all name in one of their fields.

    Attributes:
        key: Its name.
        field: The field that is still empty.
        records: Those where it is.
        target: What they would name.
        why: Why it can be nothing else.
    """

    key: str
    field: Link | Links
    records: tuple[Record, ...]
    target: Record
    why: Message


@dataclass(frozen=True, slots=True)
class _Rule:
    """One way to tell a link from the data.

    Attributes:
        kind: The type whose records have the link.
        field: The link's field.
        needs: The types that it is told from, that of the link's target first.
        answers: Reads a strategy and gives each record's answer.
        why: Why the answer is what it is.
    """

    kind: type[Record]
    field: str
    needs: tuple[type[Record], ...]
    answers: Callable[[Strategy], Answer]
    why: Callable[[Record], Message]

    @property
    def link(self) -> Link | Links:
        """The field, as declared."""
        return _link(self.kind, self.field)


def _link(kind: type[Record], name: str) -> Link | Links:
    found = kind.field(name)
    assert isinstance(found, Link | Links)
    return found


# --- what can only be one thing ------------------------------------------------------------


def _real(strategy: Strategy, kind: type[R]) -> list[R]:
    """Return the records of a type that say something, of accounts those that stay."""
    return [
        record
        for record in strategy.of(kind)
        if not record.is_blank()
        and not (isinstance(record, Account) and record.decision in CLOSING)
    ]


def _single(found: Sequence[R]) -> R | None:
    return found[0] if len(found) == 1 else None


def _the_only(kind: type[Record], strategy: Strategy) -> Answer:
    only = _single(_real(strategy, kind))
    return lambda record: only


def _on_its_network(strategy: Strategy) -> Answer:
    accounts: dict[object, list[Account]] = {}
    for account in _real(strategy, Account):
        accounts.setdefault(account.network, []).append(account)
    return lambda record: record.network and _single(accounts.get(record.network, []))


def _through(
    path: tuple[str, type[Record], str], target: type[Record], strategy: Strategy
) -> Answer:
    by, kind, then = path
    held, ends = attrgetter(by), _link(kind, then)
    known = {
        over.id: _single(strategy.linked_all(target, named(over, ends)))
        for over in strategy.of(kind)
    }
    return lambda record: known.get(held(record))


def _rhythm_account(strategy: Strategy) -> Answer:
    through = _through(("cadence", Cadence, "account"), Account, strategy)

    def answer(post: Post) -> Record | None:
        found = through(post)
        fits = isinstance(found, Account) and post.network in (None, found.network)
        return found if fits else None

    return answer


def _only_indicator(strategy: Strategy) -> Answer:
    indicators: dict[str, list[Kpi]] = {}
    for kpi in _real(strategy, Kpi):
        indicators.setdefault(kpi.objective, []).append(kpi)
    return lambda record: record.objective and _single(indicators.get(record.objective, []))


def _same_crossing(strategy: Strategy) -> Answer:
    objectives: dict[str, list[Objective]] = {}
    for objective in _real(strategy, Objective):
        objectives.setdefault(objective.source_crossing, []).append(objective)
    return lambda record: (
        record.source_crossing and _single(objectives.get(record.source_crossing, []))
    )


# --- why -----------------------------------------------------------------------------------

_ONLY: Mapping[type[Record], str] = {
    Persona: N_("{name} is your only persona."),
    Objective: N_("{name} is your only objective."),
    Mission: N_("{name} is your only mission."),
    Person: N_("{name} is the only person of the project."),
}


def _said(text: str, target: Record) -> Message:
    return say(text, name=name(target))


def _only(kind: type[Record], field: str, target: type[Record]) -> _Rule:
    why = partial(_said, _ONLY[target])
    return _Rule(kind, field, (target,), partial(_the_only, target), why)


def _account_of(kind: type[Record], field: str = "account") -> _Rule:
    def why(account: Record) -> Message:
        network = account.network  # type: ignore[attr-defined]
        return say(
            N_("{name} is your only account on {network}."), name=name(account), network=network
        )

    return _Rule(kind, field, (Account,), _on_its_network, why)


def _told(
    kind: type[Record],
    field: str,
    needs: tuple[type[Record], ...],
    answers: Callable[[Strategy], Answer],
    why: str,
) -> _Rule:
    return _Rule(kind, field, needs, answers, lambda target: say(why))


def _over(kind: type[Record], field: str, path: tuple[str, type[Record], str], why: str) -> _Rule:
    """Declare a link that follows from another: the field, what it names, that one's field."""
    target = RECORD_TYPES[_link(kind, field).to]
    return _told(kind, field, (target, path[1]), partial(_through, path, target), why)


_INDICATOR = N_("The indicator that is named there measures this objective.")
_SEGMENT = N_("The segment that is named there has this persona only.")
_THEME = N_("The quarterly theme that is named there serves this objective.")
_ONE_INDICATOR = N_("This indicator is the only one of the objective that is named there.")
_RHYTHM_ACCOUNT = N_("The publishing rhythm that it comes from is on this account.")
_RHYTHM_TYPE = N_("The publishing rhythm that it comes from asks for this content type.")
_CROSSING = N_("This objective alone comes from the same SWOT crossing.")
_LINE_ACCOUNT = N_("The calendar line is on this account.")

RULES: tuple[_Rule, ...] = (
    _over(Post, "objective", ("kpi", Kpi, "objective"), _INDICATOR),
    _over(Post, "objective", ("theme", Theme, "objective"), _THEME),
    _over(Post, "persona", ("segment", Segment, "personas"), _SEGMENT),
    _over(Post, "content_type", ("cadence", Cadence, "content_type"), _RHYTHM_TYPE),
    _over(Theme, "objective", ("kpi", Kpi, "objective"), _INDICATOR),
    _over(ContentMission, "objective", ("kpi", Kpi, "objective"), _INDICATOR),
    _over(PostMetric, "account", ("post", Post, "account"), _LINE_ACCOUNT),
    _told(Post, "account", (Account, Cadence), _rhythm_account, _RHYTHM_ACCOUNT),
    _told(Post, "kpi", (Kpi, Objective), _only_indicator, _ONE_INDICATOR),
    _told(ContentMission, "kpi", (Kpi, Objective), _only_indicator, _ONE_INDICATOR),
    _told(Action, "objective", (Objective,), _same_crossing, _CROSSING),
    _account_of(Post),
    _account_of(AccountMission),
    _account_of(NetworkRole),
    _account_of(NetworkOption, "accounts"),
    *(
        _only(kind, field, Persona)
        for kind, field in (
            (Post, "persona"),
            (Segment, "personas"),
            (Theme, "personas"),
            (ContentPillar, "personas"),
            (ContentMission, "personas"),
        )
    ),
    *(
        _only(kind, "objective", Objective)
        for kind in (Kpi, Post, Theme, Segment, ContentMission, Action, AdLine)
    ),
    *(_only(kind, "mission", Mission) for kind in (Objective, AccountMission)),
    *(
        _only(kind, OWNER, Person)
        for kind in RECORD_TYPES.values()
        if isinstance(kind.schema_fields.get(OWNER), Link)
    ),
)


# --- what is suggested ---------------------------------------------------------------------

Answered = Mapping[str, tuple[Record, Message]]
"""What records could name and why, by their ids."""

_LACKING: Remembered[tuple[Record, ...]] = Remembered()
_FOUND: Remembered[Answered] = Remembered()
_AGREED: Remembered[tuple[Suggestion, ...]] = Remembered()


def suggestions(strategy: Strategy, step: str) -> tuple[Suggestion, ...]:
    """Return the links that the records of a step could have, the most frequent first."""
    kept = strategy.id
    by_link: dict[tuple[type[Record], str], list[Answered]] = {}
    for at, rule in enumerate(RULES):
        kind, place = rule.kind, (rule.kind, rule.field)
        if kind not in BY_KEY[step].records:
            continue
        ends = (strategy.of(kind), strategy.of(RECORD_TYPES[rule.link.to]))
        if not all(ends):
            continue
        lacking = _LACKING.get(kept, place, ends, partial(_lacking, kind, rule.link, strategy))
        parts = (lacking, *(strategy.of(needed) for needed in rule.needs))
        found = _FOUND.get(kept, at, parts, partial(_answered, rule, lacking, strategy))
        by_link.setdefault(place, []).append(found)
    made = [
        _AGREED.get(kept, place, tuple(found), partial(_agreed, *place, found, strategy))
        for place, found in by_link.items()
    ]
    every = [one for some in made for one in some]
    return tuple(sorted(every, key=lambda one: -len(one.records)))


def _answered(rule: _Rule, lacking: Sequence[Record], strategy: Strategy) -> Answered:
    """Return a rule's answer for records that have none."""
    if not lacking:
        return {}
    answer = rule.answers(strategy)
    told: dict[str, tuple[Record, Message]] = {}
    found: dict[str, tuple[Record, Message]] = {}
    for record in lacking:
        target = answer(record)
        if target and target.id != record.id:
            found[record.id] = told.get(target.id) or (target, rule.why(target))
            told[target.id] = found[record.id]
    return found


def _lacking(kind: type[Record], link: Link | Links, strategy: Strategy) -> tuple[Record, ...]:
    """Return the records that name nothing in a field, or nothing that is still there."""
    there = {record.id for record in strategy.of(RECORD_TYPES[link.to])}
    return tuple(filter(_awaits, naming_none(strategy.of(kind), link, there)))


def _awaits(record: Record) -> bool:
    """Return whether a record can be expected to have its links: an idea owes nothing yet."""
    return record.date is not None if isinstance(record, Post) else not record.is_blank()


def _agreed(
    kind: type[Record], field: str, found: Sequence[Answered], strategy: Strategy
) -> tuple[Suggestion, ...]:
    """Return what all ways to a link agree on, a suggestion for each target and reason."""
    groups: dict[tuple[int, str], tuple[Record, Message, list[Record]]] = {}
    concerned = set().union(*found)
    for record in strategy.of(kind) if concerned else ():
        if record.id not in concerned:
            continue
        told = {at: answers[record.id] for at, answers in enumerate(found) if record.id in answers}
        if len({target.id for target, _ in told.values()}) == 1:
            at, (target, why) = next(iter(told.items()))
            groups.setdefault((at, target.id), (target, why, []))[2].append(record)
    link = _link(kind, field)
    return tuple(
        Suggestion(f"{kind.key}-{field}-{at}-{end}", link, tuple(records), target, why)
        for (at, end), (target, why, records) in groups.items()
    )


def acceptance(chosen: Iterable[tuple[Suggestion, Record]]) -> list[Edit]:
    """Return the edits that make suggested links; what is not there any more goes out."""
    edits = []
    for suggestion, record in chosen:
        field, target = suggestion.field, suggestion.target
        now = field.dump(getattr(record, field.name))
        wanted: Json = [target.id] if isinstance(field, Links) else target.id
        edits.append(Edit(record.key, record.id, field.name, now, wanted))
    return edits
