"""What must be decided about attitudes (C154), and what it comes down to."""

from __future__ import annotations

from canvas.domain.messages import N_, Message, say
from canvas.domain.step import ToDo
from canvas.domain.strategy import Strategy
from canvas.steps.attitudes.charter import CharterRule
from canvas.steps.attitudes.content import EmotionIdea
from canvas.steps.attitudes.crisis import CrisisLevel
from canvas.steps.attitudes.norms import Favour, NetworkNorm
from canvas.steps.attitudes.roles import TASKS, NetworkRole
from canvas.steps.wording import name_of, names_of


def pushed_formats(strategy: Strategy) -> tuple[NetworkNorm, ...]:
    """Return the formats that a network pushes, in their order."""
    return tuple(
        norm
        for norm in strategy.of(NetworkNorm)
        if norm.format and norm.network and norm.favoured is Favour.PUSHED
    )


def answered_levels(strategy: Strategy) -> tuple[CrisisLevel, ...]:
    """Return the levels of alert for which somebody answers, the lowest first."""
    levels = (level for level in strategy.of(CrisisLevel) if name_of(strategy, level.responder))
    return tuple(sorted(levels, key=lambda level: level.level or 0))


def open_tasks(strategy: Strategy, role: NetworkRole) -> tuple[str, ...]:
    """Return the tasks of `TASKS` that nobody does on this network."""
    return tuple(task for task in TASKS if not names_of(strategy, getattr(role, task)))


def _formats_missing(strategy: Strategy) -> Message | None:
    if pushed_formats(strategy):
        return None
    return say(N_("No format noted yet that a network pushes."))


def _ideas_missing(strategy: Strategy) -> Message | None:
    ideas = [idea for idea in strategy.of(EmotionIdea) if idea.idea]
    if not ideas:
        return say(N_("No idea yet of content that makes people react."))
    if not any(idea.emotion or idea.question for idea in ideas):
        return say(N_("The ideas say neither what people will feel nor what you ask them."))
    return None


def _charter_missing(strategy: Strategy) -> Message | None:
    if not any(rule.rule for rule in strategy.of(CharterRule)):
        return say(N_("The charter has no rule yet."))
    if not answered_levels(strategy):
        return say(N_("Nobody is named yet to answer negative comments."))
    return None


_NOBODY = {
    "publishers": N_("Nobody is named yet to publish on {network}."),
    "repliers": N_("Nobody is named yet to reply on {network}."),
    "moderators": N_("Nobody is named yet to moderate {network}."),
}


def _roles_missing(strategy: Strategy) -> Message | None:
    roles = [role for role in strategy.of(NetworkRole) if role.network]
    if not roles:
        return say(N_("No network has its roles yet."))
    for role in roles:
        for task in open_tasks(strategy, role):
            return say(_NOBODY[task], network=role.network)
    return None


def decision(strategy: Strategy) -> Message | None:
    """Return who does what, once the roles are complete on each network."""
    if _roles_missing(strategy):
        return None
    who = {task: _doing(strategy, task) for task in TASKS}
    levels = answered_levels(strategy)
    if not levels:
        return say(
            N_("Publishing: {publishers}. Replies: {repliers}. Moderation: {moderators}."), **who
        )
    top = levels[-1]
    return say(
        N_(
            "Publishing: {publishers}. Replies: {repliers}. Moderation: {moderators}. "
            "If it gets serious: {leader}."
        ),
        leader=name_of(strategy, top.escalate_to) or name_of(strategy, top.responder),
        **who,
    )


def _doing(strategy: Strategy, task: str) -> tuple[str, ...]:
    ids = (person for role in strategy.of(NetworkRole) for person in getattr(role, task))
    return names_of(strategy, dict.fromkeys(ids))


TODOS = (
    ToDo(
        key="formats",
        text=N_("Note the formats that each main network pushes"),
        missing=_formats_missing,
        view="content",
    ),
    ToDo(
        key="ideas",
        text=N_("List ideas that touch people and make them react"),
        missing=_ideas_missing,
        view="content",
    ),
    ToDo(
        key="roles",
        text=N_("Say who publishes, who replies and who moderates"),
        missing=_roles_missing,
        view="roles",
    ),
    ToDo(
        key="charter",
        text=N_("Write a short charter, negative comments included"),
        missing=_charter_missing,
        view="charter",
    ),
)
