"""Whether you are one and the same wherever you are: name, language, tone (C41, C96, C97f)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from canvas.domain.messages import N_, say
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import (
    Hit,
    Severity,
    Thresholds,
    account_name,
    hit,
    name,
    titled,
)
from canvas.rules.coherence.networks import NETWORKS, networks_of
from canvas.rules.coherence.segments import ONE_WAY
from canvas.steps.audit.accounts import CLOSING, Account
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.networks.choice import with_role
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.networks.profiles import Handle, HandleStatus, VoiceAspect, VoiceException
from canvas.steps.objectives.missions import Brand
from canvas.steps.plan.voice import Voice


@NETWORKS.rule(RuleCode.VOICE_UNSAID, Severity.WARNING, "C97f", VoiceException, Voice, Brand)
def voice_unsaid(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What is an exception differs from something: the voice that all accounts share."""
    exceptions = list(titled(strategy, VoiceException))
    voice = strategy.one(Voice)
    said = voice.tone or voice.address or voice.traits or strategy.one(Brand).tone_words
    if exceptions and not said:
        yield hit(
            say(
                N_("{exception} is an exception to a voice that is written nowhere."),
                exception=name(exceptions[0]),
            ),
            voice,
            *exceptions,
            field="tone",
        )


@NETWORKS.rule(RuleCode.EXCEPTION_UNEXPLAINED, Severity.WARNING, "C97f", VoiceException, Person)
def exception_unexplained(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Who speaks otherwise has a reason, and somebody who agreed."""
    for exception in titled(strategy, VoiceException):
        approver = strategy.linked(Person, exception.approver)
        if not exception.reason or approver is None:
            yield hit(
                say(
                    N_("You speak otherwise here without a reason or a yes: {difference}."),
                    difference=name(exception),
                ),
                exception,
                field="approver" if exception.reason else "reason",
            )


@NETWORKS.rule(RuleCode.LANGUAGES_DIFFER, Severity.HINT, "C97f", Account, VoiceException)
def languages_differ(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """All accounts speak one language; where one does not, that is a noted exception."""
    excepted = {
        exception.network
        for exception in strategy.of(VoiceException)
        if exception.aspect is VoiceAspect.LANGUAGE
    }
    spoken = [
        account
        for account in strategy.of(Account)
        if account.language and account.decision not in CLOSING and account.network not in excepted
    ]
    languages = Counter(account.language.strip().casefold() for account in spoken)
    if len(languages) > 1:
        usual = languages.most_common(1)[0][0]
        other = [a for a in spoken if a.language.strip().casefold() != usual]
        yield hit(
            say(
                N_("This speaks another language than your other accounts: {accounts}."),
                accounts=[account_name(strategy, account) for account in other],
            ),
            *other,
            field="language",
        )


@NETWORKS.rule(RuleCode.NAME_NOT_RESERVED, Severity.WARNING, "C41", NetworkOption, Handle, Account)
def name_not_reserved(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Your name is yours wherever you are or defend it, once names were looked up."""
    handles = list(titled(strategy, Handle))
    ours = {handle.network for handle in handles if handle.status is HandleStatus.OURS}
    ours |= set(networks_of(strategy).values())
    roles = (Role.MAIN, Role.STRONG, Role.DEFENSIVE)
    for option in with_role(strategy, *roles) if handles else ():
        if option.network and option.network not in ours and option.network not in ONE_WAY:
            yield hit(
                say(N_("Your name on {network} is not yours yet."), network=option.called), option
            )


RULES = (voice_unsaid, exception_unexplained, languages_differ, name_not_reserved)
