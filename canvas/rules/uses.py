"""What uses a record, in words: counted by what it is, the most frequent first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.records import Record

NAMED = 4
"""Kinds of record that are named one by one; what comes after is counted together."""

COUNTED: Mapping[str, Callable[[int], Message]] = MappingProxyType(
    {
        "differentiator": lambda n: say_count("{n} difference", "{n} differences", n),
        "outlet": lambda n: say_count("{n} outlet", "{n} outlets", n),
        "purpose": lambda n: say_count("{n} purpose", "{n} purposes", n),
        "responsibility": lambda n: say_count("{n} responsibility", "{n} responsibilities", n),
        "delivery": lambda n: say_count("{n} delivery model", "{n} delivery models", n),
        "approval": lambda n: say_count("{n} approval", "{n} approvals", n),
        "yearly_axis": lambda n: say_count(
            "{n} direction of the year", "{n} directions of the year", n
        ),
        "highlight": lambda n: say_count("{n} highlight", "{n} highlights", n),
        "experiment": lambda n: say_count("{n} experiment", "{n} experiments", n),
        "tows_link": lambda n: say_count("{n} SWOT crossing", "{n} SWOT crossings", n),
        "swot_vote": lambda n: say_count("{n} vote on the SWOT", "{n} votes on the SWOT", n),
        "account": lambda n: say_count("{n} account", "{n} accounts", n),
        "account_snapshot": lambda n: say_count(
            "{n} set of account figures", "{n} sets of account figures", n
        ),
        "profile_check": lambda n: say_count("{n} profile check", "{n} profile checks", n),
        "message_stat": lambda n: say_count(
            "{n} type of message received", "{n} types of messages received", n
        ),
        "audit_run": lambda n: say_count("{n} audit done", "{n} audits done", n),
        "competitor_metric": lambda n: say_count(
            "{n} set of competitor’s figures", "{n} sets of competitors’ figures", n
        ),
        "good_practice": lambda n: say_count("{n} good practice", "{n} good practices", n),
        "competitor_web": lambda n: say_count("{n} competitor’s site", "{n} competitors’ sites", n),
        "competitor_keyword": lambda n: say_count(
            "{n} competitor’s keyword", "{n} competitors’ keywords", n
        ),
        "competitor_article": lambda n: say_count(
            "{n} competitor’s article", "{n} competitors’ articles", n
        ),
        "mission": lambda n: say_count("{n} mission", "{n} missions", n),
        "account_mission": lambda n: say_count(
            "{n} mission of an account", "{n} missions of accounts", n
        ),
        "objective": lambda n: say_count("{n} objective", "{n} objectives", n),
        "review": lambda n: say_count("{n} result check", "{n} result checks", n),
        "kpi": lambda n: say_count("{n} indicator", "{n} indicators", n),
        "hashtag": lambda n: say_count("{n} hashtag", "{n} hashtags", n),
        "theme": lambda n: say_count("{n} quarterly theme", "{n} quarterly themes", n),
        "expectation": lambda n: say_count("{n} expectation", "{n} expectations", n),
        "lead_policy": lambda n: say_count("{n} rule on contacts", "{n} rules on contacts", n),
        "budget_request": lambda n: say_count("{n} budget request", "{n} budget requests", n),
        "persona_media": lambda n: say_count("{n} medium used", "{n} media used", n),
        "persona_answer": lambda n: say_count(
            "{n} answer to a problem", "{n} answers to problems", n
        ),
        "stage_content": lambda n: say_count(
            "{n} piece of content for a stage", "{n} pieces of content for stages", n
        ),
        "stage_question": lambda n: say_count(
            "{n} question of a stage", "{n} questions of stages", n
        ),
        "journey_stage": lambda n: say_count("{n} stage of a persona", "{n} stages of personas", n),
        "persona_evidence": lambda n: say_count("{n} observation", "{n} observations", n),
        "customer_source": lambda n: say_count(
            "{n} source on clients", "{n} sources on clients", n
        ),
        "segment": lambda n: say_count("{n} segment", "{n} segments", n),
        "segment_content": lambda n: say_count(
            "{n} piece of content for a target", "{n} pieces of content for targets", n
        ),
        "segment_network": lambda n: say_count(
            "{n} network of a target", "{n} networks of targets", n
        ),
        "audience": lambda n: say_count("{n} influential audience", "{n} influential audiences", n),
        "ambassador": lambda n: say_count("{n} ambassador", "{n} ambassadors", n),
        "technographic_group": lambda n: say_count(
            "{n} group of contacts", "{n} groups of contacts", n
        ),
        "response_target": lambda n: say_count("{n} response time", "{n} response times", n),
        "service_rule": lambda n: say_count(
            "{n} answer to a kind of message", "{n} answers to kinds of messages", n
        ),
        "feedback_space": lambda n: say_count("{n} place to speak", "{n} places to speak", n),
        "feedback_insight": lambda n: say_count(
            "{n} lesson from opinions", "{n} lessons from opinions", n
        ),
        "emotion_idea": lambda n: say_count(
            "{n} idea that makes people react", "{n} ideas that make people react", n
        ),
        "sharing_driver": lambda n: say_count("{n} reason to share", "{n} reasons to share", n),
        "launch_step": lambda n: say_count(
            "{n} step of the first hours", "{n} steps of the first hours", n
        ),
        "network_role": lambda n: say_count(
            "{n} share-out of roles on a network", "{n} share-outs of roles on networks", n
        ),
        "speaking_policy": lambda n: say_count("{n} right to speak", "{n} rights to speak", n),
        "guideline": lambda n: say_count("{n} do or don’t", "{n} dos and don’ts", n),
        "editorial_policy": lambda n: say_count(
            "{n} editorial policy", "{n} editorial policies", n
        ),
        "engagement_rule": lambda n: say_count("{n} reply habit", "{n} reply habits", n),
        "process": lambda n: say_count(
            "{n} way of handling a case", "{n} ways of handling cases", n
        ),
        "crisis_level": lambda n: say_count("{n} level of alert", "{n} levels of alert", n),
        "crisis_plan": lambda n: say_count("{n} crisis plan", "{n} crisis plans", n),
        "best_in_class": lambda n: say_count("{n} best in class", "{n} best in class", n),
        "counter_opportunity": lambda n: say_count(
            "{n} opening to take", "{n} openings to take", n
        ),
        "competitor_presence": lambda n: say_count(
            "{n} presence of a competitor", "{n} presences of competitors", n
        ),
        "influencer": lambda n: say_count("{n} influencer", "{n} influencers", n),
        "watch": lambda n: say_count("{n} subject watched", "{n} subjects watched", n),
        "tool": lambda n: say_count("{n} tool", "{n} tools", n),
        "network_option": lambda n: say_count(
            "{n} network considered", "{n} networks considered", n
        ),
        "network_score": lambda n: say_count("{n} score of a network", "{n} scores of networks", n),
        "handle": lambda n: say_count("{n} name to reserve", "{n} names to reserve", n),
        "defensive_plan": lambda n: say_count(
            "{n} defensive presence", "{n} defensive presences", n
        ),
        "voice_exception": lambda n: say_count(
            "{n} exception of voice", "{n} exceptions of voice", n
        ),
        "post": lambda n: say_count("{n} calendar line", "{n} calendar lines", n),
        "cadence": lambda n: say_count("{n} publishing rhythm", "{n} publishing rhythms", n),
        "tone_shift": lambda n: say_count(
            "{n} tone for a situation", "{n} tones for situations", n
        ),
        "content_pillar": lambda n: say_count("{n} content pillar", "{n} content pillars", n),
        "content_type": lambda n: say_count("{n} content type", "{n} content types", n),
        "content_mission": lambda n: say_count(
            "{n} line of the content matrix", "{n} lines of the content matrix", n
        ),
        "curation_source": lambda n: say_count("{n} curation source", "{n} curation sources", n),
        "keyword": lambda n: say_count("{n} keyword", "{n} keywords", n),
        "content_format": lambda n: say_count("{n} way to be visible", "{n} ways to be visible", n),
        "promotion_action": lambda n: say_count("{n} promotion action", "{n} promotion actions", n),
        "reuse_step": lambda n: say_count("{n} link of a chain", "{n} links of chains", n),
        "promotion_channel": lambda n: say_count(
            "{n} cross-promotion channel", "{n} cross-promotion channels", n
        ),
        "traffic_call": lambda n: say_count(
            "{n} invitation to your networks", "{n} invitations to your networks", n
        ),
        "repurposing": lambda n: say_count("{n} reuse of content", "{n} reuses of content", n),
        "action": lambda n: say_count("{n} action", "{n} actions", n),
        "training": lambda n: say_count("{n} training session", "{n} training sessions", n),
        "committee_meeting": lambda n: say_count(
            "{n} editorial committee", "{n} editorial committees", n
        ),
        "task_automation": lambda n: say_count("{n} weekly task", "{n} weekly tasks", n),
        "availability": lambda n: say_count("{n} presence slot", "{n} presence slots", n),
        "participatory_action": lambda n: say_count(
            "{n} participatory action", "{n} participatory actions", n
        ),
        "opportunity": lambda n: say_count(
            "{n} opportunity to speak", "{n} opportunities to speak", n
        ),
        "tradeoff": lambda n: say_count("{n} trade-off", "{n} trade-offs", n),
        "means_gap": lambda n: say_count("{n} weighing of means", "{n} weighings of means", n),
        "objective_revision": lambda n: say_count(
            "{n} revised objective", "{n} revised objectives", n
        ),
        "team_member": lambda n: say_count("{n} team member", "{n} team members", n),
        "absence": lambda n: say_count("{n} absence", "{n} absences", n),
        "budget_line": lambda n: say_count("{n} budget line", "{n} budget lines", n),
        "ad_line": lambda n: say_count("{n} advertisement", "{n} advertisements", n),
        "reading": lambda n: say_count("{n} reading", "{n} readings", n),
        "post_metric": lambda n: say_count("{n} result of a post", "{n} results of posts", n),
        "data_file": lambda n: say_count("{n} file of figures", "{n} files of figures", n),
        "file_mapping": lambda n: say_count("{n} reading of a file", "{n} readings of files", n),
        "roi_value": lambda n: say_count("{n} value of a result", "{n} values of results", n),
        "tracking_link": lambda n: say_count("{n} tracking link", "{n} tracking links", n),
        "time_spent": lambda n: say_count(
            "{n} entry of time spent", "{n} entries of time spent", n
        ),
        "learning": lambda n: say_count("{n} lesson", "{n} lessons", n),
        "split_test": lambda n: say_count("{n} split test", "{n} split tests", n),
        "mention": lambda n: say_count("{n} mention", "{n} mentions", n),
        "report_setup": lambda n: say_count("{n} report to give", "{n} reports to give", n),
        "report_sentence": lambda n: say_count(
            "{n} sentence of a report", "{n} sentences of reports", n
        ),
        "adjustment": lambda n: say_count("{n} adjustment", "{n} adjustments", n),
    }
)
"""How many of a record type, inside a sentence; for each type that can name others."""


def used_by(counts: Mapping[type[Record], int]) -> Message:
    """Return “Used by: 3 calendar lines and 1 objective”."""
    return say(N_("Used by: {users}"), users=_users(counts))


def use(counts: Mapping[type[Record], int], title: str) -> Message:
    """Return “3 calendar lines and 1 objective use “Nora”.”, for who is about to delete it."""
    total = sum(counts.values())
    return say_count(
        "{users} uses “{title}”.",
        "{users} use “{title}”.",
        total,
        users=_users(counts),
        title=title,
    )


def _users(counts: Mapping[type[Record], int]) -> list[Message]:
    often = sorted(counts.items(), key=lambda pair: -pair[1])
    named = [COUNTED[kind.key](n) for kind, n in often[:NAMED]]
    rest = sum(n for _, n in often[NAMED:])
    return [*named, say_count("{n} other record", "{n} other records", rest)] if rest else named
