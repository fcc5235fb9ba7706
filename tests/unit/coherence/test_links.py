"""Whatever link or value one takes out of a coherent strategy, something is said of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.records import Record
from canvas.steps.audit.accounts import CLOSING, Account
from canvas.steps.common import Progress
from canvas.steps.frame.expectations import Symptom
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.plan.actions import Action
from tests.unit.coherence.bakery import bakery, changed, found_in

LINKS = (
    ("responsibility", "owner"),
    ("experiment", "source_crossing"),
    ("account", "owner"),
    ("account", "merge_into"),
    ("profile_check", "fix_action"),
    ("objective", "mission"),
    ("kpi", "objective"),
    ("kpi", "owner"),
    ("theme", "objective"),
    ("account_mission", "account"),
    ("segment", "personas"),
    ("network_role", "publishers"),
    ("network_role", "repliers"),
    ("network_role", "moderators"),
    ("service_rule", "responder"),
    ("crisis_level", "responder"),
    ("watch", "owner"),
    ("defensive_plan", "option"),
    ("post", "objective"),
    ("action", "owner"),
    ("budget_line", "objective"),
    ("ad_line", "objective"),
    ("reading", "kpi"),
    ("report_setup", "author"),
)
"""Links that a coherent strategy cannot do without: type and field."""

VALUES = (
    ("symptom", "remedy"),
    ("differentiator", "proof"),
    ("experiment", "metric"),
    ("account", "decision"),
    ("objective", "specific"),
    ("objective", "metric"),
    ("objective", "target"),
    ("objective", "realistic"),
    ("objective", "due"),
    ("kpi", "source"),
    ("stage_content", "cta"),
    ("segment", "approach"),
    ("audience", "what_we_give"),
    ("editorial_policy", "text"),
    ("influencer", "first_contact"),
    ("counter_opportunity", "our_move"),
    ("network_option", "role"),
    ("post", "stage"),
    ("post", "cta"),
    ("action", "due"),
    ("team_member", "hours_week"),
    ("roi_value", "value_each"),
    ("report_setup", "due_day"),
    ("learning", "decision"),
)
"""Values that it cannot do without."""

FRONT = (Role.MAIN, Role.STRONG)


def needed(kind: str, field: str) -> list[Record]:
    """Return the records of the bakery that need this field to be coherent."""
    whole = bakery()
    front = {option.network for option in whole.of(NetworkOption) if option.role in FRONT}

    def needs(record) -> bool:
        if not getattr(record, field):
            return False
        if isinstance(record, Action):
            return record.status not in (Progress.DONE, Progress.DROPPED)
        if isinstance(record, Account) and field == "owner":
            return record.decision not in CLOSING
        if isinstance(record, Symptom):
            return record.present
        if isinstance(record, NetworkOption):
            return record.role is Role.MAIN
        if kind == "account_mission":
            return whole.find(record.account).network in front
        if kind == "network_role":
            return field == "repliers" or record.network in front
        if kind == "influencer":
            return record.first_wave
        if kind == "profile_check":
            return str(record.status) in ("missing", "partial")
        if kind == "reading":
            return not (record.account and record.metric)
        if kind in ("budget_line", "ad_line"):
            return bool(getattr(record, "planned", None) or getattr(record, "budget", None))
        return True

    return [record for record in whole.records[kind] if needs(record)]


def related(record: Record, field: str) -> set[str]:
    """Return the records that a finding on this field may speak of."""
    whole = bakery()
    value = getattr(record, field)
    linked = {value} if isinstance(value, str) else set(value if isinstance(value, tuple) else ())
    network = getattr(record, "network", None)
    account = whole.find(getattr(record, "account", "") or "")
    networks = {network, getattr(account, "network", None)} - {None}
    beside = {
        other.id
        for kind in ("network_option", "response_target")
        for other in whole.records[kind]
        if other.network in networks
    }
    beside |= {m.persona for m in whole.records["persona_media"] if m.network in networks}
    return {record.id, getattr(record, "account", "")} | linked | beside


@pytest.mark.parametrize(("kind", "field"), [*LINKS, *VALUES], ids="-".join)
def test_the_bakery_has_something_to_take_out(kind, field):
    assert needed(kind, field)


@given(st.data())
@settings(max_examples=150)
def test_what_is_taken_out_is_said_and_nothing_else(data):
    kind, field = data.draw(st.sampled_from([*LINKS, *VALUES]))
    record = data.draw(st.sampled_from(needed(kind, field)))
    found = found_in(changed({(record.key, record.id): {field: None}}))
    assert found
    if kind == "action":
        # Without a deadline all its work falls into the week in which it starts.
        found = [finding for finding in found if finding.rule is not RuleCode.WEEK_TOO_FULL]
    told = {id for finding in found for _, id in finding.records}
    assert told <= related(record, field), [str(finding.rule) for finding in found]
