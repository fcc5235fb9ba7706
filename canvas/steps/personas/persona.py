"""The portrait of a typical client (C61, C62, C65)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Frequency, Network


class PersonaRank(Choice):
    """How much a persona weighs; the order is that of their importance."""

    PRIMARY = "primary", N_("Primary"), N_("The one you think of first; only one.")
    SECONDARY = "secondary", N_("Secondary"), N_("Only if their needs really differ.")
    OCCASIONAL = "occasional", N_("Occasional"), N_("Not forgotten, and never leading.")


class Gender(Choice):
    """Whom one pictures."""

    WOMAN = "woman", N_("Woman")
    MAN = "man", N_("Man")
    ANY = "any", N_("Woman or man")


class DecisionRole(Choice):
    """What part a persona has in a purchase."""

    DECIDES = "decides", N_("Decides")
    INFLUENCES = "influences", N_("Influences the decision")
    USES = "uses", N_("Uses it")
    PAYS = "pays", N_("Pays")


class Register(Choice):
    """How a persona likes to be spoken to."""

    FORMAL = "formal", N_("Formal"), N_("Polite distance, full sentences.")
    FRIENDLY = "friendly", N_("Friendly"), N_("As to a customer you know well.")
    FAMILIAR = "familiar", N_("Familiar"), N_("As to a friend, with humour.")
    EXPERT = "expert", N_("Between experts"), N_("The terms of the trade are welcome.")


_WHO = N_("Who they are")
_DRIVES = N_("What drives them")
_LIFE = N_("Their life, online and off")
_SPEAK = N_("How to speak to them")


@record(
    "persona",
    one=N_("Persona"),
    many=N_("Personas"),
    help=N_("The portrait of a typical client; one to three are enough, one of them primary."),
)
class Persona(Record):
    """A typical client: who they are, what they want, where and how to reach them."""

    name: str = fields.text(
        label=N_("First name"),
        help=N_("A first name that the whole team will use."),
        example=N_("Nadia"),
        max_chars=60,
        in_list=True,
        essential=True,
    )
    rank: PersonaRank | None = fields.choice(
        PersonaRank,
        label=N_("Weight"),
        help=N_("One primary persona; a second or third only if their needs differ."),
        in_list=True,
    )
    job: str = fields.text(
        label=N_("Job"),
        help=N_("What they do for a living, or their situation."),
        example=N_("Nurse, two children at school"),
        max_chars=120,
        in_list=True,
    )
    trigger: str = fields.text(
        label=N_("What sets them off"),
        help=N_("The moment when they start to look for what you offer."),
        example=N_("Her son’s birthday is in two weeks and she has no time to bake"),
        max_chars=200,
        in_list=True,
    )
    wiifm: str = fields.text(
        label=N_("What they gain by following you"),
        help=N_("The answer to their question “what is in it for me?”; your product is not one."),
        example=N_("Ideas for the week’s breakfasts, and the hours when bread is warm"),
        max_chars=300,
        in_list=True,
    )
    avatar: str = fields.text(
        label=N_("Avatar"),
        help=N_("An emoji or two letters that stand for them on the cards."),
        example="👩‍⚕️",
        max_chars=16,
        group=_WHO,
    )
    picture: str = fields.picture(
        label=N_("Picture"),
        help=N_("A photo or drawing that looks like them, with the right to use it; no client."),
        group=_WHO,
    )
    photo: str = fields.url(
        label=N_("Photo"),
        help=N_("The address of a photo that looks like them, with the right to use it."),
        group=_WHO,
    )
    age_range: str = fields.text(
        label=N_("Age"),
        help=N_("A range of about ten years."),
        example=N_("35–45"),
        max_chars=40,
        group=_WHO,
    )
    gender: Gender | None = fields.choice(
        Gender,
        label=N_("Woman or man"),
        help=N_("Only if it changes what you would say."),
        group=_WHO,
    )
    location: str = fields.text(
        label=N_("Where they live"),
        help=N_("The place, and how far from you."),
        example=N_("The Harbour district, ten minutes on foot"),
        max_chars=120,
        group=_WHO,
    )
    sector: str = fields.text(
        label=N_("Sector"),
        help=N_("The line of business that they work in; it matters most between companies."),
        example=N_("Hospital"),
        max_chars=120,
        group=_WHO,
    )
    decision_role: DecisionRole | None = fields.choice(
        DecisionRole,
        label=N_("Part in the purchase"),
        help=N_("Whether they decide, pay, use it, or advise the one who does."),
        group=_WHO,
    )
    needs: tuple[str, ...] = fields.lines(
        label=N_("Needs"),
        help=N_("What they want to get done, in their own words, one a line."),
        example=N_("Good bread without a detour"),
        group=_DRIVES,
        essential=True,
    )
    problems: tuple[str, ...] = fields.lines(
        label=N_("Problems"),
        help=N_("What stands in their way today, one a line."),
        example=N_("The shop is closed when she leaves work"),
        group=_DRIVES,
    )
    goals: tuple[str, ...] = fields.lines(
        label=N_("Goals"),
        help=N_("What they want to become or to have achieved, one a line."),
        example=N_("Feed her family well on weekdays too"),
        group=_DRIVES,
    )
    expectations: tuple[str, ...] = fields.lines(
        label=N_("Expects from you"),
        help=N_("What they take for granted when they come to you, one a line."),
        example=N_("To know what is left before she comes"),
        group=_DRIVES,
    )
    desires: tuple[str, ...] = fields.lines(
        label=N_("Desires"),
        help=N_("What would delight them, one a line."),
        example=N_("To be recognised at the counter"),
        group=_DRIVES,
    )
    fears: tuple[str, ...] = fields.lines(
        label=N_("Fears"),
        help=N_("What worries them when they think of buying, one a line."),
        example=N_("Paying more for bread that is no better"),
        group=_DRIVES,
    )
    objections: tuple[str, ...] = fields.lines(
        label=N_("Objections"),
        help=N_("What they say when they do not buy, one a line."),
        example=N_("The supermarket is on my way"),
        group=_DRIVES,
    )
    interests: tuple[str, ...] = fields.lines(
        label=N_("Interests"),
        help=N_("What they like to read, watch and talk about, one a line."),
        example=N_("Quick family recipes"),
        group=_LIFE,
    )
    habits: tuple[str, ...] = fields.lines(
        label=N_("Habits"),
        help=N_("When and how they are online and how they buy, one a line."),
        example=N_("Looks at Instagram on the bus at 7 and in the evening"),
        group=_LIFE,
    )
    offline_media: tuple[str, ...] = fields.lines(
        label=N_("Other media"),
        help=N_("Press, radio, noticeboards, clubs: where you meet them offline."),
        example=N_("The school’s parents’ newsletter"),
        group=_LIFE,
    )
    register: Register | None = fields.choice(
        Register,
        label=N_("Language to speak"),
        help=N_("How they like to be spoken to."),
        group=_SPEAK,
    )
    quote: str = fields.text(
        label=N_("In their own words"),
        help=N_("One sentence that you really heard, or could have."),
        example=N_("I would come more often if I knew there was some left"),
        max_chars=200,
        group=_SPEAK,
    )
    words: tuple[str, ...] = fields.lines(
        label=N_("Words they use"),
        help=N_("Their expressions for your subject, to be used in posts, one a line."),
        example=N_("Proper bread"),
        group=_SPEAK,
    )
    words_to_avoid: tuple[str, ...] = fields.lines(
        label=N_("Words to avoid"),
        help=N_("What sounds false or technical to them, one a line."),
        example=N_("Artisanal"),
        group=_SPEAK,
    )


@record(
    "persona_media",
    one=N_("Medium used"),
    many=N_("Media used"),
    help=N_("The networks that each persona uses, how often and what for."),
)
class PersonaMedia(Record):
    """One network that one persona uses, and how often (C61)."""

    persona: str = fields.link(
        "persona", label=N_("Persona"), help=N_("Whose habit it is."), in_list=True
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that they use."),
        in_list=True,
    )
    frequency: Frequency | None = fields.choice(
        Frequency,
        label=N_("Used how often"),
        help=N_("How often they open it."),
        in_list=True,
    )
    use: str = fields.text(
        label=N_("What they do there"),
        help=N_("Look, comment, share, publish, write messages: at what time and about what."),
        example=N_("Watches stories on the bus at 7, never comments"),
        max_chars=200,
        in_list=True,
    )


@record(
    "persona_answer",
    one=N_("Answer to a problem"),
    many=N_("Answers to problems"),
    help=N_("For each problem of a persona, what you offer or explain that helps them."),
)
class PersonaAnswer(Record):
    """A problem and our answer (C65)."""

    problem: str = fields.text(
        label=N_("Problem"),
        help=N_("What bothers them, as they would say it."),
        example=N_("The shop is closed when she leaves work"),
        max_chars=300,
        in_list=True,
    )
    answer: str = fields.text(
        label=N_("Our answer"),
        help=N_("What you do, offer or explain that helps them get there."),
        example=N_("Order before noon by message, collect at the café next door until 8"),
        max_chars=300,
        in_list=True,
    )
    persona: str = fields.link(
        "persona", label=N_("Persona"), help=N_("Whose problem it is."), in_list=True
    )
    proof: str = fields.text(
        label=N_("Proof"),
        help=N_("What shows that it works: a figure, a customer’s words."),
        example=N_("Forty orders a week since September"),
        max_chars=300,
    )
    content_idea: str = fields.text(
        label=N_("Content idea"),
        help=N_("How you could tell it in a post."),
        example=N_("A story at 11 each day: what can still be ordered"),
        max_chars=300,
    )
