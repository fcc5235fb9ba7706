"""Lists of codes that the plan and the steps after it share."""

from __future__ import annotations

from canvas.domain.choices import Choice
from canvas.domain.messages import N_


class PostStatus(Choice):
    """How far a publication is, from the idea to the network."""

    IDEA = "idea", N_("Idea")
    DRAFT = "draft", N_("Draft"), N_("Somebody is writing it.")
    TO_VALIDATE = "to_validate", N_("To validate"), N_("Written, and waiting for approval.")
    APPROVED = "approved", N_("Approved"), N_("Ready, and not yet in the scheduling tool.")
    SCHEDULED = "scheduled", N_("Scheduled"), N_("It will go out by itself.")
    PUBLISHED = "published", N_("Published")


class Origin(Choice):
    """Who made what is published (C112)."""

    OWN = "own", N_("Our own"), N_("Made by you or for you.")
    UGC = "ugc", N_("Made by clients"), N_("A client’s photo, review or video, with their consent.")
    CURATED = "curated", N_("From others"), N_("A good piece of somebody who is no competitor.")


class Intent(Choice):
    """What a publication does for its reader; the 80/20 rule counts these (C109)."""

    EDUCATE = "educate", N_("Educate"), N_("The reader learns something.")
    ENTERTAIN = "entertain", N_("Entertain"), N_("The reader smiles, or sees behind the scenes.")
    PROMOTE = "promote", N_("Promote"), N_("The reader is invited to buy.")


class Market(Choice):
    """Whom a kind of content works with (C101b)."""

    PEOPLE = "b2c", N_("People (B2C)")
    FIRMS = "b2b", N_("Firms (B2B)")
    BOTH = "both", N_("People and firms")


class NewsTest(Choice):
    """What must hold before one rides on the news (C119); in doubt, one does not."""

    OURS = "ours", N_("We have something to say"), N_("It touches our trade or our place.")
    HARMLESS = "harmless", N_("Nobody is hurt"), N_("No victim, no quarrel, no mockery.")
    TRUE = "true", N_("It is checked"), N_("Two sources that do not quote each other.")
    FRESH = "fresh", N_("It is not too late"), N_("People still speak of it when we publish.")
    ALLOWED = "allowed", N_("We have the right"), N_("Pictures, brands and rules of contests.")


class PostPractice(Choice):
    """What makes a publication work, ticked one by one (C122)."""

    IMAGE = "image", N_("Image or video")
    QUESTION = "question", N_("Question to readers")
    CTA = "cta", N_("Call to action")
    HASHTAG = "hashtag", N_("Hashtag")
    QUOTE = "quote", N_("Quote")
    TESTIMONIAL = "testimonial", N_("Testimonial")
    UGC = "ugc", N_("Fan content")
    ANECDOTE = "anecdote", N_("Anecdote or backstage")
    GUIDE = "guide", N_("Guide or quiz")


class ActivityFamily(Choice):
    """Where the time goes; the rule of thirds balances the first three (C110)."""

    CREATION = "creation", N_("Creating content"), N_("Writing, filming, editing.")
    PROMOTION = "promotion", N_("Promoting content"), N_("Relaying, tagging, testing.")
    INTERACTION = "interaction", N_("Talking with people"), N_("Answering, thanking, commenting.")
    STEERING = "steering", N_("Steering"), N_("Planning, measuring, reporting.")


class Formality(Choice):
    """How close or how formal one sounds."""

    FORMAL = "formal", N_("Formal tone")
    NEUTRAL = "neutral", N_("Plain tone")
    INFORMAL = "informal", N_("Familiar tone")


class FormOfAddress(Choice):
    """How readers are spoken to, in languages that have two ways."""

    TU = "tu", N_("Informal: “tu”")
    VOUS = "vous", N_("Polite: “vous”")
    DEPENDS = "depends", N_("Depends on the network")


class SearchIntent(Choice):
    """What somebody who types these words is after (C102)."""

    LEARN = "learn", N_("Learn"), N_("For instance “how to keep bread fresh”.")
    COMPARE = "compare", N_("Compare options"), N_("For instance “best bakery Lorient”.")
    BUY = "buy", N_("Buy"), N_("For instance “order birthday cake online”.")
    FIND = "find", N_("Find a place or brand"), N_("For instance “Port Bakery opening hours”.")


class PromotionLevel(Choice):
    """Which publications an action of promotion serves (C113)."""

    MAJOR = "major", N_("Major posts")
    MINOR = "minor", N_("Minor posts")
    BOTH = "both", N_("All posts")


class ChannelKind(Choice):
    """Where one's own public can be told about the networks (C114)."""

    WEBSITE = "website", N_("Buttons on the site")
    EMAIL_LIST = "email_list", N_("E-mail list")
    SIGNATURE = "signature", N_("E-mail signature")
    STAFF = "staff", N_("Staff and social selling")
    IN_STORE = "in_store", N_("Posters in the shop")
    OTHER_NETWORKS = "other_networks", N_("Our other networks")
    SOCIAL_ADS = "social_ads", N_("Social ads")
    PARTNERS = "partners", N_("Partners")
    OTHER = "other", N_("Other channel")


class TargetFormat(Choice):
    """What an existing content can be made into (C115)."""

    INFOGRAPHIC = "infographic", N_("Infographic")
    PODCAST = "podcast", N_("Podcast episode")
    SCREENCAST = "screencast", N_("Screencast")
    QUOTE_IMAGE = "quote_image", N_("Quote on an image")
    SHORT_VIDEO = "short_video", N_("Short video")
    CAROUSEL = "carousel", N_("Carousel")
    WHITE_PAPER = "white_paper", N_("White paper or guide")
    NEWSLETTER = "newsletter", N_("Newsletter item")
    OTHER = "other", N_("Other format")


class TaskMode(Choice):
    """Whether a tool does a task (C117)."""

    AUTOMATIC = "automatic", N_("Automatic")
    ASSISTED = "assisted", N_("Prepared by a tool"), N_("A tool prepares, a person decides.")
    MANUAL = "manual", N_("By hand")


class OpportunityKind(Choice):
    """Occasions to speak that a calendar does not plan (C119)."""

    NEWS = "news", N_("News to react to")
    TREND = "trend", N_("Trend or meme")
    CONTEST = "contest", N_("Contest")
    QUIZ = "quiz", N_("Quiz")
    EVENT = "event", N_("Event")


class Verdict(Choice):
    """Whether to seize an opportunity; in doubt, one does not."""

    GO = "go", N_("Go")
    NO_GO = "no_go", N_("No go")
    IN_DOUBT = "in_doubt", N_("In doubt: no go")


class Mechanic(Choice):
    """How readers take part (C120)."""

    QUESTION = "question", N_("Open question")
    POLL = "poll", N_("Poll")
    CONTEST = "contest", N_("Contest")
    QUIZ = "quiz", N_("Quiz")
    FAN_CONTENT = "fan_content", N_("Call for photos or stories")
    CHALLENGE = "challenge", N_("Challenge")
    LIVE = "live", N_("Live with questions")
    EVANGELISTS = "evangelists", N_("Role for our ambassadors")
    COCREATION = "cocreation", N_("Deciding together")


class FormatKind(Choice):
    """The twelve ways to be visible (C121)."""

    ORGANIC = "organic", N_("Organic posts")
    SPONSORED = "sponsored", N_("Sponsored posts")
    PERSONAL = "personal", N_("Personal content and client contests")
    SHARING = "sharing", N_("Sharing buttons")
    RETARGETING = "retargeting", N_("Display and retargeting")
    IN_STORE = "in_store", N_("Likes gathered in the shop")
    SOCIAL_WALL = "social_wall", N_("Social wall")
    NEWSJACKING = "newsjacking", N_("Newsjacking")
    LISTENING = "listening", N_("Social listening")
    MICRO_ENDORSEMENT = "micro_endorsement", N_("Micro-endorsement")
    SOCIAL_SELLING = "social_selling", N_("Social selling")
    INFLUENCERS = "influencers", N_("Influencer relations")


class TimeSource(Choice):
    """Where a belief about the best times comes from (C106)."""

    RULE_OF_THUMB = "rule_of_thumb", N_("Rule of thumb"), N_("Read somewhere, to be checked.")
    OWN_DATA = "own_data", N_("Our own figures"), N_("It replaces the rule of thumb.")
