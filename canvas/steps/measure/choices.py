"""Lists of codes of the measure step."""

from __future__ import annotations

from canvas.domain.choices import Choice
from canvas.domain.messages import N_


class Metric(Choice):
    """What a reading counts where it belongs to no indicator (C137–C139)."""

    FOLLOWERS = "followers", N_("Followers")
    NEW_FOLLOWERS = "new_followers", N_("New followers")
    UNFOLLOWS = "unfollows", N_("Unfollows")
    AUDIENCE = "audience", N_("Audience in all")
    REACH = "reach", N_("Reach")
    IMPRESSIONS = "impressions", N_("Impressions")
    VISITORS = "visitors", N_("Visitors")
    READS = "reads", N_("Reads")
    LIKES = "likes", N_("Likes")
    COMMENTS = "comments", N_("Comments")
    SHARES = "shares", N_("Shares of posts")
    BLOG_INTERACTIONS = "blog_interactions", N_("Exchanges with other blogs")
    REGISTRATIONS = "registrations", N_("Registrations")
    BOUNCE_RATE = "bounce_rate", N_("Bounce rate"), N_("Visits that see one page, in %.")
    PAGE_VIEWS = "page_views", N_("Pages viewed")
    CLICKS = "clicks", N_("Clicks")
    SITE_TRAFFIC = "site_traffic", N_("Visits from social media")
    DOWNLOADS = "downloads", N_("Downloads")
    CONTACTS = "contacts", N_("Contacts")
    LEADS = "leads", N_("Leads")
    CONVERSION_RATE = "conversion_rate", N_("Conversion rate"), N_("Leads that buy, in %.")
    APPOINTMENTS = "appointments", N_("Appointments")
    SALES = "sales", N_("Sales")
    PREORDERS = "preorders", N_("Pre-orders")
    RECOVERED_CLIENTS = "recovered_clients", N_("Clients won back")
    PRESS = "press", N_("Press coverage")
    RESPONSE_TIME = "response_time", N_("Response time"), N_("In hours.")
    VIEWS = "views", N_("Views"), N_("How often a post or a video was shown or started.")
    VIEWERS = "viewers", N_("Viewers"), N_("Different people who saw something.")
    ENGAGEMENTS = "engagements", N_("Interactions"), N_("All that people did with posts.")
    SAVES = "saves", N_("Saves")
    LINK_CLICKS = "link_clicks", N_("Clicks on links")
    PROFILE_VISITS = "profile_visits", N_("Visits of the profile")
    FOLLOWS = "follows", N_("Followers that a post brought")
    WATCH_HOURS = "watch_hours", N_("Hours watched")
    POSTS = "posts", N_("Posts published")
    SESSIONS = "sessions", N_("Visits of the site")
    ENGAGED_SESSIONS = "engaged_sessions", N_("Engaged visits")
    KEY_EVENTS = "key_events", N_("Key events"), N_("What analytics count as a result.")
    REVENUE = "revenue", N_("Revenue")
    USERS = "users", N_("Visitors of the site")
    NEW_USERS = "new_users", N_("New visitors of the site")
    OTHER = "other", N_("Another figure")

    @property
    def is_stock(self) -> bool:
        """Whether it is a level, of which the latest counts, rather than a flow to add up."""
        return self in (Metric.FOLLOWERS, Metric.AUDIENCE)

    @property
    def is_rate(self) -> bool:
        """Whether it can be neither added nor taken as it comes: a share or a delay."""
        return self in (Metric.BOUNCE_RATE, Metric.CONVERSION_RATE, Metric.RESPONSE_TIME)


class Platform(Choice):
    """Whose file it is."""

    GA4 = "ga4", N_("Google Analytics 4")
    LINKEDIN = "linkedin", N_("LinkedIn")
    FACEBOOK = "facebook", N_("Facebook")
    INSTAGRAM = "instagram", N_("Instagram")
    META = "meta", N_("Meta Business Suite")
    X = "x", N_("X (Twitter)")
    YOUTUBE = "youtube", N_("YouTube")
    TIKTOK = "tiktok", N_("TikTok")
    TABLE = "table", N_("Table of your own")


class Grain(Choice):
    """What a line of a file is about."""

    POSTS = "posts", N_("Posts"), N_("One line a post, with its figures so far.")
    DAYS = "days", N_("Days"), N_("One line a day, for the whole account.")
    VISITS = "visits", N_("Visits of the site"), N_("One line a source, over a period.")
    AUDIENCE = "audience", N_("Audience"), N_("Who the followers or visitors are.")
    COMPETITORS = "competitors", N_("Competitors"), N_("One line a page, over a period.")


class Scope(Choice):
    """Which part of a figure a reading holds."""

    TOTAL = "total", N_("Total")
    ORGANIC = "organic", N_("Organic"), N_("Without advertising.")
    PAID = "paid", N_("Paid"), N_("Brought by advertising.")


class ReadingOrigin(Choice):
    """Where a figure was read."""

    TYPED = "typed", N_("Typed in")
    PLATFORM = "platform", N_("Platform file"), N_("Exported from a network’s statistics.")
    ANALYTICS = "analytics", N_("Site analytics")
    TILL = "till", N_("Till or order book")
    SURVEY = "survey", N_("Survey answers")
    ESTIMATE = "estimate", N_("Estimate")


class Verdict(Choice):
    """What came of something."""

    SUCCESS = "success", N_("It worked")
    FAILURE = "failure", N_("It failed")
    MIXED = "mixed", N_("Neither one nor the other")


class LearningDecision(Choice):
    """What one does with what was learnt."""

    KEEP = "keep", N_("Keep doing it")
    EXTEND = "extend", N_("Do more of it")
    CHANGE = "change", N_("Change it")
    STOP = "stop", N_("Stop it")


class Winner(Choice):
    """Which version of a split test did better."""

    A = "a", N_("Version A")
    B = "b", N_("Version B")
    NONE = "none", N_("No difference")


class SurveyAudience(Choice):
    """Who is asked (C144)."""

    FOLLOWERS = "followers", N_("Our followers")
    EMAIL_CONTACTS = "email_contacts", N_("Our e-mail contacts")
    SITE_VISITORS = "site_visitors", N_("Visitors of the site")
    OFFLINE_CLIENTS = "offline_clients", N_("Clients met offline"), N_("In the shop, at a fair.")


class AdjustmentKind(Choice):
    """What about the plan was changed (C148)."""

    NEW_OBJECTIVE = "new_objective", N_("New objective")
    NEW_LANGUAGE = "new_language", N_("New language or country")
    NEW_NETWORK = "new_network", N_("Emerging network")
    CONTENT = "content", N_("Content or rhythm")
    MEANS = "means", N_("Means")
    OTHER = "other", N_("Another change")
