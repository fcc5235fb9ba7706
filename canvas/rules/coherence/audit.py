"""Whether the audit leads somewhere: competitors, accounts, SWOT and its crossings."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, say, say_count
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import (
    Chapter,
    Hit,
    Severity,
    Thresholds,
    account_name,
    hit,
    name,
    titled,
)
from canvas.steps.audit.accounts import CLOSING, Account, AccountDecision, AccountSnapshot
from canvas.steps.audit.checks import CheckStatus, ProfileCheck
from canvas.steps.audit.hints import axis_hint
from canvas.steps.audit.market import Competitor
from canvas.steps.audit.swot import Outcome, Quadrant, SwotItem, TowsLink
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.frame.year import Experiment
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.actions import Action

AUDIT = Chapter("audit")


@AUDIT.rule(RuleCode.COMPETITOR_COUNT, Severity.WARNING, "C24", Competitor)
def competitor_count(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Three or four competitors are enough to learn from, and not too many to follow."""
    found = list(titled(strategy, Competitor))
    least, most = limits[Limit.COMPETITORS_LEAST], limits[Limit.COMPETITORS_MOST]
    if found and not least <= len(found) <= most:
        yield hit(
            say_count(
                "You follow {n} competitor, {names}: {least} to {most} are right.",
                "You follow {n} competitors, {names}: {least} to {most} are right.",
                len(found),
                names=[name(competitor) for competitor in found],
                least=least,
                most=most,
            ),
            *found,
        )


@AUDIT.rule(RuleCode.SWOT_NOT_CROSSED, Severity.WARNING, "C30", SwotItem, TowsLink)
def swot_not_crossed(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Notes are crossed, so that they lead to ideas."""
    sides = {item.quadrant.is_internal for item in strategy.of(SwotItem) if item.quadrant}
    if sides == {True, False} and not any(link.idea for link in strategy.of(TowsLink)):
        yield Hit(
            say(N_("Nothing comes of the SWOT yet: cross an internal note with an external one."))
        )


@AUDIT.rule(RuleCode.SWOT_ONE_SIDED, Severity.HINT, "C29", SwotItem)
def swot_one_sided(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each of the four quadrants has a note."""
    used = {item.quadrant for item in strategy.of(SwotItem) if item.text and item.quadrant}
    empty = [quadrant for quadrant in Quadrant if quadrant not in used]
    if used and empty:
        yield Hit(
            say(
                N_("The SWOT has no note here yet: {quadrants}."),
                quadrants=[say(quadrant.label) for quadrant in empty],
            )
        )


_FOLLOWERS: dict[Outcome, type[Objective] | type[Action] | type[Experiment]] = {
    Outcome.OBJECTIVE: Objective,
    Outcome.ACTION: Action,
    Outcome.EXPERIMENT: Experiment,
}


@AUDIT.rule(
    RuleCode.CROSSING_WITHOUT_FOLLOW_UP,
    Severity.WARNING,
    "C30",
    TowsLink,
    Objective,
    Action,
    Experiment,
)
def crossing_without_follow_up(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What a crossing should become was made."""
    for link in titled(strategy, TowsLink):
        kind = _FOLLOWERS.get(link.outcome) if link.outcome else None
        if kind is None:
            continue
        made: tuple[Record, ...] = strategy.of(kind)
        if not any(getattr(record, "source_crossing", "") == link.id for record in made):
            yield hit(
                say(
                    N_("{idea} was to become this, and has not yet: {outcome}."),
                    idea=name(link),
                    outcome=say(link.outcome.label) if link.outcome else "",
                ),
                link,
                field="outcome",
            )


@AUDIT.rule(RuleCode.ACCOUNT_UNDECIDED, Severity.WARNING, "C32", Account)
def account_undecided(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each account has a fate."""
    for account in strategy.of(Account):
        if account.handle and account.decision is None:
            yield hit(
                say(
                    N_("{account}: keep, develop, revive, merge or delete?"),
                    account=account_name(strategy, account),
                ),
                account,
                field="decision",
            )


@AUDIT.rule(RuleCode.ACCOUNT_WITHOUT_OWNER, Severity.WARNING, "C14", Account, Person)
def account_without_owner(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Somebody looks after each account that stays."""
    for account in strategy.of(Account):
        stays = account.handle and account.decision not in CLOSING
        if stays and strategy.linked(Person, account.owner) is None:
            yield hit(
                say(
                    N_("Nobody looks after {account}: name its owner."),
                    account=account_name(strategy, account),
                ),
                account,
                field="owner",
            )


@AUDIT.rule(RuleCode.MERGE_WITHOUT_TARGET, Severity.ERROR, "C32", Account)
def merge_without_target(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A merge says into what."""
    for account in strategy.of(Account):
        merging = account.handle and account.decision is AccountDecision.MERGE
        if merging and strategy.linked(Account, account.merge_into) is None:
            yield hit(
                say(
                    N_("{account} is to be merged: say into which account."),
                    account=account_name(strategy, account),
                ),
                account,
                field="merge_into",
            )


@AUDIT.rule(RuleCode.PROFILE_WITHOUT_FIX, Severity.WARNING, "C19", ProfileCheck, Account)
def profile_without_fix(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What lacks on a profile has a remedy."""
    lacking = (CheckStatus.MISSING, CheckStatus.PARTIAL)
    for check in strategy.of(ProfileCheck):
        account = strategy.linked(Account, check.account)
        if account and check.item and check.status in lacking and not check.fix_action:
            yield hit(
                say(
                    N_("{account} lacks something and nobody said what to do: {item}."),
                    account=account_name(strategy, account),
                    item=say(check.item.label),
                ),
                check,
                account,
                field="fix_action",
            )


@AUDIT.rule(RuleCode.NO_STARTING_POINT, Severity.HINT, "C35", Account, AccountSnapshot)
def no_starting_point(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Once an account was read twice, one reading is what the others are compared with."""
    readings: dict[str, list[AccountSnapshot]] = {}
    for reading in strategy.of(AccountSnapshot):
        readings.setdefault(reading.account, []).append(reading)
    for account in strategy.of(Account):
        found = readings.get(account.id, [])
        if len(found) > 1 and not any(reading.is_baseline for reading in found):
            yield hit(
                say(
                    N_("No figures of {account} are marked as its starting point."),
                    account=account_name(strategy, account),
                ),
                found[0],
                account,
                field="is_baseline",
            )


@AUDIT.rule(RuleCode.SWOT_MISPLACED, Severity.HINT, "C29", SwotItem)
def swot_misplaced(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What is inside stands inside, what is outside stands outside."""
    for item in strategy.of(SwotItem):
        hint = axis_hint(item)
        if hint is not None:
            yield hit(say(N_("{note}: {hint}"), note=name(item), hint=hint), item, field="quadrant")


RULES = (
    competitor_count,
    swot_not_crossed,
    swot_one_sided,
    crossing_without_follow_up,
    account_undecided,
    account_without_owner,
    merge_without_target,
    profile_without_fix,
    no_starting_point,
    swot_misplaced,
)
