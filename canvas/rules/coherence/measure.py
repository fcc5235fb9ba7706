"""Whether what is measured leads to decisions (C135–C149)."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, say, say_count
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import Chapter, Hit, Severity, Thresholds, hit, name, titled
from canvas.steps.common import Progress, Sentiment
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.measure.follow_up import Mention, ReportSetup
from canvas.steps.measure.learning import Learning
from canvas.steps.measure.readings import Reading
from canvas.steps.measure.value import RoiValue
from canvas.steps.objectives.indicators import Kpi

MEASURE = Chapter("measure")


@MEASURE.group(
    RuleCode.READING_WITHOUT_KPI,
    Severity.WARNING,
    "C149",
    Reading,
    Kpi,
    told=lambda found: say_count(
        "{n} reading belongs to no indicator.",
        "{n} readings belong to no indicator.",
        len(found),
    ),
    field="kpi",
)
def reading_without_kpi(strategy: Strategy, limits: Thresholds) -> Iterator[Record]:
    """A figure says what it measures: an indicator, or a figure of an account."""
    known = {kpi.id for kpi in strategy.of(Kpi)}
    for reading in strategy.of(Reading):
        of_account = reading.account and reading.metric
        if reading.value is not None and reading.kpi not in known and not of_account:
            yield reading


@MEASURE.rule(RuleCode.KEY_KPI_NEVER_READ, Severity.WARNING, "C149", Kpi, Reading)
def key_kpi_never_read(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Once figures are read, those of the key indicators are."""
    read = {reading.kpi for reading in strategy.of(Reading) if reading.value is not None}
    for kpi in titled(strategy, Kpi):
        if read and kpi.is_key and kpi.measure is None and kpi.id not in read:
            yield hit(say(N_("{kpi} is a key indicator and was never read."), kpi=name(kpi)), kpi)


@MEASURE.rule(RuleCode.REPORT_WITHOUT_AUTHOR, Severity.WARNING, "C146", ReportSetup, Person)
def report_without_author(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Somebody writes each report, by a day."""
    for setup in titled(strategy, ReportSetup):
        author = strategy.linked(Person, setup.author)
        if author is None or setup.due_day is None:
            yield hit(
                say(N_("{report} has no author or no day."), report=name(setup)),
                setup,
                field="due_day" if author else "author",
            )


@MEASURE.rule(RuleCode.RESULT_WITHOUT_VALUE, Severity.WARNING, "C140", RoiValue)
def result_without_value(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What a result is worth is known, or no return can be counted."""
    for result in titled(strategy, RoiValue):
        if result.value_each is None:
            yield hit(
                say(
                    N_("What is {result} worth? Without a value there is no return."),
                    result=name(result),
                ),
                result,
                field="value_each",
            )


@MEASURE.rule(RuleCode.LEARNING_WITHOUT_DECISION, Severity.WARNING, "C143", Learning)
def learning_without_decision(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A lesson changes something."""
    for learning in titled(strategy, Learning):
        if learning.decision is None:
            yield hit(
                say(N_("{lesson} was learnt: what do you change?"), lesson=name(learning)),
                learning,
                field="decision",
            )


@MEASURE.rule(RuleCode.BAD_MENTION_LEFT, Severity.WARNING, "C145", Mention)
def bad_mention_left(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Unkind words get an answer, or a reason not to."""
    for mention in titled(strategy, Mention):
        settled = mention.status in (Progress.DONE, Progress.DROPPED)
        if mention.sentiment is Sentiment.NEGATIVE and not settled and not mention.action:
            yield hit(
                say(N_("Nobody takes care of this yet: {mention}."), mention=name(mention)),
                mention,
                field="action",
            )


RULES = (
    reading_without_kpi,
    key_kpi_never_read,
    report_without_author,
    result_without_value,
    learning_without_decision,
    bad_mention_left,
)
