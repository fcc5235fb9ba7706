"""Signs that a presence runs without a strategy, as far as the data show them (C9)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.ids import new_id
from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_accounts import FEWEST_POSTS, followers_on
from canvas.rules.feeds import Months, interactions
from canvas.steps.audit.accounts import Account
from canvas.steps.audit.contents import Article
from canvas.steps.audit.figures import NOT_FOLLOWED, latest
from canvas.steps.audit.market import Competitor, CompetitorArticle
from canvas.steps.common import MethodStep
from canvas.steps.frame.coherence import figure_of
from canvas.steps.frame.expectations import USUAL_REMEDY, Symptom, SymptomKind
from canvas.steps.frame.people import Person, Responsibility
from canvas.steps.frame.rule_names import Limit
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import Origin
from canvas.steps.plan.rhythm import Rhythm

LOOK_BACK = dt.timedelta(days=183)
"""How far before the latest post a silence counts."""

ALIKE = 0.6
"""From this share of common words, two titles say the same."""

FEWEST_WORDS = 3
"""Titles of fewer long words are alike by chance."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One of the four signs, as the data show it and as somebody noted it.

    Attributes:
        kind: Which sign.
        present: Whether the data show it; None where they do not tell.
        evidence: What shows it, or what is missing to tell.
        noted: What the strategy says of it, None while it says nothing.
    """

    kind: SymptomKind
    present: bool | None
    evidence: Message
    noted: Symptom | None

    @property
    def is_there(self) -> bool:
        """Whether somebody noted it, or the data show it."""
        return bool(self.noted and self.noted.present) or bool(self.present)

    @property
    def treated_in(self) -> MethodStep:
        """The step in which it is dealt with."""
        return (self.noted and self.noted.treated_in) or USUAL_REMEDY[self.kind]


Shown = tuple[bool | None, Message]
"""Whether a sign is there, and what shows it."""


def signs(strategy: Strategy, months: Months) -> tuple[Sign, ...]:
    """Return the four signs, in the order of the method."""
    noted = {one.symptom: one for one in strategy.of(Symptom) if one.symptom}
    return tuple(
        Sign(kind, *_LOOKED_FOR[kind](strategy, months), noted.get(kind)) for kind in SymptomKind
    )


def note(strategy: Strategy, sign: Sign, evidence: str) -> list[Edit]:
    """Return the edits that write a sign down as present, with what shows it.

    Args:
        strategy: The strategy.
        sign: The sign.
        evidence: What shows it, in the person's language.
    """
    field = Symptom.field("evidence")
    words: Json = evidence[: getattr(field, "max_chars", len(evidence))]
    if sign.noted is None:
        position = strategy.next_position(Symptom)
        raw: dict[str, Json] = {
            "symptom": str(sign.kind),
            "present": True,
            "evidence": words,
            "remedy_step": str(sign.treated_in),
        }
        return creation(Symptom.key, new_id(), raw, position)
    edits = []
    if not sign.noted.present:
        edits.append(Edit(Symptom.key, sign.noted.id, "present", None, True))
    if not sign.noted.evidence:
        edits.append(Edit(Symptom.key, sign.noted.id, "evidence", None, words))
    return edits


def _few_interactions(strategy: Strategy, months: Months) -> Shown:
    """Reactions a post over followers, of the accounts that both are known of."""
    reacted = followers = 0.0
    counted = 0
    for account in strategy.of(Account):
        if account.network is None or account.network in NOT_FOLLOWED:
            continue
        found = _reactions(strategy, months, account)
        if found is not None:
            reacted += found[0]
            followers += found[1]
            counted += 1
    if not followers:
        return None, say(
            N_("Write the followers and the reactions per post of an account, in the audit.")
        )
    share = reacted / followers
    limit = figure_of(strategy, Limit.REACTIONS_SHARE) / 100
    return share < limit, say_count(
        "On {n} account, {share} of followers react to a post; less than {limit} is low.",
        "On {n} accounts, {share} of followers react to a post; less than {limit} is low.",
        counted,
        share=Share(round(share, 4)),
        limit=Share(limit),
    )


def _reactions(strategy: Strategy, months: Months, account: Account) -> tuple[float, float] | None:
    """Return an account's reactions a post and its followers, by its posts, else the audit."""
    own = [
        (post.published.date(), count)
        for post in months.figures.posts
        if post.account == account.id
        and post.published is not None
        and (count := interactions(post.counters)) is not None
    ]
    if len(own) >= FEWEST_POSTS:
        last = max(day for day, _ in own)
        level = followers_on(strategy, months, account.id, last)
        recent = [count for day, count in own if day > last - LOOK_BACK]
        if level is not None and level.value:
            return sum(recent) / len(recent), level.value
    read = latest(strategy, account.id)
    if read is None or read.avg_interactions is None or not read.followers:
        return None
    return read.avg_interactions, float(read.followers)


def _seen_before(strategy: Strategy, months: Months) -> Shown:
    """Titles that a competitor had, else the part that is taken from others."""
    ours = [one.title for one in (*strategy.of(Article), *strategy.of(Post)) if one.title]
    for theirs in strategy.of(CompetitorArticle):
        twin = next((title for title in ours if _alike(title, theirs.title)), None)
        if twin is not None:
            whose = strategy.linked(Competitor, theirs.competitor)
            return True, say(
                N_("“{ours}” says what “{theirs}” says already ({competitor})."),
                ours=twin,
                theirs=theirs.title,
                competitor=whose.name if whose and whose.name else say(N_("a competitor")),
            )
    known = [post.origin for post in strategy.of(Post) if post.origin is not None]
    if not known:
        return None, say(N_("Note your competitors’ most-read content: ours is compared with it."))
    share = known.count(Origin.CURATED) / len(known)
    limit = figure_of(strategy, Limit.CURATED_SHARE) / 100
    return share > limit, say_count(
        "{share} of {n} line of the calendar comes from others.",
        "{share} of {n} lines of the calendar come from others.",
        len(known),
        share=Share(round(share, 2)),
    )


def _alike(ours: str, theirs: str) -> bool:
    mine, their = _words(ours), _words(theirs)
    if min(len(mine), len(their)) < FEWEST_WORDS:
        return False
    return len(mine & their) >= ALIKE * len(mine | their)


def _words(title: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", title.casefold()) if len(word) > 3)


def _irregular(strategy: Strategy, months: Months) -> Shown:
    """The longest silence between two posts that are out, all accounts together."""
    days = {post.published.date() for post in months.figures.posts if post.published}
    days |= {post.date for post in strategy.of(Post) if post.is_out and post.date}
    if len(days) < FEWEST_POSTS:
        return None, say(N_("Bring in a file of your posts: their days show the silences."))
    first = max(days).toordinal() - LOOK_BACK.days
    recent = sorted(day for day in days if day.toordinal() >= first)
    gaps = [((after - before).days - 1, before, after) for before, after in pairwise(recent)]
    longest, before, after = max(gaps, default=(0, recent[-1], recent[-1]))
    own = strategy.one(Rhythm).max_gap_days
    limit = figure_of(strategy, Limit.SILENCE_DAYS) if own is None else own
    return longest > limit, say(
        N_(
            "Of the posts that are known, none between {before} and {after}: {longest} days of "
            "silence, where {limit} are bearable."
        ),
        before=before,
        after=after,
        longest=longest,
        limit=limit,
    )


def _no_owner(strategy: Strategy, months: Months) -> Shown:
    """Somebody with a result to reach and a budget."""
    duties = [
        (duty, owner)
        for duty in strategy.of(Responsibility)
        if (owner := strategy.linked(Person, duty.owner)) is not None and owner.name
    ]
    if not duties:
        return True, say(N_("Nobody is named to answer for the result."))
    names = list(dict.fromkeys(owner.name for _, owner in duties))
    if not any(duty.result or duty.objectives_owned for duty, _ in duties):
        return True, say(N_("{names}: no result to reach is written."), names=names)
    if all(duty.budget_owned is None for duty, _ in duties):
        return True, say(N_("{names}: no budget is written, even of nothing."), names=names)
    return False, say(N_("{names}: a result and a budget are written."), names=names)


_LOOKED_FOR: Mapping[SymptomKind, Callable[[Strategy, Months], Shown]] = MappingProxyType(
    {
        SymptomKind.FEW_INTERACTIONS: _few_interactions,
        SymptomKind.SEEN_BEFORE: _seen_before,
        SymptomKind.IRREGULAR: _irregular,
        SymptomKind.NO_OWNER: _no_owner,
    }
)
