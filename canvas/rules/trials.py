"""What a split test says, in words (C143).

The interval itself comes from `canvas.services.statistics`; here is what follows from it.
Version B is compared with version A, which is what one does today.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from canvas.domain.choices import Choice
from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.steps.measure.choices import Winner
from canvas.steps.measure.learning import SplitTest, Survey

SURE = 0.95
"""How sure one wants to be."""

POWER = 0.80
"""How often a difference that is real should be found."""

TOO_MANY = 100_000
"""People needed beyond which one says that the versions are alike."""


class State(Choice):
    """How far a test can be judged."""

    OPEN = "open", N_("Figures are missing")
    WRONG = "wrong", N_("Figures that cannot be")
    TELLS = "tells", N_("It tells")
    TOO_FEW = "too_few", N_("Too few people")
    ALIKE = "alike", N_("No difference to be seen")


@dataclass(frozen=True, slots=True)
class Trial:
    """The figures of two versions: how many people saw each, how many reacted."""

    shown_a: int
    actions_a: int
    shown_b: int
    actions_b: int

    @property
    def rate_a(self) -> float:
        """The share that reacted to version A."""
        return self.actions_a / self.shown_a

    @property
    def rate_b(self) -> float:
        """The share that reacted to version B."""
        return self.actions_b / self.shown_b


@dataclass(frozen=True, slots=True)
class Interval:
    """Between what version B's share less version A's lies.

    Attributes:
        low: Its lower end, as a ratio.
        high: Its upper end.
        needed: How many people a version it takes to tell a difference as large as the
            one seen; None where none was seen.
    """

    low: float
    high: float
    needed: int | None


Compare = Callable[[Trial], Interval]


@dataclass(frozen=True, slots=True)
class Judged:
    """A test, judged.

    Attributes:
        test: Its record.
        state: How far it can be judged.
        said: What is to be read in it, in sentences.
        proposed: The winner that the figures speak for; None while they do not speak.
        interval: Between what the shares differ; None without figures.
        trial: The figures, None where one is missing or cannot be.
    """

    test: SplitTest
    state: State
    said: tuple[Message, ...]
    proposed: Winner | None = None
    interval: Interval | None = None
    trial: Trial | None = None

    @property
    def is_early(self) -> bool:
        """Whether a winner was written down that the figures do not show."""
        return (
            self.test.winner in (Winner.A, Winner.B) and self.state in (State.TOO_FEW, State.ALIKE)
        ) or (
            self.state is State.TELLS
            and self.test.winner is not None
            and self.test.winner is not self.proposed
        )


def trial_of(test: SplitTest) -> Trial | None:
    """Return the figures of a test, None where one is missing or cannot be."""
    shown_a, actions_a, shown_b, actions_b = _figures(test)
    if shown_a is None or actions_a is None or shown_b is None or actions_b is None:
        return None
    if not shown_a or not shown_b or actions_a > shown_a or actions_b > shown_b:
        return None
    return Trial(shown_a, actions_a, shown_b, actions_b)


def _figures(test: SplitTest) -> tuple[int | None, int | None, int | None, int | None]:
    return test.shown_a, test.actions_a, test.shown_b, test.actions_b


def judged(test: SplitTest, compare: Compare) -> Judged:
    """Return what a test says.

    Args:
        test: The test.
        compare: What gives the interval.
    """
    trial = trial_of(test)
    if trial is None:
        if any(figure is None for figure in _figures(test)):
            said = say(N_("Write how many people saw each version, and how many reacted."))
            return Judged(test, State.OPEN, (said,))
        said = say(N_("More people reacted than saw it, or nobody saw it: look at the figures."))
        return Judged(test, State.WRONG, (said,))
    found = compare(trial)
    rates = say(
        N_("A: {rate_a} of {shown_a} people; B: {rate_b} of {shown_b}."),
        rate_a=Share(round(trial.rate_a, 4)),
        shown_a=trial.shown_a,
        rate_b=Share(round(trial.rate_b, 4)),
        shown_b=trial.shown_b,
    )
    if found.low > 0 or found.high < 0:
        winner = Winner.B if found.low > 0 else Winner.A
        return Judged(test, State.TELLS, (rates, _telling(found)), winner, found, trial)
    if found.needed is None or found.needed > TOO_MANY:
        said = say(
            N_("No difference to be seen; if there is one, it is smaller than {points} points."),
            points=points(max(-found.low, found.high)),
        )
        return Judged(test, State.ALIKE, (rates, said), Winner.NONE, found, trial)
    more = max(1, found.needed - min(trial.shown_a, trial.shown_b))
    said = say_count(
        "Too few people to tell: chance alone could do this. About {n} more for each version.",
        "Too few people to tell: chance alone could do this. About {n} more for each version.",
        rounded(more),
    )
    return Judged(test, State.TOO_FEW, (rates, said), None, found, trial)


def _telling(found: Interval) -> Message:
    low, high = sorted((abs(found.low), abs(found.high)))
    if found.low > 0:
        text = N_("Version B brings between {low} and {high} points more; likely not chance.")
    else:
        text = N_("Version A brings between {low} and {high} points more; likely not chance.")
    return say(text, low=points(low), high=points(high))


def points(ratio: float) -> float:
    """Return a difference of shares in points, as finely as it takes to be no zero."""
    value = 100 * abs(ratio)
    for digits in (0, 1):
        if value >= 10 ** (1 - digits):
            return round(value, digits)
    return round(value, 2)


def rounded(count: int) -> int:
    """Return a number of people with two figures that count."""
    scale = int(10 ** max(0, len(str(count)) - 2))
    return -(-count // scale) * scale


def influenced(survey: Survey) -> float | None:
    """Return the share of answers that say our presence weighed; None where not known."""
    if survey.influenced is None or not survey.answers or survey.influenced > survey.answers:
        return None
    return survey.influenced / survey.answers
