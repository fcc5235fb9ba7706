"""What is expected of social media, and what goes wrong today (C9, C11)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import MethodStep, Priority


class ServedPurpose(Choice):
    """What social media can serve in an organisation."""

    VISIBILITY = "visibility", N_("Being seen"), N_("More people know that you exist.")
    TRAFFIC = (
        "traffic",
        N_("Traffic and knowledge of prospects"),
        N_("The right people visit your site, and you learn who they are."),
    )
    PROMOTION = "promotion", N_("Promotion of products"), N_("People want what you sell and buy.")
    CLIENTS = (
        "clients",
        N_("New clients and partners"),
        N_("You find people and firms to work with."),
    )
    CLOSENESS = (
        "closeness",
        N_("Closeness and ambassadors"),
        N_("Customers feel at home with you and speak of you to others."),
    )
    EXPERTISE = "expertise", N_("Recognised expertise"), N_("People ask you first when in doubt.")
    REPUTATION = (
        "reputation",
        N_("Online reputation"),
        N_("You know what is said of you, answer it, and set it right."),
    )
    MONITORING = (
        "monitoring",
        N_("Market watch"),
        N_("You see early what customers want and what competitors do."),
    )


class SymptomKind(Choice):
    """The four signs that a presence runs without a strategy."""

    FEW_INTERACTIONS = (
        "few_interactions",
        N_("Few reactions"),
        N_("Posts get hardly any comment or share."),
    )
    SEEN_BEFORE = (
        "seen_before",
        N_("Content seen elsewhere"),
        N_("You publish what competitors published already."),
    )
    IRREGULAR = (
        "irregular",
        N_("Irregular posting"),
        N_("You publish when there is time, then not for weeks."),
    )
    NO_OWNER = (
        "no_owner",
        N_("Nobody answers for it"),
        N_("No name, no result to reach, no budget."),
    )


USUAL_REMEDY = {
    SymptomKind.FEW_INTERACTIONS: MethodStep.ATTITUDES,
    SymptomKind.SEEN_BEFORE: MethodStep.COMPETITORS,
    SymptomKind.IRREGULAR: MethodStep.PLAN,
    SymptomKind.NO_OWNER: MethodStep.FRAME,
}


@record(
    "purpose",
    one=N_("Purpose"),
    many=N_("Purposes"),
    help=N_("What social media should serve; one or two that matter, rather than all eight."),
)
class Purpose(Record):
    """One of the purposes that the organisation has in mind."""

    purpose: ServedPurpose | None = fields.choice(
        ServedPurpose,
        label=N_("What it should serve"),
        help=N_("Choose what you would miss most if nothing came of it."),
        in_list=True,
        essential=True,
    )
    priority: Priority | None = fields.choice(
        Priority,
        label=N_("Priority"),
        help=N_("How soon it deserves your time."),
        in_list=True,
    )
    reason: str = fields.text(
        label=N_("Why it matters"),
        help=N_("What happens in the organisation that makes you expect it."),
        example=N_("Half of the district does not know that we bake on Sundays"),
        max_chars=300,
        in_list=True,
    )
    expected_by: str = fields.link(
        "person",
        label=N_("Expected by"),
        help=N_("Who asks for it, and will ask whether it came."),
        in_list=True,
    )


@record(
    "symptom",
    one=N_("Symptom"),
    many=N_("Symptoms"),
    help=N_("Four signs that something is missing: say which ones you notice."),
)
class Symptom(Record):
    """A sign of failure, whether it is there, and where it is treated."""

    symptom: SymptomKind | None = fields.choice(
        SymptomKind,
        label=N_("Sign"),
        help=N_("One of the four usual signs of a presence without a strategy."),
        in_list=True,
    )
    present: bool = fields.flag(
        label=N_("We notice it"),
        help=N_("Tick it if it is true of you today."),
        in_list=True,
    )
    evidence: str = fields.text(
        label=N_("What shows it"),
        help=N_("A date, a figure or an example."),
        example=N_("Last post on 14 June, three likes, two of them ours"),
        max_chars=300,
        in_list=True,
    )
    remedy_step: MethodStep | None = fields.choice(
        MethodStep,
        label=N_("Dealt with in"),
        help=N_("The step in which you decide what to do about it."),
        in_list=True,
    )
    remedy: str = fields.text(
        label=N_("Remedy"),
        help=N_("What you will do about it, in one sentence."),
        example=N_("A stock of six posts ready, so that a busy week shows no hole"),
        max_chars=300,
    )

    @property
    def treated_in(self) -> MethodStep | None:
        """The step that was chosen, or the one where this sign is usually treated."""
        if self.remedy_step is not None or self.symptom is None:
            return self.remedy_step
        return USUAL_REMEDY[self.symptom]
