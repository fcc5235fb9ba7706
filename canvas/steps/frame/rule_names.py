"""The rules of coherence and the limits that they measure by, by name.

The rules themselves are functions of `canvas.rules.coherence`; a strategy refers to them
by these codes where it accepts a finding or sets a limit of its own.
"""

from __future__ import annotations

from canvas.domain.choices import Choice
from canvas.domain.messages import N_


class Limit(Choice):
    """A figure that rules measure by."""

    COMPETITORS_LEAST = "competitors_least", N_("Competitors at least")
    COMPETITORS_MOST = "competitors_most", N_("Competitors at most")
    HIGH_PURPOSES_MOST = "high_purposes_most", N_("Purposes of high priority at most")
    KEY_INDICATORS = "key_indicators", N_("Number of key indicators")
    SECONDARY_MISSIONS = "secondary_missions", N_("Number of secondary missions")
    PERSONAS_MOST = "personas_most", N_("Personas at most")
    STRONG_NETWORKS_MOST = "strong_networks_most", N_("Main and strong networks at most")
    REPLY_WANTED_HOURS = "reply_wanted_hours", N_("Reply aimed at, in hours")
    REPLY_LIMIT_HOURS = "reply_limit_hours", N_("Latest reply, in hours")
    CHARTER_WORDS = "charter_words", N_("Words in the charter at most")
    SCORED_INFLUENCERS = "scored_influencers", N_("Influencers with a score at least")
    DEFENSIVE_SHARE = "defensive_share", N_("Time for a defensive network at most, in percent")
    PROMOTION_SHARE = "promotion_share", N_("Promotion at most, in percent")
    THIRDS_POINTS = "thirds_points", N_("Distance from the thirds of time, in points")
    ONE_TYPE_SHARE = "one_type_share", N_("One content type at most, in percent")
    RESERVE_DAYS = "reserve_days", N_("Days ready in advance at least")
    LASTING_WEEKS = "lasting_weeks", N_("Weeks that the rhythm must last")


class RuleCode(Choice):
    """What a rule looks for."""

    # Frame
    DUTY_WITHOUT_OWNER = "duty_without_owner", N_("Responsibility without an owner")
    DUTY_WITHOUT_RESULT = "duty_without_result", N_("Responsibility without a result to reach")
    DUTY_WITHOUT_BUDGET = "duty_without_budget", N_("Responsibility without a budget")
    SYMPTOM_WITHOUT_REMEDY = "symptom_without_remedy", N_("Symptom without a remedy")
    TOO_MANY_PURPOSES = "too_many_purposes", N_("Too many first purposes")
    DIFFERENCE_WITHOUT_PROOF = "difference_without_proof", N_("Difference without a proof")
    EXPERIMENT_WITHOUT_MEASURE = "experiment_without_measure", N_("Experiment without a measure")
    # Audit
    COMPETITOR_COUNT = "competitor_count", N_("Number of competitors")
    SWOT_NOT_CROSSED = "swot_not_crossed", N_("SWOT without crossings")
    SWOT_ONE_SIDED = "swot_one_sided", N_("SWOT with an empty quadrant")
    CROSSING_WITHOUT_FOLLOW_UP = "crossing_without_follow_up", N_("Crossing without follow-up")
    ACCOUNT_UNDECIDED = "account_undecided", N_("Account without a decision")
    ACCOUNT_WITHOUT_OWNER = "account_without_owner", N_("Account without an owner")
    MERGE_WITHOUT_TARGET = "merge_without_target", N_("Merge without a target")
    PROFILE_WITHOUT_FIX = "profile_without_fix", N_("Profile fault without a remedy")
    # Objectives
    PRIMARY_OBJECTIVE = "primary_objective", N_("One main objective")
    OBJECTIVE_WITHOUT_KPI = "objective_without_kpi", N_("Objective without an indicator")
    OBJECTIVE_WITHOUT_MISSION = "objective_without_mission", N_("Objective without a mission")
    NOT_SPECIFIC = "not_specific", N_("Objective that is not specific")
    NOT_MEASURABLE = "not_measurable", N_("Objective that is not measurable")
    NOT_ATTAINABLE = "not_attainable", N_("Objective without means")
    NOT_REALISTIC = "not_realistic", N_("Objective that is not realistic")
    NOT_TIMED = "not_timed", N_("Objective without its dates")
    KPI_WITHOUT_OBJECTIVE = "kpi_without_objective", N_("Indicator without an objective")
    KPI_WITHOUT_SOURCE = "kpi_without_source", N_("Indicator without a source")
    KPI_WITHOUT_OWNER = "kpi_without_owner", N_("Indicator without an owner")
    KEY_INDICATORS = "key_indicators", N_("Three key indicators")
    ONLY_VANITY = "only_vanity", N_("Only vanity figures")
    MAIN_MISSION = "main_mission", N_("One main mission")
    MISSION_WITHOUT_GOAL = "mission_without_goal", N_("Mission without a company goal")
    SECONDARY_MISSIONS = "secondary_missions", N_("Number of other missions")
    EFFORT_SHARES = "effort_shares", N_("Shares of effort")
    THEME_WITHOUT_OBJECTIVE = "theme_without_objective", N_("Theme without an objective")
    # Personas
    TOO_MANY_PERSONAS = "too_many_personas", N_("Too many personas")
    PRIMARY_PERSONA = "primary_persona", N_("One primary persona")
    PERSONA_UNUSED = "persona_unused", N_("Persona nobody writes for")
    STAGE_WITHOUT_CONTENT = "stage_without_content", N_("Purchase stage without content")
    PERSONA_ELSEWHERE = "persona_elsewhere", N_("Persona on other networks")
    PERSONA_UNPROVEN = "persona_unproven", N_("Persona without evidence")
    CONTENT_WITHOUT_CTA = "content_without_cta", N_("Content without a next step")
    # Segments
    HOT_BELOW_COLD = "hot_below_cold", N_("Hot prospects below cold ones")
    SEGMENT_WITHOUT_APPROACH = "segment_without_approach", N_("Segment without an approach")
    SEGMENT_WITHOUT_PERSONA = "segment_without_persona", N_("Segment without a persona")
    GROUP_SHARES = "group_shares", N_("Shares of the six groups")
    REPLY_TOO_SLOW = "reply_too_slow", N_("Reply too slow")
    REPLY_WITHOUT_COVER = "reply_without_cover", N_("Reply promised, nobody to give it")
    NETWORK_WITHOUT_REPLY_TIME = "network_without_reply_time", N_("Network without a reply time")
    SERVICE_WITHOUT_RESPONDER = "service_without_responder", N_("Messages that nobody answers")
    AUDIENCE_WITHOUT_GIFT = "audience_without_gift", N_("Audience with nothing to receive")
    # Attitudes
    NO_CRISIS_LEVEL = "no_crisis_level", N_("No crisis level")
    CRISIS_WITHOUT_RESPONDER = "crisis_without_responder", N_("Crisis that nobody answers")
    NO_CRISIS_PLAN = "no_crisis_plan", N_("No crisis plan")
    CHARTER_TOO_LONG = "charter_too_long", N_("Charter too long")
    NO_EDITORIAL_POLICY = "no_editorial_policy", N_("No editorial policy")
    # Competitors
    FEW_SCORED_INFLUENCERS = "few_scored_influencers", N_("Too few scored influencers")
    FIRST_WAVE_WITHOUT_DATE = "first_wave_without_date", N_("First contact without a date")
    WATCH_WITHOUT_OWNER = "watch_without_owner", N_("Monitoring without an owner")
    OPENING_WITHOUT_MOVE = "opening_without_move", N_("Opening without a move")
    # Networks
    ONE_MAIN_NETWORK = "one_main_network", N_("One main network")
    TOO_MANY_NETWORKS = "too_many_networks", N_("Too many strong networks")
    NETWORK_WITHOUT_ACCOUNT = "network_without_account", N_("Network without an account")
    NETWORK_WITHOUT_MISSION = "network_without_mission", N_("Network without a mission")
    NETWORK_WITHOUT_ROLES = "network_without_roles", N_("Network without its people")
    NETWORK_WITHOUT_RHYTHM = "network_without_rhythm", N_("Network without a rhythm")
    DEFENCE_UNDEFINED = "defence_undefined", N_("Defensive presence not defined")
    DEFENCE_TOO_DEAR = "defence_too_dear", N_("Defensive network that takes too much time")
    OBSOLETE_NETWORK = "obsolete_network", N_("Network that has closed")
    # Plan
    LINE_WITHOUT_OBJECTIVE = "line_without_objective", N_("Post without an objective")
    LINE_WITHOUT_TARGET = "line_without_target", N_("Post for nobody")
    LINE_WITHOUT_STAGE = "line_without_stage", N_("Post without a purchase stage")
    LINE_WITHOUT_CTA = "line_without_cta", N_("Post without a call to action")
    LINE_WITHOUT_PRACTICE = "line_without_practice", N_("Post without a good practice")
    LINE_ON_LEFT_NETWORK = "line_on_left_network", N_("Post on a network that was left")
    MAJOR_WITHOUT_PROMOTION = "major_without_promotion", N_("Major post without promotion")
    LIVE_WITHOUT_PRESENCE = "live_without_presence", N_("Live outside presence hours")
    TYPE_UNUSED = "type_unused", N_("Content type that is never used")
    ONE_TYPE_TOO_MUCH = "one_type_too_much", N_("Too much of one content type")
    TOO_MUCH_PROMOTION = "too_much_promotion", N_("Too much promotion")
    THIRDS_OF_TIME = "thirds_of_time", N_("Thirds of time out of balance")
    RHYTHM_WITHOUT_SLOTS = "rhythm_without_slots", N_("Rhythm without days or times")
    RHYTHM_OUT_OF_BOUNDS = "rhythm_out_of_bounds", N_("Rhythm outside its own bounds")
    SILENCE_TOO_LONG = "silence_too_long", N_("Silence too long")
    SHORT_RESERVE = "short_reserve", N_("Reserve too short")
    NO_FREE_SLOT = "no_free_slot", N_("No room left free")
    ORIGIN_SHARES = "origin_shares", N_("Shares by origin")
    CURATION_WITHOUT_SOURCE = "curation_without_source", N_("Sharing without a source")
    ACTION_WITHOUT_OWNER = "action_without_owner", N_("Action without an owner")
    ACTION_WITHOUT_DATE = "action_without_date", N_("Action without a date")
    ACTION_BEFORE_ITS_CAUSE = "action_before_its_cause", N_("Action due before what it needs")
    RISKY_NEWS = "risky_news", N_("Risky news to be seized")
    # Resources
    WEEK_TOO_FULL = "week_too_full", N_("Week without enough hours")
    RHYTHM_DOES_NOT_LAST = "rhythm_does_not_last", N_("Rhythm that does not last")
    MEMBER_WITHOUT_HOURS = "member_without_hours", N_("Team member without hours")
    BUDGET_EXCEEDED = "budget_exceeded", N_("Budget higher than what there is")
    BUDGET_WITHOUT_OBJECTIVE = "budget_without_objective", N_("Expense without an objective")
    OVERSPENT = "overspent", N_("Expense above its plan")
    GAP_UNDECIDED = "gap_undecided", N_("Short means without a decision")
    OBJECTIVES_WITHOUT_HOURS = "objectives_without_hours", N_("Objectives without enough hours")
    OBJECTIVES_WITHOUT_MONEY = "objectives_without_money", N_("Objectives without enough money")
    EFFORTLESS = "effortless", N_("Cheap, fast and effortless")
    # Measure
    READING_WITHOUT_KPI = "reading_without_kpi", N_("Reading without an indicator")
    KEY_KPI_NEVER_READ = "key_kpi_never_read", N_("Key indicator that is never read")
    REPORT_WITHOUT_AUTHOR = "report_without_author", N_("Report without an author or a day")
    RESULT_WITHOUT_VALUE = "result_without_value", N_("Result without a value")
    LEARNING_WITHOUT_DECISION = "learning_without_decision", N_("Lesson without a decision")
    BAD_MENTION_LEFT = "bad_mention_left", N_("Unkind mention left alone")
