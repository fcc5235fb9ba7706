"""Whether conduct is settled before it is needed: charter, policy, crisis (C85–C91)."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import Chapter, Hit, Severity, Thresholds, hit, name, titled
from canvas.steps.attitudes.charter import CharterRule, EditorialPolicy
from canvas.steps.attitudes.content import EmotionIdea, SharingDriver
from canvas.steps.attitudes.crisis import CrisisLevel, CrisisPlan, PlanState
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import Limit, RuleCode

ATTITUDES = Chapter("attitudes")


@ATTITUDES.rule(RuleCode.NO_CRISIS_LEVEL, Severity.WARNING, "C87", CrisisLevel)
def no_crisis_level(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """One knows a storm when it comes."""
    if not any(level.name or level.signs for level in strategy.of(CrisisLevel)):
        yield Hit(say(N_("Nobody has said yet by what signs you would know a crisis.")))


@ATTITUDES.rule(RuleCode.CRISIS_WITHOUT_RESPONDER, Severity.ERROR, "C87", CrisisLevel, Person)
def crisis_without_responder(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Somebody speaks in a crisis."""
    for level in titled(strategy, CrisisLevel):
        if strategy.linked(Person, level.responder) is None:
            yield hit(
                say(N_("Nobody answers in this crisis: {level}."), level=name(level)),
                level,
                field="responder",
            )


@ATTITUDES.rule(RuleCode.NO_CRISIS_PLAN, Severity.WARNING, "C88", CrisisPlan, source="001")
def no_crisis_plan(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A crisis plan exists."""
    plan = strategy.one(CrisisPlan)
    if plan.state in (None, PlanState.NONE):
        yield hit(say(N_("There is no crisis plan: one page is enough.")), plan, field="state")


@ATTITUDES.rule(RuleCode.CHARTER_TOO_LONG, Severity.WARNING, "C85", CharterRule)
def charter_too_long(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A charter that is read has one page."""
    rules = [rule for rule in strategy.of(CharterRule) if rule.rule]
    words = sum(len(f"{rule.rule} {rule.example}".split()) for rule in rules)
    most = limits[Limit.CHARTER_WORDS]
    if words > most:
        yield hit(
            say_count(
                "Your charter has {n} word: nobody reads more than {most}.",
                "Your charter has {n} words: nobody reads more than {most}.",
                words,
                most=most,
            ),
            *rules,
            field="rule",
        )


@ATTITUDES.rule(
    RuleCode.NO_EDITORIAL_POLICY, Severity.WARNING, "C91", EditorialPolicy, source="001"
)
def no_editorial_policy(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What is published, and what never is, stands somewhere."""
    policy = strategy.one(EditorialPolicy)
    if not policy.text:
        yield hit(
            say(N_("No editorial policy says what you publish and what you never do.")),
            policy,
            field="text",
        )


@ATTITUDES.rule(
    RuleCode.DRIVER_WITHOUT_CONTENT, Severity.WARNING, "C81", SharingDriver, EmotionIdea
)
def driver_without_content(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each reason to share is served by an idea, once there are ideas."""
    ideas = list(titled(strategy, EmotionIdea))
    served = {idea.driver for idea in ideas}
    for driver in titled(strategy, SharingDriver) if ideas else ():
        if driver.id not in served:
            yield hit(
                say(
                    N_("No idea makes use of this reason to share: {reason}."), reason=name(driver)
                ),
                driver,
            )


@ATTITUDES.rule(RuleCode.IDEA_WITHOUT_DRIVER, Severity.HINT, "C81", EmotionIdea, SharingDriver)
def idea_without_driver(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each idea gives a reason to share, once it is known why people do."""
    known = {driver.id for driver in titled(strategy, SharingDriver)}
    for idea in titled(strategy, EmotionIdea) if known else ():
        if idea.driver not in known:
            yield hit(
                say(N_("Why would anybody share {idea}?"), idea=name(idea)), idea, field="driver"
            )


RULES = (
    no_crisis_level,
    crisis_without_responder,
    no_crisis_plan,
    charter_too_long,
    no_editorial_policy,
    driver_without_content,
    idea_without_driver,
)
