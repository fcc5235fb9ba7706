"""What can be taken out of the bakery, what nothing is said of, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from canvas.domain.kinds import Link, Links
from canvas.domain.records import EXISTS, POSITION, Record, write_record
from canvas.domain.strategy import Strategy, build
from canvas.rules.coherence import RULES, Finding, Reader
from canvas.steps import RECORD_TYPES
from canvas.steps.audit.accounts import CLOSING
from canvas.steps.common import Progress
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.networks.matrix import NetworkOption, Role
from tests.unit.coherence.bakery import bakery

Field = tuple[str, str]
"""A record type's key and the name of one of its fields."""

OPTIONAL: dict[Field, str] = {
    ("account", "outlet"): "most accounts belong to all shops",
    ("account_snapshot", "compare_to"): "the first figures have nothing to be compared with",
    ("action", "depends_on"): "most actions wait for nothing",
    ("adjustment", "objective"): "a change may be about the plan alone",
    ("ambassador", "person"): "clients and partners are no persons of the strategy",
    ("ambassador", "segment"): "colleagues are of no segment",
    ("audit_run", "author"): "one audit alone cannot differ from the others",
    ("budget_line", "request"): "money may be there without being asked for",
    ("cadence", "content_type"): "a rhythm may mix several kinds of content",
    ("content_mission", "personas"): "applicants and press are no personas",
    ("content_pillar", "themes"): "a pillar may stand all year, themes last a quarter",
    ("content_type", "derived_from"): "most kinds of content come from no other",
    ("curation_source", "theme"): "a source may feed several themes",
    ("data_file", "account"): "the app fills it in when it reads the file",
    ("expectation", "objective"): "what is not expected is no objective",
    ("file_mapping", "account"): "the app fills it in when it reads the file",
    ("hashtag", "theme"): "a hashtag of the brand belongs to all themes",
    ("keyword", "theme"): "people search for what no theme is about",
    ("learning", "post"): "most lessons come from more than one post",
    ("network_option", "accounts"): "accounts are found by their network",
    ("network_option", "personas"): "the persona's own media say it as well",
    ("network_option", "segments"): "the fit of segments says it as well",
    ("network_role", "validators"): "on most networks nobody reads before it goes out",
    ("post", "cadence"): "a line may stand alone",
    ("post", "date"): "a line without a day is an idea and owes nothing yet",
    ("post", "keywords"): "most posts are found without a search",
    ("post", "parent"): "most posts are made from no other",
    ("post", "theme"): "a line may stand outside of the quarter's theme",
    ("post", "validator"): "most posts need no second reader",
    ("post_metric", "post"): "figures of posts that were never planned count as well",
    ("process", "alerted"): "most processes alert nobody",
    ("promotion_action", "channel"): "the gesture's name says where",
    ("reading", "account"): "an indicator may be read without an account",
    ("report_sentence", "report"): "the app fills it in when it writes the report",
    ("responsibility", "objectives_owned"): "the result in words says it as well",
    ("review", "action"): "most reviews lead to no action",
    ("service_rule", "alert_to"): "most messages are serious for nobody else",
    ("stage_content", "asset"): "what is still to be made has no file",
    ("stage_content", "persona"): "a content without a persona is for all of them",
    ("stage_question", "answered_by"): "a question may wait for its answer",
    ("stage_question", "keyword"): "people ask aloud what they do not type",
    ("task_automation", "tool"): "what is done by hand has no tool",
    ("team_member", "person"): "people are found by their name as well",
    ("tone_shift", "objective"): "a tone belongs to a situation",
    ("tracking_link", "post"): "a link may serve several posts",
    ("tradeoff", "scenario"): "the weights may have been chosen freely",
    ("traffic_call", "source"): "a shop window is no source of visits",
    ("watch", "alert"): "the owner reads it anyway",
    ("watch", "competitors"): "one watches more than competitors",
    ("watch", "tool"): "one may look by hand",
}
"""Links and essential fields of which nothing is said where they are empty, and why."""

FRONT = (Role.MAIN, Role.STRONG)


@cache
def in_front() -> frozenset[str]:
    """Return the networks on which the effort goes."""
    options = bakery().of(NetworkOption)
    return frozenset(str(one.network) for one in options if one.role in FRONT)


def is_open(record) -> bool:
    return record.status not in (Progress.DONE, Progress.DROPPED)


def is_front(record) -> bool:
    return record.network in in_front()


NEEDED_WHEN: dict[Field, Callable[[Record], object]] = {
    ("account", "owner"): lambda one: one.decision not in CLOSING,
    ("action", "owner"): is_open,
    ("content_format", "owner"): lambda one: one.is_chosen,
    ("network_role", "moderators"): is_front,
    ("network_role", "publishers"): is_front,
    ("profile_check", "owner"): lambda one: one.fix_action,
    ("responsibility", "result"): lambda one: not one.objectives_owned,
    ("training", "person"): is_open,
    ("training", "tool"): lambda one: bakery().find(one.tool).training_needed,
}
"""Fields that only some records need: what is done or given up needs nobody any more."""

ABOUT_OTHERS: dict[RuleCode, str] = {
    RuleCode.SECONDARY_MISSIONS: "it counts the missions that are left",
    RuleCode.REPLY_OUTSIDE_HOURS: "it is about the promise that the slot kept",
    RuleCode.WEEK_TOO_FULL: "without its day or its kind, work falls into another week",
}
"""Rules whose finding names other records than the one that lost something, and why."""


def removable() -> Iterator[tuple[Record, str]]:
    """Yield the records of the bakery with each link and essential field that they need."""
    for kind in RECORD_TYPES.values():
        for field in kind.schema_fields.values():
            where = (kind.key, field.name)
            if not (isinstance(field, Link | Links) or field.essential) or where in OPTIONAL:
                continue
            needs = NEEDED_WHEN.get(where, bool)
            for record in bakery().of(kind):
                if getattr(record, field.name) != field.initial() and (
                    needs is bool or needs(record)
                ):
                    yield record, field.name


def without(record: Record, field: str) -> Strategy:
    """Return the bakery with one field of one record emptied."""
    row = {**write_record(record), EXISTS: True, POSITION: record.position}
    row.pop(field, None)
    return build("broken", 2, {(record.key, record.id): row}, RECORD_TYPES, previous=bakery())


def said_of(record: Record, field: str, reader: Reader) -> tuple[Finding, ...]:
    """Return what is found once a field is empty; a reader that was used before is quicker."""
    return reader.findings(without(record, field)).open


def used_reader() -> Reader:
    """Return a reader that has read the bakery, under the name of its broken copies too."""
    reader = Reader(RULES)
    reader.findings(build("broken", 1, {}, RECORD_TYPES, previous=bakery()))
    return reader


@cache
def _linked() -> dict[str, set[str]]:
    """Return the ids that each record links to or is linked from."""
    found: dict[str, set[str]] = defaultdict(set)
    for record in bakery():
        for field in record.fields():
            if isinstance(field, Link | Links):
                value = getattr(record, field.name)
                for other in filter(None, (value,) if isinstance(value, str) else value):
                    found[record.id].add(other)
                    found[other].add(record.id)
    return found


def _networks(record: Record) -> set[str]:
    """Return the networks that a record is about, by itself or by what it links to."""
    beside = (bakery().find(other) for other in _linked()[record.id])
    places = (one for one in beside if one and one.key in ("account", "network_option"))
    return {str(one.network) for one in (record, *places) if getattr(one, "network", None)}


@cache
def _by_network() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for record in bakery():
        for network in _networks(record):
            found[network].add(record.id)
    return found


def related(record: Record) -> set[str]:
    """Return the ids of a record, of those linked with it, and of those on its networks."""
    same = (_by_network()[network] for network in _networks(record))
    return {record.id} | _linked()[record.id] | set().union(*same)
